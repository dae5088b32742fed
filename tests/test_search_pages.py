"""Searches read to their end, page after page: nothing lost, nothing twice, whatever ties and whatever happens meanwhile."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import listing as listings
from articles.api import reports
from articles.editing.drafting import describe_article, description_of
from articles.editing.withdrawing import withdraw_article
from articles.exports import tables
from articles.facets import Filter
from articles.listing import Listing
from articles.models import Article
from articles.queries import recent
from articles.search import sought
from articles.search.order import Order
from tests.conftest import Reader, reader_rights
from tests.shelf import shelve
from tests.story import IN_TIME, Story, tell

pytestmark = [pytest.mark.each_python, pytest.mark.usefixtures("on_the_public_site")]


def rows(lines: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(lines.removeprefix("\ufeff"), newline="")))


def exported(reader: Reader, query: str) -> list[str]:
    """The headlines of a search as a table."""
    return [row["headline"] for row in rows(reader.get(f"/search.csv?{query}").getvalue().decode())]


def soap(by: User, number: int, published: str = "2023-04-12", at: datetime | None = None) -> Article:
    return shelve(by=by, headline=f"Soap {number}", published=published, at=at)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 500])
def test_a_search_is_exported_whole_whatever_the_size_of_a_page(
    size: int, publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of one day and one second: everything ties but the ids."""
    for number in range(7):
        soap(publisher, number, "2023-04-12" if number else "2023-05", at=IN_TIME)
    shelve(by=publisher, headline="Coal")
    monkeypatch.setattr(tables, "PIECE", size)

    found = exported(reader, "q=soap")

    assert (found[0], len(found), set(found)) == ("Soap 0", 7, {f"Soap {number}" for number in range(7)})
    assert exported(reader, "q=soap&month=2023-05") == ["Soap 0"]


def test_each_statement_of_an_export_names_no_more_rows_than_a_page(
    publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice as many answers cost twice as many statements, none of them longer than before."""
    monkeypatch.setattr(tables, "PIECE", 2)
    for number in range(4):
        soap(publisher, number)

    def longest() -> tuple[int, int]:
        with reader_rights():
            pieces = tables.table(Listing.asked({"q": ["soap"]}))
            next(pieces)
            with CaptureQueriesContext(connection) as queries:
                list(pieces)
        return len(queries), max(len(re.sub(r"\d+", "1", each["sql"])) for each in queries)

    first = longest()
    for number in range(4, 8):
        soap(publisher, number)
    assert longest() == (3 * first[0], first[1])


def test_nothing_is_lost_or_comes_twice_when_the_record_changes_between_two_pages(
    publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [soap(publisher, number, f"2023-04-{10 + number}") for number in range(8)]
    monkeypatch.setattr(tables, "PIECE", 2)
    with reader_rights():
        pieces = tables.table(Listing.asked({"q": ["soap"]}))
        written = next(pieces)
    for happens in (
        lambda: soap(publisher, 20, "2023-04-30"),  # before what was written
        lambda: soap(publisher, 21, "2023-04-01"),  # after it
        lambda: withdraw_article(by=publisher, article=articles[0], reason="for the test"),
    ):
        happens()
        with reader_rights():
            written += next(pieces)
    with reader_rights():
        written += "".join(pieces)

    assert [row["headline"] for row in rows(written)] == [*(f"Soap {number}" for number in range(7, 0, -1)), "Soap 21"]


@pytest.mark.parametrize("kind", ["articles", "claims"])
def test_a_search_of_another_time_is_walked_through_where_many_have_the_words(
    kind: str, publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same as in one statement, however long the pieces are that the list is looked through in."""
    for number in range(3):
        soap(publisher, number, f"2023-04-1{number}")
        shelve(by=publisher, headline=f"Coal {number}", published=f"2023-04-1{number}")
    tell(by=publisher)
    tell(by=publisher, outlet_name="Southern Gazette")
    query = f"q=soap&in={kind}&published_until=2024-01-01"
    whole = reader.get(f"/search.csv?{query}").getvalue()
    told = reader.get(f"/api/v1/search?{query}").content
    fed = reader.get(f"/search.json?{query}").content
    assert len(rows(whole.decode())) == (5 if kind == "articles" else 2)

    monkeypatch.setattr(sought, "MOST_NAMED", 0)
    for piece in (1, 2, 3, 100):
        monkeypatch.setattr(listings, "PIECE", piece)
        for page in (1, 2, 500):
            monkeypatch.setattr(tables, "PIECE", page)
            assert reader.get(f"/search.csv?{query}").getvalue() == whole, (piece, page)
        assert reader.get(f"/api/v1/search?{query}").content == told
        assert reader.get(f"/search.json?{query}").content == fed
    monkeypatch.setattr(reports, "PAGE", 1)
    ids: list[str] = []
    address: str | None = f"/api/v1/search?{query}"
    while address:
        page = json.loads(reader.get(address).content)
        ids += [row["id"] for row in page[kind]]
        address = page["next"] and page["next"].removeprefix("http://127.0.0.1:8000")
    assert ids == [row["id"] for row in rows(whole.decode())]


def test_a_feed_of_a_search_has_what_changed_last_first_and_goes_on(
    publisher: User, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [soap(publisher, number, at=IN_TIME) for number in range(5)]
    soap(publisher, 6, published="2021-01-01")  # old when it came in, and so no news
    shelve(by=publisher, headline="Coal", at=IN_TIME)
    for number in (1, 3):
        described = replace(description_of(articles[number]), byline="By Ada")
        describe_article(by=publisher, article=articles[number], description=described)
    monkeypatch.setattr(recent, "NEWEST", 2)

    found: list[str] = []
    address: str | None = "/search.atom?q=soap"
    while address:
        feed = ElementTree.fromstring(reader.get(address).content.decode())
        found += [str(each.text) for each in feed.iter("{http://www.w3.org/2005/Atom}title")][1:]
        links = {each.get("rel"): each.get("href") for each in feed.findall("{http://www.w3.org/2005/Atom}link")}
        address = (links.get("next") or "").removeprefix("http://127.0.0.1:8000")

    assert (found[:2], sorted(found)) == (["Soap 3", "Soap 1"], [f"Soap {number}" for number in range(5)])


def test_the_changes_of_a_search_ask_only_for_what_they_name(
    story: Story, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = soap(publisher, 1)
    with reader_rights():
        listing = Listing.asked({"q": ["soap"]})
        assert listing.touched([other.public_id]) == {other.public_id}
        assert listing.touched([story.article.public_id, other.public_id]) == {story.article.public_id, other.public_id}
        assert listing.touched([]) == frozenset()
        coal = Listing.searched("coal", "articles", Filter())
        assert coal.touched([other.public_id]) == frozenset()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(*(st.integers(0, 2),) * 2), min_size=1, max_size=30), st.integers(1, 9), st.integers(0, 5))
def test_an_order_of_many_ties_is_read_to_its_end(
    numbered: Callable[[list[tuple[int, int]]], Order], numbers: list[tuple[int, int]], size: int, slack: int
) -> None:
    order = numbered(numbers)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("articles.search.order._SLACK", slack)
        place: tuple[int, ...] = ()
        found: list[tuple[int, ...]] = []
        while page := order.after(place, size):
            found += page
            place = page[-1][:-1]
    expected = sorted(((*pair, tie) for tie, pair in enumerate(numbers)), key=lambda row: (-row[0], -row[1], row[2]))
    assert [row[:-1] for row in found] == expected


@pytest.fixture
def numbered() -> Callable[[list[tuple[int, int]]], Order]:
    """`numbered([(event, newest), …])`: these rows, with their place as tie, in order."""
    import tantivy

    from articles.search.index.opened import everything
    from articles.search.index.schema import register, schema

    def order(numbers: list[tuple[int, int]]) -> Order:
        index = register(tantivy.Index(schema()))
        writer = index.writer(15_000_000, 1)
        for tie, (event, newest) in enumerate(numbers):
            document = tantivy.Document()
            for name, number in (("event_newest", event), ("newest", newest), ("tie", tie), ("pk", tie)):
                document.add_unsigned(name, number)
            writer.add_document(document)
        writer.commit()
        index.reload()
        return Order(index.searcher(), everything(), ("event_newest", "newest", "tie"))

    return order
