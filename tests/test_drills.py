"""The frame of the drills: what a figure is held against, and that every drill is one. They themselves run by `make drills`."""

import importlib
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.drills.__main__ import names
from tests.drills.frame import Figure, at_least, at_most, exactly, shown

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("figure", "said", "wanted", "reached"),
    [
        (exactly("lost", 0, 0), "0", "0", True),
        (exactly("lost", 1, 0), "1", "0", False),
        (exactly("plain", True, True), "yes", "yes", True),
        (at_most("back after", 0.534, 10, "s"), "0.53 s", "≤ 10 s", True),
        (at_most("back after", 10.5, 10, "s"), "10.50 s", "≤ 10 s", False),
        (at_least("answers", 20_000, 20_000), "20,000", "≥ 20,000", True),
        (at_least("answers", 19_999, 20_000), "19,999", "≥ 20,000", False),
        (shown("took", 3.0, "s"), "3.00 s", "", None),
    ],
)
def test_a_figure_is_held_against_its_bound(figure: Figure, said: str, wanted: str, reached: bool | None) -> None:
    assert (figure.said, figure.wanted, figure.reached) == (said, wanted, reached)


@pytest.mark.parametrize("name", names())
def test_every_drill_says_what_it_does_and_yields_figures(name: str) -> None:
    module = importlib.import_module(f"tests.drills.{name}")
    assert module.__doc__ and len(module.__doc__.splitlines()[0]) < 130
    assert inspect.isgeneratorfunction(module.drill)
    assert list(inspect.signature(module.drill).parameters) == ["full"]


def test_the_page_about_the_drills_names_each() -> None:
    page = (ROOT / "docs" / "drills.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.M) == names()


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "tests.drills", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_a_drill_there_is_not_is_refused_and_the_others_are_named() -> None:
    done = run("no_such_drill")
    assert done.returncode == 2 and "there are " in done.stderr
    assert [line.split()[0] for line in run("--list").stdout.splitlines()] == names()
