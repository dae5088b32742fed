"""What a sentence without marks tells in an English report: by somebody who told it, or by a body."""

from typing import NamedTuple

from articles.suggestions.english.chains import chain_acting, inner_body
from articles.suggestions.english.cited import cited_in, quoted_body, quoting
from articles.suggestions.english.kinds import Who
from articles.suggestions.english.nouns import IN_PUBLIC
from articles.suggestions.english.subjects import Cue
from articles.suggestions.english.voice import Report
from articles.suggestions.english.within import BODIES, TO_WHOM_THAT
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy

# "According to a source in Kilju on Monday, the committee …"
_SOME_DAY = lazy(r"\s[^,.;:“”▪]{1,40}(?=,\s)")


_GROUP = lazy(
    r"(?:\sto|(?<=told)|(?<=informed))\s(?P<who>the\s(?:group|agency|organi[sz]ation|institute|charity|watchdog|network|association|coalition))\b"
)


class Told(NamedTuple):
    """A sentence without words in marks: through whom it is told, actor, cue, and how sure that is."""

    chain: tuple[FoundSpeaker, ...]
    actor: str
    cue: str
    certainty: float


def by_somebody(
    report: Report, start: int, text: str, outer: Cue, speaker: FoundSpeaker, inner: Cue | None, named: list[Cue]
) -> Told:
    """A source, with the body it relays; an outlet, with the source that told it.

    `start`: where the sentence begins in the body. `outer`: the cue of `speaker`, `inner`: of that body. `named`: the
    cues with a subject.
    """
    speakers = report.speakers
    if speaker.kind is Kind.OUTLET and (told := _by_outlet(report, start, text, outer, speaker, inner, named)):
        return told
    if (behind := cited_in(report, start, text)) and behind.who is Who.PERSON:
        source = speakers.meant(behind, start + behind.at, Speech.INDIRECT)  # "…, he said, citing a driver"
        if source and speaker.kind is Kind.NAMED and behind.start < outer.start:
            return Told((speaker, source), "", behind.verb, 0.7)  # "Citing a driver, Owen Lea said …"
    above = None if inner else quoting(report, start, text) or _told_group(report, text, outer)
    if above and speaker.kind in (Kind.UNNAMED, Kind.NAMED):
        return Told((above, speaker), "", outer.verb, 0.8)
    for also in named:
        if also.who is Who.PERSON and also.start > outer.start:
            speakers.meant(also, start + also.at, Speech.INDIRECT)  # "…, one source said, while another said …"
    if inner:
        return Told((speaker, inner_body(report, inner)), "", outer.verb, 0.8)
    if quoted := quoted_body(report, start, text):
        return Told((speaker, quoted._replace(speech=Speech.INDIRECT)), "", outer.verb, 0.8)
    by_it = inner_body(report, behind) if behind and behind.who in BODIES else None
    if by_it and by_it.kind is Kind.INSTITUTION and speaker.kind in (Kind.UNNAMED, Kind.NAMED):
        return Told((speaker, by_it), "", by_it.verb, 0.7)  # "…, he said, citing the ministry"
    begin = outer.end if outer.start < 3 else 0
    if begin and outer.is_according and (when := _SOME_DAY.match(text, begin)):
        begin = when.end()
    if begin and (that := TO_WHOM_THAT.match(text, begin)):
        begin = that.end()
    return Told(*chain_acting(report, start + begin, text[begin:], speaker), outer.verb, 0.8)


def _told_group(report: Report, text: str, outer: Cue) -> FoundSpeaker | None:
    """The body heard before to which somebody speaks: "a carter told the group that …"."""
    group = _GROUP.match(text, outer.end)
    if group is None or not report.speakers.is_taken_up(group["who"]):
        return None
    return report.speakers.institution(group["who"], "", Speech.INDIRECT)


def _by_outlet(
    report: Report, start: int, text: str, outer: Cue, outlet: FoundSpeaker, inner: Cue | None, named: list[Cue]
) -> Told | None:
    """Another outlet, with the source that told it or the body it cites; None if it names neither."""
    below = next((cue for cue in named if cue.who is Who.PERSON and cue is not outer), None)
    behind = cited_in(report, start, text)
    below = below or (behind if behind and behind.who is Who.PERSON else None)
    source = report.speakers.meant(below, start + below.at, Speech.INDIRECT) if below else None
    if below and source:
        report.speakers.heard(source)
        return Told((outlet, source), "", below.verb, 0.7)
    if behind and behind.who in BODIES and inner is None:  # "Citing a report from the centre, …"
        return Told((outlet, inner_body(report, behind)), "", outer.verb, 0.7)
    return None


def by_body(report: Report, start: int, text: str, cue: Cue) -> Told | None:
    """A body that nobody is said to relay: whoever spoke last does, unless it speaks in public itself."""
    speakers = report.speakers
    body = (
        speakers.institution(cue.phrase, cue.verb, Speech.INDIRECT)
        if cue.who is Who.PRONOUN
        else speakers.meant(cue, start + cue.at, Speech.INDIRECT)
    )
    if body is None:
        return None
    if body.kind is Kind.OUTLET:  # "the report said, citing a trader", of a paper's report
        speakers.heard(body)
        return by_somebody(report, start, text, cue, body, None, [])
    if (
        behind := cited_in(report, start, text)
    ) and behind.who is Who.PERSON:  # "Quoting a carter, the Harbour Voice said"
        source = speakers.meant(behind, start + behind.at, Speech.INDIRECT)
        if source:
            speakers.heard(source)
            return Told((body, source), "", behind.verb, 0.7)
    is_public = cue.who is Who.DOCUMENT or IN_PUBLIC.search(cue.phrase) or speakers.is_speaking(body)
    above = None if is_public else speakers.source
    if above is None:
        speakers.heard(body)
        return Told((body,), "", cue.verb, 0.7)
    above = above._replace(verb="", speech=Speech.INDIRECT, basis=Basis.CARRIED)
    return Told((above, body), "", cue.verb, 0.7)
