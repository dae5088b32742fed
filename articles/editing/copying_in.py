"""Write many new rows at once, by COPY: what `bulk_create` does, in a fraction of its time."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeAlias

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models.expressions import DatabaseDefault
from psycopg import sql

Field: TypeAlias = "models.Field[Any, Any]"

# What is written as it is.
PLAIN = (
    models.AutoField, models.BooleanField, models.CharField, models.DateField, models.ForeignKey, models.IntegerField,
    models.TextField,
)  # fmt: skip


def copy_in(rows: Sequence[models.Model]) -> None:
    """Insert rows of one model; those without a key, or another default of the database, are given one and do not learn it.
    Triggers and constraints hold as ever.

    COPY goes past what puts the context of history before each statement: in the same transaction, a statement that
    writes must have been executed before. Raises what an insert raises.
    """
    if not rows:
        return
    model = type(rows[0])
    fields = [field for field in model._meta.concrete_fields if not _is_the_databases(field, rows[0])]
    values = [_value_of(field) for field in fields]
    copy_values(model, [str(field.column) for field in fields], ([value(row) for value in values] for row in rows))


def copy_values(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """The same of rows that are given as what their columns hold, ready for the database: an object for each takes longer
    to make than the row to write. What is not named is as the database has it by default.
    """
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def array_of(numbers: Iterable[int]) -> str:
    """Whole numbers as an array of the database."""
    return f"{{{','.join(map(str, numbers))}}}"


def _is_the_databases(field: Field, row: models.Model) -> bool:
    """Whether the database is to give a column its value."""
    value = getattr(row, field.attname)
    return isinstance(value, DatabaseDefault) or (field.primary_key and value is None)


def _value_of(field: Field) -> Callable[[models.Model], Any]:
    """How a row's value is got for its column. Most kinds need no preparing, and there are thousands of rows."""
    if isinstance(field, ArrayField) and isinstance(field.base_field, models.IntegerField):
        of = attrgetter(field.attname)
        return lambda row: array_of(of(row))
    if getattr(field, "auto_now_add", False) or not isinstance(field, PLAIN):
        return lambda row: field.get_db_prep_save(field.pre_save(row, True), connection)
    return attrgetter(field.attname)


def new_keys(model: type[models.Model], count: int) -> list[int]:
    """So many unused primary keys, rising."""
    # Begun so that it counts as a statement that writes: the context of history is set by it.
    statement = (
        "WITH wanted AS (SELECT generate_series(1, %s)) SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM wanted"
    )
    key = model._meta.pk
    assert key is not None
    with connection.cursor() as cursor:
        cursor.execute(statement, [count, f'"{model._meta.db_table}"', key.column])
        return sorted(number for (number,) in cursor.fetchall())
