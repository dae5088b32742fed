"""How many reports there are about each province in each month, and how that compares with what outlets usually write.

No report in the collection is not the same as none of those asked for; a number of queries that does not grow.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Max, Min
from django.db.models.functions import Coalesce, TruncMonth

from articles.facets import Filter
from articles.queries.browse import articles_matching
from articles.queries.counts import once_each
from articles.queries.names import Names
from articles.queries.times import provinces_then

Cell = tuple[int, date]
# What says of which reports a cell tells, and not whose; without it a filter has everything the same outlets carried.
ABOUT = ("province", "topic", "institution", "speech")


@dataclass(frozen=True)
class Carried:
    """An outlet's reports that are dated to one month, and its `first` and `last` month with one."""

    reports: int
    first: date
    last: date


@dataclass(frozen=True)
class Usual:
    """What outlets carried over all their months. `habits`: province → outlet → how large a part is what is asked for."""

    outlets: Mapping[int, Carried]
    habits: Mapping[int, Mapping[int, float]]


@dataclass(frozen=True)
class Found:
    """What one cell holds. `kind`: "some", "other" (reports about the province, none of those asked for), "none" (no
    report about it in this collection), or "outside" (before the collection's first month or after its last).

    `origins`: the reports with copies counted once. `about`: all reports about the province that month. `month_reports`:
    what the outlets carried that month about anything; of these the cell's have the `share`, and `usual` is that share had
    each outlet written as it did over all its months. Both are None where no outlet had a report. `outlets`: how many had.
    """

    kind: str
    reports: int
    origins: int
    about: int
    month_reports: int
    outlets: int
    share: float | None
    usual: float | None


@dataclass(frozen=True)
class Coverage:
    """By province's row and first day of month. `first` and `last`: of the whole collection; None while it is empty.

    `longer`: reports about a province that touch a year and are dated to no single month. `monthly`: month → outlet → its
    reports about anything.
    """

    first: date | None
    last: date | None
    usual: Usual
    cells: Mapping[Cell, tuple[int, int]]
    about: Mapping[Cell, int]
    longer: Mapping[tuple[int, int], int]
    monthly: Mapping[date, Mapping[int, int]]

    def at(self, province: int, month: date) -> Found:
        """One cell."""
        reports, origins = self.cells.get((province, month), (0, 0))
        about = self.about.get((province, month), 0)
        by_outlet = self.monthly.get(month, {})
        total = sum(by_outlet.values())
        habits = self.usual.habits.get(province, {})
        expected = sum(habits.get(outlet, 0) * count for outlet, count in by_outlet.items())
        return Found(
            kind=self._kind(month, reports, about),
            reports=reports,
            origins=origins,
            about=about,
            month_reports=total,
            outlets=len(by_outlet),
            share=reports / total if total else None,
            usual=expected / total if total else None,
        )

    def _kind(self, month: date, reports: int, about: int) -> str:
        if reports or about:
            return "some" if reports else "other"
        inside = self.first is not None and self.last is not None and self.first <= month <= self.last
        return "none" if inside else "outside"


def span(filter: Filter, names: Names) -> tuple[date | None, date | None]:
    """The first and the last month to which a report is dated, of all there was at the filter's time; one query."""
    rows = _in_one_month(articles_matching(filter.all_of_its_time(), names))
    found = rows.aggregate(least=Min("published_latest"), most=Max("published_latest"))
    if not found["least"]:
        return None, None
    return _first_day(found["least"]), _first_day(found["most"])


def provinces_asked(filter: Filter, names: Names) -> list[int]:
    """The provinces that have rows, by name: those wanted or else all, without those excluded."""
    labels, ids = names.labels["province"], names.ids["province"]
    wanted = set(filter.wanted("province")) or set(labels)
    return [ids[slug] for slug in sorted(wanted - set(filter.unwanted("province")), key=lambda slug: labels[slug])]


def usual(filter: Filter, names: Names) -> Usual:
    """What outlets carry, whenever; two queries."""
    filter = filter.without("year").without("month")
    outlets = _carried(_in_one_month(articles_matching(about_anything(filter), names)))
    return Usual(outlets, _habits(filter, names, outlets))


def coverage(filter: Filter, names: Names, edges: tuple[date | None, date | None], usual: Usual) -> Coverage:
    """Every cell of the years that a filter asks for, or of all; three queries. `edges`: what `span` found."""
    everything = filter.all_of_its_time().having("year", *filter.year)
    cells, longer = _cells(filter, names, provinces_asked(filter, names))
    return Coverage(
        first=edges[0],
        last=edges[1],
        usual=usual,
        cells=cells,
        about=_about(everything, names),
        longer=longer,
        monthly=_monthly(_in_one_month(articles_matching(about_anything(filter), names))),
    )


def about_anything(filter: Filter) -> Filter:
    """For everything that the same outlets carried."""
    for name in ABOUT:
        filter = filter.without(name)
    return filter


def _dated(rows: Any, prefix: str = "") -> Any:
    """Rows with the first days of the months between which the date of their report lies."""
    latest = f"{prefix}published_latest"
    earliest = Coalesce(f"{prefix}published_earliest", latest)
    return rows.order_by().exclude(**{latest: None}).annotate(first=TruncMonth(earliest), last=TruncMonth(latest))


def _in_one_month(rows: Any, prefix: str = "") -> Any:
    return _dated(rows, prefix).filter(first=F("last"))


def _filed(filter: Filter, names: Names) -> Any:
    return provinces_then(filter).filter(article__in=articles_matching(filter, names).order_by().values("pk"))


def _cells(
    filter: Filter, names: Names, provinces: Sequence[int]
) -> tuple[dict[Cell, tuple[int, int]], dict[tuple[int, int], int]]:
    rows = _dated(_filed(filter, names), "article__").filter(province__in=provinces)
    counted = rows.values_list("province", "first", "last").annotate(
        reports=Count("article"), once=once_each("article__")
    )
    cells: dict[Cell, tuple[int, int]] = {}
    longer: Counter[tuple[int, int]] = Counter()
    for province, first, last, reports, once in counted:
        if first == last:
            cells[province, first] = (reports, once)
        else:
            for year in range(first.year, last.year + 1):
                longer[province, year] += reports
    return cells, dict(longer)


def _about(filter: Filter, names: Names) -> dict[Cell, int]:
    rows = _in_one_month(_filed(filter, names), "article__").values_list("province", "first")
    return {(province, month): count for province, month, count in rows.annotate(counted=Count("article"))}


def _carried(rows: Any) -> dict[int, Carried]:
    day = "published_latest"
    found = rows.values_list("outlet").annotate(reports=Count("pk"), least=Min(day), most=Max(day))
    return {outlet: Carried(reports, _first_day(least), _first_day(most)) for outlet, reports, least, most in found}


def _first_day(day: date) -> date:
    return day.replace(day=1)


def _habits(filter: Filter, names: Names, outlets: Mapping[int, Carried]) -> dict[int, dict[int, float]]:
    rows = _in_one_month(_filed(filter, names), "article__").values_list("province", "article__outlet")
    habits: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for province, outlet, reports in rows.annotate(reports=Count("article")):
        habits[province][outlet] = reports / outlets[outlet].reports
    return dict(habits)


def _monthly(rows: Any) -> dict[date, dict[int, int]]:
    monthly: defaultdict[date, dict[int, int]] = defaultdict(dict)
    for month, outlet, reports in rows.values_list("first", "outlet").annotate(reports=Count("pk")):
        monthly[month][outlet] = reports
    return dict(monthly)
