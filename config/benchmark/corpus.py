"""Invented reports in any number, the same for the same seed: words by Zipf's law, claims cut from their sentences. Pure.

Report n of a smaller corpus is report n of a larger one, but for its date: every corpus covers the same fifteen years.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate

FIRST_DAY, DAYS = date(2010, 1, 1), 15 * 365
WORDS, KOREAN_WORDS, PHRASES = 60_000, 20_000, 3_000
TOPICS, OUTLETS, INSTITUTIONS = 300, 8, 200
SPEECH = ("direct", "indirect", "summary")
SOURCES = ("a trader", "a customs worker", "a resident near the border", "an official who deals in grain")
# Shares of the text: small words, words of the report's topics; of reports: Korean ones; and every which one is a copy.
SMALL, OF_TOPICS, KOREAN, EVERY_COPY = 0.2, 0.1, 0.1, 33
# The law's shift: it makes some sixty words stand in a quarter to a half of all reports.
_SHIFT = 30.0

_SMALL_WORDS = re.findall(
    r"\w+",
    "the of and to a in that is was for on with as by at from it he said this be are have has had not they which",
)
_BEGINS = [
    "b",
    "d",
    "f",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "t",
    "v",
    "z",
    "br",
    "dr",
    "gr",
    "kl",
    "pr",
    "st",
    "tr",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ou"]
_ENDS = ["k", "n", "m", "t", "p", "rd", "nk", "lt", "mp", "b", "g"]
_PARTICLES = ("", "", "", "은", "는", "이", "가", "을", "를", "에", "에서", "의")
# How provinces are spread over reports, the commonest first.
_PROVINCE_WEIGHTS = (18, 17, 16, 13, 10, 7, 6, 4, 3, 2, 2, 1, 1)


@dataclass(frozen=True)
class Claim:
    """Words of a report: body[start:end]. `provinces`, `topics`: places in the report's; `chain`: 0 short, 1 long."""

    start: int
    end: int
    paraphrase: str
    speech: str
    chain: int
    provinces: tuple[int, ...]
    topics: tuple[int, ...]
    event: date | None
    due: date | None


@dataclass(frozen=True)
class Report:
    """Provinces, topics, outlet and institution are numbers from 0. `origin`: the report it copies, from 0, or None."""

    number: int
    language: str
    headline: str
    body: str
    day: date
    outlet: int
    provinces: tuple[int, ...]
    topics: tuple[int, ...]
    institution: int
    source: str
    claims: tuple[Claim, ...]
    origin: int | None


@dataclass(frozen=True)
class Corpus:
    """`size` reports of one `seed`; `provinces`: what the thirteen are called, the commonest first."""

    size: int
    provinces: Sequence[str]
    seed: int = 7

    @cached_property
    def words(self) -> list[str]:
        """The invented words, the commonest first."""
        chance, found = random.Random(f"{self.seed} words"), dict[str, None]()
        while len(found) < WORDS:
            syllables = chance.randint(1, 3)
            word = "".join(chance.choice(_BEGINS) + chance.choice(_VOWELS) for _ in range(syllables)) + chance.choice(
                _ENDS
            )
            if len(word) > 3:
                found[word] = None
        return list(found)

    @cached_property
    def korean_words(self) -> list[str]:
        """The same in Hangul."""
        chance, found = random.Random(f"{self.seed} korean"), dict[str, None]()
        while len(found) < KOREAN_WORDS:
            found["".join(chr(0xAC00 + 28 * chance.randrange(399)) for _ in range(chance.choice((2, 2, 3))))] = None
        return list(found)

    @cached_property
    def phrases(self) -> list[str]:
        """Pairs of words that stand together more often than by chance, the commonest first."""
        chance = random.Random(f"{self.seed} phrases")
        return [" ".join(chance.sample(self.words[100:5_000], 2)) for _ in range(PHRASES)]

    @cached_property
    def topics(self) -> list[str]:
        """What topics are called: two words each."""
        chance = random.Random(f"{self.seed} topics")
        return [" ".join(chance.sample(self.words[2_000:20_000], 2)) for _ in range(TOPICS)]

    @cached_property
    def institutions(self) -> list[str]:
        """What institutions are called."""
        chance = random.Random(f"{self.seed} institutions")
        names = {
            f"{chance.choice(self.words[500:9_000]).title()} Trading Company": None for _ in range(2 * INSTITUTIONS)
        }
        return list(names)[:INSTITUTIONS]

    def reports(self, first: int = 0) -> Iterator[Report]:
        """Every report from number `first` on, in order of their days."""
        for number in range(first, self.size):
            yield self.report(number)

    def report(self, number: int) -> Report:
        """One report."""
        chance = random.Random(self.seed * 1_000_003 + number)
        korean = chance.random() < KOREAN
        topics = tuple(sorted({_drawn(chance, self._topic_law) for _ in range(chance.randint(2, 6))}))
        provinces = tuple(
            dict.fromkeys(_drawn(chance, self._province_law) for _ in range(chance.choice((1, 1, 1, 2, 2, 3))))
        )
        sentences = list(self._sentences(chance, korean, topics, provinces))
        body, spans = _joined(chance, sentences)
        day = FIRST_DAY + timedelta(days=min(DAYS - 1, max(0, number * DAYS // self.size + chance.randint(-10, 10))))
        return Report(
            number=number,
            language="ko" if korean else "en",
            headline=self._headline(chance, korean, provinces),
            body=body,
            day=day,
            outlet=chance.randrange(OUTLETS),
            provinces=provinces,
            topics=topics,
            institution=chance.randrange(INSTITUTIONS),
            source=chance.choice(SOURCES),
            claims=tuple(self._claims(chance, spans, day, len(provinces), len(topics))),
            origin=_first_of(number, chance),
        )

    def _headline(self, chance: random.Random, korean: bool, provinces: Sequence[int]) -> str:
        words = self._drawn_words(chance, chance.randint(5, 9), korean)
        return " ".join([self.provinces[provinces[0]], *words])

    def _sentences(
        self, chance: random.Random, korean: bool, topics: Sequence[int], provinces: Sequence[int]
    ) -> Iterator[str]:
        words = self._drawn_words(chance, chance.randint(250, 450), korean)
        if not korean:
            of_topics = [word for topic in topics for word in self.topics[topic].split()]
            for at in range(len(words)):
                kind = chance.random()
                if kind < SMALL:
                    words[at] = chance.choice(_SMALL_WORDS)
                elif kind < SMALL + OF_TOPICS:
                    words[at] = chance.choice(of_topics)
            for _ in range(3):
                words[chance.randrange(len(words))] = self.phrases[_drawn(chance, self._phrase_law)]
        words[chance.randrange(len(words))] = self.provinces[chance.choice(provinces)]
        at = 0
        while at < len(words):
            length = chance.randint(14, 25)
            sentence = " ".join(words[at : at + length])
            yield sentence[0].upper() + sentence[1:] + "."
            at += length

    def _drawn_words(self, chance: random.Random, count: int, korean: bool) -> list[str]:
        if korean:
            words = chance.choices(self.korean_words, cum_weights=self._korean_law, k=count * 2 // 3)
            return [
                word + particle for word, particle in zip(words, chance.choices(_PARTICLES, k=len(words)), strict=True)
            ]
        return chance.choices(self.words, cum_weights=self._law, k=count)

    def _claims(
        self, chance: random.Random, spans: Sequence[tuple[int, int]], day: date, provinces: int, topics: int
    ) -> Iterator[Claim]:
        chosen = sorted(chance.sample(range(len(spans)), min(len(spans), chance.randint(3, 8))))
        for at in chosen:
            dated, due = chance.random() < 0.5, chance.random() < 0.05
            yield Claim(
                *spans[at],
                paraphrase=" ".join(chance.choices(self.words, cum_weights=self._law, k=10)),
                speech=chance.choice(SPEECH),
                chain=int(chance.random() < 0.4),
                provinces=(chance.randrange(provinces),),
                topics=tuple(sorted(chance.sample(range(topics), min(topics, chance.choice((1, 1, 2)))))),
                event=day - timedelta(days=chance.randint(0, 60)) if dated or due else None,
                due=day + timedelta(days=chance.randint(1, 300)) if due else None,
            )

    @cached_property
    def _law(self) -> list[float]:
        return _law(WORDS, _SHIFT)

    @cached_property
    def _korean_law(self) -> list[float]:
        return _law(KOREAN_WORDS, _SHIFT)

    @cached_property
    def _topic_law(self) -> list[float]:
        return _law(TOPICS, 10.0)

    @cached_property
    def _phrase_law(self) -> list[float]:
        return _law(PHRASES, 20.0)

    @cached_property
    def _province_law(self) -> list[float]:
        return list(accumulate(map(float, _PROVINCE_WEIGHTS)))


def _law(count: int, shift: float) -> list[float]:
    """Zipf's law with Mandelbrot's shift, added up."""
    return list(accumulate(1 / (rank + shift) for rank in range(1, count + 1)))


def _drawn(chance: random.Random, law: Sequence[float]) -> int:
    return chance.choices(range(len(law)), cum_weights=law)[0]


def _first_of(number: int, chance: random.Random) -> int | None:
    """Every thirty-third report copies an earlier one, which is no copy itself."""
    if number % EVERY_COPY or not number:
        return None
    earlier = chance.randrange(max(0, number - 500), number)
    return earlier + 1 if earlier % EVERY_COPY == 0 else earlier


def _joined(chance: random.Random, sentences: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The body, in paragraphs of a few sentences, and where each sentence stands in it."""
    parts: list[str] = []
    spans = []
    at = 0
    for sentence in sentences:
        if parts:
            parts.append("\n\n" if chance.random() < 0.4 else " ")
            at += len(parts[-1])
        spans.append((at, at + len(sentence)))
        parts.append(sentence)
        at += len(sentence)
    return "".join(parts), spans
