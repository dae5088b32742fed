"""One at a time, among all processes of a machine: by locks on files, which the kernel releases however their holder ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(file: Path, *, patient: bool = False) -> Iterator[bool]:
    """Whether the lock is ours for as long as this lasts; False when another has it and we are not `patient`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if patient else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True
