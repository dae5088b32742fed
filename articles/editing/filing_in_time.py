"""Keep since when, and until when, a published report stood under its provinces and topics."""

from collections.abc import Mapping
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
    standing = dict(rows.filter(until=None).values_list(column, "pk"))
    gone = [pk for of, pk in standing.items() if of not in wanted]
    if gone:
        rows.model.objects.filter(pk__in=gone).update(until=at)
    missing = wanted - standing.keys()
    (article,) = owner.values()
    rows.model.objects.bulk_create(
        rows.model(**owner, **{column: pk}, since=at, is_public=article.is_public) for pk in sorted(missing)
    )


def move_filing(topic: Topic, into: Topic) -> dict[str, Any]:
    """What stood under a topic that is merged stood under the other; where it stood under both, its own time counts.

    Returns what `move_filing_back` needs to take that back: numbers, and times as text.
    """
    rows = FiledTopic.objects.filter(tag=topic)
    beside = dict(FiledTopic.objects.filter(tag=into, until=None).values_list("content_object", "pk"))
    twice = rows.filter(until=None, content_object__in=beside)
    dropped = [
        {
            "id": row.pk,
            "article": row.content_object_id,
            "since": row.since.isoformat(),
            "beside": beside[row.content_object_id],
        }
        for row in twice.order_by("pk")
    ]
    twice.delete()
    moved = sorted(rows.values_list("pk", flat=True))
    rows.update(tag=into)
    return {"moved": moved, "dropped": dropped}


def move_filing_back(topic: Topic, into: Topic, went: Mapping[str, Any]) -> set[int]:
    """What stood under `topic` before it was merged stood there after all; the reports, by pk, of which this is said.

    Where a report stood under both, it did so until it left the one that was left of the two.
    """
    rows = FiledTopic.objects.filter(pk__in=went["moved"], tag=into)
    articles = set(rows.values_list("content_object", flat=True))
    rows.update(tag=topic)
    beside = FiledTopic.objects.filter(tag=into).in_bulk([row["beside"] for row in went["dropped"]])
    again = [
        FiledTopic(
            pk=row["id"],
            content_object_id=row["article"],
            tag=topic,
            since=datetime.fromisoformat(row["since"]),
            until=beside[row["beside"]].until,
            is_public=beside[row["beside"]].is_public,
        )
        for row in went["dropped"]
        if row["beside"] in beside
    ]
    FiledTopic.objects.bulk_create(again)
    return articles | {row.content_object_id for row in again}
