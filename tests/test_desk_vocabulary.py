"""The rest of the desk: the queue of reports, topics, institutions, outlets, provinces, editors and the acts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.admin.editors import EditorForm
from articles.editing.drafting import missing_for_publication
from articles.editing.publishing import publish_article
from articles.models import Act, ActKind, Article, PublicText, State, Topic, TopicName
from provinces.models import Origin, Province, Spelling
from sources.models import Institution, Outlet, Show
from tests.conftest import Reader
from tests.desk import Desk, Page, door, everything, fill, pin, sheet, tick, words, wrong
from tests.shelf import shelve
from tests.story import HEADLINE, Story, tell

QUEUE = "/articles/article/"


def rows(page: Page) -> dict[str, dict[str, str]]:
    """A stock list: the cells of each row by their column, by the text of its link."""
    found = {}
    for row in page.html.select("#result_list tbody tr"):
        cells = {
            cell["class"][0].removeprefix("field-"): cell.get_text(" ", strip=True)
            for cell in row.select("td:not(.action-checkbox), th")
        }
        found[row.select_one("th a").get_text(strip=True)] = cells
    return found


# The queue of reports.


def test_the_queue_says_where_each_report_stands_and_what_waits(draft: Story, editor: User, publisher: User) -> None:
    out = shelve(by=publisher, headline="Out already", outlet="Southern Courier")
    changed = shelve(by=publisher, headline="Out, with another text waiting", outlet="Southern Courier")
    form = Desk(editor).screen(changed)
    fill(form, "report-", body="Traders waited at the bridge for a week.")
    pin(form, "waited at the bridge")
    form.submit("_save", status=302)
    queue = rows(Desk(editor).get(QUEUE))
    assert queue == {
        HEADLINE: {
            "headline": HEADLINE, "outlet": "Northern Courier", "published_on": "April 2023", "standing": "draft",
            "lacks": "-", "pending": "everything", "claim_count": "2",
        },
        "Out already": {
            "headline": "Out already", "outlet": "Southern Courier", "published_on": "12 April 2023",
            "standing": "published", "lacks": "-", "pending": "-", "claim_count": "0",
        },
        "Out, with another text waiting": {
            "headline": "Out, with another text waiting", "outlet": "Southern Courier", "published_on": "12 April 2023",
            "standing": "published", "lacks": "-", "pending": "a text and 1 claim", "claim_count": "1",
        },
    }  # fmt: skip
    assert out.state == State.PUBLISHED


def test_what_the_queue_says_a_draft_lacks_is_what_publishing_asks_for(editor: User, publisher: User) -> None:
    lacking = {
        "Without a date": {"published": ""},
        "With everything": {},
        "": {"headline": ""},
        "Of an outlet that allows nothing": {},
    }
    for number, (headline, fields) in enumerate(lacking.items()):
        show = Show.NOTHING if "nothing" in headline else Show.CLAIMS
        story = tell(by=editor, outlet_name=f"Courier {number}", show=show, publish=False)
        form = Desk(editor).screen(story.article)
        fill(form, "report-", **{"headline": headline, **fields})
        form.submit("_save", status=302)
    queue = rows(Desk(editor).get(QUEUE))
    assert len(queue) == 4
    said = {row["outlet"]: row["lacks"] for row in queue.values()}
    asked = {str(row.outlet): ", ".join(missing_for_publication(row)) or "-" for row in Article.objects.all()}
    assert said == asked
    assert set(said.values()) == {
        "-", "a date of publication", "a headline", "the outlet's permission to show anything",
    }  # fmt: skip


@pytest.mark.parametrize(
    "address", [QUEUE, "/articles/claim/", "/articles/act/", "/articles/topic/", "/sources/outlet/"]
)
def test_a_list_costs_the_same_number_of_queries_with_one_row_and_with_three(
    address: str, story: Story, publisher: User
) -> None:
    desk = Desk(publisher)

    def cost() -> int:
        desk.get(address)
        with CaptureQueriesContext(connection) as queries:
            desk.get(address)
        return len(queries)

    with_one = cost()
    for name in ("Southern Courier", "Eastern Courier"):
        tell(by=publisher, outlet_name=name)
    assert cost() == with_one


def test_the_queue_is_searched_by_headline_and_id(story: Story, publisher: User) -> None:
    other = shelve(by=publisher, headline="Rice by the bridge")
    desk = Desk(publisher)
    assert set(rows(desk.get(QUEUE, {"q": "rice"}))) == {"Rice by the bridge"}
    assert set(rows(desk.get(QUEUE, {"q": story.article.public_id}))) == {HEADLINE}
    assert set(rows(desk.get(QUEUE, {"state__exact": "draft"}))) == set()
    assert set(rows(desk.get(QUEUE, {"outlet__id__exact": other.outlet_id}))) == {HEADLINE, "Rice by the bridge"}


def test_a_claim_is_found_by_its_words_and_leads_to_its_report(story: Story, editor: User) -> None:
    desk = Desk(editor)
    page = desk.get("/articles/claim/", {"q": "soap"})
    assert set(rows(page)) == {story.relayed.public_id}
    assert rows(page)[story.relayed.public_id]["grade"] == "not graded"
    answer = page.click(story.relayed.public_id, href="change")
    assert answer.location == door("articles_article_change", story.article.pk) + f"#{story.relayed.public_id}"


# Topics.


def test_a_topic_is_added_with_other_names_and_readers_find_it_by_them(editor: User, reader: Reader) -> None:
    form = Desk(editor).get("/articles/topic/add/").forms["topic_form"]
    fill(form, name="Border markets", slug="border-markets", label_ko="국경시장")
    fill(form, "other_names-0-", name="frontier bazaars", slug="frontier-bazaars")
    form.submit(status=302)
    topic = Topic.objects.get(name="Border markets")
    assert list(topic.other_names.values_list("name", "language", "is_public")) == [("frontier bazaars", "en", True)]
    found = reader.get("/topics/frontier-bazaars/")
    assert (found.status_code, found["Location"]) == (308, "/topics/border-markets/")


def test_a_name_and_an_address_may_change_and_the_old_ones_lead_on(story: Story, editor: User, reader: Reader) -> None:
    scenes: list[tuple[str, Any, str, str]] = [
        ("articles_topic", Topic.objects.get(slug="self-reliance"), "name", "topics"),
        ("sources_institution", story.committee, "name_en", "institutions"),
        ("sources_outlet", story.outlet, "name", "outlets"),
    ]
    for model, row, name, address in scenes:
        form_name, old = f"{model.partition('_')[2]}_form", row.slug
        form = Desk(editor).get(door(f"{model}_change", row.pk)).forms[form_name]
        fill(form, **{name: f"A new name of {old}", "slug": f"new-{old}"[:80]})
        form.submit(status=302)
        led = reader.get(f"/{address}/{old}/")
        assert (led.status_code, led["Location"]) == (308, f"/{address}/new-{old}/")
        # The old address is taken for ever, and is not bettered away.
        form = Desk(editor).get(f"/{model.replace('_', '/')}/add/").forms[form_name]
        fill(form, **{name: "Another", "slug": old})
        assert "This address leads, or led, to something else." in words(form.submit())
        if model == "sources_outlet":
            # An editor adds names of outlets and changes none.
            continue
        form = Desk(editor).get(door(f"{model}_change", row.pk)).forms[form_name]
        fill(form, "other_names-0-", slug="elsewhere")
        assert "An address that was given out stays; add another name instead." in words(form.submit())


def test_reports_are_found_by_names_a_topic_is_given_later(story: Story, editor: User) -> None:
    topic = Topic.objects.get(slug="self-reliance")
    for name, typed in (
        ("이름이 바뀜", {"label_ko": "이름이 바뀜"}),
        ("standing alone", {"other_names-{new}-name": "standing alone", "other_names-{new}-slug": "standing-alone"}),
    ):
        form = Desk(editor).get(door("articles_topic_change", topic.pk)).forms["topic_form"]
        new = int(form["other_names-TOTAL_FORMS"].value) - 1
        fill(form, **{field.format(new=new): value for field, value in typed.items()})
        form.submit(status=302)
        assert name in PublicText.objects.get(article=story.article, is_current=True).names.splitlines()
        assert Act.objects.latest("number").kind == ActKind.REFILED
    # Nothing changed, nothing is put down.
    acts = Act.objects.count()
    Desk(editor).get(door("articles_topic_change", topic.pk)).forms["topic_form"].submit(status=302)
    assert Act.objects.count() == acts


def test_another_name_takes_no_address_at_which_something_stands(story: Story, editor: User) -> None:
    other = Institution.objects.create(slug="regional-committee", name_en="Regional Committee")
    for model, row, taken in (
        ("articles_topic", Topic.objects.get(slug="self-reliance"), "smuggling"),
        ("sources_institution", other, story.committee.slug),
    ):
        form = Desk(editor).get(door(f"{model}_change", row.pk)).forms[f"{model.partition('_')[2]}_form"]
        new = int(form["other_names-TOTAL_FORMS"].value) - 1
        fill(form, f"other_names-{new}-", name="Another name", slug=taken)
        assert "This address leads to something else." in words(form.submit())
        # Its own may stand beside it.
        fill(form, f"other_names-{new}-", slug=row.slug)
        form.submit(status=302)


def test_a_topic_that_is_below_another_is_not_made_its_broader_one(editor: User) -> None:
    above = Topic.objects.get(slug="self-reliance")
    between = Topic.objects.create(name="Between", slug="between", broader=above)
    below = Topic.objects.create(name="Below", slug="below", broader=between)
    form = Desk(editor).get(door("articles_topic_change", above.pk)).forms["topic_form"]
    form["broader"].force_value(str(below.pk))
    assert "This topic is the broader one of that." in words(form.submit())
    assert Topic.objects.get(pk=above.pk).broader == above.broader


def test_topics_are_offered_by_every_name_and_none_is_made_by_looking(
    tagger: User, desk: Callable[[User], Client]
) -> None:
    smuggling = Topic.objects.get(slug="smuggling")
    TopicName.objects.create(topic=smuggling, name="contraband trade", slug="contraband-trade")
    browser, count = desk(tagger), Topic.objects.count()

    def offered(term: str) -> list[str]:
        asked = {"term": term, "app_label": "articles", "model_name": "articletopic", "field_name": "tag"}
        answer = browser.get("/autocomplete/", asked)
        assert answer.status_code == 200
        return [row["text"] for row in answer.json()["results"]]

    assert "Smuggling" in offered("smugg") and "Smuggling" in offered(smuggling.label_ko)
    assert offered("contraband") == ["Smuggling"]
    assert offered("smugling") == []
    assert Topic.objects.count() == count


@pytest.mark.parametrize("chosen", ["가", "a\r\nb", "\x00", "-1", "9" * 40, "1.5", "\u202e"])
def test_a_broader_topic_that_is_none_is_refused_and_the_page_drawn_again(editor: User, chosen: str) -> None:
    desk, topic = Desk(editor), Topic.objects.get(slug="smuggling")
    page = desk.get(door("articles_topic_change", topic.pk))
    sent = [
        (name, chosen if name == "broader" else value)
        for name, value in page.forms["topic_form"].submit_fields("_save")
    ]
    again = desk.post(door("articles_topic_change", topic.pk), sent, status=200)
    assert "Please correct the error" in words(again)
    assert Topic.objects.get(pk=topic.pk).broader_id == topic.broader_id


def test_merging_a_topic_says_what_moves_and_wants_a_tick(story: Story, editor: User, reader: Reader) -> None:
    one, into = Topic.objects.get(slug="trading-companies"), Topic.objects.get(slug="smuggling")
    desk, address = Desk(editor), door("articles_topic_merge", one.pk)
    page = desk.get(door("articles_topic_change", one.pk)).click("Merge into another")
    moves = [item.get_text() for item in page.html.select(".sheet ul li")]
    assert moves == [
        "Reports: 1",
        "Claims: 2",
        f"Narrower topics: {one.narrower.count()}",
        f"Other names: {one.other_names.count()}",
    ]
    before = everything()
    form = sheet(page)
    form["into"] = str(into.pk)
    assert wrong(form.submit(status=422)) == {"sure": "Tick this once you have read what will move."}
    form = sheet(desk.get(address))
    form["sure"] = True
    assert wrong(form.submit(status=422)) == {"into": "This field is required."}
    form["into"].force_value(str(one.pk))
    assert list(wrong(form.submit(status=422))) == ["into"]
    assert everything() == before

    form["into"] = str(into.pk)
    form.submit(status=302)
    assert not Topic.objects.filter(pk=one.pk).exists()
    assert reader.get("/topics/trading-companies/")["Location"] == "/topics/smuggling/"
    assert story.article.public_id in reader.get("/topics/smuggling/").content.decode()
    merged = Act.objects.order_by("-number")[0]
    assert (merged.kind, merged.by) == ("merged", editor)


# Institutions and outlets.


def test_institutions_are_merged_with_what_was_said_in_their_name(story: Story, editor: User, reader: Reader) -> None:
    into = Institution.objects.create(
        slug="committee", name_en="Party Committee of Ryanggang", kind="party", level="provincial"
    )
    desk = Desk(editor)
    page = desk.get(door("sources_institution_change", story.committee.pk)).click("Merge into another")
    assert [item.get_text() for item in page.html.select(".sheet ul li")] == [
        "Reports: 1",
        "Claims: 2",
        "Other names: 0",
    ]
    form = sheet(page)
    fill(form, into=str(into.pk), sure=True)
    done = form.submit().follow()
    assert "“Ryanggang Provincial Party Committee” is now another name of “Party Committee of Ryanggang”." in words(
        done
    )
    assert reader.get("/institutions/ryanggang-party-committee/")["Location"] == "/institutions/committee/"
    assert "does not forbid trade" in reader.get("/institutions/committee/").content.decode()


def test_outlets_that_allow_different_things_are_not_merged(story: Story, editor: User, reader: Reader) -> None:
    into = Outlet.objects.create(name="The Courier", slug="courier", show=Show.CLAIMS)
    desk, address = Desk(editor), door("sources_outlet_merge", story.outlet.pk)
    form = sheet(desk.get(address))
    fill(form, into=str(into.pk), sure=True)
    assert wrong(form.submit(status=422)) == {
        "into": "Northern Courier and The Courier allow different things; make them equal first."
    }
    Outlet.objects.filter(pk=into.pk).update(show=Show.FULL)
    form.submit(status=302)
    assert reader.get("/outlets/northern-courier/")["Location"] == "/outlets/courier/"
    assert reader.get(f"/articles/{story.article.public_id}/").status_code == 200


def test_what_we_may_show_is_a_publishers_decision_on_a_page_of_its_own(
    story: Story, editor: User, publisher: User, reader: Reader
) -> None:
    address = door("sources_outlet_permission", story.outlet.pk)
    change = Desk(editor).get(door("sources_outlet_change", story.outlet.pk))
    assert "show" not in change.forms["outlet_form"].fields and address not in change
    page = Desk(publisher).get(door("sources_outlet_change", story.outlet.pk)).click("What we may show")
    assert "It concerns 1 public report with 2 claims" in words(page)
    form = sheet(page)
    form["show"] = "claims"
    assert wrong(form.submit(status=422)) == {"reason": "This field is required."}
    form["reason"] = "they wrote to us"
    assert "From now on we show of Northern Courier: claims only." in words(form.submit().follow())
    shown = reader.get(f"/articles/{story.article.public_id}/").content.decode()
    assert "an orderly economy that stands on its own feet" not in shown
    act = Act.objects.order_by("-number")[0]
    assert (act.kind, act.reason, act.by) == ("permission", "they wrote to us", publisher)


def test_a_new_outlet_starts_as_claims_only(editor: User) -> None:
    form = Desk(editor).get("/sources/outlet/add/").forms["outlet_form"]
    fill(form, name="Southern Courier", slug="southern-courier")
    form.submit(status=302)
    assert Outlet.objects.get(name="Southern Courier").show == Show.CLAIMS


# Provinces.


def test_an_editors_spelling_leads_readers_to_the_province(editor: User, reader: Reader) -> None:
    province = Province.objects.get(slug="ryanggang")
    assert reader.get("/provinces/riangan/").status_code == 404
    desk = Desk(editor)
    page = desk.get(door("provinces_province_change", province.pk))
    form = page.forms["province_form"]
    (prefix,) = {name.rsplit("-", 2)[0] for name in form.fields if name and name.endswith("-0-text")}
    fill(form, f"{prefix}-0-", text="Riangan", system="romanised")
    form.submit(status=302)
    added = Spelling.objects.get(text="Riangan")
    assert (added.province, added.origin, added.is_public) == (province, Origin.EDITOR, True)
    assert reader.get("/provinces/riangan/")["Location"] == "/provinces/ryanggang/"

    # Spellings of the data file stand there to be read, names and codes as well.
    page = desk.get(door("provinces_province_change", province.pk))
    assert "량강도" in words(page) and "KP-10" in words(page)
    typed = [field.value for group in page.forms["province_form"].fields.values() for field in group]
    assert "Riangan" in typed and "량강도" not in typed and "Yanggang" not in typed
    form = page.forms["province_form"]
    fill(form, f"{prefix}-1-", text="...", system="romanised")
    assert "A spelling has at least one letter." in words(form.submit(status=200))


def test_reports_are_found_by_spellings_a_province_is_given_later(story: Story, editor: User, reader: Reader) -> None:
    province = Province.objects.get(slug="ryanggang")

    def spell(number: int, **typed: str | bool) -> None:
        form = Desk(editor).get(door("provinces_province_change", province.pk)).forms["province_form"]
        (prefix,) = {name.rsplit("-", 2)[0] for name in form.fields if name and name.endswith("-0-text")}
        fill(form, f"{prefix}-{number}-", **typed)
        form.submit(status=302)

    def names() -> list[str]:
        found: list[str] = PublicText.objects.get(article=story.article, is_current=True).names.splitlines()
        return found

    before, acts = names(), Act.objects.count()
    assert "Riangan" not in before
    assert story.article.public_id not in reader.get("/search/?q=Riangan&mode=exact").content.decode()
    spell(0, text="Riangan", system="romanised")
    assert set(names()) == {*before, "Riangan"}
    found = reader.get("/search/?q=Riangan").content.decode()
    assert story.article.public_id in found
    assert "Riangan stands for Ryanggang" in found
    assert "Found as Ryanggang, for Riangan" in found
    # One that is wrong is hidden; nothing else stands over the reports, so nobody is told of a change.
    spell(0, is_public=False)
    assert names() == before
    assert Act.objects.count() == acts


# Editors.


def test_a_publisher_adds_an_editor_and_locks_one_out(publisher: User, tagger: User) -> None:
    desk = Desk(publisher)
    form = desk.get("/auth/user/add/").forms["user_form"]
    fill(form, username="newcomer", password1="a long enough phrase", password2="a long enough phrase")
    page = form.submit("_continue").follow()
    form = page.forms["user_form"]
    tick(form, "groups", Group.objects.get(name="editor").pk)
    form.submit(status=302)
    newcomer = User.objects.get(username="newcomer")
    assert (newcomer.is_staff, newcomer.is_superuser, [group.name for group in newcomer.groups.all()]) == (
        True, False, ["editor"],
    )  # fmt: skip
    entering = Desk().get("/login/").forms["login-form"]
    fill(entering, login="newcomer", password="a long enough phrase")
    inside = entering.submit().follow()
    assert inside.location == "/second-factor/", "a second factor first"

    form = desk.get(door("auth_user_change", tagger.pk)).forms["user_form"]
    form["is_active"] = False
    form.submit(status=302)
    assert User.objects.get(pk=tagger.pk).is_active is False
    assert set(User.objects.values_list("username", flat=True)) == {"publisher", "tagger", "newcomer"}


def test_nobody_rises_or_raises_another_above_himself(publisher: User, keeper: User, editor: User) -> None:
    desk = Desk(publisher)
    address = door("auth_user_change", publisher.pk)
    form = desk.get(door("auth_user_change", editor.pk)).forms["user_form"]
    offered = {box._value for box in form.fields["groups"]}
    assert offered == {str(group.pk) for group in Group.objects.filter(name__in=["tagger", "editor", "publisher"])}
    keepers = Group.objects.get(name="keeper of sources")
    sent = [*form.submit_fields("_save"), ("groups", str(keepers.pk))]
    refused = desk.post(door("auth_user_change", editor.pk), sent, status=200)
    assert f"{keepers.pk} is not one of the available choices" in words(refused)
    extra = [
        ("groups", str(keepers.pk)),
        ("is_superuser", "on"),
        ("user_permissions", str(Permission.objects.get(codename="read_sealednote").pk)),
    ]
    desk.post(address, [*desk.get(address).forms["user_form"].submit_fields("_save"), *extra], status=302)
    again = User.objects.get(pk=publisher.pk)
    assert (again.is_superuser, again.has_perm("sources.read_sealednote")) == (False, False)


def test_nobody_locks_himself_out_or_lays_down_his_own_groups(publisher: User) -> None:
    desk, address = Desk(publisher), door("auth_user_change", publisher.pk)
    form = desk.get(address).forms["user_form"]
    assert {"is_active", "groups"}.isdisjoint(form.fields)
    form["first_name"] = "Ada"
    form.submit("_save", status=302)
    again = User.objects.get(pk=publisher.pk)
    assert (again.first_name, again.is_active, [group.name for group in again.groups.all()]) == (
        "Ada",
        True,
        ["publisher"],
    )


@pytest.mark.usefixtures("kept_contexts")
def test_whoever_alone_may_publish_keeps_the_right_whatever_happened_since_the_page_was_opened(
    publisher: User, second_publisher: User
) -> None:
    """Two publishers who lock each other out at the same moment: the second is told no."""
    desk, address = Desk(publisher), door("auth_user_change", second_publisher.pk)
    shown = desk.get(address).context["adminform"].form
    assert isinstance(shown, EditorForm)
    groups = {group.name: group.pk for group in Group.objects.all()}
    without: dict[str, Any] = {"username": "second"}
    less = (without, {**without, "is_active": "on"}, {**without, "is_active": "on", "groups": [groups["editor"]]})

    def said(data: dict[str, Any]) -> list[str]:
        account = User.objects.get(pk=second_publisher.pk)
        sent = {**data, "opened": type(shown)(instance=account).initial["opened"]}
        errors = type(shown)(sent, instance=account).non_field_errors()
        return [str(each) for each in errors]

    assert [said(data) for data in less] == [[], [], []]
    User.objects.filter(pk=publisher.pk).update(is_active=False)
    assert [said(data) for data in less] == [["Nobody else may publish: first let another in who may."]] * 3
    assert said({**without, "is_active": "on", "first_name": "Ada", "groups": [groups["publisher"]]}) == []


def test_who_holds_a_right_you_lack_can_be_locked_out_and_nothing_else(publisher: User, keeper: User) -> None:
    desk = Desk(publisher)
    page = desk.get(door("auth_user_change", keeper.pk))
    form = page.forms["user_form"]
    assert {"username", "password", "groups"}.isdisjoint(form.fields)
    desk.get(door("auth_user_password_change", keeper.pk), status=403)
    before = User.objects.get(pk=keeper.pk)
    sent = [(name, value) for name, value in form.submit_fields("_save") if name != "is_active"]
    desk.post(
        door("auth_user_change", keeper.pk), [*sent, ("username", "mine"), ("email", "m@courier.example")], status=302
    )
    after = User.objects.get(pk=keeper.pk)
    assert (after.username, after.email, after.password, after.is_active) == ("keeper", "", before.password, False)
    assert [group.name for group in after.groups.all()] == ["keeper of sources"]


# The ledger.


def test_acts_are_listed_to_be_read(story: Story, publisher: User) -> None:
    publish_article(by=publisher, article=story.article)
    desk = Desk(publisher)
    page = desk.get("/articles/act/")
    (act,) = Act.objects.all()
    assert rows(page)["1"]["about"].split(", ")[0] == story.article.public_id
    opened = page.click("^1$")
    assert act.hash in words(opened)
    assert not [form for form in opened.forms.values() if form.id != "logout-form" and "_save" in form.fields]
    sent: dict[str, Any] = {"kind": "redacted", "number": "7"}
    desk.post(
        door("articles_act_change", act.pk),
        {**sent, "csrfmiddlewaretoken": opened.forms["logout-form"]["csrfmiddlewaretoken"].value},
        status=403,
    )
    assert Act.objects.get() == act and Act.objects.get().kind == "issued"


def test_a_merge_says_whether_it_can_be_taken_back(story: Story, editor: User) -> None:
    subject, body = Topic.objects.get(slug="trade"), story.committee
    of_topics = words(Desk(editor).get(door("articles_topic_merge", subject.pk)))
    of_bodies = words(Desk(editor).get(door("sources_institution_merge", body.pk)))
    assert ("takes it back" in of_topics, "cannot be undone" in of_topics) == (True, False)
    assert ("takes it back" in of_bodies, "cannot be undone" in of_bodies) == (False, True)
