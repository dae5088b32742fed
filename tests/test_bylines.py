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
    ],
)
def test_reporters_stand_family_name_first(byline: str, names: list[str]) -> None:
    assert [author.inverted for author in authors(byline, "Northern Courier")] == names


def test_the_outlet_before_a_korean_name_is_not_part_of_it() -> None:
    assert authors("북방통신 정서영 기자", "북방통신") == (Author("정서영"),)


@pytest.mark.parametrize("byline", ["Northern Courier", "Harbour Wire desk", "the editors", "A reporter in Seoul"])
def test_a_desk_signs_as_a_whole(byline: str) -> None:
    assert authors(byline, "Northern Courier") == (Author(byline, is_desk=True),)
