"""Clients at once, as readers come: over HTTP, to the public site served as README.md starts it.

Each asks for one page after the other, by a new connection every time, as behind a web server that keeps none open.
"""

import http.client
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

SECONDS_TO_ANSWER = 60


@dataclass
class Visits:
    """`milliseconds` of every page that came; how many were `refused` with 503, told to come back in a second."""

    milliseconds: list[float] = field(default_factory=list)
    refused: int = 0


def visits(port: int, addresses: Sequence[str], clients: int, rounds: int = 1) -> Visits:
    """Let so many clients ask for all addresses so often, each beginning at another one, after a round that does not count.

    Raises RuntimeError where anything but a page or 503 comes back.
    """

    def visitor(number: int) -> Visits:
        begins, own = number * len(addresses) // clients, Visits()
        for turn in range(rounds + 1):
            for address in (*addresses[begins:], *addresses[:begins]):
                status, took = _asked(port, address)
                if turn and status == 200:
                    own.milliseconds.append(took)
                elif turn:
                    own.refused += 1
        return own

    with ThreadPoolExecutor(clients) as threads:
        each = list(threads.map(visitor, range(clients)))
    return Visits([took for own in each for took in own.milliseconds], sum(own.refused for own in each))


def wait_for(port: int, seconds: float = SECONDS_TO_ANSWER) -> None:
    """Until the site answers pages. Raises TimeoutError."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if _asked(port, "/readyz")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise TimeoutError("the public site did not answer")


def _asked(port: int, address: str) -> tuple[int, float]:
    """Status and milliseconds until the last byte."""
    began = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_ANSWER)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
    finally:
        connection.close()
    if answer.status not in (200, 503):
        raise RuntimeError(f"{address} answered {answer.status}")
    return answer.status, (time.perf_counter() - began) * 1000
