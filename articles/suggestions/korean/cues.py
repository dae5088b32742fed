"""The verbs of telling in a Korean sentence."""

import re
from bisect import bisect_right

from articles.suggestions.korean.voice import Verbs
from provinces.patterns import lazy

_LEADS_ON = lazy(r"(?:다음과|아래와)\s같이\s(?:[^\s“”]+\s){0,3}?(?P<verb>[가-힣]{1,8}다)[.:\s]*$")
# Any other verb may follow words in marks with their particle: “…”고 혀를 찼다.
_OTHER_VERB = lazy(r"”\s?(?:이?라)?고(?:도|까지)?\s(?:[^.“”]{0,40}\s)?(?P<verb>[가-힣]{1,8}다)[.\s]*$")

# What quotes where no verb does.
_PARTICLES = lazy(r"”\s*(?:이라|라)?(며|면서)")
# 세관 측은 “…”는 입장이다.
_STANDS = lazy(
    r"”\s?(?:이?라)?는\s(?:\S+\s)?(?P<verb>(?:입장|반응|주장|설명|태도|답변|방침|해명|견해|판단|논리|지적|전망|평가|분석)"
    r"(?:이다|입니다|이었다|이었습니다|다))[.\s]*$"
)


def last_verb(outside: str, verbs: Verbs) -> re.Match[str] | None:
    """The verb of telling that ends a sentence."""
    last = verbs[-1] if verbs else None
    return last if last and not outside[last.end() :].strip(" .\n”\"’'") else None


def leading_verb(outside: str) -> re.Match[str] | None:
    """The verb, whichever it is, of a sentence that leads to the words behind it: 다음과 같이 잘못을 짚는다."""
    return _LEADS_ON.search(outside) if "같이" in outside else None


def cue_of(outside: str, verbs: Verbs, start: int, end: int) -> str:
    """The last verb of telling in a part of a sentence; else the particle that quotes."""
    last = bisect_right(verbs, end, key=re.Match.end) - 1
    if last >= 0 and verbs[last].start() >= start:
        return verbs[last]["verb"].strip()
    if other := _OTHER_VERB.search(outside, start, end):
        return other["verb"]
    if stand := _STANDS.search(outside, start, end):
        return stand["verb"]
    particles = _PARTICLES.findall(outside, start, end)
    return particles[-1] if particles else "따르면" if "따르면" in outside[start:end] else ""
