"""What is told to programs of how many reports there are by month: zero where there is none between two that have some."""

from collections.abc import Iterator, Sequence
from datetime import date

from articles.exports.rows import Row, means
from articles.facets import Filter, month_days
from articles.pages.lists import names_for
from articles.queries import counts


class Month(Row):
    """A month between the first and the last that has a report, or a year with reports dated to no month of it."""

    period: str = means("as EDTF: 2023-04, or 2023 for reports that are dated to no single month")
    earliest: date = means("its first day")
    latest: date = means("its last day")
    reports: int = means("reports dated to it; copies count once")


def months_of(asked: Filter) -> Iterator[Sequence[Month]]:
    """The months of a list, newest first, after the year they are in; in one piece. Raises BadParameter."""
    found = counts.months(*names_for(asked))
    rows = [
        Month(period=f"{year}", earliest=date(year, 1, 1), latest=date(year, 12, 31), reports=count)
        for year, count in found.longer.items()
    ]
    if found.counts:
        day, last = min(found.counts), max(found.counts)
        while day <= last:
            earliest, latest = month_days(f"{day:%Y-%m}")
            rows.append(
                Month(period=f"{day:%Y-%m}", earliest=earliest, latest=latest, reports=found.counts.get(day, 0))
            )
            day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    yield sorted(rows, key=lambda row: (row.latest, row.earliest), reverse=True)
