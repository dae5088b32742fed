"""Asked-for removals of one revision's words, which a second person confirms. For the desk alone."""

from django.conf import settings
from django.db import models

from articles.models.revision import Revision
from provinces.audience import Audience
from provinces.history import keeps_history


@keeps_history()
class Removal(models.Model):
    """One request. It is done once the revision says that its words were removed."""

    revision = models.OneToOneField(Revision, models.PROTECT, related_name="removal")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(max_length=300)

    audience = Audience(desk=("id", "revision", "asked_by", "asked_at", "reason"))

    def __str__(self) -> str:
        return f"removal of {self.revision}"
