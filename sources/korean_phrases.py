"""Where a Korean phrase for somebody begins: its own word, and the words before that describe it. Pure."""

import re
from collections.abc import Iterator
from itertools import islice

from provinces.patterns import lazy
from sources.korean_words import (
    ASIDES,
    AUXILIARY,
    DESCRIBING,
    ENDINGS,
    GOVERNED,
    LEADERS,
    LINKED,
    NOUNS,
    REACHED,
    TELLERS,
    THEN,
)

# How far before its noun a phrase may begin, in characters and in words.
_LONGEST = 120
_MOST_WORDS = 14

_TELLER = lazy(TELLERS)
_ASIDE = lazy(rf"(?:{ASIDES}|\d.*[일월년시분]|[일월화수목금토]요일)(?:에|에도|은|는|도|로|부터)?")
# 만포에서 8월 말에 나온 주민: when somebody left a place belongs to who that is.
_DATE, _PLACE_BEFORE = lazy(r"\d{1,4}[월년일](?:에|경|께)?|현재|지금"), ("에서 ", "에서\n", "출신으로 ")
# 이와 관련 begins a sentence; 무역 관련 describes somebody.
_THIS_BEFORE = lazy(r"(?:^|[.\n“”]\s*|이와|이에|와|과)\s*$")
# 현지를 조사한 describes somebody, 조사한 alone only says who the outlet's source is.
_DONE = frozenset(("조사한", "취재한", "설명한", "전한"))
# 이 소식을 전한 통신원: to tell it is what every source does.
_NEWS_BEFORE = lazy(r"(?:소식|사실|내용|말|이야기|얘기|상황|실태|사정|실상|분위기)[을를]\s$")
_DID = tuple(chr(first + 4) for first in range(0xAC00, 0xD7A4, 28))  # syllables that end in ㄴ: 살핀
_OBJECT_BEFORE = ("을 ", "를 ", "을\n", "를\n")
# 이 소식통: whoever that is was described before.
_LEADERS = frozenset(LEADERS.split("|"))
# 소금 무역에 밝은 이 소식통
_DESCRIBED = lazy(rf"(?:{DESCRIBING})\s\Z")
# 최근 중국을 찾은 주민 says who that is, 최근 청진을 다녀온 주민 only when.
_CAME = lazy(r"(?:중국|러시아|한국|일본)\S*[을를에로]\s(?:방문한|나온|찾은|건너온|넘어온|도착한|입국한)\s")
_LATELY = lazy(r"(?<![가-힣])(?:최근|요즘|요새|얼마\s?전|지난\s?[달주])에?\s\Z")
_THAT = {"이", "그", "해당"}
_QUOTING = tuple(f"{particle} " for particle in ("고", "라고", "이라고", "며", "라며", "이라며", "면서", "라면서"))
_QUOTES = ("다고", "라고", "냐고", "자고", "다며", "라며", "다면서", "라면서")
# 농장의 작업반장이라고 밝힌 남성: what somebody calls himself.
_CALLS_SELF = lazy(r"(?:(?:자신|자기|스스로)를?을?\s)?(?:밝힌|소개한|자칭한|자처한|주장하는|주장한|자신을)\s")
_TOLD = ("다는", "라는")
_TOLD_THINGS = lazy(r"소식|사실|내용")
# 2015년 탈북한: when somebody left says who that is.
_YEAR = lazy(r"(?:19|20)\d\d년(?:에|도에)?|지난해|작년|재작년")
# 10년 넘게 그물을 파는 상인
_HOW_LONG = lazy(r"(?<!\S)(?:\d{1,2}여?|수십|몇)\s?년\s(?:넘게|가까이|이상|동안)\s\Z")
_LEFT = lazy(r"탈북|탈출|입국|떠나|나온|귀순|망명|이탈|월남|정착|한국")
_REACHED = tuple(REACHED.split("|"))
_DESCRIBES = tuple(DESCRIBING.split("|"))
_DESCRIBES_END = frozenset(verb[-1] for verb in _DESCRIBES)
_IS_NOUN, _NOUNS_END = (
    lazy(rf"(?:{NOUNS})(?<![가-힣](?<![북남])한)$"),
    frozenset(noun[-1] for noun in NOUNS.split("|")),
)
_GOVERNED = tuple(GOVERNED.split("|"))
_THEN = tuple(THEN.split("|"))
_LINKED, _AUXILIARY = tuple(LINKED.split("|")), lazy(rf"(?:{AUXILIARY})\s")
_JOINS = lazy(rf"(?:[도시군구읍]|[가-힣]산|[가-힣]주|[남북]|{TELLERS}|주민|상인|간부|관계자)들?(?:와|과|,|및)$|^및$")
_JOINS_END = "와과,및"
# Particles, connecting endings and marks: a word that ends so describes nothing behind it.
_ENDS = (*ENDINGS.split("|"), *',.;:!?…”“"」』')

# 지난 24일(현지시간) 북한 소식통들을: a day with its note says when, and not who.
_DAY_BEFORE = lazy(r"(?:(?:지난\s)?\d{1,2}일|어제|오늘)\s?\([^()\n]{1,14}\)\s")
_BEFORE_OWN_WORD = lazy(r".*[\s“”\"「」『』()\[\],.…<>▶◆]", re.DOTALL)
_WORD = lazy(r"(?P<opens>[“\"‘'「『(\[]*)(?P<word>[^\s“”\"「」『』\[\]]+)[’']?(?P<gap>\s*)|\S+\s*")


def phrase_begin(text: str, noun: int, *, is_telling: bool = False) -> int:
    """Where the phrase of the noun at `noun` begins: its own word, and the words before that describe it.

    `is_telling`: what is told stands right before it: “…”는 혜산 소식통의 전언.
    """
    first = max(0, noun - _LONGEST)
    first = max(first, text.rfind("다.", first, noun) + 2 if "다." in text[first:noun] else 0)  # a sentence ends
    before_own = _BEFORE_OWN_WORD.match(text, first, noun)
    begin = before_own.end() if before_own else first
    is_teller = _TELLER.match(text, noun) is not None
    bare, governs = begin, False  # `bare`: without the farthest verb that describes, and what it governs
    for word in islice(_words_back(text, first, begin), _MOST_WORDS):
        printed = word["word"]
        if printed == "만난" and is_teller:
            break  # 길에서 만난 협력자: whoever tells was met there
        before = text[max(first, word.start("word") - 8) : word.start("word")]
        if printed and printed.endswith("라고") and _CALLS_SELF.match(text, begin):
            begin, governs = word.start("word"), True
            continue
        if (
            not printed
            or "\n\n" in word["gap"]
            or (
                not (governs and _DATE.fullmatch(printed) and before.endswith(_PLACE_BEFORE))
                and _stops(printed, before, text[begin : begin + 3], is_telling=is_telling)
            )
        ):
            break
        describes = (
            (printed[-1] in _DESCRIBES_END and printed.endswith(_DESCRIBES))
            or printed == "만난"
            or printed in _DONE  # behind its object
            # 노동자들을 고용한 공장 관계자; but of a source it says only how the outlet came to it
            or (before.endswith(_OBJECT_BEFORE) and (printed == "한" or (printed.endswith(_DID) and not is_teller)))
        )
        belongs = (
            describes
            or (printed[-1] in _NOUNS_END and _IS_NOUN.search(printed))
            or (printed[-1] in _JOINS_END and _JOINS.search(printed))
            or printed in _LEADERS
            or _YEAR.fullmatch(printed)
        )
        # 떠나 온; 옷을 떼어 파는: a verb that has an object of its own and leads to the one that describes
        leads = _AUXILIARY.match(text, begin) or (governs and before.endswith(_OBJECT_BEFORE))
        is_linked = (printed.endswith(_LINKED) and leads) or (governs and printed.endswith(_THEN))
        belongs = belongs or is_linked
        bare = begin if describes or not governs else bare
        if not belongs and not (governs and printed.endswith(_GOVERNED)) and printed.endswith(_ENDS):
            break
        if not belongs and not governs and before.endswith(_OBJECT_BEFORE) and printed.endswith(_DID):
            break  # 밀수 현장을 살핀 협력자: a verb that is not known to describe anybody
        # 사진을 찍어 준: what is linked has an object of its own
        governs = governs or describes or (is_linked and before.endswith(_OBJECT_BEFORE))
        begin = word.start("word")
        if word["opens"] or (printed in _THAT and not _DESCRIBED.search(before)):
            break
    if governs and (long := _HOW_LONG.search(text, first, begin)):
        begin = long.start()
    if text.startswith(_QUOTING, begin):
        begin = text.find(" ", begin) + 1  # “…”고 혜산의 상인을 인용해
    elif day := _DAY_BEFORE.match(text, begin, noun):
        begin = day.end()
    if lately := _LATELY.search(text, first, begin) if governs else None:
        return lately.start() if _CAME.search(text, begin, noun) and not is_teller else bare
    return begin


def _words_back(text: str, first: int, end: int) -> Iterator[re.Match[str]]:
    """The words of text[first:end], the last one first."""
    for run in reversed(text[first:end].split()):
        start = text.rindex(run, first, end)
        yield from reversed(list(_WORD.finditer(text, start, end)))
        end = start


def _stops(word: str, before: str, after: str, *, is_telling: bool) -> bool:
    """Whether a word in front of a phrase surely belongs to something else; `before`, `after`: what stands around it."""
    if word == "또" and after.startswith("다른"):
        return False
    if word == "관련":
        return bool(_THIS_BEFORE.search(before))
    if _YEAR.fullmatch(word) and _LEFT.match(after):
        return False
    if word == "만난" and before.endswith("에서 "):
        # 길에서 만난 아주머니들; a trader may have been met anywhere
        return (is_telling and after.startswith("한 ")) or before.endswith(("현장에서 ", "현지에서 "))
    if word in _DONE:
        return not before.endswith(_OBJECT_BEFORE) or _NEWS_BEFORE.search(before) is not None
    return (
        _ASIDE.fullmatch(word) is not None
        or word.endswith(_REACHED)
        or word.endswith("라디오는")  # no 오는
        or word.endswith(_QUOTES)
        or (word.endswith(_TOLD) and (is_telling or _TOLD_THINGS.match(after) is not None))
    )
