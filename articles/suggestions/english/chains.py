"""What is told inside somebody's words in an English report: whom they relay, or which body acts in them."""

from typing import TypeAlias

from articles.suggestions.english.bodies import BODY, BODY_SIGN
from articles.suggestions.english.kinds import Who
from articles.suggestions.english.orders import ORDER_SIGN, ordering_body
from articles.suggestions.english.relays import last_speaking
from articles.suggestions.english.subjects import Cue
from articles.suggestions.english.taken_up import by_paper, by_pronoun
from articles.suggestions.english.voice import Report
from articles.suggestions.english.within import (
    BODIES,
    THEY_TOLD,
    heads,
    introduced,
    message,
    nested,
    officials,
    ordering,
    then,
)
from articles.suggestions.english.words import BRACKETED, LEAD
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy

# The speakers, from the one who told the outlet down; the body that acts, or "".
Chain: TypeAlias = tuple[tuple[FoundSpeaker, ...], str]

_OPENING, _SHORTEST_CLAUSE = 300, 20
# "The committee gathered the heads of firms in a hall to hand down an order of the party": it acts.
_GATHERS = lazy(
    r"\s(?:(?:ha[sd]|have|also|then|again|once|\w+ly)\s){0,3}(?:gathered|summoned|assembled|convened|mustered|called\stogether|brought\stogether)"
    r"\s(?:(?:the\s)?[\w’'-]+(?:\s(?!(?:in|at|on|for|to|from|and|this|last|early|late|during|where|who|before|after|once|again|together|under|by|as|because)\b)[\w’'-]+){0,6})"
)
_PAPER_SAYS = lazy(
    r"[Tt]he\s(?:circular|notice|directive|decree|order|instruction)s?\s[^.!?“”]{2,80}?\b(?:it|they)\s(?P<cue>says?|said|reads?|states?|stated)\b"
)


def chain_within(report: Report, start: int, words: str, speaker: FoundSpeaker | None) -> Chain:
    """The chain of somebody's words: whom they relay, or which body acts in them.

    `start`: where they stand in the body.
    """
    basis = Basis.BRACKET if BRACKETED.match(words) else Basis.PRINTED
    rest = _without_lead(words)
    cues = report.cues(rest[:_OPENING], start + len(words) - len(rest))
    says = next((cue for cue in cues if is_body(report, cue) and cue.start < 3), None)
    says = (
        says
        or officials(rest, cues)
        or nested(rest, cues)
        or introduced(rest, cues)
        or message(rest)
        or _they(report, rest)
        or then(rest, cues)
    )
    if speaker is not None:
        says = says or heads(rest) or _paper(report, rest) or ordering(cues) or spoken_somewhere(report, start, rest)
        says = says or paper_ruling(report, rest)
    if says and speaker is not None and len(rest) - says.end > _SHORTEST_CLAUSE:
        behind = rest[says.end :]
        if last := spoken_somewhere(report, start + len(words) - len(behind), behind):
            says = last._replace(end=says.end + last.end)  # "The province says this, and the police say that"
    if says is None:
        return chain_acting(report, start, words, speaker)
    if speaker is not None and speaker.kind in (Kind.UNNAMED, Kind.NAMED):
        relayed = inner_body(report, says)._replace(basis=basis)
        return (speaker, relayed), ""
    if speaker is not None and says.who is not Who.PRONOUN and (other := inner_body(report, says)).body != speaker.body:
        report.speakers.told_of(speaker.body)  # whom "it" still means
        return (speaker, other._replace(basis=basis)), ""  # "The bulletin said, “The ministry ordered …”"
    return (speaker,) if speaker is not None else (), says.phrase


def chain_acting(report: Report, start: int, words: str, speaker: FoundSpeaker | None) -> Chain:
    """The same of words in which no body speaks: one acts at their beginning, or its order is told of."""
    chain = (speaker,) if speaker is not None else ()
    rest = _without_lead(words)
    acting = BODY.match(rest) if report.has(BODY_SIGN, start, words) else None
    told = (
        rest.partition(" to ")[0] if acting and gathers(words) else words
    )  # behind it stands what they were gathered for
    order = ordered(report, start, told) if speaker is not None and speaker.kind in (Kind.UNNAMED, Kind.NAMED) else None
    if acting:
        report.speakers.told_of(acting.group())
    if acting and not order:
        return chain, " ".join(acting.group().split())
    return (*chain, report.speakers.institution(*order, Speech.SUMMARY)) if order else chain, ""


def gathers(words: str) -> bool:
    """Whether a body at their beginning gathers people, whatever for: it acts, and nobody's words are told."""
    rest = _without_lead(words)
    acting = BODY.match(rest)
    return acting is not None and _GATHERS.match(rest, acting.end()) is not None


def ordered(report: Report, start: int, words: str) -> tuple[str, str] | None:
    """The body whose order they tell of, and its verb."""
    return ordering_body(words) if report.has(ORDER_SIGN, start, words) else None


def spoken_somewhere(report: Report, start: int, words: str) -> Cue | None:
    """The last body that speaks in words that stand at `start`, wherever; of an order, whose that is decides."""
    if ordered(report, start, words):
        return None
    return last_speaking(words, has_body=report.has(BODY_SIGN, start, words))


def inner_body(report: Report, cue: Cue) -> FoundSpeaker:
    """The body of a cue inside somebody's words; of a document, whoever issued it."""
    if cue.who is Who.DOCUMENT and (issued := report.speakers.document(cue.phrase, cue.verb, Speech.INDIRECT)):
        return issued
    phrase = " ".join(cue.phrase.split())
    phrase = phrase if "[" in phrase else phrase.removesuffix("]")  # "[The office] told us"
    return report.speakers.institution(phrase, cue.verb, Speech.INDIRECT)


def is_body(report: Report, cue: Cue) -> bool:
    """Whether a body speaks, be it as "it" after the body that was told of before."""
    return cue.who in BODIES or (cue.phrase.lower() == "it" and report.speakers.has_body)


def _they(report: Report, words: str) -> Cue | None:
    """The body told of right before "They told us that …"."""
    match = THEY_TOLD.match(words)
    before = report.found[-1] if report.found else None
    if before is None:
        return None
    bodies = [each for each in before.speakers if each.kind is Kind.INSTITUTION]
    named = list(BODY.finditer(report.body, before.start, before.end)) if match and not bodies else []
    if len(named) == 1:  # "A trade office owes her money", and nobody else is told of
        report.speakers.told_of(named[0].group())
    if match and (bodies or before.actor or len(named) == 1):
        return Cue(0, match.end(), match["cue"], match["who"], 0, Who.BODY)
    return by_pronoun(words, before.speakers, report.body[before.start : before.end])


def paper_ruling(report: Report, words: str) -> Cue | None:
    """The paper of "The circular also forbids them to pay", if the report says who put it out."""
    cue = by_paper(words)
    issued = report.speakers.document(cue.phrase, cue.verb, Speech.INDIRECT) if cue else None
    return cue if issued and issued.kind is Kind.INSTITUTION else None


def _paper(report: Report, words: str) -> Cue | None:
    """The body told of before "The order came in April, and it says that …"."""
    match = _PAPER_SAYS.match(words) if report.speakers.body else None
    return Cue(0, match.end(), match["cue"], "it", 0, Who.PRONOUN) if match else None


def _without_lead(words: str) -> str:
    """Words without a bracket, "however" and the like at their beginning."""
    bare = words.lstrip("[ ")
    lead = LEAD.match(bare)
    return bare[lead.end() if lead else 0 :]
