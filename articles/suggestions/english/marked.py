"""Words in marks in an English report, and who speaks them."""

from collections.abc import Iterator

from articles.suggestions.english.beside import utterer_before, utterer_behind
from articles.suggestions.english.bodies import BODY
from articles.suggestions.english.chains import chain_within
from articles.suggestions.english.cited import cited_in, quoted_body
from articles.suggestions.english.hosts import put_to_them
from articles.suggestions.english.kinds import Who, kind_of
from articles.suggestions.english.nouns import IN_PUBLIC, NORTHERN_MEDIA, NORTHERN_MEDIA_PATTERN
from articles.suggestions.english.officers import ITS_OFFICER, whose_officer
from articles.suggestions.english.relays import last_speaking
from articles.suggestions.english.subjects import Cue, leading
from articles.suggestions.english.voice import Report, Utterance
from articles.suggestions.english.within import following, tells_people
from articles.suggestions.english.words import READING
from articles.suggestions.reading import FoundSpeaker, FoundStatement, Quotation
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy

_NOT_ADJACENT = lazy(r"[^\s,▪”\"'’.)]")
_LEADS_TO = (", ", ": ")
_GOES_ON = tuple(",?!…—-")
_OBJECT_THAT = lazy(r"\s(?:[\w’'-]+\s){0,6}?that\s")
_TELLING_THEM = lazy(r"(?:telling|ordering|warning|instructing|urging|informing|reminding|notifying)\s(?!us\b|me\b)")
# "…,” Premier Han said, according to the Korean Central News Agency", "was quoted as saying by the paper"
_BY_MEDIA = lazy(
    rf"\b(?P<verb>according\sto|(?:quoted|cited)(?:\sas\s(?:saying|having\ssaid|telling\s[^.,;:▪]{{2,40}}))?\sby|reported\sby|carried\sby)\s"
    rf"(?P<who>(?:the\s|North\sKorea[’']s\s)*(?:{NORTHERN_MEDIA_PATTERN})|the\s(?:paper|newspaper|daily|agency))"
)
# Speaks before anybody was named; whoever is named first takes the words.
_SOMEBODY = FoundSpeaker(Kind.UNNAMED, "", "", Speech.DIRECT, Basis.CARRIED)


def marked(
    report: Report, start: int, text: str, stops: dict[Quotation, int], cues: list[Cue]
) -> Iterator[FoundStatement]:
    """The statements in marks of a sentence that begins at `start` of the body.

    `text`: the sentence without the words in marks. `stops`: where each of those ends. `cues`: of `text`.
    """
    voice, speakers = report.voice, report.speakers
    quoted = quoted_body(report, start, text)
    heard: tuple[FoundSpeaker | None, str] | None = None
    for quotation, stop in stops.items():
        at = quotation.outer_start - start
        cue = _cue_of(text, at, stop - start, cues)
        goes_on = cue is None and (quotation.continues or voice.utterance.paragraph == quotation.paragraph)
        beside = _beside(text, at, stop - start, report.body[stop - 1 : stop]) if cue is None else None
        speaker, verb = _speaker_of(report, start, text, at, cue or beside, cues, goes_on=goes_on and beside is None)
        if not (quotation.continues or goes_on or heard == (speaker, verb)):
            voice.utterance.number += 1
        heard = speaker, verb
        relayed = quoted or _handed_on(report, text, at, cue, cues) or _telling(report, text, at, cue, cues)
        relayed = relayed or (voice.utterance.quoted if goes_on else None)
        voice.utterance = Utterance(voice.utterance.number, quotation.paragraph, speaker, relayed, verb)
        if speaker is not None:
            speakers.heard(speaker)
        chain, actor = chain_within(report, quotation.start, report.body[quotation.start : stop], speaker)
        if relayed is not None and speaker is not None:
            chain = (speaker._replace(speech=Speech.INDIRECT), relayed)
        elif speaker is not None and speaker.kind is Kind.INSTITUTION:
            chain = (*_above(report, start, speaker, cue, cues), *chain)
        elif speaker is not None and speaker.kind in (Kind.NAMED, Kind.UNNAMED) and (media := _in_media(report, text)):
            chain = (media, *chain)
        elif cue and _told_outlet(report, start, text, cue):
            outlet = speakers.meant(cue, start + cue.at, Speech.INDIRECT)
            chain = (outlet, *chain) if outlet else chain
        yield FoundStatement(
            start=quotation.start,
            end=stop,
            speech=Speech.DIRECT,
            cue=verb,
            speakers=chain,
            actor=actor,
            utterance=voice.utterance.number,
            certainty=0.95 if cue else 0.9 if goes_on else 0.5,
        )


def _cue_of(text: str, start: int, end: int, cues: list[Cue]) -> Cue | None:
    """The cue of words in marks at text[start:end]: right behind them, else the last before, else the next behind."""
    behind = next((cue for cue in cues if cue.start >= end), None)
    before = [cue for cue in cues if cue.start < start]
    if behind and not _NOT_ADJACENT.search(text, end, behind.start):
        # "Some said, “…,” according to the broadcast": they spoke, and the broadcast passes it on.
        is_passed_on = behind.is_according
        leads = before and before[-1].who is Who.PERSON and not text[before[-1].end : start].strip(" ,:")
        return before[-1] if is_passed_on and leads else behind
    return before[-1] if before else behind


# --- who speaks them ---


def _beside(text: str, at: int, end: int, last: str) -> Cue | None:
    """Whoever stands right beside words in marks at text[at:end], by whatever verb. `last`: the sign that they end with."""
    is_open = last in _GOES_ON or text.startswith(("”,", "▪,"), end)
    behind = utterer_behind(text, end) if is_open else None
    return behind or (utterer_before(text, at) if text[:at].strip() else None)


def _speaker_of(
    report: Report, start: int, text: str, at: int, cue: Cue | None, cues: list[Cue], *, goes_on: bool
) -> tuple[FoundSpeaker | None, str]:
    """Who speaks the words in marks at text[at], and by what verb."""
    speakers = report.speakers
    if cue is None:
        return _speaker_without_cue(report, start, text, at, goes_on=goes_on)
    if cue.who is None:
        # "adding “…”", "who noted that “…”": whoever the sentence named before, or begins with.
        before = [other for other in cues if other.who is not None and other.start < cue.start]
        first = leading(text)
        if before:
            cue = before[-1]
        elif first or (first := utterer_before(text, at)):
            cue = first._replace(verb=cue.verb)
    for other in cues:
        # "One source has calls from others, telling him “…”", "“…,” he asked, according to people in the room"
        if other.who is Who.PERSON and (other.end <= cue.start or (other.is_according and other is not cue)):
            speakers.meant(other, start + other.at, Speech.DIRECT)
    if cue.who is Who.PRONOUN:
        _hear_introduced(report, start, cues, cue)
        if cue.phrase.lower() == "it" and (bodies := list(BODY.finditer(text, 0, cue.start))):
            speakers.told_of(bodies[-1].group())
            return speakers.institution(cue.phrase, cue.verb, Speech.DIRECT), cue.verb
    is_officer = ITS_OFFICER.fullmatch(cue.phrase) is not None and speakers.has_body
    if cue.who is Who.PERSON and tells_people(text, cue) and (is_officer or whose_officer(cue.phrase)):
        return speakers.institution(cue.phrase, cue.verb, Speech.DIRECT), cue.verb  # "“…,” its director warned them"
    if told := _told_outlet(report, start, text, cue):
        return speakers.meant(told, start + told.at, Speech.DIRECT), cue.verb
    return speakers.meant(cue, start + cue.at, Speech.DIRECT), cue.verb


def _speaker_without_cue(
    report: Report, start: int, text: str, at: int, *, goes_on: bool
) -> tuple[FoundSpeaker | None, str]:
    """The same of words in marks for which the sentence has no cue."""
    voice, speakers = report.voice, report.speakers
    if voice.announced and not goes_on:
        return voice.announced
    if goes_on:
        return voice.utterance.speaker, voice.utterance.cue
    if text.endswith(": ", 0, at) and (said := last_speaking(text[:at])):
        return speakers.institution(
            said.phrase, said.verb, Speech.DIRECT
        ), said.verb  # "The office sent out an order: “…”"
    opens = leading(text[:at]) if text.endswith(_LEADS_TO, 0, at) else None
    if opens and opens.who is Who.PERSON:  # "The trader was upset, “…”"
        return speakers.meant(opens, start + opens.at, Speech.DIRECT), ""
    if (host := speakers.host(start)) and (verb := put_to_them(text[:at])):
        return host._replace(verb=verb), verb
    if asked := speakers.interviewed(start, start + at):
        return asked, ""  # "We also spoke to a trader, learning that “…”"
    return speakers.carried(Speech.DIRECT, start) or _SOMEBODY, ""


def _hear_introduced(report: Report, start: int, cues: list[Cue], cue: Cue) -> None:
    """Hear whom the sentence named before the pronoun: "A driver told us …, “…,” he said"."""
    named = [other for other in cues if other.who is Who.PERSON and other.start < cue.start]
    if named and (speaker := report.speakers.meant(named[-1], start + named[-1].at, Speech.DIRECT)):
        report.speakers.heard(speaker)


# --- through whom they come ---


def _above(
    report: Report, start: int, body: FoundSpeaker, cue: Cue | None, cues: list[Cue]
) -> tuple[FoundSpeaker, ...]:
    """Who told the outlet what a body said: whom the sentence names, else the last source; nobody if it said so in public."""
    speakers = report.speakers
    is_paper = kind_of(body.printed) is Who.DOCUMENT or READING.fullmatch(body.verb)
    if is_paper or IN_PUBLIC.search(f"{body.printed} {body.body}"):
        return ()
    people = (other for other in cues if other is not cue and other.who in (Who.PERSON, Who.PRONOUN))
    named = next((other for other in people if other.phrase.lower() not in ("it", "which")), None)
    known = speakers.meant(named, start + named.at, Speech.INDIRECT) if named else None
    source = speakers.source if speakers.source is not _SOMEBODY else None
    known = known or (source.carried(Speech.INDIRECT) if source else None)
    return (known,) if known else ()


def _in_media(report: Report, text: str) -> FoundSpeaker | None:
    """The state media by which somebody "was quoted as saying" so, or according to which."""
    by = _BY_MEDIA.search(text)
    if by is None:
        return None
    is_known = NORTHERN_MEDIA.search(by["who"]) is not None
    cue = Cue(by.start(), by.end(), by["verb"], by["who"], by.start("who"), Who.BODY if is_known else Who.OUTLET)
    media = report.speakers.meant(cue, report.speakers.at, Speech.INDIRECT)
    return media if media and media.kind is Kind.INSTITUTION else None


def _told_outlet(report: Report, start: int, text: str, cue: Cue) -> Cue | None:
    """Whose words somebody else passes on: "“…,” the paper said, citing a trader"."""
    behind = cited_in(report, start, text) if cue.who in (Who.OUTLET, Who.PERSON) else None
    return behind if behind and behind.who is Who.PERSON else None


def _handed_on(report: Report, text: str, at: int, cue: Cue | None, cues: list[Cue]) -> FoundSpeaker | None:
    """The body whose words at text[at] somebody else passes on: "The office warned that “…,” the source said"."""
    before = [other for other in cues if other.end <= at]
    if not before or before[-1] is cue or cue is None or cue.start < at:
        return None
    inner = before[-1]
    if not BODY.search(inner.phrase) or not _OBJECT_THAT.fullmatch(text, inner.end, at):
        return None
    return report.speakers.institution(inner.phrase, inner.verb, Speech.DIRECT)


def _telling(report: Report, text: str, at: int, cue: Cue | None, cues: list[Cue]) -> FoundSpeaker | None:
    """The body of "The source said that the office met the managers, telling them that “…”"."""
    outer = next((other for other in cues if other.who is Who.PERSON), None)
    if cue is None or outer is None or cue.who is not None or not outer.end <= cue.start < at:
        return None
    inner = following(text, [cue], outer) if _TELLING_THEM.match(text, cue.start) else None
    return report.speakers.institution(inner.phrase, inner.verb, Speech.DIRECT) if inner else None
