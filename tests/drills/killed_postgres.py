"""Postgres is killed (SIGKILL) five times while an editor corrects reports; every correction that was confirmed is there.

Each edit is a new text, published: the text, its digest and its act are one transaction.
"""

import os
import random
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.drills.frame import Figure, at_most, exactly, shown
from tests.drills.stand import Stand, stand

KILLS = 5
REPORTS = 40
WORDS = "Edit {number} stands."


def drill(full: bool) -> Iterator[Figure]:
    """With `full` 1,000 edits, else 150."""
    edits = 1_000 if full else 150
    with stand() as here:
        here.become("desk")
        reports = _reports()
        killer = _Killer(here, edits)
        confirmed, tried = _edit(reports, edits, killer)
        yield exactly("times killed", len(killer.back), KILLS)
        yield exactly("edits confirmed", len(confirmed), edits)
        yield shown("edits that broke off and were made again", tried - edits)
        kept = {body for (body,) in here.rows("SELECT body FROM articles_publictext")}
        yield exactly("confirmed edits lost", sum(words not in kept for words in confirmed), 0)
        acts = here.rows("SELECT count(*) FROM articles_act WHERE kind = 'corrected_here'")[0][0]
        yield exactly("acts of corrections that no text has", acts - _texts(here), 0)
        verified = here.tried("owner", "verify")
        yield exactly("verify finds", 0 if verified.returncode == 0 else len(verified.stdout.splitlines()), 0)
        yield exactly("pg_amcheck complains of", _amcheck(here), 0)
        yield at_most("back after, at the longest", max(killer.back, default=0.0), 10, "s")


def _texts(here: Stand) -> int:
    """Published texts that follow another one."""
    return int(here.rows("SELECT count(*) FROM articles_revision WHERE number > 1 AND published_at IS NOT NULL")[0][0])


def _reports() -> list[int]:
    from django.contrib.auth.models import User

    from tests.shelf import shelve

    one = User.objects.get(username="one")
    return [shelve(by=one, headline=f"Market {n}").pk for n in range(REPORTS)]


@dataclass
class _Killer:
    """Kills the server after so many edits each time and starts it again; `back`: how long until an edit went through."""

    here: Stand
    edits: int
    back: list[float] = field(default_factory=list)
    killed_at: float = 0.0
    _points: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        share = self.edits // (KILLS + 1)
        self._points = [share * (kill + 1) for kill in range(KILLS)]

    def after(self, edit: int) -> None:
        """Called after each confirmed edit."""
        if self.killed_at:
            self.back.append(time.monotonic() - self.killed_at)
            self.killed_at = 0.0
        if self._points and edit >= self._points[0]:
            self._points.pop(0)
            threading.Thread(target=self._kill, daemon=True).start()

    def _kill(self) -> None:
        time.sleep(random.random() * 0.05)  # anywhere within an edit
        pid = self.here.cluster.pid()
        assert pid is not None
        self.killed_at = time.monotonic()
        os.kill(pid, signal.SIGKILL)
        self.here.cluster.start()


def _edit(reports: list[int], edits: int, killer: _Killer) -> tuple[list[str], int]:
    from django.contrib.auth.models import User
    from django.db import DatabaseError, InterfaceError, close_old_connections, connection

    one = User.objects.get(username="one")
    confirmed: list[str] = []
    tried = 0
    while len(confirmed) < edits:
        number, words = len(confirmed), WORDS.format(number=len(confirmed))
        tried += 1
        try:
            correct(one, reports[number % len(reports)], words)
        except (DatabaseError, InterfaceError):
            connection.close()
            close_old_connections()
            time.sleep(0.02)
            continue
        confirmed.append(words)
        killer.after(len(confirmed))
    return confirmed, tried


def correct(by: object, pk: int, words: str) -> None:
    """A new text of a report, published in one transaction; raises DatabaseError when it is refused."""
    from django.db import transaction

    from articles.editing.drafting import Words, propose_revision
    from articles.editing.publishing import publish_article
    from articles.models import ActKind, Article

    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=pk)
        if article.revisions.filter(body=words).exists():
            return  # it broke off after the commit: the editor sees it and does not save it twice
        propose_revision(by=by, article=article, words=Words("Market", words))  # type: ignore[arg-type]
        publish_article(by=by, article=article, kind=ActKind.CORRECTED_HERE, reason="drilled")  # type: ignore[arg-type]


def _amcheck(here: Stand) -> int:
    """Lines of complaint, with indexes compared to their tables."""
    from config.backup.programs import program, run

    here.do("CREATE EXTENSION IF NOT EXISTS amcheck")
    checking = run(
        [program("pg_amcheck", 18), "--heapallindexed", "--parent-check", "--on-error-stop", "reading_room"],
        here.cluster.url("superuser"), stdout=subprocess.PIPE,
    )  # fmt: skip
    said = b"".join(filter(None, checking.communicate())).decode().splitlines()
    return len(said) + (checking.returncode not in (0, 2))
