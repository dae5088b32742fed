"""Two standbys, four writers, readers; the primary is killed, a standby promoted; nothing confirmed is lost, readers go on.

Every publication waits until a standby shows it. Readers are asked all the while through a machine of their own, which has
the reader's login and nothing else, one of its two processes on each standby; of a report it may show no text older than
what was confirmed a second before it was asked. At last the other standby is lost too, and the watchdog lets commits go.
"""

import contextlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.drills.frame import Figure, at_least, at_most, exactly, shown
from tests.drills.killed_postgres import WORDS, correct
from tests.drills.stand import ROOT, Server, Stand, stand, until
from tests.standby_server import StandbyServer

WRITERS, READERS = 4, 2
NAMES = ("standby1", "standby2")
# Of a page, in seconds, after a publication was confirmed.
OLDEST = 1.0
_EDIT = re.compile(rb"Edit (\d+) stands")


def drill(full: bool) -> Iterator[Figure]:
    """With `full` 600 publications before the primary is killed and 300 after, else 30 and 10."""
    before, after = (600, 300) if full else (30, 10)
    with contextlib.ExitStack() as stack:
        here = stack.enter_context(stand())
        _ask_for_confirmation(here)
        standbys = [_standby(stack, here, name) for name in NAMES]
        machine = _reader_machine(here, standbys)
        here.become("desk")
        reports = _reports()
        reading = stack.enter_context(machine.serving("reader", workers=2))
        record = _Record()
        writers = _Writers(record, reports)
        readers = _Readers(reading, record, writers)
        stack.callback(readers.end)
        stack.callback(writers.end)
        readers.begin()
        writers.begin()
        until(lambda: len(record.confirmed) >= before, 240)

        pid = here.cluster.pid()
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        killed_at = time.monotonic()
        # Whoever has more of the log than the other has all that was confirmed.
        promoted, other = sorted(standbys, key=_received, reverse=True)
        began = time.monotonic()
        promoted.rows("SELECT pg_promote(true, 60)")
        yield at_most("promoted in", time.monotonic() - began, 1, "s")
        other.follow(promoted)
        there = len(record.confirmed)
        writers.turn_to(promoted)
        until(lambda: len(record.confirmed) > there, 60)
        yield at_most("from the kill to the next confirmed publication", record.times[there] - killed_at, 10, "s")
        is_watching = stack.enter_context(_watchdog(_served_by(here, promoted)))
        until(lambda: len(record.confirmed) >= there + after and is_watching(), 240)

        other.kill()
        lost_at, there = time.monotonic(), len(record.confirmed)
        until(lambda: len(record.confirmed) > there + WRITERS, 60)
        resumed = next(at for at in record.times[there:] if at > lost_at + 0.1)
        yield at_most("last standby lost: commits go on after", resumed - lost_at, 5, "s")
        writers.end()
        readers.end()

        kept = {body for (body,) in promoted.rows("SELECT body FROM articles_publictext")}
        yield at_least("publications confirmed", len(record.confirmed), before + after)
        yield shown("that broke off and were made again", record.again)
        yield exactly("confirmed publications lost", sum(words not in kept for words in record.confirmed), 0)
        yield at_least("times readers asked", readers.asked.total(), 30)
        yield exactly("processes of the public site that read from a standby of their own", _spread(machine), 2)
        yield exactly("pages that were no answer", readers.failed("page"), 0)
        # While acts come faster than this machine can write its index, a search is asked to come back: 503, Retry-After.
        yield shown("searches that were asked to come back", f"{readers.failed('search')} of {readers.count('search')}")
        yield shown("longest time until an answer", readers.longest, "s")
        yield exactly("pages with a text older than confirmed a second before", readers.old, 0)
        verified = _served_by(here, promoted).tried("owner", "verify")
        sys.stderr.write(verified.stdout if verified.returncode else "")
        yield exactly("verify finds on the promoted server", 0 if verified.returncode == 0 else verified.stdout, 0)


def _ask_for_confirmation(here: Stand) -> None:
    """By the file, as an operator does; the watchdog's login may take it back for a while."""
    with (here.cluster.data() / "postgresql.conf").open("a") as config:
        config.write(f"synchronous_standby_names = 'ANY 1 ({', '.join(NAMES)})'\nhot_standby_feedback = on\n")
    for statement in (
        "GRANT pg_monitor TO owner",
        "GRANT SET, ALTER SYSTEM ON PARAMETER synchronous_standby_names TO owner",
        "GRANT EXECUTE ON FUNCTION pg_reload_conf() TO owner",
    ):
        here.do(statement)


def _standby(stack: contextlib.ExitStack, here: Stand, name: str) -> StandbyServer:
    made = StandbyServer(here.cluster, name, {"max_standby_streaming_delay": "1s"})
    stack.callback(made.stop)
    made.make()
    made.start()
    return made


def _reader_machine(here: Stand, standbys: list[StandbyServer]) -> Stand:
    """Another data folder, the reader's login, and no other."""
    # Only now, for the standbys are there.
    here.do("SELECT pg_reload_conf()")
    folder = here.folder / "reader"
    folder.mkdir()
    shutil.copytree(here.folder / "static", folder / "static")
    return Stand(
        folder,
        here.cluster,
        {
            "SECRET_KEY": here.cluster.secret_key(),
            "READER_DATABASE_URL": here.cluster.url("reader"),
            "REPLICA_DATABASE_URLS": ",".join(each.url("reader") for each in standbys),
        },
    )


def _served_by(here: Stand, server: StandbyServer) -> Stand:
    """The desk and the owner, turned to another server."""
    names = {"DATABASE_URL": "owner", "DESK_DATABASE_URL": "desk", "READER_DATABASE_URL": "reader"}
    urls = {name: server.url(role) for name, role in names.items()}
    return Stand(here.folder, here.cluster, {**urls, "SECRET_KEY": here.cluster.secret_key()})


def _received(standby: StandbyServer) -> int:
    """How much of the log it has, whether replayed or not."""
    said = "coalesce(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()) - '0/0'::pg_lsn"
    return int(standby.rows(f"SELECT ({said})::bigint")[0][0])


def _spread(machine: Stand) -> int:
    """Of how many standbys a process said that it reads from it."""
    return len(set(re.findall(r"reads from (standby \d)", (machine.folder / "reader.log").read_text())))


def _reports() -> list[int]:
    from django.contrib.auth.models import User
    from django.db import connection

    from tests.shelf import shelve

    one = User.objects.get(username="one")
    try:
        return [shelve(by=one, headline=f"Market {n}").pk for n in range(2 * WRITERS)]
    finally:
        connection.close()


@dataclass
class _Record:
    """What was confirmed, in order, and when."""

    confirmed: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    again: int = 0
    # The last confirmed number of each report, and those before: (confirmed at, number).
    of_report: dict[int, list[tuple[float, int]]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, pk: int, number: int) -> None:
        with self.lock:
            now = time.monotonic()
            self.confirmed.append(WORDS.format(number=number))
            self.times.append(now)
            self.of_report.setdefault(pk, []).append((now, number))

    def must_show(self, pk: int, at: float) -> int:
        """The number that a page asked for at this time may not be older than; -1 for none."""
        with self.lock:
            return max((number for when, number in self.of_report.get(pk, []) if when < at - OLDEST), default=-1)


class _Writers:
    """Each corrects reports of its own, one after another, and makes again what broke off."""

    def __init__(self, record: _Record, reports: list[int]) -> None:
        from articles.models import Article

        self._record = record
        self._numbers = count()
        self._ended = threading.Event()
        self._shares = [reports[place::WRITERS] for place in range(WRITERS)]
        self._threads: list[threading.Thread] = []
        self.ids = dict(Article.objects.filter(pk__in=reports).values_list("pk", "public_id"))

    def begin(self) -> None:
        for share in self._shares:
            thread = threading.Thread(target=self._write, args=[share], daemon=True)
            thread.start()
            self._threads.append(thread)

    def turn_to(self, server: StandbyServer) -> None:
        """As the operator turns the desk to the promoted server."""
        from django.db import connections

        connections.settings["default"]["PORT"] = str(urlsplit(server.url("desk")).port)

    def end(self) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join(30)

    def _write(self, share: list[int]) -> None:
        from django.contrib.auth.models import User
        from django.db import DatabaseError, InterfaceError, connection

        one: Any = None
        while not self._ended.is_set():
            with self._record.lock:
                number = next(self._numbers)
            pk = share[number % len(share)]
            while not self._ended.is_set():
                try:
                    one = one or User.objects.get(username="one")
                    correct(one, pk, WORDS.format(number=number))
                except (DatabaseError, InterfaceError):
                    self._record.again += 1
                    connection.close()
                    time.sleep(0.05)
                    continue
                self._record.add(pk, number)
                break
        connection.close()


class _Readers:
    """Each asks for pages and searches, one after another."""

    def __init__(self, server: Server, record: _Record, writers: _Writers) -> None:
        self._server, self._record, self._ids = server, record, writers.ids
        self._ended = threading.Event()
        self._threads: list[threading.Thread] = []
        # (what was asked for, its status)
        self.asked: Counter[tuple[str, int]] = Counter()
        self.longest = 0.0
        self.old = 0

    def begin(self) -> None:
        for seed in range(READERS):
            thread = threading.Thread(target=self._read, args=[random.Random(seed)], daemon=True)
            thread.start()
            self._threads.append(thread)

    def end(self) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join(30)

    def failed(self, what: str) -> int:
        """How often it was not answered with a page."""
        return sum(times for (asked, status), times in self.asked.items() if asked == what and status != 200)

    def count(self, what: str) -> int:
        """How often it was asked for."""
        return sum(times for (asked, _), times in self.asked.items() if asked == what)

    def _read(self, chance: random.Random) -> None:
        while not self._ended.is_set():
            pk = chance.choice(list(self._ids))
            what = chance.choice(["page", "page", "search"])
            address = f"/articles/{self._ids[pk]}/" if what == "page" else "/search/?q=market"
            began = time.monotonic()
            try:
                status, headers, body = self._server.ask(address)
                if status == 308:
                    status, _, body = self._server.ask(headers["location"])
            except OSError:
                status, body = 0, b""
            self.asked[what, status] += 1
            self.longest = max(self.longest, time.monotonic() - began)
            if what == "page" and status == 200:
                found = max((int(number) for number in _EDIT.findall(body)), default=-1)
                self.old += found < self._record.must_show(pk, began)
            time.sleep(0.02)


@contextlib.contextmanager
def _watchdog(desk: Stand) -> Iterator[Callable[[], bool]]:
    """It watches commits for as long as this lasts, from when the answer is true."""
    said: Path = desk.folder / "watchdog.log"
    with said.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "watchdog", "--let-go", "--every", "0.5"],
            cwd=ROOT, env=desk.environment("owner"), stdout=log, stderr=log,
        )  # fmt: skip
        try:
            yield lambda: b"watching" in said.read_bytes()
        finally:
            process.terminate()
            process.wait(10)
