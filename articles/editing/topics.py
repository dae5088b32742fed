"""Load the topics of the data file; an editor's own topics, names and merges are left as they are."""

import json
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
    merged = set(TopicName.objects.values_list("slug", flat=True))
    known = {topic.slug: topic for topic in Topic.objects.all()}
    fresh = [row for row in rows if row["slug"] not in known and row["slug"] not in merged]
    for row in fresh:
        known[row["slug"]] = Topic.objects.create(slug=row["slug"], name=row["label_en"], label_ko=row["label_ko"])
    for row in fresh:
        topic = known[row["slug"]]
        if row["broader"]:
            topic.broader = known.get(row["broader"])
            topic.save()
        for language, names in row["other_names"].items():
            for name in names:
                add_name(topic, name, language)
    return len(fresh), len(rows) - len(fresh)


def add_name(topic: Topic, name: str, language: str) -> TopicName:
    """Another name of a topic, with an address of its own; two topics may share a name, not an address."""
    slug = slugify(name, allow_unicode=True)[:90] or "name"
    if TopicName.objects.filter(slug=slug).exists() or Topic.objects.filter(slug=slug).exists():
        slug = f"{slug}-{topic.slug}"[:100]
    return TopicName.objects.get_or_create(slug=slug, defaults={"topic": topic, "name": name, "language": language})[0]
