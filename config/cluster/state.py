"""What an embedded server is known by, kept in `state.json`: {"id": hex, "port": int, "secret_key": str, "passwords": {role: str}}."""

import json
import os
import secrets
from pathlib import Path
from typing import Any

from config.cluster.files import locked, open_private, plain_errors
from config.cluster.home import ClusterError, is_copied
from config.cluster.ports import free_port, is_free

ROLES = ("superuser", "owner", "desk", "reader")


class StateFile:
    """That of one server, in its folder. Every method raises ClusterError in plain words."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self) -> dict[str, Any]:
        """Read from `state.json`, which is made at the first call, port and all."""
        path = self.folder / "state.json"
        with plain_errors(self.folder):
            if not path.exists():
                with locked(self.folder / "state.lock"):
                    if not path.exists():
                        self.save(
                            {
                                "id": secrets.token_hex(8),
                                "port": free_port(),
                                "secret_key": secrets.token_urlsafe(50),
                                "passwords": {role: secrets.token_urlsafe(32) for role in ROLES},
                            }
                        )
            try:
                state: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
                if {"id", "port", "secret_key"} <= state.keys() and set(ROLES) <= state["passwords"].keys():
                    return state
            except (ValueError, TypeError, AttributeError):
                pass
            raise ClusterError(f"{path} is damaged: restore it from a backup, for it holds the database's passwords.")

    def save(self, state: dict[str, Any]) -> None:
        """Exchange the whole of it at one blow."""
        path = self.folder / "state.json"
        unfinished = path.with_name("state.unfinished")
        unfinished.unlink(missing_ok=True)
        with open_private(unfinished, os.O_WRONLY | os.O_EXCL) as file:
            if path.exists() and os.geteuid() == 0:
                os.fchown(file.fileno(), path.stat().st_uid, path.stat().st_gid)
            file.write(json.dumps(state, indent=1).encode())
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)

    def settle_port(self) -> int:
        """The port of last time if it is still free, else another, noted for next time."""
        state = self.read()
        if not is_free(state["port"]):
            state["port"] = free_port()
            self.save(state)
        return int(state["port"])

    def adopt_copy(self) -> None:
        """In a copied project, root starts a cluster of its own instead of sharing the original's."""
        state = self.read()
        if is_copied(self.folder, state["id"]):
            self.save({**state, "id": secrets.token_hex(8)})
