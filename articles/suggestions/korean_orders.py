"""Orders that go on: words in marks in which a body demands something, though nobody is named in them."""

from collections.abc import Sequence

from articles.suggestions.korean_voice import Report
from articles.suggestions.korean_words import BODY_SPEAKS
from articles.suggestions.reading import FoundSpeaker, Quotation
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import Stand, people

# 신고하라고 요구한다, 올리면 처벌할 것이라고 경고했다: of somebody who was named before.
_ORDERS_ON = lazy(
    r"(?:(?P<order>[으하내지]라고|말라고|도록)|[다라]고)\s(?:\S{1,8}\s)?"
    r"(?P<verb>(?:요구|지시|명령|강조|당부|경고|통보|포치|공지|독촉|선포)(?:한다|했다|하고\s있다|하였다)|(?:(?<=라고\s)|(?<=도록\s))(?:했다|한다))\W*\Z"
)
_AS_SUCH = ("북한", "국가", "북측")


def ordering_on(
    report: Report, speakers: tuple[FoundSpeaker, ...], words: str, before: Sequence[Quotation]
) -> FoundSpeaker | None:
    """The body that goes on ordering in the teller's next words, which name nobody: “…고 공지했다”며 “…라고 요구한다”.

    The one whose orders were told of there, or that was told of first.
    """
    order = _ORDERS_ON.search(words)
    if order is None or BODY_SPEAKS.search(words):
        return None
    if not order["order"] and any(someone.stand in (Stand.TOPIC, Stand.SUBJECT) for someone in people(words)):
        return None
    verb, last = order["verb"], report.voice.ordering
    if len(last) > 1 and last[-1].kind is Kind.INSTITUTION and speakers and _is_same(last[0], speakers[0]):
        return last[-1]._replace(verb=verb, basis=Basis.CARRIED)
    told_of = BODY_SPEAKS.search(report.body, before[-1].start, before[-1].end) if before else None
    if told_of is None or told_of["who"] in _AS_SUCH:
        return None
    name = report.bodies.fullest(" ".join(told_of["who"].split()))
    return FoundSpeaker(Kind.INSTITUTION, told_of["who"], verb, Speech.INDIRECT, Basis.CARRIED, body=name)


def _is_same(one: FoundSpeaker, other: FoundSpeaker) -> bool:
    """Whether two are the same source, or somebody of the same name."""
    return one.source == other.source and (one.source is not None or one.printed == other.printed)
