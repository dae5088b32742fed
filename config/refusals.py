"""What a site refuses is counted and said once a minute: how many of each status, never whom or what."""

import logging
import threading
import time
from collections import Counter

TOLD_SECONDS = 60
logger = logging.getLogger(__name__)


class Refusals:
    """Of one process. The first is said at once, what comes after it when a minute is over and there is another."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()
        self._told: float | None = None
        self._lock = threading.Lock()

    def count(self, status: int) -> None:
        """One more answer of this status."""
        with self._lock:
            self._counts[status] += 1
            now = time.monotonic()
            if self._told is not None and now - self._told < TOLD_SECONDS:
                return
            counts, self._counts, self._told = self._counts, Counter(), now
        logger.warning("refused: %s", ", ".join(f"{counts[each]} of {each}" for each in sorted(counts)))
