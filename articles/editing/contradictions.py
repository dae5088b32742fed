"""Put contradictions down, and state how one stands: only ever added to, each time with a reason."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.editing.drafting import latest_revision
from articles.editing.ledger import Subject, record_act
from articles.models import (
    GROUNDS_OF,
    Act,
    ActKind,
    Article,
    Claim,
    ClaimVersion,
    Contradiction,
    Settlement,
    SettlementGround,
    StatedSettlement,
)


class CannotState(ValueError):
    """How a contradiction stands that cannot be stated so; `str()` says why."""


def put_down(*, by: AbstractBaseUser, claim: Claim, other: Claim) -> Contradiction:
    """The contradiction of two claims; once put down it is the same for ever, however often they are linked again."""
    one, two = sorted((claim, other), key=lambda each: each.pk)
    row, is_new = Contradiction.objects.get_or_create(one=one, other=two)
    if is_new:
        _state(row, Settlement.UNRESOLVED, SettlementGround.PUT_SIDE_BY_SIDE, by)
    return row


@transaction.atomic
def state_contradiction(
    *, by: AbstractBaseUser, claim: Claim, other: Claim, state: Settlement, ground: SettlementGround
) -> Act:
    """Say how the contradiction of two claims stands from now on, in an act; readers see it at once.

    Raises CannotState for claims whose contradiction is not out, a reason that does not fit, and no change.
    """
    one, two = sorted((claim, other), key=lambda each: each.pk)
    row = Contradiction.objects.select_for_update().filter(one=one, other=two).first()
    if row is None or not row.is_public:
        raise CannotState("readers do not see this contradiction yet: the link is published first")
    state, ground = Settlement(state), SettlementGround(ground)
    if ground not in GROUNDS_OF[state]:
        raise CannotState(f"“{ground.label}” is no reason for “{state.label}”")
    last = row.stated.latest("number")
    if (last.state, last.ground) == (state, ground):
        raise CannotState("it stands so already, for the same reason")
    _state(row, state, ground, by)
    return record_act(by=by, kind=ActKind.WEIGHED, subjects=_subjects(one, two))


def _state(row: Contradiction, state: Settlement, ground: SettlementGround, by: AbstractBaseUser) -> None:
    StatedSettlement.objects.create(
        contradiction=row, number=row.stated.count() + 1, state=state, ground=ground, by_id=by.pk, at=timezone.now(),
        is_public=row.is_public,
    )  # fmt: skip


def _subjects(*claims: Claim) -> list[Subject]:
    """The two claims in the versions that are out, each beside its report."""
    articles = {row.pk: row for row in Article.objects.filter(claims__in=claims)}
    current = dict(ClaimVersion.objects.filter(claim__in=claims, is_current=True).values_list("claim", "number"))
    subjects = [Subject(row.public_id, latest_revision(row).number) for _, row in sorted(articles.items())]
    return [*subjects, *(Subject(claim.public_id, current[claim.pk]) for claim in claims)]
