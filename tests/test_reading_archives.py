"""Who says what on pages of archives, agencies and old copies."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Kind, Speech, SuggestedClaim, Suggestions

LEAD = "Traders are nervous, a source in Hyesan said.\n\n"


def read(body: str) -> Suggestions:
    return suggest(body, language="en", published=PartialDate.parse("2023-04"))


def last(body: str) -> SuggestedClaim:
    return read(body).claims[-1]


@pytest.mark.parametrize(
    ("sentence", "speaker", "kind"),
    [
        ("China, the North’s only ally, condemned the sale of nets.", "China, the North’s only ally", Kind.INSTITUTION),
        ("Japan, South Korea’s closest neighbour, said that nets are dear.", "Japan", Kind.INSTITUTION),
        ("Nets are dear, a foreign broadcaster, monitored here, reported Wednesday.", "a foreign broadcaster", Kind.OUTLET),
        ("The Harbour Times quoted a U.S. fisheries official as saying that it is dear.", "a U.S. fisheries official", Kind.UNNAMED),
        ("According to defectors, most of its twine goes into nets.", "defectors", Kind.UNNAMED),
        ("According to a source in Kilju recently, nets are dear.", "a source in Kilju", Kind.UNNAMED),
        ("Last week U.S. Senator Ann Lea denounced the trade in nets.", "U.S. Senator Ann Lea", Kind.NAMED),
        ("State newspaper Harbour Echo reported that nets are dear.", "State newspaper Harbour Echo", Kind.OUTLET),
        ("China’s state-run HBTV television said that nets are dear.", "China’s state-run HBTV television", Kind.OUTLET),
        ("State media said that nets are dear.", "State media", Kind.INSTITUTION),
        ("The fisheries ministry is to be closed in May, the Harbour Times reports:", "the Harbour Times", Kind.OUTLET),
    ],
)  # fmt: skip
def test_whoever_is_named_at_the_cue_speaks(sentence: str, speaker: str, kind: Kind) -> None:
    claim = last(f"Salt is dear.\n\n{sentence}")
    assert (claim.speaker, claim.steps[1].kind) == (speaker, kind)


@pytest.mark.parametrize(
    "sentence",
    [
        "All member states are barred from buying nets.",
        "Trade stopped, as several confirmed cases of measles have occurred.",
        "The end of the ban has raised hopes among weavers.",
    ],
)
def test_words_that_look_like_telling_tell_nothing(sentence: str) -> None:
    assert [claim.passage.text for claim in read(f"Salt is dear.\n\n{sentence}").claims] == ["Salt is dear."]


def test_what_has_come_to_light_the_outlet_says() -> None:
    claim = last("Salt is dear.\n\nIt has belatedly come to light that crews were searched.")
    assert (claim.speech, claim.cue, len(claim.steps)) == (Speech.INDIRECT, "come to light", 1)


def test_words_in_marks_without_a_cue_are_those_of_whoever_spoke_last() -> None:
    body = f"{LEAD}Senator Ann Lea said that nets should be sold.\n\n“Nets are all that they have left to sell.”"
    assert (last(body).steps[-1].kind, last(body).steps[-1].printed) == (Kind.NAMED, "Senator Ann Lea")
