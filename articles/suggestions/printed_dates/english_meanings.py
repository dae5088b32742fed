"""What each English pattern for dates says."""

import re

from articles.suggestions.printed_dates.english_words import (
    A_FEW,
    AWAY,
    LEANINGS,
    MANY,
    NUMBERS,
    ORDINALS,
    PORTIONS,
    SEASONS,
    WEEKDAYS,
    WORDED,
    dated_by,
    leaning_of,
    month_of,
    portion_of,
    words_of,
)
from articles.suggestions.printed_dates.feasts import feast_of
from articles.suggestions.printed_dates.finding import A_YEAR_BEFORE
from articles.suggestions.printed_dates.moments import Leaning, Moment, Period, Portion
from provinces.patterns import lazy


def numeric(match: re.Match[str]) -> Moment:
    return Moment(year=int(match["year"]), month=int(match["number"]), day=int(match["day"]))


def month_day(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    first = dated_by(match, Moment(month=month_of(match), day=int(match["day"]), leaning=leaning_of(match)))
    day2 = match.groupdict().get("day2")
    return (first, first._replace(day=int(day2))) if day2 and int(day2) > int(match["day"]) else first


def worded_day(match: re.Match[str]) -> Moment:
    """ "October first"."""
    return dated_by(match, Moment(month=month_of(match), day=WORDED[match["worded"].lower()]))


def month_only(match: re.Match[str]) -> Moment:
    return dated_by(match, Moment(month=month_of(match), portion=portion_of(match), leaning=leaning_of(match)))


def relative_month(match: re.Match[str]) -> Moment:
    return Moment(month_away=AWAY[LEANINGS[words_of(match, "lean")]], portion=portion_of(match))


def this_month(match: re.Match[str]) -> Moment:
    return Moment(month_away=0, portion=portion_of(match))


def earlier(match: re.Match[str]) -> Moment:
    period = match["period"].lower()
    if period == "week":
        return Moment(week_away=0, to_now=True)
    return Moment(month_away=0, to_now=True) if period == "month" else Moment(year_away=0, to_now=True)


def later(match: re.Match[str]) -> Moment:
    return (
        Moment(month_away=0, portion=Portion.LATE)
        if match["period"].lower() == "month"
        else Moment(year_away=0, from_now=True)
    )


def worded_day_of_month(match: re.Match[str]) -> Moment:
    """ "The first of this month"."""
    return Moment(day=WORDED[match["worded"].lower()], month_away=AWAY[LEANINGS[words_of(match, "lean")]])


def months_end(_: re.Match[str]) -> Moment:
    """ "Month's end", "within the month"."""
    return Moment(month_away=0, portion=Portion.END)


def some_weeks(match: re.Match[str]) -> Moment:
    """ "The first weeks of March": its first half."""
    portion = Portion.FIRST_HALF if words_of(match, "nth") == "first" else Portion.SECOND_HALF
    return dated_by(match, Moment(month=month_of(match), portion=portion, leaning=leaning_of(match)))


def week_of_day(match: re.Match[str]) -> tuple[Moment, Moment]:
    """ "The week of April 3": that day and the six behind it."""
    day = dated_by(match, Moment(month=month_of(match), day=int(match["day"])))
    return day, day._replace(days_behind=6)


def nth_day(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    lean, day2 = words_of(match, "lean"), match["day2"]
    first = Moment(day=int(match["day"]), month_away=AWAY[LEANINGS[lean]] if lean else None)
    return (first, first._replace(day=int(day2))) if day2 and int(day2) > int(match["day"]) else first


def nth_week(match: re.Match[str]) -> Moment:
    week, lean = ORDINALS[match["nth"].lower()], words_of(match, "lean")
    if lean:
        return Moment(week=week, month_away=AWAY[LEANINGS[lean]])
    return dated_by(match, Moment(week=week, month=month_of(match)))


def nth_weekday(match: re.Match[str]) -> Moment:
    """ "The first Monday of June"."""
    return nth_week(match)._replace(weekday=WEEKDAYS.index(match["weekday"][:3].lower()))


def week(match: re.Match[str]) -> Moment:
    is_weekend = "weekend" in match.group().lower()
    lean = LEANINGS.get(words_of(match, "lean"), Leaning.LAST)
    away = -1 if is_weekend and lean is not Leaning.NEXT else AWAY[lean]
    return Moment(week_away=away, portion=Portion.END if is_weekend else None)


def before_last(match: re.Match[str]) -> Moment:
    """ "The week before last"."""
    return Moment(week_away=-2) if match["unit"].lower() == "week" else Moment(month_away=-2)


def week_begin(match: re.Match[str]) -> Moment:
    return Moment(weekday=0, week_away=AWAY[LEANINGS[words_of(match, "lean")]])


def weekday(match: re.Match[str]) -> Moment:
    weekday, week = WEEKDAYS.index(match["weekday"][:3].lower()), words_of(match, "week")
    if week:
        return Moment(weekday=weekday, week_away=AWAY[LEANINGS[week]])
    return Moment(weekday=weekday, leaning=leaning_of(match))


_IS_LESS = lazy(r"\s(?:in(?!\s\d)|of(?!\s(?:\d|last|this|that))|is|was|has|came|comes|to|follow\w+|reflect\w+)\b")
_EARLY_OR_LATE = lazy(r"^(?:early|late|earlier|later)\s+")


def near_day(match: re.Match[str]) -> Moment:
    words = _EARLY_OR_LATE.sub("", match.group().lower())
    if words.startswith("the day before"):
        return Moment(day_away=-2)
    return Moment(day_away=1 if "tomorrow" in words else -1 if words.startswith(("yesterday", "last")) else 0)


def behind_another(match: re.Match[str]) -> Moment:
    """ "The following day", "that week": counted from the date named before it."""
    word, unit = words_of(match, "behind").split()[-1], match["unit"].lower()
    count = 1 if word in ("next", "following", "after", "later") else 0 if word in ("same", "that") else -1
    if unit == "day":
        return Moment(days_behind=count)
    return Moment(periods_behind=(Period(unit), count), portion=portion_of(match))


def counted(match: re.Match[str]) -> Moment | None:
    """ "Two weeks later", "three days before": counted from the date named before it."""
    words, unit = words_of(match, "count"), match["unit"].lower()
    count = int(words) if words.isdigit() else NUMBERS.get(words, 0)
    count = count if match["behind"].lower() in ("later", "after") else -count
    if unit in ("month", "year"):
        return Moment(periods_behind=(Period(unit), count), is_rough=True)
    return Moment(days_behind=7 * count, is_rough=True) if unit == "week" else Moment(days_behind=count)


def months_before(match: re.Match[str]) -> tuple[Moment, Moment]:
    """ "The previous two months": counted from the month named before it."""
    count = NUMBERS[words_of(match, "count")]
    return Moment(periods_behind=(Period.MONTH, -count)), Moment(periods_behind=(Period.MONTH, -1))


def same_month(_: re.Match[str]) -> Moment:
    """ "The same month last year"."""
    return Moment(periods_behind=(Period.MONTH, -12))


def same_part_last_year(_: re.Match[str]) -> Moment:
    """ "The same period last year": of the month or quarter named before it."""
    return Moment(is_same_part=True, year_away=-1)


def ago(match: re.Match[str]) -> Moment | None:
    words = words_of(match, "count")
    count = int(words) if words.isdigit() else NUMBERS.get(words, 0)
    if not count:
        return None
    unit = match["unit"].lower()
    if unit == "day":
        return Moment(day_away=-count, is_rough=count >= MANY and count % 5 == 0)
    if unit in ("week", "fortnight"):
        return Moment(day_away=-(7 if unit == "week" else 14) * count, is_rough=True)
    if unit == "month":
        return Moment(month_away=-count, is_rough=True)
    return Moment(year_away=-count, is_rough=True)


def half_a_year_ago(_: re.Match[str]) -> Moment:
    return Moment(month_away=-6, is_rough=True)


def and_a_half_ago(match: re.Match[str]) -> Moment | None:
    """ "Two and a half years ago", "a month and a half ago"."""
    words = words_of(match, "count")
    count = int(words) if words.isdigit() else NUMBERS.get(words, 0)
    if not count:
        return None
    if match["unit"].lower() == "month":
        return Moment(day_away=-30 * count - 15, is_rough=True)
    return Moment(month_away=-12 * count - 6, is_rough=True)


def decade_ago(match: re.Match[str]) -> Moment | None:
    """ "A decade ago", "two decades ago"."""
    words = words_of(match, "count")
    count = int(words) if words.isdigit() else NUMBERS.get(words, 0)
    return Moment(year_away=-10 * count, is_rough=True) if count else None


def year_before(_: re.Match[str]) -> Moment:
    return A_YEAR_BEFORE


def two_months(match: re.Match[str]) -> tuple[Moment, Moment] | None:
    """ "April and May": months that follow each other are one stretch."""
    first, second = month_of(match), month_of(match, "month2")
    is_joined = not {"-", "–"}.isdisjoint(match.group())
    if first is None or second is None or (second != first + 1 and not is_joined):
        return None
    return dated_by(match, Moment(month=first)), dated_by(match, Moment(month=second))


def first_months(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    """ "The first two months of 2023", as statistics have it; "the last three months of 2015", "the first month of 2015".

    Of the year that is, where none is named; the first few of them are its first third.
    """
    words, is_first = words_of(match, "count"), words_of(match, "which_end") == "first"
    dated = dated_by(match, Moment())
    year = dated if dated != Moment() else Moment(year_away=0)
    if words in A_FEW:
        return year._replace(portion=Portion.EARLY if is_first else Portion.LATE)
    count = NUMBERS.get(words, 1)
    first, last = (1, count) if is_first else (13 - count, 12)
    months = dated._replace(month=first), dated._replace(month=last)
    return months if count > 1 else year._replace(month=first)


def first_weeks(match: re.Match[str]) -> tuple[Moment, Moment]:
    """ "The first two weeks of May"."""
    first, last = (1, 2) if words_of(match, "nth") == "first" else (3, -1)
    month = dated_by(match, Moment(month=month_of(match)))
    return month._replace(week=first), month._replace(week=last)


def two_portions(match: re.Match[str]) -> tuple[Moment, Moment]:
    """ "Early and mid-July"."""
    second = month_only(match)
    return second._replace(portion=PORTIONS[match["portion1"].lower()]), second


def year_only(match: re.Match[str]) -> Moment:
    return dated_by(match, Moment(portion=portion_of(match)))


def two_years(match: re.Match[str]) -> tuple[Moment, Moment] | None:
    """ "2014-2015", "2014–15"."""
    first, second = match["year"], match["year2"] or match["next"]
    last = int(f"{first[: 4 - len(second)]}{second}")
    if match["next"] and last != int(first) + 1:
        return None
    return (Moment(year=int(first)), Moment(year=last)) if last > int(first) else None


def relative_year(match: re.Match[str]) -> Moment:
    return Moment(year_away=AWAY[LEANINGS[words_of(match, "lean")]], portion=portion_of(match))


def year_and_next(match: re.Match[str]) -> tuple[Moment, Moment] | None:
    """ "This year and next", "last year and this"."""
    first, second = AWAY[LEANINGS[words_of(match, "lean")]], AWAY[LEANINGS[words_of(match, "other")]]
    return (Moment(year_away=first), Moment(year_away=second)) if second == first + 1 else None


def year_end(match: re.Match[str]) -> Moment:
    dated = dated_by(match, Moment(portion=Portion.END))
    return dated if dated.year else dated._replace(year_away=0)


def year_begin(_: re.Match[str]) -> Moment:
    return Moment(year_away=0, portion=Portion.EARLY)


def quarter(match: re.Match[str]) -> Moment:
    words = words_of(match, "nth")
    number = 4 if words in ("last", "final") else ORDINALS.get(words) or int(words[0])
    return dated_by(match, Moment(part=32 + number, portion=portion_of(match)))


_OF_THE_YEAR = lazy(r"\bof\s+the\s+year$")


def half(match: re.Match[str]) -> Moment:
    if _OF_THE_YEAR.search(match.group()):  # "the second half of the year": the one that runs
        return Moment(part=40 if words_of(match, "nth") == "first" else 41, portion=portion_of(match), year_away=0)
    return dated_by(match, Moment(part=40 if words_of(match, "nth") == "first" else 41, portion=portion_of(match)))


def season(match: re.Match[str]) -> Moment | None:
    if match["season"] == "fall" and not match["lean"] and _IS_LESS.match(match.string, match.end()):
        return None  # "the fall in prices was steep", but "in the fall"
    leaning = leaning_of(match)
    if match["year1"]:  # "the winter of 2019-20" has begun in 2019
        return Moment(year=int(match["year1"]), part=SEASONS[match["season"].lower()], portion=portion_of(match))
    return dated_by(match, Moment(part=SEASONS[match["season"].lower()], portion=portion_of(match), leaning=leaning))


def two_seasons(match: re.Match[str]) -> tuple[Moment, Moment]:
    """ "The summer and autumn of 2021"."""
    first = dated_by(match, Moment(part=SEASONS[match["season"].lower()], leaning=leaning_of(match)))
    return first, first._replace(part=SEASONS[match["season2"].lower()])


def decade(match: re.Match[str]) -> Moment:
    return Moment(decade=int(match["decade"]), portion=portion_of(match))


def short_decade(match: re.Match[str]) -> Moment:
    """ "The ’90s"."""
    return Moment(decade=190 + int(match["short"]), portion=portion_of(match))


def feast(match: re.Match[str]) -> Moment:
    return dated_by(match, Moment(feast=feast_of(match), leaning=leaning_of(match)))
