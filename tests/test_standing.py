"""Which server the public site reads from: told by positions in the log, with a clock that stands until it is moved."""

import pytest

from config.standbys.standing import AWAY, BACK, Choice, Standing

FIRST, SECOND, PRIMARY = 0, 1, 2


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Servers:
    """Two standbys and their primary, each at a position; `None` for one that is away."""

    def __init__(self, order: tuple[int, ...] = (FIRST, SECOND, PRIMARY), primary: int | None = PRIMARY) -> None:
        self.clock = Clock()
        self.standing = Standing(3, order=order, primary=primary, limit=0.5, clock=self.clock)
        self.at: list[int | None] = [100, 100, 100]
        self.promoted: set[int] = set()
        self.ask()

    def ask(self) -> None:
        for server, position in enumerate(self.at):
            if position is None:
                self.standing.lost(server)
            else:
                is_standby = server != PRIMARY and server not in self.promoted
                self.standing.heard(server, position, is_standby=is_standby, asked_at=self.clock.now)

    def wait(self, seconds: float) -> None:
        """Asked four times a second all the while."""
        for _ in range(round(seconds * 4)):
            self.clock.now += 0.25
            self.ask()

    @property
    def chosen(self) -> int | None:
        choice = self.standing.choose()
        return choice.server if choice else None


@pytest.fixture
def servers() -> Servers:
    return Servers()


def test_processes_spread_over_the_standbys_and_stay_where_they_are(servers: Servers) -> None:
    assert servers.chosen == FIRST
    assert Servers(order=(SECOND, FIRST, PRIMARY)).chosen == SECOND
    before = servers.standing.choose()
    servers.wait(60)
    assert servers.standing.choose() == before == Choice(FIRST, 1)


def test_when_nothing_is_written_for_an_hour_nobody_is_behind(servers: Servers) -> None:
    assert servers.chosen == FIRST
    servers.wait(3600)
    assert servers.chosen == FIRST
    assert servers.standing.lag(FIRST) == 0
    assert servers.standing.age(FIRST) == 0


def test_one_that_is_too_far_behind_is_left_out_and_taken_back_when_it_keeps_up(servers: Servers) -> None:
    assert servers.chosen == FIRST
    servers.at = [100, 120, 120]
    servers.wait(0.5)
    assert servers.chosen == FIRST  # within the limit
    servers.wait(0.5)
    assert servers.standing.lag(FIRST) == 0.75
    assert servers.chosen == SECOND

    servers.at[FIRST] = 120
    servers.wait(BACK - 0.5)
    assert servers.chosen == SECOND
    servers.wait(1)
    assert servers.chosen == FIRST


def test_one_that_keeps_a_little_behind_is_as_far_behind_as_what_it_lacks_is_old(servers: Servers) -> None:
    for step in range(1, 40):
        servers.at = [100 + 10 * (step - 1), 100 + 10 * step, 100 + 10 * step]
        servers.wait(0.25)
        assert servers.standing.lag(FIRST) <= 0.25
        assert servers.standing.age(FIRST) <= 0.25
        assert servers.chosen == FIRST


def test_one_that_is_away_is_left_out_at_once_or_after_a_silence(servers: Servers) -> None:
    assert servers.chosen == FIRST
    servers.standing.lost(FIRST)
    assert servers.chosen == SECOND

    silent = Servers()
    assert silent.chosen == FIRST
    silent.clock.now += AWAY
    for server in (SECOND, PRIMARY):
        silent.standing.heard(server, 100, is_standby=server != PRIMARY, asked_at=silent.clock.now)
    assert silent.chosen == SECOND


def test_with_no_standby_left_the_primary_is_read_and_without_one_nobody(servers: Servers) -> None:
    assert servers.chosen == FIRST
    servers.at = [None, None, 100]
    servers.wait(0.25)
    assert servers.chosen == PRIMARY
    servers.at = [None, None, None]
    servers.wait(0.25)
    assert servers.chosen is None
    servers.at = [None, 100, None]
    servers.wait(0.25)
    assert servers.chosen == SECOND  # nothing else is there, so it need not prove itself first


def test_both_too_far_behind_leaves_the_primary(servers: Servers) -> None:
    assert servers.chosen == FIRST
    servers.at = [100, 100, 200]
    servers.wait(1)
    assert servers.chosen == PRIMARY
    servers.at = [200, 200, 200]
    servers.wait(BACK + 0.5)
    assert servers.chosen == FIRST


def test_while_the_primary_is_away_the_standbys_go_on_and_what_it_alone_had_counts_no_more(servers: Servers) -> None:
    assert servers.chosen == FIRST
    servers.at = [100, 100, 130]
    servers.wait(0.25)
    servers.at = [100, 100, None]
    servers.wait(60)
    assert servers.chosen == FIRST
    assert servers.standing.age(FIRST) == 0

    servers.at = [100, 140, None]
    servers.promoted = {SECOND}
    servers.wait(1)
    assert servers.chosen == SECOND  # the first one does not follow it yet
    servers.at = [140, 140, None]
    servers.wait(BACK + 0.5)
    assert servers.chosen == FIRST


def test_pages_in_memory_are_as_old_as_what_the_primary_last_confirmed(servers: Servers) -> None:
    servers.wait(1)
    servers.at = [100, 120, 120]
    servers.wait(0.5)
    assert servers.standing.age(FIRST) == 0.5
    assert servers.standing.age(SECOND) == 0
    assert servers.standing.age(PRIMARY) == 0
    # The primary is slow to answer: nobody knows what it has written since.
    servers.clock.now += 1
    servers.standing.heard(SECOND, 120, is_standby=True, asked_at=servers.clock.now)
    assert servers.standing.age(SECOND) == 1


def test_each_exchange_is_a_turn_of_its_own(servers: Servers) -> None:
    turns = [servers.standing.choose()]
    for at in ([None, 100, 100], [100, None, 100], [None, None, 100]):
        servers.at = at
        servers.wait(0.25)
        turns.append(servers.standing.choose())
    assert [choice.turn for choice in turns if choice] == [1, 2, 3, 4]


def test_one_that_refused_is_not_tried_twice(servers: Servers) -> None:
    assert servers.chosen == FIRST
    servers.standing.lost(FIRST)
    choice = servers.standing.choose([FIRST])
    assert choice is not None and choice.server == SECOND
    assert servers.standing.choose([FIRST, SECOND, PRIMARY]) is None


def test_a_server_that_was_set_back_begins_anew(servers: Servers) -> None:
    servers.at = [100, 900, 900]
    servers.ask()
    servers.at = [100, 50, 100]
    servers.promoted = set()
    servers.wait(0.25)
    assert servers.standing.lag(FIRST) == 0
    assert servers.standing.lag(SECOND) > 0
