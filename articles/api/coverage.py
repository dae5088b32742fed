"""Provinces by month for programs."""

from typing import Any

from django.http import HttpRequest

from articles.api.reading import LIST, next_page, read
from articles.api.schemas import CoverageYear
from articles.cursors import bad_cursor, pack, unpack
from articles.exports.coverage import ProvinceMonths
from articles.facets import Filter
from articles.parameters import one, parameters


@read("/coverage", CoverageYear, LIST)
def coverage(request: HttpRequest) -> Any:
    """How much there is about each province in each month, a year a page, the newest first; whole years of months."""
    found = parameters(request)
    asked, after = ProvinceMonths.asked(Filter.read(found)), one(found, "after")
    years = [str(year) for year in asked.years]
    if after:
        (begun,) = unpack(after, 1)
        if begun not in years:
            raise bad_cursor(after)
        years = years[years.index(begun) + 1 :]
    first, last = asked.edges
    return CoverageYear(
        first_month=f"{first:%Y-%m}" if first else None,
        last_month=f"{last:%Y-%m}" if last else None,
        items=list(asked.of_year(int(years[0]))) if years else [],
        next=next_page(request, asked.filter.query(("after", pack(years[0]))) if len(years) > 1 else ""),
    )
