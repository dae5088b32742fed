"""The topics as a tree, and one of them with its reports."""

from dataclasses import dataclass

from articles.facets import Filter
from articles.listing import ARTICLES
from articles.models import Topic
from articles.pages.lists import ListPage, articles_page
from articles.pages.other_names import Named
from articles.pages.seen import Seen, seen_now
from articles.queries import browse
from articles.queries.names import load_names
from articles.queries.times import check_time
from articles.search import tallies
from provinces.tongue import in_order


@dataclass(frozen=True)
class TopicRow:
    """A topic with the reports on it or on a narrower one, and its narrower topics."""

    topic: Topic
    reports: int
    narrower: "tuple[TopicRow, ...]"


def topics_page(filter: Filter = browse.NOW) -> list[TopicRow]:
    """Every topic as a tree, by name."""
    check_time(filter)
    names = load_names()
    reports = tallies.by_value(ARTICLES, "topic", names, filter)
    topics = in_order(Topic.objects.published().order_by("name"))
    known = {topic.pk for topic in topics}

    def below(broader: int | None, above: frozenset[int]) -> tuple[TopicRow, ...]:
        # `above` ends a circle of broader topics, should an editor have made one.
        return tuple(
            TopicRow(topic, reports.get(topic.slug, 0), below(topic.pk, above | {topic.pk}))
            for topic in topics
            if topic.pk not in above and (topic.broader_id if topic.broader_id in known else None) == broader
        )

    return list(below(None, frozenset()))


@dataclass(frozen=True)
class TopicPage:
    """One topic with its other names, its broader topic and its narrower ones. `statements`: as of a province."""

    topic: Topic
    other_names: tuple[Named, ...]
    broader: Topic | None
    narrower: tuple[Topic, ...]
    with_narrower: bool
    narrower_query: str
    claims: int
    statements: int
    list: ListPage
    seen: Seen | None


def topic_page(topic: Topic, with_narrower: bool = True, after: str = "", time: Filter = browse.NOW) -> TopicPage:
    """/topics/<slug>/; `time` narrows nothing else. Raises BadParameter."""
    filter = time.having("topic", topic.slug).with_narrower(with_narrower)
    names = load_names()
    listed = articles_page(filter, after)
    said = tallies.claims(filter, names, ())
    others = topic.other_names.published().order_by("language", "name").values_list("language", "name")
    return TopicPage(
        topic=topic,
        other_names=tuple(pair for pair in others if pair[1] not in (topic.name, topic.label_ko)),
        broader=Topic.objects.published().filter(pk=topic.broader_id).first(),
        narrower=in_order(Topic.objects.published().filter(broader=topic).order_by("name")),
        with_narrower=with_narrower,
        narrower_query=time.query(("narrower", "no" if with_narrower else "")),
        claims=said.total,
        statements=said.once,
        list=listed,
        seen=seen_now(filter, names) if listed.total and not after else None,
    )
