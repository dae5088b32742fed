"""Record what became of something announced: a statement after the other, none of them ever changed."""

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.editing.ledger import Subject, record_act
from articles.models import (
    OUTCOME_GROUNDS,
    ActKind,
    Article,
    Became,
    Claim,
    ClaimVersion,
    Evidence,
    Outcome,
    OutcomeGround,
)
from articles.models.claim import Standing
from articles.models.outcome import SHOWN
from articles.queries.outcomes import NOW, standing_evidence
from articles.queries.times import claims_then, retracted_then


class CannotRecord(ValueError):
    """An outcome that may not be recorded; `str()` says why."""


@transaction.atomic
def record_outcome(
    *,
    by: AbstractBaseUser,
    claim: Claim,
    became: Became,
    ground: OutcomeGround,
    shown_by: Collection[Claim] = (),
    reason: str,
    at: datetime | None = None,
) -> Outcome:
    """State what became of what a claim announces. Readers see it at once; what was stated before stays and is followed.

    `shown_by`: the claims that show it; `reason`: how we know, for the desk. What is recorded already is not recorded
    again. Raises CannotRecord.
    """
    claim = Claim.objects.select_for_update(of=("self",)).select_related("article").get(pk=claim.pk)
    became, ground = Became(became), OutcomeGround(ground)
    version = _announcement(claim)
    evidence = sorted({each.pk for each in shown_by})
    last = claim.outcomes.order_by("number").last()
    _check(claim, became, ground, evidence, last)
    if last is not None and _says(last) == (became, ground, evidence):
        return last
    at = at or timezone.now()
    outcome = Outcome.objects.create(
        claim=claim,
        number=last.number + 1 if last else 1,
        became=became,
        ground=ground,
        shown_by=len(evidence),
        reason=reason,
        by_id=by.pk,
        at=at,
        is_public=True,
    )
    for pk in evidence:
        Evidence.objects.create(outcome=outcome, claim_id=pk, is_public=True)
    Article.objects.filter(pk=claim.article_id).update(changed_at=at)
    # Why stays with the statement, where it can be removed; the ledger keeps everything for ever.
    record_act(by=by, kind=ActKind.OUTCOME, subjects=[Subject(claim.public_id, version.number)], at=at)
    return outcome


def _announcement(claim: Claim) -> ClaimVersion:
    """The version readers see, which announces something."""
    version = claims_then(NOW).filter(claim=claim).first()
    if version is None or not claim.is_public:
        raise CannotRecord(f"{claim.public_id} is not out; an outcome is recorded of what readers see")
    if not version.due_edtf and not version.due_words:
        raise CannotRecord(f"{claim.public_id} announces nothing: it has no date on which it falls due")
    found: ClaimVersion = version
    return found


def _check(claim: Claim, became: Became, ground: OutcomeGround, evidence: list[int], last: Outcome | None) -> None:
    if ground not in OUTCOME_GROUNDS[became]:
        raise CannotRecord(f"“{ground.label}” is no reason for “{became.label}”")
    if claim.pk in evidence:
        raise CannotRecord("a claim does not show what became of itself")
    if became in SHOWN and not evidence:
        raise CannotRecord(f"“{became.label}” is shown by another claim; name one, or say that it cannot be checked")
    if became == Became.TAKEN_BACK:
        if last is None or last.became == Became.TAKEN_BACK:
            raise CannotRecord("there is nothing to take back")
        if evidence:
            raise CannotRecord("what is taken back is shown by no claim")
    standing = set(_standing(evidence))
    for other in Claim.objects.filter(pk__in=evidence).order_by("pk"):
        if other.pk not in standing:
            raise CannotRecord(f"{other.public_id} is not out, or does not stand any more; it shows nothing")


def _standing(claims: list[int]) -> list[int]:
    rows = claims_then(NOW).filter(
        claim__in=claims, claim__is_public=True, standing__in=[Standing.STANDS, Standing.MOVED]
    )
    return list(rows.exclude(retracted_then(NOW, "claim__article__")).values_list("claim", flat=True))


def _says(outcome: Outcome) -> tuple[Became, OutcomeGround, list[int]]:
    """What it says, of what still shows it: where a claim was withdrawn since, the same may be stated anew."""
    evidence = standing_evidence().filter(outcome=outcome)
    return Became(outcome.became), OutcomeGround(outcome.ground), sorted(evidence.values_list("claim", flat=True))
