"""The page of a search: reports or claims in the order asked for, each with the words that were found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from articles.facets import Filter
from articles.listing import ARTICLES, CLAIMS, KINDS, MODES, Listing
from articles.pages.cards import ArticleCard, said_row
from articles.pages.found import claim_cards, report_cards, report_cards_of_another_time
from articles.pages.lists import ListPage, canonical, narrower_query, panels, time_note
from articles.pages.relaxing import Relaxed, ways
from articles.pages.seen import Ends, Seen, ends
from articles.queries import browse, counts
from articles.queries.rows import claim_rows, report_heads, report_rows
from articles.search import Sought
from articles.search.analysis import HANGUL_RUN
from articles.search.answers import SORTS, deepest
from articles.search.naming import names_in
from articles.search.variants import Thing
from provinces.tongue import either, say

# Of topics and bodies those with most are offered; of everything else all, as beside lists.
COMMONEST = ("topic", "institution")
MOST_SHOWN = 12
# Where fewer reports than this have all of the words, those that have most of them follow, up to so many together.
FEW = 10
MODE_LABELS = {"variants": "Every spelling", "exact": "Exactly as typed", "loose": "Also what looks alike"}
MOST_OTHERS = 12
SORT_LABELS = {"relevance": "Best match", "newest": "Newest report", "event": "Newest event"}


@dataclass(frozen=True)
class Tab:
    """One of a few ways to see a search: how many there are (None when it is not counted), and its query string."""

    label: str
    count: int | None
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class StandsFor:
    """A name that was typed, and other ways to write it that are looked for too."""

    typed: str
    label: str
    others: tuple[str, ...]


@dataclass(frozen=True)
class SearchPage:
    """`list`: None when nothing was asked for. `without_filter`: how many there would be, when the
    filter left none; `whole`: the query string without the filter. `meant`: (name, query string) of what may be meant;
    `left_out`: words that say nothing here; `taken_for`: (word that no report has, name looked for instead, or "").
    `nearly`: when there are few reports, those that have most of the words. `ways`: what would be found with one thing less.
    `seen`: on the first page, where it was seen first.
    """

    q: str
    kind: str
    filter: Filter
    own: tuple[tuple[str, str], ...]
    wanted: tuple[str, ...]
    passed_over: tuple[str, ...]
    tabs: tuple[Tab, ...]
    modes: tuple[Tab, ...]
    sorts: tuple[Tab, ...]
    names: tuple[StandsFor, ...]
    meant: tuple[tuple[str, str], ...]
    list: ListPage | None
    without_filter: int
    whole: str
    nearly: tuple[ArticleCard, ...] = ()
    taken_for: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    ways: tuple[Relaxed, ...] = ()
    seen: Seen | None = None


def search_page(listing: Listing, after: str = "") -> SearchPage:
    """/search/. Raises BadParameter."""
    sought, filter, more, kind = listing.sought, listing.filter, listing.own, listing.kind
    assert sought is not None, "this is a search"
    empty = SearchPage(
        listing.text,
        kind,
        filter,
        _besides_words(more),
        sought.wanted,
        sought.query.passed_over,
        (),
        (),
        (),
        (),
        (),
        None,
        0,
        "",
    )
    if not sought.is_asking:
        return empty
    listed, sight = (_of_another_time(listing, after), None) if filter.is_of_another_time else _now(listing, after)
    totals = {kind: listed.total, other(kind): _total(listing, other(kind))}
    return replace(
        empty,
        whole=filter.all_of_its_time().query(*more),
        tabs=tuple(
            Tab(
                say({ARTICLES: "Reports", CLAIMS: "Claims"}[each]),
                totals[each],
                _with(listing, "in", each, ARTICLES),
                each == kind,
            )
            for each in KINDS
        ),
        modes=tuple(
            Tab(say(MODE_LABELS[each]), None, _with(listing, "mode", each, MODES[0]), each == sought.mode)
            for each in MODES
        ),
        sorts=()
        if filter.is_of_another_time
        else tuple(
            Tab(say(SORT_LABELS[each]), None, _with(listing, "sort", each, SORTS[0]), each == sought.sort)
            for each in SORTS
        ),
        names=_stands_for(sought),
        meant=tuple((name, _with(listing, "q", name, "")) for name in sought.meant) if not listed.total else (),
        list=listed,
        without_filter=_without_filter(listing) if filter and not listed.total else 0,
        nearly=_nearly(sought, listed.total) if kind == ARTICLES and not after else (),
        taken_for=sought.taken_for,
        left_out=sought.left_out,
        ways=ways(listing) if not listed.total and not filter.is_of_another_time else (),
        seen=sight,
    )


def _nearly(sought: Sought, total: int) -> tuple[ArticleCard, ...]:
    pks = pks_nearly(sought, total)
    return report_cards(pks, report_rows(pks, sought.names), sought, is_nearly=True)


def pks_nearly(sought: Sought, total: int) -> list[int]:
    """The reports that follow where only a few have all of the words: those that have most, the best first."""
    answers = sought.nearly() if total < FEW and not sought.filter.is_of_another_time else None
    return answers.page(SORTS[0], "", FEW - total)[0] if answers else []


def other(kind: str) -> str:
    """The other of the two kinds."""
    return CLAIMS if kind == ARTICLES else ARTICLES


def _with(listing: Listing, name: str, value: str, usual: str) -> str:
    """The query string with another value of one of the search's own parameters."""
    changed = [(each, ("" if value == usual else value) if each == name else given) for each, given in listing.own]
    return listing.filter.query(*changed)


def _besides_words(own: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in own if value and name != "q")


def _now(listing: Listing, after: str) -> tuple[ListPage, Seen | None]:
    """The page, and on the first where it was seen first; the rows of both are read together."""
    sought, kind, filter = listing.sought, listing.kind, listing.filter
    assert sought is not None, "this is a search"
    answers = sought.answers(kind)
    pks, cursor = answers.page(sought.sort, after, browse.PAGE)
    most = deepest(cursor)
    listed = replace(_list(listing, after, "" if most else cursor, answers.total, answers.once), deepest=most)
    found = {name: pairs[:MOST_SHOWN] if name in COMMONEST else pairs for name, pairs in answers.counts().items()}
    listed = replace(listed, panels=panels(filter, found, listing.names.labels, *listing.own))
    first = ends(sought) if listed.total and not after else Ends()
    if kind == ARTICLES:
        found_rows = report_rows([*pks, *first.reports], sought.names)
        listed = replace(listed, articles=report_cards(pks, found_rows, sought))
        reports, claims = {pk: row for pk, (row, _) in found_rows.items()}, claim_rows(first.claims, sought.names)
    else:
        reports, claims = report_heads(first.reports, sought.names), claim_rows([*pks, *first.claims], sought.names)
        bodies = {claims[pk].public_id: of for pk, of in sought.bodies_in(CLAIMS, pks).items() if pk in claims}
        listed = replace(listed, claims=claim_cards((claims[pk] for pk in pks if pk in claims), sought, bodies))
    return listed, first.sights(reports, claims) if first != Ends() else None


def _of_another_time(listing: Listing, after: str) -> ListPage:
    """In the order of lists: what matches best was not counted then."""
    filter, names = listing.filter, listing.names
    sought = listing.sought
    assert sought is not None, "this is a search"
    rows: Any
    if listing.kind == ARTICLES:
        rows, cursor = browse.article_page(listing.articles(), after, filter)
        total, once = counts.count_articles(listing.articles())
        found = counts.article_counts(filter, names, sought.articles)
    else:
        rows, cursor = browse.claim_page(listing.claims(), after, filter)
        total, once = counts.count_claims(listing.claims())
        found = counts.claim_counts(filter, names, sought.claims)
    listed = replace(
        _list(listing, after, cursor, total, once), panels=panels(filter, found, names.labels, *listing.own)
    )
    if listing.kind == ARTICLES:
        return replace(listed, articles=report_cards_of_another_time(rows, sought))
    return replace(listed, claims=claim_cards(map(said_row, rows), sought))


def _list(listing: Listing, after: str, cursor: str, total: int, once: int) -> ListPage:
    filter, more = listing.filter, listing.own
    return ListPage(
        label=listing.label,
        chips=tuple(filter.chips(listing.names.labels, *more)),
        panels=(),
        articles=(),
        claims=(),
        total=total,
        once=once,
        undated=0,
        query=listing.query(),
        after=after,
        next=listing.query(("after", cursor)) if cursor else "",
        canonical=canonical("articles:search", listing.query(("after", after))),
        narrower_query=narrower_query(filter, *more),
        pairs=(*((name, value) for name, value in more if value), *filter.without_time().pairs()),
        time=time_note(filter, *more),
    )


def _total(listing: Listing, kind: str) -> int:
    assert listing.sought is not None, "this is a search"
    if listing.filter.is_of_another_time:
        return (listing.articles() if kind == ARTICLES else listing.claims()).count()
    return listing.sought.answers(kind).total


def _without_filter(listing: Listing) -> int:
    assert listing.sought is not None, "this is a search"
    whole = replace(listing.sought, filter=listing.filter.all_of_its_time())
    return _total(replace(listing, filter=whole.filter, sought=whole), listing.kind)


def _stands_for(sought: Sought) -> tuple[StandsFor, ...]:
    """One for each word and what it names; a topic and a word of the trade that are called the same are one."""
    found: dict[tuple[str, str], StandsFor] = {}
    for named in names_in(sought.tree):
        for thing in named.things:
            label, ways = _label(thing), tuple(spelling.text for spelling in thing.spellings)
            key = (named.text, label.casefold())
            known = found.get(key, StandsFor(named.text, label, ()))
            found[key] = replace(known, others=known.others + ways)
    told = (replace(each, others=_others(each)) for each in found.values())
    return tuple(each for each in told if each.others or each.label.casefold() != each.typed.casefold())


def _others(name: StandsFor) -> tuple[str, ...]:
    """The first of its other spellings, each once however it is capitalised; not what was typed, nor the label."""
    once = {name.typed.casefold(): "", name.label.casefold(): ""}
    for spelling in name.others:
        once.setdefault(spelling.casefold(), spelling)
    return tuple(filter(None, once.values()))[:MOST_OTHERS]


def _label(thing: Thing) -> str:
    """What a thing is called here; in Korean by the first of its Korean spellings."""
    return either(thing.label, next((each.text for each in thing.spellings if HANGUL_RUN.search(each.text)), ""))
