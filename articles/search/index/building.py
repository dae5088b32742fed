"""All indexes made anew out of the record, in a folder beside those that are searched meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from articles.models import Article
from articles.search.index.documents import documents
from articles.search.index.filling import Filling
from articles.search.index.opened import KINDS
from articles.search.index.parts import Parts
from articles.search.index.pieces import BATCH, batched
from articles.search.index.state import State, StateFile
from articles.search.index.workbench import HEAP, clear

_FILLING = "filling"


def build(folder: Path, state: State) -> int:
    """Fill an empty folder. Answers the number of reports.

    The indexes are of the record as it stands, or later in places; acts since are still to be applied.
    """
    with _patience_of_the_database():
        count = 0
        fillings = {kind: Filling(folder / _FILLING / kind, 5 * HEAP) for kind in KINDS}
        for pks in batched(_public_pks(), BATCH):
            found = documents(pks, state.above)
            for kind, made in zip(KINDS, found, strict=True):
                fillings[kind].add(made)
            count += len(found[0])
    for kind, filling in fillings.items():
        parts = Parts(folder / kind)
        parts.begin()
        parts.exchange((), filling.parts())
    clear(folder / _FILLING)
    StateFile(folder).settle(state)
    return count


@contextmanager
def _patience_of_the_database() -> Iterator[None]:
    """Statements may take longer than those of a page: the machine may be busy, and nobody waits for them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('statement_timeout'), set_config('statement_timeout', %s, false)", ["60s"]
        )
        (usual, _) = cursor.fetchone()
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, false)", [usual])


def _public_pks() -> Iterator[int]:
    """Every public report, in keyset order, so that no statement runs long."""
    last = 0
    while pks := list(
        Article.objects.published().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        yield from pks
        last = pks[-1]
