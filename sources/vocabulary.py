"""The words of a text, each with every place where it stands. Pure: no Django, no database.

A long text has few different words. What is rare is sought among them, and then tried where its words stand: that takes
a small part of the time that looking through the text takes, and the text is cut into words once for all who ask.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate
from threading import local

from provinces.patterns import lazy

# So many characters of different words are remembered, with the signs in them.
_MOST = 500_000
# In a group, so that a text is split into what stands between words and the words, in turn.
_WORD = lazy(r"([A-Za-z0-9]+(?:['’][A-Za-z]+)?)")


class Vocabulary:
    """The words of one text in Latin letters.

    `words`, `starts`: every word in the order of the text, and where it begins. `numbers`: of each different word, its
    places in `words`.
    """

    def __init__(self, text: str) -> None:
        parts = _WORD.split(text)
        self.words: Sequence[str] = parts[1::2]
        self.starts: Sequence[int] = list(accumulate(map(len, parts)))[:-1:2]
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            numbers[word].append(number)
        self.numbers: Mapping[str, Sequence[int]] = numbers
        self._known: dict[str, Sequence[int]] = {}

    def places(self, sign: re.Pattern[str]) -> Sequence[int]:
        """Where a sign begins in the text, in order: its group, if it has one.

        A sign stands in one word; a line break parts a word from others, and stands before the first.
        """
        known = self._known.get(sign.pattern)
        if known is None:
            known = self._known[sign.pattern] = self._found(sign)
        return known

    def places_of(self, words: str) -> Sequence[int]:
        """Where the first of some words stands in the text, in order."""
        first = _WORD.match(words)
        return [self.starts[number] for number in self.numbers.get(first.group(), ())] if first else ()

    def within(self, sign: re.Pattern[str], start: int, end: int) -> Sequence[int]:
        """Where a sign begins in text[start:end], in order."""
        places = self.places(sign)
        first = bisect_left(places, start)
        return places[first : bisect_left(places, end, first)]

    def has(self, sign: re.Pattern[str], start: int, end: int) -> bool:
        """Whether a sign begins in text[start:end]."""
        places = self.places(sign)
        first = bisect_left(places, start)
        return first < len(places) and places[first] < end

    def _found(self, sign: re.Pattern[str]) -> list[int]:
        found: list[int] = []
        numbers, start_of = self.numbers, self.starts.__getitem__
        shifts_of = self._signs.within(sign)
        for word in shifts_of.keys() & numbers.keys():
            for shift in shifts_of[word]:
                starts = map(start_of, numbers[word])
                found += [start + shift for start in starts] if shift else starts
        found.sort()
        return found

    @cached_property
    def _signs(self) -> "_Signs":
        signs: _Signs | None = getattr(_here, "signs", None)
        if signs is None or signs.size > _MOST:
            signs = _here.signs = _Signs()
        signs.meet(self.numbers.keys())
        return signs


class _Signs:
    """Which signs stand in which words. A word that was met before, in whatever text, is not looked through again.

    `size`: of the words met so far, in characters.
    """

    def __init__(self) -> None:
        self.size = 0
        self._words: set[str] = set()
        self._within: dict[str, tuple[re.Pattern[str], dict[str, tuple[int, ...]]]] = {}

    def meet(self, words: Set[str]) -> None:
        """Look for every sign that was asked for in words that are new."""
        fresh = words - self._words
        if fresh:
            self._words |= fresh
            self.size += sum(map(len, fresh))
            lines = _Lines(fresh)
            for sign, found in self._within.values():
                lines.find(sign, found)

    def within(self, sign: re.Pattern[str]) -> Mapping[str, Sequence[int]]:
        """The words met so far in which it stands, with its places in them."""
        known = self._within.get(sign.pattern)
        if known is None:
            known = self._within[sign.pattern] = sign, {}
            _Lines(self._words).find(*known)
        return known[1]


# Between two lines, for a sign that looks beside its word ("not behind “coast ”") must not take them for neighbours.
_BETWEEN = "\n\0\n"


class _Lines:
    """Different words, each on a line of its own, in whatever order they come."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(words)
        self._text = f"\n{_BETWEEN.join(self._words)}\n"
        self._begins = list(accumulate(map(len(_BETWEEN).__add__, map(len, self._words)), initial=1))

    def find(self, sign: re.Pattern[str], found: dict[str, tuple[int, ...]]) -> None:
        """Add the words in which a sign stands, with its places in them."""
        for match in sign.finditer(self._text):
            at = match.start(match.lastindex or 0)
            line = bisect_right(self._begins, at) - 1
            word = self._words[line]
            found[word] = (*found.get(word, ()), at - self._begins[line])


# One for each thread, so that no two look at once for the signs of the same words.
_here = local()
