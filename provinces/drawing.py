"""Drawing the outlines of the provinces out of their borders in degrees: done once, by `draw_outlines`. Pure: no Django.

Corners are rounded to one grid and every border between two provinces is simplified as one line, so that neighbours keep
it in common to the last corner.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot
from typing import Any

from provinces.outlines import Corner, Outline, place

# A corner that lies no further than this from the line between those that stay is left out; in parts of the picture.
SLACK = 0.75


def drawn(features: Sequence[Mapping[str, Any]]) -> dict[str, Outline]:
    """ISO code → outline, out of the features of a GeoJSON file (Polygon or MultiPolygon, in degrees)."""
    rings = {feature["properties"]["iso_3166_2"]: list(_rings(feature["geometry"])) for feature in features}
    junctions = _junctions(ring for of in rings.values() for ring in of)
    return {
        iso: Outline("".join(_path(_simplified(ring, junctions)) for ring in of), _middle(max(of, key=_size)))
        for iso, of in sorted(rings.items())
    }


def _rings(geometry: Mapping[str, Any]) -> Iterator[list[Corner]]:
    """Each closed: its last corner is its first. What rounding has left without an inside is left out."""
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for part in parts:
        for ring in part:
            corners = [place(x, y) for x, y in ring]
            corners = [corner for corner, before in zip(corners, [None, *corners], strict=False) if corner != before]
            if len(set(corners)) > 2:
                yield corners


def _junctions(rings: Iterator[list[Corner]]) -> set[Corner]:
    """Corners where more than one line meets: they stay."""
    neighbours: defaultdict[Corner, set[Corner]] = defaultdict(set)
    for ring in rings:
        for one, other in pairwise(ring):
            neighbours[one].add(other)
            neighbours[other].add(one)
    return {corner for corner, others in neighbours.items() if len(others) != 2}


def _simplified(ring: Sequence[Corner], junctions: set[Corner]) -> list[Corner]:
    """The ring line by line, each from junction to junction; a ring without one begins at its first corner."""
    open_ring = ring[:-1]
    begin = next((number for number, corner in enumerate(open_ring) if corner in junctions), 0)
    turned = [*open_ring[begin:], *open_ring[:begin], open_ring[begin]]
    lines: list[list[Corner]] = [[turned[0]]]
    for corner in turned[1:]:
        lines[-1].append(corner)
        if corner in junctions:
            lines.append([corner])
    found = [turned[0]]
    for line in lines:
        # From whichever side it is read, a line is the same.
        straight = line if line[0] <= line[-1] else line[::-1]
        kept = _line(straight)
        found += (kept if straight is line else kept[::-1])[1:]
    return found


def _line(line: Sequence[Corner]) -> list[Corner]:
    """Douglas and Peucker: the corner furthest from the line between both ends stays, if it is far enough."""
    if len(line) < 3:
        return list(line)
    furthest = max(range(1, len(line) - 1), key=lambda number: (_distance(line[number], line[0], line[-1]), -number))
    if _distance(line[furthest], line[0], line[-1]) <= SLACK:
        return [line[0], line[-1]]
    return [*_line(line[: furthest + 1])[:-1], *_line(line[furthest:])]


def _distance(corner: Corner, begin: Corner, end: Corner) -> float:
    """From the line through two others; from one of them where they are the same."""
    (x, y), (left, top), (right, down) = corner, begin, end
    length = hypot(right - left, down - top)
    if not length:
        return hypot(x - left, y - top)
    return abs((right - left) * (top - y) - (left - x) * (down - top)) / length


def _path(ring: Sequence[Corner]) -> str:
    steps = [(right - x, down - y) for (x, y), (right, down) in pairwise(ring[:-1])]
    text = " ".join(f"{across} {along}" for across, along in steps)
    return f"M{ring[0][0]} {ring[0][1]}l{text.replace(' -', '-')}z"


def _twice_area(ring: Sequence[Corner]) -> int:
    """Negative when the ring runs the other way round."""
    return sum(x * down - right * y for (x, y), (right, down) in pairwise(ring))


def _size(ring: Sequence[Corner]) -> int:
    return abs(_twice_area(ring))


def _middle(ring: Sequence[Corner]) -> Corner:
    """The centre of gravity of a ring."""
    sixfold = 3 * _twice_area(ring)
    across = sum((x + right) * (x * down - right * y) for (x, y), (right, down) in pairwise(ring))
    along = sum((y + down) * (x * down - right * y) for (x, y), (right, down) in pairwise(ring))
    return round(across / sixfold), round(along / sixfold)
