"""Keeps what a reader searches with fresh and clean beside its requests: withdrawn words leave the files within a minute."""

import logging
import threading
import time

from django.db import DatabaseError, close_old_connections

from articles.search.glossary import glossary
from articles.search.index.keeper import NotCurrent, keeper
from articles.search.naming import rehearse
from articles.search.variants import Vocabulary
from articles.search.vocabulary import vocabulary
from provinces.models import Edition

logger = logging.getLogger(__name__)
SECONDS = 10


def start() -> threading.Thread:
    """Begin to look after the index; ends with the process. The glossary is read before any request: no database is asked."""
    rehearse(Vocabulary(glossary()))
    thread = threading.Thread(target=_always, name="sweeper", daemon=True)
    thread.start()
    return thread


def _always() -> None:
    while True:
        once()
        time.sleep(SECONDS)


def once() -> None:
    """Bring the names and the index up to the record, and rewrite what still holds deleted words; a lost database is tried again."""
    try:
        close_old_connections()
        rehearse(vocabulary(Edition.now()))
        keeper().current()
        keeper().sweep()
        keeper().let_go()
    except (NotCurrent, DatabaseError, OSError, ValueError) as error:
        logger.warning("the index waits: %s", type(error).__name__)
    finally:
        close_old_connections()
