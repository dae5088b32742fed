"""Reports one a row: JSON lines (.jsonl) and tables (.csv). Both have the same fields, named in `FIELDS`."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from typing import IO, Any

from articles.incoming.brought import Brought, Reading, Refused, address_of, date_of, id_of, line_of, text_of
from articles.report_text import MAX_BYTES, UnreadableReport

FIELDS = (
    "headline", "body", "byline", "language", "published", "url", "archived_url", "caption", "credit", "origin", "kind",
)  # fmt: skip
LONGEST_LINE = 2 * MAX_BYTES
KINDS = ("republication", "relay", "quotation", "translation", "machine_translation", "back_translation")


def read_json_lines(file: IO[bytes], *, language: str = "") -> Reading:
    """Each line one object whose fields are texts; empty lines are passed over."""
    for number, raw in enumerate(_lines(file), start=1):
        where = f"line {number}"
        try:
            line = _decoded(raw, number, is_first=number == 1).strip()
            if line:
                yield _report(where, _object(line), language, line)
        except UnreadableReport as error:
            yield Refused(where, str(error))


def read_table(file: IO[bytes], *, language: str = "") -> Reading:
    """Each row under a header; a header that names no body, or a field we do not know, refuses the file."""
    lines = (_decoded(raw, number, is_first=number == 1) for number, raw in enumerate(_lines(file), start=1))
    csv.field_size_limit(MAX_BYTES)
    rows = csv.reader(lines, strict=True)
    header: list[str] = []
    while True:
        where = f"line {rows.line_num + 1}"
        try:
            row = next(rows)
        except StopIteration:
            break
        except (csv.Error, UnreadableReport) as error:
            # Past a broken quotation mark nobody can tell where the next row begins.
            yield Refused(where, f"the table cannot be read on from here: {error}")
            return
        if not header:
            header = [name.strip().lower() for name in row]
            if reason := _wrong_with(header):
                yield Refused(where, reason)
                return
            continue
        if not any(cell.strip() for cell in row):
            continue
        try:
            if len(row) != len(header):
                raise UnreadableReport(f"it has {len(row)} cells, the header {len(header)}")
            yield _report(where, dict(zip(header, row, strict=True)), language, _as_written(row))
        except UnreadableReport as error:
            yield Refused(where, str(error))
    if not header:
        yield Refused("", "the file is empty")


def _wrong_with(header: list[str]) -> str:
    """What is wrong with a table's header, or ""."""
    unknown = [name for name in header if name not in FIELDS]
    if unknown:
        return f"unknown column {unknown[0]!r}; known are {', '.join(FIELDS)}"
    twice = [name for name in header if header.count(name) > 1]
    if twice:
        return f"column {twice[0]!r} stands twice"
    return "" if "body" in header else "there is no column 'body'"


def _as_written(row: list[str]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="").writerow(row)
    return out.getvalue()


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Its lines; one that is longer than allowed comes with one byte more than that, its rest passed over."""
    while line := file.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE + 1)


def _decoded(raw: bytes, number: int, *, is_first: bool) -> str:
    """A line as text, without the mark that stands before the first. Raises UnreadableReport."""
    if len(raw) > LONGEST_LINE:
        raise UnreadableReport(f"line {number} is longer than {LONGEST_LINE:,} bytes")
    try:
        return raw.decode("utf-8-sig" if is_first else "utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableReport(f"byte {error.start} of line {number} is not UTF-8; save the file as UTF-8") from None


def _object(line: str) -> dict[str, str]:
    """A line's object with its texts. Raises UnreadableReport."""
    try:
        found = json.loads(line, object_pairs_hook=_once_each)
    except json.JSONDecodeError as error:
        raise UnreadableReport(f"column {error.colno}: this is no JSON: {error.msg}") from None
    except RecursionError:
        raise UnreadableReport("it is nested too deeply") from None
    except ValueError as error:
        # Raised by `_once_each`, and for a number of thousands of digits.
        raise UnreadableReport(str(error)) from None
    if not isinstance(found, dict):
        raise UnreadableReport("the line is no JSON object")
    for name, value in found.items():
        if name not in FIELDS:
            raise UnreadableReport(f"unknown field {name[:40]!r}; known are {', '.join(FIELDS)}")
        if value is not None and not isinstance(value, str):
            raise UnreadableReport(f"field {name!r} must be a text")
    return {name: value or "" for name, value in found.items()}


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    twice = [name for name in names if names.count(name) > 1] if len(names) <= 2 * len(FIELDS) else names
    if twice:
        raise UnreadableReport(f"field {twice[0][:40]!r} stands twice")
    return dict(pairs)


def _report(where: str, row: dict[str, str], language: str, original: str) -> Brought:
    """One row as a report. Raises UnreadableReport that names the field."""
    said = {name: row.get(name, "").strip() for name in FIELDS}
    if not said["body"]:
        raise UnreadableReport("field 'body' is empty")
    if said["language"] not in ("", "en", "ko"):
        raise UnreadableReport(f"field 'language': {said['language'][:20]!r} is neither en nor ko")
    if bool(said["origin"]) != bool(said["kind"]):
        raise UnreadableReport("fields 'origin' and 'kind' go together")
    if said["kind"] and said["kind"] not in KINDS:
        raise UnreadableReport(f"field 'kind': {said['kind'][:40]!r} is none of {', '.join(KINDS)}")
    headline = line_of(said["headline"], "headline")
    caption, credit = line_of(said["caption"], "caption"), line_of(said["credit"], "credit")
    try:
        text = text_of(
            said["body"], headline=headline, language=language or said["language"], caption=caption, credit=credit
        )
    except UnreadableReport as error:
        raise UnreadableReport(f"field 'body': {error}") from error
    return Brought(
        where=where,
        text=text,
        original=original,
        headline=headline,
        byline=line_of(said["byline"], "byline"),
        published=date_of(said["published"], "published"),
        url=address_of(said["url"], "url"),
        archived_url=address_of(said["archived_url"], "archived_url"),
        origin=id_of(said["origin"], "origin"),
        origin_kind=said["kind"],
    )
