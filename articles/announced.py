"""What was announced: what was asked for of it, and the claims there are. Page, feeds, table and API take them from here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from articles.due import LABELS, STATES
from articles.facets import BadParameter, Chip, Filter
from articles.queries import due
from articles.queries.browse import ClaimVersions
from articles.queries.names import Names, load_names, settle
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

    def claims(self) -> ClaimVersions:
        """The claims, in no order, each with `due_state`."""
        return due.announcements(self.filter, self.names, self.states, self.day)
