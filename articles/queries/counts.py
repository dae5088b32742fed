"""How many reports or claims there are for each value a list can be narrowed to: a fixed number of queries.

The values of a facet are counted as if that facet were not used yet, so that they can be compared and exchanged.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import ExtractYear, TruncMonth

from articles.facets import Filter
from articles.models import Article, ArticleProvince, ArticleTopic, ClaimProvince, ClaimTopic
from articles.models.article import ArticleQuerySet
from articles.queries.browse import (
    ClaimVersions,
    articles_matching,
    claims_matching,
    current_claims,
    last_speech,
    said_in_the_name_of,
)
from articles.queries.names import Names
from provinces.models import PublishedQuerySet
from sources.models import Step

MOST_SHOWN = 12
Counts = dict[str, list[tuple[str, int]]]
# What a search keeps of the rows that pass a filter; a plain list keeps all.
Narrow = Callable[[Any], Any]


@dataclass(frozen=True)
class _Kind:
    """Where a row has its facets: the filing tables with the name of their link to it, and the way to its report."""

    matching: Callable[[Filter, Names], "ArticleQuerySet | ClaimVersions"]
    provinces: PublishedQuerySet[Any]
    province_owner: str
    topics: PublishedQuerySet[Any]
    report: str


def article_counts(filter: Filter, names: Names, narrow: Narrow = lambda rows: rows) -> Counts:
    """Reports by province, topic, outlet, language and year: parameter → [(value, count)]; six queries."""
    kind = _Kind(
        articles_matching, ArticleProvince.objects.published(), "article", ArticleTopic.objects.published(), ""
    )
    return _counts(kind, filter, names, narrow)


def claim_counts(filter: Filter, names: Names, narrow: Narrow = lambda rows: rows) -> Counts:
    """Claims by the same and by speech; seven queries."""
    kind = _Kind(
        claims_matching, ClaimProvince.objects.published(), "version", ClaimTopic.objects.published(), "claim__article__"
    )
    counts = _counts(kind, filter, names, narrow)
    rows = narrow(claims_matching(filter.without("speech"), names)).annotate(last=last_speech())
    counts["speech"] = _sorted(dict(rows.order_by().values_list("last").annotate(Count("pk"))))
    return counts


def _counts(kind: _Kind, filter: Filter, names: Names, narrow: Narrow) -> Counts:
    def rows(facet: str) -> Any:
        return narrow(kind.matching(filter.without(facet), names)).order_by()

    provinces = kind.provinces.filter(**{f"{kind.province_owner}__in": rows("province").values("pk")})
    return {
        "province": _by_slug(names, "province", _grouped(provinces, "province")),
        "topic": _topics(kind.topics.filter(content_object__in=rows("topic").values("pk")), names),
        "outlet": _by_slug(names, "outlet", _grouped(rows("outlet"), f"{kind.report}outlet")),
        "language": _sorted(_grouped(rows("language"), f"{kind.report}language")),
        "year": _years(rows("year"), kind.report),
    }


def _grouped(rows: Any, field: str) -> dict[Any, int]:
    return dict(rows.order_by().values_list(field).annotate(Count("pk")))


def _sorted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(((value, count) for value, count in counts.items() if value), key=lambda pair: (-pair[1], pair[0]))


def _by_slug(names: Names, name: str, counts: Mapping[int, int]) -> list[tuple[str, int]]:
    slugs = {pk: slug for slug, pk in names.ids[name].items()}
    return _sorted({slugs[pk]: count for pk, count in counts.items() if pk in slugs})


def _topics(items: Any, names: Names) -> list[tuple[str, int]]:
    """The commonest topics, each with its narrower ones: first roughly by adding up, then exactly for those shown."""
    direct = _grouped(items, "tag")
    rough = {pk: sum(direct.get(id, 0) for id in below) for pk, below in names.below.items()}
    chosen = sorted((pk for pk in rough if rough[pk]), key=lambda pk: (-rough[pk], pk))[:MOST_SHOWN]
    return _by_slug(names, "topic", topic_totals(items, chosen, names))


def topic_totals(items: Any, topics: Iterable[int], names: Names) -> dict[int, int]:
    """How many reports, or claims, have each of these topics or a narrower one; one that has two counts once."""
    counts = {
        f"topic_{pk}": Count("content_object", distinct=True, filter=Q(tag__in=sorted(names.below[pk]))) for pk in topics
    }
    found = items.order_by().aggregate(rows=Count("pk"), **counts)
    return {int(key.removeprefix("topic_")): found[key] for key in counts}


def _years(rows: Any, report: str) -> list[tuple[str, int]]:
    """By year of the report; one dated over two years counts in both, as the lists of both show it."""
    earliest, latest = f"{report}published_earliest", f"{report}published_latest"
    spans = rows.exclude(**{latest: None}).annotate(first=ExtractYear(earliest), last=ExtractYear(latest))
    years: Counter[str] = Counter()
    for first, last, count in spans.values_list("first", "last").annotate(Count("pk")):
        for year in range(first or last, last + 1):
            years[str(year)] += count
    return sorted(years.items(), reverse=True)


@dataclass(frozen=True)
class Months:
    """Reports by month. `longer`: those dated to more than one month, by the year they end in."""

    counts: Mapping[date, int]
    longer: Mapping[int, int]


def months(filter: Filter, names: Names) -> Months:
    """How many reports of a filter are dated in each month; one query."""
    rows = articles_matching(filter, names).order_by().exclude(published_latest=None)
    spans = rows.annotate(first=TruncMonth("published_earliest"), last=TruncMonth("published_latest"))
    counts: Counter[date] = Counter()
    longer: Counter[int] = Counter()
    for first, last, count in spans.values_list("first", "last").annotate(Count("pk")):
        if first == last:
            counts[last] += count
        else:
            longer[last.year] += count
    return Months(counts, longer)


def reports_by_province() -> dict[int, int]:
    """Public reports about each province."""
    return _grouped(ArticleProvince.objects.published(), "province")


def claims_by_province() -> dict[int, int]:
    """Public claims about each province."""
    return _grouped(ClaimProvince.objects.published().filter(version__in=current_claims()), "province")


def reports_by_topic(names: Names) -> dict[int, int]:
    """Public reports on each topic or a narrower one."""
    return topic_totals(ArticleTopic.objects.published(), names.below, names)


def reports_by_outlet() -> dict[int, int]:
    """Public reports of each outlet."""
    return _grouped(Article.objects.published(), "outlet")


def claims_by_outlet() -> dict[int, int]:
    """Public claims in reports of each outlet."""
    return _grouped(current_claims(), "claim__article__outlet")


def claims_by_institution() -> dict[int, dict[str, int]]:
    """Public claims in which each institution speaks, acts or is spoken to: id → said, did, told; three queries."""
    current = current_claims()
    steps = Step.objects.published().filter(chain__in=current.values("chain"), institution__isnull=False)
    said = steps.order_by().values_list("institution").annotate(Count("chain__claim_versions", distinct=True, filter=Q(
        chain__claim_versions__in=current)))
    counts: dict[int, dict[str, int]] = {}
    for part, rows in (("said", dict(said)), ("did", _grouped(current, "actor")), ("told", _grouped(current, "addressee"))):
        for pk, count in rows.items():
            if pk is not None:
                counts.setdefault(pk, {"said": 0, "did": 0, "told": 0})[part] = count
    return counts


def claims_of_institution(institution: int, part: str) -> ClaimVersions:
    """Public claims in which an institution speaks ("said"), acts ("did") or is spoken to ("told")."""
    condition = {
        "said": said_in_the_name_of(institution),
        "did": Q(actor=institution),
        "told": Q(addressee=institution),
    }[part]
    return current_claims().filter(condition)
