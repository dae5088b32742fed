"""Build the reader's index anew, or take deleted words out of its files."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles.search.index.keeper import keeper


class Command(BaseCommand):
    """`SITE=reader manage.py build_index`: reads what the public may see, and exchanges the index when it is whole."""

    help = "Builds the index that searches are answered from; --sweep only rewrites what still holds deleted words."

    def add_arguments(self, parser: CommandParser) -> None:
        """--sweep."""
        parser.add_argument("--sweep", action="store_true", help="rewrite the parts that still hold deleted words")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many reports were read, or how many parts were written anew."""
        if options["sweep"]:
            self.stdout.write(f"{keeper().sweep(patient=True)} parts written anew")
        else:
            self.stdout.write(f"{keeper().build()} reports indexed")
