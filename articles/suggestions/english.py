"""Who says what in an English report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles.furniture import ends_sentence
from articles.spans import Paragraph
from articles.suggestions.bodies_named import BODY, BODY_SIGN, ORDER_SIGN, ordering_body
from articles.suggestions.english_cues import cited, cues_in
from articles.suggestions.english_hosts import HOST_SIGN, host_in, put_by_host, put_to_them, speaks_for_host
from articles.suggestions.english_kinds import Who, kind_of
from articles.suggestions.english_leads import named_later
from articles.suggestions.english_nouns import IN_PUBLIC, STATE
from articles.suggestions.english_quotations import is_statement
from articles.suggestions.english_speakers import Speakers
from articles.suggestions.english_subjects import Cue, leading
from articles.suggestions.english_within import (
    BODIES,
    THEY_TOLD,
    TO_WHOM_THAT,
    following,
    heads,
    is_foreign_media,
    is_relayed,
    issuing,
    message,
    nested,
    only_acts,
    ordering,
    parted,
    speaks_for_body,
    telling,
    then,
)
from articles.suggestions.english_words import (
    ADDRESSED,
    AS_TELLING,
    AS_TELLING_SIGN,
    BRACKETED,
    CITING,
    CITING_SIGN,
    CUE_BEGINS,
    CUE_IN_OPEN_MARKS,
    FOUND_OUT,
    FOUND_OUT_SIGN,
    LEAD,
    READING,
    REPORTEDLY,
    REPORTEDLY_SIGN,
    SILENT,
    SILENT_SIGN,
)
from articles.suggestions.lines import pieces
from articles.suggestions.marks import by_paragraph, within
from articles.suggestions.reading import FoundSpeaker, FoundStatement, Quotation, Reading
from articles.suggestions.sentences import sentences
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

_NOT_ADJACENT = lazy(r"[^\s,▪”\"'’.)]")


@dataclass
class _Utterance:
    """The last words in marks, which the next ones may go on with."""

    number: int = 0
    paragraph: int = 0
    speaker: FoundSpeaker | None = None
    quoted: FoundSpeaker | None = None
    cue: str = ""


class _Told(NamedTuple):
    """A sentence without words in marks: through whom it is told, actor and addressee, cue, and how sure that is."""

    chain: tuple[FoundSpeaker, ...]
    actor: str
    addressee: str
    cue: str
    certainty: float


def read(
    body: str,
    quotations: tuple[Quotation, ...],
    mentions: Sequence[tuple[int, int]],
    parts: Sequence[Paragraph] | None = None,
    words: Vocabulary | None = None,
) -> Reading:
    """Statements with their speakers. See `reading.Reads`."""
    reader = _read_through(body, quotations, mentions, parts, words)
    return Reading(tuple(_numbered(named_later(reader.found))), reader.speakers.sources.found)


def described_in(
    body: str,
    quotations: tuple[Quotation, ...],
    mentions: Sequence[tuple[int, int]],
    parts: Sequence[Paragraph] | None = None,
    words: Vocabulary | None = None,
) -> Sequence[tuple[int, int]]:
    """Where the sources of `read` are described, and nothing else of them."""
    return _read_through(body, quotations, mentions, parts, words).speakers.sources.places


def _read_through(
    body: str,
    quotations: tuple[Quotation, ...],
    mentions: Sequence[tuple[int, int]],
    parts: Sequence[Paragraph] | None,
    words: Vocabulary | None,
) -> "_Reader":
    words = Vocabulary(body) if words is None else words
    reader = _Reader(body, words, Speakers(body, mentions, words))
    groups = by_paragraph(quotations)
    for paragraph in pieces(body) if parts is None else parts:
        inside = groups.get(paragraph.number, [])
        for start, end in sentences(body, paragraph.start, paragraph.end, inside):
            reader.sentence(start, end, within(inside, start, end), is_lead=paragraph.number == 1)
    return reader


class _Reader:
    """Reads one sentence after the other."""

    def __init__(self, body: str, words: Vocabulary, speakers: Speakers) -> None:
        self.body, self.words, self.speakers = body, words, speakers
        self.utterance = _Utterance()
        self.announced: tuple[FoundSpeaker, str] | None = None
        self.is_interview = False
        self.host = ""  # whoever held the meeting that the sentence tells of
        self.answering: FoundSpeaker | None = None
        self.found: list[FoundStatement] = []

    def sentence(self, start: int, end: int, here: Sequence[Quotation], *, is_lead: bool) -> None:
        """Add the statements of body[start:end], in which these quotations begin."""
        spoken = [quotation for quotation in here if is_statement(self.body, quotation, start, end)]
        stops = {quotation: self._stop(quotation) for quotation in spoken}
        text = _blotted(self.body, start, end, stops)
        cues = self._cues(text, start)
        self.host = host_in(self.body[start:end]) if self._has(HOST_SIGN, start, text) else ""
        if self.host:
            self.speakers.hosts(self.host, start)
        if spoken:
            found = list(self._direct(start, text, stops, cues))
            if spoken[0].continues and found[0].cue:
                self._name_before(found[0])
            self.found += found
            self.announced = None
            return
        self.announced = self._announced(start, text, cues)
        if not self.announced:
            self.found += self._indirect(start, end, text, cues, is_lead=is_lead)

    def _cues(self, text: str, at: int) -> list[Cue]:
        """The cues of words that begin at `at` of the body."""
        found = cues_in(text, [begin - at for begin in self.words.within(CUE_BEGINS, at, at + len(text))])
        before = self.found[-1].speakers if self.found else ()
        found = [cue._replace(who=Who.OUTLET) if is_foreign_media(text, cue) else cue for cue in found]
        if self.speakers.body:
            found = [cue._replace(who=Who.MOUTH) if speaks_for_host(text, cue, before) else cue for cue in found]
        return [cue for cue in found if cue.who is not Who.EVENT]

    def _announced(self, start: int, text: str, cues: list[Cue]) -> tuple[FoundSpeaker, str] | None:
        """Whose words follow in a paragraph of their own, and by what verb: "A partner in Kilju told us:"."""
        named = [cue for cue in cues if cue.who is not None] if text.endswith(":") else []
        if named and text.endswith(", ", 0, named[-1].start):
            return None  # "Nets are barred, the agency reports:", which tells what it announces
        speaker = self.speakers.meant(named[-1], start + named[-1].at, Speech.DIRECT) if named else None
        return (speaker, named[-1].verb) if speaker else None

    def _name_before(self, named: FoundStatement) -> None:
        """Name the speaker of the paragraphs before, where only the last of a quotation says whose words it is."""
        for index in range(len(self.found) - 1, -1, -1):
            before = self.found[index]
            if before.speech is not Speech.DIRECT or before.cue or before.utterance != named.utterance:
                return
            self.found[index] = before._replace(
                cue=named.cue, speakers=named.speakers, actor="", certainty=named.certainty
            )

    # --- words in marks ---

    def _stop(self, quotation: Quotation) -> int:
        """Where the words of a quotation end: with their mark, or before the cue where the mark was forgotten."""
        if quotation.is_closed:
            return quotation.end
        cue = CUE_IN_OPEN_MARKS.search(self.body, quotation.start, quotation.end)
        return cue.end() if cue else quotation.end

    def _direct(self, start: int, text: str, stops: dict[Quotation, int], cues: list[Cue]) -> Iterator[FoundStatement]:
        quoted = self._quoted_body(start, text)
        heard: tuple[FoundSpeaker | None, str] | None = None
        for quotation, stop in stops.items():
            cue = _cue_of(text, quotation.outer_start - start, stop - start, cues)
            goes_on = cue is None and (quotation.continues or self.utterance.paragraph == quotation.paragraph)
            at = quotation.outer_start - start
            speaker, verb = self._speaker_of(start, text, at, cue, cues, goes_on=goes_on)
            if not (quotation.continues or goes_on or heard == (speaker, verb)):
                self.utterance.number += 1
            heard = speaker, verb
            relayed = quoted or self._handed_on(text, at, cue, cues) or self._telling(text, at, cue, cues)
            relayed = relayed or (self.utterance.quoted if goes_on else None)
            self.utterance = _Utterance(self.utterance.number, quotation.paragraph, speaker, relayed, verb)
            if speaker is not None:
                self.speakers.heard(speaker)
            chain, actor, addressee = self._within(quotation.start, self.body[quotation.start : stop], speaker)
            if relayed is not None and speaker is not None:
                chain = (speaker._replace(speech=Speech.INDIRECT), relayed)
            elif speaker is not None and speaker.kind is Kind.INSTITUTION:
                chain = (*self._above(start, speaker, cue, cues), *chain)
            elif cue and self._told_outlet(start, text, cue):
                outlet = self.speakers.meant(cue, start + cue.at, Speech.INDIRECT)
                chain = (outlet, *chain) if outlet else chain
            yield FoundStatement(
                start=quotation.start,
                end=stop,
                speech=Speech.DIRECT,
                cue=verb,
                speakers=chain,
                actor=actor,
                addressee=addressee,
                utterance=self.utterance.number,
                certainty=0.95 if cue else 0.9 if goes_on else 0.5,
            )

    def _above(self, start: int, body: FoundSpeaker, cue: Cue | None, cues: list[Cue]) -> tuple[FoundSpeaker, ...]:
        """Who told the outlet what a body said: whom the sentence names, else the last source; nobody if it said so in public."""
        is_paper = kind_of(body.printed) is Who.DOCUMENT or READING.fullmatch(body.verb)
        if is_paper or IN_PUBLIC.search(f"{body.printed} {body.body}"):
            return ()
        people = (other for other in cues if other is not cue and other.who in (Who.PERSON, Who.PRONOUN))
        named = next((other for other in people if other.phrase.lower() not in ("it", "which")), None)
        known = self.speakers.meant(named, start + named.at, Speech.INDIRECT) if named else None
        source = self.speakers.source if self.speakers.source is not _SOMEBODY else None
        known = known or (source.carried(Speech.INDIRECT) if source else None)
        return (known,) if known else ()

    def _speaker_of(
        self, start: int, text: str, at: int, cue: Cue | None, cues: list[Cue], *, goes_on: bool
    ) -> tuple[FoundSpeaker | None, str]:
        """Who speaks the words in marks at text[at], and by what verb."""
        if cue is None:
            if self.announced and not goes_on:
                return self.announced
            if goes_on:
                return self.utterance.speaker, self.utterance.cue
            opens = leading(text[:at]) if text.endswith(_LEADS_TO, 0, at) else None
            if opens and opens.who is Who.PERSON:  # "The trader was upset, “…”"
                return self.speakers.meant(opens, start + opens.at, Speech.DIRECT), ""
            if (host := self.speakers.host(start)) and (verb := put_to_them(text[:at])):
                return host._replace(verb=verb), verb
            if asked := self.speakers.interviewed(start, start + at):
                return asked, ""  # "We also spoke to a trader, learning that “…”"
            return self.speakers.carried(Speech.DIRECT, start) or _SOMEBODY, ""
        if cue.who is None:
            # "adding “…”", "who noted that “…”": whoever the sentence named before, or begins with.
            before = [other for other in cues if other.who is not None and other.start < cue.start]
            first = leading(text)
            if before:
                cue = before[-1]
            elif first:
                cue = first._replace(verb=cue.verb)
        for other in cues:
            # "One source has calls from others, telling him “…”", "“…,” he asked, according to people in the room"
            if other.who is Who.PERSON and (other.end <= cue.start or (other.is_according and other is not cue)):
                self.speakers.meant(other, start + other.at, Speech.DIRECT)
        if cue.who is Who.PRONOUN:
            self._introduced(start, cues, cue)
            if cue.phrase.lower() == "it" and (bodies := list(BODY.finditer(text, 0, cue.start))):
                self.speakers.told_of(bodies[-1].group())
                return self.speakers.institution(cue.phrase, cue.verb, Speech.DIRECT), cue.verb
        if told := self._told_outlet(start, text, cue):
            return self.speakers.meant(told, start + told.at, Speech.DIRECT), cue.verb
        return self.speakers.meant(cue, start + cue.at, Speech.DIRECT), cue.verb

    def _told_outlet(self, start: int, text: str, cue: Cue) -> Cue | None:
        """Whose words another outlet passes on: "“…,” the paper said, citing a trader"."""
        behind = self._cited(start, text) if cue.who is Who.OUTLET else None
        return behind if behind and behind.who is Who.PERSON else None

    def _introduced(self, start: int, cues: list[Cue], cue: Cue) -> None:
        """Hear whom the sentence named before the pronoun: "A driver told us …, “…,” he said"."""
        named = [other for other in cues if other.who is Who.PERSON and other.start < cue.start]
        if named and (speaker := self.speakers.meant(named[-1], start + named[-1].at, Speech.DIRECT)):
            self.speakers.heard(speaker)

    def _quoted_body(self, start: int, text: str) -> FoundSpeaker | None:
        """The body of "the source quoted the committee as telling …"."""
        match = AS_TELLING.search(text) if self._has(AS_TELLING_SIGN, start, text) else None
        if match is None or match["apart"] or kind_of(match["who"].strip()) not in (Who.BODY, Who.MOUTH):
            return None
        return self.speakers.institution(match["who"].strip(), match["cue"], Speech.DIRECT)

    def _handed_on(self, text: str, at: int, cue: Cue | None, cues: list[Cue]) -> FoundSpeaker | None:
        """The body whose words at text[at] somebody else passes on: "The office warned that “…,” the source said"."""
        before = [other for other in cues if other.end <= at]
        if not before or before[-1] is cue or cue is None or cue.start < at:
            return None
        inner = before[-1]
        if not BODY.search(inner.phrase) or not _OBJECT_THAT.fullmatch(text, inner.end, at):
            return None
        return self.speakers.institution(inner.phrase, inner.verb, Speech.DIRECT)

    def _telling(self, text: str, at: int, cue: Cue | None, cues: list[Cue]) -> FoundSpeaker | None:
        """The body of "The source said that the office met the managers, telling them that “…”"."""
        outer = next((other for other in cues if other.who is Who.PERSON), None)
        if cue is None or outer is None or cue.who is not None or not outer.end <= cue.start < at:
            return None
        inner = following(text, [cue], outer) if _TELLING_THEM.match(text, cue.start) else None
        return self.speakers.institution(inner.phrase, inner.verb, Speech.DIRECT) if inner else None

    # --- words without marks ---

    def _indirect(self, start: int, end: int, text: str, cues: list[Cue], *, is_lead: bool) -> Iterator[FoundStatement]:
        if cues and cues[0].is_label and text.endswith("?"):
            self.is_interview, self.answering = True, None  # "Daily X: How are things?"
            return
        named = [cue for cue in cues if cue.who is not None]
        if cues and not named and (first := leading(text)) and first.end <= cues[0].start:
            ordered = self._ordered(start, text) if first.who is Who.BODY else None
            phrase = ordered[0] if ordered else first.phrase  # "the office got an order from the ministry telling it …"
            named = [first._replace(phrase=phrase, verb=cues[0].verb, end=cues[0].end)]
        if any(cue.who is Who.DOCUMENT for cue in named) and (ordering := self._ordered(start, text)):
            self.speakers.told_of(ordering[0])  # "The order, issued by the Cabinet, says that …"
        heard = [cue for cue in named if not only_acts(cue)]
        if named and not heard:
            return
        named = heard
        for cue in named:
            if cue.phrase.lower() == "it" and (bodies := list(BODY.finditer(text, 0, cue.start))):
                self.speakers.told_of(bodies[-1].group())  # "The committee met the managers, whom it told to …"
        if self._has(SILENT_SIGN, start, text) and (silent := SILENT.search(text)):
            named = [cue for cue in named if not cue.start <= silent.start() < cue.end <= silent.end()]
            if not named:
                return
        told = self._told(start, text, cues, named) or self._answer()
        if told and self.is_interview and cues and cues[0].is_label:
            self.answering = told.chain[-1].carried(Speech.INDIRECT)
        if told and told.chain and self.utterance.speaker and told.chain[0].source != self.utterance.speaker.source:
            self.utterance.paragraph = 0  # somebody else has spoken since
        if told is None and not (is_lead and ends_sentence(text)):
            self._acting(start, text, None)  # the outlet’s own telling: "it" takes up whoever acts there
            return
        speech = Speech.INDIRECT if told else Speech.OWN
        told = told or _Told(*self._within(start, text, None), "", 0.3)
        yield FoundStatement(
            start=start,
            end=end,
            speech=speech,
            cue=told.cue,
            speakers=told.chain,
            actor=told.actor,
            addressee=told.addressee,
            utterance=None,
            certainty=told.certainty,
        )

    def _answer(self) -> _Told | None:
        """A further sentence of somebody whom an interview without marks lets answer."""
        return _Told((self.answering,), "", "", "", 0.5) if self.answering else None

    def _told(self, start: int, text: str, cues: list[Cue], named: list[Cue]) -> _Told | None:
        """What a sentence without words in marks tells, through whom; None for no statement."""
        # What its officials tell people is a body's, if somebody passes it on.
        if len(named) > 1 or self.speakers.source:
            named = [cue._replace(who=Who.BODY) if speaks_for_body(text, cue) else cue for cue in named]
        outer = next((cue for cue in named if cue.is_according and not is_relayed(text, cue, named)), None)
        outer = outer or next((cue for cue in named if not self._is_body(cue)), None)
        inner = next((cue for cue in named if self._is_body(cue) and cue is not outer), None)
        if (
            outer
            and inner
            and STATE.fullmatch(inner.phrase)
            and outer.is_according
            and _ITS_GOVERNMENT.fullmatch(outer.phrase)
        ):
            inner = None  # "Norway puts it at ten, according to the government": that state’s own
        if outer and outer.is_own_finding:
            return _Told((self._inner(inner),) if inner else (), "", "", (inner or outer).verb, 0.8)
        if outer and (speaker := self.speakers.meant(outer, start + outer.at, Speech.INDIRECT)):
            self.speakers.heard(speaker)
            inner = (
                inner
                or telling(text, cues, outer)
                or parted(text, outer)
                or following(text, cues, outer)
                or (put_by_host(text, self.host) if self.host else None)
            )
            inner = None if inner and only_acts(inner) else inner
            if inner is None and speaker.kind is Kind.NAMED:
                for cue in named:
                    if cue.who is Who.OUTLET:
                        self.speakers.passes_on(cue)  # "Owen Lea urged the port to shut, the Coast Bell reported"
            return self._by_somebody(start, text, outer, speaker, inner, named)
        if inner:
            told = self._by_body(start, text, inner)
            below = next((cue for cue in named if cue.who in BODIES and cue.start >= inner.end), None)
            is_state = below is not None and STATE.fullmatch(below.phrase)
            if told and below and not is_state and text.endswith(_THAT, inner.end, below.start):
                return told._replace(chain=(*told.chain, self._inner(below)), addressee=_addressee(text, below.end))
            return told
        if self._has(FOUND_OUT_SIGN, start, text) and (found := FOUND_OUT.search(text)):
            return _Told((), "", "", next(verb for verb in found.groups() if verb), 0.7)
        if self._has(REPORTEDLY_SIGN, start, text) and REPORTEDLY.search(text):
            chain, actor, addressee = self._acting(start, text, self.speakers.carried(Speech.INDIRECT, start))
            if not (chain or actor) and (ordered := self._ordered(start, text)):
                chain = (self.speakers.institution(*ordered, Speech.SUMMARY),)
            return _Told(chain, actor, addressee, chain[-1].verb if chain else "", 0.4)
        if (host := self.speakers.host(start)) and (verb := put_to_them(text)):
            above = self.speakers.source.carried(Speech.INDIRECT) if self.speakers.source else None
            host = host._replace(verb=verb, speech=Speech.INDIRECT)
            return _Told((above, host) if above else (host,), "", "", verb, 0.5)
        giving = issuing(text) if self._has(ORDER_SIGN, start, text) else None
        if (
            giving
            and giving.who is Who.NAME
            and (leader := self.speakers.meant(giving, start + giving.at, Speech.INDIRECT))
        ):
            self.speakers.heard(leader)
            return _Told((leader,), "", "", giving.verb, 0.5)
        return self._by_body(start, text, giving) if giving else None

    def _by_somebody(
        self, start: int, text: str, outer: Cue, speaker: FoundSpeaker, inner: Cue | None, named: list[Cue]
    ) -> _Told:
        """A source, with the body it relays; an outlet, with the source that told it."""
        if speaker.kind is Kind.OUTLET:
            below = next((cue for cue in named if cue.who is Who.PERSON and cue is not outer), None)
            behind = self._cited(start, text)
            below = below or (behind if behind and behind.who is Who.PERSON else None)
            source = self.speakers.meant(below, start + below.at, Speech.INDIRECT) if below else None
            if below and source:
                self.speakers.heard(source)
                return _Told((speaker, source), "", "", below.verb, 0.7)
            if behind and behind.who in BODIES and inner is None:
                return _Told(
                    (speaker, self._inner(behind)), "", "", outer.verb, 0.7
                )  # "Citing a report from the centre, …"
        if (behind := self._cited(start, text)) and behind.who is Who.PERSON:
            told = self.speakers.meant(behind, start + behind.at, Speech.INDIRECT)  # "…, he said, citing a driver"
            if told and speaker.kind is Kind.NAMED and behind.start < outer.start:
                return _Told((speaker, told), "", "", behind.verb, 0.7)  # "Citing a driver, Owen Lea said …"
        for also in named:
            if also.who is Who.PERSON and also.start > outer.start:
                self.speakers.meant(
                    also, start + also.at, Speech.INDIRECT
                )  # "…, one source said, while another said …"
        if inner:
            return _Told((speaker, self._inner(inner)), "", _addressee(text, inner.end), outer.verb, 0.8)
        if quoted := self._quoted_body(start, text):
            return _Told((speaker, quoted._replace(speech=Speech.INDIRECT)), "", "", outer.verb, 0.8)
        by_it = self._inner(behind) if behind and behind.who in BODIES and inner is None else None
        if by_it and by_it.kind is Kind.INSTITUTION and speaker.kind in (Kind.UNNAMED, Kind.NAMED):
            return _Told((speaker, by_it), "", "", by_it.verb, 0.7)  # "…, he said, citing the ministry"
        begin = outer.end if outer.start < 3 else 0
        if begin and outer.is_according and (when := _SOME_DAY.match(text, begin)):
            begin = when.end()
        if begin and (that := TO_WHOM_THAT.match(text, begin)):
            begin = that.end()
        return _Told(*self._acting(start + begin, text[begin:], speaker), outer.verb, 0.8)

    def _cited(self, start: int, text: str) -> Cue | None:
        """The person or body of "the agency reported, citing a trader, that …"."""
        citing = CITING.search(text) if self._has(CITING_SIGN, start, text) else None
        return cited(text, citing) if citing else None

    def _by_body(self, start: int, text: str, cue: Cue) -> _Told | None:
        """A body that nobody is said to relay: whoever spoke last does, unless it speaks in public itself."""
        body = (
            self.speakers.institution(cue.phrase, cue.verb, Speech.INDIRECT)
            if cue.who is Who.PRONOUN
            else self.speakers.meant(cue, start + cue.at, Speech.INDIRECT)
        )
        if body is None:
            return None
        if body.kind is Kind.OUTLET:  # "the report said, citing a trader", of a paper's report
            self.speakers.heard(body)
            return self._by_somebody(start, text, cue, body, None, [])
        is_public = cue.who is Who.DOCUMENT or IN_PUBLIC.search(cue.phrase) or self.speakers.is_speaking(body)
        above = None if is_public else self.speakers.source
        if above is None:
            self.speakers.heard(body)
            return _Told((body,), "", _addressee(text, cue.end), cue.verb, 0.7)
        above = above._replace(verb="", speech=Speech.INDIRECT, basis=Basis.CARRIED)
        return _Told((above, body), "", _addressee(text, cue.end), cue.verb, 0.7)

    def _inner(self, cue: Cue) -> FoundSpeaker:
        if cue.who is Who.DOCUMENT and (issued := self.speakers.document(cue.phrase, cue.verb, Speech.INDIRECT)):
            return issued
        phrase = " ".join(cue.phrase.split())
        phrase = phrase if "[" in phrase else phrase.removesuffix("]")  # "[The office] told us"
        return self.speakers.institution(phrase, cue.verb, Speech.INDIRECT)

    def _within(
        self, start: int, words: str, speaker: FoundSpeaker | None
    ) -> tuple[tuple[FoundSpeaker, ...], str, str]:
        """The chain of somebody's words: whom they relay, or which body acts in them; and whom it addresses.

        `start`: where they stand in the body.
        """
        basis = Basis.BRACKET if BRACKETED.match(words) else Basis.PRINTED
        rest = _without_lead(words)
        cues = self._cues(rest[:_OPENING], start + len(words) - len(rest))
        says = next((cue for cue in cues if self._is_body(cue) and cue.start < 3), None)
        says = (
            says
            or self._officials(rest, cues)
            or nested(rest, cues)
            or self._introduced_body(rest, cues)
            or message(rest)
            or self._they(rest)
            or then(rest, cues)
        )
        says = says or (heads(rest) or self._paper(rest) or ordering(cues) if speaker is not None else None)
        if says is None:
            return self._acting(start, words, speaker)
        addressee = _addressee(rest, says.end)
        if speaker is not None and speaker.kind in (Kind.UNNAMED, Kind.NAMED):
            relayed = self._inner(says)._replace(basis=basis)
            return (speaker, relayed), "", addressee
        return (speaker,) if speaker is not None else (), says.phrase, addressee

    def _introduced_body(self, words: str, cues: list[Cue]) -> Cue | None:
        """The body of "At a meeting in March, the committee boasted that …", "Reading out names, the committee urged …"."""
        first = next((cue for cue in cues if cue.who is not None and not STATE.fullmatch(cue.phrase)), None)
        return first if first and first.who in BODIES and _SCENE.fullmatch(words, 0, first.start) else None

    def _officials(self, words: str, cues: list[Cue]) -> Cue | None:
        """The body of "Last week, people’s unit leaders informed us that …", said to those it rules."""
        first = cues[0] if cues and speaks_for_body(words, cues[0]) else None
        leads = first and (first.start < 3 or _SCENE.fullmatch(words, 0, first.start))
        return first._replace(who=Who.BODY) if first and leads else None

    def _they(self, words: str) -> Cue | None:
        """The body told of right before "They told us that …"."""
        match = THEY_TOLD.match(words)
        bodies = [each for each in self.found[-1].speakers if each.kind is Kind.INSTITUTION] if self.found else []
        told_of = bodies or (self.found and self.found[-1].actor)
        return Cue(0, match.end(), match["cue"], match["who"], 0, Who.BODY) if match and told_of else None

    def _paper(self, words: str) -> Cue | None:
        """The body told of before "The order came in April, and it says that …"."""
        match = _PAPER_SAYS.match(words) if self.speakers.body else None
        return Cue(0, match.end(), match["cue"], "it", 0, Who.PRONOUN) if match else None

    def _is_body(self, cue: Cue) -> bool:
        """Whether a body speaks, be it as "it" after the body that was told of before."""
        return cue.who in BODIES or (cue.phrase.lower() == "it" and self.speakers.has_body)

    def _acting(
        self, start: int, words: str, speaker: FoundSpeaker | None
    ) -> tuple[tuple[FoundSpeaker, ...], str, str]:
        """The same of words in which no body speaks: one acts at their beginning, or its order is told of."""
        chain = (speaker,) if speaker is not None else ()
        acting = BODY.match(_without_lead(words)) if self._has(BODY_SIGN, start, words) else None
        ordered = self._ordered(start, words) if speaker is not None and speaker.kind is Kind.UNNAMED else None
        if acting:
            self.speakers.told_of(acting.group())
        if acting and not (ordered and acting.group().strip().lower().endswith(ordered[0].lower())):
            return chain, " ".join(acting.group().split()), ""
        return (*chain, self.speakers.institution(*ordered, Speech.SUMMARY)) if ordered else chain, "", ""

    def _ordered(self, start: int, words: str) -> tuple[str, str] | None:
        """The body whose order they tell of, and its verb."""
        return ordering_body(words) if self._has(ORDER_SIGN, start, words) else None

    def _has(self, sign: re.Pattern[str], start: int, words: str) -> bool:
        """Whether a sign begins in words that stand at `start` of the body."""
        return self.words.has(sign, start, start + len(words))


_LEADS_TO = (", ", ": ")
_ITS_GOVERNMENT = lazy(r"(?:the|its)\s(?:government|authorities)")
_SCENE = lazy(
    r"(?:At|In|On|After|During|By|Last|This|Since|Then|When|If|While|Because|(?!Accord)[A-Z][a-z]+ing)\b[^.!?;“”]{0,90},\s"
)
_PAPER_SAYS = lazy(
    r"[Tt]he\s(?:circular|notice|directive|decree|order|instruction)s?\s[^.!?“”]{2,80}?\b(?:it|they)\s(?P<cue>says?|said|reads?|states?|stated)\b"
)
# "According to a source in Kilju on Monday, the committee …"
_SOME_DAY = lazy(r"\s[^,.;:“”▪]{1,40}(?=,\s)")
_OBJECT_THAT = lazy(r"\s(?:[\w’'-]+\s){0,6}?that\s")
_TELLING_THEM = lazy(r"(?:telling|ordering|warning|instructing|urging|informing|reminding|notifying)\s(?!us\b|me\b)")
_THAT = (" that ", " that the ", " that its ")
_OPENING = 300
# Speaks before anybody was named; whoever is named first takes the words.
_SOMEBODY = FoundSpeaker(Kind.UNNAMED, "", "", Speech.DIRECT, Basis.CARRIED)


def _addressee(text: str, end: int) -> str:
    """Whom a verb that ends at text[end] addresses, or ""."""
    match = ADDRESSED.match(text, end)
    return match["whom"] if match else ""


def _without_lead(words: str) -> str:
    """Words without a bracket, "however" and the like at their beginning."""
    bare = words.lstrip("[ ")
    lead = LEAD.match(bare)
    return bare[lead.end() if lead else 0 :]


def _blotted(body: str, start: int, end: int, stops: dict[Quotation, int]) -> str:
    """body[start:end] with "▪" for every letter inside marks, so that no word there is taken for a cue, and its lines as one."""
    parts, at = [], start
    for quotation, stop in stops.items():
        until = min(end, quotation.outer_end if quotation.is_closed else stop)
        parts += [body[at : quotation.outer_start], "▪" * (until - quotation.outer_start)]
        at = until
    return "".join([*parts, body[at:end]]).replace("\n", " ")


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


def _numbered(found: list[FoundStatement]) -> Iterator[FoundStatement]:
    """Only utterances that the report splits keep a number."""
    counts: dict[int | None, int] = {}
    for statement in found:
        counts[statement.utterance] = counts.get(statement.utterance, 0) + 1
    for statement in found:
        is_alone = statement.utterance is not None and counts[statement.utterance] == 1
        yield statement.alone() if is_alone else statement
