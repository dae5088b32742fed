"""Sixty reports of which everything is known: every count of reports, origins, claims and statements, wherever it stands."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from tests.conftest import Reader, user_in
from tests.planting import Planted, plant


@pytest.fixture(scope="module")
def planted(django_db_setup: None, django_db_blocker: Any) -> Iterator[Planted]:
    """Loaded once for this file; each test undoes what it adds."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield plant(user_in("planter", "publisher"))
        transaction.set_rollback(True)


def test_it_is_there(planted: Planted, reader: Reader) -> None:
    found = reader.get("/api/v1/articles").json()
    assert found["total"] == 60
    print(found["once"], reader.get("/api/v1/claims").json()["total"])
    assert 0
