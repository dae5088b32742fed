"""While the database is away both sites say so on one plain page, tell no log what was asked, and come back by themselves."""

import logging
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DataError, InterfaceError, NotSupportedError, OperationalError, connection, connections
from django.db.transaction import TransactionManagementError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from psycopg import errors

from articles.queries.among import Planned
from articles.search.index.keeper import NotBuilt
from config.middleware import PlainErrors, broken, is_unavailable
from tests.conftest import DESK_HANDLER, READER_HANDLER, Reader, reader_site
from tests.desk import screen_of
from tests.story import Story

ASKED = "quartzwhistle"
NEVER = ("Traceback", "OperationalError", "psycopg", "SELECT", "server closed")


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """`away()`: from now on every question to the database fails; until `monkeypatch.undo()`."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise OperationalError("server closed the connection unexpectedly: SELECT quartzwhistle")

    def begin() -> None:
        monkeypatch.setattr(type(connections["default"]), "_cursor", refuse)

    yield begin
    monkeypatch.undo()


def is_plain(response: Any) -> bool:
    said = response.content.decode()
    return (
        response.status_code == 503
        and response["Retry-After"] == "5"
        and "One moment, please" in said
        and not any(word in said for word in NEVER)
    )


def written(caplog: pytest.LogCaptureFixture) -> str:
    """What comes into a log: of some loggers nothing does (`config/settings.py`), though pytest hears them."""
    heard = [record for record in caplog.records if logging.getLogger(record.name).propagate]
    return "\n".join(map(logging.Formatter().format, heard))


def test_the_public_site_says_one_moment(
    story: Story, reader: Reader, away: Callable[[], None], monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    browser = Client(raise_request_exception=False)
    browser.handler = READER_HANDLER
    addresses = [f"/articles/{story.article.public_id}/", "/articles/", "/", f"/search/?q={ASKED}", "/changes/"]
    with caplog.at_level(logging.DEBUG), reader_site():
        away()
        answers = [browser.get(address) for address in addresses]
        for_programs = browser.get("/changes.json")
    assert (for_programs.status_code, for_programs["Content-Type"]) == (503, "application/problem+json")
    assert [is_plain(answer) for answer in answers] == [True] * len(addresses)
    assert "answered 503: OperationalError" in written(caplog)
    assert ASKED not in written(caplog) and "/search" not in written(caplog)
    monkeypatch.undo()
    assert reader.get(addresses[0]).status_code == 200


def test_the_desk_says_so_before_it_knows_who_asks(
    draft: Story, editor: User, desk: Callable[[User], Client], away: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch, caplog: Any,
) -> None:  # fmt: skip
    browser = desk(editor)
    browser.raise_request_exception = False
    with caplog.at_level(logging.DEBUG):
        away()
        answers = [
            browser.get("/"),
            browser.get(screen_of(draft.article)),
            browser.post(screen_of(draft.article), {"report-headline": ASKED}),
            browser.post("/login/", {"username": "editor", "password": ASKED}),
        ]
    assert [is_plain(answer) for answer in answers] == [True] * 4
    assert "answered 503: OperationalError" in written(caplog) and ASKED not in written(caplog)
    monkeypatch.undo()
    assert browser.get("/").status_code == 200


def test_what_only_followed_from_it_is_told_from_our_own_mistakes() -> None:
    def after(first: Exception, then: Exception) -> Exception:
        try:
            try:
                raise first
            except type(first):
                raise then  # noqa: B904
        except type(then) as error:
            return error

    cut_off = after(OperationalError(), TransactionManagementError())
    assert is_unavailable(cut_off) and is_unavailable(InterfaceError())
    assert not is_unavailable(TransactionManagementError()) and not is_unavailable(ValueError())
    assert not is_unavailable(after(OperationalError(), ValueError()))


def test_a_plan_kept_from_before_a_migration_comes_back_by_itself() -> None:
    error = NotSupportedError()
    assert not is_unavailable(error)
    error.__cause__ = errors.FeatureNotSupported("cached plan must not change result type")
    assert is_unavailable(error)


@pytest.mark.django_db(transaction=True)
def test_a_plan_kept_from_before_a_migration_goes_with_the_first_answer() -> None:
    def asked() -> Any:
        with connection.cursor() as cursor:
            cursor.cursor = Planned(connection.connection)
            cursor.execute("SELECT * FROM migrated WHERE number = ANY(%s)", [[1]])
            return cursor.fetchall()

    plain, request = PlainErrors(lambda request: HttpResponse()), RequestFactory().get("/articles/")
    with closing(connections.create_connection("default")) as migrating, migrating.cursor() as cursor:
        cursor.execute("CREATE VIEW migrated AS SELECT 1 AS number")
        try:
            assert asked() == asked() == [(1,)]
            cursor.execute("DROP VIEW migrated; CREATE VIEW migrated AS SELECT 1 AS number, 2 AS more")
            with pytest.raises(NotSupportedError) as refused:
                asked()
            answer = plain.process_exception(request, refused.value)
            assert answer is not None and answer.status_code == 503
            assert asked() == [(1, 2)]
        finally:
            cursor.execute("DROP VIEW migrated")


@pytest.mark.parametrize("handler", [READER_HANDLER, DESK_HANDLER], ids=["reader", "desk"])
def test_what_no_page_answers_is_refused_by_both_sites(handler: ClientHandler, vocabulary: None) -> None:
    browser = Client(raise_request_exception=False)
    browser.handler = handler
    with reader_site() if handler is READER_HANDLER else nullcontext():
        assert browser.trace("/").status_code == 405
        assert browser.get("/%00").status_code == 400


def test_a_value_that_no_row_can_hold_is_a_bad_question_and_a_missing_index_a_moment() -> None:
    plain, asked = PlainErrors(lambda request: HttpResponse()), RequestFactory().get("/articles/")
    answers = [
        plain.process_exception(asked, error) for error in (DataError(), UnicodeError(), OperationalError(), NotBuilt())
    ]
    assert [(answer.status_code, answer.get("Retry-After")) for answer in answers if answer] == [
        (400, None), (400, None), (503, "5"), (503, "60"),
    ]  # fmt: skip
    assert plain.process_exception(asked, ValueError()) is None


def test_what_goes_wrong_before_a_view_is_told_from_the_database_and_from_our_own_mistakes() -> None:
    def answered(error: Exception) -> int:
        try:
            raise error
        except type(error):
            return broken(RequestFactory().get("/articles/")).status_code

    assert [answered(error) for error in (OperationalError(), InterfaceError(), ValueError())] == [503, 503, 500]
