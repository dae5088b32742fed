"""Read a report closely before it goes in: what it is compared by, and where its events are. Pure, and most of the work."""

from typing import NamedTuple

from articles.composed import composed
from articles.incoming.brought import Brought
from articles.likeness.imprints import LONGEST, Imprint, imprint_of, imprint_without
from articles.provinces_named import provinces_in
from sources.descriptors import source_mentions
from sources.vocabulary import Vocabulary


class Text(NamedTuple):
    """What is read closely of a report: headline and body (NFC)."""

    words: str
    language: str


class Close(NamedTuple):
    """What close reading found. `provinces`: the slugs of those that it is filed under."""

    imprint: Imprint
    provinces: frozenset[str]


def text_of(found: Brought, *, headline: str = "", language: str = "") -> Text:
    """`headline` and `language` overrule what the file says."""
    words = f"{composed(headline or found.headline or found.text.headline)}\n\n{composed(found.text.body)}"
    return Text(words, language or found.text.language)


def read_closely(read: Text) -> Close:
    """Everything that is found."""
    text, language = read
    mentions = source_mentions(text, words := Vocabulary(text))
    # Of a book only the beginning is compared, and that ends within a word.
    is_short = len(text) <= LONGEST
    imprint = imprint_without(text, language, mentions, words) if is_short else imprint_of(text, language)
    return Close(imprint, provinces_in(text, language, mentions))
