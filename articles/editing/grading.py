"""Grade how credible a claim is, apart from tagging it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.editing.claims import latest_version, open_version
from articles.models import Claim, ClaimVersion, Credibility, CredibilityReason
from articles.queries.support import independent_origins


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
