"""What became of something announced: an editor's statement of it, and the claims that show it. Rows are only added."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.claim import Claim
from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models.published import PublishedQuerySet


class Became(models.TextChoices):
    """What became of it, as an editor states; the last one says that what was stated before does not hold."""

    KEPT = "kept", "kept"
    PARTLY = "partly", "partly kept"
    NOT_KEPT = "not_kept", "not kept"
    UNCHECKABLE = "uncheckable", "cannot be checked"
    TAKEN_BACK = "taken_back", "taken back"


class OutcomeGround(models.TextChoices):
    """The public reason; from a closed list, so that no word of a source comes into it."""

    REPORTED = "reported", "a later report says so"
    OWN_WORDS = "own_words", "the body that announced it said so later"
    FOLLOWS = "follows", "it follows from what later reports tell"
    PUT_OFF = "put_off", "it was put off"
    SILENT = "silent", "no later report tells of it"
    DISPUTED = "disputed", "later reports contradict each other"
    HIDDEN = "hidden", "it cannot be seen from outside"
    MISTAKEN = "mistaken", "it was recorded by mistake"


_TOLD = (OutcomeGround.REPORTED, OutcomeGround.OWN_WORDS, OutcomeGround.FOLLOWS)
OUTCOME_GROUNDS = {
    Became.KEPT: _TOLD,
    Became.PARTLY: (*_TOLD, OutcomeGround.PUT_OFF),
    Became.NOT_KEPT: (*_TOLD, OutcomeGround.PUT_OFF),
    Became.UNCHECKABLE: (OutcomeGround.SILENT, OutcomeGround.DISPUTED, OutcomeGround.HIDDEN),
    Became.TAKEN_BACK: (OutcomeGround.MISTAKEN,),
}
# What is stated with the claims that show it, and holds while one of them stands.
SHOWN = (Became.KEPT, Became.PARTLY, Became.NOT_KEPT)


@keeps_history(sealed=("reason",))
class Outcome(models.Model):
    """What an editor stated on one day of what a claim announces; the newest one holds. `shown_by`: by how many claims."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="outcomes")
    number = models.PositiveSmallIntegerField()
    became = models.CharField("what became of it", max_length=11, choices=Became)
    ground = models.CharField("public reason", max_length=9, choices=OutcomeGround)
    shown_by = models.PositiveSmallIntegerField(editable=False)
    reason = models.CharField("how we know (stays on the desk)", max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=("id", "claim", "number", "became", "ground", "shown_by", "at", "is_public"),
        desk=("reason", "by"),
        within=("claim",),
    )
    objects = PublishedQuerySet["Outcome"].as_manager()

    class Meta:
        ordering = ["claim", "number"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="outcome_number_is_taken_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="outcome_number_starts_at_one"),
            models.CheckConstraint(condition=Q(became__in=Became.values), name="outcome_is_known"),
            models.CheckConstraint(condition=Q(ground__in=OutcomeGround.values), name="outcome_ground_is_known"),
            models.CheckConstraint(condition=~Q(became__in=SHOWN) | Q(shown_by__gte=1), name="outcome_is_shown"),
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.get_became_display()}"


@keeps_history()
class Evidence(models.Model):
    """A claim that shows an outcome: part of the statement, and public while both are."""

    outcome = models.ForeignKey(Outcome, models.PROTECT, related_name="evidence")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="shows")
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(public=("id", "outcome", "claim", "is_public"), within=("outcome", "claim"))
    objects = PublishedQuerySet["Evidence"].as_manager()

    class Meta:
        ordering = ["outcome", "id"]
        constraints = [models.UniqueConstraint(fields=["outcome", "claim"], name="outcome_is_shown_once_by_a_claim")]

    def __str__(self) -> str:
        return f"{self.claim} shows outcome {self.outcome_id}"
