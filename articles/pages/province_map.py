"""The provinces as a picture: front page, /map/, and where something lies. One way of drawing, whatever is told of them.

Shapes are defined once a page (`_shapes.html`) and used as often as there are maps on it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import hypot

from articles.addresses import path_to
from articles.queries import map as queries
from provinces.models import Place, PlaceKind, Province
from provinces.outlines import HEIGHT, WIDTH, Outline, outlines, place
from provinces.tongue import name_of

# From the left, from the top, and how wide and high: the country alone, and with room for the names of places around it.
COUNTRY = f"-8 -4 {WIDTH + 42} {HEIGHT + 8}"
WITH_PLACES = f"-136 -14 {WIDTH + 298} {HEIGHT + 26}"
# Where a division's name stands, from its middle, and which end of it is there: on it, or beside those that are too small.
_NAMES = {"KP-06": (12, 12, "middle"), "KP-09": (16, -32, "middle")}
_BESIDE = {"KP-13": (20, 56, "middle"), "KP-14": (-22, -4, "end"), "KP-15": (20, 28, "middle")}
# Where the name of a crossing or a port stands, from its mark, and which end of it is there; to the right if not said.
_PLACES = {
    "sino-korean-friendship-bridge": (-12, -24, "end"),
    "uiju-airfield": (4, -38, "end"),
    "new-yalu-river-bridge": (-12, 2, "end"),
    "ryongchon-port": (-10, 28, "end"),
    "changdian-hekou-chongsu": (-9, -32, "end"),
    "jian-manpo": (-9, -8, "end"),
    "linjiang-chunggang": (-10, 4, "end"),
    "changbai-hyesan": (-24, -84, "end"),
    "nanping-musan": (-11, -3, "end"),
    "sanhe-hoeryong": (-11, 4, "end"),
    "kaishantun-sambong": (-11, 4, "end"),
    "tumen-namyang": (-11, 4, "end"),
    "quanhe-wonjong": (12, -4, "start"),
    "khasan-tumangang": (12, 0, "start"),
    "sonbong-port": (32, 10, "start"),
    "rajin-port": (24, 16, "start"),
    "chongjin-port": (16, 5, "start"),
    "haeju-port": (-4, 36, "middle"),
    "nampo-port": (-50, 26, "end"),
    "taean-port": (-44, -28, "end"),
}
# A name further from its mark than this has a line that leads to it.
_NEAR = 24
_LONGEST_LINE = 18


@dataclass(frozen=True)
class Told:
    """What a map tells of a province. `look`: its class: s1 to s4, "zero", "none" (hatched), "plain" (not asked for),
    "here". `title`: the same in words; `address`: where a click leads, or ""; `number`: beside its name, or "".
    """

    look: str
    title: str
    address: str = ""
    number: str = ""


@dataclass(frozen=True)
class Area:
    """A province on the map: the shape `shape`, or a dot at `x`, `y` where that is "".

    `words`: its name, a line a word. `name_x`, `name_y`: where that stands; `anchor`: which end of it; `is_beside`: whether
    it stands beside the area, not on it.
    """

    slug: str
    told: Told
    shape: str
    x: int
    y: int
    words: tuple[str, ...]
    name_x: int
    name_y: int
    anchor: str
    is_beside: bool

    @property
    def first_line(self) -> str:
        """How far above its place the first line of the name begins, in em; the number is a line of its own but beside."""
        lines = len(self.words) + (bool(self.told.number) and not self.is_beside)
        return f"{0.35 - (lines - 1) * 0.56:.2f}em"


@dataclass(frozen=True)
class Mark:
    """A border crossing or a port on the map. `lines`: its name; `leader`: a path from the mark to a name far off, or ""."""

    kind: str
    name: str
    x: int
    y: int
    lines: tuple[str, ...]
    name_x: int
    name_y: int
    anchor: str
    leader: str


@dataclass(frozen=True)
class ProvinceMap:
    """A picture of `box`, with its areas, dots last so that they lie on top, and marks. `named`: whether names are on it."""

    box: str
    areas: tuple[Area, ...]
    marks: tuple[Mark, ...]
    named: bool


@dataclass(frozen=True)
class Shape:
    """An outline to be defined once a page."""

    name: str
    path: str


def shapes() -> tuple[Shape, ...]:
    """All outlines."""
    return tuple(Shape(_name(iso), outline.path) for iso, outline in outlines().items())


def province_map(
    provinces: Iterable[Province], told: Callable[[Province], Told], *, places: Iterable[Place] = (), named: bool = True
) -> ProvinceMap:
    """A map of these provinces; a region, which has neither an outline nor a seat, is not on it."""
    areas = [area for each in provinces if (area := _area(each, told))]
    marks = tuple(_mark(each) for each in places if each.longitude is not None and each.latitude is not None)
    box = WITH_PLACES if marks else COUNTRY
    return ProvinceMap(box, tuple(sorted(areas, key=lambda area: not area.shape)), marks, named)


def where(here: Iterable[Province]) -> ProvinceMap | None:
    """A small map without names on which some provinces stand out; None where none of them is on it. One query."""
    slugs = {each.slug for each in here}
    drawn = province_map(
        queries.provinces(),
        lambda each: Told(
            "here" if each.slug in slugs else "plain", name_of(each), path_to("articles:province", each.slug)
        ),
        named=False,
    )
    return drawn if any(area.slug in slugs for area in drawn.areas) else None


def _name(iso: str) -> str:
    return iso.lower()


def _area(province: Province, told: Callable[[Province], Told]) -> Area | None:
    iso = province.iso or ""
    outline: Outline | None = outlines().get(iso)
    if outline is None and (province.longitude is None or province.latitude is None):
        return None
    x, y = outline.middle if outline else place(province.longitude or 0, province.latitude or 0)
    right, down, anchor = _BESIDE.get(iso) or _NAMES.get(iso, (0, 0, "middle"))
    return Area(
        slug=province.slug,
        told=told(province),
        shape=_name(iso) if outline else "",
        x=x,
        y=y,
        words=tuple(name_of(province).split()),
        name_x=x + right,
        name_y=y + down,
        anchor=anchor,
        is_beside=iso in _BESIDE,
    )


def _mark(row: Place) -> Mark:
    x, y = place(row.longitude or 0, row.latitude or 0)
    right, down, anchor = _PLACES.get(row.slug, (10, 5, "start"))
    return Mark(
        kind="crossing" if row.kind == PlaceKind.CROSSING else "port",
        name=name_of(row),
        x=x,
        y=y,
        lines=_lines(name_of(row)),
        name_x=x + right,
        name_y=y + down,
        anchor=anchor,
        leader=f"M{x} {y}L{x + right} {y + down - 4}" if hypot(right, down) > _NEAR else "",
    )


def _lines(name: str) -> tuple[str, ...]:
    """A long name of several words in two lines."""
    words = name.split()
    if len(name) <= _LONGEST_LINE or len(words) < 2:
        return (name,)
    cut = 1 if len(words) < 4 else len(words) // 2
    return " ".join(words[:cut]), " ".join(words[cut:])
