"""Questions to the index about numbers: how many there are, and how many have which."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import tantivy
from tantivy import Occur, Query

from articles.search.asking import constant, has_one_of

# The index tells of 65,000 numbers at once, in one question, and counts exactly where each of its parts may tell of all.
TOLD_AT_ONCE = 60_000


def how_many(searcher: tantivy.Searcher, query: Query) -> int:
    """How many match."""
    return int(searcher.search(constant(query), 1, count=True).count)  # type: ignore[attr-defined]  # the stubs lack it


def must(name: str, numbers: Sequence[int]) -> tuple[Occur, Query]:
    """That one of these numbers is there; it does not change the order."""
    return Occur.Must, constant(has_one_of(name, numbers))


def counter(aggregated: Mapping[str, Any]) -> Counter[int]:
    """How many have each number, as the index told it."""
    return Counter({int(bucket["key"]): bucket["doc_count"] for bucket in aggregated["buckets"]})
