"""To whom sources talked, when and on what condition, wherever on the line the report says so."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import SuggestedSource


def sources(body: str, language: str = "en") -> tuple[SuggestedSource, ...]:
    return suggest(body, language=language, published=PartialDate.parse("2023-04-20")).sources


@pytest.mark.parametrize(
    ("body", "contact", "condition"),
    [
        ("A source in Kilju told the Courier on Friday that salt is dear.", "Friday", ""),
        ("A source in Kilju said Friday that salt is dear.", "Friday", ""),
        ("According to a source in Kilju on the 14th, salt is dear.", "the 14th", ""),
        ("“Salt is dear,” a source in Kilju told the Courier on April 14.", "April 14", ""),
        ("Speaking on condition of anonymity, a source in Kilju said salt is dear.", "", "Speaking on condition of anonymity"),
        ("A source in Kilju, who asked not to be named for fear, said salt is dear.", "", "asked not to be named for fear"),
        ("A source in Kilju told us on condition of anonymity for safety that salt is dear.", "", "on condition of anonymity for safety"),
        ("Talking anonymously, a source in Kilju said salt is dear.", "", "Talking anonymously"),
        ("A source in Kilju wished to remain unnamed and said salt is dear.", "", "wished to remain unnamed"),
        ("A source in Kilju said salt is dear. The condition of the road is bad.", "", ""),
    ],
)  # fmt: skip
def test_a_day_and_a_condition_belong_to_whom_they_stand_beside(body: str, contact: str, condition: str) -> None:
    (source,) = sources(body)
    assert (source.contact, source.condition) == (contact, condition)


def test_each_of_two_sources_has_its_own_day_and_the_first() -> None:
    first, second = sources(
        "A source in Kilju told the Courier on Friday that salt is dear.\n\n"
        "“Soap is dear,” a trader in Hamhung told the Courier on Monday. The trader told us on Tuesday that oil is not.\n\n"
        "Prices rose."
    )
    assert (first.contact, second.contact) == ("Friday", "Monday")


def test_a_day_on_another_line_is_nobodys() -> None:
    (source,) = sources("A source in Kilju said salt is dear.\n\nSalt was cheap on Friday, as everybody knew.")
    assert source.contact == ""


def test_a_korean_source_has_a_day_and_a_condition_too() -> None:
    (source,) = sources(
        "길주군의 한 소식통(신변안전 위해 익명요청)은 지난 14일 갯벌뉴스에 “소금이 비싸다”고 전했다.", "ko"
    )
    assert (source.contact, source.condition) == ("지난 14일", "신변안전 위해 익명요청")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("“Nets are dear,” a weaver in Hyesan told the Coast Courier on Sunday.", "the Coast Courier"),
        ("A weaver in Hyesan told us on April 3 that nets are dear.", "us"),
        ("On the 9th, a weaver in Hyesan told this paper: “Nets are dear.”", "this paper"),
        ("A weaver in Hyesan told Radio Net’s Korean Service Friday that it is dear.", "Radio Net’s Korean Service"),
        # with a later sentence of the same source
        (
            "It is dear, a weaver in Hyesan said.\n\n“Nobody knots,” the weaver told the Courier last week.",
            "the Courier",
        ),
        # whom somebody else told
        ("The Kilju Committee told the Net Company on May 2 to knot, a weaver in Hyesan said.", ""),
        ("“We knot,” a weaver in Hyesan said. The Courier told its readers on Sunday.", ""),
    ],
)
def test_whom_a_source_told_stands_in_one_of_its_sentences(body: str, told: str) -> None:
    (source,) = sources(body)
    assert source.told == told
