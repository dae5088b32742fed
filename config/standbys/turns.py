"""Which of the processes of one machine this is, so that they spread over the standbys."""

import fcntl
from itertools import count
from pathlib import Path
from typing import IO

# Kept open, and so locked, for as long as the process lives; the kernel gives them back, however it ends.
_taken: dict[Path, tuple[int, IO[str]]] = {}


def turn_of_this_process(folder: Path) -> int:
    """0 for the first process that asks in this folder, 1 for the next; the number of one that ended is given again."""
    if folder not in _taken:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in count():
            file = (folder / f"turn-{number}").open("w")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.close()
                continue
            _taken[folder] = number, file
            break
    return _taken[folder][0]
