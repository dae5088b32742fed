"""How near two statements are: what they are about, where, when, with which figures, in which words.

Two reports that may support or contradict each other need not share a sentence; they speak of the same thing. What they
say of their sources is left out before anything is compared. Nothing here says that two statements agree: an editor does.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from articles.likeness.codes import Fact
from articles.likeness.facts import facts_in
from articles.likeness.imprints import without_sources
from articles.unnamed import AN_UNNAMED_SOURCE, without_descriptors

_ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’-]{2,}")
_HANGUL = re.compile(r"[가-힣]{2,}")
# Words that say how something is told, or that stand everywhere.
_EMPTY_WORDS = """
    the and for with from that this these those which who whom whose what when where while have has had been was were are
    not but all any each every more most than then they them their there its his her she him our own one two into onto
    over under after before since until about said says told according also will would can could may must should only
    such some other another between through during source sources people person resident residents report reported
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s")
_SHORTEST_STEM = 4
# How many days apart two reports may be to be thought of one matter, and what that is worth.
_NEAR = ((10, 1.5), (35, 1.0), (100, 0.4))
# What one thing in common is worth, before how rare it is.
_WORTH = {"body": 1.6, "place": 1.6, "figure": 1.4, "topic": 1.0, "province": 0.7, "word": 0.7, "day": 0.6}
_IN_WORDS = {
    "body": "the same body",
    "place": "the same place",
    "figure": "the same figure",
    "topic": "the same topic",
    "province": "the same province",
}
_KINDS = {
    Fact.PLACE: "place",
    Fact.PROVINCE: "province",
    Fact.TOPIC: "topic",
    Fact.BODY: "body",
    Fact.NUMBER: "figure",
    Fact.SMALL_NUMBER: "figure",
    Fact.DAY: "day",
    Fact.MONTH: "day",
}
# What has less than this share of the nearest one's score is not offered beside it, and less than so much never.
FAINT, LEAST = 0.45, 1.5
Thing = tuple[str, str]


@dataclass(frozen=True)
class Statement:
    """What of a claim is compared. `things`: (kind, value) with kinds as in `_WORTH`; days are of its report and its event."""

    things: frozenset[Thing]
    published: tuple[date | None, date | None] = (None, None)
    event: tuple[date | None, date | None] = (None, None)


@dataclass(frozen=True)
class Nearness:
    """How near a statement is to another. `why`: what the two have in common, for an editor, the most telling first."""

    score: float
    why: tuple[str, ...]


def statement_of(
    words: str,
    language: str,
    *,
    ours: str = "",
    descriptors: Collection[str] = (),
    provinces: Iterable[str] = (),
    topics: Iterable[str] = (),
    bodies: Iterable[str] = (),
    published: tuple[date | None, date | None] = (None, None),
    event: tuple[date | None, date | None] = (None, None),
) -> Statement:
    """A claim by its words and, in `ours`, our English for them; `descriptors`: what its report calls its sources."""
    things: set[Thing] = {
        *(("province", slug) for slug in provinces),
        *(("topic", slug) for slug in topics),
        *(("body", slug) for slug in bodies),
    }
    for text, in_language in ((words, language), (ours, "ko" if _HANGUL.search(ours) else "en")):
        plain = _without_speakers(text, in_language, descriptors)
        things.update((_KINDS[fact], value) for paragraph in facts_in(plain, in_language) for fact, value in paragraph)
        things.update(("word", word) for word in _words(plain))
    return Statement(frozenset(things), published, event)


def rank(asked: Statement, others: Sequence[Statement], most: int) -> list[tuple[int, Nearness]]:
    """The nearest first, by their place among the others; what has nothing but a province in common is left out.

    What few of them have tells more than what many have.
    """
    have = Counter(thing for other in others for thing in other.things)
    found = []
    for place, other in enumerate(others):
        nearness = _nearness(asked, other, have, len(others))
        if nearness is not None:
            found.append((place, nearness))
    found.sort(key=lambda pair: (-pair[1].score, pair[0]))
    return [pair for pair in found[:most] if pair[1].score >= max(LEAST, FAINT * found[0][1].score)]


def _nearness(asked: Statement, other: Statement, have: Mapping[Thing, int], total: int) -> Nearness | None:
    shared = asked.things & other.things
    if not {kind for kind, _ in shared} - {"province", "day"}:
        return None
    worth = {thing: _WORTH[thing[0]] * log(1 + (total + 1) / (have[thing] + 0.5)) for thing in shared}
    # A long statement shares more by chance.
    length = (len(asked.things) * len(other.things)) ** 0.25
    days = _apart(asked.published, other.published)
    near = next((value for most, value in _NEAR if days is not None and days <= most), 0.0)
    same_days = 1.0 if _meet(asked.event, other.event) else 0.0
    score = sum(worth.values()) / length + near + same_days
    return Nearness(round(score, 3), _why(worth, days, bool(same_days)))


def _why(worth: Mapping[Thing, float], days: int | None, same_days: bool) -> tuple[str, ...]:
    ordered = sorted(worth, key=lambda thing: (-worth[thing], thing))
    told = [f"{_IN_WORDS[kind]} ({_named(kind, value)})" for kind, value in ordered if kind in _IN_WORDS]
    words = [value for kind, value in ordered if kind == "word"]
    if words:
        told.append(f"the same words ({', '.join(words[:4])})")
    if same_days:
        told.append("the same days")
    if days is not None:
        told.append("reports of one day" if days == 0 else f"reports {days} day{'s' if days > 1 else ''} apart")
    return tuple(told)


def _named(kind: str, value: str) -> str:
    return f"{float(value):,.12g}" if kind == "figure" else value.replace("-", " ")


def _without_speakers(text: str, language: str, descriptors: Collection[str]) -> str:
    plain = without_descriptors(text, descriptors, language)
    for instead in AN_UNNAMED_SOURCE.values():
        plain = plain.replace(instead, " ")
    return without_sources(plain, language)


def _words(text: str) -> set[str]:
    english = {_stem(word.lower()) for word in _ENGLISH.findall(text) if word.lower() not in _EMPTY}
    # Two syllables at a time: particles hang on the end of Korean words.
    korean = {run[at : at + 2] for run in _HANGUL.findall(text) for at in range(len(run) - 1)}
    return english | korean


def _stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def _apart(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> int | None:
    """The fewest days between two dates; None where one is not known."""
    (first, last), (other_first, other_last) = one, other
    if last is None or other_last is None:
        return None
    first, other_first = first or last, other_first or other_last
    return max(0, (other_first - last).days, (first - other_last).days)


def _meet(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    return one[1] is not None and other[1] is not None and _apart(one, other) == 0
