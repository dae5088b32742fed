"""Ordinary words that look like one that hardly any report has: out of the words of the record, as the index has them.

Names are looked up in the vocabulary (`variants`); this is for "fertilzer" and 무역회시. Deleted words stand in the
index's files for a while, so a word is proposed only when a report that is there has it.
"""

from collections.abc import Callable, Iterator

import tantivy
from tantivy import Query

from articles.search import analysis
from articles.search.index.schema import PRINTED, schema
from articles.search.slips import distance, farthest

# Had by so few reports a word may be a slip.
RARE = 2
MOST = 3
# Words that begin alike and are compared; those that most reports have.
_MOST_COMPARED = 4_000
_SHORTEST, _SHORTEST_HANGUL = 4, 2


def lookalikes(searcher: tantivy.Searcher, word: str, count: Callable[[Query], int]) -> tuple[str, ...]:
    """The most alike first, of those that are as near the one that more reports have. `count`: of what is there."""
    found: list[str] = []
    for field, mark, typed, begins in _looked_up(word):
        terms = searcher.terms_with_prefix(field, mark + begins, limit=_MOST_COMPARED)
        near = sorted((distance(typed, term.removeprefix(mark)), -frequency, term) for term, frequency in terms)
        most = farthest(typed)
        for far, _, term in near:
            if far > most or len(found) == MOST:
                break
            is_there = far > 0 and count(Query.term_query(schema(), field, term)) > RARE
            found += [term.removeprefix(mark)] if is_there and term.removeprefix(mark) not in found else []
        if found:
            break
    return tuple(found)


def _looked_up(word: str) -> Iterator[tuple[str, str, str, str]]:
    """Where to look and by which beginning, the longer first: (field, mark before the word, the word, beginning)."""
    if analysis.HANGUL_RUN.fullmatch(word) and len(word) >= _SHORTEST_HANGUL:
        bare = analysis.bare(word)
        yield from (("body", analysis.WHOLE, bare, bare[:size]) for size in (2, 1) if size <= len(bare))
    elif word.isascii() and word.isalpha() and len(word) >= _SHORTEST:
        small = word.lower()
        yield from ((PRINTED, "", small, small[:size]) for size in (3, 2))
