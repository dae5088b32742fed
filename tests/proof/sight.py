"""A page opened in a window of its own, with everything that was asked for and said on the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Request, Response
from playwright.sync_api import Page as Window

from tests.drills.stand import until
from tests.proof.in_page import asking
from tests.proof.pages import Page

WIDE, NARROW = 1280, 360
HEIGHT = 900
# Who looks, for the site that counts how often somebody asks.
CLIENT_HEADER, CLIENT = "X-Real-IP", "198.18.0.7"


@dataclass
class Sight:
    """`served`: the bytes as they came, unpacked; `packed`: how many bytes came over the wire, with headers.

    `again`: how often the page was opened again, because its server had no time for it.
    """

    page: Page
    language: str
    window: Window
    site: str
    status: int = 0
    served: bytes = b""
    packed: float = 0
    again: int = 0
    said: list[str] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Of the page in its language, for tables and pictures."""
        return f"{self.page.name}.{self.language}"

    def ask(self, name: str, argument: Any = None) -> Any:
        """What a function of in_page/ answers."""
        return self.window.evaluate(asking(name), argument)


@contextmanager
def opened(browser: Browser, page: Page, language: str, site: str, width: int = WIDE) -> Iterator[Sight]:
    """The page in a new, empty browser, light, `width` pixels wide. `site`: the address that its server has."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, color_scheme="light", extra_http_headers={CLIENT_HEADER: CLIENT}
    )
    window = context.new_page()
    sight = Sight(page, language, window, site)
    debugger: CDPSession = context.new_cdp_session(window)
    debugger.send("Network.enable")
    debugger.on("Network.loadingFinished", lambda told: _count(sight, told))
    window.on("console", lambda message: _hear(sight, message))
    window.on("pageerror", lambda error: sight.said.append(f"error: {error}"))
    window.on("request", lambda request: _note(sight, request))
    try:
        if page.status == 429:
            until(lambda: context.request.get(site + page.spoken(language)).status == 429, 10)
        answer = _arrived(sight)
        if page.sends:
            answer = _sent(sight)
        sight.status, sight.served = answer.status, answer.body()
        yield sight
    finally:
        context.close()


def _arrived(sight: Sight) -> Response:
    """The answer to the page's address. Where there was no time for it just then, it is opened again when the answer says."""
    answer = _opened(sight)
    for _ in range(2):
        if answer.status != 503 or sight.page.status == 503:
            break
        sight.window.wait_for_timeout(1_000 * int(answer.headers.get("retry-after", "1")))
        sight.said.clear()
        sight.asked.clear()
        sight.packed = 0
        sight.again += 1
        answer = _opened(sight)
    return answer


def _opened(sight: Sight) -> Response:
    answer = sight.window.goto(sight.site + sight.page.spoken(sight.language), wait_until="load")
    assert answer is not None, "an address of http has an answer"
    return answer


def _sent(sight: Sight) -> Response:
    """The answer to the form on the page; what came before is forgotten."""
    sight.window.fill("main textarea", sight.page.sends)
    sight.packed = 0
    with sight.window.expect_navigation() as going:
        sight.window.click("main form button")
    return going.value


def _count(sight: Sight, told: dict[str, Any]) -> None:
    sight.packed += float(told["encodedDataLength"])


def _note(sight: Sight, request: Request) -> None:
    sight.asked.append((request.resource_type, request.url))


def _hear(sight: Sight, message: ConsoleMessage) -> None:
    """A browser says of itself that a page answered 404 or 503: that is what was asked for."""
    if sight.page.status == 200 or not message.text.startswith("Failed to load resource: the server responded"):
        sight.said.append(f"{message.type}: {message.text}")
