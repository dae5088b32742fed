"""Phrases known by a noun: searched for around that noun alone, so that long texts cost little. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

# A phrase begins at most so many characters before its noun.
_CHARACTERS_BEFORE = 400


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with a noun in it ("source", 소식통), tried only around that noun, which few words of a text are.

    `noun` finds the noun or what looks like it; what stands there must match `rest`, the phrase from its noun on;
    then `whole` is tried where `begin` says that a phrase may begin, at most `words` before it. Without `begin` the
    phrase begins with the noun.
    """

    noun: re.Pattern[str]
    rest: re.Pattern[str]
    whole: re.Pattern[str]
    begin: re.Pattern[str] | None
    words: int

    @classmethod
    def of(cls, noun: str, rest: str, whole: str, begin: str = "", words: int = 24) -> Self:
        """The phrase of these patterns."""
        return cls(re.compile(noun), re.compile(rest), re.compile(whole), re.compile(begin) if begin else None, words)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans of the phrase in a text, in order; without "according to" before a group `who`."""
        read_to = 0
        for start in self._begins(text):
            if start >= read_to and (match := self.whole.match(text, start)):
                yield match.span("who" if "who" in self.whole.groupindex else 0)
                read_to = match.end()

    def _begins(self, text: str) -> Iterator[int]:
        """Where the phrase may begin, in order."""
        last = -1
        for match in self.noun.finditer(text):
            noun = match.start()
            if self.rest.match(text, noun) is None:
                continue
            if self.begin is None:
                yield noun
                continue
            first = max(_words_before(text, noun, self.words), last + 1)
            for begin in self.begin.finditer(text, first, noun):
                yield begin.start()
            yield noun
            last = noun


def _words_before(text: str, position: int, count: int) -> int:
    """Where the last so many words before a position begin."""
    start = max(0, position - _CHARACTERS_BEFORE)
    words = text[start:position].rsplit(maxsplit=count)
    return start + len(words[0]) if len(words) > count else start
