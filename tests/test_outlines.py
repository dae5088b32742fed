"""Outlines of the provinces: simplified once and kept, closed, whole numbers inside the picture, borders in common."""

import gzip
import json
import re
from collections.abc import Iterator

from provinces.drawing import drawn
from provinces.management.commands.draw_outlines import BORDERS
from provinces.outlines import FILE, HEIGHT, WIDTH, outlines, place, written

Edge = tuple[tuple[int, int], tuple[int, int]]


def edges(path: str) -> Iterator[Edge]:
    """Every line of an outline, from corner to corner."""
    for ring in path.split("z")[:-1]:
        begin, steps = re.fullmatch(r"M(\d+ \d+)l(.*)", ring).groups()  # type: ignore[union-attr]  # as the test above it says
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        x, y = map(int, begin.split())
        first = x, y
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            yield (x, y), (x + across, y + down)
            x, y = x + across, y + down
        yield (x, y), first


def test_eleven_provinces_are_drawn_inside_the_picture() -> None:
    kept = outlines()

    assert sorted(kept) == [*(f"KP-{number:02}" for number in range(1, 11)), "KP-13"]
    for iso, outline in kept.items():
        assert re.fullmatch(r"(M\d+ \d+l-?\d+[ -]\d+([ -]\d+)*z)+", outline.path), iso
        assert 0 < outline.middle[0] < WIDTH, iso
        assert 0 < outline.middle[1] < HEIGHT, iso
        for corner, _ in edges(outline.path):
            assert 0 <= corner[0] <= WIDTH and 0 <= corner[1] <= HEIGHT, iso


def test_the_seat_of_a_province_lies_near_its_middle_and_north_is_up() -> None:
    pyongyang = place(125.75, 39.03)
    middle = outlines()["KP-01"].middle

    assert max(abs(pyongyang[0] - middle[0]), abs(pyongyang[1] - middle[1])) < 30
    assert outlines()["KP-09"].middle[1] < middle[1] < outlines()["KP-05"].middle[1]
    assert outlines()["KP-03"].middle[0] < outlines()["KP-09"].middle[0]


def test_neighbours_have_their_border_in_common_to_the_last_corner() -> None:
    others = {frozenset(edge) for iso, outline in outlines().items() if iso != "KP-01" for edge in edges(outline.path)}
    of_pyongyang = [frozenset(edge) for edge in edges(outlines()["KP-01"].path)]

    # Pyongyang has no coast.
    assert len(of_pyongyang) > 10
    assert [edge for edge in of_pyongyang if edge not in others] == []


def test_what_is_kept_is_what_is_drawn_and_it_is_small() -> None:
    features = json.loads(BORDERS.read_text(encoding="utf-8"))["features"]

    assert FILE.read_text(encoding="utf-8") == written(drawn(features))
    assert len(gzip.compress(FILE.read_bytes())) < 10_000
