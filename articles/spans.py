"""Spans of a body: pairs of code-point positions, zero-based, end exclusive, as in W3C text position selectors.

A body is plain text in NFC whose paragraphs are parted by one blank line. Every function here leaves it as it is.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

BLANK_LINE = "\n\n"


class SpanError(ValueError):
    """A span that is empty or does not lie within its text."""


class NotInText(ValueError):
    """Words that do not stand in the text, or not as often as asked. `found`: how often they do stand there."""

    def __init__(self, exact: str, occurrence: int, found: int) -> None:
        shown = exact if len(exact) <= 60 else exact[:59] + "…"
        times = "does not stand in the text" if not found else f"stands in the text {found} times, not {occurrence}"
        super().__init__(f"“{shown}” {times}.")
        self.exact = exact
        self.occurrence = occurrence
        self.found = found


class Paragraph(NamedTuple):
    """One paragraph of a body: its number from 1, its span, its text."""

    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one paragraph covered by the same spans throughout.

    `ids`: the spans that cover it. `begins`: those of them not seen in an earlier segment, where an anchor may stand.
    """

    text: str
    ids: frozenset[str]
    begins: frozenset[str]


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """One paragraph cut into segments; their texts joined are the paragraph's."""

    number: int
    segments: tuple[Segment, ...]


def paragraphs(body: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a body, none for an empty one. Their texts joined by blank lines are the body."""
    found: list[Paragraph] = []
    start = 0
    for text in body.split(BLANK_LINE) if body else ():
        found.append(Paragraph(len(found) + 1, start, start + len(text), text))
        start += len(text) + len(BLANK_LINE)
    return tuple(found)


def slice_of(body: str, start: int, end: int) -> str:
    """The words a span points at. Raises SpanError."""
    if not 0 <= start < end <= len(body):
        raise SpanError(f"the span {start} to {end} does not lie within a text of {len(body)} characters")
    return body[start:end]


def paragraph_of(body: str, start: int, end: int) -> tuple[int, ...]:
    """The numbers of the paragraphs a span has characters of, () if it covers only blank lines. Raises SpanError."""
    slice_of(body, start, end)
    return tuple(p.number for p in paragraphs(body) if max(p.start, start) < min(p.end, end))


def context(body: str, start: int, end: int, width: int = 32) -> tuple[str, str]:
    """Up to `width` characters before and after a span, as in W3C text quote selectors. Raises SpanError."""
    slice_of(body, start, end)
    return body[max(0, start - width) : start], body[end : end + width]


def find_exact(body: str, exact: str, occurrence: int = 1) -> tuple[int, int]:
    """The span where words stand for the first, second… time, overlapping ones counted. Raises NotInText.

    The words are put into NFC first, as the body is; nothing else about them is changed.
    """
    wanted = unicodedata.normalize("NFC", exact)
    found, position = 0, -1
    while wanted and (position := body.find(wanted, position + 1)) >= 0:
        found += 1
        if found == occurrence:
            return position, position + len(wanted)
    raise NotInText(exact, occurrence, found)


def marked(body: str, spans: Iterable[tuple[str, int, int]]) -> tuple[MarkedParagraph, ...]:
    """A body cut at the borders of (id, start, end) spans, which may overlap, nest and run over paragraphs.

    One id may have several spans. Raises SpanError.
    """
    wanted = list(spans)
    for _, start, end in wanted:
        slice_of(body, start, end)
    seen: set[str] = set()
    result: list[MarkedParagraph] = []
    for paragraph in paragraphs(body):
        segments: list[Segment] = []
        here = [span for span in wanted if span[1] < paragraph.end and paragraph.start < span[2]]
        cuts = _cuts(paragraph, here)
        for left, right in pairwise(cuts):
            ids = frozenset(name for name, start, end in here if start <= left and right <= end)
            segments.append(Segment(body[left:right], ids, ids - seen))
            seen |= ids
        result.append(MarkedParagraph(paragraph.number, tuple(segments)))
    return tuple(result)


def _cuts(paragraph: Paragraph, spans: list[tuple[str, int, int]]) -> list[int]:
    """The positions where a paragraph is cut, its two ends among them, in order."""
    borders = {border for _, start, end in spans for border in (start, end)}
    within = {border for border in borders if paragraph.start < border < paragraph.end}
    return sorted(within | {paragraph.start, paragraph.end})
