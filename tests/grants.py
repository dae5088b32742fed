"""What the logins of the two sites may do in the database, read from its catalog and written out as a page of the documentation.

Whatever of it changes, changes `docs/grants.md`, which is committed: tests/test_grants.py compares.
"""

import re
from collections.abc import Iterator, Mapping

import psycopg

VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN")
# Those that can be given for one column.
_OF_COLUMNS = {"SELECT", "INSERT", "UPDATE", "REFERENCES"}
_OURS = "NOT IN ('pg_catalog', 'information_schema', 'pg_toast')"
_EMPTY = re.compile(r'NULL::[^,]*?(?:\([\d,]+\))?(?:\[\])? AS "?(\w+)"?')
_FLAT = re.compile(r"FROM public\.(?P<table>\w+)\s+WHERE is_public;$")
HEAD = """\
# What the logins of the two sites may do in the database

Read from the catalog of a database as `migrate` and `bootstrap_roles` leave it. Nothing new is within reach of the public site's
login (`reader`) or of the editors' (`desk`) without a line here: this file is written and compared by `tests/test_grants.py`.
"""
Connection = psycopg.Connection[tuple[object, ...]]


def page(database: Connection, reader: str, desk: str) -> str:
    """The whole page."""
    # So that the catalog writes every name with its schema.
    database.execute("SELECT set_config('search_path', '', false)")
    parts = [HEAD, *_views(database, reader), *_beside(database, reader), *_desk(database, desk)]
    return "\n".join(parts)


def reach(database: Connection, role: str) -> dict[str, set[str]]:
    """Relation → what this login may do with it, were it let into the schema; where it may do nothing is left out."""
    rights = [
        f"CASE WHEN has_table_privilege(%(role)s, c.oid, '{verb}')"
        + (f" OR has_any_column_privilege(%(role)s, c.oid, '{verb}')" if verb in _OF_COLUMNS else "")
        + f" THEN '{verb}' END"
        for verb in VERBS
    ]
    rows = database.execute(
        f"SELECT n.nspname || '.' || c.relname, array_remove(ARRAY[{', '.join(rights)}], NULL)"
        " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        f" WHERE n.nspname {_OURS} AND c.relkind IN ('r', 'v', 'm', 'p', 'f')"
        " ORDER BY 1",
        {"role": role},
    ).fetchall()
    return {str(name): set(verbs) for name, verbs in rows if verbs}  # type: ignore[call-overload]  # a list of words


def shown_by_views(database: Connection) -> dict[str, tuple[list[str], list[str]]]:
    """View of `pub` → its columns that show something, and those that are empty for everybody, each in their order."""
    found = {}
    for oid, name, definition in database.execute(
        "SELECT c.oid, c.relname, pg_get_viewdef(c.oid) FROM pg_class c WHERE c.relnamespace = to_regnamespace('pub')"
        " AND c.relkind <> 'i' ORDER BY 2"
    ).fetchall():
        flat = _FLAT.search(str(definition))
        columns = [
            str(column)
            for (column,) in database.execute(
                "SELECT attname FROM pg_attribute WHERE attrelid = %s AND attnum > 0 ORDER BY attnum", [oid]
            ).fetchall()
        ]
        if not flat or flat["table"] != name:
            columns.append("NOT OF ONE TABLE ALONE")
        empty = set(_EMPTY.findall(str(definition)))
        found[str(name)] = (
            [each for each in columns if each not in empty],
            [each for each in columns if each in empty],
        )
    return found


def _views(database: Connection, reader: str) -> Iterator[str]:
    may = reach(database, reader)
    yield "\n## Views of schema `pub`, for the public site\n"
    yield "Each is `SELECT … FROM` the table of its name `WHERE is_public`. Empty columns are NULL in every row.\n"
    yield "| view | `reader` may | columns that show something | empty columns |\n|---|---|---|---|"
    for view, (shown, empty) in shown_by_views(database).items():
        verbs = " ".join(verb for verb in VERBS if verb in may.get(f"pub.{view}", ()))
        yield f"| `{view}` | {verbs or '—'} | {', '.join(shown)} | {', '.join(empty) or '—'} |"


def _beside(database: Connection, reader: str) -> Iterator[str]:
    beside = [name for name in reach(database, reader) if not name.startswith("pub.")]
    yield "\n## Whatever else `reader` may\n"
    yield f"- Tables, views and sequences outside of `pub`: {_listed([*beside, *_sequences(database, reader)])}."
    yield f"- Schemas it may enter: {_listed(_schemas(database, reader, 'USAGE'))}."
    yield f"- Schemas it may create things in: {_listed(_schemas(database, reader, 'CREATE'))}."
    yield f"- Functions outside of `pg_catalog` that it may call: {_listed(_functions(database, reader))}."
    yield f"- In this database: {_listed(_of_database(database, reader))}. As a role: {_listed(_attributes(database, reader))}."
    yield f"- Roles it is a member of: {_listed(_memberships(database, reader))}."
    yield f"- Of how far others have written it may ask: {_listed(_of_writing(database, reader))}."
    yield "\nSettings it logs in with:\n"
    yield from (f"- `{name} = {value}`" for name, value in sorted(_settings(database, reader).items()))
    yield "\nFunctions of `pg_catalog` that everybody may call elsewhere (Postgres 18), and it may not here:\n"
    yield ", ".join(f"`{name}`" for name in _closed(database, reader))


def _desk(database: Connection, desk: str) -> Iterator[str]:
    may = reach(database, desk)
    usual = {"SELECT", "INSERT", "UPDATE", "DELETE"}
    yield "\n## The editors' site\n"
    yield "`desk` may SELECT, INSERT, UPDATE and DELETE in every table of schema `public` that is not named here.\n"
    yield "| table | `desk` may |\n|---|---|"
    tables = [
        str(name)
        for (name,) in database.execute(
            "SELECT 'public.' || tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        )
    ]
    for table in sorted({*tables, *may}):
        verbs = may.get(table, set())
        if verbs != usual or table not in tables:
            yield f"| `{table.removeprefix('public.')}` | {' '.join(verb for verb in VERBS if verb in verbs) or '—'} |"
    yield f"\n- Schemas it may enter: {_listed(_schemas(database, desk, 'USAGE'))}."
    yield f"- Schemas it may create things in: {_listed(_schemas(database, desk, 'CREATE'))}."
    yield f"- In this database: {_listed(_of_database(database, desk))}. As a role: {_listed(_attributes(database, desk))}."
    yield f"- Roles it is a member of: {_listed(_memberships(database, desk))}."
    yield "\nSettings it logs in with:\n"
    yield from (f"- `{name} = {value}`" for name, value in sorted(_settings(database, desk).items()))
    yield ""


def _sequences(database: Connection, role: str) -> list[str]:
    return _names(
        database,
        "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(%(role)s, c.oid, 'USAGE, SELECT, UPDATE') END ORDER BY 1",
        role,
    )


def _schemas(database: Connection, role: str, verb: str) -> list[str]:
    return _names(
        database,
        f"SELECT nspname FROM pg_namespace WHERE nspname {_OURS} AND nspname !~ '^pg_(toast_)?temp_'"
        f" AND has_schema_privilege(%(role)s, oid, '{verb}') ORDER BY 1",
        role,
    )


def _functions(database: Connection, role: str) -> list[str]:
    return _names(
        database,
        f"SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE nspname {_OURS}"
        " AND has_schema_privilege(%(role)s, n.oid, 'USAGE') AND has_function_privilege(%(role)s, p.oid, 'EXECUTE') ORDER BY 1",
        role,
    )


def _closed(database: Connection, role: str) -> list[str]:
    """Names of functions that Postgres leaves open to everybody and that this login may not call in any of their forms."""
    return _names(
        database,
        "SELECT proname FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace GROUP BY 1"
        " HAVING NOT bool_or(has_function_privilege(%(role)s, oid, 'EXECUTE'))"
        # Those that nobody gets by default say so in the rights they were made with.
        " AND NOT bool_and(oid IN (SELECT objoid FROM pg_init_privs WHERE classoid = 'pg_proc'::regclass)) ORDER BY 1",
        role,
    )


def _of_writing(database: Connection, role: str) -> list[str]:
    """Names of functions that tell of positions in the log, of transactions and of replication, and that it may call."""
    return _names(
        database,
        "SELECT DISTINCT proname FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace"
        " AND proname ~ '^pg_(control|current_(wal|xact|snapshot)|last_|available_wal|wal_summ|get_wal|walfile|split_wal|xact_|export)"
        "|^txid_(current|status)|replication_slot' AND has_function_privilege(%(role)s, oid, 'EXECUTE') ORDER BY 1",
        role,
    )


def _of_database(database: Connection, role: str) -> list[str]:
    return _names(
        database,
        "SELECT verb FROM unnest(ARRAY['CONNECT', 'CREATE', 'TEMPORARY']) verb"
        " WHERE has_database_privilege(%(role)s, current_database(), verb)",
        role,
    )


def _attributes(database: Connection, role: str) -> list[str]:
    return _names(
        database,
        "SELECT word FROM pg_roles, LATERAL (VALUES (rolcanlogin, 'LOGIN'), (rolsuper, 'SUPERUSER'), (rolinherit, 'INHERIT'),"
        " (rolcreaterole, 'CREATEROLE'), (rolcreatedb, 'CREATEDB'), (rolreplication, 'REPLICATION'),"
        " (rolbypassrls, 'BYPASSRLS'), (rolconnlimit >= 0, 'at most ' || rolconnlimit || ' connections')) said (is_so, word)"
        " WHERE rolname = %(role)s AND is_so",
        role,
    )


def _memberships(database: Connection, role: str) -> list[str]:
    return _names(
        database, "SELECT roleid::regrole::text FROM pg_auth_members WHERE member = %(role)s::regrole ORDER BY 1", role
    )


def _settings(database: Connection, role: str) -> Mapping[str, str]:
    said = _names(
        database, "SELECT unnest(setconfig) FROM pg_db_role_setting WHERE setrole = %(role)s::regrole ORDER BY 1", role
    )
    return dict(each.split("=", 1) for each in said)


def _names(database: Connection, statement: str, role: str) -> list[str]:
    return [str(name) for (name,) in database.execute(statement.encode(), {"role": role}).fetchall()]


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "none"
