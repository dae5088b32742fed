"""What became of an account's second factor: kept with the account's history, for ever."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User


def leave_event(*, by: User, about: User, message: str) -> None:
    """A line in the history of the account `about`."""
    LogEntry.objects.log_actions(by.pk, [about], CHANGE, message, single_object=True)
