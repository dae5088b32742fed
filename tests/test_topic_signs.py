"""What a report is about: told by headline, beginning and frequency, by words that are no names, and by what stands together."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articles.dates import PartialDate
from articles.likeness.facts import facts_in
from articles.suggestions.reader import suggest
from articles.suggestions.topic_names import TopicNames, read_topics
from articles.suggestions.topic_signs import FILE, TopicSigns

DATA: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))


def topics(*paragraphs: str, language: str = "en", headline: str = "") -> tuple[str, ...]:
    """What is suggested for a report of these paragraphs."""
    body = "\n\n".join(paragraphs)
    return suggest(body, language=language, published=PartialDate.parse("2023-04-18"), headline=headline).topics


def first(*paragraphs: str, language: str = "en") -> str:
    return (*topics(*paragraphs, language=language), "")[0]


# Filler that tells of nothing.
NOTHING = "Nobody in the village remembers such a thing, and nobody asks about it."
NOTHING_KO = "이 마을에서는 아무도 그런 일을 기억하지 못하고 묻지도 않는다."


@pytest.mark.parametrize(
    ("language", "paragraphs", "about", "not_about"),
    [
        ("en", ("Nets are dear at the port.", "The price was 40 yuan last week, and 30 yuan before."), "market-prices", "chinese-yuan"),
        ("ko", ("항구에서 그물값이 크게 올랐다.", "그물 가격은 40위안으로 지난주 30위안보다 비싸졌다."), "market-prices", "chinese-yuan"),
        ("en", ("Dealers from Dandong bought nets here.", "Now nets are shipped to Chinese buyers."), "china-trade", "trade"),
        ("ko", ("단둥 상인들이 이곳에서 그물을 사들였다.", "그물은 화물로 중국 대방에게 팔려 나간다."), "china-trade", "trade"),
        ("en", ("Flour came in from Vladivostok.", "The Russian flour was sold at once."), "russia-trade", "china-trade"),
        ("ko", ("블라디보스토크에서 밀가루가 들어왔다.", "러시아 밀가루는 곧 팔려 나갔다."), "russia-trade", "china-trade"),
        ("en", ("Loads are carried over the Yalu at night.", "The rope lies hidden on the riverbank."), "smuggling", "border"),
        ("ko", ("밤마다 압록강으로 짐을 나른다.", "강변에는 몰래 숨긴 밧줄이 있다."), "smuggling", "border"),
    ],
)  # fmt: skip
def test_a_topic_is_told_without_its_name_and_the_means_are_not_the_matter(
    language: str, paragraphs: tuple[str, ...], about: str, not_about: str
) -> None:
    found = topics(*paragraphs, language=language)
    assert about in found
    assert not_about not in found


@pytest.mark.parametrize(
    ("language", "named", "nothing"),
    [("en", "The coal lies there.", NOTHING), ("ko", "석탄이 거기에 쌓여 있다고 한다.", NOTHING_KO)],
)
def test_what_is_named_once_in_a_long_report_is_not_what_it_is_about(language: str, named: str, nothing: str) -> None:
    assert "coal" in topics(nothing, named, language=language)
    assert "coal" not in topics(*[nothing] * 6, named, *[nothing] * 6, language=language)
    assert "coal" in topics(*[nothing] * 6, named, named, named, *[nothing] * 6, language=language)


@pytest.mark.parametrize(
    ("language", "named", "nothing"),
    [("en", "The coal lies there.", NOTHING), ("ko", "석탄이 거기에 쌓여 있다고 한다.", NOTHING_KO)],
)
def test_the_headline_and_the_beginning_count_for_more(language: str, named: str, nothing: str) -> None:
    assert "coal" not in topics(*[nothing] * 8, named, language=language)
    assert "coal" in topics(named, *[nothing] * 8, language=language)
    assert "coal" in topics(*[nothing] * 8, named, language=language, headline=named)


def test_the_narrower_of_two_topics_comes_first() -> None:
    for language, said in (
        ("en", "Customs hold up all trade at the border."),
        ("ko", "국경 세관에서 무역이 막혀 있다."),
    ):
        found = topics(said, said, language=language)
        assert "customs" in found
        assert not {"trade", "border"} & {*found[: found.index("customs")]}


def test_there_are_five_at_most() -> None:
    assert len(topics("Coal, crab, gold, herbs, timber, diesel, wigs and cement lie at the port.")) == 5


def test_a_report_that_tells_of_no_topic_has_none() -> None:
    assert topics(NOTHING) == topics("") == topics(NOTHING_KO, language="ko") == ()


def test_a_sign_begins_a_word_in_korean_unless_it_may_end_one() -> None:
    found = TopicSigns.from_file().told_in("중국산 소금값이 소리값을 넘는다. 비중국", "ko").found
    meant = {sign.of for here in found.here for _, sign in here}
    assert {"china", "chinese-goods", "market-prices"} <= meant
    assert "self-reliance" not in meant, "국산 stands within 중국산"


def test_of_signs_that_overlap_the_longest_counts() -> None:
    customs = "The General Administration of Customs published figures."
    assert "customs" not in topics(customs, customs)
    assert first(customs, customs) == "china-trade"


def test_signs_are_for_suggesting_alone() -> None:
    for language, said in (("en", "Dandong buyers bought dearer squid."), ("ko", "단둥 대방이 해삼을 사들인다.")):
        named = [*TopicNames.from_file().found(said, language)]
        assert [
            slug for _, slug in facts_in(said, language)[0] if slug in {"china-trade", "markets", "market-prices"}
        ] == []
        assert {"china-trade", "market-prices"}.isdisjoint(named)


def test_a_claim_has_the_topics_it_names() -> None:
    said = "“The price of coal is 40 yuan, and nets from Dandong are dear,” a source in Hyesan said."
    (claim,) = suggest(said, language="en", published=PartialDate.parse("2023-04-18")).claims
    assert claim.topics == ("coal", "chinese-yuan")


def test_names_are_the_same_whether_signs_are_looked_for_too() -> None:
    for language, text in (
        ("en", "Smuggled Chinese goods, trading companies and state security: the price of rice rose."),
        ("ko", "중국산 밀가루와 무역회사, 국경경비대와 쌀값이 오른 시장에서 밀무역이 늘었다."),
    ):
        alone, beside = (
            TopicNames.from_file().named_in(text, language),
            TopicSigns.from_file().told_in(text, language).named(),
        )
        assert [*alone.within(0, len(text))] == [*beside.within(0, len(text))] != []
        assert [*alone.starts] == [*beside.starts]


# The data file.


def test_every_topic_and_group_is_known_and_has_words_in_both_languages() -> None:
    slugs = {topic["slug"] for topic in read_topics()}
    assert DATA["topics"].keys() <= slugs
    assert all(group["en"] and group["ko"] for group in DATA["groups"].values())
    used = {
        part for row in DATA["topics"].values() for told_by in row.get("told_by", ()) for part in told_by.split(" + ")
    }
    assert DATA["groups"].keys() <= used <= slugs | DATA["groups"].keys()
    assert {row["telling"] % 0.5 for row in DATA["topics"].values()} == {0}
    assert {row["telling"] for row in DATA["topics"].values()} <= {half / 2 for half in range(-5, 3)}


def unknown_topic(data: dict[str, Any]) -> None:
    data["topics"]["nets"] = {"telling": 0}


def group_like_a_topic(data: dict[str, Any]) -> None:
    data["groups"]["coal"] = {"en": ["coke"], "ko": ["코크스"]}


def unknown_part(data: dict[str, Any]) -> None:
    data["topics"]["gold"]["told_by"] = ["china + nets"]


def three_parts(data: dict[str, Any]) -> None:
    data["topics"]["gold"]["told_by"] = ["china + inward + rice"]


def a_name(data: dict[str, Any]) -> None:
    data["topics"]["gold"]["en"] = ["Gold ores"]


def one_syllable(data: dict[str, Any]) -> None:
    data["topics"]["gold"]["ko"] = ["금"]


def twice(data: dict[str, Any]) -> None:
    data["groups"]["china"]["en"] += ["china"]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (unknown_topic, "nets"),
        (group_like_a_topic, "coal"),
        (unknown_part, "china \\+ nets"),
        (three_parts, "china \\+ inward \\+ rice"),
        (a_name, "Gold ores"),
        (one_syllable, "금"),
        (twice, "china"),
    ],
)
def test_a_damaged_file_is_refused(damage: Callable[[dict[str, Any]], None], said: str, tmp_path: Path) -> None:
    data = json.loads(FILE.read_text(encoding="utf-8"))
    damage(data)
    path = tmp_path / "signs.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ValueError, match=f"“?{said}"):
        TopicSigns.from_file(path)
