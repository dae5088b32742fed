"""What the sitemap asks of the database: its files reach far, and each statement is to end within the reader's time."""

# The stubs cannot follow querysets that carry annotations and prefetched lists through our own classes.
# mypy: disable-error-code="type-var,return-value"

from datetime import datetime

from django.db.models import Exists, OuterRef, Subquery

from articles.models import Article, Claim, Figure
from articles.queries.browse import NOW, current_claims
from articles.queries.series import stands
from provinces.models import PublishedQuerySet


def articles_in_order(skip: int, room: int) -> list[tuple[str, datetime | None]]:
    """Public id and last change of so many public reports after so many, in the order of their rows: what is passed over is
    read from the index alone.
    """
    articles = Article.objects.published().order_by("id")
    first = articles.values("id")[skip : skip + 1]
    return list(articles.filter(id__gte=Subquery(first)).values_list("public_id", "changed_at")[:room])


def claims_in_order(skip: int, room: int) -> list[tuple[str, datetime | None]]:
    """The same of claims, with when they were published: versions first, then how their claims are called, for of both at
    once Postgres reads all claims from the first one.
    """
    versions = current_claims().order_by("claim_id")
    first = versions.values("claim_id")[skip : skip + 1]
    found = list(versions.filter(claim_id__gte=Subquery(first)).values_list("claim_id", "published_at")[:room])
    if not found:
        return []
    called = Claim.objects.published().filter(pk__gte=found[0][0], pk__lte=found[-1][0])
    names = dict(called.values_list("pk", "public_id"))
    return [(names[pk], at) for pk, at in found if pk in names]


def series_told(*by: str) -> PublishedQuerySet[Figure]:
    """A figure of each series that standing claims tell, `by` item, or item and province or place, in the order of their rows.

    Which series there ever were is read from the index alone; of each, one figure that counts is looked for.
    """
    figures = Figure.objects.published()
    by = tuple(name if name == "item" else f"{name}_id" for name in by)
    ever = figures.filter(**{f"{name}__isnull": False for name in by}).order_by(*by).distinct(*by)
    told = figures.filter(stands(NOW), **{name: OuterRef(name) for name in by}, version__is_current=True)
    return figures.filter(Exists(told), pk__in=ever.values("pk")).order_by(*by)
