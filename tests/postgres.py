"""A throwaway Postgres for the whole test run: loaded by `-p tests.postgres`, before the settings are read.

With DATABASE_URL set the tests use that server instead, and DESK_DATABASE_URL, READER_DATABASE_URL beside it.
Workers of `pytest -n` inherit the environment, so the first process starts the one server they share.
"""

import atexit
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from config.cluster import Cluster, ClusterError
from config.roles import Login, bootstrap

MEMORY, NEEDED_MEMORY = Path("/dev/shm"), 1_000_000_000

os.environ.setdefault("SITE", "owner")
os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "k" * 50)


def _start() -> None:
    folder = Path(tempfile.mkdtemp(prefix="reading-room-tests-"))
    cluster = Cluster(folder, throwaway=True)
    memory = _in_memory(folder / "index")

    def remove() -> None:
        cluster.destroy()
        for each in filter(None, (folder, memory)):
            shutil.rmtree(each, ignore_errors=True)

    # Also after Ctrl-C during the start, and when a build server ends the run with SIGTERM.
    atexit.register(remove)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    cluster.start()
    urls, passwords = cluster.urls(), cluster.passwords()
    unset = bootstrap(
        server=urls["superuser"],
        database="reading_room",
        owner="owner",
        desk=Login("desk", passwords["desk"]),
        reader=Login("reader", passwords["reader"]),
    )
    if unset:
        raise pytest.UsageError("guards that could not be set: " + "; ".join(unset))
    with psycopg.connect(urls["superuser"], autocommit=True) as server:
        # Pages are read under the reader's rights inside a test's own transaction.
        server.execute("GRANT reader TO owner")
        # It would count none of the rows that a test has not committed, and plans made for empty tables never end.
        server.execute("ALTER SYSTEM SET autovacuum = off")
        server.execute("SELECT pg_reload_conf()")
    os.environ.update(
        DATA_DIR=str(folder),
        DATABASE_URL=urls["owner"],
        DESK_DATABASE_URL=urls["desk"],
        READER_DATABASE_URL=urls["reader"],
        SUPERUSER_DATABASE_URL=urls["superuser"],
    )


def _in_memory(folder: Path) -> Path | None:
    """Where the folder stands now, if there is a file system in memory: hundreds of indexes are made, and each waits for the disk."""
    try:
        if shutil.disk_usage(MEMORY).free < NEEDED_MEMORY:
            return None
        found = Path(tempfile.mkdtemp(prefix=f"{folder.parent.name}-", dir=MEMORY))
    except OSError:
        return None
    folder.symlink_to(found)
    return found


if not os.environ.get("DATABASE_URL", "").strip():
    try:
        _start()
    except ClusterError as error:
        raise pytest.UsageError(str(error)) from None
