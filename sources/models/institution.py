"""Institutions: bodies whose words are relayed, or which act, in reports."""

from django.db import models

from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models import Province
from provinces.models.published import PublishedQuerySet


class Kind(models.TextChoices):
    """What sort of body it is."""

    PARTY = "party", "party body"
    STATE = "state", "state body"
    COMPANY = "company", "company"
    MILITARY = "military", "military body"
    OTHER = "other", "other body"


class Level(models.TextChoices):
    """How high it stands; a body below province level gets a page only when enough reports speak of it."""

    NATIONAL = "national", "national"
    PROVINCIAL = "provincial", "provincial"
    LOCAL = "local", "below province level"


class InstitutionQuerySet(PublishedQuerySet["Institution"]):
    """Institutions by gate."""


@keeps_history()
class Institution(models.Model):
    """One body. Its row is public once a public claim speaks of it and, below province level, enough of them do."""

    slug = models.SlugField(max_length=100, unique=True)
    name_en = models.CharField("name", max_length=160, unique=True)
    name_ko = models.CharField("name in Korean", max_length=160, blank=True)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.OTHER)
    level = models.CharField(max_length=10, choices=Level, default=Level.LOCAL)
    province = models.ForeignKey(Province, models.PROTECT, null=True, blank=True, related_name="institutions")
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=("id", "slug", "name_en", "name_ko", "kind", "level", "province", "is_public"), within=("province",)
    )
    objects = InstitutionQuerySet.as_manager()

    class Meta:
        ordering = ["name_en"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="institution_kind_is_known"),
            models.CheckConstraint(condition=models.Q(level__in=Level.values), name="institution_level_is_known"),
        ]

    def __str__(self) -> str:
        return self.name_en


@keeps_history()
class InstitutionName(models.Model):
    """Another name of an institution, or the name and address it had before a merge."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="other_names")
    name = models.CharField(max_length=160)
    slug = models.SlugField(max_length=100, unique=True, allow_unicode=True)
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(public=("id", "institution", "name", "slug", "is_public"), within=("institution",))
    objects = PublishedQuerySet["InstitutionName"].as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
