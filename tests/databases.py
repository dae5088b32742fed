"""Copies of the test database, asked in place of it: what takes long to bring in is brought in once."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def copied(what: str) -> Iterator[str]:
    """The name of a copy of the database as it stands, named for what it is to hold; it goes at the end."""
    usual = str(connection.settings_dict["NAME"])
    name = f"{usual}_{what}"
    connection.close()  # what somebody is logged in to is not copied
    quote = connection.ops.quote_name
    with connection._nodb_cursor() as server:
        server.execute(f"DROP DATABASE IF EXISTS {quote(name)}")
        server.execute(f"CREATE DATABASE {quote(name)} TEMPLATE {quote(usual)}")
    try:
        yield name
    finally:
        with connection._nodb_cursor() as server:
            server.execute(f"DROP DATABASE {quote(name)} WITH (FORCE)")


@contextmanager
def asked_at(name: str) -> Iterator[None]:
    """This database is asked instead."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
