"""Whoever stands beside words, whatever the verb; whom a pronoun means; whoever tells something by a verb that no list has."""

import pytest

from articles.dates import PartialDate
from articles.suggestions.english.beside import utterer_before, utterer_behind
from articles.suggestions.english.people import subjects
from articles.suggestions.english.unlisted import unlisted
from articles.suggestions.reader import suggest
from articles.suggestions.values import Speech, Suggestions


def read(body: str) -> Suggestions:
    return suggest(body, language="en", published=PartialDate.parse("2023-04-18"))


def spoken(body: str) -> list[tuple[str, bool]]:
    """Who speaks the words in marks of a report, and whether unnamed."""
    return [(claim.speaker, claim.anonymous) for claim in read(body).claims if claim.speech is Speech.DIRECT]


BEHIND = [
    ("▪▪▪” the carter from Kilju spat.", "the carter from Kilju", "spat"),
    ("▪▪▪” joked one of the weavers.", "one of the weavers", "joked"),
    ("▪▪▪” his colleague threw in.", "his colleague", "threw"),
]
BEFORE = [
    ("Asked for the key, a guard shot back: ▪▪▪", "a guard"),
    ("On the 4th, a man surnamed Mo (40s) from Kilju lost his nets to a patrol, and protested, ▪▪▪", "a man surnamed Mo (40s) from Kilju"),
    ("The nets are gone, and Kilju residents are said to be sulking, ▪▪▪", "Kilju residents"),
]  # fmt: skip
UNLISTED = [
    ("The carters swore that the gate was shut.", "The carters"),
    ("The office sent a clerk who let on that nobody had paid, and a driver who vouched that it was so.", "a driver"),
    ("Nets are scarcer than ever, a carter in Kilju figured.", "a carter in Kilju"),
]
NOBODY = [
    "The carters noticed that the gate was shut.",
    "Asked about the nets, the carter laughed.",
    "It happened that the gate was shut.",
    "The nets that the harbour ordered have come.",
]


@pytest.mark.parametrize(("text", "phrase", "verb"), BEHIND)
def test_somebody_right_behind_words_in_marks_says_them(text: str, phrase: str, verb: str) -> None:
    cue = utterer_behind(text, 3)
    assert cue is not None
    assert (cue.phrase, cue.verb) == (phrase, verb)


@pytest.mark.parametrize(("text", "phrase"), BEFORE)
def test_somebody_told_of_right_before_words_in_marks_says_them(text: str, phrase: str) -> None:
    cue = utterer_before(text, text.index("▪"))
    assert cue is not None
    assert cue.phrase == phrase


@pytest.mark.parametrize("text", ["▪▪▪ into the river, where nets lay.", "▪▪▪ and the goods piled up."])
def test_things_say_nothing(text: str) -> None:
    assert utterer_behind(text, 3) is None


@pytest.mark.parametrize(("text", "phrase"), UNLISTED)
def test_a_verb_that_no_list_has_tells_something_before_that_or_at_the_end(text: str, phrase: str) -> None:
    assert [cue.phrase for cue in unlisted(text)] == [phrase]


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_seen_or_done_tells_nothing(text: str) -> None:
    assert unlisted(text) == []


def test_the_one_person_with_whom_each_sentence_begins_is_found_from_the_last_back() -> None:
    opening = "Owen Lea, head of the pier, sat down. A carter laughed. “The man is old,” they said. Nets are dear. "
    assert [cue.phrase for cue in subjects(opening)] == ["A carter", "Owen Lea"]


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        ("“Nobody buys salt here now,” the carter in Kilju laughed, “and nobody sells it.”", [("the carter in Kilju", True)] * 2),
        ("“If you ask me,” a weaver spat, “the nets are old.”", [("a weaver", True)] * 2),
        # whoever spoke last is taken up by the other pronoun
        ("A woman in Kilju sells nets. “They are dear,” she said. A man buys them. “They are cheap,” he said.\n\n“Not so,” she said.",
         [("she", True), ("he", True), ("she", True)]),
        # a sentence of the paragraph begins with somebody who has not spoken
        ("Nets are dear, a source said.\n\nOwen Lea, head of the pier, disagreed. “They are cheap here,” he said.", [("he", False)]),
        ("As a carter told the Courier last week: “They ask for everything.”", [("a carter", True)]),
        ("“I miss the salt of home,” was all a weaver said.", [("a weaver", True)]),
        ("Ko Un (42), resident of Kilju, lamented, “The nets are full of holes.”", [("Ko Un (42), resident of Kilju", False)]),
        ("Grandmother Yun, her neighbour, said, “I sold the door.”", [("Grandmother Yun, her neighbour", True)]),
        ("“They come at night,” said the source, a resident of Kilju county.", [("the source, a resident of Kilju county", True)]),
        ("One in Kilju told him: “The scales are wrong on purpose.”", [("One in Kilju", True)]),
        ("Our partner “B” who lives in Kilju reported: “The gate opens at six.”", [("Our partner “B” who lives in Kilju", True)]),
        ("“Who hoards is an enemy of all of us,” the Salt Trumpet said.", [("the Salt Trumpet", False)]),
    ],
)  # fmt: skip
def test_whose_words_in_marks_are(body: str, speakers: list[tuple[str, bool]]) -> None:
    assert spoken(body) == speakers


def told(body: str) -> list[list[str]]:
    """Of every statement of a report who speaks below its outlet."""
    return [[step.body or step.printed for step in claim.steps[1:]] for claim in read(body).claims]


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        ("A clerk at the pier, speaking on background, however noted that nets are old.", ["A clerk at the pier, speaking on background"]),
        ("The same newsletter quotes residents of Kilju as grumbling that salt is dear.", ["residents of Kilju"]),
        ("The Harbour Ministry, on the other hand, declared that salt is cheap.", ["Harbour Ministry"]),
        ("A source said to be close to the pier told the Courier that two boats left.", ["A source said to be close to the pier"]),
        ("Quoting a carter in Kilju, the Harbour Institute said that salt is dear.", ["Harbour Institute", "a carter in Kilju"]),
        ("The Harbour Office and the Salt Bureau blamed the carters.", ["Harbour Office"]),
        ("The Unit 40 Trading Company said that salt is dear.", ["Unit 40 Trading Company"]),
        ("The Trade and Industry Agency said that salt is dear.", ["Trade and Industry Agency"]),
    ],
)  # fmt: skip
def test_through_whom_a_sentence_is_told(body: str, chain: list[str]) -> None:
    assert told(body)[-1][-len(chain) :] == chain


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Our mills were asked by the trade bureau to wait.", "trade bureau"),
        ("Then the trade bureau, on the far bank, told us to wait.", "trade bureau"),
        ("Then the trade bureau sent down word. We wait.", "trade bureau"),
    ],
)
def test_whom_a_source_relays_in_the_midst_of_its_words(words: str, body: str) -> None:
    assert told(f"“{words}” a carter in Kilju said.")[-1][-1] == body
