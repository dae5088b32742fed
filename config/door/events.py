"""What happened at the door: kept with the history of the account, for ever. No address, no browser."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User


def leave_event(*, by: User, about: User, message: str) -> None:
    """A line in the history of the account `about`."""
    LogEntry.objects.log_actions(by.pk, [about], CHANGE, message, single_object=True)
