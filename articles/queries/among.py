"""Questions asked again and again with nothing but other row numbers: Django makes their SQL once, and Postgres its plan.

Making either anew takes longer than Postgres does to answer. The plan is made for any numbers (`plan_cache_mode` of the
reader, `config/roles.py`); it is of use because all that is asked is looked up by keys.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

import psycopg
from django.db import connection
from django.db.models import Field, ForeignObject, Lookup, QuerySet

# Of more at once Postgres reads whole tables, and a statement takes more than the reader's time.
_PIECE = 2_000
# Row numbers, or public ids.
Key = TypeVar("Key", int, str)


def pieces(pks: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """Row numbers or public ids, so many at a time as one question asks for, in their order."""
    for start in range(0, len(pks), _PIECE):
        yield pks[start : start + _PIECE]


@Field.register_lookup
@ForeignObject.register_lookup
class Among(Lookup):
    """`pk__among=[1, 2]`: one parameter however many values, where `in` has one for each."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """column = ANY(values)."""
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", (*parameters, self.rhs)


class Planned(psycopg.Cursor[Any]):
    """Has Postgres keep what it is asked, for as long as the connection lasts; Django's own cursors do not."""

    def execute(
        self, query: Any, params: Any = None, *, prepare: bool | None = True, binary: bool | None = None
    ) -> Any:
        return super().execute(query, params, prepare=prepare, binary=binary)

    def _send_query_prepared(self, name: bytes, pgq: Any, *, binary: bool | None = None) -> None:
        self._query = pgq  # Django tells it to whoever looks on (`CaptureQueriesContext`)
        super()._send_query_prepared(name, pgq, binary=binary)


class RowsAmong:
    """`RowsAmong(lambda pks: Article.objects.published().filter(pk__among=pks).values_list("pk", "language"))`.

    Its rows come as Postgres sends them. `of` makes the query once, with a stand-in for the row numbers.
    """

    def __init__(self, of: Callable[[Any], QuerySet[Any, Any]]) -> None:
        self._of = of
        self._stand_in = object()

    @cached_property
    def _made(self) -> tuple[str, Sequence[Any]]:
        made: tuple[str, Sequence[Any]] = self._of(self._stand_in).query.sql_with_params()
        return made

    def rows(self, pks: Sequence[int] | Sequence[str]) -> list[tuple[Any, ...]]:
        """The rows for these numbers; one query, none for no number."""
        if not pks:
            return []
        sql, parameters = self._made
        with connection.cursor() as cursor:
            cursor.cursor = Planned(connection.connection)
            cursor.execute(sql, [list(pks) if each is self._stand_in else each for each in parameters])
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
