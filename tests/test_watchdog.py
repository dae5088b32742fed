"""What the watchdog finds, each planted first, by its code and its lines; standbys themselves are in tests/test_standbys.py."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.conf import settings as configured
from django.core.management import call_command
from django.db import OperationalError, connections
from django.test import Client

from articles.editing.acts_outside import keep_acts
from articles.models import Act
from articles.search.index.keeper import keeper
from config.environment import Environment
from tests.conftest import reader_site
from tests.story import Story

NOWHERE = "postgresql://reader:r@127.0.0.1:1/reading_room"


class Room(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture(autouse=True)
def well(story: Story, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Room, an index and the acts outside, in folders of this test."""
    settings.DATA_DIR, settings.ACTS_DIR = tmp_path, tmp_path / "acts"
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Room(10**12, 0, 10**12))
    keep_acts()
    keeper().build()


def watch(*options: str) -> tuple[int, list[str]]:
    """Exit code and lines."""
    out, code = StringIO(), 0
    try:
        call_command("watchdog", *options, stdout=out)
    except SystemExit as end:
        code = int(str(end.code))
    return code, out.getvalue().splitlines()


def test_nothing_is_found_where_all_is_well(tmp_path: Path) -> None:
    made = {"made_at": datetime.now(UTC).isoformat()}
    (tmp_path / "backups" / "today").mkdir(parents=True)
    (tmp_path / "backups" / "today" / "manifest.json").write_text(json.dumps(made))
    kept = head_now(tmp_path)
    assert watch("--backups", str(tmp_path / "backups"), "--ledger", str(kept)) == (0, ["nothing found"])


def test_a_database_that_is_away_is_grave_and_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise OperationalError("connection to 10.1.2.3 failed: SELECT quartzwhistle")

    with monkeypatch.context() as away:
        away.setattr(type(connections["default"]), "_cursor", refuse)
        assert watch() == (3, ["database: does not answer"])


def test_standbys_that_are_away_are_told_without_their_addresses(settings: Any) -> None:
    settings.STANDBYS = [Environment({"URL": NOWHERE}).database("URL", "")] * 2
    code, lines = watch()
    assert code == 1
    away = "does not answer: left out"
    assert lines[:3] == [
        f"standby 1: {away}",
        f"standby 2: {away}",
        "standbys: the public site reads from none of them",
    ]
    assert lines[3].startswith("publications: whether a standby confirms them cannot be seen")
    assert "127.0.0.1" not in "".join(lines)


def test_too_little_room_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Room(10**12, 0, 40_000_000_000))
    assert watch("--backups", str(tmp_path)) == (
        1,
        ["data folder: 40,000 MB free, 4 %", "folder of backups: 40,000 MB free, 4 %", "backups: there is none"],
    )


def test_an_index_that_does_not_follow_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    number = Act.objects.latest("number").number
    monkeypatch.setattr(type(keeper()), "known", lambda _: type("Known", (), {"act": number - 1, "hash": ""})())
    assert watch() == (1, ["index: lacks 1 acts that are older than a minute"])

    monkeypatch.setattr(type(keeper()), "known", lambda _: type("Known", (), {"act": number, "hash": "another"})())
    assert watch() == (1, ["index: is of another record"])
    monkeypatch.setattr(type(keeper()), "known", lambda _: None)
    assert watch() == (0, ["nothing found"])  # the desk needs none
    with reader_site():
        assert watch() == (1, ["index: there is none: lists and searches answer 503"])


def test_acts_that_are_not_kept_outside_are_told() -> None:
    shutil.rmtree(configured.ACTS_DIR)
    assert watch() == (1, [f"acts outside the database: {Act.objects.count()} are missing"])


def head_now(folder: Path) -> Path:
    """A copy of the ledger's head, as the public site gives it."""
    copy = folder / "ledger.json"
    with reader_site():
        copy.write_bytes(Client().get("/.well-known/ledger.json").content)
    return copy


def test_a_copy_of_the_head_that_is_old_or_says_something_else_is_told(tmp_path: Path) -> None:
    copy = head_now(tmp_path)
    said = json.loads(copy.read_text())
    copy.write_text(json.dumps(said | {"hash": "another", "days": []}))
    assert watch("--ledger", str(copy)) == (1, [f"act {said['acts']}: is another one than when the copy was kept"])
    copy.write_text(json.dumps({"acts": 0, "hash": "", "days": []}))
    late = f"copy of the ledger's head: lacks {said['acts']} acts that are older than a day"
    assert watch("--ledger", str(copy)) == (1, [late])
    copy.write_text("{")
    assert watch("--ledger", str(copy)) == (1, ["copy of the ledger's head: cannot be read"])


def test_an_old_backup_is_told(tmp_path: Path) -> None:
    for name, hours in (("older", 90), ("newest", 30)):
        (tmp_path / "backups" / name).mkdir(parents=True)
        made_at = (datetime.now(UTC) - timedelta(hours=hours, minutes=1)).isoformat()
        (tmp_path / "backups" / name / "manifest.json").write_text(json.dumps({"made_at": made_at}))
    assert watch("--backups", str(tmp_path / "backups")) == (1, ["backups: the newest is 30 hours old"])


def test_watching_on_says_only_what_is_new(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    times: list[float] = []

    def sleep(seconds: float) -> None:
        times.append(seconds)
        if len(times) == 3:
            raise SystemExit(0)

    monkeypatch.setattr("time.sleep", sleep)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Room(10**12, 0, 40_000_000_000))
    assert watch("--every", "5") == (0, ["data folder: 40,000 MB free, 4 %", "watching"])
    assert times == [5, 5, 5]
