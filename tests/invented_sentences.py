"""Sentences that were invented to try how bodies are passed on, each with what goes before it: the rules read all of them rightly."""

from collections.abc import Callable, Iterator
from itertools import cycle, islice
from typing import Any

from provinces.particles import fitted
from tests import (
    test_english_relays_further,
    test_english_relays_matrix,
    test_english_taken_up,
    test_korean_names,
    test_korean_relays,
    test_korean_relays_again,
    test_korean_relays_matrix,
    test_korean_relays_words,
    test_reading_bodies,
    test_reading_english,
    test_reading_korean,
    test_reading_korean_bodies,
)

# Some that stand in tests of their own.
_ORDERED = "“The Marshal issued orders to the Ministry of Salt’s Boat Office to sail,” the source said."
_CALLED = "들판군당 위원회가 상인들을 불렀다고 만포 소식통이 말했다."
_RULERS = "북한 당국은 또 장교들을 보내 배를 감시하고 있다고 덧붙였다."
_OF_EACH_WAY = 12


def invented(language: str) -> Iterator[str]:
    """The sentences of a language."""
    yield from _korean() if language == "ko" else _english()


def _english() -> Iterator[str]:
    matrix, taken_up, further = test_english_relays_matrix, test_english_taken_up, test_english_relays_further
    yield from (matrix.LEAD + sentence for sentence in matrix.ONLY_ACTS)
    for sentence, _ in (*taken_up.IN_REPORTS, *taken_up.ROUND_ABOUT, *taken_up.HOUSES):
        yield taken_up.SOURCE + sentence
    yield from (further.TOLD + sentence for sentence in (*further.NAMES, *further.WAYS, *further.PAPERS))
    yield from (further.BUREAU + sentence for sentence in further.TAKEN_UP)
    bodies = test_reading_bodies
    yield from _tried(bodies.test_nobody_speaks_for_a_body_without_a_meeting_of_one)
    for words in _tried(bodies.test_how_a_body_wants_things_is_told_in_no_words_of_its_own):
        yield f"“{words}” a source in Kilju said."
    for who in _tried(bodies.test_officials_who_tell_people_are_their_body_where_a_source_passes_it_on):
        yield f"{who} warned vendors not to sell nets."
    yield test_reading_english.LEAD + _ORDERED
    for does, _ in _tried(test_reading_english.test_a_body_that_gathers_people_acts_whatever_it_gathers_them_for):
        yield f"{test_reading_english.LEAD}“The Kilju party committee {does},” a source in Kilju said."


def _korean() -> Iterator[str]:
    matrix, lead = test_korean_relays_matrix, test_korean_relays.LEAD
    for way in matrix.SILENT:
        yield from (matrix.LEAD + fitted(way.format(B=body)) for body in matrix.BODIES)
    bodies, said = cycle(matrix.BODIES), cycle(matrix.SAYS)
    for way in matrix.TELLING:
        for body, (words, verb) in islice(zip(bodies, said, strict=False), _OF_EACH_WAY):
            yield matrix.LEAD + fitted(way.format(B=body, C=words, V=verb))
    others = test_korean_relays_words
    yield from (matrix.LEAD + text for text in (*(text for text, _ in others.TOLD), *others.UNTOLD))
    for body, _ in _tried(test_korean_relays.test_a_body_that_speaks_is_passed_on):
        yield lead + body
    yield from (
        lead + body
        for body in _tried(test_korean_relays.test_a_body_that_acts_is_spoken_to_or_told_of_passes_nothing_on)
    )
    yield from (test_korean_relays_again.LEAD + text for text, _ in test_korean_relays_again.TOLD)
    yield from (text for text, _ in _tried(test_korean_names.test_a_body_is_relayed_where_its_act_is_what_is_told))
    yield from _tried(test_reading_korean_bodies.test_who_is_only_told_of_speaks_nowhere)
    yield test_reading_korean.LEAD + _CALLED
    yield test_reading_korean.LEAD + _RULERS


def _tried(test: Callable[..., Any]) -> list[Any]:
    """What a test is tried with."""
    return next(mark.args[1] for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize")
