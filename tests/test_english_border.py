"""The border at large, a part of it, and what is on the other bank."""

import pytest

from articles.suggestions.english.border import borders_in
from articles.suggestions.filing.report import Filing

BORDER = "china-north-korea-border"


@pytest.mark.parametrize(
    ("text", "are_at_large"),
    [
        ("Salt crossed the Sino-Korean border again.", [True]),
        ("A post guards the border between China and North Korea.", [True]),
        ("The river forms the border between China and North Korea.", []),
        ("In many border towns soap is dear.", [True]),
        ("In the border towns of Hyesan and Musan soap is dear.", []),
        ("In towns near the border, including those in North Hamgyong, soap is dear.", []),
        ("Soap is dear at markets near the border.", [True]),
        ("Soap waits in the trade offices on the border.", [False]),
        ("Soap is dear in the border area.", [False]),
        ("Soap is dear in the border city of Hyesan.", []),
        ("Soap is dear in Chinese border towns.", []),
        ("Customs posts on North Korea’s border with China are empty.", [True]),
        ("Soap is dear in Chinese cities on the border with North Korea.", []),
        ("It cites sources along the Sino-Korean border.", []),
        ("It cites sources at several places along the Sino-Korean border.", []),
        ("Soap is dear in Hyesan on the Sino-Korean border, too.", []),
        ("Soap is dear since the closure of the Sino-Korean border.", []),
        ("The North reopened its border with China.", []),
        ("Salt is carried along the border with China.", [True]),
    ],
)
def test_the_border_is_meant_at_large_or_in_part(text: str, are_at_large: list[bool]) -> None:
    assert [border.is_at_large for border in borders_in(text)] == are_at_large


def test_the_border_at_large_stands_beside_provinces_and_a_part_of_it_does_not() -> None:
    told = "Barges left Nampo. {}"

    def provinces(sentence: str) -> tuple[str, ...]:
        return Filing.from_files().filed(told.format(sentence), "en").provinces

    assert provinces("Soap is dear at markets near the border.") == ("nampo", BORDER)
    assert provinces("Soap is dear in the border area.") == ("nampo",)
