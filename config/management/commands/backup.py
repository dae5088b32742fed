"""Dump everything: `manage.py backup DIR`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.acts_file import Damaged, Diverged
from articles.editing.acts_outside import keep_acts
from config.backup.dumping import back_up
from config.backup.programs import BackupError
from config.connecting import address_of_owner


class Command(BaseCommand):
    help = "Write a backup into a new folder: the database, the acts of the ledger, a manifest of hashes. It holds sealed notes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet, or empty")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"].absolute()
        try:
            keep_acts()
            manifest = back_up(folder, address_of_owner(), settings.ACTS_DIR)
        except (BackupError, Damaged, Diverged, OSError) as error:
            raise CommandError(str(error)) from error
        size = sum(file.bytes for file in manifest.files.values())
        self.stdout.write(
            f"backed up to {folder}: {size:,} bytes, act {manifest.acts}, rows {manifest.rows_sha256[:16]}"
        )
