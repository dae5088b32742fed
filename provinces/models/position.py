"""Where something lies on the map: the rules that provinces and places share."""

from django.db import models
from django.db.models import Q

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def position_constraints(model_name: str) -> list[models.BaseConstraint]:
    """The database's rules for `latitude` and `longitude` (decimal degrees): both or neither, and on this globe."""
    return [
        models.CheckConstraint(
            condition=Q(latitude__isnull=True, longitude__isnull=True)
            | Q(latitude__isnull=False, longitude__isnull=False),
            name=f"{model_name}_has_both_coordinates_or_none",
        ),
        models.CheckConstraint(
            condition=Q(latitude__isnull=True) | Q(latitude__gte=-90, latitude__lte=90),
            name=f"{model_name}_latitude_is_on_the_globe",
        ),
        models.CheckConstraint(
            condition=Q(longitude__isnull=True) | Q(longitude__gte=-180, longitude__lte=180),
            name=f"{model_name}_longitude_is_on_the_globe",
        ),
    ]
