"""manage.py draw_outlines: the outlines that maps are drawn with, out of the borders in `provinces.geojson`."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from provinces.drawing import drawn
from provinces.outlines import FILE, written

BORDERS = FILE.with_name("provinces.geojson")


class Command(BaseCommand):
    help = "Simplify the borders of the provinces once; needed only when their file has changed."

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes the file beside the borders and prints how large it is."""
        features = json.loads(BORDERS.read_text(encoding="utf-8"))["features"]
        text = written(drawn(features))
        FILE.write_text(text, encoding="utf-8")
        self.stdout.write(f"{FILE.name}: {len(text.encode())} bytes")
