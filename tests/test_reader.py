"""The reader of reports, on the story and on texts nobody wrote."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.dates import PartialDate
from articles.report_text import read_report
from articles.suggestions.dangers import SOUGHT
from articles.suggestions.marks import quotations
from articles.suggestions.reader import suggest
from articles.suggestions.values import Basis, Kind, Speech, SuggestedClaim, Suggestions
from sources.vocabulary import Vocabulary
from tests.odd_texts import HARD
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
    assert (source.told, source.contact) == ("Northern Courier", "Sunday")


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


# RANDOM_TEXTS=10000 tries as many as the reader was once held against.
RANDOM_TEXTS = int(os.environ.get("RANDOM_TEXTS", "300"))
RANDOM = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=30).map("".join)


def assert_slices(body: str, found: Suggestions) -> int:
    """Every span is its slice; how many there are."""
    spans = [date.passage for date in found.dates]
    for claim in found.claims:
        spans += [claim.passage, *(date.passage for date in claim.dates), *(it.passage for it in claim.warnings)]
    for passage in spans:
        assert 0 <= passage.start < passage.end <= len(body)
        assert body[passage.start : passage.end] == passage.text
    return len(spans)


@settings(max_examples=RANDOM_TEXTS)
@given(RANDOM, st.sampled_from(["en", "ko"]))
def test_no_text_is_too_odd_to_read(body: str, language: str) -> None:
    assert_slices(body, read(body, language))


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", HARD)
def test_no_text_is_too_hard_to_read(name: str, language: str) -> None:
    for length in (1, 2, 97, 3000):
        body = HARD[name](length)
        assert_slices(body, read(body, language))


def test_the_hard_texts_are_no_empty_exercise() -> None:
    bodies = [(of(3000), language) for of in HARD.values() for language in ("en", "ko")]
    assert sum(assert_slices(body, read(body, language)) for body, language in bodies) > 1000


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_a_report_cut_anywhere_is_read(path: Path) -> None:
    report = json.loads(path.read_text(encoding="utf-8"))
    for at in range(0, len(report["body"]), 211):
        for body in (report["body"][:at], report["body"][at:]):
            assert_slices(body, read(body, report["language"]))


EXPOSING = {
    "en": (
        "reportedly allegedly; he is widely believed to; they were said that; rumours; it seems to; could not be verified;"
        " the first secretary, a vice-chairman, deputy directors, department heads, chief of the customs office, head of the"
        " mine, plant manager, vice-ministers, political officers, lieutenant colonels, company presidents; around 15 traders,"
        " seventy-five senior party officials, several dozen men, dozens of women, a dozen; eleven drivers; forty workers;"
        " the committee meeting room, lecture halls, party building, auditorium, house of culture, room no. 12, third floor;"
        " 10:30 a.m., 5 pm, 7.15 pm, 23:40, nine o'clock, around noon; he said, she later added, said she. According to him;"
        " told her; a female trader; businesswomen; a housewife; women in their late twenties; my husband [a broker]"
    ),
    "ko": (
        "것으로 전해졌다 간다고 한다. 추정된다 듯하다 소문 확인되지 않은 책임비서는 조직부장이 세관장을 지배인은 여단장도 정치지도원이"
        " 약 20여 명이 세 가구가 회의실에서 강당에 문화회관에서 청사 3층에 12호실 오전 10시 30분 3시경 정오에 자정께 그녀는"
        " 여성 소식통 40대 초반의 주부 내 남편 [중개인]"
    ),
}


@pytest.mark.parametrize("language", EXPOSING)
def test_whatever_exposes_a_person_has_its_sign(language: str) -> None:
    """A danger's pattern is tried where its sign stands alone, so that a sign too narrow would hide a warning."""
    bodies = [json.loads(path.read_text(encoding="utf-8"))["body"] for path in LABELLED]
    for sought in SOUGHT[language]:
        assert sought.pattern.search(EXPOSING[language])
        for body in (EXPOSING[language], *bodies):
            places = set(sought.places(body.lower(), Vocabulary(body)))
            for match in sought.pattern.finditer(body):
                assert sought.signs.search(match.group().lower())
                assert not places.isdisjoint(range(*match.span()))
