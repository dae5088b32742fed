"""The English verbs by which somebody speaks or commands, in every form, and whoever speaks so for a body.

Every other room takes its verbs of speech from here: a new one is a word in one of these lists. Pure.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from articles.suggestions.signs import one_of


class Forms(NamedTuple):
    """The forms of one verb: "write", "wrote", "written", "writes", "writing"."""

    base: str
    past: str
    participle: str
    third: str
    going_on: str


# What follows may be told, or whom it is told, or nothing.
SAYING = (
    "say announce state declare stress emphasise emphasize explain insist claim decree stipulate pledge vow threaten complain admit"
    " boast reiterate reply answer proclaim lament write assert reveal disclose contend allege acknowledge concede reaffirm clarify"
    " guarantee argue add note remark retort object protest hint promise warn caution point-out make-clear"
)
# Whom it is told stands behind.
TELLING = (
    "tell inform notify remind assure advise order instruct urge ask require request exhort implore brief lecture admonish recommend demand"
    " call-on call-upon call-for appeal-to appeal-for alert counsel"
)
BLAMING = (
    "criticise criticize reprimand scold rebuke condemn denounce blame praise thank berate censure accuse commend chide upbraid"
    " lash-out-at hit-out-at rail-against"
    " slam blast hail deplore decry ridicule mock"
    " castigate lambast harangue abuse chastise reproach laud propagandise propagandize publicise publicize deny"
)
# Only before a clause, or "to": "proposed that", "pressed them to".
BEFORE_CLAUSE = (
    "propose repeat certify hold rule maintain lay-down observe underline underscore highlight specify conclude"
    " confirm predict estimate report suggest respond let-it-be-known make-known make-plain make-it-clear spell-out"
    " give-notice mention affirm attest agree signal mandate trumpet tweet cable testify"
)
BEFORE_TO = "command direct press beg encourage oblige plead-with pressure push prod enjoin task invite forbid coax nag"
# What a council says by deciding it: "decided in May to mend all nets".
DECIDING = "decide resolve"
# What it says of things by forbidding them: "has outlawed stalls"; "a ban on stalls" and "barred from" are told otherwise.
FORBIDDING = "outlaw ban prohibit disallow proscribe criminalise criminalize forbid"
# Whom it keeps from something by its words: "barred us from selling nets".
KEEPING_FROM = "bar ban prohibit discourage dissuade forbid disqualify"
# With what is handed down: "sent down an order".
GIVING = (
    "issue hand-down send-down put-out pass-down pass-on send-out circulate publish release post read-out deliver relay convey hand-out"
    " distribute transmit give send put-up forward read-aloud make hand read serve hang-up hang-out stick-up paste-up nail-up display"
)
_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "hold": "held",
    "make": "made",
    "lay": "laid",
    "let": "let",
    "give": "gave given",
    "send": "sent",
    "put": "put",
    "read": "read",
    "admit": "admitted",
    "beg": "begged",
    "transmit": "transmitted",
    "spell": "spelled",
    "hang": "hung",
    "stick": "stuck",
    "speak": "spoke spoken",
    "come": "came come",
    "ban": "banned",
    "bar": "barred",
    "forbid": "forbade forbidden",
    "slam": "slammed",
    "prod": "prodded",
    "nag": "nagged",
}
_DOUBLED = ("admit", "beg", "transmit", "let", "put", "ban", "bar", "forbid", "slam", "prod", "nag")
# What a body hands down, or somebody has from it.
_PAPERS = (
    "order instruction directive notice decree warning circular guideline letter message statement proclamation edict announcement"
    " reply answer ultimatum ruling assurance promise request demand reminder notification appeal command memo rule regulation"
    " decision resolution threat pledge recommendation ban prohibition injunction mandate moratorium curfew ordinance bylaw verdict"
    " judgment judgement summons subpoena declaration communique communiqué memorandum telegram bulletin leaflet poster flyer handbill"
    " placard plea entreaty exhortation invitation proposal criticism reprimand rebuke admonition complaint objection protest denial"
    " admission explanation vow oath disclosure"
)


def _with_plurals(nouns: str) -> str:
    each = nouns.split()
    plurals = [
        f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}es" if noun.endswith("s") else f"{noun}s" for noun in each
    ]
    return "|".join((*each, *plurals))


DOCUMENTS = rf"(?:{one_of(f'{_with_plurals(_PAPERS)}|word|advice|guidance|memoranda')}|calls?(?=\s(?:by|for|on|to|was|is)\b)|tip-offs?)"
# Who speaks in the name of the body that is named before, or behind.
OFFICERS = (
    r"(?:(?:leader|head|official|officer|chief|chair|chairman|chairwoman|chairperson|president|commander|boss|cadre|inspector|agent|manager|director|lecturer|speaker"
    r"|representative|spokesman|spokeswoman|spokesperson|instructor|emissary|envoy)s?|secretar(?:y|ies)|staff)"
)


@cache
def forms_of(verb: str) -> Forms:
    """Every form of a verb, "hand-down" for "hand down"."""
    base, _, behind = verb.partition("-")
    tail = f" {behind.replace('-', ' ')}" if behind else ""
    stem = base.removesuffix("e")
    is_soft = base.endswith("y") and base[-2] not in "aeou"
    past, _, participle = _IRREGULAR.get(base, f"{base[:-1]}ied" if is_soft else f"{stem}ed").partition(" ")
    third = f"{base[:-1]}ies" if is_soft else f"{base}es" if base.endswith(("s", "sh", "ch")) else f"{base}s"
    going_on = f"{base}{base[-1]}ing" if base in _DOUBLED else f"{base if base.endswith('ee') else stem}ing"
    return Forms(base + tail, past + tail, (participle or past) + tail, third + tail, going_on + tail)


def each_form(verbs: str, *names: str) -> Iterable[str]:
    """These forms of verbs, all of them if none is named."""
    return dict.fromkeys(
        form for verb in verbs.split() for name, form in forms_of(verb)._asdict().items() if not names or name in names
    )


def _any(verbs: str, *names: str) -> str:
    """A pattern for these forms of verbs."""
    return one_of("|".join(each_form(verbs, *names)))


_ALWAYS = f"{SAYING} {TELLING} {BLAMING}"
_CLAUSE = r"(?=\s(?:that|it|they|he|she)\s|\s(?:[\w’'-]+\s){1,6}?that\s)"
_TO = r"(?=\s[^.,;:“”▪]{1,60}?\sto\s)"
_SIGN = (
    r"\s(?:up\s|out\s)?(?:an?|the|its)?\s?(?:\w+\s){0,3}?(?:sign|paper|poster|board|banner|slip|leaflet|notice)s?"
    r"\s(?:saying|reading|warning|telling|announcing|with\sthe\swords|(?:that|which)\ssaid)\b"
)
_HANDED = rf"(?={_SIGN}|\s(?:an?|the|its)\s▪|\s(?:down\s|out\s)?(?!(?:no|any)\s)(?:[\w’'-]+\s){{0,6}}?[‘“]?(?i:{DOCUMENTS})\b)"


# Verbs that are speech by what stands with them: "called in an editorial for calm", "let us know", "spoke of", "called it “dear”",
# "refused on the grounds that", "turned to them with the demand that".
PARTED = (
    r"(?=\s(?:again\s)?(?:(?:in|at|during|over|through|via)\s(?:an?|its|the|their|this)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:notice|editorial|leaflet|statement|commentary|report|letter|article|speech|lecture|poster|circular|message|meeting|bulletin|broadcast|column"
    r"|announcement|address|paper|dispatch|telegram|session|plenum|briefing|decree|directive|radio|loudspeakers?|interview)"
    r"|on\s\w+day|on\s[A-Z][a-z]+\.?\s\d+|(?:last|this)\s\w+|in\s[A-Z][a-z]+)\b[^.,;:“”▪]{0,40}?\s(?:on|for|to)\s)"
)
_KNOW = r"(?=\s(?:us|them|it|him|her|me|everyone|everybody|people|(?:the\s)?[a-z]+s)\s(?:be\s)?known?\b)"
_AS = r"(?=\s[^.,;:“”▪]{2,60}?\sas\s)"
_GROUNDS = r"(?=\s[^.,;:“”▪]{0,60}?\b(?:on\sthe\sgrounds?|with\sthe\swords?|with\sthe\sargument)\b)"
_WITH_WORDS = (
    r"(?=\s[^.,;:“”▪]{2,60}?\swith\s(?:the|an?)\s"
    r"(?:demand|warning|message|words|order|explanation|promise|request)\s(?:that|to)\b)"
)
_BY_CONTEXT = (
    ("call appeal", PARTED),
    ("let", _KNOW),
    ("call brand label", r"(?=\s[^.,;:“”▪]{1,60}?\s[‘“▪])"),
    ("talk-of speak-of", ""),
    ("describe", _AS),
    ("reject refuse decline", _GROUNDS),
    ("turn come approach", _WITH_WORDS),
    # "came out with a circular that"
    (
        "come go turn follow step",
        rf"(?=\s(?:(?:out|up|forward|round|around)\s)?with\s(?:an?|its|the|new|fresh)\s(?:[\w’'-]+\s){{0,3}}?{DOCUMENTS}\b)",
    ),
    (FORBIDDING, r"(?=\s(?!(?:on|of|for|and|was|is|were|has|had|to|in|by|at|from|after)\b)[\w’'“▪-])"),
    (KEEPING_FROM, r"(?=\s[^.,;:“”▪]{1,60}?\sfrom\s)"),
    (DECIDING, r"(?=\s(?:[^.,;:“”▪]{2,40}?\s)?(?:to|that|on)\s)"),
)


def _told(*names: str) -> str:
    """A pattern for these forms of every verb, the ambiguous ones before what makes them speech."""
    by_context = "|".join(rf"(?:{_any(verbs, *names)})\b{what}" for verbs, what in _BY_CONTEXT)
    return (
        rf"(?:(?:{_any(_ALWAYS, *names)})\b|(?:{_any(BEFORE_CLAUSE, *names)})\b{_CLAUSE}"
        rf"|(?:{_any(BEFORE_TO, *names)})\b{_TO}|(?:{_any(GIVING, *names)})\b{_HANDED}|{by_context})"
    )


SPEAKS, SPEAKING = _told(), _told("going_on")
TELL = _any(
    f"{TELLING} {BLAMING} warn caution explain announce stress emphasise emphasize declare promise threaten", "base"
)
# Done to somebody by whoever speaks: "were told", and what is handed down: "was issued".
TOLD = _any(f"{TELLING} {BLAMING} {BEFORE_TO} {FORBIDDING} {KEEPING_FROM} warn caution promise threaten", "participle")
GIVEN = _any(f"{GIVING} {DECIDING} announce proclaim decree declare", "participle")
