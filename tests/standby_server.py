"""A streaming standby of an embedded cluster: made by pg_basebackup, as docs/operations.md says, on 127.0.0.1."""

import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg

from config.cluster import Cluster, free_port
from config.cluster.home import find_home
from config.cluster.programs import as_account

SECONDS = 30


class StandbyServer:
    """`name`: by which the primary knows it, and in the name of its folder."""

    def __init__(self, cluster: Cluster, name: str, settings: dict[str, str] | None = None) -> None:
        self.cluster = cluster
        self.name = name
        self.port = free_port()
        self._settings = settings or {}
        self._home = find_home(cluster.folder, cluster.id())
        self.data = self._home.data.with_name(name)
        self._log = cluster.folder / f"{name}.log"
        self._process: subprocess.Popen[bytes] | None = None

    def url(self, role: str) -> str:
        """Like `Cluster.url`: the logins come with the primary's data."""
        parts = urlsplit(self.cluster.url(role))
        return parts._replace(netloc=f"{parts.username}:{parts.password}@127.0.0.1:{self.port}").geturl()

    def make(self) -> None:
        """Copy the primary while it runs, by a login that may replicate and nothing else."""
        password = secrets.token_urlsafe(16)
        with psycopg.connect(self.cluster.url("superuser"), autocommit=True) as server:
            server.execute(f"CREATE ROLE {self.name} LOGIN REPLICATION PASSWORD '{password}'".encode())
        arguments = as_account(self._home)
        arguments["env"] |= {"PGPASSWORD": password}
        self.data.mkdir(mode=0o700)
        if self._home.account is not None:
            os.chown(self.data, *self._home.account)
        primary = urlsplit(self.cluster.url("superuser"))
        subprocess.run(
            [
                *(self._home.bin / "pg_basebackup", "-h", "127.0.0.1", "-p", str(primary.port), "-U", self.name),
                *("-D", self.data, "--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast", "--no-sync"),
            ],
            check=True, capture_output=True, **arguments,
        )  # fmt: skip

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = {
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "cluster_name": self.name,
            "wal_retrieve_retry_interval": "200ms",
            **self._settings,
        }
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(self._home.bin / "postgres", "-D", self.data, "-p", str(self.port)),
                    *(part for name, value in settings.items() for part in ("-c", f"{name}={value}")),
                ],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, **as_account(self._home),
            )  # fmt: skip
        self.until("SELECT pg_is_in_recovery()")

    def kill(self) -> None:
        """As a power cut would."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """End it, if it runs."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()
        shutil.rmtree(self.data, ignore_errors=True)

    def rows(self, statement: str, *values: Any, role: str = "superuser") -> list[tuple[Any, ...]]:
        """What a statement answers, asked as that role."""
        with psycopg.connect(self.url(role), autocommit=True, connect_timeout=3) as connection:
            return connection.execute(statement.encode(), values or None).fetchall()

    def until(self, statement: str) -> None:
        """Wait until a statement is answered with true."""
        until = time.monotonic() + SECONDS
        while True:
            with contextlib.suppress(psycopg.OperationalError):
                if self.rows(statement)[0][0]:
                    return
            if time.monotonic() > until:
                raise AssertionError(
                    f"{self.name}: not so in {SECONDS} s: {statement}; {Path(self._log).read_text()[-500:]}"
                )
            time.sleep(0.05)

    def follow(self, other: "StandbyServer") -> None:
        """From now on it follows another one that was promoted; by the superuser, for the drill makes no login more."""
        primary = urlsplit(other.url("superuser"))
        said = f"host=127.0.0.1 port={other.port} user={primary.username} password={primary.password}"
        with psycopg.connect(self.url("superuser"), autocommit=True) as server:
            server.execute(f"ALTER SYSTEM SET primary_conninfo = '{said}'".encode())
            server.execute("SELECT pg_reload_conf()")


@contextlib.contextmanager
def standby_of(
    cluster: Cluster, name: str = "standby1", settings: dict[str, str] | None = None
) -> Iterator[StandbyServer]:
    """One that streams, gone when it ends."""
    server = StandbyServer(cluster, name, settings)
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.stop()
