"""What a feed says, whatever it is written in: a page of entries, each with its permalink as its lasting id.

A feed is in the order of change and not of the reports' dates, so that a correction is not missed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from django.conf import settings

from articles.addresses import path_to
from articles.facets import Filter
from articles.listing import ARTICLES, Listing
from articles.models import Article, ClaimVersion
from articles.pages.cards import article_card, claim_card, shortened
from articles.pages.lists import canonical
from articles.queries import browse
from articles.queries.recent import first_paragraphs
from articles.unnamed import without_descriptors
from sources.models import Show

LONGEST_EXCERPT = 300
# Said in every feed of a list, so that nobody takes it for the whole list.
ONLY_NEWS = "Reports that were more than 60 days old when they came in are not here; the feed of changes has them."


@dataclass(frozen=True)
class Entry:
    """One entry. `published`: the outlet's date as a moment, or None; `updated`: the last change here.

    `original`: the report's address at the outlet, or "". `more`: members of our own for JSON. Every text is plain.
    """

    address: str
    title: str
    text: str
    author: str
    language: str
    published: datetime | None
    updated: datetime
    original: str = ""
    categories: tuple[str, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Feed:
    """A page of a feed. `name`: of its page's address, `parts`: what stands in it; `query` and `next`: query strings, `next`
    "" on the last page.
    """

    name: str
    title: str
    about: str
    query: str
    after: str
    next: str
    entries: tuple[Entry, ...]
    parts: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """The absolute address of what it is a feed of."""
        return canonical(f"articles:{self.name}", self.query, *self.parts)

    def address(self, format: str, query: str | None = None) -> str:
        """The absolute address of the feed in a format: of its first page, or of the one with this query."""
        return canonical(f"articles:{self.name}_{format}", self.query if query is None else query, *self.parts)

    def here(self, format: str) -> str:
        """The absolute address of this page."""
        paged = "&".join(text for text in (f"after={self.after}" if self.after else "", self.query) if text)
        return self.address(format, paged)


def list_feed(listing: Listing, after: str = "") -> Feed:
    """Of any list or search. Raises BadParameter."""
    rows, cursor = listing.changed(after)
    entries = _of_articles(rows, listing.filter) if listing.kind == ARTICLES else tuple(map(_of_claim, rows))
    return Feed(
        name=listing.address,
        title=f"{listing.title} · {settings.SITE_NAME}",
        about="" if listing.filter.is_of_another_time else ONLY_NEWS,
        query=listing.query(),
        after=after,
        next=listing.query(("after", cursor)) if cursor else "",
        entries=entries,
    )


def _of_articles(rows: Sequence[Article], filter: Filter) -> tuple[Entry, ...]:
    excerpts = _excerpts(rows, filter)
    found = []
    for row in rows:
        card = article_card(row)
        # Of another time the text that the entry shows was its last change.
        updated = row.current_texts[0].published_at if filter.is_of_another_time else row.changed_at  # type: ignore[attr-defined]  # fetched by the list's query
        assert updated is not None, "what is public was published"
        found.append(
            Entry(
                address=absolute("articles:article", card.public_id),
                title=card.headline,
                text=excerpts.get(row.pk, ""),
                author=card.outlet.label,
                language=card.language,
                published=midnight(row.published_earliest or row.published_latest),
                updated=updated,
                original=row.original_url,
                categories=tuple(name.label for name in (*card.provinces, *card.topics)),
            )
        )
    return tuple(found)


def _of_claim(row: ClaimVersion) -> Entry:
    card = claim_card(row)
    report = row.claim.article
    speakers = " ← ".join(speaker.label for speaker in card.speakers)
    assert row.published_at is not None, "what is public was published"
    return Entry(
        address=absolute("articles:claim", card.public_id),
        title=shortened(card.words, 120),
        text=f"{card.words} ({speakers}; {card.headline}, {card.published})",
        author=card.outlet.label,
        language=card.language,
        published=midnight(report.published_earliest or report.published_latest),
        updated=row.published_at,
        original=report.original_url,
        categories=tuple(name.label for name in (*card.provinces, *card.topics)),
    )


def _excerpts(rows: Sequence[Article], filter: Filter) -> dict[int, str]:
    """The first paragraph, shortened, where the outlet allows the full text; its words for its source left out."""
    full = {row.pk: row for row in rows if row.outlet.show == Show.FULL}
    hidden = browse.descriptors_of(list(full))
    return {
        pk: shortened(without_descriptors(text, hidden[pk], full[pk].language), LONGEST_EXCERPT)
        for pk, text in first_paragraphs(list(full), filter).items()
    }


def absolute(address: str, *parts: str) -> str:
    """The whole address of something, for those who are elsewhere."""
    return settings.BASE_URL.rstrip("/") + path_to(address, *parts)


def midnight(day: date | None) -> datetime | None:
    """A day as a moment."""
    return datetime.combine(day, time(), tzinfo=UTC) if day else None
