"""The servers of the public site: a thread for each asks it, four times a second, whether it is there and how far it is."""

import logging
import threading
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings

from config.standbys.standing import Choice, Standing
from config.standbys.turns import turn_of_this_process

logger = logging.getLogger(__name__)

INTERVAL = 0.25
# After a failure: a server that refuses is not asked as often.
AGAIN = 1.0
# So long the first question of a process waits until every server has been asked once.
PATIENCE = 2.0
# How far it has written, or replayed; functions that everybody may call.
POSITION = """SELECT pg_is_in_recovery(), coalesce((CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
    ELSE pg_current_wal_flush_lsn() END - '0/0'::pg_lsn)::bigint, 0)"""
# A server that is cut off says nothing at all: libpq gives it up after these, in seconds but for the second.
CUT_OFF = {
    "connect_timeout": 2,
    "tcp_user_timeout": 1500,
    "keepalives_idle": 1,
    "keepalives_interval": 1,
    "keepalives_count": 2,
}
_making = threading.Lock()


@dataclass(frozen=True)
class Server:
    """`name`: "standby 2", or "the primary"; addresses are told to nobody. `parameters`: of libpq."""

    name: str
    parameters: dict[str, Any]


def parameters_of(database: dict[str, Any]) -> dict[str, Any]:
    """Those of libpq, out of one of Django's database settings."""
    names = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password", "NAME": "dbname"}
    found = {ours: database[theirs] for theirs, ours in names.items() if database.get(theirs)}
    return {"host": "localhost", "port": 5432, **database.get("OPTIONS", {}), **found}


def connect(server: Server) -> "psycopg.Connection[tuple[Any, ...]]":
    """To ask it how far it is. Raises psycopg.Error."""
    return psycopg.connect(**{**server.parameters, **CUT_OFF}, autocommit=True, application_name="asks how far")


class Servers:
    """`standbys`, then the primary where there is one for the public site; asked from the first question on."""

    def __init__(
        self, standbys: Sequence[Server], primary: Server | None, *, limit: float, turn: int = 0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self.all = [*standbys, *([primary] if primary else [])]
        ring = [(turn + number) % len(standbys) for number in range(len(standbys))]
        place = len(standbys) if primary else None
        self._clock = clock
        self._standing = Standing(
            len(self.all), order=[*ring, *([] if place is None else [place])], primary=place, limit=limit, clock=clock
        )
        self._asked_once = [threading.Event() for _ in self.all]
        self._is_started = False
        self._starting = threading.Lock()
        self._ended = threading.Event()
        self._said: Choice | None = None

    def choose(self, besides: Collection[int] = ()) -> Choice | None:
        """The server to read from; None where none is left. The first call waits until all were asked once."""
        self._start()
        choice = self._standing.choose(besides)
        if choice != self._said:
            self._said = choice
            logger.warning("the public site reads from %s", self.all[choice.server].name if choice else "no server")
        return choice

    def lost(self, server: int) -> None:
        """It let nobody in: it is left out until it answers again."""
        self._standing.lost(server)

    def age(self, server: int) -> float:
        """At most so many seconds ago it had all there was."""
        return self._standing.age(server)

    def end(self) -> None:
        """Ask no more."""
        self._ended.set()

    def _start(self) -> None:
        with self._starting:
            if self._is_started:
                return
            self._is_started = True
            for server in range(len(self.all)):
                threading.Thread(target=self._always, args=[server], name="standbys", daemon=True).start()
            until = self._clock() + PATIENCE
            for asked in self._asked_once:
                asked.wait(max(0.0, until - self._clock()))

    def _always(self, server: int) -> None:
        connection = None
        while not self._ended.is_set():
            try:
                connection = connection or connect(self.all[server])
                asked_at = self._clock()
                is_standby, position = connection.execute(POSITION).fetchone() or (True, 0)
                self._standing.heard(server, position, is_standby=is_standby, asked_at=asked_at)
            except psycopg.Error:
                self._standing.lost(server)
                if connection is not None:
                    with suppress(psycopg.Error):
                        connection.close()
                    connection = None
            self._asked_once[server].set()
            self._ended.wait(INTERVAL if connection else AGAIN)
        if connection is not None:
            connection.close()


def servers() -> Servers:
    """Those of this process, by the settings."""
    with _making:
        return _servers()


@cache
def _servers() -> Servers:
    turn = turn_of_this_process(Path(settings.DATA_DIR) / "standbys")
    return Servers(standbys(), primary(), limit=settings.REPLICA_LAG_MS / 1000, turn=turn)


def standbys() -> list[Server]:
    """Those of REPLICA_DATABASE_URLS, in its order."""
    return [Server(f"standby {number}", parameters_of(each)) for number, each in enumerate(settings.STANDBYS, start=1)]


def primary() -> Server | None:
    """The primary as the public site may ask it, where it may."""
    return Server("the primary", parameters_of(settings.READER_PRIMARY)) if settings.READER_PRIMARY else None
