"""The acts of the ledger in a file outside the database, so that no backup that is brought back undoes one. Pure: no Django.

One line of JSON an act, in the order of their numbers, nothing in it that is not public. A ledger has one file, named by
the hash of its first act; beside it stand the addresses that it gave out without an id. Lines are only added, each on the
disk before the call ends; a line that a crash cut off is cut away before the next one is written.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

_TAIL = 65_536


class Diverged(Exception):
    """The file and the ledger say different things; the message says from which act on."""


class Damaged(Exception):
    """The file does not hold a ledger; the message names the line and what is wrong with it."""


@dataclass(frozen=True)
class KeptAct:
    """One act. `at`: ISO 8601 with the zone; `subjects`: [{"id", "version", "digest"}]."""

    number: int
    kind: str
    withdrawal_class: str
    successor: str
    subjects: list[dict[str, Any]]
    at: str
    previous_hash: str
    hash: str

    def is_itself(self) -> bool:
        """Whether its hash is that of what it says."""
        return self.hash == hash_of(
            self.previous_hash, self.number, self.kind, self.withdrawal_class, self.successor, self.subjects,
            datetime.fromisoformat(self.at),
        )  # fmt: skip


@dataclass(frozen=True)
class KeptAddress:
    """An address of a topic, a body, an outlet or a province: its kind, its last part, and since when it is out."""

    kind: str
    slug: str
    first_at: str


def hash_of(
    previous: str, number: int, kind: str, withdrawal_class: str, successor: str, subjects: list[Any], at: datetime
) -> str:
    """SHA-256 in hex over the previous hash and what the act says; time as whole seconds since 1970."""
    said = [previous, number, kind, withdrawal_class, successor, subjects, int(at.timestamp())]
    return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


class ActsFile:
    """The file of the ledger that begins with the act of this hash, in a folder that is made at the first line."""

    def __init__(self, folder: Path, first_hash: str) -> None:
        self.path = folder / f"{first_hash[:16]}.jsonl"
        self.addresses_path = folder / f"{first_hash[:16]}.addresses.jsonl"

    @contextmanager
    def writing(self) -> Iterator["Writing"]:
        """Add to it; nobody else does meanwhile. Raises OSError, Damaged."""
        with _appending(self.path) as file, _appending(self.addresses_path) as addresses:
            yield Writing(file, addresses)

    def last(self) -> KeptAct | None:
        """The last act in it; None where it has none. Raises Damaged, OSError."""
        if not self.path.exists():
            return None
        with self.path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            return _last(file)

    def acts(self) -> Iterator[KeptAct]:
        """Every act in it, the first one first, a line cut off at the end left out. Raises Damaged, OSError."""
        return read_acts(self.path)

    def addresses(self) -> list[KeptAddress]:
        """Every address in it. Raises Damaged, OSError."""
        return read_addresses(self.addresses_path)


class Writing:
    """The file, held by one writer."""

    def __init__(self, file: IO[bytes], addresses: IO[bytes]) -> None:
        self._file, self._addresses = file, addresses
        self.last = _last(file)

    def known(self) -> set[tuple[str, str]]:
        """The addresses that stand in it, by kind and slug."""
        self._addresses.seek(0)
        return {(row["kind"], row["slug"]) for row in map(json.loads, self._addresses)}

    def add(self, acts: Iterable[KeptAct]) -> int:
        """Acts that follow the last one, until they are on the disk; how many. Raises Diverged, OSError."""
        count = 0
        for act in acts:
            number, before = (self.last.number + 1, self.last.hash) if self.last else (1, "")
            if (act.number, act.previous_hash) != (number, before):
                raise Diverged(f"act {act.number} does not follow act {number - 1} of the file")
            self._file.write(_line(act))
            self.last, count = act, count + 1
        if count:
            _to_the_disk(self._file)
        return count

    def add_addresses(self, addresses: Iterable[KeptAddress]) -> None:
        """Addresses it does not know yet, until they are on the disk. Raises OSError."""
        lines = b"".join(_line(address) for address in addresses)
        if lines:
            self._addresses.seek(0, os.SEEK_END)
            self._addresses.write(lines)
            _to_the_disk(self._addresses)


def ledgers_in(folder: Path) -> list[Path]:
    """The files of acts in a folder, whatever ledger they are of."""
    return sorted(path for path in folder.glob("*.jsonl") if not path.name.endswith(".addresses.jsonl"))


def addresses_beside(path: Path) -> Path:
    """Where the addresses stand that belong to a file of acts."""
    return path.with_name(f"{path.stem}.addresses.jsonl")


def read_acts(path: Path) -> Iterator[KeptAct]:
    """Every act of a file. Raises Damaged, OSError."""
    for number, line in _whole_lines(path):
        try:
            yield KeptAct(**json.loads(line))
        except (ValueError, TypeError):
            raise Damaged(f"{path}, line {number}: this is not an act") from None


def read_addresses(path: Path) -> list[KeptAddress]:
    """Every address of a file; none where there is no file. Raises Damaged, OSError."""
    if not path.exists():
        return []
    try:
        return [KeptAddress(**json.loads(line)) for _, line in _whole_lines(path)]
    except (ValueError, TypeError):
        raise Damaged(f"{path}: this is not a list of addresses") from None


def check_chain(acts: Sequence[KeptAct]) -> None:
    """Raises Damaged where an act does not follow from the one before, or its hash is not that of what it says."""
    for before, act in zip([None, *acts], acts, strict=False):
        follows = before is None or (act.number, act.previous_hash) == (before.number + 1, before.hash)
        if not follows or not act.is_itself():
            raise Damaged(f"act {act.number} in the file of acts was tampered with, or does not follow the one before")


def _whole_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.endswith(b"\n"):
                yield number, line


def _line(row: KeptAct | KeptAddress) -> bytes:
    return json.dumps(vars(row), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@contextmanager
def _appending(path: Path) -> Iterator[IO[bytes]]:
    """Opened, made if missing for its owner alone, held by a lock, what a crash cut off cut away."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    is_new = not path.exists()
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600), "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        _cut_torn_end(file)
        if is_new:
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        yield file


def _cut_torn_end(file: IO[bytes]) -> None:
    size = file.seek(0, os.SEEK_END)
    while size:
        begin = max(0, size - _TAIL)
        file.seek(begin)
        piece = file.read(size - begin)
        end = piece.rfind(b"\n") + 1
        if end:
            file.truncate(begin + end)
            break
        size = begin
    else:
        file.truncate(0)
    file.seek(0, os.SEEK_END)


def _last(file: IO[bytes]) -> KeptAct | None:
    """The last act in it, of which the end is whole; the file is left at its end."""
    end = file.seek(0, os.SEEK_END)
    if not end:
        return None
    begin, kept = end, b""
    while begin and b"\n" not in kept[:-1]:
        step = min(begin, _TAIL)
        begin -= step
        file.seek(begin)
        kept = file.read(step) + kept
    file.seek(0, os.SEEK_END)
    try:
        return KeptAct(**json.loads(kept[:-1].rpartition(b"\n")[2]))
    except (ValueError, TypeError):
        raise Damaged(f"{file.name}: its last line is not an act") from None


def _to_the_disk(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())
