"""The provinces, and regions, that a report's own words name: where its events are, never where its sources are."""

from collections.abc import Sequence

from provinces.gazetteer import Gazetteer
from sources.descriptors import source_mentions


def provinces_in(text: str, language: str, sources: Sequence[tuple[int, int]] | None = None) -> frozenset[str]:
    """Their slugs; never from doubtful names. `text`: headline and body (NFC); `sources`: where it describes any, if known."""
    sources = source_mentions(text) if sources is None else sources
    return frozenset(
        mention.province
        for mention in Gazetteer.from_file().find(text, language)
        if mention.province
        and not mention.ambiguous
        and not any(start <= mention.start < end for start, end in sources)
    )
