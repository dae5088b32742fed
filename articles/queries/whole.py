"""Rows of lists, tables and feeds with everything that is told of them: so many queries, however many rows.

What hangs on a row is asked by row numbers, in queries that are composed once (`prepared`), and so are rows of which the
numbers are known and that are told of as they stand now. Today's pages take theirs from `queries.rows`.
"""

# The stubs cannot follow querysets that carry annotations through our own classes.
# mypy: disable-error-code="type-var,assignment,return-value,attr-defined,no-any-return"

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from articles.facets import Filter
from articles.models import (
    Article,
    ArticleProvince,
    ArticleTopic,
    Claim,
    ClaimLink,
    ClaimProvince,
    ClaimTopic,
    ClaimVersion,
    Figure,
    PublicText,
)
from articles.models.article import ArticleQuerySet
from articles.queries.called import called_in
from articles.queries.outcomes import with_became
from articles.queries.prepared import prepared
from articles.queries.support import links_told, with_statement
from articles.queries.times import (
    claims_then,
    provinces_then,
    say_as_then,
    say_claims_as_then,
    texts_then,
    topics_then,
)
from provinces.models import PublishedQuerySet
from sources.models import Step

NOW = Filter()
# What a list shows of a text; its body is never fetched for a list.
_TEXT_COLUMNS = ("id", "article", "number", "language", "headline", "published_at", "is_current", "is_public")


def articles(found: ArticleQuerySet, filter: Filter = NOW) -> list[Article]:
    """The rows of a query, in its order, as they stood at the time."""
    return _articles_told(list(found.select_related("outlet", "origin")), filter)


def articles_called(pks: Sequence[int], filter: Filter = NOW) -> list[Article]:
    """The public reports of these row numbers, in their order."""
    if filter.is_of_another_time:
        return _in_order(articles(Article.objects.published().filter(pk__in=pks), filter), pks)
    return _in_order(_articles_told(_articles(list(pks)), filter), pks)


def claims(found: PublishedQuerySet[ClaimVersion], filter: Filter = NOW) -> list[ClaimVersion]:
    """The rows of a query, in its order, as they stood at the time.

    The printed words for a source are fetched, too, so that they can be left out.
    """
    return _claims_told(list(_with_report(found, filter)), filter)


def claims_called(pks: Sequence[int], filter: Filter = NOW) -> list[ClaimVersion]:
    """The versions of these row numbers that tell what their claims say at the time, in their order."""
    if filter.is_of_another_time:
        return _in_order(claims(claims_then(filter).filter(pk__in=pks), filter), pks)
    return _in_order(_claims_told(_versions(list(pks)), filter), pks)


def claims_of(ids: Collection[int], filter: Filter = NOW) -> list[ClaimVersion]:
    """The versions that tell what these claims say at the time, in no order."""
    if not ids:
        return []
    if filter.is_of_another_time:
        return claims(claims_then(filter).filter(claim__in=ids), filter)
    return _claims_told(_versions_of(sorted(ids)), filter)


def claims_in(article: int) -> list[ClaimVersion]:
    """The versions that tell what the claims of a report say now, in the order of its text."""
    return _claims_told(_versions_in(article), NOW)


def _articles_told(rows: list[Article], filter: Filter) -> list[Article]:
    if not rows:
        return rows
    by_pk, pks = {row.pk: [row] for row in rows}, [row.pk for row in rows]
    texts = _texts_then(pks, filter)
    if filter.is_of_another_time:
        provinces: Any = provinces_then(filter).select_related("province").filter(article__in=pks)
        topics: Any = topics_then(filter).select_related("tag").filter(content_object__in=pks)
        told: Any = Claim.objects.published().filter(pk__in=claims_then(filter).values("claim"), article__in=pks)
        told = told.only("id", "article")
    else:
        provinces, topics, told = _provinces(pks), _topics(pks), _claims(pks)
    _hang(by_pk, texts, "article", "current_texts")
    _hang(by_pk, provinces, "article", "filed")
    _hang(by_pk, topics, "content_object", "tagged")
    _hang(by_pk, told, "article", "public_claims")
    say_as_then(rows, filter)
    return rows


def _claims_told(rows: list[ClaimVersion], filter: Filter) -> list[ClaimVersion]:
    if not rows:
        return rows
    pks, by_pk = [row.pk for row in rows], {row.pk: [row] for row in rows}
    chains, reports = defaultdict[int, list[Any]](list), defaultdict[int, list[Any]](list)
    for row in rows:
        chains[row.chain_id].append(row.chain)
        reports[row.claim.article_id].append(row.claim.article)
    _hang(chains, _steps(list(chains)), "chain", "public_steps")
    _hang(by_pk, _links(pks), "version", "public_links")
    _hang(reports, _texts_then(list(reports), filter), "article", "current_texts")
    _hang(by_pk, _claim_provinces(pks), "version", "filed")
    _hang(by_pk, _claim_topics(pks), "content_object", "tagged")
    _hang(by_pk, _figures(pks), "version", "public_figures")
    say_claims_as_then(rows, filter)
    return rows


def _texts_then(articles: list[int], filter: Filter) -> Iterable[PublicText]:
    """What their rows show of the texts of these reports."""
    if filter.is_of_another_time:
        return texts_then(filter).filter(article__in=articles).only(*_TEXT_COLUMNS)
    return _texts(articles)


def _hang(owners: dict[int, list[Any]], rows: Iterable[Any], by: str, name: str) -> None:
    """Give every owner, by its row number, those of the rows that are its own, as `name`; each knows its owner as `by`."""
    of_each = defaultdict[int, list[Any]](list)
    for row in rows:
        pk = getattr(row, f"{by}_id")
        row._state.fields_cache[by] = owners[pk][0]
        of_each[pk].append(row)
    for pk, same in owners.items():
        for owner in same:
            setattr(owner, name, of_each[pk])


def _in_order(rows: list[Any], pks: Sequence[int]) -> list[Any]:
    called = {row.pk: row for row in rows}
    return [called[pk] for pk in pks if pk in called]


def _with_report(found: PublishedQuerySet[ClaimVersion], filter: Filter) -> PublishedQuerySet[ClaimVersion]:
    """With what became of each, what its statement adds to it, its report and who is its source."""
    found = with_statement(with_became(found, filter), filter)
    report = ("claim__article__outlet", "claim__article__origin", "claim__statement")
    found = found.annotate(**called_in("claim__article"))
    return found.select_related(*report, "attribution", "chain")


@prepared
def _articles(pks: list[int]) -> QuerySet[Article]:
    return Article.objects.published().filter(pk__among=pks).select_related("outlet", "origin").order_by()


@prepared
def _versions(pks: list[int]) -> QuerySet[ClaimVersion]:
    return _with_report(claims_then(NOW).filter(pk__among=pks), NOW).order_by()


@prepared
def _versions_of(ids: list[int]) -> QuerySet[ClaimVersion]:
    return _with_report(claims_then(NOW).filter(claim__among=ids), NOW).order_by()


@prepared
def _versions_in(article: int) -> QuerySet[ClaimVersion]:
    return _with_report(claims_then(NOW).filter(claim__article=article), NOW).order_by("start", "id")


@prepared
def _texts(articles: list[int]) -> QuerySet[PublicText]:
    return texts_then(NOW).filter(article__among=articles).only(*_TEXT_COLUMNS)


@prepared
def _provinces(articles: list[int]) -> QuerySet[ArticleProvince]:
    return provinces_then(NOW).filter(article__among=articles).select_related("province")


@prepared
def _topics(articles: list[int]) -> QuerySet[ArticleTopic]:
    return topics_then(NOW).filter(content_object__among=articles).select_related("tag")


@prepared
def _claims(articles: list[int]) -> QuerySet[Claim]:
    # But those whose words were removed, of which lists say nothing.
    standing: dict[str, Any] = {"versions__is_current": True, "versions__removed_at": None}
    return Claim.objects.published().filter(article__among=articles, **standing).only("id", "article")


@prepared
def _steps(chains: list[int]) -> QuerySet[Step]:
    steps = Step.objects.published().filter(chain__among=chains)
    return steps.select_related("outlet", "institution", "attribution").order_by("position")


@prepared
def _links(versions: list[int]) -> QuerySet[ClaimLink]:
    return links_told().filter(version__among=versions)


@prepared
def _claim_provinces(versions: list[int]) -> QuerySet[ClaimProvince]:
    return ClaimProvince.objects.published().filter(version__among=versions).select_related("province")


@prepared
def _claim_topics(versions: list[int]) -> QuerySet[ClaimTopic]:
    return ClaimTopic.objects.published().filter(content_object__among=versions).select_related("tag")


@prepared
def _figures(versions: list[int]) -> QuerySet[Figure]:
    figures = Figure.objects.published().filter(version__among=versions)
    return figures.select_related("province", "place").order_by("start", "end")
