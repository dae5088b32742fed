"""Which words in marks are somebody's statement in a Korean report, not a slogan or a name, and where they end. Pure."""

import re

from articles.suggestions.korean.predicates import PAST, TELLING, VERB
from articles.suggestions.korean.words import BODY_SPEAKS, CUES_IN_OPEN_MARKS, HAS_PREDICATE
from articles.suggestions.reading import Quotation
from provinces.patterns import lazy
from sources.korean_people import people

# What may follow words in marks that are a statement, and what makes a slogan or a name of them.
_QUOTED = lazy(
    r"\s*(?:이?라?고|이?라?며|이?라?면서|이?라는|(?:이었|였)다(?:고|며|면서)|다는|는|이란|이?라|던|으?로(?=\s(?:귀결|요약|정리))|이?라?면\Z|이라\Z)(?![가-힣]*글귀)"
)
# Written on something, called so, or rumoured: ‘…’라는 구호, ‘…’라는 안내문, ‘…’라는 소문.
_NAMED_SO = lazy(
    r"\s*(?:이?라는|는|이란)\s(?:\S+\s)?(?:구호|제목|글|문구|이름|노래|표현|단어|속담|별명|뜻|의미|주제|제하|간판|용어|구절|명칭|명목|슬로건|(?:헛|뜬)?소문|풍문|낭설|괴담|유언비어|[가-힣]{0,4}(?:안내|선전|광고|게시|현수|경고)[문판막])"
)
# A slogan that somebody is reported to have used: ‘…하는 세상’이라고 말한 것으로 전해졌다.
_PASSED_OVER = lazy(r"\s*(?:이?라고)\s[가-힣]{1,8}[한인]\s것으로\s")
_IS_SENTENCE = lazy(r"[다요까죠][.?]$")
_STATES = lazy(r"(?:[다요까죠라자네지오나냐니군걸]|[는은던인]가|거든|는데)[.?!,]*$")
# The mark closes behind the particle: “값이 올랐다고” 말했다.
_QUOTED_WITHIN = lazy(r"[다라냐자]고$")
# What single marks must end in to be said: around a bare noun they hold a slogan (‘방역은 곧 정치’라고).
_ENDS_SAID = lazy(r"[다요까죠라자네지오냐니가][.?!]*$")
# What a heading in marks does not do: it ends as a sentence, or holds one.
_TELLS = lazy(rf"(?<!\.)[.?!](?!\.)|[다요까죠나네지]…$|{_ENDS_SAID.pattern}")
# “…” (양강도의 한 주민): who said so is printed behind the words.
_SIGNED = lazy(r"”?\s?(?:[(（]|[-–—―]\s?)(?P<who>[^()（）\n“”]{2,40}?)[)）]?[.\s]*\Z")
# “…” 한 상인의 말이다.
_IS_WORD_OF = lazy(r"의\s(?:말|하소연|푸념|한탄|얘기|이야기|지적|설명|증언)(?:이다|입니다|이었다|였다)\.?\s*$")
# “…”고 경고했다고 전했다: by somebody, who tells it of another.
TOLD_TWICE = lazy(
    rf"”\s?(?:이?라)?(?:고|며|면서|는\s\S+)\s(?:[^.“”]{{0,30}}\s)?(?P<verb>{VERB}다|[가-힣]{{0,4}}[{PAST}]다)(?:고|는)\s[^“”]*{VERB}"
    # “…”고 해서 이틀을 기다렸다고 했다
    r"|”\s?(?:이?라)?고\s(?P<verb2>해서|하기에|하길래|하자|하니까?|하더니|하는\s(?:바람|통)에|했지만|하지만|하는데|했는데|하면서도)\s"
    rf"[^“”]*[다라자]고\s(?:[^“”]{{1,12}}\s)?(?:{VERB}|했)"
)
_HAS_SUBJECT = lazy(r"[은는]\s(?:[^“”]*\s)?[가-힣]+[이가]\s?\Z")
# 부부장이 ‘중앙에서 정한 일이다’고 을러멨다: what somebody is quoted with inside of what is quoted.
_NESTED = lazy(r"(?<=[‘'])[^‘’'“”\"\n]{6,400}(?=[’']\s?(?:이?라)?(?:고|며|면서)\s)")
SUBJECT_PARTICLES = ("이", "가")
_LONGEST_SUBJECT = 120
_LONGEST_SLOGAN = 3
_FEWEST_CUT_OFF = 2


def is_statement(body: str, quotation: Quotation, end: int) -> bool:
    """Words in marks that a particle of quoting or a verb of telling follows, or that are a sentence by themselves."""
    words, after = body[quotation.start : quotation.end].strip(), body[quotation.outer_end : end]
    count = len(words.split())
    fewest = 1 if _IS_SENTENCE.search(words) else 2  # “소금이 귀하다.” is one, “방역 총력” none
    if not quotation.is_closed:  # a copy that was cut off runs to its end
        is_told = HAS_PREDICATE.search(words) is not None or bool(body[quotation.end :].strip())
        return count > (1 if is_told else _FEWEST_CUT_OFF)
    is_single = body[quotation.outer_start] in "‘'"
    if is_single and count <= _LONGEST_SLOGAN and not _ENDS_SAID.search(words):
        return False
    if is_single and _PASSED_OVER.match(after) and not _ENDS_SAID.search(words):
        return False
    if _QUOTED.match(after):
        return count > 1 and not _NAMED_SO.match(after)
    if words.endswith("!") and body[quotation.outer_end : quotation.outer_end + 2].strip():
        return False  # a slogan: the outlet goes on without a particle of quoting
    if not after.strip(" .\n]") or signature(after):
        return count > fewest and (_TELLS.search(words) is not None or not _is_line(body, quotation))
    if _QUOTED_WITHIN.search(words):
        return count > 1 and TELLING.search(after) is not None
    return count > fewest and bool(_STATES.search(words)) and bool(TELLING.search(after) or _IS_WORD_OF.search(after))


def signature(text: str, begin: int = 0, end: int | None = None) -> re.Match[str] | None:
    """Who is printed behind words in marks, if nobody and nothing else stands in text[begin:end]."""
    signed = _SIGNED.match(text, begin, len(text) if end is None else end)
    return signed if signed and next(people(f"{signed['who']}는 "), None) else None


def _is_line(body: str, quotation: Quotation) -> bool:
    """Whether words in marks are a line of their own, as headings are."""
    start = body.rfind("\n", 0, quotation.outer_start) + 1
    end = body.find("\n", quotation.outer_end)
    return not (body[start : quotation.outer_start] + body[quotation.outer_end : end if end > 0 else None]).strip()


def is_predicate(body: str, start: int, quotation: Quotation, end: int) -> bool:
    """Whether words in marks lack their subject, which the sentence has: 통신은 공장이 “일떠섰다”고 보도했다."""
    if body[quotation.outer_start - 2 : quotation.outer_start].strip()[-1:] not in SUBJECT_PARTICLES:
        return False
    before = body[max(start, quotation.outer_start - _LONGEST_SUBJECT) : quotation.outer_start]
    if not _HAS_SUBJECT.search(before) or any(someone.after >= len(before) - 1 for someone in people(before)):
        return False
    return not TOLD_TWICE.search(body, quotation.outer_end - 1, end) and not BODY_SPEAKS.search(f"{before}“")


def without_quoted(body: str, start: int, end: int, spoken: list[Quotation]) -> str:
    """The sentence with dots in the place of what is quoted in it, every position kept."""
    parts, at = [], start
    for quotation in spoken:
        stop = min(quotation.outer_end, end)
        parts += [body[at : quotation.outer_start], "“", "·" * (stop - quotation.outer_start - 2), "”"]
        at = stop
    return "".join([*parts, body[at:end]])


def without_nested(words: str) -> str:
    """Words with dots in the place of what is quoted within them, every position kept."""
    return _NESTED.sub(lambda nested: "·" * len(nested.group()), words) if "’" in words or "'" in words else words


def ending_before_cue(body: str, quotation: Quotation) -> Quotation:
    """The quotation; one whose mark was forgotten ends before its cue."""
    if quotation.is_closed:
        return quotation
    cues = (pattern.search(body, quotation.start, quotation.end) for pattern in CUES_IN_OPEN_MARKS)
    cue = next((cue for cue in cues if cue), None)
    return quotation._replace(end=cue.end(), outer_end=cue.end()) if cue else quotation
