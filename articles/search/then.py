"""Lists of another time: what stands now as it stood then is counted by the index, what does not by the database.

A report and its copies, or claims that repeat one another, are counted on the same side, or they would count twice.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import tantivy
from tantivy import Occur, Query

from articles.facets import Filter
from articles.models import Article, ClaimVersion
from articles.queries import counts
from articles.queries.browse import articles_matching, claims_matching
from articles.queries.counts import Counts, Matching
from articles.queries.names import Names
from articles.queries.times import end_of
from articles.queries.unlike_now import ClaimsThen, claims_unlike_now, hidden_on, unlike_now, without_a_text
from articles.remembered import within_an_answer
from articles.search.answers import Answers
from articles.search.asking import constant
from articles.search.index.documents import microseconds, with_their_groups
from articles.search.index.opened import Opened, everything, having, numbers
from articles.search.index.pieces import batched
from articles.search.index.schema import PERIOD, schema
from articles.search.numbers import how_many
from articles.search.sought import Sought

# Reports, and versions of claims, that the database is asked about; where more have changed since, it is asked about all.
MOST_UNLIKE = 3_000
# As many are looked at for a filter in one question: of bodies and speech every claim of a report is read.
_AT_ONCE = 500
_MATCHING: dict[str, Any] = {"articles": articles_matching, "claims": claims_matching}
_MODELS: dict[str, Any] = {"articles": Article, "claims": ClaimVersion}
Of = TypeVar("Of")
Counted = TypeVar("Counted")
Without = list[tuple[str, Sequence[int] | Sequence[str]]]


@dataclass(frozen=True)
class _Few:
    """Those of few rows that pass a filter. They are chosen once: in a larger question Postgres would go through all there are."""

    kind: str
    rows: Sequence[int]
    _known: dict[Filter, list[int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __call__(self, filter: Filter, names: Names) -> Any:
        if filter not in self._known:
            self._known[filter] = [
                pk
                for some in batched(self.rows, _AT_ONCE)
                for pk in _MATCHING[self.kind](filter, names, list(some)).order_by().values_list("pk", flat=True)
            ]
        return _MODELS[self.kind].objects.published().filter(pk__among=self._known[filter])


@dataclass(frozen=True)
class Then:
    """Reports or claims of another time that pass a filter, in two parts that have nothing in common.

    `alike`: those that stand now as they did. `apart`: the rows of reports, or of versions of claims, among which the others
    are; `matching`: those of them that pass a filter.
    """

    kind: str
    filter: Filter
    names: Names
    alike: Answers
    apart: Sequence[int]
    matching: Matching

    @classmethod
    def of(cls, kind: str, filter: Filter, names: Names) -> "Then | None":
        """None where too much has changed since. Raises NotCurrent."""
        answers = Sought.all(replace(filter, as_of=None), names).answers(kind)
        found = (_reports if kind == "articles" else _claims)(filter, names, answers.opened)
        if found is None:
            return None
        apart, without = found
        also = [*still(filter), *((Occur.MustNot, having(name, values)) for name, values in without if values)]
        alike = replace(answers, also=(*answers.also, *also))
        return cls(kind, filter, names, alike, apart, _Few(kind, apart))

    def in_part(self, institution: int, part: str) -> "Then":
        """Those of the claims in which a body speaks ("said"), acts ("did") or is spoken to ("told")."""

        def matching(filter: Filter, names: Names) -> Any:
            return counts.claims_of_institution(institution, part, filter, self.matching)

        return replace(self, alike=self.alike.in_part(institution, part), matching=matching)

    def beside(self, count: Callable[[Filter, Matching], dict[Of, Counted]]) -> dict[Of, Counted]:
        """What the database counts of the others; it is not asked where there are none."""
        return count(self.filter, self.matching) if self.apart else {}

    def called(self, pks: Sequence[int]) -> Any:
        """Of those with these row numbers, which pass the filter, all that the database has of them at the time."""
        return _MATCHING[self.kind](self.filter.all_of_its_time(), self.names, list(pks))

    def total(self) -> tuple[int, int]:
        """How many there are, and how many when copies, or claims that repeat one another, count once."""
        total, once = self.alike.total, self.alike.once
        if self.apart:
            count: Any = counts.count_articles if self.kind == "articles" else counts.count_claims
            rows, alone = count(self.matching(self.filter, self.names))
            total, once = total + rows, once + alone
        return total, once

    def counts(self, facets: Sequence[str]) -> Counts:
        """How many there are for each value of each facet, as if that facet were not used."""
        found = self.alike.counts(facets)
        if not self.apart:
            return found
        of, by_period = (
            (counts.article_counts, counts.article_periods)
            if self.kind == "articles"
            else (counts.claim_counts, counts.claim_periods)
        )
        plain = [facet for facet in facets if facet != PERIOD]
        others = of(self.filter, self.names, facets=plain, matching=self.matching)
        if PERIOD in facets:
            others[PERIOD] = by_period(self.filter, self.names, self.matching)
        return {facet: in_order(facet, (found[facet], others[facet])) for facet in facets}


def in_order(facet: str, several: Iterable[Sequence[tuple[str, int]]]) -> list[tuple[str, int]]:
    """Counts added up, in the order in which each of them was."""
    added: Counter[str] = Counter()
    for pairs in several:
        added.update(dict(pairs))
    if facet in (PERIOD, "year"):
        return sorted(added.items(), reverse=facet == "year")
    return sorted(added.items(), key=lambda pair: (-pair[1], pair[0]))


def still(filter: Filter) -> Iterable[tuple[Occur, Query]]:
    """As of a day, what has not changed since it ended; what came in later has."""
    if filter.as_of:
        last = microseconds(end_of(filter.as_of)) - 1
        yield Occur.Must, constant(Query.range_query(schema(), "changed", tantivy.FieldType.Unsigned, 0, last))


def _reports(filter: Filter, names: Names, opened: Opened) -> tuple[Sequence[int], Without] | None:
    """The reports that are apart, and what the index leaves out; None for too many."""
    if filter.published_until and not (filter.institution or filter.speech):
        # Of its claims alone the words are those of an earlier time.
        return (), []
    found = changed_since(names.edition, filter.all_of_its_time()) if filter.as_of else with_several_versions(opened)
    if found is None:
        return None
    apart = with_groups(names.edition, found)
    return apart, [("article", apart)]


def _claims(filter: Filter, names: Names, opened: Opened) -> tuple[Sequence[int], Without] | None:
    """The same of versions of claims."""
    time = filter.all_of_its_time()
    reports = changed_since(names.edition, time) if filter.as_of else with_several_versions(opened)
    found = None if reports is None else _of_claims(names.edition, time, reports)
    if found is None:
        return None
    # Where claims count as one, all of them are apart.
    without: Without = [("pk", found.replaced), ("statement", found.statements)]
    if filter.as_of:
        hidden, claims = _hidden(names.edition, time)
        without += [("article", hidden), ("id", claims)]
    return found.versions, without


def with_several_versions(opened: Opened) -> tuple[int, ...] | None:
    """The reports with claims that have another version than the one that stands; it may have lost its words."""
    searcher = opened.searchers["earlier_claims"]
    if how_many(searcher, everything()) > MOST_UNLIKE:
        return None
    found = {*numbers(searcher, everything(), "article"), *without_a_text(MOST_UNLIKE)}
    return tuple(sorted(found)) if len(found) <= MOST_UNLIKE else None


# All as the record stands in an edition.


@within_an_answer
def changed_since(edition: str, time: Filter) -> tuple[int, ...] | None:
    """The reports shown on the day of a time and changed since; None for too many."""
    assert time.as_of is not None, "a list as of a day"
    found = unlike_now(time.as_of, MOST_UNLIKE)
    return None if found is None else tuple(found)


@within_an_answer
def with_groups(edition: str, reports: tuple[int, ...]) -> tuple[int, ...]:
    """These reports with all that count as one with any of them."""
    return tuple(with_their_groups(reports)) if reports else ()


@within_an_answer
def _of_claims(edition: str, time: Filter, reports: tuple[int, ...]) -> ClaimsThen | None:
    return claims_unlike_now(time, reports, MOST_UNLIKE)


@within_an_answer
def _hidden(edition: str, time: Filter) -> tuple[list[int], list[str]]:
    assert time.as_of is not None, "a list as of a day"
    return hidden_on(time.as_of)
