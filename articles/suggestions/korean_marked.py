"""Words in marks in a Korean report: which of them are statements, and who speaks them."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from articles.suggestions.korean_cues import cue_of, last_verb, leading_verb
from articles.suggestions.korean_orders import ordering_on
from articles.suggestions.korean_speakers import (
    NOT_SOMEBODY,
    OWN_OUTLET,
    SOMEBODY,
    body_under,
    carried_on,
    heard_on_tape,
    issuer_of,
    only_explains,
    paper_before,
    paper_in,
    remembered,
    speaker_of,
    turns_away,
    unnamed,
    with_body_relayed,
)
from articles.suggestions.korean_voice import Report, Verbs
from articles.suggestions.korean_words import (
    ALONE,
    BODY_CITED,
    BODY_SPEAKS,
    CUES_IN_OPEN_MARKS,
    DOCUMENT,
    HAS_PREDICATE,
    LAST_QUOTING,
    OFFICERS,
    PASSES_ON,
    QUOTED_THROUGH,
    SAID_SO,
    TELLING,
    VERB,
    WARNS,
)
from articles.suggestions.reading import FoundSpeaker, FoundStatement, Quotation
from articles.suggestions.signs import Signed
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import Someone, Sort, Stand, people
from sources.korean_words import PEOPLE, SURNAMES, TITLES

# What may follow words in marks that are a statement, and what makes a slogan or a name of them.
_QUOTED = lazy(
    r"\s*(?:이?라?고|이?라?며|이?라?면서|이?라는|다는|는|이란|이?라|던|으?로(?=\s(?:귀결|요약|정리))|이?라?면\Z|이라\Z)(?![가-힣]*글귀)"
)
# Written on something, called so, or rumoured: ‘…’라는 구호, ‘…’라는 안내문, ‘…’라는 소문.
_NAMED_SO = lazy(
    r"\s*(?:이?라는|는|이란)\s(?:\S+\s)?(?:구호|제목|글|문구|이름|노래|표현|단어|속담|별명|뜻|의미|주제|제하|간판|용어|구절|명칭|명목|슬로건|(?:헛|뜬)?소문|풍문|낭설|괴담|유언비어|[가-힣]{0,4}(?:안내|선전|광고|게시|현수|경고)[문판막])"
)
# A slogan that somebody is reported to have used: ‘…하는 세상’이라고 말한 것으로 전해졌다.
_PASSED_OVER = lazy(r"\s*(?:이?라고)\s[가-힣]{1,8}[한인]\s것으로\s")
_STATES = lazy(r"[다요까죠라자네지오][.?!,]*$")
# The mark closes behind the particle: “값이 올랐다고” 말했다.
_QUOTED_WITHIN = lazy(r"[다라냐자]고$")
# What single marks must end in to be said: around a bare noun they hold a slogan (‘방역은 곧 정치’라고).
_ENDS_SAID = lazy(r"[다요까죠라자네지오냐니가][.?!]*$")
# What a heading in marks does not do: it ends as a sentence, or holds one.
_TELLS = lazy(rf"(?<!\.)[.?!](?!\.)|[다요까죠나네지]…$|{_ENDS_SAID.pattern}")
_PLAINT = lazy(
    rf"\s*(?:이?라?는)\s(?P<who>(?:[가-힣]{{1,15}}\s){{0,3}}?(?!내용|취지|요지|골자)[가-힣]{{2,6}})의\s(?:{WARNS})"
)
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
_ONLY_TELLS = lazy(r"의\s(?:\S{2,5}\s)?[가-힣]{1,3}(?:이다|입니다|다|이었다|였다)\.?\s*")
# Words in marks that were told to whoever tells of them.
_WHILE_SAYING = lazy(r"[다라자]며(?=[\s,])|[다라자]면서(?=[\s,])|고\s하면서")
_SO_AT_END = lazy(rf"(?:{ALONE.pattern})\s(?:[^\s“”]+\s){{0,3}}?[^\s“”]+[다][.:\s]*$")
# A broadcaster lets whoever it names be heard: [녹취: 한 무역상] “…”, <인터뷰> 단둥 상인(음성변조) : “…”; or
# [김들판/들판대 교수 : “…”], 한 세관원: “…”.
_HEARD = r"(?P<{}>[^\[\]()<>【】:：/\n“\"]{{2,40}}?)\s?(?P<note{}>[(/]\s?[^\[\]<>:：\n“\"]{{1,30}})?\s?"
_ON_TAPE = lazy(
    rf"(?:[\[(<【]\s?(?:녹취|음성|(?:전화)?\s?인터뷰|전화\s?연결|싱크)\s?[\])>】:：]\s?{_HEARD.format('who', '')}[\])>】:：]"
    rf"|(?:^|\[)\s*{_HEARD.format('who2', '2')}[:：])\s?\Z"
)
# “…” (양강도의 한 주민): who said so is printed behind the words.
_SIGNED = lazy(r"”?\s?(?:[(（]|[-–—―]\s?)(?P<who>[^()（）\n“”]{2,40}?)[)）]?[.\s]*\Z")
# <녹취> “…”: a voice, and nobody's name.
_TAPE_ALONE = lazy(r"[\[(<【]\s?(?P<what>녹취|음성|싱크|현장음)\s?[\])>】]\s?\Z")
# One of these ends both.
_CLOSES_TAPE = tuple("])>】:：")
_NO_OFFICE = lazy(r"변조|가명|대역|사진|영상|제공|자료")
_SAYS_SO = lazy(r"이렇게|다음과\s같이|아래와\s같이")
# 중국 상인들의 반응은 차갑다: whose words follow.
_MOOD = lazy(
    r"\s*(?P<who>(?:[^\s“”,.]+\s){0,4}?[^\s“”,.]+들)의\s(?:반응|불만|목소리|분위기|원성|하소연|푸념|시각|평가|속내)[은이도]\s[^“”]*다[.\s]*"
)
# A 씨의 보고는 계속된다, 협력자의 설명은 다음과 같다.
_TELLS_ON = lazy(
    r"\s*(?P<who>(?:[^\s“”,.]+\s){0,4}?[^\s“”,.]+)의\s(?:보고|증언|설명|말|이야기|얘기|전언|하소연|진술|답변?)(?:\s내용)?[은는이가]\s(?:\S{1,6}\s)?"
    r"(?:계속|이어|(?:다음과|아래와)\s같|이렇|이랬)[가-힣]*다[.:\s]*"
)
_OPENS_NEXT = lazy(r"\s*[“\"「『]")
# “…” 한 상인의 말이다.
_IS_WORD_OF = lazy(r"의\s(?:말|하소연|푸념|한탄|얘기|이야기|지적|설명|증언)(?:이다|입니다|이었다|였다)\.?\s*$")
# 소식통은 상점 꾸리는 이들이 “…”고 말했다고 전했다: a group by whatever word.
_SOME_GROUP = lazy(r"\s(?P<who>[가-힣]{2,10}들)[이가]\s?\Z")
_TOLD_TWICE = lazy(
    rf"”\s?(?:이?라)?(?:고|며|면서|는\s\S+)\s(?:[^.“”]{{0,30}}\s)?(?P<verb>{VERB}다)(?:고|는)\s[^“”]*{VERB}"
)
_JOINED = lazy(r"(?:이?라)?(?:며|면서)\s(?:[^\s“”]+\s)?")
_SAID_THAT = lazy(rf"\s?(?:이?라)?고\s(?:\S{{1,12}}\s){{0,3}}?{VERB}다고\s")
_TELLS_SO = lazy(rf"\s(?:\S{{1,12}}\s){{0,4}}?{VERB}다고\s")
_TELLS_THAT = lazy(rf"{_TELLS_SO.pattern}\Z")
_HAS_SUBJECT = lazy(r"[은는]\s(?:[^“”]*\s)?[가-힣]+[이가]\s?\Z")
_SUBJECT_PARTICLES = ("이", "가")
# 방송은 소식통을 인용해 관련 내용을 보도하면서 “…”: then the words are its own.
_REPORTS_BESIDE = lazy(r"(?:보도|소개|공개)하(?:면서|며|고)\s\Z")
# 무역성의 지시가 내려왔다”며 “배를 묶어 두라는 내용: what was ordered.
_IS_CONTENT = lazy(r"[라자]는\s(?:내용|취지|지시|명령|방침|것)\W*\Z")
_LONGEST_SUBJECT = 120
_LONGEST_SLOGAN = 3
_FEWEST_CUT_OFF = 2


def is_statement(body: str, quotation: Quotation, end: int) -> bool:
    """Words in marks that a particle of quoting or a verb of telling follows, or that are a sentence by themselves."""
    words, after = body[quotation.start : quotation.end].strip(), body[quotation.outer_end : end]
    count = len(words.split())
    if not quotation.is_closed:  # a copy that was cut off runs to its end
        is_told = HAS_PREDICATE.search(words) is not None or bool(body[quotation.end :].strip())
        return count > (1 if is_told else _FEWEST_CUT_OFF)
    is_single = body[quotation.outer_start] in "‘'"
    if is_single and count <= _LONGEST_SLOGAN and not _ENDS_SAID.search(words):
        return False
    if is_single and _PASSED_OVER.match(after) and not _ENDS_SAID.search(words):
        return False
    if _QUOTED.match(after):
        return count > 1 and not _NAMED_SO.match(after)
    if words.endswith("!") and body[quotation.outer_end : quotation.outer_end + 2].strip():
        return False  # a slogan: the outlet goes on without a particle of quoting
    if not after.strip(" .\n]") or _is_signature(after):
        return count > 2 and (_TELLS.search(words) is not None or not _is_line(body, quotation))
    if _QUOTED_WITHIN.search(words):
        return count > 1 and TELLING.search(after) is not None
    return count > 2 and bool(_STATES.search(words)) and bool(TELLING.search(after) or _IS_WORD_OF.search(after))


def _is_signature(after: str) -> bool:
    """Whether all that stands behind words in marks is who said them."""
    signed = _SIGNED.match(after)
    return signed is not None and next(people(f"{signed['who']}는 "), None) is not None


def _is_line(body: str, quotation: Quotation) -> bool:
    """Whether words in marks are a line of their own, as headings are."""
    start = body.rfind("\n", 0, quotation.outer_start) + 1
    end = body.find("\n", quotation.outer_end)
    return not (body[start : quotation.outer_start] + body[quotation.outer_end : end if end > 0 else None]).strip()


def is_predicate(body: str, start: int, quotation: Quotation, end: int) -> bool:
    """Whether words in marks lack their subject, which the sentence has: 통신은 공장이 “일떠섰다”고 보도했다."""
    if body[quotation.outer_start - 2 : quotation.outer_start].strip()[-1:] not in _SUBJECT_PARTICLES:
        return False
    before = body[max(start, quotation.outer_start - _LONGEST_SUBJECT) : quotation.outer_start]
    if not _HAS_SUBJECT.search(before) or any(someone.after >= len(before) - 1 for someone in people(before)):
        return False
    return not _TOLD_TWICE.search(body, quotation.outer_end - 1, end) and not BODY_SPEAKS.search(f"{before}“")


def without_quoted(body: str, start: int, end: int, spoken: list[Quotation]) -> str:
    """The sentence with dots in the place of what is quoted in it, every position kept."""
    parts, at = [], start
    for quotation in spoken:
        stop = min(quotation.outer_end, end)
        parts += [body[at : quotation.outer_start], "“", "·" * (stop - quotation.outer_start - 2), "”"]
        at = stop
    return "".join([*parts, body[at:end]])


def marked(
    report: Report, start: int, outside: str, spoken: list[Quotation], everybody: list[Someone], verbs: Verbs
) -> Iterator[FoundStatement]:
    voice = report.voice
    edges = [(q.outer_start - start, q.outer_end - start) for q in spoken]
    begins, ends = [0, *(end for _, end in edges)], [*(begin for begin, _ in edges), len(outside)]
    cue = cue_of(outside, verbs, ends[-2], len(outside)) or cue_of(outside, verbs, 0, len(outside))
    chains = [
        _chain(report, start, outside, everybody, begin, end, cue) for begin, end in zip(begins, ends, strict=True)
    ]
    chain = chains[0] or next((later for later in chains[1:] if later), ())
    if chain and chains[-1] and chain[-1].kind is Kind.OUTLET and chains[-1][-1].kind is not Kind.OUTLET:
        chain = (chain[-1].in_speech(Speech.INDIRECT), *chains[-1])  # 방송은 “…”고 소식통을 인용해 보도했다
        chains = [chain] * len(chains)
    elif chain and chains[0] == chain and chains[-1] and _is_told_on(outside, begins[-1], chain, chains[-1]):
        chain = (*(speaker.in_speech(Speech.INDIRECT) for speaker in chains[-1]), chain[-1])
        chains = [chain] * len(chains)
    is_new = not chain
    # “…”고 말했다. “…”: what follows in the same paragraph without a cue is the same utterance.
    is_bare = not outside.strip("“·” .\n")
    goes_on = spoken[0].continues or (is_new and is_bare and voice.paragraph == spoken[0].paragraph)
    if is_new and goes_on and not voice.introduced:
        chain, cue = voice.chain, cue or voice.cue
    elif is_new:
        chain = voice.introduced or carried_on(report, outside)
        if not chain and (carried := voice.teller()):
            chain = (carried,)
        if chain:
            chain = (*chain[:-1], chain[-1].in_speech(Speech.DIRECT))
        cue = cue or (chain[-1].verb if chain else "")
    voice.introduced = ()
    voice.cue, voice.paragraph = cue, spoken[-1].paragraph
    if not goes_on:
        voice.utterance += 1
    below: tuple[FoundSpeaker, ...] = ()  # the chain of the words before, with the body whose order they tell of
    for number, quotation in enumerate(spoken):
        if number and chains[number] and chains[number] != chain:
            chain = chains[number]
            voice.utterance += 1
        own = cue_of(outside, verbs, begins[number + 1], ends[number + 1]) if chains[number] else ""
        voice.chain = speakers = _plaint(
            report, _joined_last(outside, start, spoken[number:]), start, outside, chain, cue
        )
        words = report.body[quotation.start : quotation.end]
        relayed = with_body_relayed(report, speakers, words, quotation.start)
        if relayed == speakers and below[: len(speakers)] == speakers and _IS_CONTENT.search(words):
            relayed = below
        if relayed == speakers and (body := ordering_on(report, speakers, words, spoken[:number])):
            relayed = (*speakers, body)
        below = report.voice.ordering = relayed
        yield FoundStatement(
            quotation.start,
            quotation.end,
            Speech.DIRECT,
            own or cue,
            relayed,
            "",
            "",
            voice.utterance,
            0.4 if is_new else 0.9,
        )


def _is_told_on(outside: str, at: int, chain: tuple[FoundSpeaker, ...], by: tuple[FoundSpeaker, ...]) -> bool:
    """Whether somebody tells what a body said: 안전부가 “…”고 경고했다고 소식통은 전했다."""
    is_body = chain[-1].kind is Kind.INSTITUTION and by[-1].kind in (Kind.UNNAMED, Kind.NAMED)
    return is_body and _SAID_THAT.match(outside, at) is not None


def ending_before_cue(body: str, quotation: Quotation) -> Quotation:
    """The quotation; one whose mark was forgotten ends before its cue."""
    if quotation.is_closed:
        return quotation
    cues = (pattern.search(body, quotation.start, quotation.end) for pattern in CUES_IN_OPEN_MARKS)
    cue = next((cue for cue in cues if cue), None)
    return quotation._replace(end=cue.end(), outer_end=cue.end()) if cue else quotation


def _joined_last(outside: str, start: int, spoken: Sequence[Quotation]) -> Quotation:
    """The last of the quotations that nothing but 며 and 면서 part from the first: “…”면서 “…”라는 상인의 말."""
    for quotation, after in pairwise(spoken):
        if not _JOINED.fullmatch(outside, quotation.outer_end - start, after.outer_start - start):
            return quotation
    return spoken[-1]


def _plaint(
    report: Report, quotation: Quotation, start: int, outside: str, chain: tuple[FoundSpeaker, ...], cue: str
) -> tuple[FoundSpeaker, ...]:
    """The chain, with whom the teller quotes below it: “…”는 경비원의 푸념도 주민은 전했다."""
    match = _PLAINT.match(outside, quotation.outer_end - start)
    if match is None:
        return chain
    who = match["who"]
    if OFFICERS.search(who):
        below = FoundSpeaker(Kind.INSTITUTION, who, cue, Speech.DIRECT, Basis.PRINTED, body=who)
    elif chain and chain[-1].printed != who:
        below = unnamed(report, who, start + match.start("who"), chain[-1].verb)
    else:
        return chain
    return (*(speaker._replace(speech=Speech.INDIRECT) for speaker in chain), below)


def told_alone(
    report: Report,
    start: int,
    outside: str,
    found: list[FoundStatement],
    everybody: list[Someone],
    verbs: Verbs,
) -> tuple[FoundSpeaker, ...] | None:
    """Whom a sentence names that only says who speaks: the words in marks behind it are theirs, or those before it.

    None for any other sentence.
    """
    said = SAID_SO.search(outside)
    mood = (_MOOD.fullmatch(outside) if "들의 " in outside else None) or _telling_on(report, outside)
    if mood and not (_OPENS_NEXT.match(report.body, start + len(outside)) or verbs):
        mood = None
    teller = _only_told(outside, everybody) or _only_telling(outside, everybody, verbs)
    if said:
        chain = remembered(report, (unnamed(report, said["who"], start + said.start("who"), said["verb"]),))
        cue = said["verb"]
    elif mood:
        return remembered(report, (unnamed(report, mood["who"].strip(), start + mood.start("who"), ""),))
    elif citing := _only_citing(outside, everybody, verbs):
        cue = citing[-1][1]
        return remembered(report, tuple(speaker_of(report, who, start, cue, Speech.INDIRECT) for who, _ in citing))
    elif teller:
        someone, cue = teller
        chain = remembered(report, (speaker_of(report, someone, start, cue, Speech.DIRECT),))
    else:
        return None
    last = found[-1] if found else None
    is_behind = bool(chain and last and last.speech is Speech.DIRECT and not report.body[last.end + 1 : start].strip())
    if is_behind and _SAYS_SO.search(outside) and _OPENS_NEXT.match(report.body, start + len(outside)):
        is_behind = False  # 협력자는 이렇게 덧붙였다: words in marks follow
    if is_behind and last and (not last.speakers or last.speakers[-1].basis is Basis.CARRIED):
        found[-1] = last._replace(
            speakers=with_body_relayed(report, chain, report.body[last.start : last.end], last.start), cue=cue
        )
        return ()
    return chain


def _telling_on(report: Report, outside: str) -> re.Match[str] | None:
    """A sentence that says only whose telling goes on; None if that is whoever spoke last, who is carried on anyhow."""
    tells = _TELLS_ON.fullmatch(outside)
    who = tells["who"].strip() if tells else ""
    is_somebody = bool(who) and next(people(f"{who}는 "), None) is not None
    last = report.voice.last
    return tells if is_somebody and not (last and last.printed.endswith(who)) else None


def _only_told(outside: str, everybody: list[Someone]) -> tuple[Someone, str] | None:
    """Who is all that a sentence names, and his word: “….” 평성 주민의 말이다."""
    only = everybody[0] if len(everybody) == 1 else None
    if only is None or only.start or only.stand is not Stand.TELLING or not _ONLY_TELLS.fullmatch(outside, only.end):
        return None
    return only, outside[only.end + 1 :].strip(" .")


def _only_citing(outside: str, everybody: list[Someone], verbs: Verbs) -> list[tuple[Someone, str]]:
    """The outlet and whom it cites in a sentence that only says so: 통신은 복수의 소식통을 인용해 이같이 보도했다."""
    verb = last_verb(outside, verbs)
    is_citing = [someone.sort for someone in everybody[:1]] == [Sort.OUTLET] and len(everybody) == 2
    if verb is None or not is_citing or everybody[1].stand is not Stand.CITED:
        return []
    is_so = ALONE.search(outside) is not None and not PASSES_ON.search(outside)
    return [(someone, verb["verb"].strip()) for someone in everybody] if is_so else []


def _only_telling(outside: str, everybody: list[Someone], verbs: Verbs) -> tuple[Someone, str] | None:
    """Who tells something in a sentence that does not give it, and the verb: 소식통은 이렇게 말했다."""
    first = everybody[0] if len(everybody) == 1 else None
    if first and first.stand is Stand.TOPIC and first.after >= len(outside.rstrip()) and not outside[: first.start]:
        return first, ""  # 취재협력자는, and on the next line their words
    someone = _chosen([s for s in everybody if s.stand in (Stand.TOPIC, Stand.SUBJECT)])
    verb = (last_verb(outside, verbs) or leading_verb(outside)) if someone else None
    if someone is None or verb is None:
        return None
    is_so = ALONE.search(outside) is not None
    passes_on = _WHILE_SAYING if is_so and _SO_AT_END.search(outside) else PASSES_ON
    if not (is_so or someone.sort is Sort.TELLER) or passes_on.search(outside):
        return None
    return someone, verb["verb"].strip()


def _chain(
    report: Report, start: int, outside: str, everybody: list[Someone], begin: int, end: int, cue: str
) -> tuple[FoundSpeaker, ...]:
    """Who speaks in outside[begin:end], from whoever told the outlet down; nobody if none is printed there."""
    if announced := _announced(report, start, outside, begin, end, cue):
        return announced
    here = [
        someone
        for someone in everybody
        if begin <= someone.start < end
        and not (someone.stand is Stand.SUBJECT and _turns_away(outside, someone.after, end))
        and not (begin and _is_told_of(outside, someone, end))
        and not (someone.stand is Stand.CITED and _REPORTS_BESIDE.search(outside, someone.after, end))
    ]
    chosen = _chosen(here)
    is_paper = chosen is None or OWN_OUTLET.search(chosen.words) or cue.startswith("적혀")
    if is_paper and (
        paper := paper_in(report, outside, begin, end, cue)
        or paper_before(report, outside[begin:end], cue, is_told=True)
    ):
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
    if chosen is not None:
        return remembered(report, (*told, speaker_of(report, chosen, start, cue, Speech.DIRECT)))
    if body and cue and not only_explains(body["who"], cue):
        return body_under(report, told, body["who"], cue, Speech.DIRECT)
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
        is_subject = body.group().endswith(_SUBJECT_PARTICLES)
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


def _announced(report: Report, start: int, outside: str, begin: int, end: int, cue: str) -> tuple[FoundSpeaker, ...]:
    """Whom a broadcaster announces before their words, if only as a voice, or who is printed as a signature behind."""
    if outside[begin:end].rstrip().endswith(_CLOSES_TAPE):
        if alone := _TAPE_ALONE.search(outside, begin, end):
            return (FoundSpeaker(Kind.UNNAMED, alone["what"], cue, Speech.DIRECT, Basis.CARRIED),)
        if tape := _ON_TAPE.search(outside, begin, end):
            return remembered(report, (_heard(report, start, tape, cue),))
    signed = _SIGNED.match(outside, begin, end) if begin else None
    if signed and _is_signature(signed.group()):
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


def _below(
    report: Report, start: int, outside: str, here: list[Someone], teller: Someone, mark: int
) -> FoundSpeaker | None:
    """Whose words a teller passes on as told to him: 소식통은 안전부가 “…”고 경고했다고 전했다."""
    twice = _TOLD_TWICE.search(outside, mark)
    if twice is None:
        return None
    body = BODY_SPEAKS.search(outside, teller.after, mark)
    someone = next((s for s in here if s.start >= teller.after and s.stand is Stand.SUBJECT), None)
    if body and (someone is None or body.start() < someone.start):
        printed = " ".join(body["who"].split())
        name = report.bodies.fullest(printed)
        return FoundSpeaker(Kind.INSTITUTION, printed, twice["verb"], Speech.DIRECT, Basis.PRINTED, body=name)
    if someone:
        return speaker_of(report, someone, start, twice["verb"], Speech.DIRECT)
    group = _SOME_GROUP.search(outside, teller.after, mark)
    return unnamed(report, group["who"], start + group.start("who"), twice["verb"]) if group else None


def _tells_it(outside: str, here: list[Someone], outlet: Someone) -> Someone | None:
    """Whose telling an outlet tells of: “…”라고 한 상인이 말했다고 신문은 전했다."""
    before = (s for s in here if s.after <= outlet.start and s.sort is not Sort.OUTLET)
    return next((s for s in before if _TELLS_THAT.match(outside, s.after, outlet.start)), None)


def _chosen(here: list[Someone]) -> Someone | None:
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
