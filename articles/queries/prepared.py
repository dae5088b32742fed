"""Queries written once: Django composes the SQL at the first question, and at any other only the values are put in.

Composing takes longer than asking, and so does Postgres's plan: it is kept as well, for as long as a connection lasts, and
is made for any values (`articles/queries/among.py`). Where the right plan depends on the values, `composed` leaves it out.
"""

import copy
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import wraps
from itertools import count
from typing import Any, Generic, TypeVar

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.query import get_related_populators
from django.db.models.signals import post_init, pre_init

from articles.queries.among import Planned

Row = TypeVar("Row")
Value = str | int | date | None | tuple[int, ...] | list[int] | list[str]
# Values that stand for others while a query is composed; nothing in the database is called so.
_STANDS_FOR: dict[type, Callable[[int], Any]] = {
    str: "\ue000{}".format,
    int: (2**31 - 1_000).__add__,
    date: date.fromordinal,
    list: lambda number: [2**31 - 1_000 + number],
}


class _Composed(Generic[Row]):
    """One query, its SQL, and how a row becomes what the queryset would make of it. `is_planned`: Postgres keeps its plan."""

    def __init__(self, queryset: QuerySet[Any, Row], marks: list[Any], *, is_planned: bool) -> None:
        found: Any = queryset
        assert not found._prefetch_related_lookups, "what is fetched besides is a query of its own"
        self._using, self._is_planned = found.db, is_planned
        self._compiler = found.query.get_compiler(using=found.db)
        self._sql, self._values = self._compiler.as_sql()
        assert all(mark in self._values for mark in marks), "every value of a prepared query is in its SQL as it is"
        self._places = [marks.index(value) if value in marks else None for value in self._values]
        self._converters = self._compiler.get_converters([each for each, *_ in self._compiler.select])
        self._build: Callable[[Sequence[Any]], Any] = self._builder() if found._fields is None else self._values_of

    def _values_of(self, row: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(row[: self._compiler.col_count])

    def _builder(self) -> Callable[[Sequence[Any]], Any]:
        """Makes a row a model with those that were selected with it, as Django does; all that is the same for every row is done."""
        select, info, using = self._compiler.select, self._compiler.klass_info, self._using
        model, first, end = _Made.of(info["model"]), info["select_fields"][0], info["select_fields"][-1] + 1
        columns = [each.target.attname for each, *_ in select[first:end]]
        related = get_related_populators(info, select, using)  # type: ignore[call-arg]  # the stubs are of a later Django
        _make_shortly(related)
        annotated = list((self._compiler.annotation_col_map or {}).items())

        def build(row: Sequence[Any]) -> Any:
            found = model.from_db(using, columns, row[first:end])
            for each in related:
                each.populate(row, found)
            for name, place in annotated:
                setattr(found, name, row[place])
            return found

        return build

    def ask(self, asked: list[Any]) -> list[Row]:
        connection = connections[self._using]
        values = [
            value if place is None else asked[place] for place, value in zip(self._places, self._values, strict=True)
        ]
        with connection.cursor() as cursor:
            if self._is_planned:
                cursor.cursor = Planned(connection.connection)
            cursor.execute(self._sql, values)
            rows = cursor.fetchall()
        if self._converters:
            compiler = copy.copy(self._compiler)
            compiler.connection = connection
            rows = compiler.apply_converters(rows, self._converters)
        return [self._build(row) for row in rows]


class _Made:
    """Makes rows of a model as its `from_db` does, all columns of one at once: who is told of each, of whom there are none, is not."""

    def __init__(self, model: type[Model]) -> None:
        self._model = model

    @classmethod
    def of(cls, model: Any) -> Any:
        """The model itself where it makes its rows in a way of its own, or somebody wants to know."""
        is_usual = model.__init__ is Model.__init__ and model.from_db.__func__ is Model.from_db.__func__  # type: ignore[attr-defined]
        is_watched = pre_init.has_listeners(model) or post_init.has_listeners(model)
        return cls(model) if is_usual and not is_watched else model

    def from_db(self, using: str, columns: Iterable[str], row: Sequence[Any]) -> Model:
        """A row that stands in the database; columns that were left out are asked for when they are used."""
        found = self._model.__new__(self._model)
        state = found._state = ModelState()
        state.adding, state.db = False, using
        found.__dict__.update(zip(columns, row, strict=True))
        return found


def _make_shortly(related: Iterable[Any]) -> None:
    """Those that were selected with it, and with them."""
    for each in related:
        each.model_cls = _Made.of(each.model_cls)
        _make_shortly(each.related_populators)


def prepared(compose: Callable[..., QuerySet[Any, Row]]) -> Callable[..., list[Row]]:
    """For a function of texts, whole numbers, days, tuples and lists that makes a queryset: the same, answering its rows.

    It is composed once for every way in which values are None or tuples are long; nothing else may change the query. A
    list is one value however long, for `among`.
    """
    return _answering(compose, is_planned=True)


def composed(compose: Callable[..., QuerySet[Any, Row]]) -> Callable[..., list[Row]]:
    """The same for a query that Postgres plans anew, because other values need another plan."""
    return _answering(compose, is_planned=False)


def _answering(compose: Callable[..., QuerySet[Any, Row]], *, is_planned: bool) -> Callable[..., list[Row]]:
    made: dict[tuple[Any, ...], _Composed[Row]] = {}

    @wraps(compose)
    def answer(*asked: Value) -> list[Row]:
        kinds = tuple(len(value) if isinstance(value, tuple) else type(value) for value in asked)
        if kinds not in made:
            marks = _marks(asked)
            made[kinds] = _Composed(compose(*marks), _single(marks), is_planned=is_planned)
        return made[kinds].ask(_single(asked))

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
