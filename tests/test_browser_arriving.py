"""A page that arrives in pieces is shown once, whole: drawn on the way, its lines break again and what is below them moves."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from playwright.sync_api import sync_playwright

from tests.conftest import Reader
from tests.proof.tools import FLAGS, chromium
from tests.story import Story
from tests.test_browser import plain_static  # noqa: F401 — a fixture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EXPECTED = b'<link rel="expect" href="#foot" blocking="render">'
PAUSE = 0.5  # seconds, between the first half of a page and the second
SEEN = "performance.getEntriesByName('first-paint')[0]?.startTime"
WHOLE = "performance.getEntriesByType('navigation')[0].responseEnd"


@contextmanager
def slowly(page: bytes) -> Iterator[str]:
    """The address of a site that has this page alone, and our stylesheet, and rests in the middle of the page."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            sheet = find(self.path.removeprefix("/static/")) if self.path.endswith(".css") else None
            body = Path(str(sheet)).read_bytes() if sheet else page
            middle = len(body) if sheet else len(body) // 2
            self.send_response(200)
            self.send_header("Content-Type", "text/css" if sheet else "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[:middle])
            time.sleep(0 if sheet else PAUSE)
            self.wfile.write(body[middle:])

        def log_message(self, *said: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def first_seen(page: bytes) -> tuple[float, float]:
    """When something of the page was first to be seen, and when all of it had come, in milliseconds since it was asked for."""
    with (
        slowly(page) as site,
        sync_playwright() as player,
        player.chromium.launch(executable_path=chromium(), args=list(FLAGS)) as browser,
    ):
        window = browser.new_page()
        window.goto(site)
        seen = window.wait_for_function(SEEN, timeout=10_000).json_value()
        return seen, window.evaluate(WHOLE)


@pytest.mark.usefixtures("plain_static")
def test_a_page_that_arrives_in_pieces_is_shown_whole(story: Story, reader: Reader) -> None:
    page = reader.get(f"/articles/{story.article.public_id}/").content
    seen, whole = first_seen(page)
    assert seen >= whole >= PAUSE * 1000
    # Without the line that says so it is drawn while it comes.
    assert page.count(EXPECTED) == 1
    seen, whole = first_seen(page.replace(EXPECTED, b""))
    assert seen < whole
