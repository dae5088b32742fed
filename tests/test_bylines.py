"""Bylines: who is the author of a citation, family name first, and who is not taken apart."""

import pytest

from articles.citations.bylines import Author, authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Jong So Yong", ["Jong, So Yong"]),
        ("By Jong So Yong, Northern Courier", ["Jong, So Yong"]),
        ("JONG So-yong in Seoul", ["Jong, So-yong"]),
        ("Jong, So Yong", ["Jong, So Yong"]),
        ("Han Mi-ok, staff reporter", ["Han, Mi-ok"]),
        ("Seulgi Lee", ["Lee, Seulgi"]),
        # A family name that is a western first name too: what follows is not Korean.
        ("Lee Harris", ["Harris, Lee"]),
        ("Tamsin Orrel", ["Orrel, Tamsin"]),
        ("Corin Valewood, Tamsin Orrel and Jang Seul-gi", ["Valewood, Corin", "Orrel, Tamsin", "Jang, Seul-gi"]),
        ("윤슬 기자", ["윤슬"]),
        ("마루 기자·한별내 특파원", ["마루", "한별내"]),
        ("북방통신 정서영 기자 jsy@courier.example", ["북방통신 정서영"]),
        ("", []),
        ("기자", []),
        # An and A are a family name and an initial too.
        ("An Min-ho", ["An, Min-ho"]),
        ("A and B", ["A", "B"]),
        # What stands in brackets, before a sign of equality or behind "special to" is a place or a house.
        ("Tamsin Orrel (Seoul)", ["Orrel, Tamsin"]),
        ("Tamsin Orrel, special to the Courier", ["Orrel, Tamsin"]),
        ("Tamsin Orrel - Northern Courier", ["Orrel, Tamsin"]),
        ("Tamsin Orrel in New Bedford", ["Orrel, Tamsin"]),
        ("(서울=북방통신) 정서영 기자", ["정서영"]),
        ("혜산=정서영 기자", ["정서영"]),
        ("정서영 기자 = 혜산", ["정서영"]),
        ("정서영 Northern Courier 기자", ["정서영"]),
        ("— Dr. Tamsin Orrel, PhD", ["Orrel, Tamsin"]),
    ],
)
def test_reporters_stand_family_name_first(byline: str, names: list[str]) -> None:
    assert [author.inverted for author in authors(byline, "Northern Courier")] == names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Reporting by Kim Min; editing by Lee Harris", ["Kim, Min"]),
        ("Reporting by Kim Min in Seoul. Editing by Lee Harris and Ann Roy.", ["Kim, Min"]),
        ("Kim Min, translated by Eve Poe", ["Kim, Min"]),
        ("By Kim Min and edited by Eve Poe", ["Kim, Min"]),
        ("By Kim Min with files from Eve Poe", ["Kim, Min"]),
        ("Reporting and photos by Kim Min; additional reporting by Eve Poe", ["Kim, Min", "Poe, Eve"]),
        ("Reporter: Kim Min | Editor: Eve Poe", ["Kim, Min"]),
        ("Guest column by Tamsin Orrel", ["Orrel, Tamsin"]),
        ("Edited by Eve Poe", []),
        ("글 윤슬 · 사진 한별내", ["윤슬"]),
        ("글·사진 윤슬", ["윤슬"]),
        ("취재=윤슬, 번역=한별내", ["윤슬"]),
        ("윤슬 기자 정리", ["윤슬"]),
        ("번역 한별내", []),
    ],
)
def test_who_edited_translated_or_took_pictures_is_no_author(byline: str, names: list[str]) -> None:
    assert [author.inverted for author in authors(byline, "Northern Courier")] == names


@pytest.mark.parametrize("byline", ["By", "By ", "and", "By Staff", "Staff reporter", "Reporters", "By staff writers"])
def test_an_office_without_a_name_is_nobody(byline: str) -> None:
    assert authors(byline, "Northern Courier") == ()


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Kim, Jr., John", [("Kim", "John", "Jr.")]),
        ("John Kim, Jr.", [("Kim", "John", "Jr.")]),
        ("Kim, John, Jr.", [("Kim", "John", "Jr.")]),
        ("Martin Orrel Valewood Jr.", [("Valewood", "Martin Orrel", "Jr.")]),
        (
            "Tamsin Orrel, John Kim III, and Eve Poe",
            [("Orrel", "Tamsin", ""), ("Kim", "John", "III"), ("Poe", "Eve", "")],
        ),
    ],
)
def test_what_follows_a_family_name_is_no_person(byline: str, names: list[tuple[str, str, str]]) -> None:
    assert [(author.family, author.given, author.suffix) for author in authors(byline)] == names


def test_the_outlet_before_a_korean_name_is_not_part_of_it() -> None:
    assert authors("북방통신 정서영 기자", "북방통신") == (Author("정서영"),)


@pytest.mark.parametrize("byline", ["Northern Courier", "Harbour Wire desk", "the editors", "A reporter in Seoul"])
def test_a_desk_signs_as_a_whole(byline: str) -> None:
    assert authors(byline, "Northern Courier") == (Author(byline, is_desk=True),)
