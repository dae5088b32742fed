"""Propose that a claim which is out be taken out, and take it out with the next publication of its report."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.editing.ledger import Subject, record_act
from articles.editing.visibility import hide_claim
from articles.models import Act, ActKind, Article, Claim, ClaimState, WithdrawalClass


@transaction.atomic
def propose_leaving(*, by: AbstractBaseUser, claim: Claim, reason: str) -> None:
    """Say why a claim is to be taken out, or take that back with "". Raises ValueError for one that is not out."""
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    if claim.first_published_at is None or claim.state == ClaimState.WITHDRAWN:
        raise ValueError(f"{claim.public_id} is not out")
    Claim.objects.filter(pk=claim.pk).update(leaves_because=reason)


def leaving(article: Article) -> list[Claim]:
    """The claims of the report that go out with its next publication."""
    return list(article.claims.exclude(leaves_because="").exclude(state=ClaimState.WITHDRAWN).order_by("pk"))


@transaction.atomic
def take_out(*, by: AbstractBaseUser, article: Article) -> Act | None:
    """Withdraw the claims that were proposed to leave, in one act; whoever publishes rewrites the public texts."""
    claims = leaving(article)
    if not claims:
        return None
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(state=ClaimState.WITHDRAWN, is_public=False)
    for claim in claims:
        hide_claim(claim)
    return record_act(
        by=by,
        kind=ActKind.WITHDRAWN,
        subjects=[Subject(claim.public_id, 0) for claim in claims],
        withdrawal_class=WithdrawalClass.EDITORS,
        # Why stands with each claim, where it can be removed; nothing is ever removed from the ledger.
        reason="as proposed on the desk",
    )
