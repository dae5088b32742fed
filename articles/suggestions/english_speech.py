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
    " call-on call-upon call-for appeal-to appeal-for"
)
BLAMING = (
    "criticise criticize reprimand scold rebuke condemn denounce blame praise thank berate censure accuse commend chide upbraid"
    " castigate lambast harangue abuse chastise reproach laud propagandise propagandize publicise publicize deny"
)
# Only before a clause, or "to": "proposed that", "pressed them to".
BEFORE_CLAUSE = (
    "propose repeat certify hold rule maintain lay-down observe underline underscore highlight specify conclude"
    " confirm predict estimate report suggest respond let-it-be-known make-known make-plain make-it-clear spell-out"
    " give-notice mention affirm attest agree"
)
BEFORE_TO = "command direct press beg encourage oblige plead-with"
# With what is handed down: "sent down an order".
GIVING = (
    "issue hand-down send-down put-out pass-down pass-on send-out circulate publish release post read-out deliver relay convey hand-out"
    " distribute transmit give send put-up forward read-aloud make"
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
}
_DOUBLED = ("admit", "beg", "transmit", "let", "put")
# What a body hands down, or somebody has from it.
DOCUMENTS = (
    r"(?:word|orders?|instructions?|directives?|notices?|decrees?|warnings?|circulars?|guidelines|letters?|messages?|statements?|proclamations?|edicts?|announcements?"
    r"|repl(?:y|ies)|answers?|ultimatums?|rulings?|assurances?|promises?|requests?|demands?|reminders?|notifications?|appeals?|commands?|memos?)"
)
# Who speaks in the name of the body that is named before, or behind.
OFFICERS = (
    r"(?:(?:leader|head|official|officer|chief|chairman|chairwoman|cadre|inspector|agent|manager|director|lecturer|representative|spokesman|spokeswoman"
    r"|spokesperson|instructor)s?|secretar(?:y|ies)|staff)"
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
_HANDED = rf"(?=\s(?:an?|the|its)\s▪|\s(?:down\s|out\s)?(?:[\w’'-]+\s){{0,6}}?[‘“]?(?i:{DOCUMENTS})\b)"


def _told(*names: str) -> str:
    """A pattern for these forms of every verb, the ambiguous ones before what makes them speech."""
    return (
        rf"(?:(?:{_any(_ALWAYS, *names)})\b|(?:{_any(BEFORE_CLAUSE, *names)})\b{_CLAUSE}"
        rf"|(?:{_any(BEFORE_TO, *names)})\b{_TO}|(?:{_any(GIVING, *names)})\b{_HANDED})"
    )


SPEAKS, SPEAKING = _told(), _told("going_on")
TELL = _any(TELLING, "base")
# Done to somebody by whoever speaks: "were told", and what is handed down: "was issued".
TOLD = _any(f"{TELLING} {BLAMING} {BEFORE_TO} warn caution promise threaten", "participle")
GIVEN = _any(f"{GIVING} announce proclaim decree", "participle")
