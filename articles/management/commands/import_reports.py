"""Bring reports in: `manage.py import_reports PATH… --outlet NAME`. One line a report; exit 1 if any was rejected.

Reports go in by the hundred, each batch whole, so an import that was killed goes on when it is started again: what is
in already is `unchanged`. A report's line is written once it is in.
"""

import time
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Iterator
from typing import Any

import pghistory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, DjangoHelpFormatter, OutputWrapper
from django.core.validators import URLValidator
from django.db import reset_queries, transaction

from articles.dates import DateError, PartialDate
from articles.editing.importing import Given, first_carried_in, outlet_named
from articles.editing.importing_many import Importer, Outcome
from articles.editing.imprints import take_missing_imprints
from articles.incoming.brought import Refused
from articles.incoming.files import SUFFIXES, read_file
from articles.incoming.readers import Item, read_in_batches
from articles.incoming.rows import FIELDS, KINDS
from articles.models import Article, Language, OriginKind
from articles.public_ids import MistypedId, normalise
from articles.queries.likeness_beside import KinBeside
from articles.report_text import UnreadableReport
from articles.suggestions.collector import collector_waiting
from sources.models import Outlet, Show

BAD_USAGE = 2
SECONDS_BETWEEN_NOTES = 2.0


class Command(BaseCommand):
    help = (
        "Bring in reports: plain texts (.txt), pages (.html), feeds and WordPress exports (.xml), .jsonl, .csv, or - for "
        "a plain text from standard input. Run it again after a break: what is in already stays as it is."
    )
    rows = f"""
a .csv table has a header, cells parted by commas, and is UTF-8; a line of .jsonl is an object with the same fields:
  {", ".join(FIELDS)}
body alone is needed, its paragraphs parted by blank lines; published is 2022, 2022-04 or 2022-04-03; language is
{" or ".join(Language.values)}; origin is the id of a report here, and kind ({", ".join(KINDS)})
says what this one is to it. What is given on the command line holds for every report.
"""

    def add_arguments(self, parser: ArgumentParser) -> None:
        # The lines of the header's description stay as they are.
        parser.formatter_class, parser.epilog = _Help, self.rows
        parser.add_argument("paths", nargs="+", metavar="PATH", help=f"{', '.join(SUFFIXES)}, or -")
        parser.add_argument("--outlet", required=True, help="who published it; a new outlet starts as claims only")
        parser.add_argument("--show", choices=Show.values, help="what the outlet lets us show")
        parser.add_argument("--published", type=_date, default=PartialDate.none(), help="2022, 2022-04 or 2022-04-03")
        parser.add_argument("--language", choices=Language.values, default="", help="else judged by its script")
        parser.add_argument("--headline", default="")
        parser.add_argument("--byline", default="")
        parser.add_argument("--url", type=_address, help="its address at the outlet")
        parser.add_argument("--archived-url", type=_address)
        parser.add_argument("--origin", metavar="ID", default="", help="the report here that first carried it")
        parser.add_argument("--kind", choices=OriginKind.values, default="", help="what this one is to its origin")
        parser.add_argument(
            "--publish", action="store_true", help="publish the text as printed; what editors wrote waits"
        )
        parser.add_argument("--by", default="demo", metavar="USER", help="in whose name (default: demo)")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        by = self._user(options["by"])
        given = self._given(options)
        if len(options["paths"]) > 1 and (given.headline or given.url):
            raise CommandError(
                "--headline and --url describe one report; give one path with them", returncode=BAD_USAGE
            )
        # History says in whose name, as it does of what is done on the desk.
        with pghistory.context(user=by.pk, url="import_reports"):
            tally = self._bring_all(by, given, options)
        if tally.rejected:
            raise CommandError(f"{tally.rejected} of {tally.read} rejected", returncode=1)

    def _bring_all(self, by: AbstractBaseUser, given: Given, options: dict[str, Any]) -> "_Tally":
        with transaction.atomic():
            outlet = outlet_named(
                by=by, name=options["outlet"], show=Show(options["show"]) if options["show"] else None
            )
            if options["dry_run"]:
                tally = self._import_all(by, outlet, options["paths"], given)
                transaction.set_rollback(True)
        if not options["dry_run"]:
            tally = self._import_all(by, outlet, options["paths"], given)
        return tally

    def _import_all(self, by: AbstractBaseUser, outlet: Outlet, paths: list[str], given: Given) -> "_Tally":
        """Batch by batch; of each new report it is said which one it seems to copy."""
        take_missing_imprints()
        tally = _Tally(self.stderr)
        with KinBeside() as kin:
            importer = Importer(by=by, outlet=outlet, given=given, kin=kin)
            before: list[Outcome] = []
            for batch in read_in_batches(_items(paths, given), headline=given.headline, language=given.language):
                # What a batch makes lives as long as the batch; the collector would run through all of it again and again.
                with collector_waiting():
                    brought = list(importer.bring_in(batch))
                    # The kin of the batch before were looked for while this one was written.
                    self._say_all(before, tally)
                    before = brought
                # With DEBUG, Django keeps what was asked of the database.
                reset_queries()
            self._say_all(before, tally)
        return tally

    def _say_all(self, outcomes: list[Outcome], tally: "_Tally") -> None:
        for outcome in outcomes:
            self._say(outcome)
            tally.count(is_rejected=outcome.imported is None)

    def _say(self, outcome: Outcome) -> None:
        imported = outcome.imported
        if imported is None:
            self.stdout.write(f"rejected {outcome.item.where}: {outcome.reason}")
            return
        article = imported.article
        self.stdout.write(f"{imported.status} {article.public_id} {imported.headline or '(no headline)'}")
        if imported.lacks and not article.first_published_at:
            self.stdout.write(f"  a draft: it lacks {' and '.join(imported.lacks)}")
        for kin in outcome.find_kin():
            self.stdout.write(f"  {kin.sentence}")

    def _user(self, username: str) -> AbstractBaseUser:
        user = get_user_model().objects.filter(username=username, is_active=True).first()
        if user is None:
            raise CommandError(f"--by {username}: there is no such editor", returncode=BAD_USAGE)
        return user

    def _given(self, options: dict[str, Any]) -> Given:
        if bool(options["origin"]) != bool(options["kind"]):
            raise CommandError("--origin and --kind go together", returncode=BAD_USAGE)
        return Given(
            headline=options["headline"].strip(),
            byline=options["byline"].strip(),
            language=options["language"],
            published=options["published"],
            url=options["url"] or "",
            archived_url=options["archived_url"] or "",
            origin=self._origin(options["origin"]) if options["origin"] else None,
            origin_kind=options["kind"],
            publish=options["publish"],
        )

    def _origin(self, typed: str) -> Article:
        try:
            return first_carried_in(normalise(typed))
        except (MistypedId, UnreadableReport) as error:
            raise CommandError(f"--origin {typed}: {error}", returncode=BAD_USAGE) from error


class _Help(DjangoHelpFormatter, RawDescriptionHelpFormatter):
    """Django's order of options; texts keep their line breaks."""


class _Tally:
    """How many were read and rejected; says so now and then while a long import runs."""

    def __init__(self, notes: OutputWrapper) -> None:
        self.read = self.rejected = 0
        self._notes = notes
        self._next_note = time.monotonic() + SECONDS_BETWEEN_NOTES

    def count(self, *, is_rejected: bool) -> None:
        """One more report."""
        self.read += 1
        self.rejected += is_rejected
        if time.monotonic() >= self._next_note:
            self._notes.write(f"{self.read:,} reports read, {self.rejected:,} rejected")
            self._next_note = time.monotonic() + SECONDS_BETWEEN_NOTES


def _items(paths: list[str], given: Given) -> Iterator[Item]:
    """What the files bring; one that cannot be opened, or not to its end, is refused and not raised."""
    for path in paths:
        name = "standard input" if path == "-" else path
        try:
            for found in read_file(path, language=given.language):
                yield Item(f"{name}, {found.where}" if found.where else name, found)
        except OSError as error:
            yield Item(name, Refused("", (error.strerror or str(error)).lower()))


def _date(words: str) -> PartialDate:
    try:
        return PartialDate.parse(words)
    except DateError as error:
        raise ArgumentTypeError(str(error)) from error


def _address(value: str) -> str:
    try:
        URLValidator(schemes=["http", "https"])(value)
    except ValidationError as error:
        raise ArgumentTypeError(f"{value!r} is no web address") from error
    return value
