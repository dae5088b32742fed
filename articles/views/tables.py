"""Lists and searches as tables for spreadsheets: whole, however long."""

from django.http import HttpRequest, StreamingHttpResponse

from articles import spreadsheets
from articles.exports.tables import table
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


def _answer(listing: Listing) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(table(listing), content_type=spreadsheets.CONTENT_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{listing.address}.csv"'
    return answer
