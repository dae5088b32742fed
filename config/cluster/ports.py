"""Ports of this machine that nobody listens on."""

import secrets
import socket

from config.cluster.home import ClusterError


def is_free(port: int) -> bool:
    """Whether Postgres could listen there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as Postgres does
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """Below the ports the system hands out for outgoing connections, which could take ours while we are stopped."""
    for _ in range(100):
        port = 15_000 + secrets.randbelow(15_000)
        if is_free(port):
            return port
    raise ClusterError("No free port on 127.0.0.1 (looked at 100 between 15000 and 30000).")
