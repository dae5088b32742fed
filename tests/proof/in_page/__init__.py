"""What is asked of a page from within: a function of JavaScript a file, run by the browser's own debugger."""

from functools import cache
from pathlib import Path

from tests.proof.tools import AXE


@cache
def asking(name: str) -> str:
    """The function of that file."""
    return (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")


@cache
def axe() -> str:
    """axe itself, to be there before its rules are asked."""
    return AXE.read_text(encoding="utf-8")
