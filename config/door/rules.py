"""Who is signed in with one factor alone reaches the pages that give him a second, and nothing else."""

import logging
from collections.abc import Callable
from typing import Any

from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.defaults import permission_denied

from config.door.adapters import has_second_factor
from config.door.events import leave_refusal
from config.door.given import GIVEN
from config.door.send_again import signed_out
from config.door.sessions import SECOND_FACTOR
from provinces.proof import ask_for_proof

# Names of the addresses that are open before there is a second factor.
ENROLLING = frozenset({"mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate", "logout"})
# And those that are open before one has chosen a password of one's own.
CHOOSING = frozenset({"change_password", "mfa_view_recovery_codes", "logout"})
logger = logging.getLogger(__name__)


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
            return signed_out(request)
        if not request.user.is_staff:
            return _out(request)
        match = request.resolver_match
        name = match.url_name if match is not None else None
        if session.get(SECOND_FACTOR):
            session.touch()
            if session.get(GIVEN) and name not in CHOOSING:
                messages.warning(request, "Somebody else typed your password: choose one that you alone know.")
                return HttpResponseRedirect(reverse("change_password"))
            return None
        if has_second_factor(request.user):
            # Somebody else has given the account its second factor meanwhile; this session never showed it.
            return _out(request)
        if name in ENROLLING:
            return None
        return HttpResponseRedirect(reverse("mfa_index"))

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Django-allauth would keep the whole request with its address; we keep what is needed."""
        if not isinstance(exception, ReauthenticationRequired):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return ask_for_proof(request, "change how you sign in")


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403, and a line in the history of the account: which page it was and how often, never what was asked of it."""
    user: Any = request.user
    where = request.resolver_match.view_name if request.resolver_match is not None else "no page"
    if not user.is_authenticated or leave_refusal(to=user, page=where):
        logger.warning("refused at the desk: %s", where)
    return permission_denied(request, exception)


def _out(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.warning(request, "Sign in again.")
    return redirect_to_login(request.get_full_path())
