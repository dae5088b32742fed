"""How many reports or claims there are in all and for each value of a facet, for lists without words.

As things stand now the index knows; of another time the database is asked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.facets import Filter
from articles.queries import browse, counts, recent
from articles.queries.counts import Counts
from articles.queries.names import Names
from articles.search.index.schema import PERIOD
from articles.search.sought import Sought

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
    if filter.is_of_another_time:
        total, once = counts.count_articles(browse.articles_matching(filter, names))
        return Tally(total, once, _then("articles", filter, names, facets))
    answers = Sought.all(filter, names).answers("articles")
    return Tally(answers.total, answers.once, _shown(answers.counts(facets)))


def claims(filter: Filter, names: Names, facets: Sequence[str] = OF_CLAIMS) -> Tally:
    """Of the claims that pass. Raises NotCurrent."""
    if filter.is_of_another_time:
        total, once = counts.count_claims(browse.claims_matching(filter, names))
        return Tally(total, once, _then("claims", filter, names, facets))
    answers = Sought.all(filter, names).answers("claims")
    return Tally(answers.total, answers.once, _shown(answers.counts(facets)))


def tally(kind: str, filter: Filter, names: Names, facets: Sequence[str]) -> Tally:
    """Of reports or of claims."""
    return (reports if kind == "articles" else claims)(filter, names, facets)


def _then(kind: str, filter: Filter, names: Names, facets: Sequence[str]) -> Counts:
    """Of another time: every facet a list has beside it, and the months if they are asked for."""
    of, by_period = (
        (counts.article_counts, counts.article_periods)
        if kind == "articles"
        else (counts.claim_counts, counts.claim_periods)
    )
    return of(filter, names) | ({PERIOD: by_period(filter, names)} if PERIOD in facets else {})


def _shown(found: Counts) -> Counts:
    return {name: pairs[: counts.MOST_SHOWN] if name == "topic" else pairs for name, pairs in found.items()}


def by_value(kind: str, facet: str, names: Names, filter: Filter = browse.NOW) -> Mapping[str, int]:
    """How many reports or claims there are for each value of one facet, at the filter's time: value → count."""
    if filter.is_of_another_time:
        slugs = names.slugs[facet]
        found = _THEN[kind, facet](names, filter)
        return {slugs[pk]: count for pk, count in found.items() if pk in slugs}
    return dict(Sought.all(filter, names).answers(kind).counts((facet,))[facet])


def by_outlet(names: Names, filter: Filter = browse.NOW) -> Mapping[int, tuple[int, int]]:
    """How many reports each outlet carried, and how many when its own copies and translations count once: row → both."""
    if filter.is_of_another_time:
        return counts.reports_by_outlet(filter)
    answers = Sought.all(filter, names).answers("articles")
    once = dict(answers.counts(("outlet",))["outlet"])
    return {names.ids["outlet"][slug]: (count, once[slug]) for slug, count in answers.with_copies("outlet").items()}


def by_institution(names: Names, filter: Filter = browse.NOW) -> Mapping[int, Mapping[str, int]]:
    """How many claims each body speaks, acts or is spoken to in, those that repeat one another once: row → said, did, told."""
    if filter.is_of_another_time:
        return counts.claims_by_institution(filter)
    return Sought.all(filter, names).answers("claims").by_part()


def last_changes(of: str, names: Names, filter: Filter = browse.NOW) -> Mapping[str, datetime]:
    """When a report of each province, topic, institution or outlet last changed, as `recent.last_changes` has it."""
    if filter.is_of_another_time:
        return recent.last_changes(of, filter)
    return Sought.all(filter, names).answers("articles").last_changed(of.removesuffix("s"))


def by_province(kind: str, names: Names, filters: Sequence[Filter]) -> list[Mapping[str, int]]:
    """How many reports or claims about each province pass each of several filters: slug → count.

    The filters differ in `year` or `month` alone. Of another time one query, however many they are.
    """
    if filters and filters[0].is_of_another_time:
        each = counts.articles_by_province_each if kind == "articles" else counts.claims_by_province_each
        slugs = names.slugs["province"]
        return [{slugs[pk]: count for pk, count in found.items() if pk in slugs} for found in each(filters, names)]
    return [by_value(kind, "province", names, filter) for filter in filters]


_THEN: Mapping[tuple[str, str], Callable[[Names, Filter], Mapping[int, int]]] = {
    ("articles", "province"): lambda names, time: counts.reports_by_province(time),
    ("claims", "province"): lambda names, time: counts.claims_by_province(time),
    ("articles", "topic"): counts.reports_by_topic,
    ("claims", "outlet"): lambda names, time: counts.claims_by_outlet(time),
}
