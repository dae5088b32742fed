"""One report as a file brings it, or why one could not be read."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from articles.dates import DateError, PartialDate
from articles.public_ids import MistypedId, normalise
from articles.report_text import ReportText, UnreadableReport, read_report

# As long as the desk keeps them, in characters.
LONGEST = {"headline": 300, "byline": 200, "caption": 1000, "credit": 200, "url": 500}
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_UNKEEPABLE = re.compile(r"[\x00\ud800-\udfff]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Brought:
    """A report, and what its file says of it; "" or an unknown date for what it does not say.

    `where`: the place in the file for messages ("line 3"), "" when the file is one report. `original`: the text as it
    came. `origin`: public id of the report that first carried it; `origin_kind`: what this one is to it.
    """

    where: str
    text: ReportText
    original: str
    headline: str = ""
    byline: str = ""
    published: PartialDate = PartialDate.none()
    url: str = ""
    archived_url: str = ""
    origin: str = ""
    origin_kind: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A report that could not be read: its place in the file, "" for the file itself, and the reason."""

    where: str
    reason: str


Reading: TypeAlias = Iterator["Brought | Refused"]


def text_of(body: str, *, headline: str, language: str = "", caption: str = "", credit: str = "") -> ReportText:
    """Read a body whose headline is known; a given caption and credit overrule its own. Raises UnreadableReport."""
    text = read_report(body, language=language or None, headline=headline)
    return replace(text, caption=caption or text.caption, credit=credit or text.credit)


def line_of(words: str, field: str) -> str:
    """What a field says, composed (NFC) and on one line. Raises UnreadableReport that names the field."""
    found = _UNPRINTABLE.search(words)
    if found:
        raise UnreadableReport(f"field {field!r}: it holds U+{ord(found.group()):04X}, which is no text")
    line = unicodedata.normalize("NFC", " ".join(words.split()))
    if len(line) > LONGEST[field]:
        raise UnreadableReport(f"field {field!r}: it has {len(line):,} characters, {LONGEST[field]:,} are kept at most")
    return line


def original_of(markup: str) -> str:
    """The text as it came, if Postgres can hold it. Raises UnreadableReport."""
    found = _UNKEEPABLE.search(markup)
    if found:
        raise UnreadableReport(f"it holds U+{ord(found.group()):04X}, which is no text")
    return markup


def date_of(words: str, field: str) -> PartialDate:
    """A date as a field words it, unknown for "". Raises UnreadableReport that names the field."""
    if not words.strip():
        return PartialDate.none()
    try:
        return PartialDate.parse(words.strip())
    except DateError as error:
        raise UnreadableReport(f"field {field!r}: {error}") from error


def address_of(words: str, field: str) -> str:
    """A web address as a field gives it, "" for "". Raises UnreadableReport that names the field."""
    words = words.strip()
    if _UNPRINTABLE.search(words) or len(words) > LONGEST["url"]:
        raise UnreadableReport(f"field {field!r}: {words[:80]!r} is too long or holds what no address can")
    if words and not _ADDRESS.fullmatch(words):
        raise UnreadableReport(f"field {field!r}: {words[:80]!r} is no web address")
    return words


def id_of(words: str, field: str) -> str:
    """A public id as typed, "" for "". Raises UnreadableReport that names the field."""
    if not words.strip():
        return ""
    try:
        return normalise(words)
    except MistypedId as error:
        raise UnreadableReport(f"field {field!r}: {error}") from error
