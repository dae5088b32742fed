"""Two people at one topic, outlet, institution, province, account or sealed note: nobody overwrites the other unseen."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Act, Topic
from provinces.models import Origin, Province, Spelling
from sources.models import SealedNote
from tests.conftest import user_in
from tests.desk import Desk, Form, Page, door, everything, fill, screen_of, sheet, tick, words
from tests.story import Story

CHANGED = "was changed by somebody else since you opened this page"


def opened(by: User, name: str, row: Any) -> Form:
    """The form of one row, as somebody opened it."""
    return Desk(by).get(door(f"{name}_change", row.pk)).forms[f"{name.partition('_')[2]}_form"]


def again(page: Page, name: str) -> Form:
    return page.forms[f"{name.partition('_')[2]}_form"]


@pytest.mark.parametrize(
    ("name", "field"), [("articles_topic", "name"), ("sources_outlet", "name"), ("sources_institution", "name_en")]
)
def test_the_second_to_save_reads_what_is_kept_and_loses_nothing_typed(
    name: str, field: str, story: Story, editor: User, second_publisher: User
) -> None:
    rows = {"articles_topic": Topic.objects.get(slug="self-reliance")}
    rows |= {"sources_outlet": story.outlet, "sources_institution": story.committee}
    row = rows[name]
    korean = "label_ko" if name == "articles_topic" else "name_ko"
    first, second = opened(editor, name, row), opened(second_publisher, name, row)
    fill(first, **{field: "The first one's name", korean: "첫째"})
    first.submit("_save", status=302)

    fill(second, **{korean: "둘째"})
    before = everything()
    stale = second.submit("_save", status=409)
    assert everything() == before
    assert CHANGED in words(stale)
    assert "kept now is “첫째”; you have “둘째”" in words(stale)
    assert "kept now is “The first one's name”" in words(stale)
    form = again(stale, name)
    assert form[korean].value == "둘째"
    # Having read both, who saves again is taken at his word.
    fill(form, **{field: "The first one's name"})
    form.submit("_save", status=302)
    row.refresh_from_db()
    assert (getattr(row, field), getattr(row, korean)) == ("The first one's name", "둘째")


def test_a_name_added_below_meanwhile_is_told_and_stays(story: Story, editor: User, second_publisher: User) -> None:
    topic = Topic.objects.get(slug="self-reliance")
    first, second = opened(editor, "articles_topic", topic), opened(second_publisher, "articles_topic", topic)
    new = int(first["other_names-TOTAL_FORMS"].value) - 1
    fill(first, f"other_names-{new}-", name="standing alone", slug="standing-alone")
    first.submit("_save", status=302)
    fill(second, f"other_names-{new}-", name="on one's own", slug="on-ones-own")
    stale = second.submit("_save", status=409)
    assert "standing alone, " in words(stale) and "kept now" in words(stale)
    again(stale, "articles_topic").submit("_save", status=302)
    assert {"standing alone", "on one's own"} <= set(topic.other_names.values_list("name", flat=True))


def test_what_is_not_on_the_form_makes_no_page_old(draft: Story, editor: User, publisher: User) -> None:
    form = opened(editor, "sources_outlet", draft.outlet)
    sheet(Desk(publisher).get(door("articles_article_publish", draft.article.pk))).submit(status=302)
    draft.outlet.refresh_from_db()
    assert draft.outlet.is_public
    fill(form, name_ko="북방신문")
    form.submit("_save", status=302)
    draft.outlet.refresh_from_db()
    assert (draft.outlet.name_ko, draft.outlet.is_public) == ("북방신문", True)


def test_spellings_and_the_note_of_a_province(editor: User, second_publisher: User) -> None:
    province = Province.objects.get(iso="KP-10")
    Spelling.objects.create(province=province, text="Riangan", system="romanised", origin=Origin.EDITOR)
    first, second = (opened(each, "provinces_province", province) for each in (editor, second_publisher))
    fill(first, "spellings-0-", ambiguity="a village as well")
    first.submit("_save", status=302)
    fill(second, "spellings-0-", ambiguity="a county as well")
    before = everything()
    stale = second.submit("_save", status=409)
    assert everything() == before and "a village as well" in words(stale)
    assert again(stale, "provinces_province")["spellings-0-ambiguity"].value == "a county as well"

    first, second = (opened(each, "provinces_province", province) for each in (editor, second_publisher))
    fill(first, note="Ask the cartographer.")
    first.submit("_save", status=302)
    fill(second, note="Nothing to ask.")
    assert "kept now is “Ask the cartographer.”; you have “Nothing to ask.”" in words(second.submit(status=409))
    assert Province.objects.get(pk=province.pk).note == "Ask the cartographer."


def test_groups_that_were_taken_away_meanwhile_are_not_given_back(
    publisher: User, second_publisher: User, tagger: User
) -> None:
    first, second = (opened(each, "auth_user", tagger) for each in (publisher, second_publisher))
    first.fields["is_active"][0].checked = False
    tick(first, "groups", Group.objects.get(name="editor").pk)
    first.submit("_save", status=302)
    fill(second, first_name="Ada")
    stale = second.submit("_save", status=409)
    assert CHANGED in words(stale) and "Groups: kept now is “editor”; you have “tagger”." in words(stale)
    kept = User.objects.get(pk=tagger.pk)
    assert (kept.is_active, [group.name for group in kept.groups.all()]) == (False, ["editor"])


def test_what_an_outlet_allows_is_not_decided_over_a_decision_unseen(
    story: Story, publisher: User, second_publisher: User
) -> None:
    address = door("sources_outlet_permission", story.outlet.pk)
    first, second = sheet(Desk(publisher).get(address)), sheet(Desk(second_publisher).get(address))
    fill(first, show="claims", reason="they wrote")
    first.submit(status=302)
    fill(second, show="full", reason="they had allowed it")
    acts = Act.objects.count()
    stale = second.submit(status=409)
    story.outlet.refresh_from_db()
    assert (story.outlet.show, Act.objects.count()) == ("claims", acts)
    assert "we show of Northern Courier claims only" in words(stale)
    form = sheet(stale)
    assert (form["show"].value, form["reason"].value) == ("full", "they had allowed it")
    form.submit(status=302)
    story.outlet.refresh_from_db()
    assert story.outlet.show == "full"


def test_a_page_that_does_not_say_what_it_was_opened_with_counts_as_old(editor: User, vocabulary: None) -> None:
    topic = Topic.objects.get(slug="smuggling")
    form = opened(editor, "articles_topic", topic)
    fill(form, label_ko="밀무역")
    for nonsense in ("", "soon", "0" * 64):
        form["opened"] = nonsense
        before = everything()
        form.submit("_save", status=409)
        assert everything() == before


def test_who_saves_at_the_same_moment_waits(editor: User, vocabulary: None) -> None:
    form = opened(editor, "articles_topic", Topic.objects.get(slug="smuggling"))
    with CaptureQueriesContext(connection) as queries:
        form.submit("_save", status=302)
    assert any('"articles_topic"' in each["sql"] and "FOR NO KEY UPDATE" in each["sql"] for each in queries)


def test_a_sealed_note_is_not_written_over_unseen(story: Story, keeper: User) -> None:
    other = user_in("another", "keeper of sources")
    form = sheet(Desk(keeper).get(screen_of(story.article)).click("Sealed note"))
    form["body"] = "met on the Changbai side"
    form.submit(status=302)
    note = SealedNote.objects.get()
    first, second = (opened(each, "sources_sealednote", note) for each in (keeper, other))
    untouched = opened(keeper, "sources_sealednote", note)
    fill(second, body="not safe to meet again")
    second.submit("_save", status=302)
    fill(first, body="safe to meet again")
    stale = first.submit("_save", status=409)
    note.refresh_from_db()
    assert (note.body, note.written_by) == ("not safe to meet again", other)
    assert CHANGED in words(stale) and "It was written by another, " in words(stale)
    assert "not safe to meet again" not in stale.text
    assert again(stale, "sources_sealednote")["body"].value == "safe to meet again"
    # Nor does who wrote nothing become the one who wrote it.
    untouched.submit("_save", status=409)
    opened(keeper, "sources_sealednote", note).submit("_save", status=302)
    note.refresh_from_db()
    assert note.written_by == other
    again(stale, "sources_sealednote").submit("_save", status=302)
    note.refresh_from_db()
    assert (note.body, note.written_by) == ("safe to meet again", keeper)
