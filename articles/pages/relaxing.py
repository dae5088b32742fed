"""What a search that found nothing would find with one thing less: each limit and each part of the box taken away."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from articles.facets import FACET_NAMES, value_label
from articles.listing import Listing
from articles.search import Mode, Sought
from articles.search.sought import written
from articles.search.tree import And
from provinces.tongue import say

MOST = 6


@dataclass(frozen=True)
class Relaxed:
    """A way to look for less: what it does, how many there are then, and its query string."""

    label: str
    count: int
    query: str


def ways(listing: Listing) -> tuple[Relaxed, ...]:
    """Those that lead to something, at most MOST; the index alone is asked."""
    return tuple(islice(_leading(listing), MOST))


def _leading(listing: Listing) -> Iterator[Relaxed]:
    for label, sought in _tried(listing):
        total = sought.answers(listing.kind).total if sought.is_asking else 0
        if total:
            yield Relaxed(label, total, replace(listing, text=sought.text, filter=sought.filter, sought=sought).query())


def _tried(listing: Listing) -> Iterator[tuple[str, Sought]]:
    sought, filter = listing.sought, listing.filter
    assert sought is not None, "this is a search"
    typed = sought.typed
    parts = typed.all if isinstance(typed, And) else ()
    for place, part in enumerate(parts):
        rest = And((*parts[:place], *parts[place + 1 :]))
        yield say("Without “{word}”", word=written(part)), sought.of(rest.all[0] if len(rest.all) == 1 else rest)
    limits = [(name, value) for name in FACET_NAMES for value in filter.values(name)]
    for name, value in limits if sought.wanted or len(limits) > 1 else ():
        label = value_label(name, value, listing.names.labels)
        yield say("Without the limit “{label}”", label=label), replace(sought, filter=filter.without(name, value))
    if sought.mode == Mode.EXACT:
        yield say("In every spelling"), sought.of(typed, Mode.VARIANTS)
    elif sought.mode == Mode.VARIANTS:
        yield say("Also what looks alike"), sought.of(typed, Mode.LOOSE)
