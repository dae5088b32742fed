"""Which figures are one observation: what a report says once, with all that its copies and translations say again.

Copies are no further observations, also where they round or mistranslate a number. What a copy tells of another place or
another day than its first report does is an observation of the same origin.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from articles.figures.values import Kind, Measure


class Sighting(NamedTuple):
    """A figure in a claim, as much of it as is needed to compare it. Rows are row numbers.

    `start`, `end`: code points of the report's text, where the claim's words begin at `claim_start`. `origin`: the same for
    all tellings of one report; `is_first`: whether this is the first of them. `earliest`, `latest`: days, None where open;
    `is_dated`: whether they are what the report says of the event, and not the report's own date. `stands`: whether it
    counts: not retracted, its words still in the text.
    """

    row: int
    claim: str
    version: int
    report: int
    origin: str
    is_first: bool
    item: str
    kind: Kind
    low: Decimal | None
    high: Decimal | None
    measure: Measure
    per: Decimal
    of: Measure | None
    province: int | None
    place: int | None
    claim_start: int
    start: int
    end: int
    earliest: date | None
    latest: date | None
    is_dated: bool
    stands: bool
    is_news: bool
    changed: datetime

    @property
    def each(self) -> tuple[Decimal | None, Decimal | None]:
        """From and to, for one of what it is for: 1.16 where 58 yuan are for 50 kg."""
        return (None if self.low is None else self.low / self.per, None if self.high is None else self.high / self.per)

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands among the claim's words."""
        return self.start - self.claim_start, self.end - self.claim_start

    @property
    def counted_in(self) -> tuple[Kind, Measure, Measure | None]:
        """What makes two numbers comparable."""
        return self.kind, self.measure, self.of


@dataclass(frozen=True)
class Observation:
    """What one origin says once: as its first telling here has it, and the other claims that say it again."""

    first: Sighting
    again: tuple[Sighting, ...]

    @property
    def province(self) -> int | None:
        """Where it was, as closely as any telling says."""
        return next((each.province for each in (self.first, *self.again) if each.province), None)

    @property
    def place(self) -> int | None:
        """The place, as closely as any telling says."""
        return next((each.place for each in (self.first, *self.again) if each.place), None)

    @property
    def order(self) -> tuple[str, str, int, int]:
        """By its last day, then by its claim and its words: what sorts last comes first in lists."""
        latest = self.first.latest
        return latest.isoformat() if latest else "", self.first.claim, self.first.start, self.first.end


def observed(sightings: Iterable[Sighting]) -> list[Observation]:
    """The observations among figures that stand, the latest first."""
    found: list[Observation] = []
    for _, family in groupby(sorted((each for each in sightings if each.stands), key=_told), key=_family):
        found += _in_family(family)
    return sorted(found, key=lambda each: each.order, reverse=True)


def _family(sighting: Sighting) -> tuple[str, str, str]:
    return sighting.origin, sighting.item, "|".join(str(each or "") for each in sighting.counted_in)


def _told(sighting: Sighting) -> tuple[tuple[str, str, str], bool, int, int, str]:
    """Family by family, the first report before its copies, each in the order of its text."""
    return _family(sighting), not sighting.is_first, sighting.report, sighting.start, sighting.claim


def _in_family(family: Iterable[Sighting]) -> Iterable[Observation]:
    firsts: list[Sighting] = []
    again: dict[int, list[Sighting]] = {}
    for each in family:
        told = [first for first in firsts if _says_the_same(first, each)]
        if told:
            again[min(told, key=lambda first: _distance(first, each)).row].append(each)
        else:
            firsts.append(each)
            again[each.row] = []
    return [Observation(first, tuple(again[first.row])) for first in firsts]


def _says_the_same(first: Sighting, other: Sighting) -> bool:
    if first.report == other.report:
        # Two claims on the same words, or the same said twice; a shop's price beside the market's is another one.
        is_pinned_twice = (first.start, first.end) == (other.start, other.end)
        is_said_twice = (first.province, first.place, first.earliest, first.latest) == (
            other.province, other.place, other.earliest, other.latest,
        )  # fmt: skip
        return first.each == other.each and (is_pinned_twice or is_said_twice)
    return _may_be_there(first, other) and (first.each == other.each or _may_be_then(first, other))


def _may_be_there(one: Sighting, other: Sighting) -> bool:
    return all(
        None in pair or pair[0] == pair[1] for pair in ((one.province, other.province), (one.place, other.place))
    )


def _may_be_then(one: Sighting, other: Sighting) -> bool:
    if not (one.is_dated and other.is_dated):
        return True
    return (one.earliest or date.min) <= (other.latest or date.max) and (other.earliest or date.min) <= (
        one.latest or date.max
    )


def _distance(first: Sighting, other: Sighting) -> tuple[bool, bool, Decimal]:
    """The same number first, then the same days, then the nearest number."""
    days = (first.earliest, first.latest) != (other.earliest, other.latest)
    return first.each != other.each, days, abs(_middle(first) - _middle(other))


def _middle(sighting: Sighting) -> Decimal:
    ends = [end for end in sighting.each if end is not None]
    return sum(ends, Decimal(0)) / len(ends)
