"""Where an unnamed source sits by the words that describe it; each language has a room of its own for how it says so."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar

from provinces.gazetteer import Gazetteer
from provinces.mentions import Mention

BORDER = "china-north-korea-border"
# So far back a place may have been named that somebody is "local" to.
FAR_BACK = 1500
_TAIL = 160


class Seats(ABC):
    """The provinces in which the sources of one report sit, as slugs; "" for none that is known."""

    language: ClassVar[str]

    def __init__(self, body: str) -> None:
        self._body = body
        self._provinces: dict[str, str] = {}  # what was asked before

    def told_of(self, start: int, end: int) -> str:
        """The province of a source described at body[start:end], be it only by what stands around it."""
        if province := self.described(start, end):
            return province
        descriptor = " ".join(self._body[start:end].split())
        return "" if self._has_left(descriptor) else self._around(descriptor, start, end)

    def named(self, words: str) -> str:
        """The first province that words put a source in, or ""; the border as a whole is none."""
        if words not in self._provinces:
            self._provinces[words] = self._first_province(words)
        return self._provinces[words]

    @abstractmethod
    def described(self, start: int, end: int) -> str:
        """The province of a source described at these places, and by what follows them: ", who lives in Hyesan", (혜산 거주)."""

    @abstractmethod
    def _has_left(self, descriptor: str) -> bool:
        """Whether somebody is no more where the words say."""

    @abstractmethod
    def _first_province(self, words: str) -> str:
        """As `named`, not asked before."""

    @abstractmethod
    def _around(self, descriptor: str, start: int, end: int) -> str:
        """The province that only the text around a source tells: a local one, one met there."""

    def _places(self, words: str) -> list[Mention]:
        return Gazetteer.from_file().find(words, self.language)


def first_certain(found: Sequence[Mention]) -> str:
    """The first province of these; a name of several at once ("Hwanghae Provinces") puts nobody in one of them."""
    spans = [(place.start, place.end) for place in found]
    certain = (
        place.province for place in found if place.province != BORDER and spans.count((place.start, place.end)) == 1
    )
    return next((province for province in certain if province), "")


def last_province(found: Iterable[Mention]) -> str:
    """The last province of these, or ""."""
    near = [place.province for place in found if place.province and place.province != BORDER]
    return near[-1] if near else ""


def line_behind(body: str, end: int) -> str:
    """What follows on the same line, as far as it may tell of a source described before it."""
    return body[end : end + _TAIL].split("\n")[0]
