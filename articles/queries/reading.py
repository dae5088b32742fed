"""What single pages ask of the database; each question is one query, whatever the number of claims."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar, cast

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery

from articles.models import Article, Claim, ClaimLink, ClaimVersion, Figure, PublicText, Topic
from articles.queries.outcomes import with_became
from articles.queries.prepared import prepared
from provinces.models import Province
from sources.models import Step

Numbered = TypeVar("Numbered", PublicText, ClaimVersion)


def of_number(rows: Iterable[Numbered], number: int | None) -> Numbered | None:
    """The text or version of that number; where none is asked for, the one that stands now."""
    return next((row for row in rows if (row.is_current if number is None else row.number == number)), None)


def article_called(public_id: str) -> Article | None:
    """The public report of this id, with its outlet and, where that is public too, its origin.

    With `headline`, `origin_headline`, and whether it `has_copies`.
    """
    return next(iter(_articles_called(public_id)), None)


@prepared
def _articles_called(public_id: str) -> QuerySet[Article]:
    found = Article.objects.published().filter(public_id=public_id).select_related("outlet", "origin__outlet")
    return found.annotate(**_told_of("pk", "origin"))


def _told_of(article: str, origin: str) -> dict[str, Any]:
    """Annotations about the report in a column of the outer query, and about the one it derives from in another."""
    return {
        "headline": Subquery(headline_of(article)),
        "origin_headline": Subquery(headline_of(origin)),
        "has_copies": Exists(Article.objects.published().filter(origin=OuterRef(article))),
    }


def texts_of(article: Article) -> list[PublicText]:
    """Every published text of a report, the first one first."""
    return _texts_of(article.pk)


@prepared
def _texts_of(article: int) -> QuerySet[PublicText]:
    return PublicText.objects.published().filter(article=article).defer("names", "claims").order_by("number")


def claims_in(article: Article) -> list[ClaimVersion]:
    """The current version of every public claim of a report, with its chain of speakers, in the order of the text."""
    return _speaking(_claims_in(article.pk), _steps_in(article.pk))


@prepared
def _claims_in(article: int) -> QuerySet[ClaimVersion]:
    return with_people(_current_in(article)).order_by("start", "end", "claim_id")


@prepared
def _steps_in(article: int) -> QuerySet[Step]:
    return steps_with_speakers().filter(chain__in=_current_in(article).values("chain"))


def _current_in(article: int) -> QuerySet[ClaimVersion]:
    return ClaimVersion.objects.published().filter(
        claim__article=article, claim__is_public=True, is_current=True, removed_at__isnull=True
    )


def claims_on(article: Article, number: int) -> list[ClaimVersion]:
    """The newest version that each public claim had on one revision, in the order of the text."""
    newest = _speaking(_claims_on(article.pk, [number]), _steps_on(article.pk, [number]))
    return sorted(newest, key=lambda version: (version.start, version.end, version.claim_id))


@prepared
def _claims_on(article: int, numbers: list[int]) -> QuerySet[ClaimVersion]:
    return with_people(_newest_on(article, numbers))


@prepared
def _steps_on(article: int, numbers: list[int]) -> QuerySet[Step]:
    return steps_with_speakers().filter(chain__in=_newest_on(article, numbers).values("chain"))


def _newest_on(article: int, numbers: list[int]) -> QuerySet[ClaimVersion]:
    versions = ClaimVersion.objects.published().filter(
        claim__article=article, claim__is_public=True, revision_number__among=numbers, removed_at__isnull=True
    )
    return versions.order_by("claim_id", "-number").distinct("claim_id")


def claim_called(public_id: str) -> Claim | None:
    """The public claim of this id, with its report as `article_called` has it."""
    found: Any = next(iter(_claims_called(public_id)), None)
    if found is not None:
        for name in ("headline", "origin_headline", "has_copies"):
            setattr(found.article, name, getattr(found, name))
    return cast(Claim | None, found)


@prepared
def _claims_called(public_id: str) -> QuerySet[Claim]:
    claims = Claim.objects.published().filter(public_id=public_id, article__is_public=True)
    claims = claims.select_related("article__outlet", "article__origin__outlet")
    return claims.annotate(**_told_of("article", "article__origin"))


def versions_of(claim: Claim) -> list[ClaimVersion]:
    """Every published version of a claim, the first one first, with its chain of speakers and its `public_figures`."""
    versions, told = _versions_of(claim.pk), defaultdict[int, list[Figure]](list)
    for figure in _figures_of(claim.pk):
        told[figure.version_id].append(figure)
    for version in versions:
        row: Any = version
        row.public_figures = told[version.pk]
    return _speaking(versions, _steps_of(claim.pk))


@prepared
def _versions_of(claim: int) -> QuerySet[ClaimVersion]:
    return with_people(ClaimVersion.objects.published().filter(claim=claim)).order_by("number")


@prepared
def _figures_of(claim: int) -> QuerySet[Figure]:
    figures = Figure.objects.published().filter(version__claim=claim).select_related("province", "place")
    return figures.order_by("start", "end")


@prepared
def _steps_of(claim: int) -> QuerySet[Step]:
    return steps_with_speakers().filter(chain__in=ClaimVersion.objects.published().filter(claim=claim).values("chain"))


def same_breath(version: ClaimVersion) -> list[ClaimVersion]:
    """The other parts of the utterance that the report splits; none when it is whole."""
    if version.utterance is None:
        return []
    return _parts_of(version.claim.article_id, [version.utterance], version.claim_id)


@prepared
def _parts_of(article: int, utterances: list[int], claim: int) -> QuerySet[ClaimVersion]:
    others = _current_in(article).filter(utterance__among=utterances).exclude(claim=claim)
    return others.select_related("claim").order_by("start")


def provinces_of_article(article: Article) -> list[Province]:
    """The provinces a report is about."""
    return _provinces_of_article(article.pk)


@prepared
def _provinces_of_article(article: int) -> QuerySet[Province]:
    filed = Province.objects.published().filter(filed_articles__article=article, filed_articles__is_public=True)
    return filed.order_by("name_en")


def topics_of_article(article: Article) -> list[Topic]:
    """The topics a report is filed under."""
    return _topics_of_article(article.pk)


@prepared
def _topics_of_article(article: int) -> QuerySet[Topic]:
    filed = Topic.objects.published().filter(article_items__content_object=article, article_items__is_public=True)
    return filed.order_by("name")


def provinces_of_claim(version: ClaimVersion) -> list[Province]:
    """The provinces a version of a claim is about."""
    return _provinces_of_claim(version.pk)


@prepared
def _provinces_of_claim(version: int) -> QuerySet[Province]:
    filed = Province.objects.published().filter(filed_claims__version=version, filed_claims__is_public=True)
    return filed.order_by("name_en")


def topics_of_claim(version: ClaimVersion) -> list[Topic]:
    """The topics a version of a claim is filed under."""
    return _topics_of_claim(version.pk)


@prepared
def _topics_of_claim(version: int) -> QuerySet[Topic]:
    filed = Topic.objects.published().filter(claim_items__content_object=version, claim_items__is_public=True)
    return filed.order_by("name")


def headline_of(article: str) -> QuerySet[PublicText, str]:
    """For an annotation: the current headline of the report named by a column of the outer query."""
    current = PublicText.objects.published().filter(article=OuterRef(article), is_current=True)
    return current.values_list("headline", flat=True)[:1]


def with_speakers(versions: QuerySet[ClaimVersion]) -> QuerySet[ClaimVersion]:
    """The same rows with their claims and chains, and all who speak, act or are addressed in them."""
    return with_people(versions).prefetch_related(Prefetch("chain__steps", queryset=steps_with_speakers()))


def with_people(versions: QuerySet[ClaimVersion]) -> QuerySet[ClaimVersion]:
    """The same rows with their claims, what `became` of them, and those who act or are addressed in them.

    With whether a version `is_linked` to another claim; without the steps of their chains.
    """
    people: QuerySet[ClaimVersion] = with_became(versions)
    people = people.select_related("claim", "chain", "attribution", "actor", "addressee")
    links = ClaimLink.objects.published().filter(version=OuterRef("pk"))
    return people.defer("prefix", "suffix", "reason").annotate(is_linked=Exists(links))


def steps_with_speakers() -> QuerySet[Step]:
    """Every step with who speaks in it, in the order of its chain."""
    return Step.objects.published().select_related("outlet", "attribution", "institution").order_by("position")


def _speaking(versions: list[ClaimVersion], steps: list[Step]) -> list[ClaimVersion]:
    """The same versions, their chains with those of the steps that are theirs: what a prefetch does."""
    of_chains = _by_chain(steps)
    for version in versions:
        chain: Any = version.chain
        chain._prefetched_objects_cache = {"steps": of_chains[version.chain_id]}
    return versions


def _by_chain(steps: list[Step]) -> defaultdict[int, list[Step]]:
    of_chains: defaultdict[int, list[Step]] = defaultdict(list)
    for step in steps:
        of_chains[step.chain_id].append(step)
    return of_chains
