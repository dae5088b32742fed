"""The footnote checker on a file: `manage.py check_links FILE`. Exit 0 if every link is current, 1 if any is not."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.footnotes.files import MAX_BYTES, UnreadableFile, read_document
from articles.footnotes.finding import find
from articles.pages.footnote_tables import as_csv, as_lines
from articles.pages.footnotes import TooMany, check_page, our_hosts

BAD_USAGE = 2


class Command(BaseCommand):
    help = "Say what became of every link and id of this site in a file (.txt, .md, .html, .docx). Nothing is kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="a document, or - for plain text from standard input")
        parser.add_argument("--csv", action="store_true", help="the same table for a spreadsheet")

    def handle(self, *args: Any, **options: Any) -> None:
        text = _read(options["file"])
        try:
            page = check_page(find(text, our_hosts(), most=len(text)))
        except TooMany as error:
            raise CommandError(str(error), returncode=BAD_USAGE) from error
        if options["csv"]:
            self.stdout.write(as_csv(page), ending="")
        else:
            self.stdout.writelines(f"{line}\n" for line in as_lines(page))
        if not page.is_all_current:
            # Not an error of ours, so without a word: the table has said it.
            sys.exit(1)


def _read(path: str) -> str:
    """At most one byte more than is allowed, so that a huge file costs nothing."""
    try:
        if path == "-":
            return read_document("standard input.txt", sys.stdin.buffer.read(MAX_BYTES + 1))
        with Path(path).open("rb") as file:
            return read_document(Path(path).name, file.read(MAX_BYTES + 1))
    except OSError as error:
        raise CommandError(f"{path}: {(error.strerror or str(error)).lower()}", returncode=BAD_USAGE) from error
    except UnreadableFile as error:
        raise CommandError(str(error), returncode=BAD_USAGE) from error
