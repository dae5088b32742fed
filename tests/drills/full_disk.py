"""The disk of the data is full, then that of the log of changes (WAL): reads go on, saves say 503, nothing confirmed is lost.

Needs root, to put a small disk in memory under the database. Postgres stops itself when it cannot write its log; whoever
watches over it starts it again, as the demonstration does, and it comes up once there is room.
"""

import contextlib
import os
import secrets
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

from config.cluster import ClusterError
from config.cluster.home import find_home
from tests.drills.frame import Figure, Skipped, at_least, at_most, exactly
from tests.drills.killed_postgres import correct
from tests.drills.moves import Browser, browser
from tests.drills.stand import Server, Stand, stand, until

ROOM = 48_000_000
# A page for people, and no word of what broke.
PLAIN, NEVER = "One moment, please", ("Traceback", "psycopg", "SELECT", "INSERT")


def drill(full: bool) -> Iterator[Figure]:
    """The same with `full`, with ten times the edits before."""
    if os.geteuid() != 0:
        raise Skipped("needs root: it mounts a small disk in memory")
    with stand() as here:
        here.cluster.stop()
        data = find_home(here.folder / "postgres", here.cluster.id()).data
        with ExitStack() as stack:
            disk = stack.enter_context(_disks(data))
            here.cluster.start()
            here.become("desk")
            reports = _reports()
            reader = stack.enter_context(here.serving("reader"))
            desk = stack.enter_context(here.serving("desk"))
            stack.enter_context(_watched(here))
            editor = browser(here, desk, "one")
            for name, place in (("data", disk / "data"), ("WAL", disk / "wal")):
                yield from _fill(name, place, here, reader, editor, reports, 200 if full else 20)
            yield exactly("verify finds", 0 if here.tried("owner", "verify").returncode == 0 else 1, 0)
            stack.callback(here.cluster.stop)


def _fill(
    name: str, place: Path, here: Stand, reader: Server, editor: Browser, reports: list[int], edits: int
) -> Iterator[Figure]:
    """Fill one disk to its last byte while editors save, then make room again."""
    confirmed = [words for number in range(edits) if (words := _edit(reports, f"{name} {number}"))]
    form = editor.open("/sources/outlet/add/", "outlet_form").fill(name=f"Outlet {name}", slug=f"outlet-{name.lower()}")
    form.press("_save")
    ballast = place / "ballast"
    refused, statuses, answer = 0, [], (0, "")
    try:
        _to_the_brim(ballast)
        for number in range(400):
            words = _edit(reports, f"{name} full {number} {_words_that_do_not_shrink()}")
            if words:
                confirmed.append(words)
                if name == "WAL":
                    # On to a segment that has to be made; those there are have their room already.
                    with contextlib.suppress(psycopg.Error):
                        here.do("SELECT pg_switch_wal()")
                _to_the_brim(ballast)
                continue
            refused += 1
            statuses.append(reader.status(f"/articles/?after=&language={'en' if number % 2 else 'ko'}"))
            if refused == 3:
                answer = _send(editor, form)
            if refused >= 8:
                break
            time.sleep(0.1)
    finally:
        ballast.unlink(missing_ok=True)
    yield at_least(f"{name}: edits refused while it was full", refused, 3)
    yield exactly(f"{name}: answers to readers but 200 and 503", sum(s not in (200, 503) for s in statuses), 0)
    yield exactly(f"{name}: answer to an editor who saves", answer[0], 503)
    plain = PLAIN in answer[1] and not any(word in answer[1] for word in NEVER)
    yield exactly(f"{name}: it is a plain page", plain, True)
    back = until(lambda: reader.status("/articles/") == 200, 60)
    yield at_most(f"{name}: readers are answered again after", back, 10, "s")
    until(lambda: bool(_edit(reports, f"{name} afterwards")), 60)
    status, _ = _send(editor, form)
    yield exactly(f"{name}: the same form, sent again", status, 302)
    kept = {body for (body,) in here.rows("SELECT body FROM articles_publictext")}
    yield exactly(f"{name}: confirmed edits lost", sum(words not in kept for words in confirmed), 0)
    outlets = here.rows("SELECT count(*) FROM sources_outlet WHERE name = %s", f"Outlet {name}")[0][0]
    yield exactly(f"{name}: rows of what was saved", outlets, 1)


def _send(editor: Browser, form: object) -> tuple[int, str]:
    status, _ = editor.send(form)  # type: ignore[arg-type]
    return status, editor.page.decode(errors="replace")


def _edit(reports: list[int], words: str) -> str:
    """The words, stripped as they are kept, once they are confirmed; "" for an edit that was refused."""
    from django.contrib.auth.models import User
    from django.db import DatabaseError, InterfaceError, connection

    words = words.strip()
    try:
        correct(User.objects.get(username="one"), reports[hash(words) % len(reports)], words)
    except (DatabaseError, InterfaceError):
        connection.close()
        return ""
    return words


def _reports() -> list[int]:
    from django.contrib.auth.models import User

    from tests.shelf import shelve

    one = User.objects.get(username="one")
    return [shelve(by=one, headline=f"Report {n}").pk for n in range(30)]


def _words_that_do_not_shrink() -> str:
    return " ".join(secrets.token_hex(20) for _ in range(1_500))


def _to_the_brim(ballast: Path) -> None:
    """Write until there is not a byte left."""
    with contextlib.suppress(OSError), ballast.open("ab", buffering=0) as file:
        while True:
            file.write(b"\0" * 65_536)
    with contextlib.suppress(OSError), ballast.open("ab", buffering=0) as file:
        while True:
            file.write(b"\0" * 512)


@contextmanager
def _disks(data: Path) -> Iterator[Path]:
    """Two small disks in memory, under the data and under their log; the folder that holds both."""
    base = data.parent / "disks"
    wal = sum(path.stat().st_size for path in (data / "pg_wal").rglob("*") if path.is_file())
    rest = sum(path.lstat().st_size for path in data.rglob("*") if path.is_file()) - wal
    mounted = []
    try:
        for name, size in (("data", rest + ROOM), ("wal", wal + ROOM)):
            (base / name).mkdir(parents=True)
            made = subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={size // 1024}k,mode=755", "reading-room-drill", base / name],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            if made.returncode:
                raise Skipped("may not mount a disk in memory here")
            mounted.append(base / name)
        subprocess.run(["cp", "-a", f"{data}/.", base / "data" / "data"], check=True)
        subprocess.run(["cp", "-a", f"{data}/pg_wal/.", base / "wal" / "pg_wal"], check=True)
        shutil.rmtree(base / "data" / "data" / "pg_wal")
        (base / "data" / "data" / "pg_wal").symlink_to(base / "wal" / "pg_wal")
        data.rename(data.with_name("data.before"))
        data.symlink_to(base / "data" / "data")
        yield base
    finally:
        if data.is_symlink():
            data.unlink()
            data.with_name("data.before").rename(data)
        for place in mounted:
            subprocess.run(["umount", "--lazy", place], check=False)
        shutil.rmtree(base, ignore_errors=True)


@contextmanager
def _watched(here: Stand) -> Iterator[None]:
    """Start the database whenever it is gone, as the demonstration does."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.5):
            if not here.cluster.is_running():
                with contextlib.suppress(ClusterError):
                    here.cluster.start()

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
