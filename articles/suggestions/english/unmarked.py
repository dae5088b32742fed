"""Sentences without words in marks in an English report: whether they are somebody's statement, and through whom."""

from articles.furniture import ends_sentence
from articles.suggestions.english.bodies import BODY, BODY_SIGN
from articles.suggestions.english.chains import (
    chain_acting,
    chain_within,
    inner_body,
    is_body,
    ordered,
    paper_ruling,
    spoken_somewhere,
)
from articles.suggestions.english.hosts import put_by_host, put_to_them
from articles.suggestions.english.kinds import Who, is_house
from articles.suggestions.english.nouns import NORTHERN_MEDIA, STATE
from articles.suggestions.english.officers import are_sent
from articles.suggestions.english.orders import ORDER_SIGN
from articles.suggestions.english.relays import FIRM, last_speaking, taken_up
from articles.suggestions.english.speech import TOLD
from articles.suggestions.english.subjects import Cue, leading
from articles.suggestions.english.there import is_asked
from articles.suggestions.english.told import Told, by_body, by_somebody
from articles.suggestions.english.unlisted import unlisted
from articles.suggestions.english.voice import Report
from articles.suggestions.english.within import (
    BODIES,
    following,
    is_relayed,
    issuing,
    message,
    only_acts,
    parted,
    speaks_for_body,
    telling,
    tells_people,
)
from articles.suggestions.english.words import (
    FOUND_OUT,
    FOUND_OUT_SIGN,
    REPORTEDLY,
    REPORTEDLY_SIGN,
    SILENT,
    SILENT_SIGN,
)
from articles.suggestions.reading import FoundStatement
from articles.suggestions.values import Kind, Speech
from articles.suggestions.worded import Worded
from provinces.patterns import lazy

_ITS_GOVERNMENT = lazy(r"(?:the|its)\s(?:government|authorities)")
_BOTH = lazy(
    r"(?:[Tt]he\s|[Tt]hese\s)?(?:two|three|both|several|some|many|other)\s(?:\w+\s)?(?:countries|nations|states|sides|governments)"
)
# Whoever does it goes without saying.
_WERE_TOLD = Worded(
    r"[^,.;:“”▪]{2,90}?\s(?:were|was|are|is|have\sbeen|has\sbeen)\s(?:(?:also|then|now|even|again|\w+ly)\s){0,2}"
    rf"(?P<verb>{TOLD}|forbidden)\s(?:as\swell\s|too\s|again\s|also\s)?(?:that|to|not\sto|with|about|of|for|(?<=promised\s)(?!by\b)[a-z]+)\s",
    "were|was|are|is|been",
)
_THAT = (" that ", " that the ", " that its ")


def unmarked(
    report: Report, start: int, end: int, text: str, cues: list[Cue], *, is_lead: bool
) -> list[FoundStatement]:
    """The statement that `text`, at body[start:end], is, if it is one. `is_lead`: of the first paragraph."""
    voice, cues = report.voice, cues or unlisted(text)
    if cues and cues[0].is_label and text.endswith("?"):
        voice.is_interview, voice.answering = True, None  # "Daily X: How are things?"
        return []
    named = _named(report, start, text, cues)
    if named is None:
        return []
    told = _told(report, start, text, cues, named) or _answer(report)
    if told and voice.is_interview and cues and cues[0].is_label:
        voice.answering = told.chain[-1].carried(Speech.INDIRECT)
    if told and told.chain and voice.utterance.speaker and told.chain[0].source != voice.utterance.speaker.source:
        voice.utterance.paragraph = 0  # somebody else has spoken since
    if told is None and not (is_lead and ends_sentence(text)):
        chain_acting(report, start, text, None)  # the outlet’s own telling: "it" takes up whoever acts there
        return []
    speech = Speech.INDIRECT if told else Speech.OWN
    told = told or Told(*chain_within(report, start, text, None), "", 0.3)
    return [
        FoundStatement(
            start=start,
            end=end,
            speech=speech,
            cue=told.cue,
            speakers=told.chain,
            actor=told.actor,
            utterance=None,
            certainty=told.certainty,
        )
    ]


def _named(report: Report, start: int, text: str, cues: list[Cue]) -> list[Cue] | None:
    """The cues that say who tells; None where each that does only tells what is done, or that nobody spoke."""
    speakers = report.speakers
    named = [cue for cue in cues if cue.who is not None]
    if cues and not named and (first := leading(text)) and first.end <= cues[0].start:
        order = ordered(report, start, text) if first.who is Who.BODY else None
        phrase = order[0] if order else first.phrase  # "the office got an order from the ministry telling it …"
        named = [first._replace(phrase=phrase, verb=cues[0].verb, end=cues[0].end)]
    if any(cue.who is Who.DOCUMENT for cue in named) and (order := ordered(report, start, text)):
        speakers.told_of(order[0])  # "The order, issued by the Cabinet, says that …"
    heard = [cue for cue in named if not only_acts(cue)]
    if named and not heard:
        return None
    heard = [_asked(text, cue) or cue for cue in heard] if len(heard) > 1 else heard
    for cue in heard:
        is_sent = cue.who is Who.MOUTH and cue.phrase.lower().startswith(
            ("a ", "an ")
        )  # "The ministry sent a lecturer who explained"
        if (cue.phrase.lower() == "it" or is_sent) and (bodies := list(BODY.finditer(text, 0, cue.start))):
            speakers.told_of(bodies[-1].group())  # "The committee met the managers, whom it told to …"
    if report.has(SILENT_SIGN, start, text) and (silent := SILENT.search(text)):
        return [cue for cue in heard if not cue.start <= silent.start() < cue.end <= silent.end()] or None
    return heard


def _asked(text: str, cue: Cue) -> Cue | None:
    """The body that "they" are in "I went to the bureau and they told me to wait, the source said"."""
    bodies = list(BODY.finditer(text, 0, cue.start)) if cue.phrase.lower() == "they" else []
    is_body = bool(bodies) and is_asked(text, bodies[-1].start())
    return cue._replace(phrase=bodies[-1].group().strip(), who=Who.BODY) if is_body else None


def _is_house(text: str, cue: Cue) -> bool:
    """Whether a house tells people something: "The depot told carters to wait, the source said"."""
    return cue.who is Who.SOMEBODY and tells_people(text, cue) and is_house(cue.phrase)


def _tells(text: str, cue: Cue | None) -> Cue | None:
    """A cue behind which something is told: "The order was issued by the Cabinet." tells nothing."""
    return cue if cue and text[cue.end :].strip(" .") and not STATE.fullmatch(cue.phrase) else None


def _told_them(report: Report, text: str) -> Cue | None:
    """The body that spoke right before "They were told that …", "Firms have been ordered to …"."""
    match = _WERE_TOLD.match(text)
    before = report.found[-1].speakers if report.found else ()
    is_body = bool(before) and before[-1].kind is Kind.INSTITUTION
    if match is None or not is_body:
        return None
    return Cue(match.start(), match.end(), match["verb"], "it", match.start(), Who.PRONOUN)


def _answer(report: Report) -> Told | None:
    """A further sentence of somebody whom an interview without marks lets answer."""
    return Told((report.voice.answering,), "", "", 0.5) if report.voice.answering else None


def _told(report: Report, start: int, text: str, cues: list[Cue], named: list[Cue]) -> Told | None:
    """What a sentence without words in marks tells, through whom; None for no statement."""
    speakers = report.speakers
    # What its officials tell people is a body's, if somebody passes it on.
    if len(named) > 1 or speakers.source:
        named = [cue._replace(who=Who.BODY) if speaks_for_body(text, cue) else cue for cue in named]
        named = [cue._replace(who=Who.BODY) if are_sent(report.body, cue, speakers.at) else cue for cue in named]
    if len(named) > 1:
        named = [cue._replace(who=Who.BODY) if _is_house(text, cue) else cue for cue in named]
    outer = next((cue for cue in named if cue.is_according and not is_relayed(text, cue, named)), None)
    outer = outer or next((cue for cue in named if not is_body(report, cue)), None)
    inner = next((cue for cue in named if is_body(report, cue) and cue is not outer), None)
    if (
        outer
        and inner
        and STATE.fullmatch(inner.phrase)
        and outer.is_according
        and _ITS_GOVERNMENT.fullmatch(outer.phrase)
    ):
        inner = None  # "Norway puts it at ten, according to the government": that state’s own
    if outer and inner and _BOTH.fullmatch(inner.phrase):
        inner = None  # "He said the two countries had agreed": nobody’s words
    if outer and outer.is_own_finding:
        return Told((inner_body(report, inner),) if inner else (), "", (inner or outer).verb, 0.8)
    if outer and (speaker := speakers.meant(outer, start + outer.at, Speech.INDIRECT)):
        speakers.heard(speaker)
        inner = inner or _passed_on(report, start, text, cues, outer)
        inner = None if inner and only_acts(inner) else inner
        if inner is None and speaker.kind is Kind.NAMED:
            for cue in named:
                if cue.who is Who.OUTLET:
                    speakers.passes_on(cue)  # "Owen Lea urged the port to shut, the Coast Bell reported"
        return by_somebody(report, start, text, outer, speaker, inner, named)
    if inner:
        return _of_body(report, start, text, named, inner)
    return _of_nobody(report, start, text)


def _passed_on(report: Report, start: int, text: str, cues: list[Cue], outer: Cue) -> Cue | None:
    """The body whose words somebody passes on without that a cue of its own says so. `outer`: their cue."""
    return (
        telling(text, cues, outer)
        or parted(text, outer)
        or following(text, cues, outer)
        or (put_by_host(text, report.voice.host) if report.voice.host else None)
        or _put_by_earlier_host(report, start, text)
        or _somewhere(report, start, text, outer)
        or paper_ruling(report, text)
        or _told_them(report, text)
    )


def _put_by_earlier_host(report: Report, start: int, text: str) -> Cue | None:
    """The body of which it was told before that it held the meeting where people "were told to pay"."""
    host = report.speakers.host(start)
    return Cue(0, 0, verb, host.body, 0, Who.BODY) if host and (verb := put_to_them(text)) else None


def _somewhere(report: Report, start: int, text: str, outer: Cue) -> Cue | None:
    """The last body that speaks in a sentence, but for what says who passes it on."""
    first = min(outer.start, outer.at)
    said = spoken_somewhere(report, start, f"{text[:first]}{'▪' * (outer.end - first)}{text[outer.end :]}")
    is_states = said is not None and outer.who is Who.OUTLET and STATE.fullmatch(said.phrase)
    return None if is_states else said  # what a state does, an outlet tells of itself


def _of_body(report: Report, start: int, text: str, named: list[Cue], inner: Cue) -> Told | None:
    """What a body tells, with another whose words it passes on."""
    told = by_body(report, start, text, inner)
    below = next((cue for cue in named if cue.who in BODIES and cue.start >= inner.end), None)
    if (
        told
        and below is None
        and NORTHERN_MEDIA.search(told.chain[-1].body)
        and (said := _somewhere(report, start, text, inner))
        and not FIRM.search(said.phrase)
    ):  # "The Cabinet ruled that …, KCNA reported."; and "it" is KCNA again
        relayed = inner_body(report, said)
        report.speakers.told_of(told.chain[-1].body)
        return told._replace(chain=(*told.chain, relayed))
    is_state = below is not None and STATE.fullmatch(below.phrase)
    is_direct = below is not None and (
        text.endswith(_THAT, inner.end, below.start) or text[inner.end : below.start] == " "
    )
    if told and below and not is_state and is_direct:  # "It said (that) the Cabinet ordered …"
        return told._replace(chain=(*told.chain, inner_body(report, below)))
    return told


def _of_nobody(report: Report, start: int, text: str) -> Told | None:
    """What is told where no cue says by whom: found out, said reportedly, put to people at a meeting, ordered."""
    speakers = report.speakers
    if report.has(FOUND_OUT_SIGN, start, text) and (found := FOUND_OUT.search(text)):
        return Told((), "", next(verb for verb in found.groups() if verb), 0.7)
    if report.has(REPORTEDLY_SIGN, start, text) and REPORTEDLY.search(text):
        carried = speakers.carried(Speech.INDIRECT, start)
        chain, actor = chain_acting(report, start, text, carried)
        if not (chain or actor) and (order := ordered(report, start, text)):
            chain = (speakers.institution(*order, Speech.SUMMARY),)
        elif len(chain) < 2 and (
            body := last_speaking(text)
        ):  # "The police chief is said to have asked owners to wait"
            chain, actor = (*chain, inner_body(report, body)), ""
        return Told(chain, actor, chain[-1].verb if chain else "", 0.4)
    if (host := speakers.host(start)) and (verb := put_to_them(text)):
        above = speakers.source.carried(Speech.INDIRECT) if speakers.source else None
        host = host._replace(verb=verb, speech=Speech.INDIRECT)
        return Told((above, host) if above else (host,), "", verb, 0.5)
    if (cue := message(text) or paper_ruling(report, text)) or (cue := _told_them(report, text)):
        return by_body(report, start, text, cue)
    if speakers.has_body and (cue := taken_up(text)):
        return by_body(report, start, text, cue)
    giving = issuing(text) if report.has(ORDER_SIGN, start, text) else None
    if giving and giving.who is Who.NAME and (leader := speakers.meant(giving, start + giving.at, Speech.INDIRECT)):
        speakers.heard(leader)
        return Told((leader,), "", giving.verb, 0.5)
    giving = giving or _tells(text, last_speaking(text, has_body=report.has(BODY_SIGN, start, text)))
    return by_body(report, start, text, giving) if giving else None
