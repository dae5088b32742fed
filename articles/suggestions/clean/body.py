"""A body as its reader should see it: page furniture, captions and date lines blanked out, every position kept.

An import strips the furniture it is sure of. What is left of it, or what was never imported, must give no claim, no
date and no place: a caption shows other places than the report, and a footer carries the day of the visit.
"""

import re
from collections.abc import Iterator

from articles.furniture import is_subhead
from articles.suggestions.clean.answers import with_answers
from articles.suggestions.clean.blocks import blocks_of
from articles.suggestions.clean.edges import edges_of, is_opening
from articles.suggestions.clean.headlines import behind_headline, letters_of, repeats_headline
from articles.suggestions.clean.lines import Line, in_one_style, is_contents, is_list
from articles.suggestions.clean.page import LONGEST_NOTE
from articles.suggestions.clean.told import LONGEST_HEADLINE, SAYS_THAT, is_title
from provinces.patterns import lazy

_BREAKS = lazy(r"(?:<(?:br|/?p|/?div)\s?/?>\s?)+", re.IGNORECASE)
_LETTER = lazy(r"[^\W_]")
_STOP_WITHIN = lazy(r"[a-z)]{2}[.?!][”\"]?\s[A-Z“\"]\w*\s[a-z]")
_LONGEST_CREDIT = 40
# Alone below a line it says whose picture that line is under.
_PHOTO = (" Photo", " PHOTO")
_ANCHOR = lazy(r"(?:.*\s(?=[<\[【◀]))?[<\[【(◀]?\s?(?:앵커|아나운서|진행자)\s?(?:멘트|리포트)?\s?[>\]】)▶]?\s?:?")
_ANCHOR_ENDS = tuple("커서자트>]】)▶:")
_REPORT = lazy(r"[<\[【(◀]?\s?(?:리포트|기자|보도)\s?[>\]】)▶]?\s?:?")
_LONGEST_LEAD = 12
# A body cut off in mid-sentence still tells something in its last words, if they are more than a name or a heading.
_SHORTEST_REST = 12
# A wrapped line is no shorter.
_SHORTEST_WRAPPED = 30
# A date line that names its agency opens a report, an end mark closes it, whatever stands before or behind; but where
# more stands behind than a page adds, it is the mark of one report among several.
_LATEST_OPENING = 10
_LONGEST_BEHIND = 10_000
_END_MARK = lazy(r"\(?END\)?|-0-|###|\((?:END|끝)\)\s.*", re.DOTALL)


def in_lines(body: str) -> str:
    """The body with line breaks where a stored page has them as tags (<br />): as long as before."""
    if "<" not in body:
        return body
    return _BREAKS.sub(lambda tags: ("\n" * min(2, tags.group().count("<"))).rjust(len(tags.group())), body)


def without_furniture(body: str, headline: str = "") -> str:
    """The body with its furniture turned into spaces, line breaks kept: as long as before, position for position.

    `headline`: a line that only repeats it is furniture too.
    """
    spans = list(_furniture_spans(body, letters_of(headline)))
    if not spans:
        return body
    parts, at = [], 0
    for start, end in spans:
        parts += [body[at:start], "\n".join([" " * len(line) for line in body[start:end].split("\n")])]
        at = end
    return "".join([*parts, body[at:]])


def _furniture_spans(body: str, headline: str) -> Iterator[tuple[int, int]]:
    """The stretches of a body that are no part of the report, in order."""
    blocks = [block for block in blocks_of(body) if _LETTER.search(body, *block)]
    printed = [body[start:end] for start, end in blocks]
    lines = [Line.of(" ".join(block.split()), is_list=is_list(block)) for block in printed]
    lines = [
        line._replace(is_told=False, is_list=True) if is_contents(block) else line
        for line, block in zip(lines, printed, strict=True)
    ]
    lines = list(with_answers(list(in_one_style(lines))))
    above = _above_anchor(lines)
    repeats = _repeated(body, blocks, lines, headline)
    told = [index for index, line in enumerate(lines) if line.is_told and not line.if_outside and index not in repeats]
    if not told:
        return  # a body without a sentence: nothing says which of its lines belong to it
    first, last = told[0], _last_told(lines, told[-1], printed[-1])
    opens = next((index for index in range(min(len(blocks), _LATEST_OPENING)) if is_opening(body, *blocks[index])), 0)
    ends = (
        index
        for index in range(opens + 1, len(lines))
        if len(body) - blocks[index][0] <= _LONGEST_BEHIND and _END_MARK.fullmatch(lines[index].text)
    )
    closes = next(ends, len(lines))
    for index, (start, end) in enumerate(blocks):
        is_outside = not first <= index <= last
        if index in repeats or index in above or not opens <= index < closes:
            yield start, end
        elif index == last and not lines[index].is_told:
            continue
        elif _is_block(lines[index], is_leading=index <= first, is_outside=is_outside or index in (first, last)):
            yield start, end
        elif behind := behind_headline(headline, body, start, end):
            yield start, behind
            yield from edges_of(body, behind, end, is_leading=True, is_last=index >= last)
        else:
            yield from edges_of(body, start, end, is_leading=index <= first, is_last=index >= last)


def _repeated(body: str, blocks: list[tuple[int, int]], lines: list[Line], headline: str) -> set[int]:
    """The lines that say once more what stands elsewhere: the headline, a picture's words, who wrote the report."""
    right_above = [
        index for index in range(len(lines) - 1) if body.count("\n", blocks[index][1], blocks[index + 1][0]) == 1
    ]
    twice = {index for index in right_above if _says_again(lines[index], lines[index + 1])}
    repeats = {
        index
        for index, line in enumerate(lines)
        if index in twice or index - 1 in twice or repeats_headline(line.text, headline) or _is_biography(lines, index)
    }
    credited = (index for index in right_above if lines[index + 1].text.endswith(_PHOTO))
    return repeats.union(index for index in credited if len(lines[index + 1].text) < _LONGEST_CREDIT)


def _above_anchor(lines: list[Line]) -> set[int]:
    """The lines up to a broadcaster's <앵커 멘트>, and the <리포트> below what the anchor says."""
    leads = (i for i, line in enumerate(lines) if line.text.endswith(_ANCHOR_ENDS) and _ANCHOR.fullmatch(line.text))
    begin = next(leads, len(lines))
    stops = range(begin, min(begin + _LONGEST_LEAD, len(lines)))
    stop = next((index for index in stops if _REPORT.fullmatch(lines[index].text)), None)
    return set() if stop is None else {*range(begin + 1), stop}


def _last_told(lines: list[Line], last: int, printed: str) -> int:
    """The last line of the report: behind the last whole sentence, or a heading below it, one may have been cut off.

    `printed`: the last line as it stands, be it wrapped.
    """
    rest, between = lines[-1], lines[last + 1 : -1]
    is_cut = (
        last < len(lines) - 1
        and len(between) <= 1
        and all(_may_stand_before(line, rest.text) for line in between)
        and len(rest.text) >= _SHORTEST_REST
        and min(map(len, printed.split("\n")[:-1]), default=_SHORTEST_WRAPPED) >= _SHORTEST_WRAPPED
        and not rest.if_outside
        and len(rest.text.split()) > 2
        and rest.text[-1] not in ')]>”"’'
        and not is_title(rest.text)
    )
    return len(lines) - 1 if is_cut else last


def _may_stand_before(line: Line, rest: str) -> bool:
    """Whether the rest of a report may stand behind a line: behind its heading, or a caption if it holds a whole sentence."""
    is_headed = _is_heading(line) and len(rest) > len(line.text)
    is_sentence = _STOP_WITHIN.search(rest) is not None
    return is_headed or (line.is_certain and is_sentence) or SAYS_THAT.search(rest) is not None


def _is_heading(line: Line) -> bool:
    """Whether a line may head what stands below it: some words that are no furniture, or in capitals."""
    return is_subhead(line.text) or (
        not line.if_outside and len(line.text) <= LONGEST_HEADLINE and len(line.text.split()) > 2
    )


def _says_again(line: Line, below: Line) -> bool:
    """Whether the line below has the same words, with a credit at most: they stand behind a picture, and under it."""
    return below.text.startswith(line.text) and len(below.text) - len(line.text) < _LONGEST_CREDIT


def _is_biography(lines: list[Line], index: int) -> bool:
    """Whether a line in marks tells of the author, whose name stands by itself, twice, before it."""
    text = lines[index].text
    return (
        index > 1
        and text[0] in '“"'
        and text[-1] in '”"'
        and lines[index - 1].text == lines[index - 2].text
        and not lines[index - 1].is_told
    )


def _is_block(line: Line, *, is_leading: bool, is_outside: bool) -> bool:
    """Whether a whole block is furniture: by its look, or as a few words that are no sentence."""
    return line.is_furniture(is_leading=is_leading, is_outside=is_outside) or (
        not line.is_told and (len(line.text) <= LONGEST_NOTE or line.is_list)
    )
