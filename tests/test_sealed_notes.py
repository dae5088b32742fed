"""What only a keeper of sources may read: asked for by name, shown once, and kept who looked; never anywhere else."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.urls import reverse

from sources.models import SealedNote
from tests.conftest import Scenes, tell_story, user_in
from tests.desk import Desk, screen_of, sheet, words
from tests.stages import Stage, standing

SECRET = "the niece of the customs manager, met on the Changbai side"
LIST = "/sources/sealednote/"


def tell_note() -> SealedNote:
    story = tell_story()
    page = Desk(the_keeper()).get(screen_of(story.article))
    form = sheet(page.click("Sealed note"))
    form["body"] = SECRET
    form.submit(status=302)
    return SealedNote.objects.get(attribution=story.source)


def the_keeper() -> User:
    """The one who wrote it, who is there already where it has been written."""
    return User.objects.filter(username="keeper").first() or user_in("keeper", "keeper of sources")


@pytest.fixture
def keeper(vocabulary: None) -> User:
    return the_keeper()


@pytest.fixture(scope="session")
def told_how(told_how: Scenes) -> Scenes:
    return {"note": tell_note, **told_how}


@pytest.fixture
def note(keeper: User, stage: Stage | None) -> SealedNote:
    """Written through the desk, as every note is."""
    return standing(stage, "note", tell_note)


def reveal(note: SealedNote) -> str:
    return reverse("admin:sources_sealednote_reveal", args=[note.pk])


def test_a_keeper_writes_a_note_beside_a_source_and_reads_it_when_asked(note: SealedNote, keeper: User) -> None:
    assert (note.body, note.written_by) == (SECRET, keeper)
    page = Desk(keeper).get(reverse("admin:sources_sealednote_change", args=[note.pk]))
    assert "each look is kept" in words(page)
    shown = page.forms["reveal"].submit()
    assert SECRET in words(shown)
    assert shown.headers["Cache-Control"] == "no-store"
    assert SECRET not in shown.html.title.get_text()


def test_each_look_is_kept_with_who_and_when(note: SealedNote, keeper: User) -> None:
    address = reverse("admin:sources_sealednote_change", args=[note.pk])
    for _ in range(2):
        Desk(keeper).get(address).forms["reveal"].submit(status=200)
    looks = LogEntry.objects.filter(object_id=str(note.pk), change_message="Read the note.")
    assert [(look.user, look.action_time is not None) for look in looks] == [(keeper, True)] * 2


def test_by_looking_alone_not_even_a_keeper_sees_it(note: SealedNote, keeper: User) -> None:
    desk = Desk(keeper)
    for name in ("changelist", "change", "history", "add"):
        args = [note.pk] if name in ("change", "history") else []
        assert SECRET not in desk.get(reverse(f"admin:sources_sealednote_{name}", args=args))
    assert SECRET not in desk.get(screen_of(note.attribution.report.article))
    desk.get(reveal(note), status=405)
    # A second note on the same source is not begun: the link beside it leads to the one there is.
    again = desk.get(screen_of(note.attribution.report.article)).click("Sealed note")
    assert again.location == reverse("admin:sources_sealednote_change", args=[note.pk])
    assert LogEntry.objects.filter(change_message="Read the note.").count() == 0


def test_a_note_is_kept_when_nothing_is_written_and_replaced_when_something_is(note: SealedNote, keeper: User) -> None:
    desk = Desk(keeper)
    address = reverse("admin:sources_sealednote_change", args=[note.pk])
    form = desk.get(address).forms["sealednote_form"]
    assert form["body"].value == ""
    form.submit(status=302)
    assert SealedNote.objects.get().body == SECRET
    form = desk.get(address).forms["sealednote_form"]
    form["body"] = "not safe to meet again"
    form.submit(status=302)
    assert SealedNote.objects.get().body == "not safe to meet again"


def test_its_words_are_in_no_history_and_no_log(note: SealedNote, keeper: User) -> None:
    desk = Desk(keeper)
    desk.get(reverse("admin:sources_sealednote_change", args=[note.pk])).forms["reveal"].submit()
    form = desk.get(reverse("admin:sources_sealednote_change", args=[note.pk])).forms["sealednote_form"]
    form["body"] = SECRET.upper()
    form.submit(status=302)
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        holding = []
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}" AS line WHERE line::text ILIKE %s', ["%customs manager%"])
            holding += [table] * cursor.fetchone()[0]
    assert len(tables) > 30
    assert holding == ["sources_sealednote"]


@pytest.mark.parametrize("who", ["tagger", "editor", "publisher"])
def test_nobody_else_reads_it_by_any_way(
    who: str, note: SealedNote, request: pytest.FixtureRequest, desk: Callable[[User], Client]
) -> None:
    browser = desk(request.getfixturevalue(who))
    answers: list[Any] = [browser.post(reveal(note))]
    for name in ("changelist", "change", "history", "add", "delete"):
        address = reverse(f"admin:sources_sealednote_{name}", args=[] if name in ("changelist", "add") else [note.pk])
        answers += [browser.get(address), browser.post(address, {"body": "mine"})]
    assert {answer.status_code for answer in answers} == {403}
    screen = browser.get(screen_of(note.attribution.report.article)).content.decode()
    assert SECRET not in screen and "sealednote" not in screen
    assert "sealed" not in browser.get("/").content.decode().lower()
    assert SealedNote.objects.get().body == SECRET
    assert not LogEntry.objects.filter(change_message="Read the note.").exists()


def test_a_keeper_who_is_one_no_more_reads_nothing(note: SealedNote, keeper: User) -> None:
    desk = Desk(keeper)
    page = desk.get(reverse("admin:sources_sealednote_change", args=[note.pk]))
    keeper.groups.clear()
    page.forms["reveal"].submit(status=403)
    assert not LogEntry.objects.filter(change_message="Read the note.").exists()


def test_a_note_names_a_source_that_there_is(keeper: User) -> None:
    form = sheet(Desk(keeper).get(f"{LIST}add/"))
    form["body"] = SECRET
    refused = form.submit(status=200)
    assert "Open the report and choose “sealed note” beside the source." in words(refused)
    assert not SealedNote.objects.exists()
