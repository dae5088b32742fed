"""Acts: the one append-only ledger; registry of permalinks, spine of the audit chain, version of the public record."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from provinces.audience import Audience
from provinces.models.published import PublishedQuerySet


class ActKind(models.TextChoices):
    """What was done on the public record."""

    ISSUED = "issued", "published"
    CORRECTED_BY_OUTLET = "corrected_by_outlet", "corrected by the outlet"
    CORRECTED_HERE = "corrected_here", "corrected here"
    REWORDED = "reworded", "reworded"
    REFILED = "refiled", "filed differently"
    REGRADED = "regraded", "regraded"
    WEIGHED = "weighed", "weighed against each other"
    OUTCOME = "outcome", "outcome recorded"
    MERGED = "merged", "merged"
    RETRACTED = "retracted", "retracted by the outlet"
    WITHDRAWN = "withdrawn", "withdrawn"
    RESTORED = "restored", "restored"
    REDACTED = "redacted", "removed"
    PERMISSION = "permission", "permission of an outlet changed"


class WithdrawalClass(models.TextChoices):
    """Why something was withdrawn, as the public is told; safety looks like the first."""

    EDITORS = "editors", "withdrawn by the editors"
    LEGAL = "legal", "withdrawn for legal reasons"
    DUPLICATE = "duplicate", "a duplicate"


class Act(models.Model):
    """One act. `subjects` lists what it is about: [{"id", "version", "digest"}]; a bulk import is one act.

    `hash` is SHA-256 over the previous hash and this act's number, kind, class, successor, subjects and second of time.
    """

    number = models.PositiveBigIntegerField(unique=True)
    kind = models.CharField(max_length=19, choices=ActKind)
    withdrawal_class = models.CharField(max_length=9, choices=WithdrawalClass, blank=True)
    successor = models.CharField(max_length=8, blank=True)
    subjects = models.JSONField(default=list)
    at = models.DateTimeField()
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    is_public = models.BooleanField(default=True, editable=False)

    audience = Audience(
        public=(
            "id", "number", "kind", "withdrawal_class", "successor", "subjects", "at", "previous_hash", "hash", "is_public",
        ),
        desk=("by", "reason"),
    )  # fmt: skip
    objects = PublishedQuerySet["Act"].as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="withdrawn") ^ Q(withdrawal_class=""), name="act_withdrawal_has_a_class"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="act_number_starts_at_one"),
        ]
        # The registry: which acts speak of an id. Without a list of pending entries: each report that comes in is looked for.
        indexes = [
            GinIndex(fields=["subjects"], name="act_by_subject", opclasses=["jsonb_path_ops"], fastupdate=False),
            # What was withdrawn on a day, and not yet restored.
            models.Index(fields=["at"], condition=Q(kind__in=["withdrawn", "restored"]), name="act_hides_or_shows"),
            models.Index(fields=["at"], condition=Q(kind="retracted"), name="act_retracts"),
            models.Index(fields=["at"], condition=Q(kind="refiled"), name="act_refiles"),
        ]

    def __str__(self) -> str:
        return f"act {self.number}: {self.kind}"
