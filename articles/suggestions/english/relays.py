"""The last body that speaks in somebody's words, wherever in them. Pure, and linear in their length.

Other rooms know how a sentence begins that passes a body's words on. This one is asked where they find none, and looks at
every clause, for people come to what they were told in the middle of what they tell.
"""

import re
from collections.abc import Iterator

from articles.suggestions.english.bodies import bodies_and_owners, whole_name
from articles.suggestions.english.deeds import is_done
from articles.suggestions.english.kinds import Who, is_house
from articles.suggestions.english.nouns import HOUSES, OFFICES, OUTLET_NAME
from articles.suggestions.english.speech import (
    DOCUMENTS,
    FORBIDDING,
    GIVEN,
    KEEPING_FROM,
    OFFICERS,
    SPEAKING,
    SPEAKS,
    TELL,
    TOLD,
    each_form,
)
from articles.suggestions.english.subjects import Cue
from articles.suggestions.english.there import is_asked, told_there
from articles.suggestions.worded import Worded
from provinces.patterns import lazy

_AUXILIARY = (
    r"(?:(?:ha[sd]|have|is|are|was|were|been|be|also|even|only|just|now|then|again|still|already|simply|recently|later|earlier|since|once|twice|first|itself|themselves"
    r"|more|in\sturn|for\sits\spart|(?:on|in)\s(?:early\s|mid-|late\s)?(?:\w+day|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)\w*\.?(?:\s\d\d?)?)"
    r"|did|do|does|will|would|keeps?|kept|went\son|(?:said|reported|rumou?red|believed|known|thought|began|begun|started|continued|ha[sd]|have)\sto|\w+ly)\s){0,5}"
)
_MOUTH = (
    rf"[”’]?(?:[’']s?(?=\s(?:\w+\s)?{OFFICERS}\b))?"
    rf"(?:\s(?:(?:party|section|department|own|chief|senior|deputy)\s)?(?:{OFFICERS}|people)\b)?"
)
_WHERE = (
    r"(?:\s(?:in|of|at)\s(?:(?:the|our)\s)?(?:[A-Z][\w’'-]+\s?){1,3}(?:\b(?:county|city|district|province))?(?<=\w))?"
)
# "The salt office, on the far side, told us"
_ASIDE = r"\]?(?:\s[(\[][^()\[\]]{1,40}[)\]])?(?:,\s(?!which\b|who\b|but\b|and\b|so\b|that\b)[^,.!?;:“”▪]{2,60},)?"
_NOTHING = r"(?!\s(?:nothing|by)\b)(?!(?<=said)\sto\b)"
_VERB = rf"{_AUXILIARY}(?P<verb>{SPEAKS}){_NOTHING}"
_SPEAKS = lazy(rf"{_MOUTH}{_WHERE}{_ASIDE}(?P<which>,?\s(?:which|who|that))?\s{_VERB}")
# "Their firm, the Salt Company, told us", "the agency there, Salt Tours, says": a name between commas.
_APPOSED, _NAMED_SO = lazy(r"[a-z]{3}[^.,;:“”▪]{0,40},\s(?:the\s)?$"), lazy(rf",\s{_VERB}")
# What a body does to come to speak: "sent a man who told us", "came round to tell us".
_GOES = (
    r"(?:visit(?:s|ed|ing)?|c(?:ame|omes?|oming)|w(?:ent|alk(?:s|ed)?)|go(?:es|ing)?|sen(?:d|t|ds|ding)|gather(?:s|ed|ing)?|call(?:s|ed|ing)?"
    r"|held|met|tour(?:s|ed|ing)?|summon(?:s|ed|ing)?|convened|brought|dispatched)"
)
# "The inspectors of the bureau came to the door and told us to close", "sent men round, telling us to close"
_AND_SPEAKS = lazy(
    rf"{_MOUTH}{_WHERE}\s(?!who\b|which\b|that\b)[^.!?;:“”▪]{{2,120}}?(?:\s(?:and|but)\s{_VERB}|(?:,|\sby|\swhile)\s(?P<adding>{SPEAKING}){_NOTHING})"
    rf"|{_MOUTH}{_WHERE}\s{_AUXILIARY}{_GOES}\s[^.!?;:“”▪]{{0,90}}?\b(?:who\s{_AUXILIARY}(?P<whose>{SPEAKS})|to\s(?P<aim>{TELL})\b|(?P<going>{SPEAKING}){_NOTHING})"
)
# "The committee’s answer was that …", "under the committee’s directive"
_ITS_WORD = lazy(
    rf"[’']s?\s(?:[\w-]+\s){{0,2}}?(?P<verb>{DOCUMENTS}|message|explanation|words(?=\s(?:was|were|is|are)\b)|line(?=\s(?:was|is)\b)|reasoning|argument|position(?=\s(?:was|is)\b))\b"
)
# "The mills were asked by the salt office to wait", "were promised a boat by it", "the order was put up by the salt office"
_ONE_OF_IT = rf"(?:(?:an?|one|some|the)\s)?(?:\w+\s)?(?:{OFFICERS}|people|someone|man|men|those)\s(?:sent\s)?(?:of|from|for|at|by)\s"
_DONE_BY = lazy(
    rf"\b(?:was|were|is|are|been|being|got|get)\s(?:(?:also|then|now|again|even|\w+ly)\s)*(?P<verb>{TOLD}|{GIVEN})\s(?:(?:again|time|over)\sand\s(?:again|over)\s)?(?:(?!(?:by|and|that|who)\b|to\s(?:stand|wait|stop|stay|sit|meet|gather|line|park|go|come|pass|drop|live|work|sleep|camp|turn|walk|drive)\b)[\w’'.-]+\s){{0,8}}by\s(?:{_ONE_OF_IT})?(?:the\s)?$"
    r"|\b(?P<heard>heard|learned|learnt)\s(?:\w+\s)?from\s(?:the\s)?$"
)
# "The mill, told by the salt office to wait, has closed", "with two mills urged by the salt office to wait"
_REDUCED = lazy(
    rf"(?:[a-z][\w’'-]*s|\w,|\bwith\s(?:[\w’'-]+\s){{1,4}}?[\w’'-]+)\s(?:(?:also|then|again|even|once|twice|\w+ly)\s)?(?P<verb>{TOLD})\s(?:(?!by\b)[\w’'-]+\s){{0,3}}?by\s(?:{_ONE_OF_IT})?(?:the\s)?$"
)
_WHAT_IT_IS = lazy(r"\s(?:[^.,;:“”▪]{1,30}\s)?(?:to|that|about|of|against|not)\s")
# "At the request of the office", "a warning from the office"
# "A paper from the office that set the price"
_PAPER_FROM = lazy(
    r"(?<!\bno\s)\b(?P<verb>papers?|lists?|notes?|documents?|slips?|calls?)\s(?:[\w’'-]+\s){0,2}?from\s(?:the\s)?$"
)
_WORD_OF = lazy(
    rf"(?<!\bdefied\san\s)(?<!\bdefied\sthe\s)(?<!\bviolated\san\s)(?<!\bagainst\sthe\s)(?<!\bno\s)(?<!\bany\s)(?<!\bwithout\s)(?<!\bfor\s)\b(?P<verb>{DOCUMENTS})\s(?:(?!to\b)[\w’'-]+\s){{0,5}}?(?:from|by|(?<!letters\s)(?<!letter\s)(?<!answers\s)(?<!word\s)(?<!messages\s)of)\s(?:the\s)?$"
)
# "A warning about nets came from the office"
_SAYS_SO = lazy(r"\s(?:that|which|saying|ordering|telling|asking|warning|announcing)\b")
_CAME_FROM = lazy(
    rf"\b(?P<verb>{DOCUMENTS})\s[^.;“”▪]{{0,70}}?\b(?:came|comes|come|coming|arrived)\s(?:(?:also|down|straight|directly)\s)*from\s(?:the\s)?$"
)
# Goods that firms have ordered.
FIRM = lazy(r"(?i:compan(?:y|ies)|corporation|factory|mine|mill)$")
# What was done to a body: "customs will be asked".
_SUFFERS = lazy(
    r"\b(?:is|are|was|were|be|been|being)\s(?:(?:also|even|only|just|now|then|again|still|already|later|\w+ly)\s)*$"
)
_ANY = ("a ", "an ", "A ", "An ")
_WITH = lazy(r"\bwith\s(?:the\s)?$")
# Of whom a body is only told: "a friend at the bureau said"; but "officials from the bureau told us".
_BELONGS = lazy(
    r"\b(?:at|of|from|in|(?<!,\s)for|with|by|to|inside|within|near|outside|about|against|under|via|through|around)\s(?:the\s)?$"
)
_IN_ITS_NAME = lazy(
    rf"\b(?i:{OFFICERS}|people|someone|man|men|those|leadership|broadcasts?|loudspeakers?|vans?)\s(?:(?:sent|dispatched)\sby|(?:(?:sent|coming)\s)?(?:of|from|for|at))\s(?:the\s)?$"
    # "A winter session of the office urged"
    r"|\b(?<!\bat\s)(?<!\bin\s)(?i:session|meeting|plenum|conference|congress|assembly|gathering|rally|convention|sitting|seminar|lecture|briefing|workshop)s?"
    r"\s(?:(?:called|held|convened|organi[sz]ed|hosted|run)\sby|of|by|at)\s(?:the\s)?$"
)
_LONGEST_BEFORE = 96
# "If customs say no": nothing said yet.
_IF = lazy(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether)\s(?:the\s)?$")
# "If customs mind, the office will warn us": nor there.
_THEN_IT_WILL = lazy(r"\b(?:[Ii]f|[Uu]nless|[Ww]hen|[Oo]nce|[Uu]ntil)\s[^.!?;:“”▪]{1,80},\s(?:then\s)?(?:the\s)?$")
_FORBIDS = frozenset(each_form(f"{FORBIDDING} {KEEPING_FROM}"))
# "The office had forbidden stalls": what was so before, and no words that are passed on.
_HAD = lazy(r"\bhad\s")
# The small word that leads to a body, its article aside; with these something comes from it.
_PREPOSITION, _LONGEST_PREPOSITION = lazy(r"(?<!\w)(?P<word>\w+)\s(?:(?:the|our|my|an?|their|its)\s)?$"), 20
_OF_WHOM = ("by", "from", "of", "at", "for")
# "The port loading brigade" is no port.
_LONGER = rf"(?!\s(?:[a-z-]+(?:ing|ion|ment|ance|al|ity)\s){{0,2}}(?:{OFFICES}|department|bureau|committee|section|authority)\b)"
_UNIT = Worded(
    r"\b(?:(?:[Tt]he|[Oo]ur|[Tt]heir)\s)?(?P<who>[Ii]nminban|(?:wired|cable|village)\s(?:broadcasts?|radio|loudspeakers?))\b"
    r"|\b(?:[Tt]he|[Oo]ur|[Tt]heir)\s(?:(?:(?!(?:from|at|of|in|to|and|or|who|that|for|with|on|by|whose|which|near|said|told)\b)[\w’'-]+\s){0,4}?"
    rf"(?:{OFFICES}|(?<=[a-z] )(?<![Tt]he )(?<![Oo]ur )(?<!heir ){HOUSES}))\b{_LONGER}"
    rf"(?![’']s(?!\s(?:\w+\s)?(?:{DOCUMENTS}|{OFFICERS})\b))",
    rf"[Ii]nminban|broadcasts?|radio|loudspeakers?|works|force|branch|station|{OFFICES}|{HOUSES}",
)
# A state speaks by its name as well, and a body by its letters.
_STATE = Worded(
    r"\b(?:Pyongyang|Beijing|Seoul|Moscow|Washington|Tokyo|China|Russia|Japan|(?:North|South)\sKorea|[Tt]he\s(?:North|South)"
    rf"|(?!{OUTLET_NAME.pattern})[A-Z]{{3,6}})(?![’'\w-])(?!\sKorea)",
    "Pyongyang|Beijing|Seoul|Moscow|Washington|Tokyo|China|Russia|Japan|North|South|[A-Z]{3,6}",
)
# Whoever tells people so by these is somebody, and a house if no person: "the depot told us to wait".
_TELLS_PEOPLE = Worded(
    r"\b(?:told|tells|ordered|orders|warned|informed|instructed|notified)\s(?:us|me|them|him|her|everyone|people|all|the|every)\b",
    "told|tells|ordered|orders|warned|informed|instructed|notified",
)
_HOUSE = lazy(
    r"\b(?P<who>(?:[Tt]he|[Oo]ur|[Tt]heir)\s(?:[a-z’'-]+\s){0,2}?[a-z]+)\s(?:(?:has|had|also|then|only|later|again|\w+ly)\s){0,2}$"
)
_LONGEST_HOUSE = 48
# "The police came round. They told the heads of units …"
_THEY = Worded(
    rf"(?:\A|[.!?]\s|(?P<and>,?\s(?:and|but)\s)|(?P<when>,\s))(?:They|they|It|it)\s{_VERB}(?!\s?[.,”\"▪]|$)",
    "They|they|It|it",
)
_IT = lazy(rf"(?P<who>It)\s(?!is\b|was\b|has\sbeen\b){_VERB}")
# "The head of the unit keeps corn. She told us", "… asked the secretary, and the secretary answered": whoever speaks in its name.
_OFFICER = lazy(
    rf"(?:\A|[.!?]\s|,?\s(?:and|but|then)\s)(?:Then\s)?(?P<who>[Hh]e|[Ss]he|[Tt]he\s{OFFICERS})\s{_VERB}(?!\s?[.,”\"▪]|$)"
)
_IS_OFFICER = lazy(rf"\s(?:(?:party|section|department|chief|deputy)\s)?(?P<noun>{OFFICERS})\b")
_OFFICER_OF = lazy(rf"\b(?P<noun>(?i:{OFFICERS}))\s(?:of|from|at)\s(?:the\s|our\s|my\s|their\s)?$")
# Where a clause begins, in which a body may do one thing and then speak.
_CLAUSE_BEGINS = lazy(
    r"(?:\A|[.!?▪][’”\"]?\s|,\s|\b(?:that|because|after|before|when|since|as|if|while|and|but|so|said|says|(?:[Tt]his|[Ll]ast|[Tt]hat)\s(?:morning|week|month|year|\w+day))\s)"
    r"(?:(?:But|And|So|Then|Now|Once)\s)?(?:the\s)?$"
)


def last_speaking(words: str, *, has_body: bool = True) -> Cue | None:
    """The cue of the last body that speaks in these words; None if none does. Its `start` is where the body is named.

    `has_body`: whether a noun for bodies may be among the words.
    """
    return max(_speaking(words, has_body), key=lambda cue: cue.end, default=None)


def taken_up(words: str) -> Cue | None:
    """The cue of "It has pressed them to …", with which a sentence begins, said of a body that was told of before."""
    it = _IT.match(words)
    return Cue(0, it.end(), it["verb"], it["who"], 0, Who.PRONOUN) if it else None


def _speaking(words: str, has_body: bool) -> Iterator[Cue]:
    subject: Cue | None = None  # of a sentence before, which "they" takes up
    named = _named(words, has_body)
    for number, (start, end, phrase) in enumerate(named):
        body = Cue(start, end, "", phrase.strip(), start, Who.BODY)
        before = words[max(0, start - _LONGEST_BEFORE) : start]
        opens = _CLAUSE_BEGINS.search(before) is not None
        subject = body if opens else subject
        if spoken := _spoken(words, body, before, opens=opens):
            yield body._replace(verb=spoken[0], end=spoken[1])
        following = named[number + 1][0] if number + 1 < len(named) else len(words)
        they = _THEY.search(words, end)
        if they and they.start() < following and (told_of := _taken_up_by(they, words, body, subject)):
            yield told_of._replace(end=they.end(), verb=they["verb"])
        officer = _OFFICER_OF.search(before) or _IS_OFFICER.match(words, end)
        if officer and (said := _OFFICER.search(words, end)) and _is_same(said["who"], officer["noun"]):
            yield body._replace(end=said.end(), verb=said["verb"])


def _is_same(who: str, noun: str) -> bool:
    """Whether "she" or "the secretary" may be an officer who was called by this noun."""
    return " " not in who or who.lower() == f"the {noun.lower()}"


def _taken_up_by(they: re.Match[str], words: str, last: Cue, subject: Cue | None) -> Cue | None:
    """The body that "they" are: the one before "and they told", the one asked in "when I asked it, they told", or the subject."""
    if they["when"]:
        return last if is_asked(words, last.start) else None
    return last if they["and"] else subject


def _named(words: str, has_body: bool) -> list[tuple[int, int, str]]:
    """Where bodies and units are named, in order, and by what."""
    bodies = [whole_name(words, *body) for body in (bodies_and_owners(words) if has_body else ())]
    units = list(_UNIT.finditer(words))
    longer = [unit for unit in units if not any(start <= unit.start() and unit.end() <= end for start, end in bodies)]
    alone = [span for span in bodies if not any(unit.start() < span[0] and span[1] <= unit.end() for unit in longer)]
    found = [(unit.start(), unit.end(), unit["who"] or unit.group()) for unit in longer]
    found += _houses(words, [*bodies, *(unit.span() for unit in units)])
    found += [(*state.span(), state.group()) for state in _STATE.finditer(words) if _SPEAKS.match(words, state.end())]
    return sorted((*found, *((start, end, words[start:end]) for start, end in alone)))


def _houses(words: str, known: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Where a house that no list knows tells people something."""
    for verb in _TELLS_PEOPLE.finditer(words):
        house = _HOUSE.search(words, max(0, verb.start() - _LONGEST_HOUSE), verb.start())
        if house and is_house(house["who"]) and not any(start < house.end("who") <= end for start, end in known):
            yield house.start("who"), house.end("who"), house["who"]


def _spoken(words: str, body: Cue, before: str, *, opens: bool) -> tuple[str, int] | None:
    """By what verb a body speaks, and where that ends; None if it does not."""
    end = body.end
    if body.phrase in ("police", "Police") and words.startswith(" officers", end) and not before.endswith("the "):
        return None  # "police officers had asked": some of them, and no body
    small = _PREPOSITION.search(before[-_LONGEST_PREPOSITION:])
    preposition = small["word"].lower() if small else ""
    if preposition in _OF_WHOM and (done := _DONE_BY.search(before)):
        return done["verb"] or done["heard"], end
    if preposition in _OF_WHOM and (done := _REDUCED.search(before)) and _WHAT_IT_IS.match(words, end):
        return done["verb"], end
    if there := told_there(words, end, before, preposition):
        return there
    word = _ITS_WORD.match(words, end)
    if preposition in ("from", "by", "of"):
        word = _WORD_OF.search(before) or _CAME_FROM.search(before) or word
        word = word or (_PAPER_FROM.search(before) if _SAYS_SO.match(words, end) else None)
    if word and not (word["verb"].startswith("order") and FIRM.search(body.phrase)):
        return word["verb"], max(end, word.end() if word.string is words else 0)
    in_its_name = _IN_ITS_NAME.search(before) is not None
    apposed = _NAMED_SO.match(words, end) if _APPOSED.search(before) else None
    speaks = apposed or _SPEAKS.match(words, end) or (_AND_SPEAKS.match(words, end) if opens or in_its_name else None)
    if speaks is None or _IF.search(before) or (" will " in speaks.group() and _THEN_IT_WILL.search(before)):
        return None
    names = speaks.groupdict()
    name = next(each for each in ("verb", "adding", "whose", "aim", "going") if names.get(each))
    goes_on = speaks[name].partition(" ")[0].endswith("ing")
    is_with = goes_on and _WITH.search(before) is not None
    is_said = in_its_name or is_with or not _BELONGS.search(before)
    if names.get("which"):
        is_said = not body.phrase.startswith(_ANY)
    is_deed = (not goes_on and _SUFFERS.search(words, end, speaks.start(name))) or is_done(
        words, speaks.start(name), speaks.end(name)
    )
    is_deed = is_deed or (
        speaks[name] in _FORBIDS
        and (_STATE.fullmatch(body.phrase) is not None or _HAD.search(words, end, speaks.start(name)) is not None)
    )  # "after Norway banned nets"
    return (speaks[name], speaks.end()) if is_said and not is_deed else None
