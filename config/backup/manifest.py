"""What a backup says of itself: when, of which ledger, and the hash of every file. Pure: no Django."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from config.backup.programs import BackupError

NAME = "manifest.json"
FORMAT = 1
DUMP, ACTS, ADDRESSES = "database.dump", "acts.jsonl", "addresses.jsonl"


@dataclass(frozen=True)
class File:
    """One file of a backup."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """`rows_sha256`: of its rows as SQL, the same for the same rows; `acts`, `head`: number and hash of the last act."""

    format: int
    made_at: str
    postgres: str
    acts: int
    head: str
    rows_sha256: str
    files: dict[str, File]

    def write(self, folder: Path) -> None:
        """Into the folder of the backup, last of all."""
        (folder / NAME).write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """That of a backup, every file compared with its hash. Raises BackupError."""
    try:
        said = json.loads((folder / NAME).read_text(encoding="utf-8"))
        manifest = Manifest(**{**said, "files": {name: File(**file) for name, file in said["files"].items()}})
    except FileNotFoundError:
        raise BackupError(f"{folder} is no backup: it has no {NAME}.") from None
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise BackupError(f"{folder / NAME} cannot be read: {error}.") from None
    if manifest.format != FORMAT:
        raise BackupError(f"{folder} was made by another version: its format is {manifest.format}, not {FORMAT}.")
    for name, file in manifest.files.items():
        path = folder / name
        if not path.is_file():
            raise BackupError(f"{path} is missing.")
        if file_of(path) != file:
            raise BackupError(f"{path} is not what the manifest says: it is damaged or was changed.")
    return manifest


def file_of(path: Path) -> File:
    """Size and hash of a file."""
    with path.open("rb") as file:
        return File(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())
