"""Provinces by month, for people and for spreadsheets."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from articles.exports.coverage import ProvinceMonth, ProvinceMonths
from articles.exports.tables import table_of
from articles.facets import Filter
from articles.pages.coverage import coverage_page
from articles.views.parameters import a_list, for_programs, parameters
from articles.views.tables import written


@a_list
def coverage(request: HttpRequest) -> HttpResponse:
    """/coverage/, with every facet"""
    page = coverage_page(Filter.read(parameters(request)))
    return render(request, "articles/coverage.html", {"page": page, "canonical": page.canonical})


@for_programs
def rows(request: HttpRequest) -> StreamingHttpResponse:
    """/coverage.csv, with every facet"""
    asked = ProvinceMonths.asked(Filter.read(parameters(request)))
    return written(table_of(ProvinceMonth, asked.pieces()), "coverage")
