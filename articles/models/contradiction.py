"""Contradictions: two claims that contradict each other, and how that stands, stated again and again by editors."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.models.claim import Claim
from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models.published import PublishedQuerySet


class Settlement(models.TextChoices):
    """How a contradiction stands."""

    UNRESOLVED = "unresolved", "unresolved"
    EXPLAINED = "explained", "explained"
    SUPERSEDED = "superseded", "superseded"


class SettlementGround(models.TextChoices):
    """The public reason; from a closed list, so that no word of a source comes into it."""

    PUT_SIDE_BY_SIDE = "put_side_by_side", "the editors put the two side by side"
    NEW_DOUBT = "new_doubt", "what seemed to explain it does not hold"
    OTHER_TIME = "other_time", "they speak of different days"
    OTHER_PLACE = "other_place", "they speak of different places"
    OTHER_MATTER = "other_matter", "they speak of different goods, persons or bodies"
    COUNTED_OTHERWISE = "counted_otherwise", "one counts what the other leaves out"
    RULE_AND_PRACTICE = "rule_and_practice", "one tells the rule, the other what is done"
    MISTRANSLATED = "mistranslated", "one rests on a mistake of translation"
    LATER_REPORT = "later_report", "a later report says how it turned out"
    CORRECTED = "corrected", "an outlet corrected or retracted its report"


GROUNDS_OF = {
    Settlement.UNRESOLVED: (SettlementGround.NEW_DOUBT,),
    Settlement.EXPLAINED: (
        SettlementGround.OTHER_TIME,
        SettlementGround.OTHER_PLACE,
        SettlementGround.OTHER_MATTER,
        SettlementGround.COUNTED_OTHERWISE,
        SettlementGround.RULE_AND_PRACTICE,
        SettlementGround.MISTRANSLATED,
    ),
    Settlement.SUPERSEDED: (SettlementGround.LATER_REPORT, SettlementGround.CORRECTED),
}


@keeps_history()
class Contradiction(models.Model):
    """Two claims that an editor linked as contradicting each other. It stays when the link goes: what was said was said.

    `one` is the claim with the lower row number. Public while both claims and a link between them are.
    """

    one = models.ForeignKey(Claim, models.CASCADE, related_name="contradictions")
    other = models.ForeignKey(Claim, models.CASCADE, related_name="+")
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(public=("id", "one", "other", "is_public"), within=("one", "other"))
    objects = PublishedQuerySet["Contradiction"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="contradiction_is_put_down_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="contradiction_has_its_claims_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one} against {self.other}"


class StatedSettlement(models.Model):
    """How a contradiction stood from one moment on. Rows are only added."""

    contradiction = models.ForeignKey(Contradiction, models.CASCADE, related_name="stated")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=Settlement)
    ground = models.CharField(max_length=17, choices=SettlementGround)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=("id", "contradiction", "number", "state", "ground", "at", "is_public"),
        desk=("by",),
        within=("contradiction",),
    )
    objects = PublishedQuerySet["StatedSettlement"].as_manager()

    class Meta:
        ordering = ["contradiction", "number"]
        constraints = [
            models.UniqueConstraint(fields=["contradiction", "number"], name="settlement_number_is_taken_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="settlement_number_starts_at_one"),
            models.CheckConstraint(condition=Q(state__in=Settlement.values), name="settlement_state_is_known"),
            models.CheckConstraint(condition=Q(ground__in=SettlementGround.values), name="settlement_ground_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.contradiction}: {self.state}"
