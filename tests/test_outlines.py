"""Outlines of the provinces: whole numbers inside the picture, closed, the middle inside."""

import re

from articles.outlines import HEIGHT, WIDTH, outlines, place


def test_eleven_provinces_are_drawn_inside_the_picture() -> None:
    drawn = outlines()

    assert sorted(drawn) == [*(f"KP-{number:02}" for number in range(1, 11)), "KP-13"]
    for iso, outline in drawn.items():
        assert re.fullmatch(r"(M\d+ \d+(l-?\d+ -?\d+)+z)+", outline.path), iso
        assert 0 < outline.middle[0] < WIDTH, iso
        assert 0 < outline.middle[1] < HEIGHT, iso


def test_the_seat_of_a_province_lies_near_its_middle_and_north_is_up() -> None:
    pyongyang = place(125.75, 39.03)
    middle = outlines()["KP-01"].middle

    assert max(abs(pyongyang[0] - middle[0]), abs(pyongyang[1] - middle[1])) < 15
    assert outlines()["KP-09"].middle[1] < middle[1] < outlines()["KP-05"].middle[1]
    assert outlines()["KP-03"].middle[0] < outlines()["KP-09"].middle[0]


def test_the_picture_stays_small() -> None:
    assert sum(len(outline.path) for outline in outlines().values()) < 8_000
