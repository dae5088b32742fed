"""Dates as Korean reports print them."""

from collections.abc import Iterator

from articles.suggestions.printed_dates.finding import (
    Mode,
    Printed,
    counted_on,
    found_by,
    glosses_joined,
    inherited,
    ranges_joined,
)
from articles.suggestions.printed_dates.korean_families import FAMILIES
from articles.suggestions.printed_dates.moments import Leaning, Moment
from provinces.patterns import lazy
from sources.korean_words import PEOPLE

# What follows a date and makes something of it; longer words first. Only what is listed belongs to the printed date.
# 17일 경부터, but 7월 1일 경제 조치.
_ROUGH = r"(?:(?:경|께|쯤|무렵|전후)|\s(?:경|께|쯤|무렵|전후)(?=에|부터|까지|의|[^가-힣]|$))"
# The first verb behind a date says where its clause looks.
_IN_N, _IN_R, _IN_SS = ("".join(chr(first + final) for first in range(0xAC00, 0xD7A4, 28)) for final in (4, 8, 20))
_IF = rf"[{_IN_N}]다(?:고\s)?해도|더라도|(?:되|오|지나|풀리|열리|시작하|끝나|들어서|들어가|넘기|뜨)면\s"
# 10월까지를 단속 기간으로 선포했다: a term that is set lies ahead.
_SET_AS = r"(?:기간|기한|시한|말미)으?로\s(?:선포|공포|공고|발표|정|잡|못|설정|지정|통보)"
_WILL = (
    rf"{_SET_AS}|{_IF}|예정|계획|방침|방안을\s(?:\S{{1,8}}\s)?(?:검토|추진|논의|모색)|기로\s|겠[다고습]|(?<![{_IN_SS}])[{_IN_R}]\s(?:것|가능성|전망|방침|듯)"
    rf"|앞두고|실시하라|전망|[{_IN_R}]\s것"
)
_SHOULD = rf"라고|[{_IN_N}]다고|수\s[없있]|[하으]?라는|도록|려[고는]|[아어해여]야\s|게\s(?:[하할한]|했)|지\s않으면"
_DID = rf"(?![있겠])[{_IN_SS}](?:다|고|으|는|던|지|습|을|음)|[한된온간]\s것으로|[가-힣]온\s"
# 7월 7일 첫 관광객이 출발한다고 공지했다: what is announced as it will be.
_ANNOUNCED = rf"[{_IN_N}]다(?:고|며|는)\s(?:\S{{1,12}}\s){{0,2}}?(?:공지|공고|예고|통보|통지|발표|안내|광고|선포|공표|약속|밝|알[렸려])"
_IN_CLAUSE = r"[^.!?\n“”\"]{0,60}?"
_MODES = (
    (Mode.BEFORE, r"\s?(?:이전|전)(?:까지|으로|(?=에))"),
    (Mode.AT, rf"\s?(?:안에|내에)(?=\s(?:(?!{_WILL}|{_SHOULD})[^.!?\n“”]){{0,30}}?(?:{_DID}))"),
    (Mode.UNTIL, r"\s?(?:까지|까진|안에(?!서)|안으로|내에|내로|이내에|중으로)"),
    (Mode.FROM, r"부[터턴]"),
    (Mode.SINCE, r"\s?이래로?|(?<=[해년올월달주봄름을울])\s?들어서?(?=[\s,])"),
    (Mode.AFTER, r"\s?이후(?:부터)?"),
    (Mode.AT, r"\s?(?:당일|중에|중)?에(?!서|게)|(?=[^가-힣]|$|[은는이가을를의도과와]|밤|새벽|오전|오후|저녁|낮|아침)"),
)
_SUFFIXES = tuple((mode, lazy(_ROUGH + "?" + f"(?:{words})")) for mode, words in _MODES)
_SPANS = lazy(r"\s?(?:부터|까지|이후|이전|이래)")
_IS_ROUGH = lazy(_ROUGH)
# 7월 중 한 번 더; 이달 중 하루 is some day of it.
_DURING = lazy(r"\s?중(?=\s(?!하루|하나|가장))")
_IN_A_ROW = lazy(r"[과와]\s|,\s?|\s?[·‧]\s?|\s및\s|\s?그리고\s")
# 9일과 12일 사이, 8월에서 10월 사이 need the word; 3월부터 8월 사이 does not.
_BETWEEN = lazy(r"(?:에서|[과와])\s")
# 3일과 4일 이틀간
_TWO_DAYS = (" 이틀", " 양일", " 두 차례 걸쳐")
_JOINS_RANGE = lazy(r"\s?[~∼〜–—-]\s?|(?:부터|에서)\s(?:다음\s?날인\s)?")

# 당 창건일(10월 10일), 광명성절(김정일 생일·2월 16일), 지난 16일 광명성절; 24일(현지시간)부터.
_JOINS_GLOSS = lazy(r"\s?[(（]|,\s즉\s")
_ENDS_GLOSS = lazy(r"[)）]|\s?[(（]현지\s?(?:시간|시각)(?:\s기준)?[)）](?=\s?(?:부터|까지|이후|이전))")
# 8월부터 내달 초에 열린다는 소문 names two dates, and no stretch.
_ENDS_RANGE = lazy(r"\s?(?:경|께|쯤|말|사이)?(?:까지|사이|에?\s걸쳐|에\s이르)")

# --- when a source spoke ---

_OUTLET = (
    r"(?:[가-힣A-Za-z]{0,10}(?:뉴스핌|뉴스|방송|일보|신문|통신|소식(?!통)|프레스|매체|저널|타임스)|[가-힣]{0,8}\s?NK|[A-Z]{2,}[A-Za-z]*"
    r"|자유아시아방송\s?\(RFA\)|[가-힣]+\([A-Z]{2,}\)|본지|본보|기자)"
)
_TELLER = (
    r"(?:소식통|소식토|통신원|협조자|업자|협력자|관계자|소스|주민|간부|일[꾼군]|무역업자|상인|무역[꾼상]|밀수[꾼업자]+|씨|그녀?|이탈주민|탈북민|탈북자|전문가|교수|연구위원|연구원"
    r"|노동자|농민|군인|당국자)(?:들)?"
)
_SAYS = r"(?:보도했|전했|밝혔|전해\s?왔|말했|알려\s?왔|설명했|전해왔)"
_ASIDE = r"(?:\s?\([^)\n]{0,40}\))?"
_TO_OUTLET = lazy(
    rf"\s*(?:\S+\s){{0,2}}?{_OUTLET}(?:\s?(?:측|취재진|기자))?(?:에게?(?!\s?(?:따르면|의하면))|와의?|과의?|의\s?(?:취재|질문|문의))(?=[\s,“\"])"
    rf"|\s*(?:전화|통화|인터뷰|문자)|\s(?:\S+에서\s)?(?:본지\s)?기자를\s만나|\s(?:\S+\s){{0,3}}?(?:{_TELLER})[과와]의?\s(?:전화\s|최근\s)?(?:통화|연락|접촉|인터뷰|만나|만난)"
)
# 8월 31일에 전해왔다.
_SENT_THEN = lazy(r"에?\s(?:\S{1,8}\s)?(?:전해|알려|보내)\s?(?:왔|온\s|주었|줬)")
_TELLER_BEFORE = lazy(rf"{_TELLER}{_ASIDE}(?:[은는이가도]|에\s?따르면|에\s?의하면){_ASIDE}\s(?:또\s|이날\s)?$")
# 한 미용사는 11일; 그는 또 12일.
_TOPIC_WORD = lazy(rf"(?P<who>[가-힣]{{2,12}}){_ASIDE}[은는이가도]\s(?:또\s|이날\s)?\Z")
# How both end.
_TOPIC_ENDS = tuple("은는이가도면또날)")
_PEOPLE = tuple(PEOPLE.split("|"))
_SPEECH_AFTER = lazy(
    rf"\s*(?:(?:다음과\s같이|이와?\s?같이|이렇게)\s|[“\"‘']|{_SAYS}|기자(?:들|단)?[과와]\s(?:만나|만난)|[가-힣A-Za-z]{{2,12}}(?:에게?|와의\s통화에서|측에|\s[가-힣A-Za-z]{{2,12}}(?:에게?|측에))?\s[“\"‘']|,\s[^.!?\n“\"]{{0,80}}[“\"]|\s(?:\S{{1,12}}\s){{0,4}}?\S{{1,12}}[을를]\s인용(?:해|하여))"
)
# 소식통은 오늘 오전 9시쯤 열차가 닿았다고 전했다: when that was.
_AT_HOUR = r"\s(?:오전|오후|새벽|아침|저녁|밤|낮)?\s?\d{1,2}시"
# 소식통은 24일 값이 올랐다고 전했다; but 지난달에도 그랬다고 전했다 tells of that month.
_TOLD_THAT_DAY = lazy(
    rf"(?!에|{_AT_HOUR})[^.!?\n“\"]{{1,200}}(?:[고서]|[가-힣][을를])\s?(?:[가-힣A-Za-z]{{2,12}}(?:에게?|측에)\s)?(?:{_SAYS}|언급했|강조했|지적했|덧붙였)"
)
_TELLER_AFTER = lazy(
    rf",?\s(?:[가-힣A-Za-z()·‘’-]+\s){{0,10}}?[가-힣]*?(?:"
    rf"(?:소식통|협력자)(?:들|\s(?:두|세|네|여러|몇|\d{{1,2}})\s?명)?{_ASIDE}(?:[은는이가도](?![^.!?\n“\"]{{0,60}}(?:조사|촬영|방문|관찰)(?:했|하였)[다습])|에\s?따르면|에\s?의하면|을\s인용|의\s전언)"
    rf"|{_TELLER}{_ASIDE}(?:에\s?따르면|에\s?의하면|[은는이가도](?=\s?[“\"「'‘])))"
)
# 지난달 이곳을 찾은 소식통은: then he came, and did not speak.
_DID_THEN = lazy(r"에?\s(?:\S+\s){0,3}?\S+[을를에]\s\S*[찾문나온간녀던][은한온던]?\s")
_SOMEBODY_AFTER = lazy(
    rf",?\s(?:[가-힣A-Za-z()·‘’-]+\s){{0,10}}?(?P<who>[가-힣]{{2,12}}){_ASIDE}[은는이가도](?=\s?[“\"「'‘])"
)
# 협력자도 11월 초순 비슷한 사정을 알려 왔다: whatever is said of so long a time, that is when it came.
_REACHED_US = lazy(
    r"(?!에)[^.!?\n“\"]{1,80}?(?:(?:알려|전해)\s?(?:왔|온)|(?:면담|인터뷰|통화|대화|전화|서신|편지|문자)(?:에서|를|로)|만나\s)"
)
# “…”라고 신문에 그제 밝혔다.
_TOLD_BEFORE = lazy(r"고\s[가-힣A-Za-z]{2,12}(?:에게?|와의\s통화에서|측에)\s$")
# 소식통은 “…”고 24일 전했다, 소식통은 값이 올랐다고 지난 24일 전했다.
_TOLD_BY_TELLER = lazy(
    rf"{_TELLER}{_ASIDE}(?:[은는도]|에\s?따르면|에\s?의하면)\s(?:(?!다\.\s)[^\n])*(?:[다라냐자까요]|[”\"]\s?)고\s\Z"
    rf"|{_TELLER}{_ASIDE}[이가]\s[“\"][^“”\"\n]*[”\"]\s?(?:이?라)?고\s\Z"
)
# 소식통은 7일 하루들판과의 통화에서; an expert speaks to everybody.
_SPOKE_WITH = lazy(r"\s[가-힣A-Za-z]{2,14}[과와]의?\s(?:최근\s)?(?:전화\s?)?(?:통화|인터뷰|면담|연락)에서\s")
_SOURCE_BEFORE = lazy(
    rf"(?:소식통|통신원|협조자|협력자|소스|주민|간부|상인|관계자|일[꾼군]|무역업자|씨)들?{_ASIDE}[은는이가도]\s\Z"
)
_MADE_THEN = lazy(
    r"에?\s(?:(?:[가-힣A-Za-z]{2,12}에|홈페이지(?:를\s통해|에)|누리집에)\s)?(?:펴낸|발표한|공개한|내놓은|낸|발간한|작성한|게재한|올린|배포한)\s"
)
# 들판대 교수는 14일 한 학술회의에서: that was said to everybody.
_AT_MEETING = lazy(
    r"(?:(?!에\s?(?:따르면|의하면))[^.!?\n“\"]){0,60}?(?:세미나|토론회|간담회|학술회의|학술대회|포럼|강연|기자회견|브리핑|인터뷰\s기사|회의|행사|청문회|보고서|기고문|논평|자료|게시글|채널|텔레그램|페이스북|트위터|누리집|홈페이지)에서?\s"
)
_LONGEST_SPEECH = 300
# 3일 들판신문은 소식통을 인용해: when that was printed.
_OUTLET_THEN = lazy(rf"\s{_OUTLET}(?:\([A-Za-z가-힣]{{2,20}}\))?[은는이]\s[^.!?\n“\"]{{0,60}}인용해")
_SAYS_AFTER = lazy(rf"\s{_SAYS}")
_SENTENCE_BEGIN = lazy(
    r"(?:^|[.!?”\"]\s|\n)\s*(?:[•▲■◆○●▶□·-]\s?)?(?:(?:한편|또|또한|앞서|이에\s앞서|이어|이어서|반면|특히|역시|아울러|이와\s관련(?:해|하여)?|이에\s대해)[,\s]\s?)?$"
)

_DAY_BEFORE = Moment(days_behind=-1)
# Where a clause looks: at what will be, for a term also at what should be, or at what has been.
_AHEAD = lazy(
    rf"(?:에나|에야|쯤)\s[^.!?\n“”\"]{{0,20}}?수\s있[다을]|{_IN_CLAUSE}(?:(?P<past>{_DID})|{_WILL}|{_ANNOUNCED})"
)
# 15일에 모인다고 한다: on a day by its number, what is told as present is to come.
_AHEAD_ON = lazy(rf"에\s{_IN_CLAUSE}(?:(?P<past>{_DID})|{_WILL}|[{_IN_N}]다(?:고|며))")
# 설 전까지만 해도 6천 원 하던 약.
_ONLY_UNTIL = lazy(r"만\s?(?:해도|하더라도)|는\s(?:그래도|그런대로|그나마)\s")
_TERM_PASSED = lazy(rf"{_IN_CLAUSE}(?:(?P<past>{_DID})|{_WILL}|{_SHOULD})")
# 외무성은 10일 …할 것이라고 밝혔다: the day on which that was said.
_TOPIC_BEFORE = lazy(r"[가-힣][은는도]\s\Z")
# 앞서 5일 통일부는 …하겠다고 밝혔다.
_SPEAKER_BEHIND = lazy(
    r"\s(?:[가-힣A-Za-z()·]+\s){0,3}?[가-힣]*(?:[부성청국원회]|정부|당국|당국자|관계자|대변인|장관|대표|신문|통신|방송|소식통)[은는]\s"
)
# 오는 10월 10일 당 창건일.
_COMING_BEFORE, _LONGEST_COMING = lazy(r"오는\s(?:\d{1,2}월\s?)?\d{1,2}일(?:인)?\s\Z"), 16
_LONGEST_BEFORE = 24
_LONGEST_STORY = 160
_SAID_THAT_DAY = lazy(
    r"[^.!?\n]{0,160}?(?:보도|전|말|발표|설명|공개|주장|지적|언급)(?:했|하였)|[^.!?\n]{0,160}?(?:밝혔|덧붙였|알렸)"
)
_TOLD_AFTER = lazy(r"[^.!?\n]{0,200}?[고로]\s?(?:\S{1,8}\s)?(?:[가-힣]{0,6}했|밝혔|덧붙였|알렸|내다봤)")


def printed_in(body: str) -> list[Printed]:
    """The dates of a Korean text, in order, none overlapping."""

    def is_day(printed: Printed) -> bool:
        return printed.moment.day is not None and not _SPANS.match(body, printed.end)

    found = glosses_joined(found_by(FAMILIES, body), body, _JOINS_GLOSS, _ENDS_GLOSS)
    found = _months_shared(ranges_joined(found, body, _is_range), body)
    return [_placed(printed, body) for printed in counted_on(list(_day_before(found, body)), is_day)]


def _day_before(found: list[Printed], body: str) -> Iterator[Printed]:
    """The dates; 전날 is yesterday in a paragraph that has named no day before it."""
    day_ends = -1
    for printed in found:
        is_alone = printed.moment == _DAY_BEFORE and (day_ends < 0 or "\n" in body[day_ends : printed.start])
        yield printed._replace(moment=Moment(day_away=-1)) if is_alone else printed
        if printed.moment.day is not None or printed.moment.weekday is not None or printed.moment.feast:
            day_ends = printed.end


def _is_range(_: str, between: str, behind: str) -> bool:
    """Whether two dates are the ends of one stretch: A부터 B까지, A~B."""
    if between in ("에서 ", "과 ", "와 ") and behind.startswith(" 사이"):
        return True
    if between in ("과 ", "와 ") and behind.startswith(_TWO_DAYS):
        return True
    return bool(_JOINS_RANGE.fullmatch(between)) and (not between.startswith("부터") or bool(_ENDS_RANGE.match(behind)))


def _months_shared(found: list[Printed], body: str) -> list[Printed]:
    """The dates; a bare day that stands in a row with one of a month is of that month: 지난달 3일과 5일."""
    shared: list[Printed] = []
    dated: Printed | None = None
    coming: dict[Moment, Moment] = {}  # 오는 12일, and what 12일 alone means from then on
    for printed in found:
        printed = printed._replace(moment=coming.get(printed.moment, printed.moment))
        if printed.moment.leaning is Leaning.NEXT and printed.moment.day is not None:
            coming[printed.moment._replace(leaning=Leaning.NONE)] = printed.moment
        if shared and dated and printed.moment == Moment(day=printed.moment.day):
            before = shared[-1]
            if before.moment.day and _IN_A_ROW.fullmatch(body, before.end, printed.start):
                printed = printed._replace(moment=inherited(before.moment, printed.moment))
            elif _goes_on_from(dated, printed, body):
                printed = printed._replace(moment=inherited(dated.moment, printed.moment))
        if printed.moment.day is not None:
            dated = printed
        shared.append(printed)
    return shared


def _goes_on_from(before: Printed, printed: Printed, body: str) -> bool:
    """Whether a story of another year goes on: 지난해 8월 8일 남포를 떠났다. 13일 룽커우에 닿았다."""
    named, day = before.moment, printed.moment.day
    is_of_another_year = named.month is not None and (named.year is not None or (named.year_away or 0) < 0)
    if not (is_of_another_year and named.day is not None and day is not None and day > named.day):
        return False
    is_far = printed.start - before.end > _LONGEST_STORY or "\n" in body[before.end : printed.start]
    is_topic = _TOPIC_BEFORE.search(body, max(0, printed.start - 3), printed.start) is not None
    return not is_far and not is_topic and _SAID_THAT_DAY.match(body, printed.end) is None


def _placed(printed: Printed, body: str) -> Printed:
    """A date with the particle after it, and whether it is when a source spoke or lies ahead."""
    mode, end = _mode(printed, body)
    if mode is Mode.BEFORE and body[printed.end - 1] == "말":
        mode = Mode.UNTIL  # 연말 전으로: by its end
    is_term = mode is Mode.UNTIL or (mode is Mode.BEFORE and body.endswith(("까지", "으로"), 0, end))
    if printed.moment.feast and not is_term:
        mode = Mode.AT  # a feast stands for its day, whatever is told to lie before or after it
    rough = None if printed.moment.feast else _IS_ROUGH.match(body, printed.end)
    if mode is Mode.AT:
        end = rough.end() if rough else printed.end
    is_contact = mode is Mode.AT and _is_contact(printed, body)
    if mode is Mode.AT and printed.moment.day is None and (during := _DURING.match(body, end)):
        end = during.end()
    is_deadline = mode in (Mode.UNTIL, Mode.BEFORE) and printed.until is None
    is_ahead = _is_ahead(printed, body, end, is_deadline=is_deadline)
    moment = printed.moment._replace(is_rough=True) if rough else printed.moment
    mode = Mode.AT if printed.until else mode
    if printed.until and body.startswith(" 사이", printed.end) and _BETWEEN.search(body, printed.start, printed.end):
        end = printed.end + len(" 사이")
    return printed._replace(end=end, mode=mode, moment=moment, is_contact=is_contact, is_ahead=is_ahead)


def _is_ahead(printed: Printed, body: str, end: int, *, is_deadline: bool) -> bool:
    """Whether the clause behind a date looks forward; a term does unless it is told what was until then."""
    if printed.moment.day is not None and _MADE_THEN.match(body, end):
        return False  # 3일 발표한 전망
    is_on = printed.moment.day is not None and _AHEAD_ON.match(body, end)
    looks = (_TERM_PASSED if is_deadline else _AHEAD_ON if is_on else _AHEAD).match(body, end)
    if printed.moment.feast and _COMING_BEFORE.search(body, max(0, printed.start - _LONGEST_COMING), printed.start):
        return True
    if looks and printed.moment.feast and looks.group().endswith("앞두고") and not body.startswith(" 있", looks.end()):
        looks = _AHEAD.match(body, looks.end())  # 추석을 앞두고 값이 올랐다: that may have been before the last one
    if is_deadline and _ONLY_UNTIL.match(body, end):
        return False
    if is_deadline or looks is None:
        return is_deadline and (looks is None or not looks["past"])
    before = body[max(0, printed.start - _LONGEST_BEFORE) : printed.start]
    is_said_then = (
        printed.moment.day is not None
        and (_TOPIC_BEFORE.search(before) or (_SENTENCE_BEGIN.search(before) and _SPEAKER_BEHIND.match(body, end)))
        and _TOLD_AFTER.match(body, end)
    )
    return not looks["past"] and not is_said_then


def _mode(printed: Printed, body: str) -> tuple[Mode, int]:
    """The mode of a date, and where it ends with its particle."""
    for mode, pattern in _SUFFIXES:
        match = pattern.match(body, printed.end)
        if match:
            return mode, match.end()
    return Mode.AT, printed.end


def _is_contact(printed: Printed, body: str) -> bool:
    """Whether it is the day a source spoke, or wrote, and not to everybody."""
    return _is_told_then(printed, body) and not _is_in_public(printed, body)


def _is_in_public(printed: Printed, body: str) -> bool:
    """Whether somebody spoke then at a meeting or in a paper, to whoever would hear."""
    return bool(_AT_MEETING.match(body, printed.end)) and not _TO_OUTLET.match(body, printed.end)


def _is_told_then(printed: Printed, body: str) -> bool:
    """Whether the words around a day let somebody tell something on it."""
    moment = printed.moment
    if moment == Moment(year=moment.year, year_away=moment.year_away):
        return False  # a year: 2017년 떠나온 사람은
    before = body[max(0, printed.start - 60) : printed.start]
    if _MADE_THEN.match(body, printed.end):
        return False  # 연구원은 지난달 펴낸 보고서에서
    if _TO_OUTLET.match(body, printed.end) or _SENT_THEN.match(body, printed.end):
        return True
    if _SAYS_AFTER.match(body, printed.end) and (
        _TOLD_BEFORE.search(before)
        or _TOLD_BY_TELLER.search(body, max(0, printed.start - _LONGEST_SPEECH), printed.start)
    ):
        return True
    if _SPOKE_WITH.match(body, printed.end) and _SOURCE_BEFORE.search(before):
        return True
    is_far = (moment.year_away or 0) < 0  # 당국자는 지난해 11월 30일 …라고 말했다: of a day long past
    told = (_SPEECH_AFTER, _TOLD_THAT_DAY if _is_day(moment) and not is_far else _REACHED_US)
    if _is_topic(before) and any(pattern.match(body, printed.end) for pattern in told):
        return True
    if not _is_day(moment) and _DID_THEN.match(body, printed.end):
        return False
    if _OUTLET_THEN.match(body, printed.end):
        return False
    return bool(_SENTENCE_BEGIN.search(before)) and _is_before_teller(body, printed.end)


def _is_day(moment: Moment) -> bool:
    """Whether the words say a day, or a week, and no month or part of one."""
    return (moment.day, moment.weekday, moment.day_away, moment.days_behind) != (None, None, None, None)


def _is_before_teller(body: str, end: int) -> bool:
    """Whether whoever speaks in a sentence stands behind the day that begins it."""
    somebody = _SOMEBODY_AFTER.match(body, end)
    is_somebody = somebody and somebody["who"].removesuffix("들").endswith(_PEOPLE)
    return bool(is_somebody or _TELLER_AFTER.match(body, end))


def _is_topic(before: str) -> bool:
    """Whether these words end in somebody unnamed with a particle, or a source."""
    if not before.rstrip().endswith(_TOPIC_ENDS):
        return False
    topic = _TOPIC_WORD.search(before)
    return bool(topic and topic["who"].removesuffix("들").endswith(_PEOPLE)) or bool(_TELLER_BEFORE.search(before))
