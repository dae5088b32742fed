"""Which body acts in what somebody tells in an English report, as printed. Pure."""

from articles.suggestions.english.bodies import BODY
from articles.suggestions.english.nouns import NORTHERN_MEDIA
from articles.suggestions.english.speech import OFFICERS
from articles.suggestions.reading import FoundStatement
from articles.suggestions.values import Kind, Speech
from provinces.patterns import lazy

# Where a clause begins: "said that the office", "the inspectors of the office".
_BEGINS = lazy(
    r"(?:[,;:“‘—–]|(?<=[ ,“])(?:that|said|says?|added|reported|claimed|explained|noted"
    r"|as|after|while|when|but|and|because|where|station|radio|paper|group)|\bon\s\w+day)\s"
)
_OFFICERS_OF = lazy(rf"(?:the\s)?(?i:{OFFICERS}|officers|inspectors|cadres|prosecutors)\sof\s(?=the\s)")
# Forms of the past that do not end in -ed.
_IRREGULAR = (
    "set|sent|put|took|gave|made|held|let|went|began|cut|kept|lost|sold|bought|brought|paid|built|ran|did|shut|spread|hit|beat|broke|chose|drew|drove"
    "|fell|fed|found|fought|froze|got|grew|hid|laid|led|left|lent|met|rose|saw|sought|shook|shot|sank|slept|spent|split|stood|stole|struck|swept|taught"
    "|tore|threw|undertook|won|withdrew|came|became|burnt|dug|flew|rid"
)
_VERB = (
    rf"(?:has|have|had|is|are|was|were|will|would|plans?|wants?|does|goes|takes?|gets?|makes?|cannot|{_IRREGULAR}"
    r"|(?!this|years|weeks|days)[a-z]+(?:ed|es|[^s\W]s))\b"
)
_DOES = lazy(
    r"(?P<of>(?:\s(?:in|at)\s(?:the\s(?:Chinese\s)?(?:city|North|capital)|[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,2})|\sCouncil|\sof\sthe\ssame\s\w+)?)"
    rf"(?:,\s[^,]{{2,60}},)?\s(?:(?:also|now|then|already|still|again|even|not|recently|\w+ly|last\s\w+|in\s\w+)\s){{0,2}}{_VERB}"
)
# Groups, and a body that is not told from others.
_NO_ACTOR = lazy(r"^(?:An?\s|an?\s)|(?:companies|firms|enterprises)$|^(?:[Tt]he\s)?(?:government|police)$|^Factory$")


# A body that is taken up again by what it is: "The office is accepting papers".
_AGAIN = lazy(
    r"(?:(?<![^\n])|(?<=that\s)|(?<=,\s)|(?<=\.\s)|(?<=”\s))(?P<who>[Tt]he\s(?:[a-z]+\s)?(?:office|company|committee|bureau|regime|authorities|team|ministry|department|customs|administration|mine|farm|plant|harbou?r))"
    rf"\s(?:(?:also|now|then|already|still|recently)\s){{0,2}}{_VERB}"
)


def actor_in(body: str, statement: FoundStatement) -> str:
    """The first body that does something in what somebody tells without marks; of words in marks, the one at their head."""
    last = statement.speakers[-1] if statement.speakers else None
    if statement.speech is not Speech.INDIRECT:
        return statement.actor
    is_public = last is not None and len(statement.speakers) == 1 and NORTHERN_MEDIA.search(last.body) is not None
    if last is not None and last.kind is Kind.INSTITUTION and not is_public:
        return ""
    printed = {bare(speaker.printed) for speaker in statement.speakers}
    begins = (match.end() for match in _BEGINS.finditer(body, statement.start, statement.end))
    for begin in (statement.start, *begins):
        officers = _OFFICERS_OF.match(body, begin, statement.end)
        at = officers.end() if officers else begin
        acting = BODY.match(body, at, statement.end)
        if acting is None or bare(acting.group()) in printed or _NO_ACTOR.search(acting.group()):
            continue
        who = acting.group().removeprefix("that ")
        if doing := _DOES.match(body, acting.end(), statement.end):
            place = doing["of"] if who.rpartition(" ")[2].islower() or "Council" in doing["of"] else ""
            return " ".join(f"{officers.group() if officers else ''}{who}{place}".split())
    again = _AGAIN.search(body, statement.start, statement.end)
    return again["who"] if again else ""


def bare(name: str) -> str:
    """A name for comparing."""
    return name.casefold().removeprefix("the ")
