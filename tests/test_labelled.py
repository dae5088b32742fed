"""The labelled reports agree with their own words, with the gazetteer and with the topics."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.long

HERE = Path(__file__).parent
FOLDER = HERE / "labelled"
HALVES = ("open", "sealed")
FOLDERS = (
    *HALVES,
    "blind",
    "fresh",
    "unseen",
    "later",
    "modelled",
    "newer",
    "passages",
    "kept",
    "aside",
    "wider",
)  # written later, like real reports: no pattern steers them
FILES = sorted(FOLDER.glob("*/*.json"))
PATTERNS: dict[str, dict[str, str]] = json.loads((FOLDER / "patterns.json").read_text(encoding="utf-8"))
GAZETTEER: dict[str, Any] = json.loads((HERE.parent / "provinces/data/gazetteer.json").read_text(encoding="utf-8"))
TOPICS = {
    row["slug"] for row in json.loads((HERE.parent / "articles/data/topics.json").read_text(encoding="utf-8"))["topics"]
}
PROVINCES = {row["slug"] for row in GAZETTEER["provinces"]}
PLACES = {row["slug"] for part in ("places", "crossings", "ports", "abroad", "features") for row in GAZETTEER[part]}

REPORT = [
    "id", "language", "outlet", "published", "headline", "body", "statements", "sources",
    "provinces", "places", "institutions", "dates", "topics", "warnings", "patterns",
]  # fmt: skip
STATEMENT = [
    "exact", "occurrence", "speech", "speaker", "speaker_is", "anonymous", "cue", "steps",
    "relayed", "actor", "addressee", "utterance",
]  # fmt: skip
SOURCE = ["descriptor", "province", "also", "told", "contact", "condition", "second_hand"]
DATE = ["text", "occurrence", "edtf", "earliest", "latest", "kind"]
WARNINGS = {"bracket", "hedge", "rank", "headcount", "room", "clock", "pronoun"}
SPEAKER = re.compile(r"outlet|source:[1-9]|(institution|named|outlet):.+")
DAY = r"\d{4}(-\d\d(-\d\d)?)?[~?%]?"
EDTF = re.compile(rf"{DAY}|{DAY}/{DAY}|{DAY}/\.\.|\.\./{DAY}")

Report = dict[str, Any]


@cache
def read(path: Path) -> Report:
    report: Report = json.loads(path.read_text(encoding="utf-8"))
    return report


def starts(body: str, words: str) -> list[int]:
    return [at.start() for at in re.finditer(f"(?={re.escape(words)})", body)]


def place_of(body: str, words: str, occurrence: int) -> int:
    """Where the words stand for the nth time; fails if they do not."""
    found = starts(body, words)
    assert words and 1 <= occurrence <= len(found), (words, occurrence, len(found))
    return found[occurrence - 1]


def of_each(check: Callable[[Report], None]) -> Callable[[str], None]:
    """A test a folder, of every report in it; each that fails is named. One a report would be thousands."""

    @pytest.mark.parametrize("folder", FOLDERS)
    def checked(folder: str) -> None:
        files, wrong = [path for path in FILES if path.parent.name == folder], []
        assert files
        for path in files:
            try:
                check(read(path))
            except AssertionError as error:
                error.add_note(f"in {folder}/{path.name}")
                wrong.append(error)
        if wrong:
            raise ExceptionGroup(f"{len(wrong)} of {len(files)} reports", wrong)

    return checked


def test_halves_are_alike_in_number_and_language() -> None:
    counted = Counter((path.parent.name, read(path)["language"]) for path in FILES if path.parent.name in HALVES)
    assert counted == {(half, language): n for half in HALVES for language, n in (("en", 20), ("ko", 12))}


def test_each_half_covers_every_pattern_in_the_list() -> None:
    for half in HALVES:
        covered = {name for path in FILES if path.parent.name == half for name in read(path)["patterns"]}
        assert covered == set(PATTERNS), half


def test_no_report_or_quotation_stands_in_two_folders() -> None:
    words = {
        folder: {
            row["exact"]
            for path in FILES
            if path.parent.name == folder
            for row in read(path)["statements"]
            if len(row["exact"]) > 25
        }
        for folder in FOLDERS
    }
    assert all(words.values())
    assert [pair for pair in combinations(FOLDERS, 2) if words[pair[0]] & words[pair[1]]] == []
    assert len({read(path)["id"] for path in FILES}) == len({read(path)["body"] for path in FILES}) == len(FILES)


def test_a_file_is_named_like_its_report() -> None:
    for path in FILES:
        assert read(path)["id"] == path.parent.name[0] + path.name.partition("-")[0]


@of_each
def test_report_is_whole_and_normalised(report: Report) -> None:
    assert list(report) == REPORT
    assert report["language"] in {"en", "ko"} and date.fromisoformat(report["published"])
    assert unicodedata.is_normalized("NFC", json.dumps(report, ensure_ascii=False))
    assert report["body"] == report["body"].strip() and "\n\n\n" not in report["body"]


@of_each
def test_statements_stand_in_the_body(report: Report) -> None:
    body, paragraph_breaks = report["body"], "\n\n"
    at = []
    for row in report["statements"]:
        assert list(row) == STATEMENT
        at.append(place_of(body, row["exact"], row["occurrence"]))
        assert row["exact"] == row["exact"].strip() and paragraph_breaks not in row["exact"]
        for printed in (row["speaker"], row["actor"] or "", row["addressee"] or ""):
            assert printed.casefold() in body.casefold(), printed
        assert all(word in body.casefold() for word in row["cue"].casefold().split()), row["cue"]
    assert at == sorted(at)


@of_each
def test_utterances_count_up_and_keep_their_speaker(report: Report) -> None:
    direct = [row for row in report["statements"] if row["speech"] == "direct"]
    assert all(row["utterance"] is None for row in report["statements"] if row["speech"] == "indirect")
    numbers = [row["utterance"] for row in direct]
    assert numbers == sorted(numbers) and set(numbers) == set(range(1, len(set(numbers)) + 1))
    for number in set(numbers):
        parts = [row for row in direct if row["utterance"] == number]
        assert len({(row["speaker"], row["speaker_is"], row["cue"]) for row in parts}) == 1


@of_each
def test_chains_run_from_the_outlet_down_to_the_speaker(report: Report) -> None:
    for row in report["statements"]:
        first, rest = row["steps"][0], row["steps"][1:]
        assert first == {"speaker": "outlet", "verb": "", "speech": "own", "basis": "printed"}
        for step in rest:
            assert list(step) == ["speaker", "verb", "speech", "basis"]
            assert step["speech"] in {"direct", "indirect", "summary"}
            assert step["basis"] in {"printed", "carried", "bracket"}
            assert SPEAKER.fullmatch(step["speaker"]), step
            assert step["basis"] != "carried" or step["verb"] == "" or row["speaker"] == ""
        speakers = [step["speaker"] for step in row["steps"]]
        assert row["speaker_is"] in speakers
        assert row["anonymous"] is row["speaker_is"].startswith("source:")
        bodies = [name.removeprefix("institution:") for name in speakers if name.startswith("institution:")]
        assert row["relayed"] == (bodies[-1] if bodies else None)
        assert set(bodies) <= set(report["institutions"])
        numbers = [int(name.removeprefix("source:")) for name in speakers if name.startswith("source:")]
        assert all(number <= len(report["sources"]) for number in numbers)


@of_each
def test_every_source_speaks_and_is_printed(report: Report) -> None:
    spoken = {step["speaker"] for row in report["statements"] for step in row["steps"]}
    for number, row in enumerate(report["sources"], 1):
        assert list(row) == SOURCE
        assert f"source:{number}" in spoken
        for printed in (row["descriptor"], row["told"], row["contact"], row["condition"]):
            assert printed.casefold() in report["body"].casefold(), printed
        assert {*row["also"], *([row["province"]] if row["province"] else [])} <= PROVINCES
        assert row["province"] or not row["also"]
        assert row["told"] or row["descriptor"]


@of_each
def test_slugs_are_known_and_bodies_printed(report: Report) -> None:
    for column, known in (
        ("provinces", PROVINCES),
        ("places", PLACES),
        ("topics", TOPICS),
        ("patterns", set(PATTERNS)),
    ):
        assert len(report[column]) == len(set(report[column]))
        assert set(report[column]) - known == set(), column
    assert 1 <= len(report["topics"]) <= 5
    assert report["patterns"] == sorted(report["patterns"])
    assert len(report["institutions"]) == len(set(report["institutions"]))
    assert [name for name in report["institutions"] if name not in report["body"]] == []


@of_each
def test_dates_stand_in_the_body_and_are_bounded(report: Report) -> None:
    for row in report["dates"]:
        assert list(row) == DATE
        place_of(report["body"], row["text"], row["occurrence"])
        assert row["kind"] in {"event", "due", "contact"}
        if row["edtf"] is None:
            assert row["earliest"] is None and row["latest"] is None
            continue
        assert row["kind"] != "contact" and EDTF.fullmatch(row["edtf"]), row
        days = [date.fromisoformat(row[end]) for end in ("earliest", "latest") if row[end]]
        assert days == sorted(days) and len(days) == (1 if ".." in row["edtf"] else 2)


@of_each
def test_contact_words_of_sources_are_contact_dates(report: Report) -> None:
    contacts = {row["text"] for row in report["dates"] if row["kind"] == "contact"}
    assert {row["contact"] for row in report["sources"] if row["contact"]} <= contacts


@of_each
def test_warnings_stand_in_the_body(report: Report) -> None:
    for row in report["warnings"]:
        assert list(row) == ["kind", "text", "occurrence"]
        place_of(report["body"], row["text"], row["occurrence"])
        assert row["kind"] in WARNINGS
        assert (row["kind"] == "bracket") == bool(re.fullmatch(r"\[.+\]", row["text"]))
