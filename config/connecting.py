"""The address of the database for programs that are not Django's: pg_dump, and look-ups of our own."""

import psycopg
from django.conf import settings
from django.db import connection

from config.cluster import Cluster


def address_of_owner() -> str:
    """That of the login this process has, as a conninfo string; commands that need it run as the owner."""
    parts = connection.get_connection_params()
    names = ("dbname", "user", "password", "host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey")
    return psycopg.conninfo.make_conninfo(**{name: parts[name] for name in names if parts.get(name)})


def address_of_server() -> str:
    """With the embedded server its superuser's; else the owner's, which may lack some rights."""
    return Cluster(settings.DATA_DIR).url("superuser") if settings.USES_EMBEDDED_POSTGRES else address_of_owner()
