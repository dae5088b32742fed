"""The dataset: everything public and nothing else, whole or visibly cut, and every earlier release in a later one."""

import csv
import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.editing.claims import attribute, draft_of, latest_version, revise_claim
from articles.editing.drafting import Words, latest_revision, propose_revision
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.withdrawing import withdraw_article
from articles.exports import dataset
from articles.exports.release import DatasetError, check, rebuild, rows_in
from articles.models import Article, Became, Outcome, OutcomeGround
from sources.models import Attribution
from tests.conftest import reader_rights
from tests.shelf import shelve
from tests.story import ACTED, DESCRIPTOR, HEADLINE, RELAYED, Story

TABLES = [
    "acts",
    "articles",
    "claims",
    "contradictions",
    "figures",
    "institutions",
    "outcomes",
    "outlets",
    "provinces",
    "texts",
    "topics",
]


pytestmark = pytest.mark.usefixtures("on_the_public_site")


def export(folder: Path) -> Any:
    with reader_rights():
        return dataset.export(folder)


def rows(folder: Path, name: str) -> list[Any]:
    return list(rows_in(folder / f"{name}.jsonl"))


def text_of(folder: Path) -> str:
    """Every byte of every file."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*")) if path.is_file())


def test_everything_public_is_in_it_with_its_meaning(story: Story, publisher: User, tmp_path: Path) -> None:
    korean = shelve(by=publisher, headline="압록강 다리", language="ko", outlet="Bulletin", show="claims")

    manifest = export(tmp_path)

    assert sorted(manifest["tables"]) == TABLES
    assert (manifest["version"], manifest["address"]) == (2, "http://127.0.0.1:8000")
    assert {row["id"] for row in rows(tmp_path, "articles")} == {story.article.public_id, korean.public_id}
    relayed = next(row for row in rows(tmp_path, "claims") if row["id"] == story.relayed.public_id)
    assert relayed["speakers"] == ["Northern Courier", "an unnamed source", "Ryanggang Provincial Party Committee"]
    assert (relayed["words"], relayed["event_earliest"]) == ("The committee does not forbid trade.", "2023-04-01")
    assert [act["number"] for act in rows(tmp_path, "acts")] == [1, 2]
    assert rows(tmp_path, "texts")[0]["digest"]
    for name, table in manifest["tables"].items():
        assert all(table["fields"].values()), name
        # The story has none of these: tests/test_contradictions.py, tests/test_due.py and tests/test_series.py have.
        assert {frozenset({*table["fields"], "since"})} == {frozenset(row) for row in rows(tmp_path, name)} or (
            name in ("contradictions", "figures", "outcomes")
        )


def test_jsonl_and_csv_say_the_same_and_both_say_where_they_end(story: Story, tmp_path: Path) -> None:
    manifest = export(tmp_path)

    for name in TABLES:
        lines = (tmp_path / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        count = len(lines) - 1
        assert json.loads(lines[-1]) == {"end": name, "rows": count, "version": 1, "head": manifest["head"]}
        with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            table = list(csv.reader(file))
        assert len(table) == count + 2 and table[-1][0] == f"end of {count} rows at act 1"
        assert {len(row) for row in table} == {len(table[0])}
        for file_name in (f"{name}.jsonl", f"{name}.csv"):
            measured = manifest["files"][file_name]
            content = (tmp_path / file_name).read_bytes()
            assert (measured["rows"], measured["bytes"]) == (count, len(content))
            assert measured["sha256"] == hashlib.sha256(content).hexdigest()


def test_a_cut_or_changed_file_is_noticed(story: Story, tmp_path: Path) -> None:
    export(tmp_path)
    check(tmp_path)
    claims = tmp_path / "claims.jsonl"
    whole = claims.read_text(encoding="utf-8")
    for spoilt in (whole[:-60], "".join(whole.splitlines(True)[1:]), whole.replace("forbid", "permit"), ""):
        claims.write_text(spoilt, encoding="utf-8")
        with pytest.raises(DatasetError, match=r"claims\.jsonl was cut or changed"):
            check(tmp_path)
        with pytest.raises(DatasetError, match=r"claims\.jsonl"):
            export(tmp_path)
    claims.unlink()
    with pytest.raises(DatasetError, match=r"claims\.jsonl is missing"):
        check(tmp_path)


def test_nothing_of_a_source_and_no_full_text_is_in_it(story: Story, tmp_path: Path) -> None:
    export(tmp_path)

    written = text_of(tmp_path)
    assert DESCRIPTOR in story.article.texts.get().body
    for secret in (DESCRIPTOR, "trading_company", "on Sunday", "publisher", "self-reliance is not the same", RELAYED):
        assert secret not in written, secret
    assert story.article.texts.get().key not in written


def test_the_readers_login_makes_it_and_no_other(story: Story, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="SITE=reader"):
        call_command("export_dataset", str(tmp_path / "set"))
    assert not (tmp_path / "set").exists()
    with reader_rights():
        call_command("export_dataset", str(tmp_path / "set"))
    assert (tmp_path / "set" / "manifest.json").exists()


def test_earlier_releases_are_rebuilt_byte_for_byte(
    story: Story, publisher: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dataset, "PIECE", 2)
    first = export(tmp_path)
    draft = draft_of(latest_version(story.acted))
    revision = latest_revision(story.article)
    other = type(draft)(**{**draft.__dict__, "paraphrase": "Traders were called together."})
    revise_claim(by=publisher, claim=story.acted, revision=revision, draft=other)
    publish_article(by=publisher, article=story.article)
    second = export(tmp_path)
    shelve(by=publisher, headline="Coal", provinces=["nampo"])
    propose_revision(by=publisher, article=story.article, words=Words("Another headline", revision.body))
    publish_article(by=publisher, article=story.article)
    export(tmp_path)

    for manifest in (first, second):
        version = manifest["version"]
        whole, lacking = rebuild(tmp_path, version, tmp_path / f"release-{version}")
        assert (sorted(whole), lacking) == ([f"{name}.jsonl" for name in TABLES], [])
        for name in whole:
            content = (tmp_path / f"release-{version}" / name).read_bytes()
            assert hashlib.sha256(content).hexdigest() == manifest["files"][name]["sha256"]
    assert HEADLINE in text_of(tmp_path / "release-1") and "Another headline" not in text_of(tmp_path / "release-1")
    with pytest.raises(DatasetError, match="has no release of act 3; it has 1, 2, 4"):
        rebuild(tmp_path, 3, tmp_path / "three")


def test_what_is_withdrawn_leaves_the_history_too(story: Story, publisher: User, tmp_path: Path) -> None:
    coal = shelve(by=publisher, headline="Coal", provinces=["nampo"])
    export(tmp_path)
    propose_revision(by=publisher, article=story.article, words=Words("Another headline", "Other words."))
    publish_article(by=publisher, article=story.article)
    export(tmp_path)
    assert HEADLINE in text_of(tmp_path / "history")

    withdraw_article(by=publisher, article=story.article, reason="a scene")
    export(tmp_path)

    written = text_of(tmp_path)
    for words in (HEADLINE, "Another headline", "does not forbid", "gathered traders"):
        assert words not in written, words
    whole, lacking = rebuild(tmp_path, 2, tmp_path / "two")
    assert {"articles.jsonl", "claims.jsonl", "texts.jsonl"} <= set(lacking) and "topics.jsonl" not in lacking
    assert "acts.jsonl" in whole
    assert [row["id"] for row in rows(tmp_path / "two", "articles")] == [coal.public_id]


def test_a_text_that_was_removed_leaves_the_history_too(
    story: Story, publisher: User, second_publisher: User, tmp_path: Path
) -> None:
    export(tmp_path)
    first = latest_revision(story.article)
    propose_revision(by=publisher, article=story.article, words=Words("Another headline", first.body))
    publish_article(by=publisher, article=story.article)
    export(tmp_path)
    first.refresh_from_db()
    removal = ask_removal(by=publisher, revision=first, reason="a scene")
    confirm_removal(by=second_publisher, removal=removal)

    export(tmp_path)

    written = text_of(tmp_path)
    assert HEADLINE not in written and "Another headline" in written
    assert [(row["number"], bool(row["removed"]), row["headline"]) for row in rows(tmp_path, "texts")] == [
        (1, True, ""),
        (2, False, "Another headline"),
    ]


def test_of_a_claim_whose_words_were_removed_it_tells_no_more_than_that(
    story: Story, publisher: User, second_publisher: User, tmp_path: Path
) -> None:
    """Who speaks, where, of what and when would tell what was said; and the length of the words would help to guess them."""
    Outcome.objects.create(
        claim=story.acted, number=1, became=Became.UNCHECKABLE, ground=OutcomeGround.HIDDEN, by=publisher,
        at=timezone.now(), shown_by=0, is_public=True,
    )  # fmt: skip
    export(tmp_path)
    assert [row["claim"] for row in rows(tmp_path, "outcomes")] == [story.acted.public_id]
    first = latest_revision(story.article)
    body = first.body.replace(ACTED, "They were gathered")
    propose_revision(by=publisher, article=story.article, words=Words(first.headline, body))
    publish_article(by=publisher, article=story.article)
    first.refresh_from_db()
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=first, reason="a scene"))

    export(tmp_path)

    stands, *gone = sorted(rows(tmp_path, "claims"), key=lambda row: bool(row["removed"]))
    assert (stands["id"], stands["speakers"][1:]) == (
        story.relayed.public_id,
        ["an unnamed source", "Ryanggang Provincial Party Committee"],
    )
    assert sorted((row["id"], row["version"]) for row in gone) == sorted(
        [(story.acted.public_id, 1), (story.acted.public_id, 2), (story.relayed.public_id, 1)]
    )
    for row in gone:
        assert {name for name, value in row.items() if value} == {
            "id", "version", "address", "language", "state", "report", "headline", "outlet", "report_published_earliest",
            "report_published_latest", "revision", "here_since", "changed", "removed", "since",
        } | ({"is_current"} if (row["id"], row["version"]) == (story.acted.public_id, 2) else set())  # fmt: skip
    assert rows(tmp_path, "outcomes") == []


def test_words_that_turn_out_to_be_a_source_leave_every_row_and_the_history(
    story: Story, publisher: User, tmp_path: Path
) -> None:
    """A claim was told before anybody put down whom its words name; and a source's words were put right later."""
    unknown, known = "a warehouse keeper of Lantern Street", "a clerk behind the granary"
    revision = latest_revision(story.article)
    for claim, words in ((story.acted, unknown), (story.relayed, known)):
        draft = replace(draft_of(latest_version(claim)), paraphrase=f"It happened, {words} said.")
        revise_claim(by=publisher, claim=claim, revision=revision, draft=draft)
    publish_article(by=publisher, article=story.article)
    first = export(tmp_path)
    assert unknown in text_of(tmp_path) and known in text_of(tmp_path)

    # The one stands in a later version's chain, the other is now how the report words the source that was there.
    draft = draft_of(latest_version(story.acted))
    keeper = attribute(by=publisher, article=story.article, descriptor=unknown)
    steps = [draft.steps[0], replace(draft.steps[1], attribution=keeper, printed=unknown)]
    draft = replace(draft, steps=steps, attribution=keeper)
    revise_claim(by=publisher, claim=story.acted, revision=revision, draft=draft)
    publish_article(by=publisher, article=story.article)
    Attribution.objects.filter(pk=story.source.pk).update(descriptor=known)
    export(tmp_path)

    assert [words for words in (unknown, known) if words in text_of(tmp_path)] == []
    assert rows(tmp_path / "history", "claims") != []
    whole, lacking = rebuild(tmp_path, first["version"], tmp_path.parent / "first")
    assert "claims.jsonl" in lacking and "articles.jsonl" in whole


def test_a_name_that_left_a_byline_leaves_the_history(story: Story, publisher: User, tmp_path: Path) -> None:
    Article.objects.filter(pk=story.article.pk).update(byline="Jong So Yong")
    export(tmp_path)
    assert "Jong So Yong" in text_of(tmp_path)
    Article.objects.filter(pk=story.article.pk).update(byline="")
    export(tmp_path)
    assert "Jong So Yong" not in text_of(tmp_path)


def test_a_folder_of_another_kind_or_of_a_later_record_is_refused(
    story: Story, publisher: User, tmp_path: Path
) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("Dear")
    with pytest.raises(DatasetError, match="is not empty and holds no dataset"):
        export(tmp_path / "letters")
    export(tmp_path / "set")
    manifest = json.loads((tmp_path / "set" / "manifest.json").read_text())
    (tmp_path / "set" / "manifest.json").write_text(json.dumps({**manifest, "version": 99}))
    with pytest.raises(DatasetError, match="has act 99 already, this record ends with act 1"):
        export(tmp_path / "set")


def test_a_run_that_was_stopped_half_way_is_finished_by_the_next(
    story: Story, publisher: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "set"
    export(folder)
    shelve(by=publisher, headline="Coal")
    moved: list[Path] = []
    real = os.replace

    def stopping(source: Path, target: Path) -> None:
        if len(moved) == 5:
            raise KeyboardInterrupt
        moved.append(target)
        real(source, target)

    monkeypatch.setattr("articles.exports.release.os.replace", stopping)
    with pytest.raises(KeyboardInterrupt):
        export(folder)
    monkeypatch.undo()

    export(folder)

    check(folder)
    assert not (folder / ".new").exists()
    assert len(rows(folder, "articles")) == 2


def test_an_empty_record_makes_an_empty_dataset(vocabulary: None, tmp_path: Path) -> None:
    manifest = export(tmp_path)
    assert (manifest["version"], manifest["files"]["claims.jsonl"]["rows"]) == (0, 0)
    check(tmp_path)
