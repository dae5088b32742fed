"""How fast searches are, beside other engines on the same invented record: `manage.py benchmark` writes tables."""

import json
import subprocess
import tempfile
from argparse import SUPPRESS, ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.benchmark import measuring
from config.benchmark.scratch import BenchmarkError, Scratch
from config.benchmark.tables import written
from config.benchmark.timing import ROUNDS
from config.benchmark.visitors import visits
from config.cluster import ClusterError

CLIENTS = 8


class Command(BaseCommand):
    help = (
        "Invents reports in a database of its own, asks our search, tantivy alone and SQLite FTS5 in turn, and writes what each"
        " took. 20,000 reports take some minutes, a million more than an hour and 40 GB."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--reports", type=int, action="append", metavar="N", help="how many (20000); several times, several"
        )
        parser.add_argument("--queries", type=int, default=40, metavar="N", help="different ones a class (40)")
        parser.add_argument(
            "--seed", type=int, default=1, metavar="N", help="of the queries: other words for other numbers (1)"
        )
        parser.add_argument(
            "--rounds", type=int, default=ROUNDS, metavar="N", help=f"that count, after one that does not ({ROUNDS})"
        )
        parser.add_argument(
            "--folder", type=Path, help="keep what was built there, and use it again; else it is removed"
        )
        parser.add_argument("--explain", action="store_true", help="write the plans too")
        # What is done inside the scratch database, by a process of its own that is logged in there.
        parser.add_argument(
            "--step",
            choices=("build", "build_tantivy", "build_fts5", "measure", "addresses"),
            default="",
            help=SUPPRESS,
        )

    def handle(self, *args: Any, **options: Any) -> None:
        sizes = options["reports"] or [20_000]
        if options["step"]:
            self.stdout.write(
                json.dumps(_step(options["step"], sizes[0], *(options[name] for name in ("queries", "seed", "rounds"))))
            )
            return
        try:
            with tempfile.TemporaryDirectory(prefix="reading-room-benchmark-") as own:
                folder = options["folder"] or Path(own)
                results = {size: self._measured(Scratch(folder / str(size), size), options) for size in sizes}
        except (BenchmarkError, ClusterError, TimeoutError, subprocess.SubprocessError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(written(results, with_plans=options["explain"]))

    def _measured(self, scratch: Scratch, options: dict[str, Any]) -> dict[str, Any]:
        asked = [f"--queries={options['queries']}", f"--seed={options['seed']}", f"--rounds={options['rounds']}"]
        try:
            with scratch.running():
                built = scratch.prepared()
                self.stderr.write(f"asking about {scratch.size:,} reports")
                found = scratch.step("measure", *asked)
                addresses = scratch.step("addresses", *asked)
                with scratch.serving() as port:
                    one, eight = (asdict(visits(port, addresses, count, options["rounds"])) for count in (1, CLIENTS))
                measured = {**found, "built": {**built, **found["sizes"]}, "one": one, "eight": eight}
                (scratch.folder / "measured.json").write_text(json.dumps(measured))
        finally:
            if not options["folder"]:
                scratch.remove()
        return measured


def _step(name: str, size: int, queries: int, seed: int, rounds: int) -> Any:
    if name.startswith("build"):
        return getattr(measuring, name)()
    if name == "addresses":
        return measuring.addresses(size, queries, seed)
    return measuring.measure(size, queries, seed, rounds)
