"""Keeps the memory of the edition that the public sees: a thread of each public process asks again and again."""

import logging
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from articles.remembered import within_an_edition
from config.memory.memory import Memory
from provinces.models import Edition

logger = logging.getLogger(__name__)
# An answer from memory is at most this old when it leaves: with the way to the reader, less than a second.
LIMIT = 0.9
INTERVAL = 0.25
# A page that was begun when the record was another one may remember words of that one; it is made by now.
LONGEST_PAGE = 10.0


def edition_today() -> str:
    """What a page depends on besides its address. Citations name the day on which they are read.

    Another server is another edition too: what was asked for while one was exchanged for the other is not remembered.
    """
    edition = Edition.now()
    return f"{timezone.localdate()} {getattr(connection, 'turn', 0)} {edition}"


def age_of_record() -> float:
    """At most so many seconds ago the server that is asked had all there was; 0 for the primary itself."""
    connection.ensure_connection()
    return connection.age() if hasattr(connection, "age") else 0.0  # `config/standbys/base.py`


class Watch:
    """Of one process. `clock`: seconds that only grow."""

    def __init__(
        self, memory: Memory, ask: Callable[[], str] = edition_today, clock: Callable[[], float] = time.monotonic,
        age: Callable[[], float] = age_of_record,
    ) -> None:  # fmt: skip
        self.memory = memory
        self._ask = ask
        self._age = age
        self._clock = clock
        self._until = -LIMIT
        self._turned = -LONGEST_PAGE

    def edition(self) -> str | None:
        """The edition of the record, None when that was not confirmed within LIMIT seconds."""
        return self.memory.edition if self._clock() < self._until else None

    def confirm(self) -> None:
        """Ask now. Raises DatabaseError, and whatever was known then lapses in its time."""
        began = self._clock() - self._age()
        if self.memory.turn(self._ask()):
            self._turned = self._clock()
        if self._clock() - self._turned < LONGEST_PAGE:
            within_an_edition.forget()
        self._until = began + LIMIT

    def start(self) -> threading.Thread:
        """Go on asking; ends with the process."""
        thread = threading.Thread(target=self._always, name="watch", daemon=True)
        thread.start()
        return thread

    def _always(self) -> None:
        was_told = True
        while True:
            try:
                close_old_connections()
                self.confirm()
                is_told = True
            except DatabaseError as error:
                is_told = False
                if was_told:
                    logger.warning("no page comes from memory: %s", type(error).__name__)
            was_told = is_told
            time.sleep(INTERVAL)
