"""Reports by month."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.facets import Filter
from articles.pages.timeline import timeline_page
from articles.views.parameters import a_list, parameters


@a_list
def timeline(request: HttpRequest) -> HttpResponse:
    """/timeline/, with every facet"""
    page = timeline_page(Filter.read(parameters(request)))
    return render(request, "articles/timeline.html", {"page": page, "canonical": page.canonical})
