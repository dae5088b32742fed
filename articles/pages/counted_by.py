"""What a map or a timeline counts, reports or claims, as its address says it."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.facets import Filter
from articles.listing import ARTICLES, CLAIMS
from provinces.tongue import say

# As an address says it → what is counted. The first is meant where an address says nothing.
COUNTS: Mapping[str, str] = {"reports": ARTICLES, "claims": CLAIMS}
LABELS: Mapping[str, str] = {"reports": "reports, copies counted once", "claims": "claims"}


@dataclass(frozen=True)
class Way:
    """What else can be counted; `query`: of the page that does."""

    label: str
    query: str
    is_shown: bool


def own(count: str) -> tuple[tuple[str, str], ...]:
    """The parameter that says what is counted; empty for what is meant anyway."""
    return (("count", "" if count == next(iter(COUNTS)) else count),)


def ways(filter: Filter, count: str) -> tuple[Way, ...]:
    """Everything that can be counted."""
    return tuple(Way(say(label), filter.query(*own(each)), each == count) for each, label in LABELS.items())


def pairs(filter: Filter, count: str) -> tuple[tuple[str, str], ...]:
    """What the address of the same as it is now is made of."""
    return (*((name, value) for name, value in own(count) if value), *filter.without_time().pairs())
