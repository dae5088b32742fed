"""Reports by province and month, as the index knows them now. Of another time the database is asked (`queries.coverage`).

Months are those that the index counts by (`index/periods.py`); what is dated to several is in no cell.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from articles.facets import Filter
from articles.queries import coverage as then
from articles.queries.coverage import Carried, Cell, Coverage, Usual, about_anything, provinces_asked
from articles.queries.names import Names
from articles.search.answers import Answers
from articles.search.index.periods import month_of
from articles.search.index.schema import PERIOD
from articles.search.numbers import must
from articles.search.sought import Sought


def span(filter: Filter, names: Names) -> tuple[date | None, date | None]:
    """As `queries.coverage.span`. Raises NotCurrent."""
    if filter.is_of_another_time:
        return then.span(filter, names)
    months = [month for period in _reports(filter.all_of_its_time(), names).each(PERIOD)[PERIOD]
              if (month := month_of(period))]  # fmt: skip
    return min(months, default=None), max(months, default=None)


def usual(filter: Filter, names: Names) -> Usual:
    """As `queries.coverage.usual`. Raises NotCurrent."""
    if filter.is_of_another_time:
        return then.usual(filter, names)
    filter = filter.without("year").without("month")
    months: defaultdict[int, dict[date, int]] = defaultdict(dict)
    periods = set[int]()
    for (outlet, period), count in _reports(about_anything(filter), names).together("outlet", PERIOD).items():
        if month := month_of(period):
            months[outlet][month] = count
            periods.add(period)
    outlets = {outlet: Carried(sum(of.values()), min(of), max(of)) for outlet, of in months.items()}
    habits: defaultdict[int, dict[int, float]] = defaultdict(dict)
    if periods:
        in_one_month = _also(_reports(filter, names), PERIOD, periods)
        for (province, outlet), count in in_one_month.together("province", "outlet").items():
            habits[province][outlet] = count / outlets[outlet].reports
    return Usual(outlets, dict(habits))


def coverage(filter: Filter, names: Names, edges: tuple[date | None, date | None], usual: Usual) -> Coverage:
    """As `queries.coverage.coverage`, of the years that the filter asks for; without any, of none. Raises NotCurrent."""
    if filter.is_of_another_time:
        return then.coverage(filter, names, edges, usual)
    cells: dict[Cell, tuple[int, int]] = {}
    about: dict[Cell, int] = {}
    longer: Counter[tuple[int, int]] = Counter()
    monthly: defaultdict[date, dict[int, int]] = defaultdict(dict)
    provinces = provinces_asked(filter, names)
    for year in filter.year:
        of_year = filter.having("year", year)
        found = _reports(of_year, names)
        again = _again(found, provinces)
        for (province, period), count in found.together("province", PERIOD).items():
            if province not in provinces:
                continue
            if month := month_of(period):
                cells[province, month] = (count, count - again[province, month])
            else:
                longer[province, int(year)] += count
        everything = _reports(filter.all_of_its_time().having("year", year), names)
        about |= _in_one_month(everything.together("province", PERIOD))
        carried = _reports(about_anything(of_year), names).together("outlet", PERIOD)
        for (outlet, month), count in _in_one_month(carried).items():
            monthly[month][outlet] = count
    return Coverage(*edges, usual, cells, about, dict(longer), dict(monthly))


def _reports(filter: Filter, names: Names) -> Answers:
    return Sought.all(filter, names).answers("articles")


def _also(answers: Answers, name: str, numbers: Iterable[int]) -> Answers:
    return replace(answers, also=(*answers.also, must(name, sorted(numbers))))


def _in_one_month(counted: Mapping[tuple[int, ...], int]) -> dict[Cell, int]:
    months = ((value, month_of(period), count) for (value, period), count in counted.items())
    return {(value, month): count for value, month, count in months if month}


def _again(found: Answers, provinces: Iterable[int]) -> Counter[Cell]:
    """How many of a cell's reports are there beside another of their group; only those of several are read."""
    several = _also(found, "is_of_several", [1])
    again: Counter[Cell] = Counter()
    for province in provinces:
        groups = Counter(_also(several, "province", [province]).rows("group", PERIOD))
        for (_, period), count in groups.items():
            if count > 1 and (month := month_of(period)):
                again[province, month] += count - 1
    return again
