"""Waits for who guesses: per account, kept in the database, and per client, kept in memory without its address.

A try is counted before it is judged, so that many at once are no more than many one after the other; one that was right
is taken back. No wait is longer than its pace says, whoever caused it: nobody is locked out for ever by a stranger. The
second factor may wait longer, for only who knows the password comes so far.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from config.clients import Clients, client_of
from config.models import Tries


@dataclass(frozen=True)
class Pace:
    """After `free` tries each wait is twice the one before, up to `longest`; `forgotten` after so long without a try."""

    free: int
    longest: timedelta
    forgotten: timedelta

    def wait_after(self, count: int) -> timedelta:
        """How long nothing is heard after the try of this number."""
        if count < self.free:
            return timedelta(0)
        return min(self.longest, timedelta(seconds=2.0 ** min(count - self.free, 30)))


PASSWORD = Pace(free=5, longest=timedelta(minutes=1), forgotten=timedelta(hours=1))
SECOND_FACTOR = Pace(free=5, longest=timedelta(minutes=15), forgotten=timedelta(days=1))
# Of whole offices behind one address, too, few people mistype so often within the hour.
_clients = Clients(at_once=20, per_minute=1)


def take(request: HttpRequest, pace: Pace, account: str) -> int:
    """Count a try at a secret of this account; the whole seconds to wait when it must not be judged now, 0 to go on."""
    client = client_of(request.META, settings.CLIENT_ADDRESS_HEADER)
    wait = _clients.take(client) if client else 0.0
    if not wait:
        wait = _take(pace, _digest(account))
        if wait and client:
            _clients.give_back(client)
    return ceil(wait)


def give_back(request: HttpRequest, account: str) -> int:
    """The try was right: the account begins anew, the client has one less to its name. How many before it were not."""
    client = client_of(request.META, settings.CLIENT_ADDRESS_HEADER)
    if client:
        _clients.give_back(client)
    counts = Tries.objects.filter(of=_digest(account)).values_list("count", flat=True)
    vain = max(0, next(iter(counts), 0) - 1)
    forget(account)
    Tries.objects.filter(tried_at__lt=timezone.now() - SECOND_FACTOR.forgotten).delete()
    return vain


def forget(account: str) -> None:
    """Let the account begin anew, as an operator may."""
    Tries.objects.filter(of=_digest(account)).delete()


def password_of(name: str) -> str:
    """The account whose password is tried, by the name that was typed."""
    return f"password {name.strip().casefold()}"


def second_factor_of(pk: int) -> str:
    """The account whose second factor is tried."""
    return f"second factor {pk}"


@transaction.atomic
def _take(pace: Pace, digest: str) -> float:
    now = timezone.now()
    Tries.objects.bulk_create([Tries(of=digest, tried_at=now, until=now)], ignore_conflicts=True)
    row = Tries.objects.select_for_update().get(of=digest)
    if row.until > now:
        return _seconds(row.until - now, pace)
    if row.tried_at < now - pace.forgotten:
        row.count = 0
    row.count += 1
    row.tried_at, row.until = now, now + pace.wait_after(row.count)
    row.save()
    return 0.0


def _seconds(wait: timedelta, pace: Pace) -> float:
    # A clock that was set back makes nobody wait longer than the pace says.
    return min(wait, pace.longest).total_seconds()


def _digest(account: str) -> str:
    return salted_hmac("config.door.tries", account, algorithm="sha256").hexdigest()
