"""Link two claims, at both ends: what one is to the other, and how an editor knows."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.editing.claims import latest_version, open_version
from articles.editing.contradictions import put_down
from articles.models import Claim, ClaimLink, ClaimState, Credibility, LinkGround, LinkKind
from articles.queries.origins import origin_of
from articles.queries.support import independent_origins


class CannotLink(ValueError):
    """Two claims that may not be linked, or a link that may not go; `str()` says why."""


@transaction.atomic
def link_claims(
    *,
    by: AbstractBaseUser,
    claim: Claim,
    other: Claim,
    kind: LinkKind,
    reason: str,
    ground: LinkGround = LinkGround.OTHER,
) -> None:
    """Put the link down on the newest version of both, each followed by a new one where it is out already.

    `reason` stays on the desk, `ground` is what readers are told. They see each end once that claim is published again.
    A link there is already is changed. Raises CannotLink.
    """
    if claim.pk == other.pk:
        raise CannotLink("a claim is not linked to itself")
    locked = {
        row.pk: row
        for row in Claim.objects.select_for_update(of=("self",))
        .select_related("article__origin")
        .filter(pk__in=[claim.pk, other.pk])
        .order_by("pk")
    }
    claim, other = locked[claim.pk], locked[other.pk]
    if ground not in LinkGround.of(kind):
        raise CannotLink(f"“{ground.label}” is no reason for a link that says “{kind.label}”")
    for each in (claim, other):
        if each.first_published_at is None:
            raise CannotLink(f"{each.public_id} is not out yet; claims are linked once both are")
        if each.state == ClaimState.WITHDRAWN:
            raise CannotLink(f"{each.public_id} is withdrawn")
        if latest_version(each).removed_at is not None:
            raise CannotLink(f"the words of {each.public_id} were removed")
    if kind == LinkKind.CORROBORATES and origin_of(claim.article) == origin_of(other.article):
        raise CannotLink("the two reports are one report told twice; its claims can repeat, not support each other")
    _put(by, claim, other, kind, ground, reason)
    _put(by, other, claim, kind.from_the_other_end, ground, reason)
    if kind == LinkKind.CONTRADICTS:
        put_down(by=by, claim=claim, other=other)
    _check_grades(claim, other)


@transaction.atomic
def unlink_claims(*, by: AbstractBaseUser, claim: Claim, other: Claim) -> None:
    """Take the link away at both ends. Raises CannotLink where a grade rests on it."""
    for one, another in ((claim, other), (other, claim)):
        if latest_version(one).links.filter(other=another).exists():
            open_version(by=by, claim=one).links.filter(other=another).delete()
    _check_grades(claim, other)


def _put(by: AbstractBaseUser, claim: Claim, other: Claim, kind: LinkKind, ground: LinkGround, reason: str) -> None:
    if latest_version(claim).links.filter(other=other, kind=kind, ground=ground, reason=reason).exists():
        return
    ClaimLink.objects.update_or_create(
        version=open_version(by=by, claim=claim),
        other=other,
        defaults={"kind": kind, "ground": ground, "reason": reason, "made_by_id": by.pk},
    )


def _check_grades(*claims: Claim) -> None:
    for claim in claims:
        if latest_version(claim).credibility == Credibility.CONFIRMED and independent_origins(claim) < 2:
            raise CannotLink(
                f"{claim.public_id} is graded “confirmed by other sources” because of this link; regrade it first"
            )
