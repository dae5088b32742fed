"""Unnamed sources in lists: the words a report has for its source stand on that report's own pages alone. Pure."""

import re
from collections.abc import Iterable, Iterator

from articles.remembered import within_an_edition

AN_UNNAMED_SOURCE = {"en": "[an unnamed source]", "ko": "[익명 소식통]"}
# A shorter word than this is no descriptor of anyone and would blank out ordinary text.
SHORTEST = 3

# "a trade worker in Rason" is later "the trade worker"; these words end what is said again.
_ENDS = re.compile(
    r"\s+(?:in|of|from|at|on|with|within|near|inside|based|who|whose|living|familiar|close|quoted)\b.*", re.I
)
_ARTICLE = re.compile(r"(?:a|an|the|one|another)\s+(?:second|third|different|separate)?\s*", re.I)
_HANGUL = re.compile("[가-힣]")
# Letters that a search without regard to case takes for others although small letters tell them apart.
_DOTLESS = "\u0130", "\u0131"
# "the source" tells nothing, so it may stay.
_TELLS_NOTHING = {"source", "sources", "소식통"}


def without_descriptors(text: str, descriptors: Iterable[str], language: str = "en") -> str:
    """The text without the printed descriptors of unnamed sources and what the report calls them again later."""
    keys, pattern = _any_of(frozenset(descriptors))
    if not keys or not (any(map(text.casefold().__contains__, keys)) or any(map(text.__contains__, _DOTLESS))):
        return text
    return pattern.sub(AN_UNNAMED_SOURCE.get(language, AN_UNNAMED_SOURCE["en"]), text)


@within_an_edition
def _any_of(descriptors: frozenset[str]) -> tuple[frozenset[str], re.Pattern[str]]:
    """Words of which a text has one that has any of the descriptors, and what finds them. One report is asked often."""
    found = {pattern: key for words in descriptors for pattern, key in _patterns(" ".join(words.split()))}
    ordered = sorted(found, key=lambda each: (-len(each), each))
    return frozenset(found.values()), re.compile("|".join(ordered), re.I)


def _patterns(descriptor: str) -> Iterator[tuple[str, str]]:
    """What finds a descriptor, and what is said again of it; each with a word that has to be there."""
    if len(descriptor) < SHORTEST:
        return
    yield _spaced(descriptor), _key(descriptor)
    if _HANGUL.search(descriptor):
        again = descriptor.split(" ")[-1]
        if again not in _TELLS_NOTHING:
            yield rf"(?<!\w)[이그]\s+{_spaced(again)}", _key(again)
    else:
        again = _ARTICLE.sub("", _ENDS.sub("", descriptor), count=1)
        if again.lower() not in _TELLS_NOTHING and len(again) >= SHORTEST:
            yield rf"\b(?:the|this|that)\s+(?:same\s+)?{_spaced(again)}\b", _key(again)


def _key(words: str) -> str:
    """The longest of some words, in letters as small as they get."""
    return max(words.casefold().split(" "), key=len)


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split(" ")))
