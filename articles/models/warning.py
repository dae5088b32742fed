"""Warnings about a claim, answered before it is published; and suggestions an editor turned down. For the desk alone."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.article import Article
from articles.models.claim import Claim
from articles.models.revision import Revision
from articles.suggestions.values import Danger
from provinces.audience import Audience
from provinces.history import keeps_history

DANGERS = {
    Danger.BRACKET: "words in an editor's brackets, not the speaker's own",
    Danger.HEDGE: "hedged: the report does not vouch for it",
    Danger.RANK: "a rank or post that few people hold",
    Danger.HEADCOUNT: "how many people were there",
    Danger.ROOM: "the room or building",
    Danger.CLOCK: "the time of day",
    Danger.PRONOUN: "a word that gives away whether the source is a man or a woman",
}


class Answer(models.TextChoices):
    """What an editor decided."""

    KEEP = "keep", "printed by the outlet, keep"
    LEAVE_OUT = "leave_out", "leave out of our paraphrase"
    HOLD_BACK = "hold_back", "do not publish this claim"


@keeps_history(sealed=("text",))
class ClaimWarning(models.Model):
    """Words of a claim that may expose a person. An empty answer holds the claim back."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="warnings")
    danger = models.CharField(max_length=9, choices=[(danger.value, label) for danger, label in DANGERS.items()])
    text = models.CharField(max_length=200)
    answer = models.CharField(max_length=9, choices=Answer, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    audience = Audience(desk=("id", "claim", "danger", "text", "answer", "answered_by", "answered_at"))

    class Meta:
        ordering = ["claim", "id"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "danger", "text"], name="claim_warning_is_given_once"),
            models.CheckConstraint(condition=Q(danger__in=[*DANGERS]), name="claim_warning_danger_is_known"),
            models.CheckConstraint(
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | Q(answer__in=Answer.values, answered_by__isnull=False, answered_at__isnull=False),
                name="claim_warning_answer_has_a_hand",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_danger_display()}: “{self.text}”"


@keeps_history()
class Refusal(models.Model):
    """A suggestion that an editor turned down: the span (code points, end exclusive) of one revision, never its words."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="refusals")
    revision = models.ForeignKey(Revision, models.CASCADE, related_name="refusals")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    audience = Audience(desk=("id", "article", "revision", "start", "end", "made_by", "made_at"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "start", "end"], name="refusal_is_given_once"),
            models.CheckConstraint(condition=Q(start__lt=models.F("end")), name="refusal_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"
