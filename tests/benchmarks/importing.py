"""How fast reports come in, beside COPY of the same rows: `python -m tests.benchmarks.importing --help`.

The import is the real command in a process of its own. What it wrote is then copied into a second database with the same
tables, indexes and triggers: history and whatever else triggers write is written by them, as it was in the import.
Prints figures and judges nothing.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

ROOT = Path(__file__).parent.parent.parent
OUTLET = "Northern Courier"
# Written by triggers, never by hand.
BY_TRIGGERS = "articles_address", "pghistory_context"
HELD_SEED, NEW_SEED = 11, 7


@dataclass(frozen=True)
class Run:
    """One import, or one COPY: seconds by the clock and of processors (ours, that of processes that read, Postgres's),
    rows that it left in all tables, and the most memory it held, in MB.
    """

    seconds: float
    rows: int
    processor: tuple[float, float, float]
    memory: float = 0.0

    @property
    def speed(self) -> float:
        """Rows a second."""
        return self.rows / self.seconds


def main() -> None:
    options = _options()
    if options.child:
        _import_here(options)
        return
    # Starts a throwaway server, removed when this process ends.
    import tests.postgres  # noqa: F401

    with tempfile.TemporaryDirectory(prefix="reading-room-bench-") as folder:
        _measure(options, Path(folder))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=5_000, help="how many come in (default: 5000)")
    parser.add_argument("--held", type=int, default=0, help="how many the collection holds already")
    parser.add_argument("--repeats", type=int, default=3, help="the best of so many is told (default: 3)")
    parser.add_argument("--publish", action="store_true", help="publish them at once")
    parser.add_argument("--twice", action="store_true", help="also twice as many, for the memory")
    parser.add_argument("--profile", action="store_true", help="print where the import spends its time")
    parser.add_argument("--child", metavar="PATH", help=argparse.SUPPRESS)
    return parser.parse_args()


def _measure(options: argparse.Namespace, folder: Path) -> None:
    from tests.benchmarks.reports_written import write

    _make_template(folder, options)
    path = folder / "reports.jsonl"
    write(path, options.reports, seed=NEW_SEED)
    _tell(
        f"{options.reports:,} reports, {path.stat().st_size / options.reports:,.0f} bytes each, into {options.held:,}"
    )
    imports, copies = [], []
    for _ in range(options.repeats):
        with _database("bench_import") as imported:
            imports.append(_run_import(imported, path, options))
            with _database("bench_copy") as copied:
                copies.append(_run_copy(imported, copied))
        _tell(f"  import {_told(imports[-1], options)}; COPY {_told(copies[-1], options)}")
    ours, theirs = (min(runs, key=lambda run: run.seconds) for runs in (imports, copies))
    for name, run in (("import", ours), ("COPY", theirs)):
        _tell(f"{name:<7} {run.speed:9,.0f} rows/s  {options.reports / run.seconds:7,.0f} reports/s")
    _tell(f"memory  {ours.memory:9,.0f} MB")
    _tell(f"ratio   {ours.speed / theirs.speed:9.2f}   (aim: at least 0.5)")
    if options.twice:
        write(path, 2 * options.reports, seed=NEW_SEED)
        with _database("bench_import") as imported:
            run = _run_import(imported, path, options)
        _tell(f"twice as many: {run.memory:,.0f} MB, {2 * options.reports / run.seconds:,.0f} reports/s")


def _told(run: Run, options: argparse.Namespace) -> str:
    of_processors = " + ".join(f"{1000 * each / options.reports:.2f}" for each in run.processor)
    return f"{run.seconds:.2f} s, ms of processors a report (command, readers, Postgres) {of_processors}"


def _make_template(folder: Path, options: argparse.Namespace) -> None:
    """A migrated database with its vocabulary, an editor and an outlet, and as many reports as it shall hold."""
    from tests.benchmarks.reports_written import write

    _server().execute("CREATE DATABASE bench_template")
    _folder("bench_template").mkdir()
    for command in ("migrate --verbosity 0", "load_gazetteer", "load_topics"):
        _manage("bench_template", *command.split())
    with psycopg.connect(_url("bench_template")) as fresh:
        fresh.execute(
            "INSERT INTO auth_user (username, password, is_superuser, first_name, last_name, email, is_staff,"
            " is_active, date_joined) VALUES ('publisher', '!', false, '', '', '', true, true, now())"
        )
    # The outlet, too, is there already.
    first = folder / "first.jsonl"
    write(first, options.held or 1, seed=HELD_SEED)
    began = time.monotonic()
    arguments = [str(first), "--outlet", OUTLET, "--by", "publisher", "--show", "full"]
    _manage("bench_template", "import_reports", *arguments, *(["--publish"] if options.publish else []))
    if options.held:
        _tell(f"{options.held:,} reports brought in before: {time.monotonic() - began:.1f} s")
    with psycopg.connect(_url("bench_template"), autocommit=True) as fresh:
        fresh.execute("VACUUM ANALYZE")


def _run_import(database: str, path: Path, options: argparse.Namespace) -> Run:
    before = _counts(database)
    command = [sys.executable, "-m", "tests.benchmarks.importing", "--child", str(path)]
    command += [name for name in ("--publish", "--profile") if getattr(options, name[2:])]
    done = subprocess.run(command, cwd=ROOT, env=_environment(database), check=True, stdout=subprocess.PIPE, text=True)
    said = json.loads(done.stdout)
    after = _counts(database)
    return Run(said["seconds"], sum(after.values()) - sum(before.values()), tuple(said["processor"]), said["memory"])


def _import_here(options: argparse.Namespace) -> None:
    """The command, measured from its call to its end; Django has been loaded before."""
    import cProfile
    import pstats
    from multiprocessing import forkserver

    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    profile = cProfile.Profile(time.process_time) if options.profile else None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    before, postgres_before = _seconds_of(resource.getrusage(resource.RUSAGE_SELF)), _processor_of(backend)
    began = time.monotonic()
    with open(os.devnull, "w") as nowhere:
        if profile:
            profile.enable()
        arguments = [options.child, "--outlet", OUTLET, "--by", "publisher"]
        call_command("import_reports", *arguments, *(["--publish"] if options.publish else []), stdout=nowhere)
        if profile:
            profile.disable()
    seconds = time.monotonic() - began
    # The process of which the readers were born counts, and they with it, once it is waited for.
    forkserver._forkserver._stop()  # type: ignore[attr-defined]
    if profile:
        for order in ("cumulative", "tottime"):
            pstats.Stats(profile, stream=sys.stderr).sort_stats(order).print_stats(45)
    used, readers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    # Those of its processes that ended with a connection are counted once Postgres has noticed.
    time.sleep(0.5)
    processor = _seconds_of(used) - before, _seconds_of(readers), _processor_of(backend) - postgres_before
    sys.stdout.write(json.dumps({"seconds": seconds, "memory": used.ru_maxrss / 1024, "processor": processor}))


def _seconds_of(used: resource.struct_rusage) -> float:
    return used.ru_utime + used.ru_stime


def _processor_of(backend: int) -> float:
    """Seconds of processor that this process of Postgres has used, and all of its processes that have ended.

    0 where that cannot be told.
    """
    try:
        own = _stat_of(backend)
        ended = _stat_of(own[1])
    except OSError:
        return 0.0
    return (own[11] + own[12] + ended[13] + ended[14]) / os.sysconf("SC_CLK_TCK")


def _stat_of(pid: int) -> list[int]:
    """What the system counts of a process: its parent second, its ticks from the twelfth on, those of ended children behind."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return [int(field) if field.lstrip("-").isdecimal() else 0 for field in fields]


def _run_copy(source: str, target: str) -> Run:
    """COPY what the import added to `source` into `target`, in one transaction, with the same context of history."""
    before = _counts(target)
    after = _counts(source)
    grown = [table for table in _parents_first(source) if after[table] > before[table]]
    with psycopg.connect(_url(source)) as here, psycopg.connect(_url(target)) as there:
        data = {table: _rows_beyond(here, there, table) for table in grown if not _is_by_trigger(table)}
        user = here.execute("SELECT id FROM auth_user WHERE username = 'publisher'").fetchone()
        assert user is not None
        there.commit()
        before_us, before_postgres = time.process_time(), _processor_of(there.info.backend_pid)
        began = time.monotonic()
        with there.transaction(), there.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('pghistory.context_id', gen_random_uuid()::text, true),"
                " set_config('pghistory.context_metadata', %s, true)",
                [json.dumps({"user": user[0], "url": "import_reports"})],
            )
            for table, rows in data.items():
                with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as copy:
                    for piece in rows:
                        copy.write(piece)
        seconds = time.monotonic() - began
        processor = time.process_time() - before_us, 0.0, _processor_of(there.info.backend_pid) - before_postgres
    copied = _counts(target)
    differing = {table: (after[table], copied[table]) for table in after if after[table] != copied[table]}
    if differing:
        _tell(f"  rows that differ (import, COPY): {differing}")
    return Run(seconds, sum(copied.values()) - sum(before.values()), processor)


def _rows_beyond(
    here: psycopg.Connection[tuple[object, ...]], there: psycopg.Connection[tuple[object, ...]], table: str
) -> list[bytes]:
    """The rows that stand here and not there, by id, as COPY writes them."""
    last = there.execute(sql.SQL("SELECT coalesce(max(id), 0) FROM {}").format(sql.Identifier(table))).fetchone()
    assert last is not None
    query = sql.SQL("COPY (SELECT * FROM {} WHERE id > {} ORDER BY id) TO STDOUT").format(
        sql.Identifier(table), sql.Literal(last[0])
    )
    with here.cursor().copy(query) as copy:
        return [bytes(piece) for piece in copy]


def _is_by_trigger(table: str) -> bool:
    return table in BY_TRIGGERS or table.endswith("event")


def _parents_first(database: str) -> list[str]:
    """Every table after those it points to."""
    with psycopg.connect(_url(database)) as connection:
        pairs = connection.execute(
            "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint WHERE contype = 'f'"
        ).fetchall()
    parents: dict[str, set[str]] = {table: set() for table in _counts(database)}
    for child, parent in pairs:
        if child != parent:
            parents[child].add(parent)
    # A rule asks for the revision, which no foreign key does.
    parents["articles_publictext"].add("articles_revision")
    ordered: list[str] = []
    while len(ordered) < len(parents):
        ready = [table for table in sorted(parents) if table not in ordered and parents[table] <= set(ordered)]
        ordered += ready or sorted(set(parents) - set(ordered))
    return ordered


def _counts(database: str) -> dict[str, int]:
    """How many rows each table has."""
    with psycopg.connect(_url(database)) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        return {
            table: connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchall()[0][0]
            for (table,) in tables
        }


@contextmanager
def _database(name: str) -> Iterator[str]:
    """A database made from the template, dropped afterwards."""
    with _server() as server:
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE bench_template").format(sql.Identifier(name)))
    shutil.copytree(_folder("bench_template"), _folder(name))
    with psycopg.connect(os.environ["SUPERUSER_DATABASE_URL"], autocommit=True) as server:
        server.execute("CHECKPOINT")
    try:
        yield name
    finally:
        with _server() as server:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
        shutil.rmtree(_folder(name))


def _server() -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)


def _manage(database: str, *args: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *args],
        cwd=ROOT,
        env=_environment(database),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _environment(database: str) -> dict[str, str]:
    settings = {
        "DATABASE_URL": _url(database),
        "DATA_DIR": str(_folder(database)),
        "SITE": "owner",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    return {**os.environ, **settings}


def _folder(database: str) -> Path:
    """Where a database's acts are kept outside of it; of two that share one, the second would find another's acts there."""
    return Path(os.environ["DATA_DIR"]) / database


def _url(database: str) -> str:
    return os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{database}"


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
