"""File a new report by the provinces its text names, leaving out where its sources are."""

from articles.editing.drafting import Words
from articles.provinces_named import provinces_in
from provinces.models import Province


def provinces_named(words: Words, language: str) -> list[Province]:
    """The provinces, and regions, in headline and body; never from the caption, never from doubtful names."""
    return list(Province.objects.filter(slug__in=provinces_in(f"{words.headline}\n\n{words.body}", language)))
