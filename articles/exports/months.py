"""What is told to programs of how much there is by month: zero where there is none between two that have some."""

from collections.abc import Iterator, Sequence
from datetime import date

from articles.exports.rows import Row, means
from articles.facets import Filter
from articles.pages.timeline import days_of, periods_of


class Month(Row):
    """A month between the first and the last that has a report, or several that a report's date allows."""

    period: str = means(
        "as EDTF: 2023-04; or 2023, or 2023-03/2023-05, for reports whose date allows all these months, which are in none of them"
    )
    earliest: date = means("its first day")
    latest: date = means("its last day")
    reports: int = means("reports dated to it; copies count once")
    claims: int = means("claims in reports dated to it")


def months_asked_for(asked: Filter) -> Iterator[Sequence[Month]]:
    """The months of a list, newest first; in one piece. Raises BadParameter."""
    reports, claims = periods_of(asked)
    found = {*reports, *claims} | set(_between([period for period in (*reports, *claims) if "/" not in period]))
    rows = [_row(period, reports.get(period, 0), claims.get(period, 0)) for period in found]
    yield sorted(rows, key=lambda row: (row.latest, row.earliest), reverse=True)


def _row(period: str, reports: int, claims: int) -> Month:
    earliest, latest = days_of(period)
    return Month(period=_edtf(period), earliest=earliest, latest=latest, reports=reports, claims=claims)


def _edtf(period: str) -> str:
    """Whole years without their months."""
    first, slash, last = period.partition("/")
    if slash and first.endswith("-01") and last.endswith("-12"):
        return first[:4] if first[:4] == last[:4] else f"{first[:4]}/{last[:4]}"
    return period


def _between(months: Sequence[str]) -> Iterator[str]:
    """Every month from the first to the last of these."""
    if months:
        first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (min(months), max(months)))
        yield from (f"{number // 12}-{number % 12 + 1:02}" for number in range(first, last + 1))
