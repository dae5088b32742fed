"""Reports one a row: JSON lines (.jsonl) and tables (.csv). Both have the same fields, named in `FIELDS`."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from articles.incoming.brought import Brought, Reading, Refused, address_of, date_of, id_of, text_of
from articles.report_text import MAX_BYTES, UnreadableReport

FIELDS = (
    "headline", "body", "byline", "language", "published", "url", "archived_url", "caption", "credit", "origin", "kind",
)  # fmt: skip
KINDS = ("republication", "relay", "translation", "machine_translation")


def read_json_lines(lines: Iterable[bytes], *, language: str = "") -> Reading:
    """Each line one object whose fields are texts; empty lines are passed over."""
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            continue
        where = f"line {number}"
        try:
            yield _report(where, _object(raw), language, raw.decode())
        except UnreadableReport as error:
            yield Refused(where, str(error))


def read_table(lines: Iterable[bytes], *, language: str = "") -> Reading:
    """Each row under a header; a header that names no body, or a field we do not know, refuses the file."""
    rows = csv.reader(_decoded(lines), strict=True)
    header: list[str] = []
    while True:
        start = rows.line_num + 1
        where = f"line {start}"
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
            yield _report(where, dict(zip(header, row, strict=True)), language, ",".join(row))
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


def _decoded(lines: Iterable[bytes]) -> Iterator[str]:
    for number, raw in enumerate(lines, start=1):
        try:
            yield raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableReport(f"byte {error.start} of line {number} is not UTF-8") from None


def _object(raw: bytes) -> dict[str, str]:
    """A line's object with its texts. Raises UnreadableReport."""
    if len(raw) > 2 * MAX_BYTES:
        raise UnreadableReport(f"the line is larger than {2 * MAX_BYTES:,} bytes")
    try:
        found = json.loads(raw)
    except UnicodeDecodeError as error:
        raise UnreadableReport(f"byte {error.start} is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise UnreadableReport(f"column {error.colno}: this is no JSON: {error.msg}") from None
    except RecursionError:
        raise UnreadableReport("it is nested too deeply") from None
    if not isinstance(found, dict):
        raise UnreadableReport("the line is no JSON object")
    for name, value in found.items():
        if name not in FIELDS:
            raise UnreadableReport(f"unknown field {name[:40]!r}; known are {', '.join(FIELDS)}")
        if value is not None and not isinstance(value, str):
            raise UnreadableReport(f"field {name!r} must be a text")
    return {name: value or "" for name, value in found.items()}


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
    text = text_of(said["body"], headline=said["headline"], language=language or said["language"])
    return Brought(
        where=where,
        text=replace(text, caption=said["caption"] or text.caption, credit=said["credit"] or text.credit),
        original=original,
        headline=" ".join(said["headline"].split()),
        byline=said["byline"],
        published=date_of(said["published"], "published"),
        url=address_of(said["url"], "url"),
        archived_url=address_of(said["archived_url"], "archived_url"),
        origin=id_of(said["origin"], "origin"),
        origin_kind=said["kind"],
    )
