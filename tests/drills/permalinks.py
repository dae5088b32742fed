"""Random acts of editors: no address ever given out is lost, no old text reads otherwise.

The walk is that of tests/test_permanence.py; every address is looked at after every walk.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

from tests.drills.frame import Figure, at_least, exactly, shown
from tests.drills.stand import ROOT

# Each walks by itself, over a database of its own.
WALKERS = 2
OPERATIONS, ADDRESSES = (
    re.compile(r"^(\d+) operations", re.M),
    re.compile(r"^(\d+) addresses given out, looked at (\d+)", re.M),
)


def drill(full: bool) -> Iterator[Figure]:
    """Operations as many as PERMANENCE_OPERATIONS says, else 10,000, shared by two walkers, or 150."""
    wanted = int(os.environ.get("PERMANENCE_OPERATIONS") or (10_000 if full else 150))
    walkers = WALKERS if full else 1
    walking = [_walk(-(-wanted // walkers)) for _ in range(walkers)]
    said = [walk.communicate()[0] for walk in walking]
    sys.stderr.write("".join(words for words, walk in zip(said, walking, strict=True) if walk.returncode))
    addresses = [found for words in said if (found := ADDRESSES.search(words))]
    operations = sum(int(found[1]) for words in said if (found := OPERATIONS.search(words)))
    yield at_least("random operations of editors", operations, wanted)
    yield shown("addresses given out", sum(int(found[1]) for found in addresses))
    yield shown("answers looked at", sum(int(found[2]) for found in addresses))
    lead_on = not any(walk.returncode for walk in walking)
    yield exactly("every address leads on, every old text reads as it did", lead_on, True)


def _walk(operations: int) -> "subprocess.Popen[str]":
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    return subprocess.Popen(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:randomly", "tests/test_permanence.py"],
        cwd=ROOT, env=kept | {"PERMANENCE_OPERATIONS": str(operations)}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
