"""The provinces shaded by what there is about them: none of what is asked for told apart from no report at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from articles.addresses import path_to
from articles.facets import FIRST_YEAR, LAST_YEAR, Filter, value_label
from articles.listing import ARTICLES, KINDS
from articles.pages.counted_by import COUNTS, LABELS, Way, own, pairs, ways
from articles.pages.lists import NarrowedPage, canonical, names_for, narrower_query, panels, time_note
from articles.pages.province_map import ProvinceMap, Shape, Told, province_map, shapes
from articles.queries import map as queries
from articles.queries.names import Names
from articles.search import tallies
from articles.shading import Step, shade, steps
from provinces.models import Place, PlaceKind, Province
from provinces.tongue import is_korean, name_of, say, several

# So many years beside each other; of more than these the last.
MOST_YEARS = 12
_NARROWED_BY = ("topic", "outlet", "year", "language")


@dataclass(frozen=True)
class Number:
    """How many reports or claims; `query`: of their list."""

    count: int
    query: str


@dataclass(frozen=True)
class MapRow:
    """A province. `kind`: "some"; "zero": none of what is asked for; "none": no report about it in this collection."""

    province: Province
    kind: str
    reports: Number
    claims: Number


@dataclass(frozen=True)
class Time:
    """A year, or a month, beside others; `name`: without its year where all are of one.

    `query`: of the map of it alone; `kinds` and `numbers`: by province, in the order of the whole map's rows.
    """

    label: str
    name: str
    query: str
    map: ProvinceMap
    kinds: tuple[str, ...]
    numbers: tuple[Number, ...]


@dataclass(frozen=True)
class PlaceRow:
    """A border crossing or a port, with its province; `is_placed`: whether we know where it lies."""

    place: Place
    province: str
    slug: str
    is_placed: bool


@dataclass(frozen=True, kw_only=True)
class MapPage(NarrowedPage):
    """The map and the same as a table. `count`: what shades it; `limits`: what it is narrowed to but for provinces, in words.

    `times`: the years asked for, or all, or the months of the one year asked for; `years_left_out`: how many before them.
    `all_query` says what is counted too, `time_query` the time alone.
    """

    count: str
    shaded_by: str
    ways: tuple[Way, ...]
    rows: tuple[MapRow, ...]
    map: ProvinceMap
    shapes: tuple[Shape, ...]
    steps: tuple[Step, ...]
    times: tuple[Time, ...]
    time_steps: tuple[Step, ...]
    time_word: str
    years_left_out: int
    crossings: tuple[PlaceRow, ...]
    ports: tuple[PlaceRow, ...]
    limits: str
    once: int
    all_query: str
    time_query: str

    @property
    def listed(self) -> str:
        """The name of the list whose numbers shade the map."""
        return f"articles:{COUNTS[self.count]}"

    @property
    def by_time(self) -> list[tuple[str, list[tuple[str, Number]]]]:
        """Each province's name with the kind and number of each time."""
        return [
            (name_of(row.province), [(time.kinds[place], time.numbers[place]) for time in self.times])
            for place, row in enumerate(self.rows)
        ]

    @property
    def zero_said(self) -> str:
        """How the key tells a province that has none of what is asked for; "" where there is none."""
        kinds = self._kinds
        if "zero" not in kinds:
            return ""
        if self.count == "claims":
            return say("0: reports about it, no claim {limits}", limits=self.limits).strip()
        return say("0: reports about it, no report {limits}", limits=self.limits).strip()

    @property
    def plain_said(self) -> str:
        """How the key tells a province that was not asked for; "" where there is none."""
        return say("not asked for") if any(area.told.look == "plain" for area in self.map.areas) else ""

    @property
    def none_said(self) -> str:
        """How the key tells a province without any report; "" where there is none."""
        return say("no report about it in this collection") if "none" in self._kinds else ""

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(row.kind for row in self.rows).union(*(time.kinds for time in self.times))

    @cached_property
    def unplaced(self) -> tuple[MapRow, ...]:
        """Rows of what has no place on the map."""
        drawn = {area.slug for area in self.map.areas}
        return tuple(row for row in self.rows if row.province.slug not in drawn)


@dataclass(frozen=True)
class Counted:
    """What there is about each province: rows in the order of their names, and what they were found with."""

    filter: Filter
    names: Names
    provinces: tuple[Province, ...]
    rows: tuple[MapRow, ...]
    tally: tallies.Tally
    about: tallies.Tally


def counted(asked: Filter, count: str) -> Counted:
    """What the map and its table tell; `tally`: of what shades the map. Raises BadParameter."""
    filter, names = names_for(asked)
    tally = tallies.tally(COUNTS[count], filter, names, ("province", *_NARROWED_BY))
    everything = filter.all_of_its_time().having("year", *filter.year).having("month", *filter.month)
    about = tallies.tally(ARTICLES, everything, names, ("province", "year"))
    numbers = {
        kind: dict(tally.counts["province"]) if kind == COUNTS[count] else tallies.by_province(kind, names, [filter])[0]
        for kind in KINDS
    }
    is_about = dict(about.counts["province"])
    of_province = filter.unused("province").queries("province")
    rows, provinces = [], tuple(queries.provinces())
    for province in provinces:
        if not _is_asked(province, filter):
            continue
        reports, claims = (Number(numbers[kind].get(province.slug, 0), of_province(province.slug)) for kind in KINDS)
        number = reports if count == "reports" else claims
        has_any = is_about.get(province.slug) or reports.count or claims.count
        rows.append(MapRow(province, "some" if number.count else "zero" if has_any else "none", reports, claims))
    return Counted(filter, names, provinces, tuple(rows), tally, about)


def _is_asked(province: Province, filter: Filter) -> bool:
    wanted = filter.wanted("province")
    return province.slug not in filter.unwanted("province") and (not wanted or province.slug in wanted)


def map_page(asked: Filter, count: str) -> MapPage:
    """/map/; `count`: one of COUNTS. Raises BadParameter."""
    found = counted(asked, count)
    filter, names = found.filter, found.names
    more = own(count)
    classes = steps(_number(row, count).count for row in found.rows)
    by_slug = {row.province.slug: row for row in found.rows}
    places = queries.crossings_and_ports()
    times, left_out = _times(found, count)
    limits = filter.without("province").without_time()
    return MapPage(
        label=filter.label(names.labels),
        chips=tuple(filter.chips(names.labels, *more)),
        panels=panels(filter, {name: found.tally.counts[name] for name in _NARROWED_BY}, names.labels, *more),
        total=found.tally.total,
        once=found.tally.once,
        query=filter.query(),
        after="",
        next="",
        canonical=canonical("articles:map", filter.query(*more)),
        narrower_query=narrower_query(filter, *more),
        pairs=pairs(filter, count),
        time=time_note(filter, *more),
        count=count,
        shaded_by=say(LABELS[count]),
        ways=ways(filter, count),
        rows=found.rows,
        map=province_map(found.provinces, lambda each: _told(each, by_slug, count, classes, filter), places=places),
        shapes=shapes(),
        steps=classes,
        times=times,
        time_steps=steps(number.count for time in times for number in time.numbers),
        time_word="month" if len(filter.year) == 1 and not filter.month else "year",
        years_left_out=left_out,
        crossings=_places(places, found.provinces, PlaceKind.CROSSING),
        ports=_places(places, found.provinces, PlaceKind.PORT),
        limits=limits.label(names.labels),
        all_query=filter.query(*more),
        time_query=filter.all_of_its_time().query(),
    )


def _number(row: MapRow, count: str) -> Number:
    return row.reports if count == "reports" else row.claims


def _told(province: Province, rows: Mapping[str, MapRow], count: str, classes: Sequence[Step], filter: Filter) -> Told:
    row = rows.get(province.slug)
    if row is None:
        return Told("plain", f"{name_of(province)}: {say('not asked for')}")
    number = _number(row, count)
    time = filter.all_of_its_time().query()
    page = path_to("articles:province", province.slug) + (f"?{time}" if time else "")
    address = f"{path_to(f'articles:{COUNTS[count]}')}?{number.query}" if number.count else page
    return Told(
        look=shade(number.count, classes) or row.kind,
        title=f"{name_of(province)}: {said(row.kind, number.count, count)}",
        address=address,
        number="–" if row.kind == "none" else f"{number.count}",
    )


def said(kind: str, number: int, count: str) -> str:
    """A number in words: "3 reports", "no claim asked for", "no report in this collection"."""
    if kind == "none":
        return say("no report in this collection")
    if count == "claims":
        return several("{number} claim", "{number} claims", number) if number else say("none of these claims")
    return several("{number} report", "{number} reports", number) if number else say("none of these reports")


def _times(found: Counted, count: str) -> tuple[tuple[Time, ...], int]:
    """The years, or months, of a map beside each other, the first first; and how many are left out before them."""
    filter, names = found.filter, found.names
    facet, values = _times_of(filter, found.about)
    shown = values[-MOST_YEARS:]
    if len(values) < 2:
        return (), 0
    undated = filter.without("year").without("month")
    filters = [undated.having(facet, value) for value in shown]
    numbers = tallies.by_province(COUNTS[count], names, filters)
    everything = [each.all_of_its_time().having(facet, value) for each, value in zip(filters, shown, strict=True)]
    about = tallies.by_province(ARTICLES, names, everything) if filters != everything or count == "claims" else numbers
    classes = steps(n.get(row.province.slug, 0) for n in numbers for row in found.rows)
    return tuple(
        _time(found, count, classes, (facet, value), of, any_of)
        for value, of, any_of in zip(shown, numbers, about, strict=True)
    ), len(values) - len(shown)


def _times_of(filter: Filter, about: tallies.Tally) -> tuple[str, list[str]]:
    if filter.month:
        return "month", list(filter.month)
    if len(filter.year) == 1:
        return "month", [f"{filter.year[0]}-{month:02}" for month in range(1, 13)]
    if filter.year:
        return "year", list(filter.year)
    years = [int(year) for year, _ in about.counts["year"]]
    between = range(max(min(years), FIRST_YEAR), min(max(years), LAST_YEAR) + 1) if years else ()
    return "year", [str(year) for year in between]


def _time(
    found: Counted,
    count: str,
    classes: Sequence[Step],
    at: tuple[str, str],
    numbers: Mapping[str, int],
    about: Mapping[str, int],
) -> Time:
    facet, value = at
    of_time = found.filter.without("year").without("month").having(facet, value)
    of_province = of_time.unused("province").queries("province")
    label = value_label(facet, value, {})
    kinds, listed = {}, {}
    for row in found.rows:
        slug = row.province.slug
        number = numbers.get(slug, 0)
        kinds[slug] = "some" if number else "zero" if about.get(slug) else "none"
        listed[slug] = Number(number, of_province(slug))

    def told(province: Province) -> Told:
        slug = province.slug
        if slug not in kinds:
            return Told("plain", name_of(province))
        number = listed[slug].count
        look = shade(number, classes) or kinds[slug]
        return Told(look, f"{name_of(province)}, {label}: {said(kinds[slug], number, count)}")

    return Time(
        label=label,
        name=label.split()[-1 if is_korean() else 0]
        if len(found.filter.year) == 1 and not found.filter.month
        else label,
        query=of_time.query(*own(count)),
        map=province_map(found.provinces, told, named=False),
        kinds=tuple(kinds.values()),
        numbers=tuple(listed.values()),
    )


def _places(places: Sequence[Place], provinces: Sequence[Province], kind: PlaceKind) -> tuple[PlaceRow, ...]:
    of = {province.pk: province for province in provinces}
    return tuple(
        PlaceRow(row, name_of(of[row.province_id]), of[row.province_id].slug, row.longitude is not None)
        for row in places
        if row.kind == kind and row.province_id in of
    )
