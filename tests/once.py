"""What takes long and is the same for all processes of a run is made by the first that asks, and read by the others."""

import fcntl
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")


class Once:
    """Things made once a run, by name; `folder` is that of the run. Whoever asks while one is being made waits for it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def made(self, name: str, make: Callable[[], Made]) -> Iterator[Made]:
        """What `make` gives, or gave to whoever asked first; meanwhile nobody takes it away (`until_the_end`)."""
        kept = self._kept(name)
        with self._alone_with(name):
            if not kept.exists():
                whole = kept.with_suffix(".part")
                whole.write_bytes(pickle.dumps(make()))
                whole.rename(kept)
            found: Made = pickle.loads(kept.read_bytes())  # our own, of this very run
            yield found

    @contextmanager
    def until_the_end(self, name: str) -> Iterator[None]:
        """For whoever makes what is gone when it is: whoever asks after that makes another."""
        yield
        with self._alone_with(name):
            self._kept(name).unlink(missing_ok=True)

    def _kept(self, name: str) -> Path:
        return self._folder / f"{name}.made"

    @contextmanager
    def _alone_with(self, name: str) -> Iterator[None]:
        with (self._folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
