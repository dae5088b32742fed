"""What the front page tells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from articles.addresses import path_to
from articles.due import LABELS, state_of
from articles.models import Topic
from articles.pages.cards import ArticleCard, ClaimCard, report_card, said_card
from articles.pages.province_map import ProvinceMap, Shape, Told, province_map, shapes
from articles.queries import home as queries
from articles.queries import map as on_the_map
from articles.queries.browse import NOW
from articles.queries.names import Names, load_names
from articles.search import tallies
from articles.shading import Step, shade, steps
from provinces.models import Province
from provinces.tongue import name_of, say, several

LATEST = 6
DUE = 6


@dataclass(frozen=True)
class ProvinceCount:
    """A province and how many reports are about it. `shade`: "none" for no report, else "s1" to "s4"."""

    province: Province
    count: int
    shade: str


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
    """The front page. `steps`: what the shades of the map mean; `provinces_reported`: how many have a report.

    `statements`: the claims when repetitions count once.
    """

    latest: tuple[ArticleCard, ...]
    provinces: tuple[ProvinceCount, ...]
    map: ProvinceMap
    shapes: tuple[Shape, ...]
    steps: tuple[Step, ...]
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
    counted = [(province, about.get(province.slug, 0)) for province in on_the_map.provinces()]
    classes = steps(count for _, count in counted)
    provinces = tuple(ProvinceCount(province, count, shade(count, classes) or "none") for province, count in counted)
    said = tallies.claims(NOW, names, ())
    return HomePage(
        latest=tuple(report_card(row) for row in queries.latest_reports(LATEST, names)),
        provinces=provinces,
        map=_map(provinces),
        shapes=shapes(),
        steps=classes,
        topics=_topics(on),
        due=_due(today, names),
        reports=tallies.reports(NOW, names, ()).once,
        claims=said.total,
        statements=said.once,
        provinces_reported=sum(1 for each in provinces if each.count and each.province.iso),
    )


def _topics(counts: Mapping[str, int]) -> tuple[TopicCount, ...]:
    """The broad topics that there are reports on; those with most first."""
    found = [TopicCount(topic, counts[topic.slug]) for topic in queries.broad_topics() if topic.slug in counts]
    return tuple(sorted(found, key=lambda each: (-each.count, name_of(each.topic))))


def _map(provinces: tuple[ProvinceCount, ...]) -> ProvinceMap:
    """Where nothing is asked for, a province that has nothing has no report at all."""
    of = {each.province.pk: each for each in provinces}

    def told(province: Province) -> Told:
        count = of[province.pk].count
        said = several("{number} report", "{number} reports", count) if count else say("no report")
        at = path_to("articles:province", province.slug)
        return Told(of[province.pk].shade, f"{name_of(province)}: {said}", at)

    return province_map([each.province for each in provinces], told)


def _due(today: date, names: Names) -> tuple[DueLine, ...]:
    return tuple(
        DueLine(said_card(row.claim), row.latest < today, say(LABELS[state_of(row.became, row.latest, on=today)]))
        for row in queries.falling_due(today, DUE, names)
    )
