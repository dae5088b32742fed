"""Two reports that tell the same in two languages, paragraph beside paragraph. Pure: no service is asked.

What reads alike in any language (`articles.likeness.facts`: numbers, days, places, bodies, topics) says which paragraphs
belong together, then their lengths and their order. A paragraph may stand beside two that it was cut into, or alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.likeness.codes import WEIGHTS, Fact
from articles.likeness.facts import Said, facts_in
from articles.spans import Paragraph, paragraphs

# How many paragraphs of either side one row may hold, and what each kind of row costs: cut in two, or alone.
_KINDS = {(1, 1): 0.0, (2, 1): -0.9, (1, 2): -0.9, (1, 0): -0.6, (0, 1): -0.6}
# No more than this is said for two paragraphs by what they share; what one has alone says this share against them.
_MOST, _AGAINST = 5.0, 0.3
# How far from the straight way through both texts it is looked.
_BAND = 30


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that stand beside each other; () on one side where there is none.

    `left_alone`, `right_alone`: numbers from 32 up that the one side names and the other does not, as digits; () where
    there is no other side.
    """

    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]
    left_alone: tuple[str, ...] = ()
    right_alone: tuple[str, ...] = ()

    @property
    def is_alone(self) -> bool:
        """Whether nothing of the other side belongs to it."""
        return not (self.left and self.right)

    @property
    def differs(self) -> bool:
        """Whether the two sides name other numbers."""
        return bool(self.left_alone or self.right_alone)


@dataclass(frozen=True, slots=True)
class _Side:
    """A text's paragraphs, what each of them says, and the length of all."""

    paragraphs: tuple[Paragraph, ...]
    facts: tuple[frozenset[Said], ...]
    length: int

    @classmethod
    def of(cls, body: str, language: str) -> "_Side":
        found = paragraphs(body)
        facts = (frozenset(said for part in facts_in(each.text, language) for said in part) for each in found)
        return cls(found, tuple(facts), max(1, sum(len(each.text) for each in found)))

    def share(self, start: int, end: int) -> float:
        return sum(len(each.text) for each in self.paragraphs[start:end]) / self.length

    def says(self, start: int, end: int) -> frozenset[Said]:
        return self.facts[start] if end - start == 1 else frozenset().union(*self.facts[start:end])


def beside(left: str, left_language: str, right: str, right_language: str) -> tuple[Row, ...]:
    """Every paragraph of either body once and in its order; the languages are "en" or "ko"."""
    one, other = _Side.of(left, left_language), _Side.of(right, right_language)
    return tuple(_row(one, other, *cut) for cut in _cuts(one, other))


def _cuts(one: _Side, other: _Side) -> Sequence[tuple[int, int, int, int]]:
    """The best way through both: from and to of either side, row by row."""
    rows, columns = len(one.paragraphs), len(other.paragraphs)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(rows + 1):
        for j in _near(i, rows, columns):
            for (down, along), cost in _KINDS.items():
                before = best.get((i - down, j - along))
                if before is None:
                    continue
                worth = before[0] + cost
                if down and along:
                    worth += _worth(one, other, i - down, i, j - along, j)
                if (i, j) not in best or worth > best[i, j][0]:
                    best[i, j] = worth, (down, along)
    cuts, at = list[tuple[int, int, int, int]](), (rows, columns)
    while at != (0, 0):
        down, along = best[at][1]
        cuts.append((at[0] - down, at[0], at[1] - along, at[1]))
        at = at[0] - down, at[1] - along
    return cuts[::-1]


def _near(i: int, rows: int, columns: int) -> Iterator[int]:
    middle = i * columns // max(1, rows)
    # One more row may move the middle by so much; without it the ways of two rows might not meet.
    width = _BAND + columns // max(1, rows)
    first, last = (0, columns) if not rows else (middle - width, middle + width)
    yield from range(max(0, first), min(columns, last) + 1)


def _worth(one: _Side, other: _Side, i: int, k: int, j: int, m: int) -> float:
    """How much speaks for these paragraphs being the same: 0 to 1 by length, and what they say."""
    shares = one.share(i, k), other.share(j, m)
    said, told = one.says(i, k), other.says(j, m)
    shared = min(_MOST, sum(WEIGHTS[fact] for fact, _ in said & told))
    apart = sum(WEIGHTS[fact] for fact, _ in said ^ told if fact in (Fact.NUMBER, Fact.DAY, Fact.PLACE))
    return min(shares) / max(*shares, 1e-9) + shared - _AGAINST * apart


def _row(one: _Side, other: _Side, i: int, k: int, j: int, m: int) -> Row:
    left, right = one.paragraphs[i:k], other.paragraphs[j:m]
    if not (left and right):
        return Row(left, right)
    said, told = (_numbers(side.says(*span)) for side, span in ((one, (i, k)), (other, (j, m))))
    return Row(left, right, _in_order(said - told), _in_order(told - said))


def _numbers(facts: frozenset[Said]) -> frozenset[str]:
    return frozenset(words for fact, words in facts if fact is Fact.NUMBER)


def _in_order(numbers: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(numbers, key=float))
