"""Two editors save one report at the same time, again and again; nobody overwrites the other unseen.

Both open it, both save: one is answered “saved”, the other gets both texts, and saves again having read them.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.drills.frame import Figure, exactly, shown
from tests.drills.moves import Browser, Form, browser
from tests.drills.stand import stand

FIELD = "report-headline"


def drill(full: bool) -> Iterator[Figure]:
    """With `full` 500 saves each, else 30."""
    saves = 500 if full else 30
    with stand() as here:
        here.become("desk")
        from tests.drills.killed_workers import _reports

        (report,) = _reports(1)
        with here.serving("desk", workers=2) as desk:
            together = threading.Barrier(2)
            editors = [_Editor(browser(here, desk, name), name, report, saves, together) for name in ("one", "two")]
            threads = [threading.Thread(target=each.work, daemon=True) for each in editors]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        seen = [pair[0] for each in editors for pair in each.saved]
        last = here.rows("SELECT headline FROM articles_revision ORDER BY number DESC LIMIT 1")[0][0]
        yield exactly("saves", len(seen), 2 * saves)
        yield shown("answered with both texts first", sum(each.lost for each in editors))
        # Each save follows from the one it saw: two that saw the same one would have overwritten one of them.
        yield exactly("silent overwrites", len(seen) - len(set(seen)), 0)
        unseen = {pair[1] for each in editors for pair in each.saved} - set(seen) - {last}
        yield exactly("saves that nobody saw before saving over them", len(unseen), 0)
        yield exactly("pages without both texts", sum(each.without_both for each in editors), 0)
        yield exactly("other answers", sum(each.others for each in editors), 0)


@dataclass
class _Editor:
    """`saved`: the headline each save saw, and what it made of it."""

    browser: Browser
    name: str
    report: int
    saves: int
    together: threading.Barrier
    saved: list[tuple[str, str]] = field(default_factory=list)
    lost: int = 0
    without_both: int = 0
    others: int = 0

    def work(self) -> None:
        address = f"/articles/article/{self.report}/change/"
        for save in range(self.saves):
            form = self.browser.open(address, "screen")
            self.together.wait(120)
            self._save(form, f"{self.name} wrote {save}", address)
            self.together.wait(120)

    def _save(self, form: Form, words: str, address: str) -> None:
        seen = dict(form.fields)[FIELD]
        while True:
            status, _ = self.browser.send(form.fill(**{FIELD: words}).press("_save"))
            if status == 302:
                self.saved.append((seen, words))
                return
            if status != 409:
                self.others += 1
                return
            self.lost += 1
            kept = _kept(self.browser)
            self.without_both += not kept or words not in self.browser.said()
            seen, form = kept, self.browser.form("screen", address)


def _kept(editor: Browser) -> str:
    """What the page says is kept now as the headline: the first cell of the row about it."""
    for row in editor.rows("stale"):
        if len(row) > 1 and row[0].endswith("Headline"):
            return row[1]
    return ""
