"""The words of a text, each with every place where it stands. Pure: no Django, no database.

A long text has few different words. What is rare is sought among them, and then tried where its words stand: that takes
a small part of the time that looking through the text takes, and the text is cut into words once for all who ask.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
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

    def places(self, sign: re.Pattern[str]) -> Sequence[int]:
        """Where a sign begins in the text, in order: its group, if it has one.

        A sign stands in one word; a line break parts a word from others, and stands before the first.
        """
        known = self._known.get(sign.pattern)
        return self._found(sign) if known is None else known

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

    @cached_property
    def _known(self) -> dict[str, Sequence[int]]:
        """The places of every sign that was asked for before, in whatever text: one look at each of the different words."""
        found: dict[str, list[int]] = {pattern: [] for pattern in self._signs.asked}
        for word in self._signs.of.keys() & self.numbers.keys():
            for pattern, shifts in self._signs.of[word]:
                found[pattern] += self._shifted(word, shifts)
        for places in found.values():
            places.sort()
        return {**found}

    def _found(self, sign: re.Pattern[str]) -> Sequence[int]:
        """The places of a sign that was never asked for."""
        within = self._signs.within(sign)
        words = within.keys() & self.numbers.keys()
        found = self._known[sign.pattern] = sorted(
            place for word in words for place in self._shifted(word, within[word])
        )
        return found

    def _shifted(self, word: str, shifts: Sequence[int]) -> Iterator[int]:
        starts = [self.starts[number] for number in self.numbers[word]]
        return (start + shift for shift in shifts for start in starts)

    @cached_property
    def _signs(self) -> "_Signs":
        signs: _Signs | None = getattr(_here, "signs", None)
        if signs is None or signs.size > _MOST:
            signs = _here.signs = _Signs()
        signs.meet(self.numbers.keys())
        return signs


class _Signs:
    """Which signs stand in which words. A word that was met before, in whatever text, is not looked through again.

    `size`: of the words met so far, in characters. `of`: the signs of each word that has one, with their places in it.
    """

    def __init__(self) -> None:
        self.size = 0
        self.of: defaultdict[str, list[tuple[str, tuple[int, ...]]]] = defaultdict(list)
        self._words: set[str] = set()
        self._within: dict[str, tuple[re.Pattern[str], dict[str, tuple[int, ...]]]] = {}

    @property
    def asked(self) -> Iterable[str]:
        """Every sign that was asked for, as a pattern."""
        return self._within

    def meet(self, words: Set[str]) -> None:
        """Look for every sign that was asked for in words that are new."""
        fresh = words - self._words
        if fresh:
            self._words |= fresh
            self.size += sum(map(len, fresh))
            lines = _Lines(fresh)
            for sign, found in self._within.values():
                self._add(sign, lines, found)

    def within(self, sign: re.Pattern[str]) -> Mapping[str, Sequence[int]]:
        """The words met so far in which it stands, with its places in them."""
        known = self._within.get(sign.pattern)
        if known is None:
            known = self._within[sign.pattern] = sign, {}
            self._add(sign, _Lines(self._words), known[1])
        return known[1]

    def _add(self, sign: re.Pattern[str], lines: "_Lines", found: dict[str, tuple[int, ...]]) -> None:
        here: dict[str, tuple[int, ...]] = {}
        lines.find(sign, here)
        found |= here
        for word, shifts in here.items():
            self.of[word].append((sign.pattern, shifts))


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
