"""What citeproc-py writes into: text with italics marked by two signs no citation holds, then cut into runs. Pure."""

from dataclasses import dataclass

_OPEN, _CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a citation."""

    text: str
    is_italic: bool


def runs_of(marked: str) -> tuple[Run, ...]:
    """The stretches of a formatted text, in order; none is empty."""
    found: list[Run] = []
    for place, part in enumerate(marked.split(_OPEN)):
        italic, _, plain = part.partition(_CLOSE) if place else ("", "", part)
        found += [Run(italic, True)] if italic else []
        found += [Run(plain, False)] if plain else []
    return tuple(found)


def preformat(text: str) -> str:
    """Every word that goes in, so that none can forge a mark."""
    return str(text).replace(_OPEN, "").replace(_CLOSE, "")


class Italic(str):
    """Marked."""

    __slots__ = ()

    def __new__(cls, text: str) -> "Italic":
        return super().__new__(cls, f"{_OPEN}{text}{_CLOSE}")


# Nothing else is used by our styles; the names are those that citeproc-py looks for.
Oblique = Bold = Light = Underline = Superscript = Subscript = SmallCaps = str
