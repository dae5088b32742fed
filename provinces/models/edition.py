"""The edition of the public record: the one version that answers kept in memory and the index of words go by."""

from functools import cache
from typing import Any
from uuid import uuid4

from django.db import connection, models

from provinces.audience import Audience
from provinces.models.published import PublishedQuerySet


class Edition(models.Model):
    """One transaction that changed what the public sees. Triggers write the rows (config/rules.py), nobody else.

    Each takes away those it finds and leaves one of its own, so that mostly there is a single row; two that run at once
    do not wait for each other and leave both. The same rows never come back: the same rows mean the same record.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    is_public = models.BooleanField(default=True, editable=False)

    audience = Audience(public=("id", "is_public"))
    objects = PublishedQuerySet["Edition"].as_manager()

    def __str__(self) -> str:
        return str(self.id)

    @classmethod
    def now(cls) -> str:
        """The edition as of this moment, a text to be compared and nothing else; one query."""
        sql, parameters = _question()
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            return " ".join(sorted(str(pk) for (pk,) in cursor.fetchall()))


@cache
def _question() -> tuple[str, tuple[Any, ...]]:
    """The one query, composed once: it is asked for every page."""
    found: tuple[str, tuple[Any, ...]] = Edition.objects.published().values_list("pk").query.sql_with_params()
    return found
