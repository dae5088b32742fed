"""`manage.py demo` as people start it: from an empty data folder, to both sites, to Ctrl-C."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from config.cluster import Cluster

pytestmark = pytest.mark.long

PROJECT = Path(__file__).resolve().parent.parent


def free_ports(count: int) -> list[int]:
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def environment(data_dir: Path) -> dict[str, str]:
    """As on a machine where nobody set anything but the data folder."""
    own = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return own | {"DATA_DIR": str(data_dir)}


def demo(data_dir: Path, *options: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "manage.py", "demo", *options],
        cwd=PROJECT,
        env=environment(data_dir),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def running(data_dir: Path, reader: int, desk: int) -> Iterator[tuple["subprocess.Popen[str]", list[str]]]:
    """The demonstration, ready; with the lines it printed so far. Ended if the test has not."""
    process = demo(data_dir, f"--reader-port={reader}", f"--desk-port={desk}")
    assert process.stdout is not None
    # Only that a run does not hang for ever: how long a start takes is the machine's affair.
    impatient = threading.Timer(600, process.terminate)
    impatient.start()
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if "Ctrl-C" in line:
            break
    try:
        yield process, lines
    finally:
        impatient.cancel()
        if process.poll() is None:
            process.terminate()
        process.communicate()


def status_and_type(port: int, path: str) -> tuple[int, str | None]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    connection.close()
    return answer.status, answer.getheader("Content-Type")


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "data with a space"
    yield folder
    Cluster(folder).destroy()


def test_one_command_shows_both_sites_and_ctrl_c_leaves_nothing_behind(data_dir: Path) -> None:
    reader, desk = free_ports(2)
    page = (200, "text/html; charset=utf-8")

    with running(data_dir, reader, desk) as (process, first):
        assert status_and_type(reader, "/") == page
        assert status_and_type(desk, "/login/") == page
        beside = subprocess.run(
            [sys.executable, "manage.py", "diffsettings", "--default", "django.conf.global_settings"],
            cwd=PROJECT, env=environment(data_dir), capture_output=True, text=True,
        )  # fmt: skip
        assert f"BASE_URL = 'http://127.0.0.1:{reader}'" in beside.stdout, "commands name the addresses of this start"
        with psycopg.connect(Cluster(data_dir).url("desk")) as connection:
            reports = connection.execute(
                "SELECT count(*) > 0, bool_and(outlet.is_sample) FROM articles_article"
                " JOIN sources_outlet outlet ON outlet.id = outlet_id"
            ).fetchone()
        with psycopg.connect(Cluster(data_dir).url("owner")) as connection:
            known = connection.execute(
                "SELECT last_analyze IS NOT NULL FROM pg_stat_user_tables WHERE relname = 'articles_claimversion'"
            ).fetchone()
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)

    assert reports == (True, True)
    assert known == (True,), "plans are made for what is there, from the first minute"
    assert process.returncode == 0
    assert not Cluster(data_dir).is_running()
    for port in (reader, desk):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port))

    # The second start goes on with the same data, loads nothing and gives another password.
    with running(data_dir, reader, desk) as (process, second):
        assert status_and_type(reader, "/") == page

    assert process.returncode == 0
    assert [line for line in second if "Loading" in line] == []
    passwords = [re.findall(r"password: (\S+)", "\n".join(lines)) for lines in (first, second)]
    assert [len(found) for found in passwords] == [1, 1]
    assert passwords[0] != passwords[1]
    codes = [re.findall(r"\b\d{8}\b", "\n".join(lines)) for lines in (first, second)]
    assert [len(found) for found in codes] == [4, 4]
    assert not set(codes[0]) & set(codes[1])


def test_a_taken_port_is_one_line_that_names_the_option(data_dir: Path) -> None:
    (free,) = free_ports(1)
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        process = demo(data_dir, f"--reader-port={free}", f"--desk-port={taken}")
        said, complaints = process.communicate(timeout=60)

    assert (process.returncode, said) == (1, "")
    assert complaints == (
        f"CommandError: Port {taken} is taken or is none: choose another with --desk-port (make demo DESK_PORT=…).\n"
    )


def test_samples_are_never_mixed_into_real_reports(data_dir: Path) -> None:
    cluster = Cluster(data_dir)
    reader, desk = free_ports(2)
    with cluster.session():
        with psycopg.connect(cluster.url("owner")) as connection:
            connection.execute("CREATE TABLE articles_article (headline text)")
            connection.execute("INSERT INTO articles_article VALUES ('A real report')")
        process = demo(data_dir, f"--reader-port={reader}", f"--desk-port={desk}")
        said, complaints = process.communicate(timeout=60)

    assert (process.returncode, said.splitlines()) == (1, ["Starting the database", "Stopping"])
    assert complaints == (
        f"CommandError: {data_dir} holds reports that are not the demonstration's, and samples are never mixed in:"
        " name another folder with DATA_DIR=…\n"
    )
