"""The days that a search means: of a year, a month or a day, written plainly or in words. Pure: no Django."""

import re
from datetime import date, timedelta

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_PLAIN_DATE = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})년?(?: ?(?P<month>[0-9]{1,2})월|-(?P<number>[0-9]{2}))?"
    r"|(?P<named>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? (?P<after>(?:19|20)[0-9]{2})"
)


def days_of(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    """The first and last day of a year, a month or a day. Raises ValueError."""
    if int(year) < 1:
        raise ValueError(year)
    if month is None:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    first = date(int(year), int(month), int(day or "1"))
    if day is not None:
        return first, first
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1) if first.year < 9999 else date.max
    return first, following - timedelta(days=1) if following != date.max else date.max


def days_meant(text: str) -> tuple[date, date] | None:
    """The first and the last day of a year or a month in plain words: 2022, 2022년, March 2022, 2022년 3월; or None."""
    found = _PLAIN_DATE.fullmatch(text.strip(",").lower())
    if not found:
        return None
    month = found["month"] or found["number"] or (_MONTHS.index(found["named"][:3]) + 1 if found["named"] else None)
    try:
        return days_of(found["year"] or found["after"], f"{int(month):02}" if month else None, None)
    except ValueError:
        return None


def date_meant(value: str) -> str:
    """The date that other ways of writing it may mean: 2021/5/3, 3.5.2021, 2021-5; "" when none."""
    numbers = re.findall("[0-9]+", value)
    if len(numbers) == 3 and len(numbers[2]) == 4:
        numbers.reverse()
    if not 1 <= len(numbers) <= 3 or len(numbers[0]) != 4 or any(len(number) > 2 for number in numbers[1:]):
        return ""
    parts = [numbers[0], *(f"{int(number):02}" for number in numbers[1:])]
    try:
        days_of(*parts, *[None] * (3 - len(parts)))
    except ValueError:
        return parts[0] if 1900 <= int(parts[0]) <= 2100 else ""
    return "-".join(parts)
