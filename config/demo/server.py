"""One server of the demonstration: granian, ended with the demonstration however that ends, even by kill -9.

Its standard input is a pipe that only the demonstration holds open; nothing is ever written to it.
"""

import os
import runpy
import signal
import sys
import threading
import time

STOP_SECONDS = 5


def main() -> None:
    """Run granian with this program's arguments."""
    threading.Thread(target=_end_with_the_demonstration, daemon=True).start()
    sys.argv[0] = "granian"
    runpy.run_module("granian", run_name="__main__", alter_sys=True)


def _end_with_the_demonstration() -> None:
    os.read(sys.stdin.fileno(), 1)  # until the other end is closed
    for number in (signal.SIGTERM, signal.SIGKILL):
        os.killpg(0, number)  # the workers too: we lead a session of our own
        time.sleep(STOP_SECONDS)


if __name__ == "__main__":
    main()
