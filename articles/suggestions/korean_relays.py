"""The last body whose words somebody passes on in a Korean report, asked where no usual way of saying so is found.

Every clause of the words is looked at, the last first: how something is told in it, and who stands there as whoever
tells it. A body that only acts, is spoken to, or is where a source works tells nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.suggestions.korean_quotations import without_nested
from articles.suggestions.korean_speakers import CLAUSE_ENDS, name_of, outermost
from articles.suggestions.korean_voice import Report
from articles.suggestions.korean_words import BODY, BODY_BEGINS, NAMES_END, NO_OFFICE, PAST
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.signs import Reaching, before, one_of
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import Stand, people

# --- who may tell something ---

# How the names of offices end.
_OFFICE = (
    rf"(?:(?:[가-힣]{{1,6}}[도시군]|[도시군구]|구역)\s)?[가-힣]{{2,8}}[국소청처부]{NO_OFFICE}"
    r"|[가-힣]{0,8}(?:공장|기업소|농장|광산|탄광|학교|대학|병원|상점|백화점)"
)
# Whom no usual list of bodies has: their branches, a secretary, those that are called by what they are.
_ALSO = (
    rf"{BODY}\s(?:대표부|대표단|지사|지부|사무소|출장소|분소|[가-힣]{{2,8}}[과국부처실])|(?:책임|조직|선전)비서"
    r"|[가-힣]{2,8}(?:판매소|협동조합)|[가-힣]{2,8}(?:상사|무역)(?=\s?측)|중앙|상부|당국|(?:회사|업체|공장)(?=\s?[측쪽])"
    r"|(?:합동|집중|특별|상주)?(?:검사|검열|감시|단속|타격|순찰|점검|규찰|기동|돌격|조사)조"
)
# Who speaks in its name: 노동당 간부, 양정국 관리.
_OFFICER = (
    r"(?:간부|관리|관계자|당국자|지도원|부원|책임부원|일[군꾼]|담당자|책임자|위원장|부위원장|부장|부부장|국장|부국장"
    r"|과장|처장|소장|서장|비서|책임비서|대표|지휘관|정치위원|보위원|안전원|보안원|검열원|단속원|강사|선전원|직원|지배인|성원|요원)들?"
)
# Whoever wears its uniform speaks for the body that the report names.
_GUARDS = {
    "안전원": ("안전부", "안전서", "안전성", "안전국"),
    "보안원": ("보안서", "보안부", "보안성", "보안소"),
    "보위지도원": ("보위부", "보위국"),
    "보위원": ("보위부", "보위국", "보위성"),
    "세관원": ("세관", "해관"),
    "검열원": ("검열조", "검열대", "검열단", "검열그루빠"),
    "경비대원": ("경비대",),
    "규찰대원": ("규찰대",),
    "인민반장": ("인민반",),
}
# 인민위원장 of 인민위원회, as 세관장 of 세관.
_CHAIR = r"(?:[도시군]\s?|[가-힣]{2,6}\s)?[가-힣]{0,4}위원장"
_TAKES = r"에서[는도]?|에선|\s?[측쪽](?:에서)?[은는이도]?|께서[는도]?|으?로부터|에게서|한테서|의|[은는이가도]"
_TELLER = Reaching(
    rf"(?<![가-힣0-9])(?P<who>{BODY}(?P<head>장)?|{_ALSO}|(?P<chair>{_CHAIR})|(?P<guard>{'|'.join(_GUARDS)})들?|(?P<likely>{_OFFICE}))(?:\([^()\n]{{1,24}}\))?[’']?"
    rf"(?:(?:의\s|\s)(?:[가-힣]{{1,6}}(?<![은는이가을를에서며고])\s)?(?P<officer>{_OFFICER}))?"
    rf"(?P<as>{_TAKES})(?=[\s,“”\"‘'])",
    rf"(?:{_TAKES})[\s,“”\"‘']",
    reach=70,
    gap=BODY_BEGINS,
)
_IN_ITS_NAME = lazy(rf"(?P<who>{BODY}|{_ALSO})(?:의?\s{_OFFICER})?")
_HEAD = lazy(rf"{BODY}장")
_TOPIC = ("은", "는", "도", "측에서", "쪽에서")
_SOURCE = ("에서", "에서는", "에서도", "에선", "로부터", "에게서", "한테서", "의", "측에서", "쪽에서")
_FROM_ALONE = ("의", "으로부터", "로부터", "에게서", "한테서")

# --- how something is told ---

_TALK = (
    "(?:말|통보|통지|지시|지령|포치|요구|경고|공지|공고|공시|고지|선전|선포|선언|강의|강연|추궁|해명|변명|대답|답변?"
    "|회답|약속|다짐|위협|협박|하소연|판단|설명|해설|요청|주장|강조|명령|당부|부탁|신신당부|발표|공표|호소|촉구|비판"
    "|비난|질책|질타|훈계|훈시|독려|독촉|재촉|권고|권유|제안|지적|보고|분석|평가|추정|추산|전망|예상|예측|예고|진단"
    "|파악|집계|결론|인정|부인|반박|항변|안내|전달|하달|시달|장담|공언|호언|단언|언급|거론|지목|규정|호통|엄포|회신"
    "|조언|불평|토로|증언|확언|연설|교양|회시|통고|강요|압박|건의|제기|고집|반복|되풀이|닦달|야단|성화)"
)
_STEMS = (
    r"(?:밝히|밝혔|밝힌|알리|알렸|알려\s?[왔오주줬]|전하|전했|전한|전해\s?왔|적었|적고|적혀|내세[우웠운]|떠들|되풀이"
    r"|우[기겼긴]|외[치쳤친]|내다[보봤본]|보고\s?있|못을?\s?박|못박|다그[치쳤친]|들볶|윽박|을러|을렀|으르|얼렀|몰아[붙세]"
    r"|꾸짖|나무[라랐란]|타이[르른]|타일|구슬[렸리린]|달[래랬랜]|등을\s?떠[미민밀]|소리[치쳤친]|손을\s?(?:내밀|벌[리렸린])|발뺌|둘러[대댔댄]|잡아[떼뗐뗀]|큰소리|늘어놓|시치미|잘라"
    r"|밀어붙|내리먹|쏘아붙|되물|꼬집|캐물|얼버무|버[티텼틴]|내비|흘[리렸린]|선을\s?[그긋]|으름장|한소리|생색)"
)
# What is told, as a noun behind it, and on what.
_WORDS = (
    "과제|편지|서신|지시|지령|명령|방침|지침|포치|통보|통지|통달|결정|포고|공고|공시|공지|경고|요구|요청|연락|전갈|답|답변|대답"
    "|회답|해명|설명|말|주장|입장|약속|당부|부탁|조언|권고|엄포|으름장|호통|강의|강연|선전|추궁|비판|훈시|안내"
    "|조건|단서|핑계|변명|소리|의견|견해|결론|제안|위협|협박|판단|분석|전망|평가|이유|전문|서한|공한|메시지"
)
_PAPERS = (
    "포고문|지시문|통지문|공고문|경고문|통보문|방침문|명령문|안내문|공지문|공문|문건|문서|결정서|지시서|통지서|지침서|회람"
    "|강연자료|강연 자료|학습자료|학습 자료|해설자료|해설 자료|강연제강|강연 제강|학습제강|학습 제강|제강|강연록|회의록"
)
_WORD, _PAPER = one_of(_WORDS), one_of(_PAPERS)
_ORDER = "(?:(?<![이니])라고|자고|도록|겠다고|[을를갈릴칠길킬할될날]\\s것을|[으지하내오]라며|말라며|[갈릴칠길킬할될]\\s것이라고)"
_QUOTED = rf"(?:(?P<order>{_ORDER})|[다라냐자까요]고|[라다자]며|[라다자]면서|[’'”]\s?(?:이?라)?(?:고|며)|것으로)(?:까지|도|는|만)?"
_AT_MOST = r"(?:[^\s.“”]{1,9}\s){0,3}?"
# 공고한 뒤 값이 올랐다: only when that was.
_NO_TIME = r"(?!(?<=[한할])\s(?:뒤|후|이후|직후|다음|데\s|탓에|바람에|덕에))"
# 2천 원씩이라고 금을 그어 주었다: whatever verb follows, but for those of thinking and hearing.
_SOMEHOW = (
    r"(?:(?<=고)|(?<=고[도는만])|(?<=고까지))\s(?!해[서도야]?\s|하[니는면던]|할\s|믿|생각|여[기겼]|느[끼꼈]|알[고았려]|듣|들[었은어리]|전해[졌진지]"
    r"|알려[졌진지]|보[고는이인았]|봤|기대|불[리렸린]|부[르른]|착각|오해)(?:[^\s.“”]{1,8}(?<![은는이가뒤후])\s){0,3}?"
    rf"(?P<verb8>(?![있없]|들었|받았|왔|됐|되었)[가-힣]{{0,4}}[{PAST}](?=다|고|으며|지만|는데|습니다))"
)
# 기다리라고만 한다, 소환하겠다고 위협까지 했다, 우리도 모른다고 발뺌했다.
_TELLS = (
    rf"{_QUOTED}(?:\s?{_AT_MOST}(?P<verb>{_TALK}(?:[을를만도]|까지)?\s?[하했한할해합놓치쳤되반]{_NO_TIME}|{_STEMS}"
    r"|(?<=고\s)했|(?<=고만\s)[했한하]|(?<=고도\s)했|(?<=까지\s)[했한]"
    rf"|(?(order)(?:한다|합니다|하고\s있|하는데|하면서|하니|해서?\s)|(?!)))|{_SOMEHOW})"
)
# 어쩔 수 없다는 말만 되풀이한다, 지켜보겠다는 입장을 냈다.
_SAYS_WORD = (
    rf"(?:[다라자]는|[다라자]던|이란|[다라]는\s식의)\s(?:[가-힣]{{1,6}}\s){{0,2}}?(?P<verb2>{_WORD})(?:[을를만도]|까지|뿐)"
    rf"\s?{_AT_MOST}(?![듣들받접])[하했한해내냈낸놓달단되반보전늘쏟고밝알폈펴꺼댔댄대]"
)
# 결정을 각 도에 알려 왔다, 새 질서를 내다 붙였다; 대외경제성에서 통보가 왔다, 시당에서 지시가 떨어졌다; 요구를 받았다.
_HANDS_DOWN = (
    rf"(?P<word>{one_of(f'{_WORDS}|{_PAPERS}|질서|규정|명단|가격표|세칙|요강')})(?:[을를도]\s{_AT_MOST}"
    r"(?P<verb3>알[렸려리린]|내려보[냈내낸]|내[렸린]|내려\s?(?:먹[였이인]|왔|앉[혔히])|(?<=과제를\s)(?:[^\s.]{{1,6}}\s)?(?:[줬준]|주었|맡[겼긴기]|안[겼긴기]|씌[웠운우])|하달|시달|(?:전달|통보|포치|발표|공표|선포|공포|공시|공지)[했하한]"
    r"|(?:내다?\s?)?붙[였이인]|(?:내다?\s?)?걸[었어]|게시|돌[렸리린]|떨[궜구군]|쏟아\s?[냈내낸]|퍼부|배포|보[냈낸내])"
    rf"|(?P<verb4>[이가도만])\s{_AT_MOST}(?:왔|오[고는]|온|내려|떨어|하달|전달|있었|나왔|날아|돌아왔|뿐)"
    rf"|(?P<verb5>(?:[을를도만]|까지)?)\s{_AT_MOST}(?:받|들[었은어]|접[했수하]|전달받))"
)
# …주문했다는 것이 국정원의 설명
_IS_WORD = (
    rf"[다라자]는\s(?:것이|게|것은)\s(?:[^\s.]{{1,12}}\s){{1,3}}?(?<=의\s)(?P<verb6>{_WORD})(?:\W*\Z|이라고|입?니?다)"
)
# 한다면서 집집을 돌았다: whatever is done beside it.
_BESIDE = r"(?P<verb7>[다라자](?:며|면서))(?=\s)"
_ACTS = lazy("|".join((_TELLS, _SAYS_WORD, _HANDS_DOWN, _IS_WORD, _BESIDE)))
_VERBS = ("verb", "verb2", "verb3", "verb4", "verb5", "verb6", "verb7", "verb8")
_FROM_SOMEBODY = ("verb4", "verb5", "verb6")
# 인민위원회에 따져 봤지만 중앙에 물어보라는 대답만 들었다.
_ASKS = "따[져지졌진]|물[어었으]|문의|항의|찾아[가갔]|신고|하소연|알아[보봤]|부탁|요청|호소|청원|전화"
_WHO_IS_ASKED = lazy(rf"(?<![가-힣0-9])(?P<who>{BODY}|{_ALSO}|{_OFFICE})(?=(?:에|에게|에다가?|[을를]|한테)\s)")
_GOES_TO_ASK = lazy(_ASKS)
_ANSWERS = lazy(
    rf"(?:에|에게|에다가?|[을를]|한테)\s(?:[^\s.]{{1,8}}\s){{0,2}}?(?:{_ASKS})[^.“”]{{0,12}}?(?:니|면|자|지만|으나|는데|고|도|러)\s[^.“”]{{1,60}}?[다라냐자](?:고|는)(?:만|도)?"
    r"\s(?:[^\s.]{1,6}\s)?(?P<verb>답변|대답|답|말|소리|설명|통보|핑계|했|한다|하[더였])"
)
# A paper that says something, and not one that is only written, put up or handed on.
_PAPER_TELLS = lazy(
    rf"(?<![가-힣])(?P<who>{_PAPER})(?P<as>에는|에서는|에도|에서|에\s?(?:따르면|의하면)|[은는이가도])(?=[\s,])"
)
_LAYS_DOWN = lazy(
    rf"책임을\s[^.]{{0,40}}돌[렸리린]|[을를]\s{_AT_MOST}(?:비판|비난|강조|지적|규정|요구|지시|명령|금지|허용|경고|촉구|못\s?박|빗댔|내세웠|정했|정하고)"
)
_RULES_FOLLOWED = lazy(
    r"(?<![가-힣])(?P<who>질서|규정|방침|지시|지침|결정|포고|공고|공지|통지|세칙)(?:에\s?(?:따르면|의하면))"
)

# A sentence within the words ends, or a clause after which somebody else may act.
_SENTENCE = lazy(r"(?<=[가-힣’'”])[.?!]+\s")
_TURNS = lazy(r"(?:지만|는데|은데|니까|[하으]니|어도|아도|더니|[으하]면|[하되지]자|[아어해]서|때문에|탓에)[\s,]")
_SUBJECT = lazy(r"\s[가-힣]{2,8}(?:[들꾼상민공원자]이|[은는])\s")
# An act within what another tells: 나오라고 했다고, 지시했다며.
_WITHIN = lazy(r"[가-힣\s]{0,6}(?:다고|다며|다면서|다는)")

# Whether anybody is named at all who may tell something, or a paper.
_ENDS = (
    "소|청|처|부|과|실|공장|기업소|농장|광산|탄광|학교|대학|병원|상점|백화점|지사|당|조합|상사|무역|자료|제강|회람|강연록|회의록|질서|규정"
    "|방침|지시|지침|결정|포고|공고|공지|통지|세칙|문|문건|문서|결정서|지시서|통지서|지침서|간부|관리|관계자|당국자|지도원|부원|일군|일꾼"
    "|담당자|책임자|장|비서|대표|지휘관|위원|보위원|안전원|보안원|검열원|단속원|강사|선전원|직원|지배인|성원|요원|세관원|경비대원|규찰대원|조"
)
_PARTICLE = r"들?[)’'”]{0,2}\s?(?:에|쪽|에게|으?로부터|한테|께|측|[은는이가도의을를])"
_SOMEBODY = lazy(before(_PARTICLE, [*NAMES_END, *_ENDS.split("|")]) + rf"|\)(?={_PARTICLE})")


class _Teller(NamedTuple):
    """A body that tells something, as printed, and the verb. `officer`: whoever speaks in its name."""

    printed: str
    verb: str
    officer: str = ""


def in_its_name(report: Report, who: str, cue: str, speech: Speech) -> FoundSpeaker | None:
    """Whoever speaks in the name of a body to others, as that body: 세관 직원, 광산 당비서; None for anybody else."""
    officer = _IN_ITS_NAME.fullmatch(who)
    guarded = "" if officer else _guarded(report, who.removesuffix("들"))
    if officer is None and not guarded:
        return None
    body = guarded or name_of(report, " ".join(officer["who"].split()) if officer else who)
    return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=body)


def with_teller_within(
    report: Report, chain: tuple[FoundSpeaker, ...], words: str, at: int
) -> tuple[FoundSpeaker, ...]:
    """The chain, with the last body that tells something in the words below it; `words`: of the report, printed at `at`."""
    if chain and chain[-1].kind is Kind.INSTITUTION:
        return chain
    told = " ".join(speaker.printed for speaker in chain if speaker.basis is Basis.PRINTED)
    if not _SOMEBODY.search(words):
        return chain
    words = without_nested(words)
    teller = next(filter(None, (_last_teller(report, words, *span, told) for span in _sentences_back(words))), None)
    if teller is None:
        return chain
    printed = _headed(" ".join(teller.printed.split()))
    body = _guarded(report, printed.removesuffix("들")) or name_of(report, printed)
    report.voice.officer = (teller.officer, body)
    printed = " ".join(f"{teller.printed} {teller.officer}".split())
    return (*chain, FoundSpeaker(Kind.INSTITUTION, printed, teller.verb, Speech.INDIRECT, Basis.PRINTED, body=body))


def _sentences_back(words: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of some words begin and end, the last first."""
    ends = [end.end() for end in _SENTENCE.finditer(words)]
    yield from reversed(list(zip([0, *ends], [*ends, len(words)], strict=True)))


def _last_teller(report: Report, words: str, start: int, end: int, told: str) -> _Teller | None:
    """The body of the last clause of a sentence that tells something; `told`: who tells of it, and is none."""
    acts = list(_ACTS.finditer(words, start, end))
    if paper := _paper(words, start, end, acts):
        return _Teller(paper["who"], "")
    if (last := _told_before(report)) and _RULES_FOLLOWED.search(words, start, end):
        return _Teller(last, "따르면")
    if asked := _answering(words, start, end):
        return asked
    if acts:
        bodies = [
            body
            for body in _TELLER.finditer(words, start, end)
            if not _is_of(body, told) and (body["guard"] is None or _guarded(report, body["guard"]))
        ]
        others = _others(words, start, end, bodies)
        for act in reversed(acts):
            verb = next(name for name in _VERBS if act[name] is not None)
            who = _telling(words, start, act, verb, bodies, others)
            if who:
                told_by = act["word"] if verb in ("verb4", "verb5") else act[verb]
                return _Teller(who["who"], told_by.strip(), who["officer"] or "")
    return None


def _paper(words: str, start: int, end: int, acts: list[re.Match[str]]) -> re.Match[str] | None:
    """The paper that says what a sentence tells, by what stands in it or by what it does."""
    for paper in _PAPER_TELLS.finditer(words, start, end):
        says = any(act.start() >= paper.end() and act["verb4"] is act["verb5"] is None for act in acts)
        if paper["as"].startswith("에") or says or _LAYS_DOWN.search(words, paper.end(), end):
            return paper
    return None


def _told_before(report: Report) -> str:
    """The body whose words were passed on last, whose rules are meant; or ""."""
    last = report.voice.ordering[-1:]
    return last[0].printed if last and last[0].kind is Kind.INSTITUTION else ""


def _answering(words: str, start: int, end: int) -> _Teller | None:
    """The body that answers whoever went to ask it."""
    for who in _WHO_IS_ASKED.finditer(words, start, end) if _GOES_TO_ASK.search(words, start, end) else ():
        if answer := _ANSWERS.match(words, who.end(), end):
            return _Teller(who["who"], answer["verb"])
    return None


def _others(words: str, start: int, end: int, bodies: list[re.Match[str]]) -> list[tuple[int, int, bool]]:
    """Where people stand who may tell something themselves, and whether as the topic."""
    taken = [(body.start(), body.end()) for body in bodies]
    found = []
    for someone in people(words[start:end]):
        first, last = start + someone.start, start + someone.after
        is_free = not any(begin < last and first < stop for begin, stop in taken)
        if someone.stand in (Stand.TOPIC, Stand.SUBJECT) and is_free:
            found.append((first, last, someone.stand is Stand.TOPIC))
    return found


def _telling(
    words: str,
    start: int,
    act: re.Match[str],
    verb: str,
    bodies: list[re.Match[str]],
    others: list[tuple[int, int, bool]],
) -> re.Match[str] | None:
    """The body whose act it is, if nobody else stands nearer."""
    at = act.start(verb)
    named = [body for body in bodies if body.end() <= at]
    if verb in _FROM_SOMEBODY:
        return next((body for body in reversed(named) if body["as"].endswith(_SOURCE)), None)
    named = [body for body in named if body["as"] not in _FROM_ALONE]
    # …라고 상인들이 말한다, …라고 시당이 통보했다
    behind = [body for body in named if body.start() >= act.start()]
    if behind:
        return behind[-1]
    if any(act.start() < first < at for first, *_ in others) or _SUBJECT.search(words, act.start(), at):
        return None
    is_order = bool(act["order"])
    for body in _by_rank(named, is_order=is_order):
        is_topic = body["as"].endswith(_TOPIC)
        if body["likely"] and not (is_order or is_topic):
            continue
        if verb == "verb7" and (body["likely"] or not body["as"].endswith(("은", "는"))):
            continue
        if any(body.end() <= first < at and is_other_topic for first, _, is_other_topic in others):
            continue
        turned = _TURNS.search(words, body.end(), act.start())
        if turned and any(turned.end() <= first < at for first, *_ in others):
            continue
        is_within = _WITHIN.match(words, act.end()) is not None
        if not is_within and any(_leads(words, other, body) for other in others):
            continue
        return body
    return None


def _by_rank(bodies: list[re.Match[str]], *, is_order: bool) -> Iterator[re.Match[str]]:
    """Who may have told it, the likeliest first: the last topic, but of an order whoever stands in a clause behind that."""
    subjects = list(reversed(outermost(bodies)))
    topics = [body for body in reversed(bodies) if body["as"].endswith(("은", "는"))]
    if is_order and topics and subjects[0] not in topics:
        behind = subjects[0].start() > topics[0].end()
        yield from (
            subjects[:1]
            if behind and CLAUSE_ENDS.search(bodies[0].string, topics[0].end(), subjects[0].start())
            else ()
        )
    yield from topics
    yield from (body for body in subjects if body not in topics)


def _leads(words: str, other: tuple[int, int, bool], body: re.Match[str]) -> bool:
    """Whether somebody tells what a body does: 주민들은 보위부가 나섰다고 말한다, 상인들이 세관에서 빼앗겼다고 말한다."""
    first, last, is_topic = other
    if first >= body.start():
        return False
    return is_topic or CLAUSE_ENDS.search(words, last, body.start()) is None


def _headed(who: str) -> str:
    """The body that somebody heads: of 인민위원장 인민위원회, of 세관장 세관; whoever is no head is left as he is."""
    if who.endswith("위원장"):
        return f"{who.removesuffix('장')}회"
    return who.removesuffix("장") if _HEAD.fullmatch(who) else who


def _guarded(report: Report, guard: str) -> str:
    """The body that the report names and somebody in its uniform speaks for: of 안전원 the 시 안전부; or ""."""
    ends = _GUARDS.get(guard, ())
    ending = next((end for end in ends if any(name.endswith(end) for name in report.bodies.names)), "")
    return report.bodies.fullest(ending) if ending else ""


def _is_of(body: re.Match[str], told: str) -> bool:
    """Whether an officer is who tells of it all."""
    return bool(body["officer"]) and body["officer"] in told and " ".join(body["who"].split()) in told
