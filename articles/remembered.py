"""What is asked again and again is answered once, and forgotten in time: words of a text say who somebody is. Pure.

@within_a_reading     # until the text is read
@within_an_edition    # until the public record is another one: who was withdrawn is in no memory
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

Asked = TypeVar("Asked", bound=Callable[..., Any])

# So many answers are kept: most phrases that a report has are "he", "the source" and the like.
_MOST = 2_000
_of_a_reading: list[Any] = []
_of_an_edition: list[Any] = []


def within_a_reading(function: Asked) -> Asked:
    """Keeps the answers of a pure function until the text is read (`forget_reading`)."""
    return _kept(function, _of_a_reading)


def within_an_edition(function: Asked) -> Asked:
    """Keeps the answers of a pure function until the public record changes (`forget_edition`)."""
    return _kept(function, _of_an_edition)


def forget_reading() -> None:
    """Nothing of a text outlives its reading."""
    _forget(_of_a_reading)


def forget_edition() -> None:
    """Nothing that pages were made with outlives their edition."""
    _forget(_of_an_edition)


def _kept(function: Asked, among: list[Any]) -> Asked:
    cached = lru_cache(maxsize=_MOST)(function)
    among.append(cached)
    return cast(Asked, cached)


def _forget(kept: list[Any]) -> None:
    for cached in kept:
        cached.cache_clear()
    re.purge()  # it keeps the patterns made of a text's own words
