"""A form of the desk that came too late: its session was over, or its sender has signed in anew since it was drawn.

What was typed is nowhere but in the form, so it is not led away from: it is drawn as it came, to be sent again by who sent it.
Nothing of it is done or put down before.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.csrf import csrf_failure

FIELD = "csrfmiddlewaretoken"
# What editors type by the hour. No page on which a password is typed, nor the one on which a sealed note is.
_APPS, _NEVER = ("articles_", "sources_", "provinces_"), "sources_sealednote"


def signed_out(request: HttpRequest) -> HttpResponse | None:
    """The page that keeps what was sent by who is not signed in any more; None for what is no form of such a page."""
    return _draw(request) if FIELD in request.POST and _is_typed(request) else None


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What Django answers to a form with no token of this session, unless it stood on a page of this very site."""
    if request.user.is_authenticated and FIELD in request.POST and _is_typed(request) and _is_from_here(request):
        return _draw(request)
    return csrf_failure(request, reason)


def _is_typed(request: HttpRequest) -> bool:
    match = request.resolver_match
    name = match.url_name or "" if match is not None and match.namespace == "admin" else ""
    return request.method == "POST" and name.startswith(_APPS) and not name.startswith(_NEVER)


def _is_from_here(request: HttpRequest) -> bool:
    """Browsers say of which site the page was from which a form comes, and no page of another can say otherwise."""
    return request.META.get("HTTP_ORIGIN") == f"{request.scheme}://{request.get_host()}"


def _draw(request: HttpRequest) -> HttpResponse:
    sent = [(name, value) for name, values in request.POST.lists() if name != FIELD for value in values]
    context = {"title": "Nothing was saved yet", "sent": sent, "files": bool(request.FILES)}
    return render(request, "door/send_again.html", context, status=403)
