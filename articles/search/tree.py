"""A query as a tree: words, phrases and fields, what is excluded, and what goes together. Pure: no Django."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Word:
    """One word in NFC; `goes_on`: a star stands after it. `position`: where it begins in the text, from 1.

    `is_slip`: no report has it, so a letter or two may differ.
    """

    text: str
    goes_on: bool = False
    position: int = field(default=0, compare=False)
    is_slip: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Phrase:
    """Words that stand next to each other; `is_quoted`: because they were typed in quotation marks."""

    text: str
    position: int = field(default=0, compare=False)
    is_quoted: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Field:
    """A field and its value; `days`: the first and last day that a date field names."""

    name: str
    value: str
    days: tuple[date, date] | None = None
    position: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Not:
    """What must not be there."""

    of: "Node"


@dataclass(frozen=True)
class And:
    """All of these, in the order they were typed."""

    all: tuple["Node", ...]


@dataclass(frozen=True)
class Or:
    """Any of these."""

    any: tuple["Node", ...]


Node = Word | Phrase | Field | Not | And | Or
NOTHING = And(())


def is_acronym(text: str) -> bool:
    """Whether a word is all capitals."""
    return len(text) > 1 and text.isupper()


def leaves(tree: Node) -> Iterator[Word | Phrase | Field]:
    """Every word, phrase and field of a tree, in order, also the excluded ones."""
    match tree:
        case Not(of):
            yield from leaves(of)
        case And(nodes) | Or(nodes):
            for node in nodes:
                yield from leaves(node)
        case Word() | Phrase() | Field():
            yield tree


def wanted(tree: Node) -> Iterator[str]:
    """The words and phrases that are not excluded, in order."""
    match tree:
        case And(nodes) | Or(nodes):
            for node in nodes:
                yield from wanted(node)
        case Word(text) | Phrase(text):
            yield text
