"""What a text asks again and again is answered once, and forgotten with the text: its phrases say who somebody is. Pure."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

Asked = TypeVar("Asked", bound=Callable[..., Any])

# So many answers are kept: most phrases that a report has are "he", "the source" and the like.
_MOST = 2_000
_kept: list[Any] = []


def within_a_reading(function: Asked) -> Asked:
    """Keeps the answers of a pure function until the text is read (`forget`)."""
    cached = lru_cache(maxsize=_MOST)(function)
    _kept.append(cached)
    return cast(Asked, cached)


def forget() -> None:
    """Nothing of a text outlives its reading."""
    for cached in _kept:
        cached.cache_clear()
