"""The three logins: owner (owns everything), desk (editors), reader (the public; sees the views of schema `pub` alone).

Roles are made once a server, guards once a database, grants after every migration (`config/pub.py`). A guard that this
login may not set is reported, never passed over in silence.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
from psycopg import sql

# Each (setting, value) is a default of every session of that role.
DESK_SETTINGS = {
    "search_path": "public",
    "statement_timeout": "30s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "60s",
}
READER_SETTINGS = {
    "search_path": "pub",
    "statement_timeout": "800ms",
    "lock_timeout": "300ms",
    "idle_in_transaction_session_timeout": "5s",
    "idle_session_timeout": "10min",
    "default_transaction_read_only": "on",
    # Postgres writes a statement that fails into its log, and the statement holds a reader's search.
    "log_min_error_statement": "panic",
    "log_min_messages": "fatal",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    # A kept backend must not be turned into a workshop.
    "temp_file_limit": "64MB",
    "jit": "off",
    # What is asked again and again is planned once for a connection (`articles/queries/among.py`).
    "plan_cache_mode": "force_generic_plan",
}
DESK_CONNECTIONS, READER_CONNECTIONS = 40, 60

# Functions that let a statement wait, signal, store or measure what the views do not show.
_CLOSED_FUNCTIONS = (
    r"pg_sleep%",
    r"pg_advisory_%",
    r"pg_try_advisory_%",
    r"lo\_%",
    r"loread",
    r"lowrite",
    r"pg_notify",
    r"pg_logical_emit_message",
    r"pg_%_size",
    r"pg_stat_get_%",
    r"pg_relation_filepath",
    r"query_to_xml%",
    r"database_to_xml%",
    r"table_to_xml%",
    r"cursor_to_xml%",
    r"schema_to_xml%",
    # How far others have written, in which tables and when: the pace of the desk. What stays open are the three figures
    # by which a reader's process knows what a standby has (`config/standbys`).
    r"pg_current_wal_lsn",
    r"pg_current_wal_insert_lsn",
    r"pg_last_wal_receive_lsn",
    r"pg_last_committed_xact",
    r"pg_walfile_name%",
    r"pg_split_walfile_name",
    r"pg_available_wal_summaries",
    r"pg_wal_summary_contents",
    r"pg_get_wal_%",
    r"pg_control_%",
    r"pg_xact_%",
    r"pg_current_xact_id%",
    r"pg_current_snapshot",
    r"pg_export_snapshot",
    r"txid_current%",
    r"txid_status",
    r"%replication_slot%",
)


@dataclass(frozen=True)
class Login:
    """A role's name and password."""

    name: str
    password: str


def bootstrap(*, server: str, database: str, owner: str, desk: Login, reader: Login) -> list[str]:
    """Make or mend the logins on the server at address `server`; returns one sentence for each guard not set.

    Raises psycopg.Error when the server cannot be reached or the roles cannot be made at all.
    """
    unset: list[str] = []
    # In one transaction: nobody logs in before the settings of his role stand.
    with psycopg.connect(server) as connection:
        for login, limit in ((desk, DESK_CONNECTIONS), (reader, READER_CONNECTIONS)):
            _make_login(connection, login, limit)
        unset += _apply(connection, _settings(desk.name, DESK_SETTINGS))
        unset += _apply(connection, _settings(reader.name, READER_SETTINGS))
    # Rights on functions are kept by each database; a new one is copied from template1.
    for name in dict.fromkeys((database, "template1")):
        try:
            with psycopg.connect(server, dbname=name, autocommit=True) as connection:
                unset += _apply(connection, _closed_functions(connection, [owner, desk.name]), where=name)
        except psycopg.OperationalError as error:
            unset.append(f"{name}: not reached ({_first_line(error)})")
    return unset


def _make_login(connection: psycopg.Connection, login: Login, limit: int) -> None:
    exists = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [login.name]).fetchone()
    verb = "ALTER" if exists else "CREATE"
    connection.execute(
        sql.SQL(
            f"{verb} ROLE {{}} LOGIN NOCREATEDB NOCREATEROLE NOINHERIT CONNECTION LIMIT {limit} PASSWORD {{}}"
        ).format(sql.Identifier(login.name), sql.Literal(login.password))
    )


def _settings(role: str, settings: dict[str, str]) -> Iterator[tuple[str, sql.Composed]]:
    for name, value in settings.items():
        statement = sql.SQL("ALTER ROLE {} SET {} = {}").format(
            sql.Identifier(role), sql.Identifier(name), sql.Literal(value)
        )
        yield f"{role}: {name} = {value}", statement


def _closed_functions(connection: psycopg.Connection, allowed: list[str]) -> Iterator[tuple[str, sql.Composed]]:
    rows = connection.execute(
        "SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace"
        " AND p.prokind = 'f' AND p.proname LIKE ANY(%s) ORDER BY 1",
        [list(_CLOSED_FUNCTIONS)],
    ).fetchall()
    for (signature,) in rows:
        # The signature comes from the catalogue, quoted by regprocedure itself.
        function = sql.SQL(signature)
        roles = sql.SQL(", ").join(sql.Identifier(name) for name in allowed)
        yield (
            f"{signature} closed",
            sql.SQL("REVOKE EXECUTE ON FUNCTION {} FROM PUBLIC; GRANT EXECUTE ON FUNCTION {} TO {}").format(
                function, function, roles
            ),
        )


def _apply(connection: psycopg.Connection, guards: Iterator[tuple[str, sql.Composed]], where: str = "") -> list[str]:
    unset = []
    for label, statement in guards:
        try:
            with connection.transaction():
                connection.execute(statement)
        except psycopg.Error as error:
            unset.append(f"{where + ': ' if where else ''}{label} not set ({_first_line(error)})")
    return unset


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
