"""Folding: spellings that mean the same compare equal, and Hangul stays whole."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provinces.names import fold, folds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cha-gang", "Chagang"),
        ("P’yŏngan-bukto", "pyonganbukto"),
        ("P'yǒngan-bukto", "P’yŏngan-bukto"),
        ("S. Pyongan", "S Pyongan"),
        ("RYANGGANG", "Ryanggang"),
        ("Ｒｙａｎｇｇａｎｇ", "Ryanggang"),
        ("China–North Korea border", "China-North Korea border"),
        ("북·중 접경", "북중접경"),
        (unicodedata.normalize("NFD", "량강도"), "량강도"),
        (unicodedata.normalize("NFD", "Kaesŏng"), "Kaesong"),
        ("Ji’an", "Jian"),
        ("Nanping - Musan (Chilsong-ri)", "Nanping–Musan"),
    ],
)
def test_two_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("량강도", "양강도"), ("North Hamgyong", "South Hamgyong"), ("Yangdok", "Yanggang"), ("Wihwado", "Wihwa")],
)
def test_two_names_do_not_fold_alike(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_hangul_comes_back_whole() -> None:
    assert fold("량강도 혜산시") == "량강도혜산시"


def test_what_has_no_letter_folds_to_nothing() -> None:
    assert [fold(""), fold(" ’-. "), fold("()")] == ["", "", ""]
    assert folds(" - ") == ()


def test_a_remark_in_brackets_is_dropped_unless_it_is_all_there_is() -> None:
    assert [fold("Ji'an - Manpo (rail and road)"), fold("(평양)")] == ["jianmanpo", "평양"]


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Chagang Province", (("chagangprovince", ""), ("chagang", "province"))),
        ("Chagang-do", (("chagangdo", ""), ("chagang", "province"))),
        ("Sakju County", (("sakjucounty", ""), ("sakju", "county"))),
        ("혜산시", (("혜산시", ""), ("혜산", "city"))),
        ("만경대구역", (("만경대구역", ""), ("만경대", "district"))),
        ("Wihwado", (("wihwado", ""),)),
        ("Province", (("province", ""),)),
        ("강도", (("강도", ""),)),
    ],
)
def test_a_unit_word_may_be_left_off_but_limits_what_is_found(name: str, forms: tuple[tuple[str, str], ...]) -> None:
    assert folds(name) == forms


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    folded = fold(name)
    assert fold(folded) == folded
    assert all(letter.isalnum() for letter in folded)


@given(st.text(alphabet="가나량강도혜산시ŏǒŭP'’yangn -.()"))
def test_the_normal_form_of_the_input_makes_no_difference(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))
