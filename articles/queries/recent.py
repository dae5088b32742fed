"""Feeds: what changed last on the public record, newest change first, in pages.

A report that was old when it came in is no news, whatever was done to it here; `/changes/` has it.
"""

# The stubs cannot follow querysets that carry annotations and prefetched lists through our own classes.
# mypy: disable-error-code="type-var,assignment,return-value,attr-defined"

from datetime import datetime, timedelta
from typing import Any

from django.db.models import BigIntegerField, F, Q, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate

from articles.cursors import bad_cursor, pack, unpack
from articles.models import Article, ClaimVersion, PublicText
from articles.models.article import ArticleQuerySet
from articles.queries.browse import ClaimVersions, claims_for_list, current_claims, for_list

NEWEST = 50
OLD_AFTER = timedelta(days=60)


def changed_articles(found: ArticleQuerySet, after: str = "") -> tuple[list[Article], str]:
    """The reports that changed last, and the cursor of the page that follows, or "". Raises BadParameter."""
    rows = for_list(_page(found.filter(was_news()), "changed_at", Article.objects.published(), "public_id", after))
    return _cut(list(rows), lambda row: pack(row.changed_at.isoformat(), row.public_id))


def changed_claims(found: ClaimVersions, after: str = "") -> tuple[list[ClaimVersion], str]:
    """The same for claims."""
    news = found.filter(was_news("claim__article__"))
    rows = claims_for_list(_page(news, "published_at", current_claims(), "claim__public_id", after))
    return _cut(list(rows), lambda row: pack(row.published_at.isoformat(), row.claim.public_id))


def was_news(prefix: str = "") -> Q:
    """Reports that were fresh when they were first shown here; `prefix` leads to the report."""
    oldest = TruncDate(F(f"{prefix}first_published_at") - Value(OLD_AFTER))
    return Q(**{f"{prefix}published_latest__gte": oldest})


def _page(found: Any, when: str, everything: Any, public_id: str, after: str) -> Any:
    if after:
        moment, last = unpack(after, 2)
        at = _moment(moment, after)
        row = everything.filter(**{public_id: last}).values("id")[:1]
        place = Coalesce(Subquery(row), Value(0), output_field=BigIntegerField())
        found = found.filter(Q(**{f"{when}__lt": at}) | Q(**{when: at, "id__lt": place}))
    return found.order_by(F(when).desc(), "-id")[: NEWEST + 1]


def _cut(rows: list[Any], cursor: Any) -> tuple[list[Any], str]:
    return rows[:NEWEST], cursor(rows[NEWEST - 1]) if len(rows) > NEWEST else ""


def _moment(text: str, word: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise bad_cursor(word) from None
    if moment.tzinfo is None:
        raise bad_cursor(word)
    return moment


def first_paragraphs(articles: list[int]) -> dict[int, str]:
    """The first paragraph of the current text of each report, by the report's row number."""
    texts = PublicText.objects.published().filter(is_current=True, article__in=articles)
    return {pk: body.split("\n\n")[0] for pk, body in texts.values_list("article", "body")}
