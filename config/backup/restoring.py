"""Bring a backup back into an empty database, and do again what happened since, before any reader sees it.

Schema `pub`, which is all that the public site can see, is made last of all: until then it answers 503.
"""

from dataclasses import dataclass
from pathlib import Path

import psycopg
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.commands.migrate import Command as Migrate
from django.db import connection

from articles.acts_file import (
    ActsFile,
    Damaged,
    Diverged,
    KeptAct,
    KeptAddress,
    addresses_beside,
    check_chain,
    ledgers_in,
    read_acts,
    read_addresses,
)
from articles.editing.replaying import Replayed, replay
from articles.models import Act
from config.backup.manifest import ACTS, ADDRESSES, DUMP, Manifest
from config.backup.programs import BackupError, end_of, program, run
from config.grants import grant
from config.groups import ensure_groups
from config.pub import create_views, drop_views
from config.rules import install_rules

# In whose name acts are added that the backup does not have; it cannot log in.
REPLAYER = "restore"


@dataclass(frozen=True)
class Sources:
    """Files of acts to look into besides the backup's own: a folder of the machine, and one that was named."""

    folder: Path
    named: Path | None


def check_is_empty(database: str) -> None:
    """Raises BackupError for a database with anything in it."""
    try:
        with psycopg.connect(database) as look:
            row = look.execute(
                "SELECT count(*) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
                " WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'"
            ).fetchone()
    except psycopg.Error as error:
        raise BackupError(f"The database: {str(error).splitlines()[0]}.") from error
    if row and row[0]:
        raise BackupError("This database is not empty, and nothing is restored over what is there: name an empty one.")


@dataclass(frozen=True)
class Restored:
    """`done`: what was done again; `outside`: whether there was a file of acts besides the backup's own."""

    done: Replayed
    outside: bool


def restore(backup: Path, manifest: Manifest, database: str, sources: Sources) -> Restored:
    """Raises BackupError; then the database is as empty as it was, unless the message says otherwise."""
    check_is_empty(database)
    acts, addresses, outside = _newest_acts(backup, manifest, sources)
    with psycopg.connect(database) as look:
        server = look.info.server_version // 10_000
    how = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]
    name = str(psycopg.conninfo.conninfo_to_dict(database)["dbname"])
    end_of(run([program("pg_restore", server), *how, "--dbname", name, backup / DUMP], database), "pg_restore")
    # Made by an older program it has fewer tables; and nothing may be read before all was done again.
    drop_views(connection)
    call_command(Migrate(), interactive=False, verbosity=0)
    install_rules(connection)
    try:
        done = _replay(acts, addresses)
    except (Damaged, Diverged) as error:
        raise BackupError(
            f"{error}. The dump is restored, its acts are not; the public site stays closed. Name another file with --acts,"
            " into an empty database."
        ) from error
    ensure_groups()
    create_views(connection)
    grant(connection)
    with connection.cursor() as cursor:
        # Else the first minutes are planned for empty tables, and some statements of readers are out of time.
        cursor.execute("ANALYZE")
    return Restored(done, outside)


def _newest_acts(backup: Path, manifest: Manifest, sources: Sources) -> tuple[list[KeptAct], list[KeptAddress], bool]:
    """The longest file of acts of the backup's ledger, if it goes on after it; every address in any file; whether there
    was one besides the backup's. Raises BackupError for one that was tampered with or is of another ledger.
    """
    try:
        acts = list(read_acts(backup / ACTS)) if (backup / ACTS).exists() else []
        addresses = {(row.kind, row.slug): row for row in read_addresses(backup / ADDRESSES)}
        if sources.named is not None:
            paths = [sources.named]
        elif acts:
            paths = [path for path in [ActsFile(sources.folder, acts[0].hash).path] if path.exists()]
        else:
            paths = ledgers_in(sources.folder)
        for path in paths:
            acts = max(acts, list(read_acts(path)), key=len)
            addresses |= {(row.kind, row.slug): row for row in read_addresses(addresses_beside(path))}
        check_chain(acts)
    except (Damaged, OSError) as error:
        raise BackupError(f"{error}.") from error
    if len(acts) >= manifest.acts > 0 and acts[manifest.acts - 1].hash != manifest.head:
        raise BackupError(f"Act {manifest.acts} is another one in the file of acts than in the backup.")
    return acts if len(acts) > manifest.acts else [], list(addresses.values()), bool(paths)


def _replay(acts: list[KeptAct], addresses: list[KeptAddress]) -> Replayed:
    last = Act.objects.order_by("-number").values_list("number", flat=True).first() or 0
    if not addresses and (not acts or acts[-1].number <= last):
        return Replayed()
    if acts and acts[-1].number > last:
        by, _ = User.objects.get_or_create(username=REPLAYER, defaults={"password": "!", "is_active": False})
    else:
        by = User(pk=0)  # nothing is written in its name
    return replay(by=by, acts=acts, addresses=addresses)
