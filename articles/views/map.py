"""The provinces shaded by what there is about them, for people and for spreadsheets."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from articles.exports.map import MapProvince, map_provinces
from articles.exports.tables import table_of
from articles.facets import Filter
from articles.pages.counted_by import COUNTS
from articles.pages.map import map_page
from articles.views.parameters import a_list, choice, for_programs, parameters
from articles.views.tables import written


@a_list
def map(request: HttpRequest) -> HttpResponse:  # named as its address
    """/map/, with every facet, and `count`"""
    found = parameters(request)
    page = map_page(Filter.read(found), choice(found, "count", tuple(COUNTS)))
    return render(request, "articles/map.html", {"page": page, "canonical": page.canonical})


@for_programs
def rows(request: HttpRequest) -> StreamingHttpResponse:
    """/map.csv, with every facet"""
    return written(table_of(MapProvince, iter([map_provinces(Filter.read(parameters(request)))])), "map")
