"""Accounts of the desk, as commands name them."""

from django.contrib.auth.models import User
from django.core.management.base import CommandError


def account(option: str, name: str) -> User:
    """The account of this name; `option`: where it was given. Raises CommandError."""
    try:
        return User.objects.get(username=name)
    except User.DoesNotExist:
        raise CommandError(f"{option} {name}: there is no such editor") from None
