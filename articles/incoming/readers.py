"""Read many reports closely, beside what else is done with them: on every processor, in the order in which they came."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeAlias

from articles.incoming.brought import Brought, Refused
from articles.incoming.closely import Close, read_closely

# So many reports, or characters of them, are read, and later written, at once.
BATCH, BATCH_SIZE = 200, 4_000_000
MOST_READERS = 4


@dataclass(frozen=True, slots=True)
class Item:
    """One report of an import. `where`: its file and place for messages; `close`: None for what was refused."""

    where: str
    found: Brought | Refused
    close: Close | None = None


Batch: TypeAlias = list[Item]
Found: TypeAlias = list[Close | None]


def read_in_batches(
    items: Iterable[Item], *, headline: str = "", language: str = "", readers: int | None = None
) -> Iterator[Batch]:
    """The items, read closely, in batches. A batch is held while it is used, and one more while it is read.

    The first batch is read here. Only for more are other processes begun, `readers` of them or one for each processor;
    with less than two everything is read here.
    """
    read = partial(_read, headline=headline, language=language)
    batches = _batches(items)
    for first in islice(batches, 1):
        yield _together(first, read(first))
    for second in islice(batches, 1):
        count = min(os.cpu_count() or 1, MOST_READERS) if readers is None else readers
        rest = chain([second], batches)
        yield from _beside(rest, read, count) if count > 1 else (_together(batch, read(batch)) for batch in rest)


def _batches(items: Iterable[Item]) -> Iterator[Batch]:
    batch: Batch = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.found.original) if isinstance(item.found, Brought) else 0
        if len(batch) >= BATCH or size >= BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read(batch: Sequence[Item], *, headline: str, language: str) -> Found:
    return [
        read_closely(item.found, headline=headline, language=language) if isinstance(item.found, Brought) else None
        for item in batch
    ]


def _together(batch: Batch, found: Found) -> Batch:
    return [replace(item, close=close) for item, close in zip(batch, found, strict=True)]


def _beside(batches: Iterator[Batch], read: "partial[Found]", count: int) -> Iterator[Batch]:
    """Each batch is parted among the readers; while one is used here, they read the next."""
    readers = [_Reader(read) for _ in range(count)]
    try:
        batch = next(batches, None)
        if batch is not None:
            _part(batch, readers)
        while batch is not None:
            done = _together(batch, list(chain.from_iterable(reader.take() for reader in readers)))
            batch = next(batches, None)
            if batch is not None:
                _part(batch, readers)
            yield done
    finally:
        for reader in readers:
            reader.end()


def _part(batch: Batch, readers: "Sequence[_Reader]") -> None:
    size = -(-len(batch) // len(readers))
    for number, reader in enumerate(readers):
        reader.give(batch[number * size : (number + 1) * size])


class _Reader:
    """One process that reads. It has at most one part of a batch at a time, so that nobody waits for each other; where
    it has died, its part is read here.
    """

    def __init__(self, read: "partial[Found]") -> None:
        self._read = read
        self._given: deque[Batch] = deque()
        # A fresh interpreter: it must not inherit the connection to the database.
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, read), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, part: Batch) -> None:
        self._given.append(part)
        # Where it has died, `take` notices.
        with suppress(OSError):
            self._pipe.send(part)

    def take(self) -> Found:
        part = self._given.popleft()
        try:
            answer = self._pipe.recv()
        except (EOFError, OSError):
            return self._read(part)
        if isinstance(answer, Exception):
            raise answer
        found: Found = answer
        return found

    def end(self) -> None:
        self._pipe.close()
        self._process.join(timeout=10)
        self._process.kill()
        self._process.join()


def _serve(pipe: Connection, read: "partial[Found]") -> None:
    """Read what comes until nobody asks any more, be it that the asking process was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            part = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer: Found | Exception = read(part)
        except Exception as error:
            answer = error
        try:
            pipe.send(answer)
        except OSError:
            return
