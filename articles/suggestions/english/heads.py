"""The noun that an English phrase is about, and what such a noun can be. Pure, and linear in the length of a phrase."""

from functools import lru_cache
from typing import NamedTuple

from articles.suggestions.english.nouns import (
    AFTER_HEAD,
    BODY_NOUN,
    DETERMINERS,
    DOCUMENT,
    FEW,
    MOUTH,
    OUTLET,
    PERSON,
    POST,
    THING,
)
from provinces.patterns import lazy

_TRADING_NOUN = lazy(
    "compan|firm|house|bureau|office|agenc|unit|corporation|partner|executive|organi|branch|department|network|group|enterprise"
)
_NOUNS = (POST, PERSON, MOUTH, OUTLET, DOCUMENT, BODY_NOUN, THING)
_BEHIND_PARTICIPLE = frozenset(("about", "at", "by", "for", "from", "in", "on", "to", "with"))


class Noun(NamedTuple):
    """What a noun in small letters can be the head of."""

    is_post: bool
    is_person: bool
    is_mouth: bool
    is_outlet: bool
    is_document: bool
    is_body: bool
    is_thing: bool


@lru_cache(maxsize=20_000)
def noun_of(small: str) -> Noun:
    """What a noun in small letters can be."""
    return Noun(*(pattern.fullmatch(small) is not None for pattern in _NOUNS))


def _is_article(words: list[str], place: int) -> bool:
    """Whether a word leads to a noun; "A" within a phrase is a code name: "partner A in Hyesan"."""
    return words[place].lower() in DETERMINERS and (place == 0 or words[place] != "A")


def _is_compound(words: list[str], place: int) -> bool:
    """Whether "trading" belongs to the noun behind it: "a trading company"."""
    return words[place] == "trading" and place + 1 < len(words) and bool(_TRADING_NOUN.match(words[place + 1]))


def _describes_noun(words: list[str], place: int) -> bool:
    """Whether a participle says more of the noun before it: "a panel monitoring the ban", "dealers hired by the port"."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else ""
    if word.endswith("ing"):
        goes_on = following.lower() in DETERMINERS or following[:1].isupper()
    else:
        goes_on = word.endswith("ed") and following in _BEHIND_PARTICIPLE
    return goes_on and any(noun_of(words[place - 1].lower())[:-1])


# "One in Kilju", "another from the port".
_OF_SOME = ("in", "from", "at", "near", "who")


# Of whom there are many: "a number of agents", "a group of traders".
_MANY_OF = frozenset(
    ("number", "group", "handful", "couple", "dozens", "hundreds", "pair", "majority", "crowd", "circle", "scores")
)
_OF_PEOPLE = lazy("[a-z]{3,}s|people|men|women")


def _counts(words: list[str]) -> int:
    """At which word the noun may begin that "a number of" or "a group of" counts; 1 if nothing is counted."""
    for place in range(min(3, len(words) - 2)):
        if (
            words[place] in _MANY_OF
            and words[place + 1] == "of"
            and any(map(_OF_PEOPLE.fullmatch, words[place + 2 : place + 6]))
        ):
            return place + 3
    return 1


def head_of(words: list[str]) -> tuple[str, int]:
    """The noun a phrase is about, the last word before "in", "of", "who"…, and how many words follow it."""
    end = len(words)
    for place in range(_counts(words), len(words)):
        is_led = _is_article(words, place - 1) and not (
            place == 1 and words[place] in _OF_SOME and FEW.fullmatch(words[0].lower())
        )
        if words[place].strip(",") in AFTER_HEAD and not (is_led or _is_compound(words, place)):
            end = place
            break
        if _describes_noun(words, place):
            end = place
            break
    return words[end - 1].strip("[],"), len(words) - end
