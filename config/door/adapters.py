"""What django-allauth asks of us: who may sign in, what a session remembers of it, how second factors are kept."""

import base64
import hashlib
import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from config.door.events import leave_event
from config.door.given import GIVEN, is_given, is_stale
from config.door.sessions import BROWSER, SECOND_FACTOR, clear_expired, family
from provinces.proof import is_proven

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

# What was shown besides the password, as the account's history says it.
_BESIDES = {
    "": " alone, to add a second factor", "totp": " and a code of the app", "webauthn": " and a passkey",
    "recovery_codes": " and a recovery code",
}  # fmt: skip
# How a secret begins that is sealed with AES-256-GCM; the bytes that make each sealing another one.
_SEALED, _NONCE = "gcm1:", 12
_UNSAID = frozenset({"account/messages/logged_in.txt", "mfa/messages/recovery_codes_generated.txt"})


def has_second_factor(user: Any) -> bool:
    """Whether the account has an app or a passkey; recovery codes alone are none."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists())


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made at the desk, sign in by name and password, and are never written to."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        user: User | None = super().authenticate(request, **credentials)
        return user if user is not None and user.is_staff and not is_stale(user) else None

    def login(self, request: HttpRequest, user: User) -> None:
        """Called when every factor the account has was shown."""
        super().login(request, user)
        shown = {record["method"]: record.get("type", "") for record in get_authentication_records(request, user)}
        request.session[SECOND_FACTOR] = "mfa" in shown
        request.session[GIVEN] = is_given(user)
        request.session[BROWSER] = family(request.META.get("HTTP_USER_AGENT", ""))
        leave_event(by=user, about=user, message=f"Signed in with the password{_BESIDES[shown.get('mfa', '')]}.")
        clear_expired()

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        return not is_proven(context.request)

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        # The desk itself is the sign that one is in, and the page of codes says what they are.
        if message_template not in _UNSAID:
            super().add_message(request, level, message_template, *args, **kwargs)

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """The desk sends none."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nor this."""


class FactorAdapter(DefaultMFAAdapter):
    """Secrets of apps and recovery codes are encrypted: a copy of the database alone opens nothing."""

    def encrypt(self, text: str) -> str:
        nonce = secrets.token_bytes(_NONCE)
        return (
            _SEALED
            + base64.b64encode(nonce + AESGCM(_key(settings.SECRET_KEY)).encrypt(nonce, text.encode(), None)).decode()
        )

    def decrypt(self, encrypted_text: str) -> str:
        for of in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
            try:
                if not encrypted_text.startswith(_SEALED):
                    # As secrets were kept first.
                    return Fernet(_key_of_before(of)).decrypt(encrypted_text.encode()).decode()
                sealed = base64.b64decode(encrypted_text.removeprefix(_SEALED))
                return AESGCM(_key(of)).decrypt(sealed[:_NONCE], sealed[_NONCE:], None).decode()
            except (InvalidToken, InvalidTag):
                continue
        # SECRET_KEY is another one, or this is a hash: nothing opens, until `manage.py reset_second_factor`. Never an
        # empty secret, whose codes anybody could compute.
        return base64.b32encode(secrets.token_bytes(20)).decode()

    def get_totp_issuer(self) -> str:
        return f"{settings.SITE_NAME} desk"

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        return f"Passkey {Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": self.get_totp_issuer()}

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """All but the last app or passkey."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS)
        return bool(others.exclude(pk=authenticator.pk).exists())


def _key(of: str) -> bytes:
    """Of AES-256, made of SECRET_KEY or of one before it."""
    return salted_hmac("config.door.adapters", "second factors, sealed", of, algorithm="sha256").digest()


def _key_of_before(of: str) -> bytes:
    key = salted_hmac("config.door.adapters", "second factors", of, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(hashlib.sha256(key).digest())
