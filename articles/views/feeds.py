"""Feeds of lists and searches."""

from django.http import HttpRequest, HttpResponse

from articles.facets import Filter
from articles.feeds import atom, json_feed
from articles.feeds.entries import Feed, list_feed
from articles.feeds.names import names_feed
from articles.listing import ARTICLES, CLAIMS, Listing
from articles.views.parameters import for_programs, one, parameters


@for_programs
def articles(request: HttpRequest, format: str) -> HttpResponse:
    """/articles.atom and /articles.json, with every facet"""
    return _list(request, ARTICLES, format)


@for_programs
def claims(request: HttpRequest, format: str) -> HttpResponse:
    """/claims.atom and /claims.json, with every facet"""
    return _list(request, CLAIMS, format)


@for_programs
def search(request: HttpRequest, format: str) -> HttpResponse:
    """/search.atom and /search.json: ?q=…&in=articles|claims, with every facet"""
    found = parameters(request)
    listing = Listing.asked(found)
    return answer(list_feed(listing, one(found, "after")), format)


@for_programs
def names(request: HttpRequest, format: str, of: str) -> HttpResponse:
    """/provinces.atom, /topics.json and the like, at the time asked for"""
    return answer(names_feed(of, Filter().at_time(parameters(request))), format)


def _list(request: HttpRequest, kind: str, format: str) -> HttpResponse:
    found = parameters(request)
    return answer(list_feed(Listing.of(kind, Filter.read(found)), one(found, "after")), format)


def answer(feed: Feed, format: str) -> HttpResponse:
    """A page of a feed, written as asked."""
    if format == "json":
        return HttpResponse(json_feed.as_json_feed(feed), content_type=json_feed.CONTENT_TYPE)
    return HttpResponse(atom.as_atom(feed), content_type=atom.CONTENT_TYPE)
