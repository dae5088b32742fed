"""When what was announced falls due, how closely that is known, and how it stands on a day. Pure: no Django.

state_of("", date(2023, 5, 31), on=date(2023, 6, 1))      # State.PASSED
precision("../2023-05-31")                                # Precision.DAY
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from articles.dates import PartialDate


class State(StrEnum):
    """How an announcement stands. The last four are what an editor recorded; the first two follow from the day."""

    OPEN = "open"
    PASSED = "passed"
    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not_kept"
    UNCHECKABLE = "uncheckable"


LABELS: Mapping[str, str] = {
    State.OPEN: "open",
    State.PASSED: "date passed, no outcome recorded here",
    State.KEPT: "kept",
    State.PARTLY: "partly kept",
    State.NOT_KEPT: "not kept",
    State.UNCHECKABLE: "cannot be checked",
}
STATES = tuple(state.value for state in State)
RECORDED = (State.KEPT, State.PARTLY, State.NOT_KEPT, State.UNCHECKABLE)


class Precision(StrEnum):
    """How closely the printed words say when: `LONGER` is a season, a quarter, half a year or a year; `NONE` is "soon"."""

    DAY = "day"
    MONTH = "month"
    LONGER = "longer"
    NONE = "none"


PRECISIONS: Mapping[str, str] = {
    Precision.DAY: "to the day",
    Precision.MONTH: "within a month",
    Precision.LONGER: "within a longer time",
    Precision.NONE: "no day that could pass",
}


def state_of(became: str, latest: date | None, *, on: date) -> State:
    """How it stands on a day. `became`: what an editor recorded of it, or ""; `latest`: the last day it may fall due.

    Without a last day ("soon", "from May on") no day ever passes.
    """
    if became:
        return State(became)
    return State.PASSED if latest is not None and latest < on else State.OPEN


def precision(edtf: str) -> Precision:
    """Of "by 31 May" the day counts, of "in the first half of the year" all of it; an empty one is no day."""
    begin, slash, end = edtf.partition("/")
    if not edtf or (slash and end in ("", "..")):
        return Precision.NONE
    due = PartialDate.parse(end if slash and begin in ("", "..") else edtf)
    assert due.earliest is not None and due.latest is not None, "both ends are known"
    if due.earliest == due.latest:
        return Precision.DAY
    same_month = (due.earliest.year, due.earliest.month) == (due.latest.year, due.latest.month)
    return Precision.MONTH if same_month else Precision.LONGER
