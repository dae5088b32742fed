"""The provinces, and one of them with its reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.facets import Filter
from articles.listing import KINDS
from articles.pages.lists import ListPage, articles_page
from articles.pages.other_names import Named, in_their_languages
from articles.pages.province_map import ProvinceMap, Shape, shapes, where
from articles.queries import browse
from articles.queries import province as queries
from articles.queries.names import load_names
from articles.queries.times import check_time
from articles.search import tallies
from provinces.models import Place, PlaceKind, Province
from provinces.tongue import in_order, is_korean, name_of, say
from sources.models import Institution


@dataclass(frozen=True)
class ProvinceRow:
    """A province with how much there is about it; what is told again counts once."""

    province: Province
    reports: int
    claims: int


def provinces_page(filter: Filter = browse.NOW) -> list[ProvinceRow]:
    """Every province, by name. Raises BadParameter, as every index does, for a time that cannot be asked for."""
    check_time(filter)
    names = load_names()
    reports, claims = (tallies.by_value(kind, "province", names, filter) for kind in KINDS)
    return [
        ProvinceRow(province, reports.get(province.slug, 0), claims.get(province.slug, 0))
        for province in in_order(Province.objects.published().order_by("name_en"))
    ]


@dataclass(frozen=True)
class PlaceGroup:
    """The places of one kind."""

    kind: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class ProvincePage:
    """One province; `names`: its name in three forms, each once. `statements`: the claims when repetitions count once."""

    province: Province
    names: tuple[Named, ...]
    spellings: tuple[Named, ...]
    places: tuple[PlaceGroup, ...]
    institutions: tuple[Institution, ...]
    claims: int
    statements: int
    list: ListPage
    map: ProvinceMap | None
    shapes: tuple[Shape, ...]


def province_page(province: Province, after: str = "", time: Filter = browse.NOW) -> ProvincePage:
    """/provinces/<slug>/; `time` narrows nothing else. Raises BadParameter."""
    about = time.having("province", province.slug)
    listed = articles_page(about, after)
    names = dict.fromkeys([("en", province.name_en), ("ko", province.name_ko), ("ko", province.name_ko_rok)])
    if is_korean():
        names = dict.fromkeys(reversed(names))
    known = {label for _, label in names}
    said = tallies.claims(about, load_names(), ())
    return ProvincePage(
        province=province,
        names=tuple(names),
        spellings=in_their_languages(text for text in queries.spellings_of(province) if text not in known),
        places=_place_groups(province),
        institutions=in_order(queries.institutions_of(province)),
        claims=said.total,
        statements=said.once,
        list=listed,
        map=where([province]),
        shapes=shapes(),
    )


def _place_groups(province: Province) -> tuple[PlaceGroup, ...]:
    order = list(PlaceKind.values)
    places = sorted(queries.places_in(province), key=lambda place: (order.index(place.kind), name_of(place)))
    return tuple(
        PlaceGroup(say(PlaceKind(kind).label), tuple(group))
        for kind, group in groupby(places, key=lambda place: place.kind)
    )


def spelt_like(candidates: Sequence[Province]) -> list[ProvinceRow]:
    """The rows of a few provinces, for a name that may mean several."""
    chosen = {province.pk for province in candidates}
    return [row for row in provinces_page() if row.province.pk in chosen]
