"""The guards of the database: rules in force and as declared, history's triggers on, views as declared, nothing more to see."""

from collections.abc import Iterator

from django.conf import settings
from django.db import connection, transaction

from config.grants import append_only
from config.pub import SCHEMA, columns_of, public_models, view_sql
from config.rules import all_rules, function_body, trigger_name
from config.verifying.finding import Finding

_BESIDE = "pub_as_declared"


def triggers() -> Iterator[Finding]:
    """Every rule fires always, with the words that are declared; no other trigger of ours is switched off."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, relname, tgenabled::text, prosrc FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " JOIN pg_proc ON pg_proc.oid = tgfoid WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace"
        )
        found = {(name, table): (enabled, source) for name, table, enabled, source in cursor.fetchall()}
    for rule in all_rules():
        enabled, source = found.pop((trigger_name(rule), rule.table), ("", ""))
        where = f"rule {rule.name} on {rule.table}"
        if not enabled:
            yield Finding(where, "is not there")
        elif enabled != "A":
            yield Finding(where, "is switched off" if enabled == "D" else "does not fire always")
        elif source != function_body(rule):
            yield Finding(where, "says something else than is declared")
    for (name, table), (enabled, _) in found.items():
        if enabled in "DR":
            yield Finding(f"trigger {name} on {table}", "is switched off")


def constraints() -> Iterator[Finding]:
    """None was left unchecked, and the foreign keys' own triggers are on."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname, conrelid::regclass::text FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
            " AND NOT convalidated UNION SELECT DISTINCT c.conname, c.conrelid::regclass::text FROM pg_trigger t"
            " JOIN pg_constraint c ON c.oid = t.tgconstraint WHERE t.tgisinternal AND t.tgenabled = 'D'"
        )
        for name, table in cursor.fetchall():
            yield Finding(f"constraint {name} on {table}", "is not enforced")


def views() -> Iterator[Finding]:
    """What the public site can see is what the models declare: each view is made once more beside, and undone."""
    declared = {model._meta.db_table: model for model in public_models()}
    with transaction.atomic(), connection.cursor() as cursor:
        there = _views(cursor, SCHEMA)
        cursor.execute(f"CREATE SCHEMA {_BESIDE}")
        for table, model in declared.items():
            cursor.execute(view_sql(model, columns_of(cursor, table), _BESIDE))
        wanted = _views(cursor, _BESIDE)
        transaction.set_rollback(True)
    for table in sorted(there.keys() | wanted.keys()):
        if table not in there:
            yield Finding(f"view {SCHEMA}.{table}", "is not there")
        elif table not in wanted:
            yield Finding(f"view {SCHEMA}.{table}", "is there and not declared")
        elif there[table] != wanted[table]:
            yield Finding(f"view {SCHEMA}.{table}", "is not as declared")


def _views(cursor, schema: str) -> dict[str, str]:  # type: ignore[no-untyped-def]  # Django's cursor
    cursor.execute(
        "SELECT relname, pg_get_viewdef(oid) FROM pg_class WHERE relnamespace = to_regnamespace(%s) AND relkind <> 'i'",
        [schema],
    )
    return dict(cursor.fetchall())


def grants() -> Iterator[Finding]:
    """The public site's login reads nothing but the views; the desk's only adds to the ledger and to history."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)", [[settings.READER_ROLE, settings.DESK_ROLE]]
        )
        roles = {name for (name,) in cursor.fetchall()} - {settings.OWNER_ROLE}
        if settings.READER_ROLE in roles:
            cursor.execute(
                "SELECT relnamespace::regnamespace || '.' || relname FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'S', 'p', 'f')"
                " AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)' AND ("
                " relnamespace <> to_regnamespace(%s) AND has_any_column_privilege(%s, oid, 'SELECT')"
                " AND has_schema_privilege(%s, relnamespace, 'USAGE')"
                " OR relkind <> 'S' AND has_any_column_privilege(%s, oid, 'INSERT, UPDATE'))",
                [SCHEMA, settings.READER_ROLE, settings.READER_ROLE, settings.READER_ROLE],
            )
            for (name,) in cursor.fetchall():
                yield Finding(name, "is open to the public site's login")
        if settings.DESK_ROLE in roles:
            for table in sorted(append_only()):
                cursor.execute(
                    "SELECT has_table_privilege(%s, to_regclass(%s), 'UPDATE, DELETE, TRUNCATE')",
                    [settings.DESK_ROLE, f"public.{table}"],
                )
                if cursor.fetchone()[0]:
                    yield Finding(table, "may be changed by the desk's login, and is only to be added to")
