"""The programs the demonstration starts: commands that end, servers that stay. None outlives the demonstration."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

PROJECT = Path(__file__).resolve().parent.parent.parent
# Variables that would turn a site into something else than the demonstration means.
_LEFT_OUT = (
    "DATABASE_URL",
    "DESK_DATABASE_URL",
    "READER_DATABASE_URL",
    "REPLICA_DATABASE_URLS",
    "ALLOWED_HOSTS",
    "DEBUG",
)
ANSWER_SECONDS = 60
STOP_SECONDS = 10


class DemoError(Exception):
    """The demonstration cannot go on; the message is one plain sentence."""


class Stopped(Exception):
    """Somebody pressed Ctrl-C or ended the demonstration."""


@dataclass(frozen=True)
class Site:
    """`role`: reader or desk; `name`: what people call it; `option`: the option that chooses its port."""

    role: str
    name: str
    port: int
    option: str

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def check_port(self) -> None:
        """Raises DemoError when the port cannot be listened on."""
        advice = f"choose another with --{self.option} (make demo {self.option.replace('-', '_').upper()}=…)"
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", self.port))
            except PermissionError:
                raise DemoError(f"Port {self.port} may not be used by this account: {advice}.") from None
            except (OSError, OverflowError):
                raise DemoError(f"Port {self.port} is taken or is none: {advice}.") from None


class Children:
    """All of them, in sessions of their own: Ctrl-C reaches only us, and we stop them in order."""

    def __init__(self, data_dir: Path, base_url: str) -> None:
        self._environment = {
            name: value
            for name, value in os.environ.items()
            if name not in _LEFT_OUT and not name.startswith(("GRANIAN_", "PG"))
        } | {"DATA_DIR": str(data_dir), "BASE_URL": base_url, "PYTHONUNBUFFERED": "1"}
        self._log_path = data_dir / "demo.log"
        try:
            self._log = os.fdopen(os.open(self._log_path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb", 0)
        except OSError as error:
            raise DemoError(f"{self._log_path} cannot be written: {error.strerror}.") from error
        self._commands: list[subprocess.Popen[bytes]] = []
        self._servers: dict[Site, subprocess.Popen[bytes]] = {}
        self._stopping = False
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    def run(self, role: str, *arguments: str) -> str:
        """Run `manage.py` with these arguments to its end; returns what it printed. Raises DemoError, Stopped."""
        return self.end_of(self.begin(role, *arguments))

    def begin(self, role: str, *arguments: str) -> "subprocess.Popen[bytes]":
        """Run `manage.py` with these arguments beside everything else; `end_of` waits for it. Raises Stopped."""
        self.check()
        command = subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=PROJECT,
            env=self._environment | {"SITE": role},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._commands.append(command)
        return command

    def end_of(self, command: "subprocess.Popen[bytes]") -> str:
        """Wait for a command and return what it printed. Raises DemoError, Stopped."""
        said, complaints = (words.decode(errors="replace") for words in command.communicate())
        self._commands.remove(command)
        self.check()
        if command.returncode != 0:
            with contextlib.suppress(OSError):  # the disk may be full: then the line below must do
                self._log.write((said + complaints).encode())
            last = ([line.strip() for line in complaints.splitlines() if line.strip()] or ["it gave no reason"])[-1]
            name = str(command.args[2])  # type: ignore[index]  # a list, as made above
            raise DemoError(f"manage.py {name} failed: {last.rstrip('.')}. More in {self._log_path}.")
        return said

    def serve(self, site: Site) -> None:
        """Start a server for this site; `wait_for_answers` says when it answers."""
        self.check()
        self._servers[site] = subprocess.Popen(
            [
                *(sys.executable, "-m", "config.demo.server", "--interface", "wsgi"),
                *("--host", "127.0.0.1", "--port", str(site.port)),
                *("--workers", "1", "--blocking-threads", "12"),
                # No line about a request: readers are not watched.
                *("--no-access-log", "--log-level", "error"),
                "config.wsgi:application",
            ],
            cwd=PROJECT,
            env=self._environment | {"SITE": site.role},
            stdin=subprocess.PIPE,  # held open by us alone: when it closes we are gone
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
        )

    def wait_for_answers(self) -> None:
        """Until every server answers its first page. Raises DemoError, Stopped."""
        deadline = time.monotonic() + ANSWER_SECONDS
        for site in self._servers:
            while not 200 <= (status := _status(site)) < 500:
                if status == 500 or time.monotonic() > deadline:
                    what = f"answers its first page with status {status}" if status else "does not answer"
                    raise DemoError(f"The {site.name} {what}. More in {self._log_path}.")
                self.check()
                time.sleep(0.1)

    def check(self) -> None:
        """Raises Stopped when somebody ended us, DemoError when a server ended by itself."""
        if self._stopping:
            raise Stopped
        for site, server in self._servers.items():
            if server.poll() is not None:
                raise DemoError(f"The {site.name} stopped by itself. More in {self._log_path}.")

    def stop(self) -> None:
        """End them all, kindly first."""
        everything = [*self._commands, *self._servers.values()]
        for child in everything:
            _signal(child, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        for child in everything:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(max(0.1, deadline - time.monotonic()))
            # A server's workers belong to its session: whatever is left of it goes too.
            _signal(child, signal.SIGKILL)
            child.wait()
        self._log.close()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True
        for command in self._commands:
            _signal(command, signal.SIGTERM)


def _signal(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """To the child and everything it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, number)


def _status(site: Site) -> int:
    """The status of the site's first page, 0 if nobody answers; asked directly, whatever proxy is set."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()
