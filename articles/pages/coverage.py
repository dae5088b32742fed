"""Provinces by month: how much there is, what there is none of, and where this collection has no report at all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from articles.facets import FIRST_YEAR, LAST_YEAR, Chip, Filter, month_label
from articles.pages.lists import TimeNote, canonical, names_for, time_note
from articles.queries.coverage import Coverage, Found, provinces_asked
from articles.queries.names import Names
from articles.search import coverage


@dataclass(frozen=True)
class CoverageCell:
    """A province in a month. `share` and `usual`: in whole percent, or "" where no outlet had a report that month."""

    label: str
    found: Found
    share: str
    usual: str
    query: str


@dataclass(frozen=True)
class ProvinceMonths:
    """A province's twelve months; `longer`: reports about it in that year that are dated to no single month."""

    name: str
    slug: str
    cells: tuple[CoverageCell, ...]
    longer: int


@dataclass(frozen=True)
class CoverageYear:
    """One year."""

    year: int
    rows: tuple[ProvinceMonths, ...]
    has_longer: bool


@dataclass(frozen=True)
class CoverageOutlet:
    """An outlet, from when to when it has reports here, and how many; `query`: of the same page for it alone."""

    name: str
    first: str
    last: str
    reports: int
    query: str


@dataclass(frozen=True)
class OtherYear:
    """A year to choose; the query of its page."""

    year: int
    query: str
    is_shown: bool


@dataclass(frozen=True)
class CoveragePage:
    """The years asked for, or the newest with a report. `asked`: whether something narrower than everything is asked for.

    `query`: of the list of reports; `table_query`: of the same cells for spreadsheets.
    """

    label: str
    chips: tuple[Chip, ...]
    years: tuple[CoverageYear, ...]
    choices: tuple[OtherYear, ...]
    outlets: tuple[CoverageOutlet, ...]
    first: str
    last: str
    asked: bool
    query: str
    table_query: str
    canonical: str
    time: TimeNote | None


def asked_for(asked: Filter) -> tuple[Filter, Names]:
    """What an address asks for; months become the years they are in, for whole years are shown. Raises BadParameter."""
    filter, names = names_for(asked)
    return filter.having("year", *(month[:4] for month in filter.month)).without("month").dated_within(False), names


def coverage_page(asked: Filter) -> CoveragePage:
    """/coverage/. Raises BadParameter, and NotCurrent."""
    filter, names = asked_for(asked)
    edges = coverage.span(filter, names)
    newest = (str(edges[1].year),) if edges[1] else ()
    shown = filter if filter.year else filter.having("year", *newest)
    found = coverage.coverage(shown, names, edges, coverage.usual(filter, names))
    years = tuple(_year(int(year), found, shown, names) for year in sorted(shown.year, reverse=True))
    limits = shown.without("year").without("province")
    return CoveragePage(
        label=limits.label(names.labels),
        chips=tuple(filter.chips(names.labels)),
        years=years if found.first else (),
        choices=_choices(shown, edges),
        outlets=_outlets(found, filter, names),
        first=_month(edges[0]),
        last=_month(edges[1]),
        asked=bool(limits),
        query=shown.query(),
        table_query=filter.query(),
        canonical=canonical("articles:coverage", filter.query()),
        time=time_note(filter),
    )


def _year(year: int, found: Coverage, filter: Filter, names: Names) -> CoverageYear:
    rows = []
    for province in provinces_asked(filter, names):
        slug, name = names.called("province", province)
        queries = filter.without("year").unused("province").having("province", slug).dated_within(True).queries("month")
        months = [date(year, month, 1) for month in range(1, 13)]
        cells = tuple(_cell(month, found.at(province, month), queries) for month in months)
        rows.append(ProvinceMonths(name, slug, cells, found.longer.get((province, year), 0)))
    return CoverageYear(year, tuple(rows), any(row.longer for row in rows))


def _cell(month: date, found: Found, queries: Callable[[str], str]) -> CoverageCell:
    return CoverageCell(
        label=_month(month),
        found=found,
        share=_percent(found.share),
        usual=_percent(found.usual),
        query=queries(f"{month:%Y-%m}") if found.reports else "",
    )


def _choices(filter: Filter, edges: tuple[date | None, date | None]) -> tuple[OtherYear, ...]:
    """Every year from the first report to the last, the newest first."""
    first, last = edges
    if first is None or last is None:
        return ()
    years = range(min(last.year, LAST_YEAR), max(first.year, FIRST_YEAR) - 1, -1)
    whole = filter.without("year")
    return tuple(OtherYear(year, whole.having("year", str(year)).query(), str(year) in filter.year) for year in years)


def _outlets(found: Coverage, filter: Filter, names: Names) -> tuple[CoverageOutlet, ...]:
    """By their first month."""
    rows = []
    for pk, carried in found.usual.outlets.items():
        slug, name = names.called("outlet", pk)
        if slug:
            query = filter.without("outlet").having("outlet", slug).query()
            rows.append(
                (
                    carried.first,
                    CoverageOutlet(name, _month(carried.first), _month(carried.last), carried.reports, query),
                )
            )
    return tuple(outlet for _, outlet in sorted(rows, key=lambda row: (row[0], row[1].name)))


def _month(day: date | None) -> str:
    return month_label(day.isoformat()[:7]) if day else ""


def _percent(part: float | None) -> str:
    return "" if part is None else f"{part:.0%}"
