"""Chains of speakers: Daily NK ← a source in Ryanggang Province ← the provincial party committee."""

from django.db import models
from django.db.models import Q

from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models.published import PublishedQuerySet
from sources.models.attribution import Attribution
from sources.models.institution import Institution
from sources.models.outlet import Outlet


class Speaker(models.TextChoices):
    """What kind of speaker a step has."""

    OUTLET = "outlet", "outlet"
    UNNAMED = "unnamed", "unnamed person"
    NAMED = "named", "named person"
    INSTITUTION = "institution", "institution"


class Speech(models.TextChoices):
    """How the step's words come to us."""

    DIRECT = "direct", "direct speech"
    INDIRECT = "indirect", "indirect speech"
    SUMMARY = "summary", "summary"
    OWN = "own", "the outlet's own words"


class Basis(models.TextChoices):
    """Where the report names the speaker."""

    PRINTED = "printed", "printed"
    CARRIED = "carried", "carried over from an earlier paragraph"
    BRACKET = "bracket", "editor's bracket"


@keeps_history()
class Chain(models.Model):
    """Steps in order, the outlet first; shared by the claims of one report that have the same."""

    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(public=("id", "is_public"))
    objects = PublishedQuerySet["Chain"].as_manager()

    def __str__(self) -> str:
        return " ← ".join(str(step) for step in self.steps.all())


@keeps_history(sealed=("printed", "verb"))
class Step(models.Model):
    """One link of a chain. `printed` is the speaker as the report words it; empty for the outlet itself."""

    chain = models.ForeignKey(Chain, models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=11, choices=Speaker)
    outlet = models.ForeignKey(Outlet, models.PROTECT, null=True, blank=True, related_name="steps")
    attribution = models.ForeignKey(Attribution, models.PROTECT, null=True, blank=True, related_name="steps")
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="steps")
    printed = models.CharField(max_length=200, blank=True)
    verb = models.CharField(max_length=60, blank=True)
    speech = models.CharField(max_length=8, choices=Speech)
    basis = models.CharField(max_length=7, choices=Basis, default=Basis.PRINTED)
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=(
            "id", "chain", "position", "kind", "outlet", "attribution", "institution",
            "printed", "verb", "speech", "basis", "is_public",
        ),
        within=("chain", "attribution"),
    )  # fmt: skip
    objects = PublishedQuerySet["Step"].as_manager()

    class Meta:
        ordering = ["chain", "position"]
        constraints = [
            models.UniqueConstraint(fields=["chain", "position"], name="step_position_is_taken_once"),
            models.CheckConstraint(condition=Q(position__gte=1), name="step_position_starts_at_one"),
            models.CheckConstraint(condition=~Q(position=1) | Q(kind="outlet"), name="step_first_is_the_outlet"),
            models.CheckConstraint(condition=Q(speech__in=Speech.values), name="step_speech_is_known"),
            models.CheckConstraint(condition=Q(basis__in=Basis.values), name="step_basis_is_known"),
            models.CheckConstraint(
                condition=Q(kind="outlet", outlet__isnull=False, attribution__isnull=True, institution__isnull=True)
                | Q(kind="unnamed", outlet__isnull=True, attribution__isnull=False, institution__isnull=True)
                | Q(kind="institution", outlet__isnull=True, attribution__isnull=True, institution__isnull=False)
                | Q(kind="named", outlet__isnull=True, attribution__isnull=True, institution__isnull=True)
                & ~Q(printed=""),
                name="step_has_the_speaker_of_its_kind",
            ),
            models.CheckConstraint(
                condition=~Q(speech="own") | Q(kind="outlet"), name="step_own_words_are_the_outlets"
            ),
        ]

    def __str__(self) -> str:
        return self.printed or str(self.outlet or self.institution or self.attribution or "")
