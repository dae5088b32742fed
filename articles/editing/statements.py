"""Keep which claims are one statement: those joined by links that say one repeats the other, over however many links."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Q, QuerySet

from articles.editing.ledger import hold_the_ledger
from articles.models import Claim, ClaimLink, LinkKind


def join_statements(claims: Collection[int]) -> list[int]:
    """Say anew what these claims, and all that are or were one statement with them, count as; returns the rows that changed.

    A link joins once one of its ends is published, and parts them again when neither end has it any more. That a claim is
    withdrawn parts nothing: what repeats the same goes on being one.
    """
    touching = _links().filter(Q(version__claim__in=claims) | Q(other__in=claims))
    if not touching.exists() and not Claim.objects.filter(pk__in=claims).exclude(statement=None).exists():
        return []
    # Two publications at once would each see half of what they join.
    hold_the_ledger()
    known, links = _around(claims)
    changed = []
    for statement, members in _sets(known, links).items():
        counted_as = statement if len(members) > 1 else None
        rows = [pk for pk in members if known[pk] != counted_as]
        Claim.objects.filter(pk__in=rows).update(statement=counted_as)
        changed += rows
    return sorted(changed)


def _links() -> QuerySet[ClaimLink]:
    return ClaimLink.objects.filter(
        kind=LinkKind.REPEATS, version__is_current=True, version__published_at__isnull=False
    )


def _around(claims: Iterable[int]) -> tuple[dict[int, int | None], set[tuple[int, int]]]:
    """Every claim that is or was joined to these over any number of links, with what it counted as; and the links."""
    known: dict[int, int | None] = {}
    links: set[tuple[int, int]] = set()
    fresh = set(claims)
    while fresh:
        found = dict(Claim.objects.filter(pk__in=fresh).values_list("pk", "statement"))
        known |= found
        beside = Claim.objects.filter(statement__in={each for each in found.values() if each})
        joined = set(
            _links().filter(Q(version__claim__in=fresh) | Q(other__in=fresh)).values_list("version__claim", "other")
        )
        links |= joined
        fresh = {*beside.values_list("pk", flat=True), *(pk for link in joined for pk in link)} - known.keys()
    return known, links


def _sets(claims: Iterable[int], links: Iterable[tuple[int, int]]) -> Mapping[int, list[int]]:
    """The claims by the first of those they are joined with."""
    first = {pk: pk for pk in claims}

    def first_of(pk: int) -> int:
        while first[pk] != pk:
            pk = first[pk]
        return pk

    for one, other in links:
        low, high = sorted((first_of(one), first_of(other)))
        first[high] = low
    found: dict[int, list[int]] = {}
    for pk in sorted(first):
        found.setdefault(first_of(pk), []).append(pk)
    return found
