"""Who speaks in Korean words in marks: before an audience, through somebody else, in a text, under a foreign name."""

import pytest

from articles.suggestions.values import Speech
from tests.test_reading_korean import LEAD, read


def direct(body: str) -> list[tuple[str, bool]]:
    return [(claim.speaker, claim.anonymous) for claim in read(body).claims if claim.speech is Speech.DIRECT]


@pytest.mark.parametrize("audience", ["집집을 돌며", "주민들을 모아 놓고", "인민반장들에게", "인민반 회의에서"])
def test_an_officer_before_those_he_has_to_do_with_is_his_body(audience: str) -> None:
    assert direct(f"{LEAD}군 상업부 지도원은 {audience} “소금을 기다려 달라”고 말했다.") == [
        ("군 상업부 지도원", False)
    ]


def test_an_officer_who_talks_to_an_outlet_is_a_source() -> None:
    assert direct("단둥 세관의 한 직원은 본지에 “소금은 모르는 일이다”고 말했다.") == [("단둥 세관의 한 직원", True)]


def test_what_somebody_was_told_and_heeded_is_his_who_told_it() -> None:
    body = "그는 남포에서 만난 짐꾼이 “소금은 내일 싣는다”고 해서 하루를 묵었다고 했다."
    assert direct(f"들판모임의 박하나 국장은 배를 기다렸다고 말했다.\n\n{body}") == [("남포에서 만난 짐꾼", True)]


def test_a_navy_speaks_where_an_office_tells_it() -> None:
    assert direct("북한 해군이 “소금배를 돌리라”고 알려 왔다고 합동참모본부가 밝혔다.") == [("북한 해군", False)]


def test_a_text_is_his_who_sent_it() -> None:
    body = f"{LEAD}상인의 손전화에는 라선의 선봉수산이 보낸 글이 떠 있었다. “소금배를 세워 두겠음. 기다리기 바람.”"
    assert direct(body) == [("선봉수산", False)]


def test_what_was_written_to_somebody_is_his_who_wrote_it() -> None:
    body = "유엔 전문가패널은 소금이 실렸다고 밝혔다.\n\n보고서에는 은물해운이 선원들에게 “장치는 바로 끄라”고 지시한 문자도 실렸다."
    assert direct(body) == [("은물해운", False)]


@pytest.mark.parametrize(
    ("speaker", "particle"),
    [("센터의 연구원 제임스 박 씨", "는"), ("북 국방성 대변인", "은"), ("중국 상무부", "는"), ("총회 토론", "에서는")],
)
@pytest.mark.parametrize("tells", ["고 강조했다", "고만 했다", "고도 했다"])
def test_nobody_of_these_is_an_unnamed_source(speaker: str, particle: str, tells: str) -> None:
    assert direct(f"{speaker}{particle} “소금을 낼 까닭이 없다”{tells}.") == [(speaker, False)]


@pytest.mark.parametrize(
    "who",
    ["해주 강가 찻집의 북한 요리사", "옆자리에 앉은 북측 무역회사 부원", "같은 차를 탄 여성", "바닷가에 사는 어민"],
)
def test_where_somebody_sits_says_who_it_is(who: str) -> None:
    particle = "은" if (ord(who[-1]) - 0xAC00) % 28 else "는"
    assert direct(f"{who}{particle} “소금이 귀하다”고 말했다.") == [(who, True)]


def test_a_panel_is_that_of_experts_and_no_other() -> None:
    body = '유엔 전문가패널은 소금이 실렸다고 밝혔다.\n\n패널은 "답이 없었다"고 적었다.'
    assert direct(body) == [("패널", False)]
    assert "패널" not in {
        body for step in read(f"{LEAD}그는 패널이 없는 집은 어둡다고 말했다.").claims[-1].steps for body in [step.body]
    }
