"""Write acts into the ledger. Everything public happens through `record_act`."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, transaction
from django.utils import timezone

from articles.acts_file import hash_of
from articles.editing.acts_outside import keep_after_commit
from articles.editing.copying_in import copy_in
from articles.models import Act, ActKind

# Any number, the same in every process: whoever holds it writes the next act.
_LEDGER_LOCK = 7_204_611


@dataclass(frozen=True)
class Subject:
    """What an act is about: a public id, the version it then has, and the keyed digest of its words ("" for none)."""

    id: str
    version: int
    digest: str = ""


@transaction.atomic
def record_act(
    *,
    by: AbstractBaseUser,
    kind: ActKind,
    subjects: Iterable[Subject],
    at: datetime | None = None,
    withdrawal_class: str = "",
    successor: str = "",
    reason: str = "",
) -> Act:
    """Append one act. Acts are written one after another: a second writer waits for the first one's commit."""
    act = Act(
        kind=kind,
        withdrawal_class=withdrawal_class,
        successor=successor,
        subjects=[asdict(subject) for subject in subjects],
        at=at or timezone.now(),
        by_id=by.pk,
        reason=reason,
    )
    _chain([act])
    act.save(force_insert=True)
    keep_after_commit()
    return act


@transaction.atomic
def record_acts(
    *, by: AbstractBaseUser, kind: ActKind, subjects: Iterable[Subject], at: datetime, reason: str = ""
) -> None:
    """Append an act for each subject: what `record_act` does, for many at once."""
    acts = [Act(kind=kind, subjects=[vars(subject)], at=at, by_id=by.pk, reason=reason) for subject in subjects]
    _chain(acts)
    copy_in(acts)
    keep_after_commit()


def _chain(acts: Sequence[Act]) -> None:
    """Give new acts their numbers and hashes."""
    hold_the_ledger()
    last = Act.objects.order_by("-number").first()
    for act in acts:
        act.number = last.number + 1 if last else 1
        act.previous_hash = last.hash if last else ""
        act.hash = act_hash(act)
        last = act


def hold_the_ledger() -> None:
    """Until the commit nobody else writes acts; and that commit waits for synchronous standbys, where there are any."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s), set_config('synchronous_commit', %s, true)",
            [_LEDGER_LOCK, settings.PUBLISHING_COMMIT],
        )


def waits_for_a_standby() -> bool:
    """Whether an act is confirmed only once a synchronous standby has it."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW synchronous_standby_names")
        return bool(cursor.fetchone()[0])


def act_hash(act: Act) -> str:
    """What `hash` must be of an act that says this."""
    return hash_of(act.previous_hash, act.number, act.kind, act.withdrawal_class, act.successor, act.subjects, act.at)
