"""Nothing of a text outlives its reading: who is described in it is in no memory of the process afterwards."""

import functools
import gc
import re
import sys
from collections.abc import Iterator
from threading import Event, Thread
from time import sleep
from typing import Any

import pytest
from django.core.signals import request_finished
from django.test import Client

from articles.dates import PartialDate
from articles.remembered import Memory as Remembered
from articles.remembered import within_a_reading, within_an_answer
from articles.search.analysis import rewritten, stem_on_record
from articles.search.asking import _tokens_of_name
from articles.search.variants import _key_on_record, _threes_on_record
from articles.suggestions import reader
from articles.suggestions.english.kinds import kind_of
from articles.suggestions.reader import suggest
from articles.unnamed import without_descriptors
from config.memory.memory import Memory
from config.memory.watch import Watch
from tests.conftest import reader_site
from tests.story import Story

ENGLISH = (
    "Nets are dear in Kilju, a netmaker from Zqxjvkburg told us on Monday. “Nobody mends them,” said the same netmaker"
    " from Zqxjvkburg, 44. The Zqxjvkburg Net Bureau ordered carters to pay, she added."
)
KOREAN = "그물값이 올랐다고 뷁쬻시의 한 소식통이 3일 전했다. 소식통은 “뷁쬻시 그물관리국이 그물을 바치라고 지시했다”고 말했다."
# What answers are made of; anything else leads into the program.
ANSWERS, OURS = (tuple, list, dict, set, frozenset), ("articles", "sources", "provinces")
WORDS = ("Zqxjvkburg", "뷁쬻")


def caches() -> Iterator[Any]:
    """Every function of ours that keeps answers, in a module or a class of one."""
    ours = [module for name, module in sys.modules.items() if name.partition(".")[0] in OURS]
    for module in ours:
        classes = [each for each in vars(module).values() if isinstance(each, type)]
        for each in (held for owner in (module, *classes) for held in list(vars(owner).values())):
            function = getattr(each, "__func__", each)  # of a class method
            if isinstance(function, functools._lru_cache_wrapper):
                yield function


def remembered(word: str) -> Iterator[str]:
    """Every string with the word in it that a memory of answers or of patterns holds, in this process."""
    seen: set[int] = set()
    patterns = [vars(re)[name] for name in ("_cache", "_cache2") if name in vars(re)]
    todo: list[Any] = [held for cache in (*caches(), *patterns) for held in gc.get_referents(cache)]
    while todo:
        held = todo.pop()
        if id(held) in seen:
            continue
        seen.add(id(held))
        if isinstance(held, str):
            if word in held:
                yield held
        elif isinstance(held, ANSWERS) or type(held).__module__.partition(".")[0] in (*OURS, "functools"):
            todo += gc.get_referents(held)


def read(body: str, language: str) -> None:
    assert suggest(body, language=language, published=PartialDate.parse("2023-04-18")).claims


@pytest.mark.parametrize(("body", "language", "word"), [(ENGLISH, "en", WORDS[0]), (KOREAN, "ko", WORDS[1])])
def test_no_words_of_a_report_are_remembered_once_it_is_read(body: str, language: str, word: str) -> None:
    read(body, language)
    assert [held for held in remembered(word) if " " in held] == [], "more than a word alone, which is kept by its stem"


def test_what_is_remembered_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "within_a_reading", Remembered())
    read(ENGLISH, "en")
    assert any("netmaker from Zqxjvkburg" in held for held in remembered("Zqxjvkburg"))
    monkeypatch.undo()
    read(ENGLISH, "en")


def test_also_what_could_not_be_read_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        kind_of("a netmaker from Zqxjvkburg")
        raise LookupError

    monkeypatch.setattr(reader, "_suggested", fails)
    with pytest.raises(LookupError):
        suggest(ENGLISH, language="en", published=PartialDate.parse("2023-04-18"))
    assert [held for held in remembered("Zqxjvkburg") if " " in held] == []


def test_answers_are_not_kept_without_end() -> None:
    @within_a_reading
    def twice(number: int) -> int:
        return 2 * number

    assert [twice(number) for number in range(2_100)] == list(range(0, 4_200, 2))
    assert twice.cache_info().currsize == 2_000  # type: ignore[attr-defined]
    within_a_reading.forget()
    assert twice.cache_info().currsize == 0  # type: ignore[attr-defined]


def test_the_patterns_of_descriptors_are_forgotten_with_the_edition() -> None:
    now = 0.0
    watch = Watch(
        Memory(1_000_000), ask=iter(["one", "one", "two", "two", "two", "three"]).__next__, clock=lambda: now, age=float
    )

    def show_a_page() -> None:
        shown = without_descriptors("A netmaker from Zqxjvkburg told us.", ["a netmaker from Zqxjvkburg"])
        assert shown == "[an unnamed source] told us."

    def is_remembered() -> bool:
        return any("netmaker" in held for held in remembered("Zqxjvkburg"))

    watch.confirm()
    now = 10.0
    show_a_page()
    watch.confirm()
    assert is_remembered(), "the record is as it was"
    watch.confirm()
    assert not is_remembered()
    show_a_page()  # one that was begun before the record turned
    watch.confirm()
    assert not is_remembered()
    show_a_page()
    now += 10.0
    watch.confirm()
    assert is_remembered(), "and is kept again once none of those can be left"
    watch.confirm()
    assert not is_remembered()


def test_what_was_searched_for_is_forgotten_once_it_is_answered(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    searched = {"q": "netmaker zqxjvkburg 뷁쬻시의 소식통"}
    with reader_site():
        monkeypatch.setattr(request_finished, "send", lambda **_: None)
        assert Client().get("/search/", searched).status_code == 200
        assert {"netmaker zqxjvkburg", "뷁쬻시의 소식통"} & {*remembered("zqxjvkburg"), *remembered("뷁쬻")}
        monkeypatch.undo()
        assert Client().get("/search/", searched).status_code == 200
    assert [held for word in ("zqxjvkburg", "뷁쬻") for held in remembered(word)] == []


def test_not_a_word_of_a_text_or_of_a_name_outlives_the_edition() -> None:
    def ask_and_show() -> None:
        rewritten("Wvqkzjford의 뚥쬻시에서")
        stem_on_record("Wvqkzjford")
        _key_on_record("Wvqkzjford Net Bureau")
        _threes_on_record("wvqkzjford")
        _tokens_of_name("Wvqkzjford Net Bureau")

    watch = Watch(Memory(1_000_000), ask=iter(["one", "two"]).__next__, clock=float, age=float)
    watch.confirm()
    ask_and_show()
    assert {*remembered("Wvqkzjford")} and {*remembered("뚥쬻시에서")}
    watch.confirm()
    within_an_answer.forget()
    assert [held for word in ("vqkzjford", "뚥쬻") for held in remembered(word)] == []


def test_of_words_not_more_than_a_language_has_are_kept() -> None:
    memory = Remembered()
    assert memory.of_words(str.upper).cache_info().maxsize == 50_000  # type: ignore[attr-defined]


def test_something_new_may_be_asked_while_another_forgets() -> None:
    memory, failed, done = Remembered(), list[RuntimeError](), Event()
    kept = [memory(str.upper) for _ in range(200)]

    def forget() -> None:
        try:
            while not done.is_set():
                memory.forget()
                sleep(0.000_1)
        except RuntimeError as error:
            failed.append(error)

    before = sys.getswitchinterval()
    sys.setswitchinterval(0.000_01)
    try:
        forgetting = Thread(target=forget)
        forgetting.start()
        kept += [memory(str.upper) for _ in range(40)]
    finally:
        sys.setswitchinterval(before)
        done.set()
    forgetting.join()
    assert failed == [] and len(kept) == 240
