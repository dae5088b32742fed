"""The acts in a file outside the database: each once it is committed, whole after a crash, never in another order."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User

from articles.acts_file import ActsFile, Damaged, Diverged, KeptAct, check_chain, read_acts
from articles.editing.acts_outside import keep_acts, keep_or_say
from articles.editing.renaming import rename_topic
from articles.editing.withdrawing import withdraw_article, withdraw_claim
from articles.models import Act, Address, Topic
from tests.story import Story

Callbacks = Callable[..., AbstractContextManager[Any]]


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """Where the file is kept in these scenes."""
    settings.ACTS_DIR = tmp_path / "acts"
    return tmp_path / "acts"


def path_of(folder: Path) -> Path:
    return ActsFile(folder, Act.objects.get(number=1).hash).path


def numbers(folder: Path) -> list[int]:
    return [act.number for act in read_acts(path_of(folder))]


def test_an_act_is_in_the_file_once_it_is_committed(
    story: Story, publisher: User, folder: Path, django_capture_on_commit_callbacks: Callbacks
) -> None:
    with django_capture_on_commit_callbacks() as waiting:
        withdraw_article(by=publisher, article=story.article, reason="a name of somebody")
    assert not folder.exists()
    waiting[0]()
    last = list(read_acts(path_of(folder)))[-1]
    act = Act.objects.get(number=2)
    assert (last.number, last.kind, last.hash, last.subjects) == (2, "withdrawn", act.hash, act.subjects)
    assert last.is_itself()


def test_nothing_of_the_desk_is_in_it(story: Story, publisher: User, folder: Path) -> None:
    withdraw_article(by=publisher, article=story.article, reason="a name of somebody")
    keep_acts()
    said = "".join(path.read_text() for path in folder.iterdir())
    assert "a name of somebody" not in said and publisher.username not in said
    assert {path.stat().st_mode & 0o077 for path in [folder, *folder.iterdir()]} == {0}
    columns = {"by", "reason", "is_public", "id"}
    for line in path_of(folder).read_text().splitlines():
        assert not columns & json.loads(line).keys()


def test_what_a_crash_left_out_is_written_by_the_next_one(story: Story, publisher: User, folder: Path) -> None:
    keep_acts()
    withdraw_claim(by=publisher, claim=story.acted, reason="a scene")
    withdraw_claim(by=publisher, claim=story.relayed, reason="a scene")
    assert numbers(folder) == [1]
    assert keep_acts() == 2
    assert numbers(folder) == [1, 2, 3]
    assert keep_acts() == 0
    check_chain(list(read_acts(path_of(folder))))


@pytest.mark.parametrize("left", [1, 40, -1])
def test_a_line_that_was_cut_off_is_written_again(story: Story, publisher: User, folder: Path, left: int) -> None:
    withdraw_claim(by=publisher, claim=story.acted, reason="a scene")
    keep_acts()
    whole = path_of(folder).read_bytes()
    first = whole.index(b"\n") + 1
    path_of(folder).write_bytes(whole[: first + left] if left > 0 else whole[:-1])
    assert numbers(folder) == [1]
    keep_acts()
    assert path_of(folder).read_bytes() == whole


def test_addresses_are_kept_beside_it(story: Story, publisher: User, folder: Path) -> None:
    keep_acts()
    rename_topic(by=publisher, topic=Topic.objects.get(slug="self-reliance"), name="Own strength", slug="own-strength")
    keep_acts()
    kept = ActsFile(folder, Act.objects.get(number=1).hash).addresses()
    assert {(row.kind, row.slug) for row in kept} == set(Address.objects.values_list("kind", "slug"))
    assert ("topic", "own-strength") in {(row.kind, row.slug) for row in kept}
    assert len(kept) == Address.objects.count()


def test_a_ledger_that_lost_its_last_act_is_not_written_over(
    story: Story, publisher: User, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    keep_acts()
    with ActsFile(folder, Act.objects.get(number=1).hash).writing() as file:
        assert file.last is not None
        file.add([replace(file.last, number=2, previous_hash=file.last.hash, hash="f" * 64)])
    before = path_of(folder).read_bytes()
    withdraw_claim(by=publisher, claim=story.acted, reason="a scene")
    with pytest.raises(Diverged, match="act 2 of the file is not in the ledger"):
        keep_acts()
    assert not keep_or_say() and "act 2 of the file" in caplog.text
    assert path_of(folder).read_bytes() == before


def test_a_file_that_cannot_be_written_undoes_nothing(
    story: Story, publisher: User, folder: Path, caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Callbacks,
) -> None:  # fmt: skip
    folder.write_text("in the way")
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_claim(by=publisher, claim=story.acted, reason="a scene")
    assert "acts are not kept outside the database" in caplog.text
    folder.unlink()
    assert keep_acts() == 2


def test_acts_that_do_not_follow_are_told() -> None:
    one = KeptAct(1, "issued", "", "", [], "2023-05-02T09:30:00+00:00", "", "0" * 64)
    with pytest.raises(Damaged, match="act 1 "):
        check_chain([one])


def test_what_is_no_act_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"number": 1}\n')
    with pytest.raises(Damaged, match="line 1"):
        list(read_acts(tmp_path / "x.jsonl"))
