"""Every migration goes down and up again, on a database of its own; views, rules and rights are right after each step."""

import os
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from config.pub import public_models
from config.rules import all_rules, trigger_name

pytestmark = [pytest.mark.long, pytest.mark.django_db]

OURS = {"provinces", "sources", "articles", "config"}
SCRATCH = "scratch"


@pytest.fixture
def scratch(django_db_setup: None, django_db_blocker: Any) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
    """An empty database, known to Django under the name `scratch`, and a look into it as its owner."""
    name = f"{connections['default'].settings_dict['NAME']}_migrations"
    owner = os.environ["DATABASE_URL"]
    with psycopg.connect(owner, autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}"')
        server.execute(f'CREATE DATABASE "{name}"')
    connections.databases[SCRATCH] = {**connections.databases["default"], "NAME": name}
    try:
        with django_db_blocker.unblock(), psycopg.connect(owner, dbname=name, autocommit=True) as look:
            yield look
    finally:
        connections[SCRATCH].close()
        del connections[SCRATCH], connections.databases[SCRATCH]
        with psycopg.connect(owner, autocommit=True) as server:
            server.execute(f'DROP DATABASE "{name}"')


def migrate(*where: str) -> None:
    call_command("migrate", *where, database=SCRATCH, interactive=False, verbosity=0)


def names(look: psycopg.Connection[tuple[Any, ...]], statement: str) -> set[str]:
    return {row[0] for row in look.execute(statement.encode())}


def tables(look: psycopg.Connection[tuple[Any, ...]]) -> set[str]:
    return names(look, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")


def views(look: psycopg.Connection[tuple[Any, ...]]) -> set[str]:
    """Those the reader may select from."""
    return names(
        look,
        "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('pub')"
        f" AND has_table_privilege('{settings.READER_ROLE}', oid, 'SELECT')",
    )


def rules(look: psycopg.Connection[tuple[Any, ...]]) -> set[str]:
    """Those that fire always."""
    return names(look, r"SELECT tgname FROM pg_trigger WHERE tgname LIKE 'rule\_%' AND tgenabled = 'A'")


def everything(look: psycopg.Connection[tuple[Any, ...]]) -> set[str]:
    """Columns, constraints, indexes and triggers, as the database describes them."""
    return names(
        look,
        "SELECT format('%s.%s.%s %s %s', table_schema, table_name, column_name, data_type, is_nullable)"
        " FROM information_schema.columns WHERE table_schema IN ('public', 'pub')"
        " UNION SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid <> 0"
        " UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
        " UNION SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
        " UNION SELECT pg_get_viewdef(oid) FROM pg_class WHERE relnamespace = to_regnamespace('pub') AND relkind = 'v'",
    )


def test_down_to_nothing_and_up_again_ends_where_it_began(scratch: psycopg.Connection[tuple[Any, ...]]) -> None:
    empty = tables(scratch)
    migrate()
    first = everything(scratch)
    assert empty == set()
    assert views(scratch) == {model._meta.db_table for model in public_models()}
    assert rules(scratch) == {trigger_name(rule) for rule in all_rules()}

    for app, previous in steps_down():
        migrate(app, previous)
        there = tables(scratch)
        assert views(scratch) == {m._meta.db_table for m in public_models() if m._meta.db_table in there}
        assert rules(scratch) == {trigger_name(rule) for rule in all_rules() if rule.table in there}
    assert {name for name in tables(scratch) if name.split("_")[0] in OURS} == set()
    assert views(scratch) == set()
    # History's own table is another app's, and stays with its rule.
    assert rules(scratch) == {trigger_name(rule) for rule in all_rules() if rule.table in tables(scratch)}

    migrate()
    assert everything(scratch) == first


def steps_down() -> list[tuple[str, str]]:
    """(app, the migration before) for each of ours, the last applied first."""
    loader = MigrationLoader(None)
    plan: list[tuple[str, str]] = []
    for leaf in sorted(loader.graph.leaf_nodes()):
        plan += [key for key in loader.graph.forwards_plan(leaf) if key not in plan]
    own = [key for key in plan if key[0] in OURS]
    before: dict[tuple[str, str], str] = {}
    last: dict[str, str] = {}
    for app, name in own:
        before[app, name] = last.get(app, "zero")
        last[app] = name
    return [(app, before[app, name]) for app, name in reversed(own)]


def test_models_and_migrations_agree(db: None) -> None:
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


def test_a_database_that_went_the_long_way_needs_nothing(scratch: psycopg.Connection[tuple[Any, ...]]) -> None:
    """Each app's first migrations were made one; what stands as if they had run one by one is taken as it is."""
    migrate()
    first = everything(scratch)
    scratch.execute("DELETE FROM django_migrations WHERE name LIKE '0001_squashed%'")

    migrate()

    assert everything(scratch) == first
    assert {app for (app,) in scratch.execute("SELECT app FROM django_migrations WHERE name LIKE '0001_squashed%'")} == {
        "articles", "sources", "provinces",
    }  # fmt: skip


def test_a_database_that_stopped_half_way_is_told_what_to_do(scratch: psycopg.Connection[tuple[Any, ...]]) -> None:
    migrate()
    first = everything(scratch)
    scratch.execute("DELETE FROM django_migrations WHERE app = 'articles' AND name > '0006'")
    scratch.execute("DELETE FROM django_migrations WHERE app = 'articles' AND name LIKE '0001_squashed%'")

    with pytest.raises(CommandError, match="tables of articles are those of an earlier version"):
        migrate()

    assert everything(scratch) == first
