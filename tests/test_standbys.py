"""A real standby: who reads from it, who does not, and what is told of it. Rules alone are in tests/test_standing.py."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler

from config.cluster import Cluster
from config.environment import Environment
from config.standbys import base, report, standing
from config.standbys.servers import Server, Servers, parameters_of
from config.standbys.turns import turn_of_this_process
from config.watchdog import waiting_commits
from tests.standby_server import StandbyServer, standby_of

pytestmark = pytest.mark.long
NOWHERE = "postgresql://owner:o@127.0.0.1:1/reading_room"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("primary"), throwaway=True)
    try:
        made.start()
        with psycopg.connect(made.url("owner")) as connection:
            connection.execute("CREATE TABLE word (word text)")
        yield made
    finally:
        made.destroy()


@pytest.fixture(scope="module")
def standby(cluster: Cluster) -> Iterator[StandbyServer]:
    with standby_of(cluster) as made:
        yield made


class Process:
    """One public process: `servers` as it knows them, and a connection of each of its threads."""

    def __init__(self, standbys: list[str], primary: str | None) -> None:
        found = [Environment({"URL": each}).database("URL", "") for each in (*standbys, primary) if each]
        named = [Server(str(number), parameters_of(each)) for number, each in enumerate(found)]
        last = named.pop() if primary else None
        self.servers = Servers(named, last, limit=0.5)
        # Whichever it is set to, the chosen server's parameters come before it.
        self._handler = ConnectionHandler({"default": {**found[0], "ENGINE": "config.standbys", "CONN_MAX_AGE": 60}})

    @property
    def connection(self) -> Any:
        return self._handler["default"]

    def ask(self, statement: str = "SELECT pg_is_in_recovery()") -> Any:
        """Within the request that runs."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone()[0]

    def request(self, statement: str = "SELECT pg_is_in_recovery()") -> Any:
        """A request of its own."""
        self.connection.close_if_unusable_or_obsolete()
        return self.ask(statement)

    def until(self, answer: Any) -> None:
        """Ask again and again, until a request is answered so."""
        until = time.monotonic() + 30
        while self.request() != answer:
            assert time.monotonic() < until
            time.sleep(0.05)


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch, django_db_blocker: Any) -> Iterator[Any]:
    """`processes(standbys, primary)`: a process that reads from these."""
    monkeypatch.setattr(standing, "BACK", 0.5)
    made: list[Process] = []

    def begin(standbys: list[str], primary: str | None) -> Process:
        process = Process(standbys, primary)
        monkeypatch.setattr(base, "servers", lambda: process.servers)
        made.append(process)
        return process

    with django_db_blocker.unblock():
        yield begin
        for process in made:
            process.servers.end()
            process.connection.close()


def write(cluster: Cluster, word: str) -> None:
    with psycopg.connect(cluster.url("owner"), options="-c synchronous_commit=on") as connection:
        connection.execute("INSERT INTO word VALUES (%s)", [word])


def test_the_public_site_reads_from_the_standby_until_it_is_too_far_behind(
    cluster: Cluster, standby: StandbyServer, processes: Any
) -> None:
    process = processes([standby.url("owner")], cluster.url("owner"))
    assert process.request() is True
    turn = process.connection.turn

    standby.rows("SELECT pg_wal_replay_pause()")
    try:
        write(cluster, "behind")
        # A request that began stays where it is, whatever is chosen meanwhile.
        until = time.monotonic() + 30
        while process.servers.choose().server == 0:
            assert time.monotonic() < until
            time.sleep(0.05)
        assert process.ask() is True
        assert process.request() is False
        assert process.request("SELECT count(*) FROM word WHERE word = 'behind'") == 1
        assert process.connection.turn != turn
        assert process.connection.age() == 0
    finally:
        standby.rows("SELECT pg_wal_replay_resume()")
    process.until(True)
    assert process.request("SELECT count(*) FROM word WHERE word = 'behind'") == 1


def test_what_the_server_writes_for_itself_leaves_nobody_behind(
    cluster: Cluster, standby: StandbyServer, processes: Any
) -> None:
    """A log that is ended early, as it is for an archive, and a checkpoint; then nothing for longer than the limit."""
    process = processes([standby.url("owner")], cluster.url("owner"))
    assert process.request() is True
    with psycopg.connect(cluster.url("superuser"), autocommit=True) as server:
        server.execute("SELECT pg_switch_wal()")
        server.execute("CHECKPOINT")
    time.sleep(1.5)
    assert process.request() is True
    assert process.connection.turn == 1


def test_all_threads_of_a_process_read_from_one_server(
    cluster: Cluster, standby: StandbyServer, processes: Any
) -> None:
    process = processes([standby.url("owner")], cluster.url("owner"))
    found: list[tuple[bool, int]] = []

    def read() -> None:
        found.append((process.request(), process.connection.turn))
        process.connection.close()

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [(True, 1)] * 4


def test_a_standby_that_is_away_costs_nobody_an_answer(
    cluster: Cluster, standby: StandbyServer, processes: Any
) -> None:
    process = processes([NOWHERE, standby.url("owner")], cluster.url("owner"))
    assert process.request() is True
    assert processes([NOWHERE], cluster.url("owner")).request() is False
    assert processes([NOWHERE, standby.url("owner")], None).request() is True


def test_one_that_lets_nobody_in_is_left_for_the_next(cluster: Cluster, standby: StandbyServer, processes: Any) -> None:
    process = processes([standby.url("owner")], cluster.url("owner"))
    assert process.request() is True
    process.connection.close()
    server = process.servers.all[0]
    process.servers.all[0] = Server(server.name, {**server.parameters, "password": "another"})
    assert process.request() is False


def test_with_nobody_left_it_is_an_error_that_the_site_answers_with_503(processes: Any) -> None:
    process = processes([NOWHERE, NOWHERE], None)
    for _ in range(2):
        with pytest.raises(OperationalError, match=r"^no server answers that is not too far behind$"):
            process.request()


def test_what_is_told_of_the_servers_names_no_address(
    cluster: Cluster, standby: StandbyServer, settings: Any, django_db_blocker: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STANDBYS = [
        Environment({"URL": each}).database("URL", "") for each in (standby.url("owner"), NOWHERE, cluster.url("owner"))
    ]
    settings.SITE, settings.READER_PRIMARY = "reader", settings.STANDBYS[2]
    rows = report.look()
    assert [row.state for row in rows] == [report.State.KEEPS_UP, report.State.AWAY, report.State.PROMOTED]
    assert rows[0].seconds is not None and rows[0].is_good and not rows[1].is_good

    standby.rows("SELECT pg_wal_replay_pause()")
    try:
        write(cluster, "late")
        late = report.look()[0]
    finally:
        standby.rows("SELECT pg_wal_replay_resume()")
    assert late.state is report.State.BEHIND and not late.is_good
    told = " ".join(map(str, [*rows, late]))
    assert not any(word in told for word in ("127.0.0.1", str(standby.port), "owner", "reading_room"))

    # With the primary away they are compared with one another.
    settings.READER_PRIMARY = Environment({"URL": NOWHERE}).database("URL", "")
    settings.STANDBYS = settings.STANDBYS[:1]
    assert [row.state for row in report.look()] == [report.State.KEEPS_UP]


def test_commits_that_wait_for_nobody_are_let_go_and_held_to_it_again(cluster: Cluster, standby: StandbyServer) -> None:
    server = cluster.url("superuser")
    assert [str(found) for found in waiting_commits.findings(server)] == ["publications: no standby confirms them"]
    assert "cannot be seen" in str(next(waiting_commits.findings(cluster.url("owner"))))
    config = cluster.data() / "postgresql.conf"
    before = config.read_text()
    try:
        config.write_text(f"{before}\nsynchronous_standby_names = 'ANY 1 (nobody)'\n")
        reload(server)
        writing = threading.Thread(target=write, args=[cluster, "waits"], daemon=True)
        writing.start()
        while not waiting_commits.standing(server).wanted:
            time.sleep(0.02)
        assert [str(found) for found in waiting_commits.findings(server)] == [
            "publications: wait for a standby that is not there"
        ]
        assert "were let go" in str(next(waiting_commits.let_go(server)))
        writing.join(30)
        assert not writing.is_alive()
        while waiting_commits.standing(server).wanted:
            time.sleep(0.02)
        assert "wait for a standby again" in str(next(waiting_commits.let_go(server)))
        while not waiting_commits.standing(server).wanted:
            time.sleep(0.02)
    finally:
        config.write_text(before)
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute("ALTER SYSTEM RESET synchronous_standby_names")
        reload(server)


def reload(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("SELECT pg_reload_conf()")


def test_processes_of_a_machine_take_turns(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from config.standbys.turns import turn_of_this_process as turn\n"
        "print(turn(Path(sys.argv[1])), turn(Path(sys.argv[1])), flush=True); sys.stdin.read()"
    )
    assert turn_of_this_process(tmp_path) == 0
    for _ in range(2):  # the number of one that ended is given again
        with subprocess.Popen(
            [sys.executable, "-c", code, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as other:
            assert other.stdout is not None
            assert other.stdout.readline().split() == ["1", "1"]
