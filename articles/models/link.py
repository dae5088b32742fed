"""Links between claims: that two statements say the same, contradict each other, or that one follows the other up."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.claim import Claim, ClaimVersion
from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models.published import PublishedQuerySet


class LinkKind(models.TextChoices):
    """What a claim is to the other. A link is put down at both ends; the last two are each other's other end."""

    CORROBORATES = "corroborates", "says the same, independently"
    CONTRADICTS = "contradicts", "contradicts"
    REPEATS = "repeats", "repeats"
    UPDATES = "updates", "updates"
    UPDATED_BY = "updated_by", "is updated by"

    @property
    def from_the_other_end(self) -> "LinkKind":
        """What the other claim is to this one."""
        turned = {LinkKind.UPDATES: LinkKind.UPDATED_BY, LinkKind.UPDATED_BY: LinkKind.UPDATES}
        return turned.get(self, self)


@keeps_history(sealed=("reason",))
class ClaimLink(models.Model):
    """One end of a link: it belongs to a version, is frozen with it, and is public while both claims are.

    `editing.linking` keeps both ends; each is published with the next version of its own claim.
    """

    version = models.ForeignKey(ClaimVersion, models.CASCADE, related_name="links")
    other = models.ForeignKey(Claim, models.CASCADE, related_name="links_here")
    kind = models.CharField(max_length=12, choices=LinkKind)
    reason = models.CharField("how we know (stays on the desk)", max_length=300)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=("id", "version", "other", "kind", "is_public"),
        desk=("reason", "made_by", "made_at"),
        within=("version", "other"),
    )
    objects = PublishedQuerySet["ClaimLink"].as_manager()

    class Meta:
        ordering = ["version", "id"]
        constraints = [
            models.UniqueConstraint(fields=["version", "other"], name="claim_is_linked_once_to_another"),
            models.CheckConstraint(condition=Q(kind__in=LinkKind.values), name="claim_link_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.kind} {self.other}"
