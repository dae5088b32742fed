"""The names topics go by in running text, in English and in Korean. Pure: no Django, no database."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

from articles.suggestions.phrase_index import PhraseIndex
from sources.vocabulary import Vocabulary

FILE = Path(__file__).parent.parent / "data" / "topics.json"


@dataclass(frozen=True)
class TopicNames:
    """The names of all topics. `broader`: the topic above each topic."""

    names: PhraseIndex[str]
    broader: Mapping[str, str]

    @classmethod
    @cache
    def from_file(cls, path: Path = FILE) -> Self:
        """The names of the data file, read once per process. Raises OSError, ValueError or KeyError if damaged."""
        topics = read_topics(path)
        names = PhraseIndex.of(
            [(name, topic["slug"]) for topic in topics for name in names_of(topic, "en")],
            [(name, True, topic["slug"]) for topic in topics for name in names_of(topic, "ko")],
        )
        return cls(names, {topic["slug"]: topic["broader"] for topic in topics if topic["broader"]})

    def ranked_within(self, named: "NamedTopics", start: int, end: int, most: int) -> tuple[str, ...]:
        """The slugs of the topics named in a stretch of a text, at most so many: often named first, narrower before broader."""
        counts: dict[str, int] = {}
        for slug in named.within(start, end):
            counts[slug] = counts.get(slug, 0) + 1
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
        found = self.names.found_in(text, language, words)
        return NamedTopics(found.starts, found.here)

    def _above(self, slug: str) -> Iterator[str]:
        """The topics above one, narrowest first."""
        wide = self.broader.get(slug)
        while wide:
            yield wide
            wide = self.broader.get(wide)


@dataclass(frozen=True, slots=True)
class NamedTopics:
    """The names of topics in one text: at each of `starts` the (end, slug) of those that begin there, longest first."""

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


def read_topics(path: Path = FILE) -> list[dict[str, Any]]:
    """The rows of the data file. Raises OSError, ValueError or KeyError if damaged."""
    topics: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["topics"]
    return topics


def names_of(topic: Mapping[str, Any], language: str) -> list[str]:
    """The label and other names that may be looked for in texts; a remark in brackets is no part of a label."""
    label = re.sub(r"\s*\([^()]*\)", "", topic[f"label_{language}"])
    never = {name.lower() for name in topic["never_automatic"]}
    parts = label.split("·") if language == "ko" else []
    names = [label, *parts, *topic["other_names"][language]]
    return [name for name in dict.fromkeys(names) if name.strip() and name.lower() not in never]
