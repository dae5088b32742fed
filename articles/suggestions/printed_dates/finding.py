"""Dates found in a text as their words have them, before they are read against the day of publication."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self, TypeAlias

from articles.suggestions.printed_dates.moments import Leaning, Moment, Period, Portion
from articles.suggestions.signs import Begins, around
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

# "The year before", which counts from the year named before it, if there is one.
A_YEAR_BEFORE = Moment(periods_behind=(Period.YEAR, -1), is_rough=True)
# How far from its trigger a date may begin or end, where its family does not say.
MARGIN = 48

Reader: TypeAlias = Callable[[re.Match[str]], Moment | tuple[Moment, Moment] | None]

Rows: TypeAlias = Iterable[tuple[str, Reader]]

# How far a date may stand from its gloss, and the gloss from the end of its brackets; what parts one gloss from the next.
_LONGEST_JOINT, _LONGEST_GLOSS = 6, 24
_PARTS = ("·", "‧", ",", ", ")


class Mode(StrEnum):
    """What the words around a date make of it: on it, since it, until it, before it, after it.

    `FROM` and `FOR` may begin in the past or lie a little ahead.
    """

    AT = "at"
    SINCE = "since"
    FROM = "from"
    FOR = "for"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


class Printed(NamedTuple):
    """A date as printed at body[start:end]. `until`: the second date of a range. `is_contact`: when a source spoke.

    `is_ahead`: the sentence looks forward.
    """

    start: int
    end: int
    moment: Moment
    until: Moment | None = None
    mode: Mode = Mode.AT
    is_contact: bool = False
    is_ahead: bool = False


def behind(words: str) -> str:
    """A pattern for "one of these words stands right before", each in small letters or with a capital."""
    one_of = "|".join(rf"(?<=\b[{word[0].upper()}{word[0]}]{word[1:]}\s)" for word in words.split())
    return rf"(?<=\s)(?:{one_of})"


@dataclass(frozen=True, slots=True)
class Family:
    """Patterns of dates, all of which hold one of the words `trigger` finds; they are tried around it alone.

    `begins`: where any of the patterns begins; `margin`: how many characters before and behind the trigger a date may
    reach. It begins before its trigger ends, or up to `behind` characters later. `beginning`: patterns that begin with
    the trigger, tried there and nowhere else. `sign`: how the trigger begins within one word, if that is rarer than the
    trigger is quickly found.
    """

    trigger: re.Pattern[str]
    patterns: tuple[tuple[re.Pattern[str], Reader], ...]
    begins: Begins
    margin: int
    behind: int
    beginning: tuple[tuple[re.Pattern[str], Reader], ...]
    sign: re.Pattern[str] | None

    @classmethod
    def of(
        cls,
        trigger: str,
        rows: Rows,
        margin: int = MARGIN,
        beginning: Rows = (),
        before: str = r"\W",
        sign: str | None = None,
        behind: int = 0,
    ) -> Self:
        """A family of rows of a pattern and what it says. Fastest where each word of `trigger` begins with a letter.

        `before`: what stands right before whatever the rows find, if it is not the beginning of the text.
        """
        begins = Begins([pattern for pattern, _ in rows], before)
        return cls(
            lazy(trigger),
            _compiled(rows),
            begins,
            margin,
            behind,
            _compiled(beginning),
            lazy(sign) if sign else None,
        )

    def found(self, body: str, words: Vocabulary | None = None) -> Iterator[tuple[re.Match[str], Reader]]:
        """What the patterns find in a text, for each in order. `words`: those of the text, where they are known."""
        triggers = list(self._triggers(body, words))
        for start, end in around(triggers, self.margin) if self.patterns else ():
            if begins := self.begins.within(body, start, end - self.margin + self.behind, end):
                yield from _matches(self.patterns, begins, body, end)
        if self.beginning:
            yield from _matches(self.beginning, [start for start, _ in triggers], body, len(body))

    def _triggers(self, body: str, words: Vocabulary | None) -> Iterator[tuple[int, int]]:
        """The spans of the words without which no date of the family is found."""
        if words is None or self.sign is None:
            yield from (match.span() for match in self.trigger.finditer(body))
        else:
            yield from (match.span() for place in words.places(self.sign) if (match := self.trigger.match(body, place)))


def _matches(
    patterns: Iterable[tuple[re.Pattern[str], Reader]], begins: Sequence[int], body: str, end: int
) -> Iterator[tuple[re.Match[str], Reader]]:
    """What each pattern finds where it may begin, none of its matches overlapping."""
    for pattern, read in patterns:
        read_to = 0
        for begin in begins:
            if begin >= read_to and (match := pattern.match(body, begin, end)):
                yield match, read
                read_to = match.end()


def _compiled(rows: Rows) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple((lazy(pattern), read) for pattern, read in rows)


def found_by(families: Iterable[Family], body: str, words: Vocabulary | None = None) -> list[Printed]:
    """The dates the patterns find, in order: of overlapping ones the first, of those beginning together the longest.

    `words`: those of the text in Latin letters, where they are known.
    """
    found = [
        Printed(match.start(), match.end(), *((moments,) if isinstance(moments, Moment) else moments))
        for family in families
        for match, read in family.found(body, words)
        if (moments := read(match)) is not None
    ]
    found.sort(key=lambda printed: (printed.start, -printed.end))
    kept: list[Printed] = []
    for printed in found:
        if not kept or printed.start >= kept[-1].end:
            kept.append(printed)
    return kept


def ranges_joined(found: list[Printed], body: str, is_range: Callable[[str, str, str], bool]) -> list[Printed]:
    """Dates with the two ends of a range made one. `is_range` is given the words before, between and behind two."""
    joined: list[Printed] = []
    for printed in found:
        earlier = joined[-1] if joined else None
        if (
            earlier
            and earlier.until is None
            and printed.until is None
            and printed.start - earlier.end < 16
            and is_range(
                body[max(0, earlier.start - 24) : earlier.start],
                body[earlier.end : printed.start],
                body[printed.end : printed.end + 8],
            )
        ):
            first = dated_by(earlier.moment, printed.moment)
            joined[-1] = earlier._replace(end=printed.end, moment=first, until=inherited(first, printed.moment))
        else:
            joined.append(printed)
    return joined


def glosses_joined(found: list[Printed], body: str, joins: re.Pattern[str], ends: re.Pattern[str]) -> list[Printed]:
    """Dates with the one that brackets behind them give once more: "Friday (Sept 15)". The one with a day says more.

    `joins`: what stands between the two; `ends`: what closes the brackets, or a note in brackets of their own.
    """
    joined: list[Printed] = []
    for printed in found:
        before = joined[-1] if joined else None
        if before and _is_gloss(before, printed, body, joins) and (before.moment.feast or printed.moment.feast):
            joined.append(printed._replace(moment=before.moment))  # a feast and its day are two names
        elif before and _is_gloss(before, printed, body, joins):
            closed = ends.match(body, printed.end)
            end = closed.end() if closed else printed.end
            joined[-1] = before._replace(end=end, moment=_of_both(before.moment, printed.moment))
        else:
            noted = ends.match(body, printed.end)
            is_noted = noted is not None and len(noted.group()) > 1
            joined.append(printed._replace(end=noted.end()) if noted and is_noted else printed)
    return joined


def _is_gloss(before: Printed, printed: Printed, body: str, joins: re.Pattern[str]) -> bool:
    """Whether a date says once more when the one before it was, in brackets that are closed."""
    between = body[before.end : printed.start]
    if len(between) >= _LONGEST_JOINT:
        return False
    if between in _PARTS:
        return "(" in body[before.start : before.end] and not body.endswith(")", before.start, before.end)
    is_closed = "(" not in between or body.find(")", printed.end, printed.end + _LONGEST_GLOSS) > 0
    return is_closed and joins.fullmatch(between) is not None


def _of_both(moment: Moment, gloss: Moment) -> Moment:
    """What two dates for the same time say together."""
    if moment.part is not None or (moment.day is not None and not gloss.month):
        return moment
    if moment.year is not None or moment.year_away is not None:
        return gloss._replace(year=moment.year, year_away=moment.year_away)
    return gloss


def dated_by(first: Moment, second: Moment) -> Moment:
    """The first date of a range, with the year that it leaves to the second: "January to September 2018", "summer to the end of 2018".

    And with its month, of "from the 20th to the end of the month".
    """
    if first == Moment(day=first.day) and second.portion is Portion.END:
        return first._replace(month_away=second.month_away)
    if second.year is None or (first.year or first.year_away) is not None:
        return first
    if first.part is not None:
        return first._replace(year=second.year)
    if first.month is None or second.month is None:
        return first
    return first._replace(year=second.year - (first.month > second.month))


def inherited(first: Moment, second: Moment) -> Moment:
    """The second date of a range, with the month and year it leaves to the first: "from May 3 to the 10th"."""
    if second.day is not None and second.month is None and second.month_away is None:
        second = second._replace(month=first.month, month_away=first.month_away)
    is_open = second.year is None and second.year_away is None and second.leaning is Leaning.NONE
    if is_open and second.month is not None:
        # "November last year to January", "the end of last year to January"
        is_late = first.portion in (Portion.LATE, Portion.END) if first.month is None else second.month < first.month
        is_late = is_late and first.year_away != 0  # an end of the year that is not printed may be the last one
        year = None if first.year is None else first.year + is_late
        away = None if first.year_away is None else first.year_away + is_late
        second = second._replace(year=year, year_away=away)
    return second


def counted_on(found: list[Printed], is_day: Callable[[Printed], bool]) -> Iterator[Printed]:
    """The dates, those that lean on an earlier one with what they take from it: 이날, the next day; 초와 중순.

    `is_day`: whether a date is a day that others count from, and no more than the end of a stretch.
    """
    last, day, month = Moment(), Moment(), Moment()
    until: Moment | None = None
    day_until = until
    period, until_of_period = Moment(), until
    for printed in found:
        moment = printed.moment
        if moment == A_YEAR_BEFORE:  # "in 2022, less than the year before"
            is_month = (
                last.year is None
                and last.month is not None
                and last.periods_behind is None
                and last.days_behind is None
            )
            if is_month:  # "in December, less than a year earlier", printed in January
                yield printed._replace(
                    moment=last._replace(periods_behind=moment.periods_behind, portion=None, is_rough=True)
                )
                continue
            year = None if last.year is None else last.year - 1
            moment = Moment(year=year, year_away=-1 if year is None else None, is_rough=True)
        if moment.periods_behind is not None and (moment.month or moment.part):  # 같은 해 7월
            years = moment.periods_behind[1]
            moment = moment._replace(
                periods_behind=None,
                year=last.year and last.year + years,
                year_away=None if last.year_away is None else last.year_away + years,
            )
        if moment.periods_behind is not None:
            named = {Period.WEEK: day, Period.MONTH: month, Period.YEAR: last}[moment.periods_behind[0]]
            if printed.until and printed.until.periods_behind:
                printed = printed._replace(
                    until=named._replace(periods_behind=printed.until.periods_behind, portion=None)
                )
            yield printed._replace(
                moment=named._replace(
                    periods_behind=moment.periods_behind, portion=moment.portion, is_rough=moment.is_rough
                )
            )
            continue
        if moment.days_behind is not None:
            days, is_rough = moment.days_behind, moment.is_rough
            if day_until and is_rough:  # "from May 2 to May 9 … two weeks earlier"
                printed = printed._replace(until=day_until._replace(days_behind=days, is_rough=True))
            moment = day._replace(days_behind=days, is_rough=is_rough)
        elif moment.is_same_part:
            year, away = moment.year, moment.year_away
            named, end = (last, until) if period == Moment() else (period, until_of_period)
            printed = printed._replace(until=end and end._replace(year=year, year_away=away))
            if named.month_away is not None and away is not None:  # 지난달, then 지난해 같은 달
                moment = named._replace(month_away=named.month_away + 12 * away)
            else:
                moment = named._replace(year=year, year_away=away)
        elif moment.portion and moment._replace(portion=None) == Moment():
            moment = last._replace(portion=moment.portion, day=None)
        elif is_day(printed):
            day, day_until = moment, printed.until
        if moment.day is not None or moment.month is not None or moment.month_away is not None:
            month = moment
        last, until = moment, printed.until
        is_month = moment.month is not None or moment.month_away is not None
        if until or moment.part is not None or (moment.day is None and is_month):
            period, until_of_period = moment, until
        yield printed if moment is printed.moment else printed._replace(moment=moment)
