"""What each Korean pattern for dates says."""

import re

from articles.suggestions.printed_dates.feasts import feast_of
from articles.suggestions.printed_dates.korean_words import (
    DAYS_AWAY,
    DAYS_BEHIND,
    EDGES,
    MONTHS_AWAY,
    NATIVE_COUNTS,
    NATIVE_DAYS,
    NTHS,
    PARTS,
    WEEKDAYS,
    WEEKS_AWAY,
    YEARS_AWAY,
    away_of,
    dated_by,
    leaning_of,
    portion_of,
)
from articles.suggestions.printed_dates.moments import Leaning, Moment, Portion
from provinces.patterns import lazy


def days(match: re.Match[str], moment: Moment) -> Moment | tuple[Moment, Moment]:
    """The moment with its day, or the two ends of a range of days (3~10일)."""
    day, first = int(match["day"]), match["from"]
    last = moment._replace(day=day)
    return (moment._replace(day=int(first)), last) if first and int(first) < day else last


def month_day(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    return days(match, dated_by(match, Moment(month=int(match["month"]), leaning=leaning_of(match))))


def month(match: re.Match[str]) -> Moment:
    return dated_by(match, Moment(month=int(match["month"]), portion=portion_of(match), leaning=leaning_of(match)))


def relative_day(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    return days(match, Moment(month_away=away_of(match, "away", MONTHS_AWAY)))


def first_day(match: re.Match[str]) -> Moment:
    return (month(match) if "month" in match.re.groupindex else relative_month(match))._replace(day=1)


def relative_month(match: re.Match[str]) -> Moment:
    return Moment(month_away=away_of(match, "away", MONTHS_AWAY), portion=portion_of(match))


def year_behind(match: re.Match[str]) -> Moment:
    return dated_by(match, Moment())


def bare_day(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    return days(match, Moment(leaning=leaning_of(match)))


def year(match: re.Match[str]) -> Moment:
    """A year, or a part of it: 올해 초 is January, 올해 말 December."""
    if month := EDGES.get(match.groupdict().get("portion") or ""):
        return dated_by(match, Moment(month=month, is_rough=True))
    return dated_by(match, Moment(portion=portion_of(match)))


def year_end(match: re.Match[str]) -> Moment:
    """연말 is December, 연초 January."""
    is_past = match["last"] is not None or match.string.startswith("보다", match.end())
    year = -1 if is_past and match["edge"] == "말" else 0
    moment = dated_by(match, Moment(month=EDGES[match["edge"]], is_rough=True))
    return moment if moment.year or moment.year_away is not None else moment._replace(year_away=year)


def about_now(match: re.Match[str]) -> Moment:
    """작년 이맘때: the month of publication, in that year."""
    return Moment(month_away=12 * away_of(match, "which", YEARS_AWAY), is_rough=True)


def first_month(match: re.Match[str]) -> Moment:
    """새해 첫 달, 올해 첫 달."""
    return dated_by(match, Moment(month=1))


def whole_year(_: re.Match[str]) -> Moment:
    return Moment(year_away=0)


def part(match: re.Match[str]) -> Moment:
    return dated_by(match, Moment(part=PARTS[match["part"]], portion=portion_of(match), leaning=leaning_of(match)))


def quarter(match: re.Match[str]) -> Moment:
    return dated_by(match, Moment(part=32 + int(match["quarter"]), portion=portion_of(match)))


def week(match: re.Match[str]) -> Moment:
    weekday = match["weekday"]
    return Moment(
        week_away=away_of(match, "away", WEEKS_AWAY),
        weekday=WEEKDAYS.index(weekday) if weekday else None,
        portion=Portion.END if match["end"] else None,
    )


def weekend(_: re.Match[str]) -> Moment:
    return Moment(week_away=-1, portion=Portion.END)


def day_of_week_away(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    """내주 8~9일: the days say more than the week."""
    away = away_of(match, "away", WEEKS_AWAY)
    leaning = Leaning.NEXT if away > 0 else Leaning.LAST if away < 0 else Leaning.NONE
    return days(match, Moment(leaning=leaning))


def glossed_day(match: re.Match[str]) -> Moment:
    """오늘(6일), 지난주 금요일(21일): the brackets say which day that was."""
    near = DAYS_AWAY.get(match["near"] or "", 0)
    leaning = Leaning.NEXT if near > 0 else Leaning.LAST if match["near"] else Leaning.NONE
    return Moment(day=int(match["day"]), month=int(match["month"]) if match["month"] else None, leaning=leaning)


def glossed_month(match: re.Match[str]) -> Moment:
    return Moment(month=int(match["month"]), portion=portion_of(match))


def new_year(_: re.Match[str]) -> Moment:
    return Moment(feast="01-01", is_whole_year=True)


def day_behind(match: re.Match[str]) -> Moment:
    return Moment(days_behind=DAYS_BEHIND[match["behind"]])


def portion_behind(match: re.Match[str]) -> Moment:
    """초와 중순: a third of the month named before it."""
    return Moment(portion=portion_of(match))


def months(match: re.Match[str]) -> tuple[Moment, Moment]:
    first = dated_by(match, Moment(month=int(match["first"]), leaning=leaning_of(match)))
    return first, first._replace(month=int(match["month"]))


def nth_week(match: re.Match[str]) -> Moment:
    week, away = NTHS[match["nth"]], match["away"]
    if away:
        return Moment(week=week, month_away=away_of(match, "away", MONTHS_AWAY))
    return dated_by(match, Moment(week=week, month=int(match["month"])))


def weekday(match: re.Match[str]) -> Moment:
    return Moment(weekday=WEEKDAYS.index(match["weekday"]), leaning=leaning_of(match))


def near_day(match: re.Match[str]) -> Moment:
    return Moment(day_away=DAYS_AWAY[match["near"]], is_rough=match["near"] == "엊그제")


def ago(match: re.Match[str]) -> Moment:
    groups = match.groupdict()
    if groups["days"]:
        return Moment(day_away=-NATIVE_DAYS[groups["days"]], is_rough=groups["days"] in ("보름", "일주일"))
    count = int(groups["count"]) if groups["count"] else NATIVE_COUNTS[groups["native"]]
    unit = "".join(groups["unit"].split())
    if unit in ("주", "주일") and _COMPARED.match(match.string, match.end()):  # from the day of the later price
        return Moment(days_behind=-7 * count, is_rough=True)
    if unit == "일":
        is_about = groups["to"] or groups["over"] or (count >= 10 and count % 5 == 0)
        return Moment(day_away=-count, is_rough=bool(is_about))
    if unit in ("주", "주일"):
        return Moment(day_away=-7 * count, is_rough=True)
    if unit in ("달", "개월"):
        return Moment(month_away=-count, is_rough=True)
    return Moment(year_away=-count, is_rough=True)


# 10일 값은 2주 전 조사 때보다 올랐다.
_COMPARED = lazy(r"\s?(?:조사|대비|가격|시세|보다|과\s비교)")


def years(match: re.Match[str]) -> tuple[Moment, Moment]:
    return Moment(year=int(match["first"])), Moment(year=int(match["year"]))


def same_part(match: re.Match[str]) -> Moment:
    """지난해 같은 기간, 전년 동기: the period named before, in another year."""
    return dated_by(match, Moment(is_same_part=True))


def decade(match: re.Match[str]) -> Moment:
    decade = int(match["decade"])
    return Moment(decade=decade if decade >= 100 else 190 + decade, portion=portion_of(match))  # 90년대 말


def numeric(match: re.Match[str]) -> Moment:
    return Moment(year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))


def feast(match: re.Match[str]) -> Moment:
    return dated_by(match, Moment(feast=feast_of(match), leaning=leaning_of(match)))
