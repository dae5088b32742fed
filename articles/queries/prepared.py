"""Queries written once: Django composes the SQL at the first question, and at any other only the values are put in.

Composing takes longer than asking: a page of seven queries is mostly that.
"""

import copy
from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, TypeVar, cast

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row", bound=Model)
Value = str | int
# Values that stand for others while a query is composed; nothing in the database is called so.
_STANDS_FOR: dict[type, Callable[[int], Value]] = {str: "\ue000{}".format, int: (2**31 - 1_000).__add__}


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

    def __init__(self, queryset: QuerySet[Row], marks: list[Value]) -> None:
        self._queryset, self._of = queryset, cast(Any, type(queryset))
        assert not cast(Any, queryset)._prefetch_related_lookups, "what is fetched besides is a query of its own"
        compiler = queryset.query.get_compiler(using=queryset.db)
        sql, values = compiler.as_sql()
        assert set(marks) <= {*values}, "every value of a prepared query is in its SQL as it is"
        self._places = [marks.index(value) if value in marks else None for value in values]
        self._values = values
        self._compiler = copy.copy(compiler)
        self._compiler.__class__ = _Compiled
        self._compiler.written = sql

    def ask(self, asked: tuple[Value, ...]) -> list[Row]:
        compiler = copy.copy(self._compiler)
        compiler.connection = connections[self._queryset.db]
        compiler.values = tuple(
            value if place is None else asked[place] for place, value in zip(self._places, self._values, strict=True)
        )
        return list(self._of(model=self._queryset.model, query=_Query(compiler), using=self._queryset.db))


def prepared(compose: Callable[..., QuerySet[Row]]) -> Callable[..., list[Row]]:
    """For a function of texts and numbers that makes a queryset: the same, answering its rows.

    Whether a value is there, or how many there are, must not change the query.
    """
    composed: dict[tuple[type, ...], _Composed[Row]] = {}

    @wraps(compose)
    def answer(*asked: Value) -> list[Row]:
        kinds = tuple(map(type, asked))
        if kinds not in composed:
            marks = [_STANDS_FOR[kind](number) for number, kind in enumerate(kinds)]
            composed[kinds] = _Composed(compose(*marks), marks)
        return composed[kinds].ask(asked)

    return answer
