"""The words English reports have for dates, and the pieces their patterns are made of."""

import re

from articles.suggestions.printed_dates.feasts import CHUSEOK, DANO, SEOLLAL
from articles.suggestions.printed_dates.moments import Leaning, Moment, Period, Portion

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5} | dict.fromkeys(("last", "final"), -1)
_NTHS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth fifteenth twentieth thirtieth"
)
WORDED = dict(zip(_NTHS.split(), (*range(1, 13), 15, 20, 30), strict=True))
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# So many days are no exact count: "ten days ago".
MANY = 10
NUMBERS = {word: number for number, word in enumerate(_COUNTS, 1)} | {"a": 1, "an": 1, "a couple of": 2}
NUMBERS |= {"fifteen": 15, "twenty": 20, "thirty": 30}
# How many they are is not said.
A_FEW = ("few", "several", "couple of")
PORTIONS = (
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
LEANINGS = (
    dict.fromkeys(("last", "past", "previous", "this past"), Leaning.LAST)
    | dict.fromkeys(("this", "the", "current"), Leaning.THIS)
    | dict.fromkeys(("next", "coming", "this coming", "upcoming", "the coming"), Leaning.NEXT)
)
AWAY = {Leaning.LAST: -1, Leaning.THIS: 0, Leaning.NEXT: 1}
# Days with a name, as `feasts` knows them.
_ANNIVERSARY = r"(?:(?:\d{1,3}(?:st|nd|rd|th)\s+)?anniversary\s+of\s+(?:the\s+)?)?"
_LEADER = r"(?:(?:North\s+Korea(?:['’]s|n)\s+)?(?:the\s+)?(?:late\s+)?(?:leader|founder|president|dictator)\s+)?"
_OF_BIRTH, _OF_DEATH = r"['’]s\s+birth(?:day)?(?:\s+anniversary)?", r"['’]s\s+death(?:\s+anniversary)?"
HOLIDAYS = {
    r"New\s+Year['’]?s?\s+Eve|(?<=\b[Oo]n\s)the\s+eve\s+of\s+(?:the\s+)?New\s+Year": "12-31",
    r"New\s+Year(?:['’]s(?:\s+Day)?)?"
    r"|(?:(?<=\b[Ss]ince\sthe\s)|(?<=\b[Bb]efore\sthe\s)|(?<=\b[Bb]y\sthe\s)|(?<=\b(?:[Uu]ntil)\sthe\s)|(?<=\b[Tt]ill\sthe\s))"
    r"new\s+year(?!['’]s\s)(?!\s\w)": "01-01",
    rf"{_LEADER}Kim\s+Jong[ -][Uu]n['’]s\s+birthday": "01-08",
    r"Army\s+(?:Foundation|Founding|Building)\s+(?:Day|[Aa]nniversary)"
    rf"|{_ANNIVERSARY}(?:[Aa]rmy|military|Korean\s+People['’]s\s+Army)['’]s\s+founding(?:\s+anniversary)?"
    rf"|{_ANNIVERSARY}founding\s+of\s+the\s+(?:Korean\s+People['’]s\s+Army|(?:North['’]s\s+)?(?:army|military))"
    r"(?:\s+anniversary)?": "02-08",
    rf"Day\s+of\s+the\s+Shining\s+Star|{_ANNIVERSARY}{_LEADER}Kim\s+Jong[ -][Ii]l{_OF_BIRTH}": "02-16",
    r"(?:International\s+)?Women['’]s\s+Day": "03-08",
    r"Tree[ -]Planting\s+Day|Arbou?r\s+Day": "03-14",
    r"Fisherm[ae]n['’]s\s+Day": "03-22",
    r"(?:Qingming|Chongmyong|Cheongmyeong|Hansik|Tomb[ -]Sweeping)(?:\s+(?:[Ff]estival|Day))?": "04-05",
    rf"Day\s+of\s+the\s+Sun|{_ANNIVERSARY}{_LEADER}Kim\s+Il[ -][Ss]ung{_OF_BIRTH}": "04-15",
    r"(?:Korean\s+)?People['’]s\s+Revolutionary\s+Army\s+(?:Foundation\s+|Founding\s+)?Day": "04-25",
    r"May\s+Day|(?:International\s+)?(?:Workers|Labou?r)['’]?\s+Day": "05-01",
    r"(?:International\s+)?Children['’]s\s+Day": "06-01",
    r"(?:Chosun|Choson|Korean)?\s?Children['’]s\s+Union\s+(?:Foundation\s+|Founding\s+)?Day": "06-06",
    r"(?:Coal\s+)?Miners['’]?\s+Day": "07-07",
    rf"{_ANNIVERSARY}{_LEADER}Kim\s+Il[ -][Ss]ung{_OF_DEATH}": "07-08",
    r"(?:War\s+)?Victory\s+Day|Armistice\s+Day": "07-27",
    r"(?:National\s+|Fatherland\s+)?Liberation\s+Day": "08-15",
    r"Day\s+of\s+Songun|Songun\s+(?:Revolution\s+)?Day": "08-25",
    r"Youth\s+Day|Navy\s+Day": "08-28",
    r"(?:Teachers['’]?|Education)\s+Day": "09-05",
    r"National\s+(?:Foundation|Founding)\s+Day|(?:Republic|State|Regime)\s+(?:(?:Foundation|Founding)\s+)?(?:Day|[Aa]nniversary)"
    r"|Founding\s+Day|(?<!China['’]s\s)(?<!Chinese\s)National\s+Day"
    rf"|{_ANNIVERSARY}(?:[Rr]epublic|country|nation|state|regime|North(?:\s+Korea)?)['’]s\s+founding(?:\s+anniversary)?"
    rf"|{_ANNIVERSARY}founding\s+of\s+the\s+(?:[Rr]epublic|DPRK|state|regime|country|nation)(?![’']s)(?:\s+anniversary)?"
    r"|Day\s+of\s+the\s+Foundation\s+of\s+the\s+Republic": "09-09",
    r"(?:China['’]s|Chinese)\s+National\s+Day|(?:China['’]s\s+)?Golden\s+Week": "10-01",
    r"(?:(?:Workers['’]\s+)?Party|WPK)\s+(?:(?:Foundation|Founding)(?:\s+(?:Day|[Aa]nniversary))?|Day|[Aa]nniversary)"
    rf"|{_ANNIVERSARY}(?:ruling\s+)?(?:Workers['’]\s+)?(?:[Pp]arty|WPK)['’]s\s+(?:founding(?:\s+(?:anniversary|day))?|anniversary|birthday)"
    r"|party\s+(?:(?:foundation|founding)\s+)?(?:day|anniversary)"
    rf"|{_ANNIVERSARY}founding\s+of\s+the\s+(?:(?:country|nation|state|North)['’]s\s+)?(?:ruling\s+)?(?:communist\s+)?"
    r"(?:Workers['’]\s+)?(?:[Pp]arty|WPK)(?:\s+of\s+Korea)?(?:\s+anniversary)?": "10-10",
    r"Mother['’]?s['’]?\s+Day": "11-16",
    rf"{_ANNIVERSARY}{_LEADER}Kim\s+Jong[ -][Ii]l{_OF_DEATH}": "12-17",
    r"Christmas\s+Eve": "12-24",
    r"Christmas(?:\s+Day)?": "12-25",
    r"Constitution\s+Day": "12-27",
}
LUNAR = {
    r"(?:[Ll]unar|Chinese|Korean)\s+New\s+Year(?:['’]s(?:\s+Day)?)?|Seollal|Spring\s+Festival": SEOLLAL,
    r"Dano|Dragon\s+Boat\s+Festival": DANO,
    r"Chus[eo]*ok|(?:[Mm]id-[Aa]utumn|[Hh]arvest\s+[Mm]oon|(?:Korean|autumn)\s+harvest|[Mm]oon)\s+(?:[Ff]estival|[Hh]oliday)": CHUSEOK,
}

SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_MONTH = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    rf"|{SHORT_MONTH}\b\.?)"
)
MON, MON2 = _MONTH.format("month"), _MONTH.format("month2")
DAY = r"(?P<day>(?:[12]\d|3[01]|0?[1-9])(?!\d))(?:st|nd|rd|th)?\b(?!,\d{3}|\.\d|:\d|\s?(?:percent|%))"
_NOT_COUNTED = (
    r"(?!,\d{3}|\.\d|:\d|\s+(?:percent|people|won|yuan|tons?|kilo|of\s+them|others?|more|years?|days?|months?|officials"
    r"|members|traders|residents))"
)
TAIL = (
    r"(?:,\s\d\d?(?=,?\s(?:and\s)?\d)){0,4}(?:\s?[-–—]\s?|,?\s+(?:to|through|and|until)\s+(?:the\s+)?)"
    rf"(?P<day2>(?:[12]\d|3[01]|0?[1-9])(?!\d))(?:st|nd|rd|th)?\b{_NOT_COUNTED}"
)
SOME_YEAR = (
    r"(?:(?:,?\s+(?:of\s+|in\s+)?|,)(?P<year>(?:19|20)\d\d)(?!\d|,\d{3})"
    r"|,?\s+(?:of\s+)?(?P<which>last|this|next|that|the\s+(?:previous|same))\s+year(?!['’]s))"
)
YEAR = f"{SOME_YEAR}?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
LEAN = r"(?i:(?P<lean>last|this\s+past|this\s+coming|this|next|past|coming|previous))"
NTH = r"(?i:first|second|third|fourth|fifth|last|final)"
PORTION = (
    r"(?i:(?P<portion>(?:early|late|latter|first|last|middle)\s+part|early\s+days|early|mid|late|middle\s+ten\s+days|middle|opening\s+days"
    # a noun, and not "will open next year", "ends in March"
    r"|(?:beginning|start|opening|outset|end|close)(?=[-–]|\s+of\b)|(?:first|second|latter)\s+half|(?:first|second|last)\s+ten\s+days|(?:first|last)\s+(?:few\s+)?days|(?:final|closing)\s+days)"
    r"(?:[-–\s]+|\s+(?:of|in)\s+)(?:in\s+|of\s+)?(?:the\s+(?!same))?)"
)


def month_of(match: re.Match[str], group: str = "month") -> int | None:
    name = match.groupdict().get(group)
    return _MONTHS.index(name[:3].lower()) + 1 if name else None


def words_of(match: re.Match[str], group: str) -> str:
    """A group's words in lower case with single spaces, or ""."""
    return " ".join((match.groupdict().get(group) or "").lower().split())


def leaning_of(match: re.Match[str]) -> Leaning:
    return LEANINGS.get(words_of(match, "lean"), Leaning.NONE)


def dated_by(match: re.Match[str], moment: Moment) -> Moment:
    """The moment in the year the words name, if they do."""
    groups = match.groupdict()
    if groups.get("year"):
        return moment._replace(year=int(groups["year"]))
    which = words_of(match, "which") or words_of(match, "whose")
    if which in ("the same", "that"):  # of the year named before it
        return moment._replace(periods_behind=(Period.YEAR, 0))
    return moment._replace(year_away={"last": -1, "next": 1, "the previous": -1}.get(which, 0)) if which else moment


def portion_of(match: re.Match[str]) -> Portion | None:
    return PORTIONS.get(words_of(match, "portion"))
