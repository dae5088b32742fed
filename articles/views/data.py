"""Counts and freshness, and the ways to take the record with you."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.pages.data import data_page
from articles.pages.lists import canonical


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """/data/"""
    context = {"page": data_page(), "canonical": canonical("articles:data", "")}
    return render(request, "articles/data.html", context)
