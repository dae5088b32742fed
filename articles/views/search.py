"""Search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.facets import Filter
from articles.listing import KINDS
from articles.pages.search import search_page
from articles.views.parameters import a_list, choice, one, parameters


@a_list
def search(request: HttpRequest) -> HttpResponse:
    """/search/?q=…&in=articles|claims, and every facet"""
    found = parameters(request)
    page = search_page(one(found, "q"), choice(found, "in", KINDS), Filter.read(found), one(found, "after"))
    context = {"page": page, "list": page.list, "canonical": page.list.canonical if page.list else ""}
    return render(request, "articles/search.html", context)
