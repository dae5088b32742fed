"""Run tests without a guard, in this process, and tell what they said. Plugins of pytest."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from _pytest.runner import runtestprotocol
from django.db import connection
from pytest_django.plugin import blocking_manager_key
from webtest import AppError  # type: ignore[import-untyped]  # brings no types

from tests.guards.guard import Guard

# What a test raises itself: that something is not as it says. Anything else broke before it could look.
_ITS_OWN = (AssertionError, pytest.fail.Exception, AppError)


@dataclass(frozen=True)
class Said:
    """What a test came to: `passed`, `missed` (its own look failed: it misses the guard), `broke` or `skipped`."""

    test: str
    what: str
    words: str = ""


class Telling:
    """Every test's outcome goes to `tell` as soon as it is known; with `stops` the first that misses a guard is the last."""

    def __init__(self, tell: Callable[[Said], None], *, stops: bool = False) -> None:
        self._tell, self._stops = tell, stops

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
        """Pytest asks three times a test: before, during, after."""
        report = yield
        if call.excinfo is None:
            if call.when == "call":
                self._tell(Said(item.nodeid, "passed"))
        elif report.skipped:
            self._tell(Said(item.nodeid, "skipped"))
        else:
            words = (call.excinfo.exconly().splitlines() or [""])[0][:200]
            own = call.when == "call" and isinstance(call.excinfo.value, _ITS_OWN)
            self._tell(Said(item.nodeid, "missed" if own else "broke", words))
            if own and self._stops:
                item.session.shouldstop = "missed"
        return report


class AsItStands:
    """The test database was made by who started us: nothing is migrated again, which takes the longest by far."""

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Before any test asks for the database."""
        from config.management.commands.migrate import Command

        def stay(self: Command, *args: Any, **options: Any) -> None:
            """Do nothing."""

        Command.handle = stay  # type: ignore[method-assign]


class OneByOne:
    """Instead of pytest's own round: for each guard of the database, the tests that might miss it, without it.

    `wanted(guard)` gives their names, `tell` hears of each; after the first that misses it the others are left out.
    """

    def __init__(
        self,
        guards: Callable[[], Sequence[Guard]],
        wanted: Callable[[Guard], Sequence[str]],
        tell: Callable[[str, Said], None],
    ) -> None:
        self._guards, self._wanted, self._tell = guards, wanted, tell
        self._guard: Guard | None = None
        self._said = Said("", "")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """True: nothing else is to be run."""
        items = {item.nodeid: item for item in session.items}
        rest: dict[Any, pytest.Item] = {}
        first = next(iter(items.values()), None)
        if first is not None:  # so that the database is there
            runtestprotocol(first, log=False, nextitem=_rest_of(first, rest))
        with session.config.stash[blocking_manager_key].unblock():
            guards = self._guards()
        plans = [(guard, [items[name] for name in self._wanted(guard) if name in items]) for guard in guards]
        # What one file shares among its tests is made once.
        plans.sort(key=lambda plan: plan[1][0].nodeid if len(plan[1]) == 1 else "")
        for guard, tests in plans:
            if not guard.inside:
                _do(guard.take)
            try:
                for item in tests:
                    # What the last one's file shared goes, if this one is of another.
                    session._setupstate.teardown_exact(_rest_of(item, rest))
                    self._guard, self._said = guard, Said(item.nodeid, "untold")
                    runtestprotocol(item, log=False, nextitem=_rest_of(item, rest))
                    self._guard = None
                    self._tell(guard.name, self._said)
                    if self._said.what == "missed":
                        break
            finally:
                if not guard.inside:
                    _do(guard.put_back)
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Any:
        """Inside the transaction of the test, which undoes it."""
        if self._guard is not None and self._guard.inside:
            if not connection.in_atomic_block:
                raise RuntimeError(f"{item.nodeid} commits: what is taken away would stay away")
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
                for statement in self._guard.take:
                    cursor.execute(_with_name(cursor, statement))
        return (yield)

    def hear(self, said: Said) -> None:
        """What the plugin `Telling` heard: a test that misses the guard often leaves behind what breaks afterwards."""
        if self._said.what != "missed":
            self._said = said


class _Rest(pytest.Item):
    """Stands behind the last test of a file, so that what the file shares is kept."""

    def runtest(self) -> None:
        """Never run."""


def _rest_of(item: pytest.Item, made: dict[Any, pytest.Item]) -> pytest.Item:
    parent = item.parent
    assert parent is not None
    if parent not in made:
        made[parent] = _Rest.from_parent(parent, name="rest")
    return made[parent]


def _with_name(cursor: Any, statement: str) -> str:
    """The statement with the name that Postgres gave where the guard knows a column alone."""
    from tests.guards.of_database import unique_constraint

    before, found, column = statement.partition('"(unique) ')
    if not found:
        return statement
    table = before.split('"')[1]
    return f'{before}"{unique_constraint(cursor, table, column.rstrip(chr(34)))}" CASCADE'


def _do(statements: Sequence[str]) -> None:
    server, name = os.environ["SUPERUSER_DATABASE_URL"], str(connection.settings_dict["NAME"])
    with psycopg.connect(server, dbname=name, autocommit=True) as database:
        for statement in statements:
            database.execute(statement.encode())


def told_through(descriptor: int) -> Callable[[Said], None]:
    """Lines of JSON for whoever holds the other end."""

    def tell(said: Said) -> None:
        os.write(descriptor, (json.dumps([said.test, said.what, said.words]) + "\n").encode())

    return tell


def heard(lines: bytes) -> Iterator[Said]:
    """What was told."""
    return (Said(*json.loads(line)) for line in lines.splitlines())
