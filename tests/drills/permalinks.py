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

OPERATIONS, ADDRESSES = (
    re.compile(r"^(\d+) operations", re.M),
    re.compile(r"^(\d+) addresses given out, looked at (\d+)", re.M),
)


def drill(full: bool) -> Iterator[Figure]:
    """Operations as many as PERMANENCE_OPERATIONS says, else 10,000 or 150."""
    wanted = int(os.environ.get("PERMANENCE_OPERATIONS") or (10_000 if full else 150))
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:randomly", "tests/test_permanence.py"],
        cwd=ROOT, env=kept | {"PERMANENCE_OPERATIONS": str(wanted)}, stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.stderr.write(done.stdout)
    operations, addresses = OPERATIONS.search(done.stdout), ADDRESSES.search(done.stdout)
    yield at_least("random operations of editors", int(operations[1]) if operations else 0, wanted)
    yield shown("addresses given out", int(addresses[1]) if addresses else 0)
    yield shown("answers looked at", int(addresses[2]) if addresses else 0)
    yield exactly("every address leads on, every old text reads as it did", done.returncode == 0, True)
