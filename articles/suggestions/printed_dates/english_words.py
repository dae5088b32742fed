"""The words English reports have for dates, and what each says."""

import re

from articles.suggestions.printed_dates.feasts import CHUSEOK, DANO, SEOLLAL, any_feast, feast_of
from articles.suggestions.printed_dates.finding import A_YEAR_BEFORE, Family, Reader, behind
from articles.suggestions.printed_dates.moments import Leaning, Moment, Period, Portion
from provinces.patterns import lazy

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5} | dict.fromkeys(("last", "final"), -1)
_NTHS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth fifteenth twentieth thirtieth"
)
_WORDED = dict(zip(_NTHS.split(), (*range(1, 13), 15, 20, 30), strict=True))
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# So many days are no exact count: "ten days ago".
_MANY = 10
_NUMBERS = {word: number for number, word in enumerate(_COUNTS, 1)} | {"a": 1, "an": 1, "a couple of": 2}
_NUMBERS |= {"fifteen": 15, "twenty": 20, "thirty": 30}
# How many they are is not said.
_A_FEW = ("few", "several", "couple of")
_PORTIONS = (
    dict.fromkeys(
        (
            *("early", "beginning", "start", "earlier", "early part", "first part", "opening", "outset"),
            *("first ten days", "first days", "first few days", "early days", "opening days"),
        ),
        Portion.EARLY,
    )
    | dict.fromkeys(("mid", "middle", "middle part", "middle ten days", "second ten days"), Portion.MID)
    | dict.fromkeys(("late", "last ten days", "late part", "latter part", "last part"), Portion.LATE)
    | dict.fromkeys(("last days", "last few days", "final days", "closing days"), Portion.LATE)
    | dict.fromkeys(("end", "close"), Portion.END)
    | dict.fromkeys(("second half", "latter half"), Portion.SECOND_HALF)
    | {"first half": Portion.FIRST_HALF}
)
_LEANINGS = (
    dict.fromkeys(("last", "past", "previous", "this past"), Leaning.LAST)
    | dict.fromkeys(("this", "the", "current"), Leaning.THIS)
    | dict.fromkeys(("next", "coming", "this coming", "upcoming", "the coming"), Leaning.NEXT)
)
_AWAY = {Leaning.LAST: -1, Leaning.THIS: 0, Leaning.NEXT: 1}
# Days with a name, as `feasts` knows them.
_HOLIDAYS = {
    r"New\s+Year(?:['’]s(?:\s+Day)?)?|(?<=\b[Ss]ince\sthe\s)new\s+year": "01-01",
    r"Army\s+(?:Foundation|Founding|Building)\s+Day": "02-08",
    r"Day\s+of\s+the\s+Shining\s+Star|(?:(?:North\s+Korean\s+)?(?:late\s+)?leader\s+)?Kim\s+Jong[ -][Ii]l['’]s\s+birthday": "02-16",
    r"(?:International\s+)?Women['’]s\s+Day": "03-08",
    r"Day\s+of\s+the\s+Sun|(?:late\s+leader\s+|founder\s+)?Kim\s+Il[ -][Ss]ung['’]s\s+birthday": "04-15",
    r"May\s+Day|International\s+(?:Workers|Labou?r)['’]?\s+Day": "05-01",
    r"(?:International\s+)?Children['’]s\s+Day": "06-01",
    r"Victory\s+Day": "07-27",
    r"(?:National\s+)?Liberation\s+Day": "08-15",
    r"National\s+(?:Foundation|Founding)\s+Day|Republic\s+(?:Foundation\s+)?Day"
    r"|(?:anniversary\s+of\s+the\s+)?(?:republic|country|nation|state|regime)['’]s\s+founding(?:\s+anniversary)?"
    r"|(?:anniversary\s+of\s+the\s+)?founding\s+of\s+the\s+(?:[Rr]epublic|DPRK|state|country|nation)(?![’']s)(?:\s+anniversary)?"
    r"|Day\s+of\s+the\s+Foundation\s+of\s+the\s+Republic": "09-09",
    r"(?:Workers['’]\s+)?Party\s+(?:Foundation|Founding)(?:\s+(?:Day|[Aa]nniversary))?"
    r"|(?:anniversary\s+of\s+the\s+)?party['’]s\s+founding(?:\s+anniversary)?"
    r"|(?:anniversary\s+of\s+the\s+)?founding\s+of\s+the\s+(?:(?:country|nation|state|North)['’]s\s+)?(?:ruling\s+)?(?:communist\s+)?"
    r"(?:Workers['’]\s+)?[Pp]arty(?:\s+anniversary)?": "10-10",
    r"Constitution\s+Day": "12-27",
}
_LUNAR = {
    r"(?:[Ll]unar|Chinese)\s+New\s+Year(?:['’]s(?:\s+Day)?)?|Seollal": SEOLLAL,
    r"Dano": DANO,
    r"Chus[eo]*ok": CHUSEOK,
}

# --- pieces ---

_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_MONTH = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    rf"|{_SHORT_MONTH}\b\.?)"
)
_MON, _MON2 = _MONTH.format("month"), _MONTH.format("month2")
_DAY = r"(?P<day>(?:[12]\d|3[01]|0?[1-9])(?!\d))(?:st|nd|rd|th)?\b(?!,\d{3}|\.\d|:\d|\s?(?:percent|%))"
_NOT_COUNTED = (
    r"(?!,\d{3}|\.\d|:\d|\s+(?:percent|people|won|yuan|tons?|kilo|of\s+them|others?|more|years?|days?|months?|officials"
    r"|members|traders|residents))"
)
_TAIL = (
    r"(?:\s?[-–—]\s?|\s+(?:to|through|and|until)\s+(?:the\s+)?)"
    rf"(?P<day2>(?:[12]\d|3[01]|0?[1-9])(?!\d))(?:st|nd|rd|th)?\b{_NOT_COUNTED}"
)
_SOME_YEAR = (
    r"(?:(?:,?\s+(?:of\s+|in\s+)?|,)(?P<year>(?:19|20)\d\d)(?!\d|,\d{3})"
    r"|,?\s+(?:of\s+)?(?P<which>last|this|next|that|the\s+(?:previous|same))\s+year(?!['’]s))"
)
_YEAR = f"{_SOME_YEAR}?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LEAN = r"(?i:(?P<lean>last|this\s+past|this\s+coming|this|next|past|coming|previous))"
_NTH = r"(?i:first|second|third|fourth|fifth|last|final)"
_PORTION = (
    r"(?i:(?P<portion>(?:early|late|latter|first|last|middle)\s+part|early\s+days|early|mid|late|middle\s+ten\s+days|middle|opening\s+days"
    # a noun, and not "will open next year", "ends in March"
    r"|(?:beginning|start|opening|outset|end|close)(?=[-–]|\s+of\b)|(?:first|second|latter)\s+half|(?:first|second|last)\s+ten\s+days|(?:first|last)\s+(?:few\s+)?days|(?:final|closing)\s+days)"
    r"(?:[-–\s]+|\s+(?:of|in)\s+)(?:in\s+|of\s+)?(?:the\s+(?!same))?)"
)


def _month(match: re.Match[str], group: str = "month") -> int | None:
    name = match.groupdict().get(group)
    return _MONTHS.index(name[:3].lower()) + 1 if name else None


def _words(match: re.Match[str], group: str) -> str:
    """A group's words in lower case with single spaces, or ""."""
    return " ".join((match.groupdict().get(group) or "").lower().split())


def _leaning(match: re.Match[str]) -> Leaning:
    return _LEANINGS.get(_words(match, "lean"), Leaning.NONE)


def _dated(match: re.Match[str], moment: Moment) -> Moment:
    """The moment in the year the words name, if they do."""
    groups = match.groupdict()
    if groups.get("year"):
        return moment._replace(year=int(groups["year"]))
    which = _words(match, "which") or _words(match, "whose")
    if which in ("the same", "that"):  # of the year named before it
        return moment._replace(periods_behind=(Period.YEAR, 0))
    return moment._replace(year_away={"last": -1, "next": 1, "the previous": -1}.get(which, 0)) if which else moment


def _portion(match: re.Match[str]) -> Portion | None:
    return _PORTIONS.get(_words(match, "portion"))


# --- what each pattern says ---


def _numeric(match: re.Match[str]) -> Moment:
    return Moment(year=int(match["year"]), month=int(match["number"]), day=int(match["day"]))


def _month_day(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    first = _dated(match, Moment(month=_month(match), day=int(match["day"]), leaning=_leaning(match)))
    day2 = match.groupdict().get("day2")
    return (first, first._replace(day=int(day2))) if day2 and int(day2) > int(match["day"]) else first


def _worded_day(match: re.Match[str]) -> Moment:
    """ "October first"."""
    return _dated(match, Moment(month=_month(match), day=_WORDED[match["worded"].lower()]))


def _month_only(match: re.Match[str]) -> Moment:
    return _dated(match, Moment(month=_month(match), portion=_portion(match), leaning=_leaning(match)))


def _relative_month(match: re.Match[str]) -> Moment:
    return Moment(month_away=_AWAY[_LEANINGS[_words(match, "lean")]], portion=_portion(match))


def _this_month(match: re.Match[str]) -> Moment:
    return Moment(month_away=0, portion=_portion(match))


def _earlier(match: re.Match[str]) -> Moment:
    period = match["period"].lower()
    if period == "week":
        return Moment(week_away=0, to_now=True)
    return Moment(month_away=0, to_now=True) if period == "month" else Moment(year_away=0, to_now=True)


def _later(match: re.Match[str]) -> Moment:
    return (
        Moment(month_away=0, portion=Portion.LATE)
        if match["period"].lower() == "month"
        else Moment(year_away=0, from_now=True)
    )


def _nth_day(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    lean, day2 = _words(match, "lean"), match["day2"]
    first = Moment(day=int(match["day"]), month_away=_AWAY[_LEANINGS[lean]] if lean else None)
    return (first, first._replace(day=int(day2))) if day2 and int(day2) > int(match["day"]) else first


def _nth_week(match: re.Match[str]) -> Moment:
    week, lean = _ORDINALS[match["nth"].lower()], _words(match, "lean")
    if lean:
        return Moment(week=week, month_away=_AWAY[_LEANINGS[lean]])
    return _dated(match, Moment(week=week, month=_month(match)))


def _week(match: re.Match[str]) -> Moment:
    is_weekend = "weekend" in match.group().lower()
    lean = _LEANINGS.get(_words(match, "lean"), Leaning.LAST)
    away = -1 if is_weekend and lean is not Leaning.NEXT else _AWAY[lean]
    return Moment(week_away=away, portion=Portion.END if is_weekend else None)


def _week_begin(match: re.Match[str]) -> Moment:
    return Moment(weekday=0, week_away=_AWAY[_LEANINGS[_words(match, "lean")]])


def _weekday(match: re.Match[str]) -> Moment:
    weekday, week = _WEEKDAYS.index(match["weekday"][:3].lower()), _words(match, "week")
    if week:
        return Moment(weekday=weekday, week_away=_AWAY[_LEANINGS[week]])
    return Moment(weekday=weekday, leaning=_leaning(match))


_IS_LESS = lazy(r"\s(?:in(?!\s\d)|of(?!\s(?:\d|last|this|that))|is|was|has|came|comes|to|follow\w+|reflect\w+)\b")
_EARLY_OR_LATE = lazy(r"^(?:early|late|earlier|later)\s+")


def _near_day(match: re.Match[str]) -> Moment:
    words = _EARLY_OR_LATE.sub("", match.group().lower())
    if words.startswith("the day before"):
        return Moment(day_away=-2)
    return Moment(day_away=1 if "tomorrow" in words else -1 if words.startswith(("yesterday", "last")) else 0)


def _behind(match: re.Match[str]) -> Moment:
    """ "The following day", "that week": counted from the date named before it."""
    word, unit = _words(match, "behind").split()[-1], match["unit"].lower()
    count = 1 if word in ("next", "following", "after", "later") else 0 if word in ("same", "that") else -1
    if unit == "day":
        return Moment(days_behind=count)
    return Moment(periods_behind=(Period(unit), count), portion=_portion(match))


def _counted(match: re.Match[str]) -> Moment | None:
    """ "Two weeks later", "three days before": counted from the date named before it."""
    words, unit = _words(match, "count"), match["unit"].lower()
    count = int(words) if words.isdigit() else _NUMBERS.get(words, 0)
    count = count if match["behind"].lower() in ("later", "after") else -count
    if unit == "month":
        return Moment(periods_behind=(Period.MONTH, count), is_rough=True)
    return Moment(days_behind=7 * count, is_rough=True) if unit == "week" else Moment(days_behind=count)


def _months_before(match: re.Match[str]) -> tuple[Moment, Moment]:
    """ "The previous two months": counted from the month named before it."""
    count = _NUMBERS[_words(match, "count")]
    return Moment(periods_behind=(Period.MONTH, -count)), Moment(periods_behind=(Period.MONTH, -1))


def _same_month(_: re.Match[str]) -> Moment:
    """ "The same month last year"."""
    return Moment(periods_behind=(Period.MONTH, -12))


def _same_part_last_year(_: re.Match[str]) -> Moment:
    """ "The same period last year": of the month or quarter named before it."""
    return Moment(is_same_part=True, year_away=-1)


def _ago(match: re.Match[str]) -> Moment | None:
    words = _words(match, "count")
    count = int(words) if words.isdigit() else _NUMBERS.get(words, 0)
    if not count:
        return None
    unit = match["unit"].lower()
    if unit == "day":
        return Moment(day_away=-count, is_rough=count >= _MANY and count % 5 == 0)
    if unit in ("week", "fortnight"):
        return Moment(day_away=-(7 if unit == "week" else 14) * count, is_rough=True)
    if unit == "month":
        return Moment(month_away=-count, is_rough=True)
    return Moment(year_away=-count, is_rough=True)


def _half_a_year_ago(_: re.Match[str]) -> Moment:
    return Moment(month_away=-6, is_rough=True)


def _decade_ago(_: re.Match[str]) -> Moment:
    return Moment(year_away=-10, is_rough=True)


def _year_before(_: re.Match[str]) -> Moment:
    return A_YEAR_BEFORE


def _two_months(match: re.Match[str]) -> tuple[Moment, Moment] | None:
    """ "April and May": months that follow each other are one stretch."""
    first, second = _month(match), _month(match, "month2")
    is_joined = not {"-", "–"}.isdisjoint(match.group())
    if first is None or second is None or (second != first + 1 and not is_joined):
        return None
    return _dated(match, Moment(month=first)), _dated(match, Moment(month=second))


def _first_months(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    """ "The first two months of 2023", as statistics have it; "the last three months of 2015", "the first month of 2015".

    Of the year that is, where none is named; the first few of them are its first third.
    """
    words, is_first = _words(match, "count"), _words(match, "which_end") == "first"
    dated = _dated(match, Moment())
    year = dated if dated != Moment() else Moment(year_away=0)
    if words in _A_FEW:
        return year._replace(portion=Portion.EARLY if is_first else Portion.LATE)
    count = _NUMBERS.get(words, 1)
    first, last = (1, count) if is_first else (13 - count, 12)
    months = dated._replace(month=first), dated._replace(month=last)
    return months if count > 1 else year._replace(month=first)


def _first_weeks(match: re.Match[str]) -> tuple[Moment, Moment]:
    """ "The first two weeks of May"."""
    first, last = (1, 2) if _words(match, "nth") == "first" else (3, -1)
    month = _dated(match, Moment(month=_month(match)))
    return month._replace(week=first), month._replace(week=last)


def _two_portions(match: re.Match[str]) -> tuple[Moment, Moment]:
    """ "Early and mid-July"."""
    second = _month_only(match)
    return second._replace(portion=_PORTIONS[match["portion1"].lower()]), second


def _year_only(match: re.Match[str]) -> Moment:
    return _dated(match, Moment(portion=_portion(match)))


def _two_years(match: re.Match[str]) -> tuple[Moment, Moment] | None:
    """ "2014-2015", "2014–15"."""
    first, second = match["year"], match["year2"] or match["next"]
    last = int(f"{first[: 4 - len(second)]}{second}")
    if match["next"] and last != int(first) + 1:
        return None
    return (Moment(year=int(first)), Moment(year=last)) if last > int(first) else None


def _relative_year(match: re.Match[str]) -> Moment:
    return Moment(year_away=_AWAY[_LEANINGS[_words(match, "lean")]], portion=_portion(match))


def _year_and_next(match: re.Match[str]) -> tuple[Moment, Moment] | None:
    """ "This year and next", "last year and this"."""
    first, second = _AWAY[_LEANINGS[_words(match, "lean")]], _AWAY[_LEANINGS[_words(match, "other")]]
    return (Moment(year_away=first), Moment(year_away=second)) if second == first + 1 else None


def _year_end(match: re.Match[str]) -> Moment:
    dated = _dated(match, Moment(portion=Portion.END))
    return dated if dated.year else dated._replace(year_away=0)


def _year_begin(_: re.Match[str]) -> Moment:
    return Moment(year_away=0, portion=Portion.EARLY)


def _quarter(match: re.Match[str]) -> Moment:
    words = _words(match, "nth")
    number = 4 if words in ("last", "final") else _ORDINALS.get(words) or int(words[0])
    return _dated(match, Moment(part=32 + number, portion=_portion(match)))


_OF_THE_YEAR = lazy(r"\bof\s+the\s+year$")


def _half(match: re.Match[str]) -> Moment:
    if _OF_THE_YEAR.search(match.group()):  # "the second half of the year": the one that runs
        return Moment(part=40 if _words(match, "nth") == "first" else 41, portion=_portion(match), year_away=0)
    return _dated(match, Moment(part=40 if _words(match, "nth") == "first" else 41, portion=_portion(match)))


def _season(match: re.Match[str]) -> Moment | None:
    if match["season"] == "fall" and _IS_LESS.match(match.string, match.end()):
        return None  # "the fall in prices was steep", but "in the fall"
    leaning = _leaning(match)
    return _dated(match, Moment(part=_SEASONS[match["season"].lower()], portion=_portion(match), leaning=leaning))


def _decade(match: re.Match[str]) -> Moment:
    return Moment(decade=int(match["decade"]), portion=_portion(match))


def _feast(match: re.Match[str]) -> Moment:
    return _dated(match, Moment(feast=feast_of(match), leaning=_leaning(match)))


_BEFORE_MONTH = behind(
    "in of by since from until till to and before after during through between around about throughout for"
)
# "The capital’s May Party Congress", "the March Session".
_OF_THAT_MONTH = r"(?:(?<=\b[Tt]he\s)|(?<=[’']s\s))"
_BEFORE_YEAR = behind("in since by until from to during before after throughout through and of between year both")
_AS_A_YEAR = r"(?<=\bas\s)(?<=(?:early|.late|.soon)\sas\s)"
_LOOSELY_BEFORE_YEAR = behind("for with around about over than like")
_OF_SOMETHING = behind("the a her his their its")
_BEFORE_DAY = behind("of on since by until from to and between before after around")
_BEFORE_SEASON = behind(
    "in since from by until till before after over during through throughout between early late the"
)
_NOT_A_DAY = (
    r"(?!\s+(?:[A-Z]|anniversary|birthday|floor|party\s|congress|plenar|plenum|session|round|time|grade|corps|division|brigade"
    r"|army|day\b|century|meeting|month|year|week|place|largest|parallel|consecutive|straight|and\s+final|conference|of\s+its|district))"
)

_COUNT = (
    r"\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|a\s+couple\s+of"
)
_NOT_A_YEAR = r"(?!\d|,\d|['’]s|-|\s+(?:won|yuan|tons?|people|kilo|dollars|households|soldiers))"
_WHOSE = r"(?:the\s+|(?P<whose>this|last|next)\s+year['’]s\s+)?"
_OF_YEAR = rf"(?:\s+of\s+the\s+year(?!\s+\d))?{_YEAR}"
_OF_A_KNOWN_YEAR = (
    r"\s+of\s+(?:the\s+year(?!\s+\d)|(?P<which>last|this|next|the\s+previous)\s+year(?!['’]s)"
    r"|(?P<year>(?:19|20)\d\d)(?!\d|,\d{3}))"
)
_OF_OTHERS = r"(?!\s+of\s+(?!(?:the\s+)?year|this|last|next|(?:19|20)\d)[a-zA-Z])"
_OF_MONTH = r"(?:\s+of\s+(?P<lean>this|last|next|the)\s+month)"
_NOT_A_SEASON = r"(?!\s+(?:in|season|planting|wheat|rice|clothes|farming|vegetables))"
_BEFORE_WEEK = r"(?<!\bthe\s)(?<!\bover\s)\b(?:(?i:early|late|earlier|later|mid)[-\s]+)?"

_MONTH_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\bthe\s+{_MON}\s?[-–]\s?{_MON2}\s+period\b{_YEAR}", _two_months),
    (rf"\b(?:{_WEEKDAY},?\s+)?(?:{_LEAN}\s+)?\b{_MON}\s+{_DAY}(?:{_TAIL})?{_YEAR}", _month_day),
    (rf"\b(?:{_WEEKDAY},?\s+)?(?:the\s+)?(?<![\d.,$])\b{_DAY}(?:{_TAIL})?\s+(?:of\s+)?\b{_MON}\b{_YEAR}", _month_day),
    (rf"\b(?:the\s+)?{_PORTION}(?:{_LEAN}\s+)?{_MON}\b{_YEAR}", _month_only),
    (
        rf"\b(?P<portion1>(?i:early|mid))(?:-?\s+(?:and|to|or)\s+|-to-|\s*[-–]\s*){_PORTION}(?:{_LEAN}\s+)?{_MON}\b{_YEAR}",
        _two_portions,
    ),
    (rf"\b{_LEAN}\s+{_MON}\b", _month_only),
    (
        rf"\b{_MON}\s+(?:the\s+)?(?P<worded>{'|'.join(_WORDED)})\b(?!\s+(?:half|week|quarter|time|day|ten)\b){_YEAR}",
        _worded_day,
    ),
)
_MONTH_FIRST_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\b{_MON}(?:\s+(?:and|to|through)\s+|\s?[-–]\s?){_MON2}(?:\b|(?<=\.))(?!\s+\d\d?\b){_YEAR}", _two_months),
    (rf"\b{_MON}(?:\b|(?<=\.)){_SOME_YEAR}", _month_only),
    (rf"{_BEFORE_MONTH}{_MON}(?!\w)(?!\s+\d)", _month_only),
    (rf"{_OF_THAT_MONTH}{_MON}(?=\s[A-Z])", _month_only),
    # "the March resolution"
    (rf"(?<=\b[Tt]he\s)(?=M){_MON}(?=\s(?!of\b|to\b|towards?\b|for\b)[a-z])", _month_only),
    (rf"\b(?!May\b|March\b|{_SHORT_MONTH}\b(?!\.)){_MON}(?!\w)(?!\s+\d)", _month_only),
)
_RELATIVE_MONTH_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\b(?:(?:the\s+)?{_PORTION})?(?<!\bthe\s){_LEAN}\s+month\b", _relative_month),
    (rf"\b(?:the\s+)?{_PORTION}(?<=\bthe\s)month\b", _this_month),
    (r"\b(?P<portion>(?i:mid))[-\s]month\b", _this_month),
    (
        rf"\b(?:the\s+)?(?P<which_end>first|(?:last|final|closing)(?=\s\w+\s+months\s+of\s+(?:the\s+year|(?:last|this|the\s+previous)\s+year|(?:19|20)\d)))\s+(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months\b{_OF_YEAR}",
        _first_months,
    ),
    (
        rf"\b(?:the\s+)?(?P<which_end>first|last|final|closing)\s+(?:(?P<count>few|several|couple\s+of)\s+months|month){_OF_A_KNOWN_YEAR}",
        _first_months,
    ),
)
_EARLIER_ROWS: tuple[tuple[str, Reader], ...] = (
    (r"\b(?i:earlier\s+(?:on\s+)?(?:in\s+)?(?:this|the)\s+(?P<period>week|month|year))\b", _earlier),
    (r"\b(?i:later\s+(?:on\s+)?(?:in\s+)?(?:this|the)\s+(?P<period>month|year))\b", _later),
)
_WEEK_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\b(?:the\s+)?(?P<nth>{_NTH})\s+(?:full\s+)?week\s+of\s+{_MON}\b{_YEAR}", _nth_week),
    (rf"\b(?:the\s+)?(?P<nth>(?i:first|last|final))\s+two\s+weeks\s+of\s+{_MON}\b{_YEAR}", _first_weeks),
    (rf"\b(?:the\s+)?(?P<nth>{_NTH})\s+(?:full\s+)?week{_OF_MONTH}\b", _nth_week),
    (r"(?<=\b[Ss]ince\s)the\s+(?:very\s+)?(?:beginning|start)\s+of\s+(?P<lean>this|last)\s+week\b", _week_begin),
    (rf"{_BEFORE_WEEK}{_LEAN}\s+(?:week|weekend)\b(?!\s+of\b)|(?<=\b[Oo]ver\s)the\s+weekend\b", _week),
)
_RELATIVE_YEAR_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\b(?:the\s+)?{_PORTION}(?<!\bthe\s){_LEAN}\s+year\b", _relative_year),
    (rf"(?<!\bthe\s)\b{_LEAN}\s+year\b(?!\s+of\b)", _relative_year),
    (
        r"\b(?P<lean>[Tt]his|[Ll]ast)\s+year\s+(?:and|or)\s+(?P<other>next|this)(?:\s+year)?\b(?!['’]s|\s+(?:week|month|spring|summer|autumn|fall|winter)\b)",
        _year_and_next,
    ),
    (
        r"\b(?i:the\s+same\s+(?:time|period|quarter|half|months|season)\s+(?:of\s+|in\s+)?last\s+year)\b",
        _same_part_last_year,
    ),
    (
        r"\b(?i:the\s+(?:end|close)\s+of\s+the\s+year|year(?:['’]s)?[-\s]end(?:\s+(?P<year>(?:19|20)\d\d)\b(?!,\d))?)\b",
        _year_end,
    ),
    (r"\b(?i:the\s+(?:start|beginning)\s+of\s+the\s+(?:new\s+)?year)\b", _year_begin),
)
_QUARTER_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"\b(?:(?:the\s+)?{_PORTION})?{_WHOSE}(?P<nth>(?i:first|second|third|fourth|(?:last|final)(?=\s+quarter\s+of\s)|[1-4](?:st|nd|rd|th)))[-\s]quarter\b{_OF_YEAR}",
        _quarter,
    ),
)
_HALF_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\b(?:(?:the\s+)?{_PORTION})?{_WHOSE}(?P<nth>(?i:first|second|latter))\s+half\b{_OF_YEAR}{_OF_OTHERS}", _half),
)
_SEASON_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"\b(?:{_PORTION})?(?:{_LEAN}\s+|{_BEFORE_SEASON}(?:the\s+)?)(?P<season>(?i:spring|summer|autumn|fall|winter))(?:\s+months)?\b{_NOT_A_SEASON}{_YEAR}",
        _season,
    ),
)
_AND_DAY = r"(?:\s+and\s+(?:the\s+)?(?P<day2>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b)?"
_BARE_NTH_DAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"(?<=\b[Oo]n\s)(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?P<day2>){_OF_MONTH}?{_NOT_A_DAY}", _nth_day),
)
# "Yesterday (12th)"
_GLOSS_DAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (r"(?<=\wday\s\()(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?P<day2>)(?P<lean>)(?=\))", _nth_day),
)
_NTH_DAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{_BEFORE_DAY}the\s+(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b{_AND_DAY}{_OF_MONTH}?{_NOT_A_DAY}", _nth_day),
)
_DAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"\b(?:{_LEAN}\s+)?(?P<weekday>{_WEEKDAY})\b(?:\s+(?:of\s+)?(?P<week>last|this)\s+week\b)?",
        _weekday,
    ),
    (
        r"\b(?i:(?:(?:early|late|earlier|later)\s+)?(?:the\s+day\s+before\s+yesterday|yesterday|today|tomorrow|last\s+night|this\s+(?:morning|afternoon|evening)|tonight))\b(?!['’]s)",
        _near_day,
    ),
)
_ENDS_THERE = r"(?=[.,;:)”\"]|\s(?:in|at|from|on)\s(?!the\s\d|[A-Z])|\s(?:and|but|or)\b)"
_A_YEAR_BEFORE = (
    r"(?:(?:of\s+|in\s+)?(?:last|the\s+previous|the\s+preceding)\s+year|(?:the|a)\s+year\s+(?:ago|before|earlier))"
)
_OF_NO_OTHER = r"(?!['’]s|\s+(?:of|in\s+which|last|an?|as|the)\b)"
_BEHIND_ROWS: tuple[tuple[str, Reader], ...] = (
    (r"\b(?i:the\s+(?P<behind>next|following|previous)\s+(?P<unit>day))\b(?!['’]s)", _behind),
    (
        r"\b(?i:the\s+(?P<behind>following|previous)\s+(?P<unit>week|month|year))\b(?!['’]s|\s+(?:of|in)\b)",
        _behind,
    ),
    (
        rf"\b(?i:(?P<behind>that(?:\s+same)?|(?:the|this)\s+(?:very\s+)?same)\s+(?P<unit>day|week|month|year))\b{_OF_NO_OTHER}",
        _behind,
    ),
    (
        rf"\b(?:the\s+)?{_PORTION}(?i:(?P<behind>that|the\s+(?:same|following|previous))\s+(?P<unit>month|year))\b{_OF_NO_OTHER}",
        _behind,
    ),
    (r"\b(?i:the\s+(?:previous|preceding)\s+(?P<count>two|three|four|five|six)\s+months)\b(?!['’]s)", _months_before),
    (rf"\b(?i:the\s+same\s+month\s+{_A_YEAR_BEFORE})\b", _same_month),
    (rf"\b(?i:the\s+(?P<unit>day|week|month)\s+(?P<behind>before|after)){_ENDS_THERE}", _behind),
    (rf"\b(?i:an?\s+(?P<unit>day|week|month)\s+(?P<behind>before|later|earlier|prior)){_ENDS_THERE}", _behind),
    (
        rf"\b(?i:(?P<count>\d{{1,2}}|two|three|four|five|six|seven|eight|nine|ten|eleven)\s+(?P<unit>day|week|month)s\s+(?P<behind>before|later|earlier|prior)){_ENDS_THERE}",
        _counted,
    ),
)
_AGO_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"(?<!\bhalf\s)\b(?i:(?P<count>{_COUNT})\s+(?P<unit>day|week|fortnight|month|year)s?\s+ago)\b", _ago),
    (r"\b(?i:half\s+an?\s+year\s+ago)\b", _half_a_year_ago),
    (r"\b(?i:a\s+decade\s+ago)\b", _decade_ago),
    (r"\b(?i:(?:an?|the)\s+year\s+(?:before|earlier|prior))\b(?!\s+\w+ing\b)", _year_before),
)
_NUMBER_FIRST_ROWS: tuple[tuple[str, Reader], ...] = (
    (r"(?<![\d.-])(?P<year>(?:19|20)\d\d)[-./](?P<number>\d{1,2})[-./](?P<day>\d{1,2})(?![\d.-]\d)", _numeric),
    (
        rf"{_BEFORE_YEAR}(?P<year>(?:19|20)\d\d)(?:\s?[-–]\s?(?P<year2>(?:19|20)?\d\d)(?![\d,-])\b|\s+and\s+(?P<next>(?:19|20)\d\d)(?!\d|[,-]\d)\b)",
        _two_years,
    ),
    (rf"{_BEFORE_YEAR}(?P<year>(?:19|20)\d\d){_NOT_A_YEAR}\b", _year_only),
    (rf"{_AS_A_YEAR}(?P<year>(?:19|20)\d\d){_NOT_A_YEAR}\b", _year_only),
    (
        rf"{_LOOSELY_BEFORE_YEAR}(?P<year>(?:19|20)\d\d){_NOT_A_YEAR}\b(?=[.,;:)”\"]|\s(?:and|or|but|when|to|in|by|as|for)\b)",
        _year_only,
    ),
    (rf"(?:{_OF_SOMETHING}|(?<=[’']s\s))(?P<year>(?:19|20)\d\d){_NOT_A_YEAR}(?=\s+[A-Za-z])\b", _year_only),
)
_NUMBER_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\b(?:the\s+)?{_PORTION}(?P<year>(?:19|20)\d\d)(?!\d|,\d)\b", _year_only),
    (rf"\b(?:the\s+)?(?:{_PORTION})?(?P<decade>(?:19|20)\d)0['’]?s\b", _decade),
)
_OF_A_YEAR = r"(?:(?P<whose>[Tt]his|[Ll]ast|[Nn]ext)\s+year['’]s\s+)"
_FEAST_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"\b(?:{_LEAN}\s+|[Tt]he\s+|{_OF_A_YEAR})?(?:{any_feast(_HOLIDAYS | _LUNAR)})(?:\s+holidays?)?\b{_YEAR}",
        _feast,
    ),
)

_MONTH_SIGN = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DAY_SIGN = "day|night|morning|afternoon|evening|morrow"
_SEASON_SIGN = "spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Winter"

# What stands before a date, and the letters that one may begin with: a figure, a name, "the", "early", "last"…
_BEFORE = r"\W(?=[\dA-Zbceflmnopsty])"

# Patterns are tried only around the words without which they cannot match.
FAMILIES = (
    Family.of(_MONTH_SIGN, _MONTH_ROWS, beginning=_MONTH_FIRST_ROWS, before=_BEFORE, sign=_MONTH_SIGN),
    Family.of("month", _RELATIVE_MONTH_ROWS, before=_BEFORE, sign="month"),
    Family.of("arlier|later|Later", _EARLIER_ROWS, sign="arlier|later|Later"),
    Family.of("week", _WEEK_ROWS, before=_BEFORE, sign="week"),
    Family.of("year|Year", _RELATIVE_YEAR_ROWS, before=_BEFORE, sign="year|Year"),
    Family.of("quarter", _QUARTER_ROWS, before=_BEFORE, sign="quarter"),
    Family.of("half", _HALF_ROWS, before=_BEFORE, sign="half"),
    Family.of(_SEASON_SIGN, _SEASON_ROWS, sign=_SEASON_SIGN),
    Family.of("the\\s+\\d", (), beginning=_NTH_DAY_ROWS),
    Family.of(r"[1-9]\d?(?:st|nd|rd|th)\b", (), beginning=(*_BARE_NTH_DAY_ROWS, *_GLOSS_DAY_ROWS)),
    Family.of(_DAY_SIGN, _DAY_ROWS, margin=36, before=_BEFORE, sign=_DAY_SIGN),
    Family.of(
        "(?:next|following|previous|same|[Tt]hat)\\s+(?:day|week|month|year)|(?:previous|preceding)\\s+\\w+\\s+months|(?:day|week|month)s?\\s+(?:before|after|later|earlier|prior)",
        _BEHIND_ROWS,
        sign="next|following|previous|preceding|same|[Tt]hat|day|week|month",
    ),
    Family.of("ago|year\\s+before|year\\s+earlier|year\\s+prior", _AGO_ROWS, sign="ago|year"),
    Family.of(r"(?:19|20)\d\d", _NUMBER_ROWS, beginning=_NUMBER_FIRST_ROWS, before=_BEFORE, sign="19|20"),
    Family.of(
        "Day|birthday|New Year|new year|Chus|ounding|Seoll|Dano",
        _FEAST_ROWS,
        sign="Day|birthday|New|new|Chus|ounding|Seoll|Dano",
    ),
)
