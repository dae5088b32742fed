"""Copies of the test database: each is known by its own rows."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction

from articles.models import Article
from tests.databases import asked_at, copied


@pytest.mark.django_db(transaction=True)
def test_a_copy_has_content_types_of_its_own_and_leaves_ours_as_they_were() -> None:
    """As after a test that committed: emptied, the test database has them anew, by other numbers, and the copy has not."""
    with copied("before") as copy:
        before = ContentType.objects.get_for_model(Article).pk
        call_command("flush", interactive=False, verbosity=0, reset_sequences=False)  # as pytest-django empties it
        after = ContentType.objects.get_for_model(Article).pk
        for _ in range(2):
            with asked_at(copy):
                assert ContentType.objects.get_for_model(Article).pk == before
            assert ContentType.objects.get_for_model(Article).pk == after != before


def login() -> int:
    """The process of Postgres that answers us."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_logins_are_kept_while_another_database_is_asked_unless_they_have_ended() -> None:
    with copied("kept") as copy:
        ours = login()
        with asked_at(copy):
            theirs = login()
        assert login() == ours
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 1000)", [theirs])
        with asked_at(copy):
            another = login()
            with transaction.atomic():
                assert login() == another != theirs
        assert login() == ours
