"""Months as bars, year by year, and below them spans of several months."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.facets import Filter, month_label, value_label
from provinces.tongue import is_korean, say

# How high a bar can be, in parts; anything at all is at least this high.
TALLEST, LOWEST = 40, 3
# So many lines of spans under a year.
MOST_LINES = 6


@dataclass(frozen=True)
class Bar:
    """A month, or a year. `kind`: "some"; "zero": none of what is asked for; "none": no report in this collection; "outside":
    before the collection's first month or after its last. `height`: 0 to TALLEST; `query`: of the list, or "".
    """

    label: str
    count: int
    kind: str
    height: int
    query: str

    @property
    def top(self) -> int:
        """Where the bar begins, from the top."""
        return TALLEST - self.height


@dataclass(frozen=True)
class Span:
    """What is dated to several months. `before`: empty columns since the span to its left; `width`: columns it covers.

    `goes_on`: whether it began before this year or ends after it.
    """

    label: str
    count: int
    before: int
    width: int
    goes_on: bool


@dataclass(frozen=True)
class SpanLine:
    """Spans of one year that do not touch each other; `after`: empty columns behind the last."""

    spans: tuple[Span, ...]
    after: int


@dataclass(frozen=True)
class YearRow:
    """One year. `total`: what its list has; `lines`: its spans; `more`: how much is left out of these."""

    year: int
    months: tuple[Bar, ...]
    total: int
    query: str
    lines: tuple[SpanLine, ...]
    more: int


def months_of(year: int) -> list[str]:
    """The twelve of a year, as "2023-05"."""
    return [f"{year}-{month:02}" for month in range(1, 13)]


def year_rows(
    periods: Mapping[str, int], years: Mapping[int, int], about: Mapping[str, int], filter: Filter
) -> tuple[YearRow, ...]:
    """`periods`, `years`: how many by month or span, and by year; `about`: by month, whatever is asked for.

    The years asked for, or every one from the first to the last that has something; the newest first."""
    between = range(min(years), max(years) + 1) if years else ()
    shown = sorted(map(int, filter.year), reverse=True) if filter.year else between[::-1]
    most = max((n for period, n in periods.items() if "/" not in period), default=0)
    edges = _edges(about)
    of_month = filter.without("year").dated_within(True).queries("month")
    rows = []
    for year in shown if years else ():
        bars = tuple(_bar(month, periods, about, edges, most, of_month(month)) for month in months_of(year))
        lines, more = _lines(periods, year)
        query = filter.without("year").having("year", str(year)).query()
        rows.append(YearRow(year, bars, years.get(year, 0), query, lines, more))
    return tuple(rows)


def _edges(about: Mapping[str, int]) -> tuple[str, str]:
    """The first and the last month of the collection to which a report is dated."""
    months = [period for period in about if "/" not in period]
    return (min(months), max(months)) if months else ("", "")


def _bar(
    month: str, periods: Mapping[str, int], about: Mapping[str, int], edges: tuple[str, str], most: int, query: str
) -> Bar:
    count = periods.get(month, 0)
    if count:
        kind = "some"
    elif about.get(month):
        kind = "zero"
    else:
        kind = "none" if edges[0] <= month <= edges[1] else "outside"
    return Bar(month_label(month), count, kind, height(count, most), query if count else "")


def height(count: int, most: int) -> int:
    """At least LOWEST when there is anything, nothing when there is nothing."""
    return max(LOWEST, round(count * TALLEST / most)) if count else 0


def _lines(periods: Mapping[str, int], year: int) -> tuple[tuple[SpanLine, ...], int]:
    """The spans that touch a year, as many on a line as do not touch each other; and how many reports are left out."""
    lines: list[list[Span]] = []
    ends: list[int] = []
    left_out = 0
    for first, last, count in sorted(_spans(periods, year)):
        begin, end = max(first, year * 12), min(last, year * 12 + 11)
        place = next((n for n, taken in enumerate(ends) if taken < begin), len(lines))
        if place == MOST_LINES:
            left_out += count
            continue
        if place == len(lines):
            lines.append([])
            ends.append(year * 12 - 1)
        label = _span_label(_month_name(first), _month_name(last))
        goes_on = first < begin or last > end
        lines[place].append(Span(label, count, begin - ends[place] - 1, end - begin + 1, goes_on))
        ends[place] = end
    whole = year * 12 + 11
    return tuple(SpanLine(tuple(line), whole - end) for line, end in zip(lines, ends, strict=True)), left_out


def _spans(periods: Mapping[str, int], year: int) -> Iterable[tuple[int, int, int]]:
    """First and last month, as numbers, of what is dated to several months and touches a year; with how many."""
    for period, count in periods.items():
        first, slash, last = period.partition("/")
        if slash and int(first[:4]) <= year <= int(last[:4]):
            yield _month_number(first), _month_number(last), count


def _month_number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _month_name(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02}"


def _span_label(first: str, last: str) -> str:
    """Two months for people: "2023", "2021 to 2022", "March to May 2023", "December 2022 to January 2023"."""
    if first.endswith("-01") and last.endswith("-12"):
        one, other = (value_label("year", month[:4], {}) for month in (first, last))
        return one if one == other else say("{first} to {last}", first=one, last=other)
    begin, end = month_label(first), month_label(last)
    if first[:4] != last[:4]:
        return say("{first} to {last}", first=begin, last=end)
    # The year is said once: after the last month in English, before the first in Korean.
    return f"{begin}~{end.split()[-1]}" if is_korean() else f"{begin.split()[0]} to {end}"
