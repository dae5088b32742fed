"""What is known of some reports, replaced in all indexes by what the record says; by whoever has the right to write."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import tantivy

from articles.search.index.documents import documents
from articles.search.index.filling import Filling
from articles.search.index.opened import KINDS, Opened, addresses, having
from articles.search.index.parts import Part, Parts
from articles.search.index.pieces import BATCH, batched
from articles.search.index.state import State, StateFile
from articles.search.index.workbench import TOGETHER, Workbench, clear

# A folder within the one of the indexes; what is in it goes with whoever has the right to write.
FRESH = "fresh"


def bring_up(folder: Path, opened: Opened, pks: Collection[int], state: State) -> None:
    """Replace all that is known of these reports; afterwards the indexes are of this state."""
    fresh = folder / FRESH
    fillings = {kind: Filling(fresh / kind) for kind in KINDS}
    for some in batched(sorted(pks), BATCH):
        for kind, found in zip(KINDS, documents(some, state.above), strict=True):
            fillings[kind].add(found)
    file = StateFile(folder)
    file.begin()
    for kind in KINDS:
        _exchange(Parts(folder / kind), fillings[kind], opened.searchers[kind], sorted(pks))
    file.settle(state)
    clear(fresh)


def _exchange(parts: Parts, filling: Filling, searcher: tantivy.Searcher, pks: Collection[int]) -> None:
    """What was there of these reports goes, what fills the index comes."""
    come, gone = filling.parts(), set()
    beside = parts.folder.parent / FRESH / f"{parts.folder.name}_deleted"
    for number, some in enumerate(batched(_with(parts, searcher, pks), TOGETHER - 1)):
        bench = Workbench(beside / str(number), parts, some)
        bench.delete(pks)
        come += [(bench, part) for part in bench.all()]
        gone |= {part.id for part in some}
    if come or gone:
        parts.exchange(gone, come)


def _with(parts: Parts, searcher: tantivy.Searcher, pks: Iterable[int]) -> Iterator[Part]:
    """The parts that have something of these reports."""
    places = {address.segment_ord for address in addresses(searcher, having("article", pks))}
    yield from (part for place, part in enumerate(parts.all()) if place in places)
