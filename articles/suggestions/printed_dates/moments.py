"""What the words of a date say, before anything is known of the year.

The words of both languages become a `Moment`; one set of rules (`stretches`) turns it into EDTF, so that "late April" and
4월 하순 can never come to mean different days.
"""

from enum import StrEnum
from typing import NamedTuple


class Portion(StrEnum):
    """A third or half of a month, year or part of a year. `END` ("the end of May") is `LATE` but for deadlines."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    EARLY_MID = "early to mid"
    MID_LATE = "mid to late"


class Leaning(StrEnum):
    """Where the words or the sentence look: "last", "this" or "next"; NONE when they do not say."""

    NONE = "none"
    LAST = "last"
    THIS = "this"
    NEXT = "next"


class Period(StrEnum):
    """What may be counted from another date: "that week", "the following month"."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Moment(NamedTuple):
    """One date as its words have it; None is what they leave open.

    `year_away`, `month_away`, `week_away`, `day_away`: counted from publication ("last month" is -1). `week`: the
    first, second… week of a month, -1 the last. `weekday`: 0 is Monday. `part`: season, quarter or half of a year, as
    in EDTF. `decade`: 199 for the 1990s. `is_rough`: "about". `to_now`: from the beginning of the period to
    publication ("earlier this month"); `from_now`: from publication to its end. `feast`: its name in `feasts`;
    `is_whole_year`: the year that it begins.
    `days_behind`: counted from the day named before it in the text ("that day" is 0); `periods_behind`: weeks, months
    or years from the date named before it. `is_same_part`: the month or part of a year named before it, in this
    moment's year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_away: int | None = None
    month_away: int | None = None
    week_away: int | None = None
    day_away: int | None = None
    week: int | None = None
    weekday: int | None = None
    part: int | None = None
    decade: int | None = None
    portion: Portion | None = None
    leaning: Leaning = Leaning.NONE
    is_rough: bool = False
    to_now: bool = False
    from_now: bool = False
    feast: str = ""
    is_whole_year: bool = False
    days_behind: int | None = None
    periods_behind: tuple[Period, int] | None = None
    is_same_part: bool = False

    @property
    def from_its_first_day(self) -> "Moment":
        """The first day of the month or year whose beginning it is; any other moment is as it was."""
        if self.portion is not Portion.EARLY or self.part is not None or self.periods_behind is not None:
            return self
        is_year = self.month is None and self.month_away is None
        return self._replace(month=1 if is_year else self.month, day=1, portion=None)
