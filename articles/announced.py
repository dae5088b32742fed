"""What was announced: what was asked for of it, and the claims there are. Page, feeds, table and API take them from here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Self

from articles.due import LABELS, STATES
from articles.facets import BadParameter, Chip, Filter
from articles.queries import due, due_counts
from articles.queries.browse import ClaimVersions
from articles.queries.counts import Counts
from articles.queries.due import Announcement
from articles.queries.due_counts import Kept
from articles.queries.names import Names, load_names, settle
from articles.queries.recent import NEWEST
from articles.search.announced_then import AnnouncedThen
from articles.search.announcements import Announcements
from provinces.tongue import say


@dataclass(frozen=True)
class Announced:
    """Announcements that pass a filter and stand in one of some states, in any if there are none, as of a day.

    `day`: today, or the day that the list is of: whether a date has passed depends on it.
    """

    filter: Filter
    names: Names
    states: tuple[str, ...]
    day: date

    @classmethod
    def asked(cls, found: Mapping[str, Sequence[str]], today: date) -> Self:
        """What the parameters of an address ask for. Raises BadParameter."""
        filter = Filter.read(found)
        states = {text.strip() for text in found.get("state", ()) if text.strip()}
        for state in states - set(STATES):
            raise BadParameter("state", state, say("is none of {all}", all=", ".join(STATES)))
        names = load_names()
        filter = settle(filter, names)
        in_order = tuple(state for state in STATES if state in states)
        return cls(filter, names, in_order, filter.as_of or filter.published_until or today)

    @property
    def own(self) -> tuple[tuple[str, str], ...]:
        """Its parameters besides its filter."""
        return tuple(("state", state) for state in self.states)

    def query(self, *more: tuple[str, str]) -> str:
        """Its query string, without question mark; empty values are left out."""
        return self.filter.query(*self.own, *more)

    def in_states(self, *states: str) -> Self:
        """The same in these states alone."""
        return replace(self, states=tuple(state for state in STATES if state in states))

    @property
    def label(self) -> str:
        """What it is narrowed to, in words, or ""."""
        said = [say(" or ").join(say(LABELS[state]) for state in self.states)] if self.states else []
        rest = self.filter.label(self.names.labels)
        return ", ".join([rest, *said] if rest else said)

    def chips(self) -> list[Chip]:
        """One for each value it is narrowed to, with the way to the list without it."""
        states = [
            Chip(
                say("Became"),
                say(LABELS[state]),
                self.in_states(*(each for each in self.states if each != state)).query(),
            )
            for state in self.states
        ]
        return [*states, *self.filter.chips(self.names.labels, *self.own)]

    @cached_property
    def _now(self) -> Announcements:
        return Announcements(self.filter, self.names, self.states, self.day)

    @cached_property
    def _counted(self) -> Announcements | AnnouncedThen | None:
        """Who counts them, now or then; None for the database alone, where too much has changed since."""
        if not self.filter.is_of_another_time:
            return self._now
        return AnnouncedThen.of(self.filter, self.names, self.states, self.day)

    @property
    def _then(self) -> ClaimVersions:
        """Of another time the claims, in no order, each with `due_state`."""
        return due.announcements(self.filter, self.names, self.states, self.day)

    @property
    def total(self) -> int:
        """How many there are."""
        return self._counted.total if self._counted else self._then.count()

    def page(self, after: str = "", size: int = due.PAGE) -> tuple[list[Announcement], str]:
        """The next ones, what falls due last first, then those without a last day; and the cursor that follows, or "".

        Raises BadParameter, and NotCurrent.
        """
        if isinstance(self._counted, AnnouncedThen):
            return self._counted.page(after, size)
        if self.filter.is_of_another_time:
            return due.announcement_page(self._then, after, self.filter, size)
        day, public_id = due.place_of(after) if after else (None, "")
        pks, more = self._now.page(day, public_id, size, begins=not after)
        rows = due.announcements_called(pks, self.day)
        last = rows[-1].version if rows else None
        return rows, due.cursor_at(last.due_latest, last.claim.public_id) if last and more else ""

    def changed(self, after: str = "", size: int = NEWEST) -> tuple[list[Announcement], str]:
        """What came in or had an outcome recorded last, newest first, each with `changed`. Raises as above."""
        if isinstance(self._counted, AnnouncedThen):
            return self._counted.changed(after, size)
        if self.filter.is_of_another_time:
            return due.changed_page(self._then, after, self.filter, size)
        at, public_id = due.change_in(after) if after else (None, "")
        pks, more = self._now.changed(at, public_id, size)
        rows = due.announcements_called(pks, self.day)
        return rows, due.cursor_of_change(rows[-1].version) if rows and more else ""

    def months(self) -> tuple[dict[date, int], int]:
        """How many fall due at the latest in each month, by its first day, and how many on no day."""
        return self._counted.months() if self._counted else due_counts.months(self._then)

    def by_state(self) -> list[tuple[str, int]]:
        """How many stand in each state, whichever are asked for: [(state, n)], those that some stand in."""
        return self._counted.by_state() if self._counted else due_counts.by_state(self.filter, self.names, self.day)

    def counts(self) -> Counts:
        """How many for each value of each facet and for each state, as if that one were not used: parameter → [(value, n)]."""
        return (
            self._counted.counts()
            if self._counted
            else due_counts.due_counts(self.filter, self.names, self.states, self.day)
        )

    def kept(self) -> list[Kept]:
        """By body that announced and by topic: all that have an outcome, whatever states are asked for."""
        return self._counted.kept() if self._counted else due_counts.kept(self.filter, self.names, self.day)
