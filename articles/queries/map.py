"""What is on the map."""

from django.db.models import QuerySet

from articles.queries.prepared import prepared
from provinces.models import Place, PlaceKind, Province


def provinces() -> list[Province]:
    """Every public province, by name."""
    return _provinces()


@prepared
def _provinces() -> QuerySet[Province]:
    return Province.objects.published().order_by("name_en")


def crossings_and_ports() -> list[Place]:
    """Every public border crossing and port, by name."""
    found = Place.objects.published().filter(kind__in=[PlaceKind.CROSSING, PlaceKind.PORT])
    return list(found.order_by("name", "slug"))
