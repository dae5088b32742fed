"""Whether somebody has to be woken: `manage.py watchdog`; one line for each finding.

Exit 0: nothing; 1: something is to be looked at; 2: bad usage; 3: the site cannot be read or written now.
"""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from config.connecting import address_of_server
from config.verifying.finding import Finding
from config.watchdog import checks, waiting_commits
from config.watchdog.checks import Grave

Check = Callable[[], Iterator[Finding]]


class Command(BaseCommand):
    help = (
        "Look at database, standbys, room, index, acts outside, and with --backups and --ledger at these."
        " Exit 0: nothing found, 1: something to look at, 3: the site cannot be read or written now."
    )
    # They would ask a database that may be away.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--backups", type=Path, metavar="DIR", help="the folder in which each backup has one")
        parser.add_argument("--ledger", type=Path, metavar="FILE", help="a daily copy of /.well-known/ledger.json")
        parser.add_argument(
            "--let-go", action="store_true",
            help="let commits go that wait for a synchronous standby that is not there, and hold them to it again later",
        )  # fmt: skip
        parser.add_argument(
            "--every", type=float, metavar="SECONDS",
            help="go on, and say only what is new; with --let-go nothing else is looked at",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        looked_at = self._checks(options)
        said: list[str] | None = None
        while True:
            found = list(self._found(looked_at))
            lines = [str(finding) for finding in found]
            for line in lines:
                if line not in (said or []):
                    self._say(line)
            if options["every"] is None:
                break
            if said is None:
                self._say("watching")
            said = lines
            time.sleep(max(0.1, options["every"]))
        if any(isinstance(finding, Grave) for finding in found):
            sys.exit(3)
        if found:
            sys.exit(1)
        self.stdout.write("nothing found")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()

    def _checks(self, options: dict[str, Any]) -> list[Check]:
        is_public = settings.SITE == "reader"
        waits = bool(settings.STANDBYS) and not is_public
        letting_go = partial(waiting_commits.let_go, address_of_server())
        if options["let_go"] and options["every"] is not None:
            return [letting_go]
        backups, ledger = options["backups"], options["ledger"]
        found: list[Check | None] = [
            checks.primary,
            checks.standbys,
            letting_go if options["let_go"] else None,
            partial(waiting_commits.findings, address_of_server()) if waits else None,
            partial(checks.disk, backups),
            checks.index,
            None if is_public else checks.acts_outside,
            partial(checks.head, ledger) if ledger else None,
            partial(checks.backups, backups) if backups else None,
        ]
        return [check for check in found if check]

    def _found(self, looked_at: list[Check]) -> Iterator[Finding]:
        is_away = False
        for check in looked_at:
            try:
                for finding in check():
                    is_away |= finding == Grave("database", "does not answer")
                    yield finding
            except DatabaseError:
                if not is_away:
                    is_away = True
                    yield Grave("database", "stopped answering")
        if not connection.in_atomic_block:
            connection.close()  # it may be another server by the next round
