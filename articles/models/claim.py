"""Claims: one statement pinned to a span of one revision, with frozen versions of its own."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from taggit.managers import TaggableManager

from articles.dates import PartialDate
from articles.models.article import Article
from articles.models.revision import Revision
from articles.models.topic import ClaimTopic
from articles.public_ids import new_id
from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models import Province
from provinces.models.published import PublishedQuerySet
from sources.models import Attribution, Chain, Institution


class ClaimState(models.TextChoices):
    """Where a claim stands."""

    DRAFT = "draft", "draft"
    PUBLISHED = "published", "published"
    RETRACTED = "retracted", "retracted"
    WITHDRAWN = "withdrawn", "withdrawn"


class Credibility(models.IntegerChoices):
    """The Admiralty scale for items; empty means not graded, which is not 6."""

    CONFIRMED = 1, "confirmed by other sources"
    PROBABLY = 2, "probably true"
    POSSIBLY = 3, "possibly true"
    DOUBTFUL = 4, "doubtful"
    IMPROBABLE = 5, "improbable"
    UNKNOWN = 6, "truth cannot be judged"


class CredibilityReason(models.TextChoices):
    """The public reason of a grade; free text stays on the desk."""

    INDEPENDENT = "independent", "reported independently elsewhere"
    CONSISTENT = "consistent", "consistent with other reports"
    PARTLY = "partly", "partly consistent with other reports"
    ALONE = "alone", "no other report"
    CONTRADICTED = "contradicted", "contradicted by other reports"
    UNCHECKABLE = "uncheckable", "cannot be checked from outside"


# What a version whose words were removed says beside them: who spoke where and when, and how long it was, would tell them.
NO_FACTS: dict[str, Any] = {
    **dict.fromkeys(("event_words", "event_edtf", "due_words", "due_edtf"), ""),
    **dict.fromkeys(("event_earliest", "event_latest", "due_earliest", "due_latest"), None),
    **dict.fromkeys(("attribution", "actor", "addressee", "utterance", "credibility"), None),
    "start": 0, "end": 1, "paragraph": 0,
}  # fmt: skip


class Standing(models.TextChoices):
    """Whether the current text still has the words."""

    STANDS = "stands", "stands in the current text"
    MOVED = "moved", "moved"
    LOST = "lost", "no longer in the current text"


@keeps_history(sealed=("leaves_because",), without=("stand_in", "statement_stand_in"))
class Claim(models.Model):
    """The identity of a statement; what it says is in its versions."""

    public_id = models.CharField(max_length=8, unique=True, default=partial(new_id, "c"), editable=False)
    article = models.ForeignKey(Article, models.PROTECT, related_name="claims")
    state = models.CharField(max_length=9, choices=ClaimState, default=ClaimState.DRAFT, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    first_published_at = models.DateTimeField(null=True, editable=False)
    # Of claims that repeat one another, each has the first of them, itself too; what is repeated nowhere has none.
    statement = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="told_as")
    # As of a report: names the row where readers do not see it; and that of the statement's first.
    stand_in = models.UUIDField(db_default=RandomUUID(), editable=False)
    statement_stand_in = models.UUIDField(null=True, editable=False)
    leaves_because = models.CharField("why it is to be taken out at the next publication", max_length=300, blank=True)
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=(
            "id", "public_id", "article", "state", "first_published_at", "statement", "statement_stand_in", "is_public",
        ),
        desk=("made_at", "stand_in", "leaves_because"),
        within=("article",),
    )  # fmt: skip
    objects = PublishedQuerySet["Claim"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ClaimState.values), name="claim_state_is_known"),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(state__in=["published", "retracted"]),
                name="claim_public_is_in_a_public_state",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


@keeps_history(sealed=("exact", "prefix", "suffix", "paraphrase", "event_words", "due_words", "reason"))
class ClaimVersion(models.Model):  # type: ignore[django-manager-missing]  # taggit's item bases bring no types
    """One version of a claim. Start and end count Unicode code points of the revision's body, end exclusive."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="claim_versions")
    revision_number = models.PositiveSmallIntegerField(editable=False)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    paragraph = models.PositiveSmallIntegerField(editable=False)
    exact = models.TextField("the exact words")
    prefix = models.CharField(max_length=80, blank=True)
    suffix = models.CharField(max_length=80, blank=True)
    utterance = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The same number for the parts of one utterance that the report splits."
    )
    paraphrase = models.CharField("our paraphrase", max_length=400, blank=True)
    attribution = models.ForeignKey(Attribution, models.PROTECT, null=True, blank=True, related_name="claim_versions")
    chain = models.ForeignKey(Chain, models.PROTECT, related_name="claim_versions")
    actor = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="acts_in")
    addressee = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="addressed_in")
    event_words = models.CharField("when it happened, as printed", max_length=120, blank=True)
    event_edtf = models.CharField("as a date (EDTF)", max_length=60, blank=True)
    event_earliest = models.DateField(null=True, editable=False)
    event_latest = models.DateField(null=True, editable=False)
    due_words = models.CharField("when it is due, as printed", max_length=120, blank=True)
    due_edtf = models.CharField("due, as a date (EDTF)", max_length=60, blank=True)
    due_earliest = models.DateField(null=True, editable=False)
    due_latest = models.DateField(null=True, editable=False)
    credibility = models.PositiveSmallIntegerField(choices=Credibility, null=True, blank=True)
    credibility_reason = models.CharField(max_length=12, choices=CredibilityReason, blank=True)
    standing = models.CharField(max_length=6, choices=Standing, default=Standing.STANDS, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(max_length=300, blank=True)
    published_at = models.DateTimeField(null=True, editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)
    is_current = models.BooleanField(default=False, editable=False)
    is_public = models.BooleanField(default=False, editable=False)

    topics = TaggableManager(through=ClaimTopic, blank=True)
    provinces = models.ManyToManyField(Province, through="ClaimProvince", related_name="claim_versions")

    audience = Audience(
        public=(
            "id", "claim", "number", "revision_number", "start", "end", "paragraph", "exact", "utterance",
            "paraphrase", "attribution", "chain", "actor", "addressee", "event_words", "event_edtf",
            "event_earliest", "event_latest", "due_words", "due_edtf", "due_earliest", "due_latest", "credibility",
            "credibility_reason", "standing", "published_at", "removed_at", "is_current",
            "is_public",
        ),
        # Prefix and suffix are slices of a body that may not be shown; pages cut them from the public text.
        desk=("revision", "prefix", "suffix", "made_by", "made_at", "reason"),
        within=("claim", "attribution", "chain"),
    )  # fmt: skip
    objects = PublishedQuerySet["ClaimVersion"].as_manager()

    class Meta:
        ordering = ["claim", "number"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="claim_version_number_is_taken_once"),
            models.UniqueConstraint(
                fields=["claim"], condition=Q(is_current=True), name="claim_one_version_is_current"
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="claim_span_is_not_empty"),
            models.CheckConstraint(condition=Q(number__gte=1), name="claim_version_number_starts_at_one"),
            models.CheckConstraint(
                condition=Q(credibility__isnull=True) | Q(credibility__range=(1, 6)), name="claim_credibility_is_1_to_6"
            ),
            models.CheckConstraint(
                condition=Q(credibility__isnull=False) | Q(credibility_reason=""), name="claim_reason_needs_a_grade"
            ),
            models.CheckConstraint(
                condition=Q(event_earliest__isnull=True)
                | Q(event_latest__isnull=True)
                | Q(event_earliest__lte=F("event_latest")),
                name="claim_event_earliest_before_latest",
            ),
            models.CheckConstraint(
                condition=Q(due_latest__isnull=True)
                | Q(event_earliest__isnull=True)
                | Q(due_latest__gte=F("event_earliest")),
                name="claim_is_due_after_its_event",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | Q(exact="", paraphrase="", prefix="", suffix=""),
                name="claim_removed_has_no_words",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | Q(**NO_FACTS),
                name="claim_removed_has_no_facts",
            ),
            models.CheckConstraint(condition=~Q(exact="") | Q(removed_at__isnull=False), name="claim_has_words"),
        ]
        indexes = [
            models.Index(fields=["due_latest"], condition=Q(is_public=True, is_current=True), name="claim_by_due_date"),
            # All claims in their order, as the sitemap walks through them.
            models.Index(
                fields=["claim"],
                condition=Q(is_public=True, is_current=True, removed_at=None),
                name="claim_current_in_order",
            ),
            # What was announced for a day, or for "soon".
            models.Index(
                fields=["due_latest"],
                condition=Q(is_public=True) & ~Q(due_edtf="", due_words=""),
                name="claim_announces_something",
            ),
            # What came out last comes first: feeds of another time, and those of figures.
            models.Index(fields=["published_at", "id"], condition=Q(is_public=True), name="claim_as_it_came_out"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}.{self.number}"

    @property
    def event(self) -> PartialDate:
        """When it happened."""
        return PartialDate(self.event_words, self.event_edtf, self.event_earliest, self.event_latest)

    @event.setter
    def event(self, value: PartialDate) -> None:
        self.event_words, self.event_edtf = value.words, value.edtf
        self.event_earliest, self.event_latest = value.earliest, value.latest

    @property
    def due(self) -> PartialDate:
        """When what was announced falls due."""
        return PartialDate(self.due_words, self.due_edtf, self.due_earliest, self.due_latest)

    @due.setter
    def due(self, value: PartialDate) -> None:
        self.due_words, self.due_edtf = value.words, value.edtf
        self.due_earliest, self.due_latest = value.earliest, value.latest


@keeps_history()
class ClaimProvince(models.Model):
    """A version of a claim is about a province."""

    version = models.ForeignKey(ClaimVersion, models.CASCADE, related_name="filed_provinces")
    province = models.ForeignKey(Province, models.PROTECT, related_name="filed_claims")
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(public=("id", "version", "province", "is_public"), within=("version", "province"))
    objects = PublishedQuerySet["ClaimProvince"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "province"], name="claim_is_filed_once_a_province")]
        indexes = [models.Index(fields=["province", "version"], name="claims_of_province")]

    def __str__(self) -> str:
        return f"{self.version_id} in {self.province_id}"
