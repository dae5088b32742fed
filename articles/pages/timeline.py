"""Reports by month: how many, none, or before the first and after the last of them."""

from dataclasses import dataclass
from datetime import date

from articles.facets import Chip, Filter, month_label
from articles.pages.lists import TimeNote, canonical, names_for, time_note
from articles.queries import counts

BARS = 20


@dataclass(frozen=True)
class MonthCell:
    """One month. `kind`: "some", "none" (no report), or "outside" (before the first report or after the last)."""

    label: str
    count: int
    kind: str
    shade: int
    query: str


@dataclass(frozen=True)
class YearRow:
    """One year. `longer`: reports dated to it but to no single month; `bar`: length of its bar, 0 to BARS."""

    year: int
    months: tuple[MonthCell, ...]
    longer: int
    total: int
    bar: int
    query: str


@dataclass(frozen=True)
class TimelinePage:
    """Years newest first; `months_without`: months between the first and last report that have none."""

    label: str
    chips: tuple[Chip, ...]
    years: tuple[YearRow, ...]
    first: str
    last: str
    months_without: int
    total: int
    query: str
    canonical: str
    time: TimeNote | None


def timeline_page(asked: Filter) -> TimelinePage:
    """/timeline/. Raises BadParameter."""
    filter, names = names_for(asked)
    found = counts.months(filter, names)
    dated = sorted(found.counts)
    years = sorted(found.years)
    most = max(found.counts.values(), default=0)
    totals = found.years
    tallest = max(totals.values(), default=0)
    span = range(years[0], years[-1] + 1) if years else range(0)
    rows = tuple(
        YearRow(
            year=year,
            months=tuple(_cell(date(year, month, 1), found, dated, most, filter) for month in range(1, 13)),
            longer=found.longer.get(year, 0),
            total=totals.get(year, 0),
            bar=_share(totals.get(year, 0), tallest, BARS),
            query=filter.without("month").without("year").having("year", str(year)).query(),
        )
        for year in reversed(span)
    )
    return TimelinePage(
        label=filter.label(names.labels),
        chips=tuple(filter.chips(names.labels)),
        years=rows,
        first=month_label(dated[0].isoformat()[:7]) if dated else "",
        last=month_label(dated[-1].isoformat()[:7]) if dated else "",
        months_without=sum(cell.kind == "none" for row in rows for cell in row.months),
        total=found.total,
        query=filter.query(),
        canonical=canonical("articles:timeline", filter.query()),
        time=time_note(filter),
    )


def _cell(day: date, found: counts.Months, dated: list[date], most: int, filter: Filter) -> MonthCell:
    count = found.counts.get(day, 0)
    inside = bool(dated) and dated[0] <= day <= dated[-1]
    month = day.isoformat()[:7]
    return MonthCell(
        label=month_label(month),
        count=count,
        kind="some" if count else "none" if inside else "outside",
        shade=_share(count, most, 4),
        query=filter.without("year").without("month").having("month", month).query() if count else "",
    )


def _share(count: int, most: int, steps: int) -> int:
    """How many of `steps` a count fills; at least one when there is anything, none when there is nothing."""
    return max(1, round(count * steps / most)) if count else 0
