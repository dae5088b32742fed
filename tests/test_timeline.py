"""Reports by month: no report is told apart from before the first and after the last."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.facets import Filter
from articles.pages.timeline import timeline_page
from tests.conftest import reader_site
from tests.shelf import shelve


@pytest.fixture(autouse=True)
def on_the_public_site() -> Iterator[None]:
    """Addresses are the reader's."""
    with reader_site():
        yield


def test_a_month_without_a_report_is_not_a_month_before_the_first(publisher: User) -> None:
    first = shelve(by=publisher, headline="Soap", published="2021-11-03")
    shelve(by=publisher, headline="비누", language="ko", published="2021-11-05", origin=first)
    shelve(by=publisher, headline="Coal", published="2023-02")
    shelve(by=publisher, headline="Salt", published="2023-02-10")
    shelve(by=publisher, headline="Some time", published="2023")

    page = timeline_page(Filter())

    assert [(row.year, row.total, row.longer, row.bar) for row in page.years] == [
        (2023, 3, 1, 20),
        (2022, 0, 0, 0),
        (2021, 1, 0, 7),
    ]
    kinds = {
        row.year: "".join({"some": "X", "none": "0", "outside": " "}[cell.kind] for cell in row.months)
        for row in page.years
    }
    assert kinds == {2023: "0X          ", 2022: "000000000000", 2021: "          X0"}
    (november,) = [cell for cell in page.years[2].months if cell.count]
    assert (november.label, november.count, november.shade, november.query) == ("November 2021", 1, 2, "month=2021-11")
    assert (page.first, page.last, page.months_without, page.total) == ("November 2021", "February 2023", 14, 4)


def test_the_timeline_follows_the_filter_and_leads_to_the_list(publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Soap", published="2021-11-03")
    shelve(by=publisher, headline="Coal", published="2022-01-03", provinces=["nampo"])

    page = reader.get("/timeline/?province=nampo").content.decode()

    assert "<h1>Reports about Nampo by month</h1>" in page
    assert 'href="/articles/?province=nampo&amp;month=2022-01"' in page
    assert "2021" not in page
    listed = reader.get("/articles/?province=nampo&month=2022-01").content.decode()
    assert "Coal" in listed
    assert "Soap" not in listed


def test_without_reports_there_is_no_table(vocabulary: None, reader: Client) -> None:
    page = reader.get("/timeline/?province=nampo").content.decode()

    assert "<table" not in page
    assert "No report is about Nampo." in page
