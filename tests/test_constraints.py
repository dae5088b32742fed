"""Each constraint refuses what it is there for: a row that breaks it alone, put into an empty copy of its table.

A copy has the constraints of the table and neither its rules nor its foreign keys, so nothing else can refuse first.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from tests.guards.of_database import column_of

pytestmark = [pytest.mark.long, pytest.mark.django_db]
OUR_APPS = {"articles", "config", "provinces", "sources"}
Row = dict[str, Any]
DAY, LATER = "2024-01-01", "2024-02-01"
# What a row of each table needs besides nothing: every column that is not named is null, 0, "" or false.
SOUND: dict[str, Row] = {
    "articles_act": {"number": 1, "kind": "published", "hash": "a"},
    "articles_address": {"kind": "topic"},
    "articles_article": {"state": "draft", "language": "en"},
    "articles_claim": {"state": "draft"},
    "articles_claimlink": {"kind": "contradicts", "ground": "figures"},
    "articles_claimversion": {"number": 1, "end": 1, "exact": "x"},
    "articles_claimwarning": {"danger": "rank"},
    "articles_contradiction": {"one_id": 1, "other_id": 2},
    "articles_figure": {"end": 1, "kind": "price", "item": "rice", "low": 1, "measure": "KPW", "per": 1, "of": "kg"},
    "articles_outcome": {"number": 1, "became": "uncheckable", "ground": "silent"},
    "articles_publictext": {"number": 1},
    "articles_refusal": {"end": 1},
    "articles_removal": {"asked_by_id": 1},
    "articles_revision": {"number": 1, "headline": "x", "body": "x"},
    "articles_statedsettlement": {"number": 1, "state": "unresolved", "ground": "new_doubt"},
    "provinces_place": {"kind": "city", "slug": "a", "name": "A", "province_id": 1},
    "provinces_province": {"kind": "province", "slug": "a", "iso": "KP-01"},
    "provinces_spelling": {"province_id": 1, "folded": "x", "system": "english", "origin": "file"},
    "sources_attribution": {"descriptor": "x", "role": "trader"},
    "sources_institution": {"kind": "state", "level": "national"},
    "sources_outlet": {"show": "full", "reliability": "F"},
    "sources_step": {"position": 1, "kind": "outlet", "outlet_id": 1, "speech": "indirect", "basis": "printed"},
}
SOMEBODY: Row = {"kind": "named", "outlet_id": None, "printed": "x"}
# Of each constraint what breaks it, and it alone.
UNSOUND: dict[str, Row] = {
    "act_number_starts_at_one": {"number": 0},
    "act_withdrawal_has_a_class": {"kind": "withdrawn"},
    "address_kind_is_known": {"kind": "river"},
    "article_language_is_known": {"language": "xx"},
    "article_origin_has_a_kind": {"origin_id": 2},
    "article_origin_is_another": {"origin_id": 1, "origin_kind": "relay"},
    "article_outside_origin_has_an_address": {"origin_outlet": "x"},
    "article_public_has_a_date": {"is_public": True, "state": "published", "changed_at": DAY, "first_published_at": DAY},
    "article_public_is_in_a_public_state": {
        "is_public": True, "published_latest": DAY, "changed_at": DAY, "first_published_at": DAY,
    },
    "article_public_was_published": {"is_public": True, "state": "published", "published_latest": DAY},
    "article_published_earliest_before_latest": {"published_earliest": LATER, "published_latest": DAY},
    "article_state_is_known": {"state": "lost"},
    "attribution_has_a_descriptor": {"descriptor": ""},
    "attribution_role_is_known": {"role": "king"},
    "claim_credibility_is_1_to_6": {"credibility": 7},
    "claim_event_earliest_before_latest": {"event_earliest": LATER, "event_latest": DAY},
    "claim_has_words": {"exact": ""},
    "claim_is_due_after_its_event": {"event_earliest": LATER, "due_latest": DAY},
    "claim_link_ground_is_known": {"ground": "none"},
    "claim_link_kind_is_known": {"kind": "likes"},
    "claim_public_is_in_a_public_state": {"is_public": True},
    "claim_reason_needs_a_grade": {"credibility_reason": "x"},
    "claim_removed_has_no_facts": {"removed_at": DAY, "exact": "", "event_edtf": "2023-04"},
    "claim_removed_has_no_words": {"removed_at": DAY},
    "claim_span_is_not_empty": {"start": 1},
    "claim_state_is_known": {"state": "lost"},
    "claim_version_number_starts_at_one": {"number": 0},
    "claim_warning_answer_has_a_hand": {"answer": "keep"},
    "claim_warning_danger_is_known": {"danger": "none"},
    "contradiction_has_its_claims_in_order": {"one_id": 2, "other_id": 1},
    "figure_has_an_end": {"low": None},
    "figure_has_words": {"start": 1},
    "figure_is_counted_as_its_kind_is": {"measure": "EUR"},
    "figure_is_for_some": {"per": 0},
    "figure_is_not_below_nothing": {"low": -1},
    "figure_is_of_something": {"item": ""},
    "figure_low_is_not_above_high": {"low": 2, "high": 1},
    "institution_kind_is_known": {"kind": "club"},
    "institution_level_is_known": {"level": "here"},
    "outcome_ground_is_known": {"ground": "none"},
    "outcome_is_known": {"became": "lost"},
    "outcome_is_shown": {"became": "kept"},
    "outcome_number_starts_at_one": {"number": 0},
    "outlet_reliability_has_a_reason": {"reliability": "A"},
    "outlet_reliability_is_a_letter": {"reliability": "G", "reliability_reason": "x"},
    "outlet_show_is_known": {"show": "some"},
    "outlet_showing_nothing_is_hidden": {"show": "nothing", "is_public": True},
    "place_abroad_has_no_province": {"kind": "abroad"},
    "place_coordinates_have_a_source": {"latitude": 1, "longitude": 1},
    "place_has_a_name": {"name": ""},
    "place_has_both_coordinates_or_none": {"latitude": 1, "coordinates_source": "x"},
    "place_in_the_country_has_a_province": {"province_id": None},
    "place_kind_is_known": {"kind": "lake"},
    "place_latitude_is_on_the_globe": {"latitude": 91, "longitude": 1, "coordinates_source": "x"},
    "place_longitude_is_on_the_globe": {"latitude": 1, "longitude": 181, "coordinates_source": "x"},
    "place_slug_is_plain": {"slug": "A b"},
    "province_has_an_iso_code_unless_a_region": {"iso": None},
    "province_has_both_coordinates_or_none": {"latitude": 1},
    "province_kind_is_known": {"kind": "lake"},
    "province_latitude_is_on_the_globe": {"latitude": 91, "longitude": 1},
    "province_longitude_is_on_the_globe": {"latitude": 1, "longitude": 181},
    "province_slug_is_plain": {"slug": "A b"},
    "public_text_removed_has_no_words": {"removed_at": DAY, "body": "x"},
    "refusal_has_words": {"start": 1},
    "removal_is_confirmed_by_a_second_person": {"confirmed_by_id": 1, "confirmed_at": DAY},
    "revision_has_a_text": {"body": ""},
    "revision_number_starts_at_one": {"number": 0},
    "revision_published_has_a_headline": {"headline": "", "published_at": DAY},
    "revision_removed_has_no_text": {"removed_at": DAY},
    "settlement_ground_is_known": {"ground": "none"},
    "settlement_number_starts_at_one": {"number": 0},
    "settlement_state_is_known": {"state": "lost"},
    "spelling_has_a_letter": {"folded": ""},
    "spelling_is_of_one_province_or_one_place": {"place_id": 1},
    "spelling_origin_is_known": {"origin": "sky"},
    "spelling_system_is_known": {"system": "runes"},
    "step_basis_is_known": {"basis": "heard"},
    "step_first_is_the_outlet": SOMEBODY,
    "step_has_the_speaker_of_its_kind": {"attribution_id": 1},
    "step_own_words_are_the_outlets": {**SOMEBODY, "position": 2, "speech": "own"},
    "step_position_starts_at_one": {"position": 0},
    "step_speech_is_known": {"speech": "sung"},
    "topic_is_not_broader_than_itself": {"broader_id": 1},
    "topic_merge_undone_by_somebody": {"undone_at": DAY},
}  # fmt: skip
# Where a uniqueness holds of some rows alone: what makes a row one of them.
AMONG: dict[str, Row] = {
    "article_address_is_once_an_outlet": {"original_url": "x"},
    "claim_one_version_is_current": {"is_current": True},
    "public_text_one_is_current": {"is_current": True},
    "revision_one_is_current": {"is_current": True},
    "place_is_spelt_so_once": {"province_id": None, "place_id": 1},
}
# A row is one of the first or one of the second.
NEVER_BOTH = {"province_is_spelt_so_once", "place_is_spelt_so_once"}


def our_models() -> list[type[models.Model]]:
    found = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in OUR_APPS]
    return [model for model in found if model._meta.managed and not hasattr(model, "pgh_tracked_model")]


def checks() -> Iterator[Any]:
    for model in our_models():
        for constraint in model._meta.constraints:
            if isinstance(constraint, models.CheckConstraint):
                yield pytest.param(model, constraint.name, id=constraint.name)


def unique_sets(model: type[models.Model]) -> dict[str, list[str]]:
    """Whatever of a model is unique, by name: its columns."""
    named = {
        str(each.name): [column_of(model, name) for name in each.fields]
        for each in model._meta.constraints
        if isinstance(each, models.UniqueConstraint)
    }
    fields = [field for field in model._meta.local_fields if field.unique and not field.primary_key]
    return named | {f"{model._meta.db_table}.{field.column}": [str(field.column)] for field in fields}


def uniques() -> Iterator[Any]:
    for model in our_models():
        for name in unique_sets(model):
            yield pytest.param(model, name, id=name)


def copy_of(model: type[models.Model]) -> Row:
    """Make the copy; a row that it takes."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE a_copy (LIKE public.{table} INCLUDING ALL) ON COMMIT DROP")
    row: Row = {
        str(field.column): None if field.null else nothing(field) for field in model._meta.local_concrete_fields
    }
    return row | {"id": 1} | SOUND.get(table, {})


def nothing(field: "models.Field[Any, Any]") -> Any:
    kind = field.get_internal_type()
    if kind in {"DateTimeField", "DateField"}:
        return DAY
    if kind == "BooleanField":
        return False
    if kind == "UUIDField":
        return "00000000-0000-0000-0000-000000000000"
    if kind in {"ArrayField", "JSONField"}:
        return []
    return "" if kind in {"CharField", "TextField", "SlugField"} else 0


def put(row: Row) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO a_copy ({names}) SELECT {names} FROM jsonb_populate_record(NULL::a_copy, %s)",
            [json.dumps(row)],
        )


def broken_by(error: IntegrityError) -> tuple[str, str]:
    """The kind of refusal and the name of the constraint."""
    cause: Any = error.__cause__
    return type(cause).__name__, str(cause.diag.constraint_name)


@pytest.mark.parametrize(("model", "name"), list(checks()))
def test_a_row_that_breaks_a_constraint_alone_is_refused(model: type[models.Model], name: str) -> None:
    sound = copy_of(model)
    put(sound)
    with pytest.RaisesExc(IntegrityError, check=lambda error: broken_by(error) == ("CheckViolation", name)):
        put(sound | {"id": 2} | UNSOUND[name] | ({"id": 1} if name.endswith(("than_itself", "is_another")) else {}))


@pytest.mark.parametrize(("model", "name"), list(uniques()))
def test_the_same_twice_is_refused(model: type[models.Model], name: str) -> None:
    sets = unique_sets(model)
    sound = copy_of(model) | AMONG.get(name, {})
    put(sound)
    other = sound | {"id": 2}
    others = {} if name in NEVER_BOTH else {each: columns for each, columns in sets.items() if each != name}
    for columns in others.values():
        for column in (column for column in columns if column not in sets[name]):
            value = sound[column]
            other[column] = "KP-02" if column == "iso" else value + "x" if isinstance(value, str) else (value or 0) + 7
    with pytest.RaisesExc(IntegrityError, check=lambda error: broken_by(error)[0] == "UniqueViolation"):
        put(other)


def test_no_constraint_lacks_its_example() -> None:
    assert {each.id for each in checks()} == set(UNSOUND)


def unheld() -> set[str]:
    """Columns and foreign keys of which the database holds less than the model declares."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('%s.%s', attrelid::regclass, attname) FROM pg_attribute WHERE attnotnull AND attnum > 0"
        )
        never_null = {str(row[0]) for row in cursor.fetchall()}
        cursor.execute(
            "SELECT format('%s.%s', conrelid::regclass, attname), confrelid::regclass::text FROM pg_constraint"
            " JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]"
            " WHERE contype = 'f' AND convalidated AND cardinality(conkey) = 1 AND confdeltype = 'a'"
        )
        leads = {(str(column), str(table)) for column, table in cursor.fetchall()}
    found = set()
    for model in our_models():
        for field in model._meta.local_concrete_fields:
            column = f"{model._meta.db_table}.{field.column}"
            if not field.null and column not in never_null:
                found.add(f"{column} may be null")
            key: Any = field
            if field.many_to_one and (column, key.related_model._meta.db_table) not in leads and key.db_constraint:
                found.add(f"{column} leads nowhere")
    return found


def test_no_column_is_null_and_no_row_leads_nowhere_unless_its_model_says_so() -> None:
    assert unheld() == set()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE articles_revision ALTER COLUMN body DROP NOT NULL")
        cursor.execute(
            "SELECT conname FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]"
            " WHERE contype = 'f' AND conrelid = 'articles_revision'::regclass AND attname = 'article_id'"
        )
        cursor.execute(f'ALTER TABLE articles_revision DROP CONSTRAINT "{cursor.fetchone()[0]}"')
    assert unheld() == {"articles_revision.body may be null", "articles_revision.article_id leads nowhere"}
