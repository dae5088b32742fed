"""The public record as a dataset: `manage.py export_dataset DIR`, again and again into the same folder."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.exports.dataset import WrongLogin, export
from articles.exports.release import DatasetError, rebuild


class Command(BaseCommand):
    help = (
        "Write everything public into a folder, as JSONL and CSV with a manifest of hashes. Written into the same folder"
        " again, earlier releases stay there to be rebuilt, but for what was removed since."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", metavar="DIR", type=Path, help="an empty folder, or one with earlier releases")
        parser.add_argument("--rebuild", metavar="ACT", type=int, help="write the release of that act again, beside")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        try:
            if options["rebuild"] is not None:
                self._rebuild(folder, options["rebuild"])
            else:
                manifest = export(folder)
                rows = sum(file["rows"] for name, file in manifest["files"].items() if name.endswith(".jsonl"))
                self.stdout.write(f"{rows} rows, act {manifest['version']}, in {folder}")
        except DatasetError as error:
            raise CommandError(str(error)) from error
        except WrongLogin as error:
            raise CommandError(
                "the dataset is made with the reader's login: set SITE=reader, or leave SITE out"
            ) from error

    def _rebuild(self, folder: Path, version: int) -> None:
        # Beside the dataset and not in it: what is removed later leaves the dataset, and this is a copy.
        into = folder.with_name(f"{folder.name}-act-{version}")
        whole, lacking = rebuild(folder, version, into)
        self.stdout.write(f"{len(whole)} files as they were, in {into}")
        if lacking:
            self.stdout.write(f"without what was removed since: {', '.join(lacking)}")
