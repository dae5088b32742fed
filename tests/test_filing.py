"""Which provinces an English report is about: the capital or the government, one county or many."""

import pytest

from articles.suggestions.filing import Filing


def provinces(body: str) -> tuple[str, ...]:
    return Filing.from_files().filed(body, "en").provinces


@pytest.mark.parametrize(
    "sentence",
    [
        "Salt was handed out in the capital Pyongyang before the feast.",
        "The cars went to buyers in the cities of Pyongyang, Nampo and Chongjin.",
        "Salt was short in Pyongyang and Nampo.",
        "The markets of Pyongyang, Sinuiju and Hyesan were open.",
    ],
)
def test_the_capital_is_a_place_where_something_is_there(sentence: str) -> None:
    assert "pyongyang" in provinces(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The month before, rules were eased, and Pyongyang announced that salt would come.",
        "Salt comes in through Nampo, a port near the capital, Pyongyang.",
        "Talks between Pyongyang and Beijing went on.",
        "Trains ran while Pyongyang’s nuclear plans went on.",
    ],
)
def test_the_capitals_name_is_the_government_where_it_acts(sentence: str) -> None:
    assert "pyongyang" not in provinces(sentence)


def test_a_county_gives_its_province_in_old_spellings_too() -> None:
    assert provinces("Rice was dear in Shineju, Gwaksan and Haesan.") == ("north-pyongan", "ryanggang")


def test_a_company_named_after_a_county_is_not_there() -> None:
    assert provinces("The Daeheung Trading Company shipped coal from Nampo.") == ("nampo",)


def test_one_word_of_the_border_makes_no_report_about_it() -> None:
    assert provinces("Salt crossed the Sino-Korean border again, and soap did.") == ()
