"""How the servers stand, for people: looked at once, without an address of any."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import psycopg
from django.conf import settings
from django.db import Error, connection

from config.standbys.servers import POSITION, Server, connect, primary, standbys

_PAUSE = 0.02
# How old the newest commit is that a standby has replayed.
_NEWEST = "SELECT extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float8"


class State(StrEnum):
    """Of one standby; the words are shown."""

    KEEPS_UP = "keeps up"
    BEHIND = "too far behind: left out"
    AWAY = "does not answer: left out"
    PROMOTED = "is no standby any more"


@dataclass(frozen=True)
class Row:
    """`seconds`: where it keeps up, until it had all that the primary had when that was asked; where it is behind, how old
    the newest commit is that it has."""

    name: str
    state: State
    seconds: float | None = None

    @property
    def is_good(self) -> bool:
        """Whether the public site may read from it."""
        return self.state in {State.KEEPS_UP, State.PROMOTED}

    def __str__(self) -> str:
        if self.seconds is None:
            return f"{self.name}: {self.state}"
        words = f"{self.seconds:.2f} s" if self.is_good else f"its newest commit is {self.seconds:.0f} s old"
        return f"{self.name}: {self.state}, {words}"


def look() -> list[Row]:
    """Every standby of REPLICA_DATABASE_URLS, compared with the primary, or with one another where that is away."""
    servers = standbys()
    with ThreadPoolExecutor(max(1, len(servers))) as pool, ExitStack() as stack:
        asked_at = time.monotonic()
        there = position_of_primary()
        opened = list(pool.map(_open, servers))
        for each in filter(None, opened):
            stack.callback(each.close)
        if there is None:
            there = max((at for at in pool.map(_position, opened) if at is not None), default=0)
        waits = [(server, each, there, asked_at) for server, each in zip(servers, opened, strict=True)]
        return list(pool.map(lambda it: _row(*it), waits))


def position_of_primary() -> int | None:
    """How far the primary has written; None where it is away, or may not be asked from here."""
    try:
        if settings.SITE != "reader":
            with connection.cursor() as cursor:
                cursor.execute(POSITION)
                return int(cursor.fetchone()[1])
        server = primary()
        if server is not None:
            with connect(server) as asked:
                return _position(asked)
    except (Error, psycopg.Error):
        pass
    return None


def left_out(rows: Sequence[Row]) -> Iterator[Row]:
    """Those that the public site does not read from."""
    return (row for row in rows if not row.is_good)


def _open(server: Server) -> "psycopg.Connection[tuple[Any, ...]] | None":
    with suppress(psycopg.Error):
        return connect(server)
    return None


def _position(asked: "psycopg.Connection[tuple[Any, ...]] | None") -> int | None:
    with suppress(psycopg.Error):
        found = asked.execute(POSITION).fetchone() if asked else None
        return int(found[1]) if found else None
    return None


def _row(server: Server, asked: "psycopg.Connection[tuple[Any, ...]] | None", there: int, asked_at: float) -> Row:
    until = asked_at + settings.REPLICA_LAG_MS / 1000
    try:
        while asked is not None:
            is_standby, position = asked.execute(POSITION).fetchone() or (True, 0)
            passed = time.monotonic()
            if not is_standby:
                return Row(server.name, State.PROMOTED)
            if position >= there:
                return Row(server.name, State.KEEPS_UP, passed - asked_at)
            if passed > until:
                newest = asked.execute(_NEWEST).fetchone()
                return Row(server.name, State.BEHIND, newest[0] if newest else None)
            time.sleep(_PAUSE)
    except psycopg.Error:
        pass
    return Row(server.name, State.AWAY)
