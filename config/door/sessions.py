"""Sessions of the desk, kept in the database: over after half an hour without a request, or after twelve hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from config.models import DeskSession

LONGEST = timedelta(hours=12)
# That a session is in use is written down so often, not at every request.
TOUCHED = timedelta(minutes=1)
# What a session remembers of itself.
BEGUN, BROWSER, SECOND_FACTOR = "door_begun", "door_browser", "door_second_factor"

# A family of browsers, and the word in what browsers call themselves that tells it; the first that is found.
_FAMILIES = (("Edge", "Edg"), ("Opera", "OPR/"), ("Firefox", "Firefox/"), ("Chrome", "Chrome/"), ("Safari", "Safari/"))


class SessionStore(DatabaseStore):
    """Django's, with whose session it is, since when, and an end that no use puts off."""

    @classmethod
    def get_model_class(cls) -> type[DeskSession]:
        return DeskSession

    _row: DeskSession | None = None

    def _get_session_from_db(self) -> Any:
        self._row = super()._get_session_from_db()  # type: ignore[misc]  # the stubs know less than Django does
        return self._row

    def create_model_instance(self, data: Any) -> Any:
        """The row: whose, since when, until when."""
        now = timezone.now()
        begun = None
        if SESSION_KEY in data:
            begun = datetime.fromtimestamp(data.setdefault(BEGUN, now.timestamp()), UTC)
        row: Any = super().create_model_instance(data)
        if begun is not None:
            row.user_id = int(data[SESSION_KEY])
            row.begun_at = begun
            row.used_at = now
            row.browser = data.get(BROWSER, "")
            row.expire_date = min(row.expire_date, begun + LONGEST)
        return row

    def touch(self) -> None:
        """Put the end off, for the session is in use. Of what it remembers nothing is written, so nothing is overwritten."""
        row, now = self._row, timezone.now()
        if row is None or row.begun_at is None or row.used_at is None or now - row.used_at < TOUCHED:
            return
        ends = min(now + timedelta(seconds=self.get_session_cookie_age()), row.begun_at + LONGEST)
        DeskSession.objects.filter(pk=row.pk).update(used_at=now, expire_date=ends)


@dataclass(frozen=True)
class Listed:
    """A session as its owner sees it. `mark` names it in a form; `used_at` is the hour of its last use."""

    mark: str
    begun_at: datetime
    used_at: datetime
    browser: str
    is_this: bool


def sessions_of(user: User, this: SessionBase) -> list[Listed]:
    """The person's sessions that still open the desk, the newest first."""
    found = [
        Listed(
            mark=_mark(row.session_key),
            begun_at=row.begun_at,
            used_at=row.used_at.replace(minute=0, second=0, microsecond=0),
            browser=row.browser,
            is_this=row.session_key == this.session_key,
        )
        for row in _rows(user)
    ]
    return sorted(found, key=lambda listed: listed.begun_at, reverse=True)


def end_session(user: User, mark: str) -> bool:
    """End the one with this mark, at once; False when there is none."""
    keys = [row.session_key for row in _rows(user) if constant_time_compare(_mark(row.session_key), mark)]
    DeskSession.objects.filter(session_key__in=keys).delete()
    return bool(keys)


def end_sessions(user: User, *, but: SessionBase | None = None) -> int:
    """End them all, at once, except one; how many."""
    rows = DeskSession.objects.filter(user=user)
    if but is not None:
        rows = rows.exclude(session_key=but.session_key)
    count: int = rows.delete()[0]
    return count


def clear_expired() -> None:
    """Forget what is over."""
    SessionStore.clear_expired()


def family(agent: str) -> str:
    """The family of a browser by what it calls itself; "" for one we do not know."""
    return next((name for name, word in _FAMILIES if word in agent), "")


def _rows(user: User) -> Iterator[Any]:
    """Sessions under a password that has been changed since open nothing any more."""
    store = SessionStore()
    current = user.get_session_auth_hash()
    for row in DeskSession.objects.filter(user=user, expire_date__gt=timezone.now()):
        if constant_time_compare(store.decode(row.session_data).get(HASH_SESSION_KEY, ""), current):
            yield row


def _mark(session_key: str) -> str:
    return salted_hmac("config.door.sessions", session_key, algorithm="sha256").hexdigest()[:20]
