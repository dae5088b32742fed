"""Rules that are made from what models declare, each on its own: nothing public lies in something hidden, whatever can be seen
turns the edition, history is only added to."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, models, transaction

from articles.editing.ledger import Subject, record_act
from articles.models import ActKind
from config.pub import audience_of, history_models, public_models
from config.rules import trigger_name
from provinces.models import Edition
from provinces.rule import Rule
from tests.planting import Planted
from tests.rules import refused

pytestmark = [pytest.mark.long, pytest.mark.django_db]


def within() -> Iterator[Any]:
    for model in public_models():
        audience = audience_of(model)
        assert audience is not None
        for name in audience.within:
            rule = f"{model._meta.model_name}_public_within_{name}"
            yield pytest.param(model, name, f"{rule}", id=rule)
            yield pytest.param(model, name, f"{rule}_hidden", id=f"{rule}_hidden")


def do(statement: str, *values: Any) -> Any:
    """Run it; the first row of what it answers."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        return cursor.fetchone() if cursor.description else None


def ask(trigger: str) -> None:
    """What a commit would ask of this rule, if it is there, and of no other."""
    if do("SELECT 1 FROM pg_trigger WHERE tgname = %s", trigger):
        do(f'SET CONSTRAINTS "{trigger}" IMMEDIATE')


def add_what_is_not_planted() -> None:
    """Another name of a body, and a figure of a place; the rule that figures come with their version does not look."""
    do(
        "INSERT INTO sources_institutionname (institution_id, name, slug, is_public)"
        " SELECT id, 'Another', 'another-name', true FROM sources_institution WHERE is_public LIMIT 1"
    )
    do("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    do("ALTER TABLE articles_figure DISABLE TRIGGER rule_figure_lies_in_the_words_of_its_claim")
    do(
        "UPDATE articles_figure SET place_id = place.id FROM provinces_place place"
        " WHERE place.province_id = articles_figure.province_id AND place.is_public"
    )
    do("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    do("ALTER TABLE articles_figure ENABLE ALWAYS TRIGGER rule_figure_lies_in_the_words_of_its_claim")


@pytest.mark.parametrize(("model", "name", "rule"), list(within()))
def test_nothing_public_stays_in_what_is_hidden(
    model: type[models.Model], name: str, rule: str, planted: Planted
) -> None:
    """The rule alone is asked: the others wait for a commit that never comes."""
    field = model._meta.get_field(name)
    assert isinstance(field, models.ForeignKey)
    child, parent = model._meta.db_table, field.related_model._meta.db_table
    add_what_is_not_planted()
    ids = do(
        f'SELECT child.id, parent.id FROM "{child}" child JOIN "{parent}" parent ON parent.id = child."{field.column}"'
        " WHERE child.is_public AND parent.is_public LIMIT 1"
    )
    trigger = trigger_name(Rule(rule, "", "", ""))
    assert ids, "the planted collection has none"
    with refused(rule.removesuffix("_hidden")), transaction.atomic():
        do(f'UPDATE "{parent}" SET is_public = false WHERE id = %s', ids[1])
        if not rule.endswith("_hidden"):
            do(f'UPDATE "{child}" SET is_public = true WHERE id = %s', ids[0])
        ask(trigger)


@pytest.mark.parametrize(
    "model",
    [each for each in public_models() if each is not Edition],
    ids=lambda model: f"{model._meta.model_name}_turns_the_edition",
)
def test_whatever_changes_what_can_be_seen_turns_the_edition(model: type[models.Model], planted: Planted) -> None:
    table, edition = model._meta.db_table, "SELECT id FROM provinces_edition WHERE is_public"
    add_what_is_not_planted()
    row = do(f'SELECT id FROM "{table}" WHERE is_public LIMIT 1')
    assert row, "the planted collection has none"
    with transaction.atomic():
        do("SET LOCAL reading_room.edition = ''")
        before = do(edition)
        if table == "articles_act":
            record_act(by=planted.by, kind=ActKind.PERMISSION, subjects=[Subject(planted.report("p01"), 0)])
        elif table == "articles_address":
            do("INSERT INTO articles_address (kind, slug, first_at, is_public) VALUES ('topic', 'a-new', now(), true)")
        else:
            do(f'UPDATE "{table}" SET is_public = false WHERE id = %s', row[0])
        after = do(edition)
        # Other rules would not let it be committed.
        transaction.set_rollback(True)
    assert before and after and before != after


@pytest.mark.parametrize("model", history_models(), ids=lambda model: f"{model._meta.model_name}_is_only_added_to")
def test_history_is_only_added_to(model: type[models.Model], db: None) -> None:
    table, name = model._meta.db_table, f"{model._meta.model_name}_is_only_added_to"
    row = {
        field.column: _nothing(field)
        for field in model._meta.local_concrete_fields
        if not field.primary_key and not field.null
    }
    names = ", ".join(f'"{column}"' for column in row)
    do(f'INSERT INTO "{table}" ({names}) VALUES ({", ".join(["%s"] * len(row))})', *row.values())
    for statement in (f"UPDATE \"{table}\" SET pgh_label = 'another'", f'DELETE FROM "{table}"'):
        with refused(name), transaction.atomic():
            do(statement)


@pytest.mark.parametrize("statement", ["UPDATE pghistory_context SET metadata = '{}'", "DELETE FROM pghistory_context"])
def test_what_history_says_of_who_did_it_stays(statement: str, db: None) -> None:
    do(
        "INSERT INTO pghistory_context (id, created_at, updated_at, metadata) VALUES (%s, now(), now(), '{\"user\": 7}')",
        uuid.uuid4(),
    )
    do("UPDATE pghistory_context SET metadata = metadata || '{\"more\": true}'")
    with refused("history_context_only_grows"), transaction.atomic():
        do(statement)


def _nothing(field: "models.Field[Any, Any]") -> Any:
    kind = field.get_internal_type()
    if kind in {"DateTimeField", "DateField"}:
        return "2024-01-01"
    if kind in {"ArrayField", "JSONField"}:
        return "{}"
    if kind == "BooleanField":
        return False
    if kind == "UUIDField":
        return uuid.uuid4()
    return "" if kind in {"CharField", "TextField", "SlugField"} else 0
