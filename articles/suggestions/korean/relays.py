"""The last body whose words somebody passes on in a Korean report, asked where no usual way of saying so is found.

Every clause of the words is looked at, the last first: how something is told in it, and who stands there as whoever
tells it. A body that only acts, is spoken to, or is where a source works tells nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.suggestions.korean.acts import ACTS, FROM_SOMEBODY, OF_OBJECTS, OF_PASSING, OF_WORDS
from articles.suggestions.korean.answers import answering, followed_in
from articles.suggestions.korean.clauses import ENDS, TURNS, WENT_ON, describes, is_told_of
from articles.suggestions.korean.contents import (
    BOARD_TELLS,
    HAS_BOARD,
    ORDER_OF_BODY,
    PAPER_TELLS,
    RULES_TELL,
    holding,
    owner_of_paper,
)
from articles.suggestions.korean.firms import FIRM
from articles.suggestions.korean.names import AS_SUCH, BODY, JOINED, LONGEST_BODY, PUBLIC
from articles.suggestions.korean.officers import SOMEBODY, TELLER, guarded, headed
from articles.suggestions.korean.orders import said_at_meeting
from articles.suggestions.korean.predicates import MODIFYING, PAPER_NOUN
from articles.suggestions.korean.quotations import without_nested
from articles.suggestions.korean.seats import PORTS, STATES
from articles.suggestions.korean.speakers import name_of
from articles.suggestions.korean.voice import Report
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.signs import one_of
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import Stand, people

_GOVERNMENT = lazy(r"[성주시현]\s정부$")
_PAPER = lazy(PAPER_NOUN)
_JOINED = lazy(rf"(?<![가-힣0-9]){JOINED}\Z")
_LECTURER = lazy("강연자|강사|연사|집행자|사회자|선전원")
_TOPIC = ("은", "는", "도", "측에서", "쪽에서")
_SOURCE = (
    "에서",
    "에서는",
    "에서도",
    "에선",
    "로부터",
    "에게서",
    "한테서",
    "의",
    "에 의해",
    "에 의하여",
    "측에서",
    "쪽에서",
    "명의로",
    "명의의",
)
_FROM_ALONE = ("의", "에 의해", "에 의하여", "명의로", "명의의", "으로부터", "로부터", "에게서", "한테서")

# 보위부가 잡아가겠다고 했다는 말을 듣고: told to whoever is the topic.
_HEARD_OF = lazy(r"[가-힣]{0,4}\s?[다라]는\s(?:\S{1,6}\s)?(?:말|소식|이야기|얘기|통보|소리|답|연락)[을를도만이]")
_PLANT = lazy(
    rf"\S{{2,8}}(?:공장|기업소|광산|탄광|제련소|제철소|발전소|농장|사업소)|(?:[도시군]|\S+[시군]|{one_of(STATES)}|[미중일러])\s\S+|{FIRM}|{PORTS}|\S{{2,6}}역"
)
# 못 내는 공장은: any of them.
_ANY_SUCH = lazy(rf"[{MODIFYING}]\s\Z")
_WORKS = ("공장", "농장", "광산", "탄광", "학교", "대학", "병원", "상점", "백화점")
# 시당의 지시, 내각 지시문
_OWNS = lazy(rf"(?<![가-힣0-9])(?P<who>{BODY}|{AS_SUCH})(?:의\s(?:\S{{1,6}}\s)?|\s(?:측의?\s)?)\Z")
_CONTENT = ("는 ", "데 대한 ", "내용의 ")
# It is only heard that somebody did so: 공고한 것으로 알려졌다.
_HEARD_TO = lazy(r"(?:(?<=고)\s(?:\S+\s)?)?[가-힣]*\s?(?:있는|있던|바\s?있는)?\s?것으로\s")

# 약을 가진 사람은 모두 바치라는 포고
_ORDERED_BEFORE = lazy(
    r"(?:(?<![이니다])라는|자는|데\s대한|[을를]\s것을\s요구하는)\s(?:[가-힣]{1,6}\s){0,3}?[^\s]*\s?\Z"
)
# A sentence within the words ends.
_SENTENCE = lazy(r"(?<=[가-힣’'”])[.?!]+\s")
_SUBJECT = lazy(r"\s[가-힣]{2,8}(?:[들꾼상민공원자]이|(?<![다라자])[은는])\s")


class _Teller(NamedTuple):
    """A body that tells something, as printed, and the verb. `officer`: whoever speaks in its name."""

    printed: str
    verb: str
    officer: str = ""


def with_body_relayed(
    report: Report, chain: tuple[FoundSpeaker, ...], words: str, at: int, *, is_heard: bool = False
) -> tuple[FoundSpeaker, ...]:
    """The chain, with the last body whose words or orders are told of below it.

    `words`: of the report, printed at `at`. `is_heard`: it is only heard of what they end in.
    """
    told_by = chain[-1] if chain else None
    if told_by and told_by.kind is Kind.INSTITUTION and not _is_of_others(report, told_by):
        return chain
    report.voice.at = max(report.voice.at, at)
    words = without_nested(words)
    teller = _teller_within(report, chain, words, is_heard=is_heard) if SOMEBODY.search(words) else None
    at_meeting = None if teller else said_at_meeting(report, words, at)
    if at_meeting:
        teller = _Teller(*at_meeting)
    if teller is None:
        return chain
    printed = headed(" ".join(teller.printed.split()))
    body = guarded(report, printed) or name_of(report, printed)
    report.voice.officer, report.voice.order = (teller.officer, body), body
    printed = " ".join(f"{teller.printed} {teller.officer}".split())
    basis = Basis.CARRIED if at_meeting and at_meeting[0] not in words else Basis.PRINTED
    return (*chain, FoundSpeaker(Kind.INSTITUTION, printed, teller.verb, Speech.INDIRECT, basis, body=body))


def _teller_within(report: Report, chain: tuple[FoundSpeaker, ...], words: str, *, is_heard: bool) -> _Teller | None:
    """The last body that tells something in words of the last of a chain, or whose order they are about."""
    told = " ".join(speaker.printed for speaker in chain if speaker.basis is Basis.PRINTED)
    teller_of_all = chain[0].printed if chain and chain[0].basis is Basis.PRINTED else ""
    spans = list(_sentences_back(words))
    for (start, end), ahead in zip(spans, [*spans[1:], None], strict=True):
        if teller := _last_teller(report, words, (start, end), told, teller_of_all, is_heard=is_heard):
            return teller
        if ahead and (teller := _ordering_on(words, start, end, ahead)):
            return teller
    if followed := followed_in(words):
        return _Teller(*followed)
    order = ORDER_OF_BODY.search(words)
    verb = order and next(group for name, group in order.groupdict().items() if group and name.startswith("verb"))
    return _Teller(order["who"], verb) if order and verb else None


def _is_of_others(report: Report, body: FoundSpeaker) -> bool:
    """Whether a body tells of what others say: a group, an agency of another state, a newspaper of the North."""
    what = report.bodies.in_marks.get(body.printed, body.printed)
    is_paper = _PAPER.fullmatch(body.printed) is not None and body.speech is not Speech.DIRECT
    is_public = PUBLIC.search(what) or PUBLIC.search(body.body) or _GOVERNMENT.search(what)
    return not is_paper and is_public is not None


def _sentences_back(words: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of some words begin and end, the last first."""
    ends = [end.end() for end in _SENTENCE.finditer(words)]
    yield from reversed(list(zip([0, *ends], [*ends, len(words)], strict=True)))


def _ordering_on(words: str, start: int, end: int, before: tuple[int, int]) -> _Teller | None:
    """The body of the sentence before, where one names nobody who orders: 관리소가 값을 불렀다. 더 받지 말라고 했다."""
    act = next((act for act in ACTS.finditer(words, start, end) if act["order"]), None)
    if act is None or TELLER.search(words, start, end) or _others(words, start, end, []):
        return None
    bodies = [
        body
        for body in TELLER.finditer(words, *before)
        if not body["likely"] and body["as"] in ("은", "는", "이", "가")
    ]
    return (
        _Teller(bodies[-1]["who"], act["verb"] or act["verb8"])
        if bodies and not _others(words, *before, bodies)
        else None
    )


def _last_teller(
    report: Report, words: str, span: tuple[int, int], told: str, teller: str, *, is_heard: bool
) -> _Teller | None:
    """The body of the last clause of a sentence that tells something; `told`: who tell of it, and are none; `teller`: the first of them."""
    start, end = span
    acts = [act for act in ACTS.finditer(words, start, end) if not is_heard or _HEARD_TO.match(words, act.end())]
    if paper := holding(PAPER_TELLS, words, start, end, acts):
        owner = owner_of_paper(words, start, paper)
        return _Teller(owner or paper["who"], "")
    if HAS_BOARD.search(words, start, end) and (board := holding(BOARD_TELLS, words, start, end, acts)):
        return _Teller(board["who"], "")
    if (rules := holding(RULES_TELL, words, start, end, acts)) and (last := _told_before(report, rules)):
        return _Teller(last, rules["who"])
    if asked := answering(words, start, end):
        return _Teller(*asked)
    if acts:
        bodies = [
            body
            for body in TELLER.finditer(words, start, end)
            if not _is_of(body, told) and _is_known(report, body, teller)
        ]
        others = _others(words, start, end, bodies, teller)
        if any(body["meeting"] for body in bodies):  # whoever speaks there does so in its name
            others = [other for other in others if not _LECTURER.search(words, other[0], other[1])]
        for act in reversed(acts):
            verb = next(
                name for name, told_so in act.groupdict().items() if name.startswith("verb") and told_so is not None
            )
            if owner := _owner(words, start, act, verb):
                return _Teller(owner, act["word"] or act[verb])
            who = _telling(words, start, act, verb, bodies, others)
            if who and PUBLIC.search(who["who"]) and (below := _teller_below(report, words, who, act, told)):
                return below
            if who:
                told_by = act["word"] if verb in OF_PASSING else act[verb]
                return _Teller(_first_of(words, start, who), told_by.strip(), who["officer"] or "")
    return None


def _teller_below(report: Report, words: str, who: re.Match[str], act: re.Match[str], told: str) -> _Teller | None:
    """The body that tells something within what one tells of others: 국정원은 내각이 지시했다고 했다."""
    span = (who.end(), act.start("verb") if act["verb"] else act.start())
    return _last_teller(report, words, span, told, who["who"], is_heard=False)


def _told_before(report: Report, rules: re.Match[str]) -> str:
    """The body whose words were passed on last, whose rules are meant, or whose order 이 지시 takes up; or ""."""
    last = report.voice.ordering[-1:]
    is_last = bool(last) and last[0].kind is Kind.INSTITUTION
    return last[0].printed if is_last else report.voice.order if rules["this"] else ""


def _others(
    words: str, start: int, end: int, bodies: list[re.Match[str]], teller: str = ""
) -> list[tuple[int, int, bool]]:
    """Where people stand who may tell something themselves, but for the `teller` of it all, and whether as the topic."""
    taken = [(body.start(), body.end()) for body in bodies]
    found = []
    for someone in people(words[start:end]):
        first, last = start + someone.start, start + someone.after
        is_free = not any((begin < last and first < stop) or describes(words, last, begin) for begin, stop in taken)
        if someone.stand in (Stand.TOPIC, Stand.SUBJECT) and is_free and someone.words != teller:
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
    at = act.end() if verb in OF_WORDS else act.start(verb)
    named = [body for body in bodies if body.end() <= at]
    if verb in FROM_SOMEBODY:
        sources = (body for body in reversed(named) if body["as"].endswith(_SOURCE) and not body["meeting"])
        return next(sources, None)
    named = [body for body in named if body["as"] not in _FROM_ALONE]
    # …라고 상인들이 말한다, …라고 시당이 통보했다
    named = [body for body in named if body.start() < act.start() or not _is_audience(body, named)]
    behind = [body for body in named if body.start() >= act.start()]
    if behind:
        return behind[-1]
    is_done = verb in OF_OBJECTS  # 짐을 빼앗은 사실을 인정했다
    if any(act.start() < first < at for first, *_ in others) or (
        not is_done and _SUBJECT.search(words, act.start(), at)
    ):
        return None
    is_command = bool(act["order"]) and act["order"] != "겠다고"
    is_order = bool(act["order"]) or _ORDERED_BEFORE.search(words, start, act.end()) is not None
    is_heard_of = _HEARD_OF.match(words, act.end()) is not None
    for body in _by_rank(named, is_order=is_order):
        is_topic = body["as"].endswith(_TOPIC)
        if body["likely"] and not (is_order or is_topic or _is_plant(body)):
            continue
        if verb == "verb7" and (body["likely"] or not body["as"].endswith(("은", "는"))):
            continue
        between = [first for first, _, is_other in others if is_other and body.end() <= first < at]
        is_within = bool(between) and between[-1] < act.start() and is_told_of(words, body.end(), between[-1])
        if between and not (is_within or (is_topic and (is_order or not ENDS.search(words, body.end(), between[-1])))):
            continue
        turned = TURNS.search(words, body.end(), act.start())
        if not turned and not is_command:
            turned = WENT_ON.search(words, body.end(), act.start())
        if turned and not (is_order and is_topic) and any(turned.end() <= first < at for first, *_ in others):
            continue
        if not is_heard_of and any(_leads(words, other, body) for other in others):
            continue
        return body
    return None


def _is_audience(body: re.Match[str], named: list[re.Match[str]]) -> bool:
    """Whether a body is only whose meeting another speaks at: 위원회는 …겠다고 여맹 회의에서 공언했다."""
    return bool(body["meeting"]) and any(other.end() <= body.start() and other["as"] in ("은", "는") for other in named)


def _first_of(words: str, start: int, body: re.Match[str]) -> str:
    """The first of two that tell something together: 시당과 안전부가."""
    joined = _JOINED.search(words, max(start, body.start() - LONGEST_BODY), body.start())
    return joined["first"] if joined else body["who"]


def _is_known(report: Report, body: re.Match[str], teller: str) -> bool:
    """Whether the report names whom a uniform or a kind stands for (안전원, 성에서), and that is not whoever tells it all."""
    is_any = body["bare"] or body["who"] in _WORKS
    if is_any and body["as"] in ("은", "는") and _ANY_SUCH.search(body.string, 0, body.start()):
        return False
    if body["officer"] and body["officer"].startswith("사람") and (body["likely"] or body["who"].endswith("측")):
        return False  # 남측 공장 사람들
    if body["guard"]:
        return bool(guarded(report, body["guard"]))
    if body["bare"]:
        return name_of(report, body["bare"]) != body["bare"] or body["bare"] in _WORKS
    return not teller or body["who"] != teller


def _is_plant(body: re.Match[str]) -> bool:
    """Whether a plant, an office of a place or a firm with a name of its own is the subject: 들판광산이, 은별건설에서."""
    return body["as"] in ("이", "가", "에서", "에선", "에서는") and _PLANT.fullmatch(body["who"]) is not None


def _owner(words: str, start: int, act: re.Match[str], verb: str) -> str:
    """Whose it is that somebody passes on, if that stands right before it: …라는 시당의 지시를 알렸다; or ""."""
    if verb not in OF_WORDS:
        return ""
    at = act.start("word" if act["word"] else verb)
    owner = _OWNS.search(words, max(start, at - LONGEST_BODY), at)
    is_content = owner is not None and words.endswith(_CONTENT, start, owner.start())
    return owner["who"] if owner and (is_content or verb in OF_PASSING) else ""


def _by_rank(bodies: list[re.Match[str]], *, is_order: bool) -> Iterator[re.Match[str]]:
    """Who may have told it, the likeliest first: the last topic, but of an order whoever stands in a clause behind that.

    Whoever is a body by its ending alone comes last.
    """
    bodies = [body for body, then in zip(bodies, [*bodies[1:], None], strict=False) if not _is_where(body, then)]
    subjects = list(reversed(_outermost(bodies)))
    topics = [body for body in reversed(bodies) if body["as"].endswith(("은", "는"))]
    first: list[re.Match[str]] = []
    if is_order and topics and subjects and subjects[0].start() > topics[0].end():
        first = subjects[:1] if ENDS.search(bodies[0].string, topics[0].end(), subjects[0].start()) else []
    ranked = [*first, *topics, *(body for body in subjects if body not in topics)]
    yield from sorted(ranked, key=lambda body: body["likely"] is not None)


def _is_where(body: re.Match[str], then: re.Match[str] | None) -> bool:
    """Whether a body is only where the next one does something: 작업반에서는 보위부가."""
    if then is None or body["as"] not in ("에서", "에서는", "에서도") or then["as"] not in ("이", "가"):
        return False
    return ENDS.search(body.string, body.end(), then.start()) is None


def _leads(words: str, other: tuple[int, int, bool], body: re.Match[str]) -> bool:
    """Whether somebody tells what a body does: 주민들은 보위부가 나섰다고 말한다, 상인들이 세관에서 빼앗겼다고 말한다."""
    first, last, is_topic = other
    if first >= body.start():
        return False
    if is_topic and body["as"] in ("은", "는"):  # 이들은 경위서를 썼으며, 보위성은 …
        return ENDS.search(words, last, body.start()) is None
    return is_topic or ENDS.search(words, last, body.start()) is None


def _is_of(body: re.Match[str], told: str) -> bool:
    """Whether an officer is who tells of it all."""
    return bool(body["officer"]) and body["officer"] in told and " ".join(body["who"].split()) in told


def _outermost(bodies: list[re.Match[str]]) -> list[re.Match[str]]:
    """Subjects, without one that stands within the clause of the one before it: 외교부가 세관이 열렸다고 밝히다."""
    kept = bodies[:1]
    for body in bodies[1:]:
        if ENDS.search(body.string, kept[-1].end(), body.start()):
            kept.append(body)
    return kept
