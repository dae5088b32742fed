"""Patterns that are compiled when they are first asked, not when their module is read. Pure: no Django, no database.

Reading reports takes hundreds of long ones, which took half of the time that any process needs to start; the public site
never asks most of them.
"""

import re
from functools import cached_property
from typing import Any, cast


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, made on first use: only then is a mistake in it an error. A match's `re` is what was made, not this."""
    return cast(re.Pattern[str], _Pattern(source, flags))


class _Pattern:
    """Stands for a compiled pattern: whatever is asked of it is kept here, so that only the first time goes round."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    @cached_property
    def _made(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(self._made, name)
        return found
