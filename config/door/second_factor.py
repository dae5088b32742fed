"""The second factor of one's own account: an app that makes codes, passkeys, and codes on paper for the worst case."""

import ipaddress
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy

from config.door.codes import keep_hashed
from config.door.events import leave_event
from config.door.passkeys import NewPasskeyForm
from config.door.sessions import SECOND_FACTOR, end_sessions


class Factors(IndexView):
    """/second-factor/: what there is; before there is any, the only page that opens."""

    template_name = "door/second_factor.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        factors = list(Authenticator.objects.filter(user=self.request.user).order_by("created_at"))
        kinds = {factor.type: factor for factor in factors}
        codes = kinds.get(Authenticator.Type.RECOVERY_CODES)
        is_enrolled = bool(self.request.session.get(SECOND_FACTOR))
        return {
            "title": "Second factor" if is_enrolled else "A second factor first",
            "is_enrolled": is_enrolled,
            "app": kinds.get(Authenticator.Type.TOTP),
            "passkeys": [factor for factor in factors if factor.type == Authenticator.Type.WEBAUTHN],
            "codes": codes,
            "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
            "takes_passkeys": takes_passkeys(self.request),
        }


class AddApp(ActivateTOTPView):
    """/second-factor/app/"""

    template_name = "door/add_app.html"
    extra_context = {"title": "Add an app that makes codes"}

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        _enrolled(self.request, "Added an app as second factor.")
        return answer


class _NotTheLast:
    """Before a view that removes a factor: the last one stays."""

    request: HttpRequest

    def factor(self) -> Authenticator:
        """Which is to go."""
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._refused() or super().get(request, *args, **kwargs)  # type: ignore[misc]  # the view's

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._refused() or super().post(request, *args, **kwargs)  # type: ignore[misc]  # the view's

    def _refused(self) -> HttpResponse | None:
        if get_adapter().can_delete_authenticator(self.factor()):
            return None
        messages.error(self.request, "That is your last second factor: add another first.")
        return redirect("mfa_index")


class RemoveApp(_NotTheLast, DeactivateTOTPView):
    """/second-factor/app/remove/"""

    template_name = "door/remove.html"
    extra_context = {"title": "Remove the app?"}

    def factor(self) -> Authenticator:
        return self.authenticator

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        _leave_own(self.request, "Removed the app as second factor.")
        return answer


class AddPasskey(AddWebAuthnView):
    """/second-factor/passkey/"""

    template_name = "door/add_passkey.html"
    form_class = NewPasskeyForm
    extra_context = {"title": "Add a passkey"}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # The form that was refused stays, with what is wrong.
        return {**super().get_context_data(**kwargs), **kwargs, "takes_passkeys": takes_passkeys(self.request)}

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        _enrolled(self.request, "Added a passkey as second factor.")
        return answer


class RemovePasskey(_NotTheLast, RemoveWebAuthnView):
    """/second-factor/passkey/N/remove/"""

    template_name = "door/remove.html"
    success_url = reverse_lazy("mfa_index")
    extra_context = {"title": "Remove the passkey?"}

    def factor(self) -> Authenticator:
        return self.get_object()

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        _leave_own(self.request, "Removed a passkey as second factor.")
        return answer


class Codes(ViewRecoveryCodesView):
    """/second-factor/codes/: shown once."""

    template_name = "door/codes.html"
    extra_context = {"title": "Recovery codes"}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        keep_hashed(self.request.user)
        return context


class NewCodes(GenerateRecoveryCodesView):
    """/second-factor/codes/new/"""

    template_name = "door/new_codes.html"
    extra_context = {"title": "New recovery codes?"}

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        _leave_own(self.request, "Made new recovery codes.")
        return answer


def takes_passkeys(request: HttpRequest) -> bool:
    """A passkey belongs to a name, over https or on this very machine; browsers make none for a bare address."""
    host = request.get_host().rpartition(":")[0] or request.get_host()
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return request.is_secure() or host == "localhost"
    return False


def _enrolled(request: HttpRequest, event: str) -> None:
    """This session counts as one with both factors from now on; whoever else is in with the password alone is out."""
    if not request.session.get(SECOND_FACTOR):
        request.session[SECOND_FACTOR] = True
        request.session.cycle_key()
        end_sessions(_own(request), but=request.session)
    _leave_own(request, event)


def _leave_own(request: HttpRequest, event: str) -> None:
    leave_event(by=_own(request), about=_own(request), message=event)


def _own(request: HttpRequest) -> Any:
    return request.user
