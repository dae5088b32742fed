"""Reports or claims by month and year: how many, none of what is asked for, no report at all; and what happened since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from articles.announced import Announced
from articles.due import LABELS as DUE_LABELS
from articles.due import State
from articles.facets import BadParameter, Filter, day_label, month_days, month_label
from articles.listing import ARTICLES
from articles.pages.counted_by import COUNTS, Way, own, pairs, ways
from articles.pages.lists import NarrowedPage, canonical, names_for, narrower_query, panels, time_note
from articles.pages.months import Bar, YearRow, height, months_of, year_rows
from articles.pages.seen import Seen, seen
from articles.queries import moved, topics
from articles.queries.names import Names
from articles.search import Sought, tallies
from articles.search.index.schema import PERIOD
from provinces.tongue import say

# So many years of a topic beside each other.
MOST_YEARS = 15
# So many provinces, and topics, of which something moved.
MOST_MOVED = 14
_NARROWED_BY = ("province", "topic", "outlet", "year", "language")


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
    rows = year_rows(periods, years, about, filter)
    dated = sorted(month for row in rows for month in months_of(row.year) if periods.get(month))
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
            dated[0] < month < dated[-1] and not periods.get(month) for row in rows for month in months_of(row.year)
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
        of_topic = undated.unused("topic").having("topic", slug)
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
                height=height(by_year.get(year, 0), most),
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
            query=filter.unused(facet).having(facet, slug).query(),
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
