"""How much each client asks for: counted without its address, and no one reader's haste is another's wait."""

import threading
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from config import middleware
from config.clients import Clients, client_of
from config.middleware import FewAtOnce
from tests.conftest import READER_HANDLER, Reader, reader_site


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_so_many_at_once_then_so_many_a_minute(clock: Clock) -> None:
    clients = Clients(at_once=3, per_minute=6, clock=clock)
    assert [clients.take("198.51.100.7") for _ in range(5)] == [0, 0, 0, 10, 10]
    assert clients.take("198.51.100.8") == 0, "another's haste is not ours"
    clock.now += 10
    assert [clients.take("198.51.100.7") for _ in range(2)] == [0, 10]
    clients.give_back("198.51.100.7")
    assert clients.take("198.51.100.7") == 0


def test_memory_is_bounded_and_the_longest_unseen_is_forgotten_first(clock: Clock) -> None:
    clients = Clients(at_once=1, per_minute=1, most=100, clock=clock)
    clients.take("seen always")
    for number in range(1000):
        clients.take(f"198.51.{number % 250}.{number // 250}")
        assert clients.take("seen always") == 60
    assert len(clients) == 100


def test_no_address_is_in_memory_and_nothing_outlives_the_hour(clock: Clock) -> None:
    clients = Clients(at_once=1, per_minute=1, clock=clock)
    clients.take("198.51.100.7")
    (first,) = clients._buckets
    assert b"198.51" not in first and len(first) == 32
    clock.now += 3600
    assert clients.take("198.51.100.7") == 0
    (second,) = clients._buckets
    assert first != second, "one hour's counts cannot be joined to the next one's"


@pytest.mark.parametrize(
    ("remote", "header", "sent", "client"),
    [
        ("8.8.8.8", "", "", "8.8.8.8"),
        # A web server in front of us that does not say who asks: nobody is counted, or all were one.
        ("127.0.0.1", "", "8.8.8.8", ""),
        ("10.0.0.4", "", "", ""),
        ("", "", "", ""),
        # It says who asks; what the client wrote there itself stands before.
        ("127.0.0.1", "X-Forwarded-For", "1.1.1.1, 8.8.8.8", "8.8.8.8"),
        ("127.0.0.1", "X-Forwarded-For", "10.1.2.3", "10.1.2.3"),
        ("127.0.0.1", "X-Forwarded-For", "unknown", ""),
        ("8.8.8.8", "X-Forwarded-For", "", ""),
        # Whoever has one address of IPv6 has the whole network.
        ("2001:4860:4860::8888", "", "", "2001:4860:4860::"),
        ("::ffff:8.8.8.8", "", "", "8.8.8.8"),
    ],
)
def test_who_is_counted(remote: str, header: str, sent: str, client: str) -> None:
    assert client_of({"REMOTE_ADDR": remote, "HTTP_X_FORWARDED_FOR": sent}, header) == client


def test_hasty_searches_are_429_with_the_seconds_to_wait_and_reading_goes_on(vocabulary: None) -> None:
    with reader_site(), override_settings(SEARCHES_PER_MINUTE=1):
        browser = Reader()
        browser.handler = type(READER_HANDLER)(enforce_csrf_checks=False)
        asks: dict[str, Any] = {"REMOTE_ADDR": "8.8.8.8"}
        assert [browser.get("/search/?q=rice", **asks).status_code for _ in range(3)] == [200, 200, 429]
        refused = browser.get("/articles/?q=rice", **asks)
        seconds = int(refused["Retry-After"])
        assert (refused.status_code, 0 < seconds <= 60) == (429, True)
        assert f"Try again in {seconds} second" in refused.content.decode()
        problem = browser.get("/api/v1/articles", **asks)
        assert (problem.status_code, problem["Content-Type"]) == (429, "application/problem+json")
        assert browser.get("/articles/", **asks).status_code == 200
        assert browser.get("/search/?q=rice", REMOTE_ADDR="9.9.9.9").status_code == 200
        assert browser.get("/search/?q=rice").status_code == 200, "from this machine itself, nobody is counted"


def test_the_limit_can_be_switched_off(vocabulary: None) -> None:
    with reader_site(), override_settings(SEARCHES_PER_MINUTE=0):
        browser = Reader()
        browser.handler = type(READER_HANDLER)(enforce_csrf_checks=False)
        assert {browser.get("/search/?q=rice", REMOTE_ADDR="8.8.8.8").status_code for _ in range(4)} == {200}


def test_searches_take_turns_and_pages_are_read_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    ask, begun, go_on = RequestFactory().get, threading.Event(), threading.Event()

    def site(request: HttpRequest) -> HttpResponse:
        if request.GET.get("q") == "dear":
            begun.set()
            go_on.wait(300)
        return HttpResponse("answered")

    def soon(*asked: Future[HttpResponse]) -> list[HttpResponse]:
        assert wait(asked, 60).not_done == set(), "somebody waits for ever"
        return [each.result() for each in asked]

    with reader_site(), override_settings(SEARCHES_AT_ONCE=1), ThreadPoolExecutor(8 + 3) as pool:
        turns = FewAtOnce(site)
        dear = pool.submit(turns, ask("/search/?q=dear"))
        assert begun.wait(60)
        try:
            paths = ("/ko/search/?q=rice", "/api/v1/search?q=rice", "/articles/?q=rice")
            for refused in soon(*(pool.submit(turns, ask(path)) for path in paths)):
                assert (refused.status_code, refused.get("Retry-After")) == (503, "1")
            assert turns(ask("/articles/")).content == b"answered"
            monkeypatch.setattr(middleware, "WAITING_SECONDS", 300)
            waiting = [pool.submit(turns, ask("/search/?q=rice")) for _ in range(8 + 1)]
            too_many = wait(waiting, 60, FIRST_COMPLETED).done
            assert [each.result().status_code for each in too_many] == [503], "the line is not full"
        finally:
            go_on.set()
        assert {each.content for each in soon(dear, *(each for each in waiting if each not in too_many))} == {
            b"answered"
        }
        assert turns(ask("/search/?q=rice")).content == b"answered"


def test_the_site_has_searches_take_turns(vocabulary: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(middleware, "MOST_WAITING", -1)
    with reader_site(), override_settings(SEARCHES_AT_ONCE=1):
        browser = Reader()
        browser.handler = type(READER_HANDLER)(enforce_csrf_checks=False)
        refused = browser.get("/search/?q=rice")
        assert (refused.status_code, refused.get("Retry-After")) == (503, "1")
        assert browser.get("/articles/").status_code == 200
