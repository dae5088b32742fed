"""What else was reported of the same province and topic, near in time: of a report and of a claim, by filing alone.

No word of a text is compared, so nothing is related by what two reports call their sources. Copies and translations are
the same report told again and are no relation. The reports around a day are walked through outwards, in the order of
lists, until enough are filed alike; the walk ends a year away.
"""

# The stubs cannot follow querysets that carry annotations and prefetched lists through our own classes.
# mypy: disable-error-code="type-var,assignment,return-value,attr-defined"

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from articles.models import (
    Article,
    ArticleProvince,
    ArticleTopic,
    ClaimProvince,
    ClaimState,
    ClaimTopic,
    ClaimVersion,
    State,
    Topic,
)
from articles.queries.called import called_in
from articles.queries.origins import origin_of
from articles.queries.prepared import composed, prepared
from articles.queries.reading import headline_of
from provinces.models import Province

MOST = 5
NEAR = timedelta(days=366)
# So many on either side, since copies of one another count once, and a report filed alike may have no claim that is.
_EITHER_SIDE = 2 * MOST
# What is told of a report, and what tells which count as one; of all that are read, a quarter is shown.
_TOLD = (
    "public_id", "language", "published_words", "published_edtf", "published_earliest", "published_latest", "origin_url",
    "outlet__name", "outlet__name_ko", "origin__public_id",
)  # fmt: skip


def related_reports(article: Article, provinces: Collection[Province], topics: Collection[Topic]) -> list[Article]:
    """The nearest reports of the same province and topic, with `headline`, nearest first; one query."""
    day = article.published_latest
    if not (provinces and topics and day):
        return []
    return _nearest(_reports_around(*_place(article, day, provinces, topics)), day)


@composed
def _reports_around(*place: Any) -> QuerySet[Article]:
    rows = Article.objects.published().filter(pk__in=_around(*place)).select_related("outlet", "origin")
    return rows.annotate(headline=Subquery(headline_of("pk"))).only(*_TOLD)


def related_claims(
    version: ClaimVersion, provinces: Collection[Province], topics: Collection[Topic], linked: Collection[str]
) -> list[ClaimVersion]:
    """The first claim of the same province and topic in each of the nearest reports that have one; three queries.

    `linked`: public ids of claims that are left out, because it is said already what they are to this one.
    """
    article, day = version.claim.article, version.claim.article.published_latest
    if not (provinces and topics and day):
        return []
    # By row numbers: in one statement with the walk the plan takes hold of every claim there is (tried).
    near = [pk for (pk,) in _numbers_around(*_place(article, day, provinces, topics))]
    rows = _first_claims(near, [*_pks(provinces)], [*_pks(topics)], [*linked]) if near else []
    return _nearest(rows, day)


@composed
def _numbers_around(*place: Any) -> Any:
    return _around(*place)


@prepared
def _first_claims(
    articles: list[int], provinces: list[int], topics: list[int], linked: list[str]
) -> QuerySet[ClaimVersion]:
    rows = ClaimVersion.objects.published().filter(
        Exists(ClaimProvince.objects.published().filter(version=OuterRef("pk"), province__among=provinces)),
        Exists(ClaimTopic.objects.published().filter(content_object=OuterRef("pk"), tag__among=topics)),
        claim__article__among=articles,
        claim__is_public=True, claim__state=ClaimState.PUBLISHED, is_current=True, removed_at=None,
    )  # fmt: skip
    rows = rows.exclude(claim__public_id__among=linked).order_by("claim__article", "start", "pk")
    rows = rows.distinct("claim__article").annotate(**called_in("claim__article"))
    return rows.select_related("claim__article__outlet", "claim__article__origin")


def _pks(rows: Collection[Any]) -> tuple[int, ...]:
    return tuple(row.pk for row in rows)


def _place(article: Article, day: date, provinces: Collection[Province], topics: Collection[Topic]) -> tuple[Any, ...]:
    """What `_around` is asked with: the first report, its address elsewhere, three days, and the filing."""
    first, url = article.origin_id or article.pk, article.origin_url or None
    return first, url, day - NEAR, day, day + NEAR, _pks(provinces), _pks(topics)


def _around(first: int, url: str | None, earliest: date, day: date, latest: date, provinces: Any, topics: Any) -> Any:
    """Row numbers of the nearest reports so filed on either side of one, walking both ways along the index of lists.

    Reports that were retracted, and those that only tell the same again, are passed by.
    """
    found = Article.objects.published().exclude(state=State.RETRACTED).exclude(Q(pk=first) | Q(origin=first))
    found = found.exclude(origin_url=url) if url is not None else found
    found = found.filter(
        Exists(ArticleProvince.objects.published().filter(article=OuterRef("pk"), province__in=provinces)),
        Exists(ArticleTopic.objects.published().filter(content_object=OuterRef("pk"), tag__in=topics)),
    )
    before = found.filter(published_latest__range=(earliest, day)).newest_first()
    order = (F(each).asc(nulls_first=True) for each in ("published_latest", "first_published_at"))
    after = found.filter(published_latest__gt=day, published_latest__lte=latest).order_by(*order, "pk")
    return before.values("pk")[:_EITHER_SIDE].union(after.values("pk")[:_EITHER_SIDE], all=True)


def _nearest(rows: Iterable[Any], day: date) -> list[Any]:
    """The nearest of each origin, at most MOST; of two that are as near the earlier first."""
    kept: dict[str, Any] = {}
    for row in sorted(rows, key=lambda row: _distance(row, day)):
        kept.setdefault(origin_of(_report(row)), row)
    return list(kept.values())[:MOST]


def _distance(row: Any, day: date) -> tuple[int, date, int]:
    latest = _report(row).published_latest
    return abs((latest - day).days), latest, row.pk


def _report(row: Any) -> Any:
    return row if isinstance(row, Article) else row.claim.article
