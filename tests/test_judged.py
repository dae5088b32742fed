"""Searches judged by hand: how many of the answers are among the first ten, and how far up; both ways of searching Korean.

`pytest -s` prints the figures and every miss. The floors are a little below what was measured when they were written.
"""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from tantivy import Query

from articles.search import analysis, asking
from articles.search.asking import Asking
from articles.search.index.schema import TEXTS, schema
from tests.conftest import reader_site
from tests.searches import Scores, first_ten, judged, score, shelve_labelled

pytestmark = pytest.mark.long

SEARCHES = judged("searches")


@pytest.fixture
def shelf(samples: dict[int, str], publisher: User) -> dict[int, str]:
    """Every report of the first set, published: row number → its key in the set."""
    return samples | shelve_labelled(publisher, "open", is_filed=False)


def whole_words(self: Asking, run: str) -> Iterator[Query]:
    """The other way: whole words without particles, and words that begin so."""
    token = analysis.WHOLE + run
    yield self.in_texts([token])
    for name, boost in TEXTS.items():
        begun = Query.fuzzy_term_query(schema(), name, token, distance=0, prefix=True)
        yield Query.const_score_query(begun, boost * 0.5)


def scored(shelf: dict[int, str], name: str) -> Scores:
    scores = score(SEARCHES, shelf.values(), lambda q: first_ten(q, shelf))
    print("\n".join([*scores.misses, f"{name}: recall@10 {scores.recall:.3f}, nDCG@10 {scores.gain:.3f}"]))  # noqa: T201  # the figures are what this is for
    return scores


def test_searches_find_what_was_judged_to_answer_them(shelf: dict[int, str], monkeypatch: pytest.MonkeyPatch) -> None:
    with reader_site():
        by_pairs = scored(shelf, "pairs of syllables")
        monkeypatch.setattr(asking.Asking, "_hangul", whole_words)
        by_words = scored(shelf, "whole words")

    assert len(SEARCHES) >= 60
    assert by_pairs.recall >= 0.98
    assert by_pairs.gain >= 0.97
    assert (by_pairs.recall, by_pairs.gain) >= (by_words.recall, by_words.gain)
