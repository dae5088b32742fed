"""The parts of one index: files of tantivy's in one folder, and `meta.json`, which says of which parts the index is made.

tantivy only reads here. It would put parts together without end, until one holds the whole record and all of that is written
for a word; and whoever publishes would wait. So it writes on a workbench, and what came of it is exchanged here at one blow.
"""

import fcntl
import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy

from articles.search.index.schema import schema
from articles.search.index.weights import of_files

META = "meta.json"
# tantivy holds this one while it reads which parts there are and opens them.
_OPENING = ".tantivy-meta.lock"
# Letters of a part's id in the names of its files; no other name begins with as many before a stop.
_STEM = 32


@dataclass(frozen=True)
class Part:
    """One part: so many documents, of which so many are `deleted`, the last ones by the deletion numbered `stamp`."""

    id: str
    documents: int
    deleted: int = 0
    stamp: int = 0

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Part":
        """As tantivy keeps it."""
        deletes = kept["deletes"] or {"num_deleted_docs": 0, "opstamp": 0}
        return cls(kept["segment_id"], kept["max_doc"], deletes["num_deleted_docs"], deletes["opstamp"])

    def kept(self, deleted: int | None = None) -> dict[str, Any]:
        """The same, as if so many were deleted."""
        number = self.deleted if deleted is None else deleted
        deletes = {"num_deleted_docs": number, "opstamp": self.stamp} if self.stamp else None
        return {"segment_id": self.id, "max_doc": self.documents, "deletes": deletes}

    @property
    def alive(self) -> int:
        """How many of its documents can be found."""
        return self.documents - self.deleted

    @property
    def stem(self) -> str:
        """How the names of its files begin."""
        return self.id.replace("-", "")

    def has(self, name: str) -> bool:
        """Whether a file of this name is one of its own."""
        stem, *between, end = name.split(".")
        return stem == self.stem and (end != "del" or between == [str(self.stamp)])


class Parts:
    """Those of the index in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def begin(self) -> None:
        """An index without parts."""
        self.folder.mkdir(parents=True)
        tantivy.Index(schema(), path=str(self.folder))

    def meta(self) -> dict[str, Any]:
        """All that tantivy keeps of it."""
        kept: dict[str, Any] = json.loads((self.folder / META).read_text(encoding="utf-8"))
        return kept

    def all(self) -> list[Part]:
        """In the order in which searchers number them."""
        return [Part.read(kept) for kept in self.meta()["segments"]]

    def write(self, meta: Mapping[str, Any]) -> None:
        """Exchange what is kept of it, at one blow, whatever happens to the machine."""
        fresh = self.folder / f"{META}.new"
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(meta, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.folder / META)
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def files(self, part: Part) -> list[Path]:
        """Those of one part."""
        return [path for path in self.folder.glob(f"{part.stem}.*") if part.has(path.name)]

    def weights(self) -> dict[str, int]:
        """What each part weighs, by its id."""
        return {
            part.id: of_files(sum(path.stat().st_size for path in self.files(part)), part.documents)
            for part in self.all()
        }

    def exchange(self, gone: Collection[str], come: Sequence[tuple["Parts", Part]]) -> None:
        """Let parts go, by their ids, and others come out of where they were made. Their files move, or go.

        One that comes and was here takes its place; the others come last.
        """
        for source, part in come:
            for path in source.files(part):
                path.replace(self.folder / path.name)
        meta, fresh = self.meta(), {part.id: part.kept() for _, part in come}
        stayed = [
            fresh.pop(kept["segment_id"], kept)
            for kept in meta["segments"]
            if kept["segment_id"] in fresh or kept["segment_id"] not in gone
        ]
        # Deletions are numbered, and files named by that: on no workbench is a number to come again.
        stamp = max([meta["opstamp"], *(source.meta()["opstamp"] for source, _ in come)])
        self.write({**meta, "segments": [*stayed, *fresh.values()], "opstamp": stamp})
        self.tidy()

    def strays(self) -> list[Path]:
        """Files of no part: what a crash left, or what was exchanged."""
        parts = {part.stem: part for part in self.all()}
        found = []
        for path in self.folder.iterdir():
            stem = path.name.partition(".")[0]
            part = parts.get(stem)
            if len(stem) == _STEM and not (part and part.has(path.name)):
                found.append(path)
        return found

    def tidy(self) -> None:
        """Delete them, while nobody opens the index; who has it open keeps what is open."""
        with (self.folder / _OPENING).open("w") as opening:
            fcntl.flock(opening, fcntl.LOCK_EX)
            for path in self.strays():
                with suppress(FileNotFoundError):
                    path.unlink()


def grouped(parts: Iterable[Part], weights: Mapping[str, int], most: int) -> list[list[Part]]:
    """Parts in groups that weigh no more than so much, the lightest first; a heavier one is a group of its own."""
    found: list[list[Part]] = []
    room = 0
    for part in sorted(parts, key=lambda part: weights[part.id]):
        if not found or weights[part.id] > room:
            found.append([])
            room = most
        found[-1].append(part)
        room -= weights[part.id]
    return found
