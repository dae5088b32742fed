"""What is told to programs of provinces by month: the same numbers as on the page, one row a province and month."""

from collections.abc import Iterator, Sequence
from datetime import date

from articles.exports.rows import Row, means
from articles.facets import Filter, month_days
from articles.pages.coverage import asked_for
from articles.queries import coverage

STATES = {
    "some": "reports",
    "other": "none of these reports",
    "none": "no report in this collection",
    "outside": "outside this collection",
}


class ProvinceMonth(Row):
    """A province in a month."""

    province: str = means("the province's slug")
    province_name: str = means("its name")
    month: str = means("as EDTF: 2023-04")
    earliest: date = means("its first day")
    latest: date = means("its last day")
    state: str = means(
        "reports; none of these reports (there are some about the province, none that the parameters ask for); "
        "no report in this collection; or outside this collection (before its first month or after its last)"
    )
    reports: int = means("reports asked for, about the province and dated to the month")
    origins: int = means("how many they are when copies and translations count once")
    reports_about_province: int = means("all reports about the province dated to the month, whatever was asked for")
    reports_of_month: int = means("what the outlets carried that month about anything, each one's own copies once")
    outlets: int = means("how many outlets had a report that month")
    share: float | None = means("how large a part of reports_of_month is asked for and about the province, 0 to 1")
    usual_share: float | None = means("that share had each outlet written as it did over all its months, 0 to 1")


def province_months(asked: Filter) -> Iterator[Sequence[ProvinceMonth]]:
    """The newest month first, within it by province; of the years asked for, or from the first report to the last.

    In one piece. Raises BadParameter.
    """
    filter, names = asked_for(asked)
    edges = coverage.span(filter, names)
    found = coverage.coverage(filter, names, edges)
    provinces = [(pk, *names.called("province", pk)) for pk in coverage.provinces_asked(filter, names)]
    rows = []
    for month in _months(filter, edges):
        earliest, latest = month_days(f"{month:%Y-%m}")
        for pk, slug, name in provinces:
            cell = found.at(pk, month)
            rows.append(
                ProvinceMonth(
                    province=slug,
                    province_name=name,
                    month=f"{month:%Y-%m}",
                    earliest=earliest,
                    latest=latest,
                    state=STATES[cell.kind],
                    reports=cell.reports,
                    origins=cell.origins,
                    reports_about_province=cell.about,
                    reports_of_month=cell.month_reports,
                    outlets=cell.outlets,
                    share=_rounded(cell.share),
                    usual_share=_rounded(cell.usual),
                )
            )
    yield rows


def _months(filter: Filter, edges: tuple[date | None, date | None]) -> Iterator[date]:
    first, last = edges
    if filter.year:
        for year in sorted(map(int, filter.year), reverse=True):
            yield from (date(year, month, 1) for month in range(12, 0, -1))
    elif first and last:
        for number in range(last.year * 12 + last.month - 1, first.year * 12 + first.month - 2, -1):
            yield date(number // 12, number % 12 + 1, 1)


def _rounded(part: float | None) -> float | None:
    return None if part is None else round(part, 4)
