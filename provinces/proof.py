"""Acts before which an editor shows once more who he is: with the password or the second factor, within five minutes.

What he was about to do is kept with his session, and goes on by itself once he has; the page that asks says what it is.
"""

import time
from copy import copy
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import resolve

PROVEN_SECONDS = 300
# So long what was about to happen waits for the proof.
WAITS_SECONDS = 600


def is_proven(request: HttpRequest) -> bool:
    """Whether a factor was shown in this session within the last five minutes."""
    # Only now: the public site installs nothing of the desk's door, and loads this module with the admin's.
    from allauth.account.internal.flows.login import get_authentication_records

    records = get_authentication_records(request, request.user)
    return any(time.time() - record["at"] < PROVEN_SECONDS for record in records)


def ask_for_proof(request: HttpRequest, what: str, *, keep: bool = True) -> HttpResponse | None:
    """The way to the page that asks, or None when there is no need to.

    `what` goes on after "You were about to". With `keep` a form that was sent goes on as it was; without it is typed
    again, for what must not be put down anywhere, such as passwords.
    """
    if is_proven(request):
        return None
    from allauth.account.internal.flows.reauthentication import stash_and_reauthenticate

    state = {
        "what": what,
        "path": request.path,
        "query": request.META.get("QUERY_STRING", ""),
        "sent": request.POST.urlencode() if keep and request.method == "POST" else None,
        "at": time.time(),
    }
    answer: HttpResponse = stash_and_reauthenticate(request, state, "provinces.proof.go_on")
    return answer


def about_to(request: HttpRequest) -> str:
    """What waits for the proof, as `what` above; "" for nothing."""
    from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY

    state = (request.session.get(STATE_SESSION_KEY) or {}).get("state", {})
    return str(state.get("what", ""))


def go_on(request: HttpRequest, state: dict[str, Any]) -> HttpResponse:
    """Called once the proof is given: the form goes on as it was sent, a page is opened."""
    address = state["path"] + (f"?{state['query']}" if state["query"] else "")
    if state["sent"] is None:
        return HttpResponseRedirect(address)
    if time.time() - state["at"] > WAITS_SECONDS:
        messages.warning(request, "That took too long, nothing was done: send it again.")
        return HttpResponseRedirect(address)
    match = resolve(state["path"])
    resumed: Any = copy(request)
    resumed.META = {**request.META, "QUERY_STRING": state["query"], "PATH_INFO": state["path"]}
    resumed.path = resumed.path_info = state["path"]
    resumed.GET, resumed.POST = QueryDict(state["query"]), QueryDict(state["sent"])
    resumed.resolver_match = match
    answer: HttpResponse = match.func(resumed, *match.args, **match.kwargs)
    return answer
