"""An import is killed (SIGKILL) again and again and started again; in the end everything is as after one clean run.

The scene is that of tests/test_import_killed.py, with other numbers.
"""

import os
import signal
from collections.abc import Iterator

from tests.drills.frame import Figure, exactly, shown
from tests.drills.stand import stand


def drill(full: bool) -> Iterator[Figure]:
    """With `full` 10,000 reports and 20 kills, else 1,000 and 4."""
    reports, kills = (10_000, 20) if full else (1_000, 4)
    with stand() as here:
        os.environ.update(
            here.environment("owner") | {"DATABASE_URL": here.cluster.url("owner"), "SECRET_KEY": "k" * 60}
        )
        # It reads the address of the database when it is imported.
        from tests import test_import_killed as scene

        scene.REPORTS = reports
        here.do("UPDATE auth_user SET username = 'publisher' WHERE username = 'one'")
        for name in ("clean", "killed"):
            here.do(f'CREATE DATABASE "{name}" TEMPLATE reading_room OWNER owner')
        path = scene.export(here.folder / "reports.jsonl")
        lines, code = scene.run("clean", path)
        yield exactly("reports of the clean run", sum(line.startswith("created ") for line in lines), reports)
        done = 0
        for kill in range(kills):
            lines, code = scene.run("killed", path, kill_after=1 + kill * reports // (kills + 2))
            done += code == -signal.SIGKILL
        yield exactly("times killed", done, kills)
        yield shown("reports after the last kill", len(scene.rows_of("killed")))
        lines, code = scene.run("killed", path)
        yield exactly("exit code of the last run", code, 0)
        clean, killed = scene.rows_of("clean"), scene.rows_of("killed")
        yield exactly("rows", len(killed), len(clean))
        yield exactly(
            "rows that differ from the clean run",
            sum(one != other for one, other in zip(clean, killed, strict=False)),
            0,
        )
        yield exactly("duplicates", len(killed) - len({row[2] for row in killed}), 0)
