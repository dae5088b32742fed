"""Orders that go on where nobody is named, and what was said at a meeting that a body held."""

import re
from collections.abc import Sequence

from articles.suggestions.korean.acts import ACTS
from articles.suggestions.korean.names import BODY, BODY_BEGINS
from articles.suggestions.korean.predicates import COMMANDING, ORDERS, PAPERS, THREATS
from articles.suggestions.korean.voice import Report
from articles.suggestions.korean.words import BODY_SPEAKS
from articles.suggestions.reading import FoundSpeaker, Quotation
from articles.suggestions.signs import Reaching, one_of
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import Stand, people

# 배를 내라고 요구한다, 떠나면 벌하겠다고 경고했다: of somebody who was named before.
_ORDERS_ON = lazy(
    r"(?:(?P<order>[으하내지]라고|말라고|도록)|[다라]고)\s(?:\S{1,8}\s)?"
    r"(?P<verb>(?:요구|지시|명령|강조|당부|경고|통보|포치|공지|독촉|선포|위협|협박|약속|선전|호통)(?:한다|했다|하고\s있다|하였다|[쳤친]다)|못을?\s?박(?:았다|는다|고\s있다)|다그[쳤친]다|을러[멨댔멘댄]다|(?:엄포|으름장)를?을?\s놓(?:았다|는다)|(?:(?<=라고\s)|(?<=도록\s))(?:했다|한다))\W*\Z"
)
# 어기면 돌려보낸다는 경고도 있었다, 잘하면 상을 준다는 약속도 했다, 이름을 내붙이겠다고 한다: of the same.
_WORD_ON = lazy(
    r"(?:[다라자]는|내용의|데\s대한)\s(?:[^\s.]{1,6}\s){0,2}?"
    rf"(?P<verb>(?P<order>{one_of(f'{ORDERS}|{THREATS}|내용|문구|조항|항목|구절|대목|조건|단서')})|{one_of('말|약속|설명|답|답변|해명|설교|해설|선전|장담|다짐|사과|위로')})"
    r"(?:[도을를이가만]|까지)?\s?(?:[^\s.]{1,6}\s)?(?:[했하]|있었|내[렸놓려걸]|놓[았는]|붙[었였]|뒤따[랐르]|덧붙|전달|하달|나왔|들어\s?[있갔]|담[겼긴겨]|적[혔혀]|이었|따랐"
    r"|이어졌|달[았렸]|퍼부|던졌|늘어놓|남[겼기]|곁들)[가-힣]{0,4}(?:\s?있[가-힣]{1,3})?(?:(?<=고)\s(?:[^\s.“”]{1,12}\s){0,3})?\W*\Z"
)
# “…고 보고했다”며 “…사실도 확인했다고 한다”: in the same breath.
_SAYS_ON = lazy(r"[다라자냐]고(?P<order>(?!))?\s(?P<verb>한다|했다|합니다|했습니다)\W*\Z")
# 기지장이, 조합원은: anybody at all.
_SOMEONE = lazy(r"[가-힣]{1,8}(?:(?<![공시농현입주직매포광역극])장|[원꾼군자들민인사병생수주])이?[은이가]\s")
_MAY_COMMAND = lazy("라고|겠다고|도록|냐고|라며|것을|강요|추궁|약속|경고")
_COMMANDS = lazy(rf"{one_of(f'{COMMANDING}|추궁')}|캐[물묻]|따[졌지져진]|윽박|다그|을러|닦달|으름장|엄포")
_THREATENS_ON = lazy(r"겠다고(?P<order>도)?\s(?P<verb>한다|했다|합니다|했습니다|하고\s있다)\W*\Z")
# …하라는 지시가 내려왔다, …말라는 경고가 뒤따랐다: told by nobody.
HANDED = lazy(
    r"(?:라는|자는|다는|말라는|데\s대한|내용의)\s(?:[^\s.“”]{1,14}\s){0,5}?"
    rf"(?P<verb>(?:{one_of(f'{ORDERS}|{PAPERS}|{THREATS}')})(?:[이가도은]|까지|\s?등이)\s(?:[^\s.“”]{{1,12}}\s){{0,4}}?(?:내려왔|내려졌|내려갔|내렸|전달됐|전달되었|하달됐|하달되었|시달됐|떨어졌|나붙었|붙었|붙어\s있|내걸렸"
    r"|걸렸|나왔|나돌았|배포됐|포치됐|공지됐|발표됐|통보됐|공포됐|게시됐|뒤따랐|이어졌|날아들었|날아왔|돌려졌|제시됐|있었|덧붙었)(?:다|습니다))[\s.]*$"
)
_MEETING = "(?:회의|강연회?|모임|총화|학습회|강습회?)"
# 시당 주관으로 열린 회의, 안전부에서 진행한 강연, 무역국이 소집한 모임; 동사무소 회의; 시당은 회의를 열었다.
_HOSTED = Reaching(
    rf"(?<![가-힣0-9])(?P<who>{BODY})(?:(?:(?:\s(?:주관|주최|주재)(?:으?로|한|의)?|에서|[이가]\s(?:\S{{1,8}}\s)?(?:소집|조직|주최|주관|진행|개최)한)\s"
    rf"(?:[^\s.“”]{{1,14}}\s){{0,8}}?|\s)[가-힣]{{0,6}}{_MEETING}(?=에서|[가이]\s(?:열|진행|소집|개최|있))"
    rf"|[은는이가]\s(?:[^\s.“”]{{1,14}}\s){{0,8}}?[가-힣]{{0,6}}{_MEETING}[을를]\s(?:[^\s.]{{1,8}}\s)?(?:열|연|개최|진행|소집|조직|주최|주관|가졌|가진))",
    _MEETING,
    reach=180,
    gap=BODY_BEGINS,
)
# 회의에서는 소금을 아끼라는 지시가 하달됐다, 회의에서 소금을 아껴야 한다는 점이 강조됐다.
_SAID_THERE = lazy(
    rf"{_MEETING}에서[는도]?\s[^.”\"\n]{{0,120}}?(?P<verb>(?:지시|방침|명령|포치|지침|과제|통보)(?=[이가]\s(?:하달|전달|내려|떨어|제시|있었|나왔))"
    r"|(?:강조|지적|비판|경고|요구|지시|포치|언급|질타|추궁)(?:됐|되었|했|하였)[가-힣]{0,3}|(?<=[라다]고\s)했다)"
)
# 배가 모자란다는 점이 지적됐다: at a meeting that was told of before.
WAS_SAID = lazy(
    r"(?:[다라]는\s점이|[다라자]고)\s(?:\S{1,6}\s)?"
    r"(?P<verb>(?:지적|강조|언급|거론|통보|공지|포치|지시|경고)(?:됐|되었)(?:다|습니다|으며|고))"
)
# 강사가 외국 물건을 쓰지 말라고 말했다
_LECTURED = lazy(
    r"(?:강연자|강사|연사|집행자|보고자|강연원)[은는이가]\s[^.”\"\n]{1,160}?(?<=고)\s(?:[^\s.]{1,8}\s)?"
    r"(?P<verb>(?:말|강조|설명|역설|주장|경고|호소|지적|위협|선동|선전|훈계|해설)[했한하]|했)"
)
_FAR_BACK = 600
_AS_SUCH = ("북한", "국가", "북측")


def ordering_on(
    report: Report,
    speakers: tuple[FoundSpeaker, ...],
    words: str,
    before: Sequence[Quotation],
    *,
    is_marked: bool = False,
) -> FoundSpeaker | None:
    """The body that goes on ordering in the teller's next words, which name nobody: “…고 알렸다”며 “…라고 요구한다”.

    The one whose orders were told of there, or that was told of first. `is_marked`: the words stand in marks.
    """
    last = report.voice.ordering
    is_on = _is_same(last[0], speakers[0]) and len(last) > 1 if last and speakers else len(last) == 1 and not speakers
    is_on = is_on and last[-1].kind is Kind.INSTITUTION
    if not is_on and not before:
        return None
    order = _ORDERS_ON.search(words) or _WORD_ON.search(words) or _THREATENS_ON.search(words)
    is_named = is_marked and is_on and bool(speakers) and speakers[-1].kind is Kind.NAMED
    if order is None and (before or is_named):
        order = _SAYS_ON.search(words)
    may_be = order is None and _MAY_COMMAND.search(words) is not None
    commands = None if not may_be else next((act for act in ACTS.finditer(words) if _is_command(act)), None)
    act = order or commands
    if act is None or BODY_SPEAKS.search(words):
        return None
    told_by = speakers[0].printed if speakers else ""
    others = (
        someone.start
        for someone in people(words)
        if someone.stand in (Stand.TOPIC, Stand.SUBJECT) and someone.words != told_by
    )
    is_free = bool(order and order["order"])
    if not is_free and (
        any(order or first < act.start() for first in others) or _SOMEONE.search(words, 0, act.start())
    ):
        return None
    verb = act["verb"] or ""
    if is_on:
        return last[-1]._replace(verb=verb, basis=Basis.CARRIED)
    told_of = BODY_SPEAKS.search(report.body, before[-1].start, before[-1].end) if before else None
    if told_of is None or told_of["who"] in _AS_SUCH:
        return None
    name = report.bodies.fullest(" ".join(told_of["who"].split()))
    return FoundSpeaker(Kind.INSTITUTION, told_of["who"], verb, Speech.INDIRECT, Basis.CARRIED, body=name)


def _is_command(act: re.Match[str]) -> bool:
    """Whether something is told as whoever rules tells it: an order, a threat, a question of why."""
    is_past = act.string.startswith(("놓고", "놓곤"), act.end())  # 나가라고 해 놓고
    return act["verb"] is not None and not is_past and (bool(act["order"]) or _COMMANDS.match(act["verb"]) is not None)


def host_before(report: Report, at: int) -> str:
    """The body that held the last meeting told of before a place of the report; or ""."""
    hosts = list(_HOSTED.finditer(report.body, max(0, at - _FAR_BACK), at))
    return hosts[-1]["who"] if hosts else ""


def _is_same(one: FoundSpeaker, other: FoundSpeaker) -> bool:
    """Whether two are the same source, or somebody of the same name."""
    surname, _, office = other.printed.partition(" ")
    if one.kind is other.kind is Kind.NAMED and office and len(surname) == 1:  # 이하나 의원, and then 이 의원
        return one.printed.endswith(office) and f" {surname}" in f" {one.printed}"
    return one.source == other.source and (one.source is not None or one.printed == other.printed)


def said_at_meeting(report: Report, words: str, at: int) -> tuple[str, str] | None:
    """The body that held the meeting at which something was ordered or stressed, and the verb.

    `words`: of the report, printed at `at`. The host may have been told of some sentences before.
    """
    said = _SAID_THERE.search(words) or WAS_SAID.search(words) or _LECTURED.search(words)
    host = host_before(report, at + said.end("verb")) if said else ""
    return (host, said["verb"]) if said and host else None
