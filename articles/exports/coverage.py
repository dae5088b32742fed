"""What is told to programs of provinces by month: the same numbers as on the page, one row a province and month."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from articles.exports.rows import Row, means
from articles.facets import Filter, month_days
from articles.pages.coverage import asked_for
from articles.queries.coverage import Found, Usual, provinces_asked
from articles.queries.names import Names
from articles.search import coverage

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


@dataclass(frozen=True)
class ProvinceMonths:
    """Every province and month that an address asks for, a year at a time: of the years asked for, or all there are.

    `edges`: the first and last month of the collection, None while it is empty.
    """

    filter: Filter
    names: Names
    edges: tuple[date | None, date | None]
    usual: Usual

    @classmethod
    def asked(cls, asked: Filter) -> Self:
        """Raises BadParameter."""
        filter, names = asked_for(asked)
        return cls(filter, names, coverage.span(filter, names), coverage.usual(filter, names))

    @property
    def years(self) -> Sequence[int]:
        """The newest first."""
        return sorted(map(int, self.filter.year or _years(self.edges)), reverse=True)

    def of_year(self, year: int) -> Sequence[ProvinceMonth]:
        """The newest month first, within it by province."""
        of_it = self.filter.without("year").having("year", f"{year}")
        found = coverage.coverage(of_it, self.names, self.edges, self.usual)
        months = [date(year, month, 1) for month in range(12, 0, -1)]
        if not self.filter.year:
            months = [month for month in months if _is_between(month, self.edges)]
        return [
            _row(found.at(province, month), month, *self.names.called("province", province))
            for month in months
            for province in provinces_asked(self.filter, self.names)
        ]

    def pieces(self) -> Iterator[Sequence[ProvinceMonth]]:
        """All of it; a year is a piece."""
        return (self.of_year(year) for year in self.years)


def _is_between(month: date, edges: tuple[date | None, date | None]) -> bool:
    first, last = edges
    return first is not None and last is not None and first <= month <= last


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
