"""Rows of the index in the order of numbers they carry, page after page: none lost and none twice, however many tie.

The index can order by one number alone. What ties in it is looked up again, tie by tie, in the order of the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import tantivy
from tantivy import Occur, Query

from articles.search.asking import all_of, constant
from articles.search.index.schema import schema

# Fetched beyond a page, so that what ties at its end is mostly there already.
_SLACK = 40
# The last number of an order, different for every row; its lowest comes first, of every other the highest.
_LAST = "tie"

Numbers = tuple[int, ...]


@dataclass(frozen=True)
class Order:
    """The rows of a query, by these numbers one after another; the last is `tie`."""

    searcher: tantivy.Searcher
    query: Query
    names: Sequence[str]

    def after(self, place: Numbers, size: int) -> list[Numbers]:
        """The next `size` rows after a place, or the first for (): of each its numbers and its row number."""
        return self._after((), place, size)

    def _after(self, same: Numbers, place: Numbers, size: int) -> list[Numbers]:
        """Of the rows with these first numbers the next after the rest of a place."""
        name = self.names[len(same)]
        if name == _LAST:
            return self._fetched(same, _range(name, place[0] + 1 if place else 0, None), size, tantivy.Order.Asc)
        found = self._after((*same, place[0]), place[1:], size) if place else []
        highest = place[0] - 1 if place else None
        while len(found) < size and highest != -1:
            wanted = size - len(found) + _SLACK
            rows = self._fetched(same, _range(name, 0, highest), wanted, tantivy.Order.Desc)
            if len(rows) < wanted:
                return (found + rows)[:size]
            # The last ones may tie with some that were not fetched.
            last = rows[-1][len(same)]
            found += [row for row in rows if row[len(same)] != last]
            if len(found) < size:
                found += self._after((*same, last), (), size - len(found))
            highest = last - 1
        return found[:size]

    def _fetched(self, same: Numbers, range: Query, size: int, order: tantivy.Order) -> list[Numbers]:
        level = len(same)
        equal = [
            (Occur.Must, constant(Query.term_query(schema(), name, number)))
            for name, number in zip(self.names, same, strict=False)
        ]
        query = all_of(self.query, [*equal, (Occur.Must, constant(range))])
        found = self.searcher.search(query, size, count=False, order_by_field=self.names[level], order=order)
        addresses = [address for _, address in found.hits]
        columns: list[Any] = [self.searcher.fast_field_values(name, addresses) for name in (*self.names, "pk")]
        rows = [tuple(int(number or 0) for number in row) for row in zip(*columns, strict=True)]
        return sorted(rows, key=lambda row: (*(-number for number in row[: len(self.names) - 1]), *row[-2:]))


def _range(name: str, lowest: int, highest: int | None) -> Query:
    return Query.range_query(schema(), name, tantivy.FieldType.Unsigned, lowest, highest)
