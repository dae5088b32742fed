"""Unnamed sources in lists: the words a report has for its source stand on that report's own pages alone. Pure."""

import re
from collections.abc import Iterable

AN_UNNAMED_SOURCE = {"en": "[an unnamed source]", "ko": "[익명 소식통]"}
# A shorter word than this is no descriptor of anyone and would blank out ordinary text.
SHORTEST = 3


def without_descriptors(text: str, descriptors: Iterable[str], language: str = "en") -> str:
    """The text with every printed descriptor of an unnamed source replaced, whatever its case and spacing."""
    wanted = sorted({" ".join(words.split()) for words in descriptors}, key=len, reverse=True)
    patterns = [r"\s+".join(map(re.escape, words.split())) for words in wanted if len(words) >= SHORTEST]
    if not patterns:
        return text
    return re.sub("|".join(patterns), AN_UNNAMED_SOURCE.get(language, AN_UNNAMED_SOURCE["en"]), text, flags=re.I)
