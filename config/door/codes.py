"""Forms that take a code: of the app, each good once and never again, or of the list of recovery codes."""

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.db import transaction

# What the app's row remembers: the half-minute whose code was used last.
_SPENT = "spent"


class CodeForm(AuthenticateForm):
    """At the second step."""

    def clean_code(self) -> str:
        return _unspent(self, super().clean_code())


class AgainCodeForm(ReauthenticateForm):
    """Once more, before some acts."""

    def clean_code(self) -> str:
        return _unspent(self, super().clean_code())


def _unspent(form: AuthenticateForm, code: str) -> str:
    """Raises ValidationError for a code of the app that is not newer than the one used last.

    The library remembers used codes in the memory of one process, and for less long than they are good.
    """
    if form.authenticator.type == Authenticator.Type.TOTP and not _spend(form.authenticator, code):
        raise get_adapter().validation_error("incorrect_code")
    return code


@transaction.atomic
def _spend(app: Authenticator, code: str) -> bool:
    row = Authenticator.objects.select_for_update().get(pk=app.pk)
    secret, typed = decrypt(row.data["secret"]), normalize_user_code(code)
    fresh = [count for count in yield_hotp_counters_from_time() if count > row.data.get(_SPENT, 0)]
    made = [count for count in fresh if format_hotp_value(hotp_value(secret, count)) == typed]
    if not made:
        return False
    row.data[_SPENT] = made[-1]
    row.save(update_fields=["data"])
    return True
