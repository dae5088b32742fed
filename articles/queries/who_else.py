"""Who else reports what a report or a claim says: its family, the claims linked to it, and how contradictions stand."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from articles.models import Article, Claim, ClaimLink, ClaimVersion, PublicText, StatedSettlement
from articles.queries.called import called_in
from articles.queries.prepared import prepared
from articles.queries.reading import headline_of


def family_of(article: Article) -> list[Article]:
    """The public reports that count as one with this one, it among them, each with `headline`; the earliest first.

    Where there are several, with whether each `has_text` that may be shown.
    """
    if article.origin_url:
        return _carried_from(article.origin_url)
    if not article.origin_id and not getattr(article, "has_copies", True):
        return [article]
    return _first_and_copies(article.origin_id or article.pk)


@prepared
def _carried_from(address: str) -> QuerySet[Article]:
    return _in_order(Article.objects.published().filter(origin_url=address))


@prepared
def _first_and_copies(first: int) -> QuerySet[Article]:
    return _in_order(Article.objects.published().filter(Q(pk=first) | Q(origin=first)))


def _in_order(family: QuerySet[Article]) -> QuerySet[Article]:
    text = PublicText.objects.published().filter(article=OuterRef("pk"), is_current=True).exclude(body="")
    with_headlines = family.select_related("outlet").annotate(
        headline=Subquery(headline_of("pk")), has_text=Exists(text)
    )
    return with_headlines.order_by("published_latest", "id")


def linked_from(versions: Collection[ClaimVersion]) -> list[ClaimVersion]:
    """The current versions of public claims that these versions are linked to; no query where none is linked.

    Each with the link's `kind` and `ground`, the row `linked_by` of the version it was linked from, report, origin, and
    the printed words for its sources, so that they can be left out.
    """
    linking = [version.pk for version in versions if getattr(version, "is_linked", True)]
    if not linking:
        return []
    return list(_linked_from(linking))


@prepared
def _linked_from(linking: list[int]) -> QuerySet[ClaimVersion]:
    others = ClaimVersion.objects.published().filter(
        claim__is_public=True, is_current=True, removed_at__isnull=True,
        claim__links_here__version__among=linking, claim__links_here__is_public=True,
    )  # fmt: skip
    linked = others.annotate(
        kind=F("claim__links_here__kind"),
        ground=F("claim__links_here__ground"),
        linked_by=F("claim__links_here__version"),
        **called_in("claim__article"),
    ).select_related("claim__article__outlet", "claim__article__origin")
    return linked.order_by("kind", "claim_id")


@dataclass(frozen=True)
class LinkThen:
    """A link as one published version of a claim had it."""

    version: int
    other: str
    kind: str
    ground: str


def links_of_every_version(claim: Claim) -> list[LinkThen]:
    """What each published version of a claim is linked to, the first version first."""
    return [LinkThen(*row) for row in _links_of_every_version(claim.pk)]


@prepared
def _links_of_every_version(claim: int) -> Any:
    rows = ClaimLink.objects.published().filter(version__claim=claim).order_by("version__number", "other__public_id")
    return rows.values_list("version__number", "other__public_id", "kind", "ground")


@dataclass(frozen=True)
class Stated:
    """How a contradiction with a claim stands, or stood from a moment on."""

    state: str
    ground: str
    at: datetime


def settlements_with(claim: Claim) -> dict[str, Stated]:
    """How each public contradiction of a claim stands: public id of the other claim → what was stated last."""
    found = {}
    for row in _settlements_with(claim.pk):
        pair = row.contradiction
        other = pair.other if pair.one_id == claim.pk else pair.one
        found[other.public_id] = Stated(row.state, row.ground, row.at)
    return found


@prepared
def _settlements_with(claim: int) -> QuerySet[StatedSettlement]:
    found = StatedSettlement.objects.published().filter(Q(contradiction__one=claim) | Q(contradiction__other=claim))
    return found.select_related("contradiction__one", "contradiction__other").order_by("number")
