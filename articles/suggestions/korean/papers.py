"""Papers that speak in Korean reports, and whose they are."""

from articles.suggestions.korean.speakers import INSTITUTE, LONGEST_LEAD, issuer_before, speaker_of
from articles.suggestions.korean.voice import Report
from articles.suggestions.korean.words import BODY_SPEAKS, ISSUED, PAPER, PAPER_CITED, PAPER_FOLLOWED, PAPER_TELLS
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import people

# Where a panel of experts is told of, the report is its.
_UN_REPORT = lazy(
    r"(?:(?:유엔|UN|안보리|안전보장이사회|대북\s?제재(?:위(?:원회)?)?)의?\s){1,3}(?:[가-힣]{1,6}\s){0,2}?보고서"
)
# Papers that say nothing of their own before it is known whose they are.
_OF_SOMEBODY = ("자료", "통계")


def issuer_of(report: Report, who: str, at: int, cue: str, speech: Speech) -> FoundSpeaker | None:
    """Who issued a paper that words follow, printed at `at`: somebody by name, a source, an outlet, else a body."""
    someone = next(people(f"{who}는 "), None)
    if someone is not None and not INSTITUTE.fullmatch(who):
        return speaker_of(report, someone._replace(words=who), at - someone.start, cue, speech)
    panel = report.bodies.panel if _UN_REPORT.match(report.body, at) else ""
    name = panel or report.bodies.fullest(who)
    return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=name)


def paper_in(report: Report, outside: str, begin: int, end: int, cue: str) -> FoundSpeaker | None:
    """A document that speaks in outside[begin:end], for the body that the sentence lets act, or that issued it before."""
    match = PAPER.search(outside, begin, end + 1)  # with the mark behind it
    if match is None:
        return None
    who = match["who"]
    own = ISSUED.search(outside, begin, match.end())
    if own and own.end("paper") == match.end("who"):  # 총국의 5월 2일자 강연자료에는
        body = report.bodies.fullest(" ".join(own["who"].split()))
        return FoundSpeaker(Kind.INSTITUTION, who, cue, Speech.INDIRECT, Basis.PRINTED, body=body)
    is_topic = match.group().endswith(("은", "는")) and not match.group().endswith("에는")
    issuer = None if is_topic else BODY_SPEAKS.search(outside, match.end())
    body = report.bodies.fullest(" ".join(issuer["who"].split()) if issuer else who)
    body = issuer_before(report, who) or body if body == who else body
    return FoundSpeaker(Kind.INSTITUTION, who, cue, Speech.INDIRECT, Basis.PRINTED, body=body)


def paper_before(report: Report, outside: str, cue: str, *, is_told: bool) -> FoundSpeaker | None:
    """A paper that a sentence follows without saying whose it is: of the body that issued one before."""
    match = PAPER_FOLLOWED.search(outside, 0, LONGEST_LEAD) or (PAPER_TELLS.search(outside) if is_told else None)
    issuer = issuer_before(report, match["who"]) if match else ""
    if match is None or (not issuer and match["who"] in _OF_SOMEBODY):
        return None
    body = issuer or match["who"]
    return FoundSpeaker(Kind.INSTITUTION, match["who"], cue, Speech.INDIRECT, Basis.PRINTED, body=body)


def paper_cited(report: Report, outside: str, cue: str) -> FoundSpeaker | None:
    """A paper that somebody cites without saying whose it is, where the report tells that anywhere."""
    match = PAPER_CITED.search(outside)
    body = issuer_before(report, match["who"]) if match else ""
    return (
        FoundSpeaker(Kind.INSTITUTION, match["who"], cue, Speech.INDIRECT, Basis.PRINTED, body=body)
        if match and body
        else None
    )
