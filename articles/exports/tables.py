"""Whole lists as CSV, in pieces: each piece is one page of the list, so that neither memory nor a statement grows."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from articles import spreadsheets
from articles.exports.rows import ArticleRow, ClaimRow, Row, article_row, cells, claim_row, columns
from articles.facets import Filter
from articles.listing import ARTICLES, Listing
from articles.queries import browse

# Rows fetched at once: few enough for the reader's time limit, many enough for a whole record.
PIECE = 500


def table(listing: Listing) -> Iterator[str]:
    """A list or search as CSV, newest report first; the first piece is ready before this returns."""
    heads = columns(ArticleRow if listing.kind == ARTICLES else ClaimRow)
    pieces = rows_of(listing)
    first = next(pieces, [])
    head = spreadsheets.BYTE_ORDER_MARK + spreadsheets.lines([heads])
    return _written(head, first, pieces)


def _written(head: str, first: list[Row], pieces: Iterator[list[Row]]) -> Iterator[str]:
    yield head + spreadsheets.lines(map(_cells, first))
    for piece in pieces:
        yield spreadsheets.lines(map(_cells, piece))


def _cells(row: Row) -> Sequence[str]:
    return cells(row.model_dump())


def rows_of(listing: Listing) -> Iterator[list[Row]]:
    """Every row of a list, in pieces."""
    if listing.kind == ARTICLES:
        return _pieces(browse.article_page, listing.articles(), listing.filter, article_row)
    return _pieces(browse.claim_page, listing.claims(), listing.filter, claim_row)


def _pieces(
    page: Callable[..., tuple[list[Any], str]], found: Any, filter: Filter, row: Callable[[Any], Row]
) -> Iterator[list[Row]]:
    after = ""
    while True:
        rows, after = page(found, after, filter, PIECE)
        yield [row(each) for each in rows]
        if not after:
            return
