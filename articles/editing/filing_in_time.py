"""Keep since when, and until when, a published report stood under its provinces and topics."""

from datetime import datetime
from typing import Any

from articles.models import Article, FiledProvince, FiledTopic, Topic


def keep_filing(article: Article, at: datetime) -> None:
    """Make what stands now in the history equal to how the report is filed; `at`: when that became so."""
    provinces = set(article.filed_provinces.values_list("province_id", flat=True))
    topics = set(article.topic_items.values_list("tag_id", flat=True))
    _keep(FiledProvince.objects.filter(article=article), "province_id", provinces, at, article=article)
    _keep(FiledTopic.objects.filter(content_object=article), "tag_id", topics, at, content_object=article)


def _keep(rows: Any, column: str, wanted: set[int], at: datetime, **owner: Article) -> None:
    standing = rows.filter(until=None)
    standing.exclude(**{f"{column}__in": wanted}).update(until=at)
    missing = wanted - set(standing.values_list(column, flat=True))
    (article,) = owner.values()
    rows.model.objects.bulk_create(
        rows.model(**owner, **{column: pk}, since=at, is_public=article.is_public) for pk in sorted(missing)
    )


def move_filing(topic: Topic, into: Topic) -> None:
    """What stood under a topic that is merged stood under the other; where it stood under both, its own time counts."""
    rows = FiledTopic.objects.filter(tag=topic)
    twice = FiledTopic.objects.filter(tag=into, until=None).values("content_object")
    rows.filter(until=None, content_object__in=twice).delete()
    rows.update(tag=into)
