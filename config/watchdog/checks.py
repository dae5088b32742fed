"""What is looked at, each by itself. No finding holds an address, a query or a word of the record."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from articles.acts_file import ActsFile, Damaged
from articles.models import Act
from articles.search.index.keeper import keeper
from config.backup.manifest import NAME as MANIFEST
from config.cluster import Cluster
from config.standbys.report import left_out, look
from config.verifying.finding import Finding
from config.verifying.ledger import kept_head

# Less room than both of these is too little.
LEAST_BYTES, LEAST_PART = 1_000_000_000, 0.1
# An index follows within a second of a question; one that nobody asks is swept every ten.
INDEX_PATIENCE = timedelta(minutes=1)
# A day, and the time a backup or a copy takes.
DAILY = timedelta(hours=26)


@dataclass(frozen=True)
class Grave(Finding):
    """Of these the site cannot be read, or not be written, now."""


def primary() -> Iterator[Finding]:
    """It answers and takes writes. What the public site reads from, on a machine of its own, is no primary."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_is_in_recovery()")
            is_standby = cursor.fetchone()[0]
    except DatabaseError:
        yield Grave("database", "does not answer")
        return
    if is_standby and settings.SITE != "reader":
        yield Grave("database", "is a standby: nothing can be written")


def standbys() -> Iterator[Finding]:
    """Each keeps up; where none does and there is no primary to fall back to, nobody can read."""
    if not settings.STANDBYS:
        return
    rows = look()
    for row in left_out(rows):
        yield Finding(row.name, row.state)
    if not any(row.is_good for row in rows):
        yield Finding("standbys", "the public site reads from none of them")


def disk(backups: Path | None = None) -> Iterator[Finding]:
    """Room where data lie, the database's too where it is the embedded one, and where backups do."""
    places = {"data folder": settings.DATA_DIR}
    if backups:
        places["folder of backups"] = backups
    if settings.USES_EMBEDDED_POSTGRES:
        places["database's folder"] = Cluster(settings.DATA_DIR).data()
    for name, path in places.items():
        try:
            usage = shutil.disk_usage(path)
        except OSError:
            yield Finding(name, "cannot be looked at")
            continue
        if usage.free < LEAST_BYTES or usage.free < LEAST_PART * usage.total:
            yield Finding(name, f"{usage.free // 1_000_000:,} MB free, {usage.free * 100 // usage.total} %")


def index() -> Iterator[Finding]:
    """The index of this machine, where it has one, knows every act that is older than a minute."""
    known = keeper().known()
    if known is None:
        if settings.SITE == "reader":
            yield Finding("index", "there is none: lists and searches answer 503")
        return
    after = Act.objects.published().filter(number__gt=known.act)
    late = after.filter(at__lt=timezone.now() - INDEX_PATIENCE).count()
    if late:
        yield Finding("index", f"lacks {late} acts that are older than a minute")
    elif known.act and not Act.objects.published().filter(number=known.act, hash=known.hash).exists():
        yield Finding("index", "is of another record")


def acts_outside() -> Iterator[Finding]:
    """The file of acts ends with the ledger's last act, or with one of this minute."""
    first = Act.objects.filter(number=1).values_list("hash", flat=True).first()
    if first is None:
        return
    try:
        last = ActsFile(settings.ACTS_DIR, first).last()
    except (OSError, Damaged):
        yield Finding("acts outside the database", "cannot be read")
        return
    old = timezone.now() - INDEX_PATIENCE
    missing = Act.objects.filter(number__gt=last.number if last else 0, at__lt=old).count()
    if missing:
        yield Finding("acts outside the database", f"{missing} are missing")
    elif last and not Act.objects.filter(number=last.number, hash=last.hash).exists():
        yield Finding("acts outside the database", "are of another ledger")


def head(copy: Path) -> Iterator[Finding]:
    """A copy of /.well-known/ledger.json is of this day or the last one, and every head in it is still in the ledger."""
    try:
        said = json.loads(copy.read_text(encoding="utf-8"))
        kept = int(said["acts"])
        yield from kept_head(said, "the copy")
    except (OSError, ValueError, KeyError, TypeError):
        yield Finding("copy of the ledger's head", "cannot be read")
        return
    late = Act.objects.filter(number__gt=kept, at__lt=timezone.now() - DAILY).count()
    if late:
        yield Finding("copy of the ledger's head", f"lacks {late} acts that are older than a day")


def backups(folder: Path) -> Iterator[Finding]:
    """The newest of the backups in this folder is of this day or the last one."""
    made = sorted(filter(None, map(_made_at, folder.glob(f"*/{MANIFEST}"))))
    if not made:
        yield Finding("backups", "there is none")
    elif datetime.now(UTC) - made[-1] > DAILY:
        yield Finding("backups", f"the newest is {(datetime.now(UTC) - made[-1]) // timedelta(hours=1)} hours old")


def _made_at(manifest: Path) -> datetime | None:
    try:
        return datetime.fromisoformat(json.loads(manifest.read_text(encoding="utf-8"))["made_at"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
