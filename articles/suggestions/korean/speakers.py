"""The links of a chain in a Korean report: people, bodies and papers, and whose words or orders they pass on."""

import re

from articles.remembered import within_a_reading
from articles.suggestions.korean.names import AGAIN, BODY, PLANT_KINDS, PUBLIC
from articles.suggestions.korean.offices import is_of_another_state
from articles.suggestions.korean.orders import host_before
from articles.suggestions.korean.predicates import ORDER_PAPER, ORDERS, PAPER_NOUN
from articles.suggestions.korean.voice import Report
from articles.suggestions.korean.words import BODY_SPEAKS
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.signs import one_of
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import Someone, Sort, people
from sources.korean_words import TITLES

OWN_OUTLET = lazy(r"본보|본지|^본\s")
_OF_THE_NORTH = lazy(
    r"조선중앙|^중방$|^중통$|노동신문|로동신문|민주조선|우리민족끼리|조선의 오늘|조선신보|통일신보|평양타임스"
    r"|평양방송|평양신문|청년전위|메아리|려명|조선의 소리|^서광$|‘서광’|내나라"
    r"|^북한\s(?:매체|신문|방송|통신|관영)"
    r"|^북한의?\s(?:대외|대남)?\s?선전\s?매체"
)
_TITLE_OF_THE_NORTH = lazy(
    r"조선중앙(?:통신|방송|TV|티비|텔레비[전죤죵]|텔레비죤)|[노로]동신문|민주조선|우리민족끼리|조선의 오늘|조선신보|통일신보"
    r"|평양타임스|평양방송|평양신문|청년전위|메아리|조선의 소리|서광|내나라"
)
# 노동신문은 …. 신문은 …
_PAPER_AGAIN = lazy(r"(?:[이동]\s|같은\s)?(?:신문|통신|방송|매체)")
# 이 소식지는, 소식지 ‘들판소식’: the paper of a group.
_NEWSLETTER = lazy(r"(?:[이동]\s|해당\s)?소식지(?:인?\s[‘'「『].*)?$")
_IN_SHORT = {"중방": "조선중앙방송", "중통": "조선중앙통신"}
SOMEBODY = lazy(
    r"(?:^|[\s,])(?P<who>(?:[가-힣]{1,15}\s출신의?\s)?(?:[가-힣]{1,15}(?:의|에서)\s){0,2}(?:한|어느|또\s다른|다른|복수의|익명의|전직|현직|퇴직|은퇴한)\s(?:[가-힣]{1,15}\s){0,2}?[가-힣]{2,15})(?:은|는|이|가|도)(?=[\s“\"])"
)
NOT_SOMEBODY = lazy(
    r"(?:것|점|때|곳|일|뒤|후|날|측면|가운데|지역|상황|내용|요지|취지|골자|여기|에서|에|로|(?<!비)서|면|지만|제목|구호|말|글|답변|대답|입장)$"
)
_CALLED = lazy(r"선전\s?매체(?:인)?\s(\S{2,10})$")
_IN_SINGLE_MARKS = lazy(r"[‘'](.+?)[’']")
_BEFORE_SURNAME = lazy(
    r"^.*[는은된한던온]\s(?<!\s한\s)(?=(?:\S+|\S\s모|[^\s()]+\([^()]*\))\s?씨$)|^.*[은된한던온]\s(?<!\s한\s)(?<![북남]한\s)(?=\S.*씨$)|^.*\s(?=[‘'][^’']{1,8}[’']$)"
)
# Whoever has a letter for a name goes by what is said of him.
_TELLER_WITH_NAME = lazy(r"(?:협력자|소식통|통신원)\s\S+\s?씨$|(?<![A-Zㄱ-ㅎ가-힣])[A-Zㄱ-ㅎ]{1,2}\s?씨$")
# 들판개발연구원 is no researcher.
INSTITUTE = lazy(r"(?P<name>(?:\S+\s)?[가-힣]{2,}연구원)(?:\([A-Za-z]+\))?(?<!위원)")
# Who speaks in the name of the body that was told of: 회의를 주재한 부부장, the lecturer.
_IN_ITS_NAME = lazy(
    r"(?:회의|강연회?|총회|모임|학습회?|강습회?|총화|집회|행사)[을를에]\s(?:\S+\s)?(?:주재|집행|진행|주관|지도|사회|참석|출연|조직|나선|나온)\S*\s.*|(?:.*\s)?(?:강연자|강사|연사|집행자)"
)
_LECTURER = lazy(r"(?:강연자|강사|연사|집행자)")
_TAKES_UP = lazy(
    rf"(?=.*?(?P<again>[가-힣]+)$)(?:{AGAIN})|(?P<kind>회사|업체|{PLANT_KINDS}|[성국부처동])(?:\s?측)?|(?:책임|조직|선전)(?P<chair>비서)"
)
# Groups that speak for themselves are not named as the bodies of the North are.
_GROUPS = ("단체", "협회", "연구소", "연구원", "센터", "재단", "연맹")
# Offices of the North, which 이 단체 never takes up.
_OFFICES = lazy(
    "(?:[도시군역노로]동?당|위원회|[안보]전?위?부|[안보]전?안?서|당국|정부|세관|총국|관리국|사령부|검찰소|내각)$"
)
_PAPER_ALONE = lazy(rf"{PAPER_NOUN}|{one_of(ORDERS)}|\S+문|\S+서|(?:\S+\s?)?(?:자료|제강)")
# 이 간부: who spoke in the name of a body just before.
_OFFICER_AGAIN = lazy(r"(?:이|그|해당)\s(?P<officer>\S+)")
_STATE_ALONE = lazy(r"북한|국가|중앙|상부")
_AT_WORDS = lazy(r"\s?[“\"‘「『]")
# The body that spoke goes on: 그러면서 …하겠다고 경고했다, …하겠다고도 경고했다.
_GOES_ON = lazy(
    r"\s*(?:그러면서|이어서?|또한?|아울러|나아가|더불어|이와\s함께|동시에|그리고|특히)[\s,]"
    r"|[^“”]*[다라자]고도\s(?:\S+\s)?\S+[.\s]*$"
)
# 배를 돌리도록 지시했다
_ORDERS = lazy(r"(?:[라자]고|도록)\s(?:\S{1,8}\s)?(?:지시|명령|포치|통보)(?:했|하였)(?:다|습니다)[.\s]*$")
# 한 위원 is some member, or a Han who was named before.
_SURNAME_OR_ONE = lazy(rf"[한이두세전현도]\s(?:{TITLES})")
_OFFICE = lazy(TITLES)
# Who speaks in a body's name is the body.
SPOKESMEN = ("대변인", "공보관", "공보국장")
_SPOKESMAN = lazy(
    rf"(?:[북남한중미일러]\s)?(?P<name>[가-힣]{{2,6}}\s)??(?P<body>{BODY}|\S*[부성청원처국회])\s?(?:수석\s?|부)?(?:{'|'.join(SPOKESMEN)})"
)
# 국무부 대변인실: the body itself.
_SPOKES_OFFICE = lazy(r"\s(?:대변인실|공보실|공보국|공보부|홍보실)$")
# 김 모 양, 이모 군.
_PSEUDONYM = lazy(r"[가-힣]\s?모\s?[양군]")
# What ends a clause whose subject does nothing behind it.
_TURNS = lazy(
    r"(?:보니|[하으]니|니까|[하되리지오]자|[하되으]면|지만|으나|는데|데는|데도|때문에|탓에)[\s,]|[데에]\s?(?:대해|관해)서?[는도]?\s|[과와]\s관련(?:해|하여)(?:서)?[는도]?\s"
)
# What an expert does with a state, and no state by itself.
EXPLAINS = lazy(r"(?:설명|분석|전망|평가|진단|지적|예상|추정|추산|해석)(?:했|하)|덧붙|내다봤")
LONGEST_LEAD = 40


def speaker_of(report: Report, someone: Someone, start: int, cue: str, speech: Speech) -> FoundSpeaker | None:
    """Somebody as a link of a chain; None for the outlet's own name."""
    who = someone.words
    if someone.sort is Sort.OUTLET:
        if OWN_OUTLET.search(who):
            return None
        if _NEWSLETTER.match(who) and (group := _group_of_newsletter(report)):
            return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=group)
        if report.voice.paper and _PAPER_AGAIN.fullmatch(who):
            return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=report.voice.paper)
        if _OF_THE_NORTH.search(who):
            name = _IN_SINGLE_MARKS.search(who) or _CALLED.search(who)
            title = _TITLE_OF_THE_NORTH.search(who)
            body = name[1] if name else title.group() if title else _IN_SHORT.get(who, who)
            report.voice.paper = body
            return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=body)
        report.voice.paper = ""
        return FoundSpeaker(Kind.OUTLET, who, cue, speech, Basis.PRINTED)
    if someone.sort is Sort.PRONOUN:
        known = report.voice.person or report.voice.last
        if known:
            return known._replace(printed=who, verb=cue, speech=speech, basis=Basis.PRINTED)
        return unnamed(report, who, start + someone.start, cue, speech)  # a report that was cut off at its beginning
    if who in report.bodies.in_marks:
        return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=who)
    if institute := INSTITUTE.fullmatch(who):
        return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=institute["name"])
    if someone.sort is Sort.NAMED or _is_known(report, who):
        return FoundSpeaker(Kind.NAMED, who, cue, speech, Basis.PRINTED)
    if who.endswith(SPOKESMEN) and (spokesman := _SPOKESMAN.fullmatch(who)):
        if spokesman["name"]:  # 왕하나 외교부 대변인
            return FoundSpeaker(Kind.NAMED, who, cue, speech, Basis.PRINTED)
        body = report.bodies.fullest(" ".join(spokesman["body"].split()))
        return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=body)
    is_lecturer = not report.voice.body and _LECTURER.fullmatch(who)
    host = host_before(report, start + someone.start) if is_lecturer else ""
    if (body := host or report.voice.body) and _IN_ITS_NAME.fullmatch(who):
        return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=report.bodies.fullest(body))
    if (again := _OFFICER_AGAIN.fullmatch(who)) and again["officer"] == report.voice.officer[0]:
        return FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=report.voice.officer[1])
    return unnamed(report, who, start + someone.start, cue, speech)


def _group_of_newsletter(report: Report) -> str:
    """The group that a newsletter speaks for: whose it is said to be, else the last that spoke for itself; or ""."""
    return report.bodies.issuer("소식지") or (report.voice.body if PUBLIC.search(report.voice.body) else "")


def _is_known(report: Report, who: str) -> bool:
    """Whether a surname with an office is that of somebody named in full before: 한 위원, 실버 연구원."""
    name, _, office = who.partition(" ")
    is_office = _SURNAME_OR_ONE.fullmatch(who) or _OFFICE.fullmatch(office)
    return name in report.voice.surnames and is_office is not None


def unnamed(report: Report, who: str, at: int, cue: str, speech: Speech = Speech.DIRECT) -> FoundSpeaker:
    """An unnamed person; somebody with a surname or a name in marks speaks under it, however the report describes them."""
    if not _TELLER_WITH_NAME.search(who):
        who = _BEFORE_SURNAME.sub("", who)
    return FoundSpeaker(Kind.UNNAMED, who, cue, speech, Basis.PRINTED, source=report.sources.index_of(who, at))


def heard_on_tape(report: Report, who: str, at: int, cue: str) -> FoundSpeaker:
    """Whom a broadcaster names before it lets them be heard: a body of the North, a source, else somebody by name."""
    if _PSEUDONYM.fullmatch(who):
        return unnamed(report, who, at, cue)
    someone = next(people(f"{who}는 "), None)
    if someone is None:
        return FoundSpeaker(Kind.NAMED, who, cue, Speech.DIRECT, Basis.PRINTED)
    found = speaker_of(report, someone._replace(words=who), at, cue, Speech.DIRECT)
    return found or FoundSpeaker(Kind.OUTLET, who, cue, Speech.DIRECT, Basis.PRINTED)


def remembered(report: Report, chain: tuple[FoundSpeaker | None, ...]) -> tuple[FoundSpeaker, ...]:
    """The chain, remembered for the sentences after it."""
    known = tuple(speaker for speaker in chain if speaker is not None)
    if known:
        report.voice.heard(known[-1])
    return known


def body_under(
    report: Report, told: tuple[FoundSpeaker | None, ...], printed: str, cue: str, speech: Speech
) -> tuple[FoundSpeaker, ...]:
    """A body that speaks, below whoever told of it; a newspaper and a body of the South need nobody."""
    who = " ".join(printed.split())
    body = FoundSpeaker(Kind.INSTITUTION, who, cue, speech, Basis.PRINTED, body=name_of(report, who))
    report.voice.body = report.voice.order = body.body
    above = tuple(speaker for speaker in told if speaker)
    for speaker in above:
        report.voice.heard(speaker)
    carried = report.voice.carried()
    if not above and carried and not (PUBLIC.search(who) or is_of_another_state(who)):
        above = (carried._replace(speech=Speech.INDIRECT),)
    if not above:
        report.voice.office = body
    return (*above, body)


def name_of(report: Report, printed: str) -> str:
    """The fullest name of a body, be it called 이 단체, 회사 측 or 책임비서: the one that was told of."""
    if taken := _TAKES_UP.fullmatch(printed):
        kind = next(filter(None, taken.groupdict().values()))
        last = report.bodies.taken_up(kind, report.voice.at)
        is_office = kind in _GROUPS and _OFFICES.search(report.voice.body) is not None
        spoke = report.voice.body if taken["again"] and not is_office else ""
        known = spoke or last if kind in _GROUPS else last or spoke
        return known or (report.bodies.fullest(printed) if kind == "단체" else printed)
    speaks_for = report.bodies.fullest(_SPOKES_OFFICE.sub("", printed))
    full = speaks_for if speaks_for in report.bodies.names else report.bodies.fullest(printed)
    if full == printed and _PAPER_ALONE.fullmatch(printed):
        return report.bodies.issuer(printed) or report.voice.issuer or _ordering(report, printed) or full
    return full


def body_speaking(outside: str, start: int = 0) -> re.Match[str] | None:
    """The body that speaks; the state in which something happens (북한에서, 북한이) is none but right before its words."""
    for match in BODY_SPEAKS.finditer(outside, start):
        is_state = _STATE_ALONE.fullmatch(match["who"]) and match.group().endswith(
            ("이", "가", "에서", "에서는", "에서도")
        )
        if not is_state or _AT_WORDS.match(outside, match.end()):
            return match
    return None


@within_a_reading
def body_at_head(outside: str) -> re.Match[str] | None:
    """The body that may open a sentence: several rules ask for it."""
    return BODY_SPEAKS.search(outside, 0, LONGEST_LEAD)


def turns_away(outside: str, after: int, end: int) -> bool:
    """Whether a clause with a subject of its own ends before `end`: 당국이 돈만 걷다 보니."""
    return _TURNS.search(outside, after, end) is not None


def only_explains(who: str, cue: str) -> bool:
    """Whether the state is only what somebody explains: 또 북한은 외화가 필요한 상황이라고 설명했다."""
    return who in ("북한", "국가") and EXPLAINS.match(cue) is not None


def _ordering(report: Report, paper: str) -> str:
    """The body whose order a paper is: 지시문, 통지; or ""."""
    return report.voice.order if ORDER_PAPER.fullmatch(paper) else ""


def issuer_before(report: Report, paper: str) -> str:
    """Whose paper is meant: of whoever issued one before, is told of as issuing it, or gave the order; or ""."""
    kind = paper.split()[-1]
    return report.voice.issuer or report.bodies.issuer(kind) or _ordering(report, kind)


def carried_on(report: Report, outside: str) -> tuple[FoundSpeaker, ...]:
    """The chain of the statement before, carried on, where a body spoke in it that this sentence lets go on."""
    before = report.voice.before
    if before and not _GOES_ON.match(outside):
        before = ()
    if not before and _ORDERS.search(outside):  # nobody else orders
        before = report.voice.previous
    if not before or before[-1].kind is not Kind.INSTITUTION:
        return ()
    told_by = before[0]
    is_led = told_by.basis is Basis.CARRIED or told_by.verb in ("따르면", before[-1].verb)
    is_main = len(before) == 1 or (
        is_led and told_by.speech is not Speech.DIRECT
    )  # and not within the source's own words
    return tuple(speaker.carried(Speech.INDIRECT) for speaker in before) if is_main else ()
