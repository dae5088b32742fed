"""Which of the people in a Korean sentence tells it, by where they stand in it."""

import re
from itertools import islice

from articles.suggestions.korean.clauses import describes, is_told_of
from articles.suggestions.korean.officers import in_its_name
from articles.suggestions.korean.offices import named_behind_office, office_speaking
from articles.suggestions.korean.papers import paper_cited
from articles.suggestions.korean.predicates import SPEECH_ACT, VERB
from articles.suggestions.korean.speakers import (
    LONGEST_LEAD,
    NOT_SOMEBODY,
    SOMEBODY,
    body_speaking,
    body_under,
    carried_on,
    only_explains,
    remembered,
    speaker_of,
    turns_away,
    unnamed,
)
from articles.suggestions.korean.stances import is_body_reported_on
from articles.suggestions.korean.voice import Report
from articles.suggestions.korean.words import BODY_CITED, BODY_SPEAKS, LAST_QUOTING, OFFICERS
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import Someone, Sort, Stand

# What was told to whoever tells of it: 또 다른 상인이 문을 닫겠다고 말했다는 이야기를 ㄱ씨는 들었다고 했다.
_INNER = lazy(rf"[다라냐자]고\s(?:\S+\s)?(?P<verb>{VERB}다)(?:고|는\s(?:이야기|얘기|말|소식)[을를])\s")
_FULL_NAME = lazy(r"\s*(?P<who>[가-힣]{3})[은는]\s")
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


def who_tells(
    report: Report, start: int, outside: str, everybody: list[Someone], cue: str
) -> tuple[FoundSpeaker, ...] | None:
    """Who tells a sentence that ends in a verb of telling: cited, right before the verb, or its topic at the beginning."""
    quoting = [match.end() for match in LAST_QUOTING.finditer(outside)]
    tail = quoting[-1] if quoting else len(outside)
    cited = next((s for s in everybody if s.stand is Stand.CITED), None)
    late = [s for s in everybody if s.start >= tail and s.stand in (Stand.TOPIC, Stand.SUBJECT)]
    early = [
        s
        for s in everybody
        if s.start < tail
        and (s.start <= LONGEST_LEAD or s.sort in (Sort.TELLER, Sort.PRONOUN) or begins_clause(outside, s))
        and (s.stand is Stand.TOPIC or s.sort in (Sort.TELLER, Sort.OUTLET))
    ]
    early.sort(key=lambda s: s.sort is Sort.OUTLET)  # a newspaper only where nobody else tells
    chosen = cited or next(iter(late), None) or next(iter(early), None)
    citing = next((s for s in (*late, *early) if s.sort is Sort.OUTLET and s is not chosen), None)
    citing = citing or next((s for s in everybody if s.sort is Sort.TELLER and s.stand is Stand.TOPIC), None)
    at_verb = None if cited or late else BODY_SPEAKS.search(outside, tail)  # 북한에서 …다고 통일부가 밝혔다
    chosen = None if at_verb or is_reported_on(chosen, cue, report.voice.teller()) else chosen
    may_lead = chosen is None or (chosen.sort is Sort.PERSON and chosen in early)
    body = (at_verb or body_speaking(outside, tail) or body_speaking(outside)) if may_lead else None
    if body and body.group().endswith(("이", "가")) and turns_away(outside, body.end(), tail):
        body = None  # 당국이 길을 막자 원성이 높다고 덧붙였다
    if body and not at_verb and body.group().endswith(("이", "가")) and _is_led(outside, body):
        body = None  # 분석가 한하나는 대사관이 낸 소문을 …고 지적했다
    if (
        body
        and chosen is None
        and (only_explains(body["who"], cue) or is_body_reported_on(report, body["who"], outside, cue))
        and (carried := report.voice.teller())
    ):
        return (carried,)
    if chosen and body and leads(body, chosen):
        return body_under(report, (), body["who"], cue, Speech.INDIRECT)
    if chosen and chosen.sort is Sort.PRONOUN and (first := introduced_by(everybody, chosen)):
        remembered(report, (speaker_of(report, first, start, cue, Speech.INDIRECT),))
    if chosen and (inner := _INNER.search(outside)):
        before = (
            s
            for s in everybody
            if s.after < inner.start() and s is not chosen and not _is_with_body(outside, s, inner.start())
        )
        is_last = chosen.start > inner.start()
        below = next((s for s in before if s.stand is Stand.SUBJECT or (is_last and s.stand is Stand.TOPIC)), None)
        if below and below.sort is Sort.PERSON:
            told = remembered(report, (speaker_of(report, chosen, start, cue, Speech.INDIRECT),))
            body_below = in_its_name(report, below.words, inner["verb"], Speech.INDIRECT)
            told_by = body_below or speaker_of(report, below, start, inner["verb"], Speech.INDIRECT)
            return (*told, *filter(None, (told_by,)))
    if seeing := who_sees(outside, everybody):
        who, sees = seeing
        tellers = (s for s in (chosen, *late, *early) if s and s is not who)
        above = tuple(speaker_of(report, s, start, cue, Speech.INDIRECT) for s in islice(tellers, 1))
        return (*remembered(report, above), *filter(None, (speaker_of(report, who, start, sees, Speech.INDIRECT),)))
    if chosen and chosen.sort is Sort.OUTLET and (by := BODY_CITED.search(outside)):
        return body_under(
            report, (speaker_of(report, chosen, start, cue, Speech.INDIRECT),), by["who"], cue, Speech.INDIRECT
        )
    outlet = next((s for s in (*late, *early) if s.sort is Sort.OUTLET), None)
    if outlet and not cited and (paper := paper_cited(report, outside, cue)):
        return (*remembered(report, (speaker_of(report, outlet, start, cue, Speech.INDIRECT),)), paper)
    if chosen:
        upper = speaker_of(report, citing, start, cue, Speech.INDIRECT) if citing and chosen is cited else None
        return remembered(report, (upper, speaker_of(report, chosen, start, cue, Speech.INDIRECT)))
    if body:
        return body_under(report, (), body["who"], cue, Speech.INDIRECT)
    somebody = SOMEBODY.search(outside)
    if somebody and not NOT_SOMEBODY.search(somebody["who"]):
        return remembered(report, (unnamed(report, somebody["who"], start + somebody.start("who"), cue),))
    if named := named_behind_office(outside) or _named_before(report, outside):
        report.voice.surnames.add(named.split()[-1])
        return remembered(report, (FoundSpeaker(Kind.NAMED, named, cue, Speech.INDIRECT, Basis.PRINTED),))
    if office := office_speaking(outside):
        return body_under(report, (), office["who"], cue, Speech.INDIRECT)
    if SPEECH_ACT.match(cue) and (going_on := carried_on(report, outside)):
        return going_on
    return (carried,) if (carried := report.voice.teller()) else ()


def _named_before(report: Report, outside: str) -> str:
    """The full name, printed before behind a calling, that is the topic at the head of a sentence: 박하나는; or ""."""
    name = _FULL_NAME.match(outside) if report.voice.surnames else None
    return name["who"] if name and name["who"] in report.voice.surnames else ""


def _is_led(outside: str, body: re.Match[str]) -> bool:
    """Whether somebody by name, or an office, is the topic at the head of a sentence that tells of a body."""
    return bool(named_behind_office(outside[: body.start()])) or office_speaking(outside[: body.start()]) is not None


def _is_with_body(outside: str, someone: Someone, end: int) -> bool:
    """Whether somebody only says which body is meant, or is within what one says: 상인들이 찾아간 시당은, 시당이 숨긴 농장원은."""
    bodies = list(BODY_SPEAKS.finditer(outside, 0, end))
    return any(
        describes(outside, someone.after, body.start())
        or (
            body.end() <= someone.start
            and someone.stand is Stand.TOPIC
            and is_told_of(outside, body.end(), someone.start)
        )
        for body in bodies
    )
