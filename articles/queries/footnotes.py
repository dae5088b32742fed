"""What the public record says of many links at once; the number of queries does not grow with them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.db.models import Q

from articles.models import Act, Article, Claim, ClaimLink, ClaimVersion, PublicText, State
from articles.queries.outcomes import with_became
from articles.queries.registry import acts_on_each, public_among

# As far as revisions are counted in the database.
_LAST_REVISION = 32_767
_CHANGED = (State.CORRECTED_BY_OUTLET, State.CORRECTED_HERE, State.RETRACTED)


@dataclass(frozen=True)
class Record:
    """The public things asked for, by id, and what hangs on them.

    `texts`: article's row → number → text, the current one and those cited. `versions`: claim's row → number → version.
    `links`: version's row → (kind, id of the other claim). `became`: claim's row → what was recorded of what it announces,
    if that holds. `acts`: id → acts, oldest first, for what is gone, corrected
    or retracted. `public`: which other ids are out.
    """

    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    texts: Mapping[int, Mapping[int, PublicText]] = field(default_factory=dict)
    versions: Mapping[int, Mapping[int, ClaimVersion]] = field(default_factory=dict)
    links: Mapping[int, frozenset[tuple[str, str]]] = field(default_factory=dict)
    became: Mapping[int, str] = field(default_factory=dict)
    acts: Mapping[str, list[Act]] = field(default_factory=dict)
    public: frozenset[str] = frozenset()


def record_of(public_ids: Collection[str], near: Collection[str], revisions: Collection[int]) -> Record:
    """The record on these ids; `near`: ids that may have been meant; `revisions`: numbers that are cited of any report."""
    articles = {
        article.public_id: article
        for article in Article.objects.published().filter(public_id__in=public_ids).select_related("outlet")
    }
    claims = {
        claim.public_id: claim
        for claim in Claim.objects.published()
        .filter(public_id__in=public_ids, article__is_public=True)
        .select_related("article__outlet")
    }
    reports = {article.pk: article for article in (*articles.values(), *(row.article for row in claims.values()))}
    changed = [article.public_id for article in reports.values() if article.state in _CHANGED]
    hidden = [public_id for public_id in public_ids if public_id not in articles and public_id not in claims]
    acts = acts_on_each([*changed, *hidden])
    versions = _versions([claim.pk for claim in claims.values()])
    successors = {act.successor for found in acts.values() for act in found if act.successor}
    return Record(
        articles=articles,
        claims=claims,
        texts=_texts(reports, revisions),
        versions=versions,
        links=_links([version.pk for numbered in versions.values() for version in numbered.values()]),
        became=_became([claim.pk for claim in claims.values()]),
        acts=acts,
        public=frozenset(public_among([*near, *successors])),
    )


def _texts(articles: Collection[int], revisions: Collection[int]) -> dict[int, dict[int, PublicText]]:
    cited = [number for number in revisions if 0 < number <= _LAST_REVISION]
    rows = PublicText.objects.published().filter(Q(is_current=True) | Q(number__in=cited), article__in=articles)
    found: dict[int, dict[int, PublicText]] = {}
    for text in rows.defer("names", "claims", "credit", "key", "digest"):
        found.setdefault(text.article_id, {})[text.number] = text
    return found


def _versions(claims: Collection[int]) -> dict[int, dict[int, ClaimVersion]]:
    rows = ClaimVersion.objects.published().filter(claim__in=claims).order_by("claim", "number")
    found: dict[int, dict[int, ClaimVersion]] = {}
    for version in rows.defer("prefix", "suffix", "reason"):
        found.setdefault(version.claim_id, {})[version.number] = version
    return found


def _became(claims: Collection[int]) -> dict[int, str]:
    rows = with_became(Claim.objects.published().filter(pk__in=claims), claim="pk").exclude(became="")
    return dict(rows.values_list("pk", "became"))


def _links(versions: Collection[int]) -> dict[int, frozenset[tuple[str, str]]]:
    """Links to claims that are out and whose words were not removed."""
    rows = ClaimLink.objects.published().filter(
        version__in=versions, other__is_public=True, other__versions__is_current=True, other__versions__removed_at=None
    )
    found: dict[int, set[tuple[str, str]]] = {}
    for version, kind, other in rows.values_list("version_id", "kind", "other__public_id"):
        found.setdefault(version, set()).add((kind, other))
    return {version: frozenset(linked) for version, linked in found.items()}
