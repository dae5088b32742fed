"""What happened at the door: kept with the history of the account, for ever. No address, no browser."""

import re
from datetime import timedelta

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

# Refusals of one page within it are one line, or whoever is signed in could fill the disk with them.
COUNTED = timedelta(hours=1)


def leave_event(*, by: User, about: User, message: str) -> None:
    """A line in the history of the account `about`."""
    LogEntry.objects.log_actions(by.pk, [about], CHANGE, message, single_object=True)


@transaction.atomic
def leave_refusal(*, to: User, page: str) -> bool:
    """A line in his history, or one more in the count of the line that is there; whether it is a new one."""
    User.objects.select_for_update(no_key=True).get(pk=to.pk)  # two at once are counted one after the other
    said = f"Was refused: {page}"
    lines = LogEntry.objects.filter(user=to, object_id=str(to.pk), action_time__gt=timezone.now() - COUNTED)
    line = lines.filter(change_message__regex=f"^{re.escape(said)}[.,]").first()
    if line is not None:
        counted = re.search(r", ([\d,]+) times", line.change_message)
        times = int(counted[1].replace(",", "")) + 1 if counted else 2
        LogEntry.objects.filter(pk=line.pk).update(change_message=f"{said}, {times:,} times within an hour.")
        return False
    leave_event(by=to, about=to, message=f"{said}.")
    return True
