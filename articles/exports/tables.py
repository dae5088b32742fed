"""Whole lists as CSV, in pieces: each piece is one page of the list, so that neither memory nor a statement grows."""

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db import DatabaseError, InterfaceError, OperationalError, connection

from articles import spreadsheets
from articles.exports.rows import ArticleRow, ClaimRow, Row, article_row, cells, claim_row, columns
from articles.listing import ARTICLES, Listing
from articles.search.index.keeper import NotCurrent

# Rows fetched at once: few enough for the reader's time limit, many enough for a whole record.
PIECE = 500
# The last line of a table that could not be written to its end.
CUT = "cut here: this table is not whole, please ask for it again"

logger = logging.getLogger(__name__)


def table(listing: Listing) -> Iterator[str]:
    """A list or search as CSV, newest report first; the first piece is ready before this returns."""
    return table_of(ArticleRow if listing.kind == ARTICLES else ClaimRow, rows_of(listing))


def table_of(kind: type[Row], pieces: Iterator[Sequence[Any]]) -> Iterator[str]:
    """Rows of one kind as CSV; the first piece is ready before this returns."""
    first = next(pieces, [])
    head = spreadsheets.BYTE_ORDER_MARK + spreadsheets.lines([columns(kind)])
    return _written(head, first, pieces)


def _written(head: str, first: Sequence[Any], pieces: Iterator[Sequence[Any]]) -> Iterator[str]:
    yield head + spreadsheets.lines(map(_cells, first))
    try:
        for piece in pieces:
            yield spreadsheets.lines(map(_cells, piece))
    except (DatabaseError, InterfaceError, NotCurrent) as error:
        # The answer has begun as a good one and the server would end it as one: only the table itself can still say so.
        logger.warning("a table was cut short: %s", type(error.__cause__ or error).__name__)
        yield spreadsheets.lines([[CUT]])


def _cells(row: Row) -> Sequence[str]:
    return cells(row.model_dump())


def rows_of(listing: Listing) -> Iterator[Sequence[Row]]:
    """Every row of a list, in pieces, each one page of it."""
    row: Callable[[Any], Row] = article_row if listing.kind == ARTICLES else claim_row
    after = ""
    while True:
        rows, after = _asked_twice(listing, after)
        yield [row(each) for each in rows]
        if not after:
            return


def _asked_twice(listing: Listing, after: str) -> tuple[list[Any], str]:
    """A page; when the database did not answer, asked for once more over a new connection."""
    try:
        return listing.page(after, PIECE)
    except (OperationalError, InterfaceError):
        if not connection.in_atomic_block:
            connection.close()
        return listing.page(after, PIECE)
