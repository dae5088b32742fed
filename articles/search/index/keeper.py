"""Keeps the index: builds it, brings it up to the last act, and answers only when it is.

One folder a machine, one writer at a time by a file lock; every other process waits for it and opens what it wrote. Before
every answer the edition of the record is asked for. Where it is another one, the number of the last act on the record,
which is the index's version, says what has to be read again.
"""

import fcntl
import json
import logging
import shutil
import threading
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import tantivy
from django.conf import settings
from django.db import connection

from articles.models import Article
from articles.search.index.documents import documents
from articles.search.index.opened import KINDS, Opened, addresses, having
from articles.search.index.pieces import BATCH, batched
from articles.search.index.schema import register, schema
from articles.search.index.state import State, StateFile, is_past, record_state
from articles.search.index.touched import touched_since
from provinces.models import Edition

logger = logging.getLogger(__name__)
# So many reports are written anew at once when deleted words are taken out: acts in between wait for no more than a second.
PIECE = 400
# So long a request waits for the index to catch up before it says that it cannot answer.
PATIENCE = 1.0
HEAP = 60_000_000
# Threads that write what is written anew.
SWEEPING = 2
_PAUSE = 0.02
# More reports than these are not indexed while somebody waits, but beside.
MOST_AT_ONCE = 500
# Another process may read from a server that is a moment ahead of ours, and write the index as that one has it. Acts that
# ours does not have after so long are those of another record.
AHEAD = 5.0


class NotCurrent(Exception):
    """The index cannot be brought up to the public record in time."""


class NotBuilt(NotCurrent):
    """There is no index yet, or none that this code can read: one is being made, which takes minutes where there is much."""


class Keeper:
    """One folder of the index, seen from one process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._opened: Opened | None = None
        self._generation = ""
        # The edition of the record of which the opened index is known to be.
        self._edition: str | None = None
        self._here = threading.Lock()
        self._builder: threading.Thread | None = None
        # Whether what is in the folder was made for another schema.
        self._is_foreign = False
        # Since when the index has known acts that our server does not have.
        self._ahead_since: float | None = None

    def current(self, edition: str = "") -> Opened:
        """The index as of the last act. Raises NotCurrent when it is not so far within PATIENCE seconds.

        `edition`: of the record, where it was just asked for.
        """
        deadline = time.monotonic() + PATIENCE
        while True:
            if self._builder and self._builder.is_alive():
                raise NotBuilt("the index is being made")
            edition = edition or Edition.now()
            opened = self._opened
            if opened and self._edition == edition and self._generation == self._newest():
                return opened
            # Asked for after the edition: whatever comes in between is seen now or makes yet another edition.
            state = record_state()
            if not self._here.acquire(timeout=max(0.0, deadline - time.monotonic())):
                # Another thread of this process writes, perhaps for long.
                raise self._too_late(state)
            try:
                opened = self._opened = self._open()
                if opened and opened.state == state:
                    self._edition, self._ahead_since = edition, None
                    return opened
                with self._writing() as writes:
                    caught_up = writes and self._catch_up()
            finally:
                self._here.release()
            if not caught_up:
                if time.monotonic() > deadline:
                    raise self._too_late(state)
                time.sleep(_PAUSE)
            edition = ""

    def _too_late(self, state: State) -> NotCurrent:
        is_built = self._newest() and not self._is_foreign
        return NotCurrent(f"act {state.act}") if is_built else NotBuilt(f"act {state.act}")

    def known(self) -> State | None:
        """What the index in the folder knows, whatever the record says by now; None where there is none that can be read."""
        opened = Keeper(self.folder)._open()  # what this one has opened stays as it is
        return opened.state if opened else None

    def build(self) -> int:
        """Everything anew, in a folder beside, then exchanged. Answers the number of reports."""
        with self._writing(patient=True):
            return self._build()

    def _build(self) -> int:
        with _patience_of_the_database():
            return self._build_anew()

    def _build_anew(self) -> int:
        state = record_state()
        name = f"{time.time_ns():x}"
        fresh = self.folder / name
        writers = {}
        for kind in KINDS:
            (fresh / kind).mkdir(parents=True)
            writers[kind] = register(tantivy.Index(schema(), path=str(fresh / kind))).writer(4 * HEAP, 1)
        count = 0
        for pks in batched(_public_pks(), BATCH):
            found = documents(pks, state.above)
            for kind, made in zip(KINDS, found, strict=True):
                for _, document in made:
                    writers[kind].add_document(document)
            count += len(found[0])
        for writer in writers.values():
            writer.commit()
            writer.wait_merging_threads()
        StateFile(fresh).settle(state)
        (self.folder / "generation.new").write_text(name)
        (self.folder / "generation.new").replace(self.folder / "generation")
        for old in self.folder.iterdir():
            if old.is_dir() and old.name != name:
                shutil.rmtree(old, ignore_errors=True)
        return count

    def _newest(self) -> str:
        try:
            return (self.folder / "generation").read_text()
        except FileNotFoundError:
            return ""

    def _open(self, *, writes: bool = False) -> Opened | None:
        """What is there now; None when nothing was built, or, but for whoever `writes` it, it is being written."""
        generation = self._newest()
        if not generation:
            return None
        if generation != self._generation or self._opened is None:
            try:
                indexes = {
                    kind: register(tantivy.Index(schema(), path=str(self.folder / generation / kind))) for kind in KINDS
                }
            except (ValueError, OSError):
                self._is_foreign = True
                return None
        else:
            indexes = dict(self._opened.indexes)
        self._generation, self._is_foreign = generation, False
        file = StateFile(self.folder / generation)
        state = file.read()
        for index in indexes.values():
            index.reload()
        if state is None or not (writes or (file.is_settled and file.read() == state)):
            return None
        return Opened(state, indexes, {kind: index.searcher() for kind, index in indexes.items()})

    @contextmanager
    def _writing(self, *, patient: bool = False) -> Iterator[bool]:
        """The right to write, for one process at a time; False when another has it and we are not `patient`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | (0 if patient else fcntl.LOCK_NB))
            except BlockingIOError:
                yield False
                return
            yield True

    def _catch_up(self) -> bool:
        """Apply the acts since; the writer's lock is held. An index of another record is built anew.

        False while the index is ahead of our server, which will be there in a moment.
        """
        opened, state = self._open(writes=True), record_state()
        if self._is_ahead(opened, state):
            return False
        if opened is None or not is_past(opened.state):
            if Article.objects.published()[MOST_AT_ONCE:].exists():
                self._begin_building()
                raise NotBuilt("the index is about to be made")
            self._build()
            return True
        self._bring_up(opened, touched_since(opened, state), state)
        return True

    def _is_ahead(self, opened: Opened | None, state: State) -> bool:
        """Whether another process wrote the index from a server that is ahead of ours; not where there is one server."""
        if opened is None or opened.state.act <= state.act or not settings.STANDBYS:
            self._ahead_since = None
            return False
        now = time.monotonic()
        self._ahead_since = self._ahead_since or now
        return now - self._ahead_since < AHEAD + settings.REPLICA_LAG_MS / 1000

    def _begin_building(self) -> None:
        """Build beside, in a thread of this process; requests are told so meanwhile."""
        self._builder = threading.Thread(target=self._build_beside, name="builder", daemon=True)
        self._builder.start()

    def _build_beside(self) -> None:
        try:
            self._build_unless_built()
        except Exception as error:
            # The next request begins again. Of what was read nothing is to stand in a log.
            logger.warning("the index could not be made: %s", type(error).__name__)
        finally:
            connection.close()

    def _build_unless_built(self) -> None:
        """Another process may have been first."""
        with self._writing(patient=True):
            opened = self._open(writes=True)
            if opened is None or not is_past(opened.state):
                self._build()

    def _bring_up(self, opened: Opened, pks: Collection[int], state: State) -> None:
        """Replace all that is known of these reports by what the record says."""
        with self._changing(opened, dict.fromkeys(KINDS, 1), state) as writers:
            for some in batched(sorted(pks), BATCH):
                found = dict(zip(KINDS, documents(some, state.above), strict=True))
                for kind, writer in writers.items():
                    writer.delete_documents_by_query(having("article", some))
                    for _, document in found[kind]:
                        writer.add_document(document)

    @contextmanager
    def _changing(
        self, opened: Opened, threads: Mapping[str, int], state: State
    ) -> Iterator[Mapping[str, tantivy.IndexWriter]]:
        """Writers of these indexes, each with so many threads; what they write is known once all of it is there."""
        file = StateFile(self.folder / self._generation)
        file.begin()
        writers = {kind: opened.indexes[kind].writer(HEAP * number, number) for kind, number in threads.items()}
        yield writers
        for writer in writers.values():
            writer.commit()
        file.settle(state)
        for writer in writers.values():
            writer.garbage_collect_files()
            writer.wait_merging_threads()

    def sweep(self) -> int:
        """Write every part of the index anew that still holds deleted words. Answers how many reports that were.

        The right to write is given back after every PIECE, so that acts in between are not held up.
        """
        is_needed = any(self._parts_with_deleted(kind) for kind in KINDS) if self._newest() else False
        return sum(map(self._sweep, batched(_public_pks(), PIECE))) if is_needed else 0

    def _sweep(self, pks: Sequence[int]) -> int:
        """Out of the index itself, which has all of a document: neither is the record read, nor any text cut again."""
        with self._here, self._writing(patient=True):
            opened = self._open(writes=True)
            if opened is None:
                return 0
            wanted = {kind: found for kind in KINDS if (found := self._beside_deleted(opened, kind, pks))}
            if wanted:
                with self._changing(opened, dict.fromkeys(wanted, SWEEPING), opened.state) as writers:
                    for kind, writer in writers.items():
                        writer.delete_documents_by_query(having("article", wanted[kind]))
                        searcher = opened.searchers[kind]
                        for address in addresses(searcher, having("article", wanted[kind])):
                            writer.add_document(searcher.doc(address))
            return len(set().union(*wanted.values()))

    def _beside_deleted(self, opened: Opened, kind: str, pks: Sequence[int]) -> set[int]:
        """Those of some reports that stand in a part of one index that still holds deleted words."""
        dirty = self._parts_with_deleted(kind)
        if not dirty:
            return set()
        searcher = opened.searchers[kind]
        theirs = tantivy.Query.range_query(schema(), "article", tantivy.FieldType.Unsigned, pks[0], pks[-1])
        found = [address for address in addresses(searcher, theirs) if address.segment_ord in dirty]
        return {int(pk or 0) for pk in searcher.fast_field_values("article", found)}

    def _parts_with_deleted(self, kind: str) -> set[int]:
        """Which parts of one index hold deleted words, by their places in it."""
        meta = json.loads((self.folder / self._newest() / kind / "meta.json").read_text())
        return {place for place, segment in enumerate(meta["segments"]) if segment.get("deletes")}


@contextmanager
def _patience_of_the_database() -> Iterator[None]:
    """Statements may take longer than those of a page: the machine may be busy, and nobody waits for them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('statement_timeout'), set_config('statement_timeout', %s, false)", ["60s"]
        )
        (usual, _) = cursor.fetchone()
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, false)", [usual])


def _public_pks() -> Iterator[int]:
    """Every public report, in keyset order, so that no statement runs long."""
    last = 0
    while pks := list(
        Article.objects.published().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        yield from pks
        last = pks[-1]


_keepers: dict[str, Keeper] = {}


def keeper() -> Keeper:
    """This process's keeper; tests of one database have a folder of their own."""
    folder = Path(settings.DATA_DIR) / "index" / str(connection.settings_dict["NAME"])
    return _keepers.setdefault(str(folder), Keeper(folder))
