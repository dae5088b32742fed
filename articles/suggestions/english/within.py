"""The body whose words or orders somebody tells of within a sentence of their own. Pure, and linear in its length."""

import re

from articles.suggestions.english.bodies import BODY
from articles.suggestions.english.kinds import Who, kind_of
from articles.suggestions.english.nouns import STATE
from articles.suggestions.english.officers import whose_officer
from articles.suggestions.english.speech import OFFICERS, TELLING, TOLD, each_form
from articles.suggestions.english.subjects import Cue, leading, subject_before
from articles.suggestions.english.words import ORDERING, SAYING
from articles.suggestions.signs import one_of
from provinces.patterns import lazy

_GOES_ON = lazy(rf",\s(?:(?:had|has|have|also|recently|then)\s){{0,3}}(?P<verb>{SAYING}|{ORDERING})\b")
# Words in marks within words in marks, right behind a verb.
_MARKED_WITHIN = lazy(r"[^.!?,:]{0,30}[,:]?\s[‘“'\"«](?=\w)")
THEY_TOLD = lazy(
    rf"(?P<who>[Tt]hey)\s(?:\w+ly\s|also\s|have\s|then\s)?(?P<cue>{TOLD}|tell)\s(?:us|me|everyone|everybody|people)\b"
)
_HEADS = lazy(
    r"(?:The\s)?(?:heads?|chairs?|leaders?|chiefs?|officials|officers|secretar(?:y|ies))\s(?:of|from|at)\s",
    re.IGNORECASE,
)
_INFORMED = lazy(one_of("|".join(each_form(f"{TELLING} warn caution announce"))))
_OFFICE = rf"(?:{OFFICERS}|clerks?|members?)"
# Whoever leads a body or speaks for it, and tells what a source passes on: "the head of the salt office said".
_LEADS_IT = lazy(
    r"(?:[Aa]|[Tt]he|[Oo]ne)\s(?:speaker|lecturer|presenter|instructor|propagandist)s?\s(?:of|from|for)\s|[Tt]he\s(?:(?:deputy|vice|party|senior)[\s-])?(?:heads?|chair(?:man|woman|person)?|chiefs?|leaders?|secretar(?:y|ies)|directors?|managers?|president|commanders?|leadership)\s(?:of|at)\s"
)
_OFFICIALS = lazy(rf"\s(?:[a-z]+(?:al|ic|y)\s)?(?:{_OFFICE})")
# Which are named like a body.
_CUSTOMS_OFFICIALS = ("ustoms officials", "ustoms Officials")
# "In a lecture last week, an official from the county party said …"
_AT_A_TALK = lazy(
    r"\b(?:[Aa]t|[Ii]n|[Dd]uring)\s(?:an?|the)\s(?:[\w-]+\s){0,3}?(?:lecture|meeting|session|gathering|rally)\b[^,.;]{0,40},\s$"
)
_SCENE = lazy(
    r"(?:At|In|On|After|During|By|Last|This|Since|Then|When|If|While|Because|(?!Accord)[A-Z][a-z]+ing)\b[^.!?;“”]{0,90},\s"
)
_IN_A_PLACE = lazy(r"\s(?:in|at)\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*$")
_OFFICIAL_OF = lazy(
    rf"(?:(?:[Tt]he|[Aa]n?|[Ss]ome)\s)?(?:\w+\s)?(?i:{_OFFICE}|people|someone|man|men|woman|those)\s(?:(?:(?:sent|coming)\s)?(?:of|from|at)|(?:sent|dispatched)\sby)\s"
)
_CAME_AND = lazy(r"\s(?:came|went|visited|turned\sup)\s(?:\w+\s){0,3}and$")
# Whom a body rules, and no one who prints it.
_TO_THEM = lazy(
    r"\s(?:to\s)?(?:us|me|them|an?\s(?:gathering|meeting|crowd|group)|that|everyone|everybody|people"
    r"|(?:(?:the|all|local|our|some|their|its)\s(?:\w+\s)?)?(?!reporters|journalists|correspondents|lawmakers|sources|this)(?:[a-z]{3,}s(?<!ss)|women|men|fishermen)\b)"
)
_ORDERED = lazy(rf"(?!ask|request){TOLD}|demanded")
# "A source told the paper on Friday that the committee …"
TO_WHOM_THAT = lazy(r"[^.,;:“”▪]{0,60}?\sthat(?=\s)")
_WHAT_IS_SAID = lazy(r",?\s(?:that\s)?")
_MESSAGE = lazy(
    r"(?P<who>(?:[Tt]he|[Oo]ur)\s(?:[\w-]+\s){0,4}?[\w-]+)[’']s?\s"
    r"(?P<cue>message|answer|explanation|reply|line|reasoning|argument|position|instruction|demand|warning)\s(?:was|is)\b"
)
# "The office put up a notice": a verb, where phrases have "put at four" behind them.
_PUT = lazy(r"\sput(?:\sup|\sout)?$")
_ONE_CLAUSE = lazy(r"[^.;:!?“”▪]{0,120}")
_SAYS_THAT = lazy(r"(?:\s[\w’'.-]+){0,6}?\sthat,?\s")
_ASKS = lazy("(?:ask|demand|request|requir)(?:s|es|ed|ing)")
# "the committee’s chairman": of the committee.
_OWNED = lazy(rf"[’']s(?=\s(?:\w+\s)?(?i:{_OFFICE})$)")
_FIRMS = lazy(r"(?:(?!of\b)[\w’'-]+\s){0,5}(?:companies|firms|enterprises|factories|businesses|workplaces)")
_ISSUED = lazy(
    r"\b(?P<verb>issued|handed\sdown|sent\sdown|passed\sdown|gave)\s"
    r"(?:on\s\w+day\s)?(?!any\b|no\b)(?:[\w-]+\s){0,4}?(?:orders?|instructions?|directives?|decrees?|notices?|circulars?|guidelines|warnings?)\b"
)
_STATE_MEDIA = lazy(
    r"(?:[Tt]he\s)?(?:[Ss]tate|[Oo]fficial|[Gg]overnment)(?:-run|-controlled)?\s(?:media|television|radio|broadcaster)"
)
_ABROAD = lazy(r"\b(?:China|Chinese|Beijing|Russian?|Moscow|Kremlin)\b")
_AT_HOME = lazy(r"\b(?:North\sKorean?|Pyongyang|Kim\sJong|DPRK|[Tt]he\sNorth)\b")
BODIES = (Who.BODY, Who.MOUTH, Who.DOCUMENT)


def telling(text: str, cues: list[Cue], outer: Cue) -> Cue | None:
    """The body of "The authorities stop all cars, telling people that …, a source said"."""
    adding = next((cue for cue in cues if cue.who is None and cue.start < outer.start), None)
    first = leading(text) if adding else None
    if adding is None or first is None or first.who not in BODIES or first.end > adding.start:
        return None
    return first._replace(verb=adding.verb, end=adding.end)


def nested(words: str, cues: list[Cue]) -> Cue | None:
    """The body whose words stand in marks within somebody's: "The head of customs told them, ‘…’"."""
    for cue in cues:
        if _MARKED_WITHIN.match(words, cue.end) and (body := BODY.search(cue.phrase)):
            return cue._replace(phrase=body.group().strip())
    return None


def parted(text: str, outer: Cue) -> Cue | None:
    """The body of "The ministry, a source said, has promised …"."""
    verb = _GOES_ON.match(text, outer.end)
    if verb is None or not text.endswith(", ", 0, outer.start):
        return None
    first = leading(text[: outer.start])
    if first is None or first.who not in BODIES or text[first.end : outer.start].strip(" ,"):
        return None
    return first._replace(verb=verb["verb"], end=verb.end())


def following(text: str, cues: list[Cue], outer: Cue) -> Cue | None:
    """The body of "According to a source, the office raised its fee and told drivers that …"."""
    going_on = next((cue for cue in cues if cue.who is None and cue.start > outer.end), None)
    begin = (TO_WHOM_THAT.match(text, outer.end) or _WHAT_IS_SAID.match(text, outer.end)) if going_on else None
    if going_on is None or begin is None or (outer.verb == "told" and not begin.group().endswith("that")):
        return None
    first = BODY.match(text, begin.end() + text.startswith(" ", begin.end()), going_on.start)
    if first is None:
        return None
    return Cue(first.start(), going_on.end, going_on.verb, first.group().strip(), first.start(), Who.BODY)


def introduced(words: str, cues: list[Cue]) -> Cue | None:
    """The body of "At a meeting in March, the committee boasted that …", "Reading out names, the committee urged …"."""
    first = next((cue for cue in cues if cue.who is not None and not STATE.fullmatch(cue.phrase)), None)
    return first if first and first.who in BODIES and _SCENE.fullmatch(words, 0, first.start) else None


def then(words: str, cues: list[Cue]) -> Cue | None:
    """The body of "The committee met and ordered every mill to stop"."""
    going_on = cues[0] if cues and cues[0].who is None else None
    first = leading(words) if going_on else None
    if (
        going_on is None
        or first is None
        or first.who not in BODIES
        or not _ONE_CLAUSE.fullmatch(words, first.end, going_on.start)
    ):
        return None
    phrase = _PUT.sub("", first.phrase)
    return first._replace(phrase=phrase, verb=going_on.verb, end=going_on.end)


def heads(words: str) -> Cue | None:
    """The body of "The heads of the unit were loud. They told us that …"."""
    head = _HEADS.match(words)
    body = BODY.match(words, head.end()) if head else None
    told = THEY_TOLD.search(words, body.end()) if body else None
    return Cue(0, told.end(), told["cue"], body.group().strip(), 0, Who.BODY) if body and told else None


def ordering(cues: list[Cue]) -> Cue | None:
    """The body of "He was upset because the bureau ordered him to pay"."""
    return next((cue for cue in cues if cue.who in (Who.BODY, Who.MOUTH) and _ORDERED.fullmatch(cue.verb)), None)


def message(words: str) -> Cue | None:
    """The body of "The bureau’s message was simple: …"."""
    match = _MESSAGE.match(words)
    if match is None or kind_of(match["who"]) is not Who.BODY:
        return None
    return Cue(0, match.end(), match["cue"], match["who"], 0, Who.BODY)


def speaks_for_body(text: str, cue: Cue) -> bool:
    """Whether those who speak do so in a body's name: "people’s unit leaders informed us", "the head of customs told people"."""
    is_by = text.endswith("by ", 0, cue.at)  # "were told by an official of the office"
    is_told_them = is_by or _TO_THEM.match(text, cue.end) is not None
    is_told_them = is_told_them and (_INFORMED.fullmatch(cue.verb) is not None or text.startswith(" to ", cue.end))
    leads = _LEADS_IT.match(cue.phrase) is not None
    if (
        cue.who not in (Who.PERSON, Who.MOUTH)
        or " former " in f" {cue.phrase}"
        or not (is_told_them or leads or _AT_A_TALK.search(text, 0, cue.start))
    ):
        return False
    phrase = _OWNED.sub("", _IN_A_PLACE.sub("", _CAME_AND.sub("", cue.phrase)))
    if whose_officer(cue.phrase):
        return True
    if head := _OFFICIAL_OF.match(phrase):
        return BODY.fullmatch(phrase, head.end()) is not None
    body = BODY.match(phrase)
    return body is not None and (
        _OFFICIALS.fullmatch(phrase, body.end()) is not None
        or (body.end() == len(phrase) and phrase.endswith(_CUSTOMS_OFFICIALS))
    )


def tells_people(text: str, cue: Cue) -> bool:
    """Whether it is told to those whom a body may rule: "told us", "warned carters"."""
    return _INFORMED.fullmatch(cue.verb) is not None and (
        text.endswith("by ", 0, cue.at) or _TO_THEM.match(text, cue.end) is not None
    )


def officials(words: str, cues: list[Cue]) -> Cue | None:
    """The body of "Last week, people’s unit leaders informed us that …", said to those it rules."""
    first = cues[0] if cues and speaks_for_body(words, cues[0]) else None
    leads = first and (first.start < 3 or _SCENE.fullmatch(words, 0, first.start))
    return first._replace(who=Who.BODY) if first and leads else None


def only_acts(cue: Cue) -> bool:
    """Whether it is told what many firms do, and nobody's words: "trading companies are asking for steel"."""
    return cue.who is Who.BODY and _ASKS.fullmatch(cue.verb) is not None and _FIRMS.fullmatch(cue.phrase) is not None


def issuing(text: str) -> Cue | None:
    """The body or leader of "The ministry has issued an order banning …", with which a sentence begins."""
    given = _ISSUED.search(text)
    before = subject_before(text, given.start()) if given else None
    if given is None or before is None or not (before[0] == 0 or text.endswith(", ", 0, before[0])):
        return None
    at, phrase, who = before
    return Cue(at, given.end(), given["verb"], phrase, at, who) if who in (Who.NAME, *BODIES) else None


def is_foreign_media(text: str, cue: Cue) -> bool:
    """Whether "state media" are those of the country that the sentence is about, and not the North's."""
    is_such = cue.who is Who.BODY and _STATE_MEDIA.fullmatch(cue.phrase) is not None
    return is_such and _ABROAD.search(text) is not None and _AT_HOME.search(text) is None


def is_relayed(text: str, body: Cue, named: list[Cue]) -> bool:
    """Whether somebody relays what is so according to a body: "A source said that, according to the office, …"."""
    people = (cue for cue in named if cue.who is Who.PERSON and cue.end <= body.start)
    return body.who in BODIES and any(_SAYS_THAT.fullmatch(text, cue.end, body.start) for cue in people)
