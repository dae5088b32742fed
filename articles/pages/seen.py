"""Where a phrase, a topic or a body was seen first, and last: the report and the claim, by the outlet's date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.facets import Filter
from articles.listing import ARTICLES, CLAIMS
from articles.pages.cards import report_card, said_card
from articles.queries.names import Names
from articles.queries.rows import ClaimRow, ReportRow, claim_rows, report_heads
from articles.search import Sought
from articles.search.seen import Edge, first, last


@dataclass(frozen=True)
class Sight:
    """A report or a claim at one end. `words`: its headline, or what it says as lists say it; `edge`: how sure that is."""

    public_id: str
    words: str
    language: str
    outlet: str
    published: str
    edge: Edge


@dataclass(frozen=True)
class Seen:
    """Each None where there is none, or where the last was not asked for."""

    report: Sight | None
    claim: Sight | None
    last_report: Sight | None
    last_claim: Sight | None


@dataclass(frozen=True)
class Ends:
    """The first and the last of each kind, before their rows are read; None where there is none, or it was not asked for."""

    of_reports: tuple[Edge | None, Edge | None] = (None, None)
    of_claims: tuple[Edge | None, Edge | None] = (None, None)

    @property
    def reports(self) -> list[int]:
        """Their row numbers."""
        return [edge.pk for edge in self.of_reports if edge]

    @property
    def claims(self) -> list[int]:
        """The same of claims."""
        return [edge.pk for edge in self.of_claims if edge]

    def sights(self, reports: Mapping[int, ReportRow], claims: Mapping[int, ClaimRow]) -> Seen:
        """What they are, out of rows that have been read."""
        (report, last_report), (claim, last_claim) = _reports(self.of_reports, reports), _claims(self.of_claims, claims)
        return Seen(report, claim, last_report, last_claim)


def ends(sought: Sought, *, with_last: bool = False) -> Ends:
    """Where a search finds something first, and last; nothing of another time. Nothing is asked of the database."""
    if sought.filter.is_of_another_time or not sought.opened:
        return Ends()
    of_reports, of_claims = sought.answers(ARTICLES), sought.answers(CLAIMS)
    return Ends(
        (first(of_reports), last(of_reports) if with_last else None),
        (first(of_claims), last(of_claims) if with_last else None),
    )


def seen(sought: Sought, *, with_last: bool = False) -> Seen | None:
    """The same with its rows; None of another time. Three queries."""
    if sought.filter.is_of_another_time or not sought.opened:
        return None
    found = ends(sought, with_last=with_last)
    return found.sights(report_heads(found.reports, sought.names), claim_rows(found.claims, sought.names))


def seen_now(filter: Filter, names: Names) -> Seen | None:
    """Where what passes was seen first and last; of another time that is not told."""
    return None if filter.is_of_another_time else seen(Sought.all(filter, names), with_last=True)


def _reports(edges: Sequence[Edge | None], found: Mapping[int, ReportRow]) -> list[Sight | None]:
    sights: list[Sight | None] = []
    for edge in edges:
        if edge is None or edge.pk not in found:
            sights.append(None)
            continue
        card = report_card(found[edge.pk])
        sights.append(Sight(card.public_id, card.headline, card.language, card.outlet.label, card.published, edge))
    return sights


def _claims(edges: Sequence[Edge | None], found: Mapping[int, ClaimRow]) -> list[Sight | None]:
    sights: list[Sight | None] = []
    for edge in edges:
        if edge is None or edge.pk not in found:
            sights.append(None)
            continue
        card = said_card(found[edge.pk])
        sights.append(Sight(card.public_id, card.words, card.language, card.outlet.label, card.published, edge))
    return sights
