"""Words in marks in a Korean report, and who speaks them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.suggestions.korean.around import chain_around
from articles.suggestions.korean.cues import cue_of
from articles.suggestions.korean.officers import in_its_name
from articles.suggestions.korean.orders import ordering_on
from articles.suggestions.korean.predicates import VERB
from articles.suggestions.korean.relays import with_body_relayed
from articles.suggestions.korean.speakers import carried_on, unnamed
from articles.suggestions.korean.voice import Report, Verbs
from articles.suggestions.korean.words import OFFICERS, WARNS
from articles.suggestions.reading import FoundSpeaker, FoundStatement, Quotation
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import Someone

_PLAINT = lazy(
    rf"\s*(?:이?라?는)\s(?:(?:게|것이|것은)\s)?(?P<who>(?:[가-힣]{{1,15}}\s){{0,3}}?(?!내용|취지|요지|골자)[가-힣]{{2,6}})의\s(?:{WARNS})"
)
# “…”는 위협도 했다: the body that spoke before.
_WARNED_TOO = lazy(rf"\s*(?:이?라)?는\s(?:{WARNS})(?:까지|[도을를])?\s(?:했|하|덧붙|내[렸놓놨]|붙)")
_JOINED = lazy(r"(?:이?라)?(?:며|면서)\s(?:[^\s“”]+\s)?")
_SAID_THAT = lazy(rf"\s?(?:이?라)?고\s(?:\S{{1,12}}\s){{0,3}}?{VERB}다고\s")
# 무역성의 지시가 내려왔다”며 “배를 묶어 두라는 내용: what was ordered.
_IS_CONTENT = lazy(
    r"[라자]는\s(?:내용|취지|지시|명령|방침|것|(?:것이|게)\s(?:요지|골자|핵심|취지|요점|내용|주지|줄거리|뼈대))\W*\Z"
)


def marked(
    report: Report, start: int, outside: str, spoken: list[Quotation], everybody: list[Someone], verbs: Verbs
) -> Iterator[FoundStatement]:
    """The statements in marks of a sentence that begins at `start` of the body.

    `outside`: the sentence without the words in marks. `everybody`, `verbs`: who is named in it, and how they tell.
    """
    voice = report.voice
    edges = [(q.outer_start - start, q.outer_end - start) for q in spoken]
    begins, ends = [0, *(end for _, end in edges)], [*(begin for begin, _ in edges), len(outside)]
    cue = cue_of(outside, verbs, ends[-2], len(outside)) or cue_of(outside, verbs, 0, len(outside))
    chains = [
        chain_around(report, start, outside, everybody, begin, end, cue)
        for begin, end in zip(begins, ends, strict=True)
    ]
    chain = chains[0] or next((later for later in chains[1:] if later), ())
    if chain and chains[-1] and chain[-1].kind is Kind.OUTLET and chains[-1][-1].kind is not Kind.OUTLET:
        chain = (chain[-1].in_speech(Speech.INDIRECT), *chains[-1])  # 방송은 “…”고 소식통을 인용해 보도했다
        chains = [chain] * len(chains)
    elif chain and chains[0] == chain and chains[-1] and _is_told_on(outside, begins[-1], chain, chains[-1]):
        chain = (*(speaker.in_speech(Speech.INDIRECT) for speaker in chains[-1]), chain[-1])
        chains = [chain] * len(chains)
    is_new = not chain
    # “…”고 말했다. “…”: what follows in the same paragraph without a cue is the same utterance.
    is_bare = not outside.strip("“·” .\n")
    goes_on = spoken[0].continues or (is_new and is_bare and voice.paragraph == spoken[0].paragraph)
    if is_new and goes_on and not voice.introduced:
        chain, cue = voice.chain, cue or voice.cue
    elif is_new:
        chain = voice.introduced or carried_on(report, outside)
        if not chain and (carried := voice.teller()):
            chain = (carried,)
        if chain:
            chain = (*chain[:-1], chain[-1].in_speech(Speech.DIRECT))
        cue = cue or (chain[-1].verb if chain else "")
    voice.introduced = ()
    voice.cue, voice.paragraph = cue, spoken[-1].paragraph
    if not goes_on:
        voice.utterance += 1
    below: tuple[FoundSpeaker, ...] = ()  # the chain of the words before, with the body whose order they tell of
    for number, quotation in enumerate(spoken):
        if number and chains[number] and chains[number] != chain:
            chain = chains[number]
            voice.utterance += 1
        own = cue_of(outside, verbs, begins[number + 1], ends[number + 1]) if chains[number] else ""
        voice.chain = speakers = _plaint(
            report, _joined_last(outside, start, spoken[number:]), start, outside, chain, cue
        )
        words = report.body[quotation.start : quotation.end]
        relayed = with_body_relayed(report, speakers, words, quotation.start)
        if relayed == speakers and below[: len(speakers)] == speakers and _IS_CONTENT.search(words):
            relayed = below
        if relayed == speakers and (body := ordering_on(report, speakers, words, spoken[:number], is_marked=True)):
            relayed = (*speakers, body)
        below = report.voice.ordering = relayed
        yield FoundStatement(
            quotation.start,
            quotation.end,
            Speech.DIRECT,
            own or cue,
            relayed,
            voice.utterance,
            0.4 if is_new else 0.9,
        )


def _is_told_on(outside: str, at: int, chain: tuple[FoundSpeaker, ...], by: tuple[FoundSpeaker, ...]) -> bool:
    """Whether somebody tells what a body said: 안전부가 “…”고 경고했다고 소식통은 전했다."""
    is_other = (by[-1].kind, by[-1].printed) != (chain[-1].kind, chain[-1].printed)
    return is_other and _SAID_THAT.match(outside, at) is not None


def _joined_last(outside: str, start: int, spoken: Sequence[Quotation]) -> Quotation:
    """The last of the quotations that nothing but 며 and 면서 part from the first: “…”면서 “…”라는 상인의 말."""
    for quotation, after in pairwise(spoken):
        if not _JOINED.fullmatch(outside, quotation.outer_end - start, after.outer_start - start):
            return quotation
    return spoken[-1]


def _plaint(
    report: Report, quotation: Quotation, start: int, outside: str, chain: tuple[FoundSpeaker, ...], cue: str
) -> tuple[FoundSpeaker, ...]:
    """The chain, with whom the teller quotes below it: “…”는 경비원의 푸념도 주민은 전했다."""
    match = _PLAINT.match(outside, quotation.outer_end - start)
    last = report.voice.previous[-1:]
    if last and last[0].kind is Kind.INSTITUTION and _WARNED_TOO.match(outside, quotation.outer_end - start):
        return (*(speaker.in_speech(Speech.INDIRECT) for speaker in chain), last[0].carried(Speech.DIRECT))
    if match is None:
        return chain
    who = match["who"]
    if body := in_its_name(report, who, cue, Speech.DIRECT):
        return (*(speaker.in_speech(Speech.INDIRECT) for speaker in chain), body)
    if OFFICERS.search(who):
        below = FoundSpeaker(Kind.INSTITUTION, who, cue, Speech.DIRECT, Basis.PRINTED, body=who)
    elif chain and chain[-1].printed != who:
        below = unnamed(report, who, start + match.start("who"), chain[-1].verb)
    else:
        return chain
    return (*(speaker._replace(speech=Speech.INDIRECT) for speaker in chain), below)
