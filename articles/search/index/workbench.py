"""A folder beside an index, in which tantivy changes some of its parts: they come in by hard links, and the index is as it was.

tantivy puts parts together out of themselves, without what is deleted, thirty times as fast as their texts could be cut
again; but only when its own rule says so, which its Python package cannot change: where eight are about as large, or where
more than all of one is deleted. So a part that is to be written anew is told to it as one of which so much is deleted; what
really is, tantivy reads from the part's own file.
"""

import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import tantivy

from articles.search.index.opened import addresses, everything, having
from articles.search.index.parts import Part, Parts
from articles.search.index.schema import register, schema

HEAP = 60_000_000
# tantivy puts together so many parts with no more documents than these, whatever else differs.
TOGETHER, ALIKE = 8, 10_000
# As many documents as every part seems to have that is to be written anew: the most that tantivy still puts together.
# It reckons with 32 bits, so what seems deleted is more than all.
_SEEMING = 10_000_000
_BITS = 32


class NotWrittenAnew(ValueError):
    """tantivy did not put parts together as it was told to."""


class Workbench(Parts):
    """Parts of an index, on their own."""

    def __init__(self, folder: Path, whole: Parts, parts: Iterable[Part]) -> None:
        super().__init__(folder)
        self._whole = whole
        clear(folder)
        folder.mkdir(parents=True)
        self._brought = list(parts)
        for part in self._brought:
            for path in whole.files(part):
                os.link(path, folder / path.name)
        self._say([part.kept() for part in self._brought])

    def _say(self, segments: Sequence[object]) -> None:
        self.write({**self._whole.meta(), "segments": segments})

    def _index(self) -> tantivy.Index:
        return register(tantivy.Index(schema(), path=str(self.folder)))

    def articles(self) -> set[int]:
        """The reports that can be found in them."""
        searcher = self._index().searcher()
        values = searcher.fast_field_values("article", addresses(searcher, everything()))
        return {int(value or 0) for value in values}

    def delete(self, articles: Iterable[int]) -> None:
        """Delete all there is of these reports."""
        if self.all():
            writer = self._index().writer(HEAP, 1)
            writer.delete_documents_by_query(having("article", articles))
            writer.commit()
            writer.wait_merging_threads()

    def write_anew(self) -> None:
        """Make one part of all that have something deleted, without it. Raises NotWrittenAnew."""
        self._say([part.kept((part.documents - _SEEMING) % 2**_BITS) for part in self._brought])
        self._commit()

    def put_together(self) -> None:
        """Make one part of TOGETHER or more, each of no more than ALIKE documents. Raises NotWrittenAnew."""
        self._commit()

    def _commit(self) -> None:
        writer = self._index().writer(HEAP, 1)
        writer.commit()
        writer.wait_merging_threads()
        if {part.id for part in self.all()} & {part.id for part in self._brought}:
            raise NotWrittenAnew("parts were not put together")


def clear(folder: Path) -> None:
    """Take away what an earlier one left."""
    if folder.exists():
        shutil.rmtree(folder)
