"""What the index answers: which reports or claims, how many of each, in which order."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, partial
from typing import Any

import tantivy
from tantivy import Occur, Query

from articles.cursors import bad_cursor, id_in, pack, unpack
from articles.facets import BadParameter, Filter
from articles.queries.names import Names
from articles.search.asking import Asking, all_of, constant
from articles.search.index.documents import moment_at
from articles.search.index.opened import Opened
from articles.search.index.periods import period_name
from articles.search.index.schema import (
    COLUMNS,
    COUNTED,
    DAY_WEIGHT,
    HAS_REST,
    LANGUAGE_NUMBERS,
    PART,
    PARTS,
    PERIOD,
    REST,
    SPEECH_NUMBERS,
    VALUED,
    columns_of,
    facet_of,
    part_number,
    part_of,
    public_id_of,
    tie_of,
)
from articles.search.numbers import TOLD_AT_ONCE, counter, how_many, must
from articles.search.order import Order
from articles.search.repeated import Surplus, how_many_repeat, surplus_of
from articles.search.tree import Node
from articles.search.variants import Named
from provinces.tongue import say

SORTS = ("relevance", "newest", "event")
_ORDERS = {"newest": ("newest", "tie"), "event": ("event_newest", "newest", "tie")}
_CHANGED = ("changed", "newest", "tie")
# Rows beyond a page that are fetched with it, so that those that score alike come in the order of lists.
_SLACK = 40
_DEEPEST = 20_000
_MOST_VALUES = 5_000
# Of fewer, topics are counted faster by their own field: there are so many that telling of each column takes its time.
_BY_COLUMN = 12_000

# Facets whose values have numbers here, by number.
_VALUES = {
    name: {number: value for value, number in numbers.items()}
    for name, numbers in {"language": LANGUAGE_NUMBERS, "speech": SPEECH_NUMBERS}.items()
}

Counts = dict[str, Counter[int]]
# Minus its sort key, minus its newness, its public id as a number, its row number: sorted, the first comes first.
Row = tuple[int, int, int, int]


@dataclass(frozen=True)
class Answers:
    """One query of one kind ("articles" or "claims"), asked of the index as it stood at one act.

    `is_nearly`: not those that have all of it, but those that have most. `also`: what has to hold besides.
    """

    opened: Opened
    kind: str
    asking: Asking
    tree: "Node | Named"
    filter: Filter
    names: Names
    is_nearly: bool = False
    also: tuple[tuple[Occur, Query], ...] = ()
    _known: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def searcher(self) -> tantivy.Searcher:
        """Of its kind."""
        return self.opened.searchers[self.kind]

    @cached_property
    def _words(self) -> Query:
        if not self.is_nearly:
            return self.asking.words(self.tree)
        return self.asking.nearly(self.tree, partial(how_many, self.searcher), self.searcher.num_docs)

    def _query(self, filter: Filter) -> Query:
        return all_of(self._words, [*self.asking.filter(filter), *self.also])

    def in_part(self, institution: int, part: str) -> "Answers":
        """Those of the claims in which a body speaks ("said"), acts ("did") or is spoken to ("told")."""
        return replace(self, also=(*self.also, must(PART, [part_number(institution, part)])))

    @cached_property
    def query(self) -> Query:
        """Everything that is asked."""
        return self._query(self.filter)

    @property
    def total(self) -> int:
        """How many there are, exactly; the first page has counted them already."""
        if "total" not in self._known:
            self._known["total"] = how_many(self.searcher, self.query)
        return self._known["total"]

    def by(self, name: str, order: tantivy.Order, size: int, year: int | None = None) -> Sequence[tuple[Any, Any]]:
        """The first by one number; with a year, of the reports that may be of it."""
        query = self.query if year is None else all_of(self.query, [must("in_year", [year])])
        found: Any = self.searcher.search(query, size, count=False, order_by_field=name, order=order)
        hits: Sequence[tuple[Any, Any]] = found.hits
        return hits

    def pks(self, among: Collection[int] | None = None) -> list[int]:
        """The row number of every one of them, in no order; or only of those in these reports."""
        query = self.query if among is None else all_of(self.query, [must("article", list(among))])
        hits = self.searcher.search(query, max(self.searcher.num_docs, 1), count=False).hits
        return self._values("pk", hits)

    def page(self, sort: str, after: str, size: int) -> tuple[list[int], str]:
        """The row numbers of the next ones and the cursor that follows, or "". Raises BadParameter."""
        return (
            self._best(after, size) if sort == "relevance" else self._in_order(_ORDERS[sort], self.query, after, size)
        )

    def changed(self, after: str, size: int) -> tuple[list[int], str]:
        """The same of what was news when it came in, what changed last first. Raises BadParameter."""
        return self._in_order(_CHANGED, self.news, after, size)

    @property
    def news(self) -> Query:
        """Those that were news when they came in."""
        return all_of(self.query, [must("is_news", [1])])

    def _best(self, after: str, size: int) -> tuple[list[int], str]:
        *place, seen = _place(after, self.kind)
        wanted = seen + size + 1 + _SLACK
        while True:
            found: Any = self.searcher.search(self.query, wanted, count=True, weight_by_field=DAY_WEIGHT)
            self._known["total"], hits = found.count, found.hits
            rows = self._rows(hits, [round(score * 1e5) for score, _ in hits])
            # The last ones may tie with some that were not fetched.
            sure = rows if len(hits) < wanted else [row for row in rows if row[0] < rows[-1][0]]
            rest = [row for row in sure if not after or row[:3] > tuple(place)]
            if len(rest) > size or len(hits) < wanted or wanted > _DEEPEST:
                break
            wanted *= 2
        pks, cursor = _page(rest, size, seen + size)
        if not cursor and wanted > _DEEPEST and len(hits) >= wanted and rows:
            # More than are looked at score alike: the list does not end here, and a cursor says so.
            key, newest, tie, _ = (rest or rows)[-1]
            cursor = pack(str(key), str(newest), public_id_of(tie), str(_DEEPEST + 1))
        return pks, cursor

    def _rows(self, hits: Sequence[tuple[Any, Any]], keys: Sequence[int]) -> list[Row]:
        """Rows in their order: the highest key first, then the newest, then by public id."""
        columns = (self._values(name, hits) for name in ("newest", "tie", "pk"))
        return sorted((-key, -new, tie, pk) for key, new, tie, pk in zip(keys, *columns, strict=True))

    def _in_order(self, names: Sequence[str], query: Query, after: str, size: int) -> tuple[list[int], str]:
        key, newest, tie, _ = _place(after, self.kind)
        place = (-key, -newest, tie)[-len(names) :] if after else ()
        rows = Order(self.searcher, query, names).after(place, size + 1)
        return _page([(-row[0], -row[-3], row[-2], row[-1]) for row in rows], size, 0)

    def numbers(self, name: str, hits: Sequence[tuple[Any, Any]]) -> list[int]:
        """A number of each of these hits; 0 where it has none."""
        return self._values(name, hits)

    def _values(self, name: str, hits: Sequence[tuple[Any, Any]]) -> list[int]:
        return [int(value or 0) for value in self.searcher.fast_field_values(name, [address for _, address in hits])]

    # --- counts

    def counts(self, facets: Sequence[str] = COUNTED) -> dict[str, list[tuple[str, int]]]:
        """How many there are for each value of each facet, as if none of it were asked for: facet → [(value, count)].

        What a facet excludes stays excluded: a value chosen beside it would not bring it back. A report and its copies and
        translations count once, and so do claims that repeat one another.
        """
        unused = [name for name in facets if name == PERIOD or not self.filter.wanted(name)]
        found = self._counted(self.filter, unused)
        for name in facets:
            if name not in unused:
                found |= self._counted(self.filter.unused(name), [name])
        for name in facets:
            if name == "topic" and not self.filter.narrower:
                found[name] = self._own_topics()
            elif name == "year" and self.filter.within and not self.filter.month:
                found[name] = Counter({year: self._of_year(year) for year in found[name]})
        return {name: self._named(name, found[name]) for name in facets}

    def _own_topics(self) -> Counter[int]:
        """How many each topic has without its narrower ones."""
        query = self._query(self.filter.unused("topic"))
        asked = {"own_topic": {"terms": {"field": "own_topic", "size": _MOST_VALUES}}}
        found = counter(self.searcher.aggregate(query, asked)["own_topic"])
        several = self.searcher.aggregate(all_of(query, [must("is_of_several", [1])]), asked)
        for topic in counter(several["own_topic"]):
            found[topic] -= self._how_many_repeat(all_of(query, [must("own_topic", [topic])]))
        return found

    def _of_year(self, year: int) -> int:
        """How many are of that year and no other."""
        query = self._query(replace(self.filter, year=(str(year),)))
        return how_many(self.searcher, query) - self._how_many_repeat(query)

    def _how_many_repeat(self, query: Query) -> int:
        return how_many_repeat(self.searcher, self.kind, query)

    def each(self, *names: str) -> Counts:
        """How many have each number of some fields, by field; nothing counts once here."""
        asked = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in names}
        found = self.searcher.aggregate(self.query, asked)
        return {name: counter(found[name]) for name in names}

    def together(self, one: str, other: str) -> Counter[tuple[int, ...]]:
        """How many have each number of one field together with each of another; nothing counts once here."""
        inner = {other: {"terms": {"field": other, "size": _MOST_VALUES}}}
        asked = {one: {"terms": {"field": one, "size": _MOST_VALUES}, "aggs": inner}}
        return Counter(
            {
                (int(bucket["key"]), number): count
                for bucket in self.searcher.aggregate(self.query, asked)[one]["buckets"]
                for number, count in counter(bucket[other]).items()
            }
        )

    def rows(self, *names: str) -> list[tuple[int, ...]]:
        """A number of each field, of every one of them, in no order; of fields with one number."""
        hits = self.searcher.search(constant(self.query), max(self.total, 1), count=False).hits
        return list(zip(*(self._values(name, hits) for name in names), strict=True))

    @property
    def once(self) -> int:
        """How many they are when copies and translations, or claims that repeat one another, count once."""
        return self.total - self._surplus.total

    def with_copies(self, facet: str) -> dict[str, int]:
        """How many rows there are for each value of a facet, copies and repetitions among them."""
        return dict(self._named(facet, self.each(facet)[facet]))

    def by_part(self) -> dict[int, dict[str, int]]:
        """How many claims each body speaks, acts or is spoken to in, those that repeat one another once: row → said, did, told."""
        found: dict[int, dict[str, int]] = {}
        for number, count in self._counted(self.filter, [PART])[PART].items():
            institution, part = part_of(number)
            found.setdefault(institution, dict.fromkeys(PARTS, 0))[part] = count
        return found

    def last_changed(self, facet: str) -> dict[str, datetime]:
        """When one of them changed last, for each value of a facet."""
        asked = {
            facet: {
                "terms": {"field": facet, "size": _MOST_VALUES},
                "aggs": {"last": {"max": {"field": "changed"}}},
            }
        }
        found = {
            int(bucket["key"]): int(bucket["last"]["value"])
            for bucket in self.searcher.aggregate(self.query, asked)[facet]["buckets"]
        }
        return {value: moment_at(number) for value, number in self._named(facet, found)}

    def _counted(self, filter: Filter, facets: Sequence[str]) -> Counts:
        if not facets:
            return {}
        query = self._query(filter)
        by_column = {*COLUMNS}
        if "topic" in facets:
            count = self.total if filter == self.filter else how_many(self.searcher, query)
            by_column -= {"topic"} if count < _BY_COLUMN else set()
        found = self._with_copies(query, facets, by_column)
        surplus = self._surplus if filter == self.filter else surplus_of(self.searcher, self.kind, query)
        for number, count in surplus.values.items():
            facet, value = facet_of(number)
            if facet in found:
                found[facet][value] -= count
        return found

    def _with_copies(self, query: Query, facets: Sequence[str], by_column: Collection[str]) -> Counts:
        """How many have each value of these facets, of some of them by the columns that are made for it."""
        size = {PART: len(PARTS) * _MOST_VALUES}
        columns = {facet: columns_of(facet) if facet in by_column else [facet] for facet in facets}
        buckets = self.searcher.aggregate(
            query,
            {
                column: {"terms": {"field": column, "size": size.get(facet, _MOST_VALUES) + 1}}
                for facet, several in columns.items()
                for column in several
            },
        )
        found: Counts = {facet: Counter() for facet in facets}
        for facet, several in columns.items():
            shift, values = int(facet in by_column), found[facet]
            for column in several:
                for bucket in buckets[column]["buckets"]:
                    values[int(bucket["key"]) - shift] += bucket["doc_count"]
            # In a column, 0 is no value.
            values.pop(-1, None)
        left = [VALUED.index(facet) for facet in by_column if facet in columns]
        if any(self.searcher.doc_freq(HAS_REST, number) for number in left):
            asked = {REST: {"terms": {"field": REST, "size": TOLD_AT_ONCE}}}
            rest = self.searcher.aggregate(all_of(query, [must(HAS_REST, left)]), asked)[REST]
            for number, count in counter(rest).items():
                facet, value = facet_of(number)
                if facet in by_column and facet in found:
                    found[facet][value] += count
        return found

    @cached_property
    def _surplus(self) -> Surplus:
        return surplus_of(self.searcher, self.kind, self.query)

    def _named(self, name: str, counts: Mapping[int, int]) -> list[tuple[str, int]]:
        if name == PERIOD:
            return sorted((period_name(number), count) for number, count in counts.items() if count > 0)
        if name == "year":
            return sorted(((str(year), count) for year, count in counts.items() if count > 0), reverse=True)
        values = _VALUES.get(name) or self.names.slugs.get(name, {})
        found = [(values[number], count) for number, count in counts.items() if count > 0 and number in values]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def _page(rows: Sequence[Row], size: int, seen: int) -> tuple[list[int], str]:
    shown = rows[:size]
    if len(rows) <= size:
        return [row[3] for row in shown], ""
    key, newest, tie, _ = shown[-1]
    return [row[3] for row in shown], pack(str(key), str(newest), public_id_of(tie), str(seen))


def _place(after: str, kind: str) -> tuple[int, int, int, int]:
    """(minus sort key, minus newness, public id as a number, how many came before) of a cursor."""
    if not after:
        return 0, 0, 0, 0
    key, newest, public_id, seen = unpack(after, 4)
    id_in(public_id, after, "a" if kind == "articles" else "c")
    try:
        numbers = tuple(int(part) for part in (key, newest, seen) if len(part) < 20)
        found = (numbers[0], numbers[1], tie_of(public_id), numbers[2])
    except (ValueError, IndexError, OverflowError):
        raise bad_cursor(after) from None
    if not (found[0] <= 0 and found[1] <= 0 and found[3] >= 0):
        raise bad_cursor(after)
    if found[3] > _DEEPEST:
        reason = say("goes beyond the {number} that match best; sort=newest goes on to the end", number=f"{_DEEPEST:,}")
        raise BadParameter("after", after, reason)
    return found


def deepest(cursor: str) -> int:
    """How many match best, where a list in that order is told no further than this cursor; else 0."""
    return _DEEPEST if cursor and int(unpack(cursor, 4)[3]) > _DEEPEST else 0
