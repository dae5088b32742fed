"""Links between claims: that two statements say the same, contradict each other, or that one follows the other up."""

from collections.abc import Sequence

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


class LinkGround(models.TextChoices):
    """The public reason of a link; whoever spoke is no reason, and free text stays on the desk."""

    OWN_REPORTING = "own_reporting", "each outlet reports it on its own account, with details of its own"
    PUBLIC_RECORD = "public_record", "one of the two is a public record: statistics, pictures, a state announcement"
    CANNOT_BOTH = "cannot_both", "both cannot be true of the same place and time"
    FIGURES = "figures", "their figures do not agree"
    DENIES = "denies", "one denies what the other says"
    RETOLD = "retold", "the same statement, told again"
    LATER = "later", "a later report of the same matter"
    OTHER = "other", "for a reason the editors have on file"

    @classmethod
    def of(cls, kind: LinkKind) -> Sequence["LinkGround"]:
        """The grounds on which a link of this kind may rest, the commonest first."""
        return _GROUNDS[kind]


_GROUNDS = {
    LinkKind.CORROBORATES: (LinkGround.OWN_REPORTING, LinkGround.PUBLIC_RECORD, LinkGround.OTHER),
    LinkKind.CONTRADICTS: (LinkGround.CANNOT_BOTH, LinkGround.FIGURES, LinkGround.DENIES, LinkGround.OTHER),
    LinkKind.REPEATS: (LinkGround.RETOLD, LinkGround.OTHER),
    LinkKind.UPDATES: (LinkGround.LATER, LinkGround.OTHER),
    LinkKind.UPDATED_BY: (LinkGround.LATER, LinkGround.OTHER),
}


@keeps_history(sealed=("reason",))
class ClaimLink(models.Model):
    """One end of a link: it belongs to a version, is frozen with it, and is public while both claims are.

    `editing.linking` keeps both ends; each is published with the next version of its own claim.
    """

    version = models.ForeignKey(ClaimVersion, models.CASCADE, related_name="links")
    other = models.ForeignKey(Claim, models.CASCADE, related_name="links_here")
    kind = models.CharField(max_length=12, choices=LinkKind)
    ground = models.CharField("the public reason", max_length=13, choices=LinkGround, default=LinkGround.OTHER)
    reason = models.CharField("how we know (stays on the desk)", max_length=300)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=("id", "version", "other", "kind", "ground", "is_public"),
        desk=("reason", "made_by", "made_at"),
        within=("version", "other"),
    )
    objects = PublishedQuerySet["ClaimLink"].as_manager()

    class Meta:
        ordering = ["version", "id"]
        constraints = [
            models.UniqueConstraint(fields=["version", "other"], name="claim_is_linked_once_to_another"),
            models.CheckConstraint(condition=Q(kind__in=LinkKind.values), name="claim_link_kind_is_known"),
            models.CheckConstraint(condition=Q(ground__in=LinkGround.values), name="claim_link_ground_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.kind} {self.other}"
