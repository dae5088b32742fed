"""Load the topics of the data file; an editor's own topics, names and merges are left as they are."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from articles.models import Topic, TopicName

FILE = Path(__file__).resolve().parent.parent / "data" / "topics.json"


@transaction.atomic
def load_topics(path: Path = FILE) -> tuple[int, int]:
    """Make the topics that are missing, then their broader ones and other names; returns (new, already there)."""
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["topics"]
    known = {topic.slug: topic for topic in Topic.objects.all()}
    taken = {*known, *TopicName.objects.values_list("slug", flat=True)}
    fresh = [row for row in rows if row["slug"] not in taken]
    made = Topic.objects.bulk_create(
        Topic(slug=row["slug"], name=row["label_en"], label_ko=row["label_ko"]) for row in fresh
    )
    known |= {topic.slug: topic for topic in made}
    for row in fresh:
        known[row["slug"]].broader = known.get(row["broader"])
    Topic.objects.bulk_update(made, ["broader"])
    taken |= set(known)
    TopicName.objects.bulk_create(_names(fresh, known, taken))
    return len(fresh), len(rows) - len(fresh)


def _names(rows: list[dict[str, Any]], known: dict[str, Topic], taken: set[str]) -> Iterator[TopicName]:
    """Other names, each with an address of its own; two topics may share a name, not an address."""
    for row in rows:
        topic = known[row["slug"]]
        for language, names in row["other_names"].items():
            for name in names:
                slug = slugify(name, allow_unicode=True)[:90] or "name"
                if slug in taken:
                    slug = f"{slug}-{topic.slug}"[:100]
                if slug not in taken:
                    taken.add(slug)
                    yield TopicName(topic=topic, name=name, slug=slug, language=language)
