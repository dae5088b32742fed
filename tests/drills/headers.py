"""Every answer of both sites carries every header that guards it, over https, errors and stylesheets too; and the score of it.

Asked are all public addresses, what goes wrong on them, and every page of the desk that links lead to. Then the servers run
once with one guard after another left out, and each must be missed.
"""

import contextlib
import http.client
import re
from collections.abc import Iterator
from typing import Any

from tests.drills.frame import Figure, at_least, exactly, shown
from tests.drills.moves import browser
from tests.drills.stand import Server, Stand, stand

HOST = {"Host": "reading-room.example", "X-Forwarded-Proto": "https"}
HTTPS = {
    "BASE_URL": "https://reading-room.example",
    "ALLOWED_HOSTS": "reading-room.example,127.0.0.1",
    "PROTOCOL_HEADER": "X-Forwarded-Proto",
    "CLIENT_ADDRESS_HEADER": "X-Real-IP",
    "SEARCHES_PER_MINUTE": "30",
}
# What goes wrong, and what leads on: method, address, headers, body.
AMISS: tuple[tuple[str, str, dict[str, str], bytes], ...] = (
    ("GET", "/nothing/here/", {}, b""),
    ("GET", "/articles/a0000000/", {}, b""),
    ("GET", "/articles/?year=soon", {}, b""),
    ("GET", "/search/?q=%00", {}, b""),
    ("GET", "/%00", {}, b""),
    ("GET", "/api/v1/articles?year=soon", {}, b""),
    ("GET", "/provinces/yanggang/", {}, b""),
    ("GET", "/articles", {}, b""),
    ("POST", "/articles/", {}, b"x=1"),
    ("POST", "/check/", {"Content-Type": "application/x-www-form-urlencoded"}, b"text=" + b"x" * 3_000_000),
    ("PUT", "/about/", {}, b""),
    ("OPTIONS", "/about/", {"Origin": "https://elsewhere.example"}, b""),
    ("GET", "/about/", {"Host": "elsewhere.example"}, b""),
    ("GET", "/about/", {"X-Forwarded-Proto": "http"}, b""),
    ("GET", "/static/nothing.css", {}, b""),
    ("HEAD", "/about/", {}, b""),
)
GUARDS = (
    "config.middleware.NobodyElses", "django.middleware.security.SecurityMiddleware", "config.policy.SamePolicy",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware", "config.middleware.NeverStored",
)  # fmt: skip


def drill(full: bool) -> Iterator[Figure]:
    """With `full` 2,000 pages of the desk at most, else 120."""
    with stand() as here:
        here.more |= HTTPS
        here.become("desk")
        story = _told()
        wrong: dict[str, set[str]] = {"reader": set(), "desk": set()}
        statuses: set[int] = set()
        with here.serving("reader") as reader:
            asked = 0
            for status, found in _public(reader, story):
                asked, statuses = asked + 1, statuses | {status}
                wrong["reader"] |= found
            yield at_least("answers of the public site", asked, 100)
        with here.serving("desk") as desk:
            asked = 0
            for status, found in _desk(here, desk, 2_000 if full else 120):
                asked, statuses = asked + 1, statuses | {status}
                wrong["desk"] |= found
            yield at_least("answers of the desk", asked, 60)
        yield shown("statuses among them", ", ".join(map(str, sorted(statuses))))
        for site, lacks in wrong.items():
            yield exactly(
                f"headers that an answer of the {site} lacks", "; ".join(sorted(lacks))[:300] or "none", "none"
            )
        from tests.safe_headers import score

        yield at_least("score of the public site, as HTTP Observatory counts", score(wrong["reader"]), 130)
        yield at_least("score of the desk", score(wrong["desk"]), 110)
        yield exactly("guards whose loss goes unseen", ", ".join(_unseen()) or "none", "none")


def _told() -> dict[str, str]:
    """A published report with claims and one that was withdrawn; every public address of it by name."""
    from django.contrib.auth.models import User

    from articles.editing.withdrawing import withdraw_article
    from tests.shelf import shelve
    from tests.story import tell
    from tests.test_doors import DOORS, path_of

    one = User.objects.get(username="one")
    story, gone = tell(by=one), shelve(by=one, headline="What had to go")
    withdraw_article(by=one, article=gone, reason="drilled")
    found = {name: path_of(name, story) for name in DOORS}
    return found | {"gone": f"/articles/{gone.public_id}/", "gone, for programs": f"/api/v1/articles/{gone.public_id}"}


def _public(reader: Server, addresses: dict[str, str]) -> Iterator[tuple[int, set[str]]]:
    """Status and what is lacking, answer by answer."""
    tag = ""
    for address in addresses.values():
        status, headers, body = reader.ask(address, headers=HOST)
        yield status, _lacks("reader", headers)
        tag = headers.get("etag", tag)
        if address == "/":
            for sheet in re.findall(rb'href="(/static/[^"]+)"', body):
                status, headers, _ = reader.ask(sheet.decode(), headers=HOST)
                yield status, _lacks("reader", headers, is_static=True)
    status, headers, _ = reader.ask("/about/", headers=HOST)
    status, headers, _ = reader.ask("/about/", headers=HOST | {"If-None-Match": headers.get("etag", "")})
    yield status, _lacks("reader", headers)
    for method, address, more, body in AMISS:
        status, headers = _asked(reader, method, address, more, body)
        yield status, _lacks("reader", headers, is_secure=more.get("X-Forwarded-Proto") != "http")
    for _ in range(70):
        status, headers, _ = reader.ask("/search/?q=rice", headers=HOST | {"X-Real-IP": "203.0.113.9"})
        if status == 429:
            break
    yield status, _lacks("reader", headers)


def _asked(server: Server, method: str, address: str, more: dict[str, str], body: bytes) -> tuple[int, dict[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    try:
        # What is too long is answered before it was sent whole.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            connection.request(method, address, body=body or None, headers=HOST | more)
        answer = connection.getresponse()
        answer.read()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}
    finally:
        connection.close()


def _desk(here: Stand, desk: Server, most: int) -> Iterator[tuple[int, set[str]]]:
    """Every page that links lead to, for who is signed in, and the door for who is not."""
    cookies = browser(here, desk, "one").cookies
    said = HOST | {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    for address in ("/", "/login/", "/articles/article/", "/nothing/"):
        status, headers, _ = desk.ask(address, headers=HOST)
        yield status, _lacks("desk", headers)
    waiting, seen = ["/"], {"/", "/logout/"}
    while waiting and len(seen) - len(waiting) < most:
        address = waiting.pop(0)
        status, headers, body = desk.ask(address, headers=said)
        yield status, _lacks("desk", headers, is_static=address.startswith("/static/"))
        for link in re.findall(rb'(?:href|src)="(/[^"#]*)', body):
            path = link.decode().replace("&amp;", "&")
            # Ways of sorting a list are the same page again.
            if path not in seen and "o=" not in path:
                seen.add(path)
                waiting.append(path)
    for method, address, more, body in (
        ("POST", "/articles/article/add/", {}, b"x=1"),
        ("POST", "/login/", {"Content-Type": "application/x-www-form-urlencoded"}, b"x=" + b"y" * 3_000_000),
        ("GET", "/%00", {}, b""),
        ("GET", "/login/", {"Host": "elsewhere.example"}, b""),
        ("DELETE", "/login/", {}, b""),
    ):
        status, headers = _asked(desk, method, address, more, body)
        yield status, _lacks("desk", headers)


def _lacks(site: str, headers: dict[str, str], *, is_secure: bool = True, is_static: bool = False) -> set[str]:
    from tests.safe_headers import lacking

    return set(lacking(site, headers, is_secure=is_secure, is_static=is_static))


def _unseen() -> list[str]:
    """Guards that may be left out of the desk's own stack without a header being missed; asked in this very process."""
    from django.conf import settings
    from django.test import Client, override_settings

    from tests.safe_headers import in_small_letters

    found = []
    for guard in GUARDS:
        left: list[Any] = [each for each in settings.MIDDLEWARE if each != guard]
        with override_settings(MIDDLEWARE=left):
            answer = Client().get("/login/", headers=HOST)
        if len(left) == len(settings.MIDDLEWARE) or not _lacks("desk", in_small_letters(answer)):
            found.append(guard)
    return found
