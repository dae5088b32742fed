"""What a page costs: `make bench-pages`, beside nginx handing out the same bytes as files. Prints figures, judges nothing.

    python -m tests.benchmarks.pages [--seconds 4] [--rounds 3] [--wagtail DIR/bin/python]

Needs nginx and wrk (on Debian and Ubuntu: apt-get install nginx-light wrk). Cost is the processor time of a server's
processes by request, from /proc; the database's is told apart. Rounds go through all servers in turn, the middle one counts.
`--wagtail`: the Python of an environment that has wagtail, granian and psycopg, for a fresh page of Wagtail in the same run.
"""

import argparse
import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import psycopg

from config.cluster import Cluster
from tests.benchmarks.wagtail import wagtail_site

PROJECT = Path(__file__).resolve().parent.parent.parent
NGINX, WRK = (shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin") for name in ("nginx", "wrk"))
TICKS = os.sysconf("SC_CLK_TCK")
# As README.md starts the server, but for the number of clients at once.
WORKERS, THREADS, CLIENTS = 2, 4, 8
# Of one kind; and the seconds that do not count, in which every process has seen them all.
MOST_PAGES, WARMING = 40, 2
PORTS = {"reader": 18700, "desk": 18701, "nginx": 18702, "ours": 18703, "fresh": 18704, "wagtail": 18705}
# Asks for every line of a file in turn: a path, and an ETag that the client has.
ASKING = """
local asked, n = {}, 0
for line in io.lines(os.getenv("ASKED")) do
  local path, tag = line:match("^(%S+)%s*(.*)$")
  asked[#asked + 1] = {path, tag}
end
request = function()
  n = n % #asked + 1
  local it = asked[n]
  if it[2] ~= "" then wrk.headers["If-None-Match"] = it[2] end
  it.written = it.written or wrk.format("GET", it[1])
  return it.written
end
done = function(all, latency)
  io.write(string.format('SAID {"requests": %d, "us": %d, "p50": %.0f, "p95": %.0f, "wrong": %d}\\n', all.requests,
    all.duration, latency:percentile(50), latency:percentile(95),
    all.errors.status + all.errors.connect + all.errors.read + all.errors.timeout))
end
"""
NGINX_CONF = """worker_processes {workers}; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.err; user root;
events {{ worker_connections 512; }}
http {{ types {{ text/html html; }} access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
 open_file_cache max=2000 inactive=60s;
 client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
 uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
 server {{ listen 127.0.0.1:{port}; root {folder}/files; }} }}"""


@dataclass(frozen=True)
class Server:
    """One that runs: its first process and its port."""

    process: "subprocess.Popen[bytes]"
    port: int

    @property
    def pids(self) -> list[int]:
        """Of all its processes."""
        found, todo = [], [self.process.pid]
        while todo:
            found.append(todo.pop())
            for task in Path(f"/proc/{found[-1]}/task").iterdir():
                todo += map(int, (task / "children").read_text().split())
        return found

    def megabytes(self) -> float:
        """What its largest process holds in memory."""
        sizes = [int(_status(pid, "VmRSS").split()[0]) for pid in self.pids]
        return max(sizes) / 1024

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> tuple[bytes, str]:
        """Body and ETag."""
        asked = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=dict(headers or {}))
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return answer.read(), answer.headers.get("ETag") or ""


@dataclass
class Figures:
    """Of one server and one kind of page, a figure for each round."""

    microseconds: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    per_second: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p95: list[float] = field(default_factory=list)


def seconds_of(pids: Sequence[int]) -> float:
    """Processor time used so far."""
    ticks = 0
    for pid in pids:
        with contextlib.suppress(FileNotFoundError):  # it ended by itself
            after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(after_name[11]) + int(after_name[12])
    return ticks / TICKS


def _status(pid: int, name: str) -> str:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "0")


@contextmanager
def served(command: Sequence[str], port: int, folder: Path, **environment: str) -> Iterator[Server]:
    """A server, once it answers; ended afterwards."""
    with (folder / f"{port}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=os.environ | environment, stdout=log, stderr=log)
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).close()
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.1)
            else:
                break
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(20)


def granian(python: str, port: int, application: str) -> list[str]:
    """The command of our server."""
    return [
        *(python, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", str(WORKERS), "--blocking-threads", str(THREADS), "--no-access-log", "--log-level", "error"),
        application,
    ]  # fmt: skip


@contextmanager
def demonstration(folder: Path) -> Iterator[None]:
    """The database with its sample reports, while this lasts."""
    command = [sys.executable, "manage.py", "demo", f"--reader-port={PORTS['reader']}", f"--desk-port={PORTS['desk']}"]
    environment = os.environ | {"DATA_DIR": str(folder / "data")}
    process = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        if not any("Ctrl-C" in line for line in process.stdout):
            sys.exit("The demonstration did not start.")
        yield
    finally:
        process.terminate()
        process.wait(60)


def pages(server: Server) -> dict[str, list[str]]:
    """Paths by kind."""
    addresses = re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc>", server.get("/sitemap.xml")[0].decode())
    kinds = {
        "report": [path for path in addresses if re.fullmatch(r"/articles/a\w+/", path)],
        "claim": [path for path in addresses if re.fullmatch(r"/claims/c\w+/", path)],
        "province": [path for path in addresses if re.fullmatch(r"/provinces/[a-z-]+/", path)],
        "list": [
            "/articles/",
            "/claims/",
            "/provinces/",
            "/topics/",
            "/outlets/",
            "/institutions/",
            "/articles/?language=ko",
        ],
    }
    return {kind: paths[:MOST_PAGES] for kind, paths in kinds.items()}


def measure(server: Server, database: str, asked: Sequence[str], figures: Figures, seconds: int) -> None:
    """One round: `asked` are the lines that ASKING reads, `database` is the address of the superuser."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "asked").write_text("\n".join(asked) + "\n")
        (Path(name) / "asking.lua").write_text(ASKING)
        command = [str(WRK), "-t1", f"-c{CLIENTS}", "-s", f"{name}/asking.lua", f"http://127.0.0.1:{server.port}"]
        environment = os.environ | {"ASKED": f"{name}/asked"}
        subprocess.run([*command, f"-d{WARMING}s"], env=environment, stdout=subprocess.DEVNULL, check=True)
        pids, backends = server.pids, backends_of(database)
        before = seconds_of(pids), seconds_of(backends)
        ran = subprocess.run([*command, f"-d{seconds}s"], env=environment, capture_output=True, text=True, check=True)
        after = seconds_of(pids), seconds_of(backends)
    said = json.loads(ran.stdout.partition("SAID ")[2])
    if said["wrong"]:
        sys.stdout.write(f"{said['wrong']} of {said['requests']} answers were errors\n")
    figures.microseconds.append((after[0] - before[0]) / said["requests"] * 1e6)
    figures.database.append((after[1] - before[1]) / said["requests"] * 1e6)
    figures.per_second.append(said["requests"] / said["us"] * 1e6)
    figures.p50.append(said["p50"] / 1000)
    figures.p95.append(said["p95"] / 1000)


def backends_of(database: str) -> list[int]:
    """The processes of the database that serve a client just now."""
    with psycopg.connect(database) as connection:
        rows = connection.execute(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        return [pid for (pid,) in rows]


def main() -> None:
    options = argparse.ArgumentParser(description="What a page costs, beside nginx.")
    options.add_argument("--seconds", type=int, default=4)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--wagtail", default="")
    chosen = options.parse_args()
    missing = [name for name, path in (("nginx", NGINX), ("wrk", WRK)) if not path]
    if missing:
        sys.exit(f"{' and '.join(missing)} not found: apt-get install nginx-light wrk")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-pages-")))
        folder.chmod(0o755)
        stack.enter_context(demonstration(folder))
        database = Cluster(folder / "data").urls()["superuser"]
        ours_in = {"DATA_DIR": str(folder / "data"), "SITE": "reader", "PYTHONPATH": str(PROJECT)}
        ours = stack.enter_context(
            served(granian(sys.executable, PORTS["ours"], "config.wsgi:application"), PORTS["ours"], folder, **ours_in)
        )
        fresh = stack.enter_context(
            served(
                granian(sys.executable, PORTS["fresh"], "config.wsgi:application"), PORTS["fresh"], folder,
                **ours_in, PAGE_MEMORY_MB="0",
            )
        )  # fmt: skip
        kinds = pages(ours)
        for path in (path for paths in kinds.values() for path in paths):
            file = folder / "files" / as_file(path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(ours.get(path)[0])
        conf = folder / "nginx.conf"
        conf.write_text(NGINX_CONF.format(workers=WORKERS, folder=folder, port=PORTS["nginx"]))
        nginx = stack.enter_context(served([str(NGINX), "-c", str(conf)], PORTS["nginx"], folder))

        runs: dict[tuple[str, str], tuple[Server, list[str]]] = {}
        for kind, paths in kinds.items():
            files = ["/" + as_file(path) for path in paths]
            runs["nginx, a file", kind] = nginx, files
            runs["from memory", kind] = ours, paths
            if kind in ("report", "list"):
                runs["nginx, 304", kind] = nginx, [f"{path} {nginx.get(path)[1]}" for path in files]
                runs["from memory, 304", kind] = ours, [f"{path} {ours.get(path)[1]}" for path in paths]
        for kind, paths in kinds.items():
            runs["afresh", kind] = fresh, paths
        if chosen.wagtail:
            body = re.search(r"<main[^>]*>(.*)</main>", middle(ours, kinds["report"]), re.DOTALL)
            assert body is not None
            site = wagtail_site(chosen.wagtail, folder, body[1])
            command = granian(chosen.wagtail, PORTS["wagtail"], "wag.wsgi:application")
            wagtail = stack.enter_context(served(command, PORTS["wagtail"], site.folder, **site.environment))
            runs["Wagtail, afresh", "report"] = wagtail, ["/"]

        figures = {name: Figures() for name in runs}
        for _ in range(chosen.rounds):
            for name, (server, asked) in runs.items():
                measure(server, database, asked, figures[name], chosen.seconds)
        tell(figures)
        for title, server in (("from memory", ours), ("afresh", fresh)):
            sys.stdout.write(f"largest process, {title}: {server.megabytes():.0f} MB\n")


def as_file(path: str) -> str:
    """Where nginx finds the same bytes."""
    return path.strip("/").replace("?", "_").replace("=", "_") + "/index.html"


def middle(server: Server, paths: Sequence[str]) -> str:
    """The page of middle length."""
    return sorted((server.get(path)[0].decode() for path in paths), key=len)[len(paths) // 2]


def tell(figures: Mapping[tuple[str, str], Figures]) -> None:
    """The table; multiples are of nginx, of its 304 for a 304."""
    sys.stdout.write(f"\nload while measuring: {os.getloadavg()[0]:.1f}\n\n")
    sys.stdout.write("| page | answered | requests/s | of nginx | p50, p95 ms | server µs | × nginx | database µs |\n")
    sys.stdout.write("|---|---|---|---|---|---|---|---|\n")
    for (what, kind), found in sorted(figures.items(), key=lambda item: item[0][1]):
        beside = figures.get(("nginx, 304" if what.endswith("304") else "nginx, a file", kind))
        assert beside is not None
        per_second, cost = median(found.per_second), median(found.microseconds)
        sys.stdout.write(
            f"| {kind} | {what} | {per_second:,.0f} | {per_second / median(beside.per_second):.2f}"
            f" | {median(found.p50):.2f}, {median(found.p95):.2f} | {cost:,.1f} | {cost / median(beside.microseconds):.1f}"
            f" | {median(found.database):,.0f} |\n"
        )
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
