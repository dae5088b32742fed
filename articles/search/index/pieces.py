"""Much, read piece by piece."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
# Of rows read at once.
BATCH = 500


def batched(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of so many, the last one shorter."""
    source = iter(values)
    while some := list(islice(source, size)):
        yield some
