"""Run drills and print what they reach: `python -m tests.drills [--full] [--patient] [NAME …]`.

A table `drill | figure | found | wanted | reached`; exit 1 if anything was missed, 2 for bad usage. Without names all of
them, one after another, each in a process of its own. Every drill ends within a minute, but with --full; with --patient, for
machines that are full of other work, that is not asked of it.
"""

import argparse
import contextlib
import importlib
import json
import os
import pkgutil
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from tests import drills
from tests.drills.frame import Figure, Skipped
from tests.drills.stand import ROOT, prepared

NO_DRILLS = {"__main__", "faulty", "frame", "moves", "stand"}
QUICK_SECONDS = 60
# Of a drill that hangs; a full one may take as long as it likes.
PATIENCE_SECONDS = 300
ROW = "{:<22} {:<62} {:>16} {:>14}  {}"


@dataclass(frozen=True)
class Report:
    """What one drill came to."""

    missed: int
    skipped: bool


def names() -> list[str]:
    """Every drill there is, in the order of their names."""
    found = {module.name for module in pkgutil.iter_modules(drills.__path__)} - NO_DRILLS
    return sorted(name for name in found if not name.startswith("_"))


def run(name: str, *, full: bool, patient: bool = False) -> Report:
    """Run one in a process of its own and print its rows as they come; `patient`: without judging how long it takes."""
    began, worked = time.monotonic(), _processor_seconds()
    receiving, sending = os.pipe()
    command = [sys.executable, "-m", "tests.drills", "--tell", str(sending), *(["--full"] if full else []), name]
    missed, skipped, ended, is_over = 0, False, False, False
    with subprocess.Popen(command, cwd=ROOT, pass_fds=[sending], start_new_session=True) as process:
        os.close(sending)
        try:
            for line in _lines(receiving, None if full else began + PATIENCE_SECONDS):
                told = json.loads(line)
                if "skipped" in told:
                    skipped = True
                    print(ROW.format(name, told["skipped"], "", "", "skipped"), flush=True)
                elif "ended" in told:
                    ended = True
                else:
                    figure = Figure(**told)
                    missed += figure.reached is False
                    _print(name, figure)
            is_over = ended or full or time.monotonic() < began + PATIENCE_SECONDS
        finally:
            os.close(receiving)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(30 if is_over else 0)
            if process.poll() is None:
                # It hangs, or it died: nothing that it started outlives it.
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGTERM)
    if not skipped and (process.returncode != 0 or not ended):
        missed += 1
        _print(name, Figure("ended by itself", f"no ({process.returncode})", "yes", False))
    seconds = time.monotonic() - began
    # What a machine that is full of other work does not make longer.
    _print(name, Figure("processor time", f"{_processor_seconds() - worked:.0f} s"))
    if not (full or patient or skipped):
        in_time = seconds <= QUICK_SECONDS
        missed += not in_time
        _print(name, Figure("took", f"{seconds:.0f} s", f"≤ {QUICK_SECONDS} s", in_time))
    else:
        _print(name, Figure("took", f"{seconds:.0f} s"))
    return Report(missed, skipped)


def _processor_seconds() -> float:
    """Of whatever this process started and saw the end of."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _lines(descriptor: int, until: float | None) -> Iterator[bytes]:
    """What a drill tells, line by line, until it ends or its time is over."""
    kept = b""
    while True:
        left = None if until is None else max(0.0, until - time.monotonic())
        if not select.select([descriptor], [], [], left)[0]:
            return
        piece = os.read(descriptor, 65_536)
        if not piece:
            return
        *whole, kept = (kept + piece).split(b"\n")
        yield from whole


def _print(name: str, figure: Figure) -> None:
    verdict = {True: "yes", False: "NO", None: ""}[figure.reached]
    print(ROW.format(name, figure.name, figure.said, figure.wanted, verdict), flush=True)


def tell(name: str, descriptor: int, *, full: bool) -> None:
    """Do one drill in this very process; each figure is a line of JSON."""
    with os.fdopen(descriptor, "w", buffering=1) as out:
        try:
            for figure in importlib.import_module(f"tests.drills.{name}").drill(full):
                out.write(json.dumps(asdict(figure)) + "\n")
        except Skipped as reason:
            out.write(json.dumps({"skipped": str(reason)}) + "\n")
        out.write(json.dumps({"ended": True}) + "\n")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.drills", description="What must hold when something breaks.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names()))
    parser.add_argument(
        "--full", action="store_true", help="to the counts of the threat model, without a limit of time"
    )
    parser.add_argument("--patient", action="store_true", help="say how long each takes, and judge it not")
    parser.add_argument("--list", action="store_true", help="what each does")
    parser.add_argument("--tell", type=int, metavar="FD", help=argparse.SUPPRESS)
    options = parser.parse_args()
    unknown = set(options.names) - set(names())
    if unknown:
        parser.error(f"no such drill: {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    # So that a drill that is ended cleans up behind itself, and whoever runs several ends the one that is on.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if options.tell is not None:
        tell(options.names[0], options.tell, full=options.full)
        return
    if options.list:
        for name in names():
            said = importlib.import_module(f"tests.drills.{name}").__doc__ or ""
            print(f"{name:<22} {said.splitlines()[0]}")
        return
    print(ROW.format("drill", "figure", "found", "wanted", "reached"), flush=True)
    chosen = options.names or names()
    # What every stand begins with is made once, and counted to none of them.
    with prepared():
        reports = {name: run(name, full=options.full, patient=options.patient) for name in chosen}
    missed = sum(report.missed for report in reports.values())
    skipped = [name for name, report in reports.items() if report.skipped]
    print(
        f"{len(reports) - len(skipped)} drills, {missed} figures missed"
        + (f", {len(skipped)} skipped: {', '.join(skipped)}" if skipped else "")
    )
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
