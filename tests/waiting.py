"""Two at the same moment: hold what both need until the others wait for it."""

import time

from django.db import connection


def until_others_wait(number: int) -> None:
    """Go on once so many wait for a lock of the database. Raises AssertionError after twenty seconds."""
    deadline = time.monotonic() + 20
    with connection.cursor() as cursor:
        while time.monotonic() < deadline:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0] >= number:
                return
            time.sleep(0.02)
    raise AssertionError("they never met")
