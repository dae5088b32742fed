"""Patterns compiled on first use: nothing is paid before, and they find what compiled ones find."""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from unittest import mock

import pytest

import articles.suggestions.reader  # noqa: F401  # whoever reads reports has the most patterns
from articles.incoming import markup
from provinces import patterns
from provinces.patterns import lazy

# How Python reads a pattern; not its own to promise, so it has no types.
_parser: Any = import_module("re._parser")
TEXT = "Rice cost 5,800 won in Kilju and 6,100 won in Tanchon."


def test_it_is_compiled_when_it_is_first_asked_and_never_again() -> None:
    with mock.patch.object(re, "compile", wraps=re.compile) as compiled:
        price = lazy(r"\d,\d+ won")
        assert price.pattern == r"\d,\d+ won" and not compiled.called
        for _ in range(2):
            assert price.search(TEXT) and price.findall(TEXT)
        assert compiled.call_count == 1


def test_it_finds_what_a_compiled_one_finds() -> None:
    source, flags = r"(?P<price>\d,\d+) WON", re.IGNORECASE
    late, made = lazy(source, flags), re.compile(source, flags)
    assert late.findall(TEXT) == made.findall(TEXT) == ["5,800", "6,100"]
    assert [match.span("price") for match in late.finditer(TEXT, 20)] == [
        match.span("price") for match in made.finditer(TEXT, 20)
    ]
    assert late.sub("dear", TEXT) == made.sub("dear", TEXT)
    assert late.split(TEXT) == made.split(TEXT)
    assert (late.match(TEXT), late.fullmatch(TEXT)) == (None, None)
    assert (late.groupindex, late.groups, late.flags) == (made.groupindex, made.groups, made.flags)


def test_a_mistake_shows_on_first_use() -> None:
    late = lazy("(")
    with pytest.raises(re.error):
        late.search(TEXT)


def test_every_pattern_of_ours_is_one() -> None:
    """What `re.compile` would have said as soon as a module was read."""
    ours = [each for each in patterns._ALL if each.pattern != "("]
    assert len(ours) > 400
    for each in ours:
        assert isinstance(each.made, re.Pattern)


def _keeping_all(parsed: Any) -> Iterator[Any]:
    """What is repeated without ever giving back."""
    for kind, given in parsed:
        if kind is _parser.POSSESSIVE_REPEAT:
            yield given[2]
        for part in given if isinstance(given, tuple | list) else (given,):
            for each in part if isinstance(part, list) else (part,):
                if isinstance(each, _parser.SubPattern):
                    yield from _keeping_all(each)


def _goes_back(repeated: Any) -> bool:
    """Whether it is more than one letter of some kind, or a group that never gives back itself."""
    once = (_parser.LITERAL, _parser.NOT_LITERAL, _parser.ANY, _parser.IN, _parser.ATOMIC_GROUP)
    return len(repeated) != 1 or repeated[0][0] not in once


def test_no_group_that_goes_back_is_repeated_possessively() -> None:
    """Python before 3.11.5 finds too much by such a pattern (its issue 106052): `(?:ab?c)++` matches all of "aca"."""
    assert [_goes_back(each) for each in _keeping_all(_parser.parse("x(?:(?:ab?c)++|(?>ab?c)*+|[a-c]?+)"))] == [
        True, False, False,
    ]  # fmt: skip
    sources = {each.pattern for each in patterns._ALL if each.pattern != "("}
    sources |= {markup._START.pattern, markup._EACH.pattern}
    repeated = [each for source in sources for each in _keeping_all(_parser.parse(source))]
    assert len(repeated) > 10
    assert not [each for each in repeated if _goes_back(each)]


def test_those_of_a_nursery_are_all_made() -> None:
    """Readers are born of it with nothing left to compile."""
    script = (
        "import articles.incoming.nursery; from provinces import patterns;"
        " print(len(patterns._ALL), sum('made' in vars(each) for each in patterns._ALL))"
    )
    there, made = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    assert int(there) == int(made) > 400
