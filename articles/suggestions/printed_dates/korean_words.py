"""The words Korean reports have for dates, and what each says."""

import re
from collections.abc import Mapping

from articles.suggestions.printed_dates.feasts import CHUSEOK, DANO, SEOLLAL, any_feast, feast_of
from articles.suggestions.printed_dates.finding import Family, Reader
from articles.suggestions.printed_dates.moments import Leaning, Moment, Period, Portion
from provinces.patterns import lazy

_WEEKDAYS = "월화수목금토일"
_YEARS_AWAY = (
    dict.fromkeys(("재작년", "지지난해", "그러께"), -2)
    | dict.fromkeys(("지난해", "작년", "전년"), -1)
    | dict.fromkeys(("올해", "올", "금년", "당해"), 0)
    | dict.fromkeys(("내년", "명년", "다음해"), 1)
)
# Years that count from the one named before them.
_YEARS_BEHIND = {"같은해": 0, "그해": 0, "동년": 0, "이듬해": 1}
_MONTHS_AWAY = (
    {"지지난달": -2}
    | dict.fromkeys(("지난달", "저번달", "전달", "전월"), -1)
    | dict.fromkeys(("이달", "이번달", "금월"), 0)
    | dict.fromkeys(("다음달", "내달", "새달"), 1)
)
_WEEKS_AWAY = {"지지난주": -2, "지난주": -1, "저번주": -1, "이번주": 0, "금주": 0, "다음주": 1, "내주": 1, "차주": 1}
_DAYS_AWAY = {"그저께": -2, "그제": -2, "엊그제": -2, "어제": -1, "어젯": -1, "오늘": 0, "내일": 1, "모레": 2}
# Days that count from the one named before them.
_DAYS_BEHIND = {"이날": 0, "그날": 0, "같은 날": 0, "당일": 0, "전날": -1, "다음날": 1, "다음 날": 1, "이튿날": 1}
_LEANINGS = {"지난": Leaning.LAST, "올": Leaning.THIS, "이번": Leaning.THIS} | dict.fromkeys(
    ("오는", "다가오는", "돌아오는", "다음"), Leaning.NEXT
)
_PORTIONS = (
    dict.fromkeys(("초순", "상순", "초", "초반"), Portion.EARLY)
    | dict.fromkeys(("중순", "중반"), Portion.MID)
    | {"하순": Portion.LATE, "말": Portion.END, "후반": Portion.SECOND_HALF}
    | dict.fromkeys(("초중순", "초중반"), Portion.EARLY_MID)
    | dict.fromkeys(("중하순", "중후반"), Portion.MID_LATE)
)
# The months at which a year begins and ends.
_EDGES = {"초": 1, "말": 12}
_PARTS = {"봄": 21, "여름": 22, "가을": 23, "겨울": 24, "상반기": 40, "하반기": 41, "상반년": 40, "하반년": 41}
_NTHS = {"첫째": 1, "첫": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5, "마지막": -1, "1": 1, "2": 2, "3": 3, "4": 4}
_NATIVE_DAYS = {
    word: number
    for number, word in enumerate(
        ("하루", "이틀", "사흘", "나흘", "닷새", "엿새", "이레", "여드레", "아흐레", "열흘"), 1
    )
} | {"보름": 15, "일주일": 7}
_NATIVE_COUNTS = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6}
# (month, day) of days with a name; the lunar ones are known to the two months they can fall in.
_HOLIDAYS: Mapping[str, str] = {
    r"신정|양력설|새해\s?첫날|설날아침|새해(?=[를을]?\s?(?:맞|축하|명절|연휴|인사))": "01-01",
    r"건군절": "02-08",
    r"광명성절|2\s?[.·‧]\s?16\s?(?:절|명절)|2·16(?=[를을에]|\s)|김정일(?:\s?국방위원장)?(?:의)?\s?생일": "02-16",
    r"3\s?[.·‧]\s?8\s?(?:국제\s?)?(?:부녀)?절|국제\s?부녀절|여성의\s?날": "03-08",
    r"청명절?(?=까지|[에을과와]|\s(?:전|당일|때|이후|명절))": "04-05",
    r"태양절|4\s?[.·‧]\s?15\s?(?:절|명절)|4·15(?=[를을에]|\s)|김일성(?:\s?주석)?(?:의)?\s?생일": "04-15",
    r"(?:국제\s?)?노동절|국제로동절": "05-01",
    r"국제\s?아동절": "06-01",
    r"(?:7\s?[.·‧‑-]\s?27\s?)?(?:전승절|전승기념일|승전기념일|승전일|조국해방전쟁\s?승리(?:기념일|의\s날|일))|7·27(?=[을를에]|\s)": "07-27",
    r"조국해방의\s?날|광복절|해방절|조국해방기념일|8·15(?=[을를에]|\s)": "08-15",
    r"정권\s?수립일|정권수립\s?기념일|공화국\s?창건(?:일|절|기념일)|구구절|9[·.]?9절|9·9(?=[을를에]|\s)": "09-09",
    r"(?:조선)?(?:노동당|로동당|당)\s?창건(?:\s?기념)?(?:일|절)|쌍십절|10·10(?=[을를에]|\s(?!당))": "10-10",
    r"(?:조선)?\s?소년단\s?창립(?:절|(?:기념)?일)": "06-06",
    r"김정은(?:\s?(?:국무위원장|위원장|총비서))?(?:의)?\s?생일": "01-08",
    r"조선인민혁명군\s?창건(?:일|절)": "04-25",
    r"선군절": "08-25",
    r"해군절|청년절": "08-28",
    r"(?:중국\s)?국경절": "10-01",
    r"어머니날": "11-16",
    r"항공절": "11-29",
    r"(?:성탄|크리스마스)절?": "12-25",
    r"헌법절": "12-27",
}
# 설 alone is a feast where time is told by it; otherwise it may be hearsay (…다는 설).
_SEOL = (
    r"설(?=까지|부터|보다|\s(?:이후|이전|전|전후|직후|직전|연휴|대목|무렵|때|당일|아침|쯤|밑)|[을를]\s(?:(?:어떻게|잘|겨우|함께|집에서)\s)?(?:맞|앞두|앞둔|쇠|쇤|지나|전후|계기)"
    r"|이\s(?:지나|지난|되|다가|끝나)|에(?:도|는)?\s)(?!에\s(?:따르면|의하면|불과|무게|힘))"
)
_LUNAR: Mapping[str, str] = {
    rf"(?:음력\s?)?설날|음력\s?설|구정|춘절|춘제|설\s?명절|{_SEOL}": SEOLLAL,
    r"단오": DANO,
    r"추석|한가위|중추절": CHUSEOK,
}

# --- pieces ---


def _either(words: Mapping[str, object]) -> str:
    """One of the words, spaces allowed inside those that are two: 이번달, 이번 달."""
    spaced = (
        re.sub(r"(?<=난|번|음|은|그|듬|이)(?=달|주|해)", r"\\s?", word) for word in sorted(words, key=len, reverse=True)
    )
    return "|".join(spaced)


_BEFORE = r"(?:[^가-힣\d.,:]|(?<=다)\.)(?=[가-힣\d])"
# Before a day, a week, a month or a year, which begin with few syllables.
_BEFORE_DAY = r"(?:[^가-힣\d.,:]|(?<=다)\.)(?=[\d재지그작전올금당내명다오돌이저새연년차같동])"
_START = r"(?:(?<![가-힣\d.,:])|(?<=다\.))"
# 97년, 08년; but 90년 만에, 80년간 say how long.
_SHORT_YEAR = (
    r"(?P<short>[7-9]\d|0\d)년(?!대|생|산|형|후"
    r"|\s?(?:간|동안|만에|만의|째|넘|이상|이하|이내|된|전|뒤|역사|세월|가까|가량|정도|남짓|여))"
)
_YEAR = rf"(?:(?P<year>(?:19|20)\d\d)\s?년도?|{_SHORT_YEAR}|(?P<which>{_either({**_YEARS_AWAY, **_YEARS_BEHIND})}))의?"
_LEAN = r"(?P<lean>지난|오는|다가오는|돌아오는|이번|올|다음)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])\s?월(?!호|드|급|남짓)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])일"
_DAYS = rf"(?:(?P<from>3[01]|[12]\d|0?[1-9])일?\s?[~∼〜–-]\s?)?{_DAY}"
_SOME_DAY = rf"(?:[{_WEEKDAYS}]요일|(?P<near>{_either(_DAYS_AWAY)})|이날|그날|전날|당일)"
_PORTION = rf"(?P<portion>{_either(_PORTIONS)})"
# A day of the month, and no number of days: 3일간, 3일 동안, 10일 만에, 5일 이상.
_IS_DAY = (
    r"(?!\d)(?!장마당|에\s한\s?[번차]|\s?(?:간|째|치|씩|동안|만에|만의|이상|이내|정도|가량|남짓|내내|연속|후|뒤|격리|단식|휴가|노동(?!신문|당)|생산|분(?:의|량)|근무"
    r"|제\b|짜리|여\s)|당\s)(?=$|[^가-힣]|[은는이가을를의에과와도자엔로]|보다|부터|부로|까지|처럼|날|경|께|쯤|밤|새벽|오전|오후|저녁|낮|아침|현재|기준|또는|만\s)"
)
_NO_COUNT = r"(?<!하루 )(?<!약 )(?<!최대 )(?<!최소 )(?<!총 )(?<!매달 )(?<!매월 )(?<!길게는 )(?<!짧게는 )(?<!각각 )"
# “내주겠다” gives something away, and is no week.
_NO_VERB = r"(?!(?<=내주)(?:[겠었어지고는던며면기]|도록|려))"
_WORD_END = r"(?![가-힣])"
# What may follow a year or a season as its particle: 지난해보다, 작년만 해도, 올해가.
_PARTICLE = (
    r"(?=[은는도의까에엔부]|[^가-힣]|$|(?:께|쯤|경)(?:[^가-힣]|$|에|부터|까지)"
    r"|(?:보다|처럼|만|과|와|을|를|이|가|이나|나|이고|이면|마냥|만큼|대로)(?:도|는)?(?![가-힣]))"
)


def _dated(match: re.Match[str], moment: Moment) -> Moment:
    """The moment in the year the words name, if they do."""
    groups = match.groupdict()
    if groups.get("year"):
        return moment._replace(year=int(groups["year"]))
    if short := groups.get("short"):
        return moment._replace(year=int(short) + (2000 if short.startswith("0") else 1900))
    which = "".join((groups.get("which") or "").split())
    if which in _YEARS_BEHIND:
        return moment._replace(periods_behind=(Period.YEAR, _YEARS_BEHIND[which]))
    return moment._replace(year_away=_YEARS_AWAY[which]) if which else moment


def _leaning(match: re.Match[str]) -> Leaning:
    return _LEANINGS.get(match.groupdict().get("lean") or "", Leaning.NONE)


def _portion(match: re.Match[str]) -> Portion | None:
    return _PORTIONS.get(match.groupdict().get("portion") or "")


def _away(match: re.Match[str], group: str, table: Mapping[str, int]) -> int:
    return table["".join(match[group].split())]


# --- what each pattern says ---


def _days(match: re.Match[str], moment: Moment) -> Moment | tuple[Moment, Moment]:
    """The moment with its day, or the two ends of a range of days (3~10일)."""
    day, first = int(match["day"]), match["from"]
    last = moment._replace(day=day)
    return (moment._replace(day=int(first)), last) if first and int(first) < day else last


def _month_day(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    return _days(match, _dated(match, Moment(month=int(match["month"]), leaning=_leaning(match))))


def _month(match: re.Match[str]) -> Moment:
    return _dated(match, Moment(month=int(match["month"]), portion=_portion(match), leaning=_leaning(match)))


def _relative_day(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    return _days(match, Moment(month_away=_away(match, "away", _MONTHS_AWAY)))


def _first_day(match: re.Match[str]) -> Moment:
    return (_month(match) if "month" in match.re.groupindex else _relative_month(match))._replace(day=1)


def _relative_month(match: re.Match[str]) -> Moment:
    return Moment(month_away=_away(match, "away", _MONTHS_AWAY), portion=_portion(match))


def _year_behind(match: re.Match[str]) -> Moment:
    return _dated(match, Moment())


def _bare_day(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    return _days(match, Moment(leaning=_leaning(match)))


def _year(match: re.Match[str]) -> Moment:
    """A year, or a part of it: 올해 초 is January, 올해 말 December."""
    if month := _EDGES.get(match.groupdict().get("portion") or ""):
        return _dated(match, Moment(month=month, is_rough=True))
    return _dated(match, Moment(portion=_portion(match)))


def _year_end(match: re.Match[str]) -> Moment:
    """연말 is December, 연초 January."""
    is_past = match["last"] is not None or match.string.startswith("보다", match.end())
    year = -1 if is_past and match["edge"] == "말" else 0
    moment = _dated(match, Moment(month=_EDGES[match["edge"]], is_rough=True))
    return moment if moment.year or moment.year_away is not None else moment._replace(year_away=year)


def _about_now(match: re.Match[str]) -> Moment:
    """작년 이맘때: the month of publication, in that year."""
    return Moment(month_away=12 * _away(match, "which", _YEARS_AWAY), is_rough=True)


def _first_month(match: re.Match[str]) -> Moment:
    """새해 첫 달, 올해 첫 달."""
    return _dated(match, Moment(month=1))


def _whole_year(_: re.Match[str]) -> Moment:
    return Moment(year_away=0)


def _part(match: re.Match[str]) -> Moment:
    return _dated(match, Moment(part=_PARTS[match["part"]], portion=_portion(match), leaning=_leaning(match)))


def _quarter(match: re.Match[str]) -> Moment:
    return _dated(match, Moment(part=32 + int(match["quarter"]), portion=_portion(match)))


def _week(match: re.Match[str]) -> Moment:
    weekday = match["weekday"]
    return Moment(
        week_away=_away(match, "away", _WEEKS_AWAY),
        weekday=_WEEKDAYS.index(weekday) if weekday else None,
        portion=Portion.END if match["end"] else None,
    )


def _weekend(_: re.Match[str]) -> Moment:
    return Moment(week_away=-1, portion=Portion.END)


def _day_of_week_away(match: re.Match[str]) -> Moment | tuple[Moment, Moment]:
    """내주 8~9일: the days say more than the week."""
    away = _away(match, "away", _WEEKS_AWAY)
    leaning = Leaning.NEXT if away > 0 else Leaning.LAST if away < 0 else Leaning.NONE
    return _days(match, Moment(leaning=leaning))


def _glossed_day(match: re.Match[str]) -> Moment:
    """오늘(6일), 지난주 금요일(21일): the brackets say which day that was."""
    near = _DAYS_AWAY.get(match["near"] or "", 0)
    leaning = Leaning.NEXT if near > 0 else Leaning.LAST if match["near"] else Leaning.NONE
    return Moment(day=int(match["day"]), month=int(match["month"]) if match["month"] else None, leaning=leaning)


def _glossed_month(match: re.Match[str]) -> Moment:
    return Moment(month=int(match["month"]), portion=_portion(match))


def _new_year(_: re.Match[str]) -> Moment:
    return Moment(feast="01-01", is_whole_year=True)


def _day_behind(match: re.Match[str]) -> Moment:
    return Moment(days_behind=_DAYS_BEHIND[match["behind"]])


def _portion_behind(match: re.Match[str]) -> Moment:
    """초와 중순: a third of the month named before it."""
    return Moment(portion=_portion(match))


def _months(match: re.Match[str]) -> tuple[Moment, Moment]:
    first = _dated(match, Moment(month=int(match["first"]), leaning=_leaning(match)))
    return first, first._replace(month=int(match["month"]))


def _nth_week(match: re.Match[str]) -> Moment:
    week, away = _NTHS[match["nth"]], match["away"]
    if away:
        return Moment(week=week, month_away=_away(match, "away", _MONTHS_AWAY))
    return _dated(match, Moment(week=week, month=int(match["month"])))


def _weekday(match: re.Match[str]) -> Moment:
    return Moment(weekday=_WEEKDAYS.index(match["weekday"]), leaning=_leaning(match))


def _near_day(match: re.Match[str]) -> Moment:
    return Moment(day_away=_DAYS_AWAY[match["near"]], is_rough=match["near"] == "엊그제")


def _ago(match: re.Match[str]) -> Moment:
    groups = match.groupdict()
    if groups["days"]:
        return Moment(day_away=-_NATIVE_DAYS[groups["days"]], is_rough=groups["days"] in ("보름", "일주일"))
    count = int(groups["count"]) if groups["count"] else _NATIVE_COUNTS[groups["native"]]
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


def _years(match: re.Match[str]) -> tuple[Moment, Moment]:
    return Moment(year=int(match["first"])), Moment(year=int(match["year"]))


def _same_part(match: re.Match[str]) -> Moment:
    """지난해 같은 기간, 전년 동기: the period named before, in another year."""
    return _dated(match, Moment(is_same_part=True))


def _decade(match: re.Match[str]) -> Moment:
    decade = int(match["decade"])
    return Moment(decade=decade if decade >= 100 else 190 + decade, portion=_portion(match))  # 90년대 말


def _numeric(match: re.Match[str]) -> Moment:
    return Moment(year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))


def _feast(match: re.Match[str]) -> Moment:
    return _dated(match, Moment(feast=feast_of(match), leaning=_leaning(match)))


_WHEN = rf"{_START}(?:(?:(?:지난|오는|다가오는)\s)?{_YEAR}\s?)?(?:{_LEAN}\s?)?"
_RELATIVE = rf"{_START}(?!전달[하했한할합된됐되될받])(?P<away>{_either(_MONTHS_AWAY)})"

_MONTH_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{_WHEN}{_MONTH}\s?{_DAYS}{_IS_DAY}", _month_day),
    (rf"{_WHEN}{_MONTH}\s?{_PORTION}(?![가-힣]*일꾼)", _month),
    (rf"{_WHEN}{_MONTH}\s?첫날", _first_day),
    (rf"{_WHEN}{_MONTH}", _month),
    (rf"{_WHEN}(?P<first>1[0-2]|[1-9])월?\s?[~∼〜–-]\s?{_MONTH}", _months),
)
_PORTION_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"(?<=[초중순말][와과,])\s?{_PORTION}(?=[에의,]|[^가-힣]|$)", _portion_behind),
)
# 월말에 공표한다: of this month.
_THIS_MONTH_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"{_START}월\s?(?P<portion>초|말)(?=[에까부](?!너지)|\s|$)",
        lambda match: Moment(month_away=0, portion=_portion(match)),
    ),
)
_RELATIVE_MONTH_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{_START}(?P<away>{_either(_MONTHS_AWAY)})\s?\({_MONTH}\)(?:\s?{_PORTION})?", _glossed_month),
    (rf"{_START}이\s?\({_MONTH}\)\s?달", _glossed_month),
    (rf"{_RELATIVE}\s?{_DAYS}{_IS_DAY}", _relative_day),
    (rf"{_RELATIVE}\s?첫날", _first_day),
    (rf"{_RELATIVE}\s?{_PORTION}", _relative_month),
    (rf"{_START}(?:전월|전달(?![하했한할합된됐되될받]))", lambda _: Moment(periods_behind=(Period.MONTH, -1))),
    (_RELATIVE, _relative_month),
    (
        rf"{_START}(?:(?:{_YEAR}\s?)?{_MONTH}|(?P<away>{_either(_MONTHS_AWAY)}))\s(?P<nth>{_either(_NTHS)})\s?주(?:차|간)?",
        _nth_week,
    ),
)
_DAY_ROWS: tuple[tuple[str, Reader], ...] = ((rf"{_START}{_NO_COUNT}(?:{_LEAN}\s?)?{_DAYS}{_IS_DAY}", _bare_day),)
_WEEKDAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{_START}(?<!매주 )(?:{_LEAN}\s?)?(?P<weekday>[{_WEEKDAYS}])요일", _weekday),
)
_GLOSSED_DAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"{_START}(?:(?:{_either(_WEEKS_AWAY)}|지난|이번|다음|오는)\s?)?{_SOME_DAY}\s?\((?:{_MONTH}\s?)?{_DAY}\)",
        _glossed_day,
    ),
)
_NEAR_DAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{_START}(?P<behind>{'|'.join(_DAYS_BEHIND)})(?=[은는도의까에부]|[^가-힣]|$)", _day_behind),
    (rf"{_START}(?P<near>{_either(_DAYS_AWAY)})(?=[은는도의까에부]|[^가-힣]|$|밤|날|자\s)(?!날)", _near_day),
)
_AGO = (
    rf"(?P<days>{_either(_NATIVE_DAYS)})"
    rf"|(?:(?:\d{{1,2}}\s?(?P<to>[~∼〜–-])\s?)?(?P<count>\d{{1,2}})(?P<over>여)?|(?P<native>{_either(_NATIVE_COUNTS)}))\s?(?P<unit>일|주일|주|달|개월|년|해)여?"
)
_AGO_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{_START}(?:{_AGO})\s?전(?=[에의부까쯤과만]|보다|처럼|[^가-힣]|$)", _ago),
)
_WEEK_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"{_START}(?P<away>{_either(_WEEKS_AWAY)}){_NO_VERB}(?:\s?(?:초|중반|(?P<end>말)))?(?:\s(?P<weekday>[{_WEEKDAYS}])요일)?",
        _week,
    ),
    (rf"{_START}지난\s?주말", _weekend),
    (rf"{_START}(?P<away>{_either(_WEEKS_AWAY)})\s{_DAYS}{_IS_DAY}", _day_of_week_away),
)
_YEAR_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{_START}{_YEAR}\s?{_PORTION}(?=[에의부까]|[^가-힣]|$|쯤|경|께)", _year),
    (rf"{_START}{_YEAR}\s?(?:같은\s?(?:기간|시기|달|분기)|동기|동월)", _same_part),
    (rf"{_START}(?P<which>{_either(_YEARS_AWAY)})\s?(?:이맘때|요맘때|이\s?무렵)", _about_now),
    (rf"{_START}(?P<first>(?:19|20)\d\d)년?\s?[~∼〜–-]\s?(?P<year>(?:19|20)\d\d)년", _years),
    (rf"{_START}(?:(?:지난|오는|다가오는)\s)?(?P<year>(?:19|20)\d\d)년도?(?:{_PARTICLE}|(?=말|초|께|경))", _year),
    # counted from the date before, as is 전월
    (rf"{_START}전년(?:도(?=\s)|{_PARTICLE})", lambda _: Moment(periods_behind=(Period.YEAR, -1))),
    (rf"{_START}(?!올(?!해))(?P<which>{_either(_YEARS_AWAY)})(?:(?<=[내금전]년)도(?=\s)|{_PARTICLE}|(?=들어))", _year),
    (rf"{_START}(?P<which>올)(?=\s?들어|\s한\s?해)", _year),
    (rf"{_START}지난\s한\s해(?={_PARTICLE}|\s)", lambda _: Moment(year_away=-1)),
    (rf"{_START}(?P<which>{_either(_YEARS_BEHIND)}){_PARTICLE}", _year_behind),
    (
        rf"{_START}(?:{_YEAR}\s?|(?P<last>지난)\s)?[연년](?P<edge>초|말)(?=[에의부까이은을도]|[^가-힣]|$|쯤|경|께|보다)",
        _year_end,
    ),
    (rf"{_START}(?:지난\s)?{_SHORT_YEAR}(?:{_PARTICLE}|(?=말|초))", _year_behind),
    (rf"{_START}(?:새해|{_YEAR})\s첫\s?(?:달|월)", _first_month),
    (rf"{_START}새해\s?(?:벽두|초)(?=[에의부까]|[^가-힣]|$|쯤|경|께)", lambda _: Moment(month=1, is_rough=True)),
    (rf"{_START}새해(?=부터)", lambda _: Moment(month=1, day=1)),
    (rf"{_START}새해(?=\s?들어)", _whole_year),
    (rf"{_START}새해(?=[에의]|\s?들어|[^가-힣]|$)", _new_year),
    (rf"{_START}연내(?=[에로]|[^가-힣]|$)", _whole_year),
    (
        rf"{_START}(?:지난\s)?(?P<decade>(?:19|20)\d|[5-9])0년(?:대|\s대(?=\s|$|[에의은는이가도와과초중후말]|부터|까지))(?:\s?{_PORTION})?",
        _decade,
    ),
)
_NUMERIC_ROWS: tuple[tuple[str, Reader], ...] = (
    (r"(?<![\d.-])(?P<year>(?:19|20)\d\d)\s?[-./]\s?(?P<month>\d{1,2})\s?[-./]\s?(?P<day>\d{1,2})(?![\d-])", _numeric),
)
_PART_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{_WHEN}(?P<part>[상하]반[기년])도?(?:\s?{_PORTION})?", _part),
    (rf"{_START}(?:{_YEAR}\s?)?(?P<quarter>[1-4])(?:/4)?\s?(?:사)?분기(?:\s?{_PORTION})?", _quarter),
    (
        rf"{_START}(?:(?:지난\s)?{_YEAR}\s?|{_LEAN}\s?)(?P<part>봄|여름|가을|겨울)(?:\s?{_PORTION})?(?:{_PARTICLE}|(?=철))",
        _part,
    ),
    (
        rf"{_START}(?:{_YEAR}\s?|{_LEAN}\s?)?(?:초|늦|한)(?P<part>봄|여름|가을|겨울)(?:{_PARTICLE}|(?=철))",
        _part,
    ),
    (
        rf"{_START}(?P<part>봄|여름|가을|겨울)철(?=\s(?:수확|추수|난방|농사|모내기|수해|홍수|큰물|장마|가뭄|폭우|피해)|[을이]\s(?:맞|앞두|앞둔|되[자니어]|다가))",
        _part,
    ),
    (rf"{_START}(?P<part>봄|여름|가을|겨울)철?(?=에|부터|까지|보다|\s내내|\s들어)", _part),
)
_FEAST_ROWS: tuple[tuple[str, Reader], ...] = (
    # 내년 중국의 춘절
    (rf"{_START}{_YEAR}\s(?:중국|북한|한국|러시아)의?\s(?:{any_feast({**_HOLIDAYS, **_LUNAR})})", _feast),
    (rf"(?:{_WHEN}|{_START}(?:지난|이번)달\s)(?:{any_feast({**_HOLIDAYS, **_LUNAR})})", _feast),
)

# Patterns are tried only around the words without which they cannot match.
# The longest date, 2023년도의 다가오는 12월 30일~31일, is shorter than the margin.
_MARGIN = 32
_FEASTS = (
    "신정|양력설|새해|전승|승전|전쟁|설날|건군절|광명성절|생일|부녀절|여성의|태양절|동절|전승절|해방|광복절|수립|창건|구구절|9절|쌍십절|어머니날"
    r"|청년절|해방절|헌법절|음력|설|구정|춘절|춘제|단오|추석|한가위|중추절|청명|창립|군절|국경절|항공절|성탄|크리스마스"
    "|" + "|".join(rf"{point}\s?{day}" for point in (r"\.", "·", "‧") for day in ("8", "9", "10", "15", "16", "27"))
)
# 해 is a verb more often than a year.
_YEARS = "[0-9작전금내명난올당음새연그한](?:(?<=1)9|(?<=2)0|년|\\s?해|말|초|내|러께|(?<=올))"
FAMILIES = (
    Family.of("[0-9]\\s?월", _MONTH_ROWS, _MARGIN, before=_BEFORE_DAY),
    Family.of("월|달|중순|하순|말", _PORTION_ROWS, _MARGIN, before="[와과,]", behind=_MARGIN),
    Family.of(r"월\s?[초말]", _THIS_MONTH_ROWS, _MARGIN, before=_BEFORE),
    Family.of("[난번전이음내새금째첫막1-4]\\s?[달월주]|월[)]\\s?달", _RELATIVE_MONTH_ROWS, _MARGIN, before=_BEFORE_DAY),
    Family.of("[0-9]일", _DAY_ROWS, _MARGIN, before=_BEFORE_DAY),
    Family.of("요일", _WEEKDAY_ROWS, _MARGIN, before=_BEFORE),
    Family.of("일[)]", _GLOSSED_DAY_ROWS, _MARGIN, before=_BEFORE),
    Family.of(
        "어제|어젯|오늘|그제|그저께|내일|모레|이날|그날|같은 날|당일|전날|다음날|다음 날|이튿날",
        _NEAR_DAY_ROWS,
        _MARGIN,
        before=_BEFORE,
    ),
    Family.of("[루틀흘새레름일주달월년해여]\\s?전", _AGO_ROWS, _MARGIN, before=_BEFORE),
    Family.of("[난번음금내차]\\s?주", _WEEK_ROWS, _MARGIN, before=_BEFORE_DAY),
    Family.of("19|20", (), beginning=_NUMERIC_ROWS),
    Family.of(_YEARS, _YEAR_ROWS, _MARGIN, before=_BEFORE_DAY),
    Family.of("분기|반기|반년|봄|여름|가을|겨울", _PART_ROWS, _MARGIN, before=_BEFORE),
    Family.of(_FEASTS, _FEAST_ROWS, _MARGIN, before=r"[^가-힣\d.,:](?=[가-힣\d\s])"),
)
