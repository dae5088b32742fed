"""Korean sentences that pass on somebody's words without marks."""

import re
from collections.abc import Iterator
from itertools import islice

from articles.suggestions.korean.bodies import issuer_within
from articles.suggestions.korean.cues import last_verb, leading_verb
from articles.suggestions.korean.offices import telling_somehow
from articles.suggestions.korean.orders import HANDED, WAS_SAID, ordering_on
from articles.suggestions.korean.papers import issuer_of, paper_before, paper_in
from articles.suggestions.korean.predicates import SPEAKING, SPEECH_ACT
from articles.suggestions.korean.relays import with_body_relayed
from articles.suggestions.korean.speakers import (
    EXPLAINS,
    LONGEST_LEAD,
    OWN_OUTLET,
    SPOKESMEN,
    body_at_head,
    body_under,
    remembered,
    speaker_of,
)
from articles.suggestions.korean.stances import (
    finder_in_paper,
    gist,
    is_told_of_in_paper,
    public_stance,
    reader_of_paper,
    threatening,
)
from articles.suggestions.korean.tellers import (
    teller_at_head,
    told_then,
    while_saying,
    who_tells,
)
from articles.suggestions.korean.voice import Report, Verbs
from articles.suggestions.korean.words import (
    BODY_FOLLOWED,
    BODY_TELLING,
    CITED_SO,
    CLOSING,
    DOCUMENT,
    FOUND,
    HAS_PREDICATE,
    HEARSAY,
    ISSUED,
    PAPER_TELLS,
    PASSES_ON,
)
from articles.suggestions.reading import FoundSpeaker, FoundStatement
from articles.suggestions.signs import one_of
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import Someone, Sort, Stand

# The verb that tells of hearsay ends its sentence.
_LONGEST_HEARSAY = 30
# How most sentences end that are no hearsay.
_SAID = ("했다", "혔다", "했습니다")
# A body cut off between its source and the verb.
_CUT = lazy(r"[다라냐자]고\s(?:(?:\S{1,20}\s){0,4}?(?:소식통|협력자)들?[은는이가]|[^\s.]{0,3})\s*\Z")
# 소금도 파는 것으로 알려져 눈길을 끈다.
_KNOWN_SO = lazy(
    r"(?:것으로|[다라]고)\s(?P<verb>(?:알려|전해)(?:져|지면서|지자|진(?=\s가운데)|졌지만|졌으나|졌는데))(?=[\s,])"
)
# What is heard of a body is not told by it: 통일부가 배를 보내면서 …한 것으로 알려졌다.
_HEARD = ("전해", "알려")
# 소식통은 …고 말한 것으로 전해졌다: it is heard that he said so.
_SAID_TO = lazy(
    rf"(?<=고)\s(?:\S{{1,8}}\s)?(?:(?:{one_of(SPEAKING)})[한했]|말한|밝힌|전한|덧붙인|털어놓은|알린)\s?것으로\s\Z"
)
_SAY = ("한다", "합니다")
_IS_HEARD = lazy("(?:전해|알려)[졌진집지져]|소식|전언")
# 값이 내릴 것이라고 나는 예측했다: whoever writes tells it.
_MYSELF = lazy(r"(?<![가-힣])(?:나|필자|기자)는\s(?:\S{1,8}\s)?\Z")
# 이 기관은 백서에서 …: 백서는 is its own from then on.
_IN_ITS_PAPER = lazy(
    r"^\s*(?:이|그|해당)\s[가-힣]{2,6}[은는]\s(?:\S{1,10}\s){0,3}?(?:자료|통계|보고서|백서|성명|담화|논평|공보)(?:에서|[을를])\s"
)
# …는 설명이다: whoever tells it.
_IS_WORD = lazy("설명|전언|이야기|얘기|지적|증언|주장|말|귀띔|하소연|소식|분석|진단")
# How a sentence ends that was not cut off.
_IS_WHOLE = lazy(r"(?:[다요까죠]|[^\w\s,])\s*\Z")
# 본지가 협력자를 통해 조사한 바에 따르면, 지금까지의 취재에 의하면, 들판뉴스가 하는 물가 조사에 따르면.
_AS_FOUND = lazy(
    r"본[지보]\s취재\s결과(?!에)|(?:(?:조사|취재|확인|파악|집계|종합)한\s(?:바|결과|데)에?|(?:조사|취재|집계)(?:\s?결과)?에)\s?(?:따르면|의하면)"
)
# 보도에 따르면, 이에 따르면, 이 자료에 따르면: the newspaper or the source that was told of.
_REPORT_FOLLOWED = lazy(
    r"\s*(?:(?:(?:이|이날|해당|같은)\s)?(?:보도|기사|방송|매체)|(?:이|이번|해당)\s(?:자료|통계|조사|분석|집계)|이|여기)에\s?(?:따르면|의하면)"
)
# 해관총서는 지난달 교역액을 공개했다.
_MADE_PUBLIC = lazy(r"[을를]\s(?:\S{1,8}\s){0,2}?(?P<verb>(?:발표|공개|공표|공시)했(?:다|습니다))[.\s]*$")
# 당국은 …바꾸도록 했다: only a body orders by that.
_MADE_DO = lazy(r"(?<=록)\s했(?:다|습니다)[.\s]*$")
# 이에 대해 당국은, 그러자 세관은: what may stand before whoever opens a sentence.
_LEADS_IN = lazy(
    r"\s*(?:(?:이에|이에\s대해|이와\s관련(?:해|하여)?|한편|이어|그러나|하지만|그러자|반면|앞서|또한?|특히|결국|다만|이날|최근|이후|지난(?:달|해|주)?|이번|올해|이달|현재|당시|\d{1,2}[월일](?:에)?|[초중말]순?에?)[\s,]{1,2}){0,3}"
)


def unmarked(
    report: Report,
    start: int,
    end: int,
    outside: str,
    everybody: list[Someone],
    verbs: Verbs,
    *,
    is_answer: bool,
) -> Iterator[FoundStatement]:
    """The statement a whole sentence makes, if it passes on somebody's words."""
    words = outside.rstrip(CLOSING)
    hearsay = None if words.endswith(_SAID) else HEARSAY.search(outside, max(0, len(words) - _LONGEST_HEARSAY))
    found = FOUND.search(outside)
    verb = last_verb(outside, verbs) or leading_verb(outside)
    if not (verb or hearsay or found) and (other := telling_somehow(outside)) and _has_topic(outside, everybody):
        verb = other
    within = None if verb or hearsay else _verb_within(report, outside, everybody, verbs)
    verb = verb or within
    if verb and _MYSELF.search(outside, max(0, verb.start() - LONGEST_LEAD), verb.start()):
        return
    cue = verb["verb"].strip() if verb else ""
    is_told = verb is not None and PASSES_ON.search(outside) is not None
    is_told = is_told and (not _MADE_DO.search(outside) or body_at_head(outside) is not None)
    is_told = is_told or (bool(SPEECH_ACT.match(cue)) and body_at_head(outside) is not None)
    is_told = is_told or (bool(SPEECH_ACT.match(cue)) and any(s.words.endswith(SPOKESMEN) for s in everybody[:1]))
    is_told = is_told or (verb is not None and PAPER_TELLS.match(outside) is not None)
    is_told = is_told or (end == report.end and bool(_CUT.search(outside)))
    is_told = is_told or (verb is not None and any(s.stand is Stand.CITED for s in everybody))
    followed = next((s for s in everybody if s.stand is Stand.ACCORDING), None)
    teller = next((s for s in everybody if s.stand is Stand.TELLING), None)
    cited = next((s for s in everybody if s.stand is Stand.CITED), None)
    chain: tuple[FoundSpeaker, ...] | None = None
    handed: re.Match[str] | None = None
    told_from = len(outside)  # where whoever tells it is named at the end
    if issued := ISSUED.search(outside):
        report.voice.issuer = report.bodies.fullest(" ".join(issuer_within(issued).split()))
    if (document := DOCUMENT.search(outside)) and is_told and (reader := reader_of_paper(outside, document)):
        chain = body_under(report, (), reader["who"], cue, Speech.INDIRECT)
    elif document and (finder := finder_in_paper(outside, document)):
        cue = cue if is_told else "따르면"
        chain = body_under(report, (), finder["who"], cue, Speech.INDIRECT)
    elif document:
        cue = cue if is_told else "따르면"
        issuer = issuer_of(report, document["who"], start + document.start("who"), cue, Speech.INDIRECT)
        chain = (issuer,) if issuer else ()
        if issuer and issuer.kind is Kind.INSTITUTION:
            report.voice.issuer = issuer.body
        else:
            remembered(report, chain)
        if outlet := next((s for s in everybody if s.sort is Sort.OUTLET and s.stand is not Stand.CITED), None):
            chain = (*remembered(report, (speaker_of(report, outlet, start, cue, Speech.INDIRECT),)), *chain)
    elif all(OWN_OUTLET.search(s.words) or is_told_of_in_paper(s, outside) for s in everybody) and (
        paper := paper_in(report, outside, 0, len(outside), cue if is_told else "따르면")
        or paper_before(report, outside, cue if is_told else "따르면", is_told=is_told)
    ):
        cue, chain = paper.verb, (paper,)
        report.voice.office = paper  # and goes on: 또 …라고 지적했다
    elif _REPORT_FOLLOWED.match(outside):
        cue = cue if is_told else "따르면"
        chain = (carried,) if (carried := report.voice.carried()) else ()
    elif not followed and (body := BODY_FOLLOWED.search(outside)):
        cue = cue if is_told else "따르면"
        chain = body_under(report, (), body["who"], cue, Speech.INDIRECT)
    elif (telling := BODY_TELLING.search(outside)) and all(s.after <= telling.start("who") for s in everybody):
        cue = telling["verb"]
        chain = body_under(report, (), telling["who"], cue, Speech.INDIRECT)
    elif cited and CITED_SO.search(outside):
        cue = "따르면"
        outlets = (s for s in everybody if s.sort is Sort.OUTLET and s is not cited)
        chain = remembered(report, tuple(speaker_of(report, s, start, cue, Speech.INDIRECT) for s in (*outlets, cited)))
    elif followed and end == report.end and _is_stump(outside, followed):
        return
    elif followed:
        cue = cue if is_told else "따르면"
        chain = _followed(report, start, outside, everybody, followed, cue)
    elif teller and (hearsay or not outside[teller.after :].strip(" .이다입니있었습")):
        cue = next(iter(outside[teller.after - 2 : teller.after + 3].split()), "").strip(".")
        told_from = teller.start
        chain = remembered(report, (speaker_of(report, teller, start, cue, Speech.INDIRECT),))
    elif hearsay:
        cue = hearsay["verb"].strip()
        chain = None if _IS_HEARD.match(cue) else public_stance(report, outside, cue)
        if chain is None and (topic := teller_at_head(everybody, is_any=bool(hearsay["stance"]))):
            chain = remembered(report, (speaker_of(report, topic, start, cue, Speech.INDIRECT),))
        if chain is None:
            chain = told_then(report, start, outside, everybody) or gist(report, cue)
        if chain is None and not hearsay["stance"]:
            carried = report.voice.carried()
            if cue.startswith("소식") and (carried is None or cue.startswith(("소식이다", "소식입니다"))):
                return  # 소금이 귀하다는 소식입니다: how news begins
            chain = (carried,) if carried else ()
    elif (
        not is_told
        and (made := _MADE_PUBLIC.search(outside))
        and (stance := public_stance(report, outside, made["verb"]))
    ):
        cue, chain = made["verb"], stance
    elif is_told:
        told = outside[: within.end()] if within else outside
        chain = who_tells(report, start, told, [someone for someone in everybody if someone.end <= len(told)], cue)
    elif found:
        cue = found["verb"] or found["verb2"] or found["verb3"] or found["verb4"] or found["verb5"]
        chain = ()
    elif known := _KNOWN_SO.search(outside):
        cue = known["verb"]
        chain = (carried,) if (carried := report.voice.carried()) else ()
    elif _AS_FOUND.search(outside):
        outlets = (s for s in everybody if s.sort is Sort.OUTLET and s.stand is Stand.SUBJECT)
        told_by = (speaker_of(report, s, start, "따르면", Speech.INDIRECT) for s in islice(outlets, 1))
        cue, chain = "따르면", remembered(report, tuple(told_by))
    elif was_said := WAS_SAID.search(outside):
        cue, chain = was_said["verb"], tuple(filter(None, (report.voice.carried(),)))
    elif is_answer and (carried := report.voice.carried()):
        cue, chain = "", (carried,)
    elif saying := while_saying(outside, everybody):
        cue, someone = saying
        chain = remembered(report, (speaker_of(report, someone, start, cue, Speech.INDIRECT),))
    elif acting := threatening(outside):
        cue = acting[1]
        chain = body_under(report, (), acting[0], cue, Speech.INDIRECT)
    elif handed := HANDED.search(outside):
        cue, chain = handed["verb"], tuple(filter(None, (report.voice.carried(),)))
    if chain is None:
        return
    chain = tuple(s.in_speech(Speech.INDIRECT) for s in chain)
    if chain and chain[-1].kind is Kind.INSTITUTION and _IN_ITS_PAPER.search(outside):
        report.voice.issuer = chain[-1].body
    is_own = verb is not None and not followed and any(s.verb == cue and s.basis is Basis.PRINTED for s in chain)
    is_own = is_own or (verb is not None and EXPLAINS.match(cue) is not None and _is_carried(chain))
    is_led = bool(followed or _REPORT_FOLLOWED.match(outside) or CITED_SO.search(outside))
    # the verb or the word of the source is no act of a body
    own = verb.start("verb") if verb and is_own else hearsay.start() if hearsay and _IS_WORD.match(cue) else told_from
    until = own if hearsay is None and _is_untold(chain) else min(own, _told_until(outside, verb, hearsay, is_led))
    is_heard = hearsay is not None and cue.startswith(_HEARD)
    if is_heard and not _is_untold(chain) and (said := _SAID_TO.search(outside, 0, until)):
        until, is_heard = said.start(), False
    relayed = with_body_relayed(report, chain, outside[:until], start, is_heard=is_heard)
    is_told_by_body = bool(chain) and chain[-1].kind is Kind.INSTITUTION
    if relayed == chain and not is_told_by_body and (on := ordering_on(report, chain, outside[:until], ())):
        relayed = (*chain, on)
    if relayed and relayed[-1].kind is Kind.INSTITUTION:
        report.voice.ordering = relayed
    elif handed:
        return
    yield FoundStatement(
        start,
        end,
        Speech.INDIRECT,
        cue,
        relayed,
        None,
        0.7 if chain else 0.4,
    )


def _has_topic(outside: str, everybody: list[Someone]) -> bool:
    """Whether somebody, or a body, is the topic at the head of a sentence."""
    first = everybody[0] if everybody else None
    if first and first.stand is Stand.TOPIC and not first.start:
        return first.sort in (Sort.TELLER, Sort.NAMED, Sort.OUTLET)
    body = body_at_head(outside)
    is_led_in = body is not None and _LEADS_IN.fullmatch(outside, 0, body.start()) is not None
    return is_led_in and body is not None and body.group().endswith(("은", "는"))


def _told_until(outside: str, verb: re.Match[str] | None, hearsay: re.Match[str] | None, is_led: bool) -> int:
    """Where what is told ends, and the verb of whoever tells it begins; `is_led`: he is named at the head alone."""
    if hearsay:
        return len(outside) if hearsay["verb"].strip() in _SAY else hearsay.start()
    return verb.start("verb") if verb and not is_led else len(outside)


def _verb_within(report: Report, outside: str, everybody: list[Someone], verbs: Verbs) -> re.Match[str] | None:
    """The verb by which whoever opens a sentence, or goes on, tells something before another clause: …고 밝혔지만 말이 없다."""
    told = (
        verb for verb in verbs if verb.group().endswith(("지만", "는데")) and outside.endswith("고 ", 0, verb.start())
    )
    verb = next(told, None)
    first = everybody[0] if everybody else None
    is_teller = first is not None and first.sort is Sort.TELLER and first.stand is Stand.TOPIC and not first.start
    body = body_at_head(outside)
    is_body = body is not None and body.group().endswith(("은", "는"))
    return verb if verb and (is_teller or is_body or report.voice.office) else None


def _is_untold(chain: tuple[FoundSpeaker, ...]) -> bool:
    """Whether a sentence names nobody who tells it."""
    return all(speaker.basis is Basis.CARRIED for speaker in chain)


def _is_stump(outside: str, followed: Someone) -> bool:
    """Whether a page cut off a sentence before anything is said in it: 소식통에 따르면 세관의."""
    return _IS_WHOLE.search(outside) is None and HAS_PREDICATE.search(outside, followed.after) is None


def _is_carried(chain: tuple[FoundSpeaker, ...]) -> bool:
    """Whether all that speaks is somebody from before."""
    return len(chain) == 1 and chain[0].basis is Basis.CARRIED


def _followed(
    report: Report, start: int, outside: str, everybody: list[Someone], followed: Someone, cue: str
) -> tuple[FoundSpeaker, ...]:
    """The chain of a sentence with 에 따르면: whom it follows, and who speaks below."""
    above = speaker_of(report, followed, start, "따르면", Speech.INDIRECT)
    chain = remembered(report, (above,))
    below = next(
        (
            s
            for s in everybody
            if s.start > followed.after and s.sort is Sort.TELLER and s.stand in (Stand.TOPIC, Stand.SUBJECT)
        ),
        None,
    )
    if below and followed.sort is Sort.OUTLET:
        return remembered(report, (*chain, speaker_of(report, below, start, cue, Speech.INDIRECT)))
    return chain
