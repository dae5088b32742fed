"""The names topics go by in running text, in English and in Korean. Pure: no Django, no database."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

from articles.spans import BLANK_LINE

FILE = Path(__file__).parent.parent / "data" / "topics.json"

IN_HEADLINE, IN_LEAD = 3, 2

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_HANGUL_RUN = re.compile("[가-힣0-9A-Za-z×·]+")
_NOT_PLURAL = ("ss", "us", "is", "customs", "news", "goods", "always", "has", "was", "this")


@dataclass(frozen=True)
class TopicNames:
    """Names by how they begin. English: the first word, then whole names as stems; Korean: two syllables, no spaces.

    `broader`: the topic above each topic.
    """

    english: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    korean: Mapping[str, Sequence[tuple[str, str]]]
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
                words = tuple(_stem(word) for word in _WORD.findall(name.lower()))
                if words:
                    english[words[0]].append((words, topic["slug"]))
            for name in _names(topic, "ko"):
                together = "".join(name.split())
                korean[together[:2]].append((together, topic["slug"]))
        for in_english in english.values():
            in_english.sort(key=lambda pair: -len(pair[0]))
        for in_korean in korean.values():
            in_korean.sort(key=lambda pair: -len(pair[0]))
        return cls(english, korean, {topic["slug"]: topic["broader"] for topic in topics if topic["broader"]})

    def ranked(self, text: str, language: str, headline: str, most: int) -> tuple[str, ...]:
        """The slugs of the topics a text names, at most so many: often named first, narrower before broader."""
        counts: Counter[str] = Counter(self.found(text, language))
        counts.update(list(self.found(headline, language)) * IN_HEADLINE)
        counts.update(list(self.found(text.partition(BLANK_LINE)[0], language)) * (IN_LEAD - 1))
        above = {wide for slug in counts for wide in self._above(slug)}
        order = {slug: place for place, slug in enumerate(counts)}
        return tuple(sorted(counts, key=lambda slug: (slug in above, -counts[slug], order[slug]))[:most])

    def found(self, text: str, language: str) -> Iterator[str]:
        """The topics a text names, once for every time, in order; of names beginning together the longest."""
        return self._in_korean(text) if language.startswith("ko") else self._in_english(text)

    def _above(self, slug: str) -> Iterator[str]:
        """The topics above one, narrowest first."""
        wide = self.broader.get(slug)
        while wide:
            yield wide
            wide = self.broader.get(wide)

    def _in_english(self, text: str) -> Iterator[str]:
        words = [_stem(word) for word in _WORD.findall(text.lower())]
        position = 0
        while position < len(words):
            for name, slug in self.english.get(words[position], ()):
                if tuple(words[position : position + len(name)]) == name:
                    yield slug
                    position += len(name) - 1
                    break
            position += 1

    def _in_korean(self, text: str) -> Iterator[str]:
        """Names may be written with or without spaces; a short one inside a word must end it, particles apart."""
        runs = list(_HANGUL_RUN.finditer(text))
        together = "".join(run.group() for run in runs)
        begins, ends, at = set(), set(), 0
        for run in runs:
            begins.add(at)
            at += len(run.group())
            ends.add(at)
        position = 0
        while position < len(together):
            for name, slug in self.korean.get(together[position : position + 2], ()):
                if together.startswith(name, position) and _stands(
                    position, position + len(name), together, begins, ends
                ):
                    yield slug
                    position += len(name) - 1
                    break
            position += 1


def _stands(start: int, end: int, together: str, begins: set[int], ends: set[int]) -> bool:
    """Whether a name found in a text without its spaces is a word there, or the last part of one."""
    if start in begins:
        return end - start > 1 or end in ends or together[end] in "은는이가을를의에과와도"
    return end - start > 1 and (end in ends or together[end] in "은는이가을를의에과와도로들" or end - start > 2)


def _names(topic: Mapping[str, Any], language: str) -> list[str]:
    """The label and other names that may be looked for in texts; a remark in brackets is no part of a label."""
    label = re.sub(r"\s*\([^()]*\)", "", topic[f"label_{language}"])
    never = {name.lower() for name in topic["never_automatic"]}
    parts = label.split("·") if language == "ko" else []
    names = [label, *parts, *topic["other_names"][language]]
    return [name for name in dict.fromkeys(names) if name.strip() and name.lower() not in never]


def _stem(word: str) -> str:
    """A word without the ending of its plural."""
    word = re.sub(r"['’]s?$", "", word)
    if word.endswith(_NOT_PLURAL) or len(word) < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word
