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


def newest_acts(backup: Path, sources: Sources) -> tuple[list[KeptAct], list[KeptAddress]]:
    """The longest file of acts of the backup's ledger, and every address in any of them. Raises BackupError."""
    own = list(read_acts(backup / ACTS)) if (backup / ACTS).exists() else []
    first = own[0].hash if own else ""
    paths = (
        [sources.named]
        if sources.named
        else [ActsFile(sources.folder, first).path]
        if first
        else ledgers_in(sources.folder)
    )
    acts, addresses = own, {(row.kind, row.slug): row for row in read_addresses(backup / ADDRESSES)}
    for path in paths:
        if not path.exists():
            if path == sources.named:
                raise BackupError(f"{path} is not there.")
            continue
        found = list(read_acts(path))
        if len(found) > len(acts):
            acts = found
        addresses |= {(row.kind, row.slug): row for row in read_addresses(addresses_beside(path))}
    return acts, list(addresses.values())


def restore(backup: Path, manifest: Manifest, database: str, sources: Sources) -> Replayed:
    """Raises BackupError; then the database is as empty as it was, unless the message says otherwise."""
    check_is_empty(database)
    try:
        acts, addresses = newest_acts(backup, sources)
    except (Damaged, OSError) as error:
        raise BackupError(f"{error}.") from error
    if len(acts) < manifest.acts and acts:
        acts = []  # nothing in it that the dump has not
    with psycopg.connect(database) as look:
        server = look.info.server_version // 10_000
    end_of(
        run(
            [
                *(
                    program("pg_restore", server),
                    "--single-transaction",
                    "--exit-on-error",
                    "--no-owner",
                    "--no-privileges",
                ),
                *("--dbname", str(psycopg.conninfo.conninfo_to_dict(database)["dbname"]), backup / DUMP),
            ],
            database,
        ),
        "pg_restore",
    )
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
    return done


def _replay(acts: list[KeptAct], addresses: list[KeptAddress]) -> Replayed:
    last = Act.objects.order_by("-number").values_list("number", flat=True).first() or 0
    if not addresses and (not acts or acts[-1].number <= last):
        return Replayed()
    if acts and acts[-1].number > last:
        by, _ = User.objects.get_or_create(username=REPLAYER, defaults={"password": "!", "is_active": False})
    else:
        by = User(pk=0)  # nothing is written in its name
    return replay(by=by, acts=acts, addresses=addresses)
