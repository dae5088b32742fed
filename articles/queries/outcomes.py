"""What became of what was announced, as a list of some time knew it. Nothing holds that no standing claim shows any more."""

# The stubs cannot follow querysets that carry annotations and prefetched lists through our own classes.
# mypy: disable-error-code="return-value,attr-defined"

from collections.abc import Collection
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from articles.facets import Filter
from articles.models import Became, Claim, ClaimVersion, Evidence, Outcome
from articles.models.claim import Standing
from articles.models.outcome import SHOWN
from articles.queries.prepared import prepared
from articles.queries.times import claims_then, end_of, retracted_then
from provinces.models import PublishedQuerySet

NOW = Filter()
_STANDS = (Standing.STANDS, Standing.MOVED)


def outcomes_then(filter: Filter = NOW) -> PublishedQuerySet[Outcome]:
    """The outcomes recorded by the time a filter asks for; of what outlets had published, none: they are judgements."""
    found = Outcome.objects.published()
    if filter.published_until:
        return found.none()
    return found.filter(at__lt=end_of(filter.as_of)) if filter.as_of else found


def standing_evidence(filter: Filter = NOW) -> PublishedQuerySet[Evidence]:
    """What shows outcomes and still counts: claims that are out, not retracted, and whose words are in their reports."""
    versions = claims_then(filter).filter(standing__in=_STANDS).exclude(retracted_then(filter, "claim__article__"))
    return Evidence.objects.published().filter(claim__in=versions.values("claim"))


def with_became(found: Any, filter: Filter = NOW, claim: str = "claim") -> Any:
    """Rows annotated with `became`: what was recorded last of their claim and holds, or "". No further query.

    `claim` leads from a row to its claim.
    """
    if "became" in found.query.annotations:
        return found
    if filter.published_until:
        return found.annotate(became=Value("", output_field=CharField()))
    stands = Exists(standing_evidence(filter).filter(outcome=OuterRef("pk")))
    holds = Case(
        When(became=Became.UNCHECKABLE, then=F("became")),
        When(Q(became__in=SHOWN) & Q(stands), then=F("became")),
        default=Value(""),
        output_field=CharField(),
    )
    newest = outcomes_then(filter).filter(claim=OuterRef(claim)).order_by("-number")
    held = Subquery(newest.annotate(holds=holds).values("holds")[:1])
    return found.annotate(became=Coalesce(held, Value(""), output_field=CharField()))


def told_of(claims: Collection[int], filter: Filter = NOW) -> dict[int, list[Outcome]]:
    """Everything recorded of these claims, the oldest first, each with `standing`: the row numbers of claims that show it.

    Two queries, however many claims.
    """
    if not claims:
        return {}
    asked, is_now = sorted(claims), not filter.is_of_another_time
    recorded: Any = (
        _recorded(asked) if is_now else outcomes_then(filter).filter(claim__in=asked).order_by("claim", "number")
    )
    rows = {row.pk: row for row in recorded}
    standing: Any = ()
    if rows:
        standing = _standing(list(rows)) if is_now else standing_evidence(filter).filter(outcome__in=rows)
    found: dict[int, list[Outcome]] = {}
    for row in rows.values():
        row.standing = []
        found.setdefault(row.claim_id, []).append(row)
    for each in standing:
        rows[each.outcome_id].standing.append(each.claim_id)
    return found


@prepared
def _recorded(claims: list[int]) -> Any:
    return outcomes_then(NOW).filter(claim__among=claims).order_by("claim", "number")


@prepared
def _standing(outcomes: list[int]) -> Any:
    return standing_evidence(NOW).filter(outcome__among=outcomes)


def with_standing(rows: PublishedQuerySet[Outcome]) -> PublishedQuerySet[Outcome]:
    """Outcomes with `standing_evidence`: what shows each and stands now, with its claim; one more query."""
    standing = standing_evidence().select_related("claim")
    return rows.prefetch_related(Prefetch("evidence", standing, to_attr="standing_evidence"))


def shown_by(claim: Claim) -> list[ClaimVersion]:
    """The announcements whose newest outcome names this claim among what shows it; as rows of a list are fetched."""
    return _shown_by(claim.pk)


@prepared
def _shown_by(claim: int) -> Any:
    later = Outcome.objects.published().filter(claim=OuterRef("claim"), number__gt=OuterRef("number"))
    newest = Outcome.objects.published().filter(~Exists(later), evidence__claim=claim, evidence__is_public=True)
    return claims_then(NOW).filter(claim__in=newest.values("claim")).select_related("claim").order_by("claim_id")
