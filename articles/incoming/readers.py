"""Read many reports closely, beside what else is done with them: on every processor, in the order in which they came."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeAlias

from articles.incoming.brought import Brought, Refused
from articles.incoming.closely import Close, Text, read_closely, text_of
from articles.suggestions.collector import collector_waiting

# Readers step back for the one that writes what they read, since it alone cannot be parted; and for whoever serves pages.
READERS_STEP_BACK = 2
# So many reports, or characters of them, are read, and later written, at once.
BATCH, BATCH_SIZE = 200, 4_000_000
MOST_READERS = 4
# Readers are born of a fresh interpreter, which has made its patterns once for all of them: they must not inherit the
# connection to the database.
_NURSERY = get_context("forkserver")
_NURSERY.set_forkserver_preload(["articles.incoming.nursery"])


@dataclass(frozen=True, slots=True)
class Item:
    """One report of an import. `where`: its file and place for messages; `close`: None for what was refused."""

    where: str
    found: Brought | Refused
    close: Close | None = None


Batch: TypeAlias = list[Item]
Texts: TypeAlias = list[Text | None]
Found: TypeAlias = list[Close | None]


def read_in_batches(
    items: Iterable[Item], *, headline: str = "", language: str = "", readers: int | None = None
) -> Iterator[Batch]:
    """The items, read closely, in batches. One is held while it is used, one while it is read, for a moment a third one.

    The first batch is read here, while other processes begin that read the others: `readers` of them or one for each
    processor. They are begun only where there is more than one batch; with less than two everything is read here.
    """
    texts = partial(_texts, headline=headline, language=language)
    batches = _batches(items)
    count = min(os.cpu_count() or 1, MOST_READERS) if readers is None else readers
    first = list(islice(batches, 2 if count > 1 else 0))
    is_long, batches = len(first) > 1, chain(first, batches)
    del first  # they are held no longer than the others
    if is_long:
        yield from _beside(batches, texts, count)
    else:
        yield from (_together(batch, _read(texts(batch))) for batch in batches)


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


def _texts(batch: Batch, *, headline: str, language: str) -> Texts:
    """What there is to read of each, None of what was refused. It goes from one process to another, and nothing else."""
    return [
        text_of(item.found, headline=headline, language=language) if isinstance(item.found, Brought) else None
        for item in batch
    ]


def _read(texts: Texts) -> Found:
    with collector_waiting():
        return [None if text is None else read_closely(text) for text in texts]


def _together(batch: Batch, found: Found) -> Batch:
    return [replace(item, close=close) for item, close in zip(batch, found, strict=True)]


def _beside(batches: Iterator[Batch], texts: Callable[[Batch], Texts], count: int) -> Iterator[Batch]:
    """The first batch is read here while the readers begin. Each other one is parted among them; they read it while the
    one before is used here, and the one behind it is fetched.
    """
    readers = [_Reader() for _ in range(count)]
    try:
        given = next(batches)
        done = _together(given, _read(texts(given)))
        for number, batch in enumerate(batches):
            if number:
                done = _together(given, _taken(readers))
            _part(texts(batch), readers)
            yield done
            given, done = batch, []
        yield _together(given, _taken(readers))
    finally:
        for reader in readers:
            reader.end()


def _taken(readers: "Sequence[_Reader]") -> Found:
    return list(chain.from_iterable(reader.take() for reader in readers))


def _part(batch: Texts, readers: "Sequence[_Reader]") -> None:
    size = -(-len(batch) // len(readers))
    for number, reader in enumerate(readers):
        reader.give(batch[number * size : (number + 1) * size])


class _Reader:
    """One process that reads. It has at most one part of a batch at a time, so that nobody waits for each other; where
    it has died, its part is read here.
    """

    def __init__(self) -> None:
        self._given: deque[Texts] = deque()
        self._pipe, theirs = _NURSERY.Pipe()
        self._process = _NURSERY.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, part: Texts) -> None:
        self._given.append(part)
        # Where it has died, `take` notices.
        with suppress(OSError):
            self._pipe.send(part)

    def take(self) -> Found:
        part = self._given.popleft()
        try:
            answer = self._pipe.recv()
        except (EOFError, OSError):
            return _read(part)
        if isinstance(answer, Exception):
            raise answer
        found: Found = answer
        return found

    def end(self) -> None:
        self._pipe.close()
        self._process.join(timeout=10)
        self._process.kill()
        self._process.join()


def _serve(pipe: Connection) -> None:
    """Read what comes until nobody asks any more, be it that the asking process was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(READERS_STEP_BACK)
    while True:
        try:
            part = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer: Found | Exception = _read(part)
        except Exception as error:
            answer = error
        try:
            pipe.send(answer)
        except OSError:
            return
