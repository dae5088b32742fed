"""Numbers as shades: few classes, darker for more, whose limits can be said. Pure: no Django.

    steps(137)     # 1 to 2, 3 to 10, 11 to 50, 51 to 137

Limits grow by about the same factor, for most provinces have few reports and some have many; they are round numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from provinces.tongue import say

# With fewer classes than four, the shades that lie furthest apart.
_SHADES = {0: (), 1: (2,), 2: (1, 3), 3: (1, 2, 3), 4: (1, 2, 3, 4)}
MOST = len(_SHADES) - 1


@dataclass(frozen=True)
class Step:
    """A class: from `first` to `last`, both in it. `shade`: s1 for the lightest to s4."""

    first: int
    last: int
    shade: str

    @property
    def label(self) -> str:
        """ "3 to 10", or "3"."""
        return (
            f"{self.first}" if self.first == self.last else say("{first} to {last}", first=self.first, last=self.last)
        )


def steps(numbers: Iterable[int]) -> tuple[Step, ...]:
    """The classes for these numbers, from 1 to the greatest; none where all are 0."""
    most = max(numbers, default=0)
    limits = [0, *range(1, most + 1)] if most <= MOST else [0, *_limits(most), most]
    shades = _SHADES[len(limits) - 1]
    return tuple(Step(low + 1, high, f"s{shade}") for (low, high), shade in zip(pairwise(limits), shades, strict=True))


def _limits(most: int) -> list[int]:
    """Round numbers below the greatest, each above the one before."""
    found: list[int] = []
    for part in range(1, MOST):
        limit = _round(float(most ** (part / MOST)))
        if limit < most and (not found or limit > found[-1]):
            found.append(limit)
    return found


def _round(number: float) -> int:
    """The nearest of 1, 2, 3, 5 and their tens, hundreds and so on."""
    power: int = 10 ** (len(str(int(number))) - 1)
    return min((times * power for times in (1, 2, 3, 5, 10)), key=lambda each: abs(each - number))


def shade(number: int, among: Sequence[Step]) -> str:
    """The shade of a number; "" for 0."""
    return next((step.shade for step in among if step.first <= number <= step.last), "")
