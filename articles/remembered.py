"""What is asked again and again is answered once, and forgotten in time: words of a text say who somebody is. Pure.

@within_a_reading     # until the text is read
@within_an_answer     # until who asked is answered: what is searched for is nobody's business
@within_an_edition    # until the public record is another one: who was withdrawn is in no memory
"""

import re
from collections.abc import Callable
from functools import lru_cache
from threading import Lock
from typing import Any, TypeVar, cast
from weakref import WeakSet

Asked = TypeVar("Asked", bound=Callable[..., Any])

# So many answers are kept: most phrases that a report has are "he", "the source" and the like. Of single words more.
_MOST = 2_000
MOST_WORDS = 50_000


class Memory:
    """Keeps the answers of pure functions until they are to be forgotten."""

    def __init__(self) -> None:
        self._kept: WeakSet[Any] = WeakSet()
        self._changing = Lock()  # a set that grows meanwhile cannot be gone through

    def __call__(self, function: Asked) -> Asked:
        """The function, with a memory."""
        return self._keep(function, _MOST)

    def of_words(self, function: Asked) -> Asked:
        """The function of one word or name, with a memory for as many as a language has."""
        return self._keep(function, MOST_WORDS)

    def _keep(self, function: Asked, most: int) -> Asked:
        cached = lru_cache(maxsize=most)(function)
        with self._changing:
            self._kept.add(cached)
        return cast(Asked, cached)

    def forget(self) -> None:
        """Nothing of it stays."""
        with self._changing:
            filled = [cached for cached in self._kept if cached.cache_info().currsize]
        for cached in filled:
            cached.cache_clear()
        if filled:
            re.purge()  # Python keeps the patterns that were made of the same words


within_a_reading = Memory()
within_an_answer = Memory()
within_an_edition = Memory()
