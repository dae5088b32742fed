"""When something happened, as numbers that the index can look up to the day: years, months and days. Pure.

A span of days is held by the whole years, whole months and days that make it up. Of each of these the index also keeps
what it lies in. So a day, a month or a year that is asked for meets an event where it, or what it lies in, is among what
makes the event up, or where it is among what these lie in; and nowhere else.
"""

from collections.abc import Iterator
from datetime import date, timedelta

# (year, month, day); 0 for the whole.
Part = tuple[int, int, int]
# An event that lasted longer counts in its last years alone.
MOST_YEARS = 100


def codes(earliest: date | None, latest: date | None) -> set[int]:
    """What the index keeps of an event: its parts (even numbers) and what they lie in (odd); empty for no date."""
    if latest is None:
        return set()
    first = max(earliest or latest, date(max(1, latest.year - MOST_YEARS), 1, 1))
    found = set()
    for part in parts(first, latest):
        found |= {_made_of(part), *map(_lying_in, _around(part))}
    return found


def asked(part: Part) -> list[int]:
    """What an event that meets this day, month or year has at least one of."""
    return [*map(_made_of, _around(part)), _lying_in(part)]


def parts(first: date, last: date) -> Iterator[Part]:
    """The whole years, whole months and days of a span, in order."""
    day = first
    while day <= last:
        for part, end in (
            ((day.year, 0, 0), date(day.year, 12, 31)),
            ((day.year, day.month, 0), _month_end(day)),
            ((day.year, day.month, day.day), day),
        ):
            if end <= last and day == _beginning(part):
                yield part
                break
        if end == date.max:
            return
        day = end + timedelta(days=1)


def _beginning(part: Part) -> date:
    return date(part[0], part[1] or 1, part[2] or 1)


def _month_end(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4) if (day.year, day.month) != (9999, 12) else None
    return following - timedelta(days=following.day) if following else date.max


def _around(part: Part) -> set[Part]:
    """A part and what it lies in."""
    year, month, _ = part
    return {part, (year, month, 0), (year, 0, 0)}


def _made_of(part: Part) -> int:
    year, month, day = part
    return 2 * (year * 10_000 + month * 100 + day)


def _lying_in(part: Part) -> int:
    return _made_of(part) + 1
