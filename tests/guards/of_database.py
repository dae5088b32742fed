"""The guards that stand in the database, found where they are declared: rules, constraints, views, grants, logins."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.db.backends.utils import CursorWrapper

from config.grants import append_only
from config.pub import SCHEMA, audience_of, columns_of, public_models, view_sql
from config.roles import _CLOSED_FUNCTIONS, DESK_CONNECTIONS, DESK_SETTINGS, READER_CONNECTIONS, READER_SETTINGS
from config.rules import APPS_WITH_RULES, all_rules, trigger_name
from tests.guards.guard import Guard

OUR_APPS = ("articles", "config", "provinces", "sources")
ROLES = "config/roles.py"


def guards_of_database() -> Iterator[Guard]:
    """All of them, as names; a test database stands behind this process."""
    yield from _rules()
    yield from _constraints()
    yield from _views()
    yield from _grants()
    yield from _logins()


def _rules() -> Iterator[Guard]:
    where = {rule.name: f"{room.__name__.replace('.', '/')}.py" for room in _rooms_of_rules() for rule in room.RULES}
    for rule in all_rules():
        yield Guard(
            f"rule {rule.name}",
            where.get(rule.name, "config/rules.py"),
            take=(f'DROP TRIGGER "{trigger_name(rule)}" ON public."{rule.table}"',),
            inside=True,
        )


def _rooms_of_rules() -> Iterator[ModuleType]:
    for app in APPS_WITH_RULES:
        rules = import_module(f"{app}.rules")
        rooms = [room.name for room in iter_modules(getattr(rules, "__path__", []))]
        yield from [import_module(f"{rules.__name__}.{room}") for room in rooms] or [rules]


def _constraints() -> Iterator[Guard]:
    """Those that models name, and fields that are unique."""
    for model in _models():
        table, where = model._meta.db_table, f"{model.__module__.replace('.', '/')}.py"
        for constraint in model._meta.constraints:
            is_index = isinstance(constraint, models.UniqueConstraint) and (
                constraint.condition is not None or bool(constraint.expressions)
            )
            gone = f'DROP INDEX public."{constraint.name}"' if is_index else _drop(table, constraint.name)
            yield Guard(f"constraint {constraint.name}", where, take=(gone,), inside=True)
        for field in model._meta.local_fields:
            if field.unique and not field.primary_key:
                gone = _drop(table, f"(unique) {field.column}")
                yield Guard(f"unique {table}.{field.column}", where, take=(gone,), inside=True)


def _drop(table: str, name: str) -> str:
    return f'ALTER TABLE public."{table}" DROP CONSTRAINT "{name}"'


def _views() -> Iterator[Guard]:
    """That a view shows public rows alone, and of each private column that it is empty."""
    with connection.cursor() as cursor:
        for model in public_models():
            table = model._meta.db_table
            where = f"{model.__module__.replace('.', '/')}.py"
            columns = columns_of(cursor, table)
            is_now = view_sql(model, columns)
            yield _view(f"view {table}", "config/pub.py", table, is_now, is_now.removesuffix(' WHERE "is_public"'))
            audience = audience_of(model)
            assert audience is not None
            for name in audience.desk:
                column = column_of(model, name)
                shown = is_now.replace(f'NULL::{columns[column]} AS "{column}"', f'"{column}"')
                assert shown != is_now, (table, column)
                yield _view(f"view {table}: not {column}", where, table, is_now, shown)


def _view(name: str, where: str, table: str, is_now: str, without: str) -> Guard:
    reader = settings.READER_ROLE
    again = f'DROP VIEW {SCHEMA}."{table}"', f'GRANT SELECT ON {SCHEMA}."{table}" TO {reader}'
    owner = f'ALTER VIEW {SCHEMA}."{table}" OWNER TO {settings.OWNER_ROLE}'
    return Guard(
        name, where, take=(again[0], without, owner, again[1]), put_back=(again[0], is_now, owner, again[1])
    )  # fmt: skip


def _grants() -> Iterator[Guard]:
    """What each login may not do: the reader beyond looking at views, the desk with what is only added to."""
    reader, desk, where = settings.READER_ROLE, settings.DESK_ROLE, "config/grants.py"
    for table in sorted(append_only()):
        yield _grant(f"grant {table}: the desk only adds", where, "UPDATE, DELETE", f'public."{table}"', desk)
    for model in public_models():
        table = model._meta.db_table
        yield _grant(
            f"grant {table}: the reader only looks", where, "INSERT, UPDATE, DELETE", f'{SCHEMA}."{table}"', reader
        )
    made = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    for table in sorted(made & set(connection.introspection.table_names())):
        yield _grant(f"grant {table}: the reader sees no table", where, "SELECT", f'public."{table}"', reader)


def _grant(name: str, where: str, verbs: str, relation: str, role: str) -> Guard:
    return Guard(
        name,
        where,
        take=(f"GRANT {verbs} ON {relation} TO {role}",),
        put_back=(f"REVOKE {verbs} ON {relation} FROM {role}",),
    )


def _logins() -> Iterator[Guard]:
    """Settings and attributes of the two logins, and the functions that are closed."""
    logins = (
        (settings.READER_ROLE, READER_SETTINGS, READER_CONNECTIONS),
        (settings.DESK_ROLE, DESK_SETTINGS, DESK_CONNECTIONS),
    )
    for role, values, connections in logins:
        for name, value in values.items():
            yield Guard(
                f"login {role}: {name}",
                ROLES,
                take=(f"ALTER ROLE {role} RESET {name}",),
                put_back=(f"ALTER ROLE {role} SET {name} = '{value}'",),
            )
        for word in ("CREATEDB", "CREATEROLE", "INHERIT"):
            yield Guard(
                f"login {role}: NO{word}",
                ROLES,
                take=(f"ALTER ROLE {role} {word}",),
                put_back=(f"ALTER ROLE {role} NO{word}",),
            )
        yield Guard(
            f"login {role}: so many connections",
            ROLES,
            take=(f"ALTER ROLE {role} CONNECTION LIMIT -1",),
            put_back=(f"ALTER ROLE {role} CONNECTION LIMIT {connections}",),
        )
    for pattern in _CLOSED_FUNCTIONS:
        yield Guard(
            f"functions {pattern}",
            ROLES,
            take=(_functions(pattern, "GRANT", "TO"),),
            put_back=(_functions(pattern, "REVOKE", "FROM"),),
        )


def _functions(pattern: str, verb: str, to: str) -> str:
    """One statement for all of them."""
    return f"""DO $$ DECLARE f regprocedure; BEGIN FOR f IN SELECT oid FROM pg_proc WHERE prokind = 'f'
        AND pronamespace = 'pg_catalog'::regnamespace AND proname LIKE '{pattern}'
        LOOP EXECUTE format('{verb} EXECUTE ON FUNCTION %s {to} PUBLIC', f); END LOOP; END $$"""


def _models() -> list[type[models.Model]]:
    found = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in OUR_APPS]
    return sorted((model for model in found if model._meta.managed), key=lambda model: model._meta.db_table)


def column_of(model: type[models.Model], name: str) -> str:
    """Where a field stands."""
    field: Any = model._meta.get_field(name)
    return str(field.column)


def unique_constraint(cursor: CursorWrapper, table: str, column: str) -> str:
    """The name that Postgres knows the uniqueness of one column by."""
    cursor.execute(
        "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'u' AND conkey ="
        " ARRAY[(SELECT attnum FROM pg_attribute WHERE attrelid = conrelid AND attname = %s)]",
        [f'public."{table}"', column],
    )
    return str(cursor.fetchone()[0])
