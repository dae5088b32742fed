"""Phrases known by a noun: searched for around that noun alone, so that long texts cost little. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

# A phrase begins at most so many characters before its noun.
_CHARACTERS_BEFORE = 400


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with a noun in it ("source", 소식통), tried only around that noun, which few words of a text are.

    `noun` finds the noun or what looks like it, in one word and what parts it from the next; what stands there must
    match `rest`, the phrase from its noun on;
    then `whole` is tried where `begin` says that a phrase may begin: at most `words` before the noun, and no further
    than the first of them that is no `part` of such a phrase. Without `begin` the phrase begins with the noun.
    """

    noun: re.Pattern[str]
    rest: re.Pattern[str]
    whole: re.Pattern[str]
    begin: re.Pattern[str] | None
    part: re.Pattern[str]
    words: int

    @classmethod
    def of(cls, noun: str, rest: str, whole: str, begin: str = "", part: str = "", words: int = 24) -> Self:
        """The phrase of these patterns."""
        return cls(
            lazy(noun),
            lazy(rest),
            lazy(whole),
            lazy(begin) if begin else None,
            lazy(part),
            words,
        )

    def spans(self, text: str, words: Vocabulary | None = None) -> Iterator[tuple[int, int]]:
        """The spans of the phrase in a text, in order; without "according to" before a group `who`.

        `words`: those of the text, where they are known.
        """
        read_to = 0
        nouns = [match.start() for match in self.noun.finditer(text)] if words is None else words.places(self.noun)
        for start in self._begins(text, nouns):
            if start >= read_to and (match := self.whole.match(text, start)):
                yield match.span("who" if "who" in self.whole.groupindex else 0)
                read_to = match.end()

    def _begins(self, text: str, nouns: Sequence[int]) -> Iterator[int]:
        """Where the phrase of one of these nouns may begin, in order."""
        last = -1
        for noun in nouns:
            if self.rest.match(text, noun) is None:
                continue
            if self.begin is not None:
                for begin in self.begin.finditer(text, max(self._first(text, noun), last + 1), noun):
                    yield begin.start()
                last = noun
            yield noun

    def _first(self, text: str, noun: int) -> int:
        """How far before its noun a phrase may begin."""
        start = max(0, noun - _CHARACTERS_BEFORE)
        at = noun
        for _ in range(self.words):
            end = at
            while end > start and text[end - 1].isspace():
                end -= 1
            at = max(start - 1, text.rfind(" ", start, end), text.rfind("\n", start, end)) + 1
            if at == start or not self.part.fullmatch(text, at, end):
                break
        return at
