"""Contradictions side by side, and the same list for programs and spreadsheets."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from articles import spreadsheets
from articles.contradictions import Contradicting
from articles.exports.contradictions import table
from articles.feeds.contradictions import contradictions_feed
from articles.pages.contradictions import contradictions_page
from articles.views.feeds import answer
from articles.views.parameters import a_list, for_programs, one, parameters


@a_list
def contradictions(request: HttpRequest) -> HttpResponse:
    """/contradictions/, with every facet, `state` and `claim`"""
    found = parameters(request)
    page = contradictions_page(Contradicting.asked(found), one(found, "after"))
    return render(request, "articles/contradictions.html", {"list": page, "canonical": page.canonical})


@for_programs
def feed(request: HttpRequest, format: str) -> HttpResponse:
    """/contradictions.atom and /contradictions.json"""
    found = parameters(request)
    return answer(contradictions_feed(Contradicting.asked(found), one(found, "after")), format)


@for_programs
def rows(request: HttpRequest) -> StreamingHttpResponse:
    """/contradictions.csv"""
    written = table(Contradicting.asked(parameters(request)))
    response = StreamingHttpResponse(written, content_type=spreadsheets.CONTENT_TYPE)
    response["Content-Disposition"] = 'attachment; filename="contradictions.csv"'
    return response
