"""Imprints: by what reports that tell the same are found. The desk's alone."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from articles.models.article import Article
from provinces.audience import Audience


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
