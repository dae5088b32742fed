"""Parts of the indexes that hold deleted words are written anew without them, and small parts put together.

Beside whoever searches and publishes: the right to write is needed only for as long as what was made is exchanged.
"""

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from itertools import groupby
from pathlib import Path

from articles.search.index.opened import KINDS
from articles.search.index.parts import Part, Parts, grouped
from articles.search.index.weights import FULL
from articles.search.index.workbench import ALIKE, TOGETHER, Workbench, clear

# The right to write, and whether the folder is still the one that is searched.
Right = Callable[[], AbstractContextManager[bool]]


def sweep(folder: Path, beside: Path, right: Right) -> int:
    """Sweep all indexes in a folder; by one process at a time. Answers how many parts held deleted words."""
    count = 0
    try:
        for choose, make in ((_with_deleted, Workbench.write_anew), (_small, Workbench.put_together)):
            for parts in [Parts(folder / kind) for kind in KINDS]:
                with right() as is_searched:
                    groups = choose(parts) if is_searched else []
                for group in groups:
                    count += _exchange(parts, {part.id for part in group}, beside, make, right)
    finally:
        clear(beside)
    return count


def _with_deleted(parts: Parts) -> list[list[Part]]:
    return grouped((part for part in parts.all() if part.deleted), parts.weights(), FULL)


def _small(parts: Parts) -> list[list[Part]]:
    """Groups of parts that are about as small: a document is written some five times on its way into a full part."""
    weights, found = parts.weights(), []
    small = sorted((part for part in parts.all() if part.alive <= ALIKE), key=_times_eight)
    for _, alike in groupby(small, _times_eight):
        found += [group for group in grouped(alike, weights, FULL) if len(group) >= TOGETHER]
    return found


def _times_eight(part: Part) -> int:
    return (part.alive.bit_length() - 1) // 3


def _exchange(parts: Parts, ids: Collection[str], beside: Path, make: Callable[[Workbench], None], right: Right) -> int:
    """Make what is to be made of these, and put it in their place. Answers how many had something deleted.

    What was deleted from them meanwhile is deleted from what was made, too: always all there is of a report.
    """
    with right() as is_searched:
        had = _those(parts, ids) if is_searched else []
        bench = Workbench(beside / "made", parts, had)
    reports = bench.articles()
    make(bench)
    with right() as is_searched:
        if not is_searched or not had:
            return 0
        now = _those(parts, ids)
        if now != had:
            bench.delete(reports - Workbench(beside / "now", parts, now).articles())
        parts.exchange(ids, [(bench, part) for part in bench.all()])
    return sum(bool(part.deleted) for part in had)


def _those(parts: Parts, ids: Collection[str]) -> list[Part]:
    return [part for part in parts.all() if part.id in ids]
