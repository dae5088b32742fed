"""What was announced and what became of it: when it falls due, how it stands, who says so, and what shows it."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.announced import Announced
from articles.cursors import pack
from articles.due import Precision, State, precision, state_of
from articles.editing.claims import open_version
from articles.editing.drafting import Words, propose_revision
from articles.editing.outcomes import CannotRecord
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import restore_article, withdraw_article, withdraw_claim
from articles.exports.dataset import tables
from articles.facets import BadParameter
from articles.models import Act, ActKind, Article, Claim, Evidence, Outcome, Topic
from articles.pages.due import DuePage, due_page
from articles.queries import due, due_counts
from articles.queries.due import Announcement
from config.verifying.ledger import chain
from tests.announcements import EARLY, announce, record
from tests.conftest import Reader, reader_rights, reader_site
from tests.rules import check_rules, refused
from tests.story import Story, tell

TODAY = date(2023, 6, 15)


def page(today: date = TODAY, after: str = "", **asked: str) -> DuePage:
    """The calendar on a day, as the reader's login gets it."""
    with reader_site(), reader_rights():
        announced = Announced.asked({name: [value] for name, value in asked.items()}, today)
        if not announced.filter.is_of_another_time:
            the_database_says_the_same(announced)
        return due_page(announced, after)


def the_database_says_the_same(announced: Announced) -> None:
    """What the index tells of now, the database would tell too."""
    narrowed = announced.filter, announced.names
    found = due.announcements(*narrowed, announced.states, announced.day)
    rows, _ = due.announcement_page(found, size=500)
    assert list(in_pages(announced.page)) == [row.version.pk for row in rows]
    assert announced.total == found.count() and announced.months() == due_counts.months(found)
    assert announced.counts() == due_counts.due_counts(*narrowed, announced.states, announced.day)
    assert announced.kept() == due_counts.kept(*narrowed, announced.day)
    news, _ = due.changed_page(found, size=500)
    assert list(in_pages(announced.changed)) == [row.version.pk for row in news]


def in_pages(page: Callable[[str, int], tuple[list[Announcement], str]]) -> Iterator[int]:
    """The rows of the versions, page after page."""
    after = ""
    while True:
        rows, after = page(after, 8)
        yield from (row.version.pk for row in rows)
        if not after:
            return


def states(today: date = TODAY, **asked: str) -> dict[str, str]:
    """Claim → how it stands."""
    return {line.claim.public_id: line.state for month in page(today, **asked).months for line in month.lines}


# --- days


@pytest.mark.parametrize(
    ("edtf", "closely"),
    [
        ("2023-05-31", Precision.DAY),
        ("../2023-05-31", Precision.DAY),
        ("../2023-05-20~", Precision.DAY),
        ("2023-05", Precision.MONTH),
        ("../2023-05", Precision.MONTH),
        ("2023-05-01~/2023-05-10~", Precision.MONTH),
        ("2023-40", Precision.LONGER),
        ("2023-24", Precision.LONGER),
        ("2024", Precision.LONGER),
        ("2023-05-28/2023-06-02", Precision.LONGER),
        ("2023-05/..", Precision.NONE),
        ("2023-05/", Precision.NONE),
        ("", Precision.NONE),
    ],
)
def test_how_closely_the_words_say_when(edtf: str, closely: Precision) -> None:
    assert precision(edtf) == closely


def test_a_date_has_passed_on_the_day_after_its_last_one() -> None:
    last = date(2023, 5, 31)
    assert [state_of("", last, on=day) for day in (last, date(2023, 6, 1))] == [State.OPEN, State.PASSED]
    assert state_of("", None, on=date(2100, 1, 1)) == State.OPEN
    assert state_of("partly", last, on=date(2023, 1, 1)) == State.PARTLY


# --- statements


def test_an_outcome_is_stated_with_the_claims_that_show_it_and_seen_at_once(publisher: User, editor: User) -> None:
    claim, later = announce(by=publisher, due="../2023-05-31"), announce(by=publisher, published="2023-06-10")
    assert states() == {claim.public_id: "passed"}

    outcome = record(claim, "kept", later, by=editor)

    assert states() == {claim.public_id: "kept"}
    assert (outcome.number, outcome.shown_by, outcome.by) == (1, 1, editor)
    act = Act.objects.latest("number")
    assert (act.kind, act.subjects) == (ActKind.OUTCOME, [{"id": claim.public_id, "version": 1, "digest": ""}])
    # Why is kept where it can be removed.
    assert act.reason == "" and outcome.reason
    assert list(chain()) == []
    check_rules()


def test_another_outcome_follows_the_first_and_overwrites_nothing(publisher: User, editor: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    record(claim, "kept", later, by=editor)
    first = Outcome.objects.values().get()

    record(claim, "partly", later, by=publisher)
    record(claim, "partly", later, by=publisher)  # is recorded already
    record(claim, "taken_back", by=publisher)

    assert list(claim.outcomes.values_list("number", "became")) == [(1, "kept"), (2, "partly"), (3, "taken_back")]
    assert Outcome.objects.values().get(number=1) == first
    assert states() == {claim.public_id: "passed"}
    record(claim, "uncheckable", by=editor)
    assert states() == {claim.public_id: "uncheckable"}


def test_the_database_refuses_every_change_of_a_statement(publisher: User, second_publisher: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    third = announce(by=publisher, published="2023-05-11")
    outcome = record(claim, "kept", later, by=publisher)

    for name, value in (("became", "not_kept"), ("ground", "follows"), ("at", EARLY), ("by", second_publisher)):
        with refused("outcome_is_only_added_to"), transaction.atomic():
            Outcome.objects.update(**{name: value})
    with refused("outcome_is_only_added_to"), transaction.atomic():
        Outcome.objects.update(reason="another one")
    with refused("outcome_is_only_added_to"), transaction.atomic():
        Outcome.objects.filter(pk=outcome.pk)._raw_delete("default")
    with refused("evidence_stays"), transaction.atomic():
        Evidence.objects.update(claim=third)
    with refused("evidence_stays"), transaction.atomic():
        Evidence.objects.get().delete()
    with refused("evidence_comes_with_its_outcome"), transaction.atomic():
        Evidence.objects.create(outcome=outcome, claim=third)
    stated: dict[str, Any] = {"claim": claim, "ground": "reported", "reason": "so", "by": publisher, "at": outcome.at}
    with refused("outcome_follows_the_last"), transaction.atomic():
        Outcome.objects.create(number=3, became="uncheckable", shown_by=0, **stated)
    with refused("outcome_follows_the_last"), transaction.atomic():
        Outcome.objects.create(number=2, became="uncheckable", shown_by=0, **{**stated, "at": EARLY})
    with refused("outcome_is_shown"), transaction.atomic():
        Outcome.objects.create(number=2, became="kept", shown_by=0, **stated)
    with refused("outcome_names_all_that_show_it"), transaction.atomic():
        Outcome.objects.create(number=2, became="kept", shown_by=2, **stated)
        check_rules()
    with refused("outcome_follows_the_last"), transaction.atomic():
        draft = tell(by=publisher, outlet_name="Southern Gazette", publish=False).relayed
        Outcome.objects.create(number=1, became="uncheckable", shown_by=0, **{**stated, "claim": draft})
    with refused("evidence_comes_with_its_outcome"), transaction.atomic():
        another = Outcome.objects.create(number=2, became="kept", shown_by=1, **stated)
        Evidence.objects.create(outcome=another, claim=claim)
    # The one thing that may go is why, with the words it tells of.
    assert Outcome.objects.update(reason="") == 1


def test_what_may_not_be_recorded_is_refused_in_words(publisher: User, draft: Story) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")

    def why(said: str, *shown_by: Claim, of: Claim = claim, ground: str = "") -> str:
        with pytest.raises(CannotRecord) as refusal:
            record(of, said, *shown_by, by=publisher, ground=ground)
        return str(refusal.value)

    assert "name one" in why("kept")
    assert "does not show what became of itself" in why("kept", claim)
    assert "is not out" in why("kept", draft.relayed)
    assert "it has no date" in why("kept", claim, of=later)
    assert "is not out" in why("uncheckable", of=draft.relayed)
    assert "no reason for" in why("kept", later, ground="silent")
    assert "nothing to take back" in why("taken_back")
    assert not Outcome.objects.exists()


# --- what stands


def test_an_outcome_holds_while_a_claim_that_shows_it_stands(
    publisher: User, second_publisher: User, reader: Reader
) -> None:
    claim = announce(by=publisher, due="../2023-05-31")
    one, two = (announce(by=publisher, published=f"2023-06-1{number}") for number in range(2))
    record(claim, "partly", one, two, by=publisher)

    withdraw_claim(by=publisher, claim=one, reason="a mistake of ours")
    assert states() == {claim.public_id: "partly"}
    withdraw_article(by=publisher, article=two.article, reason="a mistake of ours")
    assert states() == {claim.public_id: "passed"}
    check_rules()
    body = reader.get(f"/claims/{claim.public_id}/").content.decode()
    assert "Partly kept" in body and "do not stand here any more" in body
    assert one.public_id not in body and two.public_id not in body

    restore_article(by=second_publisher, article=two.article, reason="it was right")
    assert states() == {claim.public_id: "partly"}
    # An earlier statement does not come up again behind one that fell.
    record(claim, "kept", two, by=publisher)
    withdraw_article(by=publisher, article=two.article, reason="after all")
    assert states() == {claim.public_id: "passed"}


def test_a_retracted_report_shows_nothing(publisher: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    record(claim, "kept", later, by=publisher)

    publish_article(by=publisher, article=later.article, kind=ActKind.RETRACTED, reason="the outlet said so")

    assert states() == {claim.public_id: "passed"}
    with pytest.raises(CannotRecord, match="does not stand"):
        record(claim, "not_kept", later, by=publisher)


def test_words_that_are_no_longer_in_the_text_show_nothing(publisher: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    record(claim, "kept", later, by=publisher)

    propose_revision(by=publisher, article=later.article, words=Words("Nothing of it", "Nobody said so."))
    publish_article(by=publisher, article=later.article, kind=ActKind.CORRECTED_HERE, reason="a slip")

    assert states() == {claim.public_id: "passed"}
    with pytest.raises(CannotRecord, match="does not stand"):
        record(claim, "not_kept", later, by=publisher)


def test_a_withdrawn_announcement_takes_its_outcome_along(publisher: User, second_publisher: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    record(claim, "kept", later, by=publisher)

    withdraw_article(by=publisher, article=claim.article, reason="a person")

    assert states() == {}
    assert not Outcome.objects.published().exists() and not Evidence.objects.published().exists()
    check_rules()
    restore_article(by=second_publisher, article=claim.article, reason="nobody was named")
    assert states() == {claim.public_id: "kept"}


def test_a_draft_announces_nothing_to_readers(publisher: User, reader: Reader) -> None:
    announce(by=publisher, due="2023-04", says="Every boat will be counted")
    assert "Every boat will be counted" in reader.get("/due/").content.decode()
    hidden = announce(by=publisher, due="2023-04", says="Every cart will be counted")
    withdraw_claim(by=publisher, claim=hidden, reason="a mistake")
    for address in ("/due/", "/due.csv", "/due.atom", "/due.json", "/api/v1/due"):
        assert "Every cart" not in reader.get(address).getvalue().decode()


# --- the calendar


def test_the_calendar_goes_by_month_with_soon_apart_and_in_the_words_printed(publisher: User, reader: Reader) -> None:
    announce(by=publisher, due="2023-40", words="in the first half of the year")
    announce(by=publisher, due="../2023-06-30", words="by the end of June", body="kangwon-committee")
    announce(by=publisher, due="2023-09-09", words="on the September holiday")
    announce(by=publisher, words="soon")
    announce(by=publisher, due="2023-05/..", words="from May on")
    announce(by=publisher)  # announces nothing

    found = page()

    assert [(month.anchor, month.label, len(month.lines)) for month in found.months] == [
        ("m2023-09", "September 2023", 1),
        ("m2023-06", "June 2023", 2),
        ("undated", "No day that could pass", 2),
    ]
    assert found.total == 5
    # What falls due on one day stands by public id.
    lines = [line for month in found.months for line in month.lines]
    assert [line.claim.public_id for line in lines[1:]] == [
        line.claim.public_id
        for some in (lines[1:3], lines[3:])
        for line in sorted(some, key=lambda line: line.claim.public_id)
    ]
    in_words = [[(line.due.words, line.precision) for line in month.lines if line.due] for month in found.months]
    assert [line for month in in_words for line in sorted(month)] == [
        ("on the September holiday", "to the day"),
        ("by the end of June", "to the day"),
        ("in the first half of the year", "within a longer time"),
        ("from May on", "no day that could pass"),
        ("soon", "no day that could pass"),
    ]
    (year,) = found.calendar
    assert [(month.label, month.count) for month in year.months if month.count] == [
        ("June 2023", 2),
        ("September 2023", 1),
    ]
    body = reader.get("/due/").content.decode()
    for printed in ("“in the first half of the year”", 'id="m2023-06"', 'id="undated"', "“soon”".strip("“”")):
        assert printed in body


def test_a_month_of_the_calendar_leads_to_the_page_that_begins_with_it(publisher: User, reader: Reader) -> None:
    for month in range(2, 13):
        for day in ("05", "25")[: 1 if month == 2 else 2]:
            announce(by=publisher, due=f"2022-{month:02}-{day}")
    first = page()
    assert (len([line for month in first.months for line in month.lines]), bool(first.next)) == (20, True)
    march = first.calendar[0].months[2]
    body = reader.get(f"/due/?{march.query}").content.decode()
    assert 'id="m2022-03"' in body and 'id="m2022-04"' not in body
    # The pages together are the whole, each once.
    after = dict(pair.split("=") for pair in first.next.split("&"))["after"]
    second = page(after=after)
    ids = [line.claim.public_id for found in (first, second) for month in found.months for line in month.lines]
    assert (len(ids), len(set(ids)), second.next) == (21, 21, "")
    assert first.calendar[0].months[11].query == ""  # the list begins with it


def test_it_narrows_by_state_body_topic_and_province(publisher: User) -> None:
    later = announce(by=publisher, published="2023-06-10")
    kept = announce(by=publisher, due="2023-04", topics=("fuel",))
    record(kept, "kept", later, by=publisher)
    passed = announce(by=publisher, due="2023-05", provinces=("rason",), topics=("seafood",), body="rason-committee")
    opened = announce(by=publisher, due="2023-12")

    assert states() == {kept.public_id: "kept", passed.public_id: "passed", opened.public_id: "open"}
    assert states(state="kept") == {kept.public_id: "kept"}
    assert states(institution="rason-committee") == {passed.public_id: "passed"}
    assert states(topic="seafood") == states(province="rason") == {passed.public_id: "passed"}
    panels = {panel.name: {choice.label: choice.count for choice in panel.choices} for panel in page().panels}
    assert panels["state"] == {"open": 1, "date passed, no outcome recorded here": 1, "kept": 1}
    assert panels["institution"] == {"Ryanggang Committee": 2, "Rason Committee": 1}
    assert panels["province"] == {"Rason": 1, "Ryanggang": 2}
    narrowed = page(state="kept")
    (choices,) = (panel.choices for panel in narrowed.panels if panel.name == "state")
    assert {choice.label: choice.query for choice in choices if choice.is_chosen} == {"kept": ""}
    assert narrowed.title == " kept"
    with pytest.raises(BadParameter, match="state"):
        page(state="broken")


def test_a_copy_announces_nothing_a_second_time(publisher: User, reader: Reader) -> None:
    first = announce(by=publisher, due="../2023-05-31")
    copy = announce(
        by=publisher, due="2023-05-31", origin=first.article, outlet="Southern Gazette", published="2023-03-04"
    )
    other = announce(by=publisher, due="2023-08", origin=first.article, outlet="Western Mirror")

    assert set(states()) == {first.public_id, other.public_id}
    record(first, "kept", announce(by=publisher, published="2023-06-10"), by=publisher)
    body = reader.get(f"/claims/{copy.public_id}/").content.decode()
    assert first.public_id in body and "Kept" in body
    # Gone, the first one leaves the announcement to the copy.
    withdraw_article(by=publisher, article=first.article, reason="asked for")
    assert states()[copy.public_id] == "passed"


def test_page_feed_table_and_api_tell_the_same(publisher: User, reader: Reader) -> None:
    later = announce(by=publisher, published="2023-05-10", words="soon")
    kept = announce(by=publisher, due="../2023-04-20", words="by the 20th")
    record(kept, "kept", later, by=publisher)
    passed = announce(by=publisher, due="2023-04")
    told = {kept.public_id: "kept", passed.public_id: "passed", later.public_id: "open"}

    api = json.loads(reader.get("/api/v1/due").content)
    assert {row["id"]: row["due_state"] for row in api["items"]} == told
    rows = list(csv.DictReader(io.StringIO(reader.get("/due.csv").getvalue().decode().removeprefix("\ufeff"))))
    assert {row["id"]: row["due_state"] for row in rows} == told
    feed = json.loads(reader.get("/due.json").content)
    assert {item["url"].split("/")[-2]: item["_due"]["state"] for item in feed["items"]} == told
    assert reader.get("/due.atom").content.decode().count("<entry>") == 3
    before_all = pack("1950-01-01T00:00:00+00:00", kept.public_id)
    assert json.loads(reader.get(f"/due.json?after={before_all}").content)["items"] == []
    (row,) = (row for row in rows if row["id"] == kept.public_id)
    assert (row["outcome"], row["due_words"], row["due_precision"], row["shown_by"]) == (
        "kept",
        "by the 20th",
        "day",
        later.public_id,
    )
    one = json.loads(reader.get(f"/api/v1/claims/{kept.public_id}").content)
    assert (one["due_state"], one["outcome"], [each["became"] for each in one["outcomes"]]) == (
        "kept",
        "kept",
        ["kept"],
    )
    narrowed = json.loads(reader.get("/api/v1/due?state=kept&state=open").content)
    assert {row["id"] for row in narrowed["items"]} == {kept.public_id, later.public_id}
    assert reader.get("/api/v1/due?state=broken").status_code == 400
    claims = {row["id"]: row["outcome"] for row in json.loads(reader.get("/api/v1/claims").content)["items"]}
    assert claims[kept.public_id] == "kept" and claims[passed.public_id] is None


def test_the_dataset_has_every_statement(publisher: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    record(claim, "kept", later, by=publisher)
    record(claim, "uncheckable", by=publisher)
    with reader_site(), reader_rights():
        (table,) = (table for table in tables() if table.name == "outcomes")
        rows = list(table.rows())
    assert [(row["claim"], row["number"], row["became"], row["shown_by"]) for row in rows] == [
        (claim.public_id, 1, "kept", [later.public_id]),
        (claim.public_id, 2, "uncheckable", []),
    ]
    assert all(set(row) == set(table.fields) for row in rows)


def test_is_due_finds_what_was_announced_for_a_day_or_for_soon(publisher: User, reader: Reader) -> None:
    dated, soon = announce(by=publisher, due="2023-04"), announce(by=publisher, words="soon")
    plain = announce(by=publisher)
    body = reader.get("/search/?q=is:due&in=claims").content.decode()
    assert [each.public_id in body for each in (dated, soon, plain)] == [True, True, False]


def test_a_footnote_learns_what_became_of_it(publisher: User, reader: Reader) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    record(claim, "not_kept", later, by=publisher)
    body = reader.post("/check/", {"text": f"as in {claim.public_id}"}).content.decode()
    assert "What became of what it announces: not kept." in body


# --- other days


def test_as_of_a_day_it_says_what_was_known_then(publisher: User, reader: Reader) -> None:
    claim = announce(by=publisher, due="../2023-05-31")
    later = announce(by=publisher, published="2023-06-10", at=datetime(2023, 6, 10, 9, tzinfo=UTC))
    record(claim, "partly", later, by=publisher, at=datetime(2023, 6, 12, 9, tzinfo=UTC))
    record(claim, "kept", later, by=publisher, at=datetime(2023, 7, 1, 9, tzinfo=UTC))

    at = {day: states(date(2024, 1, 1), as_of=day).get(claim.public_id) for day in _DAYS}

    assert at == dict(zip(_DAYS, ("open", "open", "passed", "partly", "kept"), strict=True))
    # What outlets had published is judged by nobody.
    assert states(date(2024, 1, 1), published_until="2023-07-02") == {claim.public_id: "passed"}
    assert states(date(2024, 1, 1), published_until="2023-05-01") == {claim.public_id: "open"}


_DAYS = ("2023-03-10", "2023-05-31", "2023-06-01", "2023-06-12", "2023-07-02")


def test_as_of_before_a_retraction_what_it_showed_still_held(publisher: User) -> None:
    claim = announce(by=publisher, due="../2023-05-31")
    later = announce(by=publisher, published="2023-06-10", at=datetime(2023, 6, 10, 9, tzinfo=UTC))
    record(claim, "kept", later, by=publisher, at=datetime(2023, 6, 12, 9, tzinfo=UTC))
    retracted = datetime(2023, 8, 1, 9, tzinfo=UTC)
    publish_article(by=publisher, article=later.article, kind=ActKind.RETRACTED, reason="it said so", at=retracted)

    today = date(2024, 1, 1)
    assert states(today, as_of="2023-07-01") == {claim.public_id: "kept"}
    assert states(today, as_of="2023-08-01") == states(today) == {claim.public_id: "passed"}


# --- shares


def test_how_many_were_kept_is_shown_from_ten_with_an_outcome(publisher: User, reader: Reader) -> None:
    later = announce(by=publisher, published="2023-06-10", body="", topics=())
    claims = [announce(by=publisher, due=f"2023-04-{day:02}") for day in range(1, 11)]
    for number, claim in enumerate(claims[:9]):
        record(claim, ("kept", "partly", "not_kept")[number % 3], later, by=publisher)

    assert [table.rows for table in page().kept] == [(), ()]
    body = reader.get("/due/?institution=ryanggang-committee").content.decode()
    assert "fewer than 10 with an outcome: no share shown" in " ".join(body.split())

    record(claims[9], "uncheckable", by=publisher)

    institutions, topics = page().kept
    (row,) = institutions.rows
    assert (row.label, row.total, row.kept) == ("Ryanggang Committee", 10, 30)
    assert row.counts == (("kept", 3), ("partly kept", 3), ("not kept", 3), ("cannot be checked", 1))
    assert {row.label: row.total for row in topics.rows} == dict.fromkeys(("Fuel", *_above_fuel()), 10)
    # What falls with the claim that showed it counts no more.
    withdraw_claim(by=publisher, claim=later, reason="a mistake")
    assert [table.rows for table in page().kept] == [(), ()]


def _above_fuel() -> list[str]:
    found, topic = [], Topic.objects.get(slug="fuel").broader
    while topic is not None:
        found.append(topic.name)
        topic = topic.broader
    return found


# --- around


def test_the_claims_page_tells_all_that_was_stated_and_why_stays_on_the_desk(publisher: User, reader: Reader) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    before = reader.get(f"/claims/{claim.public_id}/").content.decode()
    assert "Date passed, no outcome recorded here" in before
    record(claim, "partly", later, by=publisher, reason="the clerk's cousin saw it")
    record(claim, "not_kept", later, by=publisher, ground="put_off", reason="the clerk's cousin saw it")

    body = " ".join(reader.get(f"/claims/{claim.public_id}/").content.decode().split())

    for told in ("Partly kept", "Not kept", "it was put off", "a later report says so", later.public_id):
        assert told in body
    assert f"/claims/{claim.public_id}/" in reader.get(f"/claims/{later.public_id}/").content.decode()
    for address in (f"/claims/{claim.public_id}/", "/due/", "/due.csv", "/due.atom", "/due.json", "/api/v1/due"):
        assert "cousin" not in reader.get(address).getvalue().decode()


def test_a_new_version_of_the_claim_keeps_what_became_of_it(publisher: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    record(claim, "kept", later, by=publisher)
    version = open_version(by=publisher, claim=claim)
    version.paraphrase = "Lists are due."
    version.save()
    publish_article(by=publisher, article=claim.article)
    assert states() == {claim.public_id: "kept"}


def test_nothing_of_who_told_it_is_in_any_of_it(publisher: User, reader: Reader) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    record(claim, "kept", later, by=publisher)
    assert "a clerk of the bureau" in reader.get(f"/claims/{claim.public_id}/").content.decode()
    for address in ("/due/", "/due.csv", "/due.atom", "/due.json", "/api/v1/due", "/"):
        body = reader.get(address).getvalue().decode().lower()
        for secret in ("clerk", "official", "kanggye", "sunday"):
            assert secret not in body, (address, secret)
        assert address == "/" or claim.public_id in body


def test_it_costs_as_many_queries_with_three_as_with_one(publisher: User, reader: Reader) -> None:
    def one_more(number: int) -> Claim:
        claim = announce(by=publisher, due=f"2023-0{number}-10", body=f"committee-{number}", outlet=f"Paper {number}")
        record(claim, "kept", announce(by=publisher, published="2023-05-10"), by=publisher)
        return claim

    first = one_more(1)
    addresses = (
        "/due/",
        "/due/?as_of=2023-03-05",
        "/due.atom",
        "/due.csv",
        "/api/v1/due",
        f"/claims/{first.public_id}/",
    )

    def cost() -> list[int]:
        counts = []
        for address in addresses:
            assert reader.get(address).status_code == 200
            with CaptureQueriesContext(connection) as queries:
                reader.get(address)
            counts.append(len(queries))
        return counts

    before = cost()
    one_more(2)
    one_more(3)
    assert cost() == before


def test_rows_are_read_under_the_readers_rights_alone(publisher: User) -> None:
    claim, later = announce(by=publisher, due="2023-04"), announce(by=publisher, published="2023-05-10")
    record(claim, "kept", later, by=publisher)
    with reader_rights(), transaction.atomic():
        outcome = Outcome.objects.published().get()
        seen: dict[str, Any] = vars(outcome)
        assert (seen["became"], seen["reason"], seen["by_id"]) == ("kept", None, None)
    assert Article.objects.count() == 2
