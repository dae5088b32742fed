"""Open a file by its kind and read the reports in it one after the other."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

from articles.incoming.brought import Brought, Reading, Refused
from articles.incoming.feed import read_feed
from articles.incoming.rows import read_json_lines, read_table
from articles.incoming.web_page import read_page
from articles.incoming.wordpress import is_wordpress, read_wordpress
from articles.report_text import MAX_BYTES, UnreadableReport, read_report

# A page or a feed is held in memory whole; exports and rows are read as they come.
MAX_PAGE = 10_000_000
SUFFIXES = (".txt", ".html", ".htm", ".xml", ".rss", ".atom", ".jsonl", ".csv")


def read_file(path: str, *, language: str = "") -> Reading:
    """The reports in a file of one of `SUFFIXES`, or of standard input ("-", plain text). Raises OSError."""
    if path == "-":
        yield from read_stream("standard input.txt", sys.stdin.buffer, language=language)
    elif wrong := wrong_kind(path):
        yield Refused("", wrong)
    else:
        with Path(path).open("rb") as file:
            yield from read_stream(path, file, language=language)


def wrong_kind(name: str) -> str:
    """Why a file of this name cannot be read, or ""."""
    return "" if _suffix(name) in SUFFIXES else f"it is none of {', '.join(SUFFIXES)}"


def read_stream(name: str, file: IO[bytes], *, language: str = "") -> Reading:
    """The reports in an open file; the end of its name, one of `SUFFIXES`, tells its kind."""
    match _suffix(name):
        case ".txt":
            yield from _one(_plain_text, file, language)
        case ".html" | ".htm":
            yield from _one(_page, file, language)
        case ".jsonl":
            yield from read_json_lines(file, language=language)
        case ".csv":
            yield from read_table(file, language=language)
        case _:
            yield from _xml(file, language)


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()


def _xml(file: IO[bytes], language: str) -> Reading:
    head = file.read(100_000)
    file.seek(0)
    if is_wordpress(head):
        yield from read_wordpress(file, language=language)
        return
    try:
        yield from read_feed(_whole(file), language=language)
    except UnreadableReport as error:
        yield Refused("", str(error))


def _one(read: Callable[[IO[bytes], str], Brought], file: IO[bytes], language: str) -> Reading:
    try:
        yield read(file, language)
    except UnreadableReport as error:
        yield Refused("", str(error))


def _plain_text(file: IO[bytes], language: str) -> Brought:
    # At most one byte more than is allowed, so that a huge file costs nothing.
    raw = file.read(MAX_BYTES + 1)
    return Brought("", read_report(raw, language=language or None), raw.decode("utf-8-sig"))


def _page(file: IO[bytes], language: str) -> Brought:
    return read_page(_whole(file), language=language)


def _whole(file: IO[bytes]) -> bytes:
    raw = file.read(MAX_PAGE + 1)
    if len(raw) > MAX_PAGE:
        raise UnreadableReport(f"the file is larger than {MAX_PAGE:,} bytes")
    if not raw.strip():
        raise UnreadableReport("the file is empty")
    return raw
