"""Contradictions for programs."""

from typing import Any

from django.http import HttpRequest

from articles.api.reading import LIST, next_page, parameter, read
from articles.api.schemas import Contradictions
from articles.contradictions import Contradicting
from articles.exports.contradictions import contradiction_row
from articles.models import Settlement
from articles.parameters import one, parameters

PAGE = 50
OWN = [
    parameter("claim", "public id of one of the two claims", {"type": "string", "maxLength": 20}),
    parameter("state", "how the contradiction stands", {"enum": list(Settlement.values)}),
]


@read("/contradictions", Contradictions, [*LIST, *OWN])
def contradictions(request: HttpRequest) -> Any:
    """Pairs of claims that contradict each other, the last changed first."""
    found = parameters(request)
    asked = Contradicting.asked(found)
    rows, cursor = asked.page(one(found, "after"), PAGE)
    return Contradictions(
        total=len(asked.pairs),
        items=[contradiction_row(row) for row in rows],
        next=next_page(request, asked.query(("after", cursor)) if cursor else ""),
    )
