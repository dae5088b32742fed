"""Which form of a Korean particle follows a word: values, without a database."""

import pytest

from provinces.particles import final_sound, fitted


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("쌀[을/를] 찾음", "쌀을 찾음"),
        ("비료[을/를] 찾음", "비료를 찾음"),
        ("양강도[은/는] 북쪽에", "양강도는 북쪽에"),
        ("나선[과/와] 남포[이/가]", "나선과 남포가"),
        # ㄹ counts as a vowel before 으로 alone.
        ("서울[으로/로]", "서울로"),
        ("서울[을/를]", "서울을"),
        ("나선[으로/로]", "나선으로"),
        # Numerals are heard in Korean: 일, 이, 삼, 영.
        ("버전 1[을/를]", "버전 1을"),
        ("버전 2[을/를]", "버전 2를"),
        ("버전 3[과/와]", "버전 3과"),
        ("버전 10[은/는]", "버전 10은"),
        ("버전 7[으로/로]", "버전 7로"),
        # Words in Latin letters as they are written in Hangul; ids and capitals letter by letter.
        ("Hyesan[을/를]", "Hyesan을"),
        ("Pyongyang[으로/로]", "Pyongyang으로"),
        ("Nampo[이/가]", "Nampo가"),
        ("price[은/는]", "price는"),
        ("c7k2m4ql[이/가]", "c7k2m4ql이"),
        ("c7k2m4qx[이/가]", "c7k2m4qx가"),
        ("NK[은/는]", "NK는"),
        ("RFM[은/는]", "RFM은"),
        # What is not heard counts for nothing.
        ("“쌀”[이/가]", "“쌀”이"),
        ("양강도(Ryanggang)[은/는]", "양강도(Ryanggang)는"),
        ('<span class="id">c7k2m4q2</span>[을/를]', '<span class="id">c7k2m4q2</span>를'),
        ("쌀[이라는/라는] 것", "쌀이라는 것"),
        ("[을/를]", "를"),
        # Brackets of other kinds stay.
        ("[an unnamed source]", "[an unnamed source]"),
        ("2022/2023 [쌀]", "2022/2023 [쌀]"),
    ],
)
def test_the_form_fits_what_stands_before_it(written: str, said: str) -> None:
    assert fitted(written) == said


def test_the_final_sound_is_a_vowel_a_rieul_or_another_consonant() -> None:
    assert [final_sound(word) for word in ("해", "혜산", "쌀", "8", "", "…")] == ["", "*", "ㄹ", "ㄹ", "", ""]
