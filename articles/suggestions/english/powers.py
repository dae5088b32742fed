"""Whether somebody of a kind does by speaking what an English verb says: bodies show, outlets find, people expect. Pure."""

import re

from articles.suggestions.english.bodies import BODY_PATTERN
from articles.suggestions.english.kinds import Who
from articles.suggestions.english.nouns import OUTLET_NAME, STATE
from articles.suggestions.english.words import OWN_FINDING, PUBLIC_ACT
from provinces.patterns import lazy

# What places and figures do as well: "the province tells how things stand".
_TELLS = lazy("tells?")
# What an outlet does to hear what it prints.
_ASKS = lazy("asked|requested")
# "customs data showed", "the GAC figures showed": a body speaks by them.
_COUNTED = lazy(
    r"\b(?i:websites?|databases?|information|data|figures?|statistics?|numbers?|records?|reports?|surveys?|documents?|images?|imagery|photos|analys[ie]s"
    r"|probes?|inquir(?:y|ies)|investigations?|stud(?:y|ies)|research)\b"
)
_ISSUED_BY = lazy(
    rf"\b[A-Z]{{2,}}\b|\bU\.N\.|{OUTLET_NAME.pattern}[’']s\s|{BODY_PATTERN}|\b(?i:ministry|government|customs|office|agency|bureau|council)[’']s\s"
    r"|\b(?i:data|figures|statistics|records)\s(?:from|by|of|on)\s(?:the\s)?[A-Z]"
)
# What people think of something: "analysts see the ban as harmless".
_HOLDS = lazy(r"described|depicted|portrayed|views?|viewed|sees?|regards?|regarded|expect(?:s|ed)?")
_EXPERTS = lazy(
    r"\b(?i:analysts?|experts?|observers?|economists?|scholars?|researchers?|officials?|diplomats?|lawmakers?|critics?|sources?|insiders?)\b"
)
# "It rose by a third, the data showed Tuesday."
_ENDS_THERE = lazy(r"(?:\s(?:on\s)?(?:the\s)?\w+)?\s?(?:[.”\"]|\Z)")


def may_speak(who: Who, phrase: str, match: re.Match[str]) -> bool:
    """Whether such a one does what the verb says: bodies show, outlets find, sources and outlets learn."""
    if who is Who.OUTLET and _ASKS.fullmatch(match.group()):
        return False
    if match["reading"]:
        return who is Who.DOCUMENT or phrase == "it"
    if match["showing"] and who is Who.OUTLET:
        return _COUNTED.search(phrase) is not None  # "Daily X’s survey shows"
    if _HOLDS.fullmatch(match.group()):
        return _holds_an_opinion(who, phrase, match)
    if who is Who.SOMEBODY and match.group().startswith("rais"):
        return False  # "The reopening raised hopes among traders"
    if PUBLIC_ACT.fullmatch(match.group()):
        return who in (Who.BODY, Who.MOUTH, Who.EVENT)
    if OWN_FINDING.fullmatch(match.group()):
        # "A report released in May found that", "the panel found that".
        is_finding = match.group() == "found" and (
            who is Who.DOCUMENT or (who is Who.BODY and match.string.startswith(" that ", match.end()))
        )
        return who is Who.OUTLET or is_finding or (who is Who.PERSON and match.group().startswith("learn"))
    if match.group().startswith("rais") and who in (Who.SOMEBODY, Who.DOCUMENT):
        return False  # "the ban raised fears"
    if _TELLS.fullmatch(match.group()):
        return who not in (Who.BODY, Who.DOCUMENT)
    if match.group().startswith("identif") and who is Who.BODY:
        return False  # what a panel's paper does, a ministry does otherwise
    if match["showing"] and who is Who.DOCUMENT:
        is_last = match.string[: match.start()].rstrip().endswith(f", {phrase}")
        if is_last and _ENDS_THERE.match(match.string, match.end()):
            return True
        is_same = phrase.lower().startswith(("the ", "these ", "this ")) and match.string.startswith(
            " that ", match.end()
        )
        return _COUNTED.search(phrase) is not None and (is_same or _ISSUED_BY.search(phrase) is not None)
    if match["showing"] and who is Who.PERSON:
        return match.group().startswith("indicate")  # "sources indicate that"
    return not match["showing"] or (who is Who.BODY and not STATE.fullmatch(phrase))


def _holds_an_opinion(who: Who, phrase: str, match: re.Match[str]) -> bool:
    """Whether it is somebody's own view that is told: people expect, experts see a ban as harmless."""
    if match.string.endswith("reportedly ", 0, match.start()) or " North Koreans" in phrase:
        return False  # what the outlet says of them
    is_told = match.group().startswith(("expect", "describ"))
    return who is Who.NAME or (who in (Who.PERSON, Who.BODY) and is_told) or _EXPERTS.search(phrase) is not None
