"""Sentences of one paragraph; a full stop inside quotation marks ends one only where the marks close after it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from articles.suggestions.reading import Quotation
from provinces.patterns import lazy

_END = lazy(
    r"[다.!?。…”\"」』](?:"
    # a space between two Korean sentences was lost, or the stop of one in the polite style
    r"(?<=다\.)(?=[가-힣“0-9])|(?<=니다)(?=[ \t]+(?!(?:만|라고|라는|하고|라며)[\s,])[가-힣“])"
    r"|(?<=[.!?。…])[.!?。…]*[”\"’'」』)\]]*(?=\s+[\"“‘'※(\[「『A-Z0-9가-힣]|\s*$|[ \t]*\n)|(?<=[다요까][.!?。…”\"」』])(?=[ \t]*\n)"
    r"|(?<=[A-Za-z][a-z]{2}\.)(?=[A-Z][a-z]*[,.]?\s[a-zA-Z“])|(?<=\d\d\.)(?=[A-Z][a-z]+\s[a-z]))"  # the same in English
)
_SPACES = lazy(r"(?:[\s•▪■◆◇▶►▲△●○]|[-–—](?=\s))*")
_LONGEST_NOTE = 40
_FEW = 12
_ENDING_TOO = ("a.m.", "p.m.", "u.s.", "u.n.", "u.k.", "d.c.", "co.", "corp.", "ltd.", "inc.")
_SHORTS = (
    "Mr Mrs Ms Dr Prof Rep Reps Sen Sens Gov Gen Col Capt Maj Lt Sgt Adm Amb Rev No St Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
    " Co Corp Ltd Inc vs approx"
)
_SHORT_WORDS = tuple(_SHORTS.split())
_SHORT = lazy(rf"\b(?:{'|'.join(_SHORT_WORDS)}|U\.[SNK]|D\.C|a\.m|p\.m|[^\W\d가-힣]|^\d)\.$")

# "according to A." of a report that has a "partner A": a name, and no initial.
_CALLED_SO = lazy(r"(?:[a-z”\"],?|\bpartner)\s(?P<name>[A-Z])\.$")
_FAR_BACK = 3000
# Nobody writes longer ones. What runs on for ever is read in parts, for rules compare what a sentence holds with all else in it.
LONGEST_SENTENCE = 2000
# Words that begin a sentence after "6 p.m." and "the U.S."
_BEGINS = lazy(
    r"\s+(?:However|The|But|In|He|She|It|They|This|These|An?|On|At|So|According|Meanwhile|For|Since|While|As)\b"
)


def _is_shortened(body: str, start: int, stop: int, end: int) -> bool:
    """Whether a full stop ends no sentence, but a shortened word of a paragraph that begins at `start`."""
    if body[stop] != ".":
        return False
    if stop - start > 1 and body[stop - 2 : stop].isalpha() and not body.endswith(_SHORT_WORDS, start, stop):
        return False  # two letters, with which no shortened word ends
    short = _SHORT.search(body[max(start, stop - 8) : stop + 1])
    return short is not None and not _is_end_after_all(body, short, end)


def _is_end_after_all(body: str, short: re.Match[str], end: int) -> bool:
    """Whether a word that may stand shortened within a sentence ends one."""
    if short.group().lower() in _ENDING_TOO:
        return _BEGINS.match(body, end) is not None
    called = _CALLED_SO.search(body, max(0, end - _FEW), end)
    return (
        called is not None
        and re.search(
            rf"\b(?:partner|source|resident|trader|person)\s{called['name']}\b(?!\.)",
            body[max(0, end - _FAR_BACK) : end - _FEW],
        )
        is not None
    )


def sentences(body: str, start: int, end: int, quotations: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of body[start:end], in order, without the spaces between them.

    `quotations`: those of that stretch, in order. None is longer than LONGEST_SENTENCE characters, but for a quotation that is.
    """
    starts = [quotation.start for quotation in quotations]
    for begin, stop in _by_stops(body, start, end, quotations, starts):
        while stop - begin > LONGEST_SENTENCE:
            cut = _parted_at(body, begin, stop, quotations, starts)
            yield begin, begin + len(body[begin:cut].rstrip())
            begin = _after_spaces(body, cut, stop)
        if begin < stop:
            yield begin, stop


def _by_stops(
    body: str, start: int, end: int, quotations: Sequence[Quotation], starts: Sequence[int]
) -> Iterator[tuple[int, int]]:
    begin = _after_spaces(body, start, end)
    closers = {quotation.outer_end for quotation in quotations if quotation.is_closed}
    has_notes = body.find("(", start, end) >= 0
    for match in _END.finditer(body, start, end):
        stop, after = match.span()
        index = bisect_right(starts, stop) - 1
        inside = index >= 0 and stop < quotations[index].end
        if (inside and after not in closers) or _is_shortened(body, start, stop, after):
            continue
        if has_notes and _is_in_note(body, max(begin, stop - _LONGEST_NOTE), stop, min(end, after + _LONGEST_NOTE)):
            continue
        yield begin, match.end()
        begin = _after_spaces(body, match.end(), end)
    while end > begin and body[end - 1].isspace():
        end -= 1
    if begin < end:
        yield begin, end


def _parted_at(body: str, begin: int, stop: int, quotations: Sequence[Quotation], starts: Sequence[int]) -> int:
    """Where the first part of a sentence that is too long ends: behind its last whole word, and inside no quotation."""
    space = body.rfind(" ", begin + 1, begin + LONGEST_SENTENCE)
    place = cut = space if space > 0 else begin + LONGEST_SENTENCE
    while (index := bisect_right(starts, place) - 1) >= 0 and place < (around := quotations[index]).outer_end:
        cut = around.outer_start if around.outer_start > begin else min(stop, around.outer_end)
        place = around.outer_start - 1
    return cut


def _is_in_note(body: str, begin: int, stop: int, end: int) -> bool:
    """Whether a stop stands inside a short note in brackets: (2.16. …)."""
    opened = body.rfind("(", begin, stop)
    if opened < 0 or ")" in body[opened:stop]:
        return False
    closed = body.find(")", stop, end)
    return closed >= 0 and "(" not in body[stop:closed]


def _after_spaces(body: str, start: int, end: int) -> int:
    """Where the first letter or mark stands, or the end; the dots and arrows of lists are passed over."""
    match = _SPACES.match(body, start, end)
    return match.end() if match else start
