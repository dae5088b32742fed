"""Series of prices, rates and quantities for programs."""

from typing import Any

from django.http import HttpRequest

from articles.api.reading import AFTER, TIMES, next_page, parameter, read
from articles.api.schemas import Observations, SeriesIndex
from articles.exports.series import observation_rows, series_rows
from articles.facets import BadParameter
from articles.figures.items import items
from articles.parameters import one, parameters
from articles.problems import problem
from articles.queries.series import where_called
from articles.series import Series

WHERE = parameter("place", "slug of a province or place", {"type": "string", "maxLength": 80})


@read("/series", SeriesIndex, TIMES)
def series(request: HttpRequest) -> Any:
    """Items with prices, rates or quantities, everywhere and place by place."""
    return SeriesIndex(items=series_rows(Series.asked(parameters(request))))


@read("/series/{item}", Observations, [WHERE, *TIMES, AFTER], errors=(404,))
def series_of(request: HttpRequest, item: str) -> Any:
    """One item, everywhere or in one place, the latest figure first."""
    found = parameters(request)
    if item not in items():
        return problem(404)
    called = one(found, "place")
    where = where_called(called) if called else None
    if called and where is None:
        raise BadParameter("place", called, "is no province or place we know")
    asked = Series.asked(found, items()[item], where)
    rows, cursor = asked.page(one(found, "after"))
    return Observations(
        total=asked.total,
        reports=asked.reports,
        items=observation_rows(asked, rows),
        next=next_page(request, asked.query(("place", called), ("after", cursor)) if cursor else ""),
    )
