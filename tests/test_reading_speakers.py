"""Whom English reports let speak by an office, at second hand, of a place they share, or with an aside."""

import pytest

from articles.suggestions.values import Kind, SuggestedClaim
from tests.test_reading_bodies import claims, read


def last(body: str) -> SuggestedClaim:
    return claims(body)[-1]


@pytest.mark.parametrize(
    ("body", "speaker", "is_anonymous"),
    [
        ("“Salt is dear,” said a source from Hyesan to RFA’s Salt Service on May 3.", "a source from Hyesan", True),
        ("“Salt is dear,” a local of Hyesan, that asked for privacy, informed RFA.", "a local of Hyesan", True),
        (
            "“Salt is dear,” Rep. Owen Lea of the ruling Salt Party said.",
            "Rep. Owen Lea of the ruling Salt Party",
            False,
        ),
        ("“Salt is dear,” Rep. Owen Lea said.\n\n“Pans are shut,” the lawmaker added.", "the lawmaker", False),
        (
            "A lawmaker came.\n\n“Salt is dear,” Owen Lea said.\n\n“Pans are shut,” the lawmaker added.",
            "the lawmaker",
            True,
        ),
        ("The paper cited three officials as confirming that salt is dear.", "three officials", True),
        ("An official, who asked not to be named, said the bureau shut the pans.", "An official", True),
        ("Analysts see the ban as harmless.", "Analysts", True),
        ("Traders expect the port to reopen.", "Traders", True),
        (
            "A driver said salt is dear because “the carts stand still at the quay.”",
            "A driver",
            True,
        ),
    ],
)
def test_whoever_speaks_is_printed_whole_and_no_further(body: str, speaker: str, is_anonymous: bool) -> None:
    assert (last(body).speaker, last(body).anonymous) == (speaker, is_anonymous)


def test_a_name_that_cites_a_source_stands_above_it() -> None:
    steps = last("Citing a driver in Hyesan, Owen Lea, a researcher, said that salt is dear.").steps
    assert [step.kind for step in steps[1:]] == [Kind.NAMED, Kind.UNNAMED]


@pytest.mark.parametrize(
    ("body", "descriptor", "province"),
    [
        (
            "The office held a woman in her 40s in Hyesan.\n\nThe woman confessed that salt was sold.",
            "a woman in her 40s in Hyesan",
            "ryanggang",
        ),
        (
            "A source in South Pyongan said salt is dear. Sources in the same province and North Pyongan agreed, they said.",
            "A source in South Pyongan",
            "south-pyongan",
        ),
        (
            "Citing a source from Ryanggang Province, Radio Free Salt reported that salt is dear.",
            "a source from Ryanggang Province",
            "ryanggang",
        ),
        ("Salt is dear, sources said. Waiters informed the guards that pans are shut.", "sources", ""),
    ],
)
def test_where_a_source_sits_is_told_of_it_alone(body: str, descriptor: str, province: str) -> None:
    first = next(source for source in read(body).sources if source.descriptor == descriptor)
    assert first.province == province


@pytest.mark.parametrize(
    "body",
    [
        "Many North Koreans see the ban as harmless.",
        "Analysts see prices as high as ever.",
        "Salt is expected to rise.",
    ],
)
def test_what_the_outlet_says_of_people_and_of_things_is_no_opinion(body: str) -> None:
    assert claims(body) == []


def test_an_allegation_without_a_speaker_is_the_outlets() -> None:
    assert [step.kind for step in last("The chief is alleged to have sold salt.").steps] == [Kind.OUTLET]


def test_a_sentence_may_end_within_an_editors_brackets() -> None:
    body = "The port is shut, a source in Hyesan said, before the feast [a day on which nobody works.] Boats wait at the quay."
    assert last(body).passage.text.endswith("works.]")


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("His words were aimed at a radio report on Monday that said salt is dear.", "a radio report"),
        (
            "One of them, Ines Marrow of the Salt Institute, said: “Pans are shut.”",
            "One of them, Ines Marrow of the Salt Institute",
        ),
        ("In a report, Owen Lea said pans are shut. (END)", "Owen Lea"),
        ("Guards recommended salt in a report that accuses nobody.", "Guards"),
    ],
)
def test_papers_that_say_and_names_behind_a_comma_speak(body: str, speaker: str) -> None:
    assert last(body).speaker == speaker
    assert not last(body).anonymous or speaker == "Guards"


def test_a_surname_means_whoever_was_said_to_have_it() -> None:
    found = read("“Salt is dear,” a woman surnamed Yun said.\n\nPans are shut, according to Yun.")
    assert [source.descriptor for source in found.sources] == ["a woman surnamed Yun"]


def test_of_two_states_the_first_is_named() -> None:
    assert last("Seoul and Tokyo said that pans are shut.").steps[-1].body == "Seoul"
