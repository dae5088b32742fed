"""What the page of a province asks besides its list."""

from django.db.models import QuerySet

from articles.queries.prepared import prepared
from provinces.models import Place, Province, Spelling
from sources.models import Institution


def province_called(slug: str) -> Province | None:
    """The public province of this address."""
    return next(iter(_called(slug)), None)


@prepared
def _called(slug: str) -> QuerySet[Province]:
    return Province.objects.published().filter(slug=slug)


def spellings_of(province: Province) -> list[str]:
    """Every spelling of its name; codes are none."""
    return [text for (text,) in _spellings_of(province.pk)]


@prepared
def _spellings_of(province: int) -> QuerySet[Spelling, tuple[str]]:
    return Spelling.objects.published().filter(province=province).exclude(system="code").values_list("text")


def places_in(province: Province) -> list[Place]:
    """Its public places."""
    return _places_in(province.pk)


@prepared
def _places_in(province: int) -> QuerySet[Place]:
    return Place.objects.published().filter(province=province)


def institutions_of(province: Province) -> list[Institution]:
    """Its public bodies, by name."""
    return _institutions_of(province.pk)


@prepared
def _institutions_of(province: int) -> QuerySet[Institution]:
    return Institution.objects.published().filter(province=province).order_by("name_en")
