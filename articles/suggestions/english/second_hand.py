"""Whoever told what somebody passes on in an English report: "he heard from a carter that …". Pure, linear in a statement.

Read when all statements are found, so that nobody whom "the source" takes up is another for it.
"""

from collections.abc import Iterable, Iterator

from articles.suggestions.english.kinds import Who, kind_of
from articles.suggestions.reading import FoundSpeaker, FoundStatement
from articles.suggestions.sources.named import Sources
from articles.suggestions.values import Basis, Kind, Speech
from articles.suggestions.worded import Worded
from provinces.patterns import lazy

_ONE = r"(?:[Aa]n?|[Oo]ne\sof\s(?:my|our|his|her|their|the)|[Aa]nother|[Ss]everal|[Ss]ome|[Tt]wo)"
_WHO = rf"(?P<who>{_ONE}\s[^.,;:!?“”\"\n]{{3,80}}?)"
# A day, or to whom, may stand between somebody and what was told.
_ENDS = r"(?=,|\sthat\b|\.|\son\s\w+day\b|\slast\s(?:week|month)\b)"
# "It was told by a clerk that", "she learned from a carter that".
_HEARD = Worded(
    rf"\b(?P<verb>(?<=was\s)(?:told|informed|warned|assured)|(?<=were\s)(?:told|informed|warned|assured)|(?<=been\s)(?:told|informed|warned|assured))\sby\s{_WHO}{_ENDS}"
    rf"|\b(?P<verb2>heard|learned|learnt|hears|understood|gathered)\s(?:(?:this|it|that|so|as\smuch|the\s(?:news|story))\s)?from\s(?P<who2>{_ONE}\s[^.,;:!?“”\"\n]{{3,80}}?){_ENDS}",
    "told|informed|warned|assured|heard|learned|learnt|hears|understood|gathered",
)
# "According to notes taken by a student at the meeting, …"
_NOTED = Worded(
    r"\b[Aa]ccording\sto\s(?:(?:the|some|an?|her|his|their)\s)?(?:[\w-]+\s){0,2}?(?:notes|minutes|pictures|photos?|photographs?|videos?|footage|recordings?|account|letters?|messages?|diary|list|sketch|transcript)"
    rf"\s(?P<verb>taken|made|written|kept|given|sent|recorded|shot|filmed|drawn|compiled|posted|copied|passed\son)\sby\s{_WHO}(?=,|$)",
    "[Aa]ccording",
)
# "A friend told me that …", "The clerk I deal with says …": what somebody's own words begin with.
_TELLS = (
    r"(?P<verb>says?|said|swears?|swore|(?:tells?|told|assured)\s(?:me|us)|claims?|claimed|insists?|complains?|complained"
    r"|admitted|admits?|whispered)"
)
_IN_WORDS = lazy(
    rf"(?P<who>{_ONE}\s[^.,;:!?“”\"\n]{{3,80}}?|The\s(?:[\w-]+\s){{1,2}}?(?:whom\s|who\s)?(?:I|we)\s[^.,;:!?“”\"\n]{{3,50}}?)\s{_TELLS}\b"
)
_HEAD = lazy(r"\s(?:I|we|who|whom|that)\s")
_PEOPLE = (Who.PERSON, Who.SOMEBODY)


def with_second_hand(body: str, statements: Iterable[FoundStatement], sources: Sources) -> Iterator[FoundStatement]:
    """The statements, each with whoever told its speaker what it says."""
    for statement in statements:
        yield _passed_on(body, statement, sources) if statement.speakers else statement


def _passed_on(body: str, statement: FoundStatement, sources: Sources) -> FoundStatement:
    first = statement.speakers[0]
    words = body[statement.start : statement.end]
    found = None
    if statement.speech is Speech.DIRECT:
        found = _IN_WORDS.match(words) if first.kind is Kind.UNNAMED else None
    elif statement.speech is Speech.INDIRECT:
        found = _HEARD.search(words) or _NOTED.search(words)
    groups = found.groupdict() if found else {}
    group = "who" if groups.get("who") else "who2"
    who = " ".join((groups.get(group) or "").split())
    if found is None or kind_of(_HEAD.split(who, 1)[0]) not in _PEOPLE:
        return statement
    if any(speaker.kind is Kind.INSTITUTION and speaker.printed in who for speaker in statement.speakers[1:]):
        return statement  # "An inspector from the office told us" what the office did
    number = sources.index_of(who, statement.start + found.start(group))
    if any(speaker.source == number for speaker in statement.speakers):
        return statement
    verb = groups.get("verb") or groups.get("verb2") or ""
    teller = FoundSpeaker(Kind.UNNAMED, who, verb, Speech.INDIRECT, Basis.PRINTED, source=number)
    return statement._replace(speakers=(first, teller, *statement.speakers[1:]))
