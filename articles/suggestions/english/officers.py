"""Whose people speak in an English report: a body's officers, and those whom it sent. Pure, and linear in a phrase's length.

"An inspector of the post warned", "its director", "The bureau sent surveyors. The surveyors told us …".
"""

from itertools import islice

from articles.suggestions.english.bodies import BODY
from articles.suggestions.english.kinds import Who
from articles.suggestions.english.nouns import HOUSES, OFFICES
from articles.suggestions.english.speech import OFFICERS
from articles.suggestions.english.subjects import Cue
from provinces.patterns import lazy

# What a body of many is called for short, once it was named: the post of "the felt post".
_SHORT = rf"(?:{OFFICES}|{HOUSES}|section|branch|bureau|department|authority|ministry|committee|party|government|customs|police|cabinet)"
_ITS_NAME = rf"(?P<body>(?:[Tt]he|[Oo]ur|[Tt]heir)\s(?:[a-z’'-]+\s){{0,3}}?{_SHORT})"
_OF_IT = lazy(rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Ss]ome)\s)?(?:\w+\s)?(?i:{OFFICERS})\s(?:of|from|at)\s{_ITS_NAME}")
_WHOSE = lazy(rf"{_ITS_NAME}[’']s\s(?:\w+\s)?{OFFICERS}")
_ALONE = lazy(rf"(?P<body>[Tt]h(?:e|is|at)\s(?!{HOUSES}){_SHORT})")
ITS_OFFICER = lazy(rf"(?:[Ii]ts|[Tt]heir)\s(?:\w+\s)?{OFFICERS}")
_THE_PEOPLE = lazy(r"[Tt]h(?:e|ese|ose)\s(?P<noun>[a-z]{4,}s|men|women)")
# "The bureau is dispatching surveyors"
_SENT = (
    r"(?:sent|sen(?:d|ds|ding)|d[ie]spatch(?:ed|es|ing)?|deploy(?:ed|s|ing)?|post(?:ed|s|ing)"
    r"|assign(?:ed|s|ing)?|appoint(?:ed|s|ing)?|hir(?:ed|es|ing))"
)
_SENDS = lazy(
    rf"\s(?:(?:is|was|has|had|have|been|are|were|also|then|now|again|will|began|\w+ly)\s){{0,4}}{_SENT}(?:\s(?:out|in|down|off))?(?:\s[\w’'-]+){{0,4}}"
)
_FAR_BACK, _LONGEST, _MOST = 500, 120, 4


def whose_officer(phrase: str) -> str:
    """The body, by what it is called for short, for which an officer speaks: "the post" of "an inspector of the post", and alone; or ""."""
    officer = _OF_IT.fullmatch(phrase) or _WHOSE.fullmatch(phrase) or _ALONE.fullmatch(phrase)
    return officer["body"] if officer else ""


def are_sent(report: str, cue: Cue, at: int) -> bool:
    """Whether those who speak are people whom a body told of before has sent; the sentence ends at report[at]."""
    return cue.who in (Who.PERSON, Who.SOMEBODY) and bool(sender(report, cue.phrase, at))


def sender(report: str, phrase: str, at: int) -> str:
    """The body that sent those whom a phrase names, as printed not long before; or "". The sentence ends at report[at]."""
    people = _THE_PEOPLE.fullmatch(phrase)
    if people is None:
        return ""
    begin = max(0, at - _FAR_BACK)
    place = report.rfind(f" {people['noun']}", begin, max(begin, report.rfind(phrase, begin, at)))
    clause = report[max(begin, place - _LONGEST) : place] if place >= 0 else ""
    for body in islice(reversed(list(BODY.finditer(clause))), _MOST):
        if _SENDS.fullmatch(clause, body.end()):
            return body.group().strip()
    return ""
