"""Words and facts as numbers of 32 bits, which take little room and tell nothing by themselves."""

import hashlib
from enum import IntEnum


class Fact(IntEnum):
    """What a fact of a text is; stands in the lowest three bits of its code."""

    NUMBER = 0
    SMALL_NUMBER = 1
    DAY = 2
    MONTH = 3
    PLACE = 4
    PROVINCE = 5
    TOPIC = 6
    BODY = 7


# How much it says that two reports share one: exact numbers and days much, the subject little.
WEIGHTS = {
    Fact.NUMBER: 3.0,
    Fact.SMALL_NUMBER: 1.5,
    Fact.DAY: 2.0,
    Fact.MONTH: 1.0,
    Fact.PLACE: 2.0,
    Fact.PROVINCE: 1.0,
    Fact.TOPIC: 1.0,
    Fact.BODY: 1.0,
}

_FACTS = tuple(Fact)
_WEIGHTS = tuple(WEIGHTS[fact] for fact in sorted(WEIGHTS))


def code_of(words: str) -> int:
    """The code of some words: the same in every process, from -2 ** 31 up."""
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=4).digest(), signed=True)


def fact_code(fact: Fact, words: str) -> int:
    """The code of a fact; `fact_of` tells its kind again."""
    return (code_of(f"{fact.name} {words}") & ~7) | fact


def fact_of(code: int) -> Fact:
    """What kind of fact a code stands for."""
    return _FACTS[code & 7]


def weight_of(code: int) -> float:
    """How much a shared fact says."""
    return _WEIGHTS[code & 7]
