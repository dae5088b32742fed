"""Who says what in a Korean report: the cue nearly always follows what is said."""

import re
from collections.abc import Iterator, Sequence

from articles.spans import Paragraph
from articles.suggestions.korean.addressees import with_addressees
from articles.suggestions.korean.alone import told_alone
from articles.suggestions.korean.bodies import KoreanBodies
from articles.suggestions.korean.cues import leading_verb
from articles.suggestions.korean.likely import Likely
from articles.suggestions.korean.marked import marked
from articles.suggestions.korean.met import met_in
from articles.suggestions.korean.predicates import TELLING
from articles.suggestions.korean.quotations import ending_before_cue, is_predicate, is_statement, without_quoted
from articles.suggestions.korean.speakers import heard_on_tape, remembered
from articles.suggestions.korean.turns import TURN_OF, turns_in
from articles.suggestions.korean.unmarked import unmarked
from articles.suggestions.korean.voice import Report, Voice
from articles.suggestions.korean.words import ANSWER, ASKED, BELOW, IN_BRACKETS, QUESTION, TURN
from articles.suggestions.likely import Answers, Asked, asked_of, with_likely
from articles.suggestions.lines import pieces
from articles.suggestions.marks import by_paragraph, within
from articles.suggestions.reading import FoundStatement, Quotation, Reading
from articles.suggestions.sentences import sentences
from articles.suggestions.sources.named import Sources
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.korean_people import Someone, Sort, people
from sources.korean_words import SURNAMES, TITLES
from sources.vocabulary import Vocabulary

# Of 벤자민 실버 연구원, 앨런 브룩스(Alan Brooks) 국장: the last of the names before an office.
_LAST_NAME = lazy(r"(?:^|\s)[가-힣]{2,6}\s(?P<surname>[가-힣]{2,7})(?:\([A-Z][A-Za-z .’'-]+\))?\s\S+$")
_FULL_NAME = lazy(rf"(?:^|\s)(?P<surname>[{SURNAMES}])[가-힣]{{2}}(?=\s)")
# 국다온 대표: whatever the surname, three syllables before an office.
_RARE_NAME = lazy(rf"(?:^|\s)(?P<surname>[가-힣])[가-힣]{{2}}\s(?:{TITLES})$")
# Who gathers what is told in the North: 들판네트워크, 벗들.
_GROUP = lazy("벗들|네트워크|단체|워킹그룹|시민연합|인권")
# 들판당 이하나, 바다당 박두리 의원: the first of two who share an office.
_NAME_IN_ROW = lazy(
    rf"(?<![가-힣])(?P<surname>[{SURNAMES}])[가-힣]{{2}}[,·]\s?(?:\S+\s){{0,2}}?[{SURNAMES}][가-힣]{{2}}\s(?:{TITLES})"
)


def read(
    body: str,
    quotations: tuple[Quotation, ...],
    mentions: Sequence[tuple[int, int]],
    parts: Sequence[Paragraph] | None = None,
    words: Vocabulary | None = None,
) -> Reading:
    """Statements with their speakers. See `reading.Reads`."""
    found, report = _read_through(body, quotations, mentions, parts)
    likely = with_likely(body, _by_rules(found), "ko", lambda: Likely(report.bodies).answers)
    return Reading(tuple(with_addressees(body, likely)), report.sources.found)


def questions(
    body: str,
    quotations: tuple[Quotation, ...],
    mentions: Sequence[tuple[int, int]],
    parts: Sequence[Paragraph] | None = None,
    words: Vocabulary | None = None,
) -> Iterator[tuple[Asked, Answers]]:
    """What is asked of each statement that the rules find, and every answer: to learn from. See `likely`."""
    found, report = _read_through(body, quotations, mentions, parts)
    likely = Likely(report.bodies)
    for asked in asked_of(body, _by_rules(found)):
        yield asked, likely.answers(asked)


def described_in(
    body: str,
    quotations: tuple[Quotation, ...],
    mentions: Sequence[tuple[int, int]],
    parts: Sequence[Paragraph] | None = None,
    words: Vocabulary | None = None,
) -> Sequence[tuple[int, int]]:
    """Where the sources of `read` are described, and nothing else of them."""
    return _read_through(body, quotations, mentions, parts)[1].sources.places


def _by_rules(found: list[FoundStatement]) -> Iterator[FoundStatement]:
    return _under_group(_numbered(_opened(found)))


def _read_through(
    body: str,
    quotations: tuple[Quotation, ...],
    mentions: Sequence[tuple[int, int]],
    parts: Sequence[Paragraph] | None,
) -> tuple[list[FoundStatement], Report]:
    report = Report(body, len(body.rstrip()), Sources(body, "ko", mentions), KoreanBodies.of(body), Voice())
    found: list[FoundStatement] = []
    groups, turns = by_paragraph(quotations), turns_in(body)
    for paragraph in pieces(body) if parts is None else parts:
        inside = groups.get(paragraph.number, [])
        answers = False
        for start, end in sentences(body, paragraph.start, paragraph.end, inside):
            spoken = [
                ending_before_cue(body, q)
                for q in within(inside, start, end)
                if is_statement(body, q, end) and not is_predicate(body, start, q, end)
            ]
            outside = without_quoted(body, start, end, [*spoken, *_cut_off(report, inside, spoken, end)])
            if (words := turns.get(start, start)) > start:
                start, outside = words, outside[words - start :]
            who = IN_BRACKETS.match(outside) or (
                TURN_OF.match(outside) if ":" in outside and start == paragraph.start else None
            )
            if not spoken and who and _is_person(who["who"]):
                remembered(report, (heard_on_tape(report, who["who"], start + who.start("who"), ""),))
                start, outside, answers = start + who.end(), outside[who.end() :], True
            is_answer = ANSWER.match(outside) is not None
            if not spoken and (turn := TURN.match(outside)):
                start, outside = start + turn.end(), outside[turn.end() :]
            everybody, verbs = list(people(outside)), list(TELLING.finditer(outside))
            report.voice.surnames.update(_surnames(everybody, outside))
            report.voice.at = start
            report.voice.previous = found[-1].speakers if found else ()
            report.voice.before = report.voice.previous if found and found[-1].start >= paragraph.start else ()
            answers = is_answer or (answers and not QUESTION.match(outside))
            if (below := BELOW.fullmatch(outside)) and _is_announcement(below, outside):
                report.voice.introduced = (heard_on_tape(report, below["who"].strip(), start + below.start("who"), ""),)
            elif spoken:
                found += marked(report, start, outside, spoken, everybody, verbs)
            elif QUESTION.match(outside) or met_in(report, start, outside, everybody):
                continue  # asked, or met: whose answers follow
            elif not everybody and ASKED.search(outside):
                continue
            elif (alone := told_alone(report, start, outside, found, everybody, verbs)) is not None:
                report.voice.introduced = alone
            else:
                told = list(unmarked(report, start, end, outside, everybody, verbs, is_answer=answers))
                if told:
                    found += told
                    if leading_verb(outside):
                        report.voice.introduced = tuple(s.in_speech(Speech.DIRECT) for s in told[-1].speakers)
                    report.voice.paragraph = 0  # words in marks behind it are an utterance of their own
    return found, report


def _cut_off(report: Report, inside: list[Quotation], spoken: list[Quotation], end: int) -> list[Quotation]:
    """Words in marks with which a copy broke off before they said anything: whoever they tell of does not speak here."""
    said = {each.start for each in spoken}
    last = inside[-1:] if end >= report.end else []
    return [each for each in last if not each.is_closed and each.start not in said]


def _is_person(who: str) -> bool:
    """Whether words name somebody, and no newspaper."""
    someone = next(people(f"{who}는 "), None)
    return someone is not None and someone.sort is not Sort.OUTLET and not someone.start


def _is_announcement(below: re.Match[str], outside: str) -> bool:
    """Whether a line names who is heard below it: with an office, or somebody in brackets ([훈춘 상인])."""
    is_heading = outside.lstrip().startswith("[") and not below["office"]
    return not is_heading or next(people(f"{below['who'].strip()}는 "), None) is not None


def _opened(found: list[FoundStatement]) -> list[FoundStatement]:
    """The statements; words in marks that open a report are those of the unnamed source who speaks behind them."""
    first, then = found[0] if found else None, found[1] if len(found) > 1 else None
    if first is None or then is None or first.speakers or first.speech is not Speech.DIRECT or not then.speakers:
        return found
    speaker = then.speakers[-1]
    if speaker.kind is not Kind.UNNAMED:
        return found
    return [first._replace(speakers=(speaker.carried(Speech.DIRECT),)), *found[1:]]


def _surnames(everybody: list[Someone], outside: str) -> Iterator[str]:
    """The surnames of those who are named in full: of 한승조 연구위원, 한."""
    for someone in everybody:
        if someone.sort is Sort.NAMED:
            yield from (name["surname"] for name in _FULL_NAME.finditer(someone.words))
            yield from (name["surname"] for name in _NAME_IN_ROW.finditer(outside))
        if someone.sort is Sort.NAMED and (rare := _RARE_NAME.search(someone.words)):
            yield rare["surname"]
        if someone.sort is Sort.NAMED and (abroad := _LAST_NAME.search(someone.words)):
            yield abroad["surname"]


def _under_group(found: Iterator[FoundStatement]) -> Iterator[FoundStatement]:
    """The statements; where a group or its newsletter spoke before any source did, it is to the group that sources spoke."""
    group, is_told = None, False
    for statement in found:
        first = statement.speakers[0] if statement.speakers else None
        if first and first.kind is Kind.INSTITUTION and not is_told:
            group = first if _GROUP.search(first.body) else group
        elif first and first.kind is Kind.UNNAMED and group:
            statement = statement._replace(speakers=(group.carried(Speech.INDIRECT), *statement.speakers))
        elif first:
            is_told = True
        yield statement


def _numbered(found: list[FoundStatement]) -> Iterator[FoundStatement]:
    """Only utterances that the report splits keep a number; their parts share the cue that is printed at the last."""
    parts: dict[int | None, list[FoundStatement]] = {}
    for statement in found:
        parts.setdefault(statement.utterance, []).append(statement)
    # Words over several paragraphs are the speaker's whom the last of them names.
    named = {number: next(filter(_is_printed, others), None) for number, others in parts.items()}
    for statement in found:
        others = parts[statement.utterance]
        if statement.utterance is None:
            yield statement
        elif len(others) == 1:
            yield statement.alone()
        else:
            cue = next((part.cue for part in reversed(others) if part.cue), "")
            later = named.get(statement.utterance)
            is_before = later and later.start > statement.start and not _is_printed(statement)
            yield statement._replace(cue=cue, speakers=later.speakers if later and is_before else statement.speakers)


def _is_printed(statement: FoundStatement) -> bool:
    """Whether somebody is named at the words themselves."""
    return any(speaker.basis is not Basis.CARRIED for speaker in statement.speakers)
