"""The page of a search: reports or claims in order of rank, each with the words that were found."""

import re
from dataclasses import dataclass, replace
from typing import Any

from articles import search
from articles.facets import Filter
from articles.listing import KINDS, Listing
from articles.models import Article, ClaimVersion, TopicName
from articles.pages.cards import ArticleCard, ClaimCard, Piece, article_card, claim_card, words_for_lists
from articles.pages.cards import descriptors as descriptors_of_claim
from articles.pages.lists import ListPage, canonical, narrower_query, panels, time_note
from articles.queries import browse, counts
from articles.queries.names import Names
from articles.unnamed import without_descriptors
from provinces.models import Spelling

MOST_NAMES = 3


@dataclass(frozen=True)
class Tab:
    """Reports or claims: how many were found, and the query string that shows them."""

    label: str
    count: int
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class SearchPage:
    """`list`: None when nothing was asked for. `without_filter`: how many there would be, when the
    filter left none; `whole`: the query string without the filter.
    """

    q: str
    kind: str
    filter: Filter
    wanted: tuple[str, ...]
    passed_over: tuple[str, ...]
    tabs: tuple[Tab, ...]
    list: ListPage | None
    without_filter: int
    whole: str


def search_page(text: str, kind: str, asked: Filter, after: str = "") -> SearchPage:
    """/search/. Raises BadParameter."""
    listing = Listing.searched(text, kind, asked)
    filter, names, query = listing.filter, listing.names, listing.words
    assert listing.sought is not None, "this is a search"
    sought = listing.sought
    empty = SearchPage(text, kind, filter, tuple(sought.wanted), sought.passed_over, (), None, 0, "")
    if query is None:
        return empty
    total, once = counts.count_articles(listing.articles())
    totals = {"articles": total, "claims": listing.claims().count()}
    more = listing.own
    listed = ListPage(
        label=listing.label,
        chips=tuple(filter.chips(names.labels, *more)),
        panels=_panels(kind, filter, names, query, more),
        articles=(),
        claims=(),
        total=totals[kind],
        once=once if kind == "articles" else totals[kind],
        undated=0,
        query=listing.query(),
        after=after,
        next="",
        canonical=canonical("articles:search", listing.query(("after", after))),
        narrower_query=narrower_query(filter, *more),
        pairs=(*((name, value) for name, value in more if value), *filter.without_time().pairs()),
        time=time_note(filter, *more),
    )
    if kind == "articles":
        rows, cursor = search.best_articles(browse.articles_matching(filter, names), query, after, filter)
        listed = replace(listed, articles=tuple(_article_cards(rows, filter, query)))
    else:
        versions, cursor = search.best_claims(browse.claims_matching(filter, names), query, after, filter)
        listed = replace(listed, claims=tuple(_claim_cards(versions, filter, query)))
    if cursor:
        listed = replace(listed, next=listing.query(("after", cursor)))
    return replace(
        empty,
        whole=filter.all_of_its_time().query(*more),
        tabs=tuple(_tab(each, totals[each], filter, text, each == kind) for each in KINDS),
        list=listed,
        without_filter=_without_filter(kind, filter.all_of_its_time(), names, query)
        if filter and not listed.total
        else 0,
    )


def _panels(kind: str, filter: Filter, names: Names, query: search.TextQuery, more: tuple[tuple[str, str], ...]) -> Any:
    if kind == "articles":
        found = counts.article_counts(filter, names, lambda rows: search.matching_articles(rows, query, filter))
    else:
        found = counts.claim_counts(filter, names, lambda rows: search.matching_claims(rows, query))
    return panels(filter, found, names.labels, *more)


def _tab(kind: str, count: int, filter: Filter, text: str, is_chosen: bool) -> Tab:
    query = filter.query(("q", text), ("in", "" if kind == "articles" else kind))
    return Tab({"articles": "Reports", "claims": "Claims"}[kind], count, query, is_chosen)


def _without_filter(kind: str, whole: Filter, names: Names, query: search.TextQuery) -> int:
    if kind == "articles":
        return search.matching_articles(browse.articles_matching(whole, names), query, whole).count()
    return search.matching_claims(browse.claims_matching(whole, names), query).count()


def _article_cards(rows: list[Article], filter: Filter, query: search.TextQuery) -> list[ArticleCard]:
    keys = {row.pk: row for row in rows}
    hidden = browse.descriptors_of(list(keys))
    texts = {
        pk: (found.headline, without_descriptors(found.body, hidden[pk], keys[pk].language), found.names)
        for pk, found in search.searched_of(list(keys), filter).items()
    }
    public = Article.objects.published()
    marked = search.highlighted(public, texts, query, shorten=(False, True, False))
    lines = {pk: _marked_lines(names) for pk, (_, _, names) in _only_by_name(marked).items()}
    owners = _owners(lines)
    cards = []
    for row in rows:
        headline, body, _ = marked.get(row.pk, ("", "", ""))
        card = replace(article_card(row, filter.days(), filter.is_of_another_time), headline_pieces=pieces(headline))
        if row.pk in lines:
            cards.append(replace(card, through=_through(card, lines[row.pk], owners)))
        else:
            cards.append(replace(card, pieces=pieces(body) if search.START in body else ()))
    return cards


def _only_by_name(marked: dict[int, list[str]]) -> dict[int, list[str]]:
    """The rows in whose headline and snippet nothing is marked."""
    return {pk: parts for pk, parts in marked.items() if search.START not in parts[0] + parts[1]}


def _marked_lines(names: str) -> list[str]:
    """The names, one a line, in which something is marked; without the marks."""
    lines = [line for line in names.split("\n") if search.START in line]
    return [line.replace(search.START, "").replace(search.STOP, "") for line in lines]


def _owners(lines: dict[int, list[str]]) -> dict[str, set[str]]:
    """What each name is a name of: name → slugs of provinces and topics. Two queries, also for no name."""
    texts = sorted({line for found in lines.values() for line in found})
    owners: dict[str, set[str]] = {}
    spellings = Spelling.objects.published().filter(text__in=texts, province__isnull=False)
    others = TopicName.objects.published().filter(name__in=texts)
    pairs = [*spellings.values_list("text", "province__slug"), *others.values_list("name", "topic__slug")]
    for text, slug in pairs:
        owners.setdefault(text, set()).add(slug)
    return owners


def _through(card: ArticleCard, lines: list[str], owners: dict[str, set[str]]) -> tuple[str, ...]:
    """ "Ryanggang (량강도)": what the report is filed under, with the name that was found where it is another."""
    found: dict[str, str] = {}
    filed = [*card.provinces, *card.topics]
    for line in lines:
        for name in filed:
            if line == name.label:
                found[name.label] = name.label
            elif name.slug in owners.get(line, ()):
                found.setdefault(name.label, f"{name.label} ({line})")
    return tuple(found.values())[:MOST_NAMES] or tuple(lines[:MOST_NAMES])


def _claim_cards(versions: list[ClaimVersion], filter: Filter, query: search.TextQuery) -> list[ClaimCard]:
    texts = {}
    for version in versions:
        language = version.claim.article.language
        exact = without_descriptors(version.exact, descriptors_of_claim(version), language)
        texts[version.pk] = (words_for_lists(version)[0], exact)
    marked = search.highlighted(ClaimVersion.objects.published(), texts, query, shorten=(False, True))
    cards = []
    for version in versions:
        words, exact = marked.get(version.pk, ["", ""])
        card = claim_card(version, filter.days(), filter.is_of_another_time)
        shown = words if search.START in words else exact if search.START in exact else ""
        cards.append(replace(card, pieces=pieces(shown), quotes_exact=search.START not in words and bool(shown)))
    return cards


def pieces(marked: str) -> tuple[Piece, ...]:
    """A text with marks as plain pieces, for the template to escape; a mark without its other half marks nothing."""
    found: list[Piece] = []
    text = " ".join(marked.split())
    for part in re.split(f"({search.START}[^{search.START}{search.STOP}]*{search.STOP})", text):
        is_marked = part.startswith(search.START) and part.endswith(search.STOP)
        plain = part.replace(search.START, "").replace(search.STOP, "")
        if plain:
            found.append(Piece(plain, is_marked))
    return tuple(found)
