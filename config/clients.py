"""How much each client asked for lately, without keeping who it is.

In the memory of this process alone, under a digest whose random key is made anew every hour and never leaves it: what is
counted cannot be traced back to an address, nor one hour's counts be joined to the next one's. A client is an IPv4
address, or the /64 network of an IPv6 one.
"""

import hmac
import ipaddress
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

ROTATED_SECONDS = 3600


@dataclass(slots=True)
class _Bucket:
    """What a client has asked for and time has not worn off yet, as of `at` seconds."""

    level: float
    at: float


class Clients:
    """So many at once, then so many a minute, for each client; of the clients seen last, `most` are remembered."""

    def __init__(
        self, *, at_once: int, per_minute: float, most: int = 20_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._at_once, self._per_second, self._most, self._clock = at_once, per_minute / 60, most, clock
        self._buckets: OrderedDict[bytes, _Bucket] = OrderedDict()
        self._lock = threading.Lock()
        self._rotate(clock())

    def __len__(self) -> int:
        return len(self._buckets)

    def take(self, address: str) -> float:
        """Count one of this address; the seconds to wait when it is one too many, which then is not counted. 0: go on."""
        with self._lock:
            now = self._clock()
            if now - self._rotated_at >= ROTATED_SECONDS:
                self._rotate(now)
            bucket = self._bucket(address, now)
            if bucket.level + 1 > self._at_once:
                return (bucket.level + 1 - self._at_once) / self._per_second
            bucket.level += 1
            return 0.0

    def give_back(self, address: str) -> None:
        """Take one back that was none after all."""
        with self._lock:
            bucket = self._bucket(address, self._clock())
            bucket.level = max(0.0, bucket.level - 1)

    def _bucket(self, address: str, now: float) -> _Bucket:
        digest = hmac.digest(self._key, address.encode(), "sha256")
        bucket = self._buckets.get(digest)
        if bucket is None:
            bucket = self._buckets[digest] = _Bucket(0.0, now)
            if len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
        bucket.level = max(0.0, bucket.level - (now - bucket.at) * self._per_second)
        bucket.at = now
        self._buckets.move_to_end(digest)
        return bucket

    def _rotate(self, now: float) -> None:
        self._key = secrets.token_bytes(32)
        self._rotated_at = now
        self._buckets.clear()


def client_of(meta: Mapping[str, Any], header: str) -> str:
    """Whom to count: the address in this header, which only our own web server may set; else the one connected to us.

    "" where that would be a web server in front of us and not a client: then nobody is counted. Of a list in the header
    the last is meant, which is the one our web server added.
    """
    if header:
        return _network(str(meta.get(f"HTTP_{header.upper().replace('-', '_')}", "")).rsplit(",", 1)[-1].strip())
    address = str(meta.get("REMOTE_ADDR", ""))
    try:
        is_client = ipaddress.ip_address(address).is_global
    except ValueError:
        return ""
    return _network(address) if is_client else ""


def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False).network_address)
    return str(parsed)
