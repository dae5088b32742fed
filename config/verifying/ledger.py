"""The chain of acts: as the table has it, as the file outside has it, and as a head that somebody kept has it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from articles.acts_file import ActsFile, Damaged, ledgers_in, read_acts
from articles.editing.acts_outside import kept
from articles.editing.ledger import act_hash
from articles.models import Act
from config.verifying.finding import Finding


def chain() -> Iterator[Finding]:
    """Every act follows the one before, and its hash is that of what it says."""
    previous, expected = "", 1
    for act in Act.objects.order_by("number").iterator(500):
        if act.number != expected:
            gone = f"act {expected}" if act.number == expected + 1 else f"acts {expected} to {act.number - 1}"
            yield Finding(gone, "missing from the ledger")
        elif act.previous_hash != previous:
            yield Finding(f"act {act.number}", "does not follow from the act before it")
        if act.hash != act_hash(act):
            yield Finding(f"act {act.number}", "its hash is not that of what it says")
        previous, expected = act.hash, act.number + 1


def file_outside() -> Iterator[Finding]:
    """The file of acts and the table say the same; a file of another ledger beside it is told too."""
    first = Act.objects.filter(number=1).values_list("hash", flat=True).first()
    own = ActsFile(settings.ACTS_DIR, first or "").path if first else None
    for path in ledgers_in(settings.ACTS_DIR):
        if path != own:
            yield Finding(str(path), "acts of a ledger that is not the one in the database")
    if own is None:
        return
    if not own.exists():
        yield Finding(str(own), "missing: the acts are not kept outside the database")
        return
    rows = {}
    for act in Act.objects.order_by("number").iterator(500):
        rows[act.number] = kept(act)
    number = 0
    try:
        for number, act_kept in enumerate(read_acts(own), start=1):
            row = rows.get(number)
            if act_kept.number != number or not act_kept.is_itself():
                yield Finding(f"{own}, act {number}", "was changed in the file")
            elif row is None:
                yield Finding(f"act {number}", "stands in the file of acts and not in the ledger")
            elif row != act_kept:
                yield Finding(f"act {number}", "the ledger says something else than the file of acts")
    except Damaged as error:
        yield Finding(str(own), str(error))
        return
    if number < len(rows):
        yield Finding(str(own), f"ends with act {number}, the ledger with act {max(rows)}")


def kept_head(said: dict[str, Any], name: Path | str) -> Iterator[Finding]:
    """A copy of /.well-known/ledger.json from whatever day: each act whose hash it holds is still the same one."""
    heads = {day["acts"]: day["hash"] for day in said.get("days", [])} | {said["acts"]: said["hash"]}
    heads.pop(0, None)
    found = dict(Act.objects.filter(number__in=heads).values_list("number", "hash"))
    for number, kept_hash in sorted(heads.items()):
        if number not in found:
            yield Finding(f"act {number}", f"was the head when {name} was kept, and is not in the ledger")
        elif found[number] != kept_hash:
            yield Finding(f"act {number}", f"is another one than when {name} was kept")


def dates() -> Iterator[Finding]:
    """No act is of a day that has not come."""
    for number in Act.objects.filter(at__gt=datetime.now(UTC)).values_list("number", flat=True):
        yield Finding(f"act {number}", "is of a time that has not come")
