"""Lists as CSV: whole, in pieces, and read by a spreadsheet as they were meant."""

import csv
import gc
import io
import re
import weakref
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import spreadsheets
from articles.exports import tables
from articles.exports.rows import ArticleRow, article_row
from articles.facets import Filter
from articles.listing import ARTICLES, CLAIMS, Listing
from articles.models import Article
from articles.public_ids import check
from articles.queries.names import Names
from articles.search import listed
from tests.conftest import reader_rights
from tests.shelf import shelve
from tests.story import DESCRIPTOR, HEADLINE, Story

# What Excel and LibreOffice Calc make of a cell of CSV, as far as it concerns us: a whole ISO day is a day, digits alone
# (also with a point or an exponent) are a number, and one of these signs begins a formula. Everything else stays text.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?([eE][+-]?[0-9]+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


pytestmark = pytest.mark.usefixtures("on_the_public_site")


def opened(content: bytes) -> list[dict[str, object]]:
    """A table as a spreadsheet opens it, row by row; a formula fails."""
    assert content.startswith(b"\xef\xbb\xbf"), "without this mark Excel takes UTF-8 for another encoding"
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [{name: _as_opened(cell) for name, cell in row.items()} for row in rows]


def _as_opened(cell: str) -> object:
    assert not cell.startswith(_FORMULA), cell
    if _DAY.fullmatch(cell):
        return date.fromisoformat(cell)
    return float(cell) if _NUMBER.fullmatch(cell) else cell


def table(reader: Client, address: str) -> list[dict[str, object]]:
    response = reader.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8"), address
    return opened(response.getvalue())


def test_a_report_is_one_row_with_days_that_are_days(story: Story, publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="압록강 다리, 통관 늦어져", published="2023-05-17", language="ko")

    korean, english = table(reader, "/articles.csv")

    assert korean["headline"] == "압록강 다리, 통관 늦어져"
    assert (korean["published_earliest"], korean["published_latest"]) == (date(2023, 5, 17), date(2023, 5, 17))
    assert (english["published"], english["published_earliest"], english["published_latest"]) == (
        "2023-04", date(2023, 4, 1), date(2023, 4, 30),
    )  # fmt: skip
    assert english == english | {
        "id": story.article.public_id,
        "address": f"http://127.0.0.1:8000/articles/{story.article.public_id}/",
        "headline": HEADLINE,
        "outlet": "Northern Courier",
        "state": "published",
        "provinces": "ryanggang",
        "topics": "self-reliance; trading-companies",
        "claims": 2.0,
        "here_since": "2023-05-02T09:30:00+00:00",
    }


def test_a_claim_is_one_row_and_its_source_is_unnamed(story: Story, reader: Client) -> None:
    acted, relayed = table(reader, "/claims.csv")

    assert (acted["id"], relayed["id"]) == (story.acted.public_id, story.relayed.public_id)
    assert relayed == relayed | {
        "words": "The committee does not forbid trade.",
        "is_paraphrase": "yes",
        "speakers": "Northern Courier ← an unnamed source ← Ryanggang Provincial Party Committee",
        "event_earliest": date(2023, 4, 1),
        "event_latest": date(2023, 4, 10),
        "report": story.article.public_id,
        "credibility": "",
        "version": 1.0,
    }
    for address in ("/articles.csv", "/claims.csv", "/search.csv?q=committee&in=claims"):
        content = reader.get(address).getvalue().decode()
        assert DESCRIPTOR not in content and "on Sunday" not in content and "trading_company" not in content


def test_no_id_can_be_taken_for_a_number_or_a_day() -> None:
    """Ids begin with a letter that no number begins with, whatever their digits: c1e5… is no power of ten."""
    assert all(isinstance(_as_opened(public_id), str) for public_id in ("c1e50000", "a0000000", "c2023-04"))
    assert _as_opened("1e5") == 100_000.0
    assert not check("1e500000")


def test_wide_signs_begin_a_formula_too() -> None:
    """Where a spreadsheet is set up for Korean or Japanese it reads them as the narrow ones."""
    for sign in ("＝", "＋", "－", "＠", "\n"):
        assert spreadsheets.guarded(f"{sign}1+1") == f"'{sign}1+1"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(sign: str, publisher: User, reader: Client) -> None:
    headline = f"{sign}HYPERLINK(1)"
    shelve(by=publisher, headline=headline)

    (row,) = table(reader, "/articles.csv")

    assert row["headline"] == f"'{headline}"
    # The guard is for spreadsheets alone.
    assert headline in reader.get("/articles/").content.decode()
    with pytest.raises(AssertionError):
        opened(f"\ufeffheadline\r\n{headline}\r\n".encode())


def test_the_guard_knows_every_sign_a_formula_begins_with() -> None:
    for sign in ("=", "+", "-", "@", "\t", "\r"):
        assert opened(f"\ufeff{spreadsheets.lines([['a'], [f'{sign}1+1']])}".encode()) == [{"a": f"'{sign}1+1"}]
    assert spreadsheets.lines([["a=1", "1-2", ""]]) == "a=1,1-2,\r\n"


def test_a_table_is_exactly_its_list(story: Story, publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="Coal", provinces=["nampo"])
    queries = ["", "?province=nampo", "?province=ryanggang&year=2023", "?topic=self-reliance&narrower=no"]
    for query in queries:
        page = reader.get(f"/articles/{query}").content.decode()
        found = table(reader, f"/articles.csv{query}")
        assert [row["id"] for row in found] == re.findall(r'row-title" lang="..">\s*<a href="/articles/(\w+)/"', page)
        assert found or query == ""
    assert table(reader, "/claims.csv?province=nampo") == []
    assert [row["headline"] for row in table(reader, "/search.csv?q=coal")] == ["Coal"]
    assert table(reader, "/search.csv?q=the") == []
    assert reader.get("/articles.csv?province=atlantis").status_code == 400


def test_every_row_comes_whatever_the_size_of_a_piece(
    story: Story, publisher: User, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        shelve(by=publisher, headline=f"Report {number}", published=f"2023-04-0{1 + number % 2}")
    whole = table(reader, "/articles.csv"), table(reader, "/claims.csv")
    assert [len(rows) for rows in whole] == [7, 2]

    for piece in (1, 2, 3, 7):
        monkeypatch.setattr(tables, "PIECE", piece)
        assert (table(reader, "/articles.csv"), table(reader, "/claims.csv")) == whole, piece


def test_every_statement_fetches_one_piece(publisher: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PIECE", 5)
    for number in range(20):
        shelve(by=publisher, headline=f"Report {number}")
    with reader_rights():
        pieces = tables.table(Listing.of(ARTICLES, Filter()))
        with CaptureQueriesContext(connection) as queries:
            sizes = [piece.count("\r\n") for piece in pieces]
    assert sizes == [6, 5, 5, 5]
    # The first piece was there before: a refusal comes as one, not as a cut file. The edition, the place, and four of rows.
    assert len(queries) == 3 * 6


def test_what_was_written_is_let_go(publisher: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with the table: of all its reports, no more than two pieces are ever held."""
    fetched: list[weakref.ref[Article]] = []

    def row(article: Article) -> ArticleRow:
        fetched.append(weakref.ref(article))
        return article_row(article)

    monkeypatch.setattr(tables, "PIECE", 2)
    monkeypatch.setattr(tables, "article_row", row)
    for number in range(10):
        shelve(by=publisher, headline=f"Report {number}")
    with reader_rights():
        held = []
        for _ in tables.table(Listing.of(ARTICLES, Filter())):
            gc.collect()
            held.append(sum(reference() is not None for reference in fetched))
    assert len(fetched) == 10 and len(held) == 5
    assert max(held) <= 4


@pytest.mark.parametrize(("failures", "is_whole"), [(1, True), (2, False)])
def test_a_table_that_cannot_be_finished_says_so(
    failures: int, is_whole: bool, publisher: User, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server ends an answer whose rows stopped coming like any other: the table itself has to tell."""
    real, left = listed.whole_reports, [failures]

    def failing(filter: Filter, names: Names, after: str, size: int) -> tuple[list[Article], str]:
        if after and left[0]:
            left[0] -= 1
            raise OperationalError("terminating connection due to administrator command")
        return real(filter, names, after, size)

    monkeypatch.setattr(tables, "PIECE", 2)
    monkeypatch.setattr(listed, "whole_reports", failing)
    for number in range(5):
        shelve(by=publisher, headline=f"Report {number}")

    lines = reader.get("/articles.csv").getvalue().decode().splitlines()

    assert (len(lines), lines[-1] == f'"{tables.CUT}"') == ((6, False) if is_whole else (4, True))


def test_what_cannot_be_answered_is_refused_before_the_first_byte(story: Story) -> None:
    with reader_rights(), CaptureQueriesContext(connection) as queries:
        tables.table(Listing.of(CLAIMS, Filter()))
    assert len(queries) > 5
