"""Where the words around a source say that it is, besides those that describe it. Pure, and linear in a sentence's length."""

import re

from provinces.patterns import lazy

_TAIL, _HEAD, _FAR_BEFORE = 220, 90, 1500
_PLACE = (
    r"(?:the\s(?:[\w’'-]+\s){0,4}?)?(?:[\w-]+\s(?:city|county|town|port|district|province)\sof\s)?[A-Z][\w’'-]+"
    r"(?:[\s,]+(?:in\s)?[A-Z][\w’'-]+){0,4}(?:\s(?:[Pp]rovince|[Cc]ounty|[Cc]ity))?"
)
_IN = r"(?:in|at|near|outside|inside|from|of)"
# What somebody does who is where it is done.
_STAYS = (
    r"(?:(?:has|have|had|still|now|also|currently|\w+ly)\s){0,2}(?:is|was|been|lives?|lived|living|resides?|works?|worked|working|sells?|selling|trades?"
    r"|trading|deals?|dealing|runs?|running|keeps?|keeping|owns?|owning|farms?|fishes|fishing|teach(?:es|ing)?|drives?|driving|mines?|sews?|cooks?"
    r"|serves?|served|serving|stud(?:y|ies|ying)|guards?|manages?|managing|operates?|repairs?|buys?|makes?|raises?|grows?|stays?|staying|based|located|stationed|employed)"
)
# ", based in Hamhung,", " (from Kilju)", ", a vendor in Kilju,", ", who sells nets in Sinpo,"
_ASIDE = lazy(
    rf"\s?[,(—–-]\s?(?:\d{{1,2}}(?:,\s|\s(?=\())?)?(?:who\s{_STAYS}\b|(?:now\s|currently\s)?(?:based|living|working|staying|residing|stationed)\b"
    rf"|(?:an?|one|herself\san?|himself\san?|this\sone|both|all|speaking|reached|interviewed|contacted)\b|(?={_IN}\s))"
    rf"(?P<where>[^.;:“”\"\n()]{{0,90}}?\b{_IN}\s{_PLACE})(?=\s?[,.;:)”\"—–-]|\swho\b|$)"
)
# "…, sells nets at the market in Sinpo": what the sentence tells of whoever it begins with.
_DOES = lazy(
    rf"(?:,\s\d{{1,2}}(?:,|\sand)?|,\s[^.;:“”\"\n]{{2,60}},)?\s{_STAYS}\b(?P<where>[^.;:,“”\"\n]{{0,70}}?\b{_IN}\s{_PLACE})"
)
# "Speaking by phone from Kilju, a trader", "In Kilju, a foreman"
_SCENE = lazy(
    rf"(?:^|[.!?”\"]\s+|\n)(?:(?:Speaking|Reached|Contacted|Interviewed|Asked|Writing|Calling)\b[^.,;:“”\"\n]{{0,50}}?\s)?(?:(?:Over|Back|Down|Up|Elsewhere|Further\s\w+|Also)\s)?(?P<where>(?:[Ii]n|[Ff]rom|[Aa]t|[Nn]ear|[Oo]utside)\s(?:an?\s(?:[\w’'-]+\s){{1,4}}?(?:in|of|at|near)\s)?{_PLACE}),\s$"
)
_SINGLE = lazy(r"(?:[Aa]n?|[Oo]ne|[Aa]nother)\s")
# Who is met there, and lives elsewhere.
_NOT_THERE = lazy(
    r"\b(?:left|fled|escaped|defected|formerly|once|until|visited|visit|visiting|toured|returned|back\sfrom|used\sto|born|native|originally|grew\sup|whose)\b"
)
_WATCHERS = lazy(
    r"\b(?:experts?|analysts?|scholars?|researchers?|professors?|observers?|diplomats?|economists?|watchers?)\b",
    re.IGNORECASE,
)


# ", who sells nets": what somebody does or has, and nothing of a life elsewhere, of why no name is printed, or of what was said.
_WHO = lazy(
    r",\swho\s(?!(?:[\w’'-]+\s){0,3}?(?:lives?|lived|resides?|stays?|left|fled|defected|escaped|settled|resettled|came|went|returned|moved|visited|attended"
    r"|asked|requested|requests|spoke|speaks|talked|declined|wish(?:ed|es)|want(?:ed|s)|insisted|refused|did|not|could|cannot|preferred|agreed|told|said|says"
    r"|added|explained|noted|reported|contacted|reached|interviewed|anonymous(?:ly)?|met)\b)[^,.;:“”\"\n()]{3,100}(?=[,.;”\"]|\n|\Z)"
)
# ", a widow from Kilju": of what place or house.
_IS = lazy(r",\san?\s(?:[\w’'-]+\s){1,5}?(?:in|from|of|at|with|for)\s[^,.;:“”\"\n()]{2,60}(?=[,.])")
_BEHIND_ACCORDING, _LONGEST_ACCORDING = lazy(r"(?:[Aa]ccording\sto|[Cc]iting|[Qq]uoting)\s$"), 14
# "Another partner (North Hamgyong)", "a carter (41) from Kilju"
_NOTED_PLACE = lazy(rf"\s\((?P<where>{_PLACE})\)")
_NOTED = lazy(r"\s\((?!pseudonym|alias|not\b|an?\s)[^()\n]{1,40}\)")


def described_to(body: str, start: int, end: int) -> int:
    """Where the words end that go on to say who is described at body[start:end]: " (41)", ", who sells nets"; `end` for none."""
    noted = _NOTED.match(body, end)
    end = noted.end() if noted else end
    who = _WHO.match(body, end)
    if who is None and not _BEHIND_ACCORDING.search(body[max(0, start - _LONGEST_ACCORDING) : start]):
        who = _IS.match(body, end)
    return who.end() if who else end


def behind(body: str, end: int) -> str:
    """Words with a place in which body[end:] puts whoever is described before it, or ""."""
    tail = body[end : end + _TAIL].partition("\n")[0]
    told = _ASIDE.match(tail) or _DOES.match(tail) or _NOTED_PLACE.match(tail)
    return told["where"] if told and not _NOT_THERE.search(tail, 0, told.end()) else ""


# "A trader said so. He works at the port of Nampo", "The trader lives in Chongju"
_NEXT_SENTENCE = lazy(
    rf"[^.!?\n]{{0,160}}[.!?][”\"]?\s(?:He|She|The\s(?:[\w-]+\s)?(?P<noun>[\w-]+))\s(?:(?:now|still|currently|himself|herself|\w+ly)\s)?{_STAYS}\b"
    rf"(?P<where>[^.;:,“”\"\n]{{0,70}}?\b{_IN}\s{_PLACE})"
)


def said_of(body: str, end: int, words: str) -> str:
    """The same of the next sentence, where it goes on about him: "He works at the port of Nampo"."""
    told = _NEXT_SENTENCE.match(body, end) if _SINGLE.match(words) and not _WATCHERS.search(words) else None
    if told is None or _NOT_THERE.search(told["where"]):
        return ""
    return told["where"] if not told["noun"] or told["noun"] in words.split() else ""


def before(body: str, start: int, words: str) -> str:
    """The same of the scene with which a sentence begins, right before `words` at `start`."""
    if not _SINGLE.match(words) or _WATCHERS.search(words):
        return ""
    scene = _SCENE.search(body[max(0, start - _HEAD) : start])
    return scene["where"] if scene else ""


_AGAIN = lazy(r"(?:[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Mm]y)\s(?P<noun>[a-z]+)(?:\s(?:him|her)self)?")


def said_before(body: str, start: int, words: str) -> str:
    """The same of an earlier sentence, where somebody told of them: "My nephew serves in Kilju"."""
    again = _AGAIN.fullmatch(words)
    if again is None:
        return ""
    told = re.compile(
        rf"\b(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]he|[Tt]heir)\s(?:\w+\s)?{again['noun']}\s(?:(?:now|still|\w+ly)\s)?{_STAYS}\b"
        rf"(?P<where>[^.;:,“”\"\n]{{0,70}}?\b{_IN}\s{_PLACE})"
    )
    found = [match["where"] for match in told.finditer(body, max(0, start - _FAR_BEFORE), start)]
    return found[-1] if found and not _NOT_THERE.search(found[-1]) else ""
