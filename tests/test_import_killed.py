"""An import that is killed (SIGKILL) goes on where it stopped: in the end everything is as after one clean run."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).parent.parent
# Several batches of them; other processes read all but the first.
REPORTS = 1_000
# After how many lines of output an import is killed.
POINTS = (1, 17, 230, 430)
LOOK = """
    SELECT outlet.name, revision.number, revision.headline, revision.body, article.published_edtf, article.original_url,
        article.origin_kind, article.state, original.name, original.text, imprint.words, imprint.signs, imprint.order,
        (SELECT count(*) FROM articles_articleprovince filed WHERE filed.article_id = article.id)
    FROM articles_article article JOIN sources_outlet outlet ON outlet.id = article.outlet_id
    JOIN articles_revision revision ON revision.article_id = article.id
    LEFT JOIN articles_original original ON original.article_id = article.id
    LEFT JOIN articles_imprint imprint ON imprint.article_id = article.id
    ORDER BY revision.headline, original.text
"""
Look = psycopg.Connection[tuple[Any, ...]]


@pytest.fixture
def databases() -> Iterator[tuple[str, str]]:
    """Two migrated databases of their own, each with an editor: one for the clean run, one for the killed ones."""
    clean, killed = names = [f"imported_{which}_{os.getpid()}" for which in ("clean", "killed")]
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        try:
            server.execute(f'CREATE DATABASE "{clean}"'.encode())
            subprocess.run(manage("migrate", "--verbosity", "0"), cwd=ROOT, env=environment(clean), check=True)
            with psycopg.connect(os.environ["DATABASE_URL"], dbname=clean) as fresh:
                fresh.execute(
                    "INSERT INTO auth_user (username, password, is_superuser, first_name, last_name, email, is_staff,"
                    " is_active, date_joined) VALUES ('publisher', '!', false, '', '', '', true, true, now())"
                )
            server.execute(f'CREATE DATABASE "{killed}" TEMPLATE "{clean}"'.encode())
            yield clean, killed
        finally:
            for name in names:
                server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())


def manage(*args: str) -> list[str]:
    return [sys.executable, "manage.py", *args]


def environment(database: str) -> dict[str, str]:
    url = os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{database}"
    return {**os.environ, "DATABASE_URL": url, "SITE": "owner", "PYTHONUNBUFFERED": "1"}


def export(path: Path) -> Path:
    """A table of reports, each its own, every tenth of them published at an address."""
    rows = [
        {
            "headline": f"Trade meeting {number}",
            "body": f"The committee in Hyesan met {number + 40} companies on Monday.\n\nIt spoke of {number * 7 + 100} tons of rice.",
            "published": "2022-04",
            "url": f"https://courier.example/{number}" if number % 10 == 0 else "",
        }
        for number in range(REPORTS)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def run(database: str, path: Path, kill_after: int | None = None) -> tuple[list[str], int]:
    """Import into a database; with `kill_after`, the process is killed once it has written so many lines."""
    command = manage("import_reports", str(path), "--outlet", "Northern Courier", "--by", "publisher")
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(database), stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line.rstrip("\n"))
            if len(lines) == kill_after:
                process.send_signal(signal.SIGKILL)
        code = process.wait()
    assert is_left(process.pid), "no process that read for it goes on without it"
    return lines, code


def is_left(group: int) -> bool:
    """Whether every process of a group has ended, within a while."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def rows_of(database: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(os.environ["DATABASE_URL"], dbname=database) as look:
        return look.execute(LOOK).fetchall()


def test_killed_and_started_again_it_ends_as_one_clean_run(databases: tuple[str, str], tmp_path: Path) -> None:
    clean, killed = databases
    path = export(tmp_path / "reports.jsonl")
    lines, code = run(clean, path)
    assert code == 0 and sum(line.startswith("created ") for line in lines) == REPORTS
    for point in POINTS:
        lines, code = run(killed, path, kill_after=point)
        assert code == -signal.SIGKILL and len(lines) >= point
    assert 0 < len(rows_of(killed)) < REPORTS
    lines, code = run(killed, path)
    said = [line.split()[0] for line in lines if not line.startswith(" ")]
    assert code == 0 and set(said) == {"unchanged", "created"} and len(said) == REPORTS
    assert said == sorted(said, reverse=True), "it goes on where it stopped"
    assert rows_of(killed) == rows_of(clean)
