"""The days of the two lunar feasts that reports date things by, as kept in Korea, month and day of every year."""

from datetime import date

_FIRST_YEAR = 2000
_SEOLLAL = (
    "02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-18 02-07 01-26 02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05"
    " 01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-07 01-27 02-13 02-03"
)
_CHUSEOK = (
    "09-12 10-01 09-21 09-11 09-28 09-18 10-06 09-25 09-14 10-03 09-22 09-12 09-30 09-19 09-08 09-27 09-15 10-04 09-24 09-13"
    " 10-01 09-21 09-10 09-29 09-17 10-06 09-25 09-15 10-03 09-22 09-12"
)
SEOLLAL, CHUSEOK = "seollal", "chuseok"
_DAYS = {
    name: {year: date.fromisoformat(f"{year}-{day}") for year, day in enumerate(days.split(), _FIRST_YEAR)}
    for name, days in ((SEOLLAL, _SEOLLAL), (CHUSEOK, _CHUSEOK))
}


def feast_in(name: str, year: int) -> date | None:
    """The day of a feast in a year; None outside 2000 to 2030."""
    return _DAYS[name].get(year)


def feast_near(name: str, today: date, *, is_ahead: bool) -> date | None:
    """The last such feast not after a day, or the next one from that day on."""
    days = [day for year in range(today.year - 1, today.year + 2) if (day := feast_in(name, year))]
    if is_ahead:
        return min((day for day in days if day >= today), default=None)
    return max((day for day in days if day <= today), default=None)
