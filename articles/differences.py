"""What changed between two texts of one report: by paragraph, and within a paragraph by word. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from articles.spans import Paragraph, paragraphs

# A word with the space before it; only the word counts when two are compared. Matching is quadratic, so longer
# paragraphs are told apart as wholes.
_WORDS = re.compile(r"\s*\S+")
_MOST_WORDS = 3_000
# Two paragraphs that share so much of their words are one paragraph that was changed.
_ALIKE = 0.4


class Change(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph; `is_other` where the paragraph beside it reads otherwise."""

    text: str
    is_other: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of the old text beside the one of the new; a missing one has number None and no runs.

    The texts of a side's runs joined are its paragraph.
    """

    change: Change
    old: int | None
    new: int | None
    old_runs: tuple[Run, ...]
    new_runs: tuple[Run, ...]


def differences(old: str, new: str) -> tuple[Pair, ...]:
    """Both bodies side by side, every paragraph of either once and in its order."""
    before, after = paragraphs(old), paragraphs(new)
    matcher = SequenceMatcher(None, [p.text for p in before], [p.text for p in after], autojunk=False)
    pairs: list[Pair] = []
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            pairs += [_same(left, right) for left, right in zip(before[i:j], after[k:m], strict=True)]
        else:
            pairs += _replaced(before[i:j], after[k:m])
    return tuple(pairs)


def changed_paragraphs(pairs: Iterable[Pair]) -> tuple[int, ...]:
    """The numbers of the old text's paragraphs that the new one changed or dropped."""
    return tuple(pair.old for pair in pairs if pair.old and pair.change != Change.SAME)


def _same(left: Paragraph, right: Paragraph) -> Pair:
    runs = (Run(left.text, False),)
    return Pair(Change.SAME, left.number, right.number, runs, runs)


def _replaced(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[Pair]:
    """Pair each paragraph with the next one that is like it; those between stand alone."""
    rest = list(after)
    for left in before:
        place = next((index for index, right in enumerate(rest) if _are_alike(left.text, right.text)), None)
        if place is None:
            yield Pair(Change.REMOVED, left.number, None, (Run(left.text, True),), ())
            continue
        yield from (_added(right) for right in rest[:place])
        yield _changed(left, rest[place])
        del rest[: place + 1]
    yield from (_added(right) for right in rest)


def _added(right: Paragraph) -> Pair:
    return Pair(Change.ADDED, None, right.number, (), (Run(right.text, True),))


def _changed(left: Paragraph, right: Paragraph) -> Pair:
    old, new = _WORDS.findall(left.text), _WORDS.findall(right.text)
    if max(len(old), len(new)) > _MOST_WORDS:
        return Pair(Change.CHANGED, left.number, right.number, (Run(left.text, True),), (Run(right.text, True),))
    old_runs: list[Run] = []
    new_runs: list[Run] = []
    matcher = SequenceMatcher(None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        is_other = what != "equal"
        old_runs += [Run("".join(old[i:j]), is_other)] if i < j else []
        new_runs += [Run("".join(new[k:m]), is_other)] if k < m else []
    # What is left of a paragraph after its last word.
    old_tail, new_tail = left.text[sum(map(len, old)) :], right.text[sum(map(len, new)) :]
    old_runs += [Run(old_tail, old_tail != new_tail)] if old_tail else []
    new_runs += [Run(new_tail, old_tail != new_tail)] if new_tail else []
    return Pair(Change.CHANGED, left.number, right.number, tuple(old_runs), tuple(new_runs))


def _are_alike(left: str, right: str) -> bool:
    """Whether enough words of the shorter stand in the longer, however often."""
    one, other = set(left.split()), set(right.split())
    return len(one & other) >= _ALIKE * max(1, min(len(one), len(other)))
