"""The one gate: what the public may see."""

from typing import Self, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class PublishedQuerySet(models.QuerySet[Row]):
    """Rows of a model that has a stored `is_public`."""

    def published(self) -> Self:
        """The rows the public may see; used alike by page, feed, search and export."""
        return self.filter(is_public=True)
