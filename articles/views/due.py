"""What was announced and what became of it, and the same list for programs and spreadsheets."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from articles import spreadsheets
from articles.announced import Announced
from articles.exports.due import table
from articles.feeds.due import due_feed
from articles.pages.due import due_page
from articles.views.feeds import answer
from articles.views.parameters import a_list, for_programs, one, parameters


@a_list
def due(request: HttpRequest) -> HttpResponse:
    """/due/, with every facet and `state`"""
    found = parameters(request)
    page = due_page(Announced.asked(found, timezone.localdate()), one(found, "after"))
    return render(request, "articles/due.html", {"list": page, "canonical": page.canonical})


@for_programs
def feed(request: HttpRequest, format: str) -> HttpResponse:
    """/due.atom and /due.json"""
    found = parameters(request)
    return answer(due_feed(Announced.asked(found, timezone.localdate()), one(found, "after")), format)


@for_programs
def rows(request: HttpRequest) -> StreamingHttpResponse:
    """/due.csv"""
    written = table(Announced.asked(parameters(request), timezone.localdate()))
    response = StreamingHttpResponse(written, content_type=spreadsheets.CONTENT_TYPE)
    response["Content-Disposition"] = 'attachment; filename="due.csv"'
    return response
