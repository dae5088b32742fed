"""Who speaks for the body that holds a meeting: the meeting itself, its officials, "they". Pure, and linear in a sentence's length."""

import re
from collections.abc import Callable

from articles.suggestions.english.bodies import BODY_PATTERN
from articles.suggestions.english.kinds import EVENT, Who
from articles.suggestions.english.nouns import IN_PUBLIC
from articles.suggestions.english.speech import OFFICERS, TOLD
from articles.suggestions.english.subjects import Cue
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.signs import Signed, word_of
from articles.suggestions.values import Basis, Kind
from provinces.patterns import lazy

_AT_IT = rf"\s(?:at|in|during|from)\s{EVENT.pattern}"
_OFFICIALS = (
    r"(?:(?:[Tt]he|[Ii]ts)\s)?(?:(?:senior|leading|[Cc]ommittee|[Mm]inistry|[Bb]ureau|[Oo]ffice|[Pp]arty|managing|party|participating|attending|county|city|provincial|\w+[’']s)\s){0,2}"
    r"(?:[Oo]fficials|[Cc]adres|[Ii]nspectors|[Cc]hair(?:man|woman)|[Ss]ecretary|[Dd]irector)"
)
# Whoever has the floor needs no more words; officials are others as often as not.
_SPEAKERS = r"(?:(?:[Tt]he|[Oo]ne)\s)?(?:[Ss]peakers?|[Pp]resenters?|[Oo]rgani[sz]ers)"
HOSTS = lazy(rf"(?:{_SPEAKERS}|{_OFFICIALS})(?:{_AT_IT})?|{EVENT.pattern}")
# "The leader", of the unit whose leader spoke before.
OFFICER_ALONE = lazy(rf"(?:[Tt]he|[Tt]his)\s(?P<noun>{OFFICERS})")
_HAVE_THE_FLOOR = lazy(rf"{_SPEAKERS}(?:{_AT_IT})?|{_OFFICIALS}{_AT_IT}")
_WHOEVER = lazy(_OFFICIALS)
_SCENE = lazy(rf"\b(?:[Dd]uring|[Aa]t|[Ii]n)\s{EVENT.pattern}\b")
# "Basically, they warned", and not "Traders fear that they said": what stands before a subject of the sentence.
_OPENS = lazy(r"(?:\w+(?:\s\w+){0,3},\s)?")
_MANY = lazy(
    r"(?:authorities|officials|police|customs|committees|offices|agencies|units|they|teams?|squads?|groups?|patrols?)$",
    re.IGNORECASE,
)


# "The salt bureau held a meeting", "a meeting called by the salt bureau".
_HELD = r"(?:hosted|held|convened|organi[sz]ed|called|conducted)"
_GATHERING = r"(?:[\w’'-]+\s){0,5}?(?:meeting|lecture|conference|session|gathering|seminar|rally|briefing|workshop)s?"
_HOST = Signed(
    rf"(?P<body>{BODY_PATTERN})\s(?:(?:had|has|have|also|recently|jointly)\s){{0,2}}{_HELD}\s{_GATHERING}\b"
    rf"|\b{_GATHERING}\s(?:\w+\s){{0,2}}{_HELD}\sby\s(?P<by>{BODY_PATTERN})",
    rf"{_HELD}\s(?:by\s|{_GATHERING}\b)",
)
HOST_SIGN = word_of("hosted|held|convened|organi[sz]ed|called|conducted")
# What is done there to those who were called: "the managers were told that", "others were taken to task".
_PUT_TO_THEM = lazy(
    r"\b(?P<whom>(?:[\w-]+\s){0,3}?(?:officials|managers|directors|cadres|companies|firms|traders|merchants|participants|attendees|members|workers"
    r"|residents|people|farmers|heads|leaders|others|those(?:\swho\s[\w\s]{2,40}?)?|they|everyone|everybody))\s(?:were|was|have\sbeen|had\sbeen|are|are\sbeing|were\sbeing)\s"
    r"(?:(?:also|then|again|even|\w+ly)\s){0,2}"
    rf"(?P<verb>{TOLD}|taken\sto\stask)\b"
    r"(?!\s(?:\w+\s)?by\b)",
    re.IGNORECASE,
)


def host_in(text: str) -> str:
    """The body of which it is said that it held a meeting, as printed, or ""."""
    held = _HOST.search(text)
    return (held["body"] or held["by"]) if held else ""


def put_to_them(text: str) -> str:
    """The verb of what was said, at a meeting told of before, to those who were called; or ""."""
    put = _PUT_TO_THEM.search(text)
    return put["verb"] if put else ""


def put_by_host(text: str, host: str) -> Cue | None:
    """The body of "At a meeting held by the bureau, managers were told to pay", where one sentence says both."""
    verb, at = put_to_them(text), text.find(host)
    return Cue(at, at + len(host), verb, host, at, Who.BODY) if verb and at >= 0 else None


def speaks_for_host(
    text: str, cue: Cue, before: tuple[FoundSpeaker, ...], told: str, *, is_source: Callable[[], bool]
) -> bool:
    """Whether a cue's phrase stands for the body told of last.

    `before`: who spoke in the statement before, `told`: its words. `is_source`: whether the phrase can mean somebody described before.
    """
    if cue.who is Who.EVENT or _HAVE_THE_FLOOR.fullmatch(cue.phrase):
        return True
    if (
        (officer := OFFICER_ALONE.fullmatch(cue.phrase))
        and _is_relayed(before)
        and f" {officer['noun']} " in told
        and not is_source()
    ):
        return True
    if _WHOEVER.fullmatch(cue.phrase):
        is_scene = _SCENE.search(text, 0, cue.start) is not None
        return is_scene or (cue.phrase[0].isupper() and _is_relayed(before) and not is_source())
    return cue.phrase.lower() == "they" and _OPENS.fullmatch(text, 0, cue.start) is not None and _is_many(before)


def _is_relayed(before: tuple[FoundSpeaker, ...]) -> bool:
    """Whether a source told what a body of the North said."""
    return (
        len(before) > 1
        and before[0].kind is Kind.UNNAMED
        and before[-1].kind is Kind.INSTITUTION
        and not IN_PUBLIC.search(before[-1].body)
    )


def _is_many(before: tuple[FoundSpeaker, ...]) -> bool:
    """Whether the subject of the statement before was a body of many: "the authorities"."""
    return _is_host(before) and _MANY.search(before[-1].printed) is not None


def _is_host(before: tuple[FoundSpeaker, ...]) -> bool:
    """Whether a body stood alone in the statement before: whoever relayed it is carried from further back."""
    if not before or before[-1].kind is not Kind.INSTITUTION:
        return False
    return all(speaker.basis is Basis.CARRIED for speaker in before[:-1])
