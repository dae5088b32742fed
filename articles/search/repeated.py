"""What is counted too often: answers that repeat another one among them, a report's copies, a claim told again."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import tantivy
from tantivy import Occur, Query

from articles.search.asking import all_of, constant, has_one_of
from articles.search.index.opened import numbers
from articles.search.index.schema import AGAIN, BEARS, COMMON, WITHOUT_GROUP, schema
from articles.search.numbers import TOLD_AT_ONCE, counter, how_many, must

# Where so many are told, there may be more.
MOST_REPEATED = TOLD_AT_ONCE
# So many reports mostly stay within that, their groups and values together.
_FEW_OF_SEVERAL = 5_000
# As many values as the reports of a group mostly share.
_VALUES_SHARED = 8
_REPEATED = {"segment_size": 1 << 30, "min_doc_count": 2}


@dataclass(frozen=True)
class Surplus:
    """How many reports are there beside another of their group; `values`: the same for each value of a facet, by `again`."""

    total: int
    values: Counter[int]


def surplus_of(searcher: tantivy.Searcher, kind: str, query: Query) -> Surplus:
    """What is counted too often because several of one group are among the answers; the rows of these alone are read.

    `kind`: "articles" or "claims", those of the searcher.
    """
    return _Several(searcher, kind == "articles").surplus_of(query)


def how_many_repeat(searcher: tantivy.Searcher, kind: str, query: Query) -> int:
    """The total of it alone."""
    of_several = all_of(query, [must("is_of_several", [1])])
    return sum(count - 1 for count in _Several(searcher, kind == "articles").groups(of_several).values())


@dataclass(frozen=True)
class _Several:
    searcher: tantivy.Searcher
    are_reports: bool

    def surplus_of(self, query: Query) -> Surplus:
        of_several = all_of(query, [must("is_of_several", [1])])
        values: Counter[int] = Counter()
        groups = self._in_one_question(of_several, values)
        if groups is None:
            groups = self.groups(of_several)
            parts = min(-(-len(groups) * _VALUES_SHARED // MOST_REPEATED), len(groups))
            for part in _parted(sorted(groups), parts):
                self._count_again(of_several if parts == 1 else _of_groups(of_several, part), part, values)
        self._count_common(groups, values)
        return Surplus(sum(count - 1 for count in groups.values()), values)

    def _in_one_question(self, of_several: Query, values: Counter[int]) -> Mapping[int, int] | None:
        """The groups, with what is there again counted; None where these are too many, or surely will be."""
        if not self.are_reports and how_many(self.searcher, of_several) > _FEW_OF_SEVERAL:
            return None
        found = self._repeated(of_several, "group", AGAIN)
        if any(len(found[name]["buckets"]) >= MOST_REPEATED // 2 for name in found):
            return None
        _add_again(values, found[AGAIN])
        return counter(found["group"])

    def _count_common(self, groups: Mapping[int, int], values: Counter[int]) -> None:
        """Add what all of a group have, once for each that is there beside another: of as many groups at once as are as many."""
        alike: defaultdict[int, list[int]] = defaultdict(list)
        for group, count in groups.items() if self.are_reports else ():
            alike[count].append(group)
        asked = {COMMON: {"terms": {"field": COMMON, "size": TOLD_AT_ONCE}}}
        for count, several in alike.items():
            found = self.searcher.aggregate(constant(has_one_of(BEARS, several)), asked)
            for number, times in counter(found[COMMON]).items():
                values[number] += times * (count - 1)

    def groups(self, of_several: Query) -> Mapping[int, int]:
        """Those that more than one of these is of, and how many are."""
        found = self._repeated(of_several, "group")["group"]
        if len(found["buckets"]) < MOST_REPEATED:
            return counter(found)
        several = Counter(numbers(self.searcher, constant(of_several), "group"))
        return {group: count for group, count in several.items() if count > 1}

    def _count_again(self, of_several: Query, groups: Sequence[int], values: Counter[int]) -> None:
        """Add to `values` how often each value of a facet is there beside itself in one of these groups. Where they are more
        than the index tells at once, half of the groups are asked for, and the other half.
        """
        found = self._repeated(of_several, AGAIN)[AGAIN]
        if len(found["buckets"]) >= MOST_REPEATED and len(groups) > 1:
            for half in _parted(groups, 2):
                self._count_again(_of_groups(of_several, half), half, values)
        else:
            _add_again(values, found)

    def _repeated(self, query: Query, *names: str) -> Mapping[str, Any]:
        """The numbers that more than one of these has, and how many have them, by field; of very many only some."""
        told = _REPEATED | {"size": TOLD_AT_ONCE // len(names)}
        return self.searcher.aggregate(query, {name: {"terms": {"field": name, **told}} for name in names})


def _parted(groups: Sequence[int], count: int) -> Iterator[Sequence[int]]:
    """In so many parts, alike in length."""
    for number in range(count):
        yield groups[number * len(groups) // count : (number + 1) * len(groups) // count]


def _of_groups(query: Query, groups: Sequence[int]) -> Query:
    """Those of the same that are of one of these groups, sorted."""
    between = Query.range_query(schema(), "group", tantivy.FieldType.Unsigned, groups[0], groups[-1])
    return all_of(query, [(Occur.Must, constant(between))])


def _add_again(values: Counter[int], aggregated: Mapping[str, Any]) -> None:
    """Add how often each value of a facet is there beside itself, out of numbers that have a group too."""
    for bucket in aggregated["buckets"]:
        values[int(bucket["key"]) & WITHOUT_GROUP] += bucket["doc_count"] - 1
