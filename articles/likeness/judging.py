"""What one report seems to be to another. It is said to an editor, who decides."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from articles.likeness.codes import Fact, fact_of, weight_of, weight_of_all
from articles.likeness.credits import Credits, Making
from articles.likeness.imprints import Imprint

# Shares of the shorter report that the two have in common.
SAME_WORDS, CREDITED_WORDS, SOME_WORDS = 0.5, 0.3, 0.12
SAME_FACTS, ALL_FACTS, REPEATED_FACTS, CREDITED_FACTS = 0.5, 0.7, 0.8, 0.3
SAME_EXACT, MOST_OF_IT = 0.3, 0.45
# Runs of words; different facts, exact ones counted twice.
FEWEST_RUNS, FEWEST_CREDITED_RUNS, FEWEST_FACTS, FEWEST_CREDITED = 5, 3, 7, 4
EXACT = (Fact.NUMBER, Fact.SMALL_NUMBER, Fact.DAY)


@dataclass(frozen=True)
class Compared:
    """A report as it is compared. `outlet`: its key; `earliest`, `latest`: the days it may have been published on."""

    language: str
    outlet: str
    earliest: date | None
    latest: date | None
    imprint: Imprint
    credits: Credits
    making: Making


@dataclass(frozen=True)
class Judgement:
    """`kind`: what the copy is to the other, as `OriginKind` names it. `is_copy`: the new report is the copy, not the known.

    `certainty`: 0 to 1, to put the likeliest first. `reason`: for an editor.
    """

    kind: str
    is_copy: bool
    certainty: float
    reason: str


def judge(new: Compared, known: Compared) -> Judgement | None:
    """What the new report seems to be to a known one, or the known one to it; None if they have too little in common."""
    is_copy = _is_copy(new, known)
    copy, first = (new, known) if is_copy else (known, new)
    found = _common(copy, first)
    judged = _in_one_language(copy, first, found) if copy.language == first.language else _in_two(copy, found)
    if judged is None:
        return None
    kind, certainty, reason = judged
    credit = ", and credits that outlet" if found.is_credited else ""
    return Judgement(kind, is_copy, round(min(certainty + found.is_credited / 4, 1), 3), reason + credit)


class Glance:
    """What can be said at a glance of whether another may be kin of a report: most are not, and to judge takes time."""

    def __init__(self, imprint: Imprint, language: str, outlet: str) -> None:
        self._words, self._order = imprint.words, imprint.order
        self._language, self._outlet = language, outlet
        self._facts, self._weight = Counter(imprint.order), weight_of_all(imprint.order)

    def may_share_enough(self, runs: int, language: str, outlet: str) -> bool:
        """The same by how many runs of words the two share at most, before anything else is known of the other."""
        return (language, outlet) != (self._language, self._outlet) or runs >= FEWEST_RUNS

    def may_be_kin(self, words: Collection[int], order: Sequence[int], language: str, outlet: str) -> bool:
        """Whether `judge` may give a judgement, by the other's codes of words (each once) and facts; if not, it gives None.

        Nothing is asked of texts, so any outlet but its own may be credited.
        """
        runs = len(self._words.intersection(words))
        share = runs / max(1, min(len(self._words), len(words)))
        if language != self._language:
            asked = SAME_FACTS if outlet == self._outlet else CREDITED_FACTS
        elif outlet == self._outlet:
            if share < SAME_WORDS or runs < FEWEST_RUNS:
                return False
            asked = REPEATED_FACTS
        elif (share >= SOME_WORDS and runs >= FEWEST_RUNS) or (
            share >= CREDITED_WORDS and runs >= FEWEST_CREDITED_RUNS
        ):
            return True
        else:
            asked = CREDITED_FACTS
        return self._may_tell(order, asked)

    def _may_tell(self, order: Sequence[int], asked: float) -> bool:
        """Whether so large a share of the facts may stand in both in the same order, and be enough of them."""
        lighter = min(self._weight, weight_of_all(order))
        # Most share too little however often each of theirs stands here.
        if weight_of_all([code for code in order if code in self._facts]) < asked * lighter:
            return False
        shared = self._facts & Counter(order)
        fewest = FEWEST_FACTS if asked == SAME_FACTS else FEWEST_CREDITED if asked == CREDITED_FACTS else 0
        if not lighter or weight_of_all(list(shared.elements())) < asked * lighter:
            return False
        if len(shared) + sum(fact_of(code) in EXACT for code in shared) < fewest:
            return False
        return _heaviest_in_order(self._order, order) >= asked * lighter


def _heaviest_in_order(one: Sequence[int], other: Sequence[int]) -> float:
    """The weight of `_in_the_same_order`, more quickly: only facts that both have are looked at."""
    both = set(one).intersection(other)
    columns = [code for code in other if code in both]
    best = [0.0] * (len(columns) + 1)
    for code in one:
        if code not in both:
            continue
        weight, before = weight_of(code), 0.0
        highest = 0.0
        for at, column in enumerate(columns, start=1):
            here = best[at]
            highest = max(highest, here, before + weight if column == code else 0.0)
            best[at], before = highest, here
    return best[-1]


def _common(copy: Compared, first: Compared) -> "_Found":
    runs = len(copy.imprint.words & first.imprint.words)
    lighter, heavier = sorted((weight_of_all(copy.imprint.order), weight_of_all(first.imprint.order)))
    # Facts in whatever order are quickly counted; most reports part here.
    at_most = weight_of_all(list((Counter(copy.imprint.order) & Counter(first.imprint.order)).elements()))
    is_worth_it = at_most >= CREDITED_FACTS * lighter
    shared = _in_the_same_order(copy.imprint.order, first.imprint.order) if is_worth_it else ()
    exact = [{code for code in each.imprint.order if fact_of(code) in EXACT} for each in (copy, first)]
    return _Found(
        words=runs / max(1, min(len(copy.imprint.words), len(first.imprint.words))),
        runs=runs,
        facts=weight_of_all(shared) / lighter if lighter else 0.0,
        whole=weight_of_all(shared) / heavier if heavier else 0.0,
        fewer_exact=min(map(len, exact)),
        shared=shared,
        is_credited=first.outlet in copy.credits.all,
        names=first.imprint.names | copy.imprint.names,
    )


def _in_one_language(copy: Compared, first: Compared, found: "_Found") -> tuple[str, float, str] | None:
    is_repeated = copy.outlet != first.outlet or found.facts >= REPEATED_FACTS
    if found.words >= SAME_WORDS and found.runs >= FEWEST_RUNS and is_repeated:
        return "republication", found.words, f"has {found.words:.0%} of the shorter text in the same words"
    if copy.outlet == first.outlet:
        return None  # an outlet that comes back to a story, or to its survey of prices, repeats itself
    if found.words >= SOME_WORDS and found.runs >= FEWEST_RUNS:
        return "relay", 0.5 + found.words / 2, f"has {found.words:.0%} of the shorter text in the same words"
    if found.tells_the_same and (copy.making.is_broken or copy.making.says_translated):
        return "back_translation", found.facts, f"{found.told} in other words, as if translated there and back"
    is_repeating = found.words >= CREDITED_WORDS and found.runs >= FEWEST_CREDITED_RUNS
    if found.is_credited and (found.tells_some or is_repeating):
        return "relay", found.facts, found.told if found.tells_some else "repeats some of its words"
    if found.tells_the_same and found.facts >= ALL_FACTS:
        return "relay", found.facts, f"{found.told} in other words"
    return None


def _in_two(copy: Compared, found: "_Found") -> tuple[str, float, str] | None:
    if found.tells_the_same and not (found.is_credited and found.whole < MOST_OF_IT):
        return "machine_translation" if copy.making.says_machine else "translation", found.facts, found.told
    if found.is_credited and found.tells_some:
        return "translation" if copy.making.says_translated else "relay", found.facts, found.told
    return None


def _in_the_same_order(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
    """The heaviest facts that both have in the same order (their longest common subsequence, by weight)."""
    best: list[list[float]] = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for row in range(len(one) - 1, -1, -1):
        here, below, code = best[row], best[row + 1], one[row]
        for column in range(len(other) - 1, -1, -1):
            if code == other[column]:
                here[column] = below[column + 1] + weight_of(code)
            else:
                here[column] = max(below[column], here[column + 1])
    shared, row, column = [], 0, 0
    while row < len(one) and column < len(other):
        if one[row] == other[column]:
            shared.append(one[row])
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return tuple(shared)


def _is_copy(new: Compared, known: Compared) -> bool:
    """Whether the new report is the copy: by whom either credits, else what either says of itself, else their dates."""
    for of_new, of_known in (
        (known.outlet in new.credits.all, new.outlet in known.credits.all),
        (new.making.says_machine, known.making.says_machine),
        (new.making.says_translated, known.making.says_translated),
        (new.making.is_broken, known.making.is_broken),
    ):
        if of_new != of_known:
            return of_new
    return not (new.latest is not None and known.earliest is not None and new.latest < known.earliest)


@dataclass(frozen=True)
class _Found:
    """What two reports have in common. `facts`, `whole`: the weight of those in the same order, as a share of the shorter
    and of the longer report's. `fewer_exact`: how many numbers and days the one with fewer of them has.
    """

    words: float
    runs: int
    facts: float
    whole: float
    fewer_exact: int
    shared: tuple[int, ...]
    is_credited: bool
    names: Mapping[int, str]

    @property
    def exact(self) -> int:
        """How many different numbers and days they share."""
        return len({code for code in self.shared if fact_of(code) in EXACT})

    @property
    def different(self) -> int:
        """How many different facts they share."""
        return len(set(self.shared))

    @property
    def tells_the_same(self) -> bool:
        """Whether so many facts, exact ones among them, stand in the same order that chance does not do it."""
        is_enough = self.facts >= SAME_FACTS and self.different + self.exact >= FEWEST_FACTS
        # A survey a week later, a sequel: the same places and subjects with other figures.
        return is_enough and (self.fewer_exact < 2 or self.exact >= SAME_EXACT * self.fewer_exact)

    @property
    def tells_some(self) -> bool:
        """As much as a relay takes over of the report that it credits."""
        return self.facts >= CREDITED_FACTS and self.different + self.exact >= FEWEST_CREDITED

    @property
    def told(self) -> str:
        """The shared facts for an editor, exact ones first."""
        codes = sorted(dict.fromkeys(self.shared), key=lambda code: (-weight_of(code), self.names.get(code, "")))
        named = [self.names[code] for code in codes if code in self.names]
        return f"tells {self.facts:.0%} of the same ({', '.join(named[:5])})"
