"""Every field says who may see it; the views of schema `pub` are made from that and nothing else."""

import pytest
from django.apps import apps
from django.db import connection, models

from config.pub import audience_of, create_views, drop_views, public_models, view_sql
from provinces.audience import Audience
from tests.conftest import reader_rights
from tests.story import Story

OUR_APPS = {"articles", "sources", "provinces"}


def silent_fields(model: type[models.Model]) -> set[str]:
    """Fields of a model that no audience names, and names that are no field."""
    audience = audience_of(model)
    if audience is None:
        return {"(no audience at all)"}
    fields = {field.name for field in model._meta.local_concrete_fields}
    return fields ^ {*audience.public, *audience.desk}


def test_every_field_of_every_model_states_its_audience() -> None:
    silent = {model._meta.label: silent_fields(model) for model in apps.get_models(include_auto_created=True)}
    assert {label: fields for label, fields in silent.items() if fields} == {}


def test_a_new_field_without_an_audience_is_noticed() -> None:
    class Leaflet(models.Model):
        is_public = models.BooleanField()
        note = models.TextField()
        audience = Audience(public=("id", "is_public"))

        class Meta:
            app_label = "articles"
            apps = type(apps)()

        def __str__(self) -> str:
            return self.note

    assert silent_fields(Leaflet) == {"note"}


def test_an_audience_is_refused_that_shows_rows_without_a_gate() -> None:
    with pytest.raises(ValueError, match="is_public"):
        Audience(public=("id", "name"))
    with pytest.raises(ValueError, match="both audiences: name"):
        Audience(public=("is_public", "name"), desk=("name",))


def test_public_models_have_the_gate_and_a_published_queryset() -> None:
    for model in public_models():
        assert model._meta.get_field("is_public").get_internal_type() == "BooleanField"
        assert callable(model._default_manager.published), model  # type: ignore[attr-defined]


def test_every_public_model_loads_as_reader(story: Story) -> None:
    counts = {}
    with reader_rights():
        for model in public_models():
            rows = list(model._default_manager.published())  # type: ignore[attr-defined]
            counts[model._meta.model_name] = len(rows)
    assert {name for name, count in counts.items() if not count} <= {
        "outletname", "institutionname", "claimlink", "contradiction", "statedsettlement", "outcome", "evidence", "figure",
    }  # fmt: skip
    assert (counts["article"], counts["claimversion"]) == (1, 2)


def test_a_private_column_is_null_and_of_its_type() -> None:
    from sources.models import Attribution

    sql = view_sql(
        Attribution, {"id": "bigint", "descriptor": "character varying(200)", "role": "character varying(15)"}
    )
    assert sql == (
        'CREATE VIEW pub."sources_attribution" AS SELECT "id", "descriptor", NULL::character varying(15) AS "role"'
        ' FROM public."sources_attribution" WHERE "is_public"'
    )


def test_a_column_nobody_declared_is_hidden() -> None:
    from sources.models import Outlet

    assert 'NULL::text AS "added_by_hand"' in view_sql(Outlet, {"id": "bigint", "added_by_hand": "text"})


def test_views_are_flat_and_one_a_public_model(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT viewname, definition FROM pg_views WHERE schemaname = 'pub'")
        views = dict(cursor.fetchall())
    assert set(views) == {model._meta.db_table for model in public_models()}
    for definition in views.values():
        assert definition.count("FROM") == 1
        assert not {"JOIN", "CASE"} & set(definition.upper().split())
        assert definition.rstrip().endswith("WHERE is_public;")


def test_views_can_be_taken_down_and_built_again(story: Story) -> None:
    drop_views(connection)
    create_views(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pub.articles_article")
        assert cursor.fetchone() == (1,)
