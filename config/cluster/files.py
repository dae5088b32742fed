"""Files of an embedded server: private, some of them locks; and what the system refuses, said in a sentence."""

import contextlib
import fcntl
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import psycopg

from config.cluster.home import ClusterError


def open_private(path: Path, flags: int) -> IO[bytes]:
    """Open, made if missing with mode 0600, in a folder made if missing with mode 0700, and so the data folder around it."""
    path.parent.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    mode = "wb" if flags & os.O_WRONLY else "r+b"
    return os.fdopen(os.open(path, flags | os.O_CREAT | os.O_CLOEXEC, 0o600), mode)


def try_lock(file: IO[bytes]) -> bool:
    """Whether the file is locked for us alone now."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a file that is a lock, as soon as nobody else does."""
    with open_private(path, os.O_RDWR) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def plain_errors(folder: Path) -> Iterator[None]:
    """Turn what the system or Postgres refuses into a sentence."""
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
