"""Permanent addresses: what was typed leads to the one address of a thing, and what is gone says so for ever."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import problems
from articles.addresses import path_to
from articles.problems import (
    NO_SUCH_ID,
    departed,
    departed_line,
    line,
    problem,
    removed_line,
    status_of,
    wants_json,
    wants_text,
)
from articles.public_ids import MistypedId, check, normalise
from articles.queries.registry import Departure, departure_of, public_among

_PAGES = {"a": "articles:article", "c": "articles:claim"}


class Elsewhere(HttpResponsePermanentRedirect):
    """308: the same thing, for ever, at another address."""

    status_code = 308


def misdirected(request: HttpRequest, typed: str, kind: str, name: str = "", **rest: int | str) -> HttpResponse | None:
    """The answer to an id not written as we write it, or of another kind; None when all is as we write it.

    `name` and `rest`: the address asked for and what is in it beside the id; they stay, unless the id is of another kind.
    """
    try:
        public_id = typed if check(typed) else normalise(typed)
    except MistypedId as error:
        return _mistyped(request, error)
    is_of_kind = public_id[0] == kind
    address = address_of(public_id)
    if is_of_kind and name:
        address = path_to(f"articles:{name}", public_id, *rest.values())
    # A slash at the end is all that mail programs and footnotes tend to lose.
    if is_of_kind and typed == public_id and (not name or request.path == address):
        return None
    return moved(request, address)


def _mistyped(request: HttpRequest, error: MistypedId) -> HttpResponse:
    near = public_among(error.suggestions)
    if wants_json(request):
        return problem(404, NO_SUCH_ID, did_you_mean=near)
    if wants_text(request):
        return line(404, f"{NO_SUCH_ID} One slip away: {', '.join(near)}." if near else NO_SUCH_ID)
    context = {"typed": error.typed[:40], "suggestions": near}
    return render(request, "articles/mistyped.html", context, status=404)


def moved(request: HttpRequest, address: str) -> Elsewhere:
    """308 to a path, with the parameters kept."""
    query = request.META.get("QUERY_STRING", "")
    return Elsewhere(address + (f"?{query}" if query else ""))


def address_of(public_id: str) -> str:
    """The address of the page an id stands for."""
    return path_to(_PAGES[public_id[0]], public_id)


@require_safe
def article_short(request: HttpRequest, public_id: str) -> HttpResponse:
    """/a/<id>"""
    return _short(request, public_id, "a")


@require_safe
def claim_short(request: HttpRequest, public_id: str) -> HttpResponse:
    """/c/<id>"""
    return _short(request, public_id, "c")


def _short(request: HttpRequest, typed: str, kind: str) -> HttpResponse:
    return misdirected(request, typed, kind, _PAGES[kind].partition(":")[2]) or Elsewhere(address_of(typed))


def gone(request: HttpRequest, public_id: str) -> HttpResponse:
    """410, or 451 for a withdrawal for legal reasons: no headline, outlet or province. Raises Http404 if never issued."""
    departure = departure_of(public_id)
    if departure is None:
        raise Http404
    if wants_json(request):
        return departed(departure)
    if wants_text(request):
        return departed_line(departure)
    return render(request, _template(departure), {"departure": departure}, status=status_of(departure))


def removed(request: HttpRequest, public_id: str, at: datetime, instead: str = "") -> HttpResponse:
    """410 for one revision or version whose words were removed. `instead`: the id of what stands, if anything does."""
    if wants_json(request):
        return problems.removed(public_id, at, instead)
    if wants_text(request):
        return removed_line(public_id, at)
    return render(request, "articles/removed.html", {"public_id": public_id, "at": at, "instead": instead}, status=410)


def page_gone(request: HttpRequest) -> HttpResponse:
    """410 for the page of a topic, body, outlet or province that was here and is not now; nothing of it is told."""
    return render(request, "410.html", status=410)


def _template(departure: Departure) -> str:
    return "451.html" if departure.is_legal else "410.html"
