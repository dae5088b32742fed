"""Who says what in an English report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.spans import paragraphs
from articles.suggestions.bodies_named import BODY, Bodies
from articles.suggestions.marks import by_paragraph
from articles.suggestions.reading import FoundSpeaker, FoundStatement, Quotation, Reading
from articles.suggestions.sentences import sentences
from articles.suggestions.sources_named import Sources
from articles.suggestions.values import Basis, Kind, Speech

_SAYING = (
    "said|says|say|told|added|adds|noted|notes|explained|explains|claimed|claims|reported|stated|recalled|complained|lamented"
    "|stressed|emphasi[sz]ed|concluded|continued|elaborated|remarked|commented|warned|argued|insisted|declared|announced"
    "|asserted|revealed|disclosed|observed|predicted|asked|replied|suggested|confirmed|conveyed|relayed|quipped|joked"
    "|pointed out|went on|pointed to|made clear|made it clear|stated clearly|acknowledged|admitted|mentioned|urged"
    "|boasted|denounced|harangued|threatened|protested|learned|learnt|wrote|promised|speculated|criticised|criticized"
)
_ORDERING = "ordered|instructed|lectured|requested|demanded|directed|called on|told|urged|warned|asked|required|informed|notified"
_VERB = re.compile(rf"\b(?P<verb>{_SAYING}|{_ORDERING}|saying|adding|noting|explaining)\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^,.;]{2,90})")
_REPORTEDLY = re.compile(
    r"\b(?:reportedly|allegedly|apparently)\b|\b(?:is|are|was|were) (?:said|reported) to\b|\bit is (?:said|reported) that\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:he|she|they|it)$", re.IGNORECASE)
_TELLER = re.compile(
    r"\b(?:sources?|informants?|residents?|traders?|merchants?|officials?|cadres?|partners?|smugglers?|farmers?|workers?"
    r"|drivers?|brokers?|wom[ae]n|m[ae]n|person|people|insiders?|businessm[ae]n|defectors?|soldiers?)\b",
    re.IGNORECASE,
)
# Somebody with an article before and no body of state: "a foreman at the plant", "one stillman", "his cousin".
_SOMEBODY = re.compile(
    r"^(?:an?|the|this|one|another|two|three|some|several|many|other|both|his|her|their|our|my)\s(?:[\w’'-]+\s){0,3}?[a-z’'-]{3,}\b"
    r"|^[a-z]+s\b|^[A-Z]$|^(?:[Rr]eporting\s)?[Pp]artner\s|^(?:Mr|Mrs|Ms|Miss)\.?\s[A-Z][\w-]+(?:,.*)?$"
)
_NOBODY = re.compile(
    r"\b(?:minister|president|secretary[- ]general|spokes\w+|ministry|government|agency|radio|newspaper|paper|outlet|broadcaster|website"
    r"|report|notice|lecture|document|article|state|media|letter|courier|daily|story|statement|magazine|order|plan|policy)s?$",
    re.IGNORECASE,
)
# Who speaks for a body to its audience is the body.
_MOUTH = re.compile(
    r"\b(?:lecturers?|spokes\w+|(?:vice-)?chair(?:man|woman)|party secretary|instructors?)\b", re.IGNORECASE
)
_SILENT = re.compile(r"\basked\s+(?:that\s+no\s+name|not\s+to\s+be|for\s+anonymity)|\brefused to\b|\bdeclined to\b")
_AS_TELLING = re.compile(
    r"(?P<source>[^,.“”\"]{2,80}?)\s+(?P<verb>quoted|cited)\s+(?P<who>[^,.“”\"]{2,80}?)\s+as\s+(?:telling|saying|having said|stating)\b"
)
_NAME = re.compile(r"^(?:Mr\.? |Ms\.? |Dr\.? |Prof(?:essor|\.)? )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){0,4}$")
_LEAD = re.compile(
    r"^[\s,;:—–-]*(?:and |but |so (?=explain|sai|ask|conclud)|however,? |also |meanwhile,? |in short,? |accordingly,? )*",
    re.IGNORECASE,
)
_ENDS_SPEAKER = re.compile(r"(?:,|\bwho\b|\bwhich\b|\bon condition\b|\bspeaking\b|\bin an?\b).*$", re.DOTALL)
_BRACKETED = re.compile(r"^\s*\[[^\]]*\]")
_STOP = re.compile(r"[.?!…,;:—-]\s*$")
_ADVERBS = re.compile(
    r"\s+(?:(?:is|are|was|were) (?:reported|said) to(?: have)?|also|further|then|later|recently|reportedly|has|have|had|would"
    r"|repeatedly|strongly)$",
    re.IGNORECASE,
)


_WHO_TRAILS = (
    r"he|she|they|the (?:[\w’'-]+ ){0,3}\w+|(?:an?|one|another|several|two|many|some) (?:[\w’'-]+ ){0,8}\w+"
    r"|(?:people|sources|residents|traders|neighbou?rs|officials|locals|merchants|workers)"
    r"(?: (?:in|at|from|of|near) (?:[\w’'-]+ ){0,8}\w+)?"
    r"|(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}"
)
_TRAILING = re.compile(rf",\s+(?P<who>{_WHO_TRAILS})\s+(?P<verb>{_SAYING})(?:\s[^,]*)?[.”]?$")
_MIDDLE = re.compile(rf",\s+(?P<who>{_WHO_TRAILS})\s+(?P<verb>{_SAYING}),\s")
_ADDRESSED = re.compile(
    r"\s+(?P<whom>(?:the |local |those |all )?(?:[a-z]+ ){0,2}?"
    r"(?:compan(?:y|ies)|traders|firms|officials|members|gathered|branches|units|bureaus?))\b"
)


@dataclass
class _Voice:
    """Who spoke last, so that a paragraph that names nobody can be given to somebody."""

    speaker: FoundSpeaker | None = None
    cue: str = ""
    quoted: FoundSpeaker | None = None
    utterance: int = 0
    paragraph: int = 0


def read(body: str, quotations: tuple[Quotation, ...]) -> Reading:
    """Statements with their speakers. See `reading.Reads`."""
    sources, bodies = Sources(body, "en"), Bodies.in_english(body)
    voice = _Voice()
    found: list[FoundStatement] = []
    groups = by_paragraph(quotations)
    for paragraph in paragraphs(body):
        inside = groups.get(paragraph.number, [])
        for start, end in sentences(body, paragraph.start, paragraph.end, inside):
            here = [quotation for quotation in inside if start <= quotation.outer_start < end]
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
        re.search(rf"(?:\b(?:{_SAYING}|saying|adding|telling|noting)\b\s*[,:]?|[,:])$", before, re.IGNORECASE)
    )
    if words[:1].islower() and before and not is_told:
        return False  # a phrase that the outlet's own sentence needs
    if is_told and words[:1].isupper():
        return True
    has_stop = bool(_STOP.search(words)) or after[:1] == ","
    return has_stop and (words[:1].isupper() or words[:1] in "[“‘'" or _VERB.search(before + " " + after) is not None)


def _direct(
    body: str, start: int, end: int, spoken: list[Quotation], voice: _Voice, sources: Sources, bodies: Bodies
) -> Iterator[FoundStatement]:
    first, last = spoken[0], spoken[-1]
    before, after = body[start : first.outer_start], body[last.outer_end : end]
    between = body[first.outer_end : last.outer_start] if first is not last else ""
    quoted = _quoted_body(after, bodies) or _quoted_body(before, bodies)
    if not last.is_closed:
        after = body[_before_cue(body, last) : last.end]
    who, cue = _cue_after(after) or _cue_after(between) or _cue_before(before) or ("", "")
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
        voice.speaker = replace(speaker, speech=Speech.DIRECT)
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


_CUE_IN_OPEN_MARKS = re.compile(
    rf",(?=\s+(?:{_SAYING})\s+(?:an?|the|one|another)\b|\s+(?:{_WHO_TRAILS})(?:,[^,]{{1,60}},)?\s+(?:{_SAYING})\b)"
)


def _before_cue(body: str, quotation: Quotation) -> int:
    """Where the words of a quotation end: with their mark, or before the cue where the mark was forgotten."""
    if quotation.is_closed:
        return quotation.end
    cue = _CUE_IN_OPEN_MARKS.search(body, quotation.start, quotation.end)
    return cue.end() if cue else quotation.end


def _quoted_body(text: str, bodies: Bodies) -> FoundSpeaker | None:
    """The body of "the source quoted the committee as telling …"."""
    match = _AS_TELLING.search(text)
    if match is None or not BODY.match(match["who"]):
        return None
    who = match["who"].strip()
    return FoundSpeaker(Kind.INSTITUTION, who, match["verb"], Speech.DIRECT, Basis.PRINTED, body=bodies.fullest(who))


def _within(words: str, speaker: FoundSpeaker | None, bodies: Bodies) -> tuple[tuple[FoundSpeaker, ...], str, str]:
    """The chain of a quotation: whom its speaker relays, or which body acts in it."""
    chain = (speaker,) if speaker is not None else ()
    basis = Basis.BRACKET if _BRACKETED.match(words) else Basis.PRINTED
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
    lead = _LEAD.match(words)
    rest = words[lead.end() if lead else 0 :]
    match = BODY.match(rest)
    if not match:
        return None
    tail = rest[match.end() : match.end() + 60]
    verb = re.match(
        rf"\s+(?:\w+ly |also |further |has |have |had |then )*(?P<verb>{_SAYING}|{_ORDERING})\b", tail, re.IGNORECASE
    )
    if verb:
        addressed = _ADDRESSED.match(tail, verb.end())
        return match.group().strip(), verb.group("verb"), addressed.group("whom") if addressed else "", True
    return match.group().strip(), "", "", False


def _indirect(
    body: str, start: int, end: int, voice: _Voice, sources: Sources, bodies: Bodies, *, is_lead: bool
) -> Iterator[FoundStatement]:
    text = body[start:end]
    if _SILENT.search(text):
        return
    according = _ACCORDING.search(text)
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
    elif _REPORTEDLY.search(text) and voice.speaker is not None:
        speaker, certainty = replace(voice.speaker, verb="", speech=Speech.INDIRECT, basis=Basis.CARRIED), 0.4
    if speaker is None and not is_lead:
        return
    words = text[according.end() :].lstrip(", ") if according and according.start() < 3 else text
    chain, actor, addressee = _within_indirect(words, speaker, bodies)
    if speaker is not None and cue:
        voice.speaker = replace(speaker, speech=Speech.DIRECT)
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
    """“…,” the source said. / “…,” said the source."""
    clause = re.split(r"[“\"]|(?<=[a-z]{3})\.(?:\s|$)", text.lstrip(' ,”"'), maxsplit=1)[0]
    match = _VERB.search(clause)
    if match is None or len(clause[: match.start()].split()) > 24:
        return None
    who = _ADVERBS.sub("", clause[: match.start()].strip(" ,"))
    if not who or who.casefold() in {"and", "also"}:
        who = _ENDS_SPEAKER.sub("", clause[match.end() :]).strip(" ,.")
        who = re.split(r"\b(?:on|during|in an|told|to)\b", who)[0].strip(" ,.")
    return who, match.group("verb")


def _cue_before(text: str) -> tuple[str, str] | None:
    """The source said, “…”"""
    matches = list(_VERB.finditer(text))
    if not matches:
        return None
    match = matches[-1]
    who = _ADVERBS.sub("", _LEAD.sub("", text[: match.start()]).strip(" ,"))
    return _ENDS_SPEAKER.sub("", who).strip(" ,") or who, match.group("verb")


def _trailing(text: str) -> tuple[str, str] | None:
    """…, he added. / …, he said, …"""
    match = _TRAILING.search(text) or _MIDDLE.search(text)
    return (match.group("who"), match.group("verb")) if match else None


def _opening(text: str) -> tuple[str, str] | None:
    """The source said that …; the source explained …"""
    lead = _LEAD.match(text)
    rest = text[lead.end() if lead else 0 :]
    match = _VERB.search(rest)
    if match is None or match.start() > 140:
        return None
    who = _ADVERBS.sub("", rest[: match.start()].strip())
    is_someone = (
        _PRONOUN.match(who)
        or (_TELLER.search(who) and len(who.split()) < 14)
        or _NAME.match(who)
        or (_SOMEBODY.match(who) and len(who.split()) < 6)
    )
    return (_ENDS_SPEAKER.sub("", who).strip(), match.group("verb")) if is_someone else None


def _speaker(
    who: str, verb: str, speech: Speech, at: int, voice: _Voice, sources: Sources, bodies: Bodies
) -> FoundSpeaker | None:
    """Whom these words mean."""
    who = " ".join(who.split())
    if not who or _PRONOUN.match(who):
        known = voice.speaker
        return (
            replace(known, printed=who or known.printed, verb=verb, speech=speech, basis=Basis.PRINTED)
            if known
            else None
        )
    if BODY.match(who) and not _TELLER.search(who):
        return FoundSpeaker(Kind.INSTITUTION, who, verb, speech, Basis.PRINTED, body=bodies.fullest(who))
    if _MOUTH.search(who) and (body := BODY.search(who)):
        return FoundSpeaker(
            Kind.INSTITUTION, who, verb, speech, Basis.PRINTED, body=bodies.fullest(body.group().strip())
        )
    if _TELLER.search(who):
        return FoundSpeaker(Kind.UNNAMED, who, verb, speech, Basis.PRINTED, source=sources.index_of(who, at))
    if _SOMEBODY.match(who) and not _NOBODY.search(who):
        return FoundSpeaker(Kind.UNNAMED, who, verb, speech, Basis.PRINTED, source=sources.index_of(who, at))
    if _NAME.match(who) or _NOBODY.search(who):
        return FoundSpeaker(Kind.NAMED, who, verb, speech, Basis.PRINTED)
    return None


def _numbered(found: list[FoundStatement]) -> Iterator[FoundStatement]:
    """Only utterances that the report splits keep a number."""
    counts: dict[int | None, int] = {}
    for statement in found:
        counts[statement.utterance] = counts.get(statement.utterance, 0) + 1
    for statement in found:
        yield (
            statement if statement.utterance and counts[statement.utterance] > 1 else replace(statement, utterance=None)
        )
