"""Workers of the desk are killed (SIGKILL) while editors save; a save whose answer was lost is sent again, as it was.

Nine saves of ten put a new outlet down, the tenth pins a claim in a report. Whoever gets no answer sends the same form
again until there is one.
"""

import contextlib
import http.client
import os
import random
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from tests.drills.frame import Figure, at_least, exactly, shown
from tests.drills.moves import Browser, Form, browser
from tests.drills.stand import Server, StandError, stand

EDITORS = 4
WORKERS, LEFT_ALONE = 2, 6.5


def drill(full: bool) -> Iterator[Figure]:
    """With `full` 1,000 saves and 20 kills, else 80 and 2; whoever is through with his share goes on until all are done."""
    saves, kills = (1_000, 20) if full else (80, 2)
    with stand() as here:
        here.become("desk")
        reports = _reports(EDITORS)
        with here.serving("desk", workers=WORKERS) as desk:
            enough = threading.Event()
            work = [
                _Work(browser(here, desk, "one" if n % 2 else "two"), n, saves // EDITORS, reports[n], enough)
                for n in range(EDITORS)
            ]
            threads = [threading.Thread(target=each.do, daemon=True) for each in work]
            for thread in threads:
                thread.start()
            killed = _kill_while(threads, desk, kills, enough)
            failed = [each.failure for each in work if each.failure]
            if failed:
                raise StandError(failed[0])
        confirmed = [name for each in work for name in each.confirmed]
        rows = [name for (name,) in here.rows("SELECT name FROM sources_outlet WHERE name LIKE 'Outlet %%'")]
        rows += [said for (said,) in here.rows("SELECT paraphrase FROM articles_claimversion WHERE paraphrase <> ''")]
        yield at_least("workers killed", killed, kills)
        yield at_least("saves confirmed", len(confirmed), saves)
        yield shown("of them sent again, because no answer came", sum(each.again for each in work))
        yield exactly("answers other than “saved” to a form sent again", sum(each.refused for each in work), 0)
        yield exactly("confirmed saves that are not in the database", len(set(confirmed) - set(rows)), 0)
        yield exactly("saved twice", len(rows) - len(set(rows)), 0)
        yield exactly("rows nobody was told of", len(set(rows) - set(confirmed)), 0)
        forms = here.rows("SELECT count(*) FROM articles_savedform")[0][0]
        yield exactly("forms put down as kept, less those confirmed", forms - len(confirmed), 0)


def _reports(count: int) -> list[int]:
    from django.contrib.auth.models import User

    from tests.shelf import shelve

    one = User.objects.get(username="one")
    return [shelve(by=one, headline=f"Report {n}").pk for n in range(count)]


def _kill_while(threads: list[threading.Thread], desk: Server, kills: int, enough: threading.Event) -> int:
    """Kill one worker after another, each time when all of them have been there for a while; how many.

    Granian takes a worker that ends twice within 5.5 seconds for a loop and gives up. And of two workers the one that was
    left has to go on while the other one starts: killed right after it, nobody saves anything.
    """
    killed, seen = 0, dict.fromkeys(desk.workers(), 0.0)
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.2 + random.random() / 2)
        now = time.monotonic()
        seen = {pid: seen.get(pid, now) for pid in desk.workers()}
        if killed >= kills:
            enough.set()
        is_young = len(seen) < WORKERS or any(now - since < LEFT_ALONE for since in seen.values())
        if is_young or desk.status("/login/", seconds=5) != 200:
            continue
        with contextlib.suppress(ProcessLookupError):
            os.kill(random.choice(list(seen)), signal.SIGKILL)
            killed += 1
    return killed


@dataclass
class _Work:
    """One editor's share, and more of it until there is `enough`. `confirmed`: what was saved and answered."""

    editor: Browser
    number: int
    saves: int
    report: int
    enough: threading.Event
    confirmed: list[str] = field(default_factory=list)
    again: int = 0
    refused: int = 0
    failure: str = ""

    def do(self) -> None:
        try:
            for save in count():
                if save >= self.saves and self.enough.is_set():
                    return
                name = f"Outlet {self.number}-{save}"
                form = self._form(name, save)
                self._send(form)
                self.confirmed.append(name)
        except (LookupError, StandError) as error:
            self.failure = f"{type(error).__name__}: {error}"

    def _form(self, name: str, save: int) -> Form:
        while True:
            try:
                if save % 10 == 9:
                    return self._claim(name)
                form = self.editor.open("/sources/outlet/add/", "outlet_form")
                return form.fill(name=name, slug=f"outlet-{self.number}-{save}").press("_save")
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)

    def _claim(self, name: str) -> Form:
        form = self.editor.open(f"/articles/article/{self.report}/change/", "screen")
        prefix = next(
            key.removesuffix("exact")
            for key, value in form.fields
            if key.startswith("claims-") and key.endswith("-exact") and not value
        )
        form.fill(**{f"{prefix}exact": "Traders waited at the bridge", f"{prefix}paraphrase": name})
        return form.press("_save")

    def _send(self, form: Form) -> None:
        """Until there is an answer."""
        tries = 0
        while True:
            tries += 1
            try:
                status, _ = self.editor.send(form)
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)
                continue
            if status == 503:
                continue
            self.again += tries > 1
            if status != 302:
                if tries == 1:
                    raise StandError(f"{form.address} answers {status}: {self.editor.said()}")
                self.refused += 1
            return
