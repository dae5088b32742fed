"""Keeps the index: builds it, brings it up to the last act, and answers only when it is.

One folder a machine, one writer at a time by a file lock; every other process waits for it and opens what it wrote. Before
every answer the edition of the record is asked for. Where it is another one, the number of the last act on the record,
which is the index's version, says what has to be read again.
"""

import logging
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import tantivy
from django.conf import settings
from django.db import connection

from articles.models import Article
from articles.search.index.building import build
from articles.search.index.changing import FRESH, bring_up
from articles.search.index.locks import held
from articles.search.index.opened import KINDS, Opened
from articles.search.index.parts import META, Parts
from articles.search.index.schema import register, schema
from articles.search.index.state import State, StateFile, is_past, record_state
from articles.search.index.sweeping import sweep
from articles.search.index.touched import touched_since
from articles.search.index.workbench import clear
from provinces.models import Edition

logger = logging.getLogger(__name__)
# So long a request waits for the index to catch up before it says that it cannot answer.
PATIENCE = 1.0
_PAUSE = 0.02
# More reports than these are not indexed while somebody waits, but beside.
MOST_AT_ONCE = 500
# Another process may read from a server that is a moment ahead of ours, and write the index as that one has it. Acts that
# ours does not have after so long are those of another record.
AHEAD = 5.0
# Where parts are written anew.
_SWEEPING = "sweeping"


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
        # When the files that say which parts there are were written that are open.
        self._metas: tuple[int, ...] = ()
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
                # What was built anew is older than what was known of this edition before.
                self._edition = None
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
        with self._building(patient=True):
            name, count = self._made()
            with self._writing(patient=True):
                self._exchange(name)
        return count

    def _made(self) -> tuple[str, int]:
        name = f"{time.time_ns():x}"
        return name, build(self.folder / name, record_state())

    def _exchange(self, name: str) -> None:
        (self.folder / "generation.new").write_text(name)
        (self.folder / "generation.new").replace(self.folder / "generation")
        for old in self._left_over():
            shutil.rmtree(old, ignore_errors=True)

    def _left_over(self) -> list[Path]:
        """What was built and is not searched; or, while somebody builds, what is being built."""
        kept = {self._newest(), _SWEEPING}
        return [path for path in self.folder.iterdir() if path.is_dir() and path.name not in kept]

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
        metas = self._written()
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
        self._metas = metas
        return Opened(state, indexes, {kind: index.searcher() for kind, index in indexes.items()})

    def _written(self) -> tuple[int, ...]:
        metas = [self.folder / self._newest() / kind / META for kind in KINDS]
        return tuple(meta.stat().st_mtime_ns for meta in metas if meta.exists())

    def _writing(self, *, patient: bool = False) -> AbstractContextManager[bool]:
        """The right to write, for one process at a time; False when another has it and we are not `patient`."""
        return held(self.folder / "lock", patient=patient)

    def _building(self, *, patient: bool = False) -> AbstractContextManager[bool]:
        """The right to build, likewise; who has it may wait for the one to write, and not the other way round."""
        return held(self.folder / "building.lock", patient=patient)

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
            with self._building() as builds:
                if not builds:
                    raise NotBuilt("the index is being made")
                self._exchange(self._made()[0])
            return True
        bring_up(self.folder / self._generation, opened, touched_since(opened, state), state)
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
        with self._building(patient=True):
            with self._writing(patient=True):
                opened = self._open(writes=True)
            if opened is None or not is_past(opened.state):
                name, _ = self._made()
                with self._writing(patient=True):
                    self._exchange(name)

    def sweep(self, *, patient: bool = False) -> int:
        """Write every part of the index anew that still holds deleted words. Answers how many parts that were.

        One process at a time does; another one answers 0, or waits if it is `patient`.
        """
        with held(self.folder / "sweeping.lock", patient=patient) as sweeps:
            generation = self._newest() if sweeps else ""
            if not generation:
                return 0
            clear(self.folder / _SWEEPING)
            self._tidy(self.folder / generation)

            @contextmanager
            def right() -> Iterator[bool]:
                with self._here, self._writing(patient=True):
                    yield self._newest() == generation

            return sweep(self.folder / generation, self.folder / _SWEEPING, right)

    def _tidy(self, folder: Path) -> None:
        """Take away what others left who were stopped half-way."""
        with self._building() as builds:
            for old in self._left_over() if builds else ():
                shutil.rmtree(old, ignore_errors=True)
        indexes = [Parts(folder / kind) for kind in KINDS]
        if (folder / FRESH).exists() or any(parts.strays() for parts in indexes):
            with self._here, self._writing(patient=True):
                clear(folder / FRESH)
                for parts in indexes:
                    parts.tidy()

    def let_go(self) -> None:
        """Open the same anew where parts of it were exchanged: for as long as they are open, their words are on the disk."""
        with self._here:
            if self._opened and self._metas != self._written():
                opened = self._open()
                if opened and opened.state == self._opened.state:
                    self._opened = opened


_keepers: dict[str, Keeper] = {}


def keeper() -> Keeper:
    """This process's keeper; tests of one database have a folder of their own."""
    folder = Path(settings.DATA_DIR) / "index" / str(connection.settings_dict["NAME"])
    return _keepers.setdefault(str(folder), Keeper(folder))
