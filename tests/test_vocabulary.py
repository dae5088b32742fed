"""The words of a text: where each of them stands, and where a sign that is sought among them does."""

import re
from itertools import permutations

import pytest

from articles.suggestions.signs import word_of
from sources.vocabulary import Vocabulary, _Lines

MARKET = "The market’s traders sold salt. A trader sold salt at the market, and tradesmen’s salt"


def found(text: str, sign: re.Pattern[str]) -> list[str]:
    """What stands at the places of a sign, up to the end of its word."""
    return [text[place:].split()[0] for place in Vocabulary(text).places(sign)]


def test_every_word_stands_where_it_begins() -> None:
    words = Vocabulary(MARKET)
    assert [MARKET[start : start + len(word)] for start, word in zip(words.starts, words.words, strict=True)] == list(
        words.words
    )
    assert words.words[:3] == ["The", "market’s", "traders"]
    assert [words.starts[number] for number in words.numbers["salt"]] == [26, 46, 82]


def test_a_sign_is_found_in_the_order_of_the_text_also_within_a_word() -> None:
    assert found(MARKET, re.compile("trade|salt")) == ["traders", "salt.", "trader", "salt", "tradesmen’s", "salt"]
    assert found(MARKET, re.compile("rket")) == ["rket’s", "rket,"]
    assert found(MARKET, re.compile(r"trader\b")) == ["trader"]


def test_a_whole_word_may_have_an_apostrophe_before_or_behind_it() -> None:
    assert found(MARKET, word_of("market", "traders?")) == ["market’s", "traders", "trader", "market,"]
    assert found("they’said so", word_of("said")) == ["said"]


def test_a_part_of_the_text_is_asked_for_the_signs_that_begin_in_it() -> None:
    words, salt = Vocabulary(MARKET), word_of("salt")
    assert words.within(salt, 26, 46) == [26]
    assert words.within(salt, 27, 47) == [46]
    assert words.has(salt, 82, 83)
    assert not words.has(salt, 49, 82)
    assert not words.has(word_of("fish"), 0, len(MARKET))


def test_a_text_without_words_has_none() -> None:
    for text in ("", " … ", "소금"):
        assert not Vocabulary(text).words
        assert not Vocabulary(text).places(word_of("salt"))


@pytest.mark.parametrize("words", list(permutations(["coast", "driver", "salt"])))
def test_a_sign_that_looks_beside_its_word_is_found_whatever_words_were_met_before(words: tuple[str, ...]) -> None:
    found: dict[str, tuple[int, ...]] = {}
    _Lines(words).find(word_of(r"(?<!coast\s)driver(?!\ssalt)"), found)
    assert found == {"driver": (0,)}
