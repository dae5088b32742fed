"""How many reports or claims there are for each value a list can be narrowed to: a fixed number of queries.

A report and its copies and translations count once, and so do claims that repeat one another. The values of a facet are
counted as if none of that facet were asked for yet, so that they can be compared and exchanged; what it excludes stays excluded.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import Coalesce, ExtractYear, TruncMonth

from articles.facets import Filter
from articles.models import ClaimProvince, ClaimTopic
from articles.models.article import ArticleQuerySet
from articles.queries.browse import (
    NOW,
    ClaimVersions,
    articles_matching,
    claims_matching,
    dated,
    last_steps,
    said_in_the_name_of,
)
from articles.queries.names import NO_NAMES, Names
from articles.queries.origins import origin_key
from articles.queries.statements import each_statement_once, statement_key
from articles.queries.times import provinces_then, topics_then
from sources.models import Step

MOST_SHOWN = 12
Counts = dict[str, list[tuple[str, int]]]
# What a search keeps of the rows that pass a filter; a plain list keeps all.
Narrow = Callable[[Any], Any]
# Which rows pass a filter: of all, or of some alone.
Matching = Callable[[Filter, Names], Any]
OF_REPORTS = ("province", "topic", "outlet", "language", "year")
OF_CLAIMS = (*OF_REPORTS, "speech")


def once_each(prefix: str = "", filter: Q | None = None) -> Count:
    """Counts reports, copies and translations of one as one: by the first report or its outside address.

    `prefix` leads from the rows to the report.
    """
    return Count(origin_key(prefix), distinct=True, filter=filter)


@dataclass(frozen=True)
class _Kind:
    """Where a row has its facets: its filing tables, their link to it, the way to its report, and how it is counted.

    `key`: by which it counts once. `is_of_few`: of rows that were chosen before.
    """

    matching: Matching
    provinces: Any
    province_owner: str
    topics: Any
    report: str
    count: Callable[..., Count]
    key: Callable[..., Coalesce]
    is_of_few: bool


def _reports(filter: Filter, matching: Matching | None = None) -> _Kind:
    filed, tagged = provinces_then(filter), topics_then(filter)
    return _Kind(
        matching or articles_matching, filed, "article", tagged, "", once_each, origin_key, matching is not None
    )


def _claims(matching: Matching | None = None) -> _Kind:
    filed, tagged = ClaimProvince.objects.published(), ClaimTopic.objects.published()
    report = "claim__article__"
    once = each_statement_once, statement_key
    return _Kind(matching or claims_matching, filed, "version", tagged, report, *once, matching is not None)


def article_counts(
    filter: Filter,
    names: Names,
    narrow: Narrow = lambda rows: rows,
    facets: Sequence[str] = OF_REPORTS,
    matching: Matching | None = None,
) -> Counts:
    """Reports by these of province, topic, outlet, language and year: parameter → [(value, count)]; six queries for all.

    `matching`: of few that pass, by all topics; else by the commonest.
    """
    return _counts(_reports(filter, matching), filter, names, narrow, facets)


def claim_counts(
    filter: Filter,
    names: Names,
    narrow: Narrow = lambda rows: rows,
    facets: Sequence[str] = OF_CLAIMS,
    matching: Matching | None = None,
) -> Counts:
    """Claims by these of the same and speech; seven queries for all, two of them for topics."""
    return _counts(_claims(matching), filter, names, narrow, facets)


def _counts(kind: _Kind, filter: Filter, names: Names, narrow: Narrow, facets: Sequence[str]) -> Counts:
    def rows(facet: str) -> Any:
        return narrow(kind.matching(filter.unused(facet), names)).order_by()

    def provinces() -> list[tuple[str, int]]:
        owner = kind.province_owner
        filed = kind.provinces.filter(**{f"{owner}__in": rows("province").values("pk")})
        return _by_slug(names, "province", _grouped(filed, "province", kind.count(f"{owner}__")))

    def topics() -> list[tuple[str, int]]:
        tagged = kind.topics.filter(content_object__in=rows("topic").values("pk"))
        known = names if filter.narrower else replace(names, below={pk: frozenset((pk,)) for pk in names.below})
        return _all_topics(tagged, known, kind.key) if kind.is_of_few else _commonest_topics(tagged, known, kind.count)

    def outlets() -> list[tuple[str, int]]:
        return _by_slug(names, "outlet", _grouped(rows("outlet"), f"{kind.report}outlet", kind.count()))

    def languages() -> list[tuple[str, int]]:
        return _sorted(_grouped(rows("language"), f"{kind.report}language", kind.count()))

    def speech() -> list[tuple[str, int]]:
        steps = last_steps().filter(chain__claim_versions__in=rows("speech").values("pk"))
        return _sorted(_grouped(steps, "speech", kind.count("chain__claim_versions__")))

    counted: dict[str, Callable[[], list[tuple[str, int]]]] = {
        "province": provinces,
        "topic": topics,
        "outlet": outlets,
        "language": languages,
        "year": lambda: _years(rows("year"), kind, within=filter.within and not filter.month),
        "speech": speech,
    }
    return {facet: counted[facet]() for facet in facets}


def _grouped(rows: Any, field: str, count: Count) -> dict[Any, int]:
    return dict(rows.order_by().values_list(field).annotate(counted=count))


def _sorted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(((value, count) for value, count in counts.items() if value), key=lambda pair: (-pair[1], pair[0]))


def _by_slug(names: Names, name: str, counts: Mapping[int, int]) -> list[tuple[str, int]]:
    slugs = names.slugs[name]
    return _sorted({slugs[pk]: count for pk, count in counts.items() if pk in slugs})


def _commonest_topics(items: Any, names: Names, count: Callable[..., Count]) -> list[tuple[str, int]]:
    """The commonest topics, each with its narrower ones: first roughly by adding up, then exactly for those shown."""
    direct = _grouped(items, "tag", Count("pk"))
    rough = {pk: sum(direct.get(id, 0) for id in below) for pk, below in names.below.items()}
    slugs = names.slugs["topic"]
    chosen = sorted((pk for pk in rough if rough[pk]), key=lambda pk: (-rough[pk], slugs[pk]))[:MOST_SHOWN]
    return _by_slug(names, "topic", topic_totals(items, chosen, names, count))


def _all_topics(items: Any, names: Names, key: Callable[..., Coalesce]) -> list[tuple[str, int]]:
    """All topics of few, each with its narrower ones: put together here, for Postgres looks at each row once a topic."""
    of: defaultdict[int, set[Any]] = defaultdict(set)
    for tag, one in items.order_by().values_list("tag", key("content_object__")):
        of[tag].add(one)
    whole = {pk: len(set().union(*(of[each] for each in below if each in of))) for pk, below in names.below.items()}
    return _by_slug(names, "topic", {pk: count for pk, count in whole.items() if count})


def topic_totals(items: Any, topics: Iterable[int], names: Names, count: Callable[..., Count]) -> dict[int, int]:
    """How many reports, or claims, have each of these topics or a narrower one; one query, also for no topic."""
    counts = {f"topic_{pk}": count("content_object__", Q(tag__in=sorted(names.below[pk]))) for pk in topics}
    found = items.order_by().aggregate(rows=Count("pk"), **counts)
    return {int(key.removeprefix("topic_")): found[key] for key in counts}


def _years(rows: Any, kind: _Kind, *, within: bool) -> list[tuple[str, int]]:
    """By year of the report; one dated over two years counts in both, as the lists of both show it, or `within` in none."""
    earliest, latest = f"{kind.report}published_earliest", f"{kind.report}published_latest"
    spans = rows.exclude(**{latest: None}).annotate(first=ExtractYear(earliest), last=ExtractYear(latest))
    years: Counter[str] = Counter()
    several: set[str] = set()
    for first, last, count in spans.values_list("first", "last").annotate(counted=kind.count()):
        for year in range(first or last, last + 1) if not within or (first or last) == last else ():
            years[str(year)] += count
            several |= {str(year)} if first and first < last else set()
    if several:
        # What is dated over years may count as one with what is dated to one of them.
        of_year = {f"n{year}": kind.count(filter=dated(kind.report, NOW.having("year", year))) for year in several}
        for name, count in rows.order_by().aggregate(**of_year).items():
            years[name[1:]] = count
    return sorted(years.items(), reverse=True)


def count_articles(found: ArticleQuerySet) -> tuple[int, int]:
    """How many reports a list has, and how many they are when copies and translations count once; one query."""
    counted = found.order_by().aggregate(rows=Count("pk"), once=once_each())
    return counted["rows"], counted["once"]


def count_claims(found: ClaimVersions) -> tuple[int, int]:
    """How many claims a list has, and how many statements they are; one query."""
    counted = found.order_by().aggregate(rows=Count("pk"), once=each_statement_once())
    return counted["rows"], counted["once"]


def article_periods(filter: Filter, names: Names, matching: Matching | None = None) -> list[tuple[str, int]]:
    """Reports by the months that their dates allow: ("2023-04", or "2023-03/2023-05" for several, count); one query."""
    return _periods(_reports(filter, matching), filter, names)


def claim_periods(filter: Filter, names: Names, matching: Matching | None = None) -> list[tuple[str, int]]:
    """Claims by the same of their reports."""
    return _periods(_claims(matching), filter, names)


def _periods(kind: _Kind, filter: Filter, names: Names) -> list[tuple[str, int]]:
    latest = f"{kind.report}published_latest"
    rows = kind.matching(filter, names).order_by().exclude(**{latest: None})
    earliest = Coalesce(f"{kind.report}published_earliest", latest)
    spans = rows.annotate(first=TruncMonth(earliest), last=TruncMonth(latest)).values_list("first", "last")
    return sorted((_period(first, last), count) for first, last, count in spans.annotate(counted=kind.count()))


def _period(first: date, last: date) -> str:
    return f"{last:%Y-%m}" if first == last else f"{first:%Y-%m}/{last:%Y-%m}"


def articles_by_province_each(
    filters: Sequence[Filter], names: Names, matching: Matching | None = None
) -> list[dict[int, int]]:
    """Reports about each province that pass each of several filters, which differ in `year` or `month` alone; one query.

    As if they asked for no province.
    """
    return _by_province(_reports(filters[0], matching), filters, names)


def claims_by_province_each(
    filters: Sequence[Filter], names: Names, matching: Matching | None = None
) -> list[dict[int, int]]:
    """The same of claims."""
    return _by_province(_claims(matching), filters, names)


def _by_province(kind: _Kind, filters: Sequence[Filter], names: Names) -> list[dict[int, int]]:
    owner = kind.province_owner
    undated = filters[0].unused("province").without("year").without("month")
    rows = kind.provinces.filter(**{f"{owner}__in": kind.matching(undated, names).order_by().values("pk")})
    counts = {
        f"n{number}": kind.count(f"{owner}__", dated(f"{owner}__{kind.report}", filter) or None)
        for number, filter in enumerate(filters)
    }
    found = rows.order_by().values_list("province").annotate(**counts)
    columns = list(zip(*found, strict=True)) or [()] * (len(counts) + 1)
    return [dict(zip(columns[0], column, strict=True)) for column in columns[1:]]


# What an index counts: its filter has a time at most, and names nothing.


def reports_by_province(filter: Filter = NOW) -> dict[int, int]:
    """Public reports about each province."""
    filed = provinces_then(filter).filter(article__in=articles_matching(filter, NO_NAMES).values("pk"))
    return _grouped(filed, "province", once_each("article__"))


def claims_by_province(filter: Filter = NOW) -> dict[int, int]:
    """Statements about each province: public claims, those that repeat one another as one."""
    filed = ClaimProvince.objects.published().filter(version__in=claims_matching(filter, NO_NAMES).values("pk"))
    return _grouped(filed, "province", each_statement_once("version__"))


def reports_by_topic(names: Names, filter: Filter = NOW) -> dict[int, int]:
    """Public reports on each topic or a narrower one."""
    filed = topics_then(filter).filter(content_object__in=articles_matching(filter, NO_NAMES).values("pk"))
    return topic_totals(filed, names.below, names, once_each)


def reports_by_outlet(filter: Filter = NOW, matching: Matching = articles_matching) -> dict[int, tuple[int, int]]:
    """Public reports of each outlet, and how many they are when its own copies and translations count once."""
    rows = matching(filter, NO_NAMES).order_by().values_list("outlet")
    return {outlet: (reports, once) for outlet, reports, once in rows.annotate(rows=Count("pk"), once=once_each())}


def claims_by_outlet(filter: Filter = NOW) -> dict[int, int]:
    """The same in reports of each outlet."""
    return _grouped(claims_matching(filter, NO_NAMES), "claim__article__outlet", each_statement_once())


PARTS = ("said", "did", "told")


def claims_by_institution(filter: Filter = NOW, matching: Matching = claims_matching) -> dict[int, dict[str, int]]:
    """The same in which each institution speaks, acts or is spoken to: id → said, did, told; three queries."""
    claims = matching(filter, NO_NAMES)
    current = claims.values("pk")
    steps = Step.objects.published().filter(institution__isnull=False, chain__claim_versions__in=current)
    found = {
        "said": _grouped(steps, "institution", each_statement_once("chain__claim_versions__")),
        "did": _grouped(claims, "actor", each_statement_once()),
        "told": _grouped(claims, "addressee", each_statement_once()),
    }
    ids = {pk for counts in found.values() for pk in counts if pk is not None}
    return {pk: {part: found[part].get(pk, 0) for part in PARTS} for pk in ids}


def claims_of_institution(
    institution: int, part: str, filter: Filter = NOW, matching: Matching = claims_matching
) -> ClaimVersions:
    """Public claims in which an institution speaks ("said"), acts ("did") or is spoken to ("told")."""
    condition = {
        "said": said_in_the_name_of(institution),
        "did": Q(actor=institution),
        "told": Q(addressee=institution),
    }[part]
    found: ClaimVersions = matching(filter, NO_NAMES).filter(condition)
    return found
