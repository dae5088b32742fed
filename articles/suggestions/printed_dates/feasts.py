"""The feasts reports date things by: those of a fixed day, and the lunar ones as kept in Korea."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

FIRST_YEAR = 2000
SEOLLAL, DAEBOREUM, DANO, CHUSEOK = "seollal", "daeboreum", "dano", "chuseok"
# Month and day of every year from FIRST_YEAR on.
_LUNAR = {
    SEOLLAL: (
        "02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-18 02-07 01-26 02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16"
        " 02-05 01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-07 01-27 02-13 02-03"
    ),
    DANO: (
        "06-06 06-25 06-15 06-04 06-22 06-11 05-31 06-19 06-08 05-28 06-16 06-06 06-24 06-13 06-02 06-20 06-09 05-30 06-18"
        " 06-07 06-25 06-14 06-03 06-22 06-10 05-31 06-19 06-09 05-28 06-16 06-05"
    ),
    CHUSEOK: (
        "09-12 10-01 09-21 09-11 09-28 09-18 10-06 09-25 09-14 10-03 09-22 09-12 09-30 09-19 09-08 09-27 09-15 10-04 09-24"
        " 09-13 10-01 09-21 09-10 09-29 09-17 10-06 09-25 09-15 10-03 09-22 09-12"
    ),
}
_DAYS = {
    name: {year: date.fromisoformat(f"{year}-{day}") for year, day in enumerate(days.split(), FIRST_YEAR)}
    for name, days in _LUNAR.items()
}
_DAYS[DAEBOREUM] = {year: day + timedelta(14) for year, day in _DAYS[SEOLLAL].items()}  # the first full moon


def feast_in(name: str, year: int) -> date | None:
    """The day of a feast in a year. `name`: a lunar one, or month and day ("04-15"). None outside 2000 to 2030."""
    return _DAYS[name].get(year) if name in _DAYS else date.fromisoformat(f"{year:04}-{name}")


def feasts_around(name: str, today: date) -> list[date]:
    """The feast in the year of a day, the year before and the year after, as far as known."""
    return [day for year in range(today.year - 1, today.year + 2) if (day := feast_in(name, year))]


def any_feast(words: Mapping[str, str]) -> str:
    """A pattern for the words of any feast, each with its name; `feast_of` tells which one was found."""
    return "|".join(f"(?P<feast_{name.replace('-', '_')}>{pattern})" for pattern, name in words.items())


def feast_of(match: re.Match[str]) -> str:
    """The name of the feast that a pattern with `any_feast` in it found."""
    groups = match.groupdict().items()
    group = next(group for group, words in groups if words is not None and group.startswith("feast_"))
    return group.removeprefix("feast_").replace("_", "-")
