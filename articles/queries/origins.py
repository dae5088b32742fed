"""Which reports count as one: an origin with all its copies and translations."""

from articles.models import Article, Claim, ClaimLink, ClaimState, LinkKind
from articles.models.claim import Standing


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
    links = ClaimLink.objects.filter(
        version__in=newest,
        kind=LinkKind.CORROBORATES,
        other__state=ClaimState.PUBLISHED,
        other__versions__is_current=True,
        other__versions__removed_at=None,
        other__versions__standing__in=[Standing.STANDS, Standing.MOVED],
    ).select_related("other__article__origin")
    return len({origin_of(claim.article), *(origin_of(link.other.article) for link in links)})
