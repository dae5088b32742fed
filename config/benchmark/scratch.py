"""A database of the benchmark's own: an embedded Postgres in a folder of its own, whatever DATABASE_URL names."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from config.benchmark.corpus import Corpus
from config.benchmark.linked import link
from config.benchmark.loading import load
from config.benchmark.visitors import wait_for
from config.cluster import Cluster, free_port
from config.demo.children import PROJECT

# What would lead a child to another database than the scratch one, or slow it down.
_LEFT_OUT = (
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "DESK_DATABASE_URL",
    "READER_DATABASE_URL",
    "REPLICA_DATABASE_URLS",
    "DEBUG",
    "SITE",
)
# Loading alone: large sorts and few checkpoints.
_FOR_LOADING = "SET maintenance_work_mem = '512MB'"


class BenchmarkError(Exception):
    """The benchmark cannot go on; the message is one plain sentence."""


@dataclass(frozen=True)
class Scratch:
    """One corpus in one folder: the database, the index, the rivals' files."""

    folder: Path
    size: int

    @property
    def cluster(self) -> Cluster:
        """Its server."""
        return Cluster(self.folder, throwaway=True)

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """With the server running."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.cluster.session():
            yield

    @property
    def is_loaded(self) -> bool:
        """Whether the corpus stands in it, whole."""
        return (self.folder / "loaded").exists()

    def load(self, seed: int = 7) -> None:
        """Tables, logins, gazetteer, corpus."""
        for role, command in (
            ("owner", "migrate"),
            ("owner", "bootstrap_roles"),
            ("owner", "load_gazetteer"),
            ("owner", "collectstatic"),
        ):
            self.manage(role, command, *(["--no-input"] if command == "collectstatic" else []))
        with psycopg.connect(self.cluster.url("superuser"), autocommit=True) as database:
            database.execute(_FOR_LOADING)
            database.execute(
                "INSERT INTO public.auth_user (username, password, is_superuser, is_staff, is_active, first_name, last_name,"
                " email, date_joined) VALUES ('nobody', '', false, false, false, '', '', '', now())"
            )
            load(database, Corpus(self.size, provinces_of(database), seed), self._say)
            link(database)
        self.manage("owner", "migrate")
        (self.folder / "loaded").touch()

    def _say(self, done: int) -> None:
        if done % 20_000 == 0 or done == self.size:
            sys.stderr.write(f"loaded {done:,} of {self.size:,}\n")

    def prepared(self) -> dict[str, Any]:
        """Loaded and indexed, now or in an earlier run; how long indexing took."""
        if not self.is_loaded:
            self.load()
        note = self.folder / "built.json"
        if not note.exists():
            # All three at once, for they read the same rows.
            started = [self._begin("reader", *self._step(name)) for name in ("build", "build_tantivy", "build_fts5")]
            ours, *_ = [json.loads(self._end(each)) for each in started]
            note.write_text(json.dumps(ours))
        found: dict[str, Any] = json.loads(note.read_text())
        return found

    def step(self, name: str, *arguments: str) -> Any:
        """A step of the command itself, by a process of its own; what it measured."""
        return json.loads(self.manage("reader", *self._step(name, *arguments)))

    @contextlib.contextmanager
    def serving(self) -> Iterator[int]:
        """With the public site served as README.md starts it, a process for each core; its port."""
        port = free_port()
        command = [
            *("-m", "granian", "--interface", "wsgi", "--no-access-log", "--log-level", "error", "--port", str(port)),
            *("--workers", str(os.cpu_count() or 1), "--blocking-threads", "12", "config.wsgi:application"),
        ]  # fmt: skip
        server = self._python("reader", *command, SEARCHES_PER_MINUTE="0")
        try:
            wait_for(port)
            yield port
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.communicate()

    def _step(self, name: str, *arguments: str) -> tuple[str, ...]:
        return ("benchmark", f"--step={name}", f"--reports={self.size}", *arguments)

    def manage(self, role: str, *arguments: str) -> str:
        """Run `manage.py` in the scratch database; returns what it printed. Raises BenchmarkError."""
        return self._end(self._begin(role, *arguments))

    def _begin(self, role: str, *arguments: str) -> "subprocess.Popen[str]":
        return self._python(role, "manage.py", *arguments)

    def _python(self, role: str, *arguments: str, **settings: str) -> "subprocess.Popen[str]":
        kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
        own = {"SITE": role, "DATA_DIR": str(self.folder), "BASE_URL": "http://127.0.0.1:8000"}
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=PROJECT,
            env=kept | own | settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def _end(self, command: "subprocess.Popen[str]") -> str:
        said, _ = command.communicate()
        if command.returncode:
            name = str(command.args[2])  # type: ignore[index]  # a list, as made above
            raise BenchmarkError(f"manage.py {name} failed")
        return said

    def remove(self) -> None:
        """Stop the server and delete everything."""
        self.cluster.destroy()
        shutil.rmtree(self.folder, ignore_errors=True)


def provinces_of(database: psycopg.Connection[tuple[str]]) -> list[str]:
    """The thirteen provinces by name."""
    rows = database.execute("SELECT name_en FROM public.provinces_province ORDER BY name_en LIMIT 13").fetchall()
    return [name for (name,) in rows]
