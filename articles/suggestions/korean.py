"""Who says what in a Korean report: the cue nearly always follows what is said."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from articles.spans import Paragraph
from articles.suggestions.bodies_named import Bodies
from articles.suggestions.korean_words import (
    ALONE,
    ANSWER,
    ANSWER_OF_BODY,
    ASKED,
    BODY,
    BODY_ACT,
    BODY_FOLLOWED,
    BODY_SPEAKS,
    CITED_SO,
    CUES_IN_OPEN_MARKS,
    DOCUMENT,
    FOUND,
    HEARSAY,
    ISSUED,
    LAST_QUOTING,
    OFFICERS,
    ORDER_OF_BODY,
    PAPER,
    PAPER_FOLLOWED,
    PASSED_ON,
    PUBLIC,
    QUESTION,
    QUOTED_THROUGH,
    SPEECH_ACT,
    TELLING,
    VERB,
    WARNS,
)
from articles.suggestions.lines import pieces
from articles.suggestions.marks import by_paragraph, within
from articles.suggestions.reading import FoundSpeaker, FoundStatement, Quotation, Reading
from articles.suggestions.sentences import sentences
from articles.suggestions.sources_named import Sources
from articles.suggestions.values import Basis, Kind, Speech
from sources.korean_people import Someone, Sort, Stand, people
from sources.korean_words import SURNAMES, TITLES
from sources.vocabulary import Vocabulary

# What may follow words in marks that are a statement, and what makes a slogan or a name of them.
_QUOTED = re.compile(
    r"\s*(?:이?라?고|이?라?며|이?라?면서|이?라는|다는|는|이란|이?라|던|으?로(?=\s(?:귀결|요약|정리)))(?![가-힣]*글귀)"
)
_NAMED_SO = re.compile(
    r"\s*(?:이?라는|는|이란)\s(?:\S+\s)?(?:구호|제목|글|글귀|문구|이름|노래|표현|단어|속담|별명|뜻|의미|주제|제하|간판|용어)"
)
_STATES = re.compile(r"[다요까죠라자네지오][.?!]*$")
# What single marks must end in to be said: around a bare noun they hold a slogan (‘방역은 곧 정치’라고).
_ENDS_SAID = re.compile(r"[다요까죠라자네지오냐니가][.?!]*$")
_OWN_OUTLET = re.compile(r"본보|본지|^본\s")
_OF_THE_NORTH = re.compile(
    r"조선중앙|노동신문|로동신문|민주조선|우리민족끼리|조선의 오늘|조선신보|내나라|^북한\s(?:매체|신문|방송|통신|관영)"
)
_TITLE_OF_THE_NORTH = re.compile(
    r"조선중앙(?:통신|방송|TV|티비|텔레비[전죤죵]|텔레비죤)|[노로]동신문|민주조선|우리민족끼리|조선의 오늘|조선신보|내나라"
)
_PLAINT = re.compile(
    rf"\s*(?:이?라?는)\s(?P<who>(?:[가-힣]{{1,15}}\s){{0,3}}?(?!내용|취지|요지|골자)[가-힣]{{2,6}})의\s(?:{WARNS})"
)
_SOMEBODY = re.compile(
    r"(?:^|[\s,])(?P<who>(?:[가-힣]{1,15}\s출신의?\s)?(?:[가-힣]{1,15}(?:의|에서)\s){0,2}(?:한|어느|또\s다른|다른|전직|현직|퇴직|은퇴한)\s(?:[가-힣]{1,15}\s){0,2}?[가-힣]{2,15})(?:은|는|이|가|도)(?=[\s“\"])"
)
# A group whose talk is told: 어로공들 속에서는 “…”는 불만이 나온다.
_AMONG = re.compile(
    r"(?:^|[\s,])(?P<who>(?:(?!이에|한편|특히|또한)[가-힣]{1,15}(?<![은는을를며면고서])\s){0,3}?[가-힣]{1,10}(?:들|주민|상인))\s?(?:속|사이|가운데|중|입)에서(?:는|도)?(?=\s?[“\"「『‘'])"
)
# Whoever stands right before the marks as the topic, by a word that ends as those for people do.
_TOPIC = re.compile(
    r"(?:^|[\s,])(?P<who>(?:[가-힣]{1,15}(?:의|에서)\s){0,2}?(?:[가-힣]{2,6}(?<![는은을를며면고서로에자])\s)?[가-힣]{1,10}"
    r"(?:[꾼공사상자인민생주장관병객원수모]|[가-힣]들))(?<!회사)(?<!행사)(?<!공사)(?<!상사)(?<!시장)(?<!공장)(?<!농장)(?<!현장)(?<!입장)(?<!주장)(?<!병원)(?<!지원)(?<!연구원)(?<!개발원)(?<!진흥원)(?<!교육원)(?<!원인)(?<!요인)"
    r"(?:은|는)\s?(?=“)"
)
_NOT_SOMEBODY = re.compile(
    r"(?:것|점|때|곳|일|뒤|후|날|측면|가운데|지역|상황|내용|요지|취지|골자|여기|에서|에|로|서|면|지만|제목|구호|말|글|답변|대답|입장)$"
)
_IN_SINGLE_MARKS = re.compile(r"[‘'](.+?)[’']")
# Any other verb may follow words in marks with their particle: “…”고 혀를 찼다.
_OTHER_VERB = re.compile(r"”\s?(?:이?라)?고(?:도|까지)?\s(?:[^.“”]{0,40}\s)?(?P<verb>[가-힣]{1,8}다)[.\s]*$")
_BEFORE_SURNAME = re.compile(r"^.*(?:[는은된한던]|온)\s(?=\S.*씨$)|^.*\s(?=[‘'][^’']{1,8}[’']$)")
_TELLER_WITH_NAME = re.compile(r"(?:협력자|소식통|통신원)\s\S+\s?씨$")
# A body cut off between its source and the verb.
_CUT = re.compile(r"[다라냐자]고\s(?:\S{1,20}\s){0,4}?(?:소식통|협력자)들?[은는이가]\s*\Z")
_ONLY_TELLS = re.compile(r"의\s(?:\S{2,5}\s)?[가-힣]{1,3}(?:이다|입니다|다|이었다|였다)\.?\s*")
# What was told to whoever tells of it: 또 다른 상인이 문을 닫겠다고 말했다는 이야기를 ㄱ씨는 들었다고 했다.
_INNER = re.compile(rf"[다라냐자]고\s(?:\S+\s)?(?P<verb>{VERB}다)(?:고|는\s(?:이야기|얘기|말|소식)[을를])\s")
# 들판개발연구원 is no researcher.
_INSTITUTE = re.compile(r"(?P<name>(?:\S+\s)?[가-힣]{2,}연구원)(?:\([A-Za-z]+\))?(?<!위원)")
# Words in marks that were told to whoever tells of them.
_TOLD_TWICE = re.compile(
    rf"”\s?(?:이?라)?(?:고|며|면서|는\s\S+)\s(?:[^.“”]{{0,30}}\s)?(?P<verb>{VERB}다)(?:고|는)\s[^“”]*{VERB}"
)
# The body that spoke goes on: 그러면서 …하겠다고 경고했다.
_GOES_ON = re.compile(r"\s*(?:그러면서|이어서?|또한?|아울러|나아가|더불어|이와\s함께|동시에|그리고|특히)[\s,]")
# 한 위원 is some member, or a Han who was named before.
_SURNAME_OR_ONE = re.compile(rf"[한이두세전현도]\s(?:{TITLES})")
_FULL_NAME = re.compile(rf"(?:^|\s)(?P<surname>[{SURNAMES}])[가-힣]{{2}}(?=\s)")
# Who speaks in a body's name is the body.
_SPOKESMEN = ("대변인", "공보관", "공보국장")
_SPOKESMAN = re.compile(rf"(?P<body>(?:\S+\s)?{BODY}|\S*[부성청원처국회])\s?(?:수석\s?|부)?(?:{'|'.join(_SPOKESMEN)})")
_HAS_SUBJECT = re.compile(r"[은는]\s(?:[^“”]*\s)?[가-힣]+[이가]\s?\Z")
_SUBJECT_PARTICLES = ("이", "가")
_LONGEST_SUBJECT = 120
_LONGEST_LEAD = 40
_LONGEST_SLOGAN = 3


# The verbs of telling in a sentence, in order.
_Verbs: TypeAlias = Sequence[re.Match[str]]


@dataclass
class _Voice:
    """Who has spoken so far, as far as later sentences lean on it.

    `chain`: of the last words in marks. `introduced`: of a sentence that says only who speaks next. `surnames`: of
    everybody named so far. `issuer`: the body whose paper was told of last. `before`: the chain of the statement before,
    if it stands in the same paragraph.
    """

    last: FoundSpeaker | None = None
    person: FoundSpeaker | None = None
    surnames: set[str] = field(default_factory=set)
    chain: tuple[FoundSpeaker, ...] = ()
    introduced: tuple[FoundSpeaker, ...] = ()
    before: tuple[FoundSpeaker, ...] = ()
    issuer: str = ""
    cue: str = ""
    paragraph: int = 0
    utterance: int = 0

    def heard(self, speaker: FoundSpeaker) -> None:
        self.last = speaker
        if speaker.kind in (Kind.UNNAMED, Kind.NAMED):
            self.person = speaker

    def carried(self) -> FoundSpeaker | None:
        return self.last and self.last.carried(self.last.speech)


@dataclass(frozen=True)
class _Report:
    """What is known of the report as a whole while its sentences are read. `end`: of its last word."""

    body: str
    end: int
    sources: Sources
    bodies: Bodies
    voice: _Voice


def read(
    body: str,
    quotations: tuple[Quotation, ...],
    mentions: Sequence[tuple[int, int]],
    parts: Sequence[Paragraph] | None = None,
    words: Vocabulary | None = None,
) -> Reading:
    """Statements with their speakers. See `reading.Reads`."""
    report = _Report(body, len(body.rstrip()), Sources(body, "ko", mentions), Bodies.in_korean(body), _Voice())
    found: list[FoundStatement] = []
    groups = by_paragraph(quotations)
    for paragraph in pieces(body) if parts is None else parts:
        inside = groups.get(paragraph.number, [])
        answers = False
        for start, end in sentences(body, paragraph.start, paragraph.end, inside):
            spoken = [
                _before_cue(body, q)
                for q in within(inside, start, end)
                if _is_statement(body, q, end) and not _is_predicate(body, start, q, end)
            ]
            outside = _without(body, start, end, spoken)
            everybody, verbs = list(people(outside)), list(TELLING.finditer(outside))
            report.voice.surnames.update(_surnames(everybody))
            report.voice.before = found[-1].speakers if found and found[-1].start >= paragraph.start else ()
            answers = bool(ANSWER.match(outside)) or (answers and not QUESTION.match(outside))
            if spoken:
                found += _direct(report, start, outside, spoken, everybody, verbs)
            elif QUESTION.match(outside) or (not everybody and ASKED.search(outside)):
                continue
            elif (alone := _alone(report, start, outside, found, everybody, verbs)) is not None:
                report.voice.introduced = alone
            else:
                told = list(_indirect(report, start, end, outside, everybody, verbs, is_answer=answers))
                if told:
                    found += told
                    report.voice.paragraph = 0  # words in marks behind it are an utterance of their own
    return Reading(tuple(_numbered(found)), report.sources.found)


def _surnames(everybody: list[Someone]) -> Iterator[str]:
    """The surnames of those who are named in full: of 한승조 연구위원, 한."""
    for someone in everybody:
        if someone.sort is Sort.NAMED and (name := _FULL_NAME.search(someone.words)):
            yield name["surname"]


def _is_statement(body: str, quotation: Quotation, end: int) -> bool:
    """Words in marks that a particle of quoting or a verb of telling follows, or that are a sentence by themselves."""
    words, after = body[quotation.start : quotation.end].strip(), body[quotation.outer_end : end]
    count = len(words.split())
    if not quotation.is_closed:
        return count > 1
    if body[quotation.outer_start] in "‘'" and count <= _LONGEST_SLOGAN and not _ENDS_SAID.search(words):
        return False
    if _QUOTED.match(after):
        return count > 1 and not _NAMED_SO.match(after)
    if words.endswith("!") and body[quotation.outer_end : quotation.outer_end + 2].strip():
        return False  # a slogan: the outlet goes on without a particle of quoting
    if not after.strip(" .\n"):
        return count > 2
    return count > 2 and bool(_STATES.search(words)) and bool(TELLING.search(after))


def _is_predicate(body: str, start: int, quotation: Quotation, end: int) -> bool:
    """Whether words in marks lack their subject, which the sentence has: 통신은 공장이 “일떠섰다”고 보도했다."""
    if body[quotation.outer_start - 2 : quotation.outer_start].strip()[-1:] not in _SUBJECT_PARTICLES:
        return False
    before = body[max(start, quotation.outer_start - _LONGEST_SUBJECT) : quotation.outer_start]
    if not _HAS_SUBJECT.search(before) or any(someone.after >= len(before) - 1 for someone in people(before)):
        return False
    return not _TOLD_TWICE.search(body, quotation.outer_end - 1, end) and not BODY_SPEAKS.search(f"{before}“")


def _without(body: str, start: int, end: int, spoken: list[Quotation]) -> str:
    """The sentence with dots in the place of what is quoted in it, every position kept."""
    parts, at = [], start
    for quotation in spoken:
        stop = min(quotation.outer_end, end)
        parts += [body[at : quotation.outer_start], "“", "·" * (stop - quotation.outer_start - 2), "”"]
        at = stop
    return "".join([*parts, body[at:end]])


# --- words in marks ---


def _direct(
    report: _Report, start: int, outside: str, spoken: list[Quotation], everybody: list[Someone], verbs: _Verbs
) -> Iterator[FoundStatement]:
    voice = report.voice
    edges = [(q.outer_start - start, q.outer_end - start) for q in spoken]
    begins, ends = [0, *(end for _, end in edges)], [*(begin for begin, _ in edges), len(outside)]
    cue = _cue(outside, verbs, ends[-2], len(outside)) or _cue(outside, verbs, 0, len(outside))
    chains = [
        _chain(report, start, outside, everybody, begin, end, cue) for begin, end in zip(begins, ends, strict=True)
    ]
    chain = chains[0] or next((later for later in chains[1:] if later), ())
    is_new = not chain
    # “…”고 말했다. “…”: what follows in the same paragraph without a cue is the same utterance.
    is_bare = not outside.strip("“·” .\n")
    goes_on = spoken[0].continues or (is_new and is_bare and voice.paragraph == spoken[0].paragraph)
    if is_new and goes_on and not voice.introduced:
        chain, cue = voice.chain, cue or voice.cue
    elif is_new:
        chain = voice.introduced or _goes_on(report, outside)
        if not chain and (carried := voice.carried()):
            chain = (carried,)
        if chain:
            chain = (*chain[:-1], chain[-1].in_speech(Speech.DIRECT))
        cue = cue or (chain[-1].verb if chain else "")
    voice.introduced = ()
    voice.cue, voice.paragraph = cue, spoken[-1].paragraph
    if not goes_on:
        voice.utterance += 1
    for number, quotation in enumerate(spoken):
        if number and chains[number] and chains[number] != chain:
            chain = chains[number]
            voice.utterance += 1
        own = _cue(outside, verbs, begins[number + 1], ends[number + 1]) if chains[number] else ""
        voice.chain = speakers = _plaint(report, quotation, start, outside, chain, cue)
        words = report.body[quotation.start : quotation.end]
        yield FoundStatement(
            quotation.start,
            quotation.end,
            Speech.DIRECT,
            own or cue,
            _relayed(report, speakers, words),
            "",
            "",
            voice.utterance,
            0.4 if is_new else 0.9,
        )


def _before_cue(body: str, quotation: Quotation) -> Quotation:
    """The quotation; one whose mark was forgotten ends before its cue."""
    if quotation.is_closed:
        return quotation
    cues = (pattern.search(body, quotation.start, quotation.end) for pattern in CUES_IN_OPEN_MARKS)
    cue = next((cue for cue in cues if cue), None)
    return quotation._replace(end=cue.end(), outer_end=cue.end()) if cue else quotation


def _plaint(
    report: _Report, quotation: Quotation, start: int, outside: str, chain: tuple[FoundSpeaker, ...], cue: str
) -> tuple[FoundSpeaker, ...]:
    """The chain, with whom the teller quotes below it: “…”는 경비원의 푸념도 주민은 전했다."""
    match = _PLAINT.match(outside, quotation.outer_end - start)
    if match is None:
        return chain
    who = match["who"]
    if OFFICERS.search(who):
        below = FoundSpeaker(Kind.INSTITUTION, who, cue, Speech.DIRECT, Basis.PRINTED, body=who)
    elif chain and chain[-1].printed != who:
        below = _unnamed(report, who, start + match.start("who"), chain[-1].verb)
    else:
        return chain
    return (*(speaker._replace(speech=Speech.INDIRECT) for speaker in chain), below)


def _alone(
    report: _Report,
    start: int,
    outside: str,
    found: list[FoundStatement],
    everybody: list[Someone],
    verbs: _Verbs,
) -> tuple[FoundSpeaker, ...] | None:
    """Whom a sentence names that only says who speaks: the words in marks behind it are theirs, or those before it.

    None for any other sentence.
    """
    teller = _only_told(outside, everybody) or _only_telling(outside, everybody, verbs)
    if teller is None:
        return None
    someone, cue = teller
    chain = _told(report, (_speaker(report, someone, start, cue, Speech.DIRECT),))
    last = found[-1] if found else None
    is_behind = bool(chain and last and last.speech is Speech.DIRECT and not report.body[last.end + 1 : start].strip())
    if is_behind and last and (not last.speakers or last.speakers[-1].basis is Basis.CARRIED):
        found[-1] = last._replace(speakers=_relayed(report, chain, report.body[last.start : last.end]), cue=cue)
        return ()
    return chain


def _only_told(outside: str, everybody: list[Someone]) -> tuple[Someone, str] | None:
    """Who is all that a sentence names, and his word: “….” 평성 주민의 말이다."""
    only = everybody[0] if len(everybody) == 1 else None
    if only is None or only.start or only.stand is not Stand.TELLING or not _ONLY_TELLS.fullmatch(outside, only.end):
        return None
    return only, outside[only.end + 1 :].strip(" .")


def _only_telling(outside: str, everybody: list[Someone], verbs: _Verbs) -> tuple[Someone, str] | None:
    """Who tells something in a sentence that does not give it, and the verb: 소식통은 이렇게 말했다."""
    verb = _last_verb(outside, verbs)
    if verb is None or PASSED_ON.search(outside):
        return None
    someone = _chosen([s for s in everybody if s.stand in (Stand.TOPIC, Stand.SUBJECT)])
    if someone is None or not (ALONE.search(outside) or someone.sort is Sort.TELLER):
        return None
    return someone, verb["verb"].strip()


def _chain(
    report: _Report, start: int, outside: str, everybody: list[Someone], begin: int, end: int, cue: str
) -> tuple[FoundSpeaker, ...]:
    """Who speaks in outside[begin:end], from whoever told the outlet down; nobody if none is printed there."""
    here = [someone for someone in everybody if begin <= someone.start < end]
    body = BODY_SPEAKS.search(outside, begin, end)
    chosen = _chosen(here)
    is_paper = chosen is None or _OWN_OUTLET.search(chosen.words) or cue.startswith("적혀")
    if is_paper and (paper := _paper(report, outside, begin, end, cue)):
        return (paper._replace(speech=Speech.DIRECT),)
    if (
        chosen
        and chosen.stand is Stand.TOPIC
        and begin == 0
        and (below := _below(report, start, outside, here, chosen, end))
    ):
        return (*_told(report, (_speaker(report, chosen, start, cue, Speech.INDIRECT),)), below)
    above = next((someone for someone in here if someone.stand is Stand.ACCORDING and someone is not chosen), None)
    if chosen is not None and chosen.stand is Stand.ACCORDING and body and body.group().endswith(("은", "는")):
        above, chosen = chosen, None
    outlet = next((someone for someone in here if someone.sort is Sort.OUTLET and someone is not chosen), None)
    upper = above or (outlet if chosen else None)
    told = (_speaker(report, upper, start, cue, Speech.INDIRECT),) if upper else ()
    if chosen is not None and body and QUOTED_THROUGH.search(outside, begin, end):
        return _public(
            report, (_speaker(report, chosen, start, cue, Speech.INDIRECT),), body["who"], cue, Speech.DIRECT
        )
    if chosen is not None:
        return _told(report, (*told, _speaker(report, chosen, start, cue, Speech.DIRECT)))
    if body and cue:
        return _public(report, told, body["who"], cue, Speech.DIRECT)
    somebody = next(filter(None, (who.search(outside, begin, end + 1) for who in (_AMONG, _SOMEBODY, _TOPIC))), None)
    if somebody and (cue or somebody.re is _AMONG) and not _NOT_SOMEBODY.search(somebody["who"]):
        return _told(report, (*told, _unnamed(report, somebody["who"], start + somebody.start("who"), cue)))
    return _told(report, told)


def _below(
    report: _Report, start: int, outside: str, here: list[Someone], teller: Someone, mark: int
) -> FoundSpeaker | None:
    """Whose words a teller passes on as told to him: 소식통은 안전부가 “…”고 경고했다고 전했다."""
    twice = _TOLD_TWICE.search(outside, mark)
    if twice is None:
        return None
    body = BODY_SPEAKS.search(outside, teller.after, mark)
    someone = next((s for s in here if s.start >= teller.after and s.stand is Stand.SUBJECT), None)
    if body and (someone is None or body.start() < someone.start):
        printed = " ".join(body["who"].split())
        name = report.bodies.fullest_korean(printed)
        return FoundSpeaker(Kind.INSTITUTION, printed, twice["verb"], Speech.DIRECT, Basis.PRINTED, body=name)
    return someone and _speaker(report, someone, start, twice["verb"], Speech.DIRECT)


def _told(report: _Report, chain: tuple[FoundSpeaker | None, ...]) -> tuple[FoundSpeaker, ...]:
    """The chain, remembered for the sentences after it."""
    known = tuple(speaker for speaker in chain if speaker is not None)
    if known:
        report.voice.heard(known[-1])
    return known


def _public(
    report: _Report, told: tuple[FoundSpeaker | None, ...], printed: str, cue: str, speech: Speech
) -> tuple[FoundSpeaker, ...]:
    """A body that speaks, below whoever told of it; a newspaper and a body of the South need nobody."""
    who = " ".join(printed.split())
    body = FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=report.bodies.fullest_korean(who))
    above = tuple(speaker for speaker in told if speaker)
    for speaker in above:
        report.voice.heard(speaker)
    carried = report.voice.carried()
    if not above and carried and not PUBLIC.search(who):
        above = (carried._replace(speech=Speech.INDIRECT),)
    return (*above, body)


def _paper(report: _Report, outside: str, begin: int, end: int, cue: str) -> FoundSpeaker | None:
    """A document that speaks in outside[begin:end], for the body that the sentence lets act."""
    match = PAPER.search(outside[begin:end])
    if match is None:
        return None
    issuer = BODY_SPEAKS.search(outside, begin + match.end())
    who = match["who"]
    body = report.bodies.fullest_korean(" ".join(issuer["who"].split()) if issuer else who)
    return FoundSpeaker(Kind.INSTITUTION, who, cue, Speech.INDIRECT, Basis.PRINTED, body=body)


def _paper_of_before(report: _Report, outside: str, cue: str) -> FoundSpeaker | None:
    """A paper that a sentence follows without saying whose it is: of the body that issued one before."""
    match = PAPER_FOLLOWED.search(outside, 0, _LONGEST_LEAD)
    if match is None or not report.voice.issuer:
        return None
    body = report.voice.issuer
    return FoundSpeaker(Kind.INSTITUTION, match["who"], cue, Speech.INDIRECT, Basis.PRINTED, body=body)


def _chosen(here: list[Someone]) -> Someone | None:
    """Of those named around a quotation the one who speaks it."""
    order: tuple[Callable[[Someone], bool], ...] = (
        lambda s: s.stand is Stand.CITED,
        lambda s: s.stand is Stand.TOPIC and s.sort is Sort.TELLER,
        lambda s: s.stand is Stand.TOPIC and s.sort is not Sort.OUTLET,
        lambda s: s.stand is Stand.SUBJECT and s.sort is Sort.TELLER,
        lambda s: s.stand is Stand.TOPIC,
        lambda s: s.stand is Stand.TELLING,
        lambda s: s.stand is Stand.ACCORDING and s.sort is not Sort.OUTLET,
        lambda s: s.stand is Stand.SUBJECT,
        lambda s: True,
    )
    return next((someone for fits in order for someone in here if fits(someone)), None)


# --- sentences without marks ---


def _indirect(
    report: _Report,
    start: int,
    end: int,
    outside: str,
    everybody: list[Someone],
    verbs: _Verbs,
    *,
    is_answer: bool,
) -> Iterator[FoundStatement]:
    """The statement a whole sentence makes, if it passes on somebody's words."""
    hearsay, found = HEARSAY.search(outside), FOUND.search(outside)
    verb = _last_verb(outside, verbs)
    cue = verb["verb"].strip() if verb else ""
    is_told = verb is not None and bool(PASSED_ON.search(outside))
    is_told = is_told or (bool(SPEECH_ACT.match(cue)) and BODY_SPEAKS.search(outside, 0, _LONGEST_LEAD) is not None)
    is_told = is_told or (end == report.end and bool(_CUT.search(outside)))
    followed = next((s for s in everybody if s.stand is Stand.ACCORDING), None)
    teller = next((s for s in everybody if s.stand is Stand.TELLING), None)
    cited = next((s for s in everybody if s.stand is Stand.CITED), None)
    chain: tuple[FoundSpeaker, ...] | None = None
    issued = ISSUED.search(outside)
    if issued:
        report.voice.issuer = report.bodies.fullest_korean(" ".join(issued["who"].split()))
    if document := DOCUMENT.search(outside):
        cue = cue if is_told else "따르면"
        who = document["who"]
        chain = (FoundSpeaker(Kind.INSTITUTION, who, cue, Speech.INDIRECT, Basis.PRINTED, body=who),)
        if outlet := next((s for s in everybody if s.sort is Sort.OUTLET and s.stand is not Stand.CITED), None):
            chain = (*_told(report, (_speaker(report, outlet, start, cue, Speech.INDIRECT),)), *chain)
    elif all(_OWN_OUTLET.search(s.words) for s in everybody) and (
        paper := _paper(report, outside, 0, len(outside), cue if is_told else "따르면")
        or _paper_of_before(report, outside, cue if is_told else "따르면")
    ):
        cue, chain = paper.verb, (paper,)
    elif not followed and (body := BODY_FOLLOWED.search(outside)):
        cue = cue if is_told else "따르면"
        chain = _public(report, (), body["who"], cue, Speech.INDIRECT)
    elif cited and CITED_SO.search(outside):
        cue = "따르면"
        outlets = (s for s in everybody if s.sort is Sort.OUTLET and s is not cited)
        chain = _told(report, tuple(_speaker(report, s, start, cue, Speech.INDIRECT) for s in (*outlets, cited)))
    elif followed:
        cue = cue if is_told else "따르면"
        chain = _followed(report, start, outside, everybody, followed, cue)
    elif teller and (hearsay or not outside[teller.after :].strip(" .이다입니있었습")):
        cue = outside[teller.after - 2 : teller.after + 2]
        chain = _told(report, (_speaker(report, teller, start, cue, Speech.INDIRECT),))
    elif hearsay:
        cue = hearsay["verb"].strip()
        chain = _public_stance(report, outside, cue)
        if chain is None and (topic := _teller_at_head(everybody)):
            chain = _told(report, (_speaker(report, topic, start, cue, Speech.INDIRECT),))
        if chain is None and not hearsay["stance"]:
            chain = (carried,) if (carried := report.voice.carried()) else ()
    elif is_told:
        chain = _who_tells(report, start, outside, everybody, cue)
    elif found:
        cue = found["verb"] or found["verb2"]
        chain = ()
    elif is_answer and (carried := report.voice.carried()):
        cue, chain = "", (carried,)
    if chain is None:
        return
    chain = tuple(s if s.speech is Speech.INDIRECT else s.in_speech(Speech.INDIRECT) for s in chain)
    is_own = verb is not None and not followed and any(s.verb == cue and s.basis is Basis.PRINTED for s in chain)
    words = outside[: verb.start()] if verb and is_own else outside  # the verb of the source is no act of a body
    yield FoundStatement(
        start, end, Speech.INDIRECT, cue, _relayed(report, chain, words), "", "", None, 0.7 if chain else 0.4
    )


def _teller_at_head(everybody: list[Someone]) -> Someone | None:
    """The source that is the topic of a sentence which ends in 고 한다: B 씨는 사정이 나쁘다고 한다."""
    first = everybody[0] if everybody else None
    is_teller = first is not None and first.sort is Sort.TELLER and first.stand is Stand.TOPIC
    return first if is_teller and first is not None and first.start <= _LONGEST_LEAD else None


def _public_stance(report: _Report, outside: str, cue: str) -> tuple[FoundSpeaker, ...] | None:
    """A body of the South or of the world whose stand a sentence gives: 통일부는 …는 입장이다."""
    body = BODY_SPEAKS.search(outside, 0, _LONGEST_LEAD)
    return _public(report, (), body["who"], cue, Speech.INDIRECT) if body and PUBLIC.search(body["who"]) else None


def _followed(
    report: _Report, start: int, outside: str, everybody: list[Someone], followed: Someone, cue: str
) -> tuple[FoundSpeaker, ...]:
    """The chain of a sentence with 에 따르면: whom it follows, and who speaks below."""
    above = _speaker(report, followed, start, "따르면", Speech.INDIRECT)
    chain = _told(report, (above,))
    below = next(
        (
            s
            for s in everybody
            if s.start > followed.after and s.sort is Sort.TELLER and s.stand in (Stand.TOPIC, Stand.SUBJECT)
        ),
        None,
    )
    if below and followed.sort is Sort.OUTLET:
        return _told(report, (*chain, _speaker(report, below, start, cue, Speech.INDIRECT)))
    return chain


def _who_tells(
    report: _Report, start: int, outside: str, everybody: list[Someone], cue: str
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
        and (s.start <= _LONGEST_LEAD or s.sort in (Sort.TELLER, Sort.PRONOUN))
        and (s.stand is Stand.TOPIC or s.sort in (Sort.TELLER, Sort.OUTLET))
    ]
    early.sort(key=lambda s: s.sort is Sort.OUTLET)  # a newspaper only where nobody else tells
    chosen = cited or next(iter(late), None) or next(iter(early), None)
    outlet = next((s for s in (*late, *early) if s.sort is Sort.OUTLET and s is not chosen), None)
    body = BODY_SPEAKS.search(outside)
    if chosen and body and chosen.sort is Sort.PERSON and chosen in early and _leads(body, chosen):
        return _public(report, (), body["who"], cue, Speech.INDIRECT)
    if chosen and chosen.sort is Sort.PRONOUN and (first := _introduced_by(everybody, chosen)):
        _told(report, (_speaker(report, first, start, cue, Speech.INDIRECT),))
    if chosen and (inner := _INNER.search(outside)):
        before = (s for s in everybody if s.after < inner.start() and s is not chosen)
        is_last = chosen.start > inner.start()
        below = next((s for s in before if s.stand is Stand.SUBJECT or (is_last and s.stand is Stand.TOPIC)), None)
        if below and below.sort is Sort.PERSON:
            told = _told(report, (_speaker(report, chosen, start, cue, Speech.INDIRECT),))
            return (*told, *filter(None, (_speaker(report, below, start, inner["verb"], Speech.INDIRECT),)))
    if chosen:
        upper = _speaker(report, outlet, start, cue, Speech.INDIRECT) if outlet and chosen is cited else None
        return _told(report, (upper, _speaker(report, chosen, start, cue, Speech.INDIRECT)))
    if body:
        return _public(report, (), body["who"], cue, Speech.INDIRECT)
    somebody = _SOMEBODY.search(outside)
    if somebody and not _NOT_SOMEBODY.search(somebody["who"]):
        return _told(report, (_unnamed(report, somebody["who"], start + somebody.start("who"), cue),))
    if SPEECH_ACT.match(cue) and (going_on := _goes_on(report, outside)):
        return going_on
    return (carried,) if (carried := report.voice.carried()) else ()


def _goes_on(report: _Report, outside: str) -> tuple[FoundSpeaker, ...]:
    """The chain of the statement before, carried on, where a body spoke in it that this sentence lets go on."""
    before = report.voice.before
    if not before or before[-1].kind is not Kind.INSTITUTION or not _GOES_ON.match(outside):
        return ()
    told_by = before[0]
    is_led = told_by.basis is Basis.CARRIED or told_by.verb in ("따르면", before[-1].verb)
    is_main = len(before) == 1 or (
        is_led and told_by.speech is not Speech.DIRECT
    )  # and not within the source's own words
    return tuple(speaker.carried(Speech.INDIRECT) for speaker in before) if is_main else ()


def _leads(body: re.Match[str], someone: Someone) -> bool:
    """Whether a body is the topic of a sentence that tells of somebody: 당국은 소금을 파는 사람은 …라고 선포했다."""
    return body.start() < someone.start and body.group().endswith(("은", "는")) and " 한 " not in f" {someone.words} "


def _introduced_by(everybody: list[Someone], pronoun: Someone) -> Someone | None:
    """Whom a pronoun means that the same sentence brings in: 황주의 한 농장원이 등장하는데, 그는 …"""
    return next(
        (s for s in everybody if s.end < pronoun.start and s.stand is Stand.SUBJECT and " 한 " in f" {s.words} "), None
    )


# --- speakers ---


def _speaker(report: _Report, someone: Someone, start: int, cue: str, speech: Speech) -> FoundSpeaker | None:
    """Somebody as a link of a chain; None for the outlet's own name and a pronoun that means nobody yet."""
    who = someone.words
    if someone.sort is Sort.OUTLET:
        if _OWN_OUTLET.search(who):
            return None
        if _OF_THE_NORTH.search(who):
            name = _IN_SINGLE_MARKS.search(who)
            title = _TITLE_OF_THE_NORTH.search(who)
            body = name[1] if name else title.group() if title else who
            return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=body)
        return FoundSpeaker(Kind.OUTLET, who, cue, speech, Basis.PRINTED)
    if someone.sort is Sort.PRONOUN:
        known = report.voice.person or report.voice.last
        return known and known._replace(printed=who, verb=cue, speech=speech, basis=Basis.PRINTED)
    if institute := _INSTITUTE.fullmatch(who):
        return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=institute["name"])
    if someone.sort is Sort.NAMED or (_SURNAME_OR_ONE.fullmatch(who) and who[0] in report.voice.surnames):
        return FoundSpeaker(Kind.NAMED, who, cue, speech, Basis.PRINTED)
    if who.endswith(_SPOKESMEN) and (spokesman := _SPOKESMAN.fullmatch(who)):
        body = report.bodies.fullest_korean(" ".join(spokesman["body"].split()))
        return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=body)
    return _unnamed(report, who, start + someone.start, cue, speech)


def _unnamed(report: _Report, who: str, at: int, cue: str, speech: Speech = Speech.DIRECT) -> FoundSpeaker:
    """An unnamed person; somebody with a surname or a name in marks speaks under it, however the report describes them."""
    if not _TELLER_WITH_NAME.search(who):
        who = _BEFORE_SURNAME.sub("", who)
    return FoundSpeaker(Kind.UNNAMED, who, cue, speech, Basis.PRINTED, source=report.sources.index_of(who, at))


def _relayed(report: _Report, chain: tuple[FoundSpeaker, ...], words: str) -> tuple[FoundSpeaker, ...]:
    """The chain, with the body whose words or orders the last speaker passes on below it."""
    if chain and chain[-1].kind is Kind.INSTITUTION:
        return chain
    found = _ordered(words) or _acting(words)
    if found is None:
        return chain
    printed, verb = " ".join(found[0].split()), found[1]
    body = report.bodies.fullest_korean(printed)
    return (*chain, FoundSpeaker(Kind.INSTITUTION, printed, verb, Speech.INDIRECT, Basis.PRINTED, body=body))


def _ordered(words: str) -> tuple[str, str] | None:
    """The body whose order is told of, and the order."""
    if answer := ANSWER_OF_BODY.search(words):
        return answer["who"], answer["verb"]
    match = ORDER_OF_BODY.search(words)
    if match is None:
        return None
    groups = match.groupdict()
    return (groups["who"] or groups["who2"] or groups["who3"]), (groups["verb"] or groups["verb2"] or groups["verb3"])


def _acting(words: str) -> tuple[str, str] | None:
    """The body that tells or orders something in the words, and its verb: the topic, else the nearest subject."""
    bodies = list(BODY_SPEAKS.finditer(words))
    act = BODY_ACT.search(words, bodies[0].end()) if bodies else None
    if act is None:
        return None
    before = [body for body in bodies if body.end() <= act.start()] or bodies[:1]
    topics = [body for body in before if body.group().endswith(("은", "는"))]
    return (topics or before)[-1]["who"], next(verb for verb in act.groups() if verb)


def _last_verb(outside: str, verbs: _Verbs) -> re.Match[str] | None:
    """The verb of telling that ends a sentence."""
    last = verbs[-1] if verbs else None
    return last if last and not outside[last.end() :].strip(" .\n”\"’'") else None


def _cue(outside: str, verbs: _Verbs, start: int, end: int) -> str:
    """The last verb of telling in a part of a sentence; else the particle that quotes."""
    last = bisect_right(verbs, end, key=re.Match.end) - 1
    if last >= 0 and verbs[last].start() >= start:
        return verbs[last]["verb"].strip()
    if other := _OTHER_VERB.search(outside, start, end):
        return other["verb"]
    particles = re.findall(r"”\s*(?:이라|라)?(며|면서)", outside[start:end])
    return particles[-1] if particles else "따르면" if "따르면" in outside[start:end] else ""


def _numbered(found: list[FoundStatement]) -> Iterator[FoundStatement]:
    """Only utterances that the report splits keep a number; their parts share the cue that is printed at the last."""
    parts: dict[int | None, list[FoundStatement]] = {}
    for statement in found:
        parts.setdefault(statement.utterance, []).append(statement)
    # Words over several paragraphs are the speaker's whom the last of them names.
    named = {number: next(filter(_is_printed, others), None) for number, others in parts.items()}
    for statement in found:
        others = parts[statement.utterance]
        if statement.utterance is None:
            yield statement
        elif len(others) == 1:
            yield statement.alone()
        else:
            cue = next((part.cue for part in reversed(others) if part.cue), "")
            later = named.get(statement.utterance)
            is_before = later and later.start > statement.start and not _is_printed(statement)
            yield statement._replace(cue=cue, speakers=later.speakers if later and is_before else statement.speakers)


def _is_printed(statement: FoundStatement) -> bool:
    """Whether somebody is named at the words themselves."""
    return bool(statement.speakers) and statement.speakers[-1].basis is not Basis.CARRIED
