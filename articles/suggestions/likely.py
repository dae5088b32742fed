"""Which body's words a statement most likely passes on, where the rules find none: a sum of weights learnt from labelled reports.

A body is a candidate by its mention in the sentence, or because it spoke or was named before. What stands around each is
told in short words ("marks"), the same for the statement as a whole, which stands for no body. Pure: no Django, no database.
"""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple, Self

from articles.suggestions.reading import FoundSpeaker, FoundStatement
from articles.suggestions.sentences import LONGEST_SENTENCE
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy

FILE = Path(__file__).parent.parent / "data" / "likely_bodies.json"
# So likely must a body be. Chosen on folders that were left out of the learning (tests/labelled/README.md).
ENOUGH = 0.55
_REMEMBERED, _OLDEST = 2, 4
_SENTENCE_ENDS = lazy(r"[.!?][”\"’]?\s+(?=[“\"‘A-Z가-힣])")
_STOP = lazy(r"[.!?][”\"’]?(?:\s|$)")
_CLOSES = lazy(r"[”\"’]\s*(?:$|[“\"A-Z])")


class Mention(NamedTuple):
    """A body named at body[start:end]. `name`: its fullest in the report; `how`: by which way it is known for one."""

    start: int
    end: int
    printed: str
    name: str
    how: str


class Candidate(NamedTuple):
    """A body whose words may be passed on, with what stands around it. `printed`: "" if it is not named in the sentence."""

    name: str
    printed: str
    marks: tuple[str, ...]


class Asked(NamedTuple):
    """A statement of which it is asked. `first` to `last`: the sentence it stands in.

    `spoke`: the bodies passed on before, the last first, each with how many statements ago.
    """

    statement: FoundStatement
    first: int
    last: int
    spoke: tuple[tuple[str, int], ...]


class Answers(NamedTuple):
    """Every candidate, and the marks of no body at all."""

    candidates: tuple[Candidate, ...]
    nobody: tuple[str, ...]


class Mentions:
    """Where a report names bodies, in order."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._all = sorted(mentions)
        self._starts = [each.start for each in self._all]

    def within(self, asked: Asked) -> Sequence[Mention]:
        """Those of the sentence."""
        return self._all[bisect_left(self._starts, asked.first) : bisect_left(self._starts, asked.last)]

    def before(self, asked: Asked) -> Mention | None:
        """The last one before the sentence."""
        place = bisect_left(self._starts, asked.first)
        return self._all[place - 1] if place else None


Asks = Callable[[Asked], Answers]


@dataclass(frozen=True)
class Weights:
    """How much each mark tells for a body."""

    of: Mapping[str, float]

    @classmethod
    @cache
    def from_file(cls, language: str, path: Path = FILE) -> Self:
        """Those of the data file, read once per process. Raises OSError, or ValueError or KeyError if damaged."""
        return cls(json.loads(path.read_text(encoding="utf-8"))["weights"][language])

    def chances(self, answers: Answers) -> dict[str, float]:
        """How likely each body is, all of its candidates together; what is left is no body."""
        sums = [self._sum(candidate.marks) for candidate in answers.candidates]
        nobody = self._sum(answers.nobody)
        most = max([nobody, *sums])
        parts = [exp(each - most) for each in sums]
        whole = exp(nobody - most) + sum(parts)
        chances: dict[str, float] = {}
        for candidate, part in zip(answers.candidates, parts, strict=True):
            chances[candidate.name] = chances.get(candidate.name, 0.0) + part / whole
        return chances

    def likeliest(self, answers: Answers) -> Candidate | None:
        """The body whose words are passed on, as it is named in the sentence; None if none is likely enough."""
        chances = self.chances(answers)
        name = max(chances, key=chances.__getitem__, default="")
        same = [candidate for candidate in answers.candidates if candidate.name == name]
        best = next((candidate for candidate in same if candidate.printed), same[0] if same else None)
        return best if best and chances[name] > ENOUGH else None

    def _sum(self, marks: Sequence[str]) -> float:
        return sum(self.of.get(mark, 0.0) for mark in dict.fromkeys(marks))


@dataclass
class _Heard:
    """The last bodies whose words were passed on, the last first, each with the number of statements since."""

    last: tuple[tuple[str, int], ...] = ()

    def hears(self, name: str) -> None:
        older = [(each, age + 1) for each, age in self.last if each != name]
        self.last = tuple([(name, 1), *older] if name else older)[:_REMEMBERED]


def asked_of(body: str, statements: Iterable[FoundStatement]) -> Iterator[Asked]:
    """What is asked of each statement in turn, as far as what was found before is known."""
    heard = _Heard()
    for statement in statements:
        yield Asked(statement, *_sentence(body, statement), heard.last)
        heard.hears(passed_on(statement))


def with_likely(
    body: str, statements: Iterable[FoundStatement], language: str, asks: Callable[[], Asks]
) -> Iterator[FoundStatement]:
    """The statements, those without a body with the likeliest one, if one is likely enough."""
    heard, weights = _Heard(), Weights.from_file(language)
    answers: Asks | None = None
    for statement in statements:
        if statement.speech is not Speech.OWN and statement.speakers and not passed_on(statement):
            answers = answers or asks()
            found = answers(Asked(statement, *_sentence(body, statement), heard.last))
            if likeliest := weights.likeliest(found):
                statement = _with_body(statement, likeliest)
        heard.hears(passed_on(statement))
        yield statement


def passed_on(statement: FoundStatement) -> str:
    """The last body of a statement's chain, or ""."""
    bodies = [each.body or each.printed for each in statement.speakers if each.kind is Kind.INSTITUTION]
    return bodies[-1] if bodies else ""


def elsewhere(asked: Asked, mentions: Mentions, again: Sequence[str]) -> Iterator[Candidate]:
    """The bodies that the sentence does not name: passed on before, or named last before. `again`: what is told of all of them."""
    common, names = tuple(about(asked.statement)), {each.name for each in mentions.within(asked)}
    for number, (name, age) in enumerate(asked.spoke):
        if name not in names:
            marks = ("carried", f"spoke={number}", f"age={min(age, _OLDEST)}")
            yield Candidate(name, "", (*common, *marks, *again, *(f"{mark}|{number}" for mark in again)))
    before = mentions.before(asked)
    if before and before.name not in names:
        yield Candidate(before.name, "", (*common, "before", *(f"before {mark}" for mark in again)))


def place(asked: Asked, here: Sequence[Mention], number: int) -> Iterator[str]:
    """Where in the sentence, and among the bodies of it, a mention stands."""
    kind = asked.statement.speakers[0].kind if asked.statement.speakers else ""
    where = where_in(asked, here[number])
    yield from (where, f"{where}|{kind}")
    yield from (
        f"from first={min(number, 3)}",
        f"from last={min(len(here) - 1 - number, 3)}",
        f"of={min(len(here), 4)}",
    )
    if here[number].start == asked.first:
        yield from ("at head", f"at head|{kind}")


def where_in(asked: Asked, mention: Mention) -> str:
    """Whether a body is named in words in marks, beside them, or where there are none."""
    if asked.statement.speech is not Speech.DIRECT:
        return "unmarked"
    return "within" if asked.statement.start <= mention.start < asked.statement.end else "outside"


def about(statement: FoundStatement) -> Iterator[str]:
    """What is told of the statement itself: how it is worded, and by whom."""
    first = statement.speakers[0] if statement.speakers else None
    yield f"speech={statement.speech}"
    yield f"first={first.kind if first else ''}"
    yield f"basis={first.basis if first else ''}"


def _with_body(statement: FoundStatement, found: Candidate) -> FoundStatement:
    basis = Basis.PRINTED if found.printed else Basis.CARRIED
    printed = found.printed or found.name
    speaker = FoundSpeaker(Kind.INSTITUTION, printed, "", Speech.INDIRECT, basis, body=found.name)
    return statement._replace(speakers=(*statement.speakers, speaker))


def _sentence(body: str, statement: FoundStatement) -> tuple[int, int]:
    """Where the sentence begins and ends in which the words stand."""
    if statement.speech is not Speech.DIRECT:
        return statement.start, statement.end
    first = max(body.rfind("\n", 0, statement.start) + 1, statement.start - LONGEST_SENTENCE)
    for end in _SENTENCE_ENDS.finditer(body, first, statement.start):
        first = end.end()
    line = body.find("\n", statement.end, statement.end + LONGEST_SENTENCE)
    line = min(len(body) if line < 0 else line, statement.end + LONGEST_SENTENCE)
    if body[statement.end - 1] in ".!?" and _CLOSES.match(body, statement.end, line):
        return first, statement.end
    stop = _STOP.search(body, statement.end, line)
    return first, stop.end() if stop else line
