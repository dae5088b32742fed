"""Whom a name in a Korean report stands for, and what its anchor says. The examples are invented."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.korean.bodies import KoreanBodies
from articles.suggestions.reader import suggest
from articles.suggestions.values import SuggestedClaim, Suggestions

PUBLISHED = PartialDate.parse("2023-04-18")


@pytest.mark.parametrize(
    ("report", "printed", "full"),
    [
        ("국가정보원은 소금을 세었다.", "국정원", "국가정보원"),
        ("유엔 세계식량계획(WFP)은 소금을 세었다.", "WFP", "유엔 세계식량계획"),
        ("유엔 안전보장이사회(안보리)는 소금을 세었다.", "안보리", "유엔 안전보장이사회"),
        ("중국 해관총서(세관)는 소금을 세었다.", "세관", "세관"),
        ("함경남도 도 무역관리국은 소금을 세었다.", "도 무역관리국", "함경남도 도 무역관리국"),
        ("317사단 지휘부는 소금을 세었다.", "지휘부", "317사단 지휘부"),
        ("다롄(大連)해관은 소금을 세었다.", "해관", "다롄(大連)해관"),
        ("선양 주재 한국 총영사관은 소금을 세었다.", "총영사관", "선양 주재 한국 총영사관"),
        ("미국 재무부는 소금을 세었다.", "재무부", "미국 재무부"),
        ("북한 내각은 소금을 세었다.", "내각", "내각"),
        ("세관 당국은 소금을 세었다.", "당국", "당국"),
        ("북한 당국은 소금을, 세관 당국은 배추를 세었다.", "당국", "북한 당국"),
        ("시·군당위원회는, 시·군 당위원회는 소금을 세었다.", "시·군당위원회", "시·군당위원회"),
        ("상무부와 해관총서는 소금을 세었다.", "상무부와 해관총서", "상무부"),
    ],
)
def test_a_name_leads_to_the_fullest_one_of_its_body(report: str, printed: str, full: str) -> None:
    assert KoreanBodies.of(report).fullest(printed) == full


def test_a_paper_is_whose_the_report_says_wherever_that_is() -> None:
    issued = "한편 통일부는 이 보고서를 국회에 냈다."
    claim = _claims(f"보고서는 소금값이 올랐다고 밝혔다.\n\n{issued}")[0]
    assert [step.body for step in claim.steps[1:]] == ["통일부"]
    assert [step.body for step in _claims("보고서는 소금값이 올랐다고 밝혔다.")[0].steps[1:]] == ["보고서"]


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        ("혜산시 당위원회가 소금을 아끼라고 지시한 것으로 전해졌다.", ["혜산시 당위원회"]),
        ("혜산시 당위원회가 소금 회사를 비판하고 경고한 것으로 전해졌다.", ["혜산시 당위원회"]),
        ("북한 당국이 소금 수출을 금지했지만 밀수가 늘고 있는 것으로 전해졌다.", []),
        ("소식통은 “혜산시 당위원회가 시장을 닫겠다고 공고한 뒤 소금값이 올랐다”고 말했다.", []),
        ("소식통은 “혜산시 당위원회가 시장을 닫겠다고 공고했다”고 말했다.", ["혜산시 당위원회"]),
        ("중국 해관총서(세관) 통계에 따르면 소금 수입이 늘었다.", ["중국 해관총서"]),
        ("통일부가 선박 자료를 분석한 결과에 따르면 소금 수입이 늘었다.", ["통일부"]),
    ],
)
def test_a_body_is_relayed_where_its_act_is_what_is_told(words: str, bodies: list[str]) -> None:
    assert [step.body for step in _claims(words)[0].steps if step.body] == bodies


def test_what_an_anchor_attributes_is_told_by_the_sources_behind_it() -> None:
    lead = "앵커: 원산에 소금이 귀하다고 현지 소식통들이 전했습니다. 북한 내부 소식, 한들판 기자가 보도합니다."
    read = _read(f"{lead}\n\n강원도의 한 상인은 7일 “배추도 귀하다”고 들판방송에 말했습니다.")
    assert [claim.passage.text for claim in read.claims] == [
        "원산에 소금이 귀하다고 현지 소식통들이 전했습니다.",
        "배추도 귀하다",
    ]
    assert [source.descriptor for source in read.sources] == ["강원도의 한 상인"]
    assert {step.source for claim in read.claims for step in claim.steps[1:]} == {1}


@pytest.mark.parametrize(
    ("words", "descriptor", "province"),
    [
        (
            "최근 중국을 방문한 함경남도 주민은 “소금이 귀하다”고 했다.",
            "최근 중국을 방문한 함경남도 주민",
            "south-hamgyong",
        ),
        ("최근 공장에서 일하는 원산 주민은 “소금이 귀하다”고 했다.", "원산 주민", "kangwon"),
        (
            "원산발 화물열차를 이용해 단둥에 도착한 상인들은 “소금이 귀하다”고 했다.",
            "원산발 화물열차를 이용해 단둥에 도착한 상인들",
            "",
        ),
    ],
)
def test_whoever_came_out_is_described_by_that(words: str, descriptor: str, province: str) -> None:
    assert [(source.descriptor, source.province) for source in _read(words).sources] == [(descriptor, province)]


@pytest.mark.parametrize(
    ("words", "printed", "edtf"),
    [
        ("소금값은 월말에 내렸다.", "월말", "2023-04-21~/2023-04-30~"),
        ("2015년 이후로 소금값이 내렸다.", "2015년 이후", "2015/.."),
    ],
)
def test_what_belongs_to_a_date(words: str, printed: str, edtf: str) -> None:
    assert [(date.passage.text, date.date.edtf) for date in _read(words).dates] == [(printed, edtf)]


def test_that_there_is_news_is_no_statement_but_a_testimony_is() -> None:
    assert not _claims("소금 회사가 문을 닫았다는 소식입니다.")
    assert [claim.cue for claim in _claims("소금 회사가 문을 닫았다는 증언이 나왔다.")] == ["증언이 나왔다"]


def test_an_agencys_caption_tells_nothing() -> None:
    caption = "배가 소금을 싣고 원산에 닿았다고 들판신문이 전했다. [들판신문 캡처. 재판매 및 DB 금지]"
    assert [claim.cue for claim in _claims(f"소금이 귀하다고 소식통은 말했다.\n\n{caption}")] == ["말했다"]


def _claims(body: str) -> tuple[SuggestedClaim, ...]:
    return _read(body).claims


def _read(body: str) -> Suggestions:
    return suggest(body, language="ko", published=PUBLISHED)
