"""Partial dates: the words as printed, an EDTF string, and the earliest and latest day they can mean.

We read the part of EDTF (ISO 8601-2, levels 0 and 1, with quarters and halves of years) that reports need, with
code of our own: the PyPI reader fails on open beginnings (`../2022-06-30`), brings two more packages along, and
its errors are not sentences that an editor can act on.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Self

from provinces.tongue import is_korean

FIRST_YEAR = 1900
LAST_YEAR = 2100

# A month number above 12 names a part of the year: (first month, how many months). Winter runs into the next year.
_PARTS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
_PARTS |= {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 40: (1, 6), 41: (7, 6)}

_MOMENT = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?([?~%]?)")

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PART_NAMES = {
    21: ("spring {}", "{}년 봄"),
    22: ("summer {}", "{}년 여름"),
    23: ("autumn {}", "{}년 가을"),
    24: ("winter {}", "{}년 겨울"),
    33: ("first quarter of {}", "{}년 1분기"),
    34: ("second quarter of {}", "{}년 2분기"),
    35: ("third quarter of {}", "{}년 3분기"),
    36: ("fourth quarter of {}", "{}년 4분기"),
    40: ("first half of {}", "{}년 상반기"),
    41: ("second half of {}", "{}년 하반기"),
}
_THIRDS = {1: ("early ", "초순"), 11: ("mid-", "중순"), 21: ("late ", "하순")}


class DateError(ValueError):
    """A value that is no date we can keep. `str()` is a sentence naming the value and the reason."""

    def __init__(self, value: str, reason: str) -> None:
        shown = value if len(value) <= 40 else value[:39] + "…"
        super().__init__(f"“{shown}” is not a date we can keep: {reason}.")
        self.value = value
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known.

    `words`: as printed or typed. `edtf`: what they mean, "" when nothing. `earliest`, `latest`: the first and last
    day they allow, both inclusive; None when that end is open or unknown.
    """

    words: str
    edtf: str
    earliest: date | None
    latest: date | None

    @classmethod
    def none(cls) -> Self:
        """No date and no words."""
        return cls("", "", None, None)

    @classmethod
    def parse(cls, words: str) -> Self:
        """The date that an EDTF string names; an empty one gives `none()`. Raises DateError."""
        return cls.printed(words, words)

    @classmethod
    def printed(cls, words: str, edtf: str) -> Self:
        """The printed words with the EDTF they mean: ("early April", "2022-04-01~/2022-04-10~"), ("recently", "").

        Raises DateError.
        """
        text = "".join(edtf.split()).replace("x", "X")
        if not text:
            return cls(words.strip(), "", None, None)
        try:
            earliest, latest = _bounds(text)
        except DateError as error:
            # Named as it was written, not as it was read.
            raise DateError(" ".join(edtf.split()), error.reason) from None
        return cls(words.strip(), text, earliest, latest)

    @property
    def is_known(self) -> bool:
        """Whether there is a date at all; words alone ("recently") are not one."""
        return bool(self.edtf)

    @property
    def is_uncertain(self) -> bool:
        """Whether the date says of itself that it is uncertain, approximate or unspecified in part."""
        return any(mark in self.edtf for mark in "?~%X")

    @property
    def sort_key(self) -> tuple[date, date]:
        """(latest, earliest), to be sorted in reverse: still running first, undated last."""
        if not self.is_known:
            return (date.min, date.min)
        return (self.latest or date.max, self.earliest or date.min)

    def label(self, language: str = "") -> str:
        """For people, in this language or the page's, from the EDTF alone: "3 April 2022", "early April 2022", "2022년 4월"."""
        korean = language.startswith("ko") if language else is_korean()
        if not self.is_known:
            return "날짜 모름" if korean else "date not known"
        if "/" in self.edtf:
            return _interval_label(self.edtf, korean)
        return _moment_label(self.edtf, korean)


@lru_cache(maxsize=4096)
def _bounds(text: str) -> tuple[date | None, date | None]:
    """The first and last day of an EDTF date or interval. Raises DateError."""
    if "/" not in text:
        return _moment_bounds(text, text)
    ends = text.split("/")
    if len(ends) != 2:
        raise DateError(text, "an interval has one beginning and one end")
    if not any(end not in ("", "..") for end in ends):
        raise DateError(text, "an interval needs a date on one side at least")
    earliest = None if ends[0] in ("", "..") else _moment_bounds(ends[0], text)[0]
    latest = None if ends[1] in ("", "..") else _moment_bounds(ends[1], text)[1]
    if earliest and latest and earliest > latest:
        raise DateError(text, "it ends before it begins")
    return earliest, latest


def _moment_bounds(moment: str, text: str) -> tuple[date, date]:
    """The first and last day of one EDTF date, which stands in `text`. Raises DateError."""
    if "T" in moment:
        raise DateError(text, "a time of day is not kept, only the day")
    match = _MOMENT.fullmatch(moment)
    if match is None:
        raise DateError(text, "write a year, 2022-04, 2022-04-03, or an interval such as 2022-04-01/2022-04-10")
    year, month, day, _ = match.groups()
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first_year < FIRST_YEAR or last_year > LAST_YEAR:
        raise DateError(text, f"the year must lie between {FIRST_YEAR} and {LAST_YEAR}")
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise DateError(text, "it has a day but no month")
        return date(first_year, 1, 1), date(last_year, 12, 31)
    if "X" in year:
        raise DateError(text, "it has a month but not the whole year")
    number = int(month)
    if number in _PARTS:
        if day is not None:
            raise DateError(text, "a part of a year has no days of its own")
        start, length = _PARTS[number]
        return date(first_year, start, 1), _month_end(first_year, start + length - 1)
    if not 1 <= number <= 12:
        raise DateError(text, f"there is no month {month}")
    if day is None or day == "XX":
        return date(first_year, number, 1), _month_end(first_year, number)
    if not 1 <= int(day) <= monthrange(first_year, number)[1]:
        raise DateError(text, f"{_MONTHS[number - 1]} {first_year} has no day {day}")
    exact = date(first_year, number, int(day))
    return exact, exact


def _month_end(year: int, month: int) -> date:
    """The last day of a month; months 13 and 14 are the first two of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


@lru_cache(maxsize=4096)
def _interval_label(edtf: str, korean: bool) -> str:
    """The label of an interval. Thirds of months have names; an unknown end is told from an open one."""
    begin, end = edtf.split("/")
    third = _third_label(begin, end, korean)
    if third:
        return third
    if begin in ("", ".."):
        until = _moment_label(end, korean)
        unknown = (" (시작 모름)" if korean else " (beginning not known)") if not begin else ""
        return (f"{until}까지" if korean else f"by {until}") + unknown
    if end in ("", ".."):
        since = _moment_label(begin, korean)
        unknown = (" (끝 모름)" if korean else " (end not known)") if not end else ""
        return (f"{since}부터" if korean else f"from {since}") + unknown
    both = _moment_label(begin, korean), _moment_label(end, korean)
    return "{}부터 {}까지".format(*both) if korean else "{} to {}".format(*both)


def _third_label(begin: str, end: str, korean: bool) -> str:
    """ "early April 2022" for about the 1st to about the 10th, and so on; "" for any other interval."""
    if not (
        begin.endswith("~")
        and end.endswith("~")
        and "X" not in begin + end
        and len(begin) == len(end) == 11
        and begin[:7] == end[:7]
    ):
        return ""
    first, last = _moment_bounds(begin, begin)[0], _moment_bounds(end, end)[1]
    last_days = {1: 10, 11: 20, 21: monthrange(first.year, first.month)[1]}
    if last_days.get(first.day) != last.day:
        return ""
    month = _moment_label(begin[:7], korean)
    english, third = _THIRDS[first.day]
    return f"{month} {third}" if korean else f"{english}{month}"


@lru_cache(maxsize=4096)
def _moment_label(moment: str, korean: bool) -> str:
    """The label of one EDTF date with its marks: "about April 2022 (uncertain)"."""
    match = _MOMENT.fullmatch(moment)
    if match is None:
        raise DateError(moment, "it was never read")
    year, month, day, mark = match.groups()
    label = _plain_label(year, month, day, korean)
    if mark and mark in "~%":
        label = f"{label}경" if korean else f"about {label}"
    if mark and mark in "?%":
        label += " (불확실)" if korean else " (uncertain)"
    return label


def _plain_label(year: str, month: str | None, day: str | None, korean: bool) -> str:
    """The label of one date without its mark."""
    if year.endswith("XX"):
        return f"{year[:2]}00~{year[:2]}99년" if korean else f"between {year[:2]}00 and {year[:2]}99"
    if year.endswith("X"):
        return f"{year[:3]}0년대" if korean else f"the {year[:3]}0s"
    if month is None:
        return f"{year}년" if korean else year
    if month == "XX":
        return f"{year}년 (달 모름)" if korean else f"{year} (month not known)"
    if int(month) in _PART_NAMES:
        return _PART_NAMES[int(month)][korean].format(year)
    whole = f"{year}년 {int(month)}월" if korean else f"{_MONTHS[int(month) - 1]} {year}"
    if day is None:
        return whole
    if day == "XX":
        return f"{whole} (날짜 모름)" if korean else f"{whole} (day not known)"
    return f"{whole} {int(day)}일" if korean else f"{int(day)} {whole}"
