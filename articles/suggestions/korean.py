"""Who says what in a Korean report: the cue always follows what is said."""

import re
from collections.abc import Iterator
from dataclasses import replace

from articles.spans import paragraphs
from articles.suggestions.marks import by_paragraph
from articles.suggestions.reading import FoundSpeaker, FoundStatement, Quotation, Reading
from articles.suggestions.sentences import sentences
from articles.suggestions.sources_named import Sources
from articles.suggestions.values import Basis, Kind, Speech

# The stem of a verb of telling and its endings.
_SAYS = re.compile(
    r"(?P<verb>(?:전했|말했|밝혔|설명했|지적했|덧붙였|언급했|강조했|주장했|알려왔|전해왔|알렸|부연했|토로했|하소연했|귀띔했|비판했|우려했"
    r"|당부했|경고했|요구했|지시했|물었|했|전해졌|알려졌)(?:다|습니다|고|으며|으면서|는데)|며|면서|한다|합니다)"
)
_AFTER = re.compile(r"^\s*(?:이?라고|고|이?라며|이?라면서|며|면서|라는|다는|는|이라는)")
_SPEAKER = re.compile(
    r"(?P<who>(?:(?:[가-힣A-Za-z]+(?:도|시|군|의)?\s){0,4}?(?:소식통|취재협력자|협력자|간부|주민|상인|관계자|무역일꾼|무역업자|노동자|농민)"
    r"|그|그녀|이들|[가-힣]{1,3}\s?모?\s?씨|[가-힣]{2,4}\s(?:교수|연구위원|대변인))(?:들)?)(?:\([^)]*\))?(?:은|는|이|가|도)(?=\s)"
)
_ACCORDING = re.compile(r"(?P<who>[^.,\n“”\"]{1,40}?(?:소식통|협력자|간부|주민|관계자))(?:들)?에\s?(?:따르면|의하면)")
_HEARSAY = re.compile(
    r"(?:고\s?(?:한다|합니다|전했다|밝혔다|말했다|전했습니다|말했습니다)|것으로\s?(?:전해졌|알려졌)|전언이다|설명이다)"
)
_BODY = (
    r"(?:[가-힣]+(?:도|시|군)\s?)?(?:도당위원회|도당|시당위원회|시당|군당위원회|군당|당위원회|인민위원회|무역성|내각|중앙당|당국|국가보위성|보위국|안전국"
    r"|세관|무역관리국|무역국|대외경제성|위원회)"
)
_RELAYS = re.compile(rf"(?P<body>{_BODY})(?:에서는|에서|은|는|이|가)\s")
_RELAYED_VERB = re.compile(
    r"(?:고|라고|며)\s?(?P<verb>강조|지적|지시|요구|강요|말|설명|선포|통보|언급|경고|당부|주장|밝|전달|포치)"
)


def read(body: str, quotations: tuple[Quotation, ...]) -> Reading:
    """Statements with their speakers. See `reading.Reads`."""
    sources = Sources.in_korean(body)
    last: FoundSpeaker | None = None
    found: list[FoundStatement] = []
    utterance = 0
    groups = by_paragraph(quotations)
    for paragraph in paragraphs(body):
        inside = groups.get(paragraph.number, [])
        for start, end in sentences(body, paragraph.start, paragraph.end, inside):
            spoken = [q for q in inside if start <= q.outer_start < end and _is_statement(body, q, end)]
            outside = _without(body, start, end, spoken)
            speaker = _speaker(outside, start, sources, last)
            cue = _cue(outside)
            if spoken:
                utterance += not spoken[0].continues
                last = speaker or last
                found += _direct(body, spoken, speaker or (last and replace(last, basis=Basis.CARRIED)), cue, utterance)
            elif _HEARSAY.search(outside) or speaker:
                known = speaker or (last and replace(last, verb="", basis=Basis.CARRIED))
                last = speaker or last
                if known:
                    found.append(_indirect(body, start, end, replace(known, speech=Speech.INDIRECT), cue))
    return Reading(tuple(_numbered(found)), sources.found)


def _is_statement(body: str, quotation: Quotation, end: int) -> bool:
    """Words in marks that a particle of quoting follows; single words and titles are none."""
    words, after = body[quotation.start : quotation.end], body[quotation.outer_end : end]
    return len(words.split()) > 2 and bool(
        _AFTER.match(after) or not after.strip(" .") or words.rstrip().endswith((".", "?", "!"))
    )


def _direct(
    body: str, spoken: list[Quotation], speaker: FoundSpeaker | None, cue: str, utterance: int
) -> Iterator[FoundStatement]:
    for quotation in spoken:
        words = body[quotation.start : quotation.end]
        chain = _with_relay(speaker, words)
        yield FoundStatement(
            quotation.start, quotation.end, Speech.DIRECT, cue, chain, "", "", utterance, 0.9 if speaker else 0.4
        )


def _indirect(body: str, start: int, end: int, speaker: FoundSpeaker, cue: str) -> FoundStatement:
    return FoundStatement(start, end, Speech.INDIRECT, cue, _with_relay(speaker, body[start:end]), "", "", None, 0.7)


def _with_relay(speaker: FoundSpeaker | None, words: str) -> tuple[FoundSpeaker, ...]:
    """The speaker, and the body whose words the speaker passes on."""
    chain = (speaker,) if speaker else ()
    body, verb = _RELAYS.search(words), _RELAYED_VERB.search(words)
    if speaker is None or speaker.kind is not Kind.UNNAMED or not (body and verb and body.start() < verb.start()):
        return chain
    printed = body.group("body")
    return (
        *chain,
        FoundSpeaker(Kind.INSTITUTION, printed, verb.group("verb"), Speech.INDIRECT, Basis.PRINTED, body=printed),
    )


def _without(body: str, start: int, end: int, spoken: list[Quotation]) -> str:
    """The sentence without what is quoted in it."""
    parts, at = [], start
    for quotation in spoken:
        parts.append(body[at : quotation.outer_start])
        at = quotation.outer_end
    return " ".join([*parts, body[at:end]])


def _speaker(outside: str, at: int, sources: Sources, last: FoundSpeaker | None) -> FoundSpeaker | None:
    match = _ACCORDING.search(outside) or _SPEAKER.search(outside)
    if match is None:
        return None
    who = " ".join(match.group("who").split())
    verb = _cue(outside)
    if who in {"그", "그녀", "이들"}:
        return last and replace(last, printed=who, verb=verb, speech=Speech.DIRECT, basis=Basis.PRINTED)
    if re.search(r"씨$|교수|연구위원|대변인", who):
        return FoundSpeaker(Kind.NAMED, who, verb, Speech.DIRECT, Basis.PRINTED)
    return FoundSpeaker(Kind.UNNAMED, who, verb, Speech.DIRECT, Basis.PRINTED, source=sources.index_of(who, at))


def _cue(outside: str) -> str:
    """The last verb of telling."""
    verbs = [match.group("verb") for match in _SAYS.finditer(outside)]
    long = [verb for verb in verbs if len(verb) > 2]
    return (long or verbs or [""])[-1]


def _numbered(found: list[FoundStatement]) -> Iterator[FoundStatement]:
    counts: dict[int | None, int] = {}
    for statement in found:
        counts[statement.utterance] = counts.get(statement.utterance, 0) + 1
    for statement in found:
        yield (
            statement if statement.utterance and counts[statement.utterance] > 1 else replace(statement, utterance=None)
        )
