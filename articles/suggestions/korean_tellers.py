"""Which of the people in a Korean sentence tells it, by where they stand in it."""

import re

from articles.suggestions.korean_officers import in_its_name
from articles.suggestions.korean_predicates import VERB
from articles.suggestions.korean_speakers import LONGEST_LEAD, speaker_of
from articles.suggestions.korean_voice import Report
from articles.suggestions.korean_words import OFFICERS
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.values import Speech
from provinces.patterns import lazy
from sources.korean_people import Someone, Sort, Stand

_SEEN = lazy(r"(?<=[은는])\s(?P<verb>(?:보고|여기고|믿고|판단하고|추정하고|예상하고)\s있다)고\s")
_SAYING = lazy(r"[다라](?P<cue>며|면서)\s")
# 대방들은 …뜻을 알려왔다고 한다: told by whoever was told.
_TOLD_THEN = lazy(rf"(?P<verb>{VERB}다)고\s?(?:한다|합니다|전해졌|알려졌)")
# What nobody does who orders others about.
_PASSES_NEWS = ("전했", "전해", "설명", "소개", "덧붙", "알려")


def while_saying(outside: str, everybody: list[Someone]) -> tuple[str, Someone] | None:
    """The source that says something while doing anything else: 그는 벌이가 없다면서 눈물을 보이기도 했다."""
    first = everybody[0] if everybody else None
    if first is None or first.stand is not Stand.TOPIC or first.sort not in (Sort.TELLER, Sort.PRONOUN):
        return None
    saying = _SAYING.search(outside, first.after) if first.start <= LONGEST_LEAD else None
    return (saying["cue"], first) if saying else None


def teller_at_head(everybody: list[Someone], *, is_any: bool) -> Someone | None:
    """The source, or any person, that is the topic of a sentence which ends in 고 한다: B 씨는 사정이 나쁘다고 한다."""
    first = everybody[0] if everybody else None
    is_teller = first is not None and (first.sort is Sort.TELLER or is_any) and first.stand is Stand.TOPIC
    return first if is_teller and first is not None and first.start <= LONGEST_LEAD else None


def told_then(report: Report, start: int, outside: str, everybody: list[Someone]) -> tuple[FoundSpeaker, ...] | None:
    """The source carried over, and below it who told it, as the topic at the beginning."""
    then, carried = _TOLD_THEN.search(outside), report.voice.carried()
    first = everybody[0] if everybody else None
    if not (
        then and carried and first and first.sort is Sort.PERSON and first.start == 0 and first.stand is Stand.TOPIC
    ):
        return None
    below = in_its_name(report, first.words, then["verb"], Speech.INDIRECT) or speaker_of(
        report, first, start, then["verb"], Speech.INDIRECT
    )
    return (carried, below) if below else None


def who_sees(outside: str, everybody: list[Someone]) -> tuple[Someone, str] | None:
    """Who is told to see things so, and the verb: 신문은 길이 열린 것으로 관계자들은 보고 있다고 설명했다."""
    seen = _SEEN.search(outside)
    someone = next((s for s in everybody if seen and s.after == seen.start()), None)
    return (someone, seen["verb"]) if someone and seen and someone.sort is Sort.PERSON else None


def is_reported_on(someone: Someone | None, cue: str, teller: FoundSpeaker | None) -> bool:
    """Whether officers are only told of by whoever spoke before: 단속원들은 수레를 빼앗고 있다고 전했다."""
    return bool(
        someone
        and teller
        and someone.stand is Stand.TOPIC
        and OFFICERS.search(someone.words)
        and " 한 " not in f" {someone.words} "
        and teller.printed != someone.words
        and cue.startswith(_PASSES_NEWS)
    )


def begins_clause(outside: str, someone: Someone) -> bool:
    """Whether somebody is the topic of the last clause: 값은 올랐지만, 상인들은 …라고 말한다."""
    return someone.stand is Stand.TOPIC and outside[: someone.start].rstrip().endswith((",", "지만", "는데"))


def leads(body: re.Match[str], someone: Someone) -> bool:
    """Whether a body is the topic of a sentence that tells of somebody: 당국은 소금을 파는 사람은 …라고 선포했다."""
    return body.start() < someone.start and body.group().endswith(("은", "는")) and " 한 " not in f" {someone.words} "


def introduced_by(everybody: list[Someone], pronoun: Someone) -> Someone | None:
    """Whom a pronoun means that the same sentence brings in: 황주의 한 농장원이 등장하는데, 그는 …"""
    return next(
        (s for s in everybody if s.end < pronoun.start and s.stand is Stand.SUBJECT and " 한 " in f" {s.words} "), None
    )
