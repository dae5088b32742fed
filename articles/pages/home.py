"""What the front page tells."""

from dataclasses import dataclass
from datetime import date

from articles.models import Topic
from articles.pages.claim import DateLine
from articles.queries import home as queries
from provinces.models import Province

TOPICS = 18
DUE = 5


@dataclass(frozen=True)
class ProvinceCount:
    """A province and how many reports are about it. `shade`: "none" for no report, else "s1" to "s4"."""

    province: Province
    count: int
    shade: str


@dataclass(frozen=True)
class TopicCount:
    """A topic and how many reports are filed under it."""

    topic: Topic
    count: int


@dataclass(frozen=True)
class DueLine:
    """An announcement with a date."""

    public_id: str
    says: str
    language: str
    outlet: str
    due: DateLine
    has_passed: bool


@dataclass(frozen=True)
class HomePage:
    """Everything the front page tells beside the latest reports."""

    provinces: tuple[ProvinceCount, ...]
    topics: tuple[TopicCount, ...]
    due: tuple[DueLine, ...]
    reports: int
    claims: int
    provinces_reported: int


def home_page(today: date) -> HomePage:
    """The front page on one day."""
    counted = queries.provinces_with_reports()
    most = max((count for _, count in counted), default=0)
    provinces = tuple(ProvinceCount(province, count, _shade(count, most)) for province, count in counted)
    return HomePage(
        provinces=provinces,
        topics=tuple(TopicCount(topic, count) for topic, count in queries.topics_with_reports(TOPICS)),
        due=_due(today),
        reports=queries.count_reports(),
        claims=queries.count_claims(),
        provinces_reported=sum(1 for each in provinces if each.count),
    )


def _shade(count: int, most: int) -> str:
    """Four classes of equal width up to the highest number; none of them stands for no report."""
    if not count:
        return "none"
    return f"s{1 + (count - 1) * 4 // most}"


def _due(today: date) -> tuple[DueLine, ...]:
    lines = []
    for version in queries.falling_due(today, DUE):
        due = DateLine.of(version.due)
        assert due is not None and version.due_latest is not None, "asked for those with a date"
        lines.append(
            DueLine(
                public_id=version.claim.public_id,
                says=version.paraphrase or version.exact,
                language="en" if version.paraphrase else version.claim.article.language,
                outlet=version.claim.article.outlet.name,
                due=due,
                has_passed=version.due_latest < today,
            )
        )
    return tuple(lines)
