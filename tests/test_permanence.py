"""Random walks: no address ever given out is lost, no old text ever reads otherwise.

`make drill-permalinks` walks PERMANENCE_OPERATIONS operations and prints what it did; the ordinary run takes a few walks.
"""

import os
from collections.abc import Callable
from random import Random
from time import monotonic
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.conftest import Reader
from tests.permanence import OPERATIONS, Figures, Walk

pytestmark = pytest.mark.long

WANTED = int(os.environ.get("PERMANENCE_OPERATIONS", "40"))
DRILL = "PERMANENCE_OPERATIONS" in os.environ
STEPS = 50 if DRILL else 20
# After so many walks a long drill says how far it is.
TELL = 20


class Archive(RuleBasedStateMachine):
    """One walk in a transaction that is undone; some addresses are looked at after every step, all of them at the end."""

    by: User
    second: User
    reader: Reader
    totals: list[Figures]
    tell: Callable[..., None]

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.figures = Figures()
        self.totals.append(self.figures)
        self.walk = Walk(by=self.by, second=self.second, reader=self.reader, figures=self.figures)

    def step(self, operation: Callable[[Walk], None], seed: int) -> None:
        chance = Random(seed)
        self.walk.do(operation, chance)
        if not DRILL or seed % 3 == 0:
            self.walk.look_at_some(chance, 1)

    def teardown(self) -> None:
        try:
            self.walk.look_at_all()
        finally:
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)
        if DRILL and len(self.totals) % TELL == 0:
            self.tell(f"so far {Figures.of(self.totals).operations} operations, nothing lost")


def _rule(operation: Callable[[Walk], None]) -> Any:
    """Hypothesis chooses operations by their rules, and to what they are done by the seed."""

    def step(self: Archive, seed: int) -> None:
        self.step(operation, seed)

    step.__name__ = operation.__name__
    return rule(seed=st.integers(0, 2**32))(step)


def test_nothing_that_was_given_out_is_ever_lost(
    publisher: User, second_publisher: User, reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    totals: list[Figures] = []

    def tell(*lines: str) -> None:
        with capsys.disabled():
            print("", *lines, sep="\n")  # noqa: T201

    cast = {"by": publisher, "second": second_publisher, "reader": reader, "totals": totals, "tell": staticmethod(tell)}
    rules = {operation.__name__: _rule(operation) for operation in OPERATIONS}
    machine = type("Editors", (Archive,), {**rules, **cast})
    started = monotonic()
    while sum(figures.operations for figures in totals) < WANTED:
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=-(-WANTED // STEPS),
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                derandomize=False,
                phases=(Phase.generate, Phase.shrink) if not DRILL else (Phase.generate,),
                suppress_health_check=list(HealthCheck),
            ),
        )
    total = Figures.of(totals)
    assert WANTED < 2_000 or {"make_anew", *total.done} == {operation.__name__ for operation in OPERATIONS}
    if DRILL:
        tell(*total.lines(), f"0 lost, 0 changed; {len(totals)} walks, {monotonic() - started:.0f} s")
