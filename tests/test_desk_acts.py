"""What is done on the public record from the desk: publish, withdraw, restore, grade; and the history of all of it."""

import pytest
from django.contrib.auth.models import User

from articles.editing.claims import latest_version
from articles.editing.grading import grade_outlet
from articles.models import Act, Article, Claim, ClaimState, State
from config.verifying.ledger import chain
from sources.models import Outlet, Reliability
from tests.conftest import Reader
from tests.desk import Desk, door, everything, fill, sheet, unpinned, words, wrong
from tests.shelf import shelve
from tests.story import ACTED, RELAYED, Story

pytestmark = pytest.mark.each_python

WHY = "a source asked for it"


def status(reader: Reader, row: Article | Claim) -> int:
    """What readers get at the address of a report or a claim."""
    kind = "articles" if isinstance(row, Article) else "claims"
    return int(reader.get(f"/{kind}/{row.public_id}/").status_code)


def test_a_report_that_lacks_something_says_so_and_cannot_be_published(
    editor: User, publisher: User, reader: Reader
) -> None:
    report = unpinned(by=editor)
    form = Desk(editor).screen(report)
    fill(form, "report-", headline="", published="")
    lacking = form.submit("_save").follow()
    says = "it lacks a headline, a date of publication."
    assert says in words(lacking)

    desk = Desk(publisher)
    address = door("articles_article_publish", report.pk)
    page = desk.get(address)
    assert f"This report cannot be published yet: {says}" in words(page)
    assert not page.html.select(".sheet form")
    token = desk.screen(report)["csrfmiddlewaretoken"].value
    edit_number = Article.objects.get(pk=report.pk).edit_number
    desk.post(address, {"csrfmiddlewaretoken": token, "edit_number": str(edit_number)}, status=422)
    previewed = Desk(editor).get(door("articles_article_preview", report.pk)).follow()
    assert "There is no page to preview yet: it lacks a headline, a date of publication." in words(previewed)
    assert not Act.objects.exists()
    assert status(reader, report) == 404


def test_publishing_says_what_goes_out_and_what_does_not_go_out_twice(
    draft: Story, publisher: User, reader: Reader
) -> None:
    desk, address = Desk(publisher), door("articles_article_publish", draft.article.pk)
    page = desk.get(address)
    assert "goes to the public site for the first time: revision 1 of the text, 2 claims." in words(page)
    assert ACTED in words(page) and RELAYED in words(page)
    assert "Published: act 1." in words(sheet(page).submit().follow())
    assert (status(reader, draft.article), status(reader, draft.acted)) == (200, 200)
    again = desk.get(address)
    assert "Nothing is waiting to be published." in words(again)
    assert "There was nothing new to publish." in words(sheet(again).submit().follow())
    assert Act.objects.count() == 1


@pytest.mark.parametrize("kind", ["corrected_here", "corrected_by_outlet", "retracted"])
def test_a_correction_has_a_reason_and_a_new_wording_need_not(
    kind: str, story: Story, editor: User, publisher: User
) -> None:
    form = Desk(editor).screen(story.article)
    fill(form, "report-", headline="What traders were told")
    form.submit("_save", status=302)
    page = Desk(publisher).get(door("articles_article_publish", story.article.pk))
    assert sheet(page)["kind"].value is None, "with another text an editor says which of the four it is"
    assert wrong(sheet(page).submit(status=422)) == {"kind": "This field is required."}

    form = sheet(page)
    form["kind"] = kind
    refused = form.submit(status=422)
    assert wrong(refused) == {"reason": "Say why: a correction or a retraction has a reason."}
    assert Act.objects.count() == 1
    form = sheet(refused)
    assert form["kind"].value == kind
    form["reason"] = "the outlet wrote to us"
    form.submit(status=302)
    act = Act.objects.order_by("-number")[0]
    assert (act.kind, act.reason, act.by) == (kind, "the outlet wrote to us", publisher)
    assert Article.objects.get(pk=story.article.pk).state == kind


@pytest.mark.parametrize(("told", "answer"), [("editors", 410), ("duplicate", 410), ("legal", 451)])
def test_withdrawing_asks_what_readers_are_told_and_why(
    told: str, answer: int, story: Story, publisher: User, reader: Reader
) -> None:
    desk = Desk(publisher)
    page = desk.get(door("articles_article_withdraw", story.article.pk))
    assert "The report, its texts and its 2 public claims leave every public place at once" in words(page)
    form = sheet(page)
    assert form["withdrawal_class"].value == "editors"
    assert wrong(form.submit(status=422)) == {"reason": "This field is required."}
    assert status(reader, story.article) == 200

    fill(form, withdrawal_class=told, reason=WHY)
    done = form.submit().follow()
    assert "Withdrawn: act 2. Its address says so from now on." in words(done)
    assert f"by publisher: {WHY}" in words(done)
    act = Act.objects.get(number=2)
    assert (act.kind, act.withdrawal_class, act.reason, act.by, act.successor) == (
        "withdrawn", told, WHY, publisher, "",
    )  # fmt: skip
    for row in (story.article, story.acted, story.relayed):
        assert status(reader, row) == answer
    gone = reader.get(f"/articles/{story.article.public_id}/").content.decode()
    assert WHY not in gone and story.outlet.name not in gone
    # Nothing is worked on while it is withdrawn.
    assert "_save" not in desk.screen(story.article).fields
    assert "Only a report that is out can be withdrawn." in words(
        desk.get(door("articles_article_withdraw", story.article.pk)).follow()
    )


def test_a_successor_is_a_report_that_readers_can_open(story: Story, publisher: User, reader: Reader) -> None:
    other = shelve(by=publisher, headline="The same, printed again")
    desk, address = Desk(publisher), door("articles_article_withdraw", story.article.pk)
    for typed, message in {
        "a0000001": "“a0000001” is not one of our ids: one of its characters is wrong, or two have changed places.",
        story.article.public_id: "A report does not stand in its own place.",
        story.acted.public_id: f"{story.acted.public_id} is not on the public site.",
    }.items():
        form = sheet(desk.get(address))
        fill(form, withdrawal_class="duplicate", reason="twice here", successor=typed)
        assert wrong(form.submit(status=422)) == {"successor": message}
    assert status(reader, story.article) == 200

    # Typed from paper, in capitals.
    fill(form, successor=other.public_id.upper())
    form.submit(status=302)
    assert Act.objects.order_by("-number")[0].successor == other.public_id
    gone = reader.get(f"/articles/{story.article.public_id}/")
    assert gone.status_code == 410 and other.public_id in gone.content.decode()


def test_who_withdrew_a_report_does_not_bring_it_back_alone(
    story: Story, publisher: User, second_publisher: User, reader: Reader
) -> None:
    form = sheet(Desk(publisher).get(door("articles_article_withdraw", story.article.pk)))
    fill(form, reason=WHY)
    form.submit(status=302)

    address = door("articles_article_restore", story.article.pk)
    before = everything()
    form = sheet(Desk(publisher).get(address))
    form["reason"] = "I was wrong"
    # Logging in above is all that may differ.
    refused = form.submit(status=403)
    assert "was withdrawn by you; a second person brings it back." in words(refused)
    assert {**everything(), "User": []} == {**before, "User": []}

    form = sheet(Desk(second_publisher).get(address))
    assert wrong(form.submit(status=422)) == {"reason": "This field is required."}
    form["reason"] = "it was a mistake"
    assert "Restored: act 3." in words(form.submit().follow())
    act = Act.objects.get(number=3)
    assert (act.kind, act.by, act.reason) == ("restored", second_publisher, "it was a mistake")
    assert [status(reader, row) for row in (story.article, story.acted, story.relayed)] == [200, 200, 200]
    assert "This report is not withdrawn." in words(Desk(publisher).get(address).follow())


def test_one_claim_can_go_while_its_report_stays(story: Story, publisher: User, reader: Reader) -> None:
    desk = Desk(publisher)
    form = sheet(desk.get(door("articles_claim_withdraw", story.acted.pk)))
    fill(form, reason=WHY)
    assert "Withdrawn: act 2." in words(form.submit().follow())
    assert [status(reader, row) for row in (story.article, story.acted, story.relayed)] == [200, 410, 200]
    page = desk.get(door("articles_article_change", story.article.pk))
    assert f"Not worked on any more: {story.acted.public_id} (withdrawn)" in words(page)
    again = desk.get(door("articles_claim_withdraw", story.acted.pk)).follow()
    assert "Only a claim that is out can be withdrawn." in words(again)
    assert "A withdrawn claim is not graded." in words(desk.get(door("articles_claim_grade", story.acted.pk)).follow())


def test_a_claim_that_never_was_out_is_not_withdrawn(draft: Story, publisher: User) -> None:
    page = Desk(publisher).get(door("articles_claim_withdraw", draft.acted.pk)).follow()
    assert "Only a claim that is out can be withdrawn." in words(page)
    assert Claim.objects.get(pk=draft.acted.pk).state == ClaimState.DRAFT


def test_a_claim_is_graded_without_a_look_at_the_outlets_letter(
    story: Story, editor: User, publisher: User, reader: Reader
) -> None:
    Outlet.objects.filter(pk=story.outlet.pk).update(reliability="B", reliability_reason="eleven years of reports")
    desk, address = Desk(editor), door("articles_claim_grade", story.relayed.pk)
    page = desk.get(address)
    assert RELAYED in words(page)
    assert "usually reliable" not in page and "eleven years" not in page
    before = everything()
    for grade, reason, field, message in [
        ("1", "independent", "credibility", "“confirmed by other sources” needs two reports of independent origin that say the same."),
        ("3", "", "reason", "A grade has a reason that readers see."),
    ]:  # fmt: skip
        form = sheet(desk.get(address))
        fill(form, credibility=grade, reason=reason)
        assert wrong(form.submit(status=422)) == {field: message}
    assert everything() == before

    form = sheet(page)
    fill(form, credibility="3", reason="alone")
    done = form.submit()
    assert done.location == door("articles_article_change", story.article.pk) + f"#{story.relayed.public_id}"
    assert "1 claim waiting to be published." in words(done.follow())
    versions = [(row.number, row.credibility, row.credibility_reason) for row in story.relayed.versions.all()]
    assert versions == [(1, None, ""), (2, 3, "alone")]
    claim = f"/claims/{story.relayed.public_id}/"
    assert "possibly true" not in reader.get(claim).content.decode()
    sheet(Desk(publisher).get(door("articles_article_publish", story.article.pk))).submit(status=302)
    shown = reader.get(claim).content.decode()
    assert "possibly true" in shown and "no other report" in shown


def test_an_empty_form_neither_sets_a_grade_nor_clears_one(story: Story, editor: User) -> None:
    desk, address = Desk(editor), door("articles_claim_grade", story.relayed.pk)
    form = sheet(desk.get(address))
    fill(form, credibility="3", reason="alone")
    form.submit(status=302)
    empty = [("csrfmiddlewaretoken", form["csrfmiddlewaretoken"].value)]
    refused = desk.post(address, empty, status=422)
    assert "Choose one; “not graded” takes a grade away." in words(refused)
    assert latest_version(story.relayed).credibility == 3
    form = sheet(desk.get(address))
    fill(form, credibility="none", reason="alone")
    form.submit(status=302)
    kept = latest_version(story.relayed)
    assert (kept.credibility, kept.credibility_reason) == (None, "")


def test_the_outlets_letter_stands_in_the_answer_once_the_grade_is_kept(story: Story, editor: User) -> None:
    Outlet.objects.filter(pk=story.outlet.pk).update(reliability="B", reliability_reason="eleven years of reports")
    form = sheet(Desk(editor).get(door("articles_claim_grade", story.relayed.pk)))
    fill(form, credibility="3", reason="alone")
    answer = form.submit(status=302)
    assert latest_version(story.relayed).credibility == 3
    said = words(answer.follow())
    # Words before codes, of both.
    assert "possibly true (3)" in said and "usually reliable (B)" in said


def test_two_who_grade_one_claim_do_not_overwrite_each_other(story: Story, editor: User, publisher: User) -> None:
    address = door("articles_claim_grade", story.relayed.pk)
    first, second = sheet(Desk(editor).get(address)), sheet(Desk(publisher).get(address))
    fill(first, credibility="3", reason="alone")
    first.submit(status=302)
    fill(second, credibility="5", reason="contradicted")
    page = second.submit(status=409)
    assert "was changed by somebody else" in words(page)
    assert latest_version(story.relayed).credibility == 3
    again = sheet(page)
    assert again["credibility"].value == "5"
    again.submit(status=302)
    assert latest_version(story.relayed).credibility == 5


def test_an_outlets_grade_has_a_reason(story: Story, editor: User) -> None:
    form = Desk(editor).get(door("sources_outlet_change", story.outlet.pk)).forms["outlet_form"]
    assert [label for _, _, label in form["reliability"].options][:2] == ["completely reliable", "usually reliable"]
    fill(form, reliability="B", reliability_reason="")
    refused = form.submit("_save", status=200)
    assert "A grade has a reason, which readers see." in words(refused)
    fill(form, reliability_reason="eleven years of reports")
    form.submit("_save", status=302)
    assert Outlet.objects.get(pk=story.outlet.pk).reliability == "B"


def test_an_outlets_new_letter_stands_in_the_ledger_and_in_history(story: Story, editor: User, reader: Reader) -> None:
    before = Act.objects.count()
    address = door("sources_outlet_change", story.outlet.pk)
    letter = {"reliability": "B", "reliability_reason": "eleven years of reports"}
    # The second time nothing is changed but what is no grade.
    for typed in (letter, letter | {"name_ko": "북방통신"}):
        form = Desk(editor).get(address).forms["outlet_form"]
        fill(form, **typed)
        form.submit("_save", status=302)
    (act,) = Act.objects.order_by("number")[before:]
    assert (act.kind, act.by, act.reason) == ("regraded", editor, "eleven years of reports")
    assert act.subjects == [{"id": story.article.public_id, "version": 0, "digest": ""}]
    assert list(chain()) == []
    told = reader.get("/changes/").content.decode()
    assert "regraded" in told and "eleven years" not in told
    assert "Usually reliable" in reader.get("/outlets/northern-courier/").content.decode()
    changed = words(Desk(editor).get("/history/?of=outlet"))
    assert (
        "editor Outlet Northern Courier: changed reliability: reliability cannot be judged → usually reliable"
        in changed
    )
    assert "reliability reason: empty → eleven years of reports" in changed
    with pytest.raises(ValueError, match="reason"):
        grade_outlet(by=editor, outlet=story.outlet, reliability=Reliability.A, reason="")


def test_history_names_who_changed_what_and_why(story: Story, editor: User, publisher: User) -> None:
    form = Desk(editor).screen(story.article)
    fill(form, "report-", original_url="https://courier.example/1", headline="What traders were told", reason="misread")
    fill(form, "claims-0-", paraphrase="Traders were called in.", reason="shorter")
    form.submit("_save", status=302)
    form = sheet(Desk(publisher).get(door("articles_article_publish", story.article.pk)))
    fill(form, kind="corrected_here", reason="we had misread it")
    form.submit(status=302)

    page = Desk(editor).get(door("articles_article_history", story.article.pk))
    lines = [
        " ".join(cell.get_text(" ", strip=True) for cell in row.select("td")[1:])
        for row in page.html.select("tbody tr")
    ]
    screen, id = f"/articles/article/{story.article.pk}/change/", story.article.public_id
    assert f"editor Text revision 2 of {id}: added misread {screen}" in lines
    assert f"editor Version of a claim {story.acted.public_id}, version 2: added shorter {screen}" in lines
    changed = f"editor Report {id}: changed address at the outlet: empty → https://courier.example/1 {screen}"
    assert changed in lines
    assert any(line.startswith("publisher ") and "state: published → corrected here" in line for line in lines)
    acts = [item.get_text(" ", strip=True) for item in page.html.select(".sheet > ul li")]
    assert [act.split(", ")[-1] for act in acts] == ["publisher: we had misread it", "editor", "publisher"]


def test_retracted_reports_come_back_as_such(story: Story, publisher: User, second_publisher: User) -> None:
    for who, name, fields in [
        (publisher, "publish", {"kind": "retracted", "reason": "the outlet took it back"}),
        (publisher, "withdraw", {"reason": WHY}),
        (second_publisher, "restore", {"reason": "it may stay"}),
    ]:
        form = sheet(Desk(who).get(door(f"articles_article_{name}", story.article.pk)))
        fill(form, **fields)
        form.submit(status=302)
    assert Article.objects.get(pk=story.article.pk).state == State.RETRACTED
