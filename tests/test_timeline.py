"""Reports and claims by month: none of what is asked for, no report, and outside; spans; topics; what moved since a day."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import PartialDate
from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.drafting import latest_revision, propose_revision, words_of
from articles.editing.outcomes import record_outcome
from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_article
from articles.facets import Filter
from articles.models import Became, OutcomeGround
from articles.pages.lists import articles_page, claims_page
from articles.pages.timeline import TimelinePage, timeline_page
from articles.queries import counts
from articles.queries.browse import NOW
from articles.queries.names import load_names
from articles.search.index.periods import MOST_MONTHS, period_name, period_of
from tests.conftest import Reader, reader_rights
from tests.shelf import shelve
from tests.story import Story, tell

TODAY = date(2026, 3, 1)
SIGNS = {"some": "X", "zero": "0", "none": "–", "outside": " "}


pytestmark = pytest.mark.usefixtures("on_the_public_site")


def read(query: str) -> Filter:
    return Filter.read(dict(QueryDict(query).lists()))


def kinds(page: TimelinePage) -> dict[int, str]:
    return {row.year: "".join(SIGNS[bar.kind] for bar in row.months) for row in page.years}


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 40_000))
def test_months_as_numbers_are_the_same_months_and_small(latest: date, days: int) -> None:
    earliest = date.fromordinal(max(date(1900, 1, 1).toordinal(), latest.toordinal() - days))

    number = period_of(earliest, latest)

    assert 0 <= number < 1 << 18
    first, _, last = period_name(number).partition("/")
    assert (last or first) == f"{latest:%Y-%m}"
    months = (latest.year - int(first[:4])) * 12 + latest.month - int(first[5:]) + 1
    assert first == f"{earliest:%Y-%m}" or months == MOST_MONTHS


def test_a_month_without_a_report_is_not_a_month_before_the_first(publisher: User) -> None:
    first = shelve(by=publisher, headline="Soap", published="2021-11-03")
    shelve(by=publisher, headline="비누", language="ko", published="2021-11-05", origin=first)
    shelve(by=publisher, headline="Coal", published="2023-02")
    shelve(by=publisher, headline="Salt", published="2023-02-10")
    shelve(by=publisher, headline="Some time", published="2023")

    page = timeline_page(Filter(), "reports", TODAY)

    assert [(row.year, row.total) for row in page.years] == [(2023, 3), (2022, 0), (2021, 1)]
    assert kinds(page) == {2023: "–X          ", 2022: "––––––––––––", 2021: "          X–"}
    (november,) = [bar for bar in page.years[2].months if bar.count]
    assert (november.label, november.count, november.height, november.query) == (
        "November 2021", 1, 20, "month=2021-11&within=yes",
    )  # fmt: skip
    assert (page.first, page.last, page.without, page.once) == ("November 2021", "February 2023", 14, 4)


def test_none_of_what_is_asked_for_is_told_from_no_report(publisher: User, reader: Reader) -> None:
    shelve(by=publisher, headline="Soap", published="2023-02-03", topics=["fuel"])
    shelve(by=publisher, headline="Coal", published="2023-04-03")
    shelve(by=publisher, headline="Salt", published="2023-06-03", topics=["fuel"])

    assert kinds(timeline_page(Filter(topic=("fuel",)), "reports", TODAY)) == {2023: " X–0–X      "}
    assert kinds(timeline_page(read("year=2024"), "reports", TODAY)) == {2024: "            "}
    page = reader.get("/timeline/?topic=fuel").content.decode()
    assert "April 2023: none of these" in page and "May 2023: no report" in page


def test_a_date_of_several_months_is_a_span_and_in_no_bar(publisher: User, reader: Reader) -> None:
    first = shelve(by=publisher, headline="Spring", published="2023-03/2023-05")
    shelve(by=publisher, headline="봄", language="ko", published="2023-03/2023-05", origin=first)
    shelve(by=publisher, headline="Early", published="2022-12-20/2023-01-10")
    shelve(by=publisher, headline="Late", published="2023-07/2023-08")
    shelve(by=publisher, headline="Some time", published="2023")
    shelve(by=publisher, headline="A day", published="2023-04-02")

    page = timeline_page(Filter(), "reports", TODAY)

    year = page.years[0]
    assert [[(s.label, s.count, s.before, s.width, s.goes_on) for s in line.spans] for line in year.lines] == [
        [("December 2022 to January 2023", 1, 0, 1, True), ("March to May 2023", 1, 1, 3, False),
         ("July to August 2023", 1, 1, 2, False)],
        [("2023", 1, 0, 12, False)],
    ]  # fmt: skip
    assert (year.total, sum(bar.count for bar in year.months)) == (5, 1)
    assert [(row.year, row.total) for row in page.years] == [(2023, 5), (2022, 1)]
    body = reader.get("/timeline/?year=2023").content.decode()
    row, _ = re.findall(r'<tr class="spans">(.*?)</tr>', body, re.DOTALL)
    assert sum(map(int, re.findall(r'colspan="(\d+)"', row))) == 12
    assert "dated March to May 2023" in row


def test_what_is_dated_over_two_years_counts_once_with_its_copy_in_each(publisher: User) -> None:
    first = shelve(by=publisher, headline="The committee met", published="2023-01-05")
    shelve(by=publisher, headline="위원회가 모였다", published="2022-12/2023-01", language="ko", origin=first)
    with reader_rights():
        found = counts.article_counts(NOW, load_names(), facets=["year"])
    assert found == {"year": [("2023", 1), ("2022", 1)]}


def test_lines_of_spans_are_few_and_the_rest_is_said(publisher: User, reader: Reader) -> None:
    for number in range(8):
        shelve(by=publisher, headline=f"Report {number}", published=f"2023-0{1 + number // 2}/2023-{10 + number % 2}")

    (year,) = timeline_page(Filter(), "reports", TODAY).years

    assert (len(year.lines), year.more) == (6, 2)
    assert "2 more" in reader.get("/timeline/").content.decode()


@pytest.mark.parametrize("count", ["reports", "claims"])
@pytest.mark.parametrize("query", ["", "topic=trade", "year=2023&province=ryanggang", "published_until=2023-05-01"])
def test_every_number_is_that_of_the_list_it_leads_to(query: str, count: str, story: Story, publisher: User) -> None:
    soap = shelve(by=publisher, headline="Soap", published="2021-11-30", topics=["trade"])
    shelve(by=publisher, headline="비누", language="ko", published="2023-01-05", topics=["trade"], origin=soap)

    page = timeline_page(read(query), count, TODAY)

    def listed(query: str) -> int:
        return (articles_page if count == "reports" else claims_page)(read(query)).once

    bars = [bar for row in page.years for bar in row.months if bar.count]
    assert bars
    assert [bar.count for bar in bars] == [listed(bar.query) for bar in bars]
    assert [row.total for row in page.years] == [listed(row.query) for row in page.years]
    for topic in page.topics:
        assert topic.count == listed(topic.list_query)
        assert [bar.count for bar in topic.years if bar.query] == [
            listed(bar.query) for bar in topic.years if bar.query
        ]
    assert bool(page.topics) == ("until" not in query)


def test_topics_tell_when_they_were_seen_first_and_last(publisher: User, reader: Reader) -> None:
    shelve(by=publisher, headline="Soap", published="2021-11-03", topics=["fuel"])
    shelve(by=publisher, headline="Coal", published="2023-02-03/2023-03-03", topics=["fuel"])
    shelve(by=publisher, headline="Salt", published="2022-02-03", topics=["railways"])

    page = timeline_page(Filter(), "reports", TODAY)

    found = {line.label: (line.first, line.last, [bar.count for bar in line.years]) for line in page.topics}
    assert found["Transport"] == ("February 2022", "February 2022", [0, 1, 0])
    fuel = next(line for line in page.topics if line.first == "November 2021")
    assert (fuel.last, [bar.count for bar in fuel.years]) == ("February 2023", [1, 0, 1])
    below = timeline_page(Filter(topic=("transport",)), "reports", TODAY).topics
    assert "Railways" in [line.label for line in below]
    seen = timeline_page(Filter(topic=("fuel",)), "reports", TODAY).seen
    assert seen and seen.report and seen.last_report
    assert (seen.report.words, seen.last_report.words) == ("Soap", "Coal")


def test_the_timeline_follows_the_filter_and_leads_to_the_list(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Soap", published="2021-11-03")
    shelve(by=publisher, headline="Coal", published="2022-01-03", provinces=["nampo"])

    page = reader.get("/timeline/?province=nampo").content.decode()

    assert "<h1>Reports about Nampo by month</h1>" in page
    assert 'href="/articles/?province=nampo&amp;month=2022-01&amp;within=yes"' in page
    assert "2021" not in page
    listed = reader.get("/articles/?province=nampo&month=2022-01").content.decode()
    assert "Coal" in listed
    assert "Soap" not in listed
    # Of a month asked for, its whole year is shown.
    assert [row.year for row in timeline_page(read("month=2021-11"), "reports", TODAY).years] == [2021]


def test_without_reports_there_is_no_table(vocabulary: None, reader: Client) -> None:
    page = reader.get("/timeline/?province=nampo").content.decode()

    assert "<table" not in page
    assert "No report is about Nampo." in page
    assert reader.get("/timeline/?count=sources").status_code == 400


def announce(by: User, story: Story) -> None:
    said = replace(draft_of(latest_version(story.relayed)), due=PartialDate.printed("by June", "2023-06"))
    revise_claim(by=by, claim=story.relayed, revision=latest_revision(story.article), draft=said)
    publish_article(by=by, article=story.article)


def test_announcements_lead_to_their_calendar_and_are_not_told_twice(
    story: Story, publisher: User, reader: Reader
) -> None:
    with reader_rights():
        assert timeline_page(Filter(), "reports", TODAY).due == ()
    announce(publisher, story)

    with reader_rights():
        (due,) = timeline_page(Filter(), "reports", TODAY).due

    assert (due.label, due.count, due.query) == ("date passed, no outcome recorded here", 1, "state=passed")
    page = reader.get("/timeline/").content.decode()
    assert 'href="/due/?state=passed"' in page
    assert "by June" not in page


def test_what_moved_since_a_day(story: Story, publisher: User, reader: Reader) -> None:
    """The story was published in May 2023; everything else is done now."""
    today = datetime.now(UTC).date()
    rice = shelve(by=publisher, headline="Rice", provinces=["rason"], topics=["fuel"])
    gone = shelve(by=publisher, headline="Gone", provinces=["kangwon"])
    shelve(by=publisher, headline="Before", provinces=["chagang"], at=datetime(2023, 6, 1, tzinfo=UTC))

    page = timeline_page(Filter(), "reports", today, today)

    assert page.moved
    assert page.moved.numbers == (2, 0, 0)
    assert {row.label: row.numbers for row in page.moved.provinces} == {"Kangwon": (1, 0, 0), "Rason": (1, 0, 0)}
    # What is read here makes the next change another edition, as after a commit.
    assert "Kangwon" in reader.get(f"/timeline/?since={today}").content.decode()
    announce(publisher, story)
    record_outcome(
        by=publisher,
        claim=story.relayed,
        became=Became.UNCHECKABLE,
        ground=OutcomeGround.SILENT,
        reason="a test",
    )
    words = words_of(latest_revision(rice))
    propose_revision(by=publisher, article=rice, words=replace(words, body=f"{words.body} And more."), reason="a slip")
    publish_article(by=publisher, article=rice)
    withdraw_article(by=publisher, article=gone, reason="a reason of the desk")

    moved = timeline_page(Filter(), "reports", today, today).moved

    assert moved
    assert (moved.numbers, moved.withdrawn) == ((1, 2, 1), 1)
    assert {row.label: row.numbers for row in moved.provinces} == {"Rason": (1, 1, 0), "Ryanggang": (0, 1, 1)}
    assert {row.label: row.numbers for row in moved.topics}["Fuel"] == (1, 1, 0)
    only = timeline_page(Filter(province=("rason",)), "reports", today, today).moved
    assert only and only.numbers == (1, 1, 0)
    body = reader.get(f"/timeline/?since={today}").content.decode()
    assert 'href="/changes/?province=rason"' in body
    # Where something withdrawn stood is not told.
    assert "Kangwon" not in body
    assert timeline_page(Filter(), "reports", today).moved is None


def test_what_is_excluded_stays_excluded_where_topics_and_moves_lead(publisher: User) -> None:
    today = datetime.now(UTC).date()
    shelve(by=publisher, headline="Both", provinces=["rason", "nampo"], topics=["fuel", "smuggling"])
    shelve(by=publisher, headline="One", provinces=["rason"], topics=["fuel"])

    page = timeline_page(Filter(province=("-nampo",)), "reports", today, today)
    assert page.moved
    assert [(row.label, row.numbers[0], row.query) for row in page.moved.provinces] == [
        ("Rason", 1, "province=-nampo&province=rason")
    ]
    page = timeline_page(Filter(topic=("-smuggling",)), "reports", today, today)
    assert page.moved
    assert {row.query for row in page.moved.topics} == {"topic=-smuggling&topic=fuel"}
    assert page.topics
    for line in page.topics:
        assert line.list_query.startswith("topic=-smuggling&topic=")
        assert [card.headline for card in articles_page(read(line.list_query)).articles] == ["One"]


def test_a_day_that_cannot_be_asked_for_is_named(story: Story, reader: Reader) -> None:
    for query, says in (
        ("since=soon", "since: “soon” is not a day; write it like 2023-05-31"),
        ("since=2999-01-01", "since: “2999-01-01” has not come yet"),
        ("since=2023-01-01&published_until=2023-06-01", "is told of the record as it is now"),
    ):
        answer = reader.get(f"/timeline/?{query}")
        assert (answer.status_code, says in answer.content.decode()) == (400, True), query


@pytest.mark.parametrize("query", ["", "?topic=trade&count=claims&since=2023-01-01", "?published_until=2023-12-31"])
def test_it_costs_as_much_with_three_reports_as_with_one(query: str, publisher: User, reader: Reader) -> None:
    def cost() -> int:
        assert reader.get(f"/timeline/{query}").status_code == 200
        with CaptureQueriesContext(connection) as queries:
            reader.get(f"/timeline/{query}")
        # What is read in batches has no text here.
        return sum((each["sql"] or "SELECT").startswith("SELECT") for each in queries)

    announce(publisher, tell(by=publisher))
    before = cost()
    for name in ("Southern Gazette", "Western Mirror"):
        announce(publisher, tell(by=publisher, outlet_name=name))
    for slug in ("fuel", "customs", "transport"):
        shelve(by=publisher, headline=f"On {slug}", topics=[slug])
    assert cost() == before <= (16 if "published" in query else 14)
