"""The paragraphs of a body as a reader takes them, also where a stored copy gives each its line and no blank one."""

import re
from collections.abc import Iterator

from articles.furniture import ends_sentence
from articles.spans import BLANK_LINE, Paragraph

# Shorter lines are headings and captions, which tell nothing of how a text was wrapped.
_FEW = 40
_STRAIGHT_OPENING = re.compile(r'(?:^|(?<=[\s(\[]))"(?=\S)')
_OPENING = ("“", "「", "『", '"')


def pieces(body: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a body, numbered from 1, those of one line each parted as well.

    Lines stay together in a paragraph that was wrapped, and where a quotation runs over a line break.
    """
    found: list[Paragraph] = []
    start = 0
    for text in body.split(BLANK_LINE):
        for first, last in _lines(text):
            found.append(Paragraph(len(found) + 1, start + first, start + last, text[first:last]))
        start += len(text) + len(BLANK_LINE)
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the lines of a paragraph, or the whole of it."""
    start = 0
    breaks = [] if _is_wrapped(text) else [place for place, letter in enumerate(text) if letter == "\n"]
    for at in breaks:
        if not _is_quoted(text[start:at]) or text.startswith(_OPENING, at + 1):
            yield start, at
            start = at + 1
    yield start, len(text)


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
