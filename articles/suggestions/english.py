"""Who says what in an English report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.spans import paragraphs
from articles.suggestions.bodies_named import BODY, Bodies
from articles.suggestions.english_words import (
    ACCORDING,
    ADDRESSED,
    ADVERBS,
    AS_TELLING,
    BRACKETED,
    CUE_IN_OPEN_MARKS,
    ENDS_SPEAKER,
    LEAD,
    MIDDLE,
    MOUTH,
    NAME,
    NOBODY,
    ORDERING,
    PRONOUN,
    REPORTEDLY,
    SAYING,
    SILENT,
    SOMEBODY,
    STOP,
    TELLER,
    TRAILING,
    VERB,
)
from articles.suggestions.marks import by_paragraph, within
from articles.suggestions.reading import FoundSpeaker, FoundStatement, Quotation, Reading
from articles.suggestions.sentences import sentences
from articles.suggestions.sources_named import Sources
from articles.suggestions.values import Basis, Kind, Speech


@dataclass
class _Voice:
    """Who spoke last, so that a paragraph that names nobody can be given to somebody."""

    speaker: FoundSpeaker | None = None
    cue: str = ""
    quoted: FoundSpeaker | None = None
    utterance: int = 0
    paragraph: int = 0

    def heard(self, speaker: FoundSpeaker) -> None:
        """Somebody spoke. A pronoun is not carried over: it would tell a man from a woman where nobody printed it."""
        printed = self.speaker.printed if self.speaker and PRONOUN.match(speaker.printed) else speaker.printed
        self.speaker = replace(speaker, printed=printed, speech=Speech.DIRECT)


def read(body: str, quotations: tuple[Quotation, ...], mentions: Sequence[tuple[int, int]]) -> Reading:
    """Statements with their speakers. See `reading.Reads`."""
    sources, bodies = Sources(body, "en", mentions), Bodies.in_english(body)
    voice = _Voice()
    found: list[FoundStatement] = []
    groups = by_paragraph(quotations)
    for paragraph in paragraphs(body):
        inside = groups.get(paragraph.number, [])
        for start, end in sentences(body, paragraph.start, paragraph.end, inside):
            here = within(inside, start, end)
            spoken = [quotation for quotation in here if _is_statement(body, quotation, start, end)]
            if spoken:
                found += _direct(body, start, end, spoken, voice, sources, bodies)
            else:
                found += _indirect(body, start, end, voice, sources, bodies, is_lead=paragraph.number == 1)
    return Reading(tuple(_numbered(found)), sources.found)


def _is_statement(body: str, quotation: Quotation, start: int, end: int) -> bool:
    """Whether the words in the marks are somebody's statement, and not a title, a term or a fragment."""
    words = body[quotation.start : quotation.end]
    if quotation.continues or not quotation.is_closed:
        return len(words.split()) > 2
    if len(words.split()) <= 2:
        return False
    before, after = body[start : quotation.outer_start].rstrip(), body[quotation.outer_end : end]
    if not (before + after).strip(' .,”"’'):
        return True
    is_told = bool(
        re.search(rf"(?:\b(?:{SAYING}|saying|adding|telling|noting)\b\s*[,:]?|[,:])$", before, re.IGNORECASE)
    )
    if words[:1].islower() and before and not is_told:
        return False  # a phrase that the outlet's own sentence needs
    if is_told and words[:1].isupper():
        return True
    has_stop = bool(STOP.search(words)) or after[:1] == ","
    return has_stop and (words[:1].isupper() or words[:1] in "[“‘'" or VERB.search(before + " " + after) is not None)


def _direct(
    body: str, start: int, end: int, spoken: list[Quotation], voice: _Voice, sources: Sources, bodies: Bodies
) -> Iterator[FoundStatement]:
    first, last = spoken[0], spoken[-1]
    before, after = body[start : first.outer_start], body[last.outer_end : end]
    between = body[first.outer_end : last.outer_start] if first is not last else ""
    quoted = _quoted_body(after, bodies) or _quoted_body(before, bodies)
    if not last.is_closed:
        after = body[_before_cue(body, last) : last.end]
    cues = [found for found in (_cue_after(after), _cue_after(between), _cue_before(before)) if found]
    # "The source said, “…”, adding “…”": who speaks stands at the cue that names somebody.
    who, cue = next((found for found in cues if found[0]), cues[0] if cues else ("", ""))
    certainty = 0.95
    # “…,” she said. “…”: what follows in the same paragraph without a cue is the same utterance.
    goes_on = not cue and voice.paragraph == first.paragraph
    quoted = quoted or (voice.quoted if goes_on else None)
    if cue:
        speaker = _speaker(who, cue, Speech.DIRECT, start, voice, sources, bodies)
    else:
        speaker = voice.speaker
        if speaker and not goes_on:
            speaker = replace(speaker, verb="", basis=Basis.CARRIED)
        certainty = 0.9 if goes_on else 0.5
        cue = voice.cue if goes_on else ""
    if not (first.continues or goes_on):
        voice.utterance += 1
    voice.paragraph, voice.cue, voice.quoted = first.paragraph, cue, quoted
    if speaker is not None:
        voice.heard(speaker)
    for quotation in spoken:
        stop = _before_cue(body, quotation)
        words = body[quotation.start : stop]
        chain, actor, addressee = _within(words, speaker, bodies)
        if quoted is not None and speaker is not None:
            chain = (replace(speaker, speech=Speech.INDIRECT), quoted)
        yield FoundStatement(
            start=quotation.start,
            end=stop,
            speech=Speech.DIRECT,
            cue=cue,
            speakers=chain,
            actor=actor,
            addressee=addressee,
            utterance=voice.utterance,
            certainty=certainty,
        )


def _before_cue(body: str, quotation: Quotation) -> int:
    """Where the words of a quotation end: with their mark, or before the cue where the mark was forgotten."""
    if quotation.is_closed:
        return quotation.end
    cue = CUE_IN_OPEN_MARKS.search(body, quotation.start, quotation.end)
    return cue.end() if cue else quotation.end


def _quoted_body(text: str, bodies: Bodies) -> FoundSpeaker | None:
    """The body of "the source quoted the committee as telling …"."""
    match = AS_TELLING.search(text)
    if match is None or not BODY.match(match["who"]):
        return None
    who = match["who"].strip()
    return FoundSpeaker(Kind.INSTITUTION, who, match["cue"], Speech.DIRECT, Basis.PRINTED, body=bodies.fullest(who))


def _within(words: str, speaker: FoundSpeaker | None, bodies: Bodies) -> tuple[tuple[FoundSpeaker, ...], str, str]:
    """The chain of a quotation: whom its speaker relays, or which body acts in it."""
    chain = (speaker,) if speaker is not None else ()
    basis = Basis.BRACKET if BRACKETED.match(words) else Basis.PRINTED
    told = _body_says(words.lstrip("[ "), bodies)
    if told is None:
        return chain, "", ""
    printed, verb, addressee, says = told
    if says and speaker is not None and speaker.kind is Kind.UNNAMED:
        relayed = FoundSpeaker(Kind.INSTITUTION, printed, verb, Speech.INDIRECT, basis, body=bodies.fullest(printed))
        return (*chain, relayed), "", addressee
    return chain, printed, addressee


def _body_says(words: str, bodies: Bodies) -> tuple[str, str, str, bool] | None:
    """(the body as printed, the verb, whom it addresses, whether it speaks) where the words begin with a body."""
    lead = LEAD.match(words)
    rest = words[lead.end() if lead else 0 :]
    match = BODY.match(rest)
    if not match:
        return None
    tail = rest[match.end() : match.end() + 60]
    verb = re.match(
        rf"\s+(?:\w+ly |also |further |has |have |had |then )*(?P<verb>{SAYING}|{ORDERING})\b", tail, re.IGNORECASE
    )
    if verb:
        addressed = ADDRESSED.match(tail, verb.end())
        return match.group().strip(), verb.group("verb"), addressed.group("whom") if addressed else "", True
    return match.group().strip(), "", "", False


def _indirect(
    body: str, start: int, end: int, voice: _Voice, sources: Sources, bodies: Bodies, *, is_lead: bool
) -> Iterator[FoundStatement]:
    text = body[start:end]
    if SILENT.search(text) and not MIDDLE.search(text):
        return
    according = ACCORDING.search(text)
    trailing = _trailing(text)
    opening = _opening(text)
    told = _body_says(text, bodies)
    speaker, cue, certainty = None, "", 0.8
    if according:
        cue = "according to"
        speaker = _speaker(
            according.group("who"), cue, Speech.INDIRECT, start + according.start("who"), voice, sources, bodies
        )
    elif trailing and not BODY.match(trailing[0]):
        cue = trailing[1]
        speaker = _speaker(trailing[0], cue, Speech.INDIRECT, start, voice, sources, bodies)
    elif opening and not (told and told[3]):
        cue = opening[1]
        speaker = _speaker(opening[0], cue, Speech.INDIRECT, start, voice, sources, bodies)
    elif told and told[3] and voice.speaker is not None:
        # Nobody is named: what the body said comes through whoever spoke last.
        speaker, certainty = replace(voice.speaker, verb="", speech=Speech.INDIRECT, basis=Basis.CARRIED), 0.7
    elif REPORTEDLY.search(text) and voice.speaker is not None:
        speaker, certainty = replace(voice.speaker, verb="", speech=Speech.INDIRECT, basis=Basis.CARRIED), 0.4
    if speaker is None and not is_lead:
        return
    words = text[according.end() :].lstrip(", ") if according and according.start() < 3 else text
    chain, actor, addressee = _within_indirect(words, speaker, bodies)
    if speaker is not None and cue:
        voice.heard(speaker)
    yield FoundStatement(
        start=start,
        end=end,
        speech=Speech.INDIRECT if speaker is not None else Speech.OWN,
        cue=cue or (chain[-1].verb if chain else ""),
        speakers=chain,
        actor=actor,
        addressee=addressee,
        utterance=None,
        certainty=certainty if speaker is not None else 0.3,
    )


def _within_indirect(
    words: str, speaker: FoundSpeaker | None, bodies: Bodies
) -> tuple[tuple[FoundSpeaker, ...], str, str]:
    if speaker is not None:
        return _within(words, speaker, bodies)
    told = _body_says(words, bodies)
    return (), told[0] if told else "", told[2] if told else ""


def _cue_after(text: str) -> tuple[str, str] | None:
    """“…,” the source said. / “…,” said the source. / “…,” it quoted the source as saying."""
    if telling := AS_TELLING.search(text):
        # A body that is quoted so is added to the chain below its source; a person speaks without one.
        return telling["source" if BODY.match(telling["who"]) else "who"].strip(), telling["cue"]
    clause = re.split(r"[“\"]|(?<=[a-z]{3})\.(?:\s|$)", text.lstrip(' ,”"'), maxsplit=1)[0]
    clause = re.sub(r",\s+who\s[^,]{1,120},", "", clause)
    match = VERB.search(clause)
    if match is None or len(clause[: match.start()].split()) > 24:
        return None
    who = ADVERBS.sub("", clause[: match.start()].strip(" ,"))
    if not who or who.casefold() in {"and", "also"}:
        who = ENDS_SPEAKER.sub("", clause[match.end() :]).strip(" ,.")
        who = re.split(r"\b(?:on|during|in an|told|to)\b", who)[0].strip(" ,.")
    return who, match.group("verb")


def _cue_before(text: str) -> tuple[str, str] | None:
    """The source said, “…”"""
    matches = list(VERB.finditer(text))
    if not matches:
        return None
    match = matches[-1]
    who = ADVERBS.sub("", LEAD.sub("", text[: match.start()]).strip(" ,"))
    return ENDS_SPEAKER.sub("", who).strip(" ,") or who, match.group("verb")


def _trailing(text: str) -> tuple[str, str] | None:
    """…, he added. / …, he said, …"""
    match = TRAILING.search(text) or MIDDLE.search(text)
    return (match.group("who"), match.group("verb")) if match else None


def _opening(text: str) -> tuple[str, str] | None:
    """The source said that …; the source explained …"""
    lead = LEAD.match(text)
    rest = text[lead.end() if lead else 0 :]
    match = VERB.search(rest)
    if match is None or match.start() > 140:
        return None
    who = ADVERBS.sub("", rest[: match.start()].strip())
    is_someone = (
        PRONOUN.match(who)
        or (TELLER.search(who) and len(who.split()) < 14)
        or NAME.match(who)
        or (SOMEBODY.match(who) and len(who.split()) < 6)
    )
    return (ENDS_SPEAKER.sub("", who).strip(), match.group("verb")) if is_someone else None


def _speaker(
    who: str, verb: str, speech: Speech, at: int, voice: _Voice, sources: Sources, bodies: Bodies
) -> FoundSpeaker | None:
    """Whom these words mean."""
    who = re.sub(r",?\s+who\b.*$", "", " ".join(who.split()))
    if not who or PRONOUN.match(who):
        known = voice.speaker
        return (
            replace(known, printed=who or known.printed, verb=verb, speech=speech, basis=Basis.PRINTED)
            if known
            else None
        )
    if BODY.match(who) and not TELLER.search(who):
        return FoundSpeaker(Kind.INSTITUTION, who, verb, speech, Basis.PRINTED, body=bodies.fullest(who))
    if MOUTH.search(who) and (body := BODY.search(who)):
        return FoundSpeaker(
            Kind.INSTITUTION, who, verb, speech, Basis.PRINTED, body=bodies.fullest(body.group().strip())
        )
    if TELLER.search(who):
        return FoundSpeaker(Kind.UNNAMED, who, verb, speech, Basis.PRINTED, source=sources.index_of(who, at))
    if SOMEBODY.match(who) and not NOBODY.search(who):
        return FoundSpeaker(Kind.UNNAMED, who, verb, speech, Basis.PRINTED, source=sources.index_of(who, at))
    if NAME.match(who) or NOBODY.search(who):
        return FoundSpeaker(Kind.NAMED, who, verb, speech, Basis.PRINTED)
    return None


def _numbered(found: list[FoundStatement]) -> Iterator[FoundStatement]:
    """Only utterances that the report splits keep a number."""
    counts: dict[int | None, int] = {}
    for statement in found:
        counts[statement.utterance] = counts.get(statement.utterance, 0) + 1
    for statement in found:
        is_alone = statement.utterance is not None and counts[statement.utterance] == 1
        yield replace(statement, utterance=None) if is_alone else statement
