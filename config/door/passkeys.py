"""Forms that carry a passkey's answer. It comes from a script and may be anything: what cannot be read is refused."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, ReauthenticateWebAuthnForm
from django.core.exceptions import ValidationError
from django.db import DatabaseError

# Of one answer; the largest real ones, with a certificate, take some 4,000.
LONGEST_ANSWER = 20_000


class PasskeyForm(AuthenticateWebAuthnForm):
    """At the second step."""

    def clean_credential(self) -> Any:
        return _read(self, super().clean_credential)


class AgainPasskeyForm(ReauthenticateWebAuthnForm):
    """Once more, before some acts."""

    def clean_credential(self) -> Any:
        return _read(self, super().clean_credential)


class NewPasskeyForm(AddWebAuthnForm):
    """A passkey that is added."""

    def clean(self) -> Any:
        return _read(self, super().clean)


def _read(form: Any, judge: Any) -> Any:
    if len(form.data.get("credential", "")) > LONGEST_ANSWER:
        raise get_adapter().validation_error("incorrect_code")
    try:
        return judge()
    except (ValidationError, DatabaseError):
        raise
    except Exception as error:
        # The parsers raise whatever they stumble over; nothing of it is an error of ours.
        raise get_adapter().validation_error("incorrect_code") from error
