"""Signing in: name and password, then a code or a passkey; and the same asked for once more before some acts."""

import logging
from typing import Any

from allauth.account.views import LoginView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from config.door.codes import AgainCodeForm, CodeForm
from config.door.events import leave_event
from config.door.given import GIVEN, own_password
from config.door.passkeys import AgainPasskeyForm, PasskeyForm
from config.door.sessions import end_sessions
from config.door.tries import PASSWORD, SECOND_FACTOR, Pace, give_back, password_of, second_factor_of, take
from provinces.proof import about_to

logger = logging.getLogger(__name__)


def too_soon(request: HttpRequest, seconds: int) -> HttpResponse:
    """429: how long to wait."""
    logger.warning("told to wait at the door")
    response = render(request, "door/too_soon.html", {"title": "Too many tries", "seconds": seconds}, status=429)
    response["Retry-After"] = str(seconds)
    return response


class Guarded:
    """Before a view that judges a secret: each try is counted first, and one that was right is taken back."""

    pace: Pace
    request: HttpRequest

    def account(self) -> str:
        """Whose secret it is, as `config.door.tries` names it."""
        raise NotImplementedError

    def owner(self, form: Any) -> Any:
        """Whose account it is, once the secret was right."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wait = take(request, self.pace, self.account())
        if wait:
            return too_soon(request, wait)
        answer: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]  # the view's
        return answer

    def form_valid(self, form: Any) -> HttpResponse:
        vain = give_back(self.request, self.account())
        if vain:
            owner, kind = self.owner(form), "password" if self.pace is PASSWORD else "second factor"
            leave_event(by=owner, about=owner, message=f"Tries of the {kind} in vain before one was right: {vain}.")
        answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]  # the view's
        return answer

    def form_invalid(self, form: Any) -> HttpResponse:
        # Not whose: what is typed as a name may be a password by mistake.
        logger.warning("refused at the door: %s", type(self).__name__)
        answer: HttpResponse = super().form_invalid(form)  # type: ignore[misc]  # the view's
        return answer


class SignIn(Guarded, LoginView):
    """/login/"""

    template_name = "door/sign_in.html"
    extra_context = {"title": "Sign in"}
    pace = PASSWORD

    def account(self) -> str:
        return password_of(self.request.POST.get("login", ""))

    def owner(self, form: Any) -> Any:
        return form.user


class SecondStep(Guarded, AuthenticateView):
    """/login/second/: a code of the app or of the list, or a passkey."""

    template_name = "door/second_step.html"
    form_class = CodeForm
    webauthn_form_class = PasskeyForm
    extra_context = {"title": "Second step"}
    pace = SECOND_FACTOR

    def account(self) -> str:
        return second_factor_of(self.stage.login.user.pk)

    def owner(self, form: Any) -> Any:
        return self.stage.login.user

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "_leave" in request.POST:
            answer: HttpResponse = self.stage.abort()
            return answer
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kinds = set(Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True))
        return {**super().get_context_data(**kwargs), **_ways(kinds)}


class _Again(Guarded):
    """Once more, before what waits; `by` is the way this page asks."""

    by: str

    def owner(self, form: Any) -> Any:
        return self.request.user

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user: Any = self.request.user
        kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]  # the view's
        return {
            **context, **_ways(kinds), "by": self.by, "about_to": about_to(self.request), "title": "Once more: is it you?"
        }  # fmt: skip

    def form_valid(self, form: Any) -> HttpResponse:
        # Whoever had the session's key before the proof does not have it afterwards.
        self.request.session.cycle_key()
        return super().form_valid(form)


class Again(_Again, ReauthenticateView):
    """/again/: by password."""

    template_name = "door/again.html"
    by = "password"
    pace = PASSWORD

    def account(self) -> str:
        return password_of(self.request.user.get_username())


class AgainByCode(_Again, CodeView):
    """/again/code/"""

    template_name = "door/again.html"
    form_class = AgainCodeForm
    by = "code"
    pace = SECOND_FACTOR

    def account(self) -> str:
        return second_factor_of(self.request.user.pk or 0)


class AgainByPasskey(_Again, ReauthenticateWebAuthnView):
    """/again/passkey/"""

    template_name = "door/again.html"
    form_class = AgainPasskeyForm
    by = "passkey"
    pace = SECOND_FACTOR

    def account(self) -> str:
        return second_factor_of(self.request.user.pk or 0)

    def form_invalid(self, form: Any) -> HttpResponse:
        logger.warning("refused at the door: %s", type(self).__name__)
        answer: HttpResponse = self.render_to_response(self.get_context_data(form=form))
        return answer


def change_password(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """/password_change/: the stock page, whose question for the old password is guarded like every other."""
    user: Any = request.user
    account = password_of(user.get_username())
    if request.method == "POST":
        wait = take(request, PASSWORD, account)
        if wait:
            return too_soon(request, wait)
        if request.session.get(GIVEN) and request.POST.get("old_password") == request.POST.get("new_password1"):
            messages.error(request, "That is the one you were given: choose another.")
            return redirect("change_password")
    answer = site.password_change(request)
    if request.method == "POST" and answer.status_code == 302:
        give_back(request, account)
        own_password(user)
        request.session[GIVEN] = False
        end_sessions(user, but=request.session)
        leave_event(by=user, about=user, message="Changed the password.")
    return answer


def _ways(kinds: set[str]) -> dict[str, bool]:
    """What the account has, for the page to offer."""
    return {
        "has_codes": bool(kinds & {Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES}),
        "has_app": Authenticator.Type.TOTP in kinds,
        "has_passkey": Authenticator.Type.WEBAUTHN in kinds,
    }
