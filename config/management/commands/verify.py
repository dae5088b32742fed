"""Whether anything was tampered with or lost: `manage.py verify`; exit 1 and a line for each thing found."""

import contextlib
import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles.acts_file import Damaged, Diverged
from articles.editing.acts_outside import keep_acts
from config.verifying import guards, ledger, texts
from config.verifying.finding import Finding

CHECKS: dict[str, Callable[[], Iterator[Finding]]] = {
    "the chain of acts": ledger.chain,
    "the acts outside the database": ledger.file_outside,
    "texts and their digests": texts.digests,
    "claims, ids and addresses": texts.rows,
    "rules": guards.triggers,
    "constraints": guards.constraints,
    "views": guards.views,
    "grants": guards.grants,
}


class Command(BaseCommand):
    help = "Compare the record with its digests, its ledger and the acts kept outside; rules and views with their declaration."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--ledger", type=Path, action="append", default=[], metavar="FILE",
            help="a copy of /.well-known/ledger.json from an earlier day; several times, several",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        heads = {path: _read(path) for path in options["ledger"]}
        # What a crash left out of the file is no finding; what does not fit together is one, further down.
        with contextlib.suppress(Diverged, Damaged, OSError):
            keep_acts()
        count = 0
        try:
            for check in (
                *CHECKS.values(),
                *(lambda path=path, said=said: ledger.kept_head(said, path) for path, said in heads.items()),
            ):
                for finding in check():
                    count += 1
                    self.stdout.write(str(finding))
        except DatabaseError as error:
            raise CommandError(f"The database: {str(error).splitlines()[0]}") from error
        if count:
            self.stdout.write(f"{count} found")
            sys.exit(1)
        self.stdout.write(f"nothing found: {', '.join(CHECKS)}" + (f", {len(heads)} kept heads" if heads else ""))


def _read(path: Path) -> dict[str, Any]:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(said["acts"], int) and isinstance(said["hash"], str):
            return dict(said)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise CommandError(f"--ledger {path}: this is no copy of /.well-known/ledger.json", returncode=2)
