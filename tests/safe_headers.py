"""The headers that every answer of either site carries, and what an answer lacks of them. Pure: neither Django nor a server."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

# Name → what its value must match.
WANTED = {
    "content-security-policy": r"(?=.*default-src 'none')(?=.*base-uri 'none')(?=.*frame-ancestors 'none')(?=.*form-action 'self')"
    r"(?!.*unsafe)(?!.*\*)(?!.*https?:)",
    "x-content-type-options": r"nosniff$",
    "x-frame-options": r"DENY$",
    "referrer-policy": r"same-origin$",
    "cross-origin-opener-policy": r"same-origin$",
    "cross-origin-resource-policy": r"same-origin$",
    "permissions-policy": r"(?=.*camera=\(\))(?=.*geolocation=\(\))(?=.*microphone=\(\))",
}
# Of the public site besides: nothing runs, nothing is fetched.
OF_READER = r"(?=.*script-src 'none')(?=.*connect-src 'self'(?:;|$))(?!.*data:)"
OVER_HTTPS = {"strict-transport-security": r"(?=.*max-age=(31536000|[4-9]\d{7}))(?=.*includeSubDomains)(?=.*preload)"}
# What would tell of the machinery, of the reader, or let others read.
NEVER = ("x-powered-by", "access-control-allow-origin", "x-debug", "via", "refresh")
# How Mozilla's HTTP Observatory counts (its scoring of 2025): 100 to begin with, and for each of these so much more.
BONUS = {"content-security-policy": 10, "x-frame-options": 5, "referrer-policy": 5, "cross-origin-resource-policy": 10}


def in_small_letters(answer: Any) -> dict[str, str]:
    """The headers of an answer of Django's, by lower-case name."""
    return {name.lower(): value for name, value in answer.items()}


def lacking(
    site: str, headers: Mapping[str, str], *, is_secure: bool = False, is_static: bool = False, runs: bool = False
) -> Iterator[str]:
    """What is missing or wrong, a few words each. `site`: reader or desk; `headers` by lower-case name.

    `runs`: the policy is the desk's, under which our own scripts run, as in tests that have one process for both.
    """
    for name, pattern in (WANTED | (OVER_HTTPS if is_secure else {})).items():
        if not re.match(pattern, headers.get(name, "")):
            yield f"{name}: {headers.get(name, '(none)')}"
    if site == "reader" and not runs and not re.match(OF_READER, headers.get("content-security-policy", "")):
        yield "content-security-policy lets something run"
    if site == "reader" and "set-cookie" in headers:
        yield "set-cookie on the public site"
    if site == "desk" and not is_static and headers.get("cache-control") != "no-store":
        yield f"cache-control: {headers.get('cache-control', '(none)')}"
    if site == "reader" and not is_static and "cache-control" not in headers:
        yield "cache-control: (none)"
    if site == "desk" and "set-cookie" in headers:
        yield from _loose(headers["set-cookie"], is_secure)
    yield from (f"{name} is there" for name in NEVER if name in headers)
    if re.search(r"\d", headers.get("server", "")):
        yield f"server: {headers['server']}"


def _loose(cookies: str, is_secure: bool) -> Iterator[str]:
    """What is wrong with cookies, all of them in one header."""
    for cookie in re.split(r", (?=[\w-]+=)", cookies):
        words = cookie.lower()
        wanted = ["httponly", "samesite=strict", "path=/", *(["secure"] if is_secure else [])]
        yield from (f"cookie without {word}" for word in wanted if word not in words)
        if is_secure and not words.startswith("__host-"):
            yield "cookie without __Host-"


def score(found: set[str]) -> int:
    """What the Observatory would give a site of which these things are wrong somewhere, as `lacking` words them."""
    wrong = {each.partition(":")[0] for each in found}
    # Without one of these it takes away instead.
    return 100 + sum(0 if name in wrong else more for name, more in BONUS.items()) - 20 * len(wrong - set(BONUS))
