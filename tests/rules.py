"""What the database refuses, and when it is asked: a test never reaches the end of its transaction."""

import pytest
from django.db import IntegrityError, connection


def check_rules() -> None:
    """Let the database check what it puts off to a commit."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def refused(name: str) -> pytest.RaisesExc[IntegrityError]:
    """A refusal by the rule of this name."""
    return pytest.RaisesExc(IntegrityError, check=lambda error: _rule(error) == name)


def _rule(error: IntegrityError) -> str:
    return str(error.__cause__.diag.constraint_name).removeprefix("rule_")  # type: ignore[union-attr]
