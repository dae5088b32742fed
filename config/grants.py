"""What each login may touch in this database; set again after every migration."""

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from config.pub import SCHEMA, history_models


def append_only() -> set[str]:
    """The ledger and the tables of history: nobody but the owner changes or empties them, whatever the application does."""
    return {"articles_act", *(model._meta.db_table for model in history_models())}


def grant(connection: BaseDatabaseWrapper) -> None:
    """Close the database to everybody, then open to desk and reader what is theirs; roles not made yet are left out."""
    name = connection.ops.quote_name(str(connection.settings_dict["NAME"]))
    with connection.cursor() as cursor:
        cursor.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
        cursor.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
        cursor.execute(
            "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)", [[settings.DESK_ROLE, settings.READER_ROLE]]
        )
        there = {row[0] for row in cursor.fetchall()} - {settings.OWNER_ROLE}
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = {row[0] for row in cursor.fetchall()}
        if settings.DESK_ROLE in there:
            desk = connection.ops.quote_name(settings.DESK_ROLE)
            cursor.execute(f"GRANT CONNECT ON DATABASE {name} TO {desk}")
            cursor.execute(f"GRANT USAGE ON SCHEMA public TO {desk}")
            cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {desk}")
            cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {desk}")
            for table in sorted(tables & append_only()):
                cursor.execute(f'REVOKE UPDATE, DELETE ON public."{table}" FROM {desk}')
        if settings.READER_ROLE in there and settings.READER_ROLE != settings.DESK_ROLE:
            reader = connection.ops.quote_name(settings.READER_ROLE)
            cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {reader}")
            cursor.execute(f"GRANT CONNECT ON DATABASE {name} TO {reader}")
            cursor.execute("SELECT to_regnamespace(%s)", [SCHEMA])
            if cursor.fetchone()[0] is not None:  # while a backup is brought back there is nothing to read yet
                cursor.execute(f"GRANT USAGE ON SCHEMA {SCHEMA} TO {reader}")
                cursor.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {reader}")
