"""Withdrawn words leave the files of the index, whatever happens meanwhile, and whoever publishes does not wait for it."""

import os
import signal
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.editing.withdrawing import withdraw_article
from articles.models import Article
from articles.search.index import filling, sweeper, sweeping
from articles.search.index import keeper as keeping
from articles.search.index.building import build
from articles.search.index.keeper import Keeper, NotBuilt, keeper
from articles.search.index.locks import held
from articles.search.index.opened import KINDS
from articles.search.index.parts import Part, Parts
from articles.search.index.workbench import Workbench
from tests.conftest import Reader
from tests.shelf import shelve
from tests.test_search_index import holding, shows

pytestmark = pytest.mark.usefixtures("on_the_public_site")


@pytest.fixture
def soaps(publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> list[Article]:
    """Reports, two to a part of which none grows; the index is built."""
    monkeypatch.setattr(filling, "FULL", 1)
    monkeypatch.setattr(sweeping, "FULL", 1)
    monkeypatch.setattr("articles.search.index.building.BATCH", 2)
    found = [shelve(by=publisher, headline=f"Soap {name}", body=f"Nobody saw the {name}.") for name in NAMES]
    keeper().build()
    assert len(parts("articles")) == len(NAMES) / 2
    return found


NAMES = ("zyxquil", "zyxrol", "zyxmar", "zyxtun", "zyxvos", "zyxbek")


def parts(kind: str) -> list[Part]:
    return Parts(keeper().folder / keeper()._newest() / kind).all()


def test_a_word_that_goes_has_only_its_own_part_written_anew(
    soaps: list[Article], publisher: User, reader: Reader
) -> None:
    before = parts("articles")
    assert holding("zyxmar")
    withdraw_article(by=publisher, article=soaps[2], reason="for the test")
    assert not shows(reader, "zyxmar")
    assert holding("zyxmar")

    assert keeper().sweep() == 1

    assert not holding("zyxmar")
    assert [part in parts("articles") for part in before] == [True, False, True]
    assert all(shows(reader, name) for name in NAMES if name != "zyxmar")
    assert keeper().sweep() == 0


def test_parts_that_are_full_are_never_put_together(soaps: list[Article], publisher: User, reader: Reader) -> None:
    for number in range(10):
        shelve(by=publisher, headline=f"Later {number}")
        assert shows(reader, "later")
    full = {part.id for part in parts("articles")}
    assert len(full) == len(NAMES) / 2 + 10
    keeper().sweep()
    assert {part.id for part in parts("articles")} == full


@pytest.mark.parametrize("step", ["linked", "made", "moved", "exchanged"])
def test_whoever_is_killed_while_sweeping_leaves_an_index_that_answers_and_is_clean_later(
    step: str, soaps: list[Article], publisher: User, reader: Reader
) -> None:
    withdraw_article(by=publisher, article=soaps[0], reason="for the test")
    assert not shows(reader, "zyxquil")

    assert killed_while(sweeping_until(step)) == signal.SIGKILL

    for name in NAMES[1:]:
        assert shows(Reader(), name)
    assert not shows(reader, "zyxquil")
    assert {found for found in holding("zyxquil") if "sweeping" in found.parts} or step != "linked"
    # Also of those that go later.
    withdraw_article(by=publisher, article=soaps[1], reason="for the test")
    assert not shows(reader, "zyxrol")
    keeper().sweep()
    assert not holding("zyxquil") and not holding("zyxrol")
    assert all(shows(reader, name) for name in NAMES[2:])
    assert not (keeper().folder / "sweeping").exists()


def sweeping_until(step: str) -> Callable[[], object]:
    """A sweep that ends its own process at this step."""

    def die(*given: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def sweep() -> None:
        patch = pytest.MonkeyPatch()
        make = Workbench.write_anew
        if step == "linked":
            patch.setattr(Workbench, "write_anew", die)
        elif step == "made":
            patch.setattr(Workbench, "write_anew", lambda bench: die(make(bench)))
        elif step == "moved":
            write = Parts.write
            patch.setattr(Parts, "write", lambda p, meta: write(p, meta) if isinstance(p, Workbench) else die())
        else:
            patch.setattr(Parts, "tidy", die)
        Keeper(keeper().folder).sweep()

    return sweep


def killed_while(doing: Callable[[], object]) -> int:
    """By which signal a process ended that did this, and nothing with the database."""
    pid = os.fork()
    if not pid:
        try:
            doing()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) * -1


@pytest.mark.parametrize("step", ["filled", "deleted", "moved", "exchanged", "settled"])
def test_whoever_is_stopped_while_applying_an_act_leaves_an_index_that_the_next_one_brings_up(
    step: str, soaps: list[Article], publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shows(reader, "zyxquil")
    withdraw_article(by=publisher, article=soaps[0], reason="for the test")
    shelve(by=publisher, headline="Zyxnew", body="Nobody saw the zyxnew.")

    def stop(*given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        owner, name = {
            "filled": (Workbench, "delete"),
            "deleted": (Parts, "exchange"),
            "moved": (Parts, "write"),
            "exchanged": (Parts, "tidy"),
            "settled": ("articles.search.index.changing", "clear"),
        }[step]
        if step == "moved":
            write = Parts.write
            patch.setattr(Parts, "write", lambda p, meta: write(p, meta) if isinstance(p, Workbench) else stop())
        elif isinstance(owner, str):
            patch.setattr(f"{owner}.{name}", stop)
        else:
            patch.setattr(owner, name, stop)
        with pytest.raises(KeyboardInterrupt):
            Keeper(keeper().folder).current()

    assert shows(reader, "zyxnew") and not shows(reader, "zyxquil")
    keeper().sweep()
    assert not holding("zyxquil")
    assert not (keeper().folder / keeper()._newest() / "fresh").exists()
    assert not [stray for kind in KINDS for stray in Parts(keeper().folder / keeper()._newest() / kind).strays()]
    assert all(shows(reader, name) for name in (*NAMES[1:], "zyxnew"))


def test_what_goes_and_comes_while_a_part_is_written_anew_has_gone_and_come(
    soaps: list[Article], publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once for whoever asks, and from the files with the next sweep."""
    withdraw_article(by=publisher, article=soaps[0], reason="for the test")
    assert not shows(reader, "zyxquil")
    make = Workbench.write_anew

    def meanwhile(bench: Workbench) -> None:
        make(bench)
        withdraw_article(by=publisher, article=soaps[1], reason="for the test")
        shelve(by=publisher, headline="Zyxnew")
        assert shows(reader, "zyxnew") and not shows(reader, "zyxrol")

    with monkeypatch.context() as patch:
        patch.setattr(Workbench, "write_anew", meanwhile)
        assert keeper().sweep() == 1
    assert not holding("zyxquil")
    fresh = Keeper(keeper().folder)
    monkeypatch.setattr("articles.search.sought.keeper", lambda: fresh)
    assert shows(reader, "zyxnew") and not shows(reader, "zyxrol") and shows(reader, "zyxmar")
    keeper().sweep()
    assert not holding("zyxrol")


def test_acts_go_on_while_the_index_is_built_anew_and_are_not_lost_by_it(
    soaps: list[Article], publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    generation = keeper()._newest()

    def meanwhile(*given: Any) -> int:
        count = build(*given)
        withdraw_article(by=publisher, article=soaps[0], reason="for the test")
        shelve(by=publisher, headline="Zyxnew")
        assert shows(reader, "zyxnew") and not shows(reader, "zyxquil")
        assert keeper()._newest() == generation
        keeper().sweep()
        return count

    with monkeypatch.context() as patch:
        patch.setattr(keeping, "build", meanwhile)
        keeper().build()
    assert keeper()._newest() != generation
    assert shows(reader, "zyxnew") and not shows(reader, "zyxquil") and shows(reader, "zyxrol")
    keeper().sweep()
    assert not holding("zyxquil")


def test_what_was_swept_from_an_index_that_was_exchanged_meanwhile_is_let_go(
    soaps: list[Article], publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    withdraw_article(by=publisher, article=soaps[0], reason="for the test")
    assert not shows(reader, "zyxquil")
    make = Workbench.write_anew
    monkeypatch.setattr(Workbench, "write_anew", lambda bench: (make(bench), keeper().build())[0])
    assert keeper().sweep() == 0
    assert not holding("zyxquil") and shows(reader, "zyxrol")


def test_one_process_sweeps_and_one_builds(soaps: list[Article], publisher: User, reader: Reader) -> None:
    withdraw_article(by=publisher, article=soaps[0], reason="for the test")
    assert not shows(reader, "zyxquil")
    with held(keeper().folder / "sweeping.lock") as sweeps:
        assert sweeps
        assert keeper().sweep() == 0 and holding("zyxquil")
    assert keeper().sweep() == 1 and not holding("zyxquil")

    (keeper().folder / "generation").unlink()
    with keeper()._building() as builds:
        assert builds
        with pytest.raises(NotBuilt):
            keeper().current()
    assert shows(reader, "zyxrol")


def test_what_a_builder_left_who_was_killed_goes_and_what_is_being_built_stays(soaps: list[Article]) -> None:
    left = keeper().folder / "18ec" / "filling"
    left.mkdir(parents=True)
    with Keeper(keeper().folder)._building():
        keeper().sweep()
        assert left.exists()
    keeper().sweep()
    assert not left.parent.exists()


def test_parts_that_were_exchanged_do_not_stay_open(
    soaps: list[Article], publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as they are, their words are on the disk, if under no name."""
    monkeypatch.setattr(sweeper, "close_old_connections", lambda: None)  # the test goes on with its own
    withdraw_article(by=publisher, article=soaps[0], reason="for the test")
    assert not shows(reader, "zyxquil")
    other = Keeper(keeper().folder)
    other.current()
    assert keeper().sweep() == 1
    for one in (keeper(), other):
        assert has_open(one, "zyxquil"), "or this looks at nothing"
    sweeper.once()
    other.let_go()
    for one in (keeper(), other):
        assert not has_open(one, "zyxquil") and has_open(one, "zyxrol")
    was = other._opened
    other.let_go()
    assert other._opened is was


def has_open(one: Keeper, word: str) -> bool:
    """Whether what a process has open holds a word, deleted or not."""
    assert one._opened
    return bool(one._opened.searchers["articles"].terms_with_prefix("body", word))
