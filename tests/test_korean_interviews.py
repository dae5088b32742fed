"""Whose answers stand in a Korean talk, be it that a sentence says whom the outlet met, or that the next one says who spoke."""

import pytest

from articles.suggestions.values import Speech, Suggestions
from tests.test_reading_korean import read

MET = [
    "회령의 약초꾼과 5월 1일에 통화한 내용을 문답으로 정리했다.",
    "회령의 약초꾼을 지난달 연길에서 만나 시장 사정을 물었다.",
    "회령의 약초꾼에게 시장 사정을 들어봤다.",
    "회령의 약초꾼의 이야기를 전화로 들었다.",
]


def spoken(suggestions: Suggestions) -> list[tuple[str, str, bool]]:
    return [(c.passage.text, c.speaker, c.anonymous) for c in suggestions.claims if c.speech is Speech.DIRECT]


@pytest.mark.parametrize("met", MET)
@pytest.mark.parametrize("question", ["―― 시장은 어떤가?\n", "-시장은 어떤가.\n\n", "―― 시장이 조용하다고 들었다.\n"])
def test_whoever_was_met_answers(met: str, question: str) -> None:
    body = f"{met}\n\n{question}“안전부가 소금을 팔지 말라니까 다 숨었다”\n\n바다에는 배가 없다."
    suggestions = read(body)
    assert spoken(suggestions) == [("안전부가 소금을 팔지 말라니까 다 숨었다", "", True)]
    assert [(source.descriptor, source.province) for source in suggestions.sources] == [
        ("회령의 약초꾼", "north-hamgyong")
    ]


def test_whom_somebody_else_met_does_not_answer() -> None:
    suggestions = read(
        "혜산 소식통은 회령의 약초꾼을 만났다고 전했다.\n\n“소금이 어디 있나. 배추도 귀하다”\n\n바다는 조용하다."
    )
    assert [(source.descriptor) for source in suggestions.sources] == ["혜산 소식통"]


def test_words_that_open_a_report_are_his_who_is_said_to_have_spoken_so() -> None:
    suggestions = read(
        "“안전부가 소금을 다 거둬 가라고 닦달하고 있다.”\n\n혜산의 한 약초꾼은 18일 본지와 만나 이렇게 말했다."
    )
    assert [(claim.speaker, claim.anonymous) for claim in suggestions.claims] == [("혜산의 한 약초꾼", True)]


def test_a_question_may_end_what_is_said() -> None:
    suggestions = read("“소금은 도당이 다 쥐고 있어요. 값만 올리면 뭘 하나” 혜산 소식통이 5일 전화로 전했다.")
    assert [speaker for _, speaker, _ in spoken(suggestions)] == ["혜산 소식통"]
