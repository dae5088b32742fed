"""The body that the first sentence of an English report tells of without its name: "a salt institute said". Pure."""

import re
from collections.abc import Sequence

from articles.suggestions.english.bodies import BODY_PATTERN
from articles.suggestions.english.bodies_named import PROPER_NAME
from articles.suggestions.english.nouns import STATE
from articles.suggestions.reading import FoundSpeaker, FoundStatement
from articles.suggestions.values import Kind
from provinces.patterns import lazy

# So many statements open a report.
_LEADS = 3
_PAPERS = ("report", "study", "survey", "newsletter")
_UNNAMED_YET = lazy(
    r"[Aa]n?\s(?:[\w.’'-]+\s){0,5}?(?P<what>report|study|survey|newsletter|think[\s-]tank|group|organi[sz]ation|institute|institution"
    r"|agency|association|watchdog|charity|ngo|union|council|cent(?:er|re)|company|firm|ministry|committee)"
    r"(?:\s(?:in|based|for|on|by|from)\s.*)?"
)
# What no report calls "a group" or "an institute" first.
_OFFICIAL = lazy(
    r"\b(?:ministry|government|party|committee|cabinet|customs|police|authorities|regime|court|security\scouncil|embassy)\b",
    re.IGNORECASE,
)
_NAME_OR_LETTERS = lazy(rf"[A-Z]{{3,}}|{PROPER_NAME.pattern}")
# Who wrote the report: "researchers at the Kilju Institute".
_MAKERS = lazy(
    r"(?:[\w-]+\s)?(?:researchers|authors|analysts|experts|scholars|investigators)\s(?:at|of|from|with)\s(?:the\s)?"
    rf"(?P<body>{BODY_PATTERN})"
)


def named_later(found: Sequence[FoundStatement]) -> list[FoundStatement]:
    """The statements of a report in the order of the text; whoever speaks unnamed in the first has the next ones' name."""
    first = next((index for index, statement in enumerate(found[:_LEADS]) if statement.speakers), None)
    if first is None:
        return list(found)
    *above, speaker = found[first].speakers
    unnamed = _UNNAMED_YET.fullmatch(speaker.printed) if speaker.kind in (Kind.INSTITUTION, Kind.NAMED) else None
    behind = (each.speakers[-1] for each in found[first + 1 : first + _LEADS] if each.speakers)
    name = next((name for each in behind if (name := _name_in(each, unnamed["what"]))), "") if unnamed else ""
    if not name:
        return list(found)
    named = found[first]._replace(speakers=(*above, speaker._replace(kind=Kind.INSTITUTION, body=name)))
    return [*found[:first], named, *found[first + 1 :]]


def _name_in(speaker: FoundSpeaker, what: str) -> str:
    """The proper name of a body that may be called `what` ("report", "institute"), or ""."""
    makers = _MAKERS.fullmatch(speaker.printed) if speaker.kind is Kind.UNNAMED and what in _PAPERS else None
    name = makers["body"] if makers else speaker.body
    if not _NAME_OR_LETTERS.match(name) or STATE.fullmatch(name):
        return ""
    return name if what in name.lower() or not _OFFICIAL.search(name) else ""
