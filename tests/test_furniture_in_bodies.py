"""What a body holds besides its report gives no claim, no date and no place, and moves no position."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.suggestions.clean import without_furniture

LABELLED = sorted((Path(__file__).parent / "labelled" / "open").glob("*.json"))

TOLD = "Trucks wait at the bridge, a source in Hyesan said."
FURNITURE = [
    "-4.0 C Chongjin\nFriday, March 3, 2023",
    "A crane in Nampo port. / Image: Northern Courier",
    "FILE PHOTO: The bridge at Sinuiju. Northern Courier/BRIDGE_01.JPG",
    "Won Pyongyang Sinuiju\nRice Price 4,100 4,200",
    "WHO WAITS, PAYS",
    "You May Also Like: Nine photos of Wonsan",
    "READ: Salt from Nampo turns away",
    "(For Use Only in the Republic of Korea. No Redistribution)",
    "Translated by Ann Lea. Edited by R. Holm.",
    "Subscribe to read. You have 2 free articles left this month.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_blanked_out_before_and_behind_what_is_told(line: str) -> None:
    blank = "\n".join(" " * len(part) for part in line.split("\n"))
    assert without_furniture(f"{line}\n\n{TOLD}\n\n{TOLD}") == f"{blank}\n\n{TOLD}\n\n{TOLD}"
    assert without_furniture(f"{TOLD}\n\n{TOLD}\n\n{line}") == f"{TOLD}\n\n{TOLD}\n\n{blank}"


@pytest.mark.parametrize("dateline", ["SEOUL, April 9 (Northern) -- ", "Dandong, China -- ", "(서울=북녘통신) "])
def test_the_date_line_that_opens_a_report_is_no_part_of_its_first_sentence(dateline: str) -> None:
    assert without_furniture(dateline + TOLD) == " " * len(dateline) + TOLD


@pytest.mark.parametrize(
    "body",
    ["the source said", "“We wait", f"{TOLD}\n\nNobody pays (he said).\n\n“And nobody goes", "무역이 멎었다고 한다"],
)
def test_words_that_are_told_stay(body: str) -> None:
    assert without_furniture(body) == body


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_nothing_that_was_labelled_is_lost(path: Path) -> None:
    report = json.loads(path.read_text(encoding="utf-8"))
    left = without_furniture(report["body"])
    labelled = [label["exact"] for label in report["statements"]] + [label["text"] for label in report["dates"]]
    assert [words for words in labelled if words in report["body"] and words not in left] == []


@given(st.text())
def test_no_position_moves(body: str) -> None:
    left = without_furniture(body)
    assert len(left) == len(body)
    assert all(after == before or after == " " for before, after in zip(body, left, strict=True))
