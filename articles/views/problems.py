"""Errors for programs that asked for JSON: problem bodies (RFC 9457) with the words of the pages for people."""

import json
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse

from articles.queries.registry import Departure

CONTENT_TYPE = "application/problem+json"
# Status → the heading of the page that people get.
TITLES: Mapping[int, str] = {
    400: "We could not read that",
    404: "There is nothing at this address",
    405: "This can only be read",
    410: "This was withdrawn",
    451: "This was withdrawn for legal reasons",
    500: "Something broke",
    503: "One moment, please",
}


def wants_json(request: HttpRequest) -> bool:
    """Whether an address answers in JSON."""
    return request.path.startswith("/api/") or request.path.endswith((".json", ".jsonld"))


def problem(status: int, detail: str, **more: str) -> HttpResponse:
    """The error; `detail` is a sentence about this case, `more` further members of the body."""
    body = {"type": "about:blank", "title": TITLES[status], "status": status, "detail": detail, **more}
    return HttpResponse(json.dumps(body, ensure_ascii=False) + "\n", status=status, content_type=CONTENT_TYPE)


def departed(departure: Departure) -> HttpResponse:
    """410, or 451 for legal reasons: id, day, class and successor, and nothing of what it was."""
    more = {"id": departure.public_id, "since": departure.at.date().isoformat(), "why": departure.said}
    if departure.successor:
        more["successor"] = departure.successor
    status = 451 if departure.is_legal else 410
    return problem(status, "It was published here once and then taken back. This address will go on saying so.", **more)
