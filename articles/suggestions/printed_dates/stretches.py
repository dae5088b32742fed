"""The dates a moment means in a report of some day: the first and the last, as EDTF. One set of rules for both languages."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from articles.dates import PartialDate
from articles.suggestions.printed_dates.feasts import feast_in, feasts_around
from articles.suggestions.printed_dates.moments import Leaning, Moment, Period, Portion

# Parts of a year in EDTF: seasons 21-24 (winter begins in December), quarters 33-36, halves 40 and 41.
WINTER = 24
SEASONS = (21, 22, 23, WINTER)
QUARTERS = (33, 34, 35, 36)
HALVES = (40, 41)
FIRST_MONTHS = {21: 3, 22: 6, 23: 9, WINTER: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
LENGTHS = {21: 3, 22: 3, 23: 3, WINTER: 3, 33: 3, 34: 3, 35: 3, 36: 3, 40: 6, 41: 6}

# A deadline may have passed a little before the report; further back, next year's is meant.
PASSED_MONTHS = 3
JUST_GONE_BY = timedelta(days=20)
# Until then what had come by "the end of the year" was that of the year before.
MIDYEAR = 6
# Who does not look forward speaks of a feast that is near, or of the last one.
NEARLY_THERE = timedelta(days=100)

# Days of a month, thirds of a part of a year: from and to, both inclusive.
_DAYS = {
    Portion.EARLY: (1, 10),
    Portion.MID: (11, 20),
    Portion.LATE: (21, 31),
    Portion.END: (21, 31),
    Portion.FIRST_HALF: (1, 15),
    Portion.SECOND_HALF: (16, 31),
    Portion.EARLY_MID: (1, 20),
    Portion.MID_LATE: (11, 31),
}
# What a part of a year begins and ends with: thirds, of whole months, but "the end" is the last days of December.
_PARTS_OF_YEAR = {
    Portion.EARLY: ("01", "04"),
    Portion.MID: ("05", "08"),
    Portion.LATE: ("09", "12"),
    Portion.END: ("12-21", "12-31"),
    Portion.EARLY_MID: ("01", "08"),
    Portion.MID_LATE: ("05", "12"),
}
# First and last year of a part of a decade.
_DECADE_YEARS = {
    Portion.EARLY: (0, 3),
    Portion.MID: (4, 6),
    Portion.LATE: (7, 9),
    Portion.END: (7, 9),
    Portion.FIRST_HALF: (0, 4),
    Portion.SECOND_HALF: (5, 9),
    Portion.EARLY_MID: (0, 6),
    Portion.MID_LATE: (4, 9),
}
_HALVES = {Portion.FIRST_HALF: 40, Portion.SECOND_HALF: 41}
_THIRDS = {
    Portion.EARLY: (0, 0),
    Portion.MID: (1, 1),
    Portion.LATE: (2, 2),
    Portion.END: (2, 2),
    Portion.FIRST_HALF: (0, 1),
    Portion.SECOND_HALF: (1, 2),
    Portion.EARLY_MID: (0, 1),
    Portion.MID_LATE: (1, 2),
}


class Stretch(NamedTuple):
    """The first and the last EDTF date of a moment; equal when it is one date."""

    first: str
    last: str

    @property
    def edtf(self) -> str:
        """One EDTF date or interval."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


@lru_cache(maxsize=4096)
def resolve(moment: Moment, today: date, *, is_ahead: bool) -> Stretch | None:
    """The dates a moment means in a report of `today`, or None where no calendar has them.

    `is_ahead`: the sentence looks forward (a deadline, a plan), so that a month or day without a year may lie ahead.
    """
    try:
        stretch = _resolved(moment, today, is_ahead)
    except (ValueError, OverflowError):
        return None
    if stretch is None or not moment.is_rough:
        return stretch
    return Stretch(_roughly(stretch.first), _roughly(stretch.last))


def _resolved(moment: Moment, today: date, is_ahead: bool) -> Stretch | None:
    if moment.decade is not None:
        return _decade(moment.decade, moment.portion)
    if moment.days_behind is not None:
        return _day_behind(moment, today, is_ahead)
    if moment.periods_behind is not None:
        return _period_behind(moment, *moment.periods_behind, today, is_ahead)
    if moment.feast:
        feast = _feast(moment, today, is_ahead)
        return _same(feast.first[:4]) if feast and moment.is_whole_year else feast
    if moment.day_away is not None:
        return _day(today + timedelta(days=moment.day_away))
    if moment.week_away is not None:
        return _week_away(moment, today)
    if moment.weekday is not None and moment.day is None and moment.week is None:
        return _weekday(moment.weekday, moment.leaning, today, is_ahead)
    if moment.part is not None:
        return _part(moment, today, is_ahead)
    if moment.month is None and moment.month_away is None:
        return _last_such_day(moment, today, is_ahead) if moment.day is not None else _year(moment, today)
    year, month = _year_and_month(moment, today, is_ahead)
    return _within_month(moment, year, month, today)


def _same(edtf: str) -> Stretch:
    return Stretch(edtf, edtf)


def _day(day: date) -> Stretch:
    return _same(day.isoformat())


def _decade(decade: int, portion: Portion | None) -> Stretch:
    """A decade, or the years about its beginning, middle or end."""
    if portion not in _DECADE_YEARS:
        return _same(f"{decade}X")
    first, last = _DECADE_YEARS[portion]
    return Stretch(f"{decade}{first}~", f"{decade}{last}~")


def _day_behind(moment: Moment, today: date, is_ahead: bool) -> Stretch | None:
    """So many days after the day that the other words of the moment mean; after publication if there are none."""
    named = moment._replace(days_behind=None)
    stretch = _day(today) if named == Moment() else _resolved(named, today, is_ahead)
    return stretch and _day(date.fromisoformat(stretch.first) + timedelta(days=moment.days_behind or 0))


def _period_behind(moment: Moment, period: Period, count: int, today: date, is_ahead: bool) -> Stretch | None:
    """So many weeks, months or years after the one in which the date of the other words lies; nothing without a date.

    The portion is one of that period: "the end of that month".
    """
    named = moment._replace(periods_behind=None, portion=None, is_rough=False)
    alone = _day(today) if count < 0 or (count and period is not Period.YEAR) else None  # "the previous month", of none
    stretch = alone if named == Moment() else _resolved(named, today, is_ahead)
    first = PartialDate.parse(stretch.first).earliest if stretch else None
    if first is None:
        return None
    if period is Period.YEAR:
        return _year(Moment(year=first.year + count, portion=moment.portion), today)
    if period is Period.MONTH:
        return _within_month(Moment(portion=moment.portion), *_shifted(first.year, first.month, count), today)
    monday = first - timedelta(days=first.weekday()) + timedelta(weeks=count)
    return Stretch(monday.isoformat(), (monday + timedelta(days=6)).isoformat())


def _feast(moment: Moment, today: date, is_ahead: bool) -> Stretch | None:
    """The feast of the year the words name; else the last or the next one if they say so; else the nearest.

    What was planned for a feast just gone by is still told of.
    """
    year = _named_year(moment, today)
    if year is not None:
        day = feast_in(moment.feast, year)
        return None if day is None else _day(day)
    days = feasts_around(moment.feast, today)
    if moment.leaning is Leaning.LAST:
        days = [day for day in days if day <= today]
    elif is_ahead or moment.leaning is Leaning.NEXT:
        gone_by = timedelta(0) if moment.leaning is Leaning.NEXT else JUST_GONE_BY
        days = [day for day in days if day >= today - gone_by]
    else:
        days = [day for day in days if day <= today + NEARLY_THERE] or days
    return _day(min(days, key=lambda day: abs(day - today))) if days else None


def _week_away(moment: Moment, today: date) -> Stretch | None:
    """A week from Monday to Sunday, or one of its days; earlier this week ends with the day of publication."""
    assert moment.week_away is not None
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=moment.week_away)
    if moment.weekday is not None:
        return _day(monday + timedelta(days=moment.weekday))
    if moment.portion is not None:  # the weekend
        return Stretch((monday + timedelta(days=5)).isoformat(), (monday + timedelta(days=6)).isoformat())
    if moment.to_now:
        return Stretch(f"{monday}~", today.isoformat()) if monday < today else _day(today)
    return Stretch(monday.isoformat(), (monday + timedelta(days=6)).isoformat())


def _weekday(weekday: int, leaning: Leaning, today: date, is_ahead: bool) -> Stretch:
    """The last such day not after publication; "last Friday" printed on a Friday is a week ago, "this Friday" of this week."""
    if leaning is Leaning.THIS:
        return _day(today + timedelta(days=weekday - today.weekday()))
    if leaning is Leaning.NEXT or (is_ahead and leaning is Leaning.NONE):
        ahead = (weekday - today.weekday()) % 7  # what will be on Tuesday, printed on a Tuesday, is of that day
        return _day(today + timedelta(days=7 if ahead == 0 and leaning is Leaning.NEXT else ahead))
    back = (today.weekday() - weekday) % 7
    return _day(today - timedelta(days=7 if back == 0 and leaning is Leaning.LAST else back))


def _last_such_day(moment: Moment, today: date, is_ahead: bool) -> Stretch | None:
    """ "on the 15th": the last 15th not after publication, the next one in a sentence that looks forward."""
    day = moment.day
    assert day is not None
    step = 1 if moment.leaning is Leaning.NEXT or (is_ahead and moment.leaning is not Leaning.LAST) else -1
    for away in range(3):
        year, month = _shifted(today.year, today.month, step * away)
        if day <= monthrange(year, month)[1] and (date(year, month, day) - today).days * step >= 0:
            return _day(date(year, month, day))
    return None


def _shifted(year: int, month: int, months: int) -> tuple[int, int]:
    """A year and month so many months away."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def _named_year(moment: Moment, today: date) -> int | None:
    """The year the words say, or None."""
    if moment.year is not None:
        return moment.year
    return None if moment.year_away is None else today.year + moment.year_away


def _year_and_month(moment: Moment, today: date, is_ahead: bool) -> tuple[int, int]:
    """The year and month of a moment that has a month. A month without a year is the last one not after publication."""
    if moment.month_away is not None:
        return _shifted(today.year, today.month, moment.month_away)
    month, year = moment.month, _named_year(moment, today)
    assert month is not None
    if year is not None:
        return year, month
    ahead = (month - today.month) % 12
    if moment.leaning is Leaning.LAST:
        return _shifted(today.year, today.month, 0 if ahead == 0 and _has_begun(moment, today) else ahead - 12)
    if moment.leaning is Leaning.NEXT:
        has_passed = ahead == 0 and moment.day is not None and moment.day < today.day
        return _shifted(today.year, today.month, 12 if has_passed else ahead)
    if moment.leaning is Leaning.THIS:
        return today.year, month
    is_near = ahead < 12 - PASSED_MONTHS
    return _shifted(today.year, today.month, ahead if ahead == 0 or (is_ahead and is_near) else ahead - 12)


def _has_begun(moment: Moment, today: date) -> bool:
    """Whether the day or the third of this month that the words say has begun: 지난 5월 중순, printed late in May."""
    if moment.day is not None:
        return moment.day <= today.day
    return moment.portion is not None and _DAYS[moment.portion][0] <= today.day


def _within_month(moment: Moment, year: int, month: int, today: date) -> Stretch:
    """A month, or the day, third or week of it that the words say."""
    name, length = f"{year:04}-{month:02}", monthrange(year, month)[1]
    if moment.day is not None:
        return _day(date(year, month, moment.day))
    if moment.to_now and (year, month) == (today.year, today.month):
        return Stretch(f"{name}-01~", f"{today}~") if today.day > 1 else _day(today)
    if moment.portion is not None:
        first, last = _DAYS[moment.portion]
        return Stretch(f"{name}-{first:02}~", f"{name}-{min(last, length):02}~")
    if moment.week is not None and moment.weekday is not None:
        first = length - 6 if moment.week < 0 else moment.week * 7 - 6
        return _day(date(year, month, first + (moment.weekday - date(year, month, first).weekday()) % 7))
    if moment.week is not None:
        first = length - 6 if moment.week < 0 else moment.week * 7 - 6
        return Stretch(f"{name}-{first:02}~", f"{name}-{min(first + 6, length):02}~")
    return _same(name)


def _year(moment: Moment, today: date) -> Stretch | None:
    """A year, or a third of it."""
    year = _named_year(moment, today)
    if year is None:
        return None
    if moment.to_now and year == today.year and today > date(year, 1, 1):
        return Stretch(f"{year:04}-01-01~", f"{today}~")
    if moment.from_now:
        return Stretch(f"{today}~", f"{year:04}-12-31~")
    if moment.year_away == 0 and moment.leaning is Leaning.LAST and today.month <= MIDYEAR:
        year -= 1  # the end of the year, which had come
    if moment.portion in _HALVES:
        return _same(f"{year:04}-{_HALVES[moment.portion]}")
    if moment.portion is not None:
        first, last = _PARTS_OF_YEAR[moment.portion]
        return Stretch(f"{year:04}-{first}~", f"{year:04}-{last}~")
    return _same(f"{year:04}")


def _part(moment: Moment, today: date, is_ahead: bool) -> Stretch:
    """A season, quarter or half. Without a year, the last one that has begun; "last winter" has ended."""
    part = moment.part
    assert part is not None
    year = _named_year(moment, today)
    if year is None or (part == WINTER and moment.year_away == 0 and today.month < 3):
        year = (
            today.year
            if _begin(part, today.year) <= today or is_ahead or moment.leaning is Leaning.THIS
            else today.year - 1
        )
        if is_ahead and part in SEASONS and moment.leaning is Leaning.NONE and end_of_part(part, year) < today:
            year += 1  # in spring, announced in December
        if part == WINTER and today.month < 3:
            year = today.year - 1
        if moment.leaning is Leaning.LAST and end_of_part(part, year) >= today:
            year -= 1
        elif moment.leaning is Leaning.NEXT and _begin(part, year) <= today:
            year += 1
    if moment.portion is None:
        return _same(f"{year:04}-{part}")
    begin, end = _THIRDS[moment.portion]
    length = LENGTHS[part] // 3
    first = _shifted(year, FIRST_MONTHS[part], begin * length)
    last = _shifted(year, FIRST_MONTHS[part], (end + 1) * length - 1)
    return Stretch("{:04}-{:02}~".format(*first), "{:04}-{:02}~".format(*last))


def _begin(part: int, year: int) -> date:
    return date(year, FIRST_MONTHS[part], 1)


def end_of_part(part: int, year: int) -> date:
    """The last day of a season, quarter or half."""
    end_year, month = _shifted(year, FIRST_MONTHS[part], LENGTHS[part] - 1)
    return date(end_year, month, monthrange(end_year, month)[1])


def _roughly(edtf: str) -> str:
    return edtf if edtf[-1] in "~?X" else f"{edtf}~"
