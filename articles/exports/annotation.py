"""A claim as a W3C Web Annotation: the words and where they stand, so that other programs find them in the text.

Positions count Unicode code points of the revision's body, whose paragraphs are parted by one blank line. Where an outlet
allows claims only there is no text around the words, and so no prefix and no suffix.
"""

from collections.abc import Sequence
from typing import Any

from articles.exports.series import FigureRow
from articles.feeds.entries import absolute
from articles.models import Claim, ClaimVersion, PublicText
from articles.spans import context

CONTENT_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
_AROUND = 32


def annotation(
    claim: Claim, version: ClaimVersion, texts: Sequence[PublicText], figures: Sequence[FigureRow] = ()
) -> dict[str, Any]:
    """The annotation of a version whose words were not removed; `texts` are those of its report.

    `figures`: the prices, rates and quantities in it, which are told as plain JSON; without any there is no such part.
    """
    text = next(text for text in texts if text.number == version.revision_number)
    source = absolute("articles:revision", claim.article.public_id, str(text.number))
    return {
        "@context": [
            "http://www.w3.org/ns/anno.jsonld",
            {"digest": absolute("articles:about") + "#digest", **(_called() if figures else {})},
        ],
        "id": absolute("articles:claim_version", claim.public_id, str(version.number)),
        "type": "Annotation",
        "motivation": "describing" if version.paraphrase else "highlighting",
        "created": claim.first_published_at.isoformat() if claim.first_published_at else None,
        "modified": version.published_at.isoformat() if version.published_at else None,
        **({"body": _body(version)} if version.paraphrase else {}),
        **({"figures": [_figure(each) for each in figures]} if figures else {}),
        "target": {
            "source": source,
            "selector": [_quote(version, text), _position(version)],
            "state": {
                "type": "TimeState",
                "sourceDate": text.published_at.isoformat(),
                "cached": source,
                # Keyed, so that a word that was removed cannot be guessed from it; the ledger has the same.
                "digest": f"hmac-sha256:{text.digest}",
            },
        },
    }


def _body(version: ClaimVersion) -> dict[str, str]:
    return {"type": "TextualBody", "value": version.paraphrase, "language": "en", "format": "text/plain"}


def _called() -> dict[str, Any]:
    """What the part with figures is, for programs that know JSON-LD."""
    return {"figures": {"@id": absolute("articles:about") + "#figures-of-claims", "@type": "@json"}}


def _figure(row: FigureRow) -> dict[str, Any]:
    """Whose figure it is the annotation says itself."""
    return row.model_dump(mode="json", exclude={"claim", "version", "address"})


def _quote(version: ClaimVersion, text: PublicText) -> dict[str, str]:
    quote = {"type": "TextQuoteSelector", "exact": version.exact}
    if not text.body:
        return quote
    prefix, suffix = context(text.body, version.start, version.end, _AROUND)
    return {**quote, "prefix": prefix, "suffix": suffix}


def _position(version: ClaimVersion) -> dict[str, str | int]:
    return {"type": "TextPositionSelector", "start": version.start, "end": version.end}
