"""What the logins may do is what the committed page says, and a right that is given is seen.

After a change that is meant: `GOLDEN=write pytest tests/test_grants.py`.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from config.grants import grant
from tests.grants import page

pytestmark = pytest.mark.django_db
PAGE = Path(__file__).parent.parent / "docs" / "grants.md"


@pytest.fixture
def database() -> Iterator[psycopg.Connection[Any]]:
    """The owner's login in the test database; whatever is done is undone."""
    with psycopg.connect(os.environ["DATABASE_URL"], dbname=str(connection.settings_dict["NAME"])) as owner:
        yield owner
        owner.rollback()


def test_the_logins_may_do_what_the_committed_page_says(database: psycopg.Connection[Any]) -> None:
    found = page(database, settings.READER_ROLE, settings.DESK_ROLE)
    if os.environ.get("GOLDEN") == "write":
        PAGE.write_text(found, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == found


@pytest.mark.parametrize(
    "given",
    [
        "GRANT SELECT ON public.sources_sealednote TO {reader}; GRANT USAGE ON SCHEMA public TO {reader}",
        "GRANT USAGE ON SCHEMA public TO PUBLIC",
        "GRANT INSERT ON pub.articles_article TO {reader}",
        "GRANT UPDATE (reason) ON public.articles_act TO {desk}",
        "GRANT TRUNCATE ON public.articles_article TO {desk}",
        "CREATE VIEW pub.sources_sealednote AS SELECT *, true AS shown FROM public.sources_sealednote WHERE true",
        "CREATE VIEW pub.loot AS SELECT 1",
        "CREATE FUNCTION pub.loot() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE TABLE pub.loot (id int); GRANT SELECT ON pub.loot TO {reader}",
    ],
)
def test_a_right_that_is_given_is_seen(database: psycopg.Connection[Any], given: str) -> None:
    roles = {"reader": settings.READER_ROLE, "desk": settings.DESK_ROLE}
    before = page(database, *roles.values())
    database.execute(given.format(**roles).encode())
    assert page(database, *roles.values()) != before


def test_a_view_that_shows_one_column_more_is_seen(database: psycopg.Connection[Any]) -> None:
    before = page(database, settings.READER_ROLE, settings.DESK_ROLE)
    definition = database.execute("SELECT pg_get_viewdef('pub.sources_attribution'::regclass)").fetchone()
    assert definition is not None
    more = re.sub(r"NULL::\S+( \S+)?\s+AS role", "role", definition[0])
    assert more != definition[0]
    database.execute(f"DROP VIEW pub.sources_attribution; CREATE VIEW pub.sources_attribution AS {more}".encode())
    assert page(database, settings.READER_ROLE, settings.DESK_ROLE) != before


def test_what_was_given_by_hand_is_taken_back(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT SELECT ON public.sources_sealednote TO {settings.READER_ROLE}")
        may = "SELECT has_table_privilege(%s, 'public.sources_sealednote', 'SELECT')"
        cursor.execute(may, [settings.READER_ROLE])
        assert cursor.fetchone() == (True,)
        grant(connection)
        cursor.execute(may, [settings.READER_ROLE])
        assert cursor.fetchone() == (False,)
