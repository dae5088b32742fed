"""What the front page tells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from articles.due import LABELS, state_of
from articles.models import Topic
from articles.outlines import HEIGHT, WIDTH, outlines, place
from articles.pages.cards import ArticleCard, ClaimCard, article_card, claim_card
from articles.queries import home as queries
from articles.queries.browse import NOW
from articles.queries.names import load_names
from articles.search import tallies
from provinces.models import Province

LATEST = 6
DUE = 6
# Cities too small to hold their own name: where it stands instead, from the middle of the city.
_BESIDE = {"KP-01": (0, 4), "KP-13": (-2, 28), "KP-14": (-31, 4), "KP-15": (6, 19)}
LINE = 12


@dataclass(frozen=True)
class ProvinceCount:
    """A province and how many reports are about it. `shade`: "none" for no report, else "s1" to "s4"."""

    province: Province
    count: int
    shade: str


@dataclass(frozen=True)
class Area:
    """A province on the map: an outline, or a dot at `x`, `y` where `path` is empty.

    `lines`: its name, word by word, each with its place from the left and from the top; `name_on`: what they stand on,
    the province's shade or "" for what is beside it.
    """

    slug: str
    name: str
    count: int
    shade: str
    path: str
    x: int
    y: int
    lines: tuple[tuple[int, int, str], ...]
    name_on: str


@dataclass(frozen=True)
class TopicCount:
    """A broad topic and how many reports are on it or on a narrower one."""

    topic: Topic
    count: int


@dataclass(frozen=True)
class DueLine:
    """An announcement with a date. `said`: how it stands, in words."""

    claim: ClaimCard
    has_passed: bool
    said: str


@dataclass(frozen=True)
class HomePage:
    """The front page. The map is `map_width` by `map_height`; `provinces_reported`: how many have a report.

    `statements`: the claims when repetitions count once.
    """

    latest: tuple[ArticleCard, ...]
    provinces: tuple[ProvinceCount, ...]
    areas: tuple[Area, ...]
    map_width: int
    map_height: int
    topics: tuple[TopicCount, ...]
    due: tuple[DueLine, ...]
    reports: int
    claims: int
    statements: int
    provinces_reported: int


def home_page(today: date) -> HomePage:
    """The front page on one day. A report and its copies and translations count once."""
    names = load_names()
    about, on = (tallies.by_value("articles", facet, names) for facet in ("province", "topic"))
    counted = [(province, about.get(province.slug, 0)) for province in queries.provinces()]
    said = tallies.claims(NOW, names, ())
    most = max((count for _, count in counted), default=0)
    provinces = tuple(ProvinceCount(province, count, _shade(count, most)) for province, count in counted)
    return HomePage(
        latest=tuple(article_card(row) for row in queries.latest_articles(LATEST)),
        provinces=provinces,
        areas=_areas(provinces),
        map_width=WIDTH,
        map_height=HEIGHT,
        topics=_topics(on),
        due=_due(today),
        reports=tallies.reports(NOW, names, ()).once,
        claims=said.total,
        statements=said.once,
        provinces_reported=sum(1 for each in provinces if each.count and each.province.iso),
    )


def _topics(counts: Mapping[str, int]) -> tuple[TopicCount, ...]:
    """The broad topics that there are reports on; those with most first."""
    found = [TopicCount(topic, counts[topic.slug]) for topic in queries.broad_topics() if topic.slug in counts]
    return tuple(sorted(found, key=lambda each: (-each.count, each.topic.name)))


def _shade(count: int, most: int) -> str:
    """Four classes of equal width up to the highest number; none of them stands for no report."""
    if not count:
        return "none"
    return f"s{1 + (count - 1) * 4 // most}"


def _areas(provinces: tuple[ProvinceCount, ...]) -> tuple[Area, ...]:
    """The provinces that have a place on the map, dots last so that they lie on top."""
    areas = [area for each in provinces if (area := _area(each))]
    return tuple(sorted(areas, key=lambda area: not area.path))


def _area(counted: ProvinceCount) -> Area | None:
    """None for a region, which has neither an outline nor a seat."""
    province = counted.province
    outline = outlines().get(province.iso or "")
    if outline is None and (province.longitude is None or province.latitude is None):
        return None
    x, y = outline.middle if outline else place(province.longitude or 0, province.latitude or 0)
    words = province.name_en.split()
    right, down = _BESIDE.get(province.iso or "", (0, 4 - (len(words) - 1) * LINE // 2))
    return Area(
        slug=province.slug,
        name=province.name_en,
        count=counted.count,
        shade=counted.shade,
        path=outline.path if outline else "",
        x=x,
        y=y,
        lines=tuple((x + right, y + down + number * LINE, word) for number, word in enumerate(words)),
        name_on="" if province.iso in _BESIDE else counted.shade,
    )


def _due(today: date) -> tuple[DueLine, ...]:
    rows: list[Any] = list(queries.falling_due(today, DUE))
    return tuple(
        DueLine(claim_card(row), row.due_latest < today, LABELS[state_of(row.became, row.due_latest, on=today)])
        for row in rows
    )
