"""Public texts: exactly what may be shown, and searched, of one revision. Written by the publish action alone."""

from django.db import models
from django.db.models import Q

from articles.models.article import Article
from provinces.audience import Audience
from provinces.models.published import PublishedQuerySet


class PublicText(models.Model):
    """Body and caption are empty where the outlet allows claims only; all words are gone once removed.

    `names`: every name of the provinces and topics it is filed under. `claims`: quoted words and paraphrases.
    `digest`: HMAC-SHA256 of headline, caption and body under `key`, a random key of this row, destroyed by removal.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="texts")
    number = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2)
    headline = models.CharField(max_length=300)
    body = models.TextField(blank=True)
    caption = models.CharField(max_length=1000, blank=True)
    credit = models.CharField(max_length=200, blank=True)
    names = models.TextField(blank=True)
    claims = models.TextField(blank=True)
    key = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    published_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    is_current = models.BooleanField(default=False)
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=(
            "id", "article", "number", "language", "headline", "body", "caption", "credit", "names", "claims",
            "key", "digest", "published_at", "removed_at", "is_current", "is_public",
        ),
        within=("article",),
    )  # fmt: skip
    objects = PublishedQuerySet["PublicText"].as_manager()

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="public_text_number_is_taken_once"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(is_current=True), name="public_text_one_is_current"
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | Q(headline="", body="", caption="", claims="", key=""),
                name="public_text_removed_has_no_words",
            ),
        ]
        indexes = [
            models.Index(fields=["article"], condition=Q(removed_at__isnull=False), name="public_text_removed"),
        ]

    def __str__(self) -> str:
        return self.headline
