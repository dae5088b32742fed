"""A briefing: claims, each pinned to one of its versions, in an order, and nothing else. Pure: no Django.

It is its address alone: `n=12k7m&i=c7k2m4qx.2-c8m3n5rz.1-…`. The count and three check characters come first, because
mail programs cut links at the end; so a cut link can still say that it names twelve claims of which five arrived.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from articles.public_ids import ALPHABET, MistypedId, normalise
from provinces.tongue import say, several

MAX_BYTES = 3_500
CHECK_LENGTH = 3
# As far as versions are counted in the database.
LAST_VERSION = 32_767

_PIN = re.compile(r"([0-9a-z]{1,12})\.([0-9]{1,5})", re.IGNORECASE)
_NAMED = re.compile(rf"([0-9]{{1,4}})([0-9a-z]{{{CHECK_LENGTH}}})", re.IGNORECASE)
# What a sentence or a mail program puts behind a link.
_BEHIND = " .,;:!?)>]}'\"”’"


class BadBriefing(ValueError):
    """An address that is no whole briefing. `str()` is a sentence; `arrived`: what can still be read of it."""

    def __init__(self, sentence: str, arrived: tuple["Pin", ...] = ()) -> None:
        super().__init__(sentence)
        self.arrived = arrived


@dataclass(frozen=True, slots=True)
class Pin:
    """A claim in one of its versions."""

    public_id: str
    version: int

    def __str__(self) -> str:
        return f"{self.public_id}.{self.version}"

    @classmethod
    def read(cls, text: str) -> Self:
        """`c7k2m4qx.2`, in any case. Raises BadBriefing."""
        match = _PIN.fullmatch(text)
        if match is None:
            raise BadBriefing(
                say("“{text}” is not written like c7k2m4qx.2, a claim and its version.", text=_shown(text))
            )
        try:
            public_id = normalise(match[1])
        except MistypedId as error:
            raise BadBriefing(str(error)) from None
        if public_id[0] != "c":
            raise BadBriefing(say("{id} is a report; a briefing holds claims.", id=public_id))
        if not 1 <= int(match[2]) <= LAST_VERSION:
            raise BadBriefing(say("{id} has no version {number}.", id=public_id, number=match[2]))
        return cls(public_id, int(match[2]))


@dataclass(frozen=True, slots=True)
class Briefing:
    """Pins in order, none twice."""

    pins: tuple[Pin, ...] = ()

    @classmethod
    def read(cls, named: str, items: str) -> Self:
        """The briefing of an address, out of its `n` and `i`. Raises BadBriefing unless all of it arrived."""
        arrived, broken = _arrived(items)
        match = _NAMED.fullmatch(named.strip(_BEHIND))
        if match is None:
            sentence = several(
                "The link is not whole: {number} claim arrived, and how many it names was lost or altered.",
                "The link is not whole: {number} claims arrived, and how many it names was lost or altered.",
                len(arrived),
            )
            raise BadBriefing(sentence, arrived)
        count = int(match[1])
        if count != len(arrived) or broken:
            sentence = several(
                "This briefing names {number} claim, {arrived} arrived.",
                "This briefing names {number} claims, {arrived} arrived.",
                count,
                arrived=len(arrived),
            )
            raise BadBriefing(" ".join([sentence, *broken[:1]]), arrived)
        if len(set(arrived)) < count:
            raise BadBriefing(say("This briefing names the same claim twice."), tuple(dict.fromkeys(arrived)))
        found = cls(arrived)
        if normal_check(match[2]) != found.check:
            sentence = several(
                "This briefing names {number} claim, and as many arrived, but not the same ones: the link was altered.",
                "This briefing names {number} claims, and as many arrived, but not the same ones: the link was altered.",
                count,
            )
            raise BadBriefing(sentence, arrived)
        return found

    @classmethod
    def carried(cls, text: str) -> Self:
        """A briefing in the making, as one parameter carries it from page to page. Raises BadBriefing."""
        named, _, items = text.partition("-")
        return cls.read(named, items)

    @property
    def check(self) -> str:
        """Three characters that tell these pins in this order from others."""
        digest = hashlib.sha256(self.items.encode()).digest()
        return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:CHECK_LENGTH])

    @property
    def named(self) -> str:
        """Its count and check: the parameter `n`."""
        return f"{len(self.pins)}{self.check}"

    @property
    def items(self) -> str:
        """Its pins: the parameter `i`."""
        return "-".join(map(str, self.pins))

    @property
    def query(self) -> str:
        """Its address after the question mark."""
        return f"n={self.named}&i={self.items}"

    @property
    def as_carried(self) -> str:
        """The value of the one parameter by which it is carried along."""
        return f"{self.named}-{self.items}"

    def adding(self, pins: Iterable[Pin]) -> Self:
        """The same with these at its end, as far as they are not in it."""
        return type(self)(tuple(dict.fromkeys((*self.pins, *pins))))

    def removing(self, place: int) -> Self:
        """The same without the one at a place, counted from 0; unchanged where there is none."""
        return type(self)(tuple(pin for at, pin in enumerate(self.pins) if at != place))

    def moving(self, place: int, by: int) -> Self:
        """The same with the one at a place moved up (-1) or down (1); unchanged where it cannot be."""
        if not (0 <= place < len(self.pins) and 0 <= place + by < len(self.pins)):
            return self
        pins = list(self.pins)
        pins.insert(place + by, pins.pop(place))
        return type(self)(tuple(pins))


def normal_check(typed: str) -> str:
    """Check characters in our letters: any case, O for 0, I or L for 1."""
    return typed.lower().translate(str.maketrans("oil", "011"))


def _arrived(items: str) -> tuple[tuple[Pin, ...], list[str]]:
    """What can be read, and a sentence on each part that cannot."""
    found: list[Pin] = []
    broken: list[str] = []
    parts = "".join(items.split()).strip(_BEHIND).split("-") if items else []
    for part in parts:
        try:
            found.append(Pin.read(part))
        except BadBriefing as error:
            broken.append(str(error))
    if len(broken) == 1 and len(found) == len(parts) - 1 and parts[-1] and not _PIN.fullmatch(parts[-1]):
        broken = [say("The link ends in the middle of a claim’s id.")]
    return tuple(found), broken


def _shown(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else "�" for letter in text)
    return printable if len(printable) <= 40 else printable[:39] + "…"
