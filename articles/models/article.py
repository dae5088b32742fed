"""Articles: one report as an outlet published it, an identity that never changes."""

from functools import partial

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from taggit.managers import TaggableManager

from articles.dates import PartialDate
from articles.models.topic import ArticleTopic
from articles.public_ids import new_id
from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models import Province
from provinces.models.published import PublishedQuerySet
from sources.models import Attribution, Outlet


class State(models.TextChoices):
    """Where a report stands; the last two corrected states differ in who corrected."""

    DRAFT = "draft", "draft"
    IN_REVIEW = "in_review", "in review"
    PUBLISHED = "published", "published"
    CORRECTED_BY_OUTLET = "corrected_by_outlet", "corrected by the outlet"
    CORRECTED_HERE = "corrected_here", "corrected here"
    RETRACTED = "retracted", "retracted by the outlet"
    WITHDRAWN = "withdrawn", "withdrawn"


PUBLIC_STATES = (State.PUBLISHED, State.CORRECTED_BY_OUTLET, State.CORRECTED_HERE, State.RETRACTED)


class Language(models.TextChoices):
    """Languages of reports."""

    ENGLISH = "en", "English"
    KOREAN = "ko", "Korean"


class OriginKind(models.TextChoices):
    """What a report is to the one that first carried it."""

    REPUBLICATION = "republication", "republication"
    RELAY = "relay", "relay"
    QUOTATION = "quotation", "part quotation"
    TRANSLATION = "translation", "translation"
    MACHINE_TRANSLATION = "machine_translation", "machine translation"
    BACK_TRANSLATION = "back_translation", "back-translation"


class ArticleQuerySet(PublishedQuerySet["Article"]):
    """Articles by gate, and in the order of every list."""

    def newest_first(self) -> "ArticleQuerySet":
        """Latest day of publication first, undated last, then first shown here, then id."""
        return self.order_by(
            F("published_latest").desc(nulls_last=True), F("first_published_at").desc(nulls_last=True), "-id"
        )


@keeps_history(sealed=("byline",), without=("stand_in", "origin_stand_in"))
class Article(models.Model):  # type: ignore[django-manager-missing]  # taggit's item bases bring no types
    """One report. Its words live in its revisions; what of them may be shown, in its public texts."""

    public_id = models.CharField(max_length=8, unique=True, default=partial(new_id, "a"), editable=False)
    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="articles")
    byline = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, choices=Language, default=Language.ENGLISH)
    published_words = models.CharField("published, as given", max_length=40, blank=True)
    published_edtf = models.CharField(max_length=40, blank=True, editable=False)
    published_earliest = models.DateField(null=True, editable=False)
    published_latest = models.DateField(null=True, editable=False)
    original_url = models.URLField("address at the outlet", max_length=500, blank=True)
    archived_url = models.URLField("archived address", max_length=500, blank=True)
    origin = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="copies", verbose_name="first carried in"
    )
    # Names the row where readers do not see it and others count as it; drawn by lot, so that it tells nothing of the row.
    stand_in = models.UUIDField(db_default=RandomUUID(), editable=False)
    # That of the origin; by a rule.
    origin_stand_in = models.UUIDField(null=True, editable=False)
    origin_url = models.URLField("first carried at (outside)", max_length=500, blank=True)
    origin_outlet = models.CharField("outlet (outside)", max_length=200, blank=True)
    origin_edtf = models.CharField("its date (outside)", max_length=40, blank=True)
    origin_kind = models.CharField("what this is to it", max_length=19, choices=OriginKind, blank=True)
    state = models.CharField(max_length=19, choices=State, default=State.DRAFT, editable=False)
    edit_number = models.PositiveIntegerField(default=0, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    first_published_at = models.DateTimeField(null=True, editable=False)
    changed_at = models.DateTimeField("last meaningful public change", null=True, editable=False)
    is_public = models.BooleanField(default=False, editable=False)

    topics = TaggableManager(through=ArticleTopic, blank=True)
    provinces = models.ManyToManyField(Province, through="ArticleProvince", related_name="articles")

    audience = Audience(
        public=(
            "id", "public_id", "outlet", "byline", "language", "published_words", "published_edtf",
            "published_earliest", "published_latest", "original_url", "archived_url", "origin", "origin_stand_in",
            "origin_url", "origin_outlet", "origin_edtf", "origin_kind", "state", "first_published_at", "changed_at", "is_public",
        ),
        desk=("edit_number", "made_at", "stand_in"),
        within=("outlet",),
    )  # fmt: skip
    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = "report"
        permissions = [
            ("publish_article", "May publish and restore"),
            ("withdraw_article", "May withdraw, at once and alone"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="article_state_is_known"),
            models.CheckConstraint(condition=Q(language__in=Language.values), name="article_language_is_known"),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(state__in=PUBLIC_STATES), name="article_public_is_in_a_public_state"
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(published_latest__isnull=False), name="article_public_has_a_date"
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(first_published_at__isnull=False, changed_at__isnull=False),
                name="article_public_was_published",
            ),
            models.CheckConstraint(
                condition=Q(published_earliest__isnull=True)
                | Q(published_latest__isnull=True)
                | Q(published_earliest__lte=F("published_latest")),
                name="article_published_earliest_before_latest",
            ),
            models.CheckConstraint(
                condition=Q(origin__isnull=True) | ~Q(origin=F("id")), name="article_origin_is_another"
            ),
            models.CheckConstraint(
                condition=Q(origin__isnull=True, origin_url="", origin_kind="")
                | (Q(origin_kind__in=OriginKind.values) & (Q(origin__isnull=False) ^ ~Q(origin_url=""))),
                name="article_origin_has_a_kind",
            ),
            models.CheckConstraint(
                condition=~Q(origin_url="") | Q(origin_outlet="", origin_edtf=""),
                name="article_outside_origin_has_an_address",
            ),
            models.UniqueConstraint(
                fields=["outlet", "original_url"],
                condition=~Q(original_url=""),
                name="article_address_is_once_an_outlet",
            ),
        ]
        indexes = [
            models.Index(
                F("published_latest").desc(nulls_last=True),
                F("first_published_at").desc(nulls_last=True),
                F("id").desc(),
                condition=Q(is_public=True),
                name="article_newest",
            ),
            # Who else copies a report that is not here.
            models.Index(fields=["origin_url"], condition=~Q(origin_url=""), name="article_by_outside_origin"),
            models.Index(fields=["outlet", "is_public"], name="article_by_outlet"),
            # What lists of another time cannot take from today.
            models.Index(
                fields=["changed_at"],
                condition=Q(is_public=True, changed_at__gt=F("first_published_at")),
                name="article_changed_since",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def published(self) -> PartialDate:
        """The outlet's date of publication."""
        return PartialDate(self.published_words, self.published_edtf, self.published_earliest, self.published_latest)

    @published.setter
    def published(self, value: PartialDate) -> None:
        self.published_words, self.published_edtf = value.words, value.edtf
        self.published_earliest, self.published_latest = value.earliest, value.latest

    @property
    def origin_published(self) -> PartialDate:
        """The date of an origin that is not here, as far as an editor knows it."""
        return PartialDate.parse(self.origin_edtf)


@keeps_history()
class ArticleProvince(models.Model):
    """A report is about a province: where the event is, never where the source is."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="filed_provinces")
    province = models.ForeignKey(Province, models.PROTECT, related_name="filed_articles")
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(public=("id", "article", "province", "is_public"), within=("article", "province"))
    objects = PublishedQuerySet["ArticleProvince"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "province"], name="article_is_filed_once_a_province")]
        indexes = [models.Index(fields=["province", "article"], name="articles_of_province")]

    def __str__(self) -> str:
        return f"{self.article_id} in {self.province_id}"


@keeps_history()
class ReportAttribution(models.Model):
    """Ties one attribution to the one report that words it."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="report_attributions")
    attribution = models.OneToOneField(Attribution, models.CASCADE, related_name="report")
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(public=("id", "article", "attribution", "is_public"), within=("article", "attribution"))
    objects = PublishedQuerySet["ReportAttribution"].as_manager()

    def __str__(self) -> str:
        return str(self.attribution)
