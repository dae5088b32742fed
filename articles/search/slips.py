"""Slips of the keyboard: how many lie between two words, and whether one may be meant by the other. Pure: nothing but words."""

import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from string import ascii_lowercase

# A word is taken for a name when so much of both is the same, or when one slip makes the one of the other.
ENOUGH = 0.85
# A shorter Latin word has too many others a letter away.
SHORTEST_SLIP = 5


def may_be_meant(name: str, typed: str) -> bool:
    """Whether a name is near enough to a word, or several, that nobody knows; of Hangul letter by letter."""
    name, typed = name.casefold(), typed.casefold()
    return SequenceMatcher(None, letters(name), letters(typed)).ratio() >= ENOUGH or distance(typed, name) == 1


def one_away(word: str) -> Iterator[str]:
    """What a small Latin word becomes by one slip: two letters exchanged, one left out, another, one more."""
    if len(word) < SHORTEST_SLIP or not (word.isascii() and word.isalpha()):
        return
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1)
    yield from (head + tail[1:] for head, tail in cuts if tail)
    yield from (head + letter + tail[1:] for head, tail in cuts if tail for letter in ascii_lowercase)
    yield from (head + letter + tail for head, tail in cuts for letter in ascii_lowercase)


def farthest(word: str) -> int:
    """How many slips a look-alike of a word may be away."""
    return 1 if len(letters(word)) < 8 else 2


def distance(one: str, other: str) -> int:
    """Slips between two words: a letter more, less, another, or two exchanged; in Hangul by its single letters.

    Beyond `farthest(one)` it is only said to be more.
    """
    most, one, other = farthest(one), letters(one), letters(other)
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, last, row = row, before, [at]
        for place, against in enumerate(other, 1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != against))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == against:
                cost = min(cost, last[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def letters(word: str) -> str:
    """Of Hangul its single letters; anything else as it is, accents apart."""
    return unicodedata.normalize("NFD", word)
