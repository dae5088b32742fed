"""History is kept by the database for every record, read on one screen, and never changed by anybody."""

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.desk.history import NAMED
from articles.editing.claims import drop_claim
from articles.editing.topic_merging import merge_topics
from articles.models import Claim, ClaimVersion, Topic
from articles.queries.history import event_models, newest_events, of_article
from provinces.history import SEALED
from sources.models import Attribution, SealedNote
from tests.desk import Desk, Form, Page, door, words, wrong
from tests.story import DESCRIPTOR, RELAYED, Story
from tests.test_removing import rows_that_hold

OURS = ("articles", "sources", "provinces")
# The ledger is a history itself, and so is where a report stood in time; addresses and how contradictions stood are only
# added to. Public texts and imprints are written anew from revisions, and hold nothing of their own: of a text that was
# removed no code is left.
KEEPS_NONE = {
    *("act", "address", "edition", "filedprovince", "filedtopic", "imprint", "publictext", "statedsettlement"),
    "savedform",
}
# What may have to be removed for good one day, or be read by few: no event holds it.
SEALED_FIELDS = {
    "article": {"byline"},
    "attribution": {"descriptor", "role", "province", "told", "contact", "condition"},
    "claim": {"leaves_because"},
    "claimlink": {"reason"},
    "claimversion": {"exact", "prefix", "suffix", "paraphrase", "event_words", "due_words", "reason"},
    "claimwarning": {"text"},
    "figure": {"low", "high", "per"},
    "original": {"name", "text", "sha256"},
    "outcome": {"reason"},
    "revision": {"headline", "body", "caption", "credit", "reason"},
    "sealednote": {"body"},
    "step": {"printed", "verb"},
}


def test_every_record_keeps_history() -> None:
    ours = {
        str(model._meta.model_name)
        for app in OURS
        for model in apps.get_app_config(app).get_models()
        if not hasattr(model, "pgh_tracked_model")
    }
    assert ours - set(event_models()) == KEEPS_NONE
    assert set(NAMED) == set(event_models())


# The database fills them in, and they tell nothing of anybody.
FILLED_IN = {"search", "stand_in", "origin_stand_in", "statement_stand_in"}


def test_no_event_has_a_column_for_what_is_sealed() -> None:
    for name, model in event_models().items():
        columns = {field.name for field in model._meta.local_concrete_fields}
        kept = {field.name for field in model.pgh_tracked_model._meta.local_concrete_fields}
        left_out = kept - columns
        assert left_out - FILLED_IN == SEALED_FIELDS.get(name, set()), name
        labels = {tracker.label for tracker in model.pgh_trackers}
        assert labels == {"insert", "update", "delete", *(f"{SEALED}{field}" for field in SEALED_FIELDS.get(name, ()))}


def test_rows_made_changed_and_deleted_leave_who_did_it(draft: Story, editor: User) -> None:
    form = Desk(editor).screen(draft.article)
    form["claims-0-drop"] = True
    form.submit("_save", status=302)
    versions = event_models()["claimversion"].objects.filter(claim=draft.acted.pk)
    assert [
        (row.pgh_label, (row.pgh_context and row.pgh_context.metadata["user"])) for row in versions.order_by("pk")
    ] == [
        ("insert", None),
        ("delete", editor.pk),
    ]
    assert not Claim.objects.filter(pk=draft.acted.pk).exists()


def test_a_sealed_field_leaves_its_name_and_nothing_else(story: Story) -> None:
    Attribution.objects.filter(pk=story.source.pk).update(contact="on Tuesday night")
    event = event_models()["attribution"].objects.latest("pk")
    assert (event.pgh_label, event.pgh_obj_id) == ("sealed: contact", story.source.pk)
    assert rows_that_hold("on Tuesday night") == ["sources_attribution"]


@pytest.mark.parametrize("statement", ["UPDATE {} SET pgh_label = 'update'", "DELETE FROM {}"])
def test_no_event_is_changed_or_deleted(statement: str, story: Story) -> None:
    filled = 0
    for model in event_models().values():
        filled += model.objects.exists()
        if model.objects.exists():
            with (
                pytest.raises(IntegrityError, match="only added to"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement.format(model._meta.db_table))
    assert filled > 12


def test_who_did_it_is_not_changed_either(story: Story, editor: User) -> None:
    form = Desk(editor).screen(story.article)
    form["report-byline"] = "Our own reporter"
    form.submit("_save", status=302)
    for statement in (
        "UPDATE pghistory_context SET metadata = metadata || '{\"user\": 1}'",
        "DELETE FROM pghistory_context",
    ):
        with (
            pytest.raises(IntegrityError, match="who did it stays"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_a_report_is_told_of_with_all_that_hangs_on_it_also_what_is_gone(draft: Story, publisher: User) -> None:
    drop_claim(by=publisher, claim=draft.acted)
    met = {(event.of, event.label) for event in newest_events(of_article(draft.article), limit=500)}
    assert met >= {
        (name, "insert")
        for name in (
            "article", "articleprovince", "articletopic", "attribution", "chain", "claim", "claimprovince", "claimtopic",
            "claimversion", "reportattribution", "revision", "step",
        )
    }  # fmt: skip
    assert met >= {(name, "delete") for name in ("claim", "claimversion", "chain", "step", "claimtopic")}


# The one screen.


def test_it_is_read_on_one_screen_by_what_who_and_day(story: Story, editor: User, publisher: User) -> None:
    form = Desk(editor).screen(story.article)
    form["report-original_url"] = "https://courier.example/7"
    form.submit("_save", status=302)
    page = Desk(publisher).get(door("history"))
    assert "address at the outlet: empty → https://courier.example/7" in words(page)
    form = sheet_of_filters(page)
    form["of"], form["by"] = "article", str(editor.pk)
    rows = [row.get_text(" ", strip=True) for row in form.submit().html.select(".history tbody tr")]
    # The report's own row, and its count of edits, by that editor alone.
    assert len(rows) == 2 and all("editor Report " in row for row in rows)
    form["until"] = "2001-01-01"
    assert "Nothing." in words(form.submit())


def sheet_of_filters(page: Page) -> Form:
    """The form that narrows the list."""
    return next(form for form in page.forms.values() if "until" in form.fields)


def test_the_screen_shows_no_sealed_words_and_changes_nothing(story: Story, publisher: User, keeper: User) -> None:
    SealedNote.objects.create(attribution=story.source, body="a niece of the manager", written_by=keeper)
    text = Desk(keeper).get(door("history")).text
    assert "Sealed note" in text
    for secret in ("a niece of the manager", DESCRIPTOR, RELAYED[:30], "on Sunday"):
        assert secret not in text
    # Who may not read notes is not told that there is one.
    assert "ealed note" not in Desk(publisher).get(door("history")).text
    page = Desk(publisher).get(door("articles_article_history", story.article.pk))
    assert [
        form.method.lower() for key, form in page.forms.items() if form.id != "logout-form" and isinstance(key, int)
    ] == ["get"]


def test_a_filter_that_makes_no_sense_is_refused(story: Story, publisher: User) -> None:
    page = Desk(publisher).get(f"{door('history')}?article=a2222222", status=400)
    assert set(wrong(page)) == {"article"}
    Desk(publisher).get(f"{door('history')}?until=soon", status=400)
    Desk(publisher).get(f"{door('history')}?page=99999999999&of=", status=200)


def test_the_screen_costs_the_same_however_much_is_on_it(draft: Story, publisher: User) -> None:
    desk, address = Desk(publisher), door("history") + "?of=claimversion"

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.get(address)
        return len(queries)

    # From the first change on there is an event before it to compare with.
    ClaimVersion.objects.filter(claim__in=[draft.acted, draft.relayed]).update(utterance=9)
    desk.get(address)
    before = cost()
    for number in range(1, 4):
        ClaimVersion.objects.filter(claim__in=[draft.acted, draft.relayed]).update(utterance=number)
    assert cost() == before


def test_the_same_done_at_once_to_several_rows_is_one_line(draft: Story, publisher: User) -> None:
    ClaimVersion.objects.filter(claim__in=[draft.acted, draft.relayed]).update(utterance=3)
    page = Desk(publisher).get(door("history") + "?of=claimversion")
    lines = [row.get_text(" ", strip=True) for row in page.html.select(".history tbody tr")]
    (changed,) = (line for line in lines if "utterance: empty → 3" in line)
    assert f"{draft.acted.public_id}, version 1" in changed and f"{draft.relayed.public_id}, version 1" in changed


def test_what_is_there_no_more_is_still_called_by_its_name(story: Story, publisher: User) -> None:
    merge_topics(
        by=publisher, topic=Topic.objects.get(slug="trading-companies"), into=Topic.objects.get(slug="market-prices")
    )
    shown = words(Desk(publisher).get(door("history") + "?of=articletopic"))
    assert "tag: Trading companies → Market prices" in shown
