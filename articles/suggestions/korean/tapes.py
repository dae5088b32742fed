"""Whom a Korean broadcaster lets be heard, or a report prints as a signature behind their words."""

import re

from articles.suggestions.korean.quotations import signature
from articles.suggestions.korean.speakers import heard_on_tape, remembered
from articles.suggestions.korean.voice import Report
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import people

# A broadcaster lets whoever it names be heard: [녹취: 한 무역상] “…”, <인터뷰> 단둥 상인(음성변조) : “…”; or
# [김들판/들판대 교수 : “…”], 한 세관원: “…”.
_HEARD = r"(?P<{}>[^\[\]()<>【】:：/\n“\"]{{2,40}}?)\s?(?P<note{}>[(/]\s?[^\[\]<>:：\n“\"]{{1,30}})?\s?"
_ON_TAPE = lazy(
    rf"(?:[\[(<【]\s?(?:녹취|음성|(?:전화)?\s?인터뷰|전화\s?연결|싱크)\s?[\])>】:：]\s?{_HEARD.format('who', '')}[\])>】:：]"
    rf"|(?:^|\[)\s*{_HEARD.format('who2', '2')}[:：])\s?\Z"
)
# <녹취> “…”: a voice, and nobody's name.
_TAPE_ALONE = lazy(r"[\[(<【]\s?(?P<what>녹취|음성|싱크|현장음)\s?[\])>】]\s?\Z")
# One of these ends both.
_CLOSES_TAPE = tuple("])>】:：")
_NO_OFFICE = lazy(r"변조|가명|대역|사진|영상|제공|자료")


def announced_in(report: Report, start: int, outside: str, begin: int, end: int, cue: str) -> tuple[FoundSpeaker, ...]:
    """Whom a broadcaster announces before their words, if only as a voice, or who is printed as a signature behind."""
    if outside[begin:end].rstrip().endswith(_CLOSES_TAPE):
        if alone := _TAPE_ALONE.search(outside, begin, end):
            return (FoundSpeaker(Kind.UNNAMED, alone["what"], cue, Speech.DIRECT, Basis.CARRIED),)
        if tape := _ON_TAPE.search(outside, begin, end):
            return remembered(report, (_heard(report, start, tape, cue),))
    if begin and (signed := signature(outside, begin, end)):
        return remembered(report, (heard_on_tape(report, signed["who"], start + signed.start("who"), cue),))
    return ()


def _heard(report: Report, start: int, tape: re.Match[str], cue: str) -> FoundSpeaker | None:
    """Whom a broadcaster names; before a colon alone stands a person, or a name with an office behind it."""
    if tape["who"]:
        return heard_on_tape(report, tape["who"], start + tape.start("who"), cue)
    has_office = tape["note2"] is not None and not _NO_OFFICE.search(tape["note2"])
    if not has_office and next(people(f"{tape['who2']}는 "), None) is None:
        return None
    return heard_on_tape(report, tape["who2"], start + tape.start("who2"), cue)
