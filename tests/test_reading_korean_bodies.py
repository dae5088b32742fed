"""Bodies in Korean reports: which name is meant, and when one speaks at all."""

import pytest

from articles.suggestions.values import Kind, Speech
from tests.test_reading_korean import LEAD, read


def bodies(sentence: str) -> list[str]:
    """The bodies in the chain of the last claim, from the outlet down."""
    return [step.body for step in read(sentence).claims[-1].steps if step.body]


@pytest.mark.parametrize(
    "sentence",
    [
        LEAD + "그는 “시당 창고를 지키던 사람들이 가져간 것이라고 한다”고 말했다.",
        LEAD + "그는 “국가보위성은 뒤에서 돈을 받는 식이라고 한다”고 말했다.",
        LEAD + "북한은 소금이 귀해 김장이 큰일이라고 한다.",
        LEAD + "북한이 상점마다 값을 새로 붙이고 있다는 지적이 제기됐다고 소식통이 전했다.",
        LEAD + "소식통은 북한이 뱃길을 새로 연 것으로 상인들은 보고 있다고 설명했다.",
        LEAD + "북한은 배를 돌려 “어디서 온 소금인지 모르게 하고 있다”고 그는 지적했다.",
        LEAD + "만포에 중앙당에서 보낸 40명의 검열단이 내려왔다고 소식통이 전했다.",
        LEAD + "과거 소금총국은 배를 갖추지 못했지만, 지금은 장사만 하게 되었다는 게 그의 설명입니다.",
        "중국 정부가 두 차례 소금값을 내리면서 만포에서도 혼란이 인 것으로 알려졌다.",
        LEAD + "“소금을 바치라”는 지시가 내렸다며 검열대가 창고마다 돌고 있다고 설명했다.",
    ],
)
def test_who_is_only_told_of_speaks_nowhere(sentence: str) -> None:
    assert bodies(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (LEAD + "그는 “시당에서 장마다 소금을 줄이라고 한다”고 말했다.", ["시당"]),
        (LEAD + "소금이 곧 들어온다고 국정원은 보고 있다고 그는 말했다.", ["국정원"]),
        (LEAD + "그는 “도 무역국에서는 창고를 비울 데 대한 지시를 내린 상태”라고 전했다.", ["도 무역국"]),
        (
            LEAD + "그는 “강원도 인민위원회 양정과에서는 밀가루를 나눌 데 대한 지시를 내렸다”고 전했다.",
            ["강원도 인민위원회 양정과"],
        ),
        (LEAD + "만포에 중앙당에서 배를 세우라는 방침이 내려왔다고 소식통이 전했다.", ["중앙당"]),
        (LEAD + "회사 두 곳이 북한 당국으로부터 배를 받겠다는 통지를 받았다고 그는 전했다.", ["북한 당국"]),
        (LEAD + "“소금을 바치라”고 시당이 지시했다고 그는 말했다.", ["시당"]),
        (
            LEAD + "그는 “시당이 일꾼들을 모아 놓고 소금을 아껴야 한다는 내각 지시문을 전달했다”고 말했다.",
            ["내각"],
        ),
        (LEAD + "북한은 소금을 아끼라는 내각 지시문을 통해 배를 세우라고 강조했다는 게 그의 말이다.", ["내각"]),
        (LEAD + "그는 “위(중앙)의 지시가 하달되어 누구도 배를 보지 못한다”고 말했다.", ["중앙"]),
        (LEAD + "그는 “세관에서 소금은 들여올 수 없다며 돌려보냈다”고 말했다.", ["세관"]),
        (LEAD + "그는 “내각에서 내려보낸 지시에는 배를 더 지으라는 내용이 들어 있다”고 말했다.", ["내각"]),
        ("일본 경제산업성에 따르면 들어온 소금이 없었다.", ["일본 경제산업성"]),
        ("소금이 귀한 것으로 정부 당국은 분석하고 있다.", ["정부 당국"]),
        ("미국 재무부 해외자산통제국(OFAC)은 소금 회사를 막았다고 밝혔다.", ["미국 재무부 해외자산통제국"]),
        ("한국무역협회가 해관총서 자료를 분석한 결과 소금 수입이 늘었다고 밝혔다.", ["한국무역협회"]),
        ("통일부는 해관총서 자료를 인용해 소금 수입이 늘었다고 밝혔다.", ["해관총서"]),
        (
            "북한이 소금을 판다고 유엔 안보리 산하 전문가패널이 밝혔다. 유엔 전문가패널은 배추도 판다고 지적했다.",
            ["유엔 안보리 산하 전문가패널"],
        ),
        ("러시아 측은 이에 대해 “배는 빈 채로 떠났다”는 입장이다.", ["러시아 측"]),
        ("소식통은 북한 회사 측이 거래를 그만둔다고 통보했다고 주장했다.", ["북한 회사 측"]),
    ],
)
def test_a_body_is_named_where_its_words_are_passed_on(sentence: str, names: list[str]) -> None:
    assert bodies(sentence) == names


PANEL = "유엔 안보리의 대북제재위원회 전문가패널"


@pytest.mark.parametrize(
    "report",
    [
        f"{PANEL}의 보고서에 따르면 배 세 척이 소금을 실었다.",
        f"{PANEL}의 보고서에 따르면 배 세 척이 소금을 실었다. 보고서는 두 척이 돌아왔다고 전했다.",
        f"소금이 넘어갔다고 들판신문이 유엔 보고서를 인용해 보도했다. {PANEL}은 모였다.",
        f"{PANEL}의 보고서는 배가 떠났다고 밝혔다. 이어 “어디서 온 소금인지 모른다”고 지적했다.",
    ],
)
def test_a_panel_is_named_with_what_it_belongs_to(report: str) -> None:
    claim = next(claim for claim in reversed(read(report).claims) if any(step.body for step in claim.steps))
    assert claim.steps[-1].body == PANEL


def test_a_paper_is_nobodys_whom_the_sentence_names_far_from_it() -> None:
    report = "들판신문은 유엔의 제재로 막힌 소금이 넘어간다고 배의 자취를 그린 자료를 들어 보도했다. 이 자료에 따르면 배는 둘이다."
    assert [step.printed for step in read(report).claims[-1].steps[1:]] == ["들판신문"]


def test_a_group_in_marks_is_a_body_and_passes_on_what_another_says() -> None:
    claim = read("대북인권단체 ‘맑은샘’은 5일 “군당이 장사를 막는다고 통보했다”고 전했다.").claims[0]
    assert (claim.speaker, [step.body for step in claim.steps[1:]]) == ("대북인권단체 ‘맑은샘’", ["맑은샘", "군당"])


def test_officers_whose_doings_are_told_of_tell_nothing() -> None:
    report = "대북인권단체 ‘맑은샘’은 “장사가 막혔다”고 말했다.\n\n단속원들은 물건을 빼앗고 있다고 전했다."
    assert [step.body for step in read(report).claims[-1].steps[1:]] == ["맑은샘"]


def test_who_sees_things_so_stands_below_the_newspaper() -> None:
    claim = read("들판신문은 북한이 뱃길을 연 것으로 세관 관계자들은 보고 있다고 설명했다.").claims[0]
    assert [(step.kind, step.printed) for step in claim.steps[1:]] == [
        (Kind.OUTLET, "들판신문"),
        (Kind.UNNAMED, "세관 관계자들"),
    ]


def test_an_outlet_that_reports_beside_its_source_speaks_the_words_behind() -> None:
    claim = read("들판방송은 소식통을 인용해 관련 소식을 보도하면서 “장사가 막혔다”고 지적했다.").claims[0]
    assert (claim.speech, claim.speaker, claim.anonymous) == (Speech.DIRECT, "들판방송", False)
