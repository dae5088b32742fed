"""Offices, groups and officers at the head of Korean sentences whose names no list has."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Kind, SuggestedClaim

LEAD = "혜산 장마당이 조용하다고 량강도 소식통이 3일 전했다.\n\n"


def last_claim(body: str) -> SuggestedClaim:
    return suggest(LEAD + body, language="ko", published=PartialDate.parse("2023-04-18")).claims[-1]


@pytest.mark.parametrize(
    "office",
    [
        "일본 갯벌보안청",
        "미국 들판부 대변인실",
        "훈춘시 장터관리국",
        "바다인권모임",
        "동방물산",
        "시민단체 바다마음",
        "한국 염전진흥처",
    ],
)
@pytest.mark.parametrize("told", ["{}은 “소금이 귀하다”고 답했다.", "{}은 소금이 귀하다고 발표했다."])
def test_an_office_that_no_list_has_speaks_at_the_head_of_a_sentence(office: str, told: str) -> None:
    claim = last_claim(told.format(office).replace("처은", "처는"))
    assert (claim.anonymous, claim.steps[-1].kind, claim.steps[-1].body) == (False, Kind.INSTITUTION, office)


def test_one_side_speaks_by_what_it_is() -> None:
    assert last_claim("수입사 측은 “소금은 들여온 적이 없다”고 해명했다.").steps[-1].body == "수입사"


def test_an_office_of_another_state_needs_no_source_above_it() -> None:
    assert [step.kind for step in last_claim("일본 갯벌보안청은 배가 떠났다고 발표했다.").steps] == [
        Kind.OUTLET,
        Kind.INSTITUTION,
    ]
    assert len(last_claim("염전진흥처는 배가 떠났다고 발표했다.").steps) == 3


@pytest.mark.parametrize("told", ["{}은 “소금이 귀하다”고 말했다.", "{}은 소금이 귀하다고 말했다."])
def test_whoever_is_named_behind_the_office_speaks_by_name(told: str) -> None:
    claim = last_claim(told.format("훈춘시 장터관리국 부국장 왕하얀"))
    assert (claim.speaker, claim.anonymous) == ("훈춘시 장터관리국 부국장 왕하얀", False)


@pytest.mark.parametrize("head", ["전국은", "사실은", "또", "아침은"])
def test_what_is_no_office_leaves_the_word_to_whoever_spoke(head: str) -> None:
    assert [step.kind for step in last_claim(f"{head} “소금이 귀하다”고 말했다.").steps] == [Kind.OUTLET, Kind.UNNAMED]


def test_whatever_verb_ends_a_sentence_tells_what_its_topic_is_quoted_with() -> None:
    claim = last_claim("해관총서는 소금이 두 배로 들어왔다고 결론지었다.")
    assert (claim.cue, claim.steps[-1].body) == ("결론지었다", "해관총서")
    assert last_claim("해관총서는 소금이 들어온다고 알았다.").passage.start < len(LEAD)
    assert last_claim("소금이 두 배로 들어왔다고 결론지었다.").passage.start < len(LEAD)


def test_a_body_that_puts_out_a_notice_speaks() -> None:
    claim = last_claim("훈춘 해관은 소금 자루에 이름표를 붙이라는 공고를 냈다.")
    assert (claim.cue, claim.steps[-1].body) == ("공고를 냈다", "훈춘 해관")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("세관장이", "세관"),
        ("분주소장이", "분주소"),
        ("인민위원장이", "인민위원회"),
        ("농장 관리위원장은", "농장 관리위원회"),
    ],
)
def test_whoever_heads_a_body_speaks_for_it(head: str, body: str) -> None:
    assert last_claim(f"소식통은 “{head} 소금을 아끼라고 호령했다”고 말했다.").steps[-1].body == body
