"""Whom a Korean report met, called or asked before their words stand in it without anybody being named: 여성을 시장에서 만났다."""

from articles.suggestions.korean.speakers import remembered, unnamed
from articles.suggestions.korean.voice import Report
from articles.suggestions.reading import FoundSpeaker
from provinces.patterns import lazy
from sources.korean_people import Someone, Sort, people

# How somebody stands who is met or asked.
_WHOM = lazy(
    r"(?:[을를]|[과와](?:의|\s?함께)?|에게서?|한테서?|께|으?로부터|의(?=\s(?:[^\s“”]{1,8}\s)?(?:이야기|얘기|증언|말|설명|사연)[을를]))(?=\s)"
)
# What a report does with them: it met, asked, heard, or gives the talk.
_GIVEN = lazy(
    r"(?:만났|만나\s?봤|물었|물어\s?봤|물어\s?보았|들었|들어\s?봤|들어\s?보았|나눴|나누었|통화했|전화했|인터뷰했|취재했|면담했|접촉했|문의했|질문했|연락했|연락이\s닿았"
    r"|정리했|정리한|간추렸|추렸|옮긴|옮겼|옮긴다|싣는|실었|소개한|소개했|전한|요약했|요약한|재구성했|엮었|풀었|풀어\s?썼|전재한|이어졌|이뤄졌|이루어졌|진행했|진행됐|가졌|했)"
    r"(?:다|습니다|니다)[.:\s]*$|(?:문답|일문일답|대화|통화|인터뷰|이야기|얘기)(?:\s내용)?(?:이다|입니다|다)[.:\s]*$"
)
_SIGN = lazy("만[났나]|물[었어]|들[었어]|통화|전화|문답|인터뷰|대[화담]|면담|취재|연락|접촉|질[문의]")
# What somebody says is passed on: 만나 값이 올랐다는 말을 들었다.
_PASSES_ON = lazy(r"[다라냐자까요지죠](?:고|며|는|면서)(?:도|는|만|까지)?[\s,“\"]|것으로|따르면|의하면")
_KNOWN = (Sort.TELLER, Sort.PERSON)


def met_in(report: Report, start: int, outside: str, everybody: list[Someone]) -> tuple[FoundSpeaker, ...]:
    """Whom a sentence, which passes on nothing, says that the outlet met or asked: the answers behind it are theirs; or ()."""
    if not _SIGN.search(outside) or not _GIVEN.search(outside) or _PASSES_ON.search(outside):
        return ()
    if any(someone.sort in _KNOWN or someone.sort is Sort.PRONOUN for someone in everybody):
        return ()  # who met whom is told of somebody else
    for met in _WHOM.finditer(outside):
        someone = _ending_at(outside, met.start())
        if someone is not None and someone.sort in _KNOWN:
            return remembered(report, (unnamed(report, someone.words, start + someone.start, ""),))
    return ()


def _ending_at(outside: str, end: int) -> Someone | None:
    """Whoever ends right before a particle at `end`."""
    return next((each for each in people(f"{outside[:end]}는 ") if each.end == end), None)
