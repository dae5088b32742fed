"""Where a test plays: in the test database, or in a copy of it in which what the test begins with stands already.

To draft and publish the story takes longer than most tests that begin with it. So it is told once a run, by the first of its
processes that asks; each copies what that one made, and each test undoes what it adds. Loaded by `-p tests.stages`, before
pytest-django's own: the copy has to be asked before the test's transaction is open.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from copy import deepcopy
from typing import Any, NamedTuple, TypeVar

import pytest
from django.db import connection, transaction

from tests.databases import asked_at, copied, forget
from tests.once import Once

Scene = TypeVar("Scene")


class Stage(NamedTuple):
    """A copy of the test database by its name, and what stands in it: by its name, and as who brought it in knows it."""

    database: str
    what: str
    holds: Any


def standing(stage: Stage | None, what: str, tell: Callable[[], Scene]) -> Scene:
    """What stands where this test plays, its own to change; told now if that is no copy which holds it."""
    if stage is None or stage.what != what:
        return tell()
    found: Scene = deepcopy(stage.holds)
    return found


class Stages:
    """The copies of this process, by who tells what they hold; each is made when it is first asked for."""

    def __init__(self, copies: ExitStack, blocker: Any, once: Once) -> None:
        self._copies, self._blocker, self._once = copies, blocker, once
        self._made: dict[Callable[[], Any], Stage] = {}

    def holding(self, what: str, make: Callable[[], Any]) -> Stage:
        """The copy in which stands what `make` brings in; what it does on commit (files, an index) is left undone."""
        if make not in self._made:
            told = f"{make.__module__}.{make.__qualname__}"

            def tell() -> tuple[str, Any]:
                """A database that all processes copy, in which nothing more is done, and what stands there."""
                name = self._copies.enter_context(copied(f"all_{what}_{len(self._made)}"))
                self._copies.enter_context(self._once.until_the_end(told))
                with asked_at(name), transaction.atomic():
                    holds = make()
                    connection.run_on_commit.clear()
                forget(name)
                return name, holds

            with self._blocker.unblock(), self._once.made(told, tell) as (first, holds):
                name = self._copies.enter_context(copied(f"{what}_{len(self._made)}", of=first))
            self._made[make] = Stage(name, what, holds)
        return self._made[make]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """What all processes of this run share."""
    folder = tmp_path_factory.getbasetemp()
    return Once(folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder)


@pytest.fixture(scope="session")
def stages(django_db_setup: None, django_db_blocker: Any, once: Once) -> Iterator[Stages]:
    """All of this process; they go at its end."""
    with ExitStack() as copies:
        yield Stages(copies, django_db_blocker, once)
        with django_db_blocker.unblock():
            copies.close()


@pytest.fixture(autouse=True)
def stage(request: pytest.FixtureRequest, told_how: Mapping[str, Callable[[], Any]]) -> Iterator[Stage | None]:
    """The copy this test plays in, by the first of its fixtures that the cast knows how to tell (`told_how`)."""
    what = next((name for name in told_how if name in request.fixturenames), None)
    if what is None or not request.node.get_closest_marker("database") or _commits(request):
        yield None
        return
    assert not connection.in_atomic_block, "the test's transaction is open already, in another database"
    found = request.getfixturevalue("stages").holding(what, told_how[what])
    with asked_at(found.database):
        yield found


def _commits(request: pytest.FixtureRequest) -> bool:
    """Whether a test leaves behind what it adds, and pytest-django empties the tables."""
    marker = request.node.get_closest_marker("django_db")
    return "transactional_db" in request.fixturenames or bool(marker and marker.kwargs.get("transaction"))
