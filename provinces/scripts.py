"""Which words of a text are Korean and which English, by the letters they are written in. Pure: no Django."""

from collections.abc import Iterator

from provinces.patterns import lazy
from provinces.tongue import ENGLISH, KOREAN

# From Hangul to Hangul with no Latin letter between; two Latin words or more with no Hangul between.
_HANGUL = lazy(r"[ㄱ-ㆎ가-힣]+(?:[^A-Za-zㄱ-ㆎ가-힣]+[ㄱ-ㆎ가-힣]+)*")
_LATIN = lazy(r"[A-Za-z][A-Za-z’'-]*(?:[^A-Za-zㄱ-ㆎ가-힣]+[A-Za-z][A-Za-z’'-]*)+")


def runs(words: str, language: str) -> Iterator[tuple[str, str]]:
    """(language, words) in order, put together the same text. `language`: of what stands around it and in between.

    In an English text Hangul is Korean; in a Korean one two Latin words are English, a single one may be anybody's.
    """
    other, foreign = (ENGLISH, _LATIN) if language == KOREAN else (KOREAN, _HANGUL)
    at = 0
    for run in foreign.finditer(words):
        if run.start() > at:
            yield language, words[at : run.start()]
        yield other, run[0]
        at = run.end()
    if at < len(words):
        yield language, words[at:]
