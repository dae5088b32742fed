"""Whoever tells something in a sentence by a verb that no list has. Pure, and linear in the length of a sentence.

Asked only of sentences in which no listed word says that somebody speaks: "the carters swore that …", "she let slip that …",
"the office sent a clerk who let it be known that …", "Nets are scarce, a carter figures."
"""

from articles.suggestions.english.kinds import Who, kind_of
from articles.suggestions.english.subjects import Cue, subject_before
from provinces.patterns import lazy

# Verbs before "that" by which nobody tells: what is, is seen, known, done or meant.
_NO_WORDS = (
    r"(?!(?:means?|meant|sees?|saw|seen|knows?|knew|known|reali[sz]e[sd]?|notice[sd]?|decide[sd]?|forg[eo]ts?|ensure[sd]?|proves?|proved|heard|hears?|happens?"
    r"|happened|turns?|turned|showed|shows?|indicate[sd]?|requires?|required|suspects?|thought|assumes?|assumed|appears?|appeared|follows?|followed|depends?"
    r"|needs?|needed|helps?|helped|makes?|caused?|causes|was|is|has|had|its|his|this|given|provided|supposed|seems?|seemed|looks?|looked|sign|signs|goods|things"
    r"|learns?|learned|discover(?:s|ed)|f[eo]lt|feels?|imagine[sd]?|dream(?:s|ed)|sense[sd]?|worked|used|passed|said|ordered|so|arrange[sd]?|demonstrate[sd]?)\b)"
)
_VERB_THAT = lazy(
    rf"\b(?P<verb>(?:{_NO_WORDS}[a-z]{{2,}}ed|swore|swears|let\s(?:slip|it\sbe\sknown|on|know)|made\s(?:known|it\sknown|clear)|gave\sto\sunderstand|put\sabout|bet))\sthat\s"
)
_WHO_THAT = lazy(
    r"\b(?P<who>(?:an?|one|another|some|several|two)\s(?:[\w’'-]+\s){0,3}?[\w’'-]+)\swho\s(?:\w+ly\s|then\s|also\s)?(?P<verb>[a-z]+(?:ed|s|d)|told\s\w+)\sthat\s"
)
_AT_END = lazy(r",\s(?P<who>[^,.;:“”▪]{3,80}?)\s(?P<verb>[a-z]{3,}(?:ed|es|s))(?:\s(?:on\s)?[A-Z]\w+day)?[.]\s*$")
# Behind such a beginning the main clause comes last: "Asked why, the carter laughed."
_SUBORDINATE = lazy(
    r"\W*(?:When|If|As|After|Before|While|Because|Since|Although|Though|In|On|At|With|Without|By|For|From|To|Under|During|Once|Until|Unless|Instead|Then|Last|This"
    r"|[A-Z]\w+(?:ing|ed|ly))\b"
)
_BEGINS_SOMEBODY = lazy(
    r"(?:an?|the|this|that|one|another|some|several|two|three|many|his|her|their|our|local)\b|[A-Z]"
)
_TELLERS = (Who.PERSON, Who.BODY, Who.MOUTH, Who.NAME, Who.PRONOUN)
_LONGEST_END = 110
_MOST = 4


def unlisted(text: str) -> list[Cue]:
    """The cue of a sentence in which words inside marks are blotted out with "▪", or none."""
    if " that " in text:
        if (who := _WHO_THAT.search(text)) and (kind := kind_of(who["who"])) in (Who.PERSON, Who.MOUTH):
            return [Cue(who.start(), who.end("verb"), who["verb"], who["who"], who.start(), kind)]
        for count, that in enumerate(_VERB_THAT.finditer(text)):
            before = subject_before(text, that.start()) if count < _MOST else None
            if before and before[2] in _TELLERS and before[1].lower() not in ("it", "who", "they"):
                return [Cue(before[0], that.end("verb"), that["verb"], before[1], before[0], before[2])]
    if _SUBORDINATE.match(text):
        return []
    begin = text.rfind(",", max(0, len(text) - _LONGEST_END))
    last = _AT_END.match(text, begin) if begin > 0 else None
    if last and _BEGINS_SOMEBODY.match(last["who"]) and kind_of(last["who"]) is Who.PERSON:
        return [Cue(last.start("who"), last.end("verb"), last["verb"], last["who"], last.start("who"), Who.PERSON)]
    return []
