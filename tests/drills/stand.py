"""Where a drill is done: a folder, a durable Postgres and both sites of its own, all gone when it ends.

    with stand() as here:                       # migrated, with gazetteer, topics and two publishers
        here.manage("desk", "import_reports", …)
        with here.serving("desk") as desk: …    # a real server on a free port of 127.0.0.1
        here.become("desk")                     # Django's models in this very process, logged in as that role

A drill's process does `become` once at most. Nothing but loopback is listened on.
"""

import contextlib
import http.client
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

from config.cluster import Cluster
from config.cluster.home import find_home

ROOT = Path(__file__).resolve().parent.parent.parent
# Publishers of every stand; PASSWORD opens the desk for both.
CAST = ("one", "two")
PASSWORD = "a long enough password"
# Names the folder of a filled stand that is copied.
PREPARED = "DRILL_STAND"
# All that an address may hold; letters of other scripts are written in percent signs.
_AS_IT_STANDS = "/?#[]@!$&'()*+,;=%:~"
# What would lead a child to another database, or make it another site than the drill means.
_LEFT_OUT = (
    "DATABASE_URL", "DESK_DATABASE_URL", "READER_DATABASE_URL", "REPLICA_DATABASE_URLS", "SUPERUSER_DATABASE_URL",
    "ALLOWED_HOSTS", "BASE_URL", "DATA_DIR", "DEBUG", "SECRET_KEY", "SITE",
)  # fmt: skip


class StandError(Exception):
    """A command of the stand failed; the message is what it said."""


@dataclass
class Server:
    """One that runs: its first process leads a group of its own."""

    process: "subprocess.Popen[bytes]"
    port: int

    def workers(self) -> list[int]:
        """The processes that answer: all but the first and what only tends them."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        found = [int(pid) for task in tasks.iterdir() for pid in (task / "children").read_text().split()]
        return [pid for pid in found if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()]

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        seconds: float = 20,
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers by lower-case name, body; no redirect is followed. Raises OSError, http.client.HTTPException."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            connection.request(method, quote(path, safe=_AS_IT_STANDS), body=body, headers=dict(headers or {}))
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def status(self, path: str, seconds: float = 20) -> int:
        """The status of a page, 0 if nobody answers."""
        try:
            return self.ask(path, seconds=seconds)[0]
        except (OSError, http.client.HTTPException):
            return 0


@dataclass
class Stand:
    """`folder` is the data folder of both sites and of the cluster in it; `more`: variables every child is given."""

    folder: Path
    cluster: Cluster
    more: dict[str, str] = field(default_factory=dict)

    def environment(self, role: str) -> dict[str, str]:
        """What a child of this role runs with."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in _LEFT_OUT and not name.startswith(("GRANIAN_", "PG", "PYTEST"))
        }
        return kept | {"DATA_DIR": str(self.folder), "SITE": role, "PYTHONUNBUFFERED": "1"} | self.more

    def manage(self, role: str, *arguments: str, said: str = "") -> str:
        """Run `manage.py` to its end, with `said` on its standard input; what it printed. Raises StandError."""
        done = self.tried(role, *arguments, said=said)
        if done.returncode:
            raise StandError(f"manage.py {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def tried(self, role: str, *arguments: str, said: str = "") -> "subprocess.CompletedProcess[str]":
        """The same, however it ends."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT, env=self.environment(role), input=said, capture_output=True, text=True, check=False,
        )  # fmt: skip

    @contextlib.contextmanager
    def serving(
        self,
        role: str,
        *,
        workers: int = 1,
        port: int = 0,
        ready: str = "",
        application: str = "config.wsgi:application",
        options: Sequence[str] = (),
    ) -> Iterator[Server]:
        """A site, once it answers, at the address `ready` if that is named; ended afterwards, its workers too.

        What it prints is added to `<folder>/<role>.log`. `options`: more of granian's; over TLS nobody asks whether it answers.
        """
        port = port or free_port()
        ready = ready or ("/readyz" if role == "reader" else "/login/")
        with (self.folder / f"{role}.log").open("ab") as log:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"),
                    *("--port", str(port), "--workers", str(workers), "--blocking-threads", "12"),
                    *("--respawn-failed-workers", "--respawn-interval", "0.2"),
                    *("--no-access-log", "--log-level", "error", *options, application),
                ],
                cwd=ROOT, env=self.environment(role), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        server = Server(process, port)
        try:
            # Over https alone it leads there.
            if "--ssl-keyfile" not in options:
                until(lambda: server.status(ready) in (200, 301), 60)
            yield server
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def become(self, role: str) -> None:
        """Set Django up in this process."""
        for name in _LEFT_OUT:
            os.environ.pop(name, None)
        os.environ.update(self.environment(role) | {"DJANGO_SETTINGS_MODULE": "config.settings"})
        import django

        django.setup()

    def rows(self, statement: str, *values: Any, role: str = "superuser") -> list[tuple[Any, ...]]:
        """What a statement answers, asked as that role."""
        with psycopg.connect(self.cluster.url(role), autocommit=True) as connection:
            return connection.execute(statement.encode(), values or None).fetchall()

    def do(self, statement: str, *values: Any) -> None:
        """Run a statement as the superuser, who may do what no rule allows."""
        with psycopg.connect(self.cluster.url("superuser"), autocommit=True) as connection:
            connection.execute(statement.encode(), values or None)


@contextlib.contextmanager
def stand(*, is_filled: bool = True) -> Iterator[Stand]:
    """One stand; with `is_filled` migrated, with logins, gazetteer, topics, stylesheets and cast."""
    folder = Path(tempfile.mkdtemp(prefix="reading-room-drill-"))
    prepared = Path(os.environ.get(PREPARED) or folder / "none")
    cluster = Cluster(folder)
    here = Stand(folder, cluster)
    try:
        if is_filled and prepared.exists():
            _copy(prepared, folder)
        # Commands would stop the server that they found running if nobody else used it.
        with cluster.session():
            if is_filled and not prepared.exists():
                fill(here)
            yield here
    finally:
        cluster.destroy()
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def prepared() -> Iterator[None]:
    """Fill one stand; every stand of this process's children begins as a copy of it, which takes a second."""
    with stand() as here:
        here.cluster.stop()
        os.environ[PREPARED] = str(here.folder)
        try:
            yield
        finally:
            del os.environ[PREPARED]


def _copy(source: Path, target: Path) -> None:
    """A stopped stand with all it holds, as another cluster."""
    state = json.loads((source / "postgres" / "state.json").read_text())
    home = find_home(source / "postgres", state["id"])
    state["id"], state["port"] = secrets.token_hex(8), free_port()
    (target / "postgres").mkdir(mode=0o700)
    (target / "postgres" / "state.json").write_text(json.dumps(state))
    (target / "postgres" / "state.json").chmod(0o600)
    subprocess.run(["cp", "-a", home.data, find_home(target / "postgres", state["id"]).data], check=True)
    if (source / "static").exists():
        shutil.copytree(source / "static", target / "static")


def fill(here: Stand) -> None:
    """Tables, logins, gazetteer, topics, stylesheets, cast."""
    here.manage("owner", "migrate", "--no-input", "--verbosity=0")
    here.manage("owner", "bootstrap_roles")
    here.manage("owner", "collectstatic", "--no-input", "--verbosity=0")
    here.manage("desk", "shell", "--no-imports", said=_FILL.format(cast=CAST, password=PASSWORD))


_FILL = """
from django.contrib.auth.models import Group, User
from articles.editing.topics import load_topics
from provinces.editing import load_gazetteer
load_gazetteer(); load_topics()
for name in {cast}:
    user = User.objects.create_user(name, password={password!r}, is_staff=True)
    user.groups.set(Group.objects.all())
"""


def free_port() -> int:
    """One of 127.0.0.1 that nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def until(is_so: Any, seconds: float, every: float = 0.05) -> float:
    """Wait until something is so; after how many seconds it was. Raises StandError when it is not in time."""
    began = time.monotonic()
    while not is_so():
        if time.monotonic() - began > seconds:
            raise StandError(f"waited {seconds:.0f} s in vain")
        time.sleep(every)
    return time.monotonic() - began
