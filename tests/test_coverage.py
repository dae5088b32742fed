"""Provinces by month: no report in this collection, none of those asked for, and outlets that come and go."""

import csv
import io

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.facets import Filter
from articles.pages.coverage import CoverageCell, CoveragePage, coverage_page
from articles.pages.lists import articles_page
from articles.queries import coverage as queries
from articles.queries.names import load_names
from articles.search import coverage as search
from tests.conftest import Reader, reader_rights
from tests.shelf import shelve

pytestmark = pytest.mark.usefixtures("on_the_public_site")


def cells(page: CoveragePage, province: str) -> dict[str, CoverageCell]:
    """A province's cells by the name of the month."""
    return {cell.label: cell for year in page.years for row in year.rows if row.slug == province for cell in row.cells}


def table(reader: Client | Reader, address: str) -> dict[tuple[str, str], dict[str, str]]:
    """The table there: (province, month) → row."""
    text = reader.get(address).getvalue().decode("utf-8-sig")
    return {(row["province"], row["month"]): row for row in csv.DictReader(io.StringIO(text))}


def test_no_report_is_told_apart_from_none_of_those_asked_for(publisher: User) -> None:
    shelve(by=publisher, headline="Soap", published="2023-03-02", topics=["trade"])
    shelve(by=publisher, headline="Coal", published="2023-04-02", provinces=["nampo"])
    shelve(by=publisher, headline="Salt", published="2023-06-02")

    page = coverage_page(Filter(topic=("trade",)))

    kinds = {month[:3]: cell.found.kind for month, cell in cells(page, "ryanggang").items()}
    assert [kinds[month] for month in ("Feb", "Mar", "Apr", "May", "Jun", "Jul")] == [
        "outside", "some", "none", "none", "other", "outside",
    ]  # fmt: skip
    assert {cell.found.kind for cell in cells(coverage_page(Filter()), "ryanggang").values()} == {
        "some", "none", "outside",
    }  # fmt: skip


def test_a_cell_leads_to_its_reports_without_those_that_are_excluded(publisher: User) -> None:
    shelve(by=publisher, headline="Soap", published="2023-03-02", provinces=["nampo", "rason"])
    shelve(by=publisher, headline="Coal", published="2023-03-09", provinces=["nampo"])

    cell = cells(coverage_page(Filter(province=("-rason",))), "nampo")["March 2023"]

    assert cell.found.reports == 1
    led = articles_page(Filter.read(dict(QueryDict(cell.query).lists())))
    assert [card.headline for card in led.articles] == ["Coal"]


def test_copies_and_translations_count_once(publisher: User, reader: Client) -> None:
    first = shelve(by=publisher, headline="Soap", published="2023-03-02")
    shelve(by=publisher, headline="비누", language="ko", published="2023-03-05", origin=first)
    shelve(by=publisher, headline="Soap again", published="2023-03-09", outlet="Southern Gazette", origin=first)
    shelve(by=publisher, headline="Coal", published="2023-03-11")

    found = cells(coverage_page(Filter()), "ryanggang")["March 2023"]

    assert (found.found.reports, found.found.origins, found.query) == (
        4,
        2,
        "province=ryanggang&month=2023-03&within=yes",
    )
    page = reader.get("/coverage/").content.decode()
    assert 'href="/articles/?province=ryanggang&amp;month=2023-03&amp;within=yes"' in page
    assert "<strong>2</strong>" in page
    assert "when copies count once, 4 reports" in page
    row = table(reader, "/coverage.csv")["ryanggang", "2023-03"]
    assert (row["reports"], row["origins"], row["outlets"]) == ("4", "2", "2")


def test_a_newly_added_outlet_makes_no_spike(publisher: User) -> None:
    for month in ("01", "02", "03", "04"):
        for day, province in enumerate(("ryanggang", "nampo", "nampo", "nampo"), start=1):
            shelve(by=publisher, headline=f"{month} {day}", published=f"2023-{month}-0{day}", provinces=[province])
    for month in ("03", "04"):
        for day in (1, 2, 3, 4):
            shelve(
                by=publisher, headline=f"Border {month} {day}", published=f"2023-{month}-0{day}", outlet="Border Post"
            )

    with reader_rights():
        page = coverage_page(Filter())

    found = cells(page, "ryanggang")
    numbers = [(found[f"{month} 2023"].found.reports, found[f"{month} 2023"].share) for month in ("February", "March")]
    assert numbers == [(1, "25%"), (5, "62%")]
    for cell in found.values():
        assert cell.share == cell.usual
    assert [(outlet.name, outlet.first, outlet.last, outlet.reports) for outlet in page.outlets] == [
        ("Northern Courier", "January 2023", "April 2023", 16),
        ("Border Post", "March 2023", "April 2023", 8),
    ]
    # The same outlet, writing more about a province than it does usually, does show.
    shelve(by=publisher, headline="A storm", published="2023-04-20", provinces=["ryanggang"])
    with reader_rights():
        april = cells(coverage_page(Filter(outlet=("northern-courier",))), "ryanggang")["April 2023"]
    assert (april.share, april.usual) == ("40%", "29%")


def test_a_report_dated_to_no_single_month_is_in_no_cell_and_is_said(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Soap", published="2023-03-02")
    shelve(by=publisher, headline="Some time", published="2023")

    page = coverage_page(Filter())

    (row,) = [row for row in page.years[0].rows if row.slug == "ryanggang"]
    assert (row.longer, sum(cell.found.reports for cell in row.cells)) == (1, 1)
    assert "dated to a longer time that touches 2023" in reader.get("/coverage/").content.decode()


def test_the_database_and_the_index_say_the_same(publisher: User) -> None:
    first = shelve(by=publisher, headline="Soap", published="2023-03-02", provinces=["ryanggang", "nampo"])
    shelve(by=publisher, headline="비누", language="ko", published="2023-03-05", origin=first, topics=["trade"])
    shelve(by=publisher, headline="Soap again", published="2023-04-09", outlet="Southern Gazette", origin=first)
    shelve(by=publisher, headline="Coal", published="2022-12/2023-01", provinces=["nampo"], topics=["trade"])
    shelve(by=publisher, headline="Salt", published="2022-11-30", outlet="Southern Gazette")
    shelve(by=publisher, headline="Tin", published="2022-11/2023-02", topics=["trade"])
    names = load_names()
    for asked in ("", "province=nampo", "topic=trade", "-topic=trade", "outlet=southern-gazette", "language=ko"):
        filter = Filter.read({name: [value] for name, _, value in [asked.partition("=")] if name})
        filter = filter.having("year", "2023", "2022")
        with reader_rights():
            by_index, by_database = (
                of.coverage(filter, names, of.span(filter, names), of.usual(filter, names)) for of in (search, queries)
            )
        assert by_index == by_database, asked


def test_one_year_is_shown_and_the_table_has_all(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Soap", published="2021-11-03")
    shelve(by=publisher, headline="Coal", published="2023-02-10", provinces=["nampo"])

    page = coverage_page(Filter())

    assert [year.year for year in page.years] == [2023]
    assert [(choice.year, choice.query, choice.is_shown) for choice in page.choices] == [
        (2023, "year=2023", True),
        (2022, "year=2022", False),
        (2021, "year=2021", False),
    ]
    assert [year.year for year in coverage_page(Filter(month=("2021-11",), year=("2022",))).years] == [2022, 2021]
    rows = table(reader, "/coverage.csv?province=ryanggang")
    assert len(rows) == 16
    assert rows["ryanggang", "2021-11"]["state"] == "reports"
    assert rows["ryanggang", "2023-02"]["state"] == "no report in this collection"
    assert rows["ryanggang", "2023-02"]["share"] == "0.0"
    assert rows["ryanggang", "2022-05"]["share"] == ""
    one = table(reader, "/coverage.csv?province=ryanggang&year=2021")
    assert one["ryanggang", "2021-10"]["state"] == "outside this collection"


def test_what_outlets_had_published_by_a_day(publisher: User) -> None:
    shelve(by=publisher, headline="Soap", published="2023-03-02")
    shelve(by=publisher, headline="Coal", published="2023-05-02")

    page = coverage_page(Filter.read({"published_until": ["2023-04-30"]}))

    assert (page.first, page.last) == ("March 2023", "March 2023")
    assert {cell.found.kind for cell in list(cells(page, "ryanggang").values())[3:]} == {"outside"}


def test_it_costs_as_much_with_many_reports_as_with_one(publisher: User, reader: Reader) -> None:
    def cost() -> int:
        reader.get("/coverage/?topic=trade")
        with CaptureQueriesContext(connection) as queries:
            reader.get("/coverage/?topic=trade")
        return sum(query["sql"].startswith("SELECT") for query in queries)

    shelve(by=publisher, headline="Soap", published="2023-03-02", topics=["trade"])
    before = cost()
    for month in (4, 5, 6):
        shelve(
            by=publisher, headline=f"Coal {month}", published=f"2023-0{month}-02", provinces=["nampo", "rason"],
            outlet=f"Gazette {month}", topics=["trade"],
        )  # fmt: skip
    assert cost() == before <= 3


def test_before_the_first_report_there_is_no_table(vocabulary: None, reader: Client) -> None:
    page = reader.get("/coverage/").content.decode()

    assert "<table" not in page
    assert "No report is dated to a month yet." in page
    assert table(reader, "/coverage.csv") == {}
    assert reader.get("/coverage/?province=atlantis").status_code == 400
    assert reader.get("/coverage.csv?province=atlantis").status_code == 400
