"""pg_dump and pg_restore: those of the embedded package, or the system's, whichever can read the server."""

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import psycopg

from config.cluster.home import ClusterError, package_bin


class BackupError(Exception):
    """It cannot be done; the message is one plain sentence."""


# With it a dump of the same rows is the same bytes; pg_dump would make up another one each time.
RESTRICT_KEY = "readingroom"
# One message of the programs; the rest is about where in their own archive.
_SAID = re.compile(r"(?:error|FATAL): +(.+)")


def program(name: str, server: int) -> Path:
    """The program of this name for a server of this major version. Raises BackupError."""
    found = list(_candidates(name))
    for path in found:
        if _major(path) >= server:
            return path
    has = f"only {', '.join(str(_major(path)) for path in found)}" if found else "none"
    raise BackupError(
        f"{name} of PostgreSQL {server} or newer is needed and there is {has}: install postgresql-client."
    )


def _candidates(name: str) -> Iterator[Path]:
    """The system's first where another server than the embedded one is meant: it may have to speak TLS."""
    on_path = shutil.which(name)
    own: list[Path] = []
    with contextlib.suppress(ClusterError):
        own = [package_bin() / name]
    others = [Path(on_path)] if on_path else []
    for path in [*others, *own] if os.environ.get("DATABASE_URL", "").strip() else [*own, *others]:
        if path.exists():
            yield path


def _major(path: Path) -> int:
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    numbers = re.findall(r"\d+", said)
    return int(numbers[0]) if numbers else 0


def run(command: Sequence[str | Path], database: str, *, stdout: int | None = None) -> "subprocess.Popen[bytes]":
    """Begin one of them on a database; its login goes through the environment, where no list of processes shows it."""
    return subprocess.Popen(
        command, env=_environment(database), stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE
    )


def end_of(process: "subprocess.Popen[bytes]", what: str) -> None:
    """Wait for it. Raises BackupError with what it said."""
    said = process.communicate()[1].decode(errors="replace") if process.stderr else ""
    if process.returncode:
        found = _SAID.search(said)
        reason = found[1] if found else (said.strip().splitlines() or ["it gave no reason"])[-1]
        if "No space left on device" in said:
            reason = "the disk is full"
        raise BackupError(f"{what}: {reason.rstrip('.')}.")


def _environment(database: str) -> dict[str, str]:
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE",
             "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT",
             "sslcert": "PGSSLCERT", "sslkey": "PGSSLKEY"}  # fmt: skip
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "HOME") if name in os.environ}
    parts = psycopg.conninfo.conninfo_to_dict(database)
    return kept | {names[key]: str(value) for key, value in parts.items() if key in names and value is not None}
