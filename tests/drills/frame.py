"""Figures and their bounds. Pure: neither Django nor a database."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any


class Skipped(Exception):
    """This drill cannot be done here; the message says what it lacks."""


@dataclass(frozen=True)
class Figure:
    """One thing counted. `said`, `wanted`: it and its bound in words; `reached` is None where there is no bound."""

    name: str
    said: str
    wanted: str = ""
    reached: bool | None = None


Drill = Callable[[bool], Iterator[Figure]]


def shown(name: str, value: Any, unit: str = "") -> Figure:
    """A figure without a bound."""
    return Figure(name, _words(value, unit))


def exactly(name: str, value: Any, wanted: Any, unit: str = "") -> Figure:
    """A figure that has to be this one."""
    return Figure(name, _words(value, unit), _words(wanted, unit), value == wanted)


def at_most(name: str, value: float, bound: float, unit: str = "") -> Figure:
    """A figure that may not be larger."""
    return Figure(name, _words(value, unit), f"≤ {_words(bound, unit)}", value <= bound)


def at_least(name: str, value: float, bound: float, unit: str = "") -> Figure:
    """A figure that may not be smaller."""
    return Figure(name, _words(value, unit), f"≥ {_words(bound, unit)}", value >= bound)


def _words(value: Any, unit: str) -> str:
    if isinstance(value, bool):
        words = "yes" if value else "no"
    elif isinstance(value, float):
        words = f"{value:,.2f}"
    elif isinstance(value, int):
        words = f"{value:,}"
    else:
        words = str(value)
    return f"{words} {unit}".rstrip()
