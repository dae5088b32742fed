"""Addresses in two languages: `/claims/` in English and `/ko/claims/` in Korean. What machines ask for has one address.

`in_both` makes an address that people read; `reverse` gives the one in the language of the page that is being made.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.urls import URLPattern, path
from django.utils.functional import lazy
from django.utils.translation import override

from provinces import tongue
from provinces.tongue import ENGLISH, KOREAN, is_korean

PREFIX = f"{KOREAN}/"
LANGUAGES = (ENGLISH, KOREAN)


def in_both(route: str, view: Any, name: str | None = None) -> URLPattern:
    """A page for people, with an address in each language."""
    page: URLPattern = path(_spoken(route), view, name=name)  # Django reads a lazy route anew in each language
    return page


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
    with override(language), tongue.kept(language):
        yield


@contextmanager
def for_machines() -> Iterator[None]:
    """Within it addresses and words are those of citations, feeds and tables, whatever page is being made."""
    with speaking(ENGLISH):
        yield


def _route(route: str) -> str:
    return PREFIX + route if is_korean() else route


_spoken: Any = lazy(_route, str)
