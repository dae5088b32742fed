"""What is known of each server, and which of them a process reads from. Pure: time is told, nobody is asked here.

A server tells its position in the write-ahead log: the primary how far it has written, a standby how far it has replayed.
Positions only grow, and whoever has reached one has every commit before it. So a standby is behind for as long as
another server that answers has been known to be beyond it: no clocks are compared, and where nothing is written for an
hour nobody is behind. A server that is away is compared with nobody, for what it alone had can be had from no one.
"""

from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from threading import Lock

# A server that has not answered for so long is away.
AWAY = 2.0
# So long a server must have been good before one that serves is left for it.
BACK = 5.0
# Answers remembered of each server: at four a second, more than a minute of them.
_REMEMBERED = 300


@dataclass
class Heard:
    """The last answers of one server. `asked_at`: when its last one was asked for, None while it is away."""

    asked_at: float | None = None
    is_standby: bool = True
    # (asked at, known since, position), oldest first.
    answers: deque[tuple[float, float, int]] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    good_since: float | None = None

    @property
    def position(self) -> int:
        return self.answers[-1][2] if self.answers else 0

    def beyond_since(self, position: int) -> float | None:
        """Since when it is known to be beyond this position; None if it is not."""
        since = None
        for _, known_since, reached in reversed(self.answers):
            if reached <= position:
                break
            since = known_since
        return since

    def within_until(self, position: int) -> float | None:
        """When it was last asked and was not beyond this position."""
        return next((asked_at for asked_at, _, reached in reversed(self.answers) if reached <= position), None)


@dataclass(frozen=True)
class Choice:
    """`server`: its place in the list; `turn`: another one each time that another server is chosen."""

    server: int
    turn: int


class Standing:
    """Of `count` servers. `order`: their places, the one to be preferred first; `primary`: which of them it is, if it is among them.

    A standby that is more than `limit` seconds behind is left out. `clock`: seconds that only grow.
    """

    def __init__(
        self, count: int, *, order: Sequence[int], primary: int | None, limit: float, clock: Callable[[], float]
    ) -> None:
        self._servers = [Heard() for _ in range(count)]
        self._order = order
        self._primary = primary
        self._limit = limit
        self._clock = clock
        self._choice: Choice | None = None
        self._turns = 0
        self._changing = Lock()

    def heard(self, server: int, position: int, *, is_standby: bool, asked_at: float) -> None:
        """A server answered, just now."""
        with self._changing:
            heard = self._servers[server]
            if heard.asked_at is None or is_standby != heard.is_standby or position < heard.position:
                heard.answers.clear()  # it was away, or is another one than before
            heard.asked_at, heard.is_standby = asked_at, is_standby
            heard.answers.append((asked_at, self._clock(), position))
            self._judge()

    def lost(self, server: int) -> None:
        """A server does not answer, or lets nobody in."""
        with self._changing:
            self._servers[server].asked_at = self._servers[server].good_since = None
            self._judge()

    def choose(self, besides: Collection[int] = ()) -> Choice | None:
        """The server to read from now; None where none is left. It stays the same for as long as it is good."""
        with self._changing:
            self._judge()
            good = [place for place in self._order if self._servers[place].good_since is not None]
            good = [place for place in good if place not in besides]
            now = self._clock()
            steady = [place for place in good if now - (self._servers[place].good_since or now) >= BACK]
            chosen = self._choice.server if self._choice and self._choice.server in good else None
            if chosen is None:
                chosen = (steady or good or [None])[0]  # type: ignore[list-item]
            elif steady and self._order.index(steady[0]) < self._order.index(chosen):
                chosen = steady[0]
            if chosen is None:
                self._choice = None
            elif self._choice is None or self._choice.server != chosen:
                self._turns += 1
                self._choice = Choice(chosen, self._turns)
            return self._choice

    def lag(self, server: int) -> float:
        """Seconds for which this server has lacked what another one that answers has."""
        heard, now = self._servers[server], self._clock()
        if not heard.is_standby:
            return 0.0
        others = [other for other in self._servers if other is not heard and self._answers(other)]
        known = [other.beyond_since(heard.position) for other in others]
        return max((now - since for since in known if since is not None), default=0.0)

    def age(self, server: int) -> float:
        """At most so many seconds ago this server had all there was: what the primary said tells, while it answers."""
        heard, now = self._servers[server], self._clock()
        if not heard.is_standby:
            return 0.0
        primary = self._servers[self._primary] if self._primary is not None else None
        if primary is None or primary is heard or not self._answers(primary):
            return self.lag(server)
        until = primary.within_until(heard.position)
        return now - until if until is not None else float("inf")

    def _answers(self, heard: Heard) -> bool:
        return heard.asked_at is not None and self._clock() - heard.asked_at < AWAY

    def _judge(self) -> None:
        """Since when each has been good."""
        now = self._clock()
        for server, heard in enumerate(self._servers):
            if not self._answers(heard) or self.lag(server) > self._limit:
                heard.good_since = None
            elif heard.good_since is None:
                heard.good_since = now
