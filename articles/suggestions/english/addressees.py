"""Whom a body speaks to or acts upon in an English report, as printed.

Asked once a statement, when all are found: nothing else leans on the answer. Pure.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.suggestions.english.actors import actor_in, bare
from articles.suggestions.english.phrases import PEOPLE_ALONE, is_noun, phrase_at, subject_before
from articles.suggestions.english.speech import BLAMING, DOCUMENTS, each_form
from articles.suggestions.reading import FoundSpeaker, FoundStatement, around
from articles.suggestions.signs import one_of
from articles.suggestions.values import Kind, Speech
from provinces.patterns import lazy

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
_NOUNS_OF_BODIES = lazy(
    r"(?:committee|bureau|office|ministry|department|company|province|station|city|county|party|squad|group|team|unit|command|corporation|factory|farm|importer|manager|president|owner|customs|crew|side|partner|importers?|house|institution|plant|mine|brigade|branch|agency|police)$"
)
_PASSIVE = lazy(
    r"\s(?:were|was|are|is|been|being|get|got)(?:\s(?:also|then|even|again|now|not|being|been|further|reportedly|once|strictly|repeatedly)){0,2}$"
)
_RECEIVES = lazy(
    r"\s(?:(?:(?:ha[ds]|have)\s(?:\w+ly\s|also\s)?)?(?:received|receive|receives|obtained|got)|(?:has|have|had)(?=\sorders\sfrom\b))\s(?=(?:[\w’'-]+\s){0,6}?"
    rf"(?i:{DOCUMENTS})\s(?:[\w’'-]+\s){{0,3}}?(?:from|by|telling|ordering|stating|saying|that|to|cutting)\b)"
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
_PARTICIPLES = frozenset(each_form(f"{_OBJECT} {_TO_DO} {_PROMISE}", "participle")) | {"forbidden", "barred"}
_IN_PUBLIC = lazy(
    r"(?:reporters?|journalists?|lawmakers|parliament(?:arians)?|(?:a|an|the)\s[^,.]{0,40}?(?:briefing|meeting|forum|session|conference|committee|Cabinet))"
)
# So far from words in marks whom they are said to is looked for.
_FAR = 300


class _Candidate(NamedTuple):
    """Somebody to whom it may be said: by which verb, at which place, and how the verb takes them."""

    whom: str
    verb: str
    at: int
    kind: str


def with_addressees(body: str, found: Iterable[FoundStatement]) -> Iterator[FoundStatement]:
    """The statements of a report, each with the body that acts in it and with whom it is said to."""
    for statement in found:
        statement = statement._replace(actor=actor_in(body, statement))
        yield statement._replace(addressee=_addressee(body, statement))


def _addressee(body: str, statement: FoundStatement) -> str:
    last = statement.speakers[-1] if statement.speakers else None
    if last is None or not (last.kind in (Kind.INSTITUTION, Kind.NAMED) or statement.actor):
        return ""
    outside = statement.speech is Speech.DIRECT and last.speech is Speech.DIRECT
    words = around(body, statement, _FAR, (". ", "” ")) if outside else body[statement.start : statement.end]
    found = list(_candidates(words))
    if not found and statement.speech is Speech.DIRECT:
        words = body[statement.start : statement.end] if outside else around(body, statement, _FAR, (". ", "” "))
        found = list(_candidates(words))
    others = statement.speakers[:-1] if last.kind is Kind.INSTITUTION else statement.speakers
    own = {bare(last.printed), bare(last.body), bare(statement.actor)}
    found = [each for each in found if bare(each.whom) not in own and not _is_of(words, each, others)]
    if last.kind is Kind.NAMED and not statement.actor:
        found = [each for each in _candidates(words) if _IN_PUBLIC.match(each.whom)]
    return _likeliest(words, found, last, statement.actor)


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


def _candidates(text: str) -> Iterator[_Candidate]:
    for match in _VERBS.finditer(text):
        verb, at, end = match.group(), match.start(), match.end()
        kind = _KINDS[verb]
        if verb in _PARTICIPLES and (passive := _PASSIVE.search(text, max(0, at - 40), at - 1)):
            whom = subject_before(text, passive.start())
            if whom:
                yield _Candidate(whom, verb, at, "passive")
            continue
        whom = _object(text, end, kind)
        if whom:
            yield _Candidate(whom, verb, at, kind)
    for match in _RECEIVES.finditer(text):
        if whom := subject_before(text, match.start()):
            yield _Candidate(whom, "", match.start(), "received")
    for match in _NOUN_FOR.finditer(text):
        if is_noun(text, match.end()) and (whom := phrase_at(text, match.end())):
            yield _Candidate(whom, "", match.start(), "noun")


def _object(text: str, end: int, kind: str) -> str:
    """Whom a verb that ends at text[end] has."""
    if kind == "to" and text.startswith(" to ", end):
        return phrase_at(text, end + 4) if is_noun(text, end + 4) else ""
    if kind == "give":
        return _given(text, end)
    if (kind == "of" and (that := _THAT.match(text, end))) or (
        kind == "do" and (that := _THAT.fullmatch(text, end, end + 6))
    ):
        they = _WHOM_THAT.match(text, that.end())
        return they.group() if they else ""
    if kind == "of":
        return _of_whom(text, end)
    if kind == "to" or not text.startswith(" ", end):
        return ""
    whom = phrase_at(text, end + 1, with_place=kind not in ("gather", "call", "person"))
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
    return words[0].lower() in PEOPLE_ALONE or whom == "her" or any(_PERSON.search(word) for word in words)


def _promised(whom: str) -> str:
    """Of "the workers flour", whom it is promised."""
    words = whom.split()
    if words[0].lower() in PEOPLE_ALONE:
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
        if is_said and is_noun(text, to.end()):
            return phrase_at(text, to.end())
    return ""


def _of_whom(text: str, end: int) -> str:
    """Of whom something is demanded."""
    for of in _FROM.finditer(text, end, end + 110):
        between = text[end : of.start()]
        if _ALONG.search(between):
            return ""
        if text.startswith(" of", of.start()) and between.strip():
            continue
        return phrase_at(text, of.end())
    return ""
