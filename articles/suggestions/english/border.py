"""Where an English report names the border of China and North Korea. Pure: no Django, no database.

A border named by its two states, and places along it that no name follows ("markets near the border"), are the border
at large, though they be named once. "The border area" and "the border" alone say less: many a report has them that is
about one province. A town that is only called "a border city" is no region.
"""

import re
from typing import NamedTuple

from articles.suggestions.signs import Around
from provinces.patterns import lazy

# Within so many characters of “border” stand the words that make a region of it.
_WIDTH = 200
_STATES = (
    r"\b(?:China|Sino|Chinese|DPRK)[-–](?:North\s+)?(?:Korean?|DPRK|China)\]?\s+border\b|\bNorth\s+Korea[-–]China\]?\s+border\b"
    r"|(?<!forms the )(?<!form the )(?<!marks the )(?<!mark the )(?<!delineating the )"
    r"\bborder\s+between\s+(?:China\s+and\s+(?:North\s+Korea|the\s+North)|(?:North\s+Korea|the\s+North)\s+and\s+China)\b"
)
_AREAS = r"areas|regions|towns|cities|counties|villages|communities|zones|districts"
# Places and people that may stand along a border.
_ALONG = (
    rf"(?:{_AREAS}|places|localities|locations|provinces|markets|facilities|checkpoints|posts|crossings|gates|bridges|ports|stations"
    r"|warehouses|offices|factories|farms|homes|households|residents|people|citizens|smugglers|anywhere|everywhere|elsewhere|all)"
)
_WHOSE = r"(?:the|its|North\s+Korea[’']s)\s+(?:northern\s+)?(?:\[?[A-Z][\w–-]{1,20}(?:[\s–-][A-Z]\w{1,20}){0,3}\]?\s+)?"
# "The border towns of Hyesan and Musan", "towns near the border, including those in …": one part of it.
_NO_PART = (
    r"(?!,?\s+(?:such\s+as|like|including|namely)\b|\s?\("
    r"|,?\s+(?:of|in|between)\s+(?:the\s+(?!North\b)(?:\w+\s+of\s+)?)?(?!North\s+Korea)(?:[A-Z]|provinces))"
)
_AREA = Around(
    rf"{_STATES}"
    rf"|(?P<areas>(?<!Chinese )(?<!China[’'][s] )\bborder\s+(?:{_AREAS})\b{_NO_PART})"
    rf"|(?P<along>\b{_ALONG}\s+(?:(?:located|situated|living|residing)\s+)?(?:on|along|near|close\s+to|by|around)\s+{_WHOSE}border\b"
    rf"(?!\s+with\s+(?:North|the\s+North)){_NO_PART})"
    rf"|(?P<with>\b(?:along|across)\s+{_WHOSE}border\s+with\s+China\b)"
    r"|(?<!Chinese )\bborder\s+(?:areas?|regions?)\b",
    "border",
    _WIDTH,
)
# "The trade offices on the border" are some that were told of; Chinese ones stand on the other bank.
_SOME = lazy(r"\b(?:the|these|its|their|our|his|her|some\s+of\s+the|Chinese|China[’']s)\s(?:[\w-]+\s){0,2}$")
# Where a source is, nothing has happened: "sources along the Sino-Korean border".
_OF_SOURCES = lazy(
    r"\b(?:sources?|informants?|contacts|correspondents?|reporters?)\s"
    r"(?:(?:[a-z]+\s)?(?:in|on|along|near|from|at)\s(?:the\s)?|(?:at|in|from)\s[a-z]+\s)$"
)
# "Hyesan, on the border with China": a town, and no region.
_OF_A_TOWN = lazy(r"\b(?!On\b|In\b|At\b|The\b)[A-Z][\w’'-]+,?\s(?:on|along|near|at)\s(?:the\s)?$")
_BEFORE = 64
# Many a report has “the border region”: named twice or less, it says nothing beside a province.
_TWICE = 2
# What states do to a border is no event along it: "the closure of the border with China".
_CLOSING = lazy(
    r"\b(?:closures?|closing|re-?opening|opening|shutdown|shutting|lockdown|sealing|blockade)\s(?:\w+\s)?of\s(?:the|its|their)\s$"
    r"|\b(?:clos|re-?open|open|seal|block|shutter)(?:e|s|es|ed|ing)?\s(?:off\s|down\s)?(?:the|its|their)\s$"
    r"|\b(?:shut|shuts|shutting|locked|locking)\s(?:off\s|down\s)?(?:the|its|their)\s$"
)
_NAMED = lazy(_STATES)
# How long the border is, and what forms it, is geography.
_BORDER_WITH = lazy(
    r"(?<!km\s)(?<!kilometers\s)(?<!kilometres\s)(?<!kilometer\s)(?<!kilometre\s)(?<!miles\s)(?<!mile\s)(?<!\)\s)(?<!long\s)"
    r"(?<!Russia’s\s)(?<!Russia's\s)(?<!Russian\s)(?<!\bforms\sthe\s)(?<!\bmarks\sthe\s)(?<!\bshares\sa\s)(?<!\bshare\sa\s)"
    r"\bborder\swith\s(?:China|North\sKorea|the\sNorth)\b"
)


class Border(NamedTuple):
    """One naming of the border. `start`: its first character; `is_at_large`: the border as such, not a part of it."""

    start: int
    is_at_large: bool


def has_border_with_china(text: str) -> bool:
    """Whether a report names the border of the two states, and not only how long it is, or what forms it."""
    return _BORDER_WITH.search(text) is not None


def borders_in(text: str) -> list[Border]:
    """Every naming of the border or of a region along it, in order."""
    return [
        Border(match.start(), _is_at_large(match, text))
        for match in _AREA.finditer(text)
        if not any(
            words.search(text, max(0, match.start() - _BEFORE), match.start())
            for words in (_OF_SOURCES, _OF_A_TOWN, _CLOSING)
        )
    ]


def is_about_border(borders: list[Border], begin: int, *, has_province: bool) -> bool:
    """Whether a report is about the border at large, or names its region in the headline, again and again, or alone.

    `begin`: where the body does behind the headline. `has_province`: whether any province is told of.
    """
    if any(border.is_at_large for border in borders):
        return True
    return len(borders) > (_TWICE if has_province else 0) or any(border.start < begin for border in borders)


def _is_at_large(match: re.Match[str], text: str) -> bool:
    if _NAMED.search(match.group()):
        return True
    if match["along"]:
        return _SOME.search(text, max(0, match.start() - _BEFORE), match.start()) is None
    return match["areas"] is not None or match["with"] is not None
