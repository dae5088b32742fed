"""Counting copies once, exactly: whatever several have in common, and where there are more than the index tells of at once."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any, cast

import pytest
import tantivy
from tantivy import Query

from articles.facets import Filter
from articles.search.answers import Answers
from articles.search.index.counting import Value, columns, together
from articles.search.index.schema import (
    AGAIN,
    COLUMNS,
    COUNTED,
    HAS_REST,
    PERIOD,
    VALUED,
    again,
    columns_of,
    facet_of,
    register,
    schema,
)
from articles.search.repeated import MOST_REPEATED, Surplus, surplus_of

GROUPS, VALUES = 7_000, 10
# Every so many groups have a third copy.
THIRD = 7


def surplus(groups: int) -> Surplus:
    """Of so many reports, each with a copy that has the same ten provinces, and some with another."""
    index = register(tantivy.Index(schema()))
    writer = index.writer(50_000_000, 1)
    for group in range(1, groups + 1):
        for _ in range(3 if group % THIRD == 0 else 2):
            document = tantivy.Document()
            document.add_unsigned("is_of_several", 1)
            document.add_unsigned("group", group)
            for value in range(VALUES):
                document.add_unsigned(AGAIN, again(group, "province", value))
            writer.add_document(document)
    writer.commit()
    index.reload()
    return surplus_of(index.searcher(), "articles", Query.all_query())


def test_copies_are_counted_once_however_many_there_are() -> None:
    assert GROUPS * VALUES > 65_000 > MOST_REPEATED
    assert_counted(GROUPS)


def test_fewer_are_counted_in_one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    assert_counted(THIRD)
    # Too many for it after all: first of the two, then of each.
    monkeypatch.setattr("articles.search.repeated.MOST_REPEATED", VALUES * THIRD)
    assert_counted(THIRD)
    monkeypatch.setattr("articles.search.repeated.MOST_REPEATED", VALUES)
    assert_counted(THIRD)


def assert_counted(groups: int) -> None:
    """Every copy once, in all and for each province."""
    found = surplus(groups)
    assert found.total == groups + groups // THIRD
    assert {facet_of(number): count for number, count in found.values.items()} == {
        ("province", value): found.total for value in range(VALUES)
    }


def test_where_nothing_is_copied_nothing_is_counted() -> None:
    assert surplus(0) == Surplus(0, Counter())


# How many values of each facet a report may have: of some more than there are columns, of others none.
SEVERAL = {"province": 5, "topic": 20, "outlet": 1, "language": 1, "year": 3, "speech": 4, "institution": 5, PERIOD: 1}
WORDS = 5

Report = tuple[int, frozenset[Value], frozenset[int]]


def invented(seed: int) -> list[list[Report]]:
    """Groups of reports, each with its row number, its values and its words; copies keep most of what the first one has."""
    chance = random.Random(seed)
    groups, pk = [], 0
    for _ in range(90):
        first = {
            (facet, chance.randrange(VALUES)) for facet, most in SEVERAL.items() for _ in range(chance.randint(0, most))
        }
        group = []
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4, 7))):
            pk += 1
            changed = {(facet, chance.randrange(VALUES)) for facet in chance.sample(sorted(SEVERAL), 2)}
            values = first if chance.random() < 0.5 else {each for each in first if chance.random() < 0.8} | changed
            group.append((pk, frozenset(values), frozenset(each for each in range(WORDS) if chance.random() < 0.5)))
        groups.append(group)
    return groups


def index_of(groups: Sequence[Sequence[Report]]) -> tantivy.Searcher:
    """As the index keeps them."""
    index = register(tantivy.Index(schema()))
    writer = index.writer(50_000_000, 1)
    for group in groups:
        shared = together(group[0][0], {pk: values for pk, values, _ in group}) if len(group) > 1 else {}
        for pk, values, words in group:
            document = tantivy.Document()
            document.add_text("body", " ".join(f"word{word}" for word in sorted(words)))
            numbers = [("group", group[0][0]), ("is_of_several", int(len(group) > 1)), *values]
            for name, number in (*numbers, *columns(values), *shared.get(pk, ())):
                document.add_unsigned(name, number)
            writer.add_document(document)
    writer.commit()
    index.reload()
    return index.searcher()


def asked_for_words(searcher: tantivy.Searcher) -> Iterator[tuple[frozenset[int], Answers]]:
    """Each of the words, and what the index answers for any of some."""
    asking = SimpleNamespace(words=lambda tree: tree, filter=lambda _: [])
    opened = SimpleNamespace(searchers={"articles": searcher})
    for words in (*(frozenset({word}) for word in range(WORDS)), frozenset({0, 1}), frozenset(range(WORDS))):
        terms = [Query.term_query(schema(), "body", f"word{word}") for word in sorted(words)]
        query = Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        yield words, Answers(cast(Any, opened), "articles", cast(Any, asking), cast(Any, query), Filter(), cast(Any, 0))


@pytest.mark.parametrize("by_column", [0, 10_000])
@pytest.mark.parametrize("seed", range(4))
def test_every_value_counts_once_in_each_group_whatever_of_it_is_found(
    seed: int, by_column: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups = invented(seed)
    searcher = index_of(groups)
    assert all(searcher.doc_freq(HAS_REST, VALUED.index(facet)) > 3 for facet in ("topic", "institution"))
    monkeypatch.setattr("articles.search.answers._BY_COLUMN", by_column)
    for words, answers in asked_for_words(searcher):
        found = [[values for _, values, had in group if had & words] for group in groups]
        expected: defaultdict[str, Counter[int]] = defaultdict(Counter)
        for facet, value in (value for group in found for value in frozenset[Value]().union(*group)):
            expected[facet][value] += 1
        facets = (*COUNTED, PERIOD)
        assert answers._counted(Filter(), facets) == {facet: expected[facet] for facet in facets}
        assert answers.once == sum(map(bool, found))


def test_a_document_has_one_number_in_every_column() -> None:
    every = [column for facet in COLUMNS for column in columns_of(facet)]
    for values in ([], [("year", 0)], [("topic", number) for number in range(20)]):
        numbers = Counter(name for name, _ in columns(values) if name in every)
        assert numbers == Counter(every)
