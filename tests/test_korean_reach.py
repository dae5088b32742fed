"""Where Korean sources sit, which bodies order and tell, and by which words, beyond the lists of bodies."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Kind, Suggestions


def _read(body: str) -> Suggestions:
    return suggest(body, language="ko", published=PartialDate.parse("2024-05-16"))


def _last_body(body: str) -> str:
    bodies = [step.body for claim in _read(body).claims for step in claim.steps if step.kind is Kind.INSTITUTION]
    return bodies[-1] if bodies else ""


@pytest.mark.parametrize(
    ("body", "province"),
    [
        ("개천탄광의 한 탄부는 “갱도에 물이 찼다”고 말했다.", "south-pyongan"),
        ("함흥의학대학에 다니는 한 학생은 “기숙사가 춥다”고 말했다.", "south-hamgyong"),
        ("과일농장의 한 농장원은 “비료가 없다”고 말했다.", ""),
        ("은산군의 한 주민은 “쌀이 없다”고 말했다.", "south-pyongan"),
        ("한 소식통(함경북도)은 “소금이 없다”고 전했다.", "north-hamgyong"),
        ("회령시 시장에는 소금이 없다. 그곳의 한 상인은 “값을 부를 수 없다”고 말했다.", "north-hamgyong"),
        ("중국 단둥에서는 물건이 쌓였다. 이곳의 한 상인은 “팔 곳이 없다”고 말했다.", ""),
        ("신의주로 비료를 보내는 단둥의 한 무역업자는 “주문이 없다”고 말했다.", ""),
        ("회령의 어머니와 통화한 탈북민 김 모 씨는 “쌀이 없다더라”고 말했다.", ""),
        ("고성군에 친척을 둔 한 평양 주민은 “거기도 굶는다더라”고 말했다.", "pyongyang"),
        ("자신을 평성의 상인이라고 소개한 한 남성은 “모가 말랐다”고 말했다.", "south-pyongan"),
        ("소식통은 “소금이 없다”고 말했다.\n\n이 소식통이 사는 회령에서는 배급이 끊겼다.", "north-hamgyong"),
        ("평안북도에서 중국 단둥에 나온 한 여성은 “시장이 죽었다”고 말했다.", "north-pyongan"),
    ],
)
def test_a_source_is_where_its_words_and_those_before_put_it(body: str, province: str) -> None:
    assert [source.province for source in _read(body).sources] == [province]


def test_a_place_of_its_own_comes_before_that_of_whoever_spoke_before() -> None:
    found = _read(
        "양강도 소식통은 “쌀이 없다”고 말했다.\n\n평양 시내의 한 상인은 “쌀이 많다”고 말했다.\n\n이웃 마을의 한 농민은 “없다”고 말했다."
    )
    assert [source.province for source in found.sources] == ["ryanggang", "pyongyang", "pyongyang"]


@pytest.mark.parametrize(
    "noun", ["변호사", "통관사", "열차원", "보따리상", "엿장수", "벽돌공", "대학원생", "전도사", "뱃사공"]
)
def test_people_are_known_by_what_they_do(noun: str) -> None:
    assert [source.descriptor for source in _read(f"복수의 {noun}가 쌀이 없다고 말했다.").sources] == [f"복수의 {noun}"]


@pytest.mark.parametrize(
    "body", ["회령시 병원", "후창제2상점", "회령시 식료공장", "회령시 수산협동조합", "회령시 상인회"]
)
@pytest.mark.parametrize(
    "words",
    [
        "“{}의 지시에 따라 벌통을 치웠다”",
        "“{} 공고문에는 꿀을 팔지 말라고 적혀 있다”",
        "“{} 게시판에는 꿀이 없다고 적혀 있다”",
        "“벌통을 바치라는 {} 지시문이 내려왔다”",
        "“{}에 따르면 꿀이 모자란다”",
        "“{}에 의해 벌통을 치우라는 명령이 하달됐다”",
    ],
)
def test_a_plant_or_a_union_orders_and_puts_out_papers(body: str, words: str) -> None:
    assert _last_body(f"소식통은 {words.format(body)}고 말했다.") == body


@pytest.mark.parametrize(
    "words",
    [
        "가 벌통을 치우라고 부추긴다",
        "가 벌통을 치우도록 권한다",
        "에서 벌통을 치울 것을 다그쳤다",
        "에서 벌통을 치우랍니다",
        "에서 벌통을 거둔단다",
        "가 벌통을 몇 개 가졌는지 물었다",
        "로서는 벌통을 거둘 수 없다는 입장이다",
        " 측은 벌통을 거둘 수 없다는 태도다",
        " 지도원이라는 사람이 벌통을 치우라고 했다",
        "가 내놓은 방침은 벌통을 치우라는 것이다",
        "가 붙인 벽보에는 꿀을 팔지 말라는 글이 있다",
    ],
)
def test_a_body_tells_by_any_verb_and_ending(words: str) -> None:
    assert _last_body(f"소식통은 “회령시 상업관리소{words}”고 말했다.") == "회령시 상업관리소"


@pytest.mark.parametrize(
    "body",
    [
        "케냐 관세청",
        "우즈베키스탄 세관",
        "핀란드 적십자사",
        "사회주의애국청년동맹 양강도위원회",
        "연사군 삼포리 당위원회",
    ],
)
def test_of_what_state_or_league_a_body_is_belongs_to_its_name(body: str) -> None:
    particle = "이" if (ord(body[-1]) - ord("가")) % 28 else "가"
    assert _last_body(f"소식통은 {body}{particle} 벌통을 치우라고 지시했다고 말했다.") == body
