"""The page of contradictions: the claims of each pair side by side, and how it stands."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from articles.contradictions import Contradicting
from articles.facets import FACETS, Chip, value_label
from articles.models import LinkGround, Settlement, SettlementGround
from articles.pages.cards import ClaimCard, claim_card
from articles.pages.lists import Choice, Panel, TimeNote, canonical, time_note
from articles.queries.contradictions import Row, facets_of
from provinces.tongue import say

PAGE = 20


@dataclass(frozen=True)
class StatedLine:
    """How a contradiction stood from a moment on, and why."""

    state: str
    ground: str
    at: datetime


@dataclass(frozen=True)
class PairCard:
    """One contradiction. `anchor`: its place on the page; `stated`: oldest first, the last is how it stands.

    `ground`: why an editor says that the two contradict each other.
    """

    anchor: str
    claims: tuple[ClaimCard, ClaimCard]
    ground: str
    stated: tuple[StatedLine, ...]

    @property
    def now(self) -> StatedLine:
        """How it stands."""
        return self.stated[-1]

    @property
    def before(self) -> tuple[StatedLine, ...]:
        """How it stood, newest first."""
        return tuple(reversed(self.stated[:-1]))


@dataclass(frozen=True)
class ContradictionsPage:
    """A page of the list. The names are those that templates of lists ask for."""

    label: str
    chips: tuple[Chip, ...]
    panels: tuple[Panel, ...]
    states: tuple[Choice, ...]
    pairs_shown: tuple[PairCard, ...]
    total: int
    query: str
    after: str
    next: str
    canonical: str
    pairs: tuple[tuple[str, str], ...]
    time: TimeNote | None
    undated: int = 0
    narrower_query: str = ""
    is_of_pairs: bool = True

    @property
    def other_days(self) -> tuple[tuple[str, str], ...]:
        """The parameter that asks for another day, with what it asks."""
        return (("as_of", say("As this site showed it on")),)

    @property
    def is_first(self) -> bool:
        """Whether this page is the list's first."""
        return not self.after


def pair_card(row: Row, is_of_another_time: bool = False) -> PairCard:
    """A row for people."""
    one, other = (claim_card(version, (), is_of_another_time) for version in row.versions)
    return PairCard(
        anchor=f"{one.public_id}-{other.public_id}",
        claims=(one, other),
        ground=say(LinkGround(row.ground).label),
        stated=tuple(
            StatedLine(say(Settlement(each.state).label), say(SettlementGround(each.ground).label), each.at)
            for each in row.stated
        ),
    )


def contradictions_page(asked: Contradicting, after: str = "") -> ContradictionsPage:
    """/contradictions/. Raises BadParameter."""
    filter = asked.filter
    rows, cursor = asked.page(after, PAGE)
    return ContradictionsPage(
        label=asked.label,
        chips=_chips(asked),
        panels=_panels(asked),
        states=_states(asked),
        pairs_shown=tuple(pair_card(row, filter.is_of_another_time) for row in rows),
        total=len(asked.pairs),
        query=asked.query(),
        after=after,
        next=asked.query(("after", cursor)) if cursor else "",
        canonical=canonical("articles:contradictions", asked.query(("after", after))),
        pairs=(*(pair for pair in asked.own if pair[1]), *filter.without_time().pairs()),
        time=time_note(filter, *asked.own),
    )


def _chips(asked: Contradicting) -> tuple[Chip, ...]:
    chips = list(asked.filter.chips(asked.names.labels, *asked.own))
    for heading, (name, value) in zip(("Claim", "Standing"), asked.own, strict=True):
        if value:
            others = [pair for pair in asked.own if pair[0] != name]
            chips.insert(
                0,
                Chip(
                    say(heading),
                    say(Settlement(value).label) if name == "state" else value,
                    asked.filter.query(*others),
                ),
            )
    return tuple(chips)


def _states(asked: Contradicting) -> tuple[Choice, ...]:
    """The list by how its contradictions stand."""
    found = Counter(pair.state for pair in asked.in_any_state)
    return tuple(
        Choice(
            say(state.label),
            found[state.value],
            asked.filter.query(("claim", asked.claim), ("state", "" if asked.state == state.value else state.value)),
            asked.state == state.value,
        )
        for state in Settlement
        if state.value in found
    )


def _panels(asked: Contradicting) -> tuple[Panel, ...]:
    """Provinces and topics of the contradictions on the list; a value already chosen leads back."""
    panels = []
    for name, counted in facets_of(asked.pairs).items():
        choices, slugs = [], asked.names.slugs[name]
        for pk, count in sorted(counted.items(), key=lambda pair: (-pair[1], slugs.get(pair[0], ""))):
            slug = slugs.get(pk)
            if slug:
                is_chosen = slug in asked.filter.values(name)
                other = asked.filter.without(name, slug) if is_chosen else asked.filter.having(name, slug)
                label = value_label(name, slug, asked.names.labels)
                choices.append(Choice(label, count, other.query(*asked.own), is_chosen))
        if choices:
            panels.append(Panel(name, say(FACETS[name][0]), tuple(choices)))
    return tuple(panels)
