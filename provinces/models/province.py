"""Provinces: the first-level divisions of North Korea, and the border region beside them."""

from django.db import models
from django.db.models import Q

from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models.position import SLUG_PATTERN, position_constraints
from provinces.models.published import PublishedQuerySet


class ProvinceKind(models.TextChoices):
    """What sort of division it is."""

    PROVINCE = "province", "province"
    CITY = "city", "city of the first level"
    REGION = "region", "region"


class ProvinceQuerySet(PublishedQuerySet["Province"]):
    """Provinces by gate."""


@keeps_history()
class Province(models.Model):
    """One division by its ISO 3166-2 code, or a region, which has none. The coordinates are those of its seat."""

    iso = models.CharField("ISO 3166-2 code", max_length=6, unique=True, null=True, blank=True)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=8, choices=ProvinceKind)
    name_en = models.CharField("name", max_length=80, unique=True)
    name_ko = models.CharField("name in Korean, as the North writes it", max_length=80)
    name_ko_rok = models.CharField("name in Korean, as the South writes it", max_length=80)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    is_public = models.BooleanField("shown on the public site", default=True)
    note = models.TextField("note, for the desk alone", blank=True)

    audience = Audience(
        public=(
            "id", "iso", "slug", "kind", "name_en", "name_ko", "name_ko_rok", "latitude", "longitude", "is_public",
        ),
        desk=("note",),
    )  # fmt: skip
    objects = ProvinceQuerySet.as_manager()

    class Meta:
        ordering = ["name_en"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ProvinceKind.values), name="province_kind_is_known"),
            models.CheckConstraint(condition=Q(slug__regex=SLUG_PATTERN), name="province_slug_is_plain"),
            models.CheckConstraint(
                condition=Q(kind="region", iso__isnull=True)
                | (~Q(kind="region") & Q(iso__isnull=False, iso__regex=r"^KP-[0-9]{2}$")),
                name="province_has_an_iso_code_unless_a_region",
            ),
            *position_constraints("province"),
        ]

    def __str__(self) -> str:
        return self.name_en
