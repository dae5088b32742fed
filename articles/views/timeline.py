"""Reports or claims by month, and what moved since a day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from articles.facets import Filter, one_day
from articles.pages.counted_by import COUNTS
from articles.pages.timeline import timeline_page
from articles.queries.moved import MOVES
from articles.views.parameters import a_list, choice, parameters


@a_list
def timeline(request: HttpRequest) -> HttpResponse:
    """/timeline/, with every facet, `count` and `since`"""
    found = parameters(request)
    since = one_day("since", found.get("since", ()))
    count = choice(found, "count", tuple(COUNTS))
    page = timeline_page(Filter.read(found), count, timezone.localdate(), since)
    context = {"page": page, "canonical": page.canonical, "moves": tuple(MOVES)}
    return render(request, "articles/timeline.html", context)
