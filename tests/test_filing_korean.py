"""Where a Korean report says that things happen: not every name in it is such a place."""

import pytest

from articles.suggestions.filing.report import Filing

BORDER = "china-north-korea-border"


def filed(body: str, headline: str = "") -> tuple[str, ...]:
    return Filing.from_files().filed(body, "ko", headline).provinces


@pytest.mark.parametrize(
    ("body", "provinces"),
    [
        ("소금이 평양으로 보내졌다.", ("pyongyang",)),
        ("평양의 쌀값이 올랐다.", ("pyongyang",)),
        ("만포의 무역회사가 중앙(평양)의 허가를 받았다.", ("chagang",)),
        ("소금이 나선이나 청진에서 들어온다. 밀수에 나선 상인도 있다.", ("rason", "north-hamgyong")),
        ("평양의 중앙당 검열 성원들이 신의주로 내려왔다.", ("north-pyongan",)),
        ("평양행 화물차가 신의주에 서 있다.", ("north-pyongan",)),
        ("신의주가 평양보다 엄하다.", ("north-pyongan",)),
        ("함경북도 나선시 원정리에 장이 섰다.", ("rason",)),
        ("개성에서 소금이 났다.", ("kaesong",)),
        ("신의주와 마주한 단둥에 소금이 쌓였고 남포는 조용하다.", ("nampo",)),
        ("혜산무역회사가 소금을 남포에서 실었다.", ("nampo",)),
        ("황해남도의 다른 소식통은 해주에서는 소금이 귀하다고 말했다.", ("south-hwanghae",)),
        ("강원도 고성군에서 열린 북한 소금 전시회가 붐볐다.", ()),
        ("소금 봉지에 평양 주소가 있다.", ()),
        ("평양과 베이징의 사이가 나빠졌다.", ()),
        ("함북 회령 출신 상인과 자강도 만포시가 고향인 상인이 남포에서 만났다.", ("nampo",)),
        ("양강도 혜산시는 평양, 신의주 등과 함께 값이 알려진 곳이다. 평양이나 도에서 검열대를 보낸다.", ("ryanggang",)),
        ("북·중 국경을 오가는 화물차가 늘었다.", ()),
        ("강원지사와 강원도교육청이 소금을 보냈다.", ()),
        ("만포의 한 주민은 “소금이 귀하다”고 말했다. 시 무역관리소는 문을 닫았다.", ("chagang",)),
        ("황해남도 과일군이 아니라 황해북도 황주에서 났다.", ("north-hwanghae",)),
        ("금강산 관광지구에 소금이 없다.", ("kangwon",)),
        ("개성공업단지는 소금을 산다.", ("kaesong",)),
        ("함경도 북부의 소금값은 개성 쪽으로 가면 내린다.", ("north-hamgyong", "kaesong")),
        ("평성을 다녀온 한 상인은 “소금이 귀하다”고 말했다.", ("south-pyongan",)),
        ("나선시장을 드나드는 한 무역상은 “소금이 귀하다”고 말했다.", ("rason",)),
        ("평성의 한 상인은 “소금이 귀하다”고 말했다.", ()),
        ("원산 바닷가는 사리원과 개성, 해주 등지에서 모여든 장사꾼들로 붐빈다.", ("kangwon",)),
        ("사리원에서 들여온 소금이 원산에 쌓였다.", ("north-hwanghae", "kangwon")),
        ("라진협동수산이 문을 닫았고 청진앞바다에 배가 없다.", ("rason", "north-hamgyong")),
        ("나진시 수산물이 선봉군으로 간다.", ("rason",)),
    ],
)
def test_only_where_something_happens_counts(body: str, provinces: tuple[str, ...]) -> None:
    assert filed(body) == provinces


@pytest.mark.parametrize(
    ("headline", "body", "is_about"),
    [
        ("", "최근 국경에서 소금 밀수가 늘었다.", True),
        ("북중 국경 장사 늘어", "혜산이 붐빈다.", True),
        ("", "북중 접경지대와 중국 국경지역이 붐비고 혜산도 그렇다.", True),
        ("", "혜산을 비롯해 양강도 등 국경지역이 붐빈다.", True),
        ("양강도 국경 지역 붐벼", "양강도 국경 지역이 붐비고 양강도 국경지역에 소금이 쌓였다.", False),
        ("", "혜산을 비롯한 국경 모든 지역이 붐빈다.", True),
        ("", "최근 북중 국경지역인 혜산이 붐빈다.", False),
        ("", "혜산이 붐빈다. 이쪽(북중 접경지역)에는 소금이 없다.", False),
        ("", "북중 국경에서 소금 밀수가 늘고 혜산도 붐빈다.", True),
        ("", "북중 접경 단둥이 붐비고 만포도 그렇다.", False),
        ("", "두만강 접경지역을 통한 무역이 멎었고 만포도 그렇다.", False),
        ("", "남포가 붐빈다.", False),
        ("", "접경지대인 연변이 붐비고 만포도 그렇다.", False),
        ("", "북한 자강도와 맞닿은 중국 국경지대가 붐빈다.", False),
    ],
)
def test_the_border_is_meant_at_large_or_as_a_part_of_a_province(headline: str, body: str, is_about: bool) -> None:
    assert (BORDER in filed(body, headline)) is is_about
