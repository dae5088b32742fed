"""While reports come and go, every search that begins after a commit answers as the record then stands."""

import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import User
from django.db import connection

from articles.editing.samples import load_samples
from articles.editing.withdrawing import withdraw_article
from articles.facets import Filter
from articles.models import PublicText
from articles.queries.browse import descriptors_of
from articles.queries.names import load_names
from articles.search import Mode, Sought
from articles.search.analysis import words
from articles.search.index import keeper as keeping
from articles.search.query import TOO_COMMON
from articles.unnamed import AN_UNNAMED_SOURCE, without_descriptors
from provinces.gazetteer import Gazetteer
from tests.shelf import shelve

pytestmark = pytest.mark.long

# No two but by three letters or more: none is looked for as a slip of another that is out for a moment.
WORDS = [f"{(first + second) * 3}ix" for first in "bdfgklmnprstvz" for second in ("ar", "ol")]


def finds(word: str, mode: Mode = Mode.VARIANTS) -> list[int]:
    return Sought.read(word, Filter(), load_names(), mode).answers("articles").pks()


@pytest.mark.django_db(transaction=True)
def test_every_search_after_a_commit_is_of_that_record(publisher: User, monkeypatch: pytest.MonkeyPatch) -> None:
    # The machine of a test may be busy; what is waited for is the answer, not the clock.
    monkeypatch.setattr(keeping, "PATIENCE", 60.0)
    shown: dict[str, int] = {}
    gone: set[str] = set()
    stop = threading.Event()
    wrong: list[str] = []

    def read(seed: int) -> int:
        chance, searches = random.Random(seed), 0
        while not stop.is_set():
            for known, expected in ((dict(shown), True), (dict.fromkeys(gone, 0), False)):
                if known:
                    word = chance.choice(sorted(known))
                    found = bool(finds(word))
                    searches += 1
                    # A word that was shown when the search began may have gone before it ended.
                    if found != expected and not (expected and word not in shown):
                        wrong.append(f"{word}: {'missed' if expected else 'found after it went'}")
        connection.close()
        return searches

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(read, seed) for seed in range(4)]
        try:
            for number, word in enumerate(WORDS[:12]):
                article = shelve(by=publisher, headline=word.title(), body=f"Nobody saw the {word}.")
                shown[word] = article.pk
                if number % 2:
                    del shown[word]
                    withdraw_article(by=publisher, article=article, reason="for the test")
                    gone.add(word)
        finally:
            stop.set()
        searches = sum(reader.result() for reader in readers)

    assert searches > 0
    assert wrong == []
    assert all(finds(word) for word in shown)
    assert not any(finds(word) for word in gone)


def test_every_text_is_found_by_each_of_its_own_words(publisher: User) -> None:
    load_samples(by=publisher)
    texts = list(PublicText.objects.published().filter(is_current=True).select_related("article__outlet"))
    hidden = descriptors_of([text.article_id for text in texts])
    search = searcher()

    missed = []
    for text in texts:
        shown = without_descriptors(text.body, hidden[text.article_id], text.language)
        for unnamed in AN_UNNAMED_SOURCE.values():
            shown = shown.replace(unnamed, " ")
        shown = Gazetteer.from_file().without_southern(shown)
        for word in {each for each in shown.split() if len(words().analyze(each)) == 1}:
            plain = word.strip("“”‘’\"'.,;:()[]…")
            if plain and plain.lower() not in TOO_COMMON and text.article_id not in search(plain):
                missed.append((text.article_id, plain))

    assert len(texts) > 20
    assert missed == []


# The edition turns once a transaction: what is withdrawn here is withdrawn in transactions of its own.
@pytest.mark.django_db(transaction=True)
def test_a_withdrawn_text_is_found_by_none_of_its_own_words(publisher: User) -> None:
    load_samples(by=publisher)
    texts = list(PublicText.objects.published().filter(is_current=True).select_related("article")[:6])
    search = searcher()
    own = {
        text.article: [
            word
            for word in {each.strip("“”‘’\"'.,;:()[]…") for each in text.body.split()}
            if word.isalpha() and search(word) == {text.article_id}
        ]
        for text in texts
    }
    assert sum(map(len, own.values())) > 50

    for article in own:
        withdraw_article(by=publisher, article=article, reason="for the test")

    search = searcher()
    assert [word for words in own.values() for word in words if search(word)] == []


def searcher() -> Callable[[str], frozenset[int]]:
    known: dict[str, frozenset[int]] = {}

    def search(word: str) -> frozenset[int]:
        if word not in known:
            known[word] = frozenset(finds(f'"{word}"'))
        return known[word]

    return search
