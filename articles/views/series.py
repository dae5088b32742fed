"""Series of prices, rates and quantities, and the same for programs and spreadsheets."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from articles.exports.series import ObservationRow, SeriesRow, pieces, series_rows
from articles.exports.tables import table_of
from articles.feeds.series import series_feed
from articles.figures.items import Item, items
from articles.pages.series import series_index, series_page
from articles.queries.names import province_slug
from articles.queries.series import where_called
from articles.series import Series
from articles.views.feeds import answer
from articles.views.parameters import a_list, for_programs, one, parameters
from articles.views.permalinks import moved
from articles.views.tables import written


@a_list
def index(request: HttpRequest) -> HttpResponse:
    """/series/"""
    page = series_index(Series.asked(parameters(request)))
    return render(request, "articles/series.html", {"page": page, "canonical": page.canonical})


@a_list
def series(request: HttpRequest, item: str, place: str = "") -> HttpResponseBase:
    """/series/<item>/ and /series/<item>/<place>/; any other spelling of a province redirects."""
    found = _item(item)
    where = where_called(place) if place else None
    if place and where is None:
        return _spelt(request, item, place)
    asked = parameters(request)
    page = series_page(Series.asked(asked, found, where), one(asked, "after"))
    return render(request, "articles/series_of.html", {"page": page, "canonical": page.canonical})


@for_programs
def feed(request: HttpRequest, format: str, item: str = "", place: str = "") -> HttpResponse:
    """The same as .atom and .json; of all items without one."""
    asked = parameters(request)
    return answer(series_feed(_series(asked, item, place), one(asked, "after")), format)


@for_programs
def counts(request: HttpRequest) -> StreamingHttpResponse:
    """/series.csv: how much there is of each item, everywhere and place by place"""
    rows = series_rows(Series.asked(parameters(request)))
    return written(table_of(SeriesRow, iter([rows])), "series")


@for_programs
def rows(request: HttpRequest, item: str, place: str = "") -> StreamingHttpResponse:
    """/series/<item>.csv and /series/<item>/<place>.csv: every observation"""
    found = _series(parameters(request), item, place)
    return written(table_of(ObservationRow, pieces(found)), "-".join(filter(None, ("series", item, place))))


def _series(asked: Mapping[str, list[str]], item: str, place: str) -> Series:
    found, where = _item(item) if item else None, where_called(place) if place else None
    if place and where is None:
        raise Http404
    return Series.asked(asked, found, where)


def _item(slug: str) -> Item:
    found = items().get(slug)
    if found is None:
        raise Http404
    return found


def _spelt(request: HttpRequest, item: str, spelling: str) -> HttpResponse:
    """308 to the province that is meant; raises Http404 where none is."""
    slug = province_slug(spelling)
    if slug is None:
        raise Http404
    return moved(request, reverse("articles:series_at", args=[item, slug]))
