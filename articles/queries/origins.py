"""Which reports count as one: an origin with all its copies and translations."""

from datetime import timedelta

from articles.dates import PartialDate
from articles.models import Article, Claim, OriginKind

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
    """How many independent origins carry this statement. Links between claims of other reports are not kept yet: one."""
    return len({origin_of(claim.article)})


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
