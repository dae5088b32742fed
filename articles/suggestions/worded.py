"""Patterns that are tried only in words among which one of theirs is. Pure.

A sentence is asked hundreds of things, and has the words for a few of them. So it is cut at its spaces once; each of the
parts is known by the signs in it, as the bits of a number, and whether a sentence has a sign is one look at its number.
"""

import re
from collections.abc import Iterator
from sys import maxsize

from articles.remembered import within_a_reading, within_an_edition
from provinces.patterns import lazy

_WORD = lazy("[A-Za-z]+")
# No sentence is longer.
_LONGEST = 2_000


class WordSign:
    """One of some words, given as patterns for the whole of a word; letters alone make a word here."""

    def __init__(self, *ways: str) -> None:
        self.pattern = lazy("|".join(ways))
        self.bit = 1 << len(_SIGNS)
        _SIGNS.append(self)
        within_a_reading.forget()  # words that were looked at without it
        within_an_edition.forget()

    def within(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        return signs_in(text) & self.bit != 0


class Worded:
    """A pattern, and the words one of which stands in whatever it finds."""

    def __init__(self, pattern: str, *ways: str) -> None:
        self.pattern, self.sign = lazy(pattern), WordSign(*ways)

    def may_find(self, text: str) -> bool:
        """Whether one of the words stands in a text; of a whole report, parts of which are asked for again and again, it is not asked."""
        return len(text) > _LONGEST or signs_in(text) & self.sign.bit != 0

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match of the pattern in a text, or in a part of it."""
        return self.pattern.search(text, start, end) if self.may_find(text) else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match of the pattern that begins at `start`."""
        return self.pattern.match(text, start, end) if self.may_find(text) else None

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match of the pattern that is the whole of a text, or of a part of it."""
        return self.pattern.fullmatch(text, start, end) if self.may_find(text) else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """The matches of the pattern in a text, or in a part of it, in order."""
        return self.pattern.finditer(text, start, end) if self.may_find(text) else iter(())


@within_an_edition
def _signs_of(part: str) -> int:
    """Which signs the words are that stand between two spaces."""
    words = _WORD.findall(part)
    return sum(sign.bit for sign in _SIGNS if any(map(sign.pattern.fullmatch, words)))


@within_a_reading
def signs_in(text: str) -> int:
    """The signs of all words of a text."""
    signs = 0
    for part in text.split():
        signs |= _signs_of(part)
    return signs


_SIGNS: list[WordSign] = []
