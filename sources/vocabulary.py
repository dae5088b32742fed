"""The words of a text, each with every place where it stands. Pure: no Django, no database.

A long text has few different words. What is rare is sought among them, and then tried where its words stand: that takes
a small part of the time that looking through the text takes, and the text is cut into words once for all who ask.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate

# In a group, so that a text is split into what stands between words and the words, in turn.
_WORD = re.compile(r"([A-Za-z0-9]+(?:['’][A-Za-z]+)?)")


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
        begins, start_of = self._begins, self.starts.__getitem__
        for match in sign.finditer(self._together):
            at = match.start(match.lastindex or 0)
            place = bisect_right(begins, at) - 1
            shift = at - begins[place]
            starts = map(start_of, self._different[place])
            found += [start + shift for start in starts] if shift else starts
        found.sort()
        return found

    @cached_property
    def _together(self) -> str:
        """Every different word, on a line of its own."""
        return "\n" + "\n".join(self.numbers) + "\n"

    @cached_property
    def _different(self) -> Sequence[Sequence[int]]:
        return tuple(self.numbers.values())

    @cached_property
    def _begins(self) -> Sequence[int]:
        """Where the line of each different word begins."""
        return list(accumulate(map((1).__add__, map(len, self.numbers)), initial=1))
