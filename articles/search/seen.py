"""The first and the last of what a search finds, by the days on which outlets published: exact, from the index's numbers."""

from dataclasses import dataclass

import tantivy
from tantivy import Occur, Query

from articles.search.answers import Answers, how_many
from articles.search.asking import all_of, constant
from articles.search.index.schema import schema


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
    searcher, query = answers.searcher, answers.query
    found = searcher.search(query, 1, count=False, order_by_field=by, order=order).hits
    if not found:
        return None
    day = answers.numbers(by, found)[0]
    of_day = all_of(query, [_between(by, day, day)])
    by_newness = searcher.search(of_day, 1, count=False, order_by_field="newest", order=order).hits
    number = answers.numbers("newest", by_newness)[0]
    ties = all_of(of_day, [_between("newest", number, number)])
    hits = searcher.search(ties, 1, count=False, order_by_field="tie", order=tantivy.Order.Asc).hits
    around = [_between("earliest", 0, day - 1), _between("latest", day + 1, None)] if day else []
    return Edge(
        pk=answers.numbers("pk", hits)[0],
        same_day=how_many(searcher, of_day) - 1,
        vague=how_many(searcher, all_of(query, around)) if around else 0,
    )


def _between(name: str, lowest: int, highest: int | None) -> tuple[Occur, Query]:
    return Occur.Must, constant(Query.range_query(schema(), name, tantivy.FieldType.Unsigned, lowest, highest))
