"""A pasted text cut into pieces: what stands between spaces, angle brackets and quotation marks."""

import re
from dataclasses import dataclass

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r"(?:[ \t]{0,8}>)+")
_PIECE = re.compile(r"[^\s<>\"“”|]+")
# Signs without width that programs put into long addresses so that these can be broken; and the one no text holds.
_UNSEEN = dict.fromkeys(map(ord, "\x00\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Piece:
    """`line` counts from 1. `is_glued`: no space before it. `ends_line`: nothing follows on its line.

    `is_cut`: its line ended with the “=” of a mail, so the next line goes on in the middle of a word.
    """

    text: str
    line: int
    is_glued: bool
    ends_line: bool
    is_cut: bool


def pieces(text: str) -> list[Piece]:
    """Every piece in order, marks of quoted mail (“> ”) left out. Takes time in proportion to the length."""
    found: list[Piece] = []
    for number, line in enumerate(_LINE_BREAK.split(text.translate(_UNSEEN)), start=1):
        quoted = _QUOTED.match(line)
        line = line[quoted.end() :].rstrip() if quoted else line.rstrip()
        end = -1
        for match in _PIECE.finditer(line):
            ends_line = match.end() == len(line)
            is_cut = ends_line and match[0].endswith("=")
            words = match[0].removesuffix("=") if is_cut else match[0]
            # In “word<address>” the bracket stands between the two, and no space.
            is_glued = end >= 0 and not any(sign.isspace() for sign in line[end : match.start()])
            found.append(Piece(words, number, is_glued, ends_line, is_cut))
            end = match.end()
    return _mended(found)


def _mended(cut: list[Piece]) -> list[Piece]:
    """The pieces with those put together that the “=” of a mail has parted."""
    whole: list[Piece] = []
    parts: list[Piece] = []
    for piece in cut:
        parts.append(piece)
        if not piece.is_cut:
            whole.append(_together(parts))
            parts = []
    return [*whole, _together(parts)] if parts else whole


def _together(parts: list[Piece]) -> Piece:
    first, last = parts[0], parts[-1]
    return Piece("".join(part.text for part in parts), first.line, first.is_glued, last.ends_line, False)
