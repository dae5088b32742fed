"""Migrations on a full database, down step by step and up again: the same schema, nothing more for the public to see."""

from collections.abc import Iterator
from typing import Any

from tests.drills.frame import Figure, at_least, exactly, shown
from tests.drills.stand import Stand, stand

# What the scenes' own look at the schema describes, and what the public site's login may see of it.
VISIBLE = """
    SELECT relnamespace::regnamespace || '.' || relname || '.' || attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE attnum > 0 AND NOT attisdropped AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
        AND has_schema_privilege('reader', relnamespace, 'USAGE') AND has_column_privilege('reader', pg_class.oid, attnum, 'SELECT')
"""
KEPT = ("articles_article", "articles_claim", "articles_claimversion", "articles_publictext", "articles_act")


def drill(full: bool) -> Iterator[Figure]:
    """Three steps; with `full` down to nothing after that."""
    with stand() as here:
        here.manage("desk", "load_samples", "--by", "one")
        here.become("owner")
        from tests import test_migrations as scene

        steps = scene.steps_down()
        before, rows, visible = _schema(here), _rows(here), _visible(here)
        yield at_least("rows of the record", sum(rows.values()), 200)
        down = steps[:3]
        for app, previous in down:
            _migrate(app, previous)
        yield shown("steps down", len(down))
        _migrate()
        yield exactly("differences of the schema, up again", len(_schema(here) ^ before), 0)
        yield exactly("columns that the public sees otherwise", len(_visible(here) ^ visible), 0)
        yield exactly("rows of reports, claims, texts and acts", _rows(here) == rows, True)
        if full:
            for app, previous in steps:
                _migrate(app, previous)
            yield shown("steps down to nothing", len(steps))
            yield exactly("views of the public on nothing", len(_visible(here)), 0)
            _migrate()
            yield exactly("differences of the schema, up from nothing", len(_schema(here) ^ before), 0)
            yield exactly("columns that the public sees otherwise, up from nothing", len(_visible(here) ^ visible), 0)


def _migrate(*where: str) -> None:
    from django.core.management import call_command

    call_command("migrate", *where, interactive=False, verbosity=0)


def _schema(here: Stand) -> set[str]:
    import psycopg

    from tests import test_migrations as scene

    with psycopg.connect(here.cluster.url("superuser")) as look:
        return scene.everything(look)


def _visible(here: Stand) -> set[str]:
    return {name for (name,) in here.rows(VISIBLE)}


def _rows(here: Stand) -> dict[str, Any]:
    return {table: here.rows(f"SELECT count(*) FROM {table}")[0][0] for table in KEPT}
