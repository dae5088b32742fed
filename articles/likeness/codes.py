"""Words and facts as numbers of 32 bits, which take little room and tell nothing by themselves."""

import struct
from collections.abc import Iterable, Sequence
from enum import IntEnum
from hashlib import blake2b


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

# To copy it takes less than to make one with its size.
_EMPTY = blake2b(digest_size=4)
_FACTS = tuple(Fact)
_NAMES = tuple(fact.name for fact in Fact)
_WEIGHTS = tuple(WEIGHTS[fact] for fact in sorted(WEIGHTS))


def codes_of(runs: Iterable[bytes]) -> Sequence[int]:
    """The codes of some words in UTF-8: the same in every process, from -2 ** 31 up. A report has hundreds of them."""
    digests = []
    for run in runs:
        digest = _EMPTY.copy()
        digest.update(run)
        digests.append(digest.digest())
    return struct.unpack(f">{len(digests)}i", b"".join(digests))


def fact_codes(facts: Sequence[tuple[Fact, str]]) -> list[int]:
    """The codes of facts; `fact_of` tells their kinds again."""
    codes = codes_of([fact_words(*fact).encode() for fact in facts])
    return [(code & ~7) | fact for code, (fact, _) in zip(codes, facts, strict=True)]


def fact_words(fact: Fact, words: str) -> str:
    """A fact as it is coded."""
    return f"{_NAMES[fact]} {words}"


def fact_of(code: int) -> Fact:
    """What kind of fact a code stands for."""
    return _FACTS[code & 7]


def weight_of(code: int) -> float:
    """How much a shared fact says."""
    return _WEIGHTS[code & 7]


def weight_of_all(codes: Iterable[int]) -> float:
    """How much shared facts say together."""
    return sum([_WEIGHTS[code & 7] for code in codes])
