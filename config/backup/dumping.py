"""Make a backup: beside its place first, then moved there whole, everything on the disk before it is said to be there."""

import hashlib
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from articles.acts_file import ActsFile, addresses_beside
from config.backup.manifest import ACTS, ADDRESSES, DUMP, FORMAT, Manifest, file_of
from config.backup.programs import RESTRICT_KEY, BackupError, end_of, program, run
from config.pub import SCHEMA

# Not of the record: who is logged in, and the name of the edition, of which a restored database makes another one.
LEFT_OUT = ("public.config_desksession", "public.django_session", "public.provinces_edition")


def back_up(folder: Path, database: str, acts_dir: Path) -> Manifest:
    """Dump the database at this address into a folder that is not there yet, or empty. Raises BackupError."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise BackupError(f"{folder} is there already and not empty.")
        unfinished = folder.with_name(folder.name + ".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700, parents=True)
        try:
            manifest = _dump(unfinished, database, acts_dir)
            _keep(unfinished)
            if folder.exists():
                folder.rmdir()
            unfinished.rename(folder)
            _sync(folder.parent)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
    except OSError as error:
        raise BackupError(f"{error.filename or folder}: {error.strerror or error}.") from error
    except psycopg.Error as error:
        raise BackupError(f"The database: {str(error).splitlines()[0]}.") from error
    return manifest


def _dump(folder: Path, database: str, acts_dir: Path) -> Manifest:
    with psycopg.connect(database) as connection:
        # What is dumped and what is said of it are of one moment.
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        (snapshot,) = _one(connection, "SELECT pg_export_snapshot()")
        (version,) = _one(connection, "SELECT current_setting('server_version')")
        (head,) = _one(
            connection, "SELECT array[number::text, hash] FROM articles_act ORDER BY number DESC LIMIT 1"
        ) or (None,)
        (first,) = _one(connection, "SELECT hash FROM articles_act WHERE number = 1") or (None,)
        server = connection.info.server_version // 10_000
        end_of(
            run(
                [
                    *(program("pg_dump", server), "--format=custom", "--file", folder / DUMP, f"--snapshot={snapshot}"),
                    *("--no-owner", "--no-privileges", f"--exclude-schema={SCHEMA}"),
                    *(f"--exclude-table-data={table}" for table in LEFT_OUT),
                ],
                database,
            ),
            "pg_dump",
        )
    if first is not None:
        source = ActsFile(acts_dir, first)
        for path, name in ((source.path, ACTS), (addresses_beside(source.path), ADDRESSES)):
            if path.exists():
                shutil.copyfile(path, folder / name)
    files = {path.name: file_of(path) for path in sorted(folder.iterdir())}
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    manifest = Manifest(
        FORMAT, made_at, version, int(head[0]) if head else 0, head[1] if head else "", rows_sha256(folder / DUMP, server),
        files,
    )  # fmt: skip
    manifest.write(folder)
    return manifest


def rows_sha256(dump: Path, server: int) -> str:
    """SHA-256 of a dump's rows and sequences written out as SQL: the same for the same rows. Raises BackupError.

    Without the tables' definitions: Postgres words some constraints otherwise once they were read back.
    """
    process = subprocess.Popen(
        [program("pg_restore", server), f"--restrict-key={RESTRICT_KEY}", "--section=data", "--file=-", dump],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdout is not None
    found = hashlib.sha256()
    while piece := process.stdout.read(1 << 20):
        found.update(piece)
    if process.wait():
        raise BackupError(f"{dump} cannot be read back.")
    return found.hexdigest()


def _one(connection: "psycopg.Connection[tuple[object, ...]]", statement: str):  # type: ignore[no-untyped-def]  # a row of whatever was asked for
    return connection.execute(statement.encode()).fetchone()


def _keep(folder: Path) -> None:
    """For their owner alone, and on the disk."""
    for path in folder.iterdir():
        path.chmod(0o600)
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
