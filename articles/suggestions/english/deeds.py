"""Where a verb of telling in an English sentence tells what somebody did, and nothing that was said. Pure, and linear."""

from articles.suggestions.english.bodies import BODY_PATTERN
from provinces.patterns import lazy

_COUNTED_BEFORE = lazy(
    r"\b(?:several|many|some|most|few|more|other|all|\d+|two|three|four|five|six|any|recently|newly)\s$"
)
_NOUN_BEHIND = lazy(r"\s[a-z]+s(?<!ss)\s(?:of|in|at|from|by|were|are|have|had|on|with|for)\b")
# "The company had ordered 1,200 tons of goods": bought, and not told to do.
_BOUGHT = lazy(
    r"\s(?:(?:about|some|around|over|nearly|almost|roughly|up\sto|at\sleast|more\sthan|another)\s){0,2}"
    r"(?:[$€¥]?\d[\d,.]*|goods|parts|materials|equipment|supplies|machinery)\s(?![^.,;]{0,60}\sto\s)"
)
# "The ministry has added salt to the list": put there, and nothing said.
_PUT_TO = lazy(
    r"\s[^.;:“”▪]{2,100}?\sto\s(?:the|an?|its|their|his|her)\s(?:[\w-]+\s){0,3}?"
    r"(?:lists?|items|menu|stocks?|reserves?|pressure|fleet|routes?|schedule|costs?|burden|load|tensions?|register|agenda|ranks|range|budget|bill|uncertainty)\b"
)
# "The office reported the find to the Salt Council": what it did.
_REPORTED_TO = lazy(rf"\s(?:the|its|their|an?)\s[^.,;“”▪]{{2,60}}?\sto\s{BODY_PATTERN}")
# "The North has added five new posts": what it did.
_MORE = lazy(
    r"\s(?:(?:at\sleast|more\sthan|about|some|around|over|nearly|almost|up\sto|as\smany\sas|yet)\s){0,2}"
    r"(?:\d[\d,.]*|another|several|dozens|hundreds|thousands|two|three|four|five|six|seven|eight|nine|ten|new|more|extra)\s"
    r"(?![^.,;]*\b(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must)\b)"
)
# "The office responded at once when a net was missing": what it did.
_BY_DEEDS = lazy(r"\s(?:\w+ly|at\sonce|in\skind|by)\s(?!that\b|say|add|claim|stat|tell)")
# "Agreed to meet", "asked to seize a ship": what two sides will do, or somebody sought.
_TO = lazy(r"\sto\s")
# What is asked for so is money, and no words: "asks us for money".
_FOR_MONEY = lazy(
    r"\s(?:us\s|them\s|people\s)?for\s(?:\w+\s){0,2}?(?:money|bribes?|cash|fees?|yuan|dollars|won|cigarettes)\b"
)
# "The office answers only to the ministry": whose it is.
_TO_WHOM = lazy(r"\s(?:only\s|directly\s|solely\s)?(?:to\s(?!say|that)|for\s)")
_DEEDS = {
    "answers": _TO_WHOM,
    "answer": _TO_WHOM,
    "ordered": _BOUGHT,
    "added": _PUT_TO,
    "reported": _REPORTED_TO,
    "responded": _BY_DEEDS,
    "agreed": _TO,
    "asked": _TO,
}
# How far before a verb the word before it is looked for.
_BESIDE = 24


def is_done(text: str, start: int, end: int) -> bool:
    """Whether the verb text[start:end] is a deed by the words around it: goods that were ordered, a net added to a list."""
    verb = text[start:end]
    if (deed := _DEEDS.get(verb)) and deed.match(text, end):
        return True
    if verb.startswith("ask") and _FOR_MONEY.match(text, end):
        return True
    if verb == "states" and text.endswith(("member ", "Member "), 0, start):
        return True
    # "several confirmed cases of": what was confirmed
    return bool(_COUNTED_BEFORE.search(text, max(0, start - _BESIDE), start) and _NOUN_BEHIND.match(text, end))


def adds_some(text: str, end: int) -> bool:
    """Whether "added", which ends at text[end], tells of things of which there are more now: "added five new posts"."""
    return _MORE.match(text, end) is not None
