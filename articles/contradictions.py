"""A list of contradictions: what was asked for, and its rows. Page, feeds, table and API take their rows from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from articles.facets import BadParameter, Filter
from articles.models import Settlement
from articles.parameters import one
from articles.public_ids import MistypedId, normalise
from articles.queries import contradictions as queries
from articles.queries.contradictions import Pair, Row
from articles.queries.names import Names, load_names, settle
from provinces.tongue import say


@dataclass(frozen=True)
class Contradicting:
    """Those of which at least one claim passes a filter. `claim`: that has this public id; `state`: that stand so."""

    filter: Filter
    names: Names
    claim: str = ""
    state: str = ""

    @classmethod
    def asked(cls, found: Mapping[str, list[str]]) -> Self:
        """The list that the parameters of an address ask for. Raises BadParameter."""
        names = load_names()
        filter = settle(Filter.read(found), names)
        claim, state = one(found, "claim"), one(found, "state")
        if claim:
            try:
                claim = normalise(claim)
            except MistypedId:
                raise BadParameter("claim", claim, say("is no id of a claim")) from None
        if state and state not in Settlement.values:
            raise BadParameter("state", state, say("is none of {all}", all=", ".join(Settlement.values)))
        return cls(filter, names, claim, state)

    @property
    def label(self) -> str:
        """What it is narrowed to, in words, or ""."""
        own = say("with claim {id}", id=self.claim) if self.claim else ""
        return ", ".join(
            part
            for part in (
                say(Settlement(self.state).label) if self.state else "",
                own,
                self.filter.label(self.names.labels),
            )
            if part
        )

    @property
    def own(self) -> tuple[tuple[str, str], ...]:
        """The parameters besides its filter."""
        return ("claim", self.claim), ("state", self.state)

    def query(self, *more: tuple[str, str]) -> str:
        """Its query string, without question mark; empty values are left out."""
        return self.filter.query(*self.own, *more)

    @cached_property
    def in_any_state(self) -> list[Pair]:
        """The pairs, however they stand, the last changed first; asked for once."""
        return queries.contradictions(self.filter, self.names, self.claim)

    @cached_property
    def pairs(self) -> list[Pair]:
        """The pairs of the list, the last changed first."""
        return [pair for pair in self.in_any_state if not self.state or pair.state == self.state]

    def page(self, after: str, size: int) -> tuple[list[Row], str]:
        """The next rows and the cursor that follows. Raises BadParameter."""
        return queries.contradiction_page(self.pairs, after, self.filter, size)
