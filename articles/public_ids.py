"""Public ids: a letter for the kind and 7 characters of Crockford base32, the last of them a check character.

The eight characters, the kind among them, are digits of the field GF(32); an id holds when the sum of each digit
times its place's weight is zero. No weight is zero, so one wrong character always shows; no two weights are equal,
so any two different characters changing places always show, neighbours or not.
"""

import re
import secrets
import unicodedata
from typing import Literal

from provinces.tongue import say

Kind = Literal["a", "c"]

KINDS: tuple[Kind, ...] = ("a", "c")
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 8

_LOOKALIKES = str.maketrans("oil", "011")
_DROPPED = re.compile(r"[\s\u2010-\u2015\u2212-]+")


def _times_two(digit: int) -> int:
    """A digit times the generator of GF(32), whose polynomial is x^5 + x^2 + 1."""
    return (digit << 1) ^ (0b100101 if digit & 0b10000 else 0)


def _times(left: int, right: int) -> int:
    """The product of two digits in GF(32)."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left, right = _times_two(left), right >> 1
    return product


# 2^7 … 2^0 in GF(32): eight different weights, none of them zero, and 1 for the check character.
_WEIGHTS = (20, 10, 5, 16, 8, 4, 2, 1)
# What each letter adds to the sum at each place: hundreds of ids are tried for one that was mistyped.
_ADDS = tuple({letter: _times(weight, digit) for digit, letter in enumerate(ALPHABET)} for weight in _WEIGHTS)


class MistypedId(ValueError):
    """What was typed is no public id."""

    def __init__(self, typed: str, reason: str) -> None:
        shown = typed if len(typed) <= 40 else typed[:39] + "…"
        super().__init__(say("“{shown}” is not one of our ids: {reason}.", shown=shown, reason=reason))
        self.typed = typed
        self.reason = reason

    @property
    def suggestions(self) -> list[str]:
        """The ids one slip away that hold; whether they exist is not asked. Sought only when asked for: it takes time."""
        return suggest(self.typed)


def new_id(kind: Kind) -> str:
    """A fresh random id: 6 random characters, about 1.07 thousand million for each kind. The caller sees to clashes."""
    if kind not in KINDS:
        raise ValueError(f"no kind of public id is called {kind!r}")
    return completed(kind + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 2)))


def completed(digits: str) -> str:
    """An id of all but its check character, with it."""
    return digits + ALPHABET[_sum(digits)]


def check(public_id: str) -> bool:
    """Whether this is an id exactly as we write it: kind, length, letters and check character."""
    if len(public_id) != LENGTH or public_id[0] not in KINDS or any(digit not in ALPHABET for digit in public_id):
        return False
    return _sum(public_id) == 0


def normalise(typed: str) -> str:
    """The id meant by what was typed: any case, O for 0, I or L for 1, hyphens and spaces anywhere.

    Raises MistypedId when that is no id that holds.
    """
    folded = _folded(typed)
    if check(folded):
        return folded
    if len(folded) != LENGTH:
        raise MistypedId(
            typed, say("it has {number} characters instead of {length}", number=len(folded), length=LENGTH)
        )
    if folded[0] not in KINDS:
        raise MistypedId(typed, say("it begins with neither a nor c"))
    strange = [digit for digit in folded if digit not in ALPHABET]
    if strange:
        raise MistypedId(typed, say("“{letter}” never occurs in an id", letter=strange[0]))
    raise MistypedId(typed, say("one of its characters is wrong, or two have changed places"))


def suggest(typed: str) -> list[str]:
    """The ids that hold and are one swap of neighbours or one wrong character away, swaps first; at most 15."""
    folded = _folded(typed)
    if len(folded) != LENGTH or check(folded):
        return []
    swaps = [folded[:i] + folded[i + 1] + folded[i] + folded[i + 2 :] for i in range(LENGTH - 1)]
    others = [folded[:i] + digit + folded[i + 1 :] for i in range(LENGTH) for digit in ALPHABET]
    return [near for near in dict.fromkeys(swaps + others) if check(near)]


def _folded(typed: str) -> str:
    """What was typed in our letters, still unchecked. Full-width letters of a Korean keyboard count as plain ones."""
    if len(typed) > 4 * LENGTH:
        return typed
    plain = unicodedata.normalize("NFKC", typed).lower()
    return _DROPPED.sub("", plain).translate(_LOOKALIKES)


def _sum(digits: str) -> int:
    """The weighted sum of the first digits of an id, 0 to 31."""
    total = 0
    for adds, letter in zip(_ADDS, digits, strict=False):
        total ^= adds[letter]
    return total
