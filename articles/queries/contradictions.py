"""Contradictions: which pairs of claims a list has, newest statement first, and all that a row of it shows."""

# The stubs cannot follow querysets that carry annotations and prefetched lists through our own classes.
# mypy: disable-error-code="type-var,assignment,return-value,attr-defined"

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import BooleanField, Case, Q, When

from articles.cursors import id_in, moment_in, pack, unpack
from articles.facets import Filter
from articles.models import (
    Claim,
    ClaimLink,
    ClaimProvince,
    ClaimTopic,
    ClaimVersion,
    Contradiction,
    LinkKind,
    StatedSettlement,
)
from articles.queries import whole
from articles.queries.among import RowsAmong, pieces
from articles.queries.browse import claims_matching
from articles.queries.names import Names
from articles.queries.times import claims_then, end_of, stood_then
from provinces.models import PublishedQuerySet


class Pair(NamedTuple):
    """As much of a contradiction as is needed to count it and to put it in order. `state`: "" where none was stated yet.

    `versions`: of `one` and of `other` at the time of the list.
    """

    pk: int
    one: int
    other: int
    state: str
    changed: datetime
    versions: tuple[int, int]


@dataclass(frozen=True)
class Row:
    """One contradiction. `versions`: of the two claims, the earlier report first; `stated`: oldest first.

    `ground`: of the link. `changed`: when one of the two links or statements came last.
    """

    contradiction: Contradiction
    versions: tuple[ClaimVersion, ClaimVersion]
    stated: tuple[StatedSettlement, ...]
    ground: str
    changed: datetime


def contradictions(filter: Filter, names: Names, claim: str = "") -> list[Pair]:
    """The contradictions of the time, of which at least one claim passes the filter: what was changed last comes first.

    `claim`: the public id of one of the two. Three queries, one for each 2,000 versions with a link, and where the filter asks
    for something one for each 2,000 claims: joined by Postgres, each pair is looked up anew for each of its conditions.
    """
    found = Contradiction.objects.published().order_by()
    if claim:
        that = Claim.objects.published().filter(public_id=claim).values("pk")
        found = found.filter(Q(one__in=that) | Q(other__in=that))
    rows = list(found.values_list("pk", "one", "other"))
    linked = _linked(filter, [pk for _, one, other in rows for pk in (one, other)] if claim else None)
    rows = [row for row in rows if row[1:] in linked.pairs]
    ends = {pk for _, one, other in rows for pk in (one, other)}
    versions = linked.versions | _versions_of(sorted(ends - linked.versions.keys()), filter)
    if filter:
        passing = _passing({versions[pk] for pk in ends if pk in versions}, filter, names)
        rows = [row for row in rows if any(versions.get(pk) in passing for pk in row[1:])]
    last = _last_stated(filter, [pk for pk, _, _ in rows] if claim else None)
    pairs = []
    for pk, one, other in rows:
        if one in versions and other in versions:
            # A statement may be older than the pair, for a link waits until its report is published.
            first = linked.first[one, other]
            state, at = last.get(pk, ("", first))
            pairs.append(Pair(pk, one, other, state, max(at, first), (versions[one], versions[other])))
    return sorted(pairs, key=_place, reverse=True)


def _place(pair: Pair) -> tuple[datetime, int]:
    return pair.changed, pair.pk


class _Linked(NamedTuple):
    """Pairs of claims with a link at a time; when a link of any version of theirs first came out; versions that have one."""

    pairs: set[tuple[int, int]]
    first: dict[tuple[int, int], datetime]
    versions: dict[int, int]


def _linked(filter: Filter, among: Collection[int] | None) -> _Linked:
    """By the links that lead to these claims; by all where `among` is None."""
    links: Any = ClaimLink.objects.published().filter(kind=LinkKind.CONTRADICTS).order_by()
    if among is not None:
        links = links.filter(other__among=list(among))
    leading = list(links.values_list("version", "other"))
    then = Case(When(stood_then(filter), then=True), default=False, output_field=BooleanField())
    columns = ("pk", "claim", "published_at", "then")
    every = ClaimVersion.objects.published().order_by().annotate(then=then)
    asked = RowsAmong(lambda some: every.filter(pk__among=some).values_list(*columns))
    known = {
        pk: rest for piece in pieces(sorted({pk for pk, _ in leading})) for pk, *rest in asked.rows(piece)
    }  # fmt: skip
    found = _Linked(set(), {}, {})
    for version, other in leading:
        if version in known:
            claim, at, is_then = known[version]
            pair = (claim, other) if claim < other else (other, claim)
            found.first[pair] = min(at, found.first.get(pair, at))
            if is_then:
                found.pairs.add(pair)
                found.versions[claim] = version
    return found


def _versions_of(claims: Sequence[int], filter: Filter) -> dict[int, int]:
    """The version of the time of each claim; a query for each 2,000."""
    asked = RowsAmong(lambda some: claims_then(filter).filter(claim__among=some).order_by().values_list("claim", "pk"))
    return {claim: pk for piece in pieces(claims) for claim, pk in asked.rows(piece)}


def _passing(versions: Collection[int], filter: Filter, names: Names) -> set[int]:
    """Those of these versions that pass the filter; a query for each 2,000."""
    asked = RowsAmong(
        lambda some: claims_matching(filter, names).filter(pk__among=some).order_by().values_list("pk", flat=True)
    )
    return {pk for piece in pieces(sorted(versions)) for (pk,) in asked.rows(piece)}


def _last_stated(filter: Filter, among: Sequence[int] | None) -> dict[int, tuple[str, datetime]]:
    """How each contradiction stood at the time, and since when. `among`: only these; all where that is None."""
    stated = _stated(filter).order_by("number")
    if among is not None:
        stated = stated.filter(contradiction__among=list(among))
    return {pk: (state, at) for pk, state, at in stated.values_list("contradiction", "state", "at")}


def contradiction_page(pairs: Sequence[Pair], after: str, filter: Filter, size: int) -> tuple[list[Row], str]:
    """The next rows and the cursor that follows, or ""; six queries and those of a list of claims. Raises BadParameter."""
    if after:
        place = _after(after)
        pairs = [pair for pair in pairs if _place(pair) < place]
    changed = {pair.pk: pair.changed for pair in pairs[:size]}
    shown = _pairs(list(changed))
    rows = _rows(shown, changed, filter)
    return rows, _cursor(shown[-1], changed) if shown and len(pairs) > size else ""


def _pairs(pks: Sequence[int]) -> list[Contradiction]:
    """In the order of their numbers, with their claims; those that are still public."""
    found = Contradiction.objects.published().select_related("one", "other").in_bulk(pks)
    return [found[pk] for pk in pks if pk in found]


def facets_of(pairs: Iterable[Pair]) -> dict[str, Counter[int]]:
    """How many of these contradictions there are about each province and topic, by row number.

    Two queries for each 2,000 claims: of all at once everything that is filed would be read.
    """
    versions: dict[int, set[int]] = {}
    for pair in pairs:
        for version in pair.versions:
            versions.setdefault(version, set()).add(pair.pk)
    return {
        "province": _counted(ClaimProvince.objects.published(), "province", "version", versions),
        "topic": _counted(ClaimTopic.objects.published(), "tag", "content_object", versions),
    }


def _counted(filed: Any, value: str, version: str, pairs: Mapping[int, set[int]]) -> Counter[int]:
    """How many pairs have each value that versions of their claims are filed under; `pairs`: by version."""
    asked = RowsAmong(lambda some: filed.filter(**{f"{version}__among": some}).order_by().values_list(value, version))
    found: dict[int, set[int]] = {}
    for piece in pieces(sorted(pairs)):
        for number, pk in asked.rows(piece):
            found.setdefault(number, set()).update(pairs[pk])
    return Counter({number: len(each) for number, each in found.items()})


def _links(filter: Filter) -> PublishedQuerySet[ClaimLink]:
    """The links that say “contradicts” of the versions of the time."""
    return ClaimLink.objects.published().filter(kind=LinkKind.CONTRADICTS, version__in=claims_then(filter))


def _stated(filter: Filter) -> PublishedQuerySet[StatedSettlement]:
    """What had been stated by the time."""
    stated = StatedSettlement.objects.published()
    return stated.filter(at__lt=end_of(filter.as_of)) if filter.as_of else stated


def _rows(pairs: Collection[Any], changed: Mapping[int, datetime], filter: Filter) -> list[Row]:
    ids = {pk for pair in pairs for pk in (pair.one_id, pair.other_id)}
    by_claim = {version.claim_id: version for version in whole.claims_of(ids, filter)}
    stated: dict[int, list[StatedSettlement]] = {pair.pk: [] for pair in pairs}
    for row in _stated(filter).filter(contradiction__in=list(stated)).order_by("number"):
        stated[row.contradiction_id].append(row)
    grounds: dict[frozenset[int], str] = {}
    links: Any = _links(filter).filter(version__claim__in=ids, other__in=ids).select_related("version")
    for link in links.order_by("version__published_at"):
        grounds[frozenset((link.version.claim_id, link.other_id))] = link.ground
    return [
        Row(
            contradiction=pair,
            versions=_earlier_first(by_claim[pair.one_id], by_claim[pair.other_id]),
            stated=tuple(stated[pair.pk]),
            ground=grounds[frozenset((pair.one_id, pair.other_id))],
            changed=changed[pair.pk],
        )
        for pair in pairs
        # Withdrawn between two of our queries.
        if pair.one_id in by_claim and pair.other_id in by_claim and stated[pair.pk]
    ]


def _earlier_first(one: ClaimVersion, other: ClaimVersion) -> tuple[ClaimVersion, ClaimVersion]:
    first, second = sorted(
        (one, other), key=lambda version: (version.claim.article.published.sort_key, version.claim.public_id)
    )
    return first, second


def _cursor(pair: Contradiction, changed: Mapping[int, datetime]) -> str:
    return pack(changed[pair.pk].isoformat(), pair.one.public_id, pair.other.public_id)


def _after(word: str) -> tuple[datetime, int]:
    """The place of the row that a cursor names; of one that is gone, before all of its moment. One query."""
    moment, one, other = unpack(word, 3)
    at, pair = moment_in(moment, word), (id_in(one, word, "c"), id_in(other, word, "c"))
    row = Contradiction.objects.published().filter(one__public_id=pair[0], other__public_id=pair[1])
    return at, row.values_list("pk", flat=True).first() or 0
