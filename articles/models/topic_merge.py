"""Merges of topics, each with what it moved, so that it can be taken back exactly. For the desk alone."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.topic import Topic
from provinces.audience import Audience
from provinces.history import keeps_history


@keeps_history()
class TopicMerge(models.Model):
    """One merge. `topic_number` and `into` stay as numbers: either topic may be gone, into a further merge.

    `moved` holds the topic as it was and the numbers of rows that went over; `editing.topic_merging` says how.
    """

    topic_number = models.BigIntegerField()
    name = models.CharField(max_length=100)
    into_name = models.CharField(max_length=100)
    into = models.ForeignKey(Topic, models.DO_NOTHING, db_constraint=False, related_name="merges")
    moved = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    audience = Audience(
        desk=("id", "topic_number", "name", "into_name", "into", "moved", "by", "at", "undone_by", "undone_at")
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_by__isnull=True, undone_at__isnull=True)
                | Q(undone_by__isnull=False, undone_at__isnull=False),
                name="topic_merge_undone_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} into {self.into_name}"
