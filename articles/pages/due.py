"""What was announced and what became of it: a calendar of announcements, and what a claim's page tells of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from articles.announced import Announced
from articles.due import LABELS, PRECISIONS, RECORDED, State, precision, state_of
from articles.facets import month_days, month_label
from articles.models import Became, ClaimVersion, Outcome, OutcomeGround
from articles.models.outcome import SHOWN
from articles.pages.cards import ClaimCard, claim_card
from articles.pages.claim import DateLine
from articles.pages.lists import Choice, NarrowedPage, Panel, canonical, narrower_query, panels, time_note
from articles.queries import due as queries
from articles.queries import due_counts, outcomes
from provinces.tongue import is_korean, say

UNDATED, UNDATED_LABEL = "undated", "No day that could pass"


@dataclass(frozen=True)
class Shown:
    """A claim that shows what became of an announcement; its words leave out what they say of a source."""

    public_id: str
    words: str
    language: str
    outlet: str
    published: str


@dataclass(frozen=True)
class Stated:
    """One statement of an editor. `fallen`: how many of the claims that showed it do not stand any more."""

    number: int
    code: str
    became: str
    ground: str
    at: datetime
    holds: bool
    fallen: int
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class DueLine:
    """An announcement with its state in words and, if one is recorded, the newest statement of what became of it."""

    claim: ClaimCard
    due: DateLine | None
    precision: str
    state: str
    said: str
    stated: Stated | None


@dataclass(frozen=True)
class DueMonth:
    """What falls due in a month at the latest, or on no day. `anchor`: its name within the page."""

    anchor: str
    label: str
    lines: tuple[DueLine, ...]


@dataclass(frozen=True)
class MonthLink:
    """A month of the calendar; `query` leads to the page that begins with it, "" where nothing falls due."""

    label: str
    count: int
    query: str
    anchor: str

    @property
    def name(self) -> str:
        """The month without its year."""
        return self.label.split()[-1 if is_korean() else 0]


@dataclass(frozen=True)
class CalendarYear:
    """A year of the calendar, with its months."""

    year: int
    months: tuple[MonthLink, ...]


@dataclass(frozen=True)
class KeptRow:
    """How many announcements of a body, or on a topic, were kept. `kept`: in whole percent of those with an outcome."""

    label: str
    query: str
    counts: tuple[tuple[str, int], ...]
    total: int
    kept: int


@dataclass(frozen=True)
class KeptTable:
    """Those bodies, or topics, that have enough; `too_few`: names that were asked for and have not."""

    heading: str
    rows: tuple[KeptRow, ...]
    too_few: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DuePage(NarrowedPage):
    """A page of the calendar, what falls due last first. Queries are query strings without question mark.

    `undated`: the way to announcements that fall due on no day ("soon"); `kept`: on the first page alone.
    """

    months: tuple[DueMonth, ...]
    calendar: tuple[CalendarYear, ...]
    undated: MonthLink | None
    kept: tuple[KeptTable, ...]
    enough: int
    filter_query: str


def due_page(announced: Announced, after: str = "") -> DuePage:
    """/due/. Raises BadParameter."""
    filter, names = announced.filter, announced.names
    rows, cursor = announced.page(after)
    counted, undated = announced.months()
    counts = announced.counts()
    return DuePage(
        label=announced.label,
        chips=tuple(announced.chips()),
        panels=(*_states(announced, counts.pop("state")), *panels(filter, counts, names.labels, *announced.own)),
        months=_months([due_line(row, filter.is_of_another_time) for row in rows], rows),
        calendar=_calendar(announced, counted),
        undated=_undated(announced, undated, counted),
        kept=() if after else _kept(announced),
        enough=due_counts.ENOUGH,
        total=sum(counted.values()) + undated,
        query=announced.query(),
        filter_query=filter.query(),
        after=after,
        next=announced.query(("after", cursor)) if cursor else "",
        canonical=canonical("articles:due", announced.query(("after", after))),
        narrower_query=narrower_query(filter, *announced.own),
        pairs=(*announced.own, *filter.without_time().pairs()),
        time=time_note(filter, *announced.own),
    )


def due_line(row: queries.Announcement, is_of_another_time: bool = False) -> DueLine:
    """One announcement; its claim has `due_state`."""
    version: Any = row.version
    state = version.due_state
    last = row.outcomes[-1] if row.outcomes else None
    stated = _stated(last, row.showing(last)) if last and last.became != Became.TAKEN_BACK else None
    return DueLine(
        claim=claim_card(row.version, (), is_of_another_time),
        due=DateLine.of(row.version.due),
        precision=say(PRECISIONS[precision(row.version.due_edtf)]),
        state=state,
        said=say(LABELS[state]),
        stated=stated,
    )


def _stated(outcome: Outcome, evidence: Sequence[ClaimVersion]) -> Stated:
    row: Any = outcome
    became = Became(outcome.became)
    return Stated(
        number=outcome.number,
        code=became.value,
        became=say(became.label),
        ground=say(OutcomeGround(outcome.ground).label),
        at=outcome.at,
        holds=became not in SHOWN or bool(row.standing),
        fallen=outcome.shown_by - len(row.standing),
        shown=tuple(map(_shown, evidence)),
    )


def _shown(version: ClaimVersion) -> Shown:
    card = claim_card(version)
    return Shown(card.public_id, card.words, card.language, card.outlet.label, card.published)


def _months(lines: Sequence[DueLine], rows: Sequence[queries.Announcement]) -> tuple[DueMonth, ...]:
    found = []
    pairs = zip(lines, (row.version.due_latest for row in rows), strict=True)
    for month, group in groupby(pairs, key=lambda pair: f"{pair[1]:%Y-%m}" if pair[1] else ""):
        label = month_label(month) if month else say(UNDATED_LABEL)
        found.append(DueMonth(_anchor(month), label, tuple(line for line, _ in group)))
    return tuple(found)


def _anchor(month: str) -> str:
    return f"m{month}" if month else UNDATED


def _calendar(announced: Announced, counted: dict[date, int]) -> tuple[CalendarYear, ...]:
    years = sorted({month.year for month in counted}, reverse=True)
    return tuple(
        CalendarYear(
            year,
            tuple(_month(announced, date(year, month, 1), counted) for month in range(1, 13)),
        )
        for year in years
    )


def _month(announced: Announced, month: date, counted: dict[date, int]) -> MonthLink:
    name, count = f"{month:%Y-%m}", counted.get(month, 0)
    last = month_days(name)[1]
    after = queries.cursor_at(last) if any(each > month for each in counted) else ""
    return MonthLink(month_label(name), count, announced.query(("after", after)) if count else "", _anchor(name))


def _undated(announced: Announced, count: int, counted: dict[date, int]) -> MonthLink | None:
    after = queries.cursor_at(None) if counted else ""
    return MonthLink(say(UNDATED_LABEL), count, announced.query(("after", after)), UNDATED) if count else None


def _states(announced: Announced, counts: Sequence[tuple[str, int]]) -> tuple[Panel, ...]:
    choices = []
    for state, count in counts:
        chosen = state in announced.states
        others = [each for each in announced.states if each != state]
        other = announced.in_states(*others) if chosen else announced.in_states(*announced.states, state)
        choices.append(Choice(say(LABELS[state]), count, other.query(), chosen))
    return (Panel("state", say("What became of it"), tuple(choices)),) if choices else ()


def _kept(announced: Announced) -> tuple[KeptTable, ...]:
    """By body and by topic: what has enough, and what was asked for and has not."""
    filter, labels = announced.filter, announced.names.labels
    counted = announced.kept()
    found = []
    for of, heading in (("institution", "By the body that announced it"), ("topic", "By topic")):
        rows = [each for each in counted if each.of == of and each.is_enough]
        if filter.wanted(of):
            rows = [each for each in rows if each.value in filter.wanted(of)]
        enough = {each.value for each in rows}
        too_few = tuple(labels[of].get(value, value) for value in filter.wanted(of) if value not in enough)
        found.append(KeptTable(say(heading), tuple(_kept_row(announced, each) for each in rows), too_few))
    return tuple(found)


def _kept_row(announced: Announced, each: due_counts.Kept) -> KeptRow:
    narrowed = announced.in_states().filter.without(each.of).having(each.of, each.value)
    counts = tuple((say(LABELS[state]), each.counts.get(state, 0)) for state in RECORDED)
    share = round(100 * each.counts.get(State.KEPT, 0) / each.total)
    label = announced.names.labels[each.of].get(each.value, each.value)
    return KeptRow(label, narrowed.query(), counts, each.total, share)


@dataclass(frozen=True)
class BecameNote:
    """On a claim's page: how what it announces stands, all that was stated of it, and what it shows of others.

    `first`: the claim of the first report that announces the same, "" where this one does.
    """

    announces: bool
    due: DateLine | None
    precision: str
    state: str
    said: str
    stated: tuple[Stated, ...]
    first: str
    shows: tuple[str, ...]

    @property
    def is_there(self) -> bool:
        """Whether there is anything to tell."""
        return self.announces or bool(self.shows)


def became_note(version: ClaimVersion, today: date) -> BecameNote:
    """Of a public claim with `became`; a fixed number of queries, one for a claim that announces nothing."""
    shows = tuple(each.claim.public_id for each in outcomes.shown_by(version.claim))
    if not version.due_edtf and not version.due_words:
        return BecameNote(False, None, "", "", "", (), "", shows)
    first: Any = queries.first_told(version)
    told: Any = first or version
    (row,) = queries.with_all_told([told])
    state = state_of(told.became, version.due_latest, on=today)
    return BecameNote(
        announces=True,
        due=DateLine.of(version.due),
        precision=say(PRECISIONS[precision(version.due_edtf)]),
        state=state,
        said=say(LABELS[state]),
        stated=tuple(_stated(each, row.showing(each)) for each in row.outcomes),
        first=first.claim.public_id if first else "",
        shows=shows,
    )
