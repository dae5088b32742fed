"""What a briefing asks of the database; the number of queries does not grow with its claims."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Subquery

from articles.briefing import Pin
from articles.models import ClaimVersion, PublicText
from articles.queries.footnotes import Record, record_of
from articles.queries.reading import headline_of, with_speakers


@dataclass(frozen=True)
class Briefed:
    """`versions`: what may be shown of each pin, with speakers, report, outlet and origin; those removed or gone are
    not among them. `texts`: report's row → its texts, without bodies. `record`: what became of every claim.
    """

    versions: Mapping[Pin, ClaimVersion]
    texts: Mapping[int, list[PublicText]]
    record: Record


def briefed(pins: Collection[Pin]) -> Briefed:
    """All that the page of a briefing tells."""
    ids = sorted({pin.public_id for pin in pins})
    versions = _versions(ids, pins)
    return Briefed(
        versions, _texts({version.claim.article_id for version in versions.values()}), record_of(ids, [], [])
    )


def newest_of(public_ids: Collection[str]) -> dict[str, int]:
    """The number of the current version of each public claim."""
    current = ClaimVersion.objects.published().filter(
        claim__public_id__in=public_ids, claim__is_public=True, is_current=True, removed_at__isnull=True
    )
    return dict(current.values_list("claim__public_id", "number"))


def _versions(ids: Collection[str], pins: Collection[Pin]) -> dict[Pin, ClaimVersion]:
    rows = ClaimVersion.objects.published().filter(
        claim__public_id__in=ids,
        claim__is_public=True,
        claim__article__is_public=True,
        number__in={pin.version for pin in pins},
        removed_at__isnull=True,
    )
    whole = with_speakers(rows).select_related("claim__article__outlet", "claim__article__origin__outlet")
    found: dict[Pin, ClaimVersion] = {}
    for version in whole.annotate(origin_headline=Subquery(headline_of("claim__article__origin"))):
        report: Any = version.claim.article
        report.origin_headline = version.origin_headline
        found[Pin(version.claim.public_id, version.number)] = version
    return {pin: found[pin] for pin in pins if pin in found}


def _texts(articles: Collection[int]) -> dict[int, list[PublicText]]:
    found: dict[int, list[PublicText]] = {}
    rows = PublicText.objects.published().filter(article__in=articles)
    for text in rows.only("article_id", "number", "headline", "is_current", "removed_at").order_by("number"):
        found.setdefault(text.article_id, []).append(text)
    return found
