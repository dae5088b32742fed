"""Which reports and claims a filter lets through, in which order, and a page of them with all that a list shows."""

# The stubs cannot follow querysets that carry annotations and prefetched lists through our own classes.
# mypy: disable-error-code="type-var,assignment,return-value,attr-defined"

from collections.abc import Sequence
from typing import Any

from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from articles.cursors import bad_cursor, day_in, id_in, moment_in, pack, unpack
from articles.facets import Filter
from articles.models import Article, ClaimProvince, ClaimTopic, ClaimVersion, ReportAttribution
from articles.models.article import ArticleQuerySet
from articles.queries import whole
from articles.queries.names import Names
from articles.queries.times import (
    claims_then,
    provinces_then,
    shown_then,
    topics_then,
)
from provinces.models import PublishedQuerySet
from sources.models import Step

PAGE = 20
NOW = Filter()
ClaimVersions = PublishedQuerySet[ClaimVersion]
# Beyond every row number: a row that was withdrawn since its page was made has no place of its own any more.
_AFTER_ALL = Value(2**62, output_field=BigIntegerField())


def articles_matching(filter: Filter, names: Names, among: Sequence[int] | None = None) -> ArticleQuerySet:
    """Public reports that pass; those dated partly inside a year are let through. `among`: of these row numbers alone."""
    found, claims = shown_then(filter), claims_then(filter)
    if among is not None:
        found, claims = found.filter(pk__among=among), claims.filter(claim__article__among=among)
    for name, filed, tag, row in (
        ("province", provinces_then(filter), "province", "article"),
        ("topic", topics_then(filter), "tag", "content_object"),
    ):
        found = _filed(found, name, filed, tag, row, filter, names)
    if filter.institution or filter.speech:
        told = _told(claims, filter.without_unwanted("institution", "speech"), names)
        found = found.filter(pk__in=told.values("claim__article")) if _wants_told(filter) else found
        for name in ("institution", "speech"):
            if filter.unwanted(name):
                told = _told(claims, filter.only_unwanted(name), names)
                found = found.exclude(pk__in=told.values("claim__article"))
    return found.filter(_of_report("", filter, names))


def _wants_told(filter: Filter) -> bool:
    return bool(filter.wanted("institution") or filter.wanted("speech"))


def _filed(found: Any, name: str, filed: Any, tag: str, row: str, filter: Filter, names: Names) -> Any:
    """Those of the rows that are filed under what the filter wants, and not under what it excludes."""
    if filter.wanted(name):
        wanted = filed.filter(**{f"{tag}__in": names.ids_of(name, filter)})
        found = found.filter(pk__in=wanted.values(row))
    if filter.unwanted(name):
        unwanted = filed.filter(**{f"{tag}__in": names.ids_of(name, filter, excluded=True)})
        found = found.exclude(pk__in=unwanted.values(row))
    return found


def claims_matching(filter: Filter, names: Names, among: Sequence[int] | None = None) -> ClaimVersions:
    """Public claims that pass, as they stand. Province and topic are the claim's own; the rest its report's.

    `among`: of the versions with these row numbers alone.
    """
    claims = claims_then(filter)
    found = claims = claims if among is None else claims.filter(pk__among=among)
    for name, filed, tag, row in (
        ("province", ClaimProvince.objects.published(), "province", "version"),
        ("topic", ClaimTopic.objects.published(), "tag", "content_object"),
    ):
        found = _filed(found, name, filed, tag, row, filter, names)
    found = _told(found, filter.without_unwanted("institution", "speech"), names)
    for name in ("institution", "speech"):
        if filter.unwanted(name):
            told = _told(claims, filter.only_unwanted(name), names)
            found = found.exclude(pk__in=told.values("pk"))
    return found.filter(_of_report("claim__article__", filter, names))


def current_claims() -> ClaimVersions:
    """Every public claim in its newest version, but those whose words were removed."""
    return claims_then(NOW)


def said_in_the_name_of(institution: int) -> Q:
    """Claims whose chain has the institution as a speaker."""
    return Q(chain__in=Step.objects.published().filter(institution=institution).values("chain"))


def _told(found: ClaimVersions, filter: Filter, names: Names) -> ClaimVersions:
    if filter.institution:
        ids = names.ids_of("institution", filter)
        spoken = Step.objects.published().filter(institution__in=ids).values("chain")
        found = found.filter(Q(chain__in=spoken) | Q(actor__in=ids) | Q(addressee__in=ids))
    if filter.speech:
        found = found.filter(chain__in=last_steps().filter(speech__in=filter.speech).values("chain"))
    return found


def last_steps() -> PublishedQuerySet[Step]:
    """The last step of every chain: how a claim's words come to us is how its last speaker's do."""
    later = Step.objects.published().filter(chain=OuterRef("chain"), position__gt=OuterRef("position"))
    return Step.objects.published().filter(~Exists(later))


def _of_report(prefix: str, filter: Filter, names: Names) -> Q:
    """Conditions on the report itself; `prefix` leads to it."""
    passes = Q()
    if filter.wanted("outlet"):
        passes &= Q(**{f"{prefix}outlet__in": names.ids_of("outlet", filter)})
    if filter.unwanted("outlet"):
        passes &= ~Q(**{f"{prefix}outlet__in": names.ids_of("outlet", filter, excluded=True)})
    if filter.wanted("language"):
        passes &= Q(**{f"{prefix}language__in": filter.wanted("language")})
    if filter.unwanted("language"):
        passes &= ~Q(**{f"{prefix}language__in": filter.unwanted("language")})
    return passes & dated(prefix, filter)


def dated(prefix: str, filter: Filter) -> Q:
    """That a report's date allows one of the days that a filter does, or no other; `prefix` leads to the report."""
    passes = Q()
    for first, last in filter.days():
        begins = Q(**{f"{prefix}published_earliest__lte": last}) | Q(**{f"{prefix}published_earliest": None})
        passes |= begins & Q(**{f"{prefix}published_latest__gte": first})
    whole = Q()
    for first, last in filter.whole_days():
        begins = Q(**{f"{prefix}published_earliest__gte": first}) | Q(
            **{f"{prefix}published_earliest": None, f"{prefix}published_latest__gte": first}
        )
        whole |= begins & Q(**{f"{prefix}published_latest__lte": last})
    return passes & whole


def article_page(
    found: ArticleQuerySet, after: str = "", filter: Filter = NOW, size: int = PAGE
) -> tuple[list[Article], str]:
    """The next rows of the list, newest first, and the cursor of the page that follows, or "". Raises BadParameter."""
    if after:
        found = found.filter(articles_after(after))
    rows = whole.articles(found.newest_first()[: size + 1], filter)
    return rows[:size], article_cursor(rows[size - 1]) if len(rows) > size else ""


def article_keys(found: ArticleQuerySet, after: str, filter: Filter, size: int) -> list[Article]:
    """The next rows of the list with no more than their place in it. Raises BadParameter."""
    found = found.filter(articles_after(after)) if after else found
    return list(found.newest_first().only("public_id", "published_latest", "first_published_at")[:size])


def article_cursor(article: Article) -> str:
    """Where a report stands in a list that is newest first."""
    latest, first = article.published_latest, article.first_published_at
    assert latest is not None, "a public article has a date"
    assert first is not None, "a public article was published"
    return pack(latest.isoformat(), first.isoformat(), article.public_id)


def articles_after(word: str, prefix: str = "") -> Q:
    """What comes after a report in such a list; `prefix` leads to the report. Raises BadParameter."""
    latest, first, public_id = unpack(word, 3)
    day, moment = day_in(latest, word), moment_in(first, word)
    place = _place_of(id_in(public_id, word, "a"), _AFTER_ALL)
    return Q(**{f"{prefix}published_latest__lte": day}) & (
        Q(**{f"{prefix}published_latest__lt": day})
        | Q(**{f"{prefix}first_published_at__lt": moment})
        | Q(**{f"{prefix}first_published_at": moment, f"{prefix}id__lt": place})
    )


def _place_of(public_id: str, otherwise: Value) -> Coalesce:
    """The row number of a public article, for the database to compare with; it is never shown."""
    row = Article.objects.published().filter(public_id=public_id).values("id")[:1]
    return Coalesce(Subquery(row), otherwise, output_field=BigIntegerField())


def claim_page(
    found: ClaimVersions, after: str = "", filter: Filter = NOW, size: int = PAGE
) -> tuple[list[ClaimVersion], str]:
    """The next claims: newest report first, within it in the order of its text; and the cursor that follows, or "".

    Raises BadParameter.
    """
    if after:
        found = found.filter(claims_after(after, filter))
    rows = whole.claims(newest_claims_first(found)[: size + 1], filter)
    return rows[:size], claim_cursor(rows[size - 1]) if len(rows) > size else ""


def claim_keys(found: ClaimVersions, after: str, filter: Filter, size: int) -> list[ClaimVersion]:
    """The next claims with no more than their place in the list. Raises BadParameter."""
    found = found.filter(claims_after(after, filter)) if after else found
    report = (f"claim__article__{name}" for name in ("public_id", "published_latest", "first_published_at"))
    found = newest_claims_first(found).select_related("claim__article")
    return list(found.only("start", "claim__public_id", "claim__article_id", *report)[:size])


def newest_claims_first(found: ClaimVersions) -> ClaimVersions:
    """The order of reports, and within a report the order of the text."""
    report = ("published_latest", "first_published_at", "id")
    return found.order_by(*(F(f"claim__article__{name}").desc() for name in report), "start", "id")


def claim_cursor(version: ClaimVersion) -> str:
    """Where a claim stands in a list that is newest first."""
    return pack(article_cursor(version.claim.article), str(version.start), version.claim.public_id)


def claims_after(word: str, filter: Filter = NOW) -> Q:
    """What comes after a claim in such a list. Raises BadParameter."""
    article, start, public_id = unpack(word, 3)
    if not (start.isascii() and start.isdigit() and len(start) < 9):
        raise bad_cursor(word)
    claim = claims_then(filter).filter(claim__public_id=id_in(public_id, word, "c")).values("id")[:1]
    place = Coalesce(Subquery(claim), Value(0), output_field=BigIntegerField())
    later_in_text = Q(start__gt=int(start)) | Q(start=int(start), id__gt=place)
    report = unpack(article, 3)[2]
    return articles_after(article, "claim__article__") | (Q(claim__article__public_id=report) & later_in_text)


def undated_articles(filter: Filter, names: Names) -> int:
    """How many reports a list narrowed to years or months leaves out because they have no date."""
    return articles_matching(filter.without("year").without("month"), names).filter(published_latest=None).count()


def undated_claims(filter: Filter, names: Names) -> int:
    """The same for claims, by the date of their report."""
    found = claims_matching(filter.without("year").without("month"), names)
    return found.filter(claim__article__published_latest=None).count()


def descriptors_of(articles: list[int]) -> dict[int, list[str]]:
    """The words that each of these reports has for its unnamed sources, so that lists can leave them out."""
    found: dict[int, list[str]] = {pk: [] for pk in articles}
    tied = ReportAttribution.objects.published().filter(article__among=articles)
    printed = Step.objects.published().filter(
        attribution__report__article__among=articles, attribution__report__is_public=True
    )
    for rows in (
        tied.values_list("article", "attribution__descriptor"),
        printed.order_by().values_list("attribution__report__article", "printed").distinct(),
    ):
        for article, words in rows:
            found[article].append(words)
    return found
