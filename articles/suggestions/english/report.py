"""Who says what in an English report."""

from collections.abc import Iterator, Sequence

from articles.spans import Paragraph
from articles.suggestions.english.addressees import with_addressees
from articles.suggestions.english.hosts import HOST_SIGN, host_in
from articles.suggestions.english.leads import named_later
from articles.suggestions.english.likely import Likely
from articles.suggestions.english.marked import marked
from articles.suggestions.english.quotations import blotted, end_of, is_statement
from articles.suggestions.english.second_hand import with_second_hand
from articles.suggestions.english.speakers import Speakers
from articles.suggestions.english.subjects import Cue
from articles.suggestions.english.unmarked import unmarked
from articles.suggestions.english.voice import Report
from articles.suggestions.likely import Answers, Asked, asked_of, with_likely
from articles.suggestions.lines import pieces
from articles.suggestions.marks import by_paragraph, within
from articles.suggestions.reading import FoundSpeaker, FoundStatement, Quotation, Reading
from articles.suggestions.sentences import sentences
from articles.suggestions.values import Speech
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

# Who goes on talking in a broadcast: "Anchor: The ministry says …".
_BROADCASTING = lazy(r"(?:(?:[Nn]ews\s)?(?:Anchor|Presenter|Reporter|Report|Narrator|Narration|MC))\s?:\s+(?=[A-Z])")
# "A trader explained the matter as follows." and the quotation in the next paragraph
_AS_FOLLOWS = lazy(r"\b(?:as\sfollows|like\sthis|in\sthese\swords|in\sthis\sway|the\sfollowing(?:\s\w+)?)\.$")


def read(
    body: str,
    quotations: tuple[Quotation, ...],
    mentions: Sequence[tuple[int, int]],
    parts: Sequence[Paragraph] | None = None,
    words: Vocabulary | None = None,
) -> Reading:
    """Statements with their speakers. See `reading.Reads`."""
    report = _read_through(body, quotations, mentions, parts, words)
    likely = with_likely(body, _by_rules(report), "en", lambda: _likely(report).answers)
    sources = report.speakers.sources
    told = tuple(with_second_hand(body, with_addressees(body, likely), sources))
    return Reading(told, sources.found)


def questions(
    body: str,
    quotations: tuple[Quotation, ...],
    mentions: Sequence[tuple[int, int]],
    parts: Sequence[Paragraph] | None = None,
    words: Vocabulary | None = None,
) -> Iterator[tuple[Asked, Answers]]:
    """What is asked of each statement that the rules find, and every answer: to learn from. See `likely`."""
    report = _read_through(body, quotations, mentions, parts, words)
    likely = _likely(report)
    for asked in asked_of(body, _by_rules(report)):
        yield asked, likely.answers(asked)


def described_in(
    body: str,
    quotations: tuple[Quotation, ...],
    mentions: Sequence[tuple[int, int]],
    parts: Sequence[Paragraph] | None = None,
    words: Vocabulary | None = None,
) -> Sequence[tuple[int, int]]:
    """Where the sources of `read` are described, and nothing else of them."""
    return _read_through(body, quotations, mentions, parts, words).speakers.sources.places


def _by_rules(report: Report) -> Iterator[FoundStatement]:
    return _numbered(named_later(report.found))


def _likely(report: Report) -> Likely:
    return Likely(report.body, report.speakers.bodies)


def _read_through(
    body: str,
    quotations: tuple[Quotation, ...],
    mentions: Sequence[tuple[int, int]],
    parts: Sequence[Paragraph] | None,
    words: Vocabulary | None,
) -> Report:
    words = Vocabulary(body) if words is None else words
    report = Report(body, words, Speakers(body, mentions, words))
    groups = by_paragraph(quotations)
    for paragraph in pieces(body) if parts is None else parts:
        inside = groups.get(paragraph.number, [])
        for start, end in sentences(body, paragraph.start, paragraph.end, inside):
            _read_sentence(report, start, end, within(inside, start, end), is_lead=paragraph.number == 1)
    return report


def _read_sentence(report: Report, start: int, end: int, here: Sequence[Quotation], *, is_lead: bool) -> None:
    """Add the statements of body[start:end], in which these quotations begin."""
    body, voice = report.body, report.voice
    report.speakers.at = end
    if label := _BROADCASTING.match(body, start, end):
        start = label.end()
    spoken = [quotation for quotation in here if is_statement(body, quotation, start, end)]
    stops = {quotation: end_of(body, quotation) for quotation in spoken}
    text = blotted(body, start, end, stops)
    cues = report.cues(text, start)
    voice.host = host_in(body[start:end]) if report.has(HOST_SIGN, start, text) else ""
    if voice.host:
        report.speakers.hosts(voice.host, start)
    if spoken:
        found = list(marked(report, start, text, stops, cues))
        if spoken[0].continues and found[0].cue:
            _name_before(report.found, found[0])
        report.found.extend(found)
        voice.announced = None
        return
    voice.announced = _announced(report, start, text, cues)
    if not voice.announced:
        report.found.extend(unmarked(report, start, end, text, cues, is_lead=is_lead))


def _announced(report: Report, start: int, text: str, cues: list[Cue]) -> tuple[FoundSpeaker, str] | None:
    """Whose words follow in a paragraph of their own, and by what verb: "A partner in Kilju told us:"."""
    follows = text.endswith(":") or (_AS_FOLLOWS.search(text) and report.body[start + len(text) :].lstrip()[:1] in '“"')
    named = [cue for cue in cues if cue.who is not None] if follows else []
    if named and text.endswith(", ", 0, named[-1].start):
        return None  # "Nets are barred, the agency reports:", which tells what it announces
    speaker = report.speakers.meant(named[-1], start + named[-1].at, Speech.DIRECT) if named else None
    return (speaker, named[-1].verb) if speaker else None


def _name_before(found: list[FoundStatement], named: FoundStatement) -> None:
    """Name the speaker of the paragraphs before, where only the last of a quotation says whose words it is."""
    for index in range(len(found) - 1, -1, -1):
        before = found[index]
        if before.speech is not Speech.DIRECT or before.cue or before.utterance != named.utterance:
            return
        found[index] = before._replace(cue=named.cue, speakers=named.speakers, actor="", certainty=named.certainty)


def _numbered(found: list[FoundStatement]) -> Iterator[FoundStatement]:
    """Only utterances that the report splits keep a number."""
    counts: dict[int | None, int] = {}
    for statement in found:
        counts[statement.utterance] = counts.get(statement.utterance, 0) + 1
    for statement in found:
        is_alone = statement.utterance is not None and counts[statement.utterance] == 1
        yield statement.alone() if is_alone else statement
