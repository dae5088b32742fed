"""What a document is counted by, out of the values that it has of facets, as (field, number). Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from articles.search.index.schema import (
    AGAIN,
    BEARS,
    COLUMNS,
    COMMON,
    HAS_REST,
    REST,
    VALUED,
    again,
    columns_of,
    of_facet,
)

# A value of a facet: both, the value by its number.
Value = tuple[str, int]


def columns(values: Iterable[Value]) -> Iterator[tuple[str, int]]:
    """For COLUMNS: a number for every column, of values of facets; REST and HAS_REST where there are more values."""
    left = {facet: columns_of(facet) for facet in COLUMNS}
    for facet, value in sorted(set(values)):
        if left.get(facet):
            yield left[facet].pop(0), value + 1
        elif facet in left:
            yield REST, of_facet(facet, value)
            yield HAS_REST, VALUED.index(facet)
    yield from ((column, 0) for columns in left.values() for column in columns)


def together(group: int, having: Mapping[int, Collection[Value]]) -> dict[int, list[tuple[str, int]]]:
    """Of each of several that are one group, by its row number: BEARS and COMMON, or nothing, and AGAIN.

    `having`: what each of them has.
    """
    times = Counter(chain.from_iterable(set(values) for values in having.values()))
    found = {
        pk: [(AGAIN, again(group, *value)) for value in sorted(set(values)) if 1 < times[value] < len(having)]
        for pk, values in having.items()
    }
    common = sorted(value for value, count in times.items() if count == len(having))
    found[min(having)] += [(BEARS, group), *((COMMON, of_facet(*value)) for value in common)]
    return found
