"""Many short phrases, each standing for something, looked up in a text all at once. Pure: no Django, no database.

English phrases are known by their words' stems, Korean ones by their letters, however they are spaced.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Generic, Self, TypeVar

from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

Meant = TypeVar("Meant")

# In groups, so that a text is split into what stands between words and the words, in turn.
_WORD = lazy(r"([A-Za-z0-9]+(?:['’][A-Za-z]+)?)")
_HANGUL_RUN = lazy("([가-힣0-9A-Za-z×·]+)")
_NOT_PLURAL = ("ss", "us", "is", "customs", "news", "goods", "always", "has", "was", "this")


@dataclass(frozen=True, slots=True)
class Found(Generic[Meant]):
    """What stands in one text: at each of `starts` the (end, what is meant) of the phrases that begin there, longest first."""

    starts: Sequence[int]
    here: Sequence[Sequence[tuple[int, Meant]]]


@dataclass(frozen=True)
class PhraseIndex(Generic[Meant]):
    """Phrases by how they begin. English: the first word, the second or "", then what follows, all as stems; Korean: two
    syllables, then the phrase without spaces, and whether it may end a longer word.

    `begins`: what stands where one of the Korean phrases may begin.
    """

    english: Mapping[str, Mapping[str, Sequence[tuple[tuple[str, ...], Meant]]]]
    korean: Mapping[str, Sequence[tuple[str, bool, Meant]]]
    begins: re.Pattern[str]

    @classmethod
    def of(cls, english: Iterable[tuple[str, Meant]], korean: Iterable[tuple[str, bool, Meant]]) -> Self:
        """An index of phrases with what each stands for. Of one syllable they are left out: it stands in too many other words."""
        in_english: defaultdict[str, defaultdict[str, list[tuple[tuple[str, ...], Meant]]]]
        in_english = defaultdict(lambda: defaultdict(list))
        for phrase, meant in english:
            if words := stems(phrase):
                in_english[words[0]][words[1] if len(words) > 1 else ""].append((words[2:], meant))
        in_korean: defaultdict[str, list[tuple[str, bool, Meant]]] = defaultdict(list)
        for phrase, is_ending, meant in korean:
            together = "".join(phrase.split())
            if len(together) > 1:
                in_korean[together[:2]].append((together, is_ending, meant))
        for some in in_english.values():
            for alike in some.values():
                alike.sort(key=lambda entry: -len(entry[0]))
        for others in in_korean.values():
            others.sort(key=lambda entry: -len(entry[0]))
        first, second = (re.escape("".join(sorted(set(syllables)))) for syllables in zip(*in_korean, strict=True))
        return cls(
            {word: dict(some) for word, some in in_english.items()},
            dict(in_korean),
            re.compile(f"[{first}](?=[{second}])"),
        )

    def found_in(self, text: str, language: str, words: Vocabulary | None = None) -> Found[Meant]:
        """Every phrase in a text. `language`: "ko" is Korean, any other English. `words`: those of the text, where they are known."""
        if language.startswith("ko"):
            return self._in_korean(text)
        return self._in_english(Vocabulary(text) if words is None else words)

    def _in_english(self, words: Vocabulary) -> Found[Meant]:
        """Only where a phrase may begin the words that follow are looked at."""
        begins = sorted(
            (number, stem)
            for word, numbers in words.numbers.items()
            if (stem := _stem(word)) in self.english
            for number in numbers
        )
        starts, found = [], []
        printed, places = words.words, words.starts
        for first, stem in begins:
            ways = self.english[stem]
            here: list[tuple[int, Meant]] = []
            if len(ways) > ("" in ways) and first + 1 < len(printed):
                for rest, meant in ways.get(_stem(printed[first + 1]), ()):
                    last = first + 1 + len(rest)
                    if not rest or tuple(map(_stem, printed[first + 2 : last + 1])) == rest:
                        here.append((places[last] + len(printed[last]), meant))
            if "" in ways:
                end = places[first] + len(printed[first])
                here += [(end, meant) for _, meant in ways[""]]
            if here:
                starts.append(places[first])
                found.append(here)
        return Found(starts, found)

    def _in_korean(self, text: str) -> Found[Meant]:
        """Phrases may be written with or without spaces; a short one inside a word must end it, particles apart."""
        parts = _HANGUL_RUN.split(text)
        runs, stops = parts[1::2], list(accumulate(map(len, parts)))[1::2]
        together = "".join(runs)
        ends = list(accumulate(map(len, runs)))
        borders = {0, *ends}
        starts, found = [], []
        places = [begin.start() for begin in self.begins.finditer(together)]
        for position in [place for place in places if together[place : place + 2] in self.korean]:
            begins_word = position in borders
            here = [
                (position + len(phrase), meant)
                for phrase, is_ending, meant in self.korean[together[position : position + 2]]
                if (begins_word or is_ending)
                and together.startswith(phrase, position)
                and (begins_word or _ends_word(position, position + len(phrase), together, borders))
            ]
            if here:
                starts.append(_in_text(position, ends, stops))
                found.append([(_in_text(end - 1, ends, stops) + 1, meant) for end, meant in here])
        return Found(starts, found)


def stems(phrase: str) -> tuple[str, ...]:
    """The English words of a phrase as they are compared: small, and without the ending of a plural."""
    return tuple(_stem(word) for word in _WORD.findall(phrase))


def _in_text(position: int, ends: list[int], stops: list[int]) -> int:
    """Where a position of the text without its spaces stands in the text itself.

    `ends`, `stops`: where each run of letters ends in the one and in the other.
    """
    run = bisect_right(ends, position)
    return stops[run] - (ends[run] - position)


def _ends_word(start: int, end: int, together: str, borders: set[int]) -> bool:
    """Whether a phrase that begins within a word of a text without its spaces is the last part of it.

    `borders`: where words begin and end.
    """
    return end in borders or together[end] in "은는이가을를의에과와도로들" or end - start > 2


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """A word in small letters, without the ending of its plural."""
    word = word.lower()
    word = word[:-2] if word.endswith(("'s", "’s")) else word
    if word.endswith(_NOT_PLURAL) or len(word) < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word
