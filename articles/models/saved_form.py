"""Forms of the desk that were kept: a form that is sent again, because its answer was lost, is answered and not kept twice."""

from django.conf import settings
from django.db import models

from provinces.audience import Audience


class SavedForm(models.Model):
    """One form as it was sent. `answer`: where it led; `act`: the number of the last act it left, if any.

    `token`: keyed hash of who sent what where, out of the token of the page it stood on; one row for all that is the same.
    """

    token = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(max_length=500, blank=True)
    act = models.PositiveBigIntegerField(null=True)

    audience = Audience(desk=("id", "token", "by", "at", "answer", "act"))

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"a form of {self.at:%Y-%m-%d}"
