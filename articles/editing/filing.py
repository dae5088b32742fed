"""File a new report by the provinces its text names, leaving out where its sources are."""

from articles.editing.drafting import Words
from provinces.gazetteer import Gazetteer
from provinces.models import Province
from sources.descriptors import source_mentions


def provinces_named(words: Words, language: str) -> list[Province]:
    """The provinces, and regions, in headline and body; never from the caption, never from doubtful names."""
    text = f"{words.headline}\n\n{words.body}"
    sources = source_mentions(text)
    slugs = {
        mention.province
        for mention in Gazetteer.from_file().find(text, language)
        if mention.province
        and not mention.ambiguous
        and not any(start <= mention.start < end for start, end in sources)
    }
    return list(Province.objects.filter(slug__in=slugs))
