"""Two public processes over one database and one index: what is published and what is withdrawn shows in both.

The promise is a second. What is asked is therefore asked a second after the commit; on a busy machine a process may then
say 503 for a while, but it may not answer with what was before.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection

from articles.editing.drafting import Words, propose_revision
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_article
from tests.drills.stand import ROOT, Server, free_port, until
from tests.shelf import shelve

pytestmark = pytest.mark.long

SECOND = 1.0


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """A public process on this test's database, with an index in this folder."""
    name = str(connection.settings_dict["NAME"])
    urls = {
        f"{each}DATABASE_URL": urlsplit(os.environ[f"{each}DATABASE_URL"])._replace(path=f"/{name}").geturl()
        for each in ("", "DESK_", "READER_")
    }
    port = free_port()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
            *("--blocking-threads", "4", "--no-access-log", "--log-level", "error", "config.wsgi:application"),
        ],
        cwd=ROOT, env={**os.environ, **urls, "SITE": "reader", "DATA_DIR": str(folder)}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture
def both(publisher: User, tmp_path: Path, transactional_db: None) -> Iterator[list[Server]]:
    shutil.copytree(settings.STATIC_ROOT, tmp_path / "static")
    with ExitStack() as stack:
        servers = [stack.enter_context(serving(tmp_path)) for _ in range(2)]
        for server in servers:
            until(lambda server=server: server.status("/readyz") == 200, 60)
        yield servers


def said(both: list[Server], *addresses: str) -> list[list[tuple[int, bytes]]]:
    """What each process answers to each address a second after what was done, once it answers at all."""
    time.sleep(SECOND)
    found = []
    for address in addresses:
        for server in both:
            until(lambda server=server, address=address: server.status(address) != 503, 30)
        found.append([server.ask(address)[::2] for server in both])
    return found


def show(both: list[Server], word: bytes, *addresses: str) -> list[list[bool]]:
    return [[word in body for _, body in answers] for answers in said(both, *addresses)]


@pytest.mark.django_db(transaction=True)
def test_what_is_published_and_what_is_withdrawn_shows_in_both(both: list[Server], publisher: User) -> None:
    search, yes, no = "/search/?q=quicksilver", [True, True], [False, False]
    assert show(both, b"row-title", search) == [no]

    article = shelve(by=publisher, headline="A quicksilver market", body="Nobody sold quicksilver.")
    page = f"/articles/{article.public_id}/"
    page = both[0].ask(page)[1].get("location", page)
    assert show(both, b"A quicksilver market", page, search, "/articles/") == [yes, yes, yes]

    propose_revision(by=publisher, article=article, words=Words("A quicksilver market", "Somebody sold cinnabar."))
    publish_article(by=publisher, article=article)
    assert show(both, b"cinnabar", page, "/search/?q=cinnabar") == [yes, yes]

    withdraw_article(by=publisher, article=article, reason="for the test")
    (answers, *lists) = said(both, page, search, "/search/?q=cinnabar", "/articles/")
    assert [(status, b"cinnabar" in body) for status, body in answers] == [(410, False)] * 2
    assert not any(b"row-title" in body for answers in lists for _, body in answers)
