"""Who speaks for the body that holds a meeting: the meeting itself, its officials, "they". Pure, and linear in a sentence's length."""

import re

from articles.suggestions.english_kinds import EVENT, Who
from articles.suggestions.english_nouns import IN_PUBLIC
from articles.suggestions.english_subjects import Cue
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.values import Basis, Kind
from provinces.patterns import lazy

_AT_IT = rf"\s(?:at|in|during|from)\s{EVENT.pattern}"
_OFFICIALS = (
    r"(?:[Tt]he\s)?(?:(?:senior|leading|party|participating|attending|county|city|provincial|\w+[’']s)\s){0,2}"
    r"(?:[Oo]fficials|[Cc]adres|[Ii]nspectors|[Cc]hair(?:man|woman)|[Ss]ecretary|[Dd]irector)"
)
# Whoever has the floor needs no more words; officials are others as often as not.
_SPEAKERS = r"(?:(?:[Tt]he|[Oo]ne)\s)?(?:[Ss]peakers?|[Pp]resenters?|[Oo]rgani[sz]ers)"
HOSTS = lazy(rf"(?:{_SPEAKERS}|{_OFFICIALS})(?:{_AT_IT})?|{EVENT.pattern}")
_HAVE_THE_FLOOR = lazy(rf"{_SPEAKERS}(?:{_AT_IT})?|{_OFFICIALS}{_AT_IT}")
_WHOEVER = lazy(_OFFICIALS)
_SCENE = lazy(rf"\b(?:[Dd]uring|[Aa]t|[Ii]n)\s{EVENT.pattern}\b")
# "Basically, they warned", and not "Traders fear that they said": what stands before a subject of the sentence.
_OPENS = lazy(r"(?:\w+(?:\s\w+){0,3},\s)?")
_MANY = lazy(r"(?:authorities|officials|police|customs|committees|offices|agencies|units|they)$", re.IGNORECASE)


def speaks_for_host(text: str, cue: Cue, before: tuple[FoundSpeaker, ...]) -> bool:
    """Whether a cue's phrase stands for the body told of last. `before`: who spoke in the statement before."""
    if cue.who is Who.EVENT or _HAVE_THE_FLOOR.fullmatch(cue.phrase):
        return True
    if _WHOEVER.fullmatch(cue.phrase):
        return _SCENE.search(text, 0, cue.start) is not None or (cue.phrase[0].isupper() and _is_relayed(before))
    return cue.phrase.lower() == "they" and _OPENS.fullmatch(text, 0, cue.start) is not None and _is_many(before)


def _is_relayed(before: tuple[FoundSpeaker, ...]) -> bool:
    """Whether a source told what a body of the North said, in whose sentence only the body stood."""
    return (
        len(before) > 1
        and before[0].kind is Kind.UNNAMED
        and _is_host(before)
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
