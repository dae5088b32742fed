"""Feeds: what changed last on the public record, newest change first, in pages.

A report that was old when it came in is no news, whatever was done to it here; `/changes/` has it.
"""

# The stubs cannot follow querysets that carry annotations and prefetched lists through our own classes.
# mypy: disable-error-code="type-var,assignment,return-value,attr-defined"

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import BigIntegerField, F, Max, Q, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from articles.cursors import day_in, id_in, moment_in, pack, unpack
from articles.facets import Filter
from articles.models import Article, ClaimVersion
from articles.models.article import ArticleQuerySet
from articles.public_ids import Kind
from articles.queries import whole
from articles.queries.browse import NOW, ClaimVersions, articles_matching
from articles.queries.counts import Matching
from articles.queries.names import NO_NAMES, load_names
from articles.queries.times import claims_then, end_of, provinces_then, texts_then, topics_then
from sources.models import Step

NEWEST = 50
OLD_AFTER = timedelta(days=60)


def changed_articles(found: ArticleQuerySet, after: str = "", filter: Filter = NOW) -> tuple[list[Article], str]:
    """The reports that changed last, of another time the newest, and the cursor of the page that follows, or "".

    Raises BadParameter.
    """
    rows = whole.articles(next_of(found, "articles", filter, after), filter)
    return _cut(rows, _newest_cursor if filter.is_of_another_time else article_cursor)


def changed_claims(found: ClaimVersions, after: str = "", filter: Filter = NOW) -> tuple[list[ClaimVersion], str]:
    """The same for claims."""
    rows = whole.claims(next_of(found, "claims", filter, after), filter)
    return _cut(rows, claim_cursor)


def article_cursor(row: Article) -> str:
    """Where a report stands in a list of changes."""
    assert row.changed_at is not None, "what is public was published"
    return pack(row.changed_at.isoformat(), row.public_id)


def _newest_cursor(row: Article) -> str:
    assert row.published_latest is not None, "a public article has a date"
    return pack(row.published_latest.isoformat(), row.public_id)


def claim_cursor(row: ClaimVersion) -> str:
    """The same of a claim."""
    assert row.published_at is not None, "what is public was published"
    return pack(row.published_at.isoformat(), row.claim.public_id)


def next_of(found: Any, kind: str, filter: Filter, after: str) -> Any:
    """The reports, or claims, among these that come next in a feed, and one more. Raises BadParameter."""
    if kind == "articles":
        when = "published_latest" if filter.is_of_another_time else "changed_at"
        return _page(_news(found, filter), when, Article.objects.published(), "public_id", after)
    news = _news(found, filter, "claim__article__")
    return _page(news, "published_at", claims_then(filter), "claim__public_id", after)


def _news(found: Any, filter: Filter, prefix: str = "") -> Any:
    """Nobody follows a list of another time: it holds what it held, old or new."""
    return found if filter.is_of_another_time else found.filter(was_news(prefix))


def was_news(prefix: str = "") -> Q:
    """Reports that were fresh when they were first shown here; `prefix` leads to the report."""
    oldest = TruncDate(F(f"{prefix}first_published_at") - Value(OLD_AFTER))
    return Q(**{f"{prefix}published_latest__gte": oldest})


def is_news(latest: date, first_published: datetime) -> bool:
    """The same of a report with this last day, first published here at this time."""
    return latest >= timezone.localtime(first_published - OLD_AFTER).date()


def _page(found: Any, when: str, everything: Any, public_id: str, after: str) -> Any:
    if after:
        moment, last = unpack(after, 2)
        at = day_in(moment, after) if when == "published_latest" else moment_in(moment, after)
        kind: Kind = "a" if public_id == "public_id" else "c"
        row = everything.filter(**{public_id: id_in(last, after, kind)}).values("id")[:1]
        place = Coalesce(Subquery(row), Value(0), output_field=BigIntegerField())
        found = found.filter(Q(**{f"{when}__lt": at}) | Q(**{when: at, "id__lt": place}))
    # As the index of reports has their days, of which none that is public has none.
    newest = F(when).desc(nulls_last=True) if when == "published_latest" else F(when).desc()
    return found.order_by(newest, "-id")[: NEWEST + 1]


def _cut(rows: list[Any], cursor: Any) -> tuple[list[Any], str]:
    return rows[:NEWEST], cursor(rows[NEWEST - 1]) if len(rows) > NEWEST else ""


def last_changes(of: str, time: Filter = NOW, matching: Matching = articles_matching) -> dict[str, datetime]:
    """When a public report of each province, topic, institution or outlet last changed, by slug; a topic's with its narrower
    ones. Of another time, all at the end of that day. Those without a report are left out; `of`: as the address has it.
    """
    found: dict[str, datetime] = {}
    for slug, changed in _changes(of, matching(time, NO_NAMES), time):
        if slug is not None:
            found[slug] = max(changed, found.get(slug, changed))
    if of == "topics":
        found = _with_narrower(found)
    day = time.as_of or time.published_until
    return dict.fromkeys(found, end_of(day)) if day else found


def _changes(of: str, shown: ArticleQuerySet, time: Filter) -> Iterator[tuple[str, datetime]]:
    if of == "outlets":
        yield from shown.order_by().values_list("outlet__slug").annotate(changed=Max("changed_at"))
    elif of == "provinces":
        filed = provinces_then(time).filter(article__in=shown.values("pk"))
        yield from filed.order_by().values_list("province__slug").annotate(changed=Max("article__changed_at"))
    elif of == "topics":
        tagged = topics_then(time).filter(content_object__in=shown.values("pk"))
        yield from tagged.order_by().values_list("tag__slug").annotate(changed=Max("content_object__changed_at"))
    else:
        claims = claims_then(time).filter(claim__article__in=shown.values("pk"))
        report = Max("claim__article__changed_at")
        for role in ("actor", "addressee"):
            named = claims.filter(**{f"{role}__is_public": True})
            yield from named.order_by().values_list(f"{role}__slug").annotate(changed=report)
        spoken = Step.objects.published().filter(
            institution__is_public=True, chain__claim_versions__in=claims.values("pk")
        )
        latest = Max("chain__claim_versions__claim__article__changed_at")
        yield from spoken.order_by().values_list("institution__slug").annotate(changed=latest)


def _with_narrower(found: dict[str, datetime]) -> dict[str, datetime]:
    names = load_names()
    slugs = names.slugs["topic"]
    whole = {
        slug: [found[slugs[below]] for below in names.below[pk] if slugs[below] in found] for pk, slug in slugs.items()
    }
    return {slug: max(changes) for slug, changes in whole.items() if changes}


def first_paragraphs(articles: list[int], filter: Filter = NOW) -> dict[int, str]:
    """The first paragraph of the text of each report, today's or that of a time, by the report's row number."""
    texts = texts_then(filter).filter(article__in=articles)
    return {pk: body.split("\n\n")[0] for pk, body in texts.values_list("article", "body")}
