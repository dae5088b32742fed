"""Lists and searches as tables for spreadsheets: whole, however long."""

from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse

from articles import spreadsheets
from articles.exports.months import Month, months_asked_for
from articles.exports.names import INDEXES
from articles.exports.tables import table, table_of
from articles.facets import Filter
from articles.listing import ARTICLES, CLAIMS, Listing
from articles.views.parameters import for_programs, parameters


@for_programs
def articles(request: HttpRequest) -> StreamingHttpResponse:
    """/articles.csv, with every facet"""
    return _answer(Listing.of(ARTICLES, Filter.read(parameters(request))))


@for_programs
def claims(request: HttpRequest) -> StreamingHttpResponse:
    """/claims.csv, with every facet"""
    return _answer(Listing.of(CLAIMS, Filter.read(parameters(request))))


@for_programs
def search(request: HttpRequest) -> StreamingHttpResponse:
    """/search.csv?q=…&in=articles|claims, with every facet"""
    return _answer(Listing.asked(parameters(request)))


@for_programs
def names(request: HttpRequest, of: str) -> StreamingHttpResponse:
    """/provinces.csv, /topics.csv, /institutions.csv, /outlets.csv, at the time asked for"""
    rows, kind = INDEXES[of]
    return written(table_of(kind, iter([rows(Filter().at_time(parameters(request)))])), of)


@for_programs
def timeline(request: HttpRequest) -> StreamingHttpResponse:
    """/timeline.csv, with every facet"""
    return written(table_of(Month, months_asked_for(Filter.read(parameters(request)))), "timeline")


def _answer(listing: Listing) -> StreamingHttpResponse:
    return written(table(listing), listing.address)


def written(pieces: Iterator[str], name: str) -> StreamingHttpResponse:
    """A table, sent as it is written."""
    answer = StreamingHttpResponse(pieces, content_type=spreadsheets.CONTENT_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
