"""The index: what is published is found at once, what is withdrawn is gone from answers, and its words from the files."""

import json
import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest
import tantivy
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client, override_settings

from articles.editing.withdrawing import withdraw_article, withdraw_claim
from articles.models import Act, Article, Topic, TopicName
from articles.queries.names import load_names
from articles.search import vocabulary as vocabularies
from articles.search.asking import Asking
from articles.search.index import keeper as keeping
from articles.search.index import sweeper
from articles.search.index.keeper import Keeper, NotCurrent, keeper
from articles.search.index.parts import Part, Parts
from articles.search.index.schema import PRINTED, TEXTS, register, schema
from articles.search.index.state import record_state
from articles.search.index.workbench import Workbench
from articles.search.tree import Word
from articles.search.variants import Mode
from provinces.models import Edition
from tests.conftest import Reader, reader_rights
from tests.shelf import shelve
from tests.story import Story

pytestmark = pytest.mark.usefixtures("on_the_public_site")


def shows(reader: Client, q: str, kind: str = "articles") -> bool:
    page = reader.get("/search/", {"q": q, "in": kind})
    assert page.status_code == 200
    return b'class="row-title"' in page.content or b'class="row ' in page.content or b'<li class="row' in page.content


def files(pattern: str) -> list[Path]:
    return list((keeper().folder / keeper()._newest()).rglob(pattern))


def test_what_is_published_is_found_and_what_is_withdrawn_is_not(publisher: User, reader: Reader) -> None:
    article = shelve(by=publisher, headline="Quicksilver", body="Nobody saw the quicksilver.")
    assert shows(reader, "quicksilver")

    withdraw_article(by=publisher, article=article, reason="for the test")

    assert not shows(reader, "quicksilver")
    assert b"row-title" not in reader.get("/search/?q=quicksilver*").content


def test_a_star_after_a_letter_or_two_is_one_term_that_finds_and_scores_like_every_word_that_begins_so(
    publisher: User, reader: Reader
) -> None:
    bodies = ("Élan, 39 sacks; oil-rich.", "Żuk. Ньюс: Oil 3.", "oat 혜산 zinc")
    for body in bodies:
        shelve(by=publisher, headline="Umber", body=body)
    assert shows(reader, "o*")
    opened = keeper().current()
    searcher, asking = opened.searchers["articles"], Asking(Mode.VARIANTS, load_names())

    found = {}
    for begins in ("o", "oi", "é", "él", "3", "39", "ż", "н", "НЬ", "u", "z", "q", "zz"):
        query = asking.words(Word(begins, goes_on=True))
        each = tantivy.Query.fuzzy_term_query(schema(), PRINTED, begins.lower(), distance=0, prefix=True)
        assert "Term(" in repr(query) and "Fuzzy" not in repr(query), query
        assert searcher.search(query).hits == searcher.search(each).hits, begins
        found[begins] = len(searcher.search(query).hits)

    assert (found["o"], found["oi"], found["él"], found["39"], found["НЬ"], found["u"], found["zz"]) == (
        3,
        2,
        1,
        1,
        1,
        3,
        0,
    )
    assert "Fuzzy" in repr(asking.words(Word("oil", goes_on=True)))


def test_a_claim_that_goes_leaves_its_report_without_its_words(story: Story, publisher: User, reader: Reader) -> None:
    assert shows(reader, "gathered", "claims")

    withdraw_claim(by=publisher, claim=story.acted, reason="for the test")

    assert not shows(reader, "gathered", "claims")
    assert shows(reader, "forbid", "claims")


def test_withdrawn_words_leave_the_files(publisher: User, reader: Reader) -> None:
    for number in range(3):
        shelve(by=publisher, headline=f"Soap {number}")
        assert shows(reader, "soap")
    article = shelve(by=publisher, headline="Zyxquil", body="Nobody saw the zyxquil.")
    call_command("build_index")
    assert shows(reader, "zyxquil")
    generation = keeper()._newest()

    withdraw_article(by=publisher, article=article, reason="for the test")
    assert not shows(reader, "zyxquil")
    assert words_on_disk("zyxquil")
    assert holding("zyxquil")
    call_command("build_index", sweep=True)

    assert keeper()._newest() == generation
    assert not words_on_disk("zyxquil")
    assert not holding("zyxquil")
    assert {path.stem for pattern in ("*.term", "*.store") for path in files(pattern)} <= parts()
    assert shows(reader, "soap")
    assert not shows(reader, "zyxquil")


def test_sweeping_ends_whatever_was_published_since_the_index_was_built(
    publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrites = iter(range(20))
    exchange = Parts.exchange
    monkeypatch.setattr(Parts, "exchange", lambda *given: (next(rewrites), exchange(*given))[1])
    for number in range(3):
        shelve(by=publisher, headline=f"Soap {number}")
    call_command("build_index")
    article = shelve(by=publisher, headline="Zyxquil", body="Nobody saw the zyxquil.")
    assert shows(reader, "zyxquil")
    shelve(by=publisher, headline="Later", body="Later than that.")
    assert shows(reader, "later")
    assert keeper().sweep() == 0, "what was only added leaves nothing behind"
    withdraw_article(by=publisher, article=article, reason="for the test")
    assert not shows(reader, "zyxquil")
    withdraw_article(by=publisher, article=Article.objects.get(revisions__headline="Soap 1"), reason="for the test")
    assert shows(reader, "soap")
    assert keeper().sweep() > 0
    assert not words_on_disk("zyxquil")
    assert keeper().sweep() == 0


def parts() -> set[str]:
    """The parts of the index that are in use, by the name of their files."""
    found = [json.loads(path.read_text(encoding="utf-8"))["segments"] for path in files("meta.json")]
    return {segment["segment_id"].replace("-", "") for segments in found for segment in segments}


def words_on_disk(word: str) -> list[str]:
    """What the dictionaries of all parts of the index have of a word, deleted or not."""
    opened = Keeper(keeper().folder)._open()
    assert opened is not None
    return [term for searcher in opened.searchers.values() for term, _ in searcher.terms_with_prefix("body", word)]


def holding(word: str) -> list[Path]:
    """Files anywhere in the folder of the index in which a word stands: as it is written, or in the dictionary of a part.

    Whether the part is one of an index, or was left behind.
    """
    return [
        path
        for path in keeper().folder.rglob("*")
        if path.is_file() and (word.encode() in path.read_bytes() or knows(path, word))
    ]


def knows(path: Path, word: str) -> bool:
    """Whether this is a dictionary that has a word."""
    if path.suffix != ".term":
        return False
    # tantivy may look once more whether something has changed, while the folder goes.
    with TemporaryDirectory(dir=keeper().folder.parent, ignore_cleanup_errors=True) as beside:
        alone = Workbench(Path(beside) / "alone", Parts(path.parent), [Part(str(UUID(path.stem)), documents=1)])
        searcher = register(tantivy.Index(schema(), path=str(alone.folder))).searcher()
        return any(searcher.terms_with_prefix(name, word) for name in (*TEXTS, PRINTED))


def test_names_and_index_are_brought_up_to_the_record_beside_requests(
    publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeper, "close_old_connections", lambda: None)  # the test goes on with its own
    shelve(by=publisher, headline="Quicksilver", body="Nobody saw the quicksilver.")
    with reader_rights():
        sweeper.once()
        edition = Edition.now()
    kept_edition, names = vocabularies._kept
    assert kept_edition == edition and "_by_threes" in vars(names)
    known = keeper().known()
    assert known and known.act == Act.objects.latest("number").number


def test_names_are_known_anew_only_where_one_has_changed(vocabulary: None) -> None:
    before = vocabularies.vocabulary("one edition")
    assert not before.called("fenced yard")
    assert vocabularies.vocabulary("another") is before
    topic = Topic.objects.get(slug="fuel")
    Topic.objects.filter(pk=topic.pk).update(is_public=True)
    TopicName.objects.create(topic=topic, name="fenced yard", slug="fenced-yard", is_public=True)
    after = vocabularies.vocabulary("a third")
    assert [thing.slug for thing in after.called("fenced yard")] == ["fuel"] and after is not before


def test_an_index_built_anew_answers_the_same(story: Story, publisher: User, reader: Reader) -> None:
    assert shows(reader, "committee")
    generation = keeper()._newest()

    call_command("build_index")

    assert keeper()._newest() != generation
    assert shows(reader, "committee")
    assert shows(reader, "committee", "claims")


def test_a_broader_topic_brings_the_narrower_one_at_once(publisher: User, reader: Reader) -> None:
    shelve(by=publisher, headline="Soap", topics=["self-reliance"])
    assert b"row-title" not in reader.get("/search/?q=soap&topic=food").content

    Topic.objects.filter(slug="self-reliance").update(broader=Topic.objects.get(slug="food"))

    assert b"row-title" in reader.get("/search/?q=soap&topic=food").content


def test_while_the_first_index_is_made_answers_say_so_and_reports_can_be_read(
    story: Story, reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a thread of this process, and by another process."""
    monkeypatch.setattr(keeping, "PATIENCE", 0.05)
    empty = Keeper(tmp_path / "index")
    monkeypatch.setattr("articles.search.sought.keeper", lambda: empty)
    other = Keeper(empty.folder)

    def answers() -> None:
        response = reader.get("/search/?q=committee")
        assert (response.status_code, response["Retry-After"]) == (503, "60")
        assert "is being made" in response.content.decode()
        response = reader.get("/search.json?q=committee")
        assert response.status_code == 503
        assert "is being made" in json.loads(response.content)["detail"]
        assert reader.get(f"/articles/{story.article.public_id}/").status_code == 200

    with empty._here:
        answers()
    with other._writing() as writes:
        assert writes
        answers()
    assert shows(reader, "committee")


def test_an_index_of_another_schema_is_made_anew_beside_requests(
    story: Story, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shows(reader, "committee")
    begun: list[Keeper] = []
    monkeypatch.setattr(Keeper, "_begin_building", lambda self: begun.append(self))
    monkeypatch.setattr(keeping, "MOST_AT_ONCE", 0)
    upgraded = Keeper(keeper().folder)
    monkeypatch.setattr("articles.search.sought.keeper", lambda: upgraded)
    assert shows(reader, "committee")
    assert not begun

    upgraded = Keeper(keeper().folder)
    with monkeypatch.context() as other:
        other.setattr(keeping, "register", refuse)
        response = reader.get("/search/?q=committee")
        assert (response.status_code, response["Retry-After"]) == (503, "60")
        assert "is being made" in response.content.decode()
        assert begun == [upgraded]

        # Another process makes it; this one waits for a moment, and says the same.
        other.setattr(keeping, "PATIENCE", 0.05)
        with Keeper(upgraded.folder)._writing() as writes:
            assert writes
            assert reader.get("/search/?q=committee")["Retry-After"] == "60"
    assert shows(reader, "committee")


def test_an_index_that_stores_what_it_holds_is_of_another_schema(story: Story, reader: Reader) -> None:
    """As those did that were made before nothing was stored."""
    assert shows(reader, "committee")
    (meta,) = [path for path in files("meta.json") if path.parent.name == "claims"]
    kept = json.loads(meta.read_text(encoding="utf-8"))
    assert {field["options"]["stored"] for field in kept["schema"]} == {False}
    for field in kept["schema"]:
        field["options"]["stored"] = True
    meta.write_text(json.dumps(kept), encoding="utf-8")

    upgraded = Keeper(keeper().folder)

    assert upgraded.known() is None
    generation = upgraded._newest()
    assert upgraded.current().searchers["claims"].num_docs
    assert upgraded._newest() != generation


def refuse(index: object) -> None:
    """As an index answers that was made for other fields."""
    raise ValueError


def test_what_was_begun_by_two_is_built_once(story: Story, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shows(reader, "committee")
    made = keeper()._newest()

    keeper()._build_unless_built()
    assert keeper()._newest() == made

    (keeper().folder / "generation").unlink()
    keeper()._build_unless_built()
    assert keeper()._newest() not in ("", made)
    assert shows(reader, "committee")


def test_an_index_that_cannot_be_brought_up_to_the_record_answers_503(
    story: Story, publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shows(reader, "committee")
    monkeypatch.setattr(keeping, "PATIENCE", 0.05)
    other = Keeper(keeper().folder)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with other._writing() as writes:
            assert writes
            held.set()
            done.wait(30)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(30)
    try:
        assert shows(reader, "committee")
        withdraw_article(by=publisher, article=Article.objects.get(pk=story.article.pk), reason="for the test")
        response = reader.get("/search/?q=committee")
        assert (response.status_code, response["Retry-After"]) == (503, "5")
        with pytest.raises(NotCurrent):
            keeper().current()
    finally:
        done.set()
        thread.join()
    assert not shows(reader, "committee")


def test_an_index_that_is_ahead_of_the_server_is_waited_for_and_not_made_anew(
    publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process of this machine read from a standby that had an act a moment earlier."""
    shelve(by=publisher, headline="Early")
    before = record_state()
    shelve(by=publisher, headline="Zyxquil")
    call_command("build_index")
    generation, now = keeper()._newest(), record_state
    behind = iter([before] * 6)
    monkeypatch.setattr(keeping, "record_state", lambda: next(behind, None) or now())
    with override_settings(STANDBYS=[{"HOST": "elsewhere"}]):
        opened = Keeper(keeper().folder).current()
        assert (opened.state, keeper()._newest()) == (now(), generation)
        assert next(behind, None) is None

        # For as long as the server does not have it, nothing is answered; a record that lost the act is another one.
        monkeypatch.setattr(keeping, "record_state", lambda: before)
        monkeypatch.setattr(keeping, "PATIENCE", 0.1)
        late = Keeper(keeper().folder)
        with pytest.raises(NotCurrent):
            late.current()
        assert keeper()._newest() == generation
        monkeypatch.setattr(keeping, "AHEAD", -1.0)
        monkeypatch.setattr(keeping, "is_past", lambda state: False)
        assert late.current().state == before
        assert keeper()._newest() != generation


def test_what_is_swept_is_written_out_of_the_index_itself(
    publisher: User, reader: Reader, story: Story, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    """Whatever the record says by then, and with every value that it had."""
    for number in range(3):
        shelve(by=publisher, headline=f"Soap {number}", topics=["fuel"])
    call_command("build_index")
    withdraw_article(by=publisher, article=Article.objects.get(revisions__headline="Soap 1"), reason="for the test")
    asked = (
        "soap",
        "gathered",
        "committee topic:trading-companies",
        "so*",
        "speech:indirect",
        "is:due",
        "topic:energy",
    )
    before = [
        (kind, q, reader.get("/search/", {"q": q, "in": kind}).content)
        for q in asked
        for kind in ("articles", "claims")
    ]
    known = keeper().known()

    with django_assert_num_queries(0):
        assert keeper().sweep() > 0
        assert keeper().sweep() == 0
    assert keeper().known() == known
    clear = Keeper(keeper().folder)
    monkeypatch.setattr("articles.search.sought.keeper", lambda: clear)
    for kind, q, page in before:
        assert reader.get("/search/", {"q": q, "in": kind}).content == page, (kind, q)


def test_parts_written_one_after_another_are_put_together(publisher: User, reader: Reader) -> None:
    for number in range(40):
        shelve(by=publisher, headline=f"Soap {number}")
        assert shows(reader, "soap")
        if number % 10 == 9:
            keeper().sweep()
    metas = [json.loads(path.read_text(encoding="utf-8"))["segments"] for path in files("meta.json")]
    assert max(map(len, metas)) < 20


def test_what_is_being_written_is_waited_for_and_what_was_left_half_written_is_written_again(
    story: Story, publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shows(reader, "committee")
    monkeypatch.setattr(keeping, "PATIENCE", 0.05)
    withdraw_article(by=publisher, article=Article.objects.get(pk=story.article.pk), reason="for the test")
    writer, other = Keeper(keeper().folder), Keeper(keeper().folder)
    with writer._writing() as writes:
        exchange = Parts.exchange

        def killed(*given: Any) -> None:
            """Half-way: one of four is exchanged."""
            exchange(*given)
            with pytest.raises(NotCurrent):
                other.current()
            raise KeyboardInterrupt

        assert writes
        with monkeypatch.context() as half:
            half.setattr(Parts, "exchange", killed)
            with pytest.raises(KeyboardInterrupt):
                writer._catch_up()
        with pytest.raises(NotCurrent):
            other.current()
    assert other.current().state == record_state()
    assert not shows(reader, "committee")
