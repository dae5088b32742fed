"""How many announcements fall due when, stand how, are of whom and about what; and how many were kept.

Each is counted once, as it is listed (`articles/queries/due.py`).
"""

# The stubs cannot follow querysets that carry annotations through our own classes.
# mypy: disable-error-code="type-var,assignment,return-value,attr-defined,misc,no-any-return"

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Count, Exists, F, OuterRef
from django.db.models.functions import Coalesce, TruncMonth

from articles.due import RECORDED, STATES
from articles.facets import Filter
from articles.models import ClaimTopic
from articles.queries.browse import ClaimVersions, claims_matching
from articles.queries.counts import MOST_SHOWN, Counts, claim_counts
from articles.queries.due import announcements, announcing, in_state
from articles.queries.names import Names
from sources.models import Step

# A share of so few would say more than we know.
ENOUGH = 10


def months(found: ClaimVersions) -> tuple[dict[date, int], int]:
    """How many fall due at the latest in each month, by its first day, and how many on no day; one query."""
    rows = found.order_by().annotate(month=TruncMonth("due_latest")).values_list("month").annotate(n=Count("pk"))
    counted = dict(rows)
    undated = counted.pop(None, 0)
    return counted, undated


def due_counts(
    filter: Filter, names: Names, states: Collection[str], day: date, among: Sequence[int] | None = None
) -> Counts:
    """How many for each value of each facet and for each state, as if that one were not used: parameter → [(value, n)].

    `among`: of few, by all topics and bodies; else by those with most.
    """

    def narrow(rows: Any) -> Any:
        return in_state(announcing(rows, filter), states, day, filter)

    few = None if among is None else partial(claims_matching, among=among)
    found = claim_counts(filter, names, narrow, ("province", "topic", "outlet"), few)
    bodies = announcements(filter.unused("institution"), names, states, day, among)
    return {
        "state": by_state(filter, names, day, among),
        **{name: found[name] for name in ("province", "topic")},
        "institution": _naming(bodies, names)[: MOST_SHOWN if among is None else None],
        "outlet": found["outlet"],
    }


def by_state(filter: Filter, names: Names, day: date, among: Sequence[int] | None = None) -> list[tuple[str, int]]:
    """How many stand in each state on a day: [(state, n)], those that some stand in; one query."""
    found = announcements(filter, names, (), day, among).order_by()
    counted = dict(found.values_list("due_state").annotate(n=Count("pk")).order_by())
    return [(state, counted[state]) for state in STATES if counted.get(state)]


def _naming(rows: ClaimVersions, names: Names) -> list[tuple[str, int]]:
    """In how many of the claims each body speaks, acts or is spoken to, each claim once; three queries."""
    rows = rows.order_by()
    speaks = Step.objects.published().filter(chain=OuterRef("chain"))
    said = Step.objects.published().filter(institution__isnull=False, chain__claim_versions__in=rows.values("pk"))
    acts = rows.exclude(actor=None).exclude(Exists(speaks.filter(institution=OuterRef("actor"))))
    told = rows.exclude(addressee=None).exclude(Exists(speaks.filter(institution=OuterRef("addressee"))))
    counts: Counter[int] = Counter()
    for found, field, count in (
        (said, "institution", Count("chain__claim_versions", distinct=True)),
        (acts, "actor", Count("pk")),
        (told.exclude(addressee=Coalesce(F("actor"), 0)), "addressee", Count("pk")),
    ):
        counts.update(dict(found.order_by().values_list(field).annotate(n=count)))
    slugs = names.slugs["institution"]
    listed = ((slugs[pk], count) for pk, count in counts.items() if pk in slugs)
    return sorted(listed, key=lambda pair: (-pair[1], pair[0]))


@dataclass(frozen=True)
class Kept:
    """How many announcements of one body, or on one topic, have an outcome, by state. `of`: parameter; `value`: slug."""

    of: str
    value: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many have an outcome."""
        return sum(self.counts.values())

    @property
    def is_enough(self) -> bool:
        """Whether there are so many that a share says something."""
        return self.total >= ENOUGH


def kept(filter: Filter, names: Names, day: date, among: Sequence[int] | None = None) -> list[Kept]:
    """By body that announced and by topic, with narrower ones: all that have an outcome; those with most first.

    A body announces what is said in its name and what it does itself, not what it is told. Three queries.
    """
    found = announcements(filter, names, RECORDED, day, among).order_by()
    rows = list(found.values_list("pk", "chain", "actor", "due_state"))
    state_of = {pk: state for pk, _, _, state in rows}
    bodies: dict[int, set[int]] = defaultdict(set)
    by_chain: dict[int, list[int]] = defaultdict(list)
    for pk, chain, actor, _ in rows:
        by_chain[chain].append(pk)
        if actor is not None:
            bodies[actor].add(pk)
    spoke = Step.objects.published().filter(chain__in=by_chain, institution__isnull=False)
    for chain, institution in spoke.values_list("chain", "institution"):
        bodies[institution].update(by_chain[chain])
    topics: dict[int, set[int]] = defaultdict(set)
    for pk, topic in (
        ClaimTopic.objects.published().filter(content_object__in=state_of).values_list("content_object", "tag")
    ):
        topics[topic].add(pk)
    wider = {pk: set().union(*(topics.get(each, set()) for each in below)) for pk, below in names.below.items()}
    counted = [*_kept("institution", bodies, state_of, names), *_kept("topic", wider, state_of, names)]
    return sorted(counted, key=lambda each: (each.of, -each.total, each.value))


def _kept(of: str, rows: Mapping[int, set[int]], state_of: Mapping[int, str], names: Names) -> Iterable[Kept]:
    slugs = names.slugs[of]
    for pk, versions in rows.items():
        if pk in slugs and versions:
            yield Kept(of, slugs[pk], Counter(state_of[version] for version in versions))
