"""Places: what lies within a province, along its borders, or just across them."""

from django.db import models
from django.db.models import Q

from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models.position import SLUG_PATTERN, position_constraints
from provinces.models.province import Province
from provinces.models.published import PublishedQuerySet


class PlaceKind(models.TextChoices):
    """What sort of place it is."""

    CITY = "city", "city"
    COUNTY = "county", "county"
    DISTRICT = "district", "district"
    CROSSING = "crossing", "border crossing"
    PORT = "port", "port or freight yard"
    RIVER = "river", "river"
    MOUNTAIN = "mountain", "mountain"
    ABROAD = "abroad", "place abroad"
    OTHER = "other", "other place"


class PlaceQuerySet(PublishedQuerySet["Place"]):
    """Places by gate."""


@keeps_history()
class Place(models.Model):
    """One place. Places abroad, rivers and mountains lie in no single province."""

    province = models.ForeignKey(Province, models.PROTECT, null=True, blank=True, related_name="places")
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=8, choices=PlaceKind)
    name = models.CharField(max_length=120)
    name_ko = models.CharField("name in Korean", max_length=80, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    coordinates_source = models.CharField("where the coordinates are from", max_length=120, blank=True)
    is_public = models.BooleanField("shown on the public site", default=True)

    audience = Audience(
        public=(
            "id", "province", "slug", "kind", "name", "name_ko", "latitude", "longitude", "coordinates_source",
            "is_public",
        ),
        within=("province",),
    )  # fmt: skip
    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "slug"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=PlaceKind.values), name="place_kind_is_known"),
            models.CheckConstraint(condition=Q(slug__regex=SLUG_PATTERN), name="place_slug_is_plain"),
            models.CheckConstraint(condition=~Q(name=""), name="place_has_a_name"),
            models.CheckConstraint(
                condition=Q(province__isnull=False) | Q(kind__in=["river", "mountain", "abroad"]),
                name="place_in_the_country_has_a_province",
            ),
            models.CheckConstraint(
                condition=Q(province__isnull=True) | ~Q(kind="abroad"), name="place_abroad_has_no_province"
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True) | ~Q(coordinates_source=""),
                name="place_coordinates_have_a_source",
            ),
            *position_constraints("place"),
        ]

    def __str__(self) -> str:
        return self.name
