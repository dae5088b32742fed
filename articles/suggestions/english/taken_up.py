"""A body that was told of before and is taken up by a pronoun, by its officer or by its paper. Pure, and linear in the words.

"They say that nets are dear", "When I showed them my paper, they told me to wait", "She told us", "The circular also forbids it".
"""

from articles.suggestions.english.kinds import Who
from articles.suggestions.english.nouns import IN_PUBLIC
from articles.suggestions.english.speech import OFFICERS, SPEAKS
from articles.suggestions.english.subjects import Cue
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.values import Kind
from provinces.patterns import lazy

_ADVERBS = r"(?:(?:also|even|then|only|have|had|has|just|now|always|still|later|again|\w+ly)\s){0,3}"
_SAYS = rf"{_ADVERBS}(?P<verb>{SPEAKS})(?!\s?[.,”▪]|$)"
_THEN, _ANSWER = _SAYS.replace("<verb>", "<then>"), _SAYS.replace("<verb>", "<answer>")
_THEY = lazy(
    rf"(?P<who>They|He|She)\s(?:{_SAYS}|[^.!?;:,“”▪]{{2,60}}?\s(?:and|but)\s{_THEN})"
    r"|(?:When|If|As|Once|After|Whenever|Before)\s[^.!?;:,“”▪]{2,80}?\b(?:them|him|her)\b[^.!?;:,“”▪]{0,40},"
    rf"\s(?P<whom>they|he|she)\s{_ANSWER}"
)
# Its people: "An agent walked into our barn and ordered us to wait", "The officials counted our hives and warned us"
_ITS_PEOPLE = lazy(
    rf"(?P<who>(?:An?|One|Two|Three|Some|Several|The|These|Its|Their)\s(?:[a-z]+\s)?{OFFICERS})\s(?:[^.!?;:“”▪]{{2,80}}?\s(?:and|who|to)\s)?"
    rf"{_ADVERBS}(?P<verb>{SPEAKS})\s(?:us|me|them|everybody|everyone|people|all)\b"
)
# Who may be "he" or "she": one who spoke in its name right before.
_OFFICER = lazy(rf"\b(?i:{OFFICERS})\b")
_PAPER = r"(?:circular|notice|directive|decree|order|instruction|proclamation|guideline|regulation|letter|document|announcement|poster)s?"
_RULES = (
    r"(?:forb(?:id|ids|ade)|ban(?:s|ned)?|prohibit(?:s|ed)?|requires?|required|limit(?:s|ed)?|sets?|allow(?:s|ed)?|permit(?:s|ted)?|exempt(?:s|ed)?|list(?:s|ed)?"
    r"|obliged?s?|restrict(?:s|ed)?|bar(?:s|red)?|caps?|capped|fix(?:es|ed)|raises?|lowers?|doubles?|halves|names?|named|calls?\sfor|called\sfor|demand(?:s|ed)?|orders?|ordered|tells?|told|provide[sd]?\sfor|contain(?:s|ed)?|mention(?:s|ed)?)"
)
_PAPER_RULES = lazy(rf"(?P<who>(?:The|This|That|Its|the|its)\s(?:\w+\s)?{_PAPER})\s{_ADVERBS}(?P<verb>{_RULES})\b")


def by_pronoun(words: str, before: tuple[FoundSpeaker, ...], told: str) -> Cue | None:
    """The body that spoke last in the statement before, where the words begin with "they" or "she" who says something.

    `before`: the speakers of that statement. `told`: its words.
    """
    body = before[-1] if before and before[-1].kind is Kind.INSTITUTION else None
    is_heard = body is not None and not IN_PUBLIC.search(body.body)
    if is_heard and (people := _ITS_PEOPLE.match(words)):
        return Cue(0, people.end(), people["verb"], "they", 0, Who.BODY)
    they = _THEY.match(words) if is_heard else None
    if body is None or they is None:
        return None
    who = they["who"] or they["whom"]
    if who.lower() != "they" and not _OFFICER.search(told):
        return None
    return Cue(0, they.end(), they["verb"] or they["then"] or they["answer"], who, 0, Who.BODY)


def by_paper(words: str) -> Cue | None:
    """The paper of "The circular also forbids them to pay", which speaks for whoever issued it."""
    paper = _PAPER_RULES.match(words)
    return Cue(0, paper.end(), paper["verb"], paper["who"], 0, Who.DOCUMENT) if paper else None
