"""Read a report closely before it goes in: what it is compared by, and where its events are. Pure, and most of the work."""

from dataclasses import dataclass

from articles.composed import composed
from articles.incoming.brought import Brought
from articles.likeness.imprints import Imprint, imprint_of
from articles.provinces_named import provinces_in


@dataclass(frozen=True, slots=True)
class Close:
    """What close reading found. `provinces`: the slugs of those that it is filed under."""

    imprint: Imprint
    provinces: frozenset[str]


def read_closely(found: Brought, *, headline: str = "", language: str = "") -> Close:
    """`headline` and `language` overrule what the file says."""
    words = f"{composed(headline or found.headline or found.text.headline)}\n\n{composed(found.text.body)}"
    return Close(imprint_of(words, language or found.text.language), provinces_in(words, found.text.language))
