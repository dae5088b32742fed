"""Independent reports: how many origins carry what a claim says, as editors linked it and the claims that repeat it.

A translation's claim says what the claim it translates says, so what supports the one supports the other: counted are the
links of every claim of a statement. Its own origins are one report, however many there are.
"""

# The stubs cannot follow querysets that carry annotations through our own classes.
# mypy: disable-error-code="type-var,return-value,attr-defined,assignment,no-any-return"

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.facets import Filter
from articles.models import Claim, ClaimLink, ClaimState, ClaimVersion, LinkKind
from articles.models.claim import Standing
from articles.queries.origins import key_of, origin_key
from articles.queries.prepared import prepared
from articles.queries.times import claims_then

# The version of a claim by which it may support another.
_STANDS: dict[str, Any] = {
    "is_current": True,
    "removed_at": None,
    "standing__in": [Standing.STANDS, Standing.MOVED],
}
_NOW = Filter()


def count_origins(own: Collection[str], supports: Collection[str]) -> int:
    """How many independent reports there are, by keys of origins: those that support it, and its own where it is another."""
    supporting = set(supports)
    return len(supporting) + (not supporting.issuperset(own))


def independent_origins(claim: Claim) -> int:
    """How many independent origins carry this statement, by the links of this claim's newest version, out or not.

    Counted are claims that are out and stand; copies count once, and so does what repeats it, whose links count as well.
    """
    newest = claim.versions.order_by("-number").values("pk")[:1]
    links = _corroborating(ClaimLink.objects.filter(version__in=newest)).select_related("other__article")
    supports = {key_of(link.other.article) for link in links}
    claim.refresh_from_db(fields=["statement"])  # links published meanwhile may have joined it to others
    beside = beside_it(claim)
    return count_origins({key_of(claim.article), *beside.origins}, supports.union(beside.supports))


def origins_of_each(versions: Collection[ClaimVersion]) -> dict[int, int]:
    """The same for public versions by their own public links: version's row → origins. One query for all."""
    own = {version.pk: {key_of(version.claim.article)} for version in versions}
    supports: dict[int, set[str]] = {version: set() for version in own}
    links = _corroborating(ClaimLink.objects.published()).filter(version=OuterRef("pk"))
    rows = with_statement(ClaimVersion.objects.published().filter(pk__in=own)).annotate(
        supports_own=ArraySubquery(links.values_list(origin_key("other__article__"), flat=True))
    )
    for row in rows.only("pk"):
        own[row.pk].update(row.origins_beside)
        supports[row.pk].update(row.supports_own, row.supports_beside)
    return {version: count_origins(own[version], supports[version]) for version in own}


def without_support() -> Q:
    """Claims, annotated with the row of their `newest` version and their own origin's key as `own_origin`, that no
    standing claim of another origin supports: neither them nor what they repeat.
    """
    supports = _corroborating(ClaimLink.objects.all()).alias(origin=origin_key("other__article__"))
    around = Q(version=OuterRef("newest")) | Q(
        version__claim__statement=OuterRef("statement"),
        **{f"version__{name}": value for name, value in _STANDS.items()},
    )
    others = ClaimVersion.objects.filter(claim__statement=OuterRef("statement"), claim__state=ClaimState.PUBLISHED)
    others = others.filter(**_STANDS).alias(origin=origin_key("claim__article__"))
    elsewhere = Q(origin=OuterRef("own_origin"))
    return ~(
        Q(Exists(supports.filter(around).exclude(elsewhere)))
        | Q(Exists(supports.filter(around))) & Q(Exists(others.exclude(elsewhere)))
    )


def links_told() -> Any:
    """The public links of versions that are fetched for a list, each with the other claim, its report and origin.

    `stands`: whether the other claim is out and stands, so that it may support one.
    """
    there = ClaimVersion.objects.published().filter(claim=OuterRef("other"), **_STANDS)
    links = ClaimLink.objects.published().select_related("other__article__origin")
    return links.annotate(stands=Exists(there.filter(claim__state=ClaimState.PUBLISHED)))


def with_statement(versions: Any, filter: Filter = _NOW) -> QuerySet[ClaimVersion]:
    """The same versions, each with what the other claims of its statement add to its count, as they stood at the time.

    `supports_beside`: keys of the origins that support them; `origins_beside`: of their own. Empty for a version that was
    followed by another: it says what it said.
    """
    others = _standing(claims_then(filter)).filter(claim__statement=OuterRef("claim__statement"))
    others = others.exclude(claim=OuterRef("claim")).order_by()
    if not filter.is_of_another_time:
        others = others.filter(is_current=OuterRef("is_current"))
    return versions.annotate(
        supports_beside=ArraySubquery(
            _supported(others).values_list(origin_key("links__other__article__"), flat=True).distinct()
        ),
        origins_beside=ArraySubquery(others.values_list(origin_key("claim__article__"), flat=True).distinct()),
    )


@dataclass(frozen=True)
class Beside:
    """What the other claims of a claim's statement add to its count now: keys of the origins that support them, and of
    their own; `told_by`: public ids of those that are supported.
    """

    supports: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    told_by: tuple[str, ...] = ()


def beside_it(claim: Claim) -> Beside:
    """One query, and none for a claim that repeats nothing."""
    if claim.statement_id is None:
        return Beside()
    rows = _told_beside(claim.statement_id, claim.pk)
    return Beside(
        supports=frozenset(key for row in rows for key in row.supports),
        origins=frozenset(key_of(row.claim.article) for row in rows),
        told_by=tuple(row.claim.public_id for row in rows if row.supports),
    )


@prepared
def _told_beside(statement: int, claim: int) -> QuerySet[ClaimVersion]:
    others = _standing(claims_then(_NOW)).filter(claim__statement=statement).exclude(claim=claim)
    links = _corroborating(ClaimLink.objects.published()).filter(version=OuterRef("pk"))
    return others.select_related("claim__article").order_by("claim__public_id").annotate(
        supports=ArraySubquery(links.values_list(origin_key("other__article__")))
    )  # fmt: skip


def independent_reports(version: ClaimVersion) -> int:
    """How many independent origins a version has, fetched with its links as `public_links` and `with_statement`."""
    row: Any = version
    supports = {
        key_of(link.other.article) for link in row.public_links if link.kind == LinkKind.CORROBORATES and link.stands
    }
    own = {key_of(version.claim.article), *row.origins_beside}
    return count_origins(own, supports.union(row.supports_beside))


def _standing(versions: Any) -> Any:
    return versions.filter(claim__state=ClaimState.PUBLISHED, standing__in=_STANDS["standing__in"])


def _supported(versions: Any) -> Any:
    """A row for each public link by which one of these is supported."""
    return versions.filter(_supports("links__"), links__is_public=True)


def _supports(prefix: str = "") -> Q:
    """That a link is to a claim that says the same, is out and stands; `prefix` leads to the link."""
    return Q(
        **{f"{prefix}kind": LinkKind.CORROBORATES, f"{prefix}other__state": ClaimState.PUBLISHED},
        **{f"{prefix}other__versions__{name}": value for name, value in _STANDS.items()},
    )


def _corroborating(links: Any) -> Any:
    return links.filter(_supports())
