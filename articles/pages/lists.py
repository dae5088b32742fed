"""Pages that are lists: reports, claims, and what provinces, topics, institutions and outlets have of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings

from articles.addresses import path_to
from articles.facets import FACETS, Chip, Filter, day_label, value_label
from articles.listing import ARTICLES, CLAIMS, KINDS, Listing
from articles.models import ClaimVersion, Topic
from articles.pages.cards import ArticleCard, ClaimCard, article_card, claim_card, report_card, said_card
from articles.pages.province_map import ProvinceMap, Shape, shapes, where
from articles.pages.seen import Seen, seen
from articles.queries import browse, counts
from articles.queries import province as queries
from articles.queries.names import Names, load_names, settle
from articles.queries.times import check_time
from articles.search import Sought, listed, tallies
from provinces.models import Place, PlaceKind, Province
from provinces.tongue import in_order, is_korean, name_of, say
from sources.models import Institution, Outlet

Labels = Mapping[str, Mapping[str, str]]
# A name with the language it is written in, as pages mark it up.
Named = tuple[str, str]
_HANGUL, _HAN = re.compile("[가-힣]"), re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True)
class Choice:
    """One value of a facet: its name, how many there are, and the query string of the list that has it (or has not)."""

    label: str
    count: int
    query: str
    is_chosen: bool


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
    `undated`: how many have no date and were therefore left out by a year or month.
    """

    articles: tuple[ArticleCard, ...]
    claims: tuple[ClaimCard, ...]
    once: int
    undated: int


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
    rows, cursor = browse.article_page(listing.articles(), after, listing.filter)
    return tuple(article_card(row, listing.filter.days(), True) for row in rows), cursor


def _claims_now(listing: Listing, after: str) -> tuple[tuple[ClaimCard, ...], str]:
    rows, cursor = listed.claims(listing.filter, listing.names, after)
    return tuple(said_card(row, listing.filter.days()) for row in rows), cursor


def _claims_then(listing: Listing, after: str) -> tuple[tuple[ClaimCard, ...], str]:
    rows, cursor = browse.claim_page(listing.claims(), after, listing.filter)
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


@dataclass(frozen=True)
class ProvinceRow:
    """A province with how much there is about it; what is told again counts once."""

    province: Province
    reports: int
    claims: int


def provinces_page(filter: Filter = browse.NOW) -> list[ProvinceRow]:
    """Every province, by name. Raises BadParameter, as every index does, for a time that cannot be asked for."""
    check_time(filter)
    names = load_names()
    reports, claims = (tallies.by_value(kind, "province", names, filter) for kind in KINDS)
    return [
        ProvinceRow(province, reports.get(province.slug, 0), claims.get(province.slug, 0))
        for province in in_order(Province.objects.published().order_by("name_en"))
    ]


@dataclass(frozen=True)
class PlaceGroup:
    """The places of one kind."""

    kind: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class ProvincePage:
    """One province; `names`: its name in three forms, each once. `statements`: the claims when repetitions count once."""

    province: Province
    names: tuple[Named, ...]
    spellings: tuple[Named, ...]
    places: tuple[PlaceGroup, ...]
    institutions: tuple[Institution, ...]
    claims: int
    statements: int
    list: ListPage
    map: ProvinceMap | None
    shapes: tuple[Shape, ...]


def province_page(province: Province, after: str = "", time: Filter = browse.NOW) -> ProvincePage:
    """/provinces/<slug>/; `time` narrows nothing else. Raises BadParameter."""
    about = time.having("province", province.slug)
    listed = articles_page(about, after)
    names = dict.fromkeys([("en", province.name_en), ("ko", province.name_ko), ("ko", province.name_ko_rok)])
    if is_korean():
        names = dict.fromkeys(reversed(names))
    known = {label for _, label in names}
    said = tallies.claims(about, load_names(), ())
    return ProvincePage(
        province=province,
        names=tuple(names),
        spellings=_named(text for text in queries.spellings_of(province) if text not in known),
        places=_place_groups(province),
        institutions=in_order(queries.institutions_of(province)),
        claims=said.total,
        statements=said.once,
        list=listed,
        map=where([province]),
        shapes=shapes(),
    )


def _place_groups(province: Province) -> tuple[PlaceGroup, ...]:
    order = list(PlaceKind.values)
    places = sorted(queries.places_in(province), key=lambda place: (order.index(place.kind), name_of(place)))
    return tuple(
        PlaceGroup(say(PlaceKind(kind).label), tuple(group))
        for kind, group in groupby(places, key=lambda place: place.kind)
    )


@dataclass(frozen=True)
class TopicRow:
    """A topic with the reports on it or on a narrower one, and its narrower topics."""

    topic: Topic
    reports: int
    narrower: "tuple[TopicRow, ...]"


def topics_page(filter: Filter = browse.NOW) -> list[TopicRow]:
    """Every topic as a tree, by name."""
    check_time(filter)
    names = load_names()
    reports = tallies.by_value(ARTICLES, "topic", names, filter)
    topics = in_order(Topic.objects.published().order_by("name"))
    known = {topic.pk for topic in topics}

    def below(broader: int | None, above: frozenset[int]) -> tuple[TopicRow, ...]:
        # `above` ends a circle of broader topics, should an editor have made one.
        return tuple(
            TopicRow(topic, reports.get(topic.slug, 0), below(topic.pk, above | {topic.pk}))
            for topic in topics
            if topic.pk not in above and (topic.broader_id if topic.broader_id in known else None) == broader
        )

    return list(below(None, frozenset()))


@dataclass(frozen=True)
class TopicPage:
    """One topic with its other names, its broader topic and its narrower ones. `statements`: as of a province."""

    topic: Topic
    other_names: tuple[Named, ...]
    broader: Topic | None
    narrower: tuple[Topic, ...]
    with_narrower: bool
    narrower_query: str
    claims: int
    statements: int
    list: ListPage
    seen: Seen | None


def topic_page(topic: Topic, with_narrower: bool = True, after: str = "", time: Filter = browse.NOW) -> TopicPage:
    """/topics/<slug>/; `time` narrows nothing else. Raises BadParameter."""
    filter = time.having("topic", topic.slug).with_narrower(with_narrower)
    names = load_names()
    listed = articles_page(filter, after)
    said = tallies.claims(filter, names, ())
    others = topic.other_names.published().order_by("language", "name").values_list("language", "name")
    return TopicPage(
        topic=topic,
        other_names=tuple(pair for pair in others if pair[1] not in (topic.name, topic.label_ko)),
        broader=Topic.objects.published().filter(pk=topic.broader_id).first(),
        narrower=in_order(Topic.objects.published().filter(broader=topic).order_by("name")),
        with_narrower=with_narrower,
        narrower_query=time.query(("narrower", "no" if with_narrower else "")),
        claims=said.total,
        statements=said.once,
        list=listed,
        seen=_seen(filter, names) if listed.total and not after else None,
    )


def _seen(filter: Filter, names: Names) -> Seen | None:
    """Where what passes was seen first and last; of another time that is not told."""
    return None if filter.is_of_another_time else seen(Sought.all(filter, names), with_last=True)


@dataclass(frozen=True)
class InstitutionRow:
    """An institution with how many claims relay its words, tell what it did, and what it was told; repetitions count once."""

    institution: Institution
    said: int
    did: int
    told: int


@dataclass(frozen=True)
class InstitutionGroup:
    """The institutions of one kind."""

    kind: str
    rows: tuple[InstitutionRow, ...]


def institutions_page(filter: Filter = browse.NOW) -> list[InstitutionGroup]:
    """Every institution that has a page, by kind and name."""
    check_time(filter)
    found = tallies.by_institution(load_names(), filter)
    nothing = dict.fromkeys(counts.PARTS, 0)
    institutions = Institution.objects.published().select_related("province").order_by("kind", "name_en")
    return [
        InstitutionGroup(kind, tuple(InstitutionRow(each, **found.get(each.pk, nothing)) for each in in_order(group)))
        for kind, group in groupby(institutions, key=lambda each: say(each.get_kind_display()))
    ]


@dataclass(frozen=True)
class Part:
    """What an institution said, did, or was told; `query` leads to it. `once`: when claims that repeat each other count once."""

    name: str
    label: str
    count: int
    once: int
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class InstitutionPage:
    """One institution and one part of the claims that name it."""

    institution: Institution
    province: Province | None
    other_names: tuple[Named, ...]
    parts: tuple[Part, ...]
    part: str
    claims: tuple[ClaimCard, ...]
    query: str
    is_first: bool
    next: str
    canonical: str
    time: TimeNote | None
    seen: Seen | None


PART_LABELS = {"said": "Said in its name", "did": "What it did", "told": "What it was told"}


def institution_page(
    institution: Institution, part: str = "said", after: str = "", time: Filter = browse.NOW
) -> InstitutionPage:
    """/institutions/<slug>/; `time` narrows nothing else. Raises BadParameter."""
    check_time(time)
    (rows, cursor), found = _parts(institution, part, after, time)
    others = institution.other_names.published().order_by("name").values_list("name", flat=True)
    queries = {name: time.query(("show", "" if name == "said" else name)) for name in counts.PARTS}
    query = queries[part]
    paged = "&".join(text for text in (query, f"after={after}" if after else "") if text)
    shown = [("show", "" if part == "said" else part)]
    return InstitutionPage(
        institution=institution,
        province=Province.objects.published().filter(pk=institution.province_id).first(),  # type: ignore[misc]  # None finds nothing, as wanted
        other_names=_named(others),
        parts=tuple(
            Part(name, say(PART_LABELS[name]), *found[name], queries[name], name == part) for name in counts.PARTS
        ),
        part=part,
        claims=tuple(claim_card(row, time.days(), time.is_of_another_time) for row in rows),
        query=query,
        is_first=not after,
        next="&".join(text for text in (query, f"after={cursor}") if text) if cursor else "",
        canonical=canonical("articles:institution", paged, institution.slug),
        time=time_note(time, *shown),
        seen=None if after else _seen(time.having("institution", institution.slug), load_names()),
    )


def _parts(
    institution: Institution, part: str, after: str, time: Filter
) -> tuple[tuple[list[ClaimVersion], str], Mapping[str, tuple[int, int]]]:
    """A page of one part with its cursor, and of every part how many claims it has, and how many statements."""
    if time.is_of_another_time:
        then = {name: counts.claims_of_institution(institution.pk, name, time) for name in counts.PARTS}
        counted = {name: counts.count_claims(claims) for name, claims in then.items()}
        return browse.claim_page(then[part], after, time), counted
    answers = Sought.all(time, load_names()).answers(CLAIMS)
    now = {name: answers.in_part(institution.pk, name) for name in counts.PARTS}
    return listed.whole_claims_of(now[part], after), {name: (each.total, each.once) for name, each in now.items()}


@dataclass(frozen=True)
class OutletRow:
    """An outlet with what it carried; `once`: how many reports when copies and translations count once, as claims do."""

    outlet: Outlet
    reports: int
    once: int
    claims: int


def outlets_page(filter: Filter = browse.NOW) -> list[OutletRow]:
    """Every outlet with a public report, by name."""
    check_time(filter)
    names = load_names()
    reports, claims = tallies.by_outlet(names, filter), tallies.by_value(CLAIMS, "outlet", names, filter)
    return [
        OutletRow(outlet, *reports.get(outlet.pk, (0, 0)), claims.get(outlet.slug, 0))
        for outlet in in_order(Outlet.objects.published().order_by("name"))
    ]


@dataclass(frozen=True)
class OutletPage:
    """One outlet, what it lets us show, and what it carried. `statements`: as of a province."""

    outlet: Outlet
    other_names: tuple[Named, ...]
    languages: tuple[str, ...]
    shows: str
    claims: int
    statements: int
    list: ListPage


SHOWS = {
    "full": "The full text of its reports.",
    "claims": "Quoted words, our paraphrases and a link to the original; not the text of its reports.",
}


def outlet_page(outlet: Outlet, after: str = "", time: Filter = browse.NOW) -> OutletPage:
    """/outlets/<slug>/; `time` narrows nothing else. Raises BadParameter."""
    own = time.having("outlet", outlet.slug)
    listed, said = articles_page(own, after), tallies.claims(own, load_names(), ())
    return OutletPage(
        outlet=outlet,
        other_names=_named(outlet.other_names.published().order_by("name").values_list("name", flat=True)),
        languages=tuple(value_label("language", code, {}) for code in outlet.languages if code in ("en", "ko")),
        shows=say(SHOWS.get(outlet.show, "")),
        claims=said.total,
        statements=said.once,
        list=listed,
    )


def spelt_like(candidates: Sequence[Province]) -> list[ProvinceRow]:
    """The rows of a few provinces, for a name that may mean several."""
    chosen = {province.pk for province in candidates}
    return [row for row in provinces_page() if row.province.pk in chosen]


def _named(names: Iterable[str]) -> tuple[Named, ...]:
    """Names with their language by their script: Hangul is Korean, other Han characters Chinese, the rest English."""
    return tuple(("ko" if _HANGUL.search(name) else "zh" if _HAN.search(name) else "en", name) for name in names)


def names_for(filter: Filter) -> tuple[Filter, Names]:
    """The filter as it is today, with the names of its values. Raises BadParameter."""
    names = load_names()
    return settle(filter, names), names
