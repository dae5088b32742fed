"""Addresses in two languages: `/claims/` in English and `/ko/claims/` in Korean. What machines ask for has one address.

`in_both` makes an address that people read; `reverse` gives the one in the language of the page that is being made.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from django.urls.resolvers import RoutePattern, URLPattern
from django.utils.functional import lazy
from django.utils.translation import override

from provinces import tongue
from provinces.tongue import ENGLISH, KOREAN, is_korean

PREFIX = f"{KOREAN}/"
LANGUAGES = (ENGLISH, KOREAN)


def in_both(route: str, view: Any, name: str | None = None) -> URLPattern:
    """A page for people, with an address in each language."""
    return URLPattern(_Spoken(_spoken(route), name, is_endpoint=True), view, name=name)


def language_of(address: str) -> str:
    """The language of the page at this path."""
    return KOREAN if address == f"/{KOREAN}" or address.startswith(f"/{PREFIX}") else ENGLISH


def in_language(address: str, language: str) -> str:
    """The same page's path in a language."""
    plain = address.removeprefix(f"/{KOREAN}") if language_of(address) == KOREAN else address
    return f"/{KOREAN}{plain}" if language == KOREAN else plain or "/"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within it pages are made in this language: the only way to change it."""
    if tongue.is_kept(language):
        yield  # as it is already
        return
    with override(language), tongue.kept(language):
        yield


@contextmanager
def for_machines() -> Iterator[None]:
    """Within it addresses and words are those of citations, feeds and tables, whatever page is being made."""
    with speaking(ENGLISH):
        yield


def _route(route: str) -> str:
    return PREFIX + route if is_korean() else route


_spoken: Any = lazy(_route, str)  # Django reads a lazy route anew in each language


class _Spoken(RoutePattern):
    """The same, read once in each; Django would ask for the language by a longer way, at every address that it tries."""

    _route: Any

    @property
    def regex(self) -> re.Pattern[str]:  # type: ignore[override]  # Django's own cannot be written either
        return self._korean if is_korean() else self._english

    @cached_property
    def _english(self) -> re.Pattern[str]:
        return self._in(ENGLISH)

    @cached_property
    def _korean(self) -> re.Pattern[str]:
        return self._in(KOREAN)

    def _in(self, language: str) -> re.Pattern[str]:
        with speaking(language):
            return RoutePattern(str(self._route), is_endpoint=True).regex
