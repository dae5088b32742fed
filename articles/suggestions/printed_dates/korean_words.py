"""The words Korean reports have for dates, and the pieces their patterns are made of."""

import re
from collections.abc import Mapping

from articles.suggestions.printed_dates.feasts import CHUSEOK, DAEBOREUM, DANO, SEOLLAL
from articles.suggestions.printed_dates.moments import Leaning, Moment, Period, Portion

WEEKDAYS = "월화수목금토일"
YEARS_AWAY = (
    dict.fromkeys(("재작년", "지지난해", "그러께"), -2)
    | dict.fromkeys(("지난해", "작년", "전년"), -1)
    | dict.fromkeys(("올해", "올", "금년", "당해"), 0)
    | dict.fromkeys(("내년", "명년", "다음해"), 1)
)
# Years that count from the one named before them.
YEARS_BEHIND = {"같은해": 0, "그해": 0, "동년": 0, "이듬해": 1}
MONTHS_AWAY = (
    {"지지난달": -2}
    | dict.fromkeys(("지난달", "저번달", "전달", "전월"), -1)
    | dict.fromkeys(("이달", "이번달", "금월"), 0)
    | dict.fromkeys(("다음달", "내달", "새달"), 1)
)
WEEKS_AWAY = {"지지난주": -2, "지난주": -1, "저번주": -1, "이번주": 0, "금주": 0, "다음주": 1, "내주": 1, "차주": 1}
DAYS_AWAY = {"그저께": -2, "그제": -2, "엊그제": -2, "어제": -1, "어젯": -1, "오늘": 0, "내일": 1, "모레": 2}
# Days that count from the one named before them.
DAYS_BEHIND = {"이날": 0, "그날": 0, "같은 날": 0, "당일": 0, "전날": -1, "다음날": 1, "다음 날": 1, "이튿날": 1}
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
EDGES = {"초": 1, "말": 12}
PARTS = {"봄": 21, "여름": 22, "가을": 23, "겨울": 24, "상반기": 40, "하반기": 41, "상반년": 40, "하반년": 41}
NTHS = {"첫째": 1, "첫": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5, "마지막": -1, "1": 1, "2": 2, "3": 3, "4": 4}
NATIVE_DAYS = {
    word: number
    for number, word in enumerate(
        ("하루", "이틀", "사흘", "나흘", "닷새", "엿새", "이레", "여드레", "아흐레", "열흘"), 1
    )
} | {"보름": 15, "일주일": 7}
NATIVE_COUNTS = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6}
# (month, day) of days with a name; the lunar ones are known to the two months they can fall in.
HOLIDAYS: Mapping[str, str] = {
    r"신정|양력설|새해\s?첫날|설날아침|새해(?=[를을]?\s?(?:맞|축하|명절|연휴|인사))": "01-01",
    r"건군절": "02-08",
    r"광명성절|2\s?[.·‧]\s?16\s?(?:절|명절)|2·16(?=[를을에]|\s)|김정일(?:\s?국방위원장)?(?:의)?\s?생일": "02-16",
    r"3\s?[.·‧]\s?8\s?(?:국제\s?)?(?:부녀)?절|국제\s?부녀절|여성의\s?날": "03-08",
    r"(?:청명절?|한식)(?=까지|[에을과와]|\s(?:전|당일|때|이후|명절))": "04-05",
    r"태양절|4\s?[.·‧]\s?15\s?(?:절|명절)|4·15(?=[를을에]|\s)|김일성(?:\s?주석)?(?:의)?\s?생일": "04-15",
    r"(?:국제\s?)?노동절|국제로동절|5\s?[.·‧]\s?1\s?절": "05-01",
    r"철도절": "05-11",
    r"국제\s?아동절|6\s?[.·‧]\s?1\s?절": "06-01",
    r"탄부절": "07-07",
    r"교육절": "09-05",
    r"(?:7\s?[.·‧‑-]\s?27\s?)?(?:전승절|전승기념일|승전기념일|승전일|조국해방전쟁\s?승리(?:기념일|의\s날|일))|7·27(?=[을를에]|\s)": "07-27",
    r"조국해방의\s?날|광복절|해방절|조국해방기념일|8·15(?=[을를에]|\s)": "08-15",
    r"정권\s?수립일|정권수립\s?기념일|공화국\s?창건(?:일|절|기념일)|구구절|9[·.]?9절|9·9(?=[을를에]|\s)": "09-09",
    r"(?:조선)?(?:노동당|로동당|당)\s?창건(?:\s?기념)?(?:일|절)|쌍십절|10·10(?=[을를에]|\s(?!당))": "10-10",
    r"(?:조선)?\s?소년단\s?창립(?:절|(?:기념)?일)|6\s?[.·‧]\s?6\s?절": "06-06",
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
LUNAR: Mapping[str, str] = {
    rf"(?:음력\s?)?설날|음력\s?설|구정|춘절|춘제|설\s?명절|{_SEOL}": SEOLLAL,
    r"(?:정월\s?)?대보름": DAEBOREUM,
    r"단오": DANO,
    r"추석|한가위|중추절": CHUSEOK,
}


def either(words: Mapping[str, object]) -> str:
    """One of the words, spaces allowed inside those that are two: 이번달, 이번 달."""
    spaced = (
        re.sub(r"(?<=난|번|음|은|그|듬|이)(?=달|주|해)", r"\\s?", word) for word in sorted(words, key=len, reverse=True)
    )
    return "|".join(spaced)


BEFORE = r"(?:[^가-힣\d.,:]|(?<=다)\.)(?=[가-힣\d])"
# Before a day, a week, a month or a year, which begin with few syllables.
BEFORE_DAY = r"(?:[^가-힣\d.,:]|(?<=다)\.)(?=[\d재지그작전올금당내명다오돌이저새연년차같동])"
START = r"(?:(?<![가-힣\d.,:])|(?<=다\.))"
# 97년, 08년; but 90년 만에, 80년간 say how long.
SHORT_YEAR = (
    r"(?P<short>[7-9]\d|0\d)년(?!대|생|산|형|후"
    r"|\s?(?:간|동안|만에|만의|째|넘|이상|이하|이내|된|전|뒤|역사|세월|가까|가량|정도|남짓|여))"
)
YEAR = rf"(?:(?P<year>(?:19|20)\d\d)\s?년도?|{SHORT_YEAR}|(?P<which>{either({**YEARS_AWAY, **YEARS_BEHIND})}))의?"
LEAN = r"(?P<lean>지난|오는|다가오는|돌아오는|이번|올|다음)"
MONTH = r"(?P<month>1[0-2]|0?[1-9])\s?월(?!호|드|급|남짓)"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])일"
DAYS = rf"(?:(?P<from>3[01]|[12]\d|0?[1-9])일?\s?[~∼〜–-]\s?)?{DAY}"
SOME_DAY = rf"(?:[{WEEKDAYS}]요일|(?P<near>{either(DAYS_AWAY)})|이날|그날|전날|당일)"
PORTION = rf"(?P<portion>{either(_PORTIONS)})"
# A day of the month, and no number of days: 3일간, 3일 동안, 10일 만에, 5일 이상.
IS_DAY = (
    r"(?!\d)(?!장마당|에\s한\s?[번차]|\s?(?:간|째|치|씩|동안|만에|만의|이상|이내|정도|가량|남짓|내내|연속|후|뒤|격리|단식|휴가|노동(?!신문|당)|생산|분(?:의|량)|근무"
    r"|제\b|짜리|여\s)|당\s)(?=$|[^가-힣]|[은는이가을를의에과와도자엔로]|보다|부터|부로|까지|처럼|날|경|께|쯤|밤|새벽|오전|오후|저녁|낮|아침|현재|기준|또는|만\s)"
)
NO_COUNT = r"(?<!하루 )(?<!약 )(?<!최대 )(?<!최소 )(?<!총 )(?<!매달 )(?<!매월 )(?<!길게는 )(?<!짧게는 )(?<!각각 )"
# “내주겠다” gives something away, and is no week.
NO_VERB = r"(?!(?<=내주)(?:[겠었어지고는던며면기]|도록|려))"
# What may follow a year or a season as its particle: 지난해보다, 작년만 해도, 올해가.
PARTICLE = (
    r"(?=[은는도의까에엔부]|[^가-힣]|$|(?:께|쯤|경)(?:[^가-힣]|$|에|부터|까지)"
    r"|(?:보다|처럼|만|과|와|을|를|이|가|이나|나|이고|이면|마냥|만큼|대로)(?:도|는)?(?![가-힣]))"
)


def dated_by(match: re.Match[str], moment: Moment) -> Moment:
    """The moment in the year the words name, if they do."""
    groups = match.groupdict()
    if groups.get("year"):
        return moment._replace(year=int(groups["year"]))
    if short := groups.get("short"):
        return moment._replace(year=int(short) + (2000 if short.startswith("0") else 1900))
    which = "".join((groups.get("which") or "").split())
    if which in YEARS_BEHIND:
        return moment._replace(periods_behind=(Period.YEAR, YEARS_BEHIND[which]))
    return moment._replace(year_away=YEARS_AWAY[which]) if which else moment


def leaning_of(match: re.Match[str]) -> Leaning:
    return _LEANINGS.get(match.groupdict().get("lean") or "", Leaning.NONE)


def portion_of(match: re.Match[str]) -> Portion | None:
    return _PORTIONS.get(match.groupdict().get("portion") or "")


def away_of(match: re.Match[str], group: str, table: Mapping[str, int]) -> int:
    return table["".join(match[group].split())]
