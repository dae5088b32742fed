"""The names topics go by in running text, in English and in Korean. Pure: no Django, no database."""

import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Self

from articles.spans import BLANK_LINE
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

FILE = Path(__file__).parent.parent / "data" / "topics.json"

IN_HEADLINE, IN_LEAD = 3, 2

# In groups, so that a text is split into what stands between words and the words, in turn.
_WORD = lazy(r"([A-Za-z0-9]+(?:['’][A-Za-z]+)?)")
_HANGUL_RUN = lazy("([가-힣0-9A-Za-z×·]+)")
_NOT_PLURAL = ("ss", "us", "is", "customs", "news", "goods", "always", "has", "was", "this")


@dataclass(frozen=True)
class TopicNames:
    """Names by how they begin. English: the first word, then whole names as stems; Korean: two syllables, no spaces.

    `begins`: what stands where one of the Korean names may begin. `broader`: the topic above each topic.
    """

    english: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    korean: Mapping[str, Sequence[tuple[str, str]]]
    begins: re.Pattern[str]
    broader: Mapping[str, str]

    @classmethod
    @cache
    def from_file(cls, path: Path = FILE) -> Self:
        """The names of the data file, read once per process. Raises OSError, ValueError or KeyError if damaged."""
        topics = json.loads(path.read_text(encoding="utf-8"))["topics"]
        english: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        korean: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for topic in topics:
            for name in _names(topic, "en"):
                words = tuple(_stem(word) for word in _WORD.findall(name))
                if words:
                    english[words[0]].append((words, topic["slug"]))
            for name in _names(topic, "ko"):
                together = "".join(name.split())
                if len(together) > 1:  # one syllable stands inside too many other words
                    korean[together[:2]].append((together, topic["slug"]))
        for in_english in english.values():
            in_english.sort(key=lambda pair: -len(pair[0]))
        for in_korean in korean.values():
            in_korean.sort(key=lambda pair: -len(pair[0]))
        first, second = (re.escape("".join(sorted(set(syllables)))) for syllables in zip(*korean, strict=True))
        begins = re.compile(f"[{first}](?=[{second}])")
        return cls(english, korean, begins, {topic["slug"]: topic["broader"] for topic in topics if topic["broader"]})

    def ranked(self, text: str, language: str, headline: str, most: int) -> tuple[str, ...]:
        """The slugs of the topics a text names, at most so many: often named first, narrower before broader."""
        return self.ranking(self.named_in(text, language), language, headline, most)

    def ranking(self, named: "NamedTopics", language: str, headline: str, most: int) -> tuple[str, ...]:
        """As `ranked`, for a text that was searched before."""
        counts: Counter[str] = Counter(named.within(0, named.length))
        counts.update(list(self.found(headline, language)) * IN_HEADLINE)
        counts.update(list(named.within(0, named.lead)) * (IN_LEAD - 1))
        return self._most_telling(counts, most)

    def ranked_within(self, named: "NamedTopics", start: int, end: int, most: int) -> tuple[str, ...]:
        """As `ranked`, for a stretch of a text that was searched before."""
        counts: dict[str, int] = {}
        for slug in named.within(start, end):
            counts[slug] = counts.get(slug, 0) + 1
        return self._most_telling(counts, most)

    def _most_telling(self, counts: Mapping[str, int], most: int) -> tuple[str, ...]:
        """The slugs counted, at most so many, most telling first."""
        if len(counts) < 2:
            return tuple(counts)[:most]
        above = {wide for slug in counts for wide in self._above(slug)}
        order = {slug: place for place, slug in enumerate(counts)}
        return tuple(sorted(counts, key=lambda slug: (slug in above, -counts[slug], order[slug]))[:most])

    def found(self, text: str, language: str) -> Iterator[str]:
        """The topics a text names, once for every time, in order; of names beginning together the longest."""
        return self.named_in(text, language).within(0, len(text))

    def named_in(self, text: str, language: str, words: Vocabulary | None = None) -> "NamedTopics":
        """Every name in a text, to be asked for stretches of it. `words`: those of the text, where they are known."""
        if language.startswith("ko"):
            return self._in_korean(text)
        return self._in_english(text, Vocabulary(text) if words is None else words)

    def _above(self, slug: str) -> Iterator[str]:
        """The topics above one, narrowest first."""
        wide = self.broader.get(slug)
        while wide:
            yield wide
            wide = self.broader.get(wide)

    def _in_english(self, text: str, words: Vocabulary) -> "NamedTopics":
        """Only where a name may begin the words that follow are looked at."""
        begins = sorted(
            (number, stem)
            for word, numbers in words.numbers.items()
            if (stem := _stem(word)) in self.english
            for number in numbers
        )
        starts, names = [], []
        for first, stem in begins:
            here = [
                (words.starts[last] + len(words.words[last]), slug)
                for name, slug in self.english[stem]
                if (last := _last_word(name, words.words, first)) is not None
            ]
            if here:
                starts.append(words.starts[first])
                names.append(here)
        return NamedTopics(len(text), _lead(text), starts, names)

    def _in_korean(self, text: str) -> "NamedTopics":
        """Names may be written with or without spaces; a short one inside a word must end it, particles apart."""
        parts = _HANGUL_RUN.split(text)
        runs, stops = parts[1::2], list(accumulate(map(len, parts)))[1::2]
        together = "".join(runs)
        ends = list(accumulate(map(len, runs)))
        borders = {0, *ends}
        starts, names = [], []
        places = [begin.start() for begin in self.begins.finditer(together)]
        for position in [place for place in places if together[place : place + 2] in self.korean]:
            here = [
                (position + len(name), slug)
                for name, slug in self.korean[together[position : position + 2]]
                if together.startswith(name, position) and _stands(position, position + len(name), together, borders)
            ]
            if here:
                starts.append(_in_text(position, ends, stops))
                names.append([(_in_text(end - 1, ends, stops) + 1, slug) for end, slug in here])
        return NamedTopics(len(text), _lead(text), starts, names)


@dataclass(frozen=True, slots=True)
class NamedTopics:
    """The names of topics in one text: at each of `starts` the (end, slug) of those that begin there, longest first.

    `length`: of the text; `lead`: where its first paragraph ends.
    """

    length: int
    lead: int
    starts: Sequence[int]
    names: Sequence[Sequence[tuple[int, str]]]

    def within(self, start: int, end: int) -> Iterator[str]:
        """The topics named in text[start:end], once for every time, in order, none overlapping."""
        read_to = start
        for index in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            if self.starts[index] >= read_to:
                for stop, slug in self.names[index]:
                    if stop <= end:
                        yield slug
                        read_to = stop
                        break


def _last_word(name: Sequence[str], words: Sequence[str], first: int) -> int | None:
    """The place of the last word of a name of which the first is known to stand at words[first]; None if it does not."""
    last = first + len(name) - 1
    if last >= len(words):
        return None
    for place in range(first + 1, last + 1):
        if _stem(words[place]) != name[place - first]:
            return None
    return last


def _lead(text: str) -> int:
    """Where the first paragraph ends."""
    blank = text.find(BLANK_LINE)
    return len(text) if blank < 0 else blank


def _in_text(position: int, ends: list[int], stops: list[int]) -> int:
    """Where a position of the text without its spaces stands in the text itself.

    `ends`, `stops`: where each run of letters ends in the one and in the other.
    """
    run = bisect_right(ends, position)
    return stops[run] - (ends[run] - position)


def _stands(start: int, end: int, together: str, borders: set[int]) -> bool:
    """Whether a name found in a text without its spaces is a word there, or the last part of one.

    `borders`: where words begin and end.
    """
    if start in borders:
        return end - start > 1 or end in borders or together[end] in "은는이가을를의에과와도"
    return end - start > 1 and (end in borders or together[end] in "은는이가을를의에과와도로들" or end - start > 2)


def _names(topic: Mapping[str, Any], language: str) -> list[str]:
    """The label and other names that may be looked for in texts; a remark in brackets is no part of a label."""
    label = re.sub(r"\s*\([^()]*\)", "", topic[f"label_{language}"])
    never = {name.lower() for name in topic["never_automatic"]}
    parts = label.split("·") if language == "ko" else []
    names = [label, *parts, *topic["other_names"][language]]
    return [name for name in dict.fromkeys(names) if name.strip() and name.lower() not in never]


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
