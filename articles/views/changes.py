"""What was done on the public record: the list of acts, its feeds, one act, and the ledger's head."""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.exports.acts import ActRow, acts_of
from articles.exports.tables import table_of
from articles.facets import Filter
from articles.feeds.changes import changes_feed
from articles.listing import ARTICLES, Listing
from articles.pages.changes import change_page, changes_page
from articles.queries.changes import act_numbered, head, heads
from articles.views.feeds import answer
from articles.views.parameters import a_list, for_programs, one, parameters
from articles.views.tables import written


@a_list
def changes(request: HttpRequest) -> HttpResponse:
    """/changes/, with every facet; with q, of a search"""
    page = changes_page(_asked(request), one(parameters(request), "after"))
    return render(request, "articles/changes.html", {"page": page, "canonical": page.canonical})


@for_programs
def feed(request: HttpRequest, format: str) -> HttpResponse:
    """/changes.atom and /changes.json, with the same"""
    return answer(changes_feed(_asked(request), one(parameters(request), "after")), format)


@for_programs
def table(request: HttpRequest) -> StreamingHttpResponse:
    """/changes.csv, with the same"""
    return written(table_of(ActRow, acts_of(_asked(request))), "changes")


@require_safe
def change(request: HttpRequest, number: int) -> HttpResponse:
    """/changes/<number>/"""
    act = act_numbered(number)
    if act is None:
        raise Http404
    return render(request, "articles/change.html", {"change": change_page(act), "act": act})


@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    """/.well-known/ledger.json: the newest act and the last one of each day, so that anybody can keep them and later compare."""
    act = head()
    said = {
        "acts": act.number if act else 0,
        "hash": act.hash if act else "",
        "at": act.at.isoformat() if act else None,
        "days": [{"day": day.isoformat(), "acts": number, "hash": said} for day, number, said in heads()],
        "changes": settings.BASE_URL.rstrip("/") + reverse("articles:changes"),
    }
    return HttpResponse(json.dumps(said) + "\n", content_type="application/json")


def _asked(request: HttpRequest) -> Listing:
    found = parameters(request)
    return Listing.asked(found) if one(found, "q") else Listing.of(ARTICLES, Filter.read(found))
