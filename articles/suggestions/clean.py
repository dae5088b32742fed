"""A body as its reader should see it: page furniture, captions and date lines blanked out, every position kept.

An import strips the furniture it is sure of. What is left of it, or what was never imported, must give no claim, no
date and no place: a caption shows other places than the report, and a footer carries the day of the visit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from articles.date_lines import read_date_line
from articles.furniture import anchor_lead, caption, ends_sentence, furniture, is_subhead

_LINE = re.compile(r"[^\n]+")
_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Za-z.'’/, -]{2,60}?(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s+)?\d{1,2})?\s*(?:\([^()\n]{2,30}\)\s*)?(?:--|—|–)\s+"
    r"|[(\[][가-힣A-Za-z·/, ]{1,30}=[^()\[\]\n]{1,30}[)\]]\s*)"
)
_MARKS = re.compile('[“”"「」『』]')
_KOREAN_END = re.compile(r"[다요까죠]$")
# What a line says of the page it stood on, wherever it stands.
_OF_THE_PAGE = re.compile(
    r"READ\s*▶.*|This article (?:first )?appeared .*|UPDATE\s+\d+\s*\(.*|(?:Subscribe|Sign up|Log in)\b.{0,80}\b(?:read|article|month)\b.*"
    r"|(?:Write|E-?mail)\s+to\s+\S+@?.*|Join\s+our\s+.{1,40}\bchannel\b.*"
    r"|You May Also Like\b.*|\(?Translated automatically\.?\)?.*|Reporting by\b.*|Written in English by\b.*|\(For Use Only\b.*"
    r"|&lt;.*&gt;|/\s*(?:Video|Image|Photo|사진)\b.*"
    r"|(?:Next page|다음 페이지)\b.*|※.*|\d+/\d+\s.*>>>.*|\[Source:.*|기자\s.{2,20}에디터\s.{2,20}|Read(?: this)? in Korean"
)
# The same, known by words that may stand in the middle, which are looked for first.
_OF_THE_PAGE_WITHIN = tuple(
    (words, re.compile(pattern))
    for words, pattern in (
        (
            ("텔레그램", "카카오톡", "유튜브", "네이버"),
            r".{0,40}(?:텔레그램|카카오톡|유튜브|네이버).{0,40}(?:받아|구독|확인).{0,20}[!.]?",
        ),
        (("Taken by",), r".{0,200}\bTaken by\b.{0,80}"),
        (("(Reference Photo)",), r".*\(Reference Photo\)"),
        (("자료",), r".*자료\s?사진[\])]?"),
    )
)
_LONGEST_NOTE = 400


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line or block is by its look alone.

    `is_told`: it ends as a sentence does, or has words in marks. `is_certain`: furniture wherever it stands;
    `if_leading`, `if_outside`: before the first paragraph, before the first or behind the last.
    """

    text: str
    is_told: bool
    is_certain: bool
    if_leading: bool
    if_outside: bool

    @classmethod
    def of(cls, text: str) -> Self:
        found = furniture(text)
        is_certain = bool(
            (found and found.strength == "label")
            or anchor_lead(text)
            or is_subhead(text)
            or read_date_line(text)
            or caption(text, is_leading=False)
            or _is_of_the_page(text)
        )
        return cls(
            text=text,
            is_told=ends_sentence(text) or bool(_KOREAN_END.search(text)) or bool(_MARKS.search(text)),
            is_certain=is_certain,
            if_leading=is_certain or caption(text, is_leading=True) is not None,
            if_outside=is_certain or found is not None,
        )

    def is_furniture(self, *, is_leading: bool, is_outside: bool) -> bool:
        """`is_outside`: nothing is told before it, or behind it."""
        return self.is_certain or (is_leading and self.if_leading) or (is_outside and self.if_outside)


def without_furniture(body: str) -> str:
    """The body with its furniture turned into spaces, line breaks kept: as long as before, position for position."""
    spans = list(_furniture_spans(body))
    if not spans:
        return body
    parts, at = [], 0
    for start, end in spans:
        parts += [body[at:start], re.sub(r"[^\n]", " ", body[start:end])]
        at = end
    return "".join([*parts, body[at:]])


def _furniture_spans(body: str) -> Iterator[tuple[int, int]]:
    """The stretches of a body that are no part of the report, in order."""
    blocks = [block for block in _blocks(body) if any(character.isalnum() for character in body[block[0] : block[1]])]
    lines = [_Line.of(" ".join(body[start:end].split())) for start, end in blocks]
    told = [index for index, line in enumerate(lines) if line.is_told and not line.if_outside]
    if not told:
        return  # a body without a sentence: nothing says which of its lines belong to it
    first, last = told[0], told[-1]
    for index, (start, end) in enumerate(blocks):
        is_outside = not first <= index <= last
        if _is_block(lines[index], is_leading=index <= first, is_outside=is_outside or index in (first, last)):
            yield start, end
        else:
            yield from _in_block(body, start, end, is_leading=index <= first, is_last=index >= last)


def _blocks(body: str) -> Iterator[tuple[int, int]]:
    """Groups of lines parted by blank lines."""
    start = end = None
    for match in _LINE.finditer(body):
        if start is None or end is None or body.count("\n", end, match.start()) > 1:
            if start is not None and end is not None:
                yield start, end
            start = match.start()
        end = match.end()
    if start is not None and end is not None:
        yield start, end


def _in_block(body: str, start: int, end: int, *, is_leading: bool, is_last: bool) -> Iterator[tuple[int, int]]:
    """Lines of furniture before or behind the paragraph they were joined to, and the date line that opens it."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(body, start, end)]
    while len(lines) > 1 and _is_line(body[slice(*lines[0])].strip(), is_leading=is_leading, is_outside=is_leading):
        yield lines.pop(0)
    behind = []
    while len(lines) > 1 and _is_line(body[slice(*lines[-1])].strip(), is_leading=False, is_outside=is_last):
        behind.append(lines.pop())
    if is_leading and (match := _DATELINE.match(body, lines[0][0], end)):
        yield match.span()
    yield from reversed(behind)


def _is_block(line: _Line, *, is_leading: bool, is_outside: bool) -> bool:
    """Whether a whole block is furniture: by its look, or as a few words that are no sentence."""
    return line.is_furniture(is_leading=is_leading, is_outside=is_outside) or (
        not line.is_told and len(line.text) <= _LONGEST_NOTE
    )


def _is_line(text: str, *, is_leading: bool, is_outside: bool) -> bool:
    return _Line.of(text).is_furniture(is_leading=is_leading, is_outside=is_outside)


def _is_of_the_page(text: str) -> bool:
    if len(text) > _LONGEST_NOTE:
        return False
    return bool(_OF_THE_PAGE.fullmatch(text)) or any(
        pattern.fullmatch(text) for words, pattern in _OF_THE_PAGE_WITHIN if any(word in text for word in words)
    )
