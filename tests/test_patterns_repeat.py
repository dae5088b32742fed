"""Every pattern has one way to repeat: where there are many, a text that fails at its end is tried in all of them."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

import articles
import provinces
import sources
from provinces import patterns

pytestmark = pytest.mark.long

# What `re` itself makes of a pattern's words; no other library tells.
parser, codes = importlib.import_module("re._parser"), importlib.import_module("re._constants")
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
NO_LETTERS = (codes.ASSERT, codes.ASSERT_NOT, codes.AT)


def all_patterns() -> list[str]:
    for package in (articles, provinces, sources):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations" not in module.name:
                importlib.import_module(module.name)
    return sorted({pattern.pattern for pattern in patterns._ALL})


def repeated_twice(items: Iterable[Any]) -> Iterator[Any]:
    """Repeats of which each turn may be nothing but a repeat: (?:[a-z]+ ?)*, in which "abc" is one turn, two or three."""
    for kind, holds in items:
        if kind in REPEATS:
            _, most, body = holds
            if most > 1 and (only := needed_alone(body)) and only[0] in REPEATS and only[1][1] > 1:
                yield only
            yield from repeated_twice(body)
        elif kind is codes.SUBPATTERN:
            yield from repeated_twice(holds[3])
        elif kind is codes.BRANCH:
            for branch in holds[1]:
                yield from repeated_twice(branch)
        elif kind in NO_LETTERS[:2]:
            yield from repeated_twice(holds[1])


def needed_alone(items: Iterable[Any]) -> Any:
    """The one part that is not optional, unless there are several."""
    needed = [item for item in items if not is_optional(item)]
    if len(needed) != 1:
        return None
    (kind, holds), *_ = needed
    return needed_alone(holds[3]) if kind is codes.SUBPATTERN else needed[0]


def is_optional(item: Any) -> bool:
    kind, holds = item
    if kind is codes.SUBPATTERN:
        return all(map(is_optional, holds[3]))
    return kind in NO_LETTERS or (kind in REPEATS and holds[0] == 0)


@pytest.mark.parametrize(
    "pattern", [r"(?:[a-z]+\s?)*on", r"(?:by\s(?:(?!that\b)[\w’'-]+\s?){1,4}|again)*,?", r"a(?:-?\b(?:[가-힣]+))+"]
)
def test_a_repeat_of_a_repeat_is_found(pattern: str) -> None:
    assert list(repeated_twice(parser.parse(pattern)))


@pytest.mark.parametrize("pattern", [r"(?:[a-z]+\s)*on", r"[a-z]+(?:\s[a-z]+)*", r"(?:[a-z]\s?)*"])
def test_what_has_something_between_its_turns_is_not(pattern: str) -> None:
    assert not list(repeated_twice(parser.parse(pattern)))


def test_no_pattern_repeats_a_repeat_with_nothing_between() -> None:
    every = all_patterns()
    assert len(every) > 1000
    assert [pattern for pattern in every if list(repeated_twice(parser.parse(pattern)))] == []


def test_no_pattern_writes_a_repeat_that_is_none() -> None:
    """`{0, 12}` with a space stands for itself."""
    spaced = re.compile(r"\{\d*,\s+\d*\}")
    assert spaced.search("a{0, 12}") and not spaced.search("a{0,12}")
    assert [pattern for pattern in all_patterns() if spaced.search(pattern)] == []
