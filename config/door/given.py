"""Passwords that somebody else typed: they open for some days, and nothing but the page to choose another."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from config.models import GivenPassword

# Whoever has not chosen his own by then is given another.
GIVEN_DAYS = 7
# What a session remembers of it.
GIVEN = "door_given"


def give_password(user: Any) -> None:
    """The account's password is known to who typed it, from now on."""
    GivenPassword.objects.update_or_create(user=user, defaults={"given_at": timezone.now()})


def is_given(user: Any) -> bool:
    """Whether the owner still has to choose one."""
    return GivenPassword.objects.filter(user=user).exists()


def is_stale(user: Any) -> bool:
    """Whether he has not done so for too long: then it opens nothing."""
    return GivenPassword.objects.filter(user=user, given_at__lt=timezone.now() - timedelta(days=GIVEN_DAYS)).exists()


def own_password(user: Any) -> None:
    """The owner has chosen."""
    GivenPassword.objects.filter(user=user).delete()
