"""Whom a speaker in an English report passes on in so many words: "citing a trader", "quoted the office as telling"."""

from articles.suggestions.english.cues import cited
from articles.suggestions.english.kinds import Who, kind_of
from articles.suggestions.english.subjects import Cue
from articles.suggestions.english.voice import Report
from articles.suggestions.english.words import AS_TELLING, AS_TELLING_SIGN, CITING, CITING_SIGN
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.values import Kind, Speech


def cited_in(report: Report, start: int, text: str) -> Cue | None:
    """The person or body of "the agency reported, citing a trader, that …"."""
    citing = CITING.search(text) if report.has(CITING_SIGN, start, text) else None
    return cited(text, citing) if citing else None


def quoted_body(report: Report, start: int, text: str) -> FoundSpeaker | None:
    """The body of "the source quoted the committee as telling …"."""
    match = AS_TELLING.search(text) if report.has(AS_TELLING_SIGN, start, text) else None
    if match is None or match["apart"] or kind_of(match["who"].strip()) not in (Who.BODY, Who.MOUTH):
        return None
    return report.speakers.institution(match["who"].strip(), match["cue"], Speech.DIRECT)


def quoting(report: Report, start: int, text: str) -> FoundSpeaker | None:
    """The body of "the fund quoted a carter as saying …", through which the carter speaks."""
    match = AS_TELLING.search(text) if report.has(AS_TELLING_SIGN, start, text) else None
    source = (match["source"] or "").strip("▪, ") if match and not match["apart"] else ""
    who = kind_of(source) if source else None
    if match is None or who not in (Who.BODY, Who.DOCUMENT, Who.PRONOUN):
        return None
    at = match.start("source")
    speaker = report.speakers.meant(Cue(at, match.end(), match["verb"], source, at, who), start + at, Speech.INDIRECT)
    return speaker if speaker and speaker.kind is Kind.INSTITUTION else None
