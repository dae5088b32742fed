"""Grade how credible a claim is, apart from tagging it; and how reliable an outlet."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.editing.claims import latest_version, open_version
from articles.editing.ledger import Subject, record_act
from articles.models import ActKind, Article, Claim, ClaimVersion, Credibility, CredibilityReason
from articles.queries.support import independent_origins
from sources.models import Outlet, Reliability


class NotConfirmed(ValueError):
    """The highest grade asks for two independent origins."""


@transaction.atomic
def grade_claim(*, by: AbstractBaseUser, claim: Claim, credibility: int | None, reason: str = "") -> ClaimVersion:
    """Set or clear a claim's credibility, 1-6; a published version is followed by a new one if the grade is another.

    Raises NotConfirmed for 1 without two independent origins, and ValueError for a reason not on the list.
    """
    if credibility == Credibility.CONFIRMED and independent_origins(claim) < 2:
        raise NotConfirmed("“confirmed by other sources” needs two reports of independent origin that say the same")
    grade = Credibility(credibility) if credibility is not None else None
    public_reason = CredibilityReason(reason) if reason and grade is not None else ""
    last = latest_version(claim)
    if (last.credibility, last.credibility_reason) == (grade, public_reason):
        return last
    version = open_version(by=by, claim=claim)
    version.credibility, version.credibility_reason = grade, public_reason
    version.save()
    return version


@transaction.atomic
def grade_outlet(*, by: AbstractBaseUser, outlet: Outlet, reliability: Reliability, reason: str) -> None:
    """Set an outlet's letter and the reason that readers see; its public reports stand in the ledger as regraded.

    Raises ValueError for a letter other than F without a reason.
    """
    if reliability != Reliability.F and not reason:
        raise ValueError("a grade has a reason, which readers see")
    kept = Outlet.objects.select_for_update().get(pk=outlet.pk)
    if (kept.reliability, kept.reliability_reason) == (reliability, reason):
        return
    Outlet.objects.filter(pk=outlet.pk).update(reliability=reliability, reliability_reason=reason)
    outlet.reliability, outlet.reliability_reason = reliability, reason
    public = Article.objects.filter(outlet=outlet, is_public=True).order_by("pk").values_list("public_id", flat=True)
    subjects = [Subject(public_id, 0) for public_id in public]
    if subjects:
        record_act(by=by, kind=ActKind.REGRADED, subjects=subjects, reason=reason)
