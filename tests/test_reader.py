"""The reader of reports, on the story and on texts nobody wrote."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.dates import PartialDate
from articles.report_text import read_report
from articles.suggestions.marks import quotations
from articles.suggestions.reader import suggest
from articles.suggestions.values import Basis, Kind, Speech, SuggestedClaim, Suggestions
from tests.story import ACTED, FILE, RELAYED

LABELLED = sorted((Path(__file__).parent / "labelled" / "open").glob("*.json"))
COMMITTEE = "party committee of Ryanggang Province"


def read(body: str, language: str = "en") -> Suggestions:
    return suggest(body, language=language, published=PartialDate.parse("2023-04"))


@pytest.fixture(scope="module")
def story() -> Suggestions:
    return read(read_report(FILE.read_bytes()).body)


def claim_on(suggestions: Suggestions, words: str) -> SuggestedClaim:
    return next(claim for claim in suggestions.claims if words.rstrip(",") in claim.passage.text)


def chain(claim: SuggestedClaim) -> list[tuple[str, str, str, str]]:
    """Below the outlet: who, as printed or by the fullest name, the verb, how and where named."""
    return [(step.body or step.printed, step.verb, step.speech, step.basis) for step in claim.steps[1:]]


def test_a_source_in_direct_speech_relays_the_committee_in_indirect(story: Suggestions) -> None:
    claim = claim_on(story, RELAYED)
    assert claim.passage.text == RELAYED
    assert (claim.speech, claim.cue, claim.anonymous) == (Speech.DIRECT, "said", True)
    assert chain(claim) == [
        ("the source", "said", Speech.DIRECT, Basis.PRINTED),
        (COMMITTEE, "said", Speech.INDIRECT, Basis.PRINTED),
    ]


def test_a_paragraph_that_names_nobody_carries_the_source_over(story: Suggestions) -> None:
    claim = claim_on(story, "The committee stressed that trade has to serve")
    assert chain(claim) == [
        ("the source", "", Speech.INDIRECT, Basis.CARRIED),
        (COMMITTEE, "stressed", Speech.INDIRECT, Basis.PRINTED),
    ]


def test_the_room_is_warned_of_and_the_source_is_found_once(story: Suggestions) -> None:
    claim = claim_on(story, ACTED)
    assert [warning.passage.text for warning in claim.warnings] == ["committee building"]
    (source,) = story.sources
    assert (source.descriptor, source.province) == ("a source in Ryanggang Province", "ryanggang")
    assert (source.told, source.contact) == ("Northern Courier", "on Sunday")


def test_an_utterance_split_by_its_cue_has_one_number() -> None:
    claims = read("“Prices rose again,” the source said. “Nobody knows why they did.”").claims
    assert [(claim.passage.text, claim.utterance) for claim in claims] == [
        ("Prices rose again,", 1),
        ("Nobody knows why they did.", 1),
    ]


def test_titles_and_terms_in_marks_are_no_statements() -> None:
    claims = read(
        "A source in Hyesan said the “Mallima” brand had gone. The drive is called “all for the harvest” there."
    )
    assert not [claim for claim in claims.claims if claim.speech == Speech.DIRECT]


def test_marks_that_run_on_over_paragraphs_give_one_quotation_each() -> None:
    body = "“We waited at the gate.\n\n“Then we went home,” he said."
    assert [(body[q.start : q.end], q.continues, q.is_closed) for q in quotations(body)] == [
        ("We waited at the gate.", False, False),
        ("Then we went home,", True, True),
    ]


def test_a_korean_report_is_read() -> None:
    body = "량강도 소식통은 “무역회사들이 쌀값을 올리고 있다”며 “주민들이 불안해한다”고 말했다."
    claims = read(body, "ko").claims
    assert claims[0].passage.text == "무역회사들이 쌀값을 올리고 있다"
    assert {(claim.cue, claim.anonymous, claim.steps[1].kind) for claim in claims} == {("말했다", True, Kind.UNNAMED)}


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_every_span_is_its_slice(path: Path) -> None:
    report = json.loads(path.read_text(encoding="utf-8"))
    body = report["body"]
    found = suggest(body, language=report["language"], published=PartialDate.parse(report["published"]))
    assert bool(found.claims) == bool(report["statements"])
    for claim in found.claims:
        for passage in (claim.passage, *(warning.passage for warning in claim.warnings)):
            assert body[passage.start : passage.end] == passage.text != ""
        assert claim.steps[0].kind == Kind.OUTLET


PIECES = st.sampled_from(
    [
        *"“”\"'.,?! \n[]",
        "\n\n",
        "the source said",
        "he added",
        "According to a source in Hyesan,",
        "the committee",
        "소식통은",
        "고 말했다",
        "량강도",
        "\x00",
        "𝄞",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["en", "ko"]))
def test_no_text_is_too_odd_to_read(body: str, language: str) -> None:
    for claim in read(body, language).claims:
        assert body[claim.passage.start : claim.passage.end] == claim.passage.text != ""
