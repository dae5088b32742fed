"""Unnamed sources in lists: the words a report has for its source stand on that report's own pages alone. Pure."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

AN_UNNAMED_SOURCE = {"en": "[an unnamed source]", "ko": "[익명 소식통]"}
# A shorter word than this is no descriptor of anyone and would blank out ordinary text.
SHORTEST = 3

# "a trade worker in Rason" is later "the trade worker"; these words end what is said again.
_ENDS = re.compile(
    r"\s+(?:in|of|from|at|on|with|within|near|inside|based|who|whose|living|familiar|close|quoted)\b.*", re.I
)
_ARTICLE = re.compile(r"(?:a|an|the|one|another)\s+(?:second|third|different|separate)?\s*", re.I)
_HANGUL = re.compile("[가-힣]")
# "the source" tells nothing, so it may stay.
_TELLS_NOTHING = {"source", "sources", "소식통"}


def without_descriptors(text: str, descriptors: Iterable[str], language: str = "en") -> str:
    """The text without the printed descriptors of unnamed sources and what the report calls them again later."""
    pattern = _any_of(frozenset(descriptors))
    return pattern.sub(AN_UNNAMED_SOURCE.get(language, AN_UNNAMED_SOURCE["en"]), text) if pattern else text


@lru_cache(maxsize=2_000)
def _any_of(descriptors: frozenset[str]) -> re.Pattern[str] | None:
    """What finds any of them; None when there is nothing to find. The texts of one report are asked for one by one."""
    patterns = {pattern for words in descriptors for pattern in _patterns(" ".join(words.split()))}
    return re.compile("|".join(sorted(patterns, key=lambda each: (-len(each), each))), re.I) if patterns else None


def _patterns(descriptor: str) -> Iterator[str]:
    if len(descriptor) < SHORTEST:
        return
    yield _spaced(descriptor)
    if _HANGUL.search(descriptor):
        again = descriptor.split(" ")[-1]
        if again not in _TELLS_NOTHING:
            yield rf"(?<!\w)[이그]\s+{_spaced(again)}"
    else:
        again = _ARTICLE.sub("", _ENDS.sub("", descriptor), count=1)
        if again.lower() not in _TELLS_NOTHING and len(again) >= SHORTEST:
            yield rf"\b(?:the|this|that)\s+(?:same\s+)?{_spaced(again)}\b"


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split(" ")))
