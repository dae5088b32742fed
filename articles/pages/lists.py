"""Pages that are lists of reports or claims, narrowed by facets, and what every such page has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

from articles.addresses import path_to
from articles.facets import FACETS, Chip, Filter, day_label, value_label
from articles.listing import ARTICLES, CLAIMS, Listing
from articles.pages.cards import ArticleCard, ClaimCard, article_card, claim_card, report_card, said_card
from articles.queries import browse, counts
from articles.queries.names import Names, load_names, settle
from articles.search import listed, tallies
from provinces.tongue import say

Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Choice:
    """One value of a facet: its name, how many there are, and the query string of the list that has it (or has not)."""

    label: str
    count: int
    query: str
    is_chosen: bool

    @property
    def asked(self) -> str:
        """The query string as it stands in an address, with its question mark, or ""."""
        return f"?{self.query}" if self.query else ""


@dataclass(frozen=True)
class Panel:
    """The values of one facet."""

    name: str
    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class TimeNote:
    """That a list is of another time. `kind`: "as_of" or "published_until"; `query`: of the same list as it is now."""

    kind: str
    day: str
    query: str


def time_note(filter: Filter, *more: tuple[str, str]) -> TimeNote | None:
    """None for a list as it is now."""
    for kind, day in (("as_of", filter.as_of), ("published_until", filter.published_until)):
        if day:
            return TimeNote(kind, day_label(day), filter.without_time().query(*more))
    return None


@dataclass(frozen=True, kw_only=True)
class NarrowedPage:
    """A page of something that can be narrowed and turned over. Queries are query strings without question mark.

    `label`: what it is narrowed to, in words. `pairs`: what the address of the same as it is now is made of.
    """

    label: str
    chips: tuple[Chip, ...]
    panels: tuple[Panel, ...]
    total: int
    query: str
    after: str
    next: str
    canonical: str
    narrower_query: str
    pairs: tuple[tuple[str, str], ...]
    time: TimeNote | None

    @property
    def other_days(self) -> tuple[tuple[str, str], ...]:
        """The parameters that ask for another day, each with what it asks."""
        return (
            ("as_of", say("As this site showed it on")),
            ("published_until", say("What outlets had published until")),
        )

    @property
    def is_first(self) -> bool:
        """Whether this page is the first."""
        return not self.after

    @property
    def title(self) -> str:
        """What it is narrowed to, for a title: " about Ryanggang, kept", or empty."""
        return say(" {label}", label=self.label) if self.label else ""


@dataclass(frozen=True, kw_only=True)
class ListPage(NarrowedPage):
    """A page of a list.

    `once`: how many the reports are when copies and translations count once; the same of claims that repeat one another.
    `undated`: how many have no date and were therefore left out by a year or month. `deepest`: of a search that ends here
    although there are more, how many it tells in the order of what matches best; else 0.
    """

    articles: tuple[ArticleCard, ...]
    claims: tuple[ClaimCard, ...]
    once: int
    undated: int
    deepest: int = 0


def articles_page(asked: Filter, after: str = "") -> ListPage:
    """/articles/. Raises BadParameter."""
    listing = Listing.of(ARTICLES, asked)
    filter, names = listing.filter, listing.names
    cards, cursor = _articles_then(listing, after) if filter.is_of_another_time else _articles_now(listing, after)
    tally = tallies.reports(filter, names)
    return ListPage(
        label=listing.label,
        chips=tuple(filter.chips(names.labels)),
        panels=panels(filter, tally.counts, names.labels),
        articles=cards,
        claims=(),
        total=tally.total,
        once=tally.once,
        undated=browse.undated_articles(filter, names) if filter.days() else 0,
        query=filter.query(),
        after=after,
        next=filter.query(("after", cursor)) if cursor else "",
        canonical=canonical("articles:articles", filter.query(("after", after))),
        narrower_query=narrower_query(filter),
        pairs=tuple(filter.without_time().pairs()),
        time=time_note(filter),
    )


def claims_page(asked: Filter, after: str = "") -> ListPage:
    """/claims/. Raises BadParameter."""
    listing = Listing.of(CLAIMS, asked)
    filter, names = listing.filter, listing.names
    cards, cursor = _claims_then(listing, after) if filter.is_of_another_time else _claims_now(listing, after)
    tally = tallies.claims(filter, names)
    return ListPage(
        label=listing.label,
        chips=tuple(filter.chips(names.labels)),
        panels=panels(filter, tally.counts, names.labels),
        articles=(),
        claims=cards,
        total=tally.total,
        once=tally.once,
        undated=browse.undated_claims(filter, names) if filter.days() else 0,
        query=filter.query(),
        after=after,
        next=filter.query(("after", cursor)) if cursor else "",
        canonical=canonical("articles:claims", filter.query(("after", after))),
        narrower_query=narrower_query(filter),
        pairs=tuple(filter.without_time().pairs()),
        time=time_note(filter),
    )


def _articles_now(listing: Listing, after: str) -> tuple[tuple[ArticleCard, ...], str]:
    rows, cursor = listed.reports(listing.filter, listing.names, after)
    return tuple(report_card(row, listing.filter.days()) for row in rows), cursor


def _articles_then(listing: Listing, after: str) -> tuple[tuple[ArticleCard, ...], str]:
    rows, cursor = listing.page(after)
    return tuple(article_card(row, listing.filter.days(), True) for row in rows), cursor


def _claims_now(listing: Listing, after: str) -> tuple[tuple[ClaimCard, ...], str]:
    rows, cursor = listed.claims(listing.filter, listing.names, after)
    return tuple(said_card(row, listing.filter.days()) for row in rows), cursor


def _claims_then(listing: Listing, after: str) -> tuple[tuple[ClaimCard, ...], str]:
    rows, cursor = listing.page(after)
    return tuple(claim_card(row, listing.filter.days(), True) for row in rows), cursor


def panels(filter: Filter, found: counts.Counts, labels: Labels, *more: tuple[str, str]) -> tuple[Panel, ...]:
    """A panel for each facet that has something to choose; a value already chosen leads back."""
    return tuple(
        Panel(name, say(FACETS[name][0]), _choices(filter, name, pairs, labels, more))
        for name, pairs in found.items()
        if pairs
    )


def _choices(
    filter: Filter, name: str, pairs: Sequence[tuple[str, int]], labels: Labels, more: tuple[tuple[str, str], ...]
) -> tuple[Choice, ...]:
    chosen, query = filter.values(name), filter.queries(name, *more)
    return tuple(
        Choice(value_label(name, value, labels), count, query(value), value in chosen) for value, count in pairs
    )


def narrower_query(filter: Filter, *more: tuple[str, str]) -> str:
    """The list with narrower topics if it is without them, and the other way round; empty when no topic is chosen."""
    return filter.with_narrower(not filter.narrower).query(*more) if filter.topic else ""


def canonical(address: str, query: str, *parts: str) -> str:
    """The one absolute address of a list."""
    base = settings.BASE_URL.rstrip("/") + path_to(address, *parts)
    return f"{base}?{query}" if query else base


def names_for(filter: Filter) -> tuple[Filter, Names]:
    """The filter as it is today, with the names of its values. Raises BadParameter."""
    names = load_names()
    return settle(filter, names), names
