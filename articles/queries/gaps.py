"""What still lacks a topic, a province, a claim or a grade: for the desk, where every report counts, out or not."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from articles.models import (
    Article,
    ArticleProvince,
    ArticleTopic,
    Claim,
    ClaimProvince,
    ClaimState,
    ClaimTopic,
    ClaimVersion,
    Credibility,
    State,
)
from articles.queries.origins import origin_key
from articles.queries.support import without_support


@dataclass(frozen=True)
class Gap:
    """Something that is lacking: its name in an address, and in words."""

    name: str
    label: str


ARTICLE_GAPS = (Gap("topic", "no topic"), Gap("province", "no province"), Gap("claim", "no claim"))
CLAIM_GAPS = (
    Gap("topic", "no topic"),
    Gap("province", "no province"),
    Gap("grade", "no grade"),
    Gap("support", "a grade whose support is gone"),
)


def articles_lacking(name: str, rows: QuerySet[Article] | None = None) -> QuerySet[Article]:
    """Reports, but withdrawn ones, that lack a "topic", a "province" or any "claim"."""
    there = {
        "topic": ArticleTopic.objects.filter(content_object=OuterRef("pk")),
        "province": ArticleProvince.objects.filter(article=OuterRef("pk")),
        "claim": Claim.objects.filter(article=OuterRef("pk")).exclude(state=ClaimState.WITHDRAWN),
    }[name]
    rows = Article.objects.all() if rows is None else rows
    return rows.exclude(state=State.WITHDRAWN).filter(~Exists(there))


def claims_lacking(name: str, rows: QuerySet[Claim] | None = None) -> QuerySet[Claim]:
    """Claims that are worked on, whose newest version lacks a "topic", a "province" or a "grade".

    "support": those confirmed by other sources that no longer stand, or turned out to be copies.
    """
    newest = ClaimVersion.objects.filter(claim=OuterRef("pk")).order_by("-number")
    lacks: dict[str, Any] = {
        "topic": ~Exists(ClaimTopic.objects.filter(content_object=OuterRef("newest"))),
        "province": ~Exists(ClaimProvince.objects.filter(version=OuterRef("newest"))),
        "grade": Q(newest_credibility=None),
        "support": Q(newest_credibility=Credibility.CONFIRMED) & without_support(),
    }
    rows = Claim.objects.all() if rows is None else rows
    return (
        rows.exclude(Q(state=ClaimState.WITHDRAWN) | Q(article__state=State.WITHDRAWN))
        .annotate(
            newest=Subquery(newest.values("pk")[:1]),
            newest_credibility=Subquery(newest.values("credibility")[:1]),
            own_origin=origin_key("article__"),
            newest_removed=Subquery(newest.values("removed_at")[:1]),
        )
        .filter(lacks[name], newest_removed=None)
    )
