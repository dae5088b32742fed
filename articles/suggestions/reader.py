"""Read a report: everything that is suggested for it, from its text alone."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import nullcontext

from articles.dates import PartialDate
from articles.remembered import within_a_reading
from articles.spans import paragraphs
from articles.suggestions.clean.body import in_lines, without_furniture
from articles.suggestions.collector import collector_waiting
from articles.suggestions.dangers import Dangers
from articles.suggestions.english import report as english
from articles.suggestions.filing.report import Filed, Filing
from articles.suggestions.korean import report as korean
from articles.suggestions.korean.here import homes
from articles.suggestions.lines import pieces
from articles.suggestions.marks import in_common_marks, in_double_marks, quotations
from articles.suggestions.printed_dates.resolving import dates_in
from articles.suggestions.reading import FoundSpeaker, FoundStatement, Reading
from articles.suggestions.signs import word_of
from articles.suggestions.talks import Talks
from articles.suggestions.topic_names import NamedTopics
from articles.suggestions.values import (
    Basis,
    Kind,
    Passage,
    Speech,
    SuggestedClaim,
    SuggestedDate,
    SuggestedSource,
    SuggestedStep,
    SuggestedWarning,
    Suggestions,
)
from provinces.patterns import lazy
from sources.descriptors import source_mentions
from sources.vocabulary import Vocabulary

# At whose first word that begins.
_OURS_SIGN = word_of("[Oo]ur|my|where|around|in|next|[Tt]he")
_OURS = lazy(
    r"\b(?:[Oo]ur\s(?:own\s)?(?:town|village|city|county|province|district|neighbou?rhood|area|region|market|farm|factory|mine|port|street)"
    r"|(?:my|our)\sown\seyes|where\s(?:we|I)\slive|next\sdoor\sto\s(?:me|us)|around\shere|in\sthese\sparts"
    # whose else than the speaker's
    r"|[Tt]he\s(?:provincial|county|city|municipal|district)\s(?:[a-z][\w’'-]*\s){0,3}?(?:bureau|party|committee|office|department|league|union|police|authorities|government|secretary|court|hospital))\b"
)
# A text so long makes more objects than the collector of cycles leaves alone.
_LONG = 50_000
_OUTLET = SuggestedStep(Kind.OUTLET, "", "", Speech.OWN, Basis.PRINTED)


def suggest(body: str, *, language: str, published: PartialDate, headline: str = "") -> Suggestions:
    """Every claim the body seems to make. `published`: against which dates are read; `headline` counts for filing alone."""
    with collector_waiting() if len(body) > _LONG else nullcontext():
        try:
            return _suggested(body, language, published, headline)
        finally:
            within_a_reading.forget()


def _suggested(body: str, language: str, published: PartialDate, headline: str) -> Suggestions:
    printed, body = body, without_furniture(in_lines(body), headline)
    body = in_common_marks(body) if language == "ko" else in_double_marks(body)
    read = korean.read if language == "ko" else english.read
    words = Vocabulary(body)
    mentions = source_mentions(body, words)
    parts = pieces(body)
    reading = read(body, quotations(body, parts), mentions, parts, words)
    filing = Filing.from_files()
    filed = filing.filed(body, language, headline, mentions)
    dangers = Dangers.of(body, language, words)
    told = filing.told_topics(body, language, words)
    topics = told.named()
    dates = tuple(_date_as_printed(date, printed) for date in dates_in(body, language, published, words))
    days = [date.passage.start for date in dates]
    starts = [paragraph.start for paragraph in paragraphs(printed)]
    ours = homes(reading, body) if language == "ko" else _own_places(reading, body, words)
    return Suggestions(
        claims=tuple(
            _claim(
                printed,
                found,
                bisect_right(starts, found.start),
                language,
                filed,
                topics,
                dangers,
                dates[bisect_left(days, found.start) : bisect_left(days, found.end)],
            )
            for found in reading.statements
        ),
        sources=_sources(reading, Talks(body, reading.statements, parts), dates, words),
        institutions=tuple(dict.fromkeys(s.body for f in reading.statements for s in f.speakers if s.body)),
        provinces=tuple(dict.fromkeys((*filed.provinces, *ours))),
        places=filed.places,
        topics=filing.report_topics(told, language, headline),
        dates=dates,
    )


def _own_places(reading: Reading, body: str, words: Vocabulary) -> Iterator[str]:
    """The provinces of sources who speak of "our town": there it happens."""
    ours = [match.span() for place in words.places(_OURS_SIGN) if (match := _OURS.match(body, place))]
    begins = [start for start, _ in ours]
    for found in reading.statements:
        first = bisect_left(begins, found.start)
        if found.speech is Speech.DIRECT and first < len(ours) and ours[first][1] <= found.end:
            sources = (reading.sources[each.source] for each in found.speakers if each.source is not None)
            yield from (source.province for source in sources if source.province)


def _as_printed(passage: Passage, body: str) -> Passage:
    """The passage in the words of the report, should furniture that was blanked out stand in the middle of it."""
    words = body[passage.start : passage.end]
    return passage if words == passage.text else passage._replace(text=words)


def _date_as_printed(date: SuggestedDate, body: str) -> SuggestedDate:
    passage = _as_printed(date.passage, body)
    return date if passage is date.passage else date._replace(passage=passage)


def _warning_as_printed(warning: SuggestedWarning, body: str) -> SuggestedWarning:
    passage = _as_printed(warning.passage, body)
    return warning if passage is warning.passage else warning._replace(passage=passage)


def _claim(
    body: str,
    found: FoundStatement,
    paragraph: int,
    language: str,
    filed: Filed,
    topics: NamedTopics,
    dangers: Dangers,
    dates: tuple[SuggestedDate, ...],
) -> SuggestedClaim:
    words = body[found.start : found.end]
    utterer = _utterer(found)
    return SuggestedClaim(
        passage=Passage(found.start, found.end, words),
        paragraph=paragraph,
        speech=found.speech,
        speaker=utterer.printed if utterer and utterer.basis is not Basis.CARRIED else "",
        anonymous=utterer is not None and utterer.kind is Kind.UNNAMED,
        cue=_cue(found, utterer),
        steps=(_OUTLET, *map(_step, found.speakers)),
        actor=found.actor,
        addressee=found.addressee,
        utterance=found.utterance,
        provinces=filed.claim_provinces(found.start, found.end),
        places=filed.claim_places(found.start, found.end),
        topics=Filing.from_files().claim_topics(topics, found.start, found.end),
        event=_first(dates, "event"),
        due=_first(dates, "due"),
        dates=dates,
        warnings=tuple([_warning_as_printed(warning, body) for warning in dangers.within(found.start, found.end)]),
        certainty=found.certainty,
    )


def _first(dates: tuple[SuggestedDate, ...], kind: str) -> SuggestedDate | None:
    """The first date of a kind."""
    for date in dates:
        if date.kind == kind:
            return date
    return None


def _utterer(found: FoundStatement) -> FoundSpeaker | None:
    """Whose words these are: in marks, the last who speaks directly; else the last of the chain."""
    direct = [speaker for speaker in found.speakers if speaker.speech is Speech.DIRECT]
    speakers = direct if found.speech is Speech.DIRECT and direct else found.speakers
    return speakers[-1] if speakers else None


def _cue(found: FoundStatement, utterer: FoundSpeaker | None) -> str:
    """The verb of whoever utters the words: of "the bureau demanded …, according to the source", "demanded"."""
    is_passed_on = found.speech is Speech.INDIRECT and utterer is not None and utterer is not found.speakers[0]
    return utterer.verb if utterer and is_passed_on and utterer.verb else found.cue


def _step(speaker: FoundSpeaker) -> SuggestedStep:
    return SuggestedStep(
        kind=speaker.kind,
        printed=speaker.printed,
        verb=speaker.verb,
        speech=speaker.speech,
        basis=speaker.basis,
        source=None if speaker.source is None else speaker.source + 1,
        body=speaker.body,
    )


def _sources(
    reading: Reading, talks: Talks, dates: tuple[SuggestedDate, ...], words: Vocabulary
) -> tuple[SuggestedSource, ...]:
    hearers, contacts, conditions = talks.hearers(), talks.contacts(dates), talks.conditions(words)
    return tuple(
        SuggestedSource(
            number=index + 1,
            descriptor=source.descriptor,
            role=source.role,
            province=source.province,
            told=hearers.get(index, ""),
            contact=contacts.get(index, ""),
            condition=conditions.get(index, ""),
        )
        for index, source in enumerate(reading.sources)
    )
