"""Errors in the kind that an address promises, in the words of the pages for people: problem bodies (RFC 9457) where it
answers in JSON, a line where it is a file of text.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles.queries.registry import Departure

CONTENT_TYPE = "application/problem+json"
# Status → the heading of the page that people get, and a sentence where there is nothing more exact to say.
WORDS: Mapping[int, tuple[str, str]] = {
    400: ("We could not read that", "Something in the address is not what it takes."),
    403: ("Over https, please", "Programs ask over https alone: what was sent now could be read on the way."),
    404: ("There is nothing at this address", "Nothing was ever published here."),
    410: ("This was withdrawn", "It was published here once and then taken back."),
    451: ("This may not be shown", "It was published here once and then taken back."),
    429: ("A little slower, please", "More searches came from where you are than we can answer: wait a moment."),
    500: ("Something broke on our side", "It was not the address or anything you typed."),
    503: ("One moment, please", "Try again in a few seconds, or ask for less at once."),
}
NO_SUCH_ID = "There is no such id, and there cannot be: its check letter does not add up."
REMOVED = ("These words were removed", "They were removed for good and will not come back.")
# The body, as a JSON schema.
SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"const": "about:blank"},
        "title": {"type": "string", "description": "the heading of the page that people get"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "a sentence about this case"},
        "id": {"type": "string", "description": "of what was withdrawn or removed"},
        "since": {"type": "string", "format": "date", "description": "day it was withdrawn or removed"},
        "why": {"type": "string", "description": "class of the withdrawal; or removed"},
        "successor": {"type": "string", "description": "public id of what to read instead"},
        "did_you_mean": {"type": "array", "items": {"type": "string"}, "description": "public ids one slip away"},
    },
}


def wants_json(request: HttpRequest) -> bool:
    """Whether an address answers in JSON."""
    return request.path.startswith("/api/") or request.path.endswith((".json", ".jsonld"))


def problem(status: int, detail: str = "", **more: Any) -> HttpResponse:
    """The error; `detail` is a sentence about this case, `more` further members of the body."""
    title, sentence = WORDS[status]
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail or sentence, **more}
    return HttpResponse(json.dumps(body, ensure_ascii=False) + "\n", status=status, content_type=CONTENT_TYPE)


def wants_text(request: HttpRequest) -> bool:
    """Whether an address answers with a file of text."""
    return request.path.endswith((".txt", ".ris", ".bib", ".csv", ".md", "/timemap"))


def line(status: int, detail: str = "", *, title: str = "") -> HttpResponse:
    """The same error as one line of plain text."""
    heading, sentence = WORDS[status]
    return HttpResponse(
        f"{title or heading}: {detail or sentence}\n", status=status, content_type="text/plain; charset=utf-8"
    )


def departed_line(departure: Departure) -> HttpResponse:
    """What `departed` says, as a line."""
    instead = f"; replaced by {departure.successor}" if departure.successor else ""
    since = timezone.localdate(departure.at).isoformat()
    return line(status_of(departure), f"{departure.public_id}, since {since}, {departure.said}{instead}.")


def status_of(departure: Departure) -> int:
    """451 for legal reasons, else 410."""
    return 451 if departure.is_legal else 410


def departed(departure: Departure) -> HttpResponse:
    """410, or 451 for legal reasons: id, day, class and successor, and nothing of what it was."""
    more = {"id": departure.public_id, "since": timezone.localdate(departure.at).isoformat(), "why": departure.said}
    if departure.successor:
        more["successor"] = departure.successor
    return problem(status_of(departure), **more)


def removed(public_id: str, at: datetime, instead: str = "") -> HttpResponse:
    """410 for words that were removed: id, day, and the public id of what is left to read, if anything is."""
    more = {"id": public_id, "since": timezone.localdate(at).isoformat(), "why": "removed"}
    if instead:
        more["successor"] = instead
    return problem(410, REMOVED[1], title=REMOVED[0], **more)


def removed_line(public_id: str, at: datetime) -> HttpResponse:
    """What `removed` says, as a line."""
    since = timezone.localdate(at).isoformat()
    return line(410, f"{public_id}, since {since}. {REMOVED[1]}", title=REMOVED[0])
