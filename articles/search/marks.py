"""What of a text a query found: where it stands, in which spelling, and the fragments to show of it. Pure.

The index says that a text matches; this says where, of the texts of one page, with the same words and spellings.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter, itemgetter

from articles.search import analysis
from articles.search.tree import And, Node, Or, Phrase, Word
from articles.search.variants import Mode, Named
from provinces.names import fold

FRAGMENT, MOST_FRAGMENTS = 200, 2
LEAD = 60

_WORDS = re.compile(rf"[^\W_]+(?:[{analysis.APOSTROPHES}][^\W_]+)*")
_ACCENTED = re.compile("[^\\x00-\\x7f\\W_가-힣\u3400-\u9fff\uf900-\ufaff]")
# So early that the word does not begin as it is looked for; what is found is the letter after it.
_EARLY_APOSTROPHE = re.compile(rf"(?<=[{analysis.APOSTROPHES}])(?<=[^\W_].)(?:(?<![^\W_]..)|(?<![^\W_]...))[^\W_]")
_NO_SPACES = re.compile("[가-힣\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True)
class Mark:
    """text[start:end] was found. `name`: the name that was typed, if it is one; `stands_for`: if this is another spelling."""

    start: int
    end: int
    name: str = ""
    stands_for: str = ""


@dataclass(frozen=True)
class _Needle:
    """Something to look for: Latin words by their stems, or a pattern. `name`: what was typed, if it is a name."""

    stems: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None
    name: str = ""


@dataclass(frozen=True)
class Marker:
    """Finds the words of one query in texts."""

    tree: "Node | Named"
    mode: Mode

    def marks(self, text: str) -> list[Mark]:
        """What stands in a text, in order, none overlapping; of two that begin together the longer."""
        found = [*self._by_stems(text), *self._by_patterns(text)]
        found.sort(key=lambda mark: (mark.start, -mark.end))
        kept: list[Mark] = []
        for mark in found:
            if not kept or mark.start >= kept[-1].end:
                kept.append(mark)
        return kept

    @cached_property
    def _needles(self) -> tuple[list[_Needle], list[_Needle]]:
        needles = dict.fromkeys(_needles(self.tree, self.mode, ""))
        return [needle for needle in needles if needle.stems], [needle for needle in needles if needle.pattern]

    @cached_property
    def _by_first(self) -> dict[str, list[_Needle]]:
        found: dict[str, list[_Needle]] = {}
        for needle in self._needles[0]:
            found.setdefault(needle.stems[0], []).append(needle)
        return found

    def _by_stems(self, text: str) -> Iterator[Mark]:
        for start in _beginnings(text, self._heads) if self._by_first else ():
            parts = _parts_from(text, start)
            for at, (begin, _, part) in enumerate(parts):
                for needle in self._by_first.get(part, ()):
                    end = _end_of(needle.stems, parts[at:], text)
                    if end:
                        yield Mark(begin, end, needle.name, _other_than(text[begin:end], needle.name))

    @cached_property
    def _heads(self) -> frozenset[str]:
        """How words begin that a needle may begin with; a stem is as its words but for two letters at its end."""
        return frozenset(first[:-2] if len(first) > 4 else first[:2] for first in self._by_first)

    def _by_patterns(self, text: str) -> Iterator[Mark]:
        for needle in self._needles[1]:
            assert needle.pattern is not None
            for found in needle.pattern.finditer(text):
                yield Mark(*found.span(), needle.name, _other_than(found[0], needle.name))


def fragments(text: str, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """The stretches of a text that show most of what was found, at most MOST_FRAGMENTS, in order."""
    marks = sorted(marks, key=attrgetter("start"))
    starts, words = [mark.start for mark in marks], [text[mark.start : mark.end].casefold() for mark in marks]
    windows = [_window(text, start) for start in starts]
    # How many different words each shows: a text may have a thousand marks, so no mark is looked at for each other one.
    shown = [len(set(words[bisect_left(starts, first) : bisect_left(starts, last)])) for first, last in windows]
    chosen: list[tuple[int, int]] = []
    for _ in range(MOST_FRAGMENTS):
        best, _ = max(
            (
                (window, count)
                for window, count in zip(windows, shown, strict=True)
                if all(window[1] <= start or window[0] >= end for start, end in chosen)
            ),
            key=itemgetter(1),
            default=(None, 0),
        )
        if best is None:
            break
        chosen.append(best)
    return sorted(chosen)


def _window(text: str, start: int) -> tuple[int, int]:
    first = max(0, start - LEAD)
    if first:
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    last = min(len(text), first + FRAGMENT)
    if last < len(text):
        space = text.rfind(" ", start + 1, last)
        last = space if space > start + LEAD else last
    return first, last


def _needles(tree: "Node | Named", mode: Mode, name: str) -> Iterator[_Needle]:
    match tree:
        case And(nodes) | Or(nodes):
            for node in nodes:
                yield from _needles(node, mode, name)
        case Named(typed):
            for spelling, thing in tree.spellings():
                whole = thing.is_place or len(spelling.text) < 3
                yield _needle(spelling.text, tree.text, begins=whole, ends=spelling.is_ordinary or spelling.is_whole)
            for spelling, _ in tree.narrower():
                yield _needle(spelling.text, tree.text, begins=True, ends=spelling.is_whole)
            if tree.parts:
                yield from _needles(tree.parts, mode, "")
            elif not all(thing.is_place for thing in tree.things):
                for word in tree.text.split():
                    yield _needle(word, "")
            yield from () if tree.is_alike else _needles(typed, mode, tree.text)
        case Word(text, goes_on):
            if goes_on:
                yield _Needle(pattern=re.compile(rf"(?<!\w){re.escape(text)}\w*", re.IGNORECASE))
            elif mode == Mode.EXACT:
                yield _Needle(pattern=_printed(text))
            else:
                yield _needle(analysis.bare(text), name)
        case Phrase(text):
            yield _Needle(pattern=_printed(text)) if mode == Mode.EXACT else _needle(text, name)


def _needle(text: str, name: str, *, begins: bool = False, ends: bool = False) -> _Needle:
    if not _NO_SPACES.search(text):
        return _Needle(stems=tuple(analysis.words().analyze(analysis.typed(text))), name=name)
    pattern = r"\s*".join(re.escape(part) for part in text.split())
    before = r"(?<![가-힣])" if (begins or len(text) == 1) and analysis.HANGUL_RUN.match(text) else ""
    after = r"(?![가-힣]{2})" if ends else ""
    return _Needle(pattern=re.compile(before + pattern + after), name=name)


def _printed(text: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(part) for part in text.split())
    return re.compile(rf"(?<!\w){spaced}" + ("" if _NO_SPACES.search(text[-1:]) else r"(?!\w)"), re.IGNORECASE)


def _other_than(found: str, name: str) -> str:
    return name if name and fold(found) != fold(name) and fold(analysis.bare(name)) != fold(found) else ""


def _beginnings(text: str, heads: Iterable[str]) -> list[int]:
    """Where words stand that begin so, or that have letters before which nobody can say so."""
    plain = text.lower()
    if len(plain) != len(text):
        return [word.start() for word in _WORDS.finditer(text)]
    found = set()
    for head in heads:
        at = plain.find(head)
        while at >= 0:
            if _begins(text, at):
                found.add(at)
            at = plain.find(head, at + 1)
    for pattern in _strange(text):
        for letter in pattern.finditer(text):
            at = letter.start()
            while not _begins(text, at):
                at -= 1
            found.add(at)
    return sorted(found)


def _strange(text: str) -> Iterator[re.Pattern[str]]:
    """What finds words that may not begin as they are looked for, if the text can have any."""
    if not text.isascii():
        yield _ACCENTED
    if any(mark in text for mark in analysis.APOSTROPHES):
        yield _EARLY_APOSTROPHE


def _begins(text: str, at: int) -> bool:
    """Whether the letter there is the first of a word."""
    before = text[at - 1 : at]
    if before in analysis.APOSTROPHES:
        before = text[at - 2 : at - 1] if at > 1 else ""
    return not before.isalnum()


def _parts_from(text: str, start: int) -> list[tuple[int, int, str]]:
    """The word that begins there, as (start, end, stem); one with several stems as several."""
    word = _WORDS.match(text, start)
    return [(start, word.end(), part) for part in analysis.stem_on_record(word[0]).split()] if word else []


def _end_of(stems: Sequence[str], parts: Sequence[tuple[int, int, str]], text: str) -> int:
    """Where a needle ends whose first stems are these parts and whose others follow them; 0 when they do not."""
    end = parts[0][1]
    for stem in stems:
        if not parts:
            word = _WORDS.search(text, end)
            parts = _parts_from(text, word.start()) if word else ()
        if not parts or parts[0][2] != stem:
            return 0
        end, parts = parts[0][1], parts[1:]
    return end
