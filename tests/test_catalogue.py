"""The Korean catalogue has every word of the public site, whole and compiled as it is kept."""

import gettext
import re
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry

from config.catalogue import FOLDER, as_mo, as_po, gathered, kept
from config.words import Message, messages

Words = dict[Message, list[str]]

# Names of what is filled in: %(name)s in templates, {name} in Python.
_FILLED_IN = re.compile(r"%\((\w+)\)s|\{(\w*)(?::[^}]*)?\}")
# An article in English; and a kind of name that the name of the parameter tells already.
_ENGLISH_ALONE = {"carried", "what"}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return kept()


@pytest.fixture(scope="module")
def words() -> Words:
    """Every word there is: looked for once, in every template and every file."""
    return messages()


def entries(catalogue: Catalog) -> list[Entry]:
    return [entry for entry in catalogue if entry.id]


def english(entry: Entry) -> str:
    return entry.id if isinstance(entry.id, str) else "\n".join(entry.id)


def korean(entry: Entry) -> str:
    return entry.string if isinstance(entry.string, str) else "\n".join(entry.string or ())


def filled_in(words: str) -> set[str]:
    return {one or other for one, other in _FILLED_IN.findall(words)}


def test_every_word_has_its_korean_and_nothing_is_left_of_words_that_are_gone(catalogue: Catalog, words: Words) -> None:
    known = {
        Message(entry.id if isinstance(entry.id, str) else entry.id[0], context=entry.context or "")
        for entry in entries(catalogue)
    }
    wanted = {Message(each.one, context=each.context) for each in words}
    assert wanted - known == set(), "run manage.py gather_words and translate what it names"
    assert known - wanted == set(), "run manage.py gather_words"
    assert [
        english(entry) for entry in entries(catalogue) if not korean(entry).strip() and english(entry).strip()
    ] == []
    assert [english(entry) for entry in entries(catalogue) if entry.fuzzy] == []
    assert not catalogue.obsolete


def test_what_is_filled_in_agrees_and_so_does_the_markup(catalogue: Catalog) -> None:
    for entry in entries(catalogue):
        one, other = filled_in(english(entry)), filled_in(korean(entry))
        assert one - other <= _ENGLISH_ALONE, english(entry)
        assert other <= one, english(entry)
        shown = english(entry).split("\n", 1)[0] if isinstance(entry.id, tuple) else english(entry)
        if not isinstance(entry.id, tuple):
            assert sorted(re.findall(r"</?\w+", shown)) == sorted(re.findall(r"</?\w+", korean(entry))), shown


def test_both_files_are_what_the_words_make_of_them(catalogue: Catalog, words: Words) -> None:
    again = gathered(catalogue, words)
    assert (FOLDER / "django.po").read_bytes() == as_po(again), "run manage.py gather_words"
    assert (FOLDER / "django.mo").read_bytes() == as_mo(again), "run manage.py gather_words"
    # Read by the standard library, the compiled file says what the written one says.
    compiled = gettext.GNUTranslations(BytesIO(as_mo(again)))
    assert compiled.gettext("Claims") == "주장"
    assert compiled.ngettext("%(claims)s claim", "%(claims)s claims", 3) == "주장 %(claims)s건"
    assert compiled.pgettext("January", "J") == "1"


def test_a_word_without_korean_is_noticed(words: Words) -> None:
    empty = gathered(Catalog(locale="ko"), words)
    assert len(entries(empty)) == len(words)
    assert not any(korean(entry) for entry in entries(empty))
