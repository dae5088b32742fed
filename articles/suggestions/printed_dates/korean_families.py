"""The patterns by which dates are found in Korean, by what stands in all of a family."""

from articles.suggestions.printed_dates import korean_meanings as says
from articles.suggestions.printed_dates.feasts import any_feast
from articles.suggestions.printed_dates.finding import Family, Reader
from articles.suggestions.printed_dates.korean_words import (
    BEFORE,
    BEFORE_DAY,
    DAY,
    DAYS,
    DAYS_AWAY,
    DAYS_BEHIND,
    HOLIDAYS,
    IS_DAY,
    LEAN,
    LUNAR,
    MONTH,
    MONTHS_AWAY,
    NATIVE_COUNTS,
    NATIVE_DAYS,
    NO_COUNT,
    NO_VERB,
    NTHS,
    PARTICLE,
    PORTION,
    SHORT_YEAR,
    SOME_DAY,
    START,
    WEEKDAYS,
    WEEKS_AWAY,
    YEAR,
    YEARS_AWAY,
    YEARS_BEHIND,
    either,
    portion_of,
)
from articles.suggestions.printed_dates.moments import Moment, Period

_WHEN = rf"{START}(?:(?:(?:지난|오는|다가오는)\s)?{YEAR}\s?)?(?:{LEAN}\s?)?"
_RELATIVE = rf"{START}(?!전달[하했한할합된됐되될받])(?P<away>{either(MONTHS_AWAY)})"

_MONTH_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{_WHEN}{MONTH}\s?{DAYS}{IS_DAY}", says.month_day),
    (rf"{_WHEN}{MONTH}\s?{PORTION}(?![가-힣]*일꾼)", says.month),
    (rf"{_WHEN}{MONTH}\s?첫날", says.first_day),
    (rf"{_WHEN}{MONTH}", says.month),
    (rf"{_WHEN}(?P<first>1[0-2]|[1-9])월?\s?[~∼〜–-]\s?{MONTH}", says.months),
)
_PORTION_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"(?<=[초중순말][와과,])\s?{PORTION}(?=[에의,]|[^가-힣]|$)", says.portion_behind),
)
# 월말에 공표한다: of this month.
_THIS_MONTH_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"{START}월\s?(?P<portion>초|말)(?=[에까부](?!너지)|\s|$)",
        lambda match: Moment(month_away=0, portion=portion_of(match)),
    ),
)
_RELATIVE_MONTH_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{START}(?P<away>{either(MONTHS_AWAY)})\s?\({MONTH}\)(?:\s?{PORTION})?", says.glossed_month),
    (rf"{START}이\s?\({MONTH}\)\s?달", says.glossed_month),
    (rf"{_RELATIVE}\s?{DAYS}{IS_DAY}", says.relative_day),
    (rf"{_RELATIVE}\s?첫날", says.first_day),
    (rf"{_RELATIVE}\s?{PORTION}", says.relative_month),
    (rf"{START}(?:전월|전달(?![하했한할합된됐되될받]))", lambda _: Moment(periods_behind=(Period.MONTH, -1))),
    (_RELATIVE, says.relative_month),
    (
        rf"{START}(?:(?:{YEAR}\s?)?{MONTH}|(?P<away>{either(MONTHS_AWAY)}))\s(?P<nth>{either(NTHS)})\s?주(?:차|간)?",
        says.nth_week,
    ),
)
_DAY_ROWS: tuple[tuple[str, Reader], ...] = ((rf"{START}{NO_COUNT}(?:{LEAN}\s?)?{DAYS}{IS_DAY}", says.bare_day),)
_WEEKDAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{START}(?<!매주 )(?:{LEAN}\s?)?(?P<weekday>[{WEEKDAYS}])요일", says.weekday),
)
_GLOSSED_DAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"{START}(?:(?:{either(WEEKS_AWAY)}|지난|이번|다음|오는)\s?)?{SOME_DAY}\s?\((?:{MONTH}\s?)?{DAY}\)",
        says.glossed_day,
    ),
)
_NEAR_DAY_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{START}(?P<behind>{'|'.join(DAYS_BEHIND)})(?=[은는도의까에부]|[^가-힣]|$)", says.day_behind),
    (rf"{START}(?P<near>{either(DAYS_AWAY)})(?=[은는도의까에부]|[^가-힣]|$|밤|날|자\s)(?!날)", says.near_day),
)
_AGO = (
    rf"(?P<days>{either(NATIVE_DAYS)})"
    rf"|(?:(?:\d{{1,2}}\s?(?P<to>[~∼〜–-])\s?)?(?P<count>\d{{1,2}})(?P<over>여)?|(?P<native>{either(NATIVE_COUNTS)}))\s?(?P<unit>일|주일|주|달|개월|년|해)여?"
)
_AGO_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{START}(?:{_AGO})\s?전(?=[에의부까쯤과만]|보다|처럼|[^가-힣]|$)", says.ago),
)
_WEEK_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        rf"{START}(?P<away>{either(WEEKS_AWAY)}){NO_VERB}(?:\s?(?:초|중반|(?P<end>말)))?(?:\s(?P<weekday>[{WEEKDAYS}])요일)?",
        says.week,
    ),
    (rf"{START}지난\s?주말", says.weekend),
    (rf"{START}(?P<away>{either(WEEKS_AWAY)})\s{DAYS}{IS_DAY}", says.day_of_week_away),
)
_YEAR_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{START}{YEAR}\s?{PORTION}(?=[에의부까]|[^가-힣]|$|쯤|경|께)", says.year),
    (rf"{START}{YEAR}\s?(?:같은\s?(?:기간|시기|달|분기)|동기|동월)", says.same_part),
    (rf"{START}(?P<which>{either(YEARS_AWAY)})\s?(?:이맘때|요맘때|이\s?무렵)", says.about_now),
    (rf"{START}(?P<first>(?:19|20)\d\d)년?\s?[~∼〜–-]\s?(?P<year>(?:19|20)\d\d)년", says.years),
    (rf"{START}(?:(?:지난|오는|다가오는)\s)?(?P<year>(?:19|20)\d\d)년도?(?:{PARTICLE}|(?=말|초|께|경))", says.year),
    # counted from the date before, as is 전월
    (rf"{START}전년(?:도(?=\s)|{PARTICLE})", lambda _: Moment(periods_behind=(Period.YEAR, -1))),
    (rf"{START}(?!올(?!해))(?P<which>{either(YEARS_AWAY)})(?:(?<=[내금전]년)도(?=\s)|{PARTICLE}|(?=들어))", says.year),
    (rf"{START}(?P<which>올)(?=\s?들어|\s한\s?해)", says.year),
    (rf"{START}지난\s한\s해(?={PARTICLE}|\s)", lambda _: Moment(year_away=-1)),
    (rf"{START}(?P<which>{either(YEARS_BEHIND)}){PARTICLE}", says.year_behind),
    (
        rf"{START}(?:{YEAR}\s?|(?P<last>지난)\s)?[연년](?P<edge>초|말)(?=[에의부까이은을도]|[^가-힣]|$|쯤|경|께|보다)",
        says.year_end,
    ),
    (rf"{START}(?:지난\s)?{SHORT_YEAR}(?:{PARTICLE}|(?=말|초))", says.year_behind),
    (rf"{START}(?:새해|{YEAR})\s첫\s?(?:달|월)", says.first_month),
    (rf"{START}새해\s?(?:벽두|초)(?=[에의부까]|[^가-힣]|$|쯤|경|께)", lambda _: Moment(month=1, is_rough=True)),
    (rf"{START}새해(?=부터)", lambda _: Moment(month=1, day=1)),
    (rf"{START}새해(?=\s?들어)", says.whole_year),
    (rf"{START}새해(?=[에의]|\s?들어|[^가-힣]|$)", says.new_year),
    (rf"{START}연내(?=[에로]|[^가-힣]|$)", says.whole_year),
    (
        rf"{START}(?:지난\s)?(?P<decade>(?:19|20)\d|[5-9])0년(?:대|\s대(?=\s|$|[에의은는이가도와과초중후말]|부터|까지))(?:\s?{PORTION})?",
        says.decade,
    ),
)
_NUMERIC_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        r"(?<![\d.-])(?P<year>(?:19|20)\d\d)\s?[-./]\s?(?P<month>\d{1,2})\s?[-./]\s?(?P<day>\d{1,2})(?![\d-])",
        says.numeric,
    ),
)
_PART_ROWS: tuple[tuple[str, Reader], ...] = (
    (rf"{_WHEN}(?P<part>[상하]반[기년])도?(?:\s?{PORTION})?", says.part),
    (rf"{START}(?:{YEAR}\s?)?(?P<quarter>[1-4])(?:/4)?\s?(?:사)?분기(?:\s?{PORTION})?", says.quarter),
    (
        rf"{START}(?:(?:지난\s)?{YEAR}\s?|{LEAN}\s?)(?P<part>봄|여름|가을|겨울)(?:\s?{PORTION})?(?:{PARTICLE}|(?=철))",
        says.part,
    ),
    (
        rf"{START}(?:{YEAR}\s?|{LEAN}\s?)?(?:초|늦|한)(?P<part>봄|여름|가을|겨울)(?:{PARTICLE}|(?=철))",
        says.part,
    ),
    (
        rf"{START}(?P<part>봄|여름|가을|겨울)철(?=\s(?:수확|추수|난방|농사|모내기|수해|홍수|큰물|장마|가뭄|폭우|피해)|[을이]\s(?:맞|앞두|앞둔|되[자니어]|다가))",
        says.part,
    ),
    (rf"{START}(?P<part>봄|여름|가을|겨울)철?(?=에|부터|까지|보다|\s내내|\s들어)", says.part),
)
_FEAST_ROWS: tuple[tuple[str, Reader], ...] = (
    # 내년 중국의 춘절
    (rf"{START}{YEAR}\s(?:중국|북한|한국|러시아)의?\s(?:{any_feast({**HOLIDAYS, **LUNAR})})", says.feast),
    (rf"(?:{_WHEN}|{START}(?:지난|이번)달\s)(?:{any_feast({**HOLIDAYS, **LUNAR})})", says.feast),
)

# Patterns are tried only around the words without which they cannot match.
# The longest date, 2023년도의 다가오는 12월 30일~31일, is shorter than the margin.
_MARGIN = 32
_FEASTS = (
    "신정|양력설|새해|전승|승전|전쟁|설날|건군절|광명성절|생일|부녀절|여성의|태양절|동절|전승절|해방|광복절|수립|창건|구구절|9절|쌍십절|어머니날"
    r"|청년절|해방절|헌법절|음력|설|구정|춘절|춘제|단오|추석|한가위|중추절|청명|창립|군절|국경절|항공절|한식|철도절|탄부절|교육절|대보름|성탄|크리스마스"
    "|"
    + "|".join(
        rf"{point}\s?{day}" for point in (r"\.", "·", "‧") for day in ("1", "6", "8", "9", "10", "15", "16", "27")
    )
)
# 해 is a verb more often than a year.
_YEARS = "[0-9작전금내명난올당음새연그한](?:(?<=1)9|(?<=2)0|년|\\s?해|말|초|내|러께|(?<=올))"
FAMILIES = (
    Family.of("[0-9]\\s?월", _MONTH_ROWS, _MARGIN, before=BEFORE_DAY),
    Family.of("월|달|중순|하순|말", _PORTION_ROWS, _MARGIN, before="[와과,]", behind=_MARGIN),
    Family.of(r"월\s?[초말]", _THIS_MONTH_ROWS, _MARGIN, before=BEFORE),
    Family.of("[난번전이음내새금째첫막1-4]\\s?[달월주]|월[)]\\s?달", _RELATIVE_MONTH_ROWS, _MARGIN, before=BEFORE_DAY),
    Family.of("[0-9]일", _DAY_ROWS, _MARGIN, before=BEFORE_DAY),
    Family.of("요일", _WEEKDAY_ROWS, _MARGIN, before=BEFORE),
    Family.of("일[)]", _GLOSSED_DAY_ROWS, _MARGIN, before=BEFORE),
    Family.of(
        "어제|어젯|오늘|그제|그저께|내일|모레|이날|그날|같은 날|당일|전날|다음날|다음 날|이튿날",
        _NEAR_DAY_ROWS,
        _MARGIN,
        before=BEFORE,
    ),
    Family.of("[루틀흘새레름일주달월년해여]\\s?전", _AGO_ROWS, _MARGIN, before=BEFORE),
    Family.of("[난번음금내차]\\s?주", _WEEK_ROWS, _MARGIN, before=BEFORE_DAY),
    Family.of("19|20", (), beginning=_NUMERIC_ROWS),
    Family.of(_YEARS, _YEAR_ROWS, _MARGIN, before=BEFORE_DAY),
    Family.of("분기|반기|반년|봄|여름|가을|겨울", _PART_ROWS, _MARGIN, before=BEFORE),
    Family.of(_FEASTS, _FEAST_ROWS, _MARGIN, before=r"[^가-힣\d.,:](?=[가-힣\d\s])"),
)
