"""Atom feeds of lists: what changed last on the public record, newest 50, each with a permalink as its lasting id.

A feed is in the order of change and not of the reports' dates, so that an old report brought in today is not missed.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from django.conf import settings
from django.db.models import F
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from articles import search
from articles.facets import Filter
from articles.models import Article, ClaimVersion
from articles.pages.cards import article_card, claim_card, shortened
from articles.pages.lists import canonical, names_for
from articles.queries import browse
from articles.queries.times import changed_then, texts_then
from articles.unnamed import without_descriptors
from sources.models import Show

NEWEST = 50
LONGEST_EXCERPT = 300


class Feed(Atom1Feed):
    """Atom whose time of change is that of its newest entry, also when it has none: then the site's beginning."""

    def latest_post_date(self) -> datetime:
        """Without an entry the same answer every time, so that it can be told from a changed one."""
        dates = [item["updateddate"] for item in self.items if item["updateddate"]]
        return max(dates, default=datetime(2000, 1, 1, tzinfo=UTC))


def articles_feed(asked: Filter) -> Feed:
    """/articles.atom. Raises BadParameter."""
    filter, names = names_for(asked)
    label = filter.label(names.labels)
    return _articles(browse.articles_matching(filter, names), f"Reports {label}".strip(), "articles", filter)


def claims_feed(asked: Filter) -> Feed:
    """/claims.atom. Raises BadParameter."""
    filter, names = names_for(asked)
    label = filter.label(names.labels)
    return _claims(browse.claims_matching(filter, names), f"Claims {label}".strip(), "claims", filter)


def search_feed(text: str, kind: str, asked: Filter) -> Feed:
    """/search.atom; empty when the words name nothing to look for. Raises BadParameter."""
    filter, names = names_for(asked)
    label = filter.label(names.labels)
    query = search.read_search(text).query
    words = (("q", text), ("in", "" if kind == "articles" else kind))
    title = f"Search for {text}" + (f" {label}" if label else "")
    if kind == "claims":
        claims = browse.claims_matching(filter, names)
        return _claims(
            search.matching_claims(claims, query) if query else claims.none(), title, "search", filter, *words
        )
    articles = browse.articles_matching(filter, names)
    return _articles(
        search.matching_articles(articles, query, filter) if query else articles.none(),
        title,
        "search",
        filter,
        *words,
    )


def _articles(found: Any, title: str, address: str, filter: Filter, *asked: tuple[str, str]) -> Feed:
    rows = list(browse.for_list(found.order_by(changed_then(filter).desc(), "-id")[:NEWEST], filter))
    feed = _feed(title, address, filter.query(*asked))
    excerpts = _excerpts(rows, filter)
    for row in rows:
        card = article_card(row)
        feed.add_item(
            title=card.headline,
            link=_absolute("articles:article", card.public_id),
            unique_id=_absolute("articles:article", card.public_id),
            description=escape(excerpts.get(row.pk, "")) or None,  # type: ignore[arg-type]  # Django writes no element for None
            author_name=card.outlet.label,
            pubdate=_midnight(row.published_earliest or row.published_latest),
            updateddate=_changed(row) if filter.is_of_another_time else row.changed_at,
            categories=[name.label for name in (*card.provinces, *card.topics)],
        )
    return feed


def _claims(found: Any, title: str, address: str, filter: Filter, *asked: tuple[str, str]) -> Feed:
    newest = found.order_by(F("published_at").desc(), "-id")[:NEWEST]
    rows: list[ClaimVersion] = list(browse.claims_for_list(newest, filter))
    feed = _feed(title, address, filter.query(*asked))
    for row in rows:
        card = claim_card(row)
        report = row.claim.article
        speakers = " ← ".join(speaker.label for speaker in card.speakers)
        feed.add_item(
            title=shortened(card.words, 120),
            link=_absolute("articles:claim", card.public_id),
            unique_id=_absolute("articles:claim", card.public_id),
            description=escape(f"{card.words} ({speakers}; {card.headline}, {card.published})"),
            author_name=card.outlet.label,
            pubdate=_midnight(report.published_earliest or report.published_latest),
            updateddate=row.published_at,
            categories=[name.label for name in (*card.provinces, *card.topics)],
        )
    return feed


def _feed(title: str, address: str, query: str) -> Feed:
    page = canonical(f"articles:{address}", query)
    itself = canonical(f"articles:{address}_atom", query)
    return Feed(
        title=f"{title} · {settings.SITE_NAME}",
        link=page,
        description=None,
        feed_url=itself,
        feed_guid=itself,
        language="en",
    )


def _changed(row: Any) -> datetime | None:
    """When the text came that a feed of another time shows."""
    return row.current_texts[0].published_at if row.current_texts else None


def _excerpts(rows: Sequence[Article], filter: Filter) -> dict[int, str]:
    """The first paragraph, shortened, where the outlet allows the full text; its words for its source left out."""
    full = {row.pk: row for row in rows if row.outlet.show == Show.FULL}
    hidden = browse.descriptors_of(list(full))
    texts = texts_then(filter).filter(article__in=full).values_list("article", "body")
    found = {}
    for pk, body in texts:
        paragraph = without_descriptors(body.split("\n\n")[0], hidden[pk], full[pk].language)
        found[pk] = shortened(paragraph, LONGEST_EXCERPT)
    return found


def _absolute(address: str, public_id: str) -> str:
    return settings.BASE_URL.rstrip("/") + reverse(address, args=[public_id])


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), tzinfo=UTC) if day else None
