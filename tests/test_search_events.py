"""`event:` to the day: what is kept of a span meets exactly the days, months and years that it has a day in common with."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.days import days_of
from articles.search.index.events import MOST_YEARS, Part, asked, codes, parts

DAYS = st.dates(date(2019, 11, 1), date(2024, 3, 1))


def meets(event: tuple[date | None, date | None], part: Part) -> bool:
    return bool(codes(*event) & set(asked(part)))


@given(DAYS, st.integers(0, 900), DAYS)
def test_an_event_meets_what_it_has_a_day_in_common_with(first: date, days: int, day: date) -> None:
    last = first + timedelta(days=days)
    for part in ((day.year, day.month, day.day), (day.year, day.month, 0), (day.year, 0, 0)):
        year, month, of_month = (f"{number:02}" if number else None for number in part)
        begins, ends = days_of(f"{part[0]:04}", month, of_month)
        assert meets((first, last), part) == (first <= ends and begins <= last), (year, part)
        assert list(parts(begins, ends)) == [part], "what is asked for is one part"


@given(DAYS, st.integers(0, 900))
def test_parts_make_up_the_span_and_nothing_else(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    covered: list[date] = []
    for year, month, day in parts(first, last):
        begins, ends = days_of(f"{year:04}", f"{month:02}" if month else None, f"{day:02}" if day else None)
        covered += [begins + timedelta(days=each) for each in range((ends - begins).days + 1)]
    assert covered == [first + timedelta(days=each) for each in range(days + 1)]


@pytest.mark.parametrize(
    ("event", "expected"),
    [((None, None), False), ((date(2023, 4, 3), None), False), ((None, date(2023, 4, 3)), True)],
)
def test_an_event_whose_end_is_not_known_meets_nothing(event: tuple[date | None, date | None], expected: bool) -> None:
    assert meets(event, (2023, 4, 3)) is expected


def test_the_longest_event_is_kept_short() -> None:
    long = (date.min, date.max)
    assert meets(long, (9999, 12, 31)) and not meets(long, (9999 - MOST_YEARS - 1, 1, 1))
    assert len(codes(*long)) < 300
