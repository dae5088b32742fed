"""Copies of the test database, asked in place of it: what takes long to bring in is brought in once."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db import connection

# What the process remembers of each database's content types. They have other numbers where a test that committed has
# emptied the tables and Django has filled them again: in the test database, but not in a copy made before.
_CONTENT_TYPES: dict[str, dict[str, Any]] = {}


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
        _CONTENT_TYPES.pop(name, None)
        with connection._nodb_cursor() as server:
            server.execute(f"DROP DATABASE {quote(name)} WITH (FORCE)")


@contextmanager
def asked_at(name: str) -> Iterator[None]:
    """This database is asked instead."""
    from django.contrib.contenttypes.models import ContentType  # here: pytest loads this before there are settings

    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        with mock.patch.object(ContentType.objects, "_cache", _CONTENT_TYPES.setdefault(name, {})):
            yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
