"""The index as it stands, opened."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import tantivy

from articles.facets import FIRST_YEAR, LAST_YEAR
from articles.search.analysis import HANGUL_RUN, pairs, stem
from articles.search.index.schema import TEXTS, schema
from articles.search.index.state import State

KINDS = ("articles", "claims", "earlier_articles", "earlier_claims")
# So many words are remembered with how many reports have them.
MOST_COUNTED = 50_000


@dataclass(frozen=True)
class Opened:
    """The index as it stands, the same for as long as it is held."""

    state: State
    indexes: Mapping[str, tantivy.Index]
    searchers: Mapping[str, tantivy.Searcher]
    counted: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def how_many(self, text: str) -> int:
        """How many current reports have a word, or each pair of syllables of a run of Hangul, at most; by the dictionary."""
        if text not in self.counted:
            if len(self.counted) > MOST_COUNTED:
                self.counted.clear()
            searcher = self.searchers["articles"]
            tokens = pairs(text).split() if HANGUL_RUN.fullmatch(text) else stem(text).split()
            self.counted[text] = min(
                (max(searcher.doc_freq(name, token) for name in TEXTS) for token in tokens), default=0
            )
        return self.counted.get(text, 0)

    @cached_property
    def years(self) -> Sequence[int]:
        """Those that a report or a claim may be of, the first one first; by the dictionary."""
        return [
            year
            for year in range(FIRST_YEAR, LAST_YEAR + 1)
            if any(searcher.doc_freq("in_year", year) for searcher in self.searchers.values())
        ]


def everything() -> tantivy.Query:
    """Every report, or claim."""
    return tantivy.Query.const_score_query(tantivy.Query.all_query(), 0.0)


def having(name: str, values: Iterable[int | str]) -> tantivy.Query:
    """All that has one of these values in a field."""
    return tantivy.Query.term_set_query(schema(), name, list(values))


def addresses(searcher: tantivy.Searcher, query: tantivy.Query) -> list[tantivy.DocAddress]:
    """Of all that a question finds."""
    return [address for _, address in searcher.search(query, max(searcher.num_docs, 1), count=False).hits]


def numbers(searcher: tantivy.Searcher, query: tantivy.Query, name: str) -> list[int]:
    """What all that a question finds has in a column."""
    return [int(value) for value in searcher.fast_field_values(name, addresses(searcher, query)) if value]
