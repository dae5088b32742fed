"""Words for people, in the language of the page that is being made. Pure: no Django.

    say("{number} links are too many", number=3)
    several("{number} report", "{number} reports", 3)

The words are English; whoever has a catalogue of another language hands it over with `speak_through`. In what it has, a
particle is written with both its forms, and takes the one that fits: `{name}[을/를]` (provinces/particles.py).
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from provinces.particles import fitted

ENGLISH, KOREAN = "en", "ko"
Named = TypeVar("Named")

_kept: ContextVar[str] = ContextVar("language of the page", default="")
_language: Callable[[], str] = lambda: ENGLISH  # noqa: E731
_one: Callable[[str], str] = str
_counted: Callable[[str, str, int], str] = lambda one, many, number: one if number == 1 else many  # noqa: E731


def speak_through(
    language: Callable[[], str], one: Callable[[str], str], counted: Callable[[str, str, int], str]
) -> None:
    """From now on: what tells the language of the moment, what translates words, and what does so by a number."""
    global _language, _one, _counted
    _language, _one, _counted = language, one, counted


def language() -> str:
    """The language of the page that is being made: ENGLISH or KOREAN."""
    return _kept.get() or _language()


@contextmanager
def kept(language: str) -> Iterator[None]:
    """Within it the language is this one, and nobody is asked: a page asks a hundred times."""
    before = _kept.set(language)
    try:
        yield
    finally:
        _kept.reset(before)


def is_kept(language: str) -> bool:
    """Whether it is this one without anybody being asked."""
    return _kept.get() == language


def is_korean() -> bool:
    """Whether the page that is being made is Korean."""
    return language() == KOREAN


def say(words: str, /, **values: object) -> str:
    """The words in that language, with what stands in braces filled in."""
    if not words:
        return ""
    said = _one(words)
    return fitted(said.format(**values) if values else said)


def several(one: str, many: str, number: int, /, **values: object) -> str:
    """The same by a number, which is `number` in braces."""
    return fitted(_counted(one, many, number).format(number=number, **values))


def either(english: str, korean: str) -> str:
    """Of two names of one thing the one in that language; the English one where there is no Korean."""
    return korean if korean and is_korean() else english


def called(code: str) -> str:
    """A language by its name in that language."""
    return say({ENGLISH: "English", KOREAN: "Korean"}.get(code, code))


def names_of(thing: object) -> tuple[str, str]:
    """The English and the Korean name of a province, place, topic, body or outlet; "" for one it has not.

    Korean in the South's spelling where the two differ: so this site writes.
    """
    english = getattr(thing, "name_en", "") or getattr(thing, "name", "")
    return english, _korean_name(thing)


def name_of(thing: object) -> str:
    """Its name in that language; the English one where it has no other."""
    english: str = getattr(thing, "name_en", "") or getattr(thing, "name", "")
    return (is_korean() and _korean_name(thing)) or english


def other_name(thing: object) -> str:
    """Its name in the other of the two languages, "" where it has only one."""
    english, korean = names_of(thing)
    return (english if is_korean() else korean) if korean else ""


def in_order(things: Iterable[Named]) -> tuple[Named, ...]:
    """Things that come in the order of their English names, in that of the names they are shown by."""
    return tuple(sorted(things, key=name_of) if is_korean() else things)


def _korean_name(thing: object) -> str:
    name: str = getattr(thing, "name_ko_rok", "") or getattr(thing, "name_ko", "") or getattr(thing, "label_ko", "")
    return name
