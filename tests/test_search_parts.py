"""The index is made of parts that tantivy never puts together by itself: they answer as one, whoever searches."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tantivy

from articles.search.index import filling as fillings
from articles.search.index.documents import Made
from articles.search.index.filling import Filling
from articles.search.index.opened import addresses, everything, having, numbers
from articles.search.index.parts import Part, Parts, grouped
from articles.search.index.schema import DAY_WEIGHT, PRINTED, TEXTS, register, schema
from articles.search.index.workbench import NotWrittenAnew, Workbench
from articles.search.numbers import how_many

pytestmark = pytest.mark.long

REPORTS = 120
# Bytes that each is said to have.
SIZE = 100
WORDS = [f"{begins}{ends}" for begins in ("sack", "boat", "coal", "salt", "wool") for ends in ("", "s", "ing", "yard")]


def texts() -> dict[int, dict[str, str]]:
    """Of each report, by its number."""
    chance = random.Random(5)
    return {
        number: {name: " ".join(chance.choices(WORDS, k=chance.randint(3, 40))) for name in TEXTS}
        for number in range(1, REPORTS + 1)
    }


def documents() -> Iterator[tantivy.Document]:
    chance = random.Random(7)
    for number, text in texts().items():
        document = tantivy.Document()
        document.add_text("id", f"r{number:07}")
        for name in TEXTS:
            document.add_text(name, text[name])
        document.add_text(PRINTED, " ".join(chance.choices(WORDS, k=12)))
        for name, value in {
            "article": number,
            "pk": number,
            "newest": chance.randrange(40),
            "tie": number,
            "outlet": chance.randrange(5),
            "year": 2000 + chance.randrange(9),
            "event_newest": chance.randrange(9),
        }.items():
            document.add_unsigned(name, value)
        for topic in chance.sample(range(30), 3):
            document.add_unsigned("topic", topic)
        document.add_float(DAY_WEIGHT, chance.random())
        yield document


def made(folder: Path, size: int) -> Parts:
    """An index of all of them, so many in a part."""
    parts, batch = Parts(folder), list(documents())
    parts.begin()
    filling = Filling(folder.parent / f"{folder.name}_filling")
    for start in range(0, REPORTS, size):
        filling.add(Made(document, SIZE) for document in batch[start : start + size])
    parts.exchange((), filling.parts())
    return parts


def opened(parts: Parts) -> tantivy.Searcher:
    return register(tantivy.Index(schema(), path=str(parts.folder))).searcher()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fillings, "FULL", 1)


def everything_told(searcher: tantivy.Searcher) -> dict[str, Any]:
    """Whatever a searcher is asked for anywhere, by the reports' own numbers."""
    index = tantivy.Index(schema())
    register(index)
    text_of = {number: tantivy.Document(body=text["body"]) for number, text in texts().items()}
    told: dict[str, Any] = {"all": searcher.num_docs}
    for text in ("sack", "sack boat", '"coal salt"', "+wool -sacking", "salt*", "nothing"):
        query = index.parse_query(text, list(TEXTS))
        orders = {
            "score": searcher.search(query, REPORTS),
            "newest": searcher.search(query, REPORTS, order_by_field="newest"),
            "event": searcher.search(query, REPORTS, order_by_field="event_newest"),
        }
        for order, result in orders.items():
            found = searcher.fast_field_values("article", [address for _, address in result.hits])
            scores = [score for score, _ in result.hits]
            assert scores == sorted(scores, reverse=True)
            # Those that are alike come in any order, as tantivy's own parts do.
            told[f"{text} by {order}"] = how_many(searcher, query), sorted(zip(scores, found, strict=True))
        best = searcher.search(query, 10, weight_by_field=DAY_WEIGHT)
        shown = [int(number or 0) for number in searcher.fast_field_values("article", [at for _, at in best.hits])]
        told[f"{text} weighted"] = [(score, number) for (score, _), number in zip(best.hits, shown, strict=True)]
        # Whose words weigh as much as they are rare, here and there.
        snippets = tantivy.SnippetGenerator.create(searcher, query, schema(), "body")
        told[f"{text} snippets"] = [snippets.snippet_from_doc(text_of[number]).to_html() for number in shown]
        counts = {name: {"terms": {"field": name, "size": 99}} for name in ("outlet", "year", "topic")}
        told[f"{text} counted"] = searcher.aggregate(query, counts)
    for name in TEXTS:
        told[f"{name} words"] = [(word, searcher.doc_freq(name, word)) for word in WORDS]
        told[f"{name} terms"] = sorted(searcher.terms_with_prefix(name, "sa"))
    told["cardinality"] = searcher.cardinality(everything(), "outlet")
    told["having"] = sorted(numbers(searcher, having("topic", [3, 4]), "article"))
    return told


def test_many_parts_answer_exactly_like_one(tmp_path: Path, small: None, monkeypatch: pytest.MonkeyPatch) -> None:
    many = made(tmp_path / "many", 5)
    monkeypatch.setattr(fillings, "FULL", 10**9)
    one = made(tmp_path / "one", REPORTS)
    assert (len(many.all()), len(one.all())) == (REPORTS // 5, 1)

    told = everything_told(opened(many))

    assert told == everything_told(opened(one))
    assert told["sack boat by score"][0] > 20 and told['"coal salt" by newest'][0] > 2


def test_what_is_deleted_and_written_anew_is_as_if_it_had_never_been_there(
    tmp_path: Path, small: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = made(tmp_path / "whole", 40)
    others = {part.id for part in whole.all()}
    gone = [1, 41, 42, 80]
    for step in ("delete", "write_anew"):
        some = [part for part in whole.all() if step == "delete" or part.deleted]
        bench = Workbench(tmp_path / step, whole, some)
        bench.delete(gone) if step == "delete" else bench.write_anew()
        whole.exchange([part.id for part in some], [(bench, part) for part in bench.all()])

    (stayed,) = {part.id for part in whole.all()} & others
    assert [(part.id == stayed, part.documents, part.deleted) for part in whole.all()] == [
        (True, 40, 0),
        (False, 76, 0),
    ]
    assert not whole.strays()
    monkeypatch.setattr(fillings, "FULL", 10**9)
    kept = [document for document in documents() if document["article"][0] not in gone]
    monkeypatch.setattr(f"{__name__}.documents", lambda: iter(kept))
    assert everything_told(opened(whole)) == everything_told(opened(made(tmp_path / "never", REPORTS)))


def test_what_does_not_fit_into_the_heap_at_once_is_one_part_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, put_together = random.Random(3), fillings._as_one
    several: list[list[Part]] = []

    def seen(filled: Parts) -> Parts:
        several.append(filled.all())
        return put_together(filled)

    monkeypatch.setattr(fillings, "_as_one", seen)
    filling = Filling(tmp_path / "filling", 15_000_000)
    for start in range(1, 3001, 100):
        found = []
        for number in range(start, start + 100):
            document = tantivy.Document()
            document.add_unsigned("article", number)
            text = " ".join(f"{chance.randrange(10**6):x}" for _ in range(300))
            document.add_text("body", text)
            found.append(Made(document, len(text)))
        filling.add(found)

    ((made, part),) = filling.parts()

    assert len(several) == 1 and len(several[0]) > 1
    assert (part.documents, part.deleted) == (3000, 0)
    found_again = numbers(opened(made), everything(), "article")
    assert sorted(found_again) == list(range(1, 3001))


def test_a_part_of_which_all_is_deleted_vanishes(tmp_path: Path, small: None) -> None:
    parts = made(tmp_path / "all", 60)
    first, second = parts.all()
    bench = Workbench(tmp_path / "bench", parts, [first])
    bench.delete(range(1, 61))
    parts.exchange([first.id], [(bench, part) for part in bench.all()])
    assert parts.all() == [second]
    assert {path.name.partition(".")[0] for path in parts.folder.glob("*.store")} == {second.stem}
    assert opened(parts).num_docs == 60


def test_a_tantivy_that_does_not_put_together_what_it_is_told_to_is_noticed(tmp_path: Path, small: None) -> None:
    """As another version of it may."""
    parts = made(tmp_path / "parts", 60)
    bench = Workbench(tmp_path / "bench", parts, parts.all())
    with pytest.raises(NotWrittenAnew):
        bench.write_anew()  # nothing of them is deleted
    with pytest.raises(NotWrittenAnew):
        bench.put_together()  # they are two
    assert opened(parts).num_docs == REPORTS


def test_a_deletion_that_was_not_exchanged_is_not_taken_for_the_next_one(tmp_path: Path, small: None) -> None:
    """Both have the same number, and files are named by it: the first one's is there when whoever wrote it is killed."""
    parts = made(tmp_path / "parts", 60)
    (first, _), killed = parts.all(), Workbench(tmp_path / "killed", parts, parts.all())
    killed.delete([1, 2, 3])
    (written,) = killed.folder.glob(f"{first.stem}.*.del")
    (parts.folder / written.name).write_bytes(written.read_bytes())
    assert parts.strays() == [parts.folder / written.name]

    bench = Workbench(tmp_path / "bench", parts, [first])
    bench.delete([9])
    assert (bench.folder / written.name).exists()
    parts.exchange([first.id], [(bench, part) for part in bench.all()])

    searcher = opened(parts)
    assert len(addresses(searcher, having("article", [1, 2, 3, 9]))) == 3
    again = Workbench(tmp_path / "again", parts, parts.all()[:1])
    again.delete([10])
    assert again.all()[0].stamp > parts.all()[0].stamp


def test_parts_go_in_groups_that_weigh_no_more_than_what_is_written_anew_at_once() -> None:
    weights = {"a": 50, "b": 20, "c": 200, "d": 30, "e": 60}
    found = grouped([Part(name, 1) for name in weights], weights, 100)
    assert [[part.id for part in group] for group in found] == [["b", "d", "a"], ["e"], ["c"]]


def test_what_is_kept_of_a_part_is_what_tantivy_keeps(tmp_path: Path, small: None) -> None:
    parts = made(tmp_path / "parts", 60)
    bench = Workbench(tmp_path / "bench", parts, parts.all())
    bench.delete([1])
    kept = json.loads((bench.folder / "meta.json").read_text(encoding="utf-8"))["segments"]
    assert [Part.read(each).kept() for each in kept] == kept
    assert {(part.documents, part.deleted, part.alive) for part in bench.all()} == {(60, 1, 59), (60, 0, 60)}
