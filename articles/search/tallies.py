"""How many reports or claims there are in all and for each value of a facet, for lists without words.

As things stand now the index knows; of another time it knows of all that stands as it did, and the database is asked about
the rest (`then.py`), or about everything where too much has changed since.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from articles.facets import Filter
from articles.queries import browse, counts, recent
from articles.queries.counts import Counts
from articles.queries.names import Names
from articles.queries.times import end_of
from articles.search.index.schema import PERIOD
from articles.search.sought import Sought
from articles.search.then import Then

# What lists can be narrowed by beside them; of topics those with most.
OF_REPORTS = ("province", "topic", "outlet", "language", "year")
OF_CLAIMS = (*OF_REPORTS, "speech")


@dataclass(frozen=True)
class Tally:
    """`once`: how many they are when copies and translations, or claims that repeat one another, count once.

    `counts`: facet → [(value, count)].
    """

    total: int
    once: int
    counts: Counts


def reports(filter: Filter, names: Names, facets: Sequence[str] = OF_REPORTS) -> Tally:
    """Of the reports that pass. Raises NotCurrent."""
    return tally("articles", filter, names, facets)


def claims(filter: Filter, names: Names, facets: Sequence[str] = OF_CLAIMS) -> Tally:
    """Of the claims that pass. Raises NotCurrent."""
    return tally("claims", filter, names, facets)


def tally(kind: str, filter: Filter, names: Names, facets: Sequence[str]) -> Tally:
    """Of reports or of claims. Raises NotCurrent."""
    if not filter.is_of_another_time:
        answers = Sought.all(filter, names).answers(kind)
        return Tally(answers.total, answers.once, _shown(answers.counts(facets)))
    if then := Then.of(kind, filter, names):
        return Tally(*then.total(), _shown(then.counts(facets)))
    return _by_the_database(kind, filter, names, facets)


def _by_the_database(kind: str, filter: Filter, names: Names, facets: Sequence[str]) -> Tally:
    """Of another time, whatever has changed since."""
    plain = [facet for facet in facets if facet != PERIOD]
    if kind == "articles":
        total, once = counts.count_articles(browse.articles_matching(filter, names))
        found = counts.article_counts(filter, names, facets=plain)
        periods = counts.article_periods
    else:
        total, once = counts.count_claims(browse.claims_matching(filter, names))
        found = counts.claim_counts(filter, names, facets=plain)
        periods = counts.claim_periods
    return Tally(total, once, found | ({PERIOD: periods(filter, names)} if PERIOD in facets else {}))


def _shown(found: Counts) -> Counts:
    return {name: pairs[: counts.MOST_SHOWN] if name == "topic" else pairs for name, pairs in found.items()}


def by_value(kind: str, facet: str, names: Names, filter: Filter = browse.NOW) -> Mapping[str, int]:
    """How many reports or claims there are for each value of one facet, at the filter's time: value → count."""
    if not filter.is_of_another_time:
        return dict(Sought.all(filter, names).answers(kind).counts((facet,))[facet])
    if then := Then.of(kind, filter, names):
        return dict(then.counts((facet,))[facet])
    slugs = names.slugs[facet]
    found = _THEN[kind, facet](names, filter)
    return {slugs[pk]: count for pk, count in found.items() if pk in slugs}


def by_outlet(names: Names, filter: Filter = browse.NOW) -> Mapping[int, tuple[int, int]]:
    """How many reports each outlet carried, and how many when its own copies and translations count once: row → both."""
    then = Then.of("articles", filter, names) if filter.is_of_another_time else None
    if filter.is_of_another_time and not then:
        return counts.reports_by_outlet(filter)
    answers = then.alike if then else Sought.all(filter, names).answers("articles")
    once, ids = dict(answers.counts(("outlet",))["outlet"]), names.ids["outlet"]
    found = {ids[slug]: (count, once[slug]) for slug, count in answers.with_copies("outlet").items()}
    beside: dict[int, tuple[int, int]] = then.beside(counts.reports_by_outlet) if then else {}
    for outlet, (count, alone) in beside.items():
        rows, before = found.get(outlet, (0, 0))
        found[outlet] = rows + count, before + alone
    return found


def by_institution(names: Names, filter: Filter = browse.NOW) -> Mapping[int, Mapping[str, int]]:
    """How many claims each body speaks, acts or is spoken to in, those that repeat one another once: row → said, did, told."""
    then = Then.of("claims", filter, names) if filter.is_of_another_time else None
    if filter.is_of_another_time and not then:
        return counts.claims_by_institution(filter)
    found = (then.alike if then else Sought.all(filter, names).answers("claims")).by_part()
    beside: dict[int, dict[str, int]] = then.beside(counts.claims_by_institution) if then else {}
    for institution, parts in beside.items():
        before = found.get(institution, {})
        found[institution] = {part: before.get(part, 0) + count for part, count in parts.items()}
    return found


def last_changes(of: str, names: Names, filter: Filter = browse.NOW) -> Mapping[str, datetime]:
    """When a report of each province, topic, institution or outlet last changed, as `recent.last_changes` has it."""
    facet = of.removesuffix("s")
    if not filter.is_of_another_time:
        return Sought.all(filter, names).answers("articles").last_changed(facet)
    then = Then.of("articles", filter, names)
    if not then:
        return recent.last_changes(of, filter)
    there = dict(then.alike.counts((facet,))[facet])
    beside = then.beside(lambda time, matching: recent.last_changes(of, time, matching))
    return dict.fromkeys(sorted({*there, *beside}), end_of(filter.as_of or filter.published_until or date.max))


def by_province(kind: str, names: Names, filters: Sequence[Filter]) -> list[Mapping[str, int]]:
    """How many reports or claims about each province pass each of several filters: slug → count.

    The filters differ in `year` or `month` alone. Of another time the database is asked once, however many they are.
    """
    if not filters or not filters[0].is_of_another_time:
        return [by_value(kind, "province", names, filter) for filter in filters]
    each = counts.articles_by_province_each if kind == "articles" else counts.claims_by_province_each
    thens = [Then.of(kind, filter, names) for filter in filters]
    slugs = names.slugs["province"]
    if thens[0]:
        found = thens[0].beside(lambda _, matching: dict(enumerate(each(filters, names, matching))))
    else:
        found = dict(enumerate(each(filters, names)))
    several = [
        Counter({slugs[pk]: count for pk, count in found.get(number, {}).items() if pk in slugs})
        for number, _ in enumerate(filters)
    ]
    for one, then in zip(several, thens, strict=True):
        one.update(dict(then.alike.counts(("province",))["province"]) if then else {})
    return [{slug: count for slug, count in one.items() if count} for one in several]


_THEN: Mapping[tuple[str, str], Callable[[Names, Filter], Mapping[int, int]]] = {
    ("articles", "province"): lambda names, time: counts.reports_by_province(time),
    ("claims", "province"): lambda names, time: counts.claims_by_province(time),
    ("articles", "topic"): counts.reports_by_topic,
    ("claims", "outlet"): lambda names, time: counts.claims_by_outlet(time),
}
