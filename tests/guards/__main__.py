"""Take every guard away, one at a time, and see that its test misses it: `python -m tests.guards [WORD …]`.

A table `guard | missed | test: what it said`; exit 1 if a removal goes unnoticed or a test fails that should pass. With WORDs only
guards whose names begin with one. `--find FILE …`: for guards that have no test yet, look for one in these files, and put it down.

Every test has to pass with the guard in its place. Without it, its own assertion has to fail: an error on the way there does not
count. All is done in forks of this process, which knows the libraries and the throwaway server but nothing of the sites; what
stands in a module that Django does not load by itself, in forks of one that has started Django, which is most of the way.
"""

import argparse
import importlib
import inspect
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import entry_points
from typing import NoReturn

from tests.guards.guard import ROOT, Cut, Guard, by_name, read_page, write_page
from tests.guards.of_code import guards_of_code
from tests.guards.running import AsItStands, OneByOne, Said, Telling, heard, told_through
from tests.guards.without import leave_out

# Whoever tests without a guard may wait for ever.
PATIENCE_SECONDS, A_DAY = 300, 24 * 3600
# None of these asks for the settings while it is imported.
LIBRARIES = (
    "django.db.models", "django.http", "django.template", "psycopg", "pydantic", "lxml.html", "tantivy", "fido2.server", "citeproc",
    "hypothesis", "trafilatura", "pytest",
)  # fmt: skip
ROW = "{:<64} {:<8} {}"
CONTROL = "(with every guard in its place)"
_QUIET = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--reuse-db"]


def main() -> NoReturn:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.guards", description="What no test misses, nobody guards.")
    parser.add_argument("words", nargs="*", metavar="WORD", help="only guards whose names begin with one of these")
    parser.add_argument("--find", nargs="+", default=[], metavar="FILE", help="look here for tests that are missing")
    parser.add_argument("--reuse", action="store_true", help="the test database that DATABASE_URL leads to is there")
    options = parser.parse_args()
    began = time.monotonic()
    for name in ("tests.postgres", *LIBRARIES):
        importlib.import_module(name)
    for plugin in entry_points(group="pytest11"):
        # One that asks for the settings is loaded later, each time.
        with suppress(Exception):
            plugin.load()
    known = {name: test for name, (_, test) in read_page().items()}
    removals = Removals(tuple(options.words), options.find, known, reuses=options.reuse)
    of_code = by_name(guards_of_code())
    of_database = removals.from_database()
    if not of_database:
        sys.exit("no guard of the database was found; GUARDS_LOUD=1 shows why")
    removals.from_code([guard for guard in of_code if removals.has(guard.name)])
    if options.find:
        write_page([*of_code, *of_database], known | removals.tests)
    chosen = [guard.name for guard in (*of_code, *of_database) if removals.has(guard.name)]
    left = [name for name in chosen if name not in removals.tests]
    minutes = (time.monotonic() - began) / 60
    print(f"{len(chosen)} guards, {len(left)} whose loss goes unnoticed, in {minutes:.0f} minutes")
    for name in left:
        print(f"  {name}")
    sys.stdout.flush()
    sys.exit(1 if left or removals.wrong else 0)


@dataclass
class Removals:
    """Which guards are taken away and what came of it.

    `tests`: guard → the test that missed it. `wrong`: tests that fail with every guard in its place.
    """

    words: tuple[str, ...]
    files: Sequence[str]
    known: dict[str, str]
    reuses: bool
    tests: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Whether this guard is looked at."""
        return (not self.files or not self.known.get(name)) and (not self.words or name.startswith(self.words))

    def from_database(self) -> list[Guard]:
        """Take away what stands in the database, all in one fork; every guard of it that there is."""
        found: list[Guard] = []
        said: dict[str, list[Said]] = {}
        for each in _forked(self._one_by_one, A_DAY):
            name, _, test = each.test.partition("\t")
            if each.what == "guard":
                found.append(Guard(name, each.words))
            elif test and name not in self.tests:
                said.setdefault(name, []).append(Said(test, each.what, each.words))
                if each.what == "missed":
                    self._show(name, said.pop(name))
        for name, unnoticed in said.items():
            self._show(name, unnoticed)
        return found

    def from_code(self, guards: Sequence[Guard]) -> None:
        """Cut each out of the code, in a fork of its own; before, the same tests with nothing taken away."""
        if not self.files:
            tests = sorted({self.known[guard.name] for guard in guards if self.known.get(guard.name)})
            said = list(_forked(lambda tell: _run(tests, None, tell), A_DAY)) if tests else []
            self.wrong = [f"{each.test}: {each.words}" for each in said if each.what in {"missed", "broke"}]
            print(
                ROW.format(CONTROL, "", f"{len(said)} tests, {len(self.wrong)} fail"),
                *self.wrong,
                sep="\n  ",
                flush=True,
            )
        shown: set[str] = set()
        heard_of: list[Said] = []
        for each in _forked(partial(self._after_django, guards), A_DAY):
            if each.what == "guard":
                self._show(each.test, heard_of)
                shown.add(each.test)
                heard_of = []
            else:
                heard_of.append(each)
        for guard in guards:
            if guard.name not in shown:
                self._show(guard.name, list(_forked(partial(self._without, guard), PATIENCE_SECONDS)))

    def _after_django(self, guards: Sequence[Guard], tell: Callable[[Said], None]) -> int:
        """Those whose module nobody knows yet once Django has started; after what is said of each, its name."""
        import django

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        for guard in guards:
            if guard.cut is not None and guard.cut.module not in sys.modules:
                for each in _forked(partial(self._without, guard), PATIENCE_SECONDS):
                    tell(each)
                tell(Said(guard.name, "guard"))
        return 0

    def _without(self, guard: Guard, tell: Callable[[Said], None]) -> int:
        tests = self.files or [self.known[guard.name]] if self.files or self.known.get(guard.name) else []
        return _run(tests, guard.cut, tell) if tests else 0

    def _show(self, name: str, said: Sequence[Said]) -> None:
        missed = next((each for each in said if each.what == "missed"), None)
        if missed:
            self.tests[name] = missed.test
        broke = next((each for each in said if each.what == "broke"), None)
        best = missed or broke or next(iter(said), Said("no test", "untold"))
        print(ROW.format(name[:64], best.what, f"{best.test}: {best.words}"[:160]), flush=True)

    def _one_by_one(self, tell: Callable[[Said], None]) -> int:
        import pytest

        sources: dict[str, str] = {}

        class Names:
            def pytest_collection_finish(self, session: pytest.Session) -> None:
                for item in session.items:
                    sources[item.nodeid] = inspect.getsource(item.function)  # type: ignore[attr-defined]

        def guards() -> list[Guard]:
            from tests.guards.of_database import guards_of_database

            every = by_name(guards_of_database())
            for guard in every:
                tell(Said(guard.name, "guard", guard.where))
            return [guard for guard in every if self.has(guard.name)]

        def wanted(guard: Guard) -> list[str]:
            if not self.files:
                return [self.known.get(guard.name, "")]
            kind, _, key = guard.name.partition(" ")
            if kind not in {"rule", "constraint", "unique"}:
                return [name for name in sources if "test_grants" in name or "test_logins" in name]
            # A test says the name of what it waits for, in its own name or in its words.
            return sorted(
                (name for name in sources if f"[{key}]" in name or key in sources[name]),
                key=lambda name: f"[{key}]" not in name,
            )

        plugin = OneByOne(guards, wanted, lambda name, said: tell(Said(f"{name}\t{said.test}", said.what, said.words)))
        known = {test for test in self.known.values() if (ROOT / test.partition("::")[0]).is_file()}
        tests = self.files or sorted(known) or ["tests/test_grants.py"]
        again, stays = ([], [AsItStands()]) if self.reuses else (["--create-db"], [])
        return int(pytest.main([*_QUIET, *again, *tests], plugins=[Telling(plugin.hear), plugin, Names(), *stays]))


def _run(tests: Sequence[str], cut: Cut | None, tell: Callable[[Said], None]) -> int:
    """These tests in this process, without what is cut; then only to the first that misses it."""
    if cut is not None:
        leave_out(cut)
    import pytest

    # What decides over the database itself has to be made anew.
    is_made_anew = cut is not None and cut.path == "config/grants.py"
    stays = [] if is_made_anew else [AsItStands()]
    again = ["--create-db"] if is_made_anew else []
    return int(pytest.main([*_QUIET, *again, *tests], plugins=[Telling(tell, stops=cut is not None), *stays]))


def _forked(do: Callable[[Callable[[Said], None]], int], seconds: float) -> Iterator[Said]:
    """Do it in a fork; what it told, as it comes, until it ends or its time is over."""
    receiving, sending = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(receiving)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        silent = os.open(os.devnull, os.O_RDWR)
        for standard in (0, *([] if os.environ.get("GUARDS_LOUD") else [1, 2])):
            os.dup2(silent, standard)
        code = 3
        try:
            code = do(told_through(sending))
        finally:
            os._exit(code)
    os.close(sending)
    until, kept = time.monotonic() + seconds, b""
    try:
        while select.select([receiving], [], [], max(0.0, until - time.monotonic()))[0]:
            piece = os.read(receiving, 65_536)
            if not piece:
                return
            whole, _, kept = (kept + piece).rpartition(b"\n")
            yield from heard(whole)
    finally:
        os.close(receiving)
        if time.monotonic() >= until:
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
