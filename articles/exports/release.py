"""A dataset in a folder, release by release: rows as JSONL and CSV, a manifest of hashes, and what rows were before.

Pure: no Django, no database. A release is the rows as they stood at one act of the ledger. A row says `since` which act
it has stood so in this dataset; when it changes, the old one goes into `history/` with `until`. So every release that
was ever written into the folder can be rebuilt byte for byte, but for what was removed since, or has turned out to be
what a report calls its source: of that no word is kept.
The last record of every file states how many rows there are and of which act, so that a cut file is noticed.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles import spreadsheets

MANIFEST = "manifest.json"
Row = dict[str, Any]
Key = tuple[Any, ...]


class DatasetError(Exception):
    """A folder that cannot be used. `str()` is a sentence that says why."""


@dataclass(frozen=True)
class Table:
    """One table. `rows` come in the order of their `key`; `report`: the field that names the report a row is of, or "".

    `may_stay`: whether what a row was is still told to anybody; of one that is not, history keeps no word.
    """

    name: str
    key: tuple[str, ...]
    fields: Mapping[str, str]
    rows: Callable[[], Iterable[Row]]
    cells: Callable[[Row], list[str]]
    report: str = ""
    may_stay: Callable[[Row], bool] = lambda row: True

    def key_of(self, row: Row) -> Key:
        """What tells a row from all others."""
        return tuple(row[name] for name in self.key)


@dataclass(frozen=True)
class Stamp:
    """Which state of the record a release is: act number, the hash of that act, and when the release was made."""

    version: int
    head: str
    made: str


def write_release(folder: Path, tables: Iterable[Table], stamp: Stamp, about: Mapping[str, str]) -> Row:
    """Write a release beside those the folder has, and return its manifest. Raises DatasetError and leaves it as it was."""
    work = folder / ".new"
    if (work / MANIFEST).exists():
        _move(work, folder)  # a run before this one was stopped while it did so
    before = read_manifest(folder) if (folder / MANIFEST).exists() else None
    if before is not None:
        check(folder)
        if before["version"] > stamp.version:
            raise DatasetError(
                f"{folder} has act {before['version']} already, this record ends with act {stamp.version}."
            )
    elif folder.exists() and any(path != work for path in folder.iterdir()):
        raise DatasetError(f"{folder} is not empty and holds no dataset.")
    (work / "history").mkdir(parents=True, exist_ok=True)
    forgotten: set[str] = set()
    written: dict[str, Row] = {}
    described: dict[str, Row] = {}
    for table in tables:
        writer = _Writer(folder, work, table, stamp)
        written |= writer.write(forgotten)
        described[table.name] = {"key": list(table.key), "fields": dict(table.fields)}
    release = {"version": stamp.version, "head": stamp.head, "made": stamp.made, "files": written}
    earlier = [each for each in before["releases"] if each["version"] < stamp.version] if before else []
    manifest = {**about, **release, "tables": described, "releases": [*earlier, release]}
    manifest["history"] = {name: _measured(work / name) for name in sorted(_names(work / "history", "history/"))}
    (work / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    _move(work, folder)
    return manifest


class _Writer:
    """Writes one table: its rows as JSONL and CSV, and its history."""

    def __init__(self, folder: Path, work: Path, table: Table, stamp: Stamp) -> None:
        self.folder, self.work, self.table, self.stamp = folder, work, table, stamp
        self.gone: set[Key] = set()
        self.closed: list[Row] = []

    def write(self, forgotten: set[str]) -> dict[str, Row]:
        """Returns the measures of its files. `forgotten`: ids of reports of which a text was removed; grows."""
        name, count = self.table.name, 0
        heads = [*self.table.fields, "since"]
        with (
            _opened(self.work / f"{name}.jsonl") as lines,
            _opened(self.work / f"{name}.csv") as cells,
        ):
            cells.write(spreadsheets.BYTE_ORDER_MARK + spreadsheets.lines([heads]))
            for row in self._rows():
                if name == "texts" and row["removed"]:
                    forgotten.add(row["report"])
                lines.write(_line(row))
                cells.write(spreadsheets.lines([[*self.table.cells(row), str(row["since"])]]))
                count += 1
            lines.write(_line(_end(name, count, self.stamp)))
            last = [f"end of {count} rows at act {self.stamp.version}", *[""] * (len(heads) - 1)]
            cells.write(spreadsheets.lines([last]))
        self._write_history(forgotten)
        return {each: {**_measured(self.work / each), "rows": count} for each in (f"{name}.jsonl", f"{name}.csv")}

    def _rows(self) -> Iterator[Row]:
        """The rows of this release; on the way, what became of those of the last."""
        old_rows = rows_in(self.folder / f"{self.table.name}.jsonl")
        for old, new in _side_by_side(old_rows, iter(self.table.rows()), self.table.key_of):
            if new is not None and old is not None and new == {name: old[name] for name in old if name != "since"}:
                yield old
                continue
            if old is not None:
                self.closed.append(old)
            if new is None:
                assert old is not None, "one of the two is there"
                self.gone.add(self.table.key_of(old))
            else:
                yield {**new, "since": self.stamp.version}

    def _write_history(self, forgotten: set[str]) -> None:
        path = f"history/{self.table.name}.jsonl"
        with _opened(self.work / path) as lines:
            for was in rows_in(self.folder / path):
                lines.write(_line(self._without_removed(was, forgotten)))
            for row in self.closed:
                was = {
                    "key": list(self.table.key_of(row)),
                    "since": row["since"],
                    "until": self.stamp.version,
                    "row": row,
                }
                lines.write(_line(self._without_removed(was, forgotten)))

    def _without_removed(self, was: Row, forgotten: set[str]) -> Row:
        row = was["row"]
        if row is None:
            return was
        is_of = row[self.table.report] if self.table.report else None
        is_removed = tuple(was["key"]) in self.gone or is_of in forgotten or not self.table.may_stay(row)
        return {**was, "row": None} if is_removed else was


def rebuild(folder: Path, version: int, into: Path) -> tuple[list[str], list[str]]:
    """Write release `version` out of a later one; returns the names of files that are as they were, and of those that
    lack rows removed since. Raises DatasetError.
    """
    check(folder)
    manifest = read_manifest(folder)
    release = next((each for each in manifest["releases"] if each["version"] == version), None)
    if release is None:
        known = ", ".join(str(each["version"]) for each in manifest["releases"])
        raise DatasetError(f"{folder} has no release of act {version}; it has {known}.")
    into.mkdir(parents=True, exist_ok=True)
    whole: list[str] = []
    lacking: list[str] = []
    stamp = Stamp(version, release["head"], release["made"])
    for name, table in manifest["tables"].items():
        key = table["key"]
        rows = [row for row in rows_in(folder / f"{name}.jsonl") if row["since"] <= version]
        was = [
            each for each in rows_in(folder / "history" / f"{name}.jsonl") if each["since"] <= version < each["until"]
        ]
        rows = sorted(
            [*rows, *(each["row"] for each in was if each["row"])], key=lambda row: [row[part] for part in key]
        )
        file = f"{name}.jsonl"
        with _opened(into / file) as lines:
            lines.writelines(_line(row) for row in rows)
            lines.write(_line(_end(name, len(rows), stamp)))
        same = _measured(into / file)["sha256"] == release["files"][file]["sha256"]
        (whole if same else lacking).append(file)
        if not same and all(each["row"] for each in was):
            raise DatasetError(f"{file} of act {version} cannot be rebuilt: its history does not fit its hash.")
    return whole, lacking


def check(folder: Path) -> None:
    """Raises DatasetError for the first file that is missing, cut or changed."""
    manifest = read_manifest(folder)
    for name, measured in {**manifest["files"], **manifest["history"]}.items():
        path = folder / name
        if not path.exists():
            raise DatasetError(f"{name} is missing.")
        if _measured(path)["sha256"] != measured["sha256"]:
            raise DatasetError(f"{name} was cut or changed: its hash is not that of the manifest.")


def read_manifest(folder: Path) -> Row:
    """Raises DatasetError where there is none that can be read."""
    try:
        manifest: Row = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DatasetError(f"{folder} has no manifest that can be read.") from error
    return manifest


def rows_in(path: Path) -> Iterator[Row]:
    """The rows of a file, without its last record; none when it is not there."""
    if not path.exists():
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "end" not in row or "rows" not in row:
                yield row


def _side_by_side(
    old: Iterator[Row], new: Iterator[Row], key: Callable[[Row], Key]
) -> Iterator[tuple[Row | None, Row | None]]:
    """Two sorted tables, rows of the same key together. Memory stays flat."""
    left, right = next(old, None), next(new, None)
    while left is not None or right is not None:
        if right is None or (left is not None and key(left) < key(right)):
            yield left, None
            left = next(old, None)
        elif left is None or key(right) < key(left):
            yield None, right
            right = _next(new, right, key)
        else:
            yield left, right
            left, right = next(old, None), _next(new, right, key)


def _next(rows: Iterator[Row], last: Row, key: Callable[[Row], Key]) -> Row | None:
    row = next(rows, None)
    assert row is None or key(last) < key(row), "rows come in the order of their key"
    return row


def _end(name: str, count: int, stamp: Stamp) -> Row:
    return {"end": name, "rows": count, "version": stamp.version, "head": stamp.head}


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"


def _opened(path: Path) -> Any:
    return path.open("w", encoding="utf-8", newline="")


def _measured(path: Path) -> Row:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return {"sha256": digest.hexdigest(), "bytes": path.stat().st_size}


def _names(folder: Path, prefix: str) -> Iterator[str]:
    return (f"{prefix}{path.name}" for path in folder.iterdir())


def _move(work: Path, folder: Path) -> None:
    """Put the new files in place, the manifest last: until then the old one tells that they do not fit."""
    (folder / "history").mkdir(exist_ok=True)
    (work / "history").mkdir(exist_ok=True)
    names = [*_names(work / "history", "history/"), *(path.name for path in work.iterdir() if path.is_file())]
    for name in sorted(names, key=lambda name: name == MANIFEST):
        os.replace(work / name, folder / name)
    (work / "history").rmdir()
    work.rmdir()
