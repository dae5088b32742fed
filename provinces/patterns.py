"""Patterns that are compiled when they are first asked, not when their module is read. Pure: no Django, no database.

Reading reports takes hundreds of long ones, which took half of the time that any process needs to start; the public site
never asks most of them.
"""

import re
from functools import cached_property
from typing import Any, cast
from weakref import WeakSet


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, made on first use: only then is a mistake in it an error. A match's `re` is what was made, not this."""
    pattern = _Pattern(source, flags)
    _ALL.add(pattern)
    return cast(re.Pattern[str], pattern)


def make_all() -> int:
    """Compile every one there is, for processes that will be born of this one; how many they are."""
    return len([pattern.made for pattern in _ALL])


class _Pattern:
    """Stands for a compiled pattern: whatever is asked of it is kept here, so that only the first time goes round."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    @cached_property
    def made(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(self.made, name)
        return found


_ALL: WeakSet[_Pattern] = WeakSet()
