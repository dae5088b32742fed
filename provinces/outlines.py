"""Outlines of the provinces as paths of one picture, as `draw_outlines` has left them. Pure: no Django, no database."""

import json
from dataclasses import dataclass
from functools import cache
from math import cos, radians
from pathlib import Path

FILE = Path(__file__).parent / "data" / "outlines.json"
# The country in degrees, with a little sea around it.
WEST, EAST, SOUTH, NORTH = 124.05, 130.85, 37.55, 43.1
WIDTH = 720
# A degree of longitude is this much of a degree of latitude, halfway up.
_NARROW = cos(radians((SOUTH + NORTH) / 2))
_SCALE = WIDTH / ((EAST - WEST) * _NARROW)
HEIGHT = round((NORTH - SOUTH) * _SCALE)

Corner = tuple[int, int]


def place(longitude: float, latitude: float) -> Corner:
    """Where a point of the earth lies in the picture: from the left and from the top."""
    return round((longitude - WEST) * _NARROW * _SCALE), round((NORTH - latitude) * _SCALE)


@dataclass(frozen=True)
class Outline:
    """A province in the picture: its path ("M1 2l3 4-5 6z") and the middle of its largest part."""

    path: str
    middle: Corner


@cache
def outlines() -> dict[str, Outline]:
    """ISO code → outline; provinces that are not drawn are not among them. Raises OSError, ValueError, KeyError."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    return {iso: Outline(each["path"], (each["middle"][0], each["middle"][1])) for iso, each in kept.items()}


def written(drawn: dict[str, Outline]) -> str:
    """Such a file."""
    rows = {iso: {"middle": outline.middle, "path": outline.path} for iso, outline in drawn.items()}
    return json.dumps(rows, indent=1) + "\n"
