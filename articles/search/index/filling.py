"""Documents on their way into an index: into parts of their own, none of which is larger than what is written anew quickly."""

from collections.abc import Iterable
from pathlib import Path

import tantivy

from articles.search.index.documents import Made
from articles.search.index.parts import Part, Parts
from articles.search.index.schema import COLUMNS, DAY_WEIGHT, NUMBERS, columns_of, register, schema
from articles.search.index.weights import FULL, of_text
from articles.search.index.workbench import HEAP, Workbench, clear

# tantivy writes a part whenever its heap is full, with documents that weigh a quarter of it or more. Beyond this share there
# may be several, which are put together when all is there: by deleting from each of them what stands for nothing.
_IN_ONE = 0.1
_NOTHING = 0


class Filling:
    """Documents for one index, in a folder beside it."""

    def __init__(self, folder: Path, heap: int = HEAP) -> None:
        clear(folder)
        self._folder, self._heap = folder, heap
        self._filled: list[Parts] = []
        self._writer: tantivy.IndexWriter | None = None
        self._weight = 0.0

    def add(self, documents: Iterable[Made]) -> None:
        """More of them."""
        for document, size in documents:
            self._open().add_document(document)
            self._weight += of_text(size)
        if self._is_in_several():
            self._open().add_document(_nothing())
        if self._weight >= FULL:
            self._close()

    def parts(self) -> list[tuple[Parts, Part]]:
        """What came of all, and where it is."""
        self._close()
        return [(filled, part) for filled in self._filled for part in filled.all()]

    def _is_in_several(self) -> bool:
        return self._weight > _IN_ONE * self._heap

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
            if self._is_in_several():
                self._filled[-1] = _as_one(self._filled[-1])
            self._writer, self._weight = None, 0.0


def _as_one(filled: Parts) -> Parts:
    parts = Workbench(filled.folder / "several", filled, filled.all())
    parts.delete([_NOTHING])
    several = [part for part in parts.all() if part.deleted]
    if several:
        one = Workbench(filled.folder / "one", parts, several)
        one.write_anew()
        parts.exchange([part.id for part in several], [(one, part) for part in one.all()])
    return parts


def _nothing() -> tantivy.Document:
    """A document of no report, with a number in every column: so columns are as if it had never been there."""
    document = tantivy.Document()
    for name in (*NUMBERS, *(column for facet in COLUMNS for column in columns_of(facet))):
        document.add_unsigned(name, _NOTHING)
    document.add_float(DAY_WEIGHT, _NOTHING)
    return document
