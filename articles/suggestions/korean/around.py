"""Who speaks words in marks in a Korean report, of those who are named around them."""

import re
from collections.abc import Callable

from articles.suggestions.korean.meetings import AT_SPEECH, AUDIENCE
from articles.suggestions.korean.officers import TELLER, in_its_name
from articles.suggestions.korean.offices import named_behind_office, office_speaking
from articles.suggestions.korean.orders import host_before
from articles.suggestions.korean.papers import issuer_of, paper_before, paper_in
from articles.suggestions.korean.predicates import VERB
from articles.suggestions.korean.quotations import SUBJECT_PARTICLES, TOLD_TWICE
from articles.suggestions.korean.speakers import (
    NOT_SOMEBODY,
    OWN_OUTLET,
    SOMEBODY,
    body_under,
    only_explains,
    remembered,
    speaker_of,
    turns_away,
    unnamed,
)
from articles.suggestions.korean.tapes import announced_in
from articles.suggestions.korean.voice import Report
from articles.suggestions.korean.words import BODY_CITED, BODY_SPEAKS, DOCUMENT, HEARSAY, LAST_QUOTING, QUOTED_THROUGH
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.signs import Signed
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import Someone, Sort, Stand
from sources.korean_words import PEOPLE, SURNAMES, TITLES

# A group whose talk is told: 어로공들 속에서는 “…”는 불만이 나온다.
_AMONG = Signed(
    r"(?:^|[\s,])(?P<who>(?:(?!이에|한편|특히|또한)[가-힣]{1,15}(?<![은는을를며면고서])\s){0,3}?[가-힣]{1,10}(?:들|주민|상인))\s?(?:속|사이|가운데|중|입)에서(?:는|도)?(?=\s?[“\"「『‘'])",
    "[속이데중입]에서",
)
# Whoever stands right before the marks as the topic, by a word that ends as those for people do.
_TOPIC = lazy(
    r"(?:^|[\s,])(?P<who>(?:[가-힣]{1,15}(?:의|에서)\s){0,2}?(?:(?:[가-힣]{2,6}(?<![는은을를며면고서로에자])|"
    rf"[{SURNAMES}])\s)?[가-힣]{{1,10}}(?:[꾼공사상자인민생주장관병객원수모]|비서|[가-힣]들))"
    r"(?<!회사)(?<!행사)(?<!공사)(?<!상사)(?<!시장)(?<!공장)(?<!농장)(?<!현장)(?<!입장)(?<!주장)(?<!병원)(?<!지원)(?<!연구원)(?<!개발원)(?<!진흥원)(?<!교육원)(?<!원인)(?<!요인)"
    r"(?:은|는)\s?(?:(?:또|이어|다시)\s)?(?=“)"
)
# 수산공장 임원인 왕하이는 “…”, and then 왕하이는 “…”.
_APPOSED = lazy(
    rf"(?:^|[\s,])(?P<who>(?:[가-힣A-Za-z·]{{1,15}}(?<![은는을를])\s){{0,5}}?[가-힣]{{0,10}}(?:{PEOPLE}|{TITLES}|임원|출신|경영자|동료)인\s"
    r"(?P<name>[가-힣]{2,6}(?:\s[가-힣]{2,6})?)(?:\([^()\n]{1,30}\))?)(?:은|는|이|가|도)\s?(?:또\s)?(?=“)"
)
_BARE_NAME = lazy(r"(?:^|[\s,])(?P<who>[가-힣]{3,6})(?:은|는|이|가|도)\s?(?:또\s)?(?=“)")
# 한 비서 is some secretary, 민 비서 one who is named.
_SURNAME_AND_OFFICE = lazy(rf"(?![한두세네전현])[{SURNAMES}]\s\S+")
# 소식통은 상점 꾸리는 이들이 “…”고 말했다고 전했다: a group by whatever word.
_SOME_GROUP = lazy(r"\s(?P<who>[가-힣]{2,10}들)[이가]\s?\Z")
_TELLS_SO = lazy(rf"\s(?:\S{{1,12}}\s){{0,4}}?{VERB}다고\s")
_TELLS_THAT = lazy(rf"{_TELLS_SO.pattern}\Z")
# 은물해운이 선원들에게 “…”고 지시한 문자도 실렸다: theirs, whoever tells of it.
_QUOTED_OF = lazy(
    r"“·*”\s?(?:이?라)?고\s(?:\S{1,8}\s)?[가-힣]{0,8}(?:한|된|던|낸|온|린|친|운|인|은)\s(?:[가-힣]{1,6}\s)?"
    r"(?:문자|문자메시지|메시지|편지|쪽지|전화|통화|대화|녹음|음성|이메일|메일|글|전문|공문|통지|팩스|기록|문서|문건|사진|영상|화면|증거|정황|대목|사실|내용)(?:[이가은는도을를에의]|까지|\s)"
)
# 방송은 소식통을 인용해 관련 내용을 보도하면서 “…”: then the words are its own.
_REPORTS_BESIDE = lazy(r"(?:보도|소개|공개)하(?:면서|며|고)\s\Z")


def chain_around(
    report: Report, start: int, outside: str, everybody: list[Someone], begin: int, end: int, cue: str
) -> tuple[FoundSpeaker, ...]:
    """Who speaks in outside[begin:end], from whoever told the outlet down; nobody if none is printed there."""
    if announced := announced_in(report, start, outside, begin, end, cue):
        return announced
    here = [
        someone
        for someone in everybody
        if begin <= someone.start < end
        and not (someone.stand is Stand.SUBJECT and _turns_away(outside, someone.after, end))
        and not (begin and _is_told_of(outside, someone, end))
        and not (someone.stand is Stand.CITED and _REPORTS_BESIDE.search(outside, someone.after, end))
    ]
    if begin == 0 and _QUOTED_OF.match(outside, end) and (unit := _unit_speaking(outside, 0, end)):
        return body_under(report, (), unit["who"], cue, Speech.DIRECT)
    chosen = likeliest(here)
    is_paper = chosen is None or OWN_OUTLET.search(chosen.words) or cue.startswith("적혀")
    if is_paper and (
        paper := paper_in(report, outside, begin, end, cue)
        or paper_before(report, outside[begin:end], cue, is_told=True)
    ):
        report.voice.office = paper  # and goes on
        return (paper._replace(speech=Speech.DIRECT),)
    if (
        chosen
        and chosen.stand is Stand.TOPIC
        and begin == 0
        and (below := _below(report, start, outside, here, chosen, end))
    ):
        return (*remembered(report, (speaker_of(report, chosen, start, cue, Speech.INDIRECT),)), below)
    if chosen and chosen.sort is Sort.OUTLET and (teller := _tells_it(outside, here, chosen)):
        told_by = speaker_of(report, chosen, start, cue, Speech.INDIRECT)
        return remembered(report, (told_by, speaker_of(report, teller, start, cue, Speech.DIRECT)))
    above = next((someone for someone in here if someone.stand is Stand.ACCORDING and someone is not chosen), None)
    if chosen is not None and chosen.stand is Stand.ACCORDING:
        body = BODY_SPEAKS.search(outside, begin, end)
        is_body = body is not None and body.group().endswith(("은", "는"))
        if is_body or _TOPIC.search(outside, chosen.after, end + 1):
            above, chosen = chosen, None
    citing = next((someone for someone in here if someone.sort is Sort.OUTLET and someone is not chosen), None)
    if citing is None and chosen and chosen.stand is Stand.CITED:  # 소식통은 당국자를 인용해 “…”고 전했다
        citing = next((someone for someone in here if someone.stand is Stand.TOPIC), None)
    upper = above or (citing if chosen else None)
    told = (speaker_of(report, upper, start, cue, Speech.INDIRECT),) if upper else ()
    is_through = chosen is None or QUOTED_THROUGH.search(outside, begin, end)
    body = _body_speaking(outside, begin, end) if is_through else None
    if chosen is not None and (told_of := _body_told_of(outside, begin, chosen)):
        body = told_of
    if chosen is not None and body:
        return body_under(
            report, (speaker_of(report, chosen, start, cue, Speech.INDIRECT),), body["who"], cue, Speech.DIRECT
        )
    if chosen and chosen.sort is Sort.OUTLET and (document := DOCUMENT.search(outside, begin, end)):
        issued = issuer_of(report, document["who"], start + document.start("who"), cue, Speech.DIRECT)
        told_by = speaker_of(report, chosen, start, cue, Speech.INDIRECT)
        return (*remembered(report, (told_by,)), *filter(None, (issued,)))
    if chosen and chosen.sort is Sort.OUTLET and (cited := BODY_CITED.search(outside, begin, end)):
        told_by = speaker_of(report, chosen, start, cue, Speech.INDIRECT)
        return body_under(report, (told_by,), cited["who"], cue, Speech.DIRECT)
    if (
        chosen
        and above
        and above.sort is Sort.TELLER
        and chosen.sort is Sort.PERSON
        and (body_told := in_its_name(report, chosen.words, cue, Speech.DIRECT))
    ):
        return (*remembered(report, told), body_told)
    if chosen and not told and (officer := _officer_heard_of(report, outside, chosen, cue)):
        return officer
    if chosen and not told and (officer := _before_audience(report, outside, chosen, end, cue)):
        return officer
    if chosen is not None:
        return remembered(report, (*told, speaker_of(report, chosen, start, cue, Speech.DIRECT)))
    if body and cue and not only_explains(body["who"], cue):
        return body_under(report, told, body["who"], cue, Speech.DIRECT)
    if begin == 0 and cue and not here and (named := named_behind_office(outside[:end])):
        return remembered(report, (*told, FoundSpeaker(Kind.NAMED, named, cue, Speech.DIRECT, Basis.PRINTED)))
    if begin == 0 and cue and not here and (office := office_speaking(outside[:end])):
        return body_under(report, told, office["who"], cue, Speech.DIRECT)
    if (
        begin == 0
        and cue
        and not here
        and TOLD_TWICE.search(outside, end)
        and (unit := _unit_speaking(outside, 0, end))
    ):
        chain = body_under(report, told, unit["who"], cue, Speech.DIRECT)
        return (*chain[:-1], in_its_name(report, unit["who"], cue, Speech.DIRECT) or chain[-1])
    if cue and (speech := AT_SPEECH.search(outside, begin, end + 1)):
        body_of = host_before(report, start + speech.start()) or speech["who"]
        spoken = FoundSpeaker(Kind.INSTITUTION, speech["who"], cue, Speech.DIRECT, Basis.PRINTED, body=body_of)
        return (spoken,)
    if cue and (named := _apposed(report, outside, begin, end)):
        return remembered(report, (*told, FoundSpeaker(Kind.NAMED, named, cue, Speech.DIRECT, Basis.PRINTED)))
    somebody = next(filter(None, (who.search(outside, begin, end + 1) for who in (_AMONG, SOMEBODY, _TOPIC))), None)
    if somebody and (cue or somebody.re.pattern == _AMONG.pattern.pattern) and not NOT_SOMEBODY.search(somebody["who"]):
        return remembered(report, (*told, _somebody(report, somebody["who"], start + somebody.start("who"), cue)))
    return remembered(report, told)


def _turns_away(outside: str, after: int, mark: int) -> bool:
    """Whether a clause with a subject of its own ends before the marks: 당국이 돈만 걷다 보니 “…”고 한탄한다."""
    return outside.startswith("“", mark) and turns_away(outside, after, mark)


def _body_speaking(outside: str, begin: int, mark: int) -> re.Match[str] | None:
    """The first body before the marks that may speak them, or behind them, and is not only told of there."""
    for body in BODY_SPEAKS.finditer(outside, begin, mark):
        is_subject = body.group().endswith(SUBJECT_PARTICLES)
        if not (is_subject and (_turns_away(outside, body.end(), mark) or _acts_in_clause(outside, begin, body, mark))):
            return body
    return None


def _acts_in_clause(outside: str, begin: int, body: re.Match[str], end: int) -> bool:
    """Whether a body behind words in marks acts in what is told: “…”는 지시가 내렸다며 검열대가 돌고 있다고 말했다."""
    is_quoted = begin > 0 and LAST_QUOTING.search(outside, body.end(), end) is not None
    return is_quoted and not (_TELLS_SO.match(outside, body.end()) or QUOTED_THROUGH.search(outside, body.end(), end))


def _body_told_of(outside: str, begin: int, teller: Someone) -> re.Match[str] | None:
    """The body whose words in marks somebody behind them tells of: “…”고 시당이 지시했다고 소식통은 전했다."""
    bodies = BODY_SPEAKS.finditer(outside, begin, teller.start) if begin else iter(())
    return next((body for body in bodies if _TELLS_SO.match(outside, body.end(), teller.start)), None)


def _is_told_of(outside: str, someone: Someone, end: int) -> bool:
    """Whether somebody behind words in marks is only told of: 소식통은 “…”이라며 직원들이 돌아왔다고 말했다."""
    is_in_clause = someone.stand is Stand.SUBJECT and LAST_QUOTING.search(outside, someone.after, end) is not None
    return is_in_clause and not _TELLS_SO.match(outside, someone.after)


def _apposed(report: Report, outside: str, begin: int, end: int) -> str:
    """A name without an office, behind what its bearer is, or one that was named so before; "" for none."""
    if "인 " in outside and (match := _APPOSED.search(outside, begin, end + 1)):
        report.voice.surnames.add(match["name"])
        return match["who"]
    bare = _BARE_NAME.search(outside, begin, end + 1)
    return bare["who"] if bare and bare["who"] in report.voice.surnames else ""


def _somebody(report: Report, who: str, at: int, cue: str) -> FoundSpeaker:
    """Whoever is known by where he stands alone; a surname before an office names him."""
    if _SURNAME_AND_OFFICE.fullmatch(who):
        return FoundSpeaker(Kind.NAMED, who, cue, Speech.DIRECT, Basis.PRINTED)
    return unnamed(report, who, at, cue)


def _below(
    report: Report, start: int, outside: str, here: list[Someone], teller: Someone, mark: int
) -> FoundSpeaker | None:
    """Whose words a teller passes on as told to him: 소식통은 안전부가 “…”고 경고했다고 전했다."""
    twice = TOLD_TWICE.search(outside, mark)
    if twice is None:
        return None
    verb = twice["verb"] or twice["verb2"]
    body = BODY_SPEAKS.search(outside, teller.after, mark) or _plant_speaking(outside, teller.after, mark)
    someone = next((s for s in here if s.start >= teller.after and s.stand is Stand.SUBJECT), None)
    if body and (someone is None or body.start() < someone.start):
        printed = " ".join(body["who"].split())
        name = report.bodies.fullest(printed)
        return FoundSpeaker(Kind.INSTITUTION, printed, verb, Speech.DIRECT, Basis.PRINTED, body=name)
    if someone:
        return in_its_name(report, someone.words, verb, Speech.DIRECT) or speaker_of(
            report, someone, start, verb, Speech.DIRECT
        )
    group = _SOME_GROUP.search(outside, teller.after, mark)
    return unnamed(report, group["who"], start + group.start("who"), verb) if group else None


def _plant_speaking(outside: str, begin: int, mark: int) -> re.Match[str] | None:
    """A plant, a station or a firm that no list of bodies has, as the subject before the marks: 혜산방직공장이 “…”."""
    plants = (body for body in TELLER.finditer(outside, begin, mark) if body["likely"] and not body["officer"])
    return next((body for body in plants if body["as"] in ("이", "가", "은", "는", "에서", "에서는")), None)


def _unit_speaking(outside: str, begin: int, mark: int) -> re.Match[str] | None:
    """Any body, unit or office as the subject before the marks, where it is told behind them: 북한 해군이 “…”."""
    units = (body for body in TELLER.finditer(outside, begin, mark) if not body["officer"])
    return next((body for body in units if body["as"] in ("이", "가", "은", "는", "에서", "에서는")), None)


def _before_audience(report: Report, outside: str, officer: Someone, mark: int, cue: str) -> tuple[FoundSpeaker, ...]:
    """The chain of what an officer says to those whom he has to do with, as his body: 시 상업부 일꾼은 집집을 돌며 “…”."""
    is_there = officer.sort is Sort.PERSON and AUDIENCE.search(outside, officer.after, mark) is not None
    body = in_its_name(report, officer.words, cue, Speech.DIRECT) if is_there else None
    told_by = report.voice.carried() if body else None
    return (*((told_by.in_speech(Speech.INDIRECT),) if told_by else ()), body) if body else ()


def _tells_it(outside: str, here: list[Someone], outlet: Someone) -> Someone | None:
    """Whose telling an outlet tells of: “…”라고 한 상인이 말했다고 신문은 전했다."""
    before = (s for s in here if s.after <= outlet.start and s.sort is not Sort.OUTLET)
    return next((s for s in before if _TELLS_THAT.match(outside, s.after, outlet.start)), None)


def _officer_heard_of(report: Report, outside: str, officer: Someone, cue: str) -> tuple[FoundSpeaker, ...]:
    """The chain of what it is heard that an officer said whose body was told of last: 안전부 부원은 “…”며 을렀다고 한다."""
    told_by = report.voice.carried()
    is_heard = officer.sort is not Sort.TELLER and HEARSAY.search(outside, officer.after) is not None
    body = in_its_name(report, officer.words, cue, Speech.DIRECT) if told_by and is_heard else None
    return (told_by.in_speech(Speech.INDIRECT), body) if told_by and body and body.body == report.voice.order else ()


def likeliest(here: list[Someone]) -> Someone | None:
    """Of those named around a quotation the one who speaks it."""
    return min(here, key=_rank, default=None)


def _rank(someone: Someone) -> int:
    """How many of `_ORDER` are asked first."""
    return _RANKS[someone.stand, someone.sort]


_ORDER: tuple[Callable[[Stand, Sort], bool], ...] = (
    lambda stand, _: stand is Stand.CITED,
    lambda stand, sort: stand is Stand.TOPIC and sort is Sort.TELLER,
    lambda stand, sort: stand is Stand.TOPIC and sort is not Sort.OUTLET,
    lambda stand, sort: stand is Stand.SUBJECT and sort is Sort.TELLER,
    lambda stand, _: stand is Stand.TOPIC,
    lambda stand, _: stand is Stand.TELLING,
    lambda stand, sort: stand is Stand.ACCORDING and sort is not Sort.OUTLET,
    lambda stand, _: stand is Stand.SUBJECT,
    lambda *_: True,
)
_RANKS = {
    (stand, sort): next(rank for rank, fits in enumerate(_ORDER) if fits(stand, sort))
    for stand in Stand
    for sort in Sort
}
