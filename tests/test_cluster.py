"""The embedded Postgres: private, kept, and back after whatever happens to it."""

import json
import os
import shutil
import signal
import socket
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from config.cluster import ROLES, Cluster, ClusterError, urls

pytestmark = pytest.mark.long


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A server in a folder too deep for a socket's path, with a space and Hangul in its name."""
    made = Cluster(tmp_path / ("deep " * 20 + "한국") / "var", throwaway=True)
    yield made
    made.destroy()


@pytest.fixture
def durable(tmp_path: Path) -> Iterator[Cluster]:
    """A server as the sites use it, which loses nothing when killed."""
    made = Cluster(tmp_path / "var")
    yield made
    made.destroy()


def write(cluster: Cluster, word: str) -> None:
    with psycopg.connect(cluster.url("owner")) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
        connection.execute("INSERT INTO kept VALUES (%s)", [word])


def words(cluster: Cluster) -> list[str]:
    with psycopg.connect(cluster.url("owner")) as connection:
        return [row[0] for row in connection.execute("SELECT word FROM kept ORDER BY word")]


def ask(cluster: Cluster, setting: str) -> str:
    with psycopg.connect(cluster.url("superuser")) as connection:
        row = connection.execute("SELECT current_setting(%s)", [setting]).fetchone()
    assert row is not None
    return str(row[0])


def kill(cluster: Cluster) -> Path:
    """End the server as a power cut would; returns the pid file it leaves."""
    pid_file = Path(ask(cluster, "data_directory")) / "postmaster.pid"
    os.kill(int(pid_file.read_text().splitlines()[0]), signal.SIGKILL)
    return pid_file


def test_addresses_are_known_before_the_first_start_and_stay(cluster: Cluster) -> None:
    before = cluster.urls()
    assert not cluster.is_running()

    cluster.start()

    assert cluster.urls() == before == urls(cluster.folder.parent)
    assert set(before) == set(ROLES)
    assert len(set(cluster.passwords().values())) == len(ROLES)


def test_what_was_written_is_there_after_a_restart(cluster: Cluster) -> None:
    cluster.start()
    write(cluster, "저장")
    cluster.stop()
    assert not cluster.is_running()

    cluster.start()
    cluster.start()  # a second time changes nothing

    assert words(cluster) == ["저장"]


def test_nobody_gets_in_without_the_password(cluster: Cluster) -> None:
    cluster.start()

    for role in ("owner", "superuser"):
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(cluster.url(role).replace(cluster.passwords()[role], "guess"))

    private = {path.name: stat.S_IMODE(path.stat().st_mode) for path in cluster.folder.iterdir() if path.is_file()}
    assert private == dict.fromkeys(private, 0o600)
    assert stat.S_IMODE(cluster.folder.stat().st_mode) == 0o700
    assert ask(cluster, "listen_addresses") == "127.0.0.1"
    assert ask(cluster, "unix_socket_directories") == ""
    assert ask(cluster, "password_encryption") == "scram-sha-256"


def test_passwords_are_not_in_the_log(cluster: Cluster) -> None:
    cluster.start()
    write(cluster, "word")

    log = (cluster.folder / "log").read_text()

    assert "ready to accept connections" in log
    assert [role for role, password in cluster.passwords().items() if password in log] == []


def test_hangul_is_letters_to_trigrams_and_accents_have_lower_case(cluster: Cluster) -> None:
    cluster.start()

    with psycopg.connect(cluster.url("owner")) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
        row = connection.execute("SELECT similarity('량강도', '량강도 당위원회') > 0.3, lower('ÉÖ')").fetchone()

    assert row == (True, "éö")


def test_a_killed_server_starts_again_with_its_data(durable: Cluster) -> None:
    durable.start()
    write(durable, "before")

    kill(durable)
    durable.start()

    assert words(durable) == ["before"]


def test_a_pid_that_belongs_to_another_program_by_now_misleads_nobody(durable: Cluster) -> None:
    durable.start()
    write(durable, "before")
    pid_file = kill(durable)
    lines = pid_file.read_text().splitlines()
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]))

    durable.start()

    assert words(durable) == ["before"]


def test_a_taken_port_is_exchanged_and_noted(cluster: Cluster) -> None:
    before = cluster.url("owner")
    with socket.create_server(("127.0.0.1", int(before.split(":")[3].split("/")[0]))):
        cluster.start()
        write(cluster, "elsewhere")

    assert cluster.url("owner") != before
    assert words(cluster) == ["elsewhere"]


def test_two_who_start_at_once_share_one_server(cluster: Cluster) -> None:
    others = [Cluster(cluster.folder.parent, throwaway=True) for _ in range(3)]
    threads = [threading.Thread(target=other.start) for other in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [other.is_running() for other in others] == [True, True, True]
    assert (cluster.folder / "log").read_text().count("starting PostgreSQL") == 1
    for other in others:
        other.stop()


def test_the_last_one_out_stops_the_server(cluster: Cluster) -> None:
    first, second = cluster.session(), Cluster(cluster.folder.parent, throwaway=True).session()

    with second:
        with first:
            assert cluster.is_running()
        assert cluster.is_running()

    assert not cluster.is_running()


def test_a_moved_project_keeps_its_data_and_a_copy_has_its_own(tmp_path: Path) -> None:
    original, moved, copy = (Cluster(tmp_path / name, throwaway=True) for name in ("original", "moved", "copy"))
    original.start()
    write(original, "first")
    original.stop()

    original.folder.parent.rename(moved.folder.parent)
    moved.start()
    assert words(moved) == ["first"]
    write(moved, "moved")
    moved.stop()
    shutil.copytree(moved.folder.parent, copy.folder.parent)
    moved.start()
    copy.start()
    write(copy, "copied")

    assert words(moved) == ["first", "moved"]
    assert ask(moved, "data_directory") != ask(copy, "data_directory")
    copy.destroy()
    moved.destroy()


def test_passwords_of_another_server_are_told_in_one_sentence(cluster: Cluster) -> None:
    cluster.start()
    cluster.stop()
    path = cluster.folder / "state.json"
    state = json.loads(path.read_text())
    state["passwords"]["superuser"] = "of-another-server"
    path.write_text(json.dumps(state))

    with pytest.raises(ClusterError, match=r"^The password in .*state\.json does not open the database in .*\.$"):
        cluster.start()


def test_a_damaged_state_is_told_in_one_sentence(cluster: Cluster) -> None:
    cluster.urls()
    (cluster.folder / "state.json").write_text("{")

    with pytest.raises(ClusterError, match=r"^.*state\.json is damaged: restore it from a backup.*\.$"):
        cluster.url("owner")
    (cluster.folder / "state.json").unlink()


def test_a_folder_that_cannot_be_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")

    with pytest.raises(
        ClusterError, match=r"^The database's folder cannot be used: .*: (Not a directory|File exists)\.$"
    ):
        Cluster(tmp_path / "file").start()


def test_data_of_another_postgres_are_left_alone(cluster: Cluster) -> None:
    cluster.start()
    data = Path(ask(cluster, "data_directory"))
    cluster.stop()
    (data / "PG_VERSION").write_text("12\n")

    with pytest.raises(
        ClusterError, match=r"^The database in .* was made by Postgres 12 and this is Postgres \d+: .*\.$"
    ):
        cluster.start()
