"""A series: the observations of one item, everywhere or in one place. Page, feed, table and API take them from here."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import compress
from operator import not_
from typing import Any, NamedTuple, Self, TypeVar

from articles.cursors import bad_cursor, id_in, moment_in, pack, unpack
from articles.facets import Filter
from articles.figures.items import Item
from articles.figures.observations import Observation, observed
from articles.queries.names import Names, load_names, settle
from articles.queries.series import (
    Brief,
    Told,
    Where,
    briefs,
    figures_of,
    of_origins,
    places_called,
    provinces_called,
    published_last,
    sightings,
    told_together,
)

PAGE = 50
# When a figure came out, its claim, and where it stands in the text: the order of feeds.
_Change = tuple[datetime, str, int]


@dataclass(frozen=True)
class Series:
    """Of one item, or of all where that is None; everywhere where `where` is None. `filter` asks for a time, no more."""

    item: Item | None
    where: Where | None
    filter: Filter
    names: Names

    @classmethod
    def asked(cls, found: Mapping[str, Sequence[str]], item: Item | None = None, where: Where | None = None) -> Self:
        """At the time that the parameters of an address ask for. Raises BadParameter."""
        names = load_names()
        return cls(item, where, settle(Filter().at_time(found), names), names)

    def query(self, *more: tuple[str, str]) -> str:
        """Its query string, without question mark; empty values are left out."""
        return self.filter.query(*more)

    @property
    def address(self) -> tuple[str, tuple[str, ...]]:
        """The name of its address and what stands in it."""
        if self.item is None:
            return "series", ()
        return ("series_at", (self.item.slug, self.where.slug)) if self.where else ("series_of", (self.item.slug,))

    @cached_property
    def _briefs(self) -> list[Brief]:
        return briefs(self.filter, self.names, figures_of(self._slug))

    @property
    def _slug(self) -> str:
        return self.item.slug if self.item else ""

    @cached_property
    def _families(self) -> "_Families":
        return _families(self._briefs, self.filter, self.names)

    @cached_property
    def unordered(self) -> list[Brief]:
        """Its observations in no order, copies within the first telling."""
        found, _ = self._families
        return found if self.where is None else [each for each in found if self.where.holds(each)]

    @cached_property
    def observations(self) -> list[Brief]:
        """Its observations, the latest first."""
        return sorted(self.unordered, key=_order, reverse=True)

    @cached_property
    def groups(self) -> "list[Group]":
        """Its observations by item and place. Of all items they are never read one by one."""
        if self.item is None:
            return _apart(told_together(self.filter, self.names), self.filter, self.names)
        return [
            Group._make(
                (*by, len(rows), {each.origin for each in rows}, *_span((each.first, each.latest) for each in rows))
            )
            for by, rows in _grouped(self.unordered, lambda each: (each.item, each.province, each.place)).items()
        ]

    @property
    def total(self) -> int:
        """How many observations there are."""
        return sum(each.figures for each in self.groups)

    @property
    def reports(self) -> int:
        """How many reports they are from; copies and translations counted once."""
        return len(set[str]().union(*(each.origins for each in self.groups)))

    @cached_property
    def uncounted(self) -> list[Brief]:
        """What was taken back, or stands no longer in its report's text; the latest first."""
        fallen = (each for each in self._briefs if not each.stands)
        found = (each for each in fallen if self.where is None or self.where.holds(each))
        return sorted(found, key=_order, reverse=True)

    def whole(self, rows: Iterable[Brief]) -> list[Observation]:
        """These observations with all that is told of each, in the same order; one query for each 2,000."""
        return self._whole(list(rows), self._families.known)

    def _whole(self, rows: Sequence[Brief], known: Mapping[int, Observation]) -> list[Observation]:
        alone = sightings(self.filter, self.names, sorted({each.row for each in rows if each.row not in known}))
        found = {**known, **{each.row: Observation(each, ()) for each in alone}}
        # Without those withdrawn between two of our queries.
        return [found[each.row] for each in rows if each.row in found]

    def next(self, after: str = "", size: int = PAGE) -> tuple[list[Brief], str]:
        """The next ones in brief and the cursor that follows, or "". Raises BadParameter."""
        found, begin = self.observations, 0
        if after:
            day, claim, start, end = unpack(after, 4)
            place = day, id_in(claim, after, "c"), _number(start, after), _number(end, after)
            begin = bisect_left(found, True, key=lambda each: each.order < place)
        shown = found[begin : begin + size]
        order = [str(part) for part in shown[-1].order] if len(found) > begin + size else []
        return shown, pack(*order) if order else ""

    def page(self, after: str = "", size: int = PAGE) -> tuple[list[Observation], str]:
        """The next ones and the cursor that follows, or "". Raises BadParameter."""
        rows, cursor = self.next(after, size)
        return self.whole(rows), cursor

    def changed_page(self, after: str = "", size: int = PAGE) -> tuple[list[Observation], str]:
        """The next ones and the cursor that follows, or ""; what was published last comes first, and of reports that were
        old when they came in there is no news. Raises BadParameter.

        Figures that come after them are not read.
        """
        place, until = None, None
        if after:
            moment, claim, start = unpack(after, 3)
            until = moment_in(moment, after)
            place = until, id_in(claim, after, "c"), _number(start, after)
        if self.where is None:
            found, known = self._newest(place, until, size)
        else:
            # Where it was, a copy may tell too, so no figure is left out by its place.
            found, known = self._news(self.unordered, place), self._families.known
        last = found[size - 1] if len(found) > size else None
        cursor = pack(last.changed.isoformat(), last.claim, str(last.start)) if last else ""
        return self._whole(found[:size], known), cursor

    def _newest(
        self, place: _Change | None, until: datetime | None, size: int
    ) -> tuple[list[Brief], Mapping[int, Observation]]:
        """The next news, more than so many if there are, and those of families of several, whole."""
        found, known = list[Brief](), dict[int, Observation]()
        for rows in _gathered(published_last(self.filter, self._slug, until), size):
            told = briefs(self.filter, self.names, sorted(rows))
            kin = of_origins({each.origin for each in told if each.stands}, self._slug)
            told += briefs(self.filter, self.names, [row for row in kin if row not in rows])
            families = _families(told, self.filter, self.names)
            known |= families.known
            found += self._news((each for each in families.found if each.row in rows), place)
            if len(found) > size:
                break
        return found, known

    def _news(self, found: Iterable[Brief], place: _Change | None) -> list[Brief]:
        news = (each for each in found if each.is_news or self.filter.is_of_another_time)
        return sorted((each for each in news if place is None or _change(each) < place), key=_change, reverse=True)


class _Families(NamedTuple):
    """Observations in no order, and by row those of families of several, whole."""

    found: list[Brief]
    known: dict[int, Observation]


def _families(told: Sequence[Brief], filter: Filter, names: Names) -> _Families:
    """Every observation among figures, all of a family among them: only those of one family need to be compared."""
    standing = [each for each in told if each.stands]
    first: dict[tuple[str, ...], int] = {}
    several = {each.family for each in standing if first.setdefault(each.family, each.row) != each.row}
    found = [each for each in standing if each.family not in several]
    rows = {each.row: each for each in standing if each.family in several}
    known = {each.first.row: each for each in observed(sightings(filter, names, sorted(rows)))}
    for row, each in known.items():
        found.append(rows[row]._replace(province=each.province, place=each.place, copies=len(each.again)))
    return _Families(found, known)


def _gathered(pieces: Iterable[dict[int, datetime]], size: int) -> Iterator[dict[int, datetime]]:
    """Pieces put together until they are more than so many."""
    rows = dict[int, datetime]()
    for piece in pieces:
        rows |= piece
        if len(rows) > size:
            yield rows
            rows = {}
    if rows:
        yield rows


def _order(each: Brief) -> tuple[str, str, int, int]:
    return each.order


def _change(each: Brief) -> _Change:
    return each.changed, each.claim, each.start


def _number(text: str, word: str) -> int:
    """The place in a text that a part of a cursor is. Raises BadParameter."""
    if not (text.isascii() and text.isdigit() and len(text) < 9):
        raise bad_cursor(word)
    return int(text)


class Group(NamedTuple):
    """Observations of one item and one place: how many, of which origins, their first and their last day."""

    item: str
    province: int | None
    place: int | None
    figures: int
    origins: set[str]
    first: date | None
    last: date | None


def _apart(told: Sequence[Told], filter: Filter, names: Names) -> list[Group]:
    """Groups of observations; what has kin is read whole and compared."""
    seen: dict[tuple[str, ...], set[str]] = {}
    several: dict[tuple[str, ...], set[str]] = {}
    for each in told:
        known, origins = seen.setdefault(each.family, set()), set(each.origins)
        again = known & origins
        if len(origins) < len(each.origins):
            again |= {origin for origin, times in Counter(each.origins).items() if times > 1}
        several.setdefault(each.family, set()).update(again)
        known |= origins
    found, kin = [], []
    for each in told:
        origins_of, firsts, lasts = each.origins, each.firsts, each.lasts
        if not several[each.family].isdisjoint(origins_of):
            has_kin = [origin in several[each.family] for origin in origins_of]
            kin += [int(row) for row in compress(each.rows, has_kin)]
            origins_of, firsts, lasts = (
                list(compress(column, map(not_, has_kin))) for column in (origins_of, firsts, lasts)
            )
        if origins_of:
            first = min((day for day in firsts if day), default="")
            last = max(lasts)
            found.append(
                Group(each.item, each.province, each.place, len(origins_of), set(origins_of), _day(first), _day(last))
            )
    for one in observed(sightings(filter, names, sorted(kin))):
        days = one.first.earliest or one.first.latest, one.first.latest
        found.append(Group(one.first.item, one.province, one.place, 1, {one.first.origin}, *days))
    return found


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _span(days: Iterable[tuple[date | None, date | None]]) -> tuple[date | None, date | None]:
    """The first of the first and the last of the last."""
    firsts, lasts = zip(*days, strict=True)
    return min(filter(None, firsts), default=None), max(filter(None, lasts), default=None)


@dataclass(frozen=True)
class Tally:
    """How much there is of an item, everywhere or somewhere. `reports`: copies and translations counted once."""

    item: str
    where: Where | None
    province: Where | None
    figures: int
    reports: int
    first: date | None
    last: date | None


def tallies(series: Series) -> list[Tally]:
    """For each item that has any: everywhere, then by province, and within it by place. Two queries beside its figures."""
    provinces = provinces_called()
    places = places_called({each.place for each in series.groups if each.place})
    found = []
    for item, rows in _grouped(series.groups, lambda each: each.item).items():
        found.append(_tally(item, rows))
        by_province = _grouped(rows, lambda each: each.province)
        for province in _some(provinces, by_province):
            there = by_province[province.pk]
            found.append(_tally(item, there, province, province))
            by_place = _grouped(there, lambda each: each.place)
            found += [_tally(item, by_place[each.pk], each, province) for each in _some(places, by_place)]
        abroad = _grouped(by_province.get(None, ()), lambda each: each.place)
        found += [_tally(item, abroad[each.pk], each) for each in _some(places, abroad)]
    return found


Row = TypeVar("Row")


def _grouped(rows: Iterable[Row], key: Callable[[Row], Any]) -> dict[Any, list[Row]]:
    found: dict[Any, list[Row]] = {}
    for each in rows:
        found.setdefault(key(each), []).append(each)
    return found


def _some(known: Mapping[int, Where], pks: Container[int | None]) -> list[Where]:
    """Those of these row numbers that are public, by name."""
    return sorted((each for pk, each in known.items() if pk in pks), key=lambda each: each.name)


def _tally(item: str, groups: Sequence[Group], where: Where | None = None, province: Where | None = None) -> Tally:
    first, last = _span((each.first, each.last) for each in groups)
    return Tally(
        item=item,
        where=where,
        province=province,
        figures=sum(each.figures for each in groups),
        reports=len(set[str]().union(*(each.origins for each in groups))),
        first=first,
        last=last,
    )
