"""Phrases that say where a source is are found; places where something happened are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.descriptors import source_mentions

ENGLISH = [
    ("The traders met in Hyesan, a source in Ryanggang Province told RFA.", ["a source in Ryanggang Province"]),
    ("A Hyesan-based source said that trade in Musan resumed.", ["A Hyesan-based source"]),
    ("A Daily NK Yanggang Province source spoke of Rason.", ["A Daily NK Yanggang Province source"]),
    (
        "According to a separate source from Hyesan in Yangkang Province, officials in Musan met.",
        ["a separate source from Hyesan in Yangkang Province"],
    ),
    (
        "Sources in Yanggang and North Hamgyong provinces spoke of a ban in Chagang Province.",
        ["Sources in Yanggang and North Hamgyong provinces"],
    ),
    ("A source in Hyesan, Yanggang Province, said Hoeryong waits.", ["A source in Hyesan, Yanggang Province"]),
    ("A source in China says Yanggang Province authorities called traders in.", ["A source in China"]),
    ("The source, who is based in Chongjin, added that Kyongsong was calm.", ["The source, who is based in Chongjin"]),
    ("A source in the northern border city of Hyesan said so.", ["A source in the northern border city of Hyesan"]),
    (
        "A resident of the north-western province of North Pyongan told RFA that Musan is shut.",
        ["A resident of the north-western province of North Pyongan"],
    ),
    ("A high-ranking Pyongyang source said Musan is shut.", ["A high-ranking Pyongyang source"]),
    (
        "Our reporting partner in North Hamgyong Province saw Musan.",
        ["Our reporting partner in North Hamgyong Province"],
    ),
    ("A resident of Hyesan said prices rose in Musan.", ["A resident of Hyesan"]),
    ("According to a resident of Hoeryong, the market in Chongjin closed.", ["a resident of Hoeryong"]),
    ("“It is hard,” said a trader in Sinuiju.", ["a trader in Sinuiju"]),
    (
        "A North Hamgyong Province military official told RFA that trade in Rason stopped.",
        ["A North Hamgyong Province military official"],
    ),
    (
        "A trader in Hyesan, who requested anonymity for security reasons, told Radio Free Asia about Pyongsong.",
        ["A trader in Hyesan"],
    ),
]

ENGLISH_EVENTS = [
    "The Yanggang Province party committee gathered traders in Hyesan.",
    "A resident of Hyesan was arrested in Musan.",
    "Residents of Hyesan were mobilised to repair a road in Pochon County.",
    "The committee said traders in Yanggang Province must register.",
    "A North Hamgyong Province official told traders in Rason to wait.",
    "Water sources in Yanggang Province are dry.",
    "Timber is a source of income in Yanggang Province.",
]

KOREAN = [
    ("양강도 소식통은 혜산시 무역회사들이 모였다고 전했다.", ["양강도 소식통"]),
    ("함경북도의 한 소식통은 양강도에서 회의가 열렸다고 말했다.", ["함경북도의 한 소식통"]),
    ("양강도 혜산시의 한 무역 관련 소식통에 따르면 무산군도 같다.", ["양강도 혜산시의 한 무역 관련 소식통"]),
    ("양강도와 함경북도 소식통들은 자강도 소식을 들었다.", ["양강도와 함경북도 소식통들"]),
    ("취재협력자는 청진시 시장이 닫혔다고 알려왔다.", ["취재협력자"]),
    ("함경북도에 사는 취재협력자는 회령시로 갔다.", ["함경북도에 사는 취재협력자"]),
    ("평안북도 신의주시의 한 주민은 평성시 시장을 두고 말했다.", ["평안북도 신의주시의 한 주민"]),
    ("혜산시의 한 주민이 무산군에서 체포됐다고 함경북도 소식통이 전했다.", ["함경북도 소식통"]),
    (
        "세관이 닫혔다고 북한 내부 사정에 밝은 한 중국 소식통이 혜산시를 두고 말했다.",
        ["북한 내부 사정에 밝은 한 중국 소식통"],
    ),
    ("이에 대해 무산군의 한 경비대 소속 군인에 따르면 혜산시가 그렇다.", ["무산군의 한 경비대 소속 군인"]),
    ("혜산시가 닫혔다는 게 무산 소식통의 설명이다.", ["무산 소식통"]),
    ("최근 청진을 다녀온 한 화교는 혜산시를 두고 말했다.", ["한 화교"]),
    ("보천 소식통은 혜산시를 두고 말했다.", ["보천 소식통"]),
]

KOREAN_EVENTS = [
    "양강도당이 혜산시에 무역일꾼들을 불러 모았다.",
    "양강도 주민들은 도로 보수에 동원됐다.",
    "혜산시의 한 간부가 무산군에서 체포됐다.",
    "함경북도 무역회사들은 6월까지 준비를 끝내야 한다.",
]


@pytest.mark.parametrize(("text", "phrases"), ENGLISH + KOREAN)
def test_the_phrase_is_found_and_nothing_more(text: str, phrases: list[str]) -> None:
    assert [text[start:end] for start, end in source_mentions(text)] == phrases


@pytest.mark.parametrize("text", ENGLISH_EVENTS + KOREAN_EVENTS)
def test_a_place_where_something_happened_is_left_alone(text: str) -> None:
    assert source_mentions(text) == []


def test_several_mentions_come_in_order_over_paragraphs() -> None:
    text = "A source in Hyesan agreed.\n\nAnother source in Chongjin did not.\n\n양강도 소식통도 말했다."
    assert [text[start:end] for start, end in source_mentions(text)] == [
        "A source in Hyesan",
        "Another source in Chongjin",
        "양강도 소식통",
    ]


words = st.sampled_from(
    (
        *("a", "the", "source", "sources", "in", "of", "Hyesan", "Yanggang", "Province", ",", ".", "said", "told"),
        *("양강도", "한", "소식통", "주민은", "전했다", "\n"),
    )
)


@given(st.lists(words, max_size=40).map(" ".join))
def test_mentions_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    mentions = source_mentions(text)
    borders = [border for mention in mentions for border in mention]
    assert borders == sorted(borders)
    assert all(0 <= start < end <= len(text) for start, end in mentions)
