"""Copies of the test database, asked in place of it: what takes long to bring in is brought in once."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db import connection

# What the process remembers of each database's content types. They have other numbers where a test that committed has
# emptied the tables and Django has filled them again: in the test database, but not in a copy made before.
_CONTENT_TYPES: dict[str, dict[str, Any]] = {}
# Logins to databases that are not asked now. To log in anew is quick, but Postgres then has to read every table's description
# and every trigger again: that takes a quarter of the time of telling the story.
_LOGINS: dict[str, Any] = {}


@contextmanager
def copied(what: str, of: str = "") -> Iterator[str]:
    """The name of a copy of a database as it stands, by default of the usual one, named for what it holds; it goes at the end."""
    usual = str(connection.settings_dict["NAME"])
    name = f"{usual}_{what}"
    connection.close()  # what somebody is logged in to is not copied
    quote = connection.ops.quote_name
    with connection._nodb_cursor() as server:
        server.execute(f"DROP DATABASE IF EXISTS {quote(name)}")
        server.execute(f"CREATE DATABASE {quote(name)} TEMPLATE {quote(of or usual)}")
    try:
        yield name
    finally:
        forget(name)
        with connection._nodb_cursor() as server:
            server.execute(f"DROP DATABASE {quote(name)} WITH (FORCE)")


def forget(name: str) -> None:
    """Log out of a database that is not asked now."""
    _CONTENT_TYPES.pop(name, None)
    if login := _LOGINS.pop(name, None):
        login.close()


@contextmanager
def asked_at(name: str) -> Iterator[None]:
    """This database is asked instead."""
    from django.contrib.contenttypes.models import ContentType  # here: pytest loads this before there are settings

    usual = str(connection.settings_dict["NAME"])
    _turn_to(name)
    try:
        with mock.patch.object(ContentType.objects, "_cache", _CONTENT_TYPES.setdefault(name, {})):
            yield
    finally:
        _turn_to(usual)


def _turn_to(name: str) -> None:
    """Ask this database from now on; the login to the one before is kept, unless it is in the middle of something."""
    is_between = not connection.in_atomic_block and connection.autocommit
    if is_between and connection.connection is not None and connection.is_usable():
        _LOGINS[str(connection.settings_dict["NAME"])] = connection.connection
        connection.connection = None
    else:
        connection.close()
    connection.settings_dict["NAME"] = name
    if login := _LOGINS.pop(name, None):
        connection.connection = login
        if not connection.is_usable():  # a test has ended it
            connection.close()
