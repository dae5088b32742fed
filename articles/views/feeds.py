"""Feeds of lists and searches."""

from django.http import HttpRequest, HttpResponse

from articles import feeds
from articles.facets import Filter
from articles.pages.search import KINDS
from articles.views.parameters import a_feed, choice, one, parameters


@a_feed
def articles(request: HttpRequest) -> HttpResponse:
    """/articles.atom, with every facet"""
    return _answer(feeds.articles_feed(Filter.read(parameters(request))))


@a_feed
def claims(request: HttpRequest) -> HttpResponse:
    """/claims.atom, with every facet"""
    return _answer(feeds.claims_feed(Filter.read(parameters(request))))


@a_feed
def search(request: HttpRequest) -> HttpResponse:
    """/search.atom?q=…&in=articles|claims, with every facet"""
    found = parameters(request)
    return _answer(feeds.search_feed(one(found, "q"), choice(found, "in", KINDS), Filter.read(found)))


def _answer(feed: feeds.Feed) -> HttpResponse:
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
