"""The provinces, and regions, that a report's own words name: where its events are, never where its sources are."""

from provinces.gazetteer import Gazetteer
from sources.descriptors import source_mentions


def provinces_in(text: str, language: str) -> frozenset[str]:
    """Their slugs; never from doubtful names. `text`: headline and body (NFC)."""
    sources = source_mentions(text)
    return frozenset(
        mention.province
        for mention in Gazetteer.from_file().find(text, language)
        if mention.province
        and not mention.ambiguous
        and not any(start <= mention.start < end for start, end in sources)
    )
