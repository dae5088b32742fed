"""manage.py load_gazetteer: the data file's provinces, places and spellings into the database."""

from typing import Any

from django.core.management.base import BaseCommand

from provinces.editing import load_gazetteer


class Command(BaseCommand):
    help = "Load provinces, places and spellings from the data file; a second run changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints one line for each kind of row."""
        counts = load_gazetteer()
        self.stdout.write(f"provinces: {counts.provinces}")
        self.stdout.write(f"places: {counts.places}")
        self.stdout.write(f"spellings: {counts.spellings}")
