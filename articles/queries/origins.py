"""Which reports count as one: an origin with all its copies and translations."""

from collections.abc import Collection
from datetime import timedelta

from articles.dates import PartialDate
from articles.models import Article, Claim, ClaimLink, ClaimState, ClaimVersion, LinkKind, OriginKind
from articles.models.claim import Standing
from provinces.models import PublishedQuerySet

# Copies that say "yesterday" as the first report said it; a relay tells in words of its own day.
WORD_FOR_WORD = (
    OriginKind.REPUBLICATION,
    OriginKind.TRANSLATION,
    OriginKind.MACHINE_TRANSLATION,
    OriginKind.BACK_TRANSLATION,
)
# How much earlier a report may have come out of which only the copy is known.
LONGEST_WAY = timedelta(days=31)


def origin_of(article: Article) -> str:
    """The same for an origin and every report that derives from it: a public id, or the outside address."""
    if article.origin is not None:
        return article.origin.public_id
    return article.origin_url or article.public_id


def independent_origins(claim: Claim) -> int:
    """How many independent origins carry this statement: its own report's, and those of claims that say the same.

    Counted are claims that are out and stand, by the links of this claim's newest version; copies count once.
    """
    newest = claim.versions.order_by("-number").values("pk")[:1]
    links = _corroborating(ClaimLink.objects.filter(version__in=newest))
    return len({origin_of(claim.article), *(origin_of(link.other.article) for link in links)})


def origins_of_each(versions: Collection[ClaimVersion]) -> dict[int, int]:
    """The same for public versions by their own public links: version's row → origins. One query for all."""
    found = {version.pk: {origin_of(version.claim.article)} for version in versions}
    for link in _corroborating(ClaimLink.objects.published().filter(version__in=found)):
        found[link.version_id].add(origin_of(link.other.article))
    return {version: len(origins) for version, origins in found.items()}


def _corroborating(links: PublishedQuerySet[ClaimLink]) -> PublishedQuerySet[ClaimLink]:
    """Of these, the ones to claims that say the same, are out and stand; with report and origin."""
    return links.filter(
        kind=LinkKind.CORROBORATES,
        other__state=ClaimState.PUBLISHED,
        other__versions__is_current=True,
        other__versions__removed_at=None,
        other__versions__standing__in=[Standing.STANDS, Standing.MOVED],
    ).select_related("other__article__origin")


def dates_count_from(article: Article) -> PartialDate:
    """The day from which "yesterday" and "last month" count in a report: of a translation, the original's.

    Where that is not known, a month up to the report's own day, so that such dates stay uncertain.
    """
    if article.origin_kind not in WORD_FOR_WORD:
        return article.published
    if article.origin is not None and article.origin.published.is_known:
        return article.origin.published
    own = article.published
    if own.earliest is None or own.latest is None:
        return own
    return PartialDate.parse(f"{own.earliest - LONGEST_WAY}/{own.latest}")
