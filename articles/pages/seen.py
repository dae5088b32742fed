"""Where a phrase, a topic or a body was seen first, and last: the report and the claim, by the outlet's date."""

from dataclasses import dataclass

from articles.listing import ARTICLES, CLAIMS
from articles.pages.cards import report_card, said_card
from articles.queries.rows import claim_rows, report_heads
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


def seen(sought: Sought, *, with_last: bool = False) -> Seen | None:
    """Where a search finds something first, and last; None of another time. Three queries."""
    if sought.filter.is_of_another_time or not sought.opened:
        return None
    of_reports, of_claims = sought.answers(ARTICLES), sought.answers(CLAIMS)
    reports = _reports([first(of_reports), last(of_reports) if with_last else None], sought)
    claims = _claims([first(of_claims), last(of_claims) if with_last else None], sought)
    return Seen(reports[0], claims[0], reports[1], claims[1])


def _reports(edges: list[Edge | None], sought: Sought) -> list[Sight | None]:
    found = report_heads([edge.pk for edge in edges if edge], sought.names)
    sights: list[Sight | None] = []
    for edge in edges:
        if edge is None or edge.pk not in found:
            sights.append(None)
            continue
        card = report_card(found[edge.pk])
        sights.append(Sight(card.public_id, card.headline, card.language, card.outlet.label, card.published, edge))
    return sights


def _claims(edges: list[Edge | None], sought: Sought) -> list[Sight | None]:
    found = claim_rows([edge.pk for edge in edges if edge], sought.names)
    sights: list[Sight | None] = []
    for edge in edges:
        if edge is None or edge.pk not in found:
            sights.append(None)
            continue
        card = said_card(found[edge.pk])
        sights.append(Sight(card.public_id, card.words, card.language, card.outlet.label, card.published, edge))
    return sights
