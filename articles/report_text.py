"""A report as a plain text file: headline, byline, caption, paragraphs, and the page furniture set apart."""

import re
import unicodedata
from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from articles.date_lines import DateLine, read_date_line
from articles.dates import PartialDate
from articles.furniture import anchor_lead, caption, ends_sentence, furniture, is_subhead

Language = Literal["en", "ko"]

MAX_BYTES = 1_000_000
MAX_HEADLINE = 160

_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Zero-width and direction marks: they show nothing, but would stand between a reader's words and ours.
_INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# Spaces that are not already one plain space, which most are.
_SPACES = re.compile(r"[^\S\n ][^\S\n]*| [^\S\n]+")

_TAIL_LINES = 12
_LINES_OF_A_NOTE = 4
_NOTES_IN_HEAD = ("editor's note", "credits", "republication note")


class UnreadableReport(ValueError):
    """A file that is no report. `reason`: a sentence; `line`: the line it is about, from 1, or None."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason if line is None else f"line {line}: {reason}")
        self.reason = reason
        self.line = line


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report's text in NFC, each part on one line without furniture; "" for what the file does not say.

    `published`: the date line's words with the day they name, or `PartialDate.none()`.
    `furniture`: what was set apart, each as "what it is: its words".
    """

    headline: str
    byline: str
    published: PartialDate
    caption: str
    credit: str
    paragraphs: tuple[str, ...]
    furniture: tuple[str, ...]
    language: Language

    @property
    def body(self) -> str:
        """The paragraphs, parted by one blank line."""
        return "\n\n".join(self.paragraphs)


def read_report(raw: bytes | str, *, language: str | None = None, headline: str = "") -> ReportText:
    """Read a report; `language` ("en" or "ko") overrules the guess, a known `headline` is not looked for in the text.

    Raises UnreadableReport, and ValueError for a language we do not read.
    """
    if language not in (None, "en", "ko"):
        raise ValueError(f"reports are read in en or ko, not {language!r}")
    blocks = deque(_blocks(_text(raw)))
    parts = _Parts(headline=headline)
    if headline and blocks and " ".join(blocks[0]) == headline:
        blocks.popleft()
    _read_head(blocks, parts)
    pieces = [piece for block in blocks for piece in _pieces(block)]
    tail = _tail_start(pieces)
    _read_body(pieces[:tail], parts)
    _read_tail(pieces[tail:], parts)
    if not parts.paragraphs:
        raise UnreadableReport("nothing is left of the file without its headline, captions and page furniture")
    return ReportText(
        headline=parts.headline,
        byline=parts.byline,
        published=parts.published,
        caption=parts.caption,
        credit=parts.credit,
        paragraphs=tuple(parts.paragraphs),
        furniture=tuple(parts.furniture),
        language="ko" if (language or _language(parts.paragraphs)) == "ko" else "en",
    )


def _text(raw: bytes | str) -> str:
    """The file as clean text with plain line breaks. Raises UnreadableReport."""
    if len(raw) > MAX_BYTES:
        raise UnreadableReport(f"the file is larger than {MAX_BYTES:,} bytes")
    text = raw if isinstance(raw, str) else _decoded(raw)
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        raise UnreadableReport("half of a surrogate pair stands alone", _line_at(text, error.start)) from None
    if size > MAX_BYTES:
        raise UnreadableReport(f"the file is larger than {MAX_BYTES:,} bytes")
    control = _CONTROL.search(text)
    if control:
        reason = f"a control character (U+{ord(control.group()):04X}) shows that this is no plain text"
        raise UnreadableReport(reason, _line_at(text, control.start()))
    text = _INVISIBLE.sub("", _LINE_BREAK.sub("\n", text))
    if not text.strip():
        raise UnreadableReport("the file is empty")
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text))


def _decoded(raw: bytes) -> str:
    """Bytes as UTF-8. Raises UnreadableReport with the offset and line of the first byte that is not."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadableReport("the file is UTF-16; save it as UTF-8", 1)
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = len(_LINE_BREAK.findall(raw[: error.start].decode())) + 1
        reason = f"byte {error.start} (0x{raw[error.start]:02X}) is not UTF-8; save the file as UTF-8"
        raise UnreadableReport(reason, line) from None


def _line_at(text: str, position: int) -> int:
    """The line, from 1, on which a character stands."""
    return len(_LINE_BREAK.findall(text[:position])) + 1


def _blocks(text: str) -> list[list[str]]:
    """The lines of a text in groups parted by blank lines.

    A file without a blank line, of whose lines a third or more end as sentences do, has a paragraph on each line.
    """
    lines = [line.strip() for line in text.strip().split("\n")]
    if "" not in lines and sum(map(ends_sentence, lines)) * 3 >= len(lines):
        return [[line] for line in lines]
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _language(paragraphs: list[str]) -> Language:
    """Korean if at least three letters in ten are Hangul."""
    letters = [letter for paragraph in paragraphs for letter in paragraph if letter.isalpha()]
    hangul = sum("가" <= letter <= "힣" for letter in letters)
    return "ko" if letters and hangul / len(letters) >= 0.3 else "en"


@dataclass(slots=True)
class _Parts:
    """What has been read of a report so far."""

    headline: str = ""
    byline: str = ""
    published: PartialDate = field(default_factory=PartialDate.none)
    caption: str = ""
    credit: str = ""
    paragraphs: list[str] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)

    def set_apart(self, what: str, line: str, reporter: str = "") -> None:
        """Note a line as furniture; the first reporter named anywhere has the byline."""
        self.furniture.append(f"{what}: {line}")
        self.byline = self.byline or reporter

    def add_caption(self, caption_and_credit: tuple[str, str], line: str) -> None:
        """Keep the first caption; any other is furniture."""
        if self.caption or self.credit:
            self.set_apart("caption", line)
        else:
            self.caption, self.credit = caption_and_credit

    def add_date_line(self, found: DateLine, line: str) -> None:
        """Keep the first date and the first byline; a line that brings neither is furniture."""
        is_date_new = bool(found.published.words) and not self.published.words
        if is_date_new:
            self.published = found.published
        if found.byline and not self.byline:
            self.byline = found.byline
        elif not is_date_new:
            self.set_apart("date line", line)


def _read_head(blocks: deque[list[str]], parts: _Parts) -> None:
    """Take headline, date line, caption and furniture off the front, whole blocks first, then single lines."""
    while blocks:
        block = blocks[0]
        if _take_from_head(" ".join(block), parts):
            blocks.popleft()
        elif len(block) > 1 and (
            _take_from_head(block[0], parts) or (read_date_line(block[1]) and _take_headline(block[0], block[1], parts))
        ):
            block.pop(0)
        elif len(blocks) > 1 and _take_headline(" ".join(block), blocks[1][0], parts):
            blocks.popleft()
        else:
            return


def _take_from_head(line: str, parts: _Parts) -> bool:
    """Whether a line before the first paragraph was taken: as date line, byline, caption, furniture, or an anchor's lead, which is told."""
    if (reporter := anchor_lead(line)) is not None:
        parts.paragraphs.append(line)
        parts.byline = parts.byline or reporter
        return True
    found = furniture(line)
    if found and (found.strength == "label" or found.what in _NOTES_IN_HEAD):
        parts.set_apart(found.what, line, found.reporter)
        return True
    if line.count("|") > 1 and not ends_sentence(line):
        parts.set_apart("table", line)
        return True
    date_line = read_date_line(line)
    if date_line:
        # The date under a weather line is the day of the visit, not of the report.
        if parts.furniture and parts.furniture[-1].startswith("weather line:"):
            parts.set_apart("date of the visit", line)
        else:
            parts.add_date_line(date_line, line)
        return True
    found_caption = caption(line, is_leading=True)
    if found_caption:
        parts.add_caption(found_caption, line)
        return True
    return False


def _take_headline(line: str, after: str, parts: _Parts) -> bool:
    """Whether a line was the headline, or a second one below it, and so was taken. `after`: the line that follows."""
    if len(line) > MAX_HEADLINE or not any(letter.isalpha() for letter in line):
        return False
    if parts.headline:
        if _is_sentence(line) or any(apart.startswith("second headline:") for apart in parts.furniture):
            return False
        parts.set_apart("second headline", line)
        return True
    if _is_sentence(line) and not read_date_line(after):
        return False
    parts.headline = line
    return True


def _pieces(block: list[str]) -> list[str]:
    """A block as one line, with the furniture at its end, itself perhaps broken over lines, on lines of its own."""
    size = len(block)
    # From each line to the end: the pieces of furniture that these lines make up, or None if they do not.
    pieces: list[list[str] | None] = [None] * size + [[]]
    for start in range(size - 1, max(-1, size - 1 - _TAIL_LINES), -1):
        for end in range(start + 1, min(size, start + _LINES_OF_A_NOTE) + 1):
            rest, line = pieces[end], " ".join(block[start:end])
            if rest is not None and furniture(line):
                pieces[start] = [line, *rest]
                break
    for start, found in enumerate(pieces):
        if found is not None and (start in (0, size) or ends_sentence(block[start - 1])):
            return [*([" ".join(block[:start])] if start else []), *found]
    return [" ".join(block)]


def _tail_start(pieces: list[str]) -> int:
    """Where the furniture behind the last paragraph begins.

    Faint notes go only beside surer ones; titles of other reports only under a heading that announces them.
    """
    start = position = len(pieces)
    has_titles = False
    while position:
        position -= 1
        found, date_line = furniture(pieces[position]), read_date_line(pieces[position])
        if found or date_line:
            if has_titles and not (found and found.what == "related reports"):
                break
            if not found or found.strength != "faint" or start == position + 1 < len(pieces):
                start, has_titles = position, False
        elif _is_title(pieces[position]):
            has_titles = True
        else:
            break
    return start


def _read_body(pieces: list[str], parts: _Parts) -> None:
    """Keep the paragraphs; set apart what stands among them without being a sentence."""
    is_link_list = False
    for piece in pieces:
        found = furniture(piece)
        if found and found.strength == "label":
            parts.set_apart(found.what, piece, found.reporter)
            is_link_list = found.what == "related reports"
        elif found_caption := caption(piece, is_leading=False):
            parts.add_caption(found_caption, piece)
        elif is_link_list and _is_title(piece):
            parts.set_apart("link to another report", piece)
        elif is_subhead(piece):
            parts.set_apart("sub-heading", piece)
        else:
            parts.paragraphs.append(piece)
            is_link_list = False


def _read_tail(pieces: list[str], parts: _Parts) -> None:
    """Set the furniture behind the last paragraph apart; a reporter's note gives the byline."""
    for piece in pieces:
        found = furniture(piece)
        date_line = read_date_line(piece)
        if found:
            parts.set_apart(found.what, piece, found.reporter)
        elif date_line:
            parts.add_date_line(date_line, piece)
        else:
            parts.set_apart("link to another report", piece)


def _is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence, or as a Korean one without its full stop, or with a colon."""
    return ends_sentence(line) or line.endswith(("다", "요", ":"))


def _is_title(line: str) -> bool:
    """Whether a line could be another report's title: short, and no sentence."""
    return len(line) <= MAX_HEADLINE and not _is_sentence(line)
