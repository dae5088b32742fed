"""The body whose words somebody passes on, wherever in what they say it comes to speak."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.english.relays import last_speaking
from articles.suggestions.reader import suggest

SPEAKING = [
    ("It is always so. In March the city commerce office announced that stalls close.", "the city commerce office", "announced"),
    ("The harbor police has been scolding the carters for a week.", "The harbor police", "scolding"),
    ("First it paid. Then the customs bureau refused, and the people’s committee told it to wait.", "the people’s committee", "told"),
    ("The market management office called the sellers in and warned them about the scales.", "The market management office", "warned"),
    ("The county police chief is said to have asked owners for patience.", "The county police", "asked"),
    ("The border guard brigade came round twice. They told us to keep the lights off.", "The border guard brigade", "told"),
    ("An officer from the security office told the drivers that he would count the sacks.", "the security office", "told"),
    ("Our inminban only says that rain is coming.", "inminban", "says"),
]  # fmt: skip
SILENT = [
    "A guard at the customs office said that it was cold.",
    "My friend from the county party told me to wait.",
    "The police took the sacks and sold them.",
    "The committee handed out rice and was praised by residents.",
    "The bureau asked us for money again.",
    "The trading company ordered 300 tons of flour from Dandong.",
    "The ministry has ships, and drivers say they are old.",
    "Officials of the farm committee are said to be preparing a visit.",
    "The customs office said nothing.",
]


@pytest.mark.parametrize(("words", "body", "verb"), SPEAKING)
def test_the_last_body_that_speaks_is_found(words: str, body: str, verb: str) -> None:
    cue = last_speaking(words)
    assert cue is not None
    assert (cue.phrase, cue.verb) == (body, verb)


@pytest.mark.parametrize("words", SILENT)
def test_what_a_body_does_or_its_people_say_for_themselves_is_no_word_of_it(words: str) -> None:
    assert last_speaking(words) is None


def chains(body: str) -> list[list[str]]:
    """Of every statement of a report who speaks below its outlet, in the words that name them."""
    found = suggest(body, language="en", published=PartialDate.parse("2023-04-18"), headline="")
    return [[step.body or step.printed for step in claim.steps[1:]] for claim in found.claims]


def test_a_source_passes_on_what_a_body_told_in_the_middle_of_a_quotation() -> None:
    body = (
        "“There is none left. Last week the Kilju County customs office announced a new scale. So we wait,” a trader in"
        " Kilju told the Amnok Daily."
    )
    assert chains(body) == [["a trader in Kilju", "Kilju County customs office"]]


def test_whoever_was_told_was_told_by_the_body_that_spoke_before() -> None:
    body = (
        "The Kilju County People’s Committee told the mills on April 3 to stop, a source in Kilju told the Amnok Daily."
        "\n\nThey were also warned that the miller would pay."
    )
    assert [chain[-1] for chain in chains(body)] == ["Kilju County People’s Committee"] * 2


def test_a_police_station_is_no_outlet() -> None:
    body = "The police station announced on April 3 that carts must be counted, a second source told the Amnok Daily."
    assert chains(body)[0][0] == "a second source"


def test_the_label_of_who_goes_on_in_a_broadcast_is_no_part_of_what_is_told() -> None:
    found = suggest(
        "Anchor: The Ministry of Trade says the port is open.",
        language="en",
        published=PartialDate.parse("2023-04-18"),
        headline="",
    )
    assert [claim.passage.text for claim in found.claims] == ["The Ministry of Trade says the port is open."]
