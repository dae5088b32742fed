"""The embedded server for as long as a command runs, where no other is named."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from config.cluster.home import ClusterError
from config.cluster.server import Cluster


def urls(data_dir: Path) -> dict[str, str]:
    """The address for each of ROLES of the server in this data folder, whether or not it was ever started."""
    return Cluster(data_dir).urls()


def is_needed() -> bool:
    """Whether no other server is named. A machine of the public site alone names its own, and never the owner's login."""
    public = ("READER_DATABASE_URL", "REPLICA_DATABASE_URLS") if os.environ.get("SITE", "").strip() == "reader" else ()
    return not any(os.environ.get(name, "").strip() for name in ("DATABASE_URL", *public))


@contextlib.contextmanager
def session(data_dir: Path | None = None) -> Iterator[None]:
    """The embedded server for as long as a command runs; nothing when another one is named.

    `data_dir` is DATA_DIR of the environment, else `var/` of this project, as in the settings.
    Ends the program with one line when the server cannot be had.
    """
    if not is_needed():
        yield
        return
    folder = data_dir or Path(os.environ.get("DATA_DIR", "").strip() or Path(__file__).resolve().parents[2] / "var")
    try:
        with Cluster(folder).session():
            yield
    except ClusterError as error:
        raise SystemExit(str(error)) from None
