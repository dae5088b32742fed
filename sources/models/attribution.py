"""Attributions: one unnamed source as one report words it. There is no identity of a source across reports."""

from django.db import models

from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models import Province
from provinces.models.published import PublishedQuerySet


class Role(models.TextChoices):
    """What the outlet said the source is; a closed list, so that nobody types more than that."""

    UNSPECIFIED = "unspecified", "not said"
    RESIDENT = "resident", "resident"
    TRADER = "trader", "trader"
    TRADING_COMPANY = "trading_company", "works at a trading company"
    WORKER = "worker", "worker"
    OFFICIAL = "official", "official"
    CADRE = "cadre", "party cadre"
    MILITARY = "military", "military"
    EXPERT = "expert", "expert"
    OTHER = "other", "other"


@keeps_history(sealed=("descriptor", "role", "province", "told", "contact", "condition"))
class Attribution(models.Model):
    """The source's descriptor as printed. Role and province are the desk's alone; the contact date stays words."""

    descriptor = models.CharField("as printed", max_length=200)
    role = models.CharField(max_length=15, choices=Role, default=Role.UNSPECIFIED)
    province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="where the outlet put the source",
    )
    told = models.CharField("whom it told", max_length=120, blank=True)
    contact = models.CharField("when, in the report's words", max_length=120, blank=True)
    condition = models.CharField("condition of anonymity, in the report's words", max_length=200, blank=True)
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=("id", "descriptor", "told", "condition", "is_public"),
        desk=("role", "province", "contact"),
    )
    objects = PublishedQuerySet["Attribution"].as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(descriptor=""), name="attribution_has_a_descriptor"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="attribution_role_is_known"),
        ]

    def __str__(self) -> str:
        return self.descriptor
