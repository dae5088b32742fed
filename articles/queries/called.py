"""What a report calls its unnamed sources, so that lists can leave it out: whichever of its claims they show."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from articles.models import ReportAttribution
from sources.models import Step


def called_in(article: str) -> dict[str, ArraySubquery]:
    """Annotations for rows from which `article` leads to the report: `called` as put down, `called_again` as its chains have it."""
    tied = ReportAttribution.objects.published().filter(article=OuterRef(article))
    steps = Step.objects.published().filter(
        attribution__report__article=OuterRef(article), attribution__report__is_public=True
    )
    return {
        "called": ArraySubquery(tied.values("attribution__descriptor")),
        "called_again": ArraySubquery(steps.order_by().values("printed").distinct()),
    }
