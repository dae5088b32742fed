"""Python's collector of cycles, put off while a long text is read. Pure.

What a text is read into is kept to the end and holds no cycle, but the more of it there is, the more often the collector
runs through all objects of the process: a tenth of the time a megabyte takes.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_waiting() -> Iterator[None]:
    """The collector waits, and goes on afterwards, whatever happens, if it was going before.

    It is one for all threads: of two that read at once, whoever stopped it starts it, so that it is never left stopped.
    """
    was_going = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_going:
            gc.enable()
