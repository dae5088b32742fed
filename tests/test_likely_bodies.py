"""The body that is likeliest where the rules find none: what is learnt, by what it is chosen, and where it is not asked."""

import json

import pytest

from articles.dates import PartialDate
from articles.suggestions.likely import ENOUGH, FILE, Answers, Candidate, Weights
from articles.suggestions.reader import suggest
from tests.likely_bodies import Question, digest, learnt, of_invented

WEIGHTS = Weights({"said": 3.0, "passed by": -3.0, "nobody": 0.0})


def _answers(*candidates: tuple[str, str, str]) -> Answers:
    return Answers(tuple(Candidate(name, printed, (mark,)) for name, printed, mark in candidates), ("nobody",))


def test_the_weights_were_learnt_from_the_reports_and_sentences_there_are() -> None:
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    assert kept["learnt_from"] == digest(), "run `python -m tests.likely_bodies` and look at what changed"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_body_is_put_in_where_an_invented_sentence_has_none(language: str) -> None:
    weights = Weights.from_file(language)
    silent = [question for question in of_invented(language) if not question.wanted and question.may_be_asked]
    assert len(silent) > 100
    assert [found.name for question in silent if (found := weights.likeliest(question.answers))] == []


def test_the_likeliest_body_is_taken_if_it_is_likely_enough() -> None:
    found = WEIGHTS.likeliest(_answers(("net bureau", "the bureau", "said"), ("port office", "the port", "passed by")))
    assert found and (found.name, found.printed) == ("net bureau", "the bureau")
    assert WEIGHTS.likeliest(_answers(("net bureau", "the bureau", "unknown"))) is None  # as likely as nobody
    assert WEIGHTS.likeliest(_answers()) is None


def test_the_mentions_of_one_body_count_together_and_its_name_is_taken_as_printed() -> None:
    twice = _answers(("net bureau", "", "unknown"), ("net bureau", "the bureau", "unknown"))
    assert WEIGHTS.chances(twice)["net bureau"] == pytest.approx(2 / 3)
    assert ENOUGH < 2 / 3
    assert (found := WEIGHTS.likeliest(twice)) and found.printed == "the bureau"


def test_what_tells_for_the_labelled_answer_is_learnt() -> None:
    spoken = Question(_answers(("net bureau", "the bureau", "said")), "net bureau", "", True)
    silent = Question(_answers(("net bureau", "the bureau", "passed by")), "", "", True)
    weights = learnt([spoken, silent] * 5)
    assert weights["said"] > 0 > weights["passed by"]
    assert learnt([spoken, silent] * 5) == weights
    assert Weights(weights).likeliest(spoken.answers)
    assert not Weights(weights).likeliest(silent.answers)


def test_a_damaged_file_is_an_error(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "weights.json"
    path.write_text('{"weights": {"en": {}}}', encoding="utf-8")
    with pytest.raises(KeyError):
        Weights.from_file("ko", path)


def test_a_body_that_gathers_people_is_not_asked_for_whose_orders() -> None:
    told = "“The committee gathered heads of salt firms in May to hand down orders from the party on salt,” a source in Kilju said."
    assert [
        step.body for step in suggest(told, language="en", published=PartialDate.parse("2023-04-18")).claims[-1].steps
    ] == ["", ""]
