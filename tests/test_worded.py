"""What is tried only among its own words finds there what it finds everywhere."""

import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from articles.remembered import within_a_reading
from articles.suggestions import talks
from articles.suggestions.english import bodies as english_bodies
from articles.suggestions.english import nouns as english_nouns
from articles.suggestions.english import people as english_people
from articles.suggestions.english import relays as english_relays
from articles.suggestions.english import unmarked as english_unmarked
from articles.suggestions.english import words as english_words
from articles.suggestions.sources.antecedents import Antecedents
from articles.suggestions.worded import Worded, WordSign, signs_in
from tests.test_signs import TEXTS

HOUSES = (
    "The depot told us to wait. They said that Beijing ordered it, and our inminban says so.",
    "The steel works said so, and the village radio told people that carters were told to stay.",
    "Mrs Lea’s husband, a fisherman, is a man of the North’s state media. The woman reads KCNA and Rodong Sinmun, by U.S. law.",
    "“Salt is dear,” she told Coast Bell, in an interview with the paper. Carters have been told that salt is dear.",
)
SENTENCES = [part for text in (*TEXTS, *HOUSES) for part in re.split(r"(?<=[.!?])\s", text)]


def worded_in(module: ModuleType) -> list[Worded]:
    return [value for value in vars(module).values() if isinstance(value, Worded)]


@pytest.mark.parametrize(
    "module", [english_bodies, english_nouns, english_people, english_relays, english_unmarked, talks]
)
def test_a_pattern_finds_among_its_words_what_it_finds_everywhere(module: ModuleType) -> None:
    assert worded_in(module)
    for worded in worded_in(module):
        everywhere = [[match.span() for match in worded.pattern.finditer(text)] for text in SENTENCES]
        assert any(everywhere)
        assert [[match.span() for match in worded.finditer(text)] for text in SENTENCES] == everywhere


def test_nothing_in_a_labelled_report_is_passed_over() -> None:
    """Whoever teaches a pattern a word has to teach its sign the same."""
    modules = (english_bodies, english_nouns, english_people, english_relays, english_unmarked, talks)
    patterns = [worded for module in modules for worded in worded_in(module)]
    for path in (Path(__file__).parent / "labelled").glob("*/*.json"):
        report = json.loads(path.read_text(encoding="utf-8"))
        for sentence in re.split(r"(?<=[.!?])\s+", report["body"]) if report["language"] == "en" else ():
            passing = [each for each in patterns if not each.may_find(sentence) and each.pattern.search(sentence)]
            assert not passing, (report["id"], sentence, passing[0].pattern.pattern)
        within_a_reading.forget()


def test_what_makes_a_verb_something_else_ends_with_one_of_its_last_words() -> None:
    ends = [
        text[: match.end()].rstrip()
        for text in SENTENCES
        for place in range(1, len(text))
        if (match := english_words.PASSIVE.search(text, max(0, place - 24), place))
    ]
    assert ends
    assert all(end.endswith(english_words.ENDS_OF_PASSIVE) for end in ends)


def test_a_word_is_known_whatever_stands_beside_it() -> None:
    salt, net = WordSign("[Ss]alt"), WordSign("nets?")
    assert salt.within("“Salt,” he said") and salt.within("the sea-salt’s price")
    assert not salt.within("the salty sea, and saltpetre")
    assert net.within("salt and nets") and not net.within("salt and netting")


def test_a_whole_report_is_not_cut_into_words_for_each_of_its_parts() -> None:
    within_a_reading.forget()
    body = "Salt is dear. " * 200
    assert next(english_bodies.BODY.finditer(body, 0, 20), None) is None
    assert english_bodies.BODY.search(body + "The Cabinet said so.") is not None
    assert signs_in.cache_info().currsize == 0  # type: ignore[attr-defined]


def test_the_words_of_a_text_are_forgotten_with_it() -> None:
    signs_in("salt is dear")
    within_a_reading.forget()
    assert signs_in.cache_info().currsize == 0  # type: ignore[attr-defined]


def test_who_is_quoted_is_found_from_the_verb_back_as_from_everywhere() -> None:
    quoted = (
        "In May, Rep. Lea quoted a carter as saying that salt is dear.",
        "The misquoted bell, the Coast Bell cited a trader in Kilju, saying salt is dear.",
        f"{'Far away ' * 20}a paper quoted the office as telling so, and another quotes it as having said it.",
        "Another, quoted the agency as saying",
    )
    whole = english_words.AS_TELLING.pattern
    found = [match.span() for text in (*SENTENCES, *quoted) if (match := whole.search(text))]
    assert len(found) > 3
    assert [m.span() for text in (*SENTENCES, *quoted) if (m := english_words.AS_TELLING.search(text))] == found


@pytest.mark.parametrize(
    ("words", "described"),
    [
        ("the trader", "A trader from Kilju"),
        ("the trader-turned", ""),
        ("the carter", "one old carter"),
        ("the traders", "A trader from Kilju"),
        ("the partner", ""),
    ],
)
def test_somebody_is_taken_up_where_described_last(words: str, described: str) -> None:
    body = "An office, it is said, has traders. A trader from Kilju sold salt to one old carter, of many carters. Salt is dear, "
    found = Antecedents(body, "en", ()).before(words, len(body))
    assert (body[slice(*found)] if found else "") == described
