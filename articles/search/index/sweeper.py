"""Keeps the index of a reader fresh and clean beside its requests: withdrawn words leave the files within a minute."""

import logging
import threading
import time

from django.db import DatabaseError, close_old_connections

from articles.search.index.keeper import NotCurrent, keeper

logger = logging.getLogger(__name__)
SECONDS = 10


def start() -> threading.Thread:
    """Begin to look after the index; ends with the process."""
    thread = threading.Thread(target=_always, name="sweeper", daemon=True)
    thread.start()
    return thread


def _always() -> None:
    while True:
        once()
        time.sleep(SECONDS)


def once() -> None:
    """Bring the index up to the record, and rewrite what still holds deleted words; a lost database is tried again."""
    try:
        close_old_connections()
        keeper().current()
        keeper().sweep()
    except (NotCurrent, DatabaseError, OSError, ValueError) as error:
        logger.warning("the index waits: %s", type(error).__name__)
    finally:
        close_old_connections()
