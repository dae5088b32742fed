"""Counting copies once where there are more of them than the index tells of in one question."""

from collections import Counter
from types import SimpleNamespace
from typing import Any, cast

import pytest
import tantivy
from tantivy import Query

from articles.facets import Filter
from articles.search.answers import _MOST_REPEATED, Answers, _Surplus
from articles.search.index.schema import AGAIN, again, facet_of, register, schema

GROUPS, VALUES = 7_000, 10
# Every so many groups have a third copy.
THIRD = 7


def surplus(groups: int) -> _Surplus:
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
    opened = SimpleNamespace(searchers={"articles": index.searcher()})
    answers = Answers(cast(Any, opened), "articles", cast(Any, None), cast(Any, None), Filter(), cast(Any, None))
    return answers._surplus_of(Query.all_query())


def test_copies_are_counted_once_however_many_there_are() -> None:
    assert GROUPS * VALUES > 65_000 > _MOST_REPEATED
    assert_counted(GROUPS)


def test_fewer_are_counted_in_one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    assert_counted(THIRD)
    # Too many for it after all: first of the two, then of each.
    monkeypatch.setattr("articles.search.answers._MOST_REPEATED", VALUES * THIRD)
    assert_counted(THIRD)
    monkeypatch.setattr("articles.search.answers._MOST_REPEATED", VALUES)
    assert_counted(THIRD)


def assert_counted(groups: int) -> None:
    """Every copy once, in all and for each province."""
    found = surplus(groups)
    assert found.total == groups + groups // THIRD
    assert {facet_of(number): count for number, count in found.values.items()} == {
        ("province", value): found.total for value in range(VALUES)
    }


def test_where_nothing_is_copied_nothing_is_counted() -> None:
    assert surplus(0) == _Surplus(0, Counter())
