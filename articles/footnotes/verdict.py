"""What may have become of a link. Each word is kept for one thing alone."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """One word for what has to be done about a footnote; the first ones need nothing."""

    CURRENT = "current"
    MOVED = "moved"
    REWORDED = "reworded"
    REGRADED = "regraded"
    BY_OUTLET = "corrected by the outlet"
    HERE = "corrected here"
    RETRACTED = "retracted by the outlet"
    REMOVED = "removed"
    REPLACED = "replaced by"
    MISTYPED = "mistyped"
    NEVER_ISSUED = "never issued"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True, slots=True)
class Lead:
    """Where to read on: an id with what it is of, and a path on this site."""

    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one link. `said`: sentences; `old` and `new`: words then and now, "" where there are none to show."""

    verdict: Verdict
    said: tuple[str, ...] = ()
    old: str = ""
    new: str = ""
    leads: tuple[Lead, ...] = ()
