"""Figures: what a version of a claim says something costs, is exchanged for, or comes to, pinned to its words."""

from django.db import models
from django.db.models import F, Q

from articles.figures.values import Currency, Kind, Unit
from articles.models.claim import ClaimVersion
from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models import Place, Province
from provinces.models.published import PublishedQuerySet

CURRENCIES, UNITS = [str(each) for each in Currency], [str(each) for each in Unit]
_KINDS = [(str(each), str(each)) for each in Kind]
_MEASURES = [(each, each) for each in (*CURRENCIES, *UNITS)]


# The numbers are words of the report: they go when its words are removed, and no history keeps them.
@keeps_history(sealed=("low", "high", "per"))
class Figure(models.Model):
    """One price, rate or quantity as printed: nothing is converted. Its date is that of the claim's event.

    `start`, `end`: code points of the claim's words, end exclusive, so that it goes where they go. `low`, `high`: the same
    for a single value, None for an end left open. `per`, `of`: for how many of what.
    """

    version = models.ForeignKey(ClaimVersion, models.CASCADE, related_name="figures")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=_KINDS)
    item = models.SlugField("of what", max_length=30, db_index=False)
    low = models.DecimalField("from", max_digits=20, decimal_places=4, null=True, blank=True)
    high = models.DecimalField("to", max_digits=20, decimal_places=4, null=True, blank=True)
    measure = models.CharField("counted in", max_length=6, choices=_MEASURES)
    per = models.DecimalField("for how many", max_digits=12, decimal_places=4, default=1)
    of = models.CharField("of which measure", max_length=6, choices=_MEASURES, blank=True)
    province = models.ForeignKey(Province, models.PROTECT, null=True, blank=True, related_name="figures")
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="figures")
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=(
            "id", "version", "start", "end", "kind", "item", "low", "high", "measure", "per", "of", "province", "place",
            "is_public",
        ),
        within=("version", "province", "place"),
    )  # fmt: skip
    objects = PublishedQuerySet["Figure"].as_manager()

    class Meta:
        ordering = ["version", "start"]
        constraints = [
            models.UniqueConstraint(fields=["version", "start", "end"], name="figure_is_read_once_of_its_words"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="figure_has_words"),
            models.CheckConstraint(condition=~Q(item=""), name="figure_is_of_something"),
            models.CheckConstraint(condition=Q(low__isnull=False) | Q(high__isnull=False), name="figure_has_an_end"),
            models.CheckConstraint(condition=Q(low__isnull=True) | Q(low__gte=0), name="figure_is_not_below_nothing"),
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                name="figure_low_is_not_above_high",
            ),
            models.CheckConstraint(condition=Q(per__gt=0), name="figure_is_for_some"),
            models.CheckConstraint(
                condition=Q(kind="price", measure__in=CURRENCIES, of__in=["", *UNITS])
                | (Q(kind="rate", measure__in=CURRENCIES, of__in=CURRENCIES) & ~Q(of=F("measure")))
                | Q(kind="quantity", measure__in=UNITS, of="", per=1),
                name="figure_is_counted_as_its_kind_is",
            ),
        ]
        indexes = [models.Index(fields=["item", "province"], condition=Q(is_public=True), name="figures_of_an_item")]

    def __str__(self) -> str:
        return f"{self.item} in {self.version}"
