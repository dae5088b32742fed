"""The ledger for programs: every act, and one with all its subjects."""

from typing import Any

from django.http import HttpRequest

from articles.api.reading import LIST, next_page, read
from articles.api.schemas import Changes
from articles.exports.acts import ActRow, act_row
from articles.facets import Filter
from articles.listing import ARTICLES, Listing
from articles.parameters import one, parameters
from articles.problems import problem
from articles.queries.changes import act_numbered, act_page


@read("/changes", Changes, LIST)
def changes(request: HttpRequest) -> Any:
    """Acts, newest first; with a filter those that touch a list, and every withdrawal."""
    found = parameters(request)
    listing = Listing.of(ARTICLES, Filter.read(found))
    acts, cursor = act_page(listing.touched if listing.filter else None, one(found, "after"))
    rows: list[Any] = acts  # what the query adds to a row is not known to the type checker
    query = listing.query(("after", cursor)) if cursor else ""
    return Changes(items=[act_row(row, row.some, row.count) for row in rows], next=next_page(request, query))


@read("/changes/{int:number}", ActRow, errors=(404,))
def change(request: HttpRequest, number: int) -> Any:
    """One act."""
    act = act_numbered(number)
    return act_row(act, act.subjects, len(act.subjects)) if act else problem(404)
