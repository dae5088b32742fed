"""Whatever changes what the public sees makes another edition, by its commit; nothing else does."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.contrib.auth.models import User
from django.db import connection, models, transaction

from articles.editing.claims import draft_of, latest_version, pin_claim
from articles.editing.drafting import latest_revision
from articles.models import Article, Topic
from articles.search.index.keeper import keeper
from config.pub import create_views, drop_views, public_models
from config.rules import all_rules, trigger_name
from provinces.models import Edition
from tests.story import Story

# Two values of each type, as Postgres names it.
VALUES = {
    "bigint": ("31001", "31002"),
    "integer": ("31001", "31002"),
    "smallint": ("31001", "31002"),
    "boolean": ("true", "false"),
    "character varying": ("'x'", "'y'"),
    "text": ("'x'", "'y'"),
    "date": ("'2022-04-01'", "'2022-04-02'"),
    "timestamp with time zone": ("'2022-04-01 12:00Z'", "'2022-04-02 12:00Z'"),
    "jsonb": ("'[1]'", "'[2]'"),
    "uuid": ("'00000000-0000-0000-0000-000000000001'", "'00000000-0000-0000-0000-000000000002'"),
    "double precision": ("1.5", "2.5"),
    "numeric": ("1.5", "2.5"),
    "character varying[]": ("'{x}'", "'{y}'"),
    "text[]": ("'{x}'", "'{y}'"),
}
SHOWN = [model for model in public_models() if model is not Edition]


def execute(statement: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


def turns(change: Callable[[], object]) -> bool:
    """Whether a transaction that does this, and nothing before, would leave another edition."""
    execute("SET LOCAL reading_room.edition = ''")
    before = Edition.now()
    change()
    return Edition.now() != before


@contextmanager
def bare(model: type[models.Model]) -> Iterator[str]:
    """The model's table without any other rule, for as long as this lasts; yields its name."""
    table = model._meta.db_table
    rule = next(rule for rule in all_rules() if rule.table == table and rule.name.endswith("_turns_the_edition"))
    with transaction.atomic():
        execute("SET CONSTRAINTS ALL IMMEDIATE")
        for (name,) in execute(
            f"SELECT conname FROM pg_constraint WHERE conrelid = '{table}'::regclass AND contype IN ('c', 'f', 'u', 'x')"
        ):
            execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        execute(f'ALTER TABLE {table} ENABLE ALWAYS TRIGGER "{trigger_name(rule)}"')
        yield table
        transaction.set_rollback(True)


def columns_of(table: str) -> dict[str, tuple[str, str]]:
    """Each column with two values of its type."""
    found = execute(
        f"SELECT attname, format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = '{table}'::regclass"
        " AND attnum > 0 AND NOT attisdropped"
    )
    return {name: VALUES[kind] for name, kind in found}


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model._meta.model_name)
def test_a_change_of_any_public_column_makes_another_edition(model: type[models.Model], db: None) -> None:
    audience = model.audience  # type: ignore[attr-defined]
    public = {str(field.column) for field in model._meta.local_concrete_fields if field.name in audience.public}
    with bare(model) as table:
        columns = columns_of(table)
        names = ", ".join(f'"{name}"' for name in columns)
        insert = f"INSERT INTO {table} ({names}) VALUES ({{}})"
        row = {name: values[0] for name, values in columns.items()}
        mine = f"WHERE id = {row['id']}"

        assert turns(lambda: execute(insert.format(", ".join(row.values()))))
        for name, (_, other) in columns.items():
            if name in {"id", "is_public"}:
                continue
            change = f'UPDATE {table} SET "{name}" = {other} {mine}'
            assert turns(lambda: execute(change)) == (name in public), name  # noqa: B023
            assert not turns(lambda: execute(change)), f"{name}, to what it was"  # noqa: B023
        assert turns(lambda: execute(f"UPDATE {table} SET is_public = false {mine}"))
        for column in public - {"id", "is_public"}:
            assert not turns(lambda: execute(f'UPDATE {table} SET "{column}" = {row[column]} {mine}')), column  # noqa: B023
        assert turns(lambda: execute(f"UPDATE {table} SET is_public = true {mine}"))
        assert turns(lambda: execute(f"DELETE FROM {table} {mine}"))
        assert not turns(lambda: execute(insert.format(", ".join({**row, "is_public": "false"}.values()))))
        assert not turns(lambda: execute(f"DELETE FROM {table} {mine}"))


def test_a_draft_and_what_the_desk_alone_knows_leave_the_edition(story: Story, editor: User) -> None:
    def pin() -> None:
        revision = latest_revision(story.article)
        draft = draft_of(latest_version(story.relayed))
        pin_claim(by=editor, article=story.article, revision=revision, draft=draft)

    assert not turns(pin)
    assert not turns(lambda: Article.objects.update(edit_number=99))
    assert turns(lambda: Topic.objects.filter(slug="food").update(name="Food and drink"))


def test_other_views_are_another_edition(db: None) -> None:
    before = Edition.now()
    drop_views(connection)
    create_views(connection)
    assert Edition.now() != before


def test_what_is_undone_leaves_the_edition(vocabulary: None) -> None:
    def undone() -> None:
        with transaction.atomic():
            Topic.objects.filter(slug="food").update(name="Food and drink")
            transaction.set_rollback(True)

    assert not turns(undone)
    assert turns(lambda: Topic.objects.filter(slug="food").update(name="Food and drink"))


@pytest.mark.django_db(transaction=True)
def test_of_two_transactions_at_once_the_later_commit_is_not_missed(vocabulary: None) -> None:
    """Neither waits for the other, whichever began first."""
    owner, name = os.environ["DATABASE_URL"], str(connection.settings_dict["NAME"])
    change = "UPDATE articles_topic SET name = name || '.' WHERE slug = '{}'"
    with psycopg.connect(owner, dbname=name) as first, psycopg.connect(owner, dbname=name) as second:
        second.execute("SET lock_timeout = '1ms'")
        seen = [Edition.now()]
        first.execute(change.format("food").encode())
        second.execute(change.format("self-reliance").encode())
        seen.append(Edition.now())
        second.commit()
        seen.append(Edition.now())
        first.commit()
        seen.append(Edition.now())
        first.execute(change.format("food").encode())
        first.commit()
        seen.append(Edition.now())
    assert seen[0] == seen[1]
    assert len(set(seen)) == 4
    assert Edition.objects.count() == 1


def test_a_search_asks_for_the_edition_alone(story: Story, django_assert_num_queries: Any) -> None:
    keeper().current()
    with django_assert_num_queries(1):
        keeper().current()
