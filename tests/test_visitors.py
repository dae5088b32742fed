"""Visitors of the benchmark: every page of theirs counts once, and so does every refusal."""

import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from config.benchmark.visitors import visits, wait_for

REFUSED, BROKEN = "/search/?q=refused", "/search/?q=broken"


class Site(ThreadingHTTPServer):
    """Answers as its addresses say, and remembers what was asked, in order; `at_once`: not before so many have asked."""

    asked: list[str]
    at_once: threading.Barrier


class Answer(BaseHTTPRequestHandler):
    """503 and 500 where the address asks for it, else a page."""

    def do_GET(self) -> None:
        assert isinstance(self.server, Site)
        self.server.asked.append(self.path)
        self.server.at_once.wait(10)
        self.send_response({REFUSED: 503, BROKEN: 500}.get(self.path, 200))
        self.end_headers()
        self.wfile.write(b"a page")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    with Site(("127.0.0.1", 0), Answer) as server:
        server.asked, server.at_once = [], threading.Barrier(1)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_the_first_round_does_not_count(site: Site) -> None:
    found = visits(site.server_port, ["/a", "/b", REFUSED], clients=4, rounds=2)

    assert Counter(site.asked) == {"/a": 12, "/b": 12, REFUSED: 12}
    assert (len(found.milliseconds), found.refused) == (16, 8)
    assert all(took > 0 for took in found.milliseconds)


def test_clients_do_not_ask_the_same_at_once(site: Site) -> None:
    site.at_once = threading.Barrier(3)

    visits(site.server_port, ["/a", "/b", "/c"], clients=3, rounds=0)

    assert {*site.asked[:3]} == {"/a", "/b", "/c"}


def test_what_is_neither_a_page_nor_a_refusal_ends_it(site: Site) -> None:
    with pytest.raises(RuntimeError, match="answered 500"):
        visits(site.server_port, ["/a", BROKEN], clients=2)


def test_a_site_that_does_not_answer_is_not_waited_for_endlessly() -> None:
    with Site(("127.0.0.1", 0), Answer) as closed:
        port = closed.server_port
    with pytest.raises(TimeoutError):
        wait_for(port, seconds=0.2)
