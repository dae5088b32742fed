"""Who is signed in with one factor alone reaches the pages that give him a second, and nothing else."""

from collections.abc import Callable
from typing import Any

from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from config.door.adapters import has_second_factor
from config.door.sessions import SECOND_FACTOR
from provinces.proof import ask_for_proof

# Names of the addresses that are open before there is a second factor.
ENROLLING = frozenset({"mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate", "logout"})


class Door:
    """Before every page of the desk; after django-allauth's own middleware, whose question for proof it asks instead."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """Django asks before a view runs; None lets it."""
        session: Any = request.session
        if not request.user.is_authenticated:
            return None
        if not request.user.is_staff:
            return _out(request)
        if session.get(SECOND_FACTOR):
            session.touch()
            return None
        if has_second_factor(request.user):
            # Somebody else has given the account its second factor meanwhile; this session never showed it.
            return _out(request)
        match = request.resolver_match
        if match is not None and match.url_name in ENROLLING:
            return None
        return HttpResponseRedirect(reverse("mfa_index"))

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Django-allauth would keep the whole request with its address; we keep what is needed."""
        if not isinstance(exception, ReauthenticationRequired):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return ask_for_proof(request, "change how you sign in")


def _out(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.warning(request, "Sign in again.")
    return redirect_to_login(request.get_full_path())
