"""Figures against time, as places in a drawing. A day that is not known is a stretch, a range of values a bar.

Pure: values in, whole numbers out; nothing is joined by lines, for between two reports nobody knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from articles.figures.observations import Observation, Sighting
from articles.figures.wording import number
from provinces.tongue import either

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 70, 40, 14, 34
# As many as can be told apart; of more the latest are drawn.
MOST = 400
SHAPES = ("point", "span", "range", "area", "upward", "downward")
_TICKS_DOWN, _TICKS_ALONG = 6, 8
_ARROW = 26
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Tick(NamedTuple):
    """A line across the drawing with its label."""

    at: int
    label: str


@dataclass(frozen=True)
class Mark:
    """One observation. `shape`: "point", "span" (of days), "range" (of values), "area" (both), or "upward" or "downward"
    where an end is open. `path`: of all but a point, which is at `x`, `y`. `is_dated`: else it stands at its report's date.
    """

    observation: Observation
    shape: str
    x: int
    y: int
    path: str
    is_dated: bool


@dataclass(frozen=True)
class Chart:
    """Observations of one sort. `begins_at`: the lowest value, as a label; `left_out`: how many older ones are not drawn."""

    marks: tuple[Mark, ...]
    down: tuple[Tick, ...]
    along: tuple[Tick, ...]
    begins_at: str
    left_out: int

    @property
    def shapes(self) -> list[str]:
        """Which shapes are in it; a hollow point is told of apart."""
        found = {mark.shape for mark in self.marks if mark.is_dated or mark.shape != "point"}
        return [shape for shape in SHAPES if shape in found]

    @property
    def has_undated(self) -> bool:
        """Whether any stands at its report's date."""
        return any(not mark.is_dated for mark in self.marks)


def chart(observations: Sequence[Observation], older: int = 0) -> Chart | None:
    """Of observations of one sort, the latest first; None where none has a day. `older`: how many more there are."""
    drawn = [each for each in observations if each.first.latest or each.first.earliest][:MOST]
    if not drawn:
        return None
    days = [day for each in drawn for day in (each.first.earliest, each.first.latest) if day]
    first, last = min(days).replace(day=1), _months_after(max(days), 1)
    values = [end for each in drawn for end in each.first.each if end is not None]
    ticks = _values(min(values), max(values))
    scale = _Scale(first, last, ticks[0], ticks[-1])
    return Chart(
        marks=tuple(_mark(each, scale) for each in drawn),
        down=tuple(Tick(scale.y(value), number(value)) for value in ticks),
        along=tuple(Tick(scale.x(day), label) for day, label in _days(first, last)),
        begins_at=number(ticks[0]) if ticks[0] else "",
        left_out=len(observations) - len(drawn) + older,
    )


class _Scale(NamedTuple):
    first: date
    last: date
    least: Decimal
    most: Decimal

    def x(self, day: date) -> int:
        part = (day - self.first).days / ((self.last - self.first).days or 1)
        return round(LEFT + part * (WIDTH - LEFT - RIGHT))

    def y(self, value: Decimal) -> int:
        part = float((value - self.least) / (self.most - self.least))
        return round(HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM))


def _mark(observation: Observation, scale: _Scale) -> Mark:
    sighting = observation.first
    left, right = (scale.x(day) for day in _stretch(sighting, scale))
    low, high = sighting.each
    known = [scale.y(end) for end in (low, high) if end is not None]
    bottom, top = known[0], known[-1]
    x, y = (left + right) // 2, (bottom + top) // 2
    shape, path = "point", ""
    if low is None or high is None:
        shape = "upward" if high is None else "downward"
        tip = max(y - _ARROW, 2) if high is None else min(y + _ARROW, HEIGHT - 2)
        back = 6 if high is None else -6
        path = f"M{min(left, x - 5)} {y}H{max(right, x + 5)}M{x} {y}V{tip}M{x - 4} {tip + back}L{x} {tip}L{x + 4} {tip + back}"
    elif right - left > 3 and bottom - top > 3:
        shape, path = "area", f"M{left} {bottom}H{right}V{top}H{left}Z"
    elif right - left > 3:
        shape, path = "span", f"M{left} {y}H{right}"
    elif bottom - top > 3:
        shape, path = "range", f"M{x} {bottom}V{top}M{x - 4} {bottom}H{x + 4}M{x - 4} {top}H{x + 4}"
    return Mark(observation, shape, x, y, path, sighting.is_dated)


def _stretch(sighting: Sighting, scale: _Scale) -> tuple[date, date]:
    """An end of days that is open reaches to the edge."""
    return sighting.earliest or scale.first, sighting.latest or scale.last


def _values(least: Decimal, most: Decimal) -> list[Decimal]:
    """Round numbers from below the least to above the most; from 0 unless all lie high above it."""
    if least * 2 <= most or not most:
        least = Decimal(0)
        span = most or Decimal(1)
    else:
        # A little room, so that no point lies on the edge.
        span = max(most - least, most / 10)
        least, most = least - span / 10, most + span / 10
    size = Decimal(10) ** (span.adjusted() - 1)
    step = next(
        step
        for step in (size * factor for factor in (2, 5, 10, 20, 50, 100))
        if (most / step).to_integral_value(ROUND_CEILING) - least // step < _TICKS_DOWN
    )
    ticks = [least // step * step]
    while ticks[-1] < most or len(ticks) < 2:
        ticks.append(ticks[-1] + step)
    return ticks


def _days(first: date, last: date) -> list[tuple[date, str]]:
    """Beginnings of months or years, as many as have room."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((step for step in (1, 2, 3, 6, 12, 24, 60, 120, 240) if months / step <= _TICKS_ALONG - 1), 600)
    found = []
    for number_of in range(months + 1):
        day = _months_after(first, number_of)
        if (day.year * 12 + day.month - 1) % step == 0:
            month = either(f"{_MONTHS[day.month - 1]} {day.year}", f"{day.year}.{day.month}")
            label = f"{day.year}" if step >= 12 else month
            found.append((day, label))
    return found


def _months_after(day: date, months: int) -> date:
    """The first day of a month so many after a day's."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)
