"""Whose people speak in an English report: a body's officers, and those whom it sent. Pure, and linear in a phrase's length.

"An inspector of the post warned", "its director", "The bureau sent surveyors. The surveyors told us …".
"""

from itertools import islice

from articles.suggestions.english_bodies import BODY
from articles.suggestions.english_speech import OFFICERS
from provinces.patterns import lazy

# What a body of many is called for short, once it was named: the post of "the felt post".
_SHORT = (
    r"(?:office|station|unit|post|guard|court|league|union|board|team|squad|patrol|brigade|garrison|council|commission|fund|administration|inspectorate|directorate"
    r"|secretariat|headquarters|section|branch|bureau|department|agency|authority|ministry|committee|command|party|government|customs|police|cabinet)"
)
_ITS_NAME = rf"(?P<body>(?:[Tt]he|[Oo]ur|[Tt]heir)\s(?:[a-z’'-]+\s){{0,3}}?{_SHORT})"
_OF_IT = lazy(rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Ss]ome)\s)?(?:\w+\s)?(?i:{OFFICERS})\s(?:of|from|at)\s{_ITS_NAME}")
_WHOSE = lazy(rf"{_ITS_NAME}[’']s\s(?:\w+\s)?{OFFICERS}")
ITS_OFFICER = lazy(rf"(?:[Ii]ts|[Tt]heir)\s(?:\w+\s)?{OFFICERS}")
_THE_PEOPLE = lazy(r"[Tt]h(?:e|ese|ose)\s(?P<noun>[a-z]{4,}s|men|women)")
# "The bureau is dispatching surveyors"
_SENT = (
    r"(?:sent|sen(?:d|ds|ding)|dispatch(?:ed|es|ing)?|deploy(?:ed|s|ing)?|despatch(?:ed|es|ing)?|post(?:ed|s|ing)|assign(?:ed|s|ing)?|appoint(?:ed|s|ing)?|hir(?:ed|es|ing)|rais(?:ed|es|ing))"
)
_FAR_BACK, _LONGEST, _MOST = 500, 120, 4


def whose_officer(phrase: str) -> str:
    """The body, by what it is called for short, for which an officer speaks: "the post" of "an inspector of the post"; or ""."""
    officer = _OF_IT.fullmatch(phrase) or _WHOSE.fullmatch(phrase)
    return officer["body"] if officer else ""


def sender(report: str, phrase: str, at: int) -> str:
    """The body of which it is said not long before report[at], where the sentence ends, that it sent those whom a phrase names, as printed; or ""."""
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


_SENDS = lazy(
    rf"\s(?:(?:is|was|has|had|have|been|are|were|also|then|now|again|will|began|\w+ly)\s){{0,4}}{_SENT}(?:\s(?:out|in|down|off))?(?:\s[\w’'-]+){{0,4}}"
)
