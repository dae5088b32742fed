"""What is told to programs of provinces by month: the same numbers as on the page, one row a province and month."""

from collections.abc import Iterator, Sequence
from datetime import date

from articles.exports.rows import Row, means
from articles.facets import Filter, month_days
from articles.pages.coverage import asked_for
from articles.queries import coverage
from articles.queries.coverage import Found

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
    reports_of_month: int = means("reports of all outlets asked for dated to the month, about anything")
    outlets: int = means("how many outlets had a report that month")
    share: float | None = means("how large a part of reports_of_month is asked for and about the province, 0 to 1")
    usual_share: float | None = means("that share had each outlet written as it did over all its months, 0 to 1")


def province_months(asked: Filter) -> Iterator[Sequence[ProvinceMonth]]:
    """The newest month first, within it by province; of the years asked for, or from the first report to the last.

    A year is a piece. Raises BadParameter.
    """
    filter, names = asked_for(asked)
    edges = coverage.span(filter, names)
    usual = coverage.usual(filter, names)
    for year in sorted(map(int, filter.year or _years(edges)), reverse=True):
        found = coverage.coverage(filter.without("year").having("year", f"{year}"), names, edges, usual)
        months = [date(year, month, 1) for month in range(12, 0, -1)]
        if not filter.year:
            months = [month for month in months if edges[0] and edges[1] and edges[0] <= month <= edges[1]]
        yield [
            _row(found.at(province, month), month, *names.called("province", province))
            for month in months
            for province in coverage.provinces_asked(filter, names)
        ]


def _years(edges: tuple[date | None, date | None]) -> Sequence[int]:
    first, last = edges
    return range(first.year, last.year + 1) if first and last else ()


def _row(cell: Found, month: date, slug: str, name: str) -> ProvinceMonth:
    earliest, latest = month_days(f"{month:%Y-%m}")
    return ProvinceMonth(
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


def _rounded(part: float | None) -> float | None:
    return None if part is None else round(part, 4)
