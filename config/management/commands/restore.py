"""Bring a backup back: `manage.py restore DIR`, into an empty database."""

import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from articles.editing.acts_outside import keep_acts
from config.backup.manifest import read_manifest
from config.backup.programs import BackupError
from config.backup.restoring import Sources, check_is_empty, restore
from config.connecting import address_of_owner

MOST_LINES = 40


class Command(BaseCommand):
    help = (
        "Restore a backup into an empty database: logins first, then the dump, then every act since, from the file that is"
        " kept beside the data; only then can the public be answered."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="what `backup` wrote")
        parser.add_argument(
            "--acts",
            type=Path,
            metavar="FILE",
            help="the file of acts, where it is not in DATA_DIR/acts (…/acts/….jsonl)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"].absolute()
        database = address_of_owner()
        try:
            manifest = read_manifest(folder)
            check_is_empty(database)
            self._make_logins()
            restored = restore(folder, manifest, database, Sources(settings.ACTS_DIR, options["acts"]))
            # It may know words that are gone.
            shutil.rmtree(settings.DATA_DIR / "index", ignore_errors=True)
            keep_acts()
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error
        except DatabaseError as error:
            raise CommandError(f"The database: {str(error).splitlines()[0]}.") from error
        done = restored.done
        self.stdout.write(
            f"restored {folder}, made {manifest.made_at}: act {manifest.acts}, and {done.acts} since"
            f" ({done.hidden} hidden, {done.destroyed} texts destroyed, {done.gaps} gaps, {done.addresses} addresses)"
        )
        for line in done.left[:MOST_LINES]:
            self.stdout.write(f"  {line}")
        if len(done.left) > MOST_LINES:
            self.stdout.write(f"  and {len(done.left) - MOST_LINES} more")
        if not restored.outside:
            self.stdout.write(
                f"No acts were found in {settings.ACTS_DIR}: what was withdrawn after the backup was made is out again."
                " If they are elsewhere, restore once more with --acts, into an empty database."
            )
        self.stdout.write(
            "On every other public machine delete DATA_DIR/index before it starts; then run `manage.py verify`."
        )

    def _make_logins(self) -> None:
        """They are in no dump. Where this login may not make them, they may have been made by somebody who may."""
        try:
            call_command("bootstrap_roles", stdout=self.stdout)
        except CommandError as error:
            names = {settings.DESK_ROLE, settings.READER_ROLE}
            with connection.cursor() as cursor:
                cursor.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)", [list(names)])
                there = {name for (name,) in cursor.fetchall()}
            if there != names:
                raise
            self.stdout.write(f"{error}; they are there already, and stay as they are")
