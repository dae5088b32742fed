"""The desk records what became of announcements: what fell due, what may show it, a form, and no edit lost unseen."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.desk.history import in_words
from articles.desk.waiting import waiting
from articles.editing.copies import Outside, join_outside
from articles.editing.drafting import Words, latest_revision, propose_revision
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal, what_goes
from articles.editing.withdrawing import withdraw_article, withdraw_claim
from articles.models import ActKind, Claim, OriginKind, Outcome
from articles.queries.fell_due import ON_A_PAGE, asked_of, candidates_of, fell_due
from articles.queries.history import newest_events, of_article
from tests.announcements import announce, record
from tests.desk import Desk, Form, door, fill, sheet, words, wrong
from tests.story import Story

TODAY = date(2023, 6, 15)


def listed(today: date = TODAY) -> list[str]:
    """What fell due, in its order."""
    rows, is_more = fell_due(today, 1)
    assert not is_more
    return [row.version.claim.public_id for row in rows]


def offered(claim: Claim) -> dict[str, str]:
    """Candidates, in their order → what they have in common with it."""
    version = asked_of(claim.pk)
    assert version is not None
    return {each.version.claim.public_id: each.why for each in candidates_of([version])[version.pk]}


def form_of(by: User, claim: Claim, query: str = "") -> Form:
    return sheet(Desk(by).get(door("articles_claim_outcome", claim.pk) + query))


def test_what_fell_due_comes_longest_first_until_an_outcome_holds(publisher: User) -> None:
    may, april = announce(by=publisher, due="2023-05"), announce(by=publisher, due="../2023-04-20")
    announce(by=publisher, due="2023-06")
    announce(by=publisher, words="soon")
    copy = announce(by=publisher, due="2023-05", origin=may.article, outlet="Southern Gazette")
    later = announce(by=publisher, published="2023-05-02")
    assert listed() == [april.public_id, may.public_id]
    assert copy.public_id not in listed(date(2030, 1, 1))

    record(april, "kept", later, by=publisher)
    assert listed() == [may.public_id]

    withdraw_claim(by=publisher, claim=later, reason="a mistake")
    rows, _ = fell_due(TODAY, 1)
    assert [(row.version.claim.public_id, row.is_to_look_at_again) for row in rows] == [
        (april.public_id, True),
        (may.public_id, False),
    ]
    assert [row.what for row in waiting(TODAY) if "fell due" in row.what] == ["announcements fell due, no outcome"]
    withdraw_article(by=publisher, article=may.article, reason="asked for")
    # The copy stands alone now.
    assert listed() == [april.public_id, copy.public_id]


def test_later_claims_on_the_same_are_offered_the_likeliest_first(publisher: User) -> None:
    claim = announce(by=publisher, due="2023-04", topics=("fuel",))
    body = announce(by=publisher, published="2023-06-01", topics=("seafood",), provinces=("rason",))
    both = announce(by=publisher, published="2023-05-01", topics=("fuel",))
    topic = announce(by=publisher, published="2023-05-02", topics=("fuel",), body="")
    announce(by=publisher, published="2023-05-03", topics=("fuel",), provinces=("rason",), body="")  # elsewhere
    announce(by=publisher, published="2023-02-01", topics=("fuel",))  # before it
    announce(by=publisher, published="2026-01-01", topics=("fuel",))  # long after
    announce(by=publisher, published="2023-05-05", origin=claim.article, outlet="Southern Gazette")  # the same report

    assert offered(claim) == {
        both.public_id: "Ryanggang Committee; Fuel; Ryanggang",
        body.public_id: "Ryanggang Committee",
        topic.public_id: "Fuel; Ryanggang",
    }
    withdraw_claim(by=publisher, claim=both, reason="a mistake")
    assert both.public_id not in offered(claim)


def test_what_came_out_the_same_day_or_lost_its_words_shows_nothing(publisher: User) -> None:
    claim = announce(by=publisher, due="2023-04")
    announce(by=publisher, published="2023-03-01", outlet="Harbour Digest")  # the same day
    later = announce(by=publisher, published="2023-05-10")
    assert list(offered(claim)) == [later.public_id]
    words_now = Words("Nothing of it", "Nobody said so.")
    propose_revision(by=publisher, article=later.article, words=words_now)
    publish_article(by=publisher, article=later.article, kind=ActKind.CORRECTED_HERE, reason="a slip")
    assert offered(claim) == {}


def test_copies_of_one_report_that_is_not_here_show_nothing_of_each_other(publisher: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    outside = Outside("https://wire.example/lists/7", "Amnok Wire")
    for each in (claim, later):
        join_outside(by=publisher, article=each.article, outside=outside, kind=OriginKind.RELAY)
    assert offered(claim) == {}


def test_what_is_withdrawn_while_it_is_looked_up_is_not_offered(publisher: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    version, gone = asked_of(claim.pk), list[Claim]()
    assert version is not None and list(offered(claim)) == [later.public_id]

    def meanwhile(execute: Any, *query: Any) -> Any:
        answer = execute(*query)
        if not gone:
            gone.append(later)
            withdraw_claim(by=publisher, claim=later, reason="a mistake")
        return answer

    with connection.execute_wrapper(meanwhile):
        assert candidates_of([version])[version.pk] == ()


def test_an_editor_records_what_became_of_it(publisher: User, editor: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    third = announce(by=publisher, published="2023-05-11", body="", topics=(), provinces=())
    page = Desk(editor).get(door("fell_due"))
    assert claim.public_id in words(page) and later.public_id in words(page)

    form = form_of(editor, claim, f"?shows={later.public_id}")
    assert form["shown_by"].checked
    fill(form, became="partly", ground="follows", others=third.public_id.upper(), reason="two of three halls")
    page = form.submit().follow()

    outcome = Outcome.objects.get()
    assert (outcome.became, outcome.ground, outcome.by, outcome.reason) == (
        "partly",
        "follows",
        editor,
        "two of three halls",
    )
    assert {row.claim for row in outcome.evidence.all()} == {later, third}
    told = words(page)
    assert "Readers see: partly kept" in told and "two of three halls" in told
    form = sheet(page)
    fill(form, became="taken_back", ground="mistaken", reason="it was another hall")
    form["shown_by"] = False
    assert "Readers see: date passed, no outcome recorded here" in words(form.submit().follow())
    assert Outcome.objects.count() == 2


def test_what_does_not_fit_is_said_beside_the_field_and_nothing_is_kept(publisher: User, editor: User) -> None:
    claim = announce(by=publisher, due="2023-04")
    form = form_of(editor, claim)
    assert set(wrong(form.submit(status=422))) >= {"became", "ground", "reason"}
    fill(form, became="kept", ground="silent", reason="so")
    said = wrong(form.submit(status=422))
    assert "a later report says so" in said["ground"]
    assert "Name a claim" in said["others"]
    fill(form, ground="reported", others="c0000000")
    assert "others" in wrong(form.submit(status=422))
    fill(form, others=claim.public_id)
    assert "does not show what became of itself" in words(form.submit(status=422))
    assert not Outcome.objects.exists()


def test_nobody_records_over_what_somebody_saved_meanwhile(publisher: User, editor: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    mine, theirs = form_of(editor, claim), form_of(publisher, claim)
    for form in (theirs, mine):
        fill(form, became="kept", ground="reported", others=later.public_id, reason="so")
    theirs.submit().follow()

    page = mine.submit(status=409)

    assert "changed by somebody else" in words(page)
    assert "Readers see: kept" in words(page)
    assert Outcome.objects.count() == 1
    again = sheet(page)
    again["became"] = "not_kept"
    again.submit().follow()
    assert list(Outcome.objects.values_list("became", flat=True)) == ["kept", "not_kept"]


def test_a_tagger_reads_it_all_and_records_nothing(publisher: User, tagger: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    record(claim, "kept", later, by=publisher, reason="the hall stands")
    page = Desk(tagger).get(door("articles_claim_outcome", claim.pk))
    assert "the hall stands" in words(page) and "Editors record outcomes" in words(page)
    assert not [form for form in page.forms.values() if "became" in form.fields]


def test_a_claim_that_announces_nothing_leads_back_to_its_report(story: Story, editor: User) -> None:
    page = Desk(editor).get(door("articles_claim_outcome", story.acted.pk)).follow()
    assert "has a date on which it falls due" in words(page)


def test_history_tells_who_recorded_it_and_never_why(publisher: User, editor: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    form = form_of(editor, claim)
    fill(form, became="kept", ground="reported", others=later.public_id, reason="a niece saw the hall")
    form.submit().follow()

    events = newest_events(of_article(claim.article), limit=50)
    lines = {line.noun: line for line in in_words(events)}

    assert lines["outcome"].by == "editor"
    assert lines["outcome"].names == (f"number 1 of {claim.public_id}",)
    assert lines["claim that shows an outcome"].names == (later.public_id,)
    assert all("niece" not in str(vars(event.now)) for event in events)


def test_why_goes_with_the_words_it_tells_of(publisher: User, second_publisher: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    record(claim, "kept", later, by=publisher, reason="what the words say")
    withdraw_article(by=publisher, article=later.article, reason="a person")
    text = latest_revision(later.article)
    assert what_goes(text).counts()["reasons of outcomes"] == 1

    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=text, reason="a person"))

    assert Outcome.objects.get().reason == ""


@pytest.mark.parametrize("address", ["fell_due", "articles_claim_outcome"])
def test_it_costs_as_many_queries_with_three_as_with_one(address: str, publisher: User) -> None:
    first = announce(by=publisher, due="2023-04")
    announce(by=publisher, published="2023-05-10")
    there, browser = door(address, *([first.pk] if address != "fell_due" else [])), Desk(publisher)

    def cost() -> int:
        browser.get(there)
        with CaptureQueriesContext(connection) as queries:
            browser.get(there)
        return len(queries)

    before = cost()
    for number in (1, 2):
        announce(by=publisher, due="2023-04", body=f"committee-{number}", outlet=f"Paper {number}")
        announce(by=publisher, published="2023-05-11", body=f"committee-{number}", outlet=f"Sheet {number}")
        announce(by=publisher, published="2023-05-12", outlet=f"Page {number}")
    assert cost() == before


def test_a_long_list_goes_on(publisher: User) -> None:
    for _ in range(ON_A_PAGE + 1):
        announce(by=publisher, due="2023-04")
    first, is_more = fell_due(TODAY, 1)
    second, is_end = fell_due(TODAY, 2)
    assert (len(first), is_more, len(second), is_end) == (ON_A_PAGE, True, 1, False)
    page = Desk(publisher).get(door("fell_due"))
    assert "Due later" in words(page)


def test_a_claim_that_was_ticked_and_taken_out_meanwhile_is_named(publisher: User, editor: User) -> None:
    """Also where nothing else is offered; what was chosen is neither dropped nor refused without a word."""
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    form = form_of(editor, claim, f"?shows={later.public_id}")
    fill(form, became="uncheckable", ground="hidden", reason="nobody could look")
    withdraw_claim(by=publisher, claim=later, reason="a mistake")
    page = form.submit(status=422)
    assert f"{later.public_id} shows nothing any more: it was taken out since you ticked it." in words(page)
    assert not Outcome.objects.exists()
    again = sheet(page)
    assert again["reason"].value == "nobody could look"
    again.submit(status=302)
    assert Outcome.objects.get().shown_by == 0
