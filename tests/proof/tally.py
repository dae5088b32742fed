"""What was looked at, and what was amiss, check by check. Pure: knows no browser."""

from collections import defaultdict
from collections.abc import Iterable
from threading import Lock

from tests.drills.frame import Figure, at_most, exactly, shown


class Tally:
    """Filled from several browsers at once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._looks: dict[str, int] = defaultdict(int)
        self._amiss: dict[str, list[str]] = defaultdict(list)
        self._most: dict[str, tuple[float, str]] = {}
        self._bounds: dict[str, tuple[float, str]] = {}
        self._times: dict[str, int] = defaultdict(int)

    def found(self, check: str, where: str, amiss: Iterable[str]) -> None:
        """One look for something of which there should be nothing."""
        with self._lock:
            self._looks[check] += 1
            self._amiss[check] += [f"{where}: {words}" for words in amiss]

    def measured(self, check: str, where: str, value: float, *, at_most: float, unit: str = "") -> None:
        """One figure that may not be larger than this; the largest is told."""
        with self._lock:
            self._looks[check] += 1
            self._bounds[check] = (at_most, unit)
            self._most[check] = max(self._most.get(check, (-1.0, "")), (value, where))
            if value > at_most:
                self._amiss[check].append(f"{where}: {value:g} {unit}")

    def counted(self, check: str, times: int) -> None:
        """How often something happened that is told and not judged."""
        with self._lock:
            self._looks[check] += 1
            self._times[check] += times

    def figures(self) -> list[tuple[int, Figure, str]]:
        """How often each was looked for, what came of it, and where the largest was."""
        rows = []
        for check, looks in self._looks.items():
            if check in self._most:
                (value, where), (bound, unit) = self._most[check], self._bounds[check]
                rows.append((looks, at_most(check, round(value, 3), bound, unit), where))
            elif check in self._times:
                rows.append((looks, shown(check, str(self._times[check])), ""))
            else:
                rows.append((looks, exactly(check, len(self._amiss[check]), 0), ""))
        return rows

    def amiss(self) -> list[str]:
        """Everything that was, a line each."""
        return [f"{check}: {line}" for check, lines in self._amiss.items() for line in lines]


def skipped(check: str, why: str) -> tuple[int, Figure, str]:
    """The row of what was not looked at."""
    return 0, shown(check, "not looked at"), why
