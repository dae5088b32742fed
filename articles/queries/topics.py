"""Topics by what is broader."""

from collections.abc import Collection

from articles.models import Topic


def right_below(topics: Collection[int]) -> list[str]:
    """The slugs of the topics that have one of these for their broader one, or of those without a broader one, by name."""
    found = Topic.objects.published().order_by("name")
    narrower = found.filter(broader__in=topics) if topics else found.filter(broader=None)
    return list(narrower.values_list("slug", flat=True))
