"""Quotation marks: which words of a body stand inside them. Pure, and linear in the length of the text."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from articles.spans import Paragraph, paragraphs
from articles.suggestions.reading import Quotation

# What opens, and what may close it; reports mix curly with straight marks.
_PAIRS = {"“": '”"', '"': '"”', "„": "“”", "「": "」", "『": "』", "«": "»", "《": "》", "＂": "＂"}
_OPENS = re.compile(f"[{''.join(_PAIRS)}]")
# What matters inside a quotation: what may close it, and curly marks that open another inside curly ones.
_WITHIN = {opener: re.compile(f"[{closers}{'“' if opener == '“' else ''}]") for opener, closers in _PAIRS.items()}


def quotations(body: str) -> tuple[Quotation, ...]:
    """Every quotation, in order; one that runs on over paragraphs gives one for each of them."""
    found: list[Quotation] = []
    is_open = False
    for paragraph in paragraphs(body):
        here = list(_in_paragraph(paragraph, is_open))
        found += here
        is_open = bool(here) and not here[-1].is_closed
    return tuple(found)


def by_paragraph(found: tuple[Quotation, ...]) -> dict[int, list[Quotation]]:
    """The quotations of each paragraph that has any, by its number."""
    groups: dict[int, list[Quotation]] = {}
    for quotation in found:
        groups.setdefault(quotation.paragraph, []).append(quotation)
    return groups


def within(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Those of some quotations, given in order, that open from `start` on and before `end`."""
    first = bisect_left(quotations, start, key=_outer_start)
    return quotations[first : bisect_left(quotations, end, first, key=_outer_start)]


def _outer_start(quotation: Quotation) -> int:
    return quotation.outer_start


def _in_paragraph(paragraph: Paragraph, was_open: bool) -> Iterator[Quotation]:
    """An unclosed quotation goes on in the next paragraph when that begins with a mark again."""
    text, at = paragraph.text, 0
    unopened = _unopened(text)
    if unopened:
        yield Quotation(
            start=paragraph.start,
            end=paragraph.start + unopened,
            outer_start=paragraph.start,
            outer_end=paragraph.start + unopened + 1,
            paragraph=paragraph.number,
            continues=False,
            is_closed=True,
        )
        at = unopened + 1
    while opening := _OPENS.search(text, at):
        at = opening.start()
        if _is_measure(text, at):
            at += 1
            continue
        end = _end(text, at)
        is_closed = end < len(text)
        start, stop = paragraph.start + at + 1, paragraph.start + end
        if start < stop:
            yield Quotation(
                start=start,
                end=stop,
                outer_start=start - 1,
                outer_end=stop + is_closed,
                paragraph=paragraph.number,
                continues=was_open and not text[:at].strip(),
                is_closed=is_closed,
            )
        at = end + 1


def _end(text: str, at: int) -> int:
    """Where the quotation that opens at `at` is closed, or the end of the text."""
    opener, depth, last_closer = text[at], 1, -1
    for mark in _WITHIN[opener].finditer(text, at + 1):
        end = mark.start()
        if text[end] == opener == "“":
            depth += 1
        elif _may_close(text, end, opener):
            depth, last_closer = depth - 1, end
            if depth == 0:
                return end
    return last_closer if last_closer > 0 else len(text)  # else an inner mark was never closed


def _unopened(text: str) -> int:
    """Where a quotation is closed that no mark opened, so that it begins the paragraph; 0 if there is none."""
    closer = text.find("”")
    return closer if closer > 0 and not _OPENS.search(text, 0, closer) else 0


def _may_close(text: str, at: int, opener: str) -> bool:
    """A straight mark inside curly ones closes only where a word has ended; an inner one opens after a space."""
    return not (text[at] == '"' and opener != '"' and at > 0 and text[at - 1] in " (")


def _is_measure(text: str, at: int) -> bool:
    """Inches and seconds: a straight mark right after a figure."""
    return text[at] == '"' and at > 0 and text[at - 1].isdigit() and not (at + 1 < len(text) and text[at + 1].isalpha())
