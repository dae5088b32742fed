"""The last body that speaks in somebody's words, wherever in them. Pure, and linear in their length.

Other rooms know how a sentence begins that passes a body's words on. This one is asked where they find none, and looks at
every clause, for people come to what they were told in the middle of what they tell.
"""

import re
from collections.abc import Iterator

from articles.suggestions.bodies_named import BODY, BODY_SIGN
from articles.suggestions.english_deeds import is_done
from articles.suggestions.english_kinds import Who
from articles.suggestions.english_subjects import Cue
from provinces.patterns import lazy

# What a body does by speaking, in any tense.
_SPEAKING = (
    r"(?:said(?!\sto\b)|says?|saying|told|tells?|telling|wrote|writes|writing|repl(?:ied|ies|ying)|notif(?:ied|ies|y|ying)|den(?:ied|ies|ying)"
    r"|(?:order|instruct|demand|ask|request|warn|threaten|scold|reprimand|condemn|explain|insist|claim|assur|stress|inform|remind"
    r"|boast|answer|recommend|proclaim|complain|lament|lectur|criticis|criticiz|denounc|abus|blam|accus|declar|announc|promis|pledg|vow"
    r"|emphasis|emphasiz|urg|advis|decre|argu|requir|rebuk|propagandis|propagandiz|publicis|publiciz)(?:e?[sd]?|ing)"
    r"|admit(?:s|ted|ting)|call(?:s|ed|ing)?\s(?:on|for|upon)|appeal(?:s|ed|ing)?\sto)"
)
_AUXILIARY = (
    r"(?:(?:ha[sd]|have|is|are|was|were|been|be|to|also|even|only|just|now|then|again|still|already|simply|recently|later|once|twice"
    r"|did|didn[’']t|do|does|not|never|keeps?|kept|began|started|(?:said|reported|rumou?red|believed|known|thought)(?=\sto)|\w+ly)\s){0,5}"
)
_MOUTH = (
    r"(?:\s(?:(?:party|section|department)\s)?(?:leader|head|official|officer|chief|cadre|inspector|agent|manager|director|secretary"
    r"|lecturer|representative|spokesman|spokeswoman|spokesperson|staff)s?|\ssecretaries)?"
)
_WHERE = (
    r"(?:\s(?:in|of|at)\s(?:(?:the|our)\s)?(?:[A-Z][\w’'-]+\s?){1,3}(?:\b(?:county|city|district|province))?(?<=\w))?"
)
_STATION = r"(?P<station>\s(?:station|post|box))?"
# "The salt office, on the far side, told us"
_ASIDE = r"(?:,\s(?!which\b|who\b|but\b|and\b|so\b|that\b)[^,.!?;:“”▪]{2,60},)?"
# What a body hands down is its word.
_GIVING = (
    r"(?:(?:handed|sent|passed|gave|put)\s(?:down|out)|issued|gave|sent)(?=\s(?:down\s)?(?:[\w’'‘“-]+\s){0,5}?[‘“]?"
    r"(?i:word|orders?|instructions?|directives?|notices?|decrees?|warnings?|circulars?|guidelines)\b)"
)
_SPEAKS = lazy(
    rf"{_STATION}{_MOUTH}{_WHERE}{_ASIDE}\s{_AUXILIARY}(?P<verb>{_SPEAKING}|{_GIVING})(?!\w)(?!\s(?:nothing|by)\b)"
)
# "The mills were asked by the salt office to wait"
_BY = ("by ", "by the ")
_ASKED_BY = lazy(
    rf"\b(?:was|were|is|are|been|being)\s(?:(?:also|then|now|again|\w+ly)\s)?(?P<verb>{_SPEAKING})\s(?:\w+\s)?by\s(?:the\s)?$"
)
# Of whom a body is only told: "a friend at the bureau said"; but "officials from the bureau told us".
_BELONGS = lazy(
    r"\b(?:at|of|from|in|for|with|by|to|inside|within|near|outside|about|against|under|via|through|around)\s(?:the\s)?$"
)
_IN_ITS_NAME = lazy(
    r"\b(?:leader|head|official|officer|chief|cadre|inspector|agent|manager|director|secretary|lecturer|representative|secretarie|people|someone|man|men)"
    r"s?\s(?:of|from|at)\s(?:the\s)?$"
)
_LONGEST_BEFORE = 40
# Bodies that only who is told by them calls so: "the ward commerce office", "our inminban".
_OFFICES = r"(?:office|brigade|squad|patrol|league|court|mine|farm|plant|cooperative|enterprise|workplace)"
_UNIT = lazy(
    r"\b(?:(?:[Tt]he|[Oo]ur|[Tt]heir)\s)?(?P<who>[Ii]nminban|(?:wired|cable|village)\s(?:broadcasts?|radio|loudspeakers?))\b"
    r"|\b(?:[Tt]he|[Oo]ur|[Tt]heir)\s(?P<office>(?:(?!(?:from|at|of|in|to|and|or|who|that|for|with|on|by|whose|which|near|said|told)\b)[\w’'-]+\s){1,4}?"
    rf"{_OFFICES})\b(?![’']s)"
)
_SIGN_OF_UNITS = lazy(rf"nminban|broadcast|radio|loudspeaker|\b{_OFFICES}\b")
# "The police came round. They told the heads of units …"
_THEY = lazy(
    rf"(?:\A|[.!?]\s|,\s(?:and|but)\s)(?:They|they|It|it)\s{_AUXILIARY}(?P<verb>{_SPEAKING})\b(?!\s(?:nothing|by)\b)"
)
# "The inspectors of the bureau came to the door and told us to close"
_AND_SPEAKS = lazy(
    rf"{_STATION}{_MOUTH}{_WHERE}\s(?!who\b|which\b|that\b)[^.!?;:“”▪]{{2,120}}?\sand\s{_AUXILIARY}(?P<verb>{_SPEAKING})\b(?!\s(?:nothing|by)\b)"
)
_SENTENCE_BEGINS = lazy(
    r"(?:\A|[.!?][’'”\"]?\s)(?:(?:[A-Z][a-z]+\s){1,2}(?:morning|week|month|day),\s|But\s|And\s|So\s|Then\s)?$"
)
# What is asked for so is money, and no words.
_FOR_MONEY = lazy(
    r"\s(?:us\s|them\s|people\s)?for\s(?:\w+\s){0,2}?(?:money|bribes?|cash|fees?|yuan|dollars|won|cigarettes)\b"
)


def last_speaking(words: str, *, has_body: bool = True) -> Cue | None:
    """The cue of the last body that speaks in these words; None if none does. Its `start` is where the body is named.

    `has_body`: whether a noun for bodies may be among the words.
    """
    return max(_speaking(words, has_body), key=lambda cue: cue.end, default=None)


def _speaking(words: str, has_body: bool) -> Iterator[Cue]:
    subject: re.Match[str] | None = None  # of a sentence before, which "they" takes up
    bodies = _bodies(words) if has_body else ()
    units = _UNIT.finditer(words) if _SIGN_OF_UNITS.search(words) else ()
    for body in sorted((*bodies, *units), key=re.Match.start):
        before = words[max(0, body.start() - _LONGEST_BEFORE) : body.start()]
        asked = _ASKED_BY.search(before) if before.endswith(_BY) else None
        if asked is not None:
            yield Cue(body.start(), body.end(), asked["verb"], body.group().strip(), body.start(), Who.BODY)
            continue
        if _SENTENCE_BEGINS.search(before):
            subject = body
            speaks = _SPEAKS.match(words, body.end()) or _AND_SPEAKS.match(words, body.end())
        else:
            speaks = _SPEAKS.match(words, body.end())
        if speaks is None or (_BELONGS.search(before) and not _IN_ITS_NAME.search(before)):
            continue
        verb = speaks["verb"]
        if is_done(words, speaks.start("verb"), speaks.end("verb")) or _FOR_MONEY.match(words, speaks.end()):
            continue
        end = speaks.end("station") if speaks["station"] else body.end()
        name = body.groupdict()
        phrase = name.get("who") or name.get("office") or words[body.start() : end]
        yield Cue(body.start(), speaks.end(), verb, phrase.strip(), body.start(), Who.BODY)
    if subject and (they := _THEY.search(words, subject.end())):
        yield Cue(subject.start(), they.end(), they["verb"], subject.group().strip(), subject.start(), Who.BODY)


def _bodies(words: str) -> Iterator[re.Match[str]]:
    """The bodies named, in order, none overlapping; behind the last noun for bodies none is looked for."""
    at, last = 0, max((sign.end() for sign in BODY_SIGN.finditer(words)), default=0)
    while at < last and (body := BODY.search(words, at)):
        yield body
        at = body.end()
