"""Bodies that Korean reports take up again, carry on or let others tell of: by kind, officer, paper, act. The examples are invented."""

from collections.abc import Iterator
from itertools import cycle

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from provinces.particles import fitted

LEAD = "혜산 장마당이 조용하다고 양강도의 한 소식통이 3일 전했다.\n\n"
# Of quarters and units, with numbers, of other states, stations, ports and firms.
BODIES = [
    "국경경비대 42여단 보위부",
    "국경경비대 중대",
    "25여단 2대대",
    "폭풍군단 42여단",
    "노동당 39호실",
    "당 중앙위원회 군수공업부",
    "함흥시 사포구역 인민위원회",
    "송평구역 분주소",
    "구역 여맹",
    "혜산시 인민위원회 시장관리과",
    "신의주청년역",
    "신의주청년역 화물과",
    "남포항",
    "남포항 관리국",
    "2.8비날론연합기업소",
    "6월4일차량연합기업소",
    "평양326전선공장",
    "시 제1인민병원",
    "군 수매상점",
    "109연합지휘부",
    "반사회주의·비사회주의연합지휘부",
    "12호 교화소",
    "노동단련대",
    "라선경제무역지대 관리위원회",
    "원산갈마해안관광지구 개발총국",
    "직업총동맹 도위원회",
    "은별건설",
    "모란봉무역",
    "중국 단둥시 공안국",
    "중국 창바이현 정부",
    "지린성 외사판공실",
    "단둥시 변방검사참",
    "훈춘시 상무국",
    "러시아 극동철도",
    "연방 수산청",
    "러시아 비상사태부",
    "싱가포르 해사항만청",
    "캄보디아 노동부",
    "미 연방수사국",
    "선양주재 북한총영사관",
    "세계식량계획 평양사무소",
]
NAMED = [
    "소식통은 {B}[이/가] 3일 주민들에게 폐지를 바치라고 지시했다고 전했다.",
    "소식통은 “{B}에서 어기면 벌금을 물리겠다고 경고했다”고 말했다.",
    "{B}[은/는] 9월부터 값을 올린다고 공지했다고 소식통은 전했다.",
    "소식통은 “그래도 {B}[은/는] 값을 올리지 않겠다고 약속했다”고 말했다.",
]
# How a report begins, and then who tells something, with the body meant.
AGAIN = [
    ("수산성이 배를 늘렸", "성에서 내려온 일꾼들이 배를 바치라고 경고했다", "수산성"),
    ("양강도 무역관리국이 문을 열었", "국에서는 외화를 더 벌라고 다그쳤다", "양강도 무역관리국"),
    ("중앙특구개발총국이 문을 닫았", "총국 직원이 세금을 내라고 요구했다", "중앙특구개발총국"),
    ("릉라무역회사가 문을 열었", "회사 간부들이 곧 돌려보내겠다고 약속했다", "릉라무역회사"),
    ("혜산방직공장이 멎었", "공장에서는 배급을 주겠다고 약속했다", "혜산방직공장"),
    ("제9군단이 옮겨 왔", "군단이 휴가를 금지한다고 통보했다", "제9군단"),
    ("신의주청년역이 문을 열었", "역에서는 짐을 빼라고 통보했다", "신의주청년역"),
    ("회령시 인민위원회가 길을 닦았", "인민위에서 벌금을 물리겠다고 선포했다", "회령시 인민위원회"),
    ("주선양 북한총영사관이 이사했", "영사관에서 나온 일꾼이 손전화를 봉인하라고 지시했다", "주선양 북한총영사관"),
    ("혜산시 안전부가 초소를 세웠", "초소의 안전원들이 한 알도 못 나간다고 잘라 말했다", "혜산시 안전부"),
    ("혜산시 련봉동 동사무소가 문을 열었", "동에서는 폐지를 바치라고 했다", "혜산시 련봉동 동사무소"),
    ("도 무역국이 바빴", "여맹위원장이 치마를 입으라고 소리쳤다", "여맹"),
    ("도 무역국이 바빴", "청진시 안전부의 한 부부장이 돈을 내라고 못을 박았다", "청진시 안전부"),
    ("도 무역국이 바빴", "대성총국 부총국장이 돈을 내라고 지시했다", "대성총국"),
    ("도 무역국이 바빴", "시당과 안전부가 돈을 내라고 지시했다", "시당"),
]
# What goes on where nobody is named, behind words of a body.
ON = [
    ("시당이 벌금을 올린다고 통보했다", "어기면 돌려보낸다는 경고도 있었다"),
    ("시당이 벌금을 올린다고 통보했다", "못 내는 공장은 문을 닫게 한다는 말도 했다"),
    ("시당이 벌금을 올린다고 통보했다", "안 내면 이름을 내붙이겠다고 한다"),
    ("시당이 손전화를 바치라고 지시했다", "바친 사람에게는 죄를 묻지 않겠다고 했지만 믿는 사람이 없다"),
    ("시당이 배가 모자란다고 보고했다", "배를 더 사들인 사실도 확인했다고 한다"),
]
TOLD = [
    # papers and orders of whoever gave the order last
    ("소식통은 내각이 장사를 줄이라고 지시했다고 전했다.\n\n지시문은 어기면 처벌한다고 강조했다.", "내각"),
    (
        "소식통은 “39호실이 돈을 보내라는 전문을 돌렸다”고 말했다.\n\n이 전문에는 사장을 소환한다는 내용도 담겼다고 한다.",
        "39호실",
    ),
    (
        "소식통은 “시당이 통지를 돌렸다”고 말했다.\n\n통지문에는 배를 넘길 수 있다는 점이 명시된 것으로 전해졌다.",
        "시당",
    ),
    ("국영상점의 값을 시장과 같게 하라는 내각의 지시도 전달됐다.", "내각"),
    ("시당은 배를 묶으라고 지시했다고 소식통은 전했다.\n\n이를 어긴 선주는 잡아간다는 경고가 뒤따랐다.", "시당"),
    ("소식통은 시당의 지시로 시장이 문을 닫았다고 전했다.", "시당"),
    ("소식통은 상인들이 시당의 지시라며 문을 닫았다고 전했다.", "시당"),
    # who stands within the words of a body, or only says which is meant
    ("시당이 쌀을 감춘 농장원은 추방한다는 방침을 내린 것으로 전해졌다.", "시당"),
    ("소식통은 시 안전부가 신고하지 않는 주민들은 단련대에 보낸다고 경고했다고 전했다.", "시 안전부"),
    ("상인들이 찾아간 시당은 기다리라고 했다고 소식통은 전했다.", "시당"),
    ("소식통은 농업성이 값을 치르겠다고 약속했지만 상인들이 믿지 않는다고 말한 것으로 전해졌다.", "농업성"),
    # bodies that tell of others
    ("통일부는 3일 중앙특구개발총국이 짐을 가져가라고 통보했다고 밝혔다.", "중앙특구개발총국"),
    ("노동신문은 3일 상업성이 빈 매대를 없애라고 주문했다고 전했다.", "상업성"),
    ("조선중앙통신은 3일 상업성이 회의를 열었다고 보도했다.", "조선중앙통신"),
    # meetings, answers, words put up
    ("시당은 3일 강연회를 열었다고 소식통은 전했다.\n\n강연자는 외국 물건을 쓰지 말라고 강조했다고 한다.", "시당"),
    ("소식통은 세관에 항의했더니 모른다고 잡아떼더라고 말했다.", "세관"),
    ("소식통은 시당에 문을 열어 달라고 요청했지만 안 된다는 답을 들었다고 말했다.", "시당"),
    ("소식통은 “시 인민위원회가 장세를 올린다는 종이를 정문에 내붙였다”고 말했다.", "시 인민위원회"),
    ("소식통은 시당이 밀수품을 감춘 사실을 공개했다고 전했다.", "시당"),
    ("소식통은 시당이 과제를 못 채운 이유를 캐물었다고 전했다.", "시당"),
    ("소식통은 시당은 모르는 일이라는 입장이라고 전했다.", "시당"),
    ("소식통은 “시당이 폐지를 내라는데 어떻게 살겠는가”라고 말했다.", "시당"),
    ("소식통은 “시당 말로는 다음 달에 배급을 준다고 한다”고 말했다.", "시당"),
    # and what is nobody's word
    ("소식통은 “시당이 벌금을 올린다고 통보했다”면서 “장사하는 사람이 많이 줄었다”고 전했다.", ""),
    ("소식통은 시당이 돈을 걷고 있다고 덧붙였다.", ""),
    ("소식통은 “세관에서 일하는 사람에게 물으니 다음 달에 문을 연다고 했다”고 말했다.", ""),
    ("북한 당국이 장사를 막았다고 대북 라디오 새벽나루가 3일 전했다.\n\n방송은 값이 오를 것이라고 내다봤다.", ""),
    ("북한 당국이 장사를 막으라고 지시했다고 소식지 이웃마을이 3일 전했다.\n\n소식지는 값이 오른다고 덧붙였다.", ""),
]


def last_body(text: str) -> str:
    """The last body below the last claim behind the lead, or ""."""
    found = suggest(LEAD + text, language="ko", published=PartialDate.parse("2023-04-18"))
    claims = [claim for claim in found.claims if claim.passage.start >= len(LEAD)]
    bodies = [step.body for step in claims[-1].steps if step.body] if claims else ["nothing is told"]
    return bodies[-1] if bodies else ""


def wrong(cells: Iterator[tuple[str, str]]) -> list[str]:
    """The texts of which the last claim has another body, each with what was found."""
    read = [(text, name, last_body(text)) for text, name in cells]
    return [f"{text}: {found}" for text, name, found in read if found != name]


@pytest.mark.parametrize("way", NAMED)
def test_a_body_has_its_whole_name_whatever_that_is(way: str) -> None:
    assert wrong((fitted(way.format(B=name)), name) for name in BODIES) == []


@pytest.mark.parametrize("told", ["소식통은 {S}고 전했다.", "소식통은 “{S}”고 말했다."])
def test_a_body_is_taken_up_again_by_its_kind_or_by_who_comes_from_it(told: str) -> None:
    assert wrong((f"소식통은 {first}다고 전했다.\n\n{told.format(S=then)}", name) for first, then, name in AGAIN) == []


@pytest.mark.parametrize(("words", "then"), ON)
def test_the_body_goes_on_where_nobody_is_named(words: str, then: str) -> None:
    assert last_body(f"소식통은 “{words}”며 “{then}”고 전했다.") == "시당"


@pytest.mark.parametrize(("text", "name"), TOLD)
def test_the_body_whose_words_they_are_is_passed_on(text: str, name: str) -> None:
    assert last_body(text) == name


LEADS = [
    "지난 15일",
    "최근",
    "지난달 중순",
    "앞서",
    "또다시",
    "역시",
    "아직도",
    "이번에도",
    "올해 들어",
    "추석을 앞두고",
    "장마가 끝나자",
    "주민들의 반발에도",
    "단속에 나선",
    "다급해진",
]


@pytest.mark.parametrize("lead", LEADS)
def test_what_stands_before_a_body_is_no_part_of_its_name(lead: str) -> None:
    names = cycle(["시당", "혜산시 인민위원회", "은별무역", "신의주청년역", "내각", "중국 세관"])
    ways = [*NAMED[:3], "{B}[이/가] 파철을 내라고 요구한 것으로 전해졌다."]
    cells = [(way.replace("{B}", f"{lead} {{B}}"), next(names)) for way in ways]
    assert wrong((fitted(way.format(B=name)), name) for way, name in cells) == []
