"""Whose words are passed on in Korean: words for bodies, papers and telling, and constructions, each with what it must not be taken for."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from tests.test_korean_relays_matrix import last_bodies

TOLD = [
    # branches of a firm
    ("소식통은 핀란드 수산공사 서부지점이 소금값을 올리겠다고 통보했다고 전했다.", "수산공사 서부지점"),
    ("소식통은 흑룡무역 단둥지사가 소금값을 올리겠다고 알려 왔다고 전했다.", "흑룡무역 단둥지사"),
    # whoever tells superiors or partners
    ("인민위원회는 이 같은 형편을 상신했다고 소식통은 전했다.", "인민위원회"),
    ("소식통은 인민위원회가 소금이 모자란다고 진언했다고 전했다.", "인민위원회"),
    ("회사는 세관으로부터 다리를 닫자는 제의를 받았다고 소식통은 전했다.", "세관"),
    ("소식통은 다리를 닫는다는 통고를 하얼빈시 공안국으로부터 받았다고 말했다.", "하얼빈시 공안국"),
    ("소식통은 다리를 닫는다는 통고를 단둥시 공안국으로부터 받았다고 말했다.", "단둥시 공안국"),
    ("소식통은 인민위원회가 소금값을 일러 준다고 말했다.", "인민위원회"),
    ("소식통은 인민위원회가 새 번호를 가르쳐 줬다고 말했다.", "인민위원회"),
    ("소식통은 세관이 다리를 닫겠다고 전화해 왔다고 말했다.", "세관"),
    ("소식통은 세관이 다리를 닫겠다고 연락해 왔다고 말했다.", "세관"),
    # begging
    ("소식통은 “인민위원회는 소금을 달라고 조른다”고 말했다.", "인민위원회"),
    ("소식통은 “인민위원회는 소금을 달라고 생떼를 쓴다”고 말했다.", "인민위원회"),
    ("소식통은 “인민위원회가 소금을 달라고 매달렸다”고 말했다.", "인민위원회"),
    # a spoken act before people
    ("소식통은 시당이 상인들에게 강연을 하고 있다고 말했다.", "시당"),
    ("소식통은 시당이 주민들 앞에서 연설을 했다고 말했다.", "시당"),
    # a word of the North with its meaning
    ("소식통은 시당이 배를 묶어 두라고 포치(지시)했다고 말했다.", "시당"),
    # papers
    ("소식통은 세관이 독촉장을 보냈다고 말했다. 그는 독촉장에 소금을 치우라는 내용이 담겼다고 했다.", "세관"),
    ("소식통은 검찰소가 소환장을 돌렸다고 말했다. 그는 소환장에는 배를 묶으라고 적혀 있다고 했다.", "검찰소"),
    # an order or a promise as the topic
    ("배를 묶어 두라는 시당의 지시는 이틀 만에 온 포구에 퍼졌다고 소식통은 말했다.", "시당"),
    ("소금을 나눠 주겠다던 인민위원회의 약속도 빈말이 됐다고 소식통은 말했다.", "인민위원회"),
    ("소금을 나눠 주겠다는 인민위원회의 다짐마저 잊혔다고 소식통은 말했다.", "인민위원회"),
    # why something is done
    ("점검은 시당이 배를 세라고 지시한 데 따른 것이라고 소식통은 말했다.", "시당"),
    # the gist, in a second part
    ("소식통은 “시당이 이같이 지시했다”며 “배부터 묶으라는 것이 골자”라고 전했다.", "시당"),
    # where an audience met
    ("세관은 다리를 닫겠다고 직맹 회의에서 선포했다고 소식통은 말했다.", "세관"),
    # what an office stands at
    ("소식통은 부두 관리소가 배를 묶으라고 지시했다고 말했다.", "부두 관리소"),
    ("소식통은 비행장 안전부가 길을 비우라고 명령했다고 말했다.", "비행장 안전부"),
    ("국경순라대는 벽보를 붙이고 “소금도 압수 대상”이라고 밝힌 것으로 전해졌다.", "국경순라대"),
    ("한 매체는 중강군 제염국의 발표를 인용해 소금이 많다고 전했다.", "중강군 제염국"),
]  # fmt: skip
UNTOLD = [
    "평론가 박하나는 영사관이 내놓은 값을 믿기 어렵다고 지적했다.",
    "소식통은 “남측 소금공장 사람들이 배를 빌려 달라고 애원한다”고 말했다.",
    "소식통은 시당이 뒤뜰에서 학습을 하고 있다고 말했다.",
    "소식통은 주민들이 소금을 달라고 인민위원회에 매달렸다고 말했다.",
    "소식통은 시당이 초청장을 보냈다고 말했다.",
    "소식통은 시당이 배를 묶은 데 놀랐다고 말했다.",
]
STATEMENTS = [
    "시 안전부는 배를 묶으라고 종용하는 등 어민들을 몰아내고 있다.",
    "시 안전부는 배를 묶으라고 각 어민을 윽박지르고 있다.",
    "시 안전부는 기다리라는 대답만 되풀이했다.",
    "배가 이렇게 느렸다고 이 소식통은 회고했습니다.",
    "소식통은 “소금도 압수 대상”이었다며 한숨을 쉬었다.",
]


@pytest.mark.parametrize(("text", "body"), TOLD)
def test_a_body_tells_it(text: str, body: str) -> None:
    assert last_bodies(text)[-1:] == [body]


@pytest.mark.parametrize("text", UNTOLD)
def test_nobody_is_passed_on(text: str) -> None:
    assert last_bodies(text)[-1:] == [""]


@pytest.mark.parametrize("text", STATEMENTS)
def test_somebody_says_something(text: str) -> None:
    assert len(last_bodies(text)) == 1


TAKEN_UP = [
    ("시 안전부가 배를 묶으라고 했다고 소식통은 말했다.\n\n안전부 부원은 “숨기면 잡아간다”며 을렀다고 한다.", "시 안전부"),
    ("시 안전부가 배를 묶으라고 했다고 소식통은 말했다.\n\n안전부장은 “숨기면 잡아간다”고 위협했다고 한다.", "시 안전부"),
    ("러시아 산림청은 나무가 줄었다고 밝혔다.\n\n이 기관은 보고서에서 새도 줄었다고 했다.\n\n보고서는 숲도 준다고 했다.", "러시아 산림청"),
    ("박하나 의원은 “세관은 창고가 비었다고 했다”고 말했다. 박 의원은 “소금도 모자란다고 한다”고 했다.", "세관"),
    (
        ("시당이 배를 세라고 지시한 것으로 알려졌다.\n\n한 어부는 “소금이 떨어졌다”고 말했다.\n\n"
        "이 명령에는 소금을 바치라는 내용도 들어 있다고 그는 말했다."),
        "시당",
    ),
    ("북한 세관이 값을 올렸다는 보도입니다.\n\n후창세관이 문을 열었습니다.\n\n세관은 “배를 묶으라”고 통보했다고 합니다.", "후창세관"),
    ("소금값이 뛰었다고 북한 인권단체가 말했다.\n\n‘바다사랑’은 3일 “소금이 모자란다”고 밝혔다.", "바다사랑"),
    ("‘바다사랑’은 3일 소금이 귀하다고 밝혔다.\n\n시당은 배를 묶으라고 지시했다.\n\n이 단체는 소금이 줄었다고 짚었다.", "바다사랑"),
]  # fmt: skip
SPEAKERS = [
    ("조선신보는 소금이 많다고 주장했다.\n\n경제학자 박하나는 값이 뛰었다고 지적했다.", "경제학자 박하나"),
    ("평론가 박하나는 영사관이 내놓은 값을 믿기 어렵다고 지적했다.", "평론가 박하나"),
    ("사진을 찍어 준 혜산 소식통은 “소금이 귀하다”고 말했다.", "사진을 찍어 준 혜산 소식통"),
    ("회장 박하나 씨는 “소금이 귀하다”고 말했다.", "회장 박하나 씨"),
    ("복수의 관계자가 소금이 많다고 말했다.", "복수의 관계자"),
]


@pytest.mark.parametrize(("text", "body"), TAKEN_UP)
def test_a_body_is_taken_up(text: str, body: str) -> None:
    assert last_bodies(text)[-1:] == [body]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_somebody_speaks_as_printed(text: str, speaker: str) -> None:
    found = suggest(text, language="ko", published=PartialDate.parse("2023-04-18"))
    assert found.claims[-1].speaker == speaker
