"""What was announced, as a list of another time has it: by the index what stands as it did, the rest by the database (`then.py`).

Whether an announcement is told elsewhere depends on every report of its family and on every claim that says the same, and what
became of it on the claims that show it. Where one of these has changed since, or came later, all of it is the database's.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import tantivy
from tantivy import Occur, Query

from articles.due import STATES
from articles.facets import Filter
from articles.models import Claim
from articles.queries import due, due_counts
from articles.queries.among import pieces
from articles.queries.browse import ClaimVersions
from articles.queries.counts import Counts
from articles.queries.due import Announcement
from articles.queries.due_counts import Kept
from articles.queries.names import Names
from articles.queries.times import claims_then, end_of
from articles.remembered import within_an_answer
from articles.search.announcements import Announcements, shown
from articles.search.asking import all_of
from articles.search.index.documents import microseconds
from articles.search.index.opened import Opened, everything, having, numbers
from articles.search.index.schema import schema
from articles.search.numbers import must
from articles.search.sought import Sought
from articles.search.then import MOST_UNLIKE, changed_since, in_order, still, with_groups, with_several_versions

Page = tuple[list[Announcement], str]
# Of each row the database looks up what was recorded of it by then, and whether what shows it stood.
_AT_ONCE = 100


@dataclass(frozen=True)
class AnnouncedThen:
    """Announcements of another time that pass a filter and stand in some states on a day, as `announced.Announced` has them.

    `alike`: those that are now as they were; `apart`: the rows of the versions among which the others are.
    """

    alike: Announcements
    filter: Filter
    apart: Sequence[int]

    @classmethod
    def of(cls, filter: Filter, names: Names, states: tuple[str, ...], day: date) -> "AnnouncedThen | None":
        """None where too much has changed since. Raises NotCurrent."""
        opened = Sought.all(replace(filter, as_of=None), names).answers("claims").opened
        time = filter.all_of_its_time()
        found = _apart(names.edition, time, *late) if (late := _touched(names.edition, time, opened)) else None
        if found is None:
            return None
        apart, reports, statements = found
        without = [("article", reports), ("statement", statements)]
        also = [*still(filter), *((Occur.MustNot, having(name, values)) for name, values in without if values)]
        is_until = filter.published_until is not None
        alike = Announcements(replace(filter, as_of=None), names, states, day, tuple(also), is_until)
        return cls(alike, filter, list(apart))

    @property
    def _asked(self) -> tuple[Filter, Names, tuple[str, ...], date]:
        return self.filter, self.alike.names, self.alike.states, self.alike.day

    @property
    def total(self) -> int:
        """How many there are."""
        return self.alike.total + (due.announcements(*self._asked, self.apart).count() if self.apart else 0)

    def page(self, after: str, size: int) -> Page:
        """The next ones, and the cursor that follows, or ""; not all that were asked for at once. Raises BadParameter."""
        size = min(size, _AT_ONCE)
        day, public_id = due.place_of(after) if after else (None, "")
        pks, _ = self.alike.page(day, public_id, size + 1, begins=not after)
        if self.apart:
            beside = due.next_in_order(due.announcements(*self._asked, self.apart), after)
            pks += beside.values_list("pk", flat=True)[: size + 1]
        return due.announcement_page(self._called(pks), after, self.filter, size)

    def changed(self, after: str, size: int) -> Page:
        """The same of what came in or had an outcome recorded last, newest first. Raises BadParameter."""
        at, public_id = due.change_in(after) if after else (None, "")
        pks = self.alike.changed_then(at, public_id, size + 1)
        if self.apart:
            beside = due.next_changed(due.announcements(*self._asked, self.apart), after, self.filter)
            pks += [row.pk for row in beside[: size + 1]]
        return due.changed_page(self._called(pks), after, self.filter, size)

    def _called(self, pks: Sequence[int]) -> ClaimVersions:
        """Of those that pass and stand so, all that the database has of them at the time."""
        found = claims_then(self.filter).filter(pk__among=list(pks))
        return due.in_state(found, (), self.alike.day, self.filter)

    def months(self) -> tuple[dict[date, int], int]:
        """How many fall due in each month, and how many on no day."""
        months, undated = self.alike.months()
        if not self.apart:
            return months, undated
        others, more = due_counts.months(due.announcements(*self._asked, self.apart))
        return dict(Counter(months) + Counter(others)), undated + more

    def by_state(self) -> list[tuple[str, int]]:
        """How many stand in each state, whichever are asked for."""
        found = Counter(dict(self.alike.by_state()))
        if self.apart:
            filter, names, _, day = self._asked
            found.update(dict(due_counts.by_state(filter, names, day, self.apart)))
        return [(state, found[state]) for state in STATES if found[state]]

    def counts(self) -> Counts:
        """How many for each value of each facet and for each state."""
        found = self.alike.all_counts()
        if self.apart:
            others = due_counts.due_counts(*self._asked, self.apart)
            found = {facet: in_order(facet, (found[facet], others[facet])) for facet in found}
        return {"state": self.by_state(), **shown(found)}

    def kept(self) -> list[Kept]:
        """By body that announced and by topic: all that have an outcome."""
        added: dict[tuple[str, str], Counter[str]] = {}
        filter, names, _, day = self._asked
        for each in (*self.alike.kept(), *(due_counts.kept(filter, names, day, self.apart) if self.apart else ())):
            added.setdefault((each.of, each.value), Counter()).update(each.counts)
        several = (Kept(of, value, counts) for (of, value), counts in added.items())
        return sorted(several, key=lambda each: (each.of, -each.total, each.value))


Rows = tuple[int, ...]


def _touched(edition: str, time: Filter, opened: Opened) -> tuple[Rows, Rows] | None:
    """The reports, and the statements, of which something is not as it was; None for too many."""
    if time.as_of is None:
        reports = with_several_versions(opened)
        return None if reports is None else (reports, ())
    reports = changed_since(edition, time)
    if reports is None:
        return None
    later = _later(time.as_of)
    articles, claims = opened.searchers["articles"], opened.searchers["claims"]
    groups = sorted({*numbers(articles, later, "group")})
    statements = {*numbers(claims, later, "statement")}
    if max(len(groups), len(statements)) > MOST_UNLIKE:
        return None
    beside = numbers(articles, having("group", groups), "article") if groups else ()
    return tuple(sorted({*reports, *beside})), tuple(sorted(statements))


def _later(day: date) -> Query:
    """What announces something, is there with others of its group, and came in or changed after a day."""
    since = Query.range_query(schema(), "changed", tantivy.FieldType.Unsigned, microseconds(end_of(day)), None)
    return all_of(everything(), [must("is_due", [1]), must("is_of_several", [1]), (Occur.Must, since)])


@within_an_answer
def _apart(edition: str, time: Filter, reports: Rows, statements: Rows) -> tuple[Rows, Rows, Rows] | None:
    """The versions that are the database's, and the reports and statements of which they are, as the record stands in an edition."""
    shown_in = {pk for some in pieces(reports) for pk in due.showing_anything_in(list(some))} if time.as_of else set()
    whole = with_groups(edition, tuple(sorted({*reports, *shown_in})))
    if len(whole) > 2 * MOST_UNLIKE:
        return None
    told: set[int] = {*statements}
    for some in pieces(whole):
        of_these = Claim.objects.published().filter(article__among=list(some)).exclude(statement=None)
        told.update(pk for pk in of_these.values_list("statement", flat=True) if pk)
    if not time.as_of:
        told |= due.statements_with_outcomes()
    apart = due.announcing_then(time, list(whole), sorted(told)) if whole or told else set()
    return (tuple(sorted(apart)), whole, tuple(sorted(told))) if len(apart) <= MOST_UNLIKE else None
