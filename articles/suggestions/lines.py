"""The paragraphs of a body as a reader takes them, also where a stored copy gives each its line and no blank one."""

from collections.abc import Iterator

from articles.furniture import ends_sentence
from articles.spans import Paragraph, paragraphs
from provinces.patterns import lazy

# Shorter lines are headings and captions, which tell nothing of how a text was wrapped.
_FEW = 40
_STRAIGHT_OPENING = lazy(r'(?:^|(?<=[\s(\[]))"(?=\S)')
_OPENING = ("“", "「", "『", '"')
# A Korean line that ends in a particle or in an ending that joins goes on in the next.
_JOINS = lazy(
    r"[가-힣”’\"')](?:[을를의와과도]|에서?|에게|으로|부터|까지|보다|처럼|면서|지만|도록|[은는이가며고해])\s?$"
)
# A clause, which a heading or a caption seldom is.
_CLAUSE = lazy(r"[가-힣][은는을를이가에의]\s(?:.*\s)?\S*[가-힣]\s?$")
_FEWEST = 10
# An English line that ends in such a word goes on in the next, whatever that begins with; no heading does.
_JOINS_ENGLISH = lazy(
    r"\b(?:an?|the|of|in|from|with|by|and|or|to|for|as|at|on|into|than|that|which|who|their|its|his|her|this|these|is|are|was|were|be|been|has|have|had|will|not)\s?$"
)
_LONGEST_JOINING = 8
# "date 2022-09-26 Ships have sailed": a copy begins with the day it was stored by.
_STAMP = lazy(r"date\s\d{4}(?:-\d\d){1,2}\s+(?=[A-Z가-힣“\"])")
# Shorter lines are words under a picture.
_SHORTEST = 24


def pieces(body: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a body, numbered from 1, those of one line each parted as well.

    Lines stay together in a paragraph that was wrapped, and where a quotation runs over a line break.
    """
    found: list[Paragraph] = []
    for _, begin, _, text in paragraphs(body):
        if not found and (stamp := _STAMP.match(text)):
            begin, text = begin + stamp.end(), text[stamp.end() :]
        for start, end in _lines(text):
            found.append(Paragraph(len(found) + 1, begin + start, begin + end, text[start:end]))
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the lines of a paragraph, or the whole of it."""
    start = 0
    breaks = [] if _is_wrapped(text) else [place for place, letter in enumerate(text) if letter == "\n"]
    within = _within_sentences(text, breaks)
    for at in breaks:
        if at in within:
            continue
        if not _is_quoted(text[start:at]) or text.startswith(_OPENING, at + 1):
            yield start, at
            start = at + 1
    yield start, len(text)


def goes_on(line: str, below: str) -> bool:
    """Whether a sentence of a line surely goes on in the line below, of which a letter is enough.

    An English one does where that is small, or where its last word asks for another.
    """
    if below[:1].isascii():
        small = below[:1].islower() and len(line) > _SHORTEST and line[-1].isalpha()
        return small or _JOINS_ENGLISH.search(line, max(0, len(line) - _LONGEST_JOINING)) is not None
    return _may_go_on(line, below) and _JOINS.search(line, max(0, len(line) - 4)) is not None


def _may_go_on(line: str, below: str) -> bool:
    return len(line) >= _FEWEST and " " in line and line[0].isalnum() and below[:1].isalnum()


def _within_sentences(text: str, breaks: list[int]) -> set[int]:
    """The line breaks at which a Korean sentence goes on; where many do, behind any clause that does not end it."""
    joining, clauses, start = set(), set(), 0
    for at in breaks:
        line = text[start:at]
        if goes_on(line, text[at + 1 : at + 2]):
            joining.add(at)
        elif _may_go_on(line, text[at + 1 : at + 2]) and _CLAUSE.search(line) and not ends_sentence(line):
            clauses.add(at)
        start = at + 1
    return joining | clauses if len(joining) > max(1, len(clauses)) else joining


def _is_quoted(line: str) -> bool:
    """Whether a quotation is open at the end of a line."""
    if line.count("“") > line.count("”"):
        return True
    return '"' in line and len(_STRAIGHT_OPENING.findall(line)) * 2 > line.count('"')


def _is_wrapped(text: str) -> bool:
    """Whether line breaks stand where a line was full: most of the longer lines then end no sentence."""
    if "\n" not in text:
        return True
    lines = [line.rstrip() for line in text.split("\n")[:-1] if len(line) > _FEW]
    return sum(map(ends_sentence, lines)) * 2 < len(lines)
