"""A series: the observations of one item, everywhere or in one place. Page, feed, table and API take them from here."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Self

from articles.cursors import pack, unpack
from articles.facets import Filter
from articles.figures.items import Item
from articles.figures.observations import Observation, Sighting, observed
from articles.queries.names import Names, load_names, settle
from articles.queries.series import Where, places_called, provinces_called, sightings

PAGE = 50


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
    def _sightings(self) -> list[Sighting]:
        return sightings(self.filter, self.names, self.item.slug if self.item else "")

    @cached_property
    def observations(self) -> list[Observation]:
        """The latest first, copies within the first telling."""
        found = observed(self._sightings)
        return found if self.where is None else [each for each in found if self.where.holds(each)]

    @cached_property
    def uncounted(self) -> list[Sighting]:
        """What was taken back, or stands no longer in its report's text; the latest first."""
        fallen = [each for each in self._sightings if not each.stands]
        return sorted(
            (each for each in fallen if self.where is None or self.where.holds(each)),
            key=lambda each: Observation(each, ()).order,
            reverse=True,
        )

    def page(self, after: str = "", size: int = PAGE) -> tuple[list[Observation], str]:
        """The next ones and the cursor that follows, or "". Raises BadParameter."""
        found = self.observations
        if after:
            day, claim, start, end = unpack(after, 4)
            place = day, claim, _number(start), _number(end)
            found = [each for each in found if each.order < place]
        order = [str(part) for part in found[size - 1].order] if len(found) > size else []
        return found[:size], pack(*order) if order else ""

    def changed_page(self, after: str = "", size: int = PAGE) -> tuple[list[Observation], str]:
        """What was published last comes first; of reports that were old when they came in there is no news."""
        found = [each for each in self.observations if each.first.is_news or self.filter.is_of_another_time]
        found.sort(key=_change, reverse=True)
        if after:
            moment, claim, start = unpack(after, 3)
            found = [each for each in found if _change(each) < (moment, claim, _number(start))]
        last = [str(part) for part in _change(found[size - 1])] if len(found) > size else []
        return found[:size], pack(*last) if last else ""


def _change(each: Observation) -> tuple[str, str, int]:
    return each.first.changed.isoformat(), each.first.claim, each.first.start


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


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
    places = places_called({each.place for each in series.observations if each.place})
    found = []
    for item, rows in _grouped(series.observations, lambda each: each.first.item).items():
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


def _grouped(rows: Iterable[Observation], key: Callable[[Observation], Any]) -> dict[Any, list[Observation]]:
    found: dict[Any, list[Observation]] = {}
    for each in rows:
        found.setdefault(key(each), []).append(each)
    return found


def _some(known: Mapping[int, Where], pks: Container[int | None]) -> list[Where]:
    """Those of these row numbers that are public, by name."""
    return sorted((each for pk, each in known.items() if pk in pks), key=lambda each: each.name)


def _tally(item: str, rows: Sequence[Observation], where: Where | None = None, province: Where | None = None) -> Tally:
    return Tally(
        item=item,
        where=where,
        province=province,
        figures=len(rows),
        reports=len({each.first.origin for each in rows}),
        first=min((day for each in rows if (day := each.first.earliest or each.first.latest)), default=None),
        last=max((day for each in rows if (day := each.first.latest)), default=None),
    )
