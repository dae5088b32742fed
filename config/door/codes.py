"""Forms that take a code: of the app, each good once and never again, or of the list of recovery codes.

The list is sealed until its owner has seen it; from then on of each code that is left only a hash is kept, as of a password.
"""

from typing import Any

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt, encrypt
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

# What the app's row remembers: the half-minute whose code was used last.
_SPENT = "spent"
# What the row of the list remembers: hashes, where the library looks for codes that were made elsewhere and finds none.
_HASHES = "migrated_codes"


class CodeForm(AuthenticateForm):
    """At the second step."""

    def clean_code(self) -> str:
        return _recovered(self) or _unspent(self, super().clean_code())


class AgainCodeForm(ReauthenticateForm):
    """Once more, before some acts."""

    def clean_code(self) -> str:
        return _recovered(self) or _unspent(self, super().clean_code())


def keep_hashed(user: Any) -> None:
    """Forget the account's recovery codes; each that is left can be known again when it is typed."""
    row = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    if row is not None and _HASHES not in row.data:
        row.data[_HASHES] = [make_password(code) for code in row.wrap().get_unused_codes()]
        del row.data["seed"]
        row.save(update_fields=["data"])


@transaction.atomic
def _recovered(form: AuthenticateForm) -> str:
    """The code, if it is a recovery code that was left; from now on it is not. "" if it is none."""
    typed: str = normalize_user_code(form.cleaned_data["code"])
    if len(typed) != app_settings.RECOVERY_CODE_DIGITS:
        return ""
    rows = Authenticator.objects.filter(user=form.user, type=Authenticator.Type.RECOVERY_CODES)
    for row in rows.select_for_update():
        for kept in row.data.get(_HASHES, ()):
            if check_password(typed, kept):
                row.data[_HASHES].remove(kept)
                row.save(update_fields=["data"])
                row.user, form.authenticator = form.user, row
                return typed
    return ""


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
    # Sealed anew each time, and so under the newest key.
    row.data |= {_SPENT: made[-1], "secret": encrypt(secret)}
    row.save(update_fields=["data"])
    return True
