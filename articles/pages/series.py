"""What things cost and what money is worth, in report after report: the index of series, and the page of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from articles.facets import day_label
from articles.figures.chart import MOST, Chart, Mark, chart
from articles.figures.items import Item, items
from articles.figures.observations import Observation, Sighting
from articles.figures.values import Kind, Measure, measure_called
from articles.figures.wording import sort_words, unit_words
from articles.models import ClaimVersion
from articles.pages.cards import ClaimCard, claim_card
from articles.pages.figures import (
    FigureLine,
    There,
    anchor,
    capitalised,
    days_words,
    figure_address,
    figure_line,
    item_name,
    printed_words,
    said_of,
    there,
)
from articles.pages.lists import TimeNote, canonical, time_note
from articles.queries.series import Brief, Where, places_called, provinces_called, versions_of
from articles.series import Series, Tally, tallies
from provinces.tongue import is_korean, name_of, say, several

# Of what is not counted any more, as many are named as one looks through.
MOST_UNCOUNTED = 30


@dataclass(frozen=True)
class SeriesLine:
    """How much there is of an item in one place. `slug`: "" for everywhere; `is_within`: a place in the province above it."""

    slug: str
    name: str
    name_ko: str
    is_within: bool
    figures: int
    reports: int
    first: str
    last: str


@dataclass(frozen=True)
class ItemLines:
    """An item and where there are figures of it. `unplaced`: how many of them say of no place."""

    slug: str
    name: str
    name_ko: str
    everywhere: SeriesLine
    places: tuple[SeriesLine, ...]
    unplaced: int


@dataclass(frozen=True)
class SeriesIndex:
    """Every item that has figures, in the order of the vocabulary."""

    items: tuple[ItemLines, ...]
    figures: int
    reports: int
    query: str
    canonical: str
    time: TimeNote | None


def series_index(series: Series) -> SeriesIndex:
    """/series/. `series`: of all items everywhere."""
    found = {item: list(group) for item, group in groupby(tallies(series), key=lambda each: each.item)}
    return SeriesIndex(
        items=tuple(_item_lines(item, found[slug]) for slug, item in items().items() if slug in found),
        figures=series.total,
        reports=series.reports,
        query=series.query(),
        canonical=canonical("articles:series", series.query()),
        time=time_note(series.filter),
    )


def _item_lines(item: Item, rows: Sequence[Tally]) -> ItemLines:
    everywhere, *places = map(_line, rows)
    outermost = sum(line.figures for line in places if not line.is_within)
    return ItemLines(
        slug=item.slug,
        name=capitalised(item.english[0]),
        name_ko=item.korean[0],
        everywhere=everywhere,
        places=tuple(places),
        unplaced=everywhere.figures - outermost,
    )


def _line(tally: Tally) -> SeriesLine:
    where = tally.where
    return SeriesLine(
        slug=where.slug if where else "",
        name=where.name if where else "",
        name_ko=(where.name_ko_rok or where.name_ko) if where and is_korean() else where.name_ko if where else "",
        is_within=where is not None and not where.is_province and tally.province is not None,
        figures=tally.figures,
        reports=tally.reports,
        first=day_label(tally.first) if tally.first else "",
        last=day_label(tally.last) if tally.last else "",
    )


@dataclass(frozen=True)
class MarkLine:
    """One observation in the drawing, with what is said when it is pointed at."""

    mark: Mark
    address: str
    title: str


@dataclass(frozen=True)
class SeriesChart:
    """The observations that are counted alike. `number`: of the chart on its page, from 1; one figure alone is not drawn."""

    number: int
    heading: str
    unit: str
    count: int
    chart: Chart | None
    marks: tuple[MarkLine, ...]
    has_several: bool


@dataclass(frozen=True)
class Uncounted:
    """A figure that does not count any more, and why."""

    claim: ClaimCard
    address: str
    words: str
    language: str
    said: str
    days: str
    why: str


@dataclass(frozen=True)
class SeriesPage:
    """One item, everywhere or in one place. Charts and what is not counted stand on the first page alone.

    `copies`: how often its figures are said again; `formats`: ending → address of the same series.
    """

    item: Item
    name: str
    where: Where | None
    charts: tuple[SeriesChart, ...]
    lines: tuple[FigureLine, ...]
    places: tuple[SeriesLine, ...]
    uncounted: tuple[Uncounted, ...]
    uncounted_total: int
    total: int
    reports: int
    copies: int
    here: str
    formats: Mapping[str, str]
    query: str
    after: str
    next: str
    canonical: str
    time: TimeNote | None

    @property
    def is_first(self) -> bool:
        """Whether this page is the list's first."""
        return not self.after

    @property
    def title(self) -> str:
        """The item and where."""
        return f"{self.name}: {name_of(self.where)}" if self.where else self.name


def series_page(series: Series, after: str = "") -> SeriesPage:
    """/series/<item>/ and /series/<item>/<place>/. Raises BadParameter."""
    item, found, filter = series.item, series.observations, series.filter
    assert item is not None, "the page of one item"
    rows, cursor = series.next(after)
    sorts = {} if after else _sorts(found)
    fallen = [] if after else series.uncounted[:MOST_UNCOUNTED]
    # All that is shown of any, asked for once.
    drawn = [each for sort in sorts.values() for each in _drawn(sort)]
    known = {each.first.row: each for each in series.whole([*rows, *drawn, *fallen])}
    lines = [known[each.row] for each in rows if each.row in known]
    uncounted = [known[each.row].first for each in fallen if each.row in known]
    provinces, places = provinces_called(), places_called({each.place for each in found if each.place})
    versions = versions_of([*(each for row in lines for each in (row.first, *row.again)), *uncounted], filter)
    name, parts = series.address
    return SeriesPage(
        item=item,
        name=item_name(item),
        where=series.where,
        charts=_charts(sorts, known, provinces, places),
        lines=tuple(
            figure_line(row, versions, there(row, provinces, places), filter.is_of_another_time) for row in lines
        ),
        places=() if after or series.where else tuple(map(_line, tallies(series)[1:])),
        uncounted=tuple(_uncounted(each, versions[each.version], filter.is_of_another_time) for each in uncounted),
        uncounted_total=0 if after else len(series.uncounted),
        total=len(found),
        reports=series.reports,
        copies=sum(each.copies for each in found),
        here=reverse(f"articles:{name}", args=parts),
        formats={ending: _address(f"{name}_{ending}", parts, series.query()) for ending in ("csv", "atom", "json")},
        query=series.query(),
        after=after,
        next=series.query(("after", cursor)) if cursor else "",
        canonical=canonical(f"articles:{name}", series.query(("after", after)), *parts),
        time=time_note(filter),
    )


def _address(name: str, parts: Sequence[str], query: str) -> str:
    return reverse(f"articles:{name}", args=parts) + (f"?{query}" if query else "")


# Figures counted alike, the latest first.
Sorts = Mapping[tuple[Kind, Measure, Measure | None], Sequence[Brief]]


def _sorts(found: Sequence[Brief]) -> Sorts:
    sorts: dict[tuple[str, str, str], list[Brief]] = {}
    for each in found:
        sorts.setdefault((each.kind, each.measure, each.of), []).append(each)
    return {
        (Kind(kind), measure_called(measure), measure_called(of) if of else None): rows
        for (kind, measure, of), rows in sorts.items()
    }


def _drawn(rows: Sequence[Brief]) -> Sequence[Brief]:
    """Those of one sort that may be in its drawing: one figure alone is not drawn."""
    return [each for each in rows if each.latest][:MOST] if len(rows) > 1 else ()


def _charts(
    sorts: Sorts, known: Mapping[int, Observation], provinces: dict[int, Where], places: dict[int, Where]
) -> tuple[SeriesChart, ...]:
    """One for each way of counting, that with most figures first."""
    in_order = sorted(sorts.items(), key=lambda sort: (-len(sort[1]), sort_words(*sort[0])))
    charts = []
    for number, ((kind, measure, of), rows) in enumerate(in_order, start=1):
        shown = [known[each.row] for each in _drawn(rows) if each.row in known]
        drawn = chart(shown, len(rows) - len(shown))
        charts.append(
            SeriesChart(
                number=number,
                heading=sort_words(kind, measure, of),
                unit=unit_words(measure, of),
                count=len(rows),
                chart=drawn,
                marks=tuple(_mark(mark, there(mark.observation, provinces, places)) for mark in drawn.marks)
                if drawn
                else (),
                has_several=not all(each.is_for_one for each in rows),
            )
        )
    return tuple(charts)


def _mark(mark: Mark, where: There | None) -> MarkLine:
    first, copies = mark.observation.first, len(mark.observation.again)
    said = [said_of(first), days_words(first), where.name if where else say("place not said")]
    if copies:
        said.append(several("told again in {number} other claim", "told again in {number} other claims", copies))
    address = f"{reverse('articles:claim', args=[first.claim])}#{anchor(*first.span)}"
    return MarkLine(mark, address, "; ".join(said))


def _uncounted(sighting: Sighting, version: ClaimVersion, is_of_another_time: bool) -> Uncounted:
    card = claim_card(version, (), is_of_another_time)
    return Uncounted(
        claim=card,
        address=figure_address(card, sighting),
        words=printed_words(version, sighting),
        language=version.claim.article.language,
        said=said_of(sighting),
        days=days_words(sighting),
        why=say("retracted" if card.is_retracted else "no longer in the report’s text"),
    )
