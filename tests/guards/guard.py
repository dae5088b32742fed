"""What a guard is, and the committed page that says which test misses which. Pure: neither Django nor a database."""

import csv
import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "guards.csv"
COLUMNS = ["guard", "where", "test"]


@dataclass(frozen=True)
class Cut:
    """A place of the code, as characters of its file, and what stands there once the guard is gone."""

    path: str
    start: int
    end: int
    instead: str

    @property
    def module(self) -> str:
        """As Python imports it."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def made_in(self, source: str) -> str:
        """The file without the guard."""
        return source[: self.start] + self.instead + source[self.end :]


@dataclass(frozen=True)
class Guard:
    """One thing that stands against something. `name` tells it from all others, `where` is the file that declares it.

    It goes by a cut in the code, or by statements to the database: `inside` the transaction of the test, which undoes
    them; else beforehand by the superuser, and `put_back` afterwards.
    """

    name: str
    where: str
    cut: Cut | None = None
    take: tuple[str, ...] = ()
    put_back: tuple[str, ...] = ()
    inside: bool = False


def read_page() -> dict[str, tuple[str, str]]:
    """Guard → file that declares it, test that misses it ("" while none is known)."""
    with PAGE.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != COLUMNS:
            raise ValueError(f"{PAGE.name}: columns are {', '.join(COLUMNS)}")
        return {row["guard"]: (row["where"], row["test"]) for row in reader}


def write_page(guards: Iterable[Guard], tests: dict[str, str]) -> None:
    """A row for each, in the order of their names."""
    with PAGE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([guard.name, guard.where, tests.get(guard.name, "")] for guard in by_name(guards))


def by_name(guards: Iterable[Guard]) -> list[Guard]:
    """In their order. Raises ValueError where two have one name."""
    ordered = sorted(guards, key=lambda guard: guard.name)
    for one, other in itertools.pairwise(ordered):
        if one.name == other.name:
            raise ValueError(f"two guards of one name: {one.name}")
    return ordered
