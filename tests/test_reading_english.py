"""Who says what in English reports: one small scene for each way of saying it."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.reader import suggest
from articles.suggestions.values import Kind, Speech, SuggestedClaim, Suggestions

LEAD = "Traders are nervous, a source in Hyesan said.\n\n"


def read(body: str) -> Suggestions:
    return suggest(body, language="en", published=PartialDate.parse("2023-04"))


def direct(body: str) -> list[tuple[str, str, str, bool]]:
    """The words of every direct claim, who speaks and by what verb, and whether unnamed."""
    return [
        (claim.passage.text, claim.speaker, claim.cue, claim.anonymous)
        for claim in read(body).claims
        if claim.speech is Speech.DIRECT
    ]


def last(body: str) -> SuggestedClaim:
    return read(body).claims[-1]


@pytest.mark.parametrize(
    ("body", "words", "speaker", "cue"),
    [
        ("“Nobody buys salt now,” a foreman at the plant said.", "Nobody buys salt now,", "a foreman at the plant", "said"),
        ("“Nobody buys salt now,” explained one boatman.", "Nobody buys salt now,", "one boatman", "explained"),
        ("The source explained “Nobody buys salt now”.", "Nobody buys salt now", "The source", "explained"),
        ("“Nobody buys salt now, said another source.", "Nobody buys salt now,", "another source", "said"),
        ("“Nobody buys salt, Mrs. Yun, a resident of Hyesan, told us.", "Nobody buys salt,", "Mrs. Yun, a resident of Hyesan", "told"),
        ("Nobody buys salt now,” the official said.", "Nobody buys salt now,", "the official", "said"),
    ],
)  # fmt: skip
def test_unnamed_people_speak_in_many_ways(body: str, words: str, speaker: str, cue: str) -> None:
    assert direct(body) == [(words, speaker, cue, True)]


@pytest.mark.parametrize(
    "body",
    [
        "The committee called salt “a matter of the state”, the source said.",
        "The brand “Spring” has gone, the source said.",
        "It would be paid “in ten days at most”, a trader said.",
    ],
)
def test_a_phrase_that_the_sentence_needs_is_no_statement(body: str) -> None:
    assert direct(LEAD + body) == []


def test_both_parts_of_a_split_utterance_have_speaker_and_cue() -> None:
    assert direct("“Salt is dear,” the trader noted. “Soap is dearer.”") == [
        ("Salt is dear,", "the trader", "noted", True),
        ("Soap is dearer.", "the trader", "noted", True),
    ]


def test_the_one_who_is_quoted_by_the_source_utters_the_words() -> None:
    claim = last(LEAD + "“You drove too far,” the source quoted the committee as telling the drivers.")
    assert (claim.speaker, claim.anonymous) == ("the committee", False)
    assert [(step.kind, step.speech) for step in claim.steps[1:]] == [
        (Kind.UNNAMED, Speech.INDIRECT),
        (Kind.INSTITUTION, Speech.DIRECT),
    ]


def test_a_lecturer_of_a_body_is_the_body() -> None:
    claim = last("“Look to nobody,” a lecturer from the county party committee told distillers.")
    assert (claim.steps[-1].kind, claim.anonymous) == (Kind.INSTITUTION, False)


def test_sources_are_told_apart_and_taken_up_again_where_they_speak() -> None:
    suggestions = read(
        "Prices rose, several sources say.\n\n“Salt is dear,” a trader in Hyesan said.\n\n"
        "“Soap is dear too,” another source from Chongjin added.\n\n“And oil has gone,” the trader said.\n\n"
        "“All of it is dear,” the first source said."
    )
    assert [(source.descriptor, source.province) for source in suggestions.sources] == [
        ("a trader in Hyesan", "ryanggang"),
        ("another source from Chongjin", "north-hamgyong"),
    ]
    assert [claim.steps[1].source for claim in suggestions.claims] == [1, 1, 2, 1, 1]


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue"),
    [
        ("The port is shut, a boatman near Sinpo said, and will stay so.", "a boatman near Sinpo", "said"),
        ("The ships wait, according to a crane hand.", "a crane hand", "according to"),
        ("The mine is idle, neighbours say, since the flood.", "neighbours", "say"),
        ("A distiller in Chaeryong told the source that yeast was taken.", "A distiller in Chaeryong", "told"),
    ],
)
def test_words_without_marks_are_given_to_who_tells_them(sentence: str, speaker: str, cue: str) -> None:
    claim = last(LEAD + sentence)
    assert (claim.passage.text, claim.speech, claim.speaker, claim.cue) == (sentence, Speech.INDIRECT, speaker, cue)


def test_who_asks_for_silence_states_nothing() -> None:
    assert len(read(LEAD + "The trader asked that no name be given.").claims) == 1
