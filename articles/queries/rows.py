"""Rows of today's lists and searches with everything that is shown of them: for so many row numbers one or two queries.

What has a name in `Names` is looked up there; only its row number is read. Lists of another time, feeds and tables take
their rows from `queries.browse`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from articles.dates import PartialDate
from articles.models import (
    Article,
    ArticleProvince,
    ArticleTopic,
    Claim,
    ClaimProvince,
    ClaimTopic,
    ClaimVersion,
)
from articles.queries.among import RowsAmong
from articles.queries.called import called_in
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
    first_published: datetime
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


@dataclass(frozen=True, slots=True)
class StepRow:
    """A link of a claim's chain. `outlet`, `institution`: empty where there is none, or none that is public."""

    kind: str
    speech: str
    outlet: Called
    institution: Called


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as a list shows it. `article`: row number of its report; `number`: of its version.

    `hidden`: the report's words for its unnamed sources.
    """

    public_id: str
    article: int
    number: int
    start: int
    exact: str
    paraphrase: str
    event: PartialDate
    due: PartialDate
    state: str
    steps: tuple[StepRow, ...]
    hidden: tuple[str, ...]
    provinces: tuple[Called, ...]
    topics: tuple[Called, ...]
    report: "ReportRow"


def claim_rows(pks: Sequence[int], names: Names) -> dict[int, ClaimRow]:
    """The current public versions of claims among these, by row number; two queries."""
    rows = _CLAIMS.rows(pks)
    steps = _steps([row[-1] for row in rows], names)
    found = {}
    for (
        pk, public_id, article_pk, number, start, exact, paraphrase, event_words, event_edtf, event_earliest, event_latest,
        due_words, due_edtf, due_earliest, due_latest, state, called, called_again, provinces, topics,
        article, language, outlet, words, edtf, earliest, latest, first, article_state, origin_kind, headline, text_number, chain,
    ) in rows:  # fmt: skip
        report = _head(
            names, article, language, outlet, words, edtf, earliest, latest, first, article_state, origin_kind, headline, text_number
        )  # fmt: skip
        found[pk] = ClaimRow(
            public_id=public_id,
            article=article_pk,
            number=number,
            start=start,
            exact=exact,
            paraphrase=paraphrase,
            event=PartialDate(event_words, event_edtf, event_earliest, event_latest),
            due=PartialDate(due_words, due_edtf, due_earliest, due_latest),
            state=state,
            steps=tuple(steps[chain]),
            hidden=(*called, *called_again),
            provinces=tuple(names.called("province", each) for each in provinces),
            topics=tuple(sorted((names.called("topic", each) for each in topics), key=lambda topic: topic[1])),
            report=report,
        )
    return found


def _steps(chains: Sequence[int], names: Names) -> Mapping[int, list[StepRow]]:
    found: defaultdict[int, list[StepRow]] = defaultdict(list)
    for chain, kind, speech, outlet, institution in _STEPS.rows(sorted(set(chains))):
        found[chain].append(
            StepRow(
                kind=kind,
                speech=speech,
                outlet=names.called("outlet", outlet),
                institution=names.called("institution", institution),
            )
        )
    return found


def report_rows(pks: Sequence[int], names: Names) -> dict[int, tuple[ReportRow, ReportText]]:
    """The public reports among these, by row number; one query."""
    found = {}
    for (
        pk, public_id, language, outlet, words, edtf, earliest, latest, first, state, origin_kind,
        headline, number, body, claims_text, provinces, topics, claims, descriptors, printed,
    ) in _REPORTS.rows(pks):  # fmt: skip
        head = _head(
            names, public_id, language, outlet, words, edtf, earliest, latest, first, state, origin_kind, headline, number
        )  # fmt: skip
        row = replace(
            head,
            provinces=tuple(names.called("province", each) for each in provinces),
            topics=tuple(sorted((names.called("topic", each) for each in topics), key=lambda topic: topic[1])),
            claims=claims,
        )
        found[pk] = row, ReportText(headline or "", body or "", claims_text or "", (*descriptors, *printed))
    return found


def report_heads(pks: Sequence[int], names: Names) -> dict[int, ReportRow]:
    """The same without what is filed, and without its claims, by row number; one query."""
    return {pk: _head(names, *columns) for pk, *columns in _HEADS.rows(pks)}


def _head(
    names: Names, public_id: str, language: str, outlet: int, words: str, edtf: str, earliest: date | None, latest: date | None,
    first: datetime, state: str, origin_kind: str, headline: str | None, number: int | None,
) -> ReportRow:  # fmt: skip
    """A report's own columns, as every query of rows has them."""
    return ReportRow(
        public_id=public_id,
        language=language,
        outlet=names.called("outlet", outlet),
        published=PartialDate(words, edtf, earliest, latest),
        first_published=first,
        state=state,
        origin_kind=origin_kind,
        headline=headline or public_id,
        number=number or 0,
        provinces=(),
        topics=(),
        claims=0,
    )


def _heads(pks: Any) -> Any:
    """The one query of `report_heads`."""
    text = FilteredRelation("texts", condition=Q(texts__is_current=True, texts__is_public=True))
    return (
        Article.objects.published()
        .filter(pk__among=pks)
        .order_by()
        .annotate(text=text)
        .values_list(
            "pk", "public_id", "language", "outlet", "published_words", "published_edtf", "published_earliest",
            "published_latest", "first_published_at", "state", "origin_kind", "text__headline", "text__number",
        )
    )  # fmt: skip


def _reports(pks: Any) -> Any:
    """The one query of `report_rows`."""
    of_it = OuterRef("pk")
    provinces = ArticleProvince.objects.published().filter(article=of_it).order_by("pk").values("province")
    topics = ArticleTopic.objects.published().filter(content_object=of_it).values("tag")
    said = Claim.objects.published().filter(article=of_it, versions__is_current=True, versions__removed_at=None)
    claims = said.order_by().values("article").annotate(count=Count("pk"))
    return (
        Article.objects.published()
        .filter(pk__among=pks)
        .order_by()
        .annotate(
            text=FilteredRelation("texts", condition=Q(texts__is_current=True, texts__is_public=True)),
            in_provinces=ArraySubquery(provinces),
            on_topics=ArraySubquery(topics),
            claim_count=Coalesce(Subquery(claims.values("count")), 0),
            **called_in("pk"),
        )
        .values_list(
            "pk", "public_id", "language", "outlet", "published_words", "published_edtf", "published_earliest",
            "published_latest", "first_published_at", "state", "origin_kind",
            "text__headline", "text__number", "text__body", "text__claims",
            "in_provinces", "on_topics", "claim_count", "called", "called_again",
        )
    )  # fmt: skip


def _claims(pks: Any) -> Any:
    """The first query of `claim_rows`."""
    of_it = OuterRef("pk")
    provinces = ClaimProvince.objects.published().filter(version=of_it).order_by("pk").values("province")
    topics = ClaimTopic.objects.published().filter(content_object=of_it).values("tag")
    return (
        ClaimVersion.objects.published()
        .filter(pk__among=pks, is_current=True, removed_at__isnull=True)
        .order_by()
        .annotate(
            text=FilteredRelation(
                "claim__article__texts",
                condition=Q(claim__article__texts__is_current=True, claim__article__texts__is_public=True),
            ),
            in_provinces=ArraySubquery(provinces),
            on_topics=ArraySubquery(topics),
            **called_in("claim__article"),
        )
        .values_list(
            "pk", "claim__public_id", "claim__article_id", "number", "start",
            "exact", "paraphrase", "event_words", "event_edtf", "event_earliest",
            "event_latest", "due_words", "due_edtf", "due_earliest", "due_latest", "claim__state",
            "called", "called_again", "in_provinces", "on_topics", "claim__article__public_id", "claim__article__language",
            "claim__article__outlet", "claim__article__published_words", "claim__article__published_edtf",
            "claim__article__published_earliest", "claim__article__published_latest",
            "claim__article__first_published_at", "claim__article__state",
            "claim__article__origin_kind", "text__headline", "text__number", "chain",
        )
    )  # fmt: skip


def _steps_of(chains: Any) -> Any:
    """The second query of `claim_rows`."""
    steps = Step.objects.published().filter(chain__among=chains).order_by("chain", "position")
    return steps.values_list("chain", "kind", "speech", "outlet", "institution")


_HEADS, _REPORTS = RowsAmong(_heads), RowsAmong(_reports)
_CLAIMS, _STEPS = RowsAmong(_claims), RowsAmong(_steps_of)
