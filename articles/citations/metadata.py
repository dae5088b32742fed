"""What the head of a page tells programs: Highwire, Dublin Core, Open Graph, and schema.org as a block of data. Pure.

A report's page says what the outlet published, so that a reference manager takes it as that newspaper's article; a
claim's page says that it is a page of this site. Nobody who speaks in a report is named here, least of all a source.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from articles.citations.bylines import Author
from articles.citations.csl import PLAIN_DATE, title_of
from articles.citations.works import Report, Statement, Work
from articles.dates import PartialDate

# Inside a block of data these signs might end it, or look like a tag.
_HARMLESS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class Tag:
    """One meta element. Those of RDFa (Open Graph, Zotero) stand under `property`, all others under `name`."""

    name: str
    content: str
    is_property: bool = False


def tags_of(work: Work) -> tuple[Tag, ...]:
    """The meta elements of a work's page, none without content."""
    plain, open_graph = _report_tags(work) if isinstance(work, Report) else _statement_tags(work)
    tags = [*(Tag(name, value) for name, value in plain), *(Tag(name, value, True) for name, value in open_graph)]
    return tuple(tag for tag in tags if tag.content)


def data_of(work: Work, places: Sequence[str] = (), topics: Sequence[str] = ()) -> str:
    """JSON-LD that may stand in a page; `places` and `topics`: the names that the work is filed under."""
    block = _article(work) if isinstance(work, Report) else _claim(work)
    filed = {"spatialCoverage": list(places), "about": list(topics)}
    whole = {"@context": "https://schema.org", **block, **filed}
    return json.dumps(_without_gaps(whole), ensure_ascii=False).translate(_HARMLESS)


Pairs = list[tuple[str, str]]


def _report_tags(report: Report) -> tuple[Pairs, Pairs]:
    day = _iso(report.published)
    names = [author.inverted for author in report.authors]
    plain = [
        ("citation_title", report.headline),
        *(("citation_author", name) for name in names),
        ("citation_publication_date", day.replace("-", "/")),
        ("citation_journal_title", report.outlet),
        ("citation_language", report.language),
        ("citation_public_url", report.original_url or report.address),
        ("DC.type", "newspaperArticle"),
        ("DC.title", report.headline),
        *(("DC.creator", name) for name in names),
        ("DC.publisher", report.outlet),
        ("DC.date", day or report.published.edtf),
        ("DC.language", report.language),
        ("DC.identifier", report.address),
        ("DC.source", report.original_url),
    ]
    graph = [
        # The one word that Zotero asks for before it guesses from all the others.
        ("z:itemType", "newspaperArticle"),
        ("og:type", "article"),
        ("og:title", report.headline),
        ("og:site_name", report.site),
        ("og:url", report.address),
        ("article:published_time", day if len(day) == len("2022-04-12") else ""),
    ]
    return plain, graph


def _statement_tags(claim: Statement) -> tuple[Pairs, Pairs]:
    title, shown = (
        f"“{title_of(claim.words)}” (claim {claim.public_id}, version {claim.version})",
        claim.shown.isoformat(),
    )
    plain = [
        ("citation_title", title),
        ("citation_publication_date", shown.replace("-", "/")),
        ("citation_language", claim.report.language),
        ("citation_public_url", claim.address),
        ("DC.type", "webpage"),
        ("DC.title", title),
        ("DC.publisher", claim.report.site),
        ("DC.date", shown),
        ("DC.language", claim.report.language),
        ("DC.identifier", claim.address),
        ("DC.source", claim.report.original_url or claim.report.address),
    ]
    graph = [
        ("z:itemType", "webpage"),
        ("og:type", "website"),
        ("og:title", title),
        ("og:site_name", claim.report.site),
        ("og:url", claim.address),
    ]
    return plain, graph


def _article(report: Report) -> dict[str, Any]:
    return {
        "@type": "NewsArticle",
        "headline": report.headline,
        "inLanguage": report.language,
        "datePublished": _iso(report.published),
        "author": [_writer(author) for author in report.authors],
        "publisher": {"@type": "Organization", "name": report.outlet},
        "url": report.original_url,
        "archivedAt": report.archived_url,
        "mainEntityOfPage": report.address,
        "version": report.revision,
        "creativeWorkStatus": report.status,
        "identifier": report.public_id,
    }


def _claim(claim: Statement) -> dict[str, Any]:
    return {
        "@type": "Claim",
        "text": claim.words,
        "url": claim.address,
        "identifier": claim.public_id,
        "version": claim.version,
        "inLanguage": claim.report.language,
        "datePublished": claim.shown.isoformat(),
        "publisher": {"@type": "Organization", "name": claim.report.site},
        "creativeWorkStatus": claim.status,
        "appearance": _without_gaps(_article(claim.report)),
    }


def _writer(author: Author) -> dict[str, str]:
    if author.is_desk:
        return {"@type": "Organization", "name": author.family}
    parts = {"familyName": author.family, "givenName": author.given, "honorificSuffix": author.suffix}
    return {"@type": "Person", "name": author.inverted, **(_without_gaps(parts) if author.is_person else {})}


def _iso(day: PartialDate) -> str:
    """A date as far as ISO 8601 can say it, or ""."""
    return day.edtf if PLAIN_DATE.fullmatch(day.edtf) else ""


def _without_gaps(block: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in block.items() if value}
