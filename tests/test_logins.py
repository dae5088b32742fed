"""The reader's own login, against planted secrets: what it cannot read, by any statement, it cannot tell."""

import os
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import Error, connection

from articles.editing.drafting import propose_revision, words_of
from articles.editing.withdrawing import withdraw_article
from articles.models import Revision
from config.grants import grant
from config.pub import public_models
from config.roles import READER_SETTINGS
from provinces.models import Province
from sources.models import Attribution, SealedNote
from tests.conftest import load_vocabulary, user_in
from tests.story import Story, tell

# Planted in every place the reader must not see; no statement of the reader's may bring it out.
SECRET = "zebra-harmonica"
HIDDEN_TABLES = (
    "articles_revision", "articles_original", "sources_sealednote", "auth_user", "django_session", "django_admin_log",
    "articles_articleevent", "auth_group", "django_migrations", "pghistory_context",
)  # fmt: skip


@pytest.fixture(scope="module")
def planted(django_db_setup: None, django_db_blocker: Any) -> Iterator[Story]:
    """A committed story with the secret in a draft, a sealed note, a user, a session and private columns."""
    with django_db_blocker.unblock():
        try:
            if not Province.objects.exists():
                load_vocabulary()
            yield _plant()
        finally:
            call_command("flush", interactive=False, verbosity=0)
            load_vocabulary()


def _plant() -> Story:
    publisher = user_in(f"{SECRET}-publisher", "publisher")
    story = tell(by=publisher)
    Attribution.objects.filter(pk=story.source.pk).update(contact=SECRET, role="military")
    SealedNote.objects.create(attribution=story.source, body=SECRET, written_by=publisher)
    session = SessionStore()
    session["note"] = SECRET
    session.create()
    words = words_of(Revision.objects.get(article=story.article))
    propose_revision(
        by=publisher,
        article=story.article,
        words=type(words)(words.headline, words.body + f"\n\n{SECRET}"),
        reason=SECRET,
    )
    draft = tell(by=publisher, outlet_name=f"{SECRET} gazette", publish=False)
    Attribution.objects.filter(pk=draft.source.pk).update(descriptor=SECRET)
    gone = tell(by=publisher, outlet_name="Southern Gazette")
    withdraw_article(by=publisher, article=gone.article, reason=SECRET)
    return story


@pytest.fixture
def login(planted: Story) -> Iterator[psycopg.Connection]:
    """Logged in as the reader, as the public site is."""
    database = str(connection.settings_dict["NAME"])
    with psycopg.connect(os.environ["READER_DATABASE_URL"], dbname=database, autocommit=True) as reader:
        yield reader


def rows(login: psycopg.Connection, statement: str) -> list[tuple[object, ...]]:
    return login.execute(statement.encode()).fetchall()


def test_every_public_model_can_be_read_and_no_secret_is_in_it(login: psycopg.Connection) -> None:
    everything = [rows(login, f"SELECT * FROM {model._meta.db_table}") for model in public_models()]
    assert SECRET not in repr(everything)
    roles = rows(login, "SELECT DISTINCT role, province_id, contact FROM sources_attribution")
    assert roles == [(None, None, None)]
    assert len(rows(login, "SELECT * FROM articles_article")) == 1


def test_a_planted_secret_in_a_public_column_would_be_seen(login: psycopg.Connection, planted: Story) -> None:
    Attribution.objects.filter(pk=planted.source.pk).update(condition=SECRET)
    seen = repr(rows(login, "SELECT * FROM sources_attribution"))
    Attribution.objects.filter(pk=planted.source.pk).update(condition="")
    assert SECRET in seen


@pytest.mark.parametrize("table", HIDDEN_TABLES)
def test_private_tables_are_out_of_reach(login: psycopg.Connection, table: str) -> None:
    with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.UndefinedTable)):
        login.execute(f"SELECT * FROM {table}".encode())
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        login.execute(f"SELECT * FROM public.{table}".encode())


def test_no_base_table_is_in_reach(login: psycopg.Connection) -> None:
    reachable = rows(
        login,
        "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relkind IN ('r', 'v', 'm', 'S', 'p')"
        " AND (has_table_privilege(c.oid, 'SELECT') OR has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'))",
    )
    assert {name for (name,) in reachable} == {model._meta.db_table for model in public_models()}


# Each of these would raise an error that tells of a hidden row, if it were ever run on one; on public rows it is quiet.
ERRORS_ON_HIDDEN_ROWS = [
    "SELECT count(*) FROM articles_article WHERE 1 / (CASE WHEN state IN ('withdrawn', 'draft') THEN 0 ELSE 1 END) = 1",
    "SELECT count(*) FROM articles_article WHERE (CASE WHEN state IN ('withdrawn', 'draft') THEN 'x' ELSE '1' END)::int = 1",
    "SELECT count(*) FROM articles_publictext WHERE 1 / (length(headline) * 0 + CASE WHEN is_public THEN 1 ELSE 0 END) = 1",
    "SELECT count(*) FROM sources_attribution WHERE 'a' ~ (CASE WHEN descriptor LIKE '%zebra%' THEN '(' ELSE 'a' END)",
    "SELECT count(*) FROM sources_attribution WHERE 1 / (CASE WHEN contact LIKE '%zebra%' THEN 0 ELSE 1 END) = 1",
    "SELECT count(*) FROM sources_attribution WHERE (CASE WHEN role = 'military' THEN 'x' ELSE '1' END)::int = 1",
    "SELECT count(*) FROM sources_outlet WHERE 1 / (CASE WHEN name LIKE '%zebra%' THEN 0 ELSE 1 END) = 1",
    "SELECT count(*) FROM articles_claimversion WHERE 1 / (CASE WHEN is_public THEN 1 ELSE 0 END) = 1",
    "SELECT count(*) FROM articles_act WHERE 1 / (CASE WHEN reason LIKE '%zebra%' THEN 0 ELSE 1 END) = 1",
    "SELECT 1 FROM articles_article a JOIN articles_publictext t ON t.article_id = a.id WHERE 1 / a.is_public::int = 1",
]


@pytest.mark.parametrize("statement", ERRORS_ON_HIDDEN_ROWS)
def test_a_condition_by_hand_never_runs_on_hidden_rows(login: psycopg.Connection, statement: str) -> None:
    login.execute(statement.encode())


def test_the_same_conditions_do_fail_where_hidden_rows_are_seen(planted: Story) -> None:
    quiet = []
    for statement in ERRORS_ON_HIDDEN_ROWS:
        with connection.cursor() as cursor:
            try:
                cursor.execute(statement)
                quiet.append(statement)
            except Error:
                continue
    assert quiet == []


ATTACKS = [
    "INSERT INTO articles_act (number) VALUES (99)",
    "UPDATE articles_article SET state = 'draft'",
    "DELETE FROM articles_article",
    "TRUNCATE articles_article",
    "CREATE TABLE pub.loot (id int)",
    "CREATE TEMP TABLE loot (id int)",
    "CREATE FUNCTION pub.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE SCHEMA loot",
    "SET ROLE owner",
    "SET ROLE desk",
    "SET SESSION AUTHORIZATION owner",
    "SELECT pg_sleep(5)",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_try_advisory_lock(1)",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT pg_database_size(current_database())",
    "SELECT pg_relation_size('public.sources_sealednote')",
    "SELECT pg_total_relation_size('pub.articles_article')",
    "SELECT pg_notify('a', 'b')",
    "SELECT pg_read_file('postgresql.conf')",
    "COPY articles_article TO '/tmp/loot'",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "SELECT * FROM pg_authid",
    "SELECT pg_stat_get_tuples_inserted(1)",
    "SELECT query_to_xml('SELECT 1', true, true, '')",
    "SELECT * FROM pg_ls_dir('.')",
    "GRANT SELECT ON articles_article TO PUBLIC",
    "ALTER VIEW articles_article RENAME TO loot",
    "DO $$ BEGIN PERFORM 1 FROM public.sources_sealednote; END $$",
    "SELECT nextval('public.articles_article_id_seq')",
    "SELECT currval('public.articles_article_id_seq')",
    "DO $$ BEGIN LOCK TABLE articles_article; END $$",
    "INSERT INTO pub.sources_attribution (descriptor) VALUES ('x')",
    "MERGE INTO articles_article a USING articles_article b ON a.id = b.id WHEN MATCHED THEN DELETE",
    "CREATE VIEW pub.loot AS SELECT * FROM public.sources_sealednote",
    "CREATE OR REPLACE VIEW articles_article AS SELECT 1 AS id",
    "CREATE MATERIALIZED VIEW pub.loot AS SELECT 1 AS id",
    "CREATE EXTENSION dblink",
    "CREATE PUBLICATION loot FOR ALL TABLES",
    "CREATE ROLE loot",
    "CREATE DATABASE loot",
    "CREATE EVENT TRIGGER loot ON ddl_command_start EXECUTE FUNCTION now()",
    "DROP VIEW articles_article",
    "DROP SCHEMA pub CASCADE",
    "ALTER ROLE reader SUPERUSER",
    "ALTER SYSTEM SET log_statement = 'all'",
    "ALTER DATABASE reading_room SET log_statement = 'all'",
    "SET log_min_error_statement = error",
    "SET log_statement = 'all'",
    "SET log_min_duration_statement = 0",
    "SET temp_file_limit = -1",
    "SET session_replication_role = replica",
    "COPY articles_article FROM '/etc/passwd'",
    "SELECT lo_import('/etc/passwd')",
    "SELECT pg_read_binary_file('PG_VERSION')",
    "SELECT pg_stat_file('PG_VERSION')",
    "SELECT pg_current_logfile()",
    "SELECT pg_reload_conf()",
    "SELECT pg_rotate_logfile()",
    "SELECT pg_logical_emit_message(false, 'a', 'b')",
    "SELECT table_to_xml('public.sources_sealednote', true, true, '')",
    "SELECT database_to_xml(true, true, '')",
    "SELECT pg_relation_filepath('public.sources_sealednote')",
    "SELECT pg_column_size(body) FROM public.sources_sealednote",
    "SELECT * FROM pg_shadow",
    "SELECT * FROM pg_user_mapping",
    "SELECT * FROM pg_hba_file_rules",
    "SELECT * FROM pg_statistic",
    "SELECT setval('public.articles_article_id_seq', 1)",
    "EXPLAIN SELECT * FROM public.sources_sealednote",
    "EXPLAIN ANALYZE DELETE FROM articles_article",
    "DO $$ BEGIN LOCK TABLE public.sources_sealednote IN SHARE MODE; END $$",
    "SELECT * FROM articles_article FOR UPDATE",
    "VACUUM public.articles_article",
    "ANALYZE public.sources_sealednote",
    "REFRESH MATERIALIZED VIEW public.loot",
    "COMMENT ON VIEW articles_article IS 'x'",
    "REASSIGN OWNED BY owner TO reader",
    "SECURITY LABEL ON VIEW articles_article IS 'x'",
    "LOAD 'dblink'",
    "CHECKPOINT",
]


@pytest.mark.parametrize("statement", ATTACKS)
def test_an_attack_is_refused(login: psycopg.Connection, statement: str) -> None:
    with pytest.raises(psycopg.Error) as refused:
        login.execute(statement.encode())
    assert isinstance(
        refused.value,
        psycopg.errors.InsufficientPrivilege
        | psycopg.errors.ReadOnlySqlTransaction
        | psycopg.errors.InvalidParameterValue
        | psycopg.errors.ObjectNotInPrerequisiteState,
    )
    assert SECRET not in str(refused.value)


def test_statistics_of_hidden_columns_are_not_shown(login: psycopg.Connection) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE sources_sealednote, sources_attribution, articles_revision")
    assert rows(login, "SELECT * FROM pg_stats WHERE schemaname IN ('public', 'pub')") == []


def test_the_settings_of_the_login_are_in_force(login: psycopg.Connection) -> None:
    shown = {name: rows(login, f"SELECT current_setting('{name}')")[0][0] for name in READER_SETTINGS}
    assert shown == READER_SETTINGS


def test_a_long_statement_ends_at_the_limit(login: psycopg.Connection) -> None:
    with pytest.raises(psycopg.errors.QueryCanceled):
        login.execute("SELECT count(*) FROM pg_class a, pg_class b, pg_class c, pg_class d")


def test_desk_writes_but_cannot_rewrite_the_ledger(planted: Story) -> None:
    database = str(connection.settings_dict["NAME"])
    with psycopg.connect(os.environ["DESK_DATABASE_URL"], dbname=database, autocommit=True) as desk:
        assert desk.execute("SELECT count(*) FROM sources_sealednote").fetchone() == (1,)
        for statement in (
            "UPDATE articles_act SET reason = ''",
            "DELETE FROM articles_act",
            "TRUNCATE articles_act",
            "ALTER TABLE articles_act DISABLE TRIGGER ALL",
            "CREATE TABLE loot (id int)",
            "DROP TABLE articles_act",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                desk.execute(statement.encode())


def test_a_wrong_password_is_refused(planted: Story) -> None:
    for url in (os.environ["READER_DATABASE_URL"], os.environ["DATABASE_URL"]):
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(url, password="guessed")


def test_grants_leave_nothing_to_everybody(planted: Story) -> None:
    grant(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_schema_privilege(%s, 'public', 'USAGE')", [settings.READER_ROLE])
        assert cursor.fetchone() == (False,)
        cursor.execute(
            "SELECT count(*) FROM information_schema.role_table_grants WHERE grantee = 'PUBLIC'"
            " AND table_schema IN ('public', 'pub')"
        )
        assert cursor.fetchone() == (0,)


def test_users_of_the_desk_are_not_in_the_views(planted: Story) -> None:
    assert User.objects.filter(username__contains=SECRET).exists()
    assert not any(model is User for model in public_models())
