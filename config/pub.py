"""Schema `pub`: one flat view per public model, made from the models' `audience` and the columns there are.

A view is `SELECT … FROM one table WHERE is_public`, private columns as NULL of their type. No join and no CASE: with
them a condition written by hand would run on hidden rows first and tell of them through its errors.
"""

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from provinces.audience import Audience
from provinces.models import Edition

SCHEMA = "pub"
# Another edition in the place of those that can be seen and are not being replaced by somebody else.
TURN = f"""DELETE FROM public."{Edition._meta.db_table}" WHERE id IN
                (SELECT id FROM public."{Edition._meta.db_table}" FOR UPDATE SKIP LOCKED);
            INSERT INTO public."{Edition._meta.db_table}" (id, is_public) VALUES (gen_random_uuid(), true);"""
# Apps of others: none of their tables is ever shown.
UNSEEN_APPS = frozenset(
    {"account", "mfa", "admin", "auth", "contenttypes", "sessions", "taggit", "pghistory", "pgtrigger"}
)


def audience_of(model: type[models.Model]) -> Audience | None:
    """The model's own declaration; None when it has none. Tables of other apps and of history are the desk's alone."""
    if model._meta.app_label in UNSEEN_APPS or hasattr(model, "pgh_tracked_model"):
        return Audience(desk=tuple(field.name for field in model._meta.local_concrete_fields))
    return model.__dict__.get("audience")


def public_models() -> list[type[models.Model]]:
    """Every model with a view, in the order of their tables' names."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        audience = audience_of(model)
        if audience is not None and audience.is_public:
            found.append(model)
    return sorted(found, key=lambda model: model._meta.db_table)


def history_models() -> list[type[models.Model]]:
    """Every table of events of ours, in the order of their names."""
    return sorted(
        (model for model in apps.get_models() if hasattr(model, "pgh_tracked_model") and model._meta.managed),
        key=lambda model: model._meta.db_table,
    )


def drop_views(connection: BaseDatabaseWrapper) -> None:
    """Take the whole schema away; the reader answers 503 until it is back."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")


def create_views(connection: BaseDatabaseWrapper) -> None:
    """Build the schema anew from declaration and existing columns; right after any migration, also downwards.

    Views that may show more than before, or less, are another edition.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        for model in public_models():
            columns = columns_of(cursor, model._meta.db_table)
            if "is_public" in columns:
                cursor.execute(view_sql(model, columns))
        if columns_of(cursor, Edition._meta.db_table):
            cursor.execute(TURN)


def view_sql(model: type[models.Model], columns: dict[str, str], schema: str = SCHEMA) -> str:
    """The view of one model; `columns` maps each column of the table to its SQL type."""
    audience = audience_of(model)
    assert audience is not None
    shown = {field.column for field in model._meta.local_concrete_fields if field.name in audience.public}
    quoted = (f'"{name}"' if name in shown else f'NULL::{sql_type} AS "{name}"' for name, sql_type in columns.items())
    table = model._meta.db_table
    return f'CREATE VIEW {schema}."{table}" AS SELECT {", ".join(quoted)} FROM public."{table}" WHERE "is_public"'


def columns_of(cursor: CursorWrapper, table: str) -> dict[str, str]:
    """The columns a table has now, each with its SQL type, in their order."""
    cursor.execute(
        "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
        " WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
        [f'public."{table}"'],
    )
    return dict(cursor.fetchall())
