"""Documents on their way into an index: into parts of their own, none of which is larger than what is written anew quickly."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import tantivy

from articles.search.index.parts import Part, Parts
from articles.search.index.schema import register, schema
from articles.search.index.workbench import HEAP, clear

# Bytes of a part: as many as are written anew in four to six seconds of a processor.
FULL = 180_000_000
# About as much of a part is what is stored; the rest is written once it is whole.
_STORED = 0.55


class Filling:
    """Documents for one index, in a folder beside it."""

    def __init__(self, folder: Path, heap: int = HEAP) -> None:
        clear(folder)
        self._folder, self._heap = folder, heap
        self._filled: list[Parts] = []
        self._writer: tantivy.IndexWriter | None = None

    def add(self, documents: Iterable[tantivy.Document]) -> None:
        """More of them."""
        for document in documents:
            self._open().add_document(document)
        if self._writer and _bytes(self._filled[-1].folder) > _STORED * FULL:
            self._close()

    def parts(self) -> list[tuple[Parts, Part]]:
        """What came of all, and where it is."""
        self._close()
        return [(filled, part) for filled in self._filled for part in filled.all()]

    def _open(self) -> tantivy.IndexWriter:
        if self._writer is None:
            filled = Parts(self._folder / str(len(self._filled)))
            filled.begin()
            self._filled.append(filled)
            self._writer = register(tantivy.Index(schema(), path=str(filled.folder))).writer(self._heap, 1)
        return self._writer

    def _close(self) -> None:
        if self._writer is not None:
            self._writer.commit()
            self._writer.wait_merging_threads()
            self._writer = None


def _bytes(folder: Path) -> int:
    """Of all files; tantivy makes and removes some meanwhile."""
    found = 0
    for path in folder.iterdir():
        with suppress(FileNotFoundError):
            found += path.stat().st_size
    return found
