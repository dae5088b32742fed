"""What the desk says of the machines beneath; how they are looked at is in tests/test_standbys.py."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client

from config import servers_page
from config.environment import Environment
from config.standbys.report import Row, State

NOWHERE = "postgresql://reader:r@10.9.8.7:1/reading_room"
BY_NONE = "No standby confirms publications"


@pytest.fixture
def root(vocabulary: None) -> User:
    return User.objects.create_superuser("root")


def test_a_superuser_sees_which_standbys_keep_up_and_no_address(
    root: User, desk: Callable[[User], Client], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STANDBYS = [Environment({"URL": NOWHERE}).database("URL", "")]
    rows = [
        Row("standby 1", State.KEEPS_UP, 0.014), Row("standby 2", State.BEHIND, 12.4),
        Row("standby 3", State.AWAY), Row("standby 4", State.PROMOTED),
    ]  # fmt: skip
    monkeypatch.setattr(servers_page, "look", lambda: rows)
    browser = desk(root)
    page = BeautifulSoup(browser.get("/servers/").content, "html.parser")
    assert [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in page.select("tbody tr")] == [
        ["Standby 1", "keeps up", "had all that the primary had 0.01 s after it was asked"],
        ["Standby 2", "too far behind: left out", "its newest commit is 12 s old"],
        ["Standby 3", "does not answer: left out", "–"],
        ["Standby 4", "is no standby any more", "–"],
    ]
    assert BY_NONE in page.get_text() and "10.9.8.7" not in str(page)
    assert BY_NONE in browser.get("/").content.decode()


def test_without_standbys_there_is_nothing_to_see_and_nobody_is_warned(
    root: User, desk: Callable[[User], Client]
) -> None:
    browser = desk(root)
    assert "no standbys are named" in browser.get("/servers/").content.decode()
    first = browser.get("/").content.decode()
    assert "/servers/" in first and BY_NONE not in first


def test_others_do_not_see_it(publisher: User, desk: Callable[[User], Client]) -> None:
    browser = desk(publisher)
    assert browser.get("/servers/").status_code == 403
    assert "/servers/" not in browser.get("/").content.decode()
