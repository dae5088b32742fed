"""Bodies that have people told, at a meeting or where these came to ask, and never stand before a verb of speech. Pure, and linear.

"At the salt office I was told to wait", "they were called in by the police and warned", "I went to the bureau and they told me".
"""

from articles.suggestions.english.speech import SPEAKS, TOLD
from provinces.patterns import lazy

_GATHERING = (
    r"(?:meeting|lecture|conference|session|gathering|seminar|rally|briefing|workshop|assembly|training|review)s?"
)
_OF_A_BODY = (
    rf"(?:(?:an?|the|one|its|our|every)\s(?:[\w’'-]+\s){{0,2}}?{_GATHERING}\s"
    r"(?:(?:called|held|organi[sz]ed|convened|hosted|led)\s(?:\w+\s)?by|of|at|by)\s)"
)
_ADVERBS = r"(?:(?:also|then|now|again|even|only|simply|just|been|\w+ly)\s)*"
_AT = lazy(rf"\b(?:[Aa]t|[Dd]uring|[Ii]n)\s{_OF_A_BODY}?(?:(?:the|our|my|an?)\s)?$")
_WORD = r"(?:(?!(?:that|who|which|and|but|or|said|says|told|by|was|were|they|is|are)\b)[\w’'-]+\s)"
# "… meeting on Monday, carters were told to wait", "… they told me"
_WERE_TOLD_THERE = lazy(
    rf"(?:[’']s)?(?:\s(?:[\w’'-]+\s){{0,2}}?(?:{_GATHERING}|gate|door|counter|window))?(?:\s(?:in|on|last|this)\s[^,.;:“”▪]{{2,30}})?,?\s"
    rf"(?:{_WORD}{{1,6}}(?:was|were|ha[sd]\sbeen|have\sbeen|are|is|am)\s{_ADVERBS}(?P<verb>{TOLD})\b(?!\s(?:\w+\s)?by\b)"
    rf"|they\s(?:also\s|only\s|then\s|have\s|had\s|just\s)*(?P<they>{SPEAKS}))"
)
# "We were told at the office that"
_TOLD_AT = lazy(
    rf"\b(?:was|were|been|is|are|am|get|got)\s{_ADVERBS}(?P<verb>{TOLD})\s(?:(?!(?:by|that|to|and)\b)[\w’'.-]+\s){{0,3}}(?:at|during)\s{_OF_A_BODY}?(?:(?:the|our|an?)\s)?$"
)
_CALLED_IN = lazy(
    r"\b(?:was|were|been|being)\s(?:\w+\s)?(?:called|summoned|gathered|assembled|invited|brought|taken|questioned|stopped|fetched|visited)\s(?:(?:in|up|out|over|away|together|before)\s)?by\s(?:the\s)?$"
)
_AND_TOLD = lazy(
    rf"(?:\s[^.,;:“”▪]{{0,40}})?,?\s(?:and|where)\s(?:they\s|he\s|she\s|was\s|were\s|also\s|then\s)*(?P<verb>{TOLD})\b"
)
# "A lecture by the youth league at which we were told"
_BY_ITS = lazy(rf"\b{_GATHERING}\s(?:\w+\s)?(?:by|of|from)\s(?:the\s)?$")
_AT_WHICH = lazy(
    rf"(?:\s[^,.;:“”▪]{{0,40}}?)?,?\s(?:at|in|during)\swhich\s{_WORD}{{1,4}}(?:was|were)\s{_ADVERBS}(?P<verb>{TOLD})\b(?!\s(?:\w+\s)?by\b)"
)
# "We sent two letters to the office and got the answer that"
_WROTE_TO = lazy(
    r"\b(?:letters?|appeals?|requests?|applications?|petitions?|complaints?|wrote|applied|appealed|complained|turned)\s(?:[\w’'-]+\s){0,4}?to\s(?:the\s)?$"
)
_GOT = lazy(
    r"[^.!?;:“”▪]{0,60}?\b(?:received|got|had|(?:was|were)\sgiven)\s(?:the|an?|only\s(?:the|an?))\s(?P<verb>answer|reply|response|order|promise)\b"
)
# "I wrote to the office about nets and was advised to be patient", "I asked the office and was told to wait"
_TURNED_TO = lazy(
    r"\b(?:wr(?:ote|ite|itten)|go|goes|went|gone|turn(?:ed)?|appl(?:y|ied)|appeal(?:ed)?|complain(?:ed)?|talked|spoke|came|ran|walked|drove|travelled|traveled|cycled|rushed|reported|trip|visit"
    r"|brought\s[^.,;:]{2,30}|took\s[^.,;:]{2,30}|sent\s[^.,;:]{2,30})\s(?:(?:back|again|over|in|up|straight|directly|twice|once|first)\s){0,2}to\s(?:the\s|our\s)?$"
)
_ASKED = "asked petitioned phoned called rang telephoned visited contacted approached consulted begged pressed"
_ASKED_IT = lazy(rf"\b(?:{'|'.join(_ASKED.split())})\s(?:the\s|our\s)?$")
_WAS_TOLD = lazy(
    rf"[^.!?;:“”▪]{{0,70}}?,?\s(?:only\sto\sbe|(?:and|but|where)\s(?:(?:he|she|we|I|they)\s)?(?:was|were|is|are|got|ha[sd]\sbeen|have\sbeen))\s{_ADVERBS}"
    rf"(?P<verb>{TOLD})\b(?!\s(?:[\w’'-]+\s){{0,3}}?by\b)"
)
_FROM = lazy(r"\b[Ff]rom\s(?:the\s)?$")
_HEARD = lazy(
    r",?\s(?:we|I|they|he|she|people|everyone)\s(?:have\s|had\s|has\s|only\s|then\s)?(?P<verb>heard|learned|learnt)\b"
)
_IN_ITS_WORDS = lazy(r"\b[Ii]n\sthe\s(?P<verb>words)\sof\s(?:the\s)?$")
_AS = lazy(r"\b[Aa]s\s(?:the\s)?$")
_PUTS_IT = lazy(r"\s(?:has\s|had\s)?(?P<verb>puts?)\sit\b")
# "The office had the carters told that"
_HAS_THEM_TOLD = lazy(
    r"\s(?:has|had|have)\s(?:the|all|its|our|every)\s(?:[\w’'-]+\s){1,3}(?P<verb>told|informed|warned)\s(?:that|to|about|of)\b"
)
# Whoever asks a body for something: "I went to the office and they told me", "When we asked the office, it said".
_ASKING = lazy(r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Mm]y\s\w+|[Oo]ne)\s[^.;:!?“”▪]{2,80}$")
_LONGEST_ASKING = 96


# What is asked where one of these stands before a body: how its sentence begins, and how it goes on.
_AT_IT, _BY_IT = (_AT, _WERE_TOLD_THERE), (_BY_ITS, _AT_WHICH)
_WAYS = {
    "at": (_AT_IT,),
    "in": (_AT_IT,),
    "during": (_AT_IT,),
    "by": (_AT_IT, (_CALLED_IN, _AND_TOLD), _BY_IT),
    "of": (_AT_IT, _BY_IT),
    "from": (_BY_IT, (_FROM, _HEARD)),
    "to": ((_WROTE_TO, _GOT), (_TURNED_TO, _WAS_TOLD)),
    **dict.fromkeys(_ASKED.split(), ((_ASKED_IT, _WAS_TOLD),)),
    "as": ((_AS, _PUTS_IT),),
}
_ALONE = {"at": (_TOLD_AT,), "during": (_TOLD_AT,), "of": (_IN_ITS_WORDS, _TOLD_AT), "by": (_TOLD_AT,)}


def told_there(words: str, end: int, before: str, preposition: str) -> tuple[str, int] | None:
    """By what verb a body that is named up to words[end] has people told, and where that ends.

    `before`: what stands before its name. `preposition`: the last small word of that, an article aside.
    """
    if told := next((told for way in _ALONE.get(preposition, ()) if (told := way.search(before))), None):
        return told["verb"], end
    for opens, goes_on in _WAYS.get(preposition, ()):
        if opens.search(before) and (told := goes_on.match(words, end)):
            return next(verb for verb in told.groups() if verb), told.end()
    told = _HAS_THEM_TOLD.match(words, end)
    return (told["verb"], told.end()) if told else None


def is_asked(words: str, start: int) -> bool:
    """Whether somebody turns to the body that is named at words[start]: "I went to the office", "when we asked the office"."""
    return _ASKING.search(words, max(0, start - _LONGEST_ASKING), start) is not None
