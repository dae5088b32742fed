"""Queries written once: Django composes the SQL at the first question, and at any other only the values are put in.

Composing takes longer than asking: a page of seven queries is mostly that.
"""

import copy
from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from itertools import count
from typing import Any, Generic, TypeVar, cast

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row", bound=Model)
Value = str | int | date | None | tuple[int, ...]
# Values that stand for others while a query is composed; nothing in the database is called so.
_STANDS_FOR: dict[type, Callable[[int], Any]] = {
    str: "\ue000{}".format,
    int: (2**31 - 1_000).__add__,
    date: date.fromordinal,
}


class _Compiled(SQLCompiler):
    """A compiler that is done, and the values it is asked with."""

    written: str
    values: tuple[Any, ...]

    def as_sql(self, with_limits: bool = True, with_col_aliases: bool = False) -> Any:
        return self.written, self.values


class _Query:
    """What a queryset needs of its query to fetch the rows."""

    def __init__(self, compiler: _Compiled) -> None:
        self._compiler = compiler

    def get_compiler(self, using: str) -> _Compiled:
        return self._compiler


class _Composed(Generic[Row]):
    """One query and its SQL."""

    def __init__(self, queryset: QuerySet[Row], marks: list[Any]) -> None:
        self._queryset, self._of = queryset, cast(Any, type(queryset))
        assert not cast(Any, queryset)._prefetch_related_lookups, "what is fetched besides is a query of its own"
        compiler = queryset.query.get_compiler(using=queryset.db)
        sql, values = compiler.as_sql()
        assert all(mark in values for mark in marks), "every value of a prepared query is in its SQL as it is"
        self._places = [marks.index(value) if value in marks else None for value in values]
        self._values = values
        self._compiler = copy.copy(compiler)
        self._compiler.__class__ = _Compiled
        self._compiler.written = sql

    def ask(self, asked: list[Any]) -> list[Row]:
        compiler = copy.copy(self._compiler)
        compiler.connection = connections[self._queryset.db]
        compiler.values = tuple(
            value if place is None else asked[place] for place, value in zip(self._places, self._values, strict=True)
        )
        return list(self._of(model=self._queryset.model, query=_Query(compiler), using=self._queryset.db))


def prepared(compose: Callable[..., QuerySet[Row]]) -> Callable[..., list[Row]]:
    """For a function of texts, whole numbers, days and tuples of numbers that makes a queryset: the same, answering its rows.

    It is composed once for every way in which values are None or tuples are long; nothing else may change the query.
    """
    composed: dict[tuple[Any, ...], _Composed[Row]] = {}

    @wraps(compose)
    def answer(*asked: Value) -> list[Row]:
        kinds = tuple(len(value) if isinstance(value, tuple) else type(value) for value in asked)
        if kinds not in composed:
            marks = _marks(asked)
            composed[kinds] = _Composed(compose(*marks), _single(marks))
        return composed[kinds].ask(_single(asked))

    return answer


def _marks(asked: Sequence[Value]) -> list[Any]:
    """A value of the same kind for each, no two alike."""
    numbers = count(1)

    def mark(value: Any) -> Any:
        if value is None:
            return None
        return tuple(map(mark, value)) if isinstance(value, tuple) else _STANDS_FOR[type(value)](next(numbers))

    return [mark(value) for value in asked]


def _single(values: Sequence[Any]) -> list[Any]:
    """All values, one by one."""
    parts = (value if isinstance(value, tuple) else (value,) for value in values if value is not None)
    return [each for part in parts for each in part]
