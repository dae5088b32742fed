"""What the desk's door keeps: who is signed in where, and how often somebody tried. None of it is ever public."""

from typing import Any

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from provinces.audience import Audience


class DeskSession(AbstractBaseSession):
    """One browser at the desk. `user`, `begun_at` and `used_at` are empty until somebody is signed in.

    No address is kept, and of the browser's name its family alone: "Firefox", or "" for one we do not know.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="desk_sessions")
    begun_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    browser = models.CharField(max_length=20, blank=True)

    audience = Audience(desk=("session_key", "session_data", "expire_date", "user", "begun_at", "used_at", "browser"))

    @classmethod
    def get_session_store_class(cls) -> Any:
        from config.door.sessions import SessionStore  # only now: it needs this class

        return SessionStore

    def __str__(self) -> str:
        return f"{self.user or 'somebody'} since {self.begun_at:%Y-%m-%d}" if self.begun_at else "not signed in"


class GivenPassword(models.Model):
    """Somebody else typed this account's password: until its owner has chosen another it leads to the page for that alone."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    given_at = models.DateTimeField()

    audience = Audience(desk=("user", "given_at"))

    def __str__(self) -> str:
        return f"{self.user} since {self.given_at:%Y-%m-%d}"


class Tries(models.Model):
    """How often a secret of one account was tried in vain lately, and until when nothing more is heard of it.

    `of` is a keyed digest: what is typed as a name may be a password by mistake.
    """

    of = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    tried_at = models.DateTimeField()
    until = models.DateTimeField()

    audience = Audience(desk=("of", "count", "tried_at", "until"))

    class Meta:
        verbose_name_plural = "tries"

    def __str__(self) -> str:
        return f"{self.count} until {self.until:%H:%M:%S}"
