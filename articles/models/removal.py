"""Asked-for removals of one revision's words, which a second person confirms. For the desk alone."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.models.revision import Revision
from provinces.audience import Audience
from provinces.history import keeps_history


@keeps_history()
class Removal(models.Model):
    """One request; done once it is confirmed. `removed`: how much of what went, by a noun in the plural; no words."""

    revision = models.OneToOneField(Revision, models.PROTECT, related_name="removal")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(max_length=300)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    removed = models.JSONField(default=dict)

    audience = Audience(
        desk=("id", "revision", "asked_by", "asked_at", "reason", "confirmed_by", "confirmed_at", "removed")
    )

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False) & ~Q(confirmed_by=F("asked_by")),
                name="removal_is_confirmed_by_a_second_person",
            )
        ]

    def __str__(self) -> str:
        return f"removal of {self.revision}"
