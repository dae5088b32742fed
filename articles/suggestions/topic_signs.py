"""What a report is about, told by more than the names of topics. Pure: no Django, no database.

A price in yuan is not about the yuan, and trade with China is seldom called so. So each topic has words of its own beside its
names, and things that tell of it where they stand in one paragraph; and it is known how far it is meant where its words stand.
None of this is looked for by anybody who searches.
"""

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from math import log2
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeAlias

from articles.spans import paragraphs
from articles.suggestions.phrase_index import Found, PhraseIndex, stems
from articles.suggestions.topic_names import NamedTopics, names_of, read_topics
from sources.vocabulary import Vocabulary

FILE = Path(__file__).parent.parent / "data" / "topic_signs.json"

# A paragraph with less is a heading, or what is left of furniture.
_LETTERS = 15
# A shorter report counts as one of so many paragraphs: in one of two everything comes often.
_SHORTEST = 4
# So far a topic must be told for the report to be about it.
_ENOUGH = -1.25
# Told of by other topics and groups, and by no word of its own.
_BY_OTHERS = 0.5


class Way(IntEnum):
    """How a phrase leads to a topic."""

    NAME = 0
    SIGN = 1
    GROUP = 2


class Sign(NamedTuple):
    """What a phrase stands for: the slug of a topic, or the name of a group."""

    of: str
    way: Way


Topics: TypeAlias = Sequence[Mapping[str, Any]]
Rows: TypeAlias = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class TopicSigns:
    """Names and signs of all topics.

    `alone`, `beside`: by topic or group, the topics it tells of, alone or beside another one. `telling`: how far a topic is meant
    where its words stand, 0 being ordinary.
    """

    phrases: PhraseIndex[Sign]
    alone: Mapping[str, Sequence[str]]
    beside: Mapping[str, Sequence[tuple[str, str]]]
    telling: Mapping[str, float]

    @classmethod
    @cache
    def from_file(cls, path: Path = FILE) -> Self:
        """The signs of the data file, read once per process. Raises OSError, or ValueError or KeyError if damaged."""
        data = json.loads(path.read_text(encoding="utf-8"))
        topics, groups = read_topics(), data["groups"]
        rows = {topic["slug"]: data["topics"].get(topic["slug"], {}) for topic in topics}
        if unknown := [*(data["topics"].keys() - rows.keys()), *(groups.keys() & rows.keys())]:
            raise ValueError(f"no topics, or groups with the name of one: {', '.join(sorted(unknown))}")
        alone: dict[str, list[str]] = {}
        beside: dict[str, list[tuple[str, str]]] = {}
        for slug, row in rows.items():
            for told_by in row.get("told_by", ()):
                parts = told_by.split(" + ")
                if len(parts) > 2 or not {*parts} <= rows.keys() | groups.keys():
                    raise ValueError(f"{slug} is told by “{told_by}”, which is no topic or group, nor two of them")
                if len(parts) == 1:
                    alone.setdefault(parts[0], []).append(slug)
                else:
                    beside.setdefault(parts[0], []).append((parts[1], slug))
        return cls(
            PhraseIndex.of(
                [(phrase, sign) for phrase, sign in _phrases("en", topics, rows, groups)],
                [
                    (phrase.removeprefix("-"), sign.way is Way.NAME or phrase.startswith("-"), sign)
                    for phrase, sign in _phrases("ko", topics, rows, groups)
                ],
            ),
            alone,
            beside,
            {slug: row.get("telling", 0) for slug, row in rows.items()},
        )

    def told_in(self, text: str, language: str, words: Vocabulary | None = None) -> "ToldTopics":
        """All that tells of topics in a text. `words`: those of the text, where they are known."""
        return ToldTopics(text, self.phrases.found_in(text, language, words))

    def about(self, told: "ToldTopics", language: str, headline: str, most: int) -> tuple[str, ...]:
        """The slugs of the topics that a report is about, at most so many, most telling first.

        One point for the headline, one for the first paragraph; then for a report of its length how often: one more for twice
        as often, half of one for twice as many paragraphs.
        """
        above = self._told(self.phrases.found_in(headline, language))
        below = [self._told(told.found, *span) for span in told.paragraphs()]
        often, spread = dict(above), dict[str, float]()
        for paragraph in below:
            for slug, strength in paragraph.items():
                often[slug] = often.get(slug, 0) + strength
                spread[slug] = spread.get(slug, 0) + min(1, strength)
        lead, length = below[0] if below else {}, log2(max(_SHORTEST, len(below)))
        points = {
            slug: self.telling[slug]
            + min(1, above.get(slug, 0))
            + min(1, lead.get(slug, 0))
            + log2(1 + times)
            + log2(1 + spread.get(slug, 0)) / 2
            - length
            for slug, times in often.items()
        }
        enough = [slug for slug in points if points[slug] >= _ENOUGH]
        return tuple(sorted(enough, key=lambda slug: (-points[slug], slug))[:most])

    def _told(self, found: Found[Sign], first: int = 0, last: int | None = None) -> dict[str, float]:
        """How strongly a stretch tells of topics: once for each name or sign, half where others tell of them together.

        Of phrases that overlap the first and longest counts; groups count wherever they stand.
        """
        told: dict[str, float] = {}
        seen = set[str]()
        read_to = 0
        for index in range(first, len(found.starts) if last is None else last):
            here = found.here[index]
            seen.update([sign.of for _, sign in here if sign.way is Way.GROUP])
            topics = [(end, sign.of) for end, sign in here if sign.way is not Way.GROUP]
            if topics and found.starts[index] >= read_to:
                read_to = topics[0][0]
                for slug in {slug for end, slug in topics if end == read_to}:
                    told[slug] = told.get(slug, 0) + 1
        seen.update(told)
        by_others = {slug for part in seen for slug in self.alone.get(part, ())}
        by_others.update([slug for part in seen for other, slug in self.beside.get(part, ()) if other in seen])
        for slug in by_others:
            told[slug] = told.get(slug, 0) + _BY_OTHERS
        return told


@dataclass(frozen=True, slots=True)
class ToldTopics:
    """The names and signs of topics in one text."""

    text: str
    found: Found[Sign]

    def named(self) -> NamedTopics:
        """The names alone."""
        starts, names = [], []
        for start, here in zip(self.found.starts, self.found.here, strict=True):
            if named := [(end, sign.of) for end, sign in here if sign.way is Way.NAME]:
                starts.append(start)
                names.append(named)
        return NamedTopics(starts, names)

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """Which phrases stand in each paragraph that tells something: the place of the first, and of the one behind the last."""
        starts = self.found.starts
        for paragraph in paragraphs(self.text):
            if len(paragraph.text.strip()) >= _LETTERS:
                yield bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)


def _phrases(language: str, topics: Topics, rows: Rows, groups: Rows) -> Iterator[tuple[str, Sign]]:
    """Names first, so that of phrases as long as each other they come first.

    Raises ValueError for a sign that says nothing new or can never be found.
    """
    for topic in topics:
        slug, names = topic["slug"], names_of(topic, language)
        yield from ((name, Sign(slug, Way.NAME)) for name in names)
        yield from ((sign, Sign(slug, Way.SIGN)) for sign in _new(rows[slug].get(language, ()), names, language))
    for group, row in groups.items():
        yield from ((sign, Sign(group, Way.GROUP)) for sign in _new(row[language], (), language))


def _new(signs: Sequence[str], names: Sequence[str], language: str) -> Sequence[str]:
    """The signs, which are looked for as they should be."""
    known = {_plain(name, language) for name in names}
    for sign in signs:
        plain = _plain(sign, language)
        if len(plain) < 2 or plain in known:
            raise ValueError(f"“{sign}” is too short, or a name or sign already")
        known.add(plain)
    return signs


def _plain(phrase: str, language: str) -> str:
    """A phrase as it is looked for."""
    return " ".join(stems(phrase)) if language == "en" else "".join(phrase.removeprefix("-").split())
