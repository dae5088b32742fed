"""Imprints: by what reports that tell the same are found, and which of them an editor told apart. The desk's alone."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from articles.models.article import Article
from provinces.audience import Audience
from provinces.history import keeps_history


class Imprint(models.Model):
    """What is compared of a report's newest text, as codes (`articles.likeness.imprints`); no word can be read from it."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="imprint")
    words = ArrayField(models.IntegerField())
    signs = ArrayField(models.IntegerField())
    order = ArrayField(models.IntegerField())

    audience = Audience(desk=("id", "article", "words", "signs", "order"))

    class Meta:
        # Without a list of pending entries, which every look-up would have to read through.
        indexes = [
            GinIndex(fields=["words"], name="imprint_by_words", fastupdate=False),
            GinIndex(fields=["signs"], name="imprint_by_signs", fastupdate=False),
        ]

    def __str__(self) -> str:
        return f"imprint of {self.article_id}"


@keeps_history()
class ToldApart(models.Model):
    """Two reports that seem to tell the same, and do not: an editor looked, and is not asked again."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="told_apart")
    other = models.ForeignKey(Article, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    audience = Audience(desk=("id", "article", "other", "by", "at"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "other"], name="reports_are_told_apart_once")]

    def __str__(self) -> str:
        return f"{self.article_id} is not {self.other_id}"
