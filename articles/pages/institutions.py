"""The institutions by kind, and one of them with what it said, did and was told."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from articles.facets import Filter
from articles.listing import CLAIMS
from articles.models import ClaimVersion
from articles.pages.cards import ClaimCard, claim_card
from articles.pages.lists import TimeNote, canonical, time_note
from articles.pages.other_names import Named, in_their_languages
from articles.pages.seen import Seen, seen_now
from articles.queries import browse, counts
from articles.queries.names import load_names
from articles.queries.times import check_time
from articles.search import Sought, listed, listed_then, tallies
from articles.search.then import Then
from provinces.models import Province
from provinces.tongue import in_order, say
from sources.models import Institution


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
    """One institution and one part of the claims that name it. `naming`: the query of any list of what names it, then."""

    institution: Institution
    province: Province | None
    other_names: tuple[Named, ...]
    parts: tuple[Part, ...]
    part: str
    claims: tuple[ClaimCard, ...]
    query: str
    naming: str
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
    named = time.having("institution", institution.slug)
    paged = "&".join(text for text in (query, f"after={after}" if after else "") if text)
    shown = [("show", "" if part == "said" else part)]
    return InstitutionPage(
        institution=institution,
        province=Province.objects.published().filter(pk=institution.province_id).first(),  # type: ignore[misc]  # None finds nothing, as wanted
        other_names=in_their_languages(others),
        parts=tuple(
            Part(name, say(PART_LABELS[name]), *found[name], queries[name], name == part) for name in counts.PARTS
        ),
        part=part,
        claims=tuple(claim_card(row, time.days(), time.is_of_another_time) for row in rows),
        query=query,
        naming=named.query(),
        is_first=not after,
        next="&".join(text for text in (query, f"after={cursor}") if text) if cursor else "",
        canonical=canonical("articles:institution", paged, institution.slug),
        time=time_note(time, *shown),
        seen=None if after else seen_now(named, load_names()),
    )


def _parts(
    institution: Institution, part: str, after: str, time: Filter
) -> tuple[tuple[list[ClaimVersion], str], Mapping[str, tuple[int, int]]]:
    """A page of one part with its cursor, and of every part how many claims it has, and how many statements."""
    if time.is_of_another_time and (found := Then.of(CLAIMS, time, load_names())):
        parts = {name: found.in_part(institution.pk, name) for name in counts.PARTS}
        return listed_then.page(parts[part], after), {name: each.total() for name, each in parts.items()}
    if time.is_of_another_time:
        then = {name: counts.claims_of_institution(institution.pk, name, time) for name in counts.PARTS}
        counted = {name: counts.count_claims(claims) for name, claims in then.items()}
        return browse.claim_page(then[part], after, time), counted
    answers = Sought.all(time, load_names()).answers(CLAIMS)
    now = {name: answers.in_part(institution.pk, name) for name in counts.PARTS}
    return listed.whole_claims_of(now[part], after), {name: (each.total, each.once) for name, each in now.items()}
