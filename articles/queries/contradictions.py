"""Contradictions: which pairs of claims a list has, newest statement first, and all that a row of it shows."""

# The stubs cannot follow querysets that carry annotations and prefetched lists through our own classes.
# mypy: disable-error-code="type-var,assignment,return-value,attr-defined"

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Greatest, Least
from django.utils import timezone

from articles.cursors import bad_cursor, pack, unpack
from articles.facets import Filter
from articles.models import (
    ClaimLink,
    ClaimProvince,
    ClaimTopic,
    ClaimVersion,
    Contradiction,
    LinkKind,
    StatedSettlement,
)
from articles.queries.among import RowsAmong, pieces
from articles.queries.browse import claims_for_list, claims_matching
from articles.queries.names import Names
from articles.queries.times import claims_then, end_of, say_claims_as_then
from provinces.models import PublishedQuerySet

# With what the list adds to each row.
Pairs = Any


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


def contradictions(filter: Filter, names: Names, claim: str = "", state: str = "") -> Pairs:
    """The contradictions of the time, of which at least one claim passes the filter. With `changed` and `state`.

    `claim`: the public id of one of the two; `state`: how they stand.
    """
    there = claims_then(filter)
    links = _links(filter)
    here = links.filter(version__claim=OuterRef("one"), other=OuterRef("other"))
    back = links.filter(version__claim=OuterRef("other"), other=OuterRef("one"))
    claims = there.values("claim")
    found: Any = Contradiction.objects.published().filter(Exists(here) | Exists(back), one__in=claims, other__in=claims)
    if filter:
        passing = claims_matching(filter, names).values("claim")
        found = found.filter(Q(one__in=passing) | Q(other__in=passing))
    if claim:
        found = found.filter(Q(one__public_id=claim) | Q(other__public_id=claim))
    last = _stated(filter).filter(contradiction=OuterRef("pk")).order_by("-number")
    # When the pair was first out; a statement may be older, for a link waits until its report is published.
    every = ClaimLink.objects.published().filter(kind=LinkKind.CONTRADICTS)
    first = Least(_first(every, "one", "other"), _first(every, "other", "one"))
    # Of a moment and none Postgres takes the moment.
    found = found.annotate(
        state=Subquery(last.values("state")[:1]), changed=Greatest(Subquery(last.values("at")[:1]), first)
    )
    return found.filter(state=state) if state else found


def _first(links: PublishedQuerySet[ClaimLink], claim: str, other: str) -> Subquery:
    """When the first of these links that lead from one claim of a pair to the other came out."""
    found = links.filter(version__claim=OuterRef(claim), other=OuterRef(other))
    return Subquery(found.order_by("version__published_at").values("version__published_at")[:1])


def contradiction_page(found: Pairs, after: str, filter: Filter, size: int) -> tuple[list[Row], str]:
    """The next rows, the last changed first, and the cursor that follows, or ""; six queries and those of a list of
    claims. Raises BadParameter.
    """
    if after:
        found = found.filter(_after(after))
    # Put in order with nothing but what that takes, however many they are.
    changed = dict(found.order_by("-changed", "-id").values_list("pk", "changed")[: size + 1])
    pairs = _pairs(list(changed)[:size])
    rows = _rows(pairs, changed, filter)
    return rows, _cursor(pairs[-1], changed) if pairs and len(changed) > size else ""


def _pairs(pks: Sequence[int]) -> list[Contradiction]:
    """In the order of their numbers, with their claims; those that are still public."""
    found = Contradiction.objects.published().select_related("one", "other").in_bulk(pks)
    return [found[pk] for pk in pks if pk in found]


def facets_of(found: Pairs, filter: Filter) -> dict[str, Counter[int]]:
    """How many contradictions there are about each province and topic, by row number; of those found.

    A query, and two for each 2,000 claims: of all at once everything that is filed would be read.
    """
    claims: dict[int, set[int]] = {}
    for pk, one, other in found.order_by().values_list("pk", "one", "other"):
        for claim in (one, other):
            claims.setdefault(claim, set()).add(pk)
    return {
        "province": _counted(ClaimProvince.objects.published(), "province", "version", claims, filter),
        "topic": _counted(ClaimTopic.objects.published(), "tag", "content_object", claims, filter),
    }


def _counted(filed: Any, value: str, version: str, pairs: Mapping[int, set[int]], filter: Filter) -> Counter[int]:
    """How many pairs have each value that versions of their claims are filed under; `pairs`: by claim."""
    asked = RowsAmong(
        lambda claims: filed.filter(**{f"{version}__in": claims_then(filter).filter(claim__among=claims)}).values_list(
            value, f"{version}__claim"
        )
    )
    found: dict[int, set[int]] = {}
    for piece in pieces(list(pairs)):
        for number, claim in asked.rows(piece):
            found.setdefault(number, set()).update(pairs[claim])
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
    versions = list(claims_for_list(claims_then(filter).filter(claim__in=ids), filter))
    say_claims_as_then(versions, filter)
    by_claim = {version.claim_id: version for version in versions}
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


def _after(word: str) -> Q:
    moment, one, other = unpack(word, 3)
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        raise bad_cursor(word) from None
    if timezone.is_naive(at):
        raise bad_cursor(word)
    row = Contradiction.objects.published().filter(one__public_id=one, other__public_id=other).values("id")[:1]
    place = Coalesce(Subquery(row), Value(0), output_field=BigIntegerField())
    return Q(changed__lt=at) | Q(changed=at, id__lt=place)
