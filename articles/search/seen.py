"""The first and the last of what a search finds, by the days on which outlets published: exact, from the index's numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import tantivy
from tantivy import Occur, Query

from articles.search.answers import Answers
from articles.search.asking import all_of, constant
from articles.search.index.schema import schema
from articles.search.numbers import how_many, must

# Looked at at once; where more are of one day, the index is asked for those of that day.
_AT_ONCE = 50
# Where more are found, it is faster to look year by year than to put all of them in order.
_FEW = 5_000


@dataclass(frozen=True)
class Edge:
    """The first, or the last, report or claim by its report's date. `pk`: its row number.

    `same_day`: how many others are as surely so. `vague`: how many others are in reports whose date is so vague that they
    may be from before it, or of the last, from after it.
    """

    pk: int
    same_day: int
    vague: int


def first(answers: Answers) -> Edge | None:
    """The one whose date ends first, so that it was out by then for sure; of several, the one that came here first.

    None where nothing is found.
    """
    return _edge(answers, "latest", tantivy.Order.Asc)


def last(answers: Answers) -> Edge | None:
    """The one whose date begins last; of several, the one that came here last."""
    return _edge(answers, "earliest", tantivy.Order.Desc)


def _edge(answers: Answers, by: str, order: tantivy.Order) -> Edge | None:
    hits, days = _at_the_end(answers, by, order)
    if not hits:
        return None
    day, same = days[0], days.count(days[0])
    if same == _AT_ONCE:
        pk, same = _of_day(answers, by, day, order)
    else:
        back = 1 if order == tantivy.Order.Asc else -1
        columns = [answers.numbers(name, hits[:same]) for name in ("newest", "tie", "pk")]
        *_, pk = min(zip(*columns, strict=True), key=lambda row: (back * row[0], row[1]))
    return Edge(pk, same - 1, _around(answers, day))


def _at_the_end(answers: Answers, by: str, order: tantivy.Order) -> tuple[Sequence[tuple[Any, Any]], list[int]]:
    """The first by their day, and the day of each: of all of them, or of the first year that one of them ends it with."""
    if answers.total > _FEW:
        years = answers.opened.years if order == tantivy.Order.Asc else reversed(answers.opened.years)
        for year in years:
            hits = answers.by(by, order, _AT_ONCE, year)
            days = answers.numbers(by, hits)
            # A report whose date is vague may be of years before the one it ends with.
            if hits and days[0] and date.fromordinal(days[0]).year == year:
                return hits, days
    hits = answers.by(by, order, _AT_ONCE)
    return hits, answers.numbers(by, hits)


def _around(answers: Answers, day: int) -> int:
    """How many have a date that begins before a day and ends after it."""
    vague = all_of(answers.query, [must("is_vague", [1])])
    if not day or not how_many(answers.searcher, vague):
        return 0
    between = _between("earliest", 0, day - 1), _between("latest", day + 1, None)
    return how_many(answers.searcher, all_of(vague, between))


def _of_day(answers: Answers, by: str, day: int, order: tantivy.Order) -> tuple[int, int]:
    """The row number of the one of a day that came here first, or last, and how many are of that day."""
    searcher, query = answers.searcher, all_of(answers.query, [must(by, [day])])
    by_newness = searcher.search(query, 1, count=False, order_by_field="newest", order=order).hits
    ties = all_of(query, [must("newest", answers.numbers("newest", by_newness))])
    hits = searcher.search(ties, 1, count=False, order_by_field="tie", order=tantivy.Order.Asc).hits
    return answers.numbers("pk", hits)[0], how_many(searcher, query)


def _between(name: str, lowest: int, highest: int | None) -> tuple[Occur, Query]:
    return Occur.Must, constant(Query.range_query(schema(), name, tantivy.FieldType.Unsigned, lowest, highest))
