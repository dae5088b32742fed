"""Who is meant by the words before a particle in a Korean sentence: people, newspapers, and how each is described.

A phrase is known by its noun (소식통, 주민, 방송) and the particle behind it. It begins where the words before stop
describing that noun: 북한 내부 사정에 밝은 한 중국 소식통은 is one phrase, of 이와 관련해 소식통은 only the noun is. Pure.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from provinces.patterns import lazy
from sources.korean_phrases import phrase_begin
from sources.korean_words import (
    ASIDES,
    LEADERS,
    NO_NAMES,
    OFFICES,
    OUTLETS,
    PEOPLE,
    SAYS,
    SURNAMES,
    TELLERS,
    TITLES,
)

# How far before a title a name is looked for.
_LONGEST_OFFICE = 40


class Sort(StrEnum):
    """What somebody is: a source called so, any other person, one with a name, a newspaper, or a pronoun."""

    TELLER = "teller"
    PERSON = "person"
    NAMED = "named"
    OUTLET = "outlet"
    PRONOUN = "pronoun"


class Stand(StrEnum):
    """How somebody stands in the sentence: its topic (은, 도) or subject (이), cited, followed (에 따르면), or its teller."""

    TOPIC = "topic"
    SUBJECT = "subject"
    CITED = "cited"
    ACCORDING = "according"
    TELLING = "telling"


_STANDS_BY_NAME = {stand.value: stand for stand in Stand}


class Someone(NamedTuple):
    """One phrase at text[start:end], without its particle; `after`: where the particle ends."""

    start: int
    end: int
    after: int
    words: str
    sort: Sort
    stand: Stand


# --- the noun and what follows it ---

_CODE_NAME = r"(?:\s(?:[A-Z](?![A-Za-z])|[‘'“][^’'”\n]{1,8}[’'”]))?"
_FAMILY_NAME = r"(?:\s(?:[가-힣]\s?모|[가-힣]{1,3}|[ㄱ-ㅎ]|[A-Z]{1,2})\s?씨)?"
_NUMBER = (
    r"(?:\s(?:한|두|세|네|다섯|여섯|일곱|여러|몇|\d{1,2})\s?명"
    # right before what they say: 주민 대부분은 “…”
    r"|\s(?:여럿|대부분|대다수|상당수|다수|일부)(?=[은는이가]\s?[“\"]))?"
)
# 김하나(가명), 김하나(43·가명) 씨: a name that the report says is none.
_ASSUMED = r"\([^()\n]{0,20}가명[^()\n]{0,20}\)"
_NOTE = r"(?:\s?[(（][^()（）\n]{1,60}[)）])?"
# 대방(무역업자): what a word of the North means.
_GLOSS = lazy(rf"[(（](?!여성|남성)(?:[가-힣]{{1,6}}\s?)?(?:{PEOPLE}|부유층|자본가)[)）]")
_STANDS = (
    r"(?:(?:의?\s(?:말|설명|전언|증언|이야기|얘기|주장|보도|조사|제보|연락|집계|취재|분석|발표)에\s?|(?:\s등)?에\s?|[이가]\s(?:\S{1,12}\s){0,3}?"
    r"(?:전한|밝힌|알린|말한|설명한|증언한|(?:전해|알려|보내)\s?온)\s(?:바|데|내용|소식|말)에?\s?)(?P<according>따르면|의하면)"
    r"|(?:\s등)?(?P<topic>(?:측)?(?:은|도(?!\s(?:빠짐|남김|예외)\s?없이))|는|측은)|(?:\s등)?(?P<subject>[이가]))(?=[\s,“\"‘'「『]|$)"
    r"|(?:의?\s(?:말|발언|증언|전언|보도))?(?:\s등)?[을를]\s(?P<cited>인용|(?<=말을\s)빌[어려])"
    r"|(?:\s?측)?(?:의\s(?:(?:공통된|한결같은|솔직한|대체적인|공통적인)\s)?|\s(?=(?:설명|전언|얘기|이야기|주장|분석|진단|귀띔|지적|전망)(?:이다|입니다|이었다|이었습니다|다)(?![가-힣])))"
    r"(?P<telling>설명|전언|말|지적|이야기|얘기|주장|증언|하소연|푸념|귀띔|목소리|반응|불만"
    r"|분석|진단|평가|한탄|탄식|후문|소식(?=이다|입니다))(?=[이입도다\s.]|$)"
)
# What ends as somebody does, and is a verb, a paper or a place: 값을 뽑아내는, 포고문은, 공사장은.
_PIECE = "(?<=[가-힣])아내|(?<=[포공경])고문|(?<=[공발행])사장|(?<![가-힣])라디오(?!\\s)|(?<=[산제용형])라디오"
_NOUN = lazy(
    rf"(?!{_PIECE})(?:(?P<teller>{TELLERS})|(?P<person>{PEOPLE})|(?P<titled>{TITLES})|(?P<leader>{LEADERS})|(?P<outlet>{OUTLETS})"
    r"|(?P<newspaper>(?<![가-힣])(?:언론사?|매체|신문|방송|통신사?|잡지|라디오(?:\s방송)?|소식지|주간지|월간지|일간지|누리집)(?:인)?\s[가-힣A-Za-z0-9]{2,12}?(?=[은는이가을를에]))"
    rf"|(?P<assumed>(?<=\S){_ASSUMED}(?:\s?씨)?)"
    r"|(?P<family>(?<=[가-힣ㄱ-ㅎA-Z\s)])씨)|(?P<pronoun>(?<![가-힣])(?:그녀|이들|그들|그)))"
    rf"(?:들)?{_CODE_NAME}{_FAMILY_NAME}{_NUMBER}(?P<end>){_NOTE}(?P<outer>[’'”>》`]?(?:\s(?:방송|신문|통신))?(?:\s?(?:인터넷|온라인|한국어|국문|영문|중문|전자)\s?판)?)(?:{_STANDS})"
)
_HANGUL = lazy("[가-힣]")
# Where one of the nouns may begin: a text is run through for two syllables that may stand there, then these are looked up.
_SHORT = "그씨("
_WORDS = sorted(
    word
    for word in set(
        "|".join(
            (
                TELLERS,
                PEOPLE,
                TITLES,
                LEADERS,
                OUTLETS,
                "언론|매체|신문|방송|통신|잡지|일간지|누리집|이들",
            )
        ).split("|")
    )
    if word[0] not in _SHORT
)
_BEGINNINGS = frozenset(word[:2] for word in _WORDS)
_NOUN_BEGINS = lazy(f"[{''.join(map(itemgetter(0), _WORDS))}](?=[{''.join(map(itemgetter(1), _WORDS))}])|[{_SHORT}]")
_SURNAME_ALONE = lazy(r"(?:^|\s)(?:[가-힣]{1,2}|[가-힣]\s?모|[ㄱ-ㅎ]|[A-Z]{1,2})\s?씨$")
_FULL_NAME = lazy(r"(?:^|\s)[가-힣]{3,4}\s?씨$")
# 한 북한 무역 대표 is somebody.
_ONE_OF_THEM = lazy(r"(?:^|\s)(?:한|어느|익명의|다른|복수의)\s(?:\S+\s){0,2}\S*$")
# 강모(52)씨.
_NOTE_WITHIN = lazy(r"\([^()]{1,12}\)(?=\s?씨$)")
_NOTE_BEHIND = lazy(r"\s?\([^()]*\)$")
_NAME_ASSUMED, _ASSUMED_BEFORE = lazy(_ASSUMED), lazy(rf"{_ASSUMED}\s?\Z")
# A name, also a foreign one; with a Korean surname it may end as an office does (김영국 대표).
_NAME = lazy(rf"(?:^|\s)(?:(?!{NO_NAMES})[{SURNAMES}][가-힣]{{2}}|(?!(?:{OFFICES})$)[가-힣]{{2,4}})$")
# 기 교수: who was named in full before; 한 교수 is any professor, 도 위원장 the chairman of a province.
_SURNAME_BEFORE = lazy(
    rf"(?:^|[\s”\"])(?:(?![한이두세전현그도])[{SURNAMES}]\s|도\s(?=(?:교수|위원|연구위원|박사)$))\S+$"
)
_SURNAME_BESIDE = lazy(rf"(?<![가-힣])(?P<name>)[{SURNAMES}]\s\Z")
# 들판데일리 황해남도 소식통: the newspaper is no part of who that is.
_OF_OUTLET = lazy(
    r"[가-힣A-Za-z]{1,10}(?:데일리|일보|뉴스|신문|통신|방송|프레스|라디오|타임스|투데이|NK|저널)\s(?!소속|출신|기자|내부)"
)
# 익명을 요구한 한 상인: the words about anonymity say nothing of who that is.
_ANONYMOUS = lazy(
    r"(?:익명을?|신원\s?비공개를?)\s?(?:요구|요청|원|부탁|전제로|조건으로)\s?(?:한|하는|했던)\s|이름을\s밝히지\s않은\s"
)
_ON_CONDITION = ("전제로 ", "조건으로 ")
# 마차오쉬 중국 외교부 부부장: a name that no Korean surname begins, before the state that its bearer serves.
_ABROAD = "(?:중국|러시아|미국|일본|유엔|독일|영국|베트남|몽골)"
_NO_FOREIGN_NAME = rf"(?:{ASIDES})\s|[가-힣]*(?:정부|당국|통신|신문|방송|일보)\s"
_NOT_ENDING = "(?<![은는을를에의고며서도면나만가로와과한된던간데해])"
# 김하나 들판연구원장, 박하나 전 들판시 부시장: surname and given name, then the office.
_INSTITUTE = "[가-힣A-Za-z]*(?:연구소|연구원|대학교?|대학원|센터|학회|재단|아카데미|연구실|포럼)"
_NAME_BEFORE_OFFICE = lazy(
    rf"(?:^|(?<![을를])[\s,”\"])(?P<name>)(?:(?!{NO_NAMES})[{SURNAMES}][가-힣](?![는을를에의])[가-힣]\s|(?!{_NO_FOREIGN_NAME})(?!{NO_NAMES})[가-힣]{{2,4}}{_NOT_ENDING}\s(?={_INSTITUTE}\s)|(?!{_NO_FOREIGN_NAME})[가-힣]{{3,5}}{_NOT_ENDING}\s(?={_ABROAD}\s))(?:[가-힣A-Za-z·&]{{1,14}}(?:\([A-Za-z\s]{{2,20}}\))?(?<![은는을를에의고며])\s){{0,4}}[가-힣A-Za-z·]{{0,14}}$"
)

# 앨런 브룩스(Alan Brooks) 선임국장, 벤자민 실버 연구원: a name from abroad, by its letters or its syllables, before the office.
_GIVEN = (
    "닐|켄|휴|존|마크|빌|밥|톰|팀|잭|짐|댄|론|밴|벤|폴|앤|에릭|루크|피터|제프|조지|스콧|마이크|제임스|로버트|리처드|데이비드|마이클|토머스|크리스|윌리엄|조셉|조엘|앤드루|앤드류|빅터|빅토르|올레그|안드레이|알렉산드르|블라디미르|드미트리|이고르"
    "|그레그|그렉|더그|데릭|도널드|랜들|래리|레이먼드|로저|마커스|매튜|맥스|미첼|브라이언|브래드|브루스|사이먼|새뮤얼|스티브|스티븐|아서|알렉스|앤서니|에드워드|에번|에반|올리버|월터|유진|제러미|조나단|조너선|조슈아|찰스|케네스|케빈|클라크|티모시|패트릭|프랭크|프랜시스|필립|하워드|헨리"
    "|그레이스|나탈리|낸시|니콜|다이애나|데보라|레베카|로라|리사|린다|마리아|메리|미셸|바바라|샌드라|샬럿|소피|수잔|스테파니|아나스타샤|안나|애나|앨리스|에마|에밀리|엘레나|올가|이리나|제인|제니퍼|주디|줄리|캐런|캐서린|케이트|타티아나|헬렌"
    "|그리고리|바실리|발레리|보리스|비탈리|빅토리아|세묜|아나톨리|알렉세이|이반|파벨|표트르|막심|미하일|예브게니|올렉"
    "|세르게이|니콜라이|콘스탄틴|게오르기|카렌|수전|제니|사라|엘리자베스|제시카|크리스틴"
)
# 마이클 리 씨
_FULL_NAME_ABROAD = lazy(rf"(?:^|\s)(?:{_GIVEN})\s[가-힣]{{1,7}}\s?씨$")
_FOREIGN = "스트르크프브드츠즈랜렌런롤릭맨밴벤켄웰윌웡웨잭젠쿠튼톰펜펠헨렉탠샌앤딘슨턴"
_NO_NAME_ABROAD = (
    "(?<!트럭)(?<!버스)(?<!센터)(?<!크)(?<!스트)(?<!뉴스)"
    "(?<!프레스)(?<!타임스)(?<!포스트)(?<!그룹)(?<!포럼)(?<!비즈니스)(?<!서비스)"
)
_IN_LATIN = (
    r"(?<!계획)(?<!기구)(?<!기금)(?<!센터)(?<!회)(?<!소)(?<!재단)(?<!은행)(?<!국)(?<!부)\([A-Z][a-z]+[A-Za-z .’'-]*\)"
)
# 왕하나(王一) 부장, but no 단둥(丹東) 세관 소장.
_IN_CHINESE = (
    "(?<!단둥)(?<!단동)(?<!선양)(?<!심양)(?<!옌지)(?<!연길)(?<!훈춘)(?<!투먼)(?<!도문)(?<!다롄)(?<!대련)(?<!베이징)(?<!북경)(?<!지안)(?<!집안)(?<!린장)(?<!창바이)(?<!장백)(?<!랴오닝)(?<!지린)"
    "(?<!상하이)(?<!상해)(?<!칭다오)(?<!톈진)(?<!산둥)(?<!옌볜)(?<!연변)(?<!북한)(?<!중국)\\([\u4e00-\u9fff]{2,5}\\)"
)
_OFFICE_BEHIND = r"(?:[가-힣A-Za-z·]{1,14}(?<![은는을를이가에의고며])\s){0,3}[가-힣]{0,10}"
_NAME_FROM_ABROAD = lazy(
    rf"(?:^|[\s,”\"])(?P<name>)(?:[가-힣]{{1,6}}\s){{0,2}}?(?:[가-힣]{{1,6}}{_IN_LATIN}|[가-힣]{{2,6}}{_IN_CHINESE}"
    rf"|(?:(?:{_GIVEN})\s[가-힣]{{2,6}}|(?=[가-힣]{{0,5}}[{_FOREIGN}])[가-힣]{{3,6}}\s[가-힣]{{1,6}}|(?=(?:[가-힣]{{0,4}}[{_FOREIGN}]){{2}})[가-힣]{{3,7}}){_NOT_ENDING}{_NO_NAME_ABROAD})"
    rf"\s{_OFFICE_BEHIND}\Z"
)
# 중국 왕이 외교부장: a short name between the state and the office.
_NAME_OF_A_STATE = lazy(
    rf"(?:^|\s)(?:중국|베트남|몽골|러시아|일본)\s(?![한전현])(?:왕이|[{SURNAMES}][가-힣](?<![은는을를이가에의도국부성]))\s[가-힣]{{1,8}}\Z"
)
# 이시마루 지로 대표: a given name that ends as a particle does.
_NAME_LIKE_A_WORD = lazy(rf"(?P<name>)(?<![가-힣])(?:[가-힣]{{2,5}}{_NOT_ENDING}\s)?[가-힣]{{2,4}}\s\Z")
_GIVEN_NAME = lazy(rf"(?:^|(?<=[\s”\"]))(?P<name>)(?:{_GIVEN})\s\Z")
_OPENS_MARK = lazy("[‘“]")

# --- whose words they are ---

_TELLER = lazy(rf"(?:{TELLERS})들?{_CODE_NAME}")
_SOMEBODY = lazy(r"(?:^|\s)(?:한|어느|또|다른|이|복수의|익명의|여러|두|세)\s")
_FAMILY = lazy(r"씨$")
_STOP = lazy(r"[.!?\n]")
_AT_MARKS = lazy(r"\s?(?:[^\s“”\"「」.]{1,20}\s){0,8}(?=[“\"「])")
_QUOTED = lazy(r"\s?[“\"「][^“”\"「」\n]{1,600}[”\"」]")
_SAYS = lazy(SAYS)
_LONGEST_SENTENCE = 200


def people(text: str) -> Iterator[Someone]:
    """Everybody who stands before a telling particle, in the order of the text. Linear in its length."""
    for match in _nouns(text):
        yield _someone(text, match, _sort(match, text))


def _nouns(text: str) -> Iterator[re.Match[str]]:
    """The nouns that a telling particle follows, in order, none overlapping."""
    read_to = 0
    for begin in _NOUN_BEGINS.finditer(text):
        start = begin.start()
        if start < read_to or not (text[start] in _SHORT or text[start : start + 2] in _BEGINNINGS):
            continue
        if match := _NOUN.match(text, start):
            yield match
            read_to = match.end()


def _someone(text: str, match: re.Match[str], sort: Sort) -> Someone:
    """Whoever a noun stands for, with the words before it."""
    stand = _STANDS_BY_NAME[match.lastgroup or ""]  # the last group of the noun
    end = match.end("outer") if sort is Sort.OUTLET else match.end("end")
    if match["assumed"] and not match["assumed"].endswith("씨"):
        end = match.start()
    elif gloss := _GLOSS.match(text, end):
        end = gloss.end()
    start = (
        match.start() if sort is Sort.PRONOUN else phrase_begin(text, match.start(), is_telling=stand is Stand.TELLING)
    )
    if sort is Sort.NAMED and match["titled"]:
        named = _SURNAME_BESIDE.search(text, max(0, match.start() - 2), match.start()) or _NAME_BEFORE_OFFICE.search(
            text, _line_start(text, match), match.start()
        )
        if named and (given := _GIVEN_NAME.search(text, _line_start(text, match), named.start("name"))):
            named = given
        if named is None and start == match.start():
            named = _NAME_LIKE_A_WORD.search(text, _line_start(text, match), match.start())
            start = phrase_begin(text, named.start("name")) if named else start  # 들판신문 함흥 지국의 사토 하나 대표
        start = _behind_mark(text, min(start, named.start("name")) if named else start, match.start())
    elif sort is Sort.TELLER and (outlet := _OF_OUTLET.match(text, start, match.start())):
        start = outlet.end()
    elif anonymous := _ANONYMOUS.match(text, start, match.start()):
        start = anonymous.end()
    elif text.startswith("한 ", start) and text.endswith(_ON_CONDITION, 0, start):
        start += 2
    return Someone(start, end, match.end(), " ".join(text[start:end].split()), sort, stand)


def _behind_mark(text: str, start: int, end: int) -> int:
    """Where somebody's name begins behind that of an organisation in marks, of which only the end was taken along.

    With the opening mark where that stands right before: ‘들판신문’ 함흥 지국의 사토 하나 대표.
    """
    closing = max(text.rfind("’", start, end), text.rfind("”", start, end))
    is_cut = closing > start and not _OPENS_MARK.search(text, start, closing)
    if is_cut and start and _OPENS_MARK.match(text, start - 1):
        return phrase_begin(text, start - 1)
    return text.find(" ", closing, end) + 1 if is_cut else start


def _sort(match: re.Match[str], text: str) -> Sort:
    """What the noun makes of somebody: a title behind a name, or a name before 씨, is no unnamed source."""
    if match["pronoun"]:
        return Sort.PRONOUN
    if _is_assumed(match, text):
        return Sort.TELLER if match["teller"] else Sort.PERSON
    if match["outlet"] or match["newspaper"]:
        return Sort.OUTLET
    if match["titled"] and not _is_named_in_full(text[match.start() : match.end("end")]):
        before = _NOTE_BEHIND.sub("", text[max(0, match.start() - 24) : match.start()].rstrip())
        is_apart = text[match.start() - 1 : match.start()].isspace() or text.startswith("(", match.start() - 1)
        is_named = not _ONE_OF_THEM.search(before) and (
            (is_apart and _NAME.search(before))
            or _SURNAME_BEFORE.search(f"{before} {match['titled']}")
            or _NAME_BEFORE_OFFICE.search(text, _line_start(text, match), match.start())
            or _NAME_FROM_ABROAD.search(text, _line_start(text, match), match.start())
            or _NAME_OF_A_STATE.search(text, _line_start(text, match), match.start())
        )
        return Sort.NAMED if is_named else Sort.PERSON
    if match["leader"] or _is_named_in_full(text[max(0, match.start() - 24) : match.end("end")]):
        return Sort.NAMED
    return Sort.TELLER if match["teller"] else Sort.PERSON


def _is_assumed(match: re.Match[str], text: str) -> bool:
    """Whether a name is said to be none, before or behind the noun: 김하나(가명) 대표, 김하나 씨(가명)."""
    first = max(0, match.start() - _LONGEST_OFFICE)
    if text.find("가명", first, match.end()) < 0:
        return False
    return bool(_NAME_ASSUMED.search(match.group()) or _ASSUMED_BEFORE.search(text, first, match.start()))


def _is_named_in_full(words: str) -> bool:
    """Whether a full name ends these words: 강하나 씨, and not 강 씨."""
    if not words.endswith("씨"):
        return False
    words = _NOTE_WITHIN.sub("", words)
    if _FULL_NAME_ABROAD.search(words):
        return True
    return _FULL_NAME.search(words) is not None and not _SURNAME_ALONE.search(words)


def _line_start(text: str, match: re.Match[str]) -> int:
    """Where to look from for a name before a title: some words back, in the same line."""
    first = max(0, match.start() - _LONGEST_OFFICE)
    return max(first, text.rfind("\n", first, match.start()) + 1)


def source_spans(text: str) -> Iterator[tuple[int, int]]:
    """The spans of phrases that describe a source: every 소식통, and other people where the sentence lets them speak."""
    if not _HANGUL.search(text):
        return
    for match in _TELLER.finditer(text):
        yield phrase_begin(text, match.start()), match.end()
    for match in _nouns(text):
        if _sort(match, text) is Sort.PERSON and _speaks(text, someone := _someone(text, match, Sort.PERSON)):
            yield someone.start, someone.end


def _speaks(text: str, someone: Someone) -> bool:
    """Whether a person is followed by a verb of telling that no source proper takes instead."""
    if someone.stand in (Stand.ACCORDING, Stand.TELLING, Stand.CITED):
        return True
    at_marks = _AT_MARKS.match(text, someone.after)
    if not (at_marks or _FAMILY.search(someone.words) or _SOMEBODY.search(someone.words)):
        return False
    quoted = _QUOTED.match(text, at_marks.end()) if at_marks else None
    begin = quoted.end() if quoted else someone.after
    stop = _STOP.search(text, begin, begin + _LONGEST_SENTENCE)
    end = stop.start() if stop else begin + _LONGEST_SENTENCE
    says = _SAYS.search(text, begin, end)
    return says is not None and _TELLER.search(text, begin, says.start()) is None
