"""`manage.py backup` and `restore`, as people run them: on databases of their own, with nothing half done."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).parent.parent
NAMES = ("kept", "empty", "other")


@dataclass
class Place:
    """A database, and the data folder of who works on it."""

    name: str
    folder: Path

    @property
    def url(self) -> str:
        return os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{self.name}"

    def manage(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        logins = {
            name: os.environ[name].rsplit("/", 1)[0] + f"/{self.name}"
            for name in ("DATABASE_URL", "DESK_DATABASE_URL", "READER_DATABASE_URL")
        }
        variables = os.environ | logins | {"SITE": "owner", "DATA_DIR": str(self.folder), "SECRET_KEY": "k" * 60}
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=variables,
            capture_output=True,
            text=True,
            check=False,
        )

    def rows(self, statement: str, login: str = "DATABASE_URL") -> list[tuple[object, ...]]:
        url = os.environ[login].rsplit("/", 1)[0] + f"/{self.name}"
        with psycopg.connect(url) as look:
            return look.execute(statement.encode()).fetchall()

    def do(self, statement: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Place]]:
    """One with two published reports, of which a backup was made; and two empty ones."""
    found = {name: Place(f"backup_{name}_{os.getpid()}", tmp_path_factory.mktemp(name)) for name in NAMES}
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        try:
            for place in found.values():
                server.execute(f'CREATE DATABASE "{place.name}"'.encode())
            _fill(found["kept"])
            yield found
        finally:
            for place in found.values():
                server.execute(f'DROP DATABASE IF EXISTS "{place.name}" WITH (FORCE)'.encode())


def _fill(place: Place) -> None:
    assert place.manage("migrate", "--verbosity", "0").returncode == 0
    place.do(
        "INSERT INTO auth_user (username, password, is_superuser, first_name, last_name, email, is_staff, is_active,"
        " date_joined) VALUES ('publisher', '!', false, '', '', '', true, true, now())"
    )
    rows = [
        {"headline": f"Market {n}", "body": f"{n} sacks of rice were sold.", "published": "2022-04"} for n in (1, 2)
    ]
    path = place.folder / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    said = place.manage(
        "import_reports", str(path), "--outlet", "Courier", "--show", "full", "--publish", "--by", "publisher"
    )
    assert said.returncode == 0, said.stderr
    said = place.manage("backup", str(place.folder / "backup"))
    assert said.returncode == 0, said.stderr


def test_a_backup_is_for_its_owner_alone_and_says_what_is_in_it(places: dict[str, Place]) -> None:
    folder = places["kept"].folder / "backup"
    manifest = json.loads((folder / "manifest.json").read_text())
    assert manifest["acts"] == 2 and set(manifest["files"]) == {"database.dump", "acts.jsonl", "addresses.jsonl"}
    assert {path.stat().st_mode & 0o077 for path in [folder, *folder.iterdir()]} == {0}


def test_it_is_restored_into_an_empty_database_and_into_no_other(places: dict[str, Place]) -> None:
    kept, empty = places["kept"], places["empty"]
    backup = kept.folder / "backup"
    said = empty.manage("restore", str(backup))
    assert said.returncode == 0, said.stderr
    assert "act 2, and 0 since" in said.stdout
    look = "SELECT number, hash FROM articles_act ORDER BY number"
    assert empty.rows(look) == kept.rows(look)
    known = "SELECT last_analyze IS NOT NULL FROM pg_stat_user_tables WHERE relname = 'articles_publictext'"
    assert empty.rows(known) == [(True,)], "plans are made for what is there, from the first minute"
    # The public site's login reads the views, and nothing else.
    assert empty.rows("SELECT headline FROM articles_publictext", "READER_DATABASE_URL")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        empty.rows("SELECT * FROM public.articles_publictext", "READER_DATABASE_URL")
    assert empty.manage("verify").returncode == 0
    again = empty.manage("backup", str(empty.folder / "again"))
    rows = [
        json.loads((path / "manifest.json").read_text())["rows_sha256"] for path in (backup, empty.folder / "again")
    ]
    assert again.returncode == 0 and rows[0] == rows[1]
    refused = empty.manage("restore", str(backup))
    assert refused.returncode == 1 and "is not empty" in refused.stderr


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("DROP", "has no manifest.json"),
        ("CUT", "is not what the manifest says"),
        ("LOSE", "database.dump is missing"),
        ("TAMPER", "was tampered with"),
    ],
)
def test_what_is_damaged_is_not_restored(places: dict[str, Place], tmp_path: Path, harm: str, said: str) -> None:
    other = places["other"]
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in (places["kept"].folder / "backup").iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    options: list[str] = []
    match harm:
        case "DROP":
            (copy / "manifest.json").unlink()
        case "CUT":
            (copy / "database.dump").write_bytes((copy / "database.dump").read_bytes()[:-1])
        case "LOSE":
            (copy / "database.dump").unlink()
        case _:
            lines = (copy / "acts.jsonl").read_text().splitlines()
            longer = json.loads(lines[-1]) | {"number": 3, "previous_hash": json.loads(lines[-1])["hash"]}
            (tmp_path / "acts.jsonl").write_text("\n".join([*lines, json.dumps(longer)]) + "\n")
            options = ["--acts", str(tmp_path / "acts.jsonl")]
    done = other.manage("restore", str(copy), *options)
    assert done.returncode == 1 and said in done.stderr and "Traceback" not in done.stderr
    # Nothing can be read by the public site.
    with pytest.raises(psycopg.Error):
        other.rows("SELECT headline FROM articles_publictext", "READER_DATABASE_URL")


def test_nothing_is_written_over(places: dict[str, Place], tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine").write_text("mine")
    done = places["kept"].manage("backup", str(tmp_path / "there"))
    assert done.returncode == 1 and "is there already and not empty" in done.stderr
    assert (tmp_path / "there" / "mine").read_text() == "mine"
    file = places["kept"].manage("backup", str(tmp_path / "there" / "mine"))
    assert file.returncode == 1 and "Traceback" not in file.stderr


def test_a_restore_that_cannot_write_says_so(places: dict[str, Place]) -> None:
    done = places["other"].manage("restore", "/nowhere/at/all")
    assert done.returncode == 1 and "is no backup" in done.stderr
