"""PLACEHOLDER until the dangers are written (to be replaced whole)."""

from articles.suggestions.values import SuggestedWarning


def dangers_in(body: str, start: int, end: int, language: str) -> tuple[SuggestedWarning, ...]:
    """Nothing yet."""
    return ()
