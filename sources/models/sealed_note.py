"""Sealed notes: what only the keeper of sources may read. Never in schema `pub`, never in an export."""

from django.conf import settings
from django.db import models

from provinces.audience import Audience
from provinces.history import keeps_history
from sources.models.attribution import Attribution


@keeps_history(sealed=("body",))
class SealedNote(models.Model):
    """One note on one report's source."""

    attribution = models.OneToOneField(Attribution, models.PROTECT, related_name="sealed_note")
    body = models.TextField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    written_at = models.DateTimeField(auto_now=True)

    audience = Audience(desk=("id", "attribution", "body", "written_by", "written_at"))

    class Meta:
        permissions = [("read_sealednote", "May read sealed notes")]

    def __str__(self) -> str:
        return f"Sealed note {self.pk}"
