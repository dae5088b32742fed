"""Which reports count as one: an origin with all its copies and translations."""

from articles.models import Article, Claim


def origin_of(article: Article) -> str:
    """The same for an origin and every report that derives from it: a public id, or the outside address."""
    if article.origin is not None:
        return article.origin.public_id
    return article.origin_url or article.public_id


def independent_origins(claim: Claim) -> int:
    """How many independent origins carry this statement. Links between claims of other reports are not kept yet: one."""
    return len({origin_of(claim.article)})
