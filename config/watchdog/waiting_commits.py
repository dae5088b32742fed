"""Commits that wait for synchronous standbys that do not answer: they are let go, and held to it again later.

No time limit of Postgres ends such a wait. What is asked of commits stands in `postgresql.conf`, by the operator's hand;
here it is emptied by ALTER SYSTEM, which comes after that file, and taken back by resetting it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import psycopg

from config.verifying.finding import Finding
from config.watchdog.checks import Grave

_NAMES = "synchronous_standby_names"
WHERE = "publications"
# A commit that has waited for three seconds waits in vain.
_ASKED = """
    SELECT current_setting('synchronous_standby_names') <> '',
        EXISTS (SELECT FROM pg_settings WHERE name = 'synchronous_standby_names' AND setting = ''
            AND sourcefile LIKE '%postgresql.auto.conf'),
        (SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming' AND sync_state IN ('sync', 'quorum')),
        (SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'),
        (SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'
            AND clock_timestamp() - state_change > interval '3 seconds'),
        pg_has_role(current_user, 'pg_monitor', 'USAGE')"""


@dataclass(frozen=True)
class Standing:
    """`wanted`: whether commits wait; `is_let_go`: whether we emptied what they wait for; `there`: standbys that may confirm
    them, or, once let go, that stream; `stuck`: commits that have waited too long; `may_see`: whether this login sees that."""

    wanted: bool
    is_let_go: bool
    there: int
    stuck: int
    may_see: bool

    @property
    def is_in_vain(self) -> bool:
        """Whether commits wait for nobody."""
        return self.may_see and self.wanted and (not self.there or self.stuck > 0)


def standing(server: str) -> Standing:
    """As the server at this address tells it. Raises psycopg.Error."""
    with _connect(server) as asked:
        return _standing(asked)


def findings(server: str) -> Iterator[Finding]:
    """What is wrong with it, to be told and nothing else."""
    try:
        found = standing(server)
    except psycopg.Error:
        return  # that the database is away is told already
    if not found.may_see:
        yield Finding(WHERE, "whether a standby confirms them cannot be seen: GRANT pg_monitor TO the owner's login")
    elif not found.wanted:
        yield Finding(WHERE, "no standby confirms them")
    elif found.is_in_vain:
        yield Grave(WHERE, "wait for a standby that is not there")


def let_go(server: str) -> Iterator[Finding]:
    """Let commits go that wait for nobody; hold them to it again once a standby streams. What was done is told."""
    try:
        with _connect(server) as asked:
            found = _standing(asked)
            if found.is_in_vain:
                asked.execute(f"ALTER SYSTEM SET {_NAMES} = ''")
                asked.execute("SELECT pg_reload_conf()")
                yield Finding(WHERE, "were let go: no standby was there to confirm them")
            elif found.is_let_go and found.there:
                asked.execute(f"ALTER SYSTEM RESET {_NAMES}")
                asked.execute("SELECT pg_reload_conf()")
                yield Finding(WHERE, "wait for a standby again")
    except psycopg.errors.InsufficientPrivilege:
        yield Finding(
            WHERE, "this login may not let them go: GRANT ALTER SYSTEM ON PARAMETER synchronous_standby_names"
        )
    except psycopg.Error:
        return


def _connect(server: str) -> "psycopg.Connection[tuple[object, ...]]":
    return psycopg.connect(server, autocommit=True, connect_timeout=2)


def _standing(asked: "psycopg.Connection[tuple[object, ...]]") -> Standing:
    row = asked.execute(_ASKED).fetchone()
    assert row is not None
    wanted, is_let_go, confirm, stream, stuck, may_see = row
    there = int(str(confirm if wanted else stream))
    return Standing(bool(wanted), bool(is_let_go), there, int(str(stuck)), bool(may_see))
