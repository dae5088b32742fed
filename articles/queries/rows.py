"""Rows of today's lists and searches with everything that is shown of them: for so many row numbers one or two queries.

What has a name in `Names` is looked up there; only its row number is read. Lists of another time, feeds and tables take
their rows from `queries.browse`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from articles.dates import PartialDate
from articles.models import Article, ArticleProvince, ArticleTopic, Claim, ReportAttribution
from articles.queries.among import RowsAmong
from articles.queries.names import Names
from sources.models import Step

# A slug and what it is called.
Called = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as a list shows it. `number`: of its text; `claims`: how many it has."""

    public_id: str
    language: str
    outlet: Called
    published: PartialDate
    state: str
    origin_kind: str
    headline: str
    number: int
    provinces: tuple[Called, ...]
    topics: tuple[Called, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class ReportText:
    """What a search looks at of a report. `hidden`: its words for its unnamed sources, which are shown nowhere."""

    headline: str
    body: str
    claims: str
    hidden: tuple[str, ...]


def report_rows(pks: Sequence[int], names: Names) -> dict[int, tuple[ReportRow, ReportText]]:
    """The public reports among these, by row number; one query."""
    found = {}
    for (
        pk, public_id, language, outlet, words, edtf, earliest, latest, state, origin_kind,
        headline, number, body, claims_text, provinces, topics, claims, descriptors, printed,
    ) in _REPORTS.rows(pks):  # fmt: skip
        row = ReportRow(
            public_id=public_id,
            language=language,
            outlet=names.called("outlet", outlet),
            published=PartialDate(words, edtf, earliest, latest),
            state=state,
            origin_kind=origin_kind,
            headline=headline or public_id,
            number=number or 0,
            provinces=tuple(names.called("province", each) for each in provinces),
            topics=tuple(sorted((names.called("topic", each) for each in topics), key=lambda topic: topic[1])),
            claims=claims,
        )
        found[pk] = row, ReportText(headline or "", body or "", claims_text or "", (*descriptors, *printed))
    return found


def _reports(pks: Any) -> Any:
    """The one query of `report_rows`."""
    of_it = OuterRef("pk")
    provinces = ArticleProvince.objects.published().filter(article=of_it).order_by("pk").values("province")
    topics = ArticleTopic.objects.published().filter(content_object=of_it).values("tag")
    claims = Claim.objects.published().filter(article=of_it).order_by().values("article").annotate(count=Count("pk"))
    tied = ReportAttribution.objects.published().filter(article=of_it)
    steps = Step.objects.published().filter(attribution__report__article=of_it, attribution__report__is_public=True)
    return (
        Article.objects.published()
        .filter(pk__among=pks)
        .order_by()
        .annotate(
            text=FilteredRelation("texts", condition=Q(texts__is_current=True, texts__is_public=True)),
            in_provinces=ArraySubquery(provinces),
            on_topics=ArraySubquery(topics),
            claim_count=Coalesce(Subquery(claims.values("count")), 0),
            descriptors=ArraySubquery(tied.values("attribution__descriptor")),
            printed=ArraySubquery(steps.order_by().values("printed").distinct()),
        )
        .values_list(
            "pk", "public_id", "language", "outlet", "published_words", "published_edtf", "published_earliest",
            "published_latest", "state", "origin_kind", "text__headline", "text__number", "text__body", "text__claims",
            "in_provinces", "on_topics", "claim_count", "descriptors", "printed",
        )
    )  # fmt: skip


_REPORTS = RowsAmong(_reports)
