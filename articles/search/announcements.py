"""What was announced, as the index knows it now: which claims, in which order, and how many stand how on a day.

The database says the same (`queries.due`), and of another time what stood otherwise then (`announced_then.py`).
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

import tantivy
from tantivy import Occur, Query

from articles.due import RECORDED, STATES, State
from articles.facets import Filter
from articles.queries.counts import MOST_SHOWN, Counts
from articles.queries.due_counts import Kept
from articles.queries.names import Names
from articles.search.answers import Answers
from articles.search.asking import all_of, constant
from articles.search.index.documents import microseconds
from articles.search.index.opened import everything
from articles.search.index.schema import BECAME_NUMBERS, schema, tie_of
from articles.search.numbers import how_many, must
from articles.search.order import Order
from articles.search.sought import Sought

# The panels of the list, of which topics and bodies have only those with most.
_FACETS = ("province", "topic", "institution", "outlet")
_COMMONEST = ("topic", "institution")
_MOST_DAYS = 60_000


@dataclass(frozen=True)
class Announcements:
    """Those that pass a filter and stand in one of some states on a day, in any if there are none. Raises NotCurrent.

    `also`: what has to hold besides. `without_outcomes`: as if nothing had been recorded of any.
    """

    filter: Filter
    names: Names
    states: tuple[str, ...]
    day: date
    also: tuple[tuple[Occur, Query], ...] = ()
    without_outcomes: bool = False

    @cached_property
    def answers(self) -> Answers:
        """All of them."""
        return self._answers(self.states)

    @cached_property
    def _all(self) -> Answers:
        found = Sought.all(self.filter, self.names).answers("claims")
        return replace(found, also=(must("announces", [1]), *self.also))

    def _answers(self, states: Collection[str]) -> Answers:
        if not states:
            return self._all
        any_of = Query.boolean_query([(Occur.Should, self._stand(state)) for state in states])
        return replace(self._all, also=(*self._all.also, (Occur.Must, constant(any_of))))

    def _stand(self, state: str) -> Query:
        """What stands so on the day: where nothing is recorded, its last day tells."""
        if state in RECORDED and self.without_outcomes:
            return Query.empty_query()
        if state in RECORDED:
            return all_of(constant(Query.term_query(schema(), "became", BECAME_NUMBERS[state])), [])
        before = Query.range_query(schema(), "due", tantivy.FieldType.Unsigned, 1, self.day.toordinal() - 1)
        passed = Occur.Must if state == State.PASSED else Occur.MustNot
        unknown = everything() if self.without_outcomes else Query.term_query(schema(), "became", 0)
        return all_of(constant(unknown), [(passed, constant(before))])

    @property
    def total(self) -> int:
        """How many there are."""
        return self.answers.total

    def page(self, due: date | None, after: str, size: int, *, begins: bool) -> tuple[list[int], bool]:
        """The rows of the next versions, what falls due last first and then by public id, and whether more follow.

        They come after the claim `after` that falls due on that day, None for on none; with "" they are all that fall due
        then or before. `begins`: from the beginning, whatever the day.
        """
        place = () if begins else (due.toordinal() if due else 0, tie_of(after) if after else -1)
        return self._in_order(self.answers.query, ("due", "tie"), place, size)

    def changed(self, at: datetime | None, after: str, size: int) -> tuple[list[int], bool]:
        """The same of what was news when it came in, what came in or had an outcome recorded last first; after a moment."""
        place = (microseconds(at), tie_of(after)) if at else ()
        return self._in_order(self.answers.news, ("told", "tie"), place, size)

    def changed_then(self, at: datetime | None, after: str, size: int) -> list[int]:
        """The same of another time, whether it was news or not."""
        place = (microseconds(at), tie_of(after)) if at else ()
        name = "changed" if self.without_outcomes else "told"
        return self._in_order(self.answers.query, (name, "tie"), place, size)[0]

    def _in_order(
        self, query: Query, names: Sequence[str], place: tuple[int, ...], size: int
    ) -> tuple[list[int], bool]:
        rows = Order(self.answers.searcher, query, names).after(place, size + 1)
        return [row[-1] for row in rows[:size]], len(rows) > size

    def months(self) -> tuple[dict[date, int], int]:
        """How many fall due at the latest in each month, by its first day, and how many on no day."""
        asked = {"due": {"terms": {"field": "due", "size": _MOST_DAYS, "segment_size": _MOST_DAYS}}}
        found: Counter[date] = Counter()
        undated = 0
        for bucket in self.answers.searcher.aggregate(self.answers.query, asked)["due"]["buckets"]:
            if day := int(bucket["key"]):
                found[date.fromordinal(day).replace(day=1)] += bucket["doc_count"]
            else:
                undated += bucket["doc_count"]
        return dict(found), undated

    def by_state(self) -> list[tuple[str, int]]:
        """How many stand in each state, whichever are asked for: [(state, n)], those that some stand in."""
        counted = ((state, how_many(self._all.searcher, self._answers((state,)).query)) for state in STATES)
        return [(state, count) for state, count in counted if count]

    def counts(self) -> Counts:
        """How many for each value of each facet and for each state, as if that one were not used: parameter → [(value, n)]."""
        return {"state": self.by_state(), **shown(self.all_counts())}

    def all_counts(self) -> Counts:
        """The same by every topic and body, and not by state."""
        return self.answers.counts(_FACETS)

    def kept(self) -> list[Kept]:
        """By body that announced and by topic, with narrower ones: all that have an outcome; those with most first."""
        by_state = {state.value: self._answers((state,)).each("announcer", "topic") for state in RECORDED}
        found = []
        for of, field in (("institution", "announcer"), ("topic", "topic")):
            for pk, slug in self.names.slugs[of].items():
                counts = {state: counted[field][pk] for state, counted in by_state.items() if counted[field][pk]}
                if counts:
                    found.append(Kept(of, slug, counts))
        return sorted(found, key=lambda each: (each.of, -each.total, each.value))


def shown(found: Counts) -> Counts:
    """As panels show it."""
    return {name: pairs[:MOST_SHOWN] if name in _COMMONEST else pairs for name, pairs in found.items()}
