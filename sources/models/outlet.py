"""Outlets: who published a report, how reliable they are, and what we may show of their text."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models.published import PublishedQuerySet


class Show(models.TextChoices):
    """What an outlet allows us to show of its reports, on every public address, feed and search."""

    FULL = "full", "full text"
    CLAIMS = "claims", "claims only"
    NOTHING = "nothing", "nothing"


class Reliability(models.TextChoices):
    """The Admiralty scale for sources with a record; words first, code second."""

    A = "A", "completely reliable"
    B = "B", "usually reliable"
    C = "C", "fairly reliable"
    D = "D", "not usually reliable"
    E = "E", "unreliable"
    F = "F", "reliability cannot be judged"


class OutletQuerySet(PublishedQuerySet["Outlet"]):
    """Outlets by gate and by spelling."""


@keeps_history()
class Outlet(models.Model):
    """One publisher of reports."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120, unique=True)
    name_ko = models.CharField("name in Korean", max_length=120, blank=True)
    home_page = models.URLField(blank=True)
    languages = ArrayField(models.CharField(max_length=2), default=list, blank=True, help_text="en, ko")
    show = models.CharField(
        "what we may show", max_length=7, choices=Show, default=Show.CLAIMS, help_text="Holds on every public page."
    )
    reliability = models.CharField(max_length=1, choices=Reliability, default=Reliability.F)
    reliability_reason = models.CharField(max_length=300, blank=True)
    is_sample = models.BooleanField("invented, for the demonstration", default=False)
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=(
            "id", "slug", "name", "name_ko", "home_page", "languages", "show",
            "reliability", "reliability_reason", "is_sample", "is_public",
        ),
    )  # fmt: skip
    objects = OutletQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=models.Q(show__in=Show.values), name="outlet_show_is_known"),
            models.CheckConstraint(
                condition=models.Q(reliability__in=Reliability.values), name="outlet_reliability_is_a_letter"
            ),
            models.CheckConstraint(
                condition=models.Q(reliability="F") | ~models.Q(reliability_reason=""),
                name="outlet_reliability_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(show="nothing") | models.Q(is_public=False), name="outlet_showing_nothing_is_hidden"
            ),
        ]

    def __str__(self) -> str:
        return self.name


@keeps_history()
class OutletName(models.Model):
    """Another name of an outlet, or the name and address it had before a merge."""

    outlet = models.ForeignKey(Outlet, models.CASCADE, related_name="other_names")
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(public=("id", "outlet", "name", "slug", "is_public"), within=("outlet",))
    objects = PublishedQuerySet["OutletName"].as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
