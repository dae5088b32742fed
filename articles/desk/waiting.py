"""What there is to do, counted for the desk's front page."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from articles.models import Article, State
from articles.queries.fell_due import without_outcome
from articles.queries.gaps import ARTICLE_GAPS, CLAIM_GAPS, articles_lacking, claims_lacking


@dataclass(frozen=True)
class Waiting:
    """So many rows want something; `address` lists them."""

    count: int
    what: str
    address: str


def waiting(today: date) -> list[Waiting]:
    """What there is to do, as the front page says it; nothing that counts nought. Nine queries."""
    reports, claims = reverse("admin:articles_article_changelist"), reverse("admin:articles_claim_changelist")
    in_review = Article.objects.filter(state=State.IN_REVIEW).count()
    found = [
        Waiting(
            in_review, f"report{'' if in_review == 1 else 's'} in review", f"{reports}?state__exact={State.IN_REVIEW}"
        )
    ]
    for noun, address, gaps, lacking in (
        ("report", reports, ARTICLE_GAPS, articles_lacking),
        ("claim", claims, CLAIM_GAPS, claims_lacking),
    ):
        for gap in gaps:
            count = lacking(gap.name).count()
            what = f"{noun}{'' if count == 1 else 's'} with {gap.label}"
            found.append(Waiting(count, what, f"{address}?lacks={gap.name}"))
    due = without_outcome(today).count()
    found.append(Waiting(due, f"announcement{'' if due == 1 else 's'} fell due, no outcome", reverse("admin:fell_due")))
    return [row for row in found if row.count]
