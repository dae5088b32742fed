"""Korean reports that break off, run on, take turns or say again whom they mean."""

import pytest

from articles.suggestions.values import Kind, Speech
from tests.test_reading_korean import LEAD, read


def spoken(body: str) -> list[tuple[str, str]]:
    """The words in marks, each with its speaker."""
    return [(claim.passage.text, claim.speaker) for claim in read(body).claims if claim.speech is Speech.DIRECT]


def told(body: str) -> list[str]:
    """The sentences that pass on words without marks."""
    return [claim.passage.text for claim in read(body).claims if claim.speech is not Speech.DIRECT]


def test_a_particle_may_be_cut_off_behind_words_in_marks() -> None:
    body = LEAD + "이어 소식통은 “배추는 누구도 검색하지 못한다”면"
    assert spoken(body) == [("배추는 누구도 검색하지 못한다", "소식통")]


def test_words_in_marks_that_a_copy_broke_off_behind_are_told_though_the_page_goes_on() -> None:
    body = (
        "소금이 귀하다고 량강도 소식통이 3일 전했다. 배추도 귀하다고 한다.\n\n"
        "이 소식통은 “소금을 배로 나르든 차로 나르든 모두 금지된 것”이라며 “지금도 누가 나르는지 조사를 진행 중”이라고 설명했\n\n"
        "[박들판 기자]\n\n[ⓒ 들판경제, 무단전재 및 재배포 금지]"
    )
    assert [words for words, _ in spoken(body)] == [
        "소금을 배로 나르든 차로 나르든 모두 금지된 것",
        "지금도 누가 나르는지 조사를 진행 중",
    ]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"')])
def test_words_run_on_over_paragraphs_to_the_mark_that_closes_them(opening: str, closing: str) -> None:
    body = (
        f"ㄱ씨의 보고는 계속된다.\n\n{opening}소금이 귀해 손님이 적다고 한다. 새 배는 보이지 않는다고 말했다.\n\n"
        f"배추도 귀해지고 있다. 무는 구할 수 있다고 한다{closing}\n\n들판에는 눈이 왔다."
    )
    assert spoken(body) == [
        ("소금이 귀해 손님이 적다고 한다. 새 배는 보이지 않는다고 말했다.", "ㄱ씨"),
        ("배추도 귀해지고 있다. 무는 구할 수 있다고 한다", "ㄱ씨"),
    ]
    assert told(body) == []


def test_words_that_nothing_closes_do_not_run_on() -> None:
    body = LEAD + "소식통은 “소금이 귀하다고 말했다.\n\n들판에는 눈이 왔다.\n\n그는 “배추도 없다”고 했다."
    assert spoken(body) == [("소금이 귀하다", "소식통"), ("배추도 없다", "그")]


def test_whose_telling_goes_on_is_somebody_and_no_body() -> None:
    assert read("세관의 설명은 다음과 같다.\n\n“소금이 귀해 배를 세웠다.”").sources == ()


def test_whose_turn_it_is_belongs_to_no_sentence() -> None:
    body = LEAD + "문) 값은 얼마인가요?\n\n답) 네 소금값은 5백원인 것으로 알려졌습니다."
    assert told(body)[1:] == ["네 소금값은 5백원인 것으로 알려졌습니다."]


def test_a_source_described_anew_is_the_same() -> None:
    reading = read(LEAD + "소금 무역에 밝은 이 소식통은 “소금이 귀하다”고 말했다.")
    assert reading.claims[-1].speaker == "소금 무역에 밝은 이 소식통"
    assert [source.descriptor for source in reading.sources] == ["량강도 소식통"]


def test_an_assumed_name_may_have_a_space_in_it() -> None:
    body = "소금을 파는 강 하나(가명, 54세)씨는 소금이 귀하다고 전했다.\n\n강 씨는 “배추도 없다”고 말했다."
    assert len(read(body).sources) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "시장에서는 소금도 파는 것으로 알려져 눈길을 끈다.",
        "소금이 곧 들어온다고 전해지면서 주민들이 몰린다.",
        "그는 “배추가 곧 내릴 것”으로 예측했다.",
        "통일부는 가장 약한 고리로 소금을 지적했다.",
        "통일부는 소금 문제를 강조했다.",
        "들판 NK는 대북소식통들의 말을 인용해, 소금이 귀하기 때문이라도 전했다.",
        "소금을 몰래 나른 정황이 포착됐다.",
        "소금을 나르는 모습이 들판뉴스에 포착됐다.",
    ],
)
def test_a_sentence_passes_on_what_is_known(sentence: str) -> None:
    assert told(LEAD + sentence)[1:] == [sentence]


def test_a_rumour_in_marks_is_told_with_its_sentence() -> None:
    sentence = "소식통은 “소금이 더 오를 것”이라는 소문이 돌면서 상인들이 사들인다고 전했다."
    assert spoken(LEAD + sentence) == []
    assert told(LEAD + sentence)[1:] == [sentence]


def test_what_the_rulers_do_is_told_by_the_source() -> None:
    body = LEAD + "북한 당국은 또 장교들을 보내 배를 감시하고 있다고 덧붙였다."
    assert [step.kind for step in read(body).claims[-1].steps] == [Kind.OUTLET, Kind.UNNAMED]
    body = "북한 당국은 소금을 아끼라고 지시했다. 북한 당국은 배추도 보냈다고 덧붙였다."
    assert read(body).claims[-1].steps[-1].body == "북한 당국"
