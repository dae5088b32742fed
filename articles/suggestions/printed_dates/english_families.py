"""The patterns by which dates are found in English, by the words without which they cannot match."""

from articles.suggestions.printed_dates import english_meanings as says
from articles.suggestions.printed_dates.english_words import (
    DAY,
    HOLIDAYS,
    LEAN,
    LUNAR,
    MON,
    MON2,
    NTH,
    PORTION,
    SHORT_MONTH,
    SOME_YEAR,
    TAIL,
    WEEKDAY,
    WORDED,
    YEAR,
)
from articles.suggestions.printed_dates.feasts import any_feast
from articles.suggestions.printed_dates.finding import Family, Reader, behind

_BEFORE_MONTH = behind(
    "in of by since from until till to and before after during through between around about throughout for"
)
# "The capital’s May Party Congress", "the March Session".
_OF_THAT_MONTH = r"(?:(?<=\b[Tt]he\s)|(?<=[’']s\s))"
_BEFORE_YEAR = behind("in since by until from to during before after throughout through and of between year both")
_AS_A_YEAR = r"(?<=\bas\s)(?<=(?:early|.late|.soon)\sas\s)"
_LOOSELY_BEFORE_YEAR = behind("for with around about over than like")
_OF_SOMETHING = behind("the a her his their its")
_BEFORE_DAY = behind(
    "of on since by until till from to and between before after around for through about toward towards over"
)
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
_OF_YEAR = rf"(?:\s+of\s+the\s+year(?!\s+\d))?{YEAR}"
_OF_A_KNOWN_YEAR = (
    r"\s+of\s+(?:the\s+year(?!\s+\d)|(?P<which>last|this|next|the\s+previous)\s+year(?!['’]s)"
    r"|(?P<year>(?:19|20)\d\d)(?!\d|,\d{3}))"
)
_OF_OTHERS = r"(?!\s+of\s+(?!(?:the\s+)?year|this|last|next|(?:19|20)\d)[a-zA-Z])"
_OF_MONTH = r"(?:\s+of\s+(?P<lean>this|last|next|the)\s+month)"
_NOT_A_SEASON = r"(?!\s+(?:in|season|(?:plant|plough|plow|sow|farm)ing|wheat|rice|barley|onions|vegetables|cloth(?:es|ing)|[Ff]estival))"
_TWO_YEARS = r"\s(?:(?:of|in)\s)?(?P<year1>(?:19|20)\d\d)\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)(?![\d-])"
_BEFORE_WEEK = r"(?<!\bthe\s)(?<!\bover\s)\b(?:(?i:early|late|earlier|later|mid)[-\s]+)?"

_MONTH_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\bthe\s+{MON}\s?[-–]\s?{MON2}\s+period\b{YEAR}", says.two_months),
    (rf"\b(?:{WEEKDAY},?\s+)?(?:{LEAN}\s+)?\b{MON}\s+{DAY}(?:{TAIL})?{YEAR}", says.month_day),
    (rf"\b(?:{WEEKDAY},?\s+)?(?:the\s+)?(?<![\d.,$])\b{DAY}(?:{TAIL})?\s+(?:of\s+)?\b{MON}\b{YEAR}", says.month_day),
    (rf"\b(?:the\s+)?{PORTION}(?:{LEAN}\s+)?{MON}\b{YEAR}", says.month_only),
    (rf"\b{MON}['’]s\s+(?P<portion>(?i:beginning|start|end|close))\b", says.month_only),
    (rf"\b(?:the\s+)?(?P<nth>(?i:first|last))\s+(?:few\s+)?weeks\s+of\s+(?:{LEAN}\s+)?{MON}\b{YEAR}", says.some_weeks),
    (
        rf"\b(?:the\s+)?(?P<nth>{NTH})\s+(?P<weekday>{WEEKDAY})\s+(?:of|in)\s+(?:{MON}\b{YEAR}|(?P<lean>this|last|next)\s+month\b)",
        says.nth_weekday,
    ),
    (rf"\bthe\s+week\s+of\s+{MON}\s+{DAY}{YEAR}", says.week_of_day),
    (rf"\bthe\s+(?P<worded>(?i:first|tenth|fifteenth|twentieth))\s+of\s+{MON}\b{YEAR}", says.worded_day),
    (
        rf"\b(?P<portion1>(?i:early|mid))(?:-?\s+(?:and|to|or)\s+|-to-|\s*[-–]\s*){PORTION}(?:{LEAN}\s+)?{MON}\b{YEAR}",
        says.two_portions,
    ),
    (rf"\b{LEAN}\s+{MON}\b", says.month_only),
    (
        rf"\b{MON}\s+(?:the\s+)?(?P<worded>{'|'.join(WORDED)})\b(?!\s+(?:half|week|quarter|time|day|ten)\b){YEAR}",
        says.worded_day,
    ),
)
_MONTH_FIRST_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\b{MON}(?:\s+(?:and|to|through)\s+|\s?[-–]\s?){MON2}(?:\b|(?<=\.))(?!\s+\d\d?\b){YEAR}", says.two_months),
    (rf"\b{MON}(?:\b|(?<=\.)){SOME_YEAR}", says.month_only),
    (rf"(?:{_BEFORE_MONTH}|{_AS_A_YEAR}){MON}(?!\w)(?!\s+\d)", says.month_only),
    (rf"{_OF_THAT_MONTH}{MON}(?=\s[A-Z])", says.month_only),
    # "the March resolution"
    (rf"(?<=\b[Tt]he\s)(?=M){MON}(?=\s(?!of\b|to\b|towards?\b|for\b)[a-z])", says.month_only),
    (rf"\b(?!May\b|March\b|{SHORT_MONTH}\b(?!\.)){MON}(?!\w)(?!\s+\d)", says.month_only),
)
_RELATIVE_MONTH_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\b(?:(?:the\s+)?{PORTION})?(?<!\bthe\s){LEAN}\s+month\b", says.relative_month),
    (rf"\b(?:the\s+)?{PORTION}(?<=\bthe\s)month\b", says.this_month),
    (r"\b(?P<portion>(?i:mid))[-\s]month\b", says.this_month),
    (
        r"\bthe\s+(?P<worded>(?i:first|tenth|fifteenth|twentieth))\s+(?:day\s+)?of\s+(?P<lean>this|last|next|the)\s+month\b",
        says.worded_day_of_month,
    ),
    (r"\b(?i:month)['’]s\s+end\b|(?<=\b[Ww]ithin\s)the\s+month\b(?!\s+of\b)", says.months_end),
    (
        rf"\b(?:the\s+)?(?P<which_end>first|(?:last|final|closing)(?=\s\w+\s+months\s+of\s+(?:the\s+year|(?:last|this|the\s+previous)\s+year|(?:19|20)\d)))\s+(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months\b{_OF_YEAR}",
        says.first_months,
    ),
    (
        rf"\b(?:the\s+)?(?P<which_end>first|last|final|closing)\s+(?:(?P<count>few|several|couple\s+of)\s+months|month){_OF_A_KNOWN_YEAR}",
        says.first_months,
    ),
)
_EARLIER_ROWS: tuple[tuple[str, Reader], ...] = (
    (r"\b(?i:earlier\s+(?:on\s+)?(?:in\s+)?(?:this|the)\s+(?P<period>week|month|year))\b", says.earlier),
    (r"\b(?i:later\s+(?:on\s+)?(?:in\s+)?(?:this|the)\s+(?P<period>month|year))\b", says.later),
)
_WEEK_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\b(?:the\s+)?(?P<nth>{NTH})\s+(?:full\s+)?week\s+of\s+{MON}\b{YEAR}", says.nth_week),
    (rf"\b(?:the\s+)?(?P<nth>(?i:first|last|final))\s+two\s+weeks\s+of\s+{MON}\b{YEAR}", says.first_weeks),
    (rf"\b(?:the\s+)?(?P<nth>{NTH})\s+(?:full\s+)?week{_OF_MONTH}\b", says.nth_week),
    (r"(?<=\b[Ss]ince\s)the\s+(?:very\s+)?(?:beginning|start)\s+of\s+(?P<lean>this|last)\s+week\b", says.week_begin),
    (r"\b(?i:the\s+(?P<unit>week|month)\s+before\s+last)\b", says.before_last),
    (rf"{_BEFORE_WEEK}{LEAN}\s+(?:week|weekend)\b(?!\s+of\b)|(?<=\b[Oo]ver\s)the\s+weekend\b", says.week),
)
_RELATIVE_YEAR_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\b(?:the\s+)?{PORTION}(?<!\bthe\s){LEAN}\s+year\b", says.relative_year),
    (rf"(?<!\bthe\s)\b{LEAN}\s+year\b(?!\s+of\b)", says.relative_year),
    (
        r"\b(?P<lean>[Tt]his|[Ll]ast)\s+year\s+(?:and|or)\s+(?P<other>next|this)(?:\s+year)?\b(?!['’]s|\s+(?:week|month|spring|summer|autumn|fall|winter)\b)",
        says.year_and_next,
    ),
    (
        r"\b(?i:the\s+same\s+(?:time|period|quarter|half|months|season)\s+(?:of\s+|in\s+)?last\s+year)\b",
        says.same_part_last_year,
    ),
    (
        r"\b(?i:the\s+(?:end|close)\s+of\s+the\s+year|year(?:['’]s)?[-\s]end(?:\s+(?P<year>(?:19|20)\d\d)\b(?!,\d))?)\b",
        says.year_end,
    ),
    (r"\b(?i:the\s+(?:start|beginning)\s+of\s+the\s+(?:new\s+)?year)\b", says.year_begin),
)
_QUARTER_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"\b(?:(?:the\s+)?{PORTION})?{_WHOSE}(?P<nth>(?i:first|second|third|fourth|(?:last|final)(?=\s+quarter\s+of\s)|[1-4](?:st|nd|rd|th)))[-\s]quarter\b{_OF_YEAR}",
        says.quarter,
    ),
)
_HALF_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"\b(?:(?:the\s+)?{PORTION})?{_WHOSE}(?P<nth>(?i:first|second|latter))\s+half\b{_OF_YEAR}{_OF_OTHERS}",
        says.half,
    ),
)
_SEASON_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"\b(?:{PORTION})?(?:{LEAN}\s+|{_BEFORE_SEASON}(?:the\s+)?)(?P<season>(?i:spring|summer|autumn|fall|winter))(?:\s+months)?\b{_NOT_A_SEASON}(?:{_TWO_YEARS}|{YEAR})",
        says.season,
    ),
    (
        rf"\b(?:{LEAN}\s+|{_BEFORE_SEASON}(?:the\s+)?)(?P<season>(?i:spring|summer|autumn))\s+(?:and|or)\s+(?:the\s+)?(?P<season2>(?i:summer|autumn|fall|winter))\b{_NOT_A_SEASON}{YEAR}",
        says.two_seasons,
    ),
)
_AND_DAY = r"(?:\s+and\s+(?:the\s+)?(?P<day2>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b)?"
_BARE_NTH_DAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"(?<=\b[Oo]n\s)(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?P<day2>){_OF_MONTH}?{_NOT_A_DAY}", says.nth_day),
)
# "Yesterday (12th)"
_GLOSS_DAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (r"(?<=\wday\s\()(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?P<day2>)(?P<lean>)(?=\))", says.nth_day),
)
_NTH_DAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"{_BEFORE_DAY}the\s+(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b{_AND_DAY}{_OF_MONTH}?{_NOT_A_DAY}",
        says.nth_day,
    ),
)
_DAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"\b(?:{LEAN}\s+)?(?P<weekday>{WEEKDAY})\b(?:\s+(?:of\s+)?(?P<week>last|this)\s+week\b)?",
        says.weekday,
    ),
    (
        r"\b(?i:(?:(?:early|late|earlier|later)\s+)?(?:the\s+day\s+before\s+yesterday|yesterday|today|tomorrow|last\s+night|this\s+(?:morning|afternoon|evening)|tonight))\b(?!['’]s)",
        says.near_day,
    ),
)
_ENDS_THERE = r"(?=[.,;:)”\"]|\s(?:in|at|from|on)\s(?!the\s\d|[A-Z])|\s(?:and|but|or|that|to)\b)"
# "Two days later the gate was shut": where it opens the sentence.
_OPENS = r"(?:(?<=[.!?”\"]\s)|(?<![^\n]))"
_SOME = r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_A_YEAR_BEFORE = (
    r"(?:(?:of\s+|in\s+)?(?:last|the\s+previous|the\s+preceding)\s+year|(?:the|a)\s+year\s+(?:ago|before|earlier))"
)
_OF_NO_OTHER = r"(?!['’]s|\s+(?:of|in\s+which|last|an?|as|the)\b)"
_BEHIND_ROWS: tuple[tuple[str, Reader], ...] = (
    (r"\b(?i:the\s+(?P<behind>next|following|previous)\s+(?P<unit>day))\b(?!['’]s)", says.behind_another),
    (
        r"\b(?i:the\s+(?P<behind>following|previous)\s+(?P<unit>week|month|year))\b(?!['’]s|\s+(?:of|in)\b)",
        says.behind_another,
    ),
    (
        rf"\b(?i:(?P<behind>that(?:\s+same)?|(?:the|this)\s+(?:very\s+)?same)\s+(?P<unit>day|week|month|year))\b{_OF_NO_OTHER}",
        says.behind_another,
    ),
    (
        rf"\b(?:the\s+)?{PORTION}(?i:(?P<behind>that|the\s+(?:same|following|previous))\s+(?P<unit>month|year))\b{_OF_NO_OTHER}",
        says.behind_another,
    ),
    (
        r"\b(?i:the\s+(?:previous|preceding)\s+(?P<count>two|three|four|five|six)\s+months)\b(?!['’]s)",
        says.months_before,
    ),
    (rf"\b(?i:the\s+same\s+month\s+{_A_YEAR_BEFORE})\b", says.same_month),
    (rf"\b(?i:the\s+(?P<unit>day|week|month)\s+(?P<behind>before|after)){_ENDS_THERE}", says.behind_another),
    (
        rf"\b(?i:an?\s+(?P<unit>day|week|month)\s+(?P<behind>before|later|earlier|prior)){_ENDS_THERE}",
        says.behind_another,
    ),
    (
        rf"\b(?i:(?P<count>{_SOME})\s+(?P<unit>day|week|month|year)s\s+(?P<behind>before|later|earlier|prior)){_ENDS_THERE}",
        says.counted,
    ),
    (
        rf"{_OPENS}\b(?i:(?P<count>{_SOME}|an?)\s+(?P<unit>day|week|month|year)s?\s+(?P<behind>later))\b(?=\s[a-z]|,)",
        says.counted,
    ),
    (rf"\b(?i:(?P<count>an?)\s+(?P<unit>year)\s+(?P<behind>later)){_ENDS_THERE}", says.counted),
    (rf"\b(?i:the\s+(?P<behind>next)\s+(?P<unit>week|month|year)){_ENDS_THERE}", says.behind_another),
)
_AGO_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"(?<!\bhalf\s)\b(?i:(?P<count>{_COUNT})\s+(?P<unit>day|week|fortnight|month|year)s?\s+ago)\b", says.ago),
    (r"\b(?i:half\s+an?\s+year\s+ago)\b", says.half_a_year_ago),
    (rf"\b(?i:(?P<count>{_COUNT})\s+and\s+a\s+half\s+(?P<unit>month|year)s\s+ago)\b", says.and_a_half_ago),
    (r"\b(?i:(?P<count>a)\s+(?P<unit>month|year)\s+and\s+a\s+half\s+ago)\b", says.and_a_half_ago),
    (rf"\b(?i:(?P<count>{_COUNT})\s+decades?\s+ago)\b", says.decade_ago),
    (r"\b(?i:(?:an?|the)\s+year\s+(?:before|earlier|prior))\b(?!\s+\w+ing\b)", says.year_before),
)
_NUMBER_FIRST_ROWS: tuple[tuple[str, Reader], ...] = (
    (r"(?<![\d.-])(?P<year>(?:19|20)\d\d)[-./](?P<number>\d{1,2})[-./](?P<day>\d{1,2})(?![\d.-]\d)", says.numeric),
    (
        rf"{_BEFORE_YEAR}(?P<year>(?:19|20)\d\d)(?:\s?[-–]\s?(?P<year2>(?:19|20)?\d\d)(?![\d,-])\b|\s+and\s+(?P<next>(?:19|20)\d\d)(?!\d|[,-]\d)\b)",
        says.two_years,
    ),
    (rf"{_BEFORE_YEAR}(?P<year>(?:19|20)\d\d){_NOT_A_YEAR}\b", says.year_only),
    (rf"{_AS_A_YEAR}(?P<year>(?:19|20)\d\d){_NOT_A_YEAR}\b", says.year_only),
    (
        rf"{_LOOSELY_BEFORE_YEAR}(?P<year>(?:19|20)\d\d){_NOT_A_YEAR}\b(?=[.,;:)”\"]|\s(?:and|or|but|when|to|in|by|as|for)\b)",
        says.year_only,
    ),
    (rf"(?:{_OF_SOMETHING}|(?<=[’']s\s))(?P<year>(?:19|20)\d\d){_NOT_A_YEAR}(?=\s+[A-Za-z])\b", says.year_only),
)
_NUMBER_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\b(?:the\s+)?{PORTION}(?P<year>(?:19|20)\d\d)(?!\d|,\d)\b", says.year_only),
    (rf"\b(?:the\s+)?(?:{PORTION})?(?P<decade>(?:19|20)\d)0['’]?s\b", says.decade),
    (r"\b(?i:(?:fiscal|financial|calendar)\s+(?:year\s+)?)(?P<year>(?:19|20)\d\d)(?!\d|,\d)\b", says.year_only),
)
# "The ’90s", but "in their 50s"
_SHORT_DECADE_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"\b[Tt]he\s+(?:{PORTION})?['’‘]?(?P<short>[5-9])0['’]?s\b", says.short_decade),
)
_OF_A_YEAR = r"(?:(?P<whose>[Tt]his|[Ll]ast|[Nn]ext)\s+year['’]s\s+)"
_FEAST_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"\b(?:{LEAN}\s+|[Tt]he\s+|{_OF_A_YEAR})?(?:{any_feast(HOLIDAYS | LUNAR)})(?:\s+holidays?)?\b{YEAR}",
        says.feast,
    ),
)

_MONTH_SIGN = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_FEAST_SIGN = (
    "Day|birth|death|New|new|Chus|ounding|oundation|Seoll|Dano|Christmas|estival|Golden|nniversary"
    "|oon|utumn|arvest|Qing|Ch[oe]+ngm|Hansik|Tomb"
)
_FEAST = (
    r"Day|birth|death|New\s+Year|new\s+year|Chus|ounding|oundation\s|Seoll|Dano|Christmas|estival|Golden\sW|nniversary|oon\s+[Hh]oli"
    r"|(?:utumn|arvest)\s+[Hh]oli|Qing|Ch[oe]+ngm|Hansik|Tomb"
)
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
    Family.of("[5-9]0s", _SHORT_DECADE_ROWS, before=_BEFORE, sign="[5-9]0s"),
    Family.of(_SEASON_SIGN, _SEASON_ROWS, sign=_SEASON_SIGN),
    Family.of("the\\s+\\d", (), beginning=_NTH_DAY_ROWS),
    Family.of(r"[1-9]\d?(?:st|nd|rd|th)\b", (), beginning=(*_BARE_NTH_DAY_ROWS, *_GLOSS_DAY_ROWS)),
    Family.of(_DAY_SIGN, _DAY_ROWS, margin=36, before=_BEFORE, sign=_DAY_SIGN),
    Family.of(
        "(?:next|following|previous|same|[Tt]hat)\\s+(?:day|week|month|year)|(?:previous|preceding)\\s+\\w+\\s+months|(?:day|week|month|year)s?\\s+(?:before|after|later|earlier|prior)",
        _BEHIND_ROWS,
        sign="next|following|previous|preceding|same|[Tt]hat|day|week|month|year",
    ),
    Family.of("ago|year\\s+before|year\\s+earlier|year\\s+prior", _AGO_ROWS, sign="ago|year"),
    Family.of(r"(?:19|20)\d\d", _NUMBER_ROWS, beginning=_NUMBER_FIRST_ROWS, before=_BEFORE, sign="19|20"),
    Family.of(_FEAST, _FEAST_ROWS, sign=_FEAST_SIGN),
)
