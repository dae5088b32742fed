"""One embedded server: started, knocked at and stopped."""

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Literal

import psycopg
from psycopg import sql

from config.cluster.files import locked, open_private, plain_errors, try_lock
from config.cluster.home import ClusterError, Home, find_home
from config.cluster.programs import SUPERUSER, as_account, check_version, make_data, reason
from config.cluster.state import ROLES, StateFile

DATABASE = "reading_room"
START_SECONDS = 60  # also time to recover after a kill
STOP_SECONDS = 30
LARGEST_LOG_BYTES = 5_000_000


class Cluster:
    """One embedded server. Making the object touches nothing; every method raises ClusterError in plain words."""

    def __init__(self, data_dir: Path, *, throwaway: bool = False) -> None:
        self.folder = Path(os.path.abspath(data_dir)) / "postgres"
        self.throwaway = throwaway
        self._state = StateFile(self.folder)
        self._process: subprocess.Popen[bytes] | None = None

    # What others need to know; all of it works before the first start.

    def url(self, role: str, database: str = DATABASE) -> str:
        """postgresql://user:password@127.0.0.1:port/database of one of ROLES. Raises KeyError for another role."""
        state = self._state.read()
        user = SUPERUSER if role == "superuser" else role
        return f"postgresql://{user}:{state['passwords'][role]}@127.0.0.1:{state['port']}/{database}"

    def urls(self) -> dict[str, str]:
        """The address for each of ROLES."""
        return {role: self.url(role) for role in ROLES}

    def passwords(self) -> dict[str, str]:
        """The password for each of ROLES."""
        return dict(self._state.read()["passwords"])

    def secret_key(self) -> str:
        """A random key for signing, the same for as long as the data folder lives."""
        return str(self._state.read()["secret_key"])

    def id(self) -> str:
        """What names this cluster where root keeps its data (`config/cluster/home.py`)."""
        return str(self._state.read()["id"])

    def data(self) -> Path:
        """The folder in which its programs keep their data."""
        return self._home().data

    def is_running(self) -> bool:
        """Whether this very server answers, not one that happens to listen on its port."""
        if not (self.folder / "state.json").exists():
            return False
        return self._knock() == "ours"

    def pid(self) -> int | None:
        """The process id of the running server, None if it is gone and only its last helpers are left."""
        if self._process is not None and self._process.poll() is None:
            return self._process.pid
        data = self._home().data
        try:
            pid = int((data / "postmaster.pid").read_text().splitlines()[0])
            proc = Path("/proc", str(pid), "cmdline")
            if Path("/proc/self").exists() and os.fsencode(data) not in proc.read_bytes().split(b"\0"):
                return None  # the number belongs to another program by now
        except (OSError, ValueError, IndexError):
            return None
        return pid

    # Starting and stopping.

    def start(self) -> None:
        """Start the server unless it runs, and make the owner and the database if they are missing."""
        with plain_errors(self.folder), locked(self.folder / "start.lock"):
            self._start()

    def stop(self) -> None:
        """Stop the server if it runs; connections are closed, finished transactions are kept."""
        with plain_errors(self.folder), locked(self.folder / "start.lock"):
            self._stop()

    def destroy(self) -> None:
        """Stop the server and delete all it ever held."""
        self.stop()
        with plain_errors(self.folder):
            data = self._home().data
            shutil.rmtree(data, ignore_errors=True)
            if data.parent != self.folder:
                shutil.rmtree(data.parent, ignore_errors=True)
            shutil.rmtree(self.folder, ignore_errors=True)

    @contextlib.contextmanager
    def session(self) -> Iterator[None]:
        """Keep the server running for a while: started if needed, stopped by the last session that ends."""
        with contextlib.ExitStack() as stack:
            with plain_errors(self.folder):
                users = stack.enter_context(open_private(self.folder / "users.lock", os.O_RDWR))
                with locked(self.folder / "start.lock"):
                    fcntl.flock(users, fcntl.LOCK_SH)
                    stack.callback(self._leave, users)
                    self._start()
            yield

    def _leave(self, users: IO[bytes]) -> None:
        with plain_errors(self.folder), locked(self.folder / "start.lock"):
            if try_lock(users):
                self._stop()
            users.close()

    def _start(self) -> None:
        self._state.adopt_copy()
        if self._knock() != "ours":
            self._start_server()
        self._prepare()

    def _start_server(self) -> None:
        home = self._home()
        with open_private(self.folder / "running.lock", os.O_RDWR) as running:
            deadline = time.monotonic() + START_SECONDS
            while not try_lock(running):
                if self._process is not None:
                    self._process.poll()
                # A server is still starting, recovering or stopping, or a killed one's last processes are leaving.
                if self._knock() == "ours":
                    return
                if time.monotonic() > deadline:
                    raise ClusterError(
                        f"A Postgres holds {home.data} but does not answer; its log is {self.folder / 'log'}."
                    )
                time.sleep(0.05)
            if not (home.data / "PG_VERSION").exists():
                make_data(home, self.passwords()["superuser"], throwaway=self.throwaway)
            (home.data / "postmaster.pid").unlink(missing_ok=True)  # stale: the lock is ours
            check_version(home)
            self._launch(home, running, deadline)

    def _stop(self) -> None:
        with open_private(self.folder / "running.lock", os.O_RDWR) as running:
            if try_lock(running):
                return
            for number, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGQUIT, 5)):
                pid = self.pid()
                if pid is not None:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, number)
                deadline = time.monotonic() + seconds
                while time.monotonic() < deadline:
                    if self._process is not None:
                        self._process.poll()
                    if try_lock(running):
                        self._process = None
                        return
                    time.sleep(0.02)
        raise ClusterError(f"Postgres does not stop; its log is {self.folder / 'log'}.")

    def _launch(self, home: Home, running: IO[bytes], deadline: float) -> None:
        log_path = self.folder / "log"
        if log_path.exists() and log_path.stat().st_size > LARGEST_LOG_BYTES:
            log_path.replace(log_path.with_name("log.old"))
        while True:
            port = self._state.settle_port()
            with open_private(log_path, os.O_RDWR | os.O_APPEND) as log:
                begin = log.seek(0, os.SEEK_END)
                process = self._process = subprocess.Popen(
                    [
                        *(str(home.bin / "postgres"), "-D", str(home.data), "-p", str(port)),
                        *("-c", "listen_addresses=127.0.0.1"),
                        # A socket's path may have 107 bytes, which a deep folder exceeds.
                        *("-c", "unix_socket_directories="),
                    ],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    pass_fds=[running.fileno()],
                    start_new_session=True,  # Ctrl-C is for us; we stop it in our own time
                    **as_account(home),
                )
                while process.poll() is None:
                    answer = self._knock()
                    if answer == "ours":
                        return
                    if answer == "refused":
                        process.send_signal(signal.SIGINT)
                        process.wait()
                        raise ClusterError(
                            f"The password in {self.folder / 'state.json'} does not open the database in {home.data}:"
                            " they do not belong together."
                        )
                    if time.monotonic() > deadline:
                        process.send_signal(signal.SIGQUIT)
                        process.wait()
                        raise ClusterError(f"Postgres did not answer in {START_SECONDS} s; its log is {log_path}.")
                    time.sleep(0.03)
                log.seek(begin)
                said = log.read().decode(errors="replace")
            self._process = None
            if "could not create any TCP/IP sockets" not in said or time.monotonic() > deadline:
                raise ClusterError(reason(said, "Postgres did not start") + f" Its log is {log_path}.")
            # Someone took the port between our look and the start: take another.

    def _prepare(self) -> None:
        """Make the owner and the database it owns; the other logins are made by `manage.py bootstrap_roles`."""
        with self._connect() as connection:
            known = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
            if "owner" not in known:
                # Hashed here, so that the password itself reaches neither the server nor its log.
                password = connection.pgconn.encrypt_password(
                    self._state.read()["passwords"]["owner"].encode(), b"owner", b"scram-sha-256"
                ).decode()
                right = sql.SQL("CREATEDB" if self.throwaway else "NOCREATEDB")
                connection.execute(sql.SQL("CREATE ROLE owner LOGIN {} PASSWORD {}").format(right, password))
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER owner").format(sql.Identifier(DATABASE)))

    # Talking to it.

    def _connect(self) -> psycopg.Connection[tuple[Any, ...]]:
        state = self._state.read()
        return psycopg.connect(
            host="127.0.0.1",
            port=state["port"],
            user=SUPERUSER,
            password=state["passwords"]["superuser"],
            dbname="postgres",
            sslmode="disable",
            gssencmode="disable",
            connect_timeout=3,
            autocommit=True,
        )

    def _knock(self) -> Literal["ours", "refused", "silent"]:
        """Who answers on our port: we, one that refuses our password, or nobody (or somebody else's copy of us)."""
        try:
            with self._connect() as connection:
                row = connection.execute("SELECT current_setting('data_directory')").fetchone()
        except psycopg.Error as error:
            return "refused" if "password authentication failed" in str(error) else "silent"
        return "ours" if row and os.path.realpath(row[0]) == os.path.realpath(self._home().data) else "silent"

    def _home(self) -> Home:
        return find_home(self.folder, str(self._state.read()["id"]))
