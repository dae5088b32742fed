"""Announcements for programs."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from articles.announced import Announced
from articles.api.reading import LIST, next_page, parameter, read
from articles.api.schemas import Due
from articles.due import STATES
from articles.exports.due import due_row
from articles.parameters import one, parameters

PAGE = 50
STATE = parameter(
    "state",
    "what became of it; several are alternatives",
    {"type": "array", "items": {"enum": list(STATES)}, "maxItems": len(STATES)},
    explode=True,
    style="form",
)


@read("/due", Due, [*LIST, STATE])
def due(request: HttpRequest) -> Any:
    """What was announced and what became of it: what falls due last first, then what falls due on no day."""
    found = parameters(request)
    announced = Announced.asked(found, timezone.localdate())
    rows, cursor = announced.page(one(found, "after"), PAGE)
    return Due(
        as_of=announced.day,
        total=announced.total,
        items=[due_row(row) for row in rows],
        next=next_page(request, announced.query(("after", cursor)) if cursor else ""),
    )
