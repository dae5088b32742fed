"""Keep the acts outside the database too: after each commit the file is brought up to the table, in the table's order.

Whoever comes first writes what is missing, his own act and any that a crash between commit and file left out; so the file
is always a beginning of the ledger, and nothing has to be undone when a transaction fails.
"""

import logging
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from articles.acts_file import ActsFile, Damaged, Diverged, KeptAct, KeptAddress
from articles.models import Act, Address

logger = logging.getLogger(__name__)
# What `KeptAct` has of an act.
_COLUMNS = ("number", "kind", "withdrawal_class", "successor", "subjects", "at", "previous_hash", "hash")


def keep_after_commit() -> None:
    """Bring the file up to the table once the transaction is committed, before whoever asked for it is answered."""
    transaction.on_commit(keep_or_say)


def keep_or_say() -> bool:
    """The same now. What was committed stays committed: a file that cannot be written is said in the log, and made good later."""
    try:
        keep_acts()
    except (OSError, DatabaseError, Diverged, Damaged) as error:
        logger.error(
            "acts are not kept outside the database: %s",
            error if not isinstance(error, DatabaseError) else type(error).__name__,
        )
        return False
    return True


def keep_and_leave() -> None:
    """The same in a thread of its own, whose connection ends with it."""
    try:
        keep_or_say()
    finally:
        connection.close()


def keep_acts() -> int:
    """Add to the file what the ledger has beyond it; how many acts. Raises OSError, DatabaseError, Diverged, Damaged."""
    first = Act.objects.filter(number=1).values_list("hash", flat=True).first()
    if first is None:
        return 0
    with ActsFile(settings.ACTS_DIR, first).writing() as file:
        last = file.last
        if last is not None and not Act.objects.filter(number=last.number, hash=last.hash).exists():
            raise Diverged(f"act {last.number} of the file is not in the ledger")
        added = file.add(_acts_after(last.number if last else 0))
        file.add_addresses(_addresses_beside(file.known()))
        return added


def kept(act: Act) -> KeptAct:
    """An act as it is kept."""
    return _as_kept({column: getattr(act, column) for column in _COLUMNS})


def _acts_after(number: int) -> Iterator[KeptAct]:
    rows = Act.objects.filter(number__gt=number).order_by("number").values(*_COLUMNS)
    yield from map(_as_kept, rows.iterator(100))


def _as_kept(row: dict[str, Any]) -> KeptAct:
    return KeptAct(**row | {"at": row["at"].isoformat()})


def _addresses_beside(known: set[tuple[str, str]]) -> list[KeptAddress]:
    if Address.objects.count() <= len(known):
        return []
    rows = Address.objects.order_by("pk").values_list("kind", "slug", "first_at")
    return [KeptAddress(kind, slug, at.isoformat()) for kind, slug, at in rows if (kind, slug) not in known]
