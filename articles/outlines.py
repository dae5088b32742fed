"""Outlines of the provinces as paths of a small picture. No Django, no database: one data file, read once.

Every corner is rounded to the same grid, so that neighbours keep their common border to the last corner.
"""

import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

OUTLINES = Path(__file__).resolve().parent.parent / "provinces" / "data" / "provinces.geojson"
# The country in degrees, with a little sea around it.
WEST, EAST, SOUTH, NORTH = 124.05, 130.85, 37.55, 43.1
WIDTH = 360
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
    """A province in the picture: its path ("M1 2l3 4…z") and the middle of its largest part."""

    path: str
    middle: Corner


@cache
def outlines() -> dict[str, Outline]:
    """ISO code → outline; provinces that the file does not draw are not among them."""
    features = json.loads(OUTLINES.read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["iso_3166_2"]: _outline(feature["geometry"]) for feature in features}


def _outline(geometry: dict[str, Any]) -> Outline:
    """Of a Polygon or MultiPolygon."""
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = [[place(x, y) for x, y in ring] for part in parts for ring in part]
    return Outline("".join(_path(ring) for ring in rings), _middle(max(rings, key=lambda ring: abs(_twice_area(ring)))))


def _path(ring: list[Corner]) -> str:
    """Empty for a ring that rounding has left without an inside."""
    corners = [corner for corner, before in zip(ring, [None, *ring], strict=False) if corner != before]
    if len(set(corners)) < 3:
        return ""
    steps = [
        f"l{right - x} {down - y}"
        for (x, y), (right, down) in pairwise(corners[:-1])  # a ring ends where it began, and "z" leads there
    ]
    return f"M{corners[0][0]} {corners[0][1]}{''.join(steps)}z"


def _twice_area(ring: list[Corner]) -> int:
    """Twice the area of a ring, negative when it runs the other way round."""
    return sum(x * down - right * y for (x, y), (right, down) in pairwise(ring))


def _middle(ring: list[Corner]) -> Corner:
    """The centre of gravity of a ring."""
    sixfold = 3 * _twice_area(ring)
    across = sum((x + right) * (x * down - right * y) for (x, y), (right, down) in pairwise(ring))
    along = sum((y + down) * (x * down - right * y) for (x, y), (right, down) in pairwise(ring))
    return round(across / sixfold), round(along / sixfold)
