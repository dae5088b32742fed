"""Who speaks in Korean reports where a body, its people or its paper do, and under which name."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Suggestions

LEAD = "혜산 장마당이 조용하다고 량강도 소식통이 3일 전했다.\n\n"


def read(body: str) -> Suggestions:
    return suggest(body, language="ko", published=PartialDate.parse("2023-04-18"))


def last_steps(body: str) -> list[tuple[str, str]]:
    """Who is printed last in each claim, and the body that is."""
    return [(claim.steps[-1].printed, claim.steps[-1].body) for claim in read(body).claims]


def test_a_part_of_a_body_is_called_by_itself_later() -> None:
    body = "남포세관이 중앙검찰소 검열조의 검열을 받고 있다.\n\n소식통은 검열조가 장부를 내라고 요구했다고 전했다."
    assert last_steps(body)[-1] == ("검열조", "중앙검찰소 검열조")


def test_each_province_has_one() -> None:
    body = "내각이 각 도 상업은행에 지시를 내렸다.\n\n소식통은 상업은행이 딸라를 바꾸라고 요구했다고 전했다."
    assert last_steps(body)[-1][1] == "상업은행"


def test_what_is_named_in_marks_by_what_it_is_speaks_by_its_name() -> None:
    body = (
        "북한인권단체 ‘들판이웃’은 소금이 귀하다고 밝혔다.\n\n들판이웃은 “내각이 소금을 아끼라고 지시했다”고 덧붙였다."
    )
    second = read(body).claims[1]
    assert (second.speaker, second.anonymous) == ("들판이웃", False)
    assert [step.body for step in second.steps if step.body] == ["들판이웃", "내각"]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("소식통은 세관 직원이 “줄을 서서 기다리라”고 했다고 덧붙였다.", "세관 직원"),
        ("한 상인이 관리소에 따졌으나, 관리소는 “자리값부터 내라”고 대답했다고 한다.", "관리소"),
        ("소식통에 따르면 ‘밤에는 강가에 나오지 말라’는 군당의 통지가 있었다.", "군당"),
        ("내각 명의의 포고가 붙었다. 포고의 마지막 줄에는 “어긴 자는 벌을 받는다”고 적혀 있다.", "포고"),
    ],
)
def test_a_body_speaks_by_whoever_and_whatever_speaks_for_it(body: str, speaker: str) -> None:
    claim = read(LEAD + body).claims[-1]
    assert (claim.speaker, claim.anonymous) == (speaker, False)


def test_a_threat_that_nobody_is_named_for_is_of_the_body_before() -> None:
    body = "소식통에 따르면 시당은 딸라를 바꾸라고 경고했다고 한다. ‘숨긴 자는 도둑이나 마찬가지다’는 위협도 했다고 소식통은 전했다."
    claim = read(LEAD + body).claims[-1]
    assert (claim.speaker, claim.anonymous, claim.steps[-1].body) == ("", False, "시당")


def test_a_rare_surname_is_known_once_it_was_told() -> None:
    claims = read("국가람 대표는 “소금이 귀하다”고 말했다. 국 대표는 “기름도 귀하다”고 덧붙였다.").claims
    assert [(claim.speaker, claim.anonymous) for claim in claims] == [("국가람 대표", False), ("국 대표", False)]


def test_a_later_sentence_tells_near_which_town_somebody_lives() -> None:
    body = "취재협력자 A 씨는 “소금이 귀하다”고 말했다.\n\nA 씨는 남포시 교외에 산다."
    assert [source.province for source in read(body).sources] == ["nampo"]


def test_somebody_tells_what_another_said_to_them() -> None:
    body = "농장의 한 농민은 “소금을 꾸러 다닌다”고 푸념했다고 혜산 소식통은 전했다."
    claim = read(LEAD + body).claims[-1]
    assert [step.printed for step in claim.steps[1:]] == ["혜산 소식통", "농장의 한 농민"]
