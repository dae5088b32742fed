"""The months a report may be from, as one number of 18 bits that the index can count by. Pure.

    period_name(period_of(date(2023, 4, 12), date(2023, 4, 12)))    # "2023-04"
    period_name(period_of(date(2023, 3, 1), date(2023, 5, 31)))     # "2023-03/2023-05"

Most reports are dated to one month; one whose date allows several is counted by all of them together, and never in each.
"""

from collections.abc import Iterator
from datetime import date

# Months are counted from here; 12 bits of them, and 6 for how many more months follow.
FIRST_YEAR = 1900
_LENGTH_BITS = 6
# A date that allows more months than this counts in its last ones alone.
MOST_MONTHS = 1 << _LENGTH_BITS


def period_of(earliest: date, latest: date) -> int:
    """The number of the months from the one of a day to the one of another."""
    last = _number(latest)
    first = max(_number(earliest), last - MOST_MONTHS + 1)
    return first << _LENGTH_BITS | last - first


def periods_within(first: date, last: date) -> Iterator[int]:
    """Every number of months from the one of a day to the one of another: whatever is dated to no other time."""
    begin, end = _number(first), _number(last)
    for start in range(begin, end + 1):
        yield from (start << _LENGTH_BITS | more for more in range(end - start + 1))


def period_name(period: int) -> str:
    """The month, or the first and the last of several."""
    first, more = period >> _LENGTH_BITS, period & MOST_MONTHS - 1
    return f"{_name(first)}/{_name(first + more)}" if more else _name(first)


def month_of(period: int) -> date | None:
    """The first day of the month, None of several."""
    first, more = period >> _LENGTH_BITS, period & MOST_MONTHS - 1
    return None if more else date(FIRST_YEAR + first // 12, first % 12 + 1, 1)


def _number(day: date) -> int:
    return max(0, (day.year - FIRST_YEAR) * 12 + day.month - 1)


def _name(number: int) -> str:
    return f"{FIRST_YEAR + number // 12}-{number % 12 + 1:02}"
