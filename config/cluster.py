"""The embedded Postgres: one private server for each data folder, started when needed, stopped by its last user.

    with session():                    # started if it was not running
        Cluster(data_dir).url("desk")  # postgresql://desk:…@127.0.0.1:port/reading_room

It listens on 127.0.0.1 alone, on a free port; every login needs a random password (scram). Everything stands in
`<data folder>/postgres/`: the programs' data, their log, and `state.json` (mode 0600) with port, passwords and key.
(For root the data stand elsewhere: `config/postgres_home.py`.)

Three files are locks, released by the kernel however their holder ends:
- `start.lock`: who starts or stops the server, one at a time;
- `users.lock`: shared by every session; who can take it alone is the last one out;
- `running.lock`: inherited by the server and its processes. While it is held a server lives here, whatever a stale
  `postmaster.pid` says; once it is free none does, and a pid that belongs to someone else by now misleads nobody.
"""

import contextlib
import fcntl
import json
import locale
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Literal

import psycopg
from psycopg import sql

from config.postgres_home import ClusterError, Home, find_home, is_copied

__all__ = ["DATABASE", "ROLES", "Cluster", "ClusterError", "is_needed", "session", "urls"]

ROLES = ("superuser", "owner", "desk", "reader")
DATABASE = "reading_room"
# The login's name in Postgres; the others are named as we call them.
SUPERUSER = "postgres"

START_SECONDS = 60  # also time to recover after a kill
STOP_SECONDS = 30
NEEDED_BYTES = 200_000_000
LARGEST_LOG_BYTES = 5_000_000

SETTINGS = {
    "shared_buffers": "128MB",
    "max_wal_size": "256MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "log_statement": "none",
    "password_encryption": "scram-sha-256",
}
# For tests: quick, and worthless after a crash.
THROWAWAY_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Cluster:
    """One embedded server. Making the object touches nothing; every method raises ClusterError in plain words."""

    def __init__(self, data_dir: Path, *, throwaway: bool = False) -> None:
        self.folder = Path(os.path.abspath(data_dir)) / "postgres"
        self.throwaway = throwaway
        self._process: subprocess.Popen[bytes] | None = None

    # What others need to know; all of it works before the first start.

    def url(self, role: str, database: str = DATABASE) -> str:
        """postgresql://user:password@127.0.0.1:port/database of one of ROLES. Raises KeyError for another role."""
        state = self._state()
        user = SUPERUSER if role == "superuser" else role
        return f"postgresql://{user}:{state['passwords'][role]}@127.0.0.1:{state['port']}/{database}"

    def urls(self) -> dict[str, str]:
        """The address for each of ROLES."""
        return {role: self.url(role) for role in ROLES}

    def passwords(self) -> dict[str, str]:
        """The password for each of ROLES."""
        return dict(self._state()["passwords"])

    def secret_key(self) -> str:
        """A random key for signing, the same for as long as the data folder lives."""
        return str(self._state()["secret_key"])

    def id(self) -> str:
        """What names this cluster where root keeps its data (`config/postgres_home.py`)."""
        return str(self._state()["id"])

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
        with _plain_errors(self.folder), self._locked("start.lock"):
            self._start()

    def stop(self) -> None:
        """Stop the server if it runs; connections are closed, finished transactions are kept."""
        with _plain_errors(self.folder), self._locked("start.lock"):
            self._stop()

    def destroy(self) -> None:
        """Stop the server and delete all it ever held."""
        self.stop()
        with _plain_errors(self.folder):
            data = self._home().data
            shutil.rmtree(data, ignore_errors=True)
            if data.parent != self.folder:
                shutil.rmtree(data.parent, ignore_errors=True)
            shutil.rmtree(self.folder, ignore_errors=True)

    @contextlib.contextmanager
    def session(self) -> Iterator[None]:
        """Keep the server running for a while: started if needed, stopped by the last session that ends."""
        with contextlib.ExitStack() as stack:
            with _plain_errors(self.folder):
                users = stack.enter_context(self._file("users.lock"))
                with self._locked("start.lock"):
                    fcntl.flock(users, fcntl.LOCK_SH)
                    stack.callback(self._leave, users)
                    self._start()
            yield

    def _leave(self, users: IO[bytes]) -> None:
        with _plain_errors(self.folder), self._locked("start.lock"):
            if _try_lock(users):
                self._stop()
            users.close()

    def _start(self) -> None:
        self._adopt_copy()
        if self._knock() != "ours":
            self._start_server()
        self._prepare()

    def _start_server(self) -> None:
        home = self._home()
        with self._file("running.lock") as running:
            deadline = time.monotonic() + START_SECONDS
            while not _try_lock(running):
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
                self._create(home)
            (home.data / "postmaster.pid").unlink(missing_ok=True)  # stale: the lock is ours
            self._check_version(home)
            self._launch(home, running, deadline)

    def _stop(self) -> None:
        with self._file("running.lock") as running:
            if _try_lock(running):
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
                    if _try_lock(running):
                        self._process = None
                        return
                    time.sleep(0.02)
        raise ClusterError(f"Postgres does not stop; its log is {self.folder / 'log'}.")

    # First start.

    def _create(self, home: Home) -> None:
        """Make the data folder; under another name until it is whole, so that an interrupted attempt leaves nothing."""
        free = shutil.disk_usage(home.data.parent).free
        if free < NEEDED_BYTES:
            raise ClusterError(
                f"Not enough room for the database: {home.data.parent} has {free // 1_000_000} MB free,"
                f" {NEEDED_BYTES // 1_000_000} MB are needed."
            )
        unfinished = home.data.with_name("data.unfinished")
        password_file = home.data.with_name("data.password")
        shutil.rmtree(unfinished, ignore_errors=True)
        password_file.unlink(missing_ok=True)
        unfinished.mkdir(mode=0o700)
        try:
            with os.fdopen(os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(self._state()["passwords"]["superuser"])
            if home.account is not None:
                os.chown(unfinished, *home.account)
                os.chown(password_file, *home.account)
            settings = SETTINGS | (THROWAWAY_SETTINGS if self.throwaway else {})
            result = subprocess.run(
                [
                    str(home.bin / "initdb"),
                    *("-D", str(unfinished)),
                    *("--username", SUPERUSER, "--pwfile", str(password_file)),
                    *("--auth-host=scram-sha-256", "--auth-local=scram-sha-256"),
                    # Sorting and letters by Unicode code point, the same on every machine and for ever.
                    *("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
                    # pg_trgm asks the system's locale which characters are letters; with C it would know no Hangul.
                    *("--locale=C", f"--lc-ctype={_ctype()}", "--text-search-config=simple"),
                    *("--no-instructions", *(["--no-sync"] if self.throwaway else [])),
                    *(f"--set={name}={value}" for name, value in settings.items()),
                ],
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                **_as_account(home),
            )
            if result.returncode != 0:
                raise ClusterError(
                    _reason(result.stderr, f"Postgres could not make its data folder in {home.data.parent}")
                )
            unfinished.rename(home.data)
        finally:
            password_file.unlink(missing_ok=True)
            shutil.rmtree(unfinished, ignore_errors=True)

    def _check_version(self, home: Home) -> None:
        """Postgres reads only data folders of its own major version; say so before it fails to."""
        written = (home.data / "PG_VERSION").read_text().strip()
        brought = subprocess.run(
            [home.bin / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
        major = brought.split()[-1].split(".")[0]
        if written != major:
            raise ClusterError(
                f"The database in {home.data} was made by Postgres {written} and this is Postgres {major}:"
                " restore a backup into an empty data folder."
            )

    def _launch(self, home: Home, running: IO[bytes], deadline: float) -> None:
        log_path = self.folder / "log"
        if log_path.exists() and log_path.stat().st_size > LARGEST_LOG_BYTES:
            log_path.replace(log_path.with_name("log.old"))
        while True:
            port = self._free_port()
            with _open_private(log_path, os.O_RDWR | os.O_APPEND) as log:
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
                    **_as_account(home),
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
                raise ClusterError(_reason(said, "Postgres did not start") + f" Its log is {log_path}.")
            # Someone took the port between our look and the start: take another.

    def _prepare(self) -> None:
        """Make the owner and the database it owns; the other logins are made by `manage.py bootstrap_roles`."""
        with self._connect() as connection:
            known = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
            if "owner" not in known:
                # Hashed here, so that the password itself reaches neither the server nor its log.
                password = connection.pgconn.encrypt_password(
                    self._state()["passwords"]["owner"].encode(), b"owner", b"scram-sha-256"
                ).decode()
                right = sql.SQL("CREATEDB" if self.throwaway else "NOCREATEDB")
                connection.execute(sql.SQL("CREATE ROLE owner LOGIN {} PASSWORD {}").format(right, password))
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER owner").format(sql.Identifier(DATABASE)))

    # Talking to it.

    def _connect(self) -> psycopg.Connection[tuple[Any, ...]]:
        state = self._state()
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
        return find_home(self.folder, str(self._state()["id"]))

    # The state: {"id": hex, "port": int, "secret_key": str, "passwords": {role: str}}.

    def _state(self) -> dict[str, Any]:
        """Read from `state.json`, which is made at the first call, port and all."""
        path = self.folder / "state.json"
        with _plain_errors(self.folder):
            if not path.exists():
                with self._locked("state.lock"):
                    if not path.exists():
                        self._save(
                            {
                                "id": secrets.token_hex(8),
                                "port": free_port(),
                                "secret_key": secrets.token_urlsafe(50),
                                "passwords": {role: secrets.token_urlsafe(32) for role in ROLES},
                            }
                        )
            try:
                state: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
                if {"id", "port", "secret_key"} <= state.keys() and set(ROLES) <= state["passwords"].keys():
                    return state
            except (ValueError, TypeError, AttributeError):
                pass
            raise ClusterError(f"{path} is damaged: restore it from a backup, for it holds the database's passwords.")

    def _save(self, state: dict[str, Any]) -> None:
        path = self.folder / "state.json"
        unfinished = path.with_name("state.unfinished")
        unfinished.unlink(missing_ok=True)
        with _open_private(unfinished, os.O_WRONLY | os.O_EXCL) as file:
            if path.exists() and os.geteuid() == 0:
                os.fchown(file.fileno(), path.stat().st_uid, path.stat().st_gid)
            file.write(json.dumps(state, indent=1).encode())
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)

    def _free_port(self) -> int:
        """The port of last time if it is still free, else another, noted for next time."""
        state = self._state()
        if not _is_free(state["port"]):
            state["port"] = free_port()
            self._save(state)
        return int(state["port"])

    def _adopt_copy(self) -> None:
        """In a copied project, root starts a cluster of its own instead of sharing the original's."""
        state = self._state()
        if is_copied(self.folder, state["id"]):
            self._save({**state, "id": secrets.token_hex(8)})

    # Files.

    def _file(self, name: str) -> IO[bytes]:
        return _open_private(self.folder / name, os.O_RDWR)

    @contextlib.contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        with self._file(name) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def urls(data_dir: Path) -> dict[str, str]:
    """The address for each of ROLES of the server in this data folder, whether or not it was ever started."""
    return Cluster(data_dir).urls()


def is_needed() -> bool:
    """Whether no other server is named. A machine of the public site alone names its own, and never the owner's login."""
    public = ("READER_DATABASE_URL", "REPLICA_DATABASE_URLS") if os.environ.get("SITE", "").strip() == "reader" else ()
    return not any(os.environ.get(name, "").strip() for name in ("DATABASE_URL", *public))


@contextlib.contextmanager
def session(data_dir: Path | None = None) -> Iterator[None]:
    """The embedded server for as long as a command runs; nothing when another one is named.

    `data_dir` is DATA_DIR of the environment, else `var/` of this project, as in the settings.
    Ends the program with one line when the server cannot be had.
    """
    if not is_needed():
        yield
        return
    folder = data_dir or Path(os.environ.get("DATA_DIR", "").strip() or Path(__file__).resolve().parent.parent / "var")
    try:
        with Cluster(folder).session():
            yield
    except ClusterError as error:
        raise SystemExit(str(error)) from None


def _open_private(path: Path, flags: int) -> IO[bytes]:
    """Open, made if missing with mode 0600, in a folder made if missing with mode 0700, and so the data folder around it."""
    path.parent.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    mode = "wb" if flags & os.O_WRONLY else "r+b"
    return os.fdopen(os.open(path, flags | os.O_CREAT | os.O_CLOEXEC, 0o600), mode)


def _try_lock(file: IO[bytes]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as Postgres does
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """Below the ports the system hands out for outgoing connections, which could take ours while we are stopped."""
    for _ in range(100):
        port = 15_000 + secrets.randbelow(15_000)
        if _is_free(port):
            return port
    raise ClusterError("No free port on 127.0.0.1 (looked at 100 between 15000 and 30000).")


def _ctype() -> str:
    """A locale of this system that knows the letters of Unicode."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"):
            with contextlib.suppress(locale.Error):
                locale.setlocale(locale.LC_CTYPE, name)
                return name
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    raise ClusterError("This system has no UTF-8 locale (C.UTF-8): install one, or set DATABASE_URL.")


def _as_account(home: Home) -> dict[str, Any]:
    """Arguments for subprocess: the account, a folder it can enter, and none of our environment's secrets."""
    passed_on = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    arguments: dict[str, Any] = {"cwd": "/", "env": passed_on, "umask": 0o077}
    if home.account is not None:
        arguments |= {"user": home.account[0], "group": home.account[1], "extra_groups": []}
    return arguments


def _reason(said: str, what: str) -> str:
    """One sentence out of what Postgres said before it gave up."""
    if "No space left on device" in said:
        return f"{what}: the disk is full."
    complaints = [
        line.split(mark, 1)[1].strip().rstrip(".")
        for line in said.splitlines()
        for mark in ("FATAL:", "PANIC:", "initdb: error:", "error while loading shared libraries:")
        if mark in line
    ]
    return f"{what}: {complaints[0]}." if complaints else f"{what}."


@contextlib.contextmanager
def _plain_errors(folder: Path) -> Iterator[None]:
    """Turns what the system or Postgres refuses into a sentence."""
    try:
        yield
    except psycopg.Error as error:
        raise ClusterError(
            f"Postgres in {folder} refuses: {(str(error).splitlines() or ['no reason given'])[0]}."
        ) from error
    except OSError as error:
        place = error.filename if isinstance(error.filename, str) else folder
        raise ClusterError(f"The database's folder cannot be used: {place}: {error.strerror or error}.") from error
    except subprocess.SubprocessError as error:
        raise ClusterError(f"The embedded Postgres cannot be run: {error}.") from error
