"""Reports or claims by month and year: how many, none of what is asked for, no report at all; and what happened since."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from articles.announced import Announced
from articles.due import LABELS as DUE_LABELS
from articles.due import State
from articles.facets import BadParameter, Filter, day_label, month_days, month_label, value_label
from articles.listing import ARTICLES
from articles.pages.counted_by import COUNTS, Way, own, pairs, ways
from articles.pages.lists import NarrowedPage, canonical, names_for, narrower_query, panels, time_note
from articles.pages.seen import Seen, seen
from articles.queries import moved, topics
from articles.queries.names import Names
from articles.search import Sought, tallies
from articles.search.index.schema import PERIOD
from provinces.tongue import is_korean, say

# How high a bar can be, in parts; anything at all is at least this high.
TALLEST, LOWEST = 40, 3
# So many years of a topic beside each other, and so many lines of spans under a year.
MOST_YEARS = 15
MOST_LINES = 6
# So many provinces, and topics, of which something moved.
MOST_MOVED = 14
_NARROWED_BY = ("province", "topic", "outlet", "year", "language")


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


@dataclass(frozen=True)
class TopicLine:
    """A topic by year. `query`: of its timeline; `first` and `last`: the months in which it was seen first and last."""

    label: str
    query: str
    list_query: str
    count: int
    years: tuple[Bar, ...]
    first: str
    last: str


@dataclass(frozen=True)
class DueCount:
    """How many announcements stand in a state; `query`: of the calendar of them."""

    label: str
    count: int
    query: str


@dataclass(frozen=True)
class MovedRow:
    """A province or a topic with how many of its reports moved, by MOVES; `query`: of the list of changes."""

    label: str
    numbers: tuple[int, ...]
    query: str


@dataclass(frozen=True)
class MovedSince:
    """What moved since a day. `numbers`: reports by MOVES."""

    day: str
    since: str
    numbers: tuple[int, ...]
    withdrawn: int
    provinces: tuple[MovedRow, ...]
    topics: tuple[MovedRow, ...]


@dataclass(frozen=True, kw_only=True)
class TimelinePage(NarrowedPage):
    """Years newest first. `first`, `last`: months with a report that is dated to one; `without`: those between without one.

    `topics`, `seen`: None of another time; `due`: of announcements by how they stand.
    """

    count: str
    ways: tuple[Way, ...]
    years: tuple[YearRow, ...]
    first: str
    last: str
    without: int
    once: int
    topics: tuple[TopicLine, ...]
    topic_years: tuple[int, ...]
    seen: Seen | None
    due: tuple[DueCount, ...]
    moved: MovedSince | None
    all_query: str

    @property
    def listed(self) -> str:
        """The name of the list that the bars lead to."""
        return f"articles:{COUNTS[self.count]}"

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of months that there are."""
        return frozenset(bar.kind for row in self.years for bar in row.months)

    @property
    def has_spans(self) -> bool:
        """Whether anything is dated to several months."""
        return any(row.lines for row in self.years)


def timeline_page(asked: Filter, count: str, today: date, since: date | None = None) -> TimelinePage:
    """/timeline/; `count`: one of COUNTS. Whole years are shown, also of a month. Raises BadParameter."""
    filter, names = names_for(asked)
    filter = filter.having("year", *(month[:4] for month in filter.month)).without("month").dated_within(False)
    check_since(since, filter, today)
    kind, more, undated = COUNTS[count], own(count), filter.without("year")
    tally = tallies.tally(kind, filter, names, (*_NARROWED_BY, PERIOD))
    whole = tallies.tally(kind, undated, names, ("year", PERIOD)) if filter.year else tally
    is_narrowed = bool(undated) or count != "reports"
    about = (
        dict(tallies.tally(ARTICLES, filter.all_of_its_time(), names, (PERIOD,)).counts[PERIOD])
        if is_narrowed
        else dict(whole.counts[PERIOD])
    )
    periods, years = dict(whole.counts[PERIOD]), {int(year): n for year, n in whole.counts["year"]}
    rows = _rows(periods, years, about, filter)
    dated = sorted(month for row in rows for month in _months(row.year) if periods.get(month))
    topic_years = tuple(sorted(row.year for row in rows))[-MOST_YEARS:]
    return TimelinePage(
        label=filter.label(names.labels),
        chips=tuple(filter.chips(names.labels, *more)),
        panels=panels(filter, {name: tally.counts[name] for name in _NARROWED_BY}, names.labels, *more),
        total=tally.total,
        once=tally.once,
        query=filter.query(),
        after="",
        next="",
        canonical=canonical("articles:timeline", filter.query(*more)),
        narrower_query=narrower_query(filter, *more),
        pairs=pairs(filter, count),
        time=time_note(filter, *more),
        count=count,
        ways=ways(filter, count),
        years=rows,
        first=month_label(dated[0]) if dated else "",
        last=month_label(dated[-1]) if dated else "",
        without=sum(
            dated[0] < month < dated[-1] and not periods.get(month) for row in rows for month in _months(row.year)
        )
        if dated
        else 0,
        topics=_topics(count, undated, names, topic_years),
        topic_years=topic_years,
        seen=seen(Sought.all(filter, names), with_last=True) if rows and not filter.is_of_another_time else None,
        due=_due(filter, names, today),
        moved=_moved(filter, names, since) if since else None,
        all_query=filter.query(*more),
    )


def check_since(since: date | None, filter: Filter, today: date) -> None:
    """Raises BadParameter for a day to come, and beside another time."""
    if since and since > today:
        raise BadParameter("since", since.isoformat(), say("has not come yet"))
    if since and filter.is_of_another_time:
        raise BadParameter(
            "since", since.isoformat(), say("is told of the record as it is now, and not of another time")
        )


def _months(year: int) -> list[str]:
    return [f"{year}-{month:02}" for month in range(1, 13)]


def _rows(
    periods: Mapping[str, int], years: Mapping[int, int], about: Mapping[str, int], filter: Filter
) -> tuple[YearRow, ...]:
    """The years asked for, or every one from the first to the last that has something; the newest first."""
    between = range(min(years), max(years) + 1) if years else ()
    shown = sorted(map(int, filter.year), reverse=True) if filter.year else between[::-1]
    most = max((n for period, n in periods.items() if "/" not in period), default=0)
    edges = _edges(about)
    of_month = filter.without("year").dated_within(True).queries("month")
    rows = []
    for year in shown if years else ():
        bars = tuple(_bar(month, periods, about, edges, most, of_month(month)) for month in _months(year))
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
    return Bar(month_label(month), count, kind, _height(count, most), query if count else "")


def _height(count: int, most: int) -> int:
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
        label = span_label(_month_name(first), _month_name(last))
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


def span_label(first: str, last: str) -> str:
    """Two months for people: "2023", "2021 to 2022", "March to May 2023", "December 2022 to January 2023"."""
    if first.endswith("-01") and last.endswith("-12"):
        one, other = (value_label("year", month[:4], {}) for month in (first, last))
        return one if one == other else say("{first} to {last}", first=one, last=other)
    begin, end = month_label(first), month_label(last)
    if first[:4] != last[:4]:
        return say("{first} to {last}", first=begin, last=end)
    # The year is said once: after the last month in English, before the first in Korean.
    return f"{begin}~{end.split()[-1]}" if is_korean() else f"{begin.split()[0]} to {end}"


def _topics(count: str, undated: Filter, names: Names, years: Sequence[int]) -> tuple[TopicLine, ...]:
    """Of broad topics, or of those right below the ones asked for: those there is something on, the most first."""
    if undated.is_of_another_time or not years:
        return ()
    kind = COUNTS[count]
    asked = [names.ids["topic"][slug] for slug in undated.wanted("topic")]
    found = []
    for slug in topics.right_below(asked):
        if slug not in names.labels["topic"]:
            continue
        of_topic = undated.without("topic").having("topic", slug)
        tally = tallies.tally(kind, of_topic, names, ("year", PERIOD))
        if tally.once:
            found.append((slug, of_topic, tally))
    by_year = [{int(year): n for year, n in tally.counts["year"]} for _, _, tally in found]
    most = max((n for each in by_year for year, n in each.items() if year in years), default=0)
    lines = [
        _topic(names.labels["topic"][slug], of_topic, count, tally, each, years, most)
        for (slug, of_topic, tally), each in zip(found, by_year, strict=True)
    ]
    return tuple(sorted(lines, key=lambda line: (-line.count, line.label)))


def _topic(
    label: str,
    of_topic: Filter,
    count: str,
    tally: tallies.Tally,
    by_year: Mapping[int, int],
    years: Sequence[int],
    most: int,
) -> TopicLine:
    of_year = of_topic.queries("year")
    ends = [(period.partition("/")[0], period.rpartition("/")[2]) for period, _ in tally.counts[PERIOD]]
    return TopicLine(
        label=label,
        query=of_topic.query(*own(count)),
        list_query=of_topic.query(),
        count=tally.once,
        years=tuple(
            Bar(
                label=str(year),
                count=by_year.get(year, 0),
                kind="some" if by_year.get(year) else "zero",
                height=_height(by_year.get(year, 0), most),
                query=of_year(str(year)) if by_year.get(year) else "",
            )
            for year in years
        ),
        # Out by then for sure, and not out before.
        first=month_label(min(last for _, last in ends)) if ends else "",
        last=month_label(max(first for first, _ in ends)) if ends else "",
    )


def _due(filter: Filter, names: Names, today: date) -> tuple[DueCount, ...]:
    announced = Announced(filter, names, (), filter.as_of or filter.published_until or today)
    return tuple(
        DueCount(say(DUE_LABELS[State(state)]), number, filter.query(("state", state)))
        for state, number in announced.by_state()
    )


def _moved(filter: Filter, names: Names, since: date) -> MovedSince:
    found = moved.moved(filter, names, since)
    return MovedSince(
        day=day_label(since),
        since=since.isoformat(),
        numbers=tuple(found.reports[move] for move in moved.MOVES),
        withdrawn=found.withdrawn,
        provinces=_moved_rows("province", found.provinces, filter, names),
        topics=_moved_rows("topic", found.topics, filter, names),
    )


def _moved_rows(
    facet: str, found: Mapping[str, Mapping[str, int]], filter: Filter, names: Names
) -> tuple[MovedRow, ...]:
    rows = [
        MovedRow(
            label=names.labels[facet][slug],
            numbers=tuple(of[move] for move in moved.MOVES),
            query=filter.without(facet).having(facet, slug).query(),
        )
        for slug, of in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-sum(row.numbers), row.label)))[:MOST_MOVED]


def periods_of(asked: Filter) -> tuple[dict[str, int], dict[str, int]]:
    """For tables: reports and claims by the months they may be from. Raises BadParameter."""
    filter, names = names_for(asked)
    reports, claims = (dict(tallies.tally(kind, filter, names, (PERIOD,)).counts[PERIOD]) for kind in COUNTS.values())
    return reports, claims


def days_of(period: str) -> tuple[date, date]:
    """The first and the last day of a month, or of several."""
    return month_days(period[:7])[0], month_days(period[-7:])[1]
