"""A form that is sent again, as after an answer that was lost, is answered as before and kept once."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Act, Revision, SavedForm
from sources.models import Outlet
from tests.desk import Desk, door, everything, fill, sheet, words
from tests.story import Story, refreshed


def new_outlet(desk: Desk) -> dict[str, str]:
    """The fields of a filled form for a new outlet, as they are sent."""
    form = desk.get(door("sources_outlet_add")).forms["outlet_form"]
    fill(form, name="River Post", slug="river-post")
    return dict(form.submit_fields("_save"))


def test_the_same_form_sent_twice_is_kept_once_and_answered_alike(editor: User) -> None:
    desk = Desk(editor)
    sent = new_outlet(desk)
    first = desk.post(door("sources_outlet_add"), sent, status=302)
    before = {name: rows for name, rows in everything().items() if name != "LogEntry"}
    second = desk.post(door("sources_outlet_add"), sent, status=302)
    assert second.location == first.location
    assert {name: rows for name, rows in everything().items() if name != "LogEntry"} == before
    assert "This was saved already; nothing was saved twice." in words(second.follow())
    assert Outlet.objects.filter(name="River Post").count() == 1
    assert SavedForm.objects.get().by == editor


def test_a_report_that_is_saved_twice_is_not_told_to_be_stale(draft: Story, editor: User) -> None:
    desk, before = Desk(editor), refreshed(draft.article).edit_number
    form = desk.screen(draft.article)
    fill(form, "report-", headline="What traders were told")
    sent = form.submit_fields("_save")
    address = f"/articles/article/{draft.article.pk}/change/"
    first = desk.post(address, sent, status=302)
    assert desk.post(address, sent, status=302).location == first.location
    assert refreshed(draft.article).edit_number == before + 1
    assert Revision.objects.get(article=draft.article).headline == "What traders were told"


def test_what_is_published_twice_is_one_act_which_stands_with_the_form(draft: Story, publisher: User) -> None:
    desk = Desk(publisher)
    form = sheet(desk.get(door("articles_article_publish", draft.article.pk)))
    sent = form.submit_fields()
    address = door("articles_article_publish", draft.article.pk)
    for _ in range(2):
        desk.post(address, sent, status=302)
    assert Act.objects.count() == 1
    assert SavedForm.objects.get().act == 1


def test_another_page_of_the_same_form_is_another_form(editor: User) -> None:
    desk = Desk(editor)
    desk.post(door("sources_outlet_add"), new_outlet(desk), status=302)
    # It says that there is one already, as it should.
    assert "already" in words(desk.post(door("sources_outlet_add"), new_outlet(desk), status=200))
    assert SavedForm.objects.count() == 1


def test_what_was_refused_may_be_sent_again(editor: User) -> None:
    desk = Desk(editor)
    Outlet.objects.create(name="River Post", slug="river-post")
    sent = new_outlet(desk)
    desk.post(door("sources_outlet_add"), sent, status=200)
    assert not SavedForm.objects.exists()
    Outlet.objects.all().delete()
    desk.post(door("sources_outlet_add"), sent, status=302)
    assert Outlet.objects.get().name == "River Post"


def test_what_only_leads_elsewhere_is_no_answer_yet(draft: Story, publisher: User) -> None:
    desk = Desk(publisher)
    token = desk.screen(draft.article)["csrfmiddlewaretoken"].value
    answer = desk.post(door("articles_article_withdraw", draft.article.pk), {"csrfmiddlewaretoken": token}, status=302)
    assert "Only a report that is out can be withdrawn." in words(answer.follow())
    assert not SavedForm.objects.exists()


def test_nothing_of_what_was_sent_stands_in_its_name(editor: User) -> None:
    desk = Desk(editor)
    desk.post(door("sources_outlet_add"), new_outlet(desk), status=302)
    token = SavedForm.objects.get().token
    assert len(token) == 64 and set(token) <= set("0123456789abcdef")


def test_forms_of_long_ago_are_forgotten_when_another_is_kept(editor: User) -> None:
    now, days = timezone.now(), {"old": 31, "young": 29}
    for token, ago in days.items():
        kept = SavedForm.objects.create(token=token, by=editor, answer="/")
        SavedForm.objects.filter(pk=kept.pk).update(at=now - timedelta(days=ago))
    desk = Desk(editor)
    desk.post(door("sources_outlet_add"), new_outlet(desk), status=302)
    assert [kept.token for kept in SavedForm.objects.filter(token__in=days)] == ["young"]
    assert SavedForm.objects.count() == 2
