"""Revisions: an article's text as it stood at one time; and the originals they were read from. The desk's alone."""

from django.conf import settings
from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import Q

from articles.models.article import Article
from provinces.audience import Audience
from provinces.history import keeps_history


@keeps_history(sealed=("name", "text", "sha256"))
class Original(models.Model):
    """What came in, untouched: the evidentiary copy, furniture included."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="originals")
    name = models.CharField(max_length=255)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)

    audience = Audience(desk=("id", "article", "name", "text", "sha256", "received_by", "received_at"))

    class Meta:
        indexes = [models.Index(fields=["sha256"], name="original_by_sha256")]
        constraints = [
            models.UniqueConstraint(fields=["article", "sha256"], name="original_is_kept_once_an_article"),
        ]

    def __str__(self) -> str:
        return self.name


@keeps_history(sealed=("headline", "body", "caption", "credit", "reason"))
class Revision(models.Model):
    """One text of an article: NFC, paragraphs parted by a blank line. Frozen once published."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    headline = models.CharField(max_length=300, blank=True)
    body = models.TextField()
    caption = models.CharField(max_length=1000, blank=True)
    credit = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)
    is_current = models.BooleanField(default=False)

    audience = Audience(
        desk=(
            "id", "article", "number", "headline", "body", "caption", "credit", "reason",
            "made_by", "made_at", "published_at", "removed_at", "is_current",
        )
    )  # fmt: skip

    class Meta:
        ordering = ["article", "number"]
        # By which a report is known again that comes in from another address.
        indexes = [HashIndex(fields=["body"], name="revision_by_body")]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_is_taken_once"),
            models.UniqueConstraint(fields=["article"], condition=Q(is_current=True), name="revision_one_is_current"),
            models.CheckConstraint(condition=Q(number__gte=1), name="revision_number_starts_at_one"),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | ~Q(headline="") | Q(removed_at__isnull=False),
                name="revision_published_has_a_headline",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | Q(body="", headline="", caption=""),
                name="revision_removed_has_no_text",
            ),
            models.CheckConstraint(condition=~Q(body="") | Q(removed_at__isnull=False), name="revision_has_a_text"),
        ]

    def __str__(self) -> str:
        return self.headline or f"revision {self.number}"
