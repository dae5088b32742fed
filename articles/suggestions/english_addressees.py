"""Whom a body speaks to or acts upon in an English report, and which body acts, as printed.

Asked once a statement, when all are found: nothing else leans on the answer. Pure.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.suggestions.english_bodies import BODY
from articles.suggestions.english_nouns import NORTHERN_MEDIA
from articles.suggestions.english_speech import BLAMING, DOCUMENTS, OFFICERS, each_form
from articles.suggestions.reading import FoundSpeaker, FoundStatement
from articles.suggestions.signs import one_of
from articles.suggestions.values import Kind, Speech
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

# Whoever stands behind is told so: "told traders", "promised the men a train", "had the families warned".
_OBJECT = (
    "tell inform notify remind assure advise instruct urge exhort implore brief lecture"
    " admonish warn caution call-on call-upon appeal-to"
    " tell-off lash-out-at shout-at yell-at plead-with obligate oblige threaten deprive teach"
)
# The same where it goes on with what they are to do: "ordered 600 tyres" is said to nobody.
_TO_DO = "order ask request require command direct press encourage beg allow authorise authorize compel force let"
_PROMISE = "promise guarantee"
# What is wanted stands behind, and of whom behind that: "demanded 12 dollars from every household", "demanded that traders carry".
_OF_WHOM = "demand require collect request ask decree"
# "explained to the women"; and with what is handed down: "sent an order to the mines".
_TO = (
    "say explain announce emphasise emphasize stress declare reply answer report complain write appeal speak state"
    " boast apologise apologize respond"
)
_GIVING = "send issue hand pass convey circulate distribute deliver transmit give read relay promise forward write assign put dispatch"
# People are made to come: a body acts so.
_GATHERING = (
    "gather summon assemble convene muster call-in call-together question detain arrest interrogate receive fine punish"
)


def _any_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(each_form(verbs))


_KINDS = {
    **dict.fromkeys(_forms(_GATHERING), "gather"),
    **dict.fromkeys(_forms(_GIVING), "give"),
    **dict.fromkeys(_forms(_TO), "to"),
    **dict.fromkeys(_forms(_OF_WHOM), "of"),
    **dict.fromkeys(_forms(_TO_DO), "do"),
    **dict.fromkeys(_forms(_PROMISE), "promise"),
    **dict.fromkeys(_forms(_OBJECT), "object"),
    **dict.fromkeys(_forms(f"{BLAMING} collect prohibit"), "person"),
    **dict.fromkeys(_forms("call"), "call"),
    **dict.fromkeys(("forbade", "forbidden", "barred", "barring", "forbidding", "forbid", "forbids"), "person"),
    **dict.fromkeys(("put up", "handed down", "sent down", "read out", "passed on", "sent out"), "give"),
}
_VERBS = lazy(rf"(?<![\w’'-])(?:{one_of('|'.join(_KINDS))})(?![\w’'-])")
# What is forbidden or criticised may be a thing: "criticised three plants", but not "the remarks".
_PERSON = lazy(
    r"(?i:(?<!pap)(?<!numb)(?<!contain)(?<!lett)(?<!ti)(?<!cust)(?<!trail)(?:er|or|ant|ent|ist|ian|man|woman|head|chief|official|boss|couple|recruit|child|captain|guard|member|crew|mouth)s?"
    r"|men|women|people|children|famil(?:y|ies)|households?|compan(?:y|ies)|firms?|enterprises?|plants?|mines?|farms?|offices?|bureaus?|departments?|stations?|committees?|brigades?"
    r"|units?|teams?|provinces?|count(?:y|ies)|cit(?:y|ies)|schools?|ministr(?:y|ies)|heads|secretar(?:y|ies)|restaurants|shops|states|wives|staff|crews|soldiers|herders|merchants|colleges)$"
)
_DOCUMENT = lazy(rf"(?<![\w-])(?i:{DOCUMENTS}|tasks?|quotas?|invitations?|papers?|money|lecturers?)(?!\w)")
_WORD = lazy(r"[\w’'$%-]+(?:,000)?")
_PEOPLE_ALONE = _any_of("them him us me you everyone everybody anyone whoever")
_FIRST_ONLY = _any_of(
    "the a an its their his our my your each every all any some those these both no another several many other local"
)
_STOPS = _any_of(
    "that to not together off by with about for against until before after when while where which whose who if whether as on "
    "since during through over under because so but or into than per via without within how why what there they he she we i "
    "it this last next early late yesterday today tomorrow again too also then instead once twice recently now meanwhile had "
    "has have is are was were be been will would must should could may might can said says monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september october november december"
)
_NO_ONE = _any_of("in of at from more abroad according goods wagons permission another")
_MODALS = _any_of("had has have is are was were will would must should could may might can")
_NUMBERS = _any_of(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty hundred one more half"
)
_EVENTS = _any_of(
    "meeting meetings beginning end start time lecture moment morning evening height session rally conference least once "
    "night gathering bottom same middle all"
)
_PLACES = _any_of(
    "province provinces city county counties area region country market markets capital north south east west town village "
    "district border port zone"
)
_NOUNS_OF_BODIES = lazy(
    r"(?:committee|bureau|office|ministry|department|company|province|station|city|county|party|squad|group|team|unit|command|corporation|factory|farm|importer|manager|president|owner|customs|crew|side|partner|importers?|house|institution|plant|mine|brigade|branch|agency|police)$"
)
_PASSIVE = lazy(
    r"\s(?:were|was|are|is|been|being|get|got)(?:\s(?:also|then|even|again|now|not|being|been|further|reportedly|once|strictly|repeatedly)){0,2}$"
)
_AUXILIARY = lazy(
    r"\s(?:have|has|had|having|will|would|can|could|must|to|be)(?:\s(?:also|then|even|again|now|not|reportedly|recently|since))?$"
)
_RECEIVES = lazy(
    r"\s(?:(?:(?:ha[ds]|have)\s(?:\w+ly\s|also\s)?)?(?:received|receive|receives|obtained|got)|(?:has|have|had)(?=\sorders\sfrom\b))\s(?=(?:[\w’'-]+\s){0,6}?"
    rf"(?i:{DOCUMENTS})\s(?:[\w’'-]+\s){{0,3}}?(?:from|by|telling|ordering|stating|saying|that|to|cutting)\b)"
)
_RECEIVED_OF = lazy(r"\s(?:ha[ds]|have)$")
_CLAUSE = lazy(
    r"\b(?:told|said|says|announced|reported|heard|explained|added|informed|noted|claimed|believes?|believed)\b[^,;:“”▪]{0,60}?\sthat\s|[,;:“”▪()—–]\s?|\b(?:said|says|added|reported|explained|noted|believes?|adding|saying|stated|claimed|learned|that\sday|when|while|after|because|as|but|and\sthat)\s(?:that\s)?"
)
_FROM = lazy(r"\s(?:from|of)\s")
_THAT = lazy(r"(?:\s(?!to\b|of\b|from\b)[\w’'-]+){0,3}?\sthat\s")
_TO_DO_BEHIND = lazy(r"[^;:“”▪]{0,80}?\s(?:to|not|for)\s")
_ALONG = lazy(r",\s|[;:.“”▪]|\sthat\s")
_TOWARDS = lazy(r"\sto\s")
_WHOM_THAT = lazy(
    r"(?:(?:each|every)\s(?:(?:provincial|county|city|state|local|export|trading|fishing|Chinese)\s)?(?:[\w’'-]+\s)??[\w’'-]+?(?=\s(?!should|must)[a-z]+\s|\s(?:should|must|which|that|employing)\b)|(?:the\s|all\s|its\s)?(?:[\w’'-]+\s){0,3}?[\w’'-]+s|the\s[\w’'-]+)(?=\s[a-z])"
)
_NOUN_FOR = lazy(
    rf"(?<![\w-])(?i:{DOCUMENTS})(?:\s(?:was|were|is|had\sbeen|has\sbeen|came|went|goes)(?:\s\w+){{1,2}})?\s(?:to|for)\s"
)
_PAST_VERB = lazy(
    r"\w+(?:ed|ing)$|^(?:told|said|sent|gave|made|took|put|let|went|came|held|brought|began|has|have|had|then)$"
)
_PARTICIPLES = frozenset(each_form(f"{_OBJECT} {_TO_DO} {_PROMISE}", "participle")) | {"forbidden", "barred"}
_IN_PUBLIC = lazy(
    r"(?:reporters?|journalists?|lawmakers|parliament(?:arians)?|(?:a|an|the)\s[^,.]{0,40}?(?:briefing|meeting|forum|session|conference|committee|Cabinet))"
)
_LONGEST_OBJECT, _LONGEST_SUBJECT, _MOST_WORDS = 180, 150, 14
_ACTS_BEHIND = 400


# Where a clause begins: "said that the office", "the inspectors of the office".
_BEGINS = lazy(
    r"(?:[,;:“‘—–]|(?<=[ ,“])(?:that|said|says?|added|reported|claimed|explained|noted"
    r"|as|after|while|when|but|and|because|where|station|radio|paper|group)|\bon\s\w+day)\s"
)
_OFFICERS_OF = lazy(rf"(?:the\s)?(?i:{OFFICERS}|officers|inspectors|cadres|prosecutors)\sof\s(?=the\s)")
_VERB = (
    r"(?:has|have|had|is|are|was|were|will|would|plans?|wants?|does|set|sent|put|took|gave|made|held|let|goes|takes?|gets?|makes?|began|cut|kept|lost|sold|bought|brought|paid|built|ran|did|cannot|went"
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


class _Candidate(NamedTuple):
    """Somebody to whom it may be said: by which verb, at which place, and how the verb takes them."""

    whom: str
    verb: str
    at: int
    kind: str


def with_addressees(body: str, words: Vocabulary, found: Iterable[FoundStatement]) -> Iterator[FoundStatement]:
    """The statements of a report, each with the body that acts in it and with whom it is said to. `words`: of the body."""
    for statement in found:
        statement = statement._replace(actor=_actor(body, words, statement))
        yield statement._replace(addressee=_addressee(body, statement))


def _actor(body: str, words: Vocabulary, statement: FoundStatement) -> str:
    """The first body that does something in what somebody tells without marks; of words in marks none is wanted."""
    last = statement.speakers[-1] if statement.speakers else None
    if statement.speech is not Speech.INDIRECT:
        return ""
    is_public = last is not None and len(statement.speakers) == 1 and NORTHERN_MEDIA.search(last.body) is not None
    if last is not None and last.kind is Kind.INSTITUTION and not is_public:
        return ""
    printed = {_bare(speaker.printed) for speaker in statement.speakers}
    begins = (match.end() for match in _BEGINS.finditer(body, statement.start, statement.end))
    for begin in (statement.start, *begins):
        officers = _OFFICERS_OF.match(body, begin, statement.end)
        at = officers.end() if officers else begin
        acting = BODY.match(body, at, statement.end)
        if acting is None or _bare(acting.group()) in printed or _NO_ACTOR.search(acting.group()):
            continue
        who = acting.group().removeprefix("that ")
        if doing := _DOES.match(body, acting.end(), statement.end):
            place = doing["of"] if who.rpartition(" ")[2].islower() or "Council" in doing["of"] else ""
            return " ".join(f"{officers.group() if officers else ''}{who}{place}".split())
    again = _AGAIN.search(body, statement.start, statement.end)
    return again["who"] if again else ""


def _addressee(body: str, statement: FoundStatement) -> str:
    last = statement.speakers[-1] if statement.speakers else None
    if last is None or not (last.kind in (Kind.INSTITUTION, Kind.NAMED) or statement.actor):
        return ""
    outside = statement.speech is Speech.DIRECT and last.speech is Speech.DIRECT
    words = _around(body, statement) if outside else body[statement.start : statement.end]
    found = list(_candidates(words, is_acting=last.kind is not Kind.INSTITUTION and bool(statement.actor)))
    if not found and statement.speech is Speech.DIRECT:
        words = body[statement.start : statement.end] if outside else _around(body, statement)
        found = list(_candidates(words, is_acting=False))
    others = statement.speakers[:-1] if last.kind is Kind.INSTITUTION else statement.speakers
    own = {_bare(last.printed), _bare(last.body), _bare(statement.actor)}
    found = [each for each in found if _bare(each.whom) not in own and not _is_of(words, each, others)]
    if last.kind is Kind.NAMED and not statement.actor:
        found = [each for each in _candidates(words, is_acting=False) if _IN_PUBLIC.match(each.whom)]
    return _likeliest(words, found, last, statement.actor)


def _bare(name: str) -> str:
    """A name for comparing."""
    return name.casefold().removeprefix("the ")


def _around(body: str, statement: FoundStatement) -> str:
    """The sentence around words in marks, without them."""
    line = body.rfind("\n", 0, statement.start) + 1
    begin = max(line, statement.start - 300)
    before = body[begin : statement.start]
    cut = max(before.rfind(". ", 0, -2), before.rfind("” ", 0, -2)) if len(before) > 2 else -1
    behind = body[statement.end : statement.end + 300].partition("\n")[0]
    stop = behind.find(". ")
    behind = behind if stop < 0 else behind[:stop]
    return f"{before[cut + 1 :]}▪{behind}"


def _is_of(words: str, each: _Candidate, others: tuple[FoundSpeaker, ...]) -> bool:
    """Whether it is the source that tells so: "A source told Daily Amnok on Monday"."""
    for other in others:
        if other.printed and other.verb and each.verb == other.verb:
            at = words.find(other.printed)
            if 0 <= at <= each.at and each.at - at - len(other.printed) < 45:
                return True
    return False


def _likeliest(words: str, found: list[_Candidate], last: FoundSpeaker, actor: str) -> str:
    """Of several, whom the body's own verb has; else the first behind its name."""
    if not found:
        return ""
    name = words.find(last.printed or actor) if (last.printed or actor) else -1
    name = max(name, 0)

    def order(each: _Candidate) -> tuple[bool, bool, bool, int]:
        own = bool(last.verb) and (each.verb == last.verb or last.verb.startswith(each.verb))
        return (
            not own,
            each.kind in ("gather", "call") and not actor,
            each.at < name and each.kind != "passive",
            each.at,
        )

    best = min(found, key=order)
    if best.whom in ("them", "him", "her"):  # "gathered the captains and ordered them"
        gathered = [each for each in found if each.kind in ("gather", "call") and each.at < best.at]
        best = gathered[-1] if gathered else best
    return best.whom


def _candidates(text: str, *, is_acting: bool) -> Iterator[_Candidate]:
    for match in _VERBS.finditer(text):
        verb, at, end = match.group(), match.start(), match.end()
        kind = _KINDS[verb]
        if verb in _PARTICIPLES and (passive := _PASSIVE.search(text, max(0, at - 40), at - 1)):
            whom = _subject(text, passive.start())
            if whom:
                yield _Candidate(whom, verb, at, "passive")
            continue
        whom = _object(text, end, kind)
        if whom:
            yield _Candidate(whom, verb, at, kind)
    for match in _RECEIVES.finditer(text):
        if whom := _subject(text, match.start()):
            yield _Candidate(whom, "", match.start(), "received")
    for match in _NOUN_FOR.finditer(text):
        if _is_noun(text, match.end()) and (whom := _phrase(text, match.end())):
            yield _Candidate(whom, "", match.start(), "noun")


def _object(text: str, end: int, kind: str) -> str:
    """Whom a verb that ends at text[end] has."""
    if kind == "to" and text.startswith(" to ", end):
        return _phrase(text, end + 4) if _is_noun(text, end + 4) else ""
    if kind == "give":
        return _given(text, end)
    if (kind == "of" and (that := _THAT.match(text, end))) or (
        kind == "do" and (that := _THAT.fullmatch(text, end, end + 6))
    ):
        they = _WHOM_THAT.match(text, that.end())
        return they.group() if they else ""
    if kind == "of":
        return _of_whom(text, end)
    if kind in ("to",) or not text.startswith(" ", end):
        return ""
    whom = _phrase(text, end + 1, with_place=kind not in ("gather", "call", "person"))
    if not whom:
        return ""
    behind = end + 1 + len(whom)
    if kind == "call":
        return whom if text.startswith((" to ", " in ", " together", " for "), behind) and _is_person(whom) else ""
    if kind in ("person", "gather") and not _is_person(whom):
        return ""
    if kind == "do" and not _TO_DO_BEHIND.match(text, behind, behind + 100):
        return _of_whom(text, end)
    if kind == "promise":
        return _promised(whom) or _given(text, end)
    return whom


def _is_person(whom: str) -> bool:
    """Whether words name people or a body, and no thing."""
    words = whom.split()
    return words[0].lower() in _PEOPLE_ALONE or whom == "her" or any(_PERSON.search(word) for word in words)


def _promised(whom: str) -> str:
    """Of "the workers flour", whom it is promised."""
    words = whom.split()
    if words[0].lower() in _PEOPLE_ALONE:
        return words[0]
    for number, word in enumerate(words, 1):
        is_body = _NOUNS_OF_BODIES.search(word) and not (number < len(words) and words[number].endswith("s"))
        if (word.endswith("s") and len(word) > 3 and _PERSON.search(word)) or is_body:
            return (
                " ".join(words[:number])
                if number == len(words) or words[number] not in ("of", "in", "from", "who", "that")
                else whom
            )
    return ""


def _given(text: str, end: int) -> str:
    """To whom something is handed down by a verb that ends at text[end]."""
    for to in _TOWARDS.finditer(text, end, end + 110):
        between = text[end : to.start()]
        if _ALONG.search(between):
            return ""
        is_said = not between.strip() or _DOCUMENT.search(between) or len(between.split()) < 3
        if is_said and _is_noun(text, to.end()):
            return _phrase(text, to.end())
    return ""


def _of_whom(text: str, end: int) -> str:
    """Of whom something is demanded."""
    for of in _FROM.finditer(text, end, end + 110):
        between = text[end : of.start()]
        if _ALONG.search(between):
            return ""
        if text.startswith(" of", of.start()) and between.strip():
            continue
        return _phrase(text, of.end())
    return ""


def _is_noun(text: str, at: int) -> bool:
    """Whether a noun, not a verb, stands behind "to"."""
    word = _WORD.match(text, at)
    if word is None:
        return False
    first = word.group()
    lower = first.lower()
    if lower in _FIRST_ONLY or lower in _PEOPLE_ALONE or lower == "her" or first[0].isupper() or first[0].isdigit():
        return True
    if lower.endswith("s") and not lower.endswith("ss"):
        return True
    second = _WORD.match(text, word.end() + 1)
    return second is not None and second.group().endswith("s") and second.group().lower() not in _STOPS


def _subject(text: str, end: int) -> str:
    """The subject of a verb whose first word begins behind text[end]."""
    window = text[max(0, end - _LONGEST_SUBJECT) : end]
    window = _RECEIVED_OF.sub("", window)
    cut = max((match.end() for match in _CLAUSE.finditer(window)), default=0)
    if cut == 0 and end > _LONGEST_SUBJECT:
        return ""
    words = window[cut:].strip(" ‘“")
    words = re.split(r"\s(?:whose|who|which|had|has|have)\s", words, maxsplit=1)[0]
    if alone := re.search(r"(?:^|\s)(we|they|he|she|I|you)$", words):
        return alone[1]
    first = _WORD.match(words)
    if first is None or first.group().lower() in ("who", "which", "that", "it", "this", "and", "there", "what"):
        return ""
    return words


def _phrase(text: str, at: int, *, with_place: bool = True) -> str:
    """The noun phrase that begins at text[at], with what belongs to it, or ""."""
    words = list(_tokens(text, at))
    if not words:
        return ""
    first = words[0].group().lower()
    if first in _PEOPLE_ALONE and not (first == "whoever" or (first == "you" and len(words) > 1 and False)):
        return words[0].group()
    if first == "her" and (len(words) == 1 or words[1].group().lower() in _STOPS):
        return words[0].group()
    if first == "whoever":
        return text[at : words[min(1, len(words) - 1)].end()]
    if first in _NO_ONE or (first.endswith("ing") and len(words) < 2) or (len(first) < 2 and first != "a"):
        return ""
    if (first in _STOPS and first not in ("both",)) or (first.endswith("ly") and first != "family"):
        return ""
    end, linked, number = 0, True, 0
    while number < min(len(words), _MOST_WORDS):
        word = words[number].group()
        lower = word.lower()
        if lower == "only" and number == 1:
            number += 1
            continue
        if end and lower in ("of", "in", "at", "from", "and") and not linked:
            if not _goes_on(lower, words[number + 1 :], with_place=with_place):
                break
            linked, number = True, number + 1
            continue
        if end and lower == "who" and text[at:end].lower() in ("those", "people", "anyone", "everyone"):
            return _with_clause(text, at, words[number].end())
        if lower in _MODALS and end:
            return _before_subject(text, at, words[:number])
        if lower in _STOPS or (lower.endswith("ly") and lower != "family") or (not linked and (lower in _FIRST_ONLY)):
            break
        is_number = word[0].isdigit() or word[0] == "$" or lower in _NUMBERS
        if number and not linked and is_number and words[number - 1].group().lower() not in _FIRST_ONLY:
            break
        end, number = words[number].end(), number + 1
        linked = lower in _FIRST_ONLY and lower not in ("all", "those")
    return text[at:end] if end else ""


def _tokens(text: str, at: int) -> Iterator[re.Match[str]]:
    """The words from text[at] on that nothing but a blank parts."""
    before = at
    for word in _WORD.finditer(text, at, at + _LONGEST_OBJECT):
        if word.start() != before + (before > at):
            return
        if before > at and text[before] != " ":
            return
        yield word
        before = word.end()


def _goes_on(link: str, words: list[re.Match[str]], *, with_place: bool) -> bool:
    """Whether what follows such a word belongs to the noun before it."""
    if not words:
        return False
    then = words[0].group()
    second = words[1].group().lower() if len(words) > 1 else ""
    if link == "of":
        return True
    if link == "and":
        return not _PAST_VERB.search(then) and then.lower() not in _STOPS and then.lower() not in _PEOPLE_ALONE
    is_month = then.lower() in _STOPS
    if link == "in":
        return with_place and ((then[0].isupper() and not is_month) or (then == "the" and second in _PLACES))
    if link == "at":
        rest = {word.group().lower() for word in words[:3]}
        return (then in ("the", "its") or then[0].isupper()) and not rest & _EVENTS
    return not then.endswith("ing") and not is_month and (then[0].isupper() or then in ("the", "all", "several"))


def _with_clause(text: str, at: int, end: int) -> str:
    """Words with the clause that says who they are: "people who sell charcoal from their homes"."""
    stop = re.compile(r"\s(?:to|that|not\sto|as)\s|[,;:.“”▪]").search(text, end, end + 80)
    return text[at : stop.start()] if stop else ""


def _before_subject(text: str, at: int, words: list[re.Match[str]]) -> str:
    """Of "traders goods would be seized", whom it is told: what stands before the clause."""
    for word in words[:-1]:
        if word.group().endswith("s") and len(word.group()) > 3:
            return text[at : word.end()]
    return ""
