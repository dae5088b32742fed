"""Whose words are passed on in Korean, asked of every way to say so with every kind of body: a table, and what it holds wrongly.

A row is a way of saying it; its columns are predicates, or nouns of what is ordered, and the bodies go round. So a kind
of body, a verb or a way that is not read shows as such, and not as one odd sentence.
"""

from collections.abc import Iterator
from itertools import cycle

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from provinces.particles import fitted

LEAD = "혜산 장마당이 조용하다고 양강도의 한 소식통이 3일 전했다.\n\n"
# One of each kind: of a list, of the party, by what it does and is, of another state.
BODIES = [
    "혜산시 인민위원회",
    "양강도 당위원회",
    "시 안전부",
    "내각",
    "당국",
    "시당 선전부",
    "중앙당 경공업부",
    "군당 조직부",
    "원림국",
    "도 편의봉사국",
    "자재공급국",
    "지방산업성",
    "원유공업성",
    "랴오닝성 교통운수청",
    "중앙농업기술원",
    "종자보급소",
    "상하수도관리소",
    "적십자회",
    "상공회",
    "대외사업부",
    "연해주 농업식품부",
    "유통감독과",
    "군 도로과",
    "출입국관리처",
    "합동단속단",
    "산림순찰대",
    "은파무역회사",
    "청송해운사",
    "대성상사",
    "피복총국",
    "청진수산사업소",
    "조선무역은행",
    "투먼해관",
    "수산동원사령부",
    "돌격대본부",
    "직업총동맹",
    "주선양 북한총영사관",
    "훈춘시 시장감독관리국",
    "함경남도 농촌경영위원회",
]
# What is said, with what it ends in, and the verbs that may follow; the last syllable of each is its past.
SAYS = [
    *(("올해는 밀수가 크게 늘었다고", verb) for verb in ["말했", "밝혔", "강조했", "설명했", "통보했", "공지했"]),
    *(("올해는 밀수가 크게 늘었다고", verb) for verb in ["발표했", "선전했", "해명했", "답변했", "우겼", "잡아뗐", "지적했"]),
    *(("배를 포구에 묶어 두라고", verb) for verb in ["지시했", "명령했", "요구했", "당부했", "독려했"]),
    *(("배를 포구에 묶어 두라고", verb) for verb in ["호소했", "포치했", "다그쳤", "윽박질렀", "재촉했", "했"]),
    *(("이달 말까지 폐지를 바치도록", verb) for verb in ["지시했", "촉구했", "권고했", "포치했"]),
    *(("어기면 배를 몰수하겠다고", verb) for verb in ["경고했", "위협했", "을러댔", "공고했", "선포했", "예고했", "못박았"]),
    *(("다음 달에 비료를 주겠다고", verb) for verb in ["약속했", "장담했", "회신했", "다짐했"]),
    *(("왜 배를 띄웠느냐고", verb) for verb in ["추궁했", "물었", "따졌"]),
]  # fmt: skip
TELLING = [
    "소식통은 {B}[이/가] {C} {V}다고 전했다.",
    "소식통은 {B}에서 {C} {V}다고 전했다.",
    "{B}[은/는] {C} {V}다고 소식통은 전했다.",
    "소식통에 따르면 {B}[은/는] {C} {V}다.",
    "소식통에 따르면 지난 5일 {B}[이/가] 상인들을 모아놓고 {C} {V}다.",
    "{B}[은/는] 지난 5일 {C} {V}다고 한다.",
    "소식통은 “{B}[이/가] 상인들에게 {C} {V}다”고 말했다.",
    "소식통은 “{B}에서는 {C} {V}다. 그래서 다들 겁을 먹고 있다”고 말했다.",
    "소식통은 “{B}[은/는] {C} {V}지만 누구도 믿지 않는다”고 말했다.",
    "소식통은 “{B} 책임일군이 주민들에게 {C} {V}다”고 말했다.",
    "소식통은 {B} 측이 {C} {V}다고 전했다.",
    "소식통은 {B}[이/가] {C} {V}다면서 주민들의 불만이 높다고 전했다.",
    "소식통은 {B}[이/가] {C} {V}다는 이야기를 간부에게서 들었다고 말했다.",
    "소식통은 {B} 강연회에서 강연자가 {C} {V}다고 전했다.",
    "소식통은 {B}[이/가] 3일 회의를 열었다고 전했다.\n\n이 기관은 {C} {V}다고 소식통은 덧붙였다.",
    "소식통은 주민들이 항의한 데 대해 {B}[은/는] {C} {V}다고 전했다.",
    "소식통은 “주민들은 {B}[이/가] {C} {V}다는 말을 듣고 놀랐다”고 말했다.",
    "{B}[이/가] 최근 상인들에게 {C} {V}던 것으로 알려졌다.",
]
ORDERS = [
    "지시",
    "방침",
    "포치",
    "명령",
    "지침",
    "통지문",
    "공문",
    "포고문",
    "명령서",
    "지시문",
    "통보",
    "결정",
    "과제",
]
PAPERS = ["통지문", "공문", "포고문", "명령서", "지시문", "공고문"]
ORDERED = ("배를 포구에 묶어 두라는", "배를 포구에 묶어 둘 데 대한", "이달 말까지 폐지를 바치라는 내용의")
HANDED_DOWN = [
    "소식통은 {B}에서 {A} {N}[이/가] 내려왔다고 전했다.",
    "소식통은 {B}[으로/로]부터 {A} {N}[이/가] 하달됐다고 전했다.",
    "소식통은 {B}[이/가] {A} {N}[을/를] 내려보냈다고 전했다.",
    "{B}[은/는] {A} {N}[을/를] 각 기관에 하달했다고 소식통은 전했다.",
    "소식통은 “{A} {N}[을/를] {B}에서 내렸다”고 말했다.",
    "소식통은 “{B}에서 {A} {N}[을/를] 받았다”고 말했다.",
    "소식통은 {B} 명의로 {A} {N}[이/가] 나왔다고 전했다.",
    "{B} 명의의 {A} {N}[이/가] 시장에 나붙었다고 소식통은 전했다.",
    "소식통은 {A} {B}의 {N}[이/가] 전달됐다고 전했다.",
    "{B}[은/는] 지난 5일 {A} {N}[을/를] 냈다.",
]
WRITTEN = [
    "소식통은 {B}[이/가] 3일 {N}[을/를] 내려보냈다고 전했다.\n\n소식통은 {N}에 폐지를 바치라는 내용이 담겨 있다고 말했다.",
    "소식통은 {B}[이/가] 3일 {N}[을/를] 돌렸다고 전했다.\n\n{N}[은/는] 폐지를 바칠 것을 요구했다고 소식통은 말했다.",
]
SILENT = [
    "소식통은 {B}[이/가] 새 건물로 옮겼다고 전했다.",
    "소식통은 “{B}[이/가] 상인들을 단속하고 있다”고 말했다.",
    "소식통은 {B} 앞에 사람들이 모였다고 전했다.",
    "{B}의 한 직원은 소금값이 올랐다고 말했다.",
    "소식통은 주민들이 {B}에 항의했다고 전했다.",
    "소식통은 {B}에서 일하는 친구가 돌아왔다고 말했다.",
    "소식통은 “{B}에 다니는 남편이 쌀을 사 오라고 했다”고 말했다.",
    "{B}[이/가] 문을 닫자 주민들은 살길이 막막하다고 말한다고 소식통은 전했다.",
    "소식통은 상인들이 {B}에서 물건을 빼앗겼다고 하소연한다고 전했다.",
    "소식통은 “사람들은 {B}[이/가] 나섰다고 수군거린다”고 말했다.",
    "상인들은 {B}[이/가] 허가를 내주지 않는다고 말한다고 소식통은 전했다.",
    "소식통은 {B}[이/가] 세금을 올려 상인들이 못 살겠다고 한다고 전했다.",
]
# What ends as the names of bodies do.
NO_BODIES = [
    "의사가 약이 없다",
    "기관사가 기차가 늦는다",
    "부부가 소금이 귀하다",
    "일부가 소금이 귀하다",
    "강원도가 소금이 모자란다",
    "랴오닝성이 소금이 넘친다",
    "수출국이 값이 오른다",
    "상대가 돈이 없다",
    "생산성이 값이 낮다",
    "결과가 값이 낮다",
    "사회가 살기 어렵다",
    "관리원이 물이 모자란다",
    "산업국가가 기름이 모자란다",
]


def last_bodies(body: str) -> list[str]:
    """The last body below each claim behind the lead, or ""."""
    found = suggest(LEAD + body, language="ko", published=PartialDate.parse("2023-04-18"))
    bodies = [
        [step.body for step in claim.steps if step.body] for claim in found.claims if claim.passage.start >= len(LEAD)
    ]
    return [each[-1] if each else "" for each in bodies]


def wrong(way: str, cells: Iterator[dict[str, str]]) -> list[str]:
    """The texts of a row of which the last claim has another body, each with what was found."""
    texts = [(fitted(way.format(**cell)), cell["B"]) for cell in cells]
    read = [(text, name, last_bodies(text)) for text, name in texts]
    return [f"{text}: {found}" for text, name, found in read if found[-1:] != [name]]


@pytest.mark.parametrize("way", TELLING)
def test_a_body_is_passed_on_whatever_it_is_and_whatever_verb_tells_it(way: str) -> None:
    named = BODIES if "이 기관" not in way else [body for body in BODIES if body != "당국"]
    first = TELLING.index(way)
    bodies = cycle(named[first:] + named[:first])
    assert wrong(way, ({"B": next(bodies), "C": said, "V": verb} for said, verb in SAYS)) == []


@pytest.mark.parametrize("way", HANDED_DOWN)
def test_an_order_is_the_word_of_whoever_handed_it_down(way: str) -> None:
    bodies, orders = cycle(BODIES), cycle(ORDERED)
    twice = [*ORDERS, *ORDERS, *ORDERS]
    assert wrong(way, ({"B": next(bodies), "A": next(orders), "N": noun} for noun in twice)) == []


@pytest.mark.parametrize("way", WRITTEN)
def test_a_paper_says_what_whoever_issued_it_says(way: str) -> None:
    bodies = cycle(BODIES)
    assert wrong(way, ({"B": next(bodies), "N": paper} for paper in PAPERS * 6)) == []


@pytest.mark.parametrize("way", SILENT)
def test_a_body_that_says_nothing_is_passed_over_whatever_it_is(way: str) -> None:
    assert [text for name in BODIES if any(last_bodies(text := fitted(way.format(B=name))))] == []


@pytest.mark.parametrize("said", NO_BODIES)
def test_what_only_ends_as_a_body_does_is_none(said: str) -> None:
    assert not any(last_bodies(f"소식통은 {said}고 말했다고 전했다."))
    assert not any(last_bodies(f"소식통은 “{said}고 한다”고 말했다."))
