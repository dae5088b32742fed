"""Bring reports in: `manage.py import_reports PATH… --outlet NAME`. One line a report; exit 1 if any was rejected."""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import URLValidator
from django.db import DataError, IntegrityError, transaction

from articles.dates import DateError, PartialDate
from articles.editing.importing import Given, Imported, import_report, outlet_named
from articles.editing.publishing import NotReady
from articles.models import Article, Language, OriginKind
from articles.public_ids import MistypedId, normalise
from articles.report_text import MAX_BYTES, UnreadableReport
from sources.models import Outlet, Show

BAD_USAGE = 2


class Command(BaseCommand):
    help = "Bring in reports from plain text files (.txt, UTF-8), or from standard input with -."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a .txt file, or - for standard input")
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
        parser.add_argument("--publish", action="store_true", help="publish the text as printed")
        parser.add_argument("--by", default="demo", metavar="USER", help="in whose name (default: demo)")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        by = self._user(options["by"])
        given = self._given(options)
        if len(options["paths"]) > 1 and (given.headline or given.url):
            raise CommandError(
                "--headline and --url describe one report; give one path with them", returncode=BAD_USAGE
            )
        rejected = 0
        with transaction.atomic():
            outlet = outlet_named(
                by=by, name=options["outlet"], show=Show(options["show"]) if options["show"] else None
            )
            if options["dry_run"]:
                rejected = self._import_all(by, outlet, options["paths"], given)
                transaction.set_rollback(True)
        if not options["dry_run"]:
            rejected = self._import_all(by, outlet, options["paths"], given)
        if rejected:
            raise CommandError(f"{rejected} of {len(options['paths'])} rejected", returncode=1)

    def _import_all(self, by: AbstractBaseUser, outlet: Outlet, paths: list[str], given: Given) -> int:
        """Each report in a transaction of its own; returns how many were rejected."""
        rejected = 0
        for path in paths:
            name = "standard input" if path == "-" else path
            try:
                self._say(name, import_report(by=by, outlet=outlet, name=Path(name).name, raw=_read(path), given=given))
            except (UnreadableReport, NotReady, OSError, DataError, IntegrityError) as error:
                rejected += 1
                self.stdout.write(f"rejected {name}: {_reason(error)}")
        return rejected

    def _say(self, name: str, imported: Imported) -> None:
        self.stdout.write(f"{imported.status} {imported.article.public_id} {imported.headline or '(no headline)'}")
        if imported.lacks and not imported.article.first_published_at:
            self.stdout.write(f"  a draft: it lacks {' and '.join(imported.lacks)}")

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
            article = Article.objects.filter(public_id=normalise(typed)).first()
        except MistypedId as error:
            raise CommandError(f"--origin {typed}: {error}", returncode=BAD_USAGE) from error
        if article is None:
            raise CommandError(f"--origin {typed}: there is no such report", returncode=BAD_USAGE)
        # A copy of a copy is a copy of the first.
        return article.origin or article


def _read(path: str) -> bytes:
    """At most one byte more than is allowed, so that a huge file costs nothing."""
    if path == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    if Path(path).suffix.lower() != ".txt":
        raise UnreadableReport("only plain text in a .txt file can be read")
    with Path(path).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return next(iter(str(error).splitlines()), type(error).__name__)


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
