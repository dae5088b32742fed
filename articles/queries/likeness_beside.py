"""Ask for kin beside what else is done: in a thread with a connection of its own. For imports, which go on writing meanwhile."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from types import TracebackType
from typing import Self

from django.db import connection, transaction

from articles.queries.imprints import CommonCodes
from articles.queries.likeness import Kin, Told, kin_of_each

# What was asked for, once it is there.
Answer = Callable[[], list[list[Kin]]]


class KinBeside:
    """The likeliest kin of reports that came in, one lot of them at a time; the codes that are common are remembered.

    Within a transaction, whose rows no other connection sees, it answers at once.
    """

    def __init__(self) -> None:
        self._common = CommonCodes()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kin")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        # Asked for there: each thread has a connection of its own.
        self._thread.submit(lambda: connection.close())
        self._thread.shutdown()

    def ask(self, tolds: Sequence[Told]) -> Answer:
        """The kin of each among what is in now: what comes in before the answer is there is not looked at."""
        if not tolds or connection.in_atomic_block:
            found = self._kin(tolds)
            return lambda: found
        is_settled = Event()
        future = self._thread.submit(self._as_of_now, tolds, is_settled)
        is_settled.wait()
        return future.result

    def _as_of_now(self, tolds: Sequence[Told], is_settled: Event) -> list[list[Kin]]:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                # With the first question, what is in is settled.
                cursor.execute("SELECT 1")
                is_settled.set()
                return self._kin(tolds)
        finally:
            # Whoever waits for that goes on, too, where it could not be asked; the answer then raises why.
            is_settled.set()

    def _kin(self, tolds: Sequence[Told]) -> list[list[Kin]]:
        return kin_of_each(tolds, most=1, common=self._common)
