"""Whose papers Korean reports follow, and whose words newspapers pass on."""

import pytest

from articles.suggestions.values import Speech
from tests.test_reading_korean import LEAD, read


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("안보리 산하 대북제재위원회 연례보고서에 따르면 소금이 넘어갔다.", ["안보리 산하 대북제재위원회"]),
        ("중국 해관총서가 20일 공개한 품목별 무역 통계 자료에 따르면 소금이 늘었다.", ["중국 해관총서"]),
        ("중국 해관총서의 무역통계에 따르면 소금이 늘었다.", ["중국 해관총서"]),
        ("코트라가 최근 펴낸 ‘북한의 소금 무역’ 보고서에 따르면 소금이 늘었다.", ["코트라"]),
        ("실제 한국무역협회(KITA) 통계에 따르면 소금이 늘었다.", ["한국무역협회"]),
        ("러시아 연방 관세청은 소금이 늘었다고 밝혔다.", ["러시아 연방 관세청"]),
        ("정보 당국은 소금이 늘었다고 밝혔다.", ["정보 당국"]),
        ("정보 당국의 조사에 따르면 소금이 늘었다.", ["정보 당국"]),
        ("들판통신은 해관총서가 발표한 무역 통계를 인용해 소금이 늘었다고 보도했다.", ["해관총서"]),
        ("들판뉴스는 소금이 늘었다고 들판주 세관 당국이 밝혔다고 보도했다.", ["들판주 세관 당국"]),
    ],
)
def test_the_body_is_the_one_that_issued_the_paper_or_was_passed_on(sentence: str, bodies: list[str]) -> None:
    claim = read(sentence).claims[-1]
    assert [step.body for step in claim.steps if step.body] == bodies


def test_a_committee_by_its_short_name_is_the_same() -> None:
    claims = read("안보리 산하 대북제재위원회가 모였다. 대북제재위는 “소금이 넘어갔다”고 밝혔다.").claims
    assert claims[-1].steps[-1].body == "안보리 산하 대북제재위원회"


def test_what_follows_from_a_report_is_told_by_who_told_it() -> None:
    claim = read("들판방송은 소식통을 인용해 이같이 보도했다.\n\n이에 따르면 초소마다 검사가 늘었다.").claims[-1]
    assert (claim.speech, [step.printed for step in claim.steps[1:]]) == (Speech.INDIRECT, ["소식통"])


def test_what_was_told_once_before_is_a_statement() -> None:
    claim = read(LEAD + "내각은 무역회사들에 소금을 사들이라고 지시한 것으로 전해진 바 있다.").claims[-1]
    assert [step.body for step in claim.steps[2:]] == ["내각"]


def test_what_a_body_looks_upon_as_something_is_no_word_of_it() -> None:
    claim = read(LEAD + "소식통은 “소금은 내각에서도 큰 일로 보고 있는 문제다”고 말했다.").claims[-1]
    assert [step.body for step in claim.steps if step.body] == []


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("들판뉴스가 매주 시행하는 물가 조사에 따르면 만포의 소금값은 두 배로 뛰었다.", ["들판뉴스"]),
        ("지금까지의 취재에 의하면 소금이 들어오는 곳은 만포 부근이다.", []),
    ],
)
def test_what_an_outlet_found_by_asking_is_its_statement(sentence: str, printed: list[str]) -> None:
    claims = read(sentence).claims
    assert [[step.printed for step in claim.steps[1:]] for claim in claims] == [printed]
