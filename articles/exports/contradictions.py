"""What is told of contradictions to programs: a row a pair. An unnamed source is called that, and no more."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from articles.contradictions import Contradicting
from articles.exports.rows import Row, means
from articles.exports.tables import table_of
from articles.feeds.entries import absolute
from articles.models import LinkGround, Settlement, SettlementGround, StatedSettlement
from articles.pages.cards import claim_card, words_for_lists
from articles.queries.contradictions import Row as Found

PIECE = 500


class ContradictionRow(Row):
    """Two claims that contradict each other, and how that stands."""

    one: str = means("public id of the claim in the earlier report")
    other: str = means("public id of the claim in the later report")
    address: str = means("of the two side by side")
    state: str = means("unresolved, explained or superseded")
    reason: str = means("of that state, from a closed list")
    since: datetime = means("when that was stated")
    stated: list[str] = means("every state with its day and reason, oldest first")
    because: str = means("why an editor says that they contradict each other, from a closed list")
    one_words: str = means("our paraphrase, or the report's words without what they say of its source")
    one_speakers: list[str] = means("its chain, outlet first; an unnamed source is called that and no more")
    one_outlet: str = means("of its report")
    one_published_earliest: date | None = means("first day that its report's date allows")
    one_published_latest: date | None = means("last day that date allows")
    other_words: str = means("as one_words")
    other_speakers: list[str] = means("as one_speakers")
    other_outlet: str = means("of its report")
    other_published_earliest: date | None = means("first day that its report's date allows")
    other_published_latest: date | None = means("last day that date allows")
    provinces: list[str] = means("slugs of the provinces that one of the two is about; never where a source is")
    topics: list[str] = means("slugs of the topics of the two")


def contradiction_row(found: Found) -> ContradictionRow:
    """A row of a page of contradictions."""
    now = found.stated[-1]
    sides: dict[str, Any] = {}
    cards = [claim_card(version) for version in found.versions]
    for side, card, version in zip(("one", "other"), cards, found.versions, strict=True):
        report = version.claim.article
        sides |= {
            side: card.public_id,
            f"{side}_words": words_for_lists(version)[0],
            f"{side}_speakers": [speaker.label for speaker in card.speakers],
            f"{side}_outlet": card.outlet.label,
            f"{side}_published_earliest": report.published_earliest,
            f"{side}_published_latest": report.published_latest,
        }
    return ContradictionRow(
        **sides,
        address=f"{absolute('articles:contradictions')}?claim={cards[0].public_id}#{cards[0].public_id}-{cards[1].public_id}",
        state=Settlement(now.state).label,
        reason=SettlementGround(now.ground).label,
        since=now.at,
        stated=[stated_in_words(each) for each in found.stated],
        because=LinkGround(found.ground).label,
        provinces=sorted({name.slug for card in cards for name in card.provinces}),
        topics=sorted({name.slug for card in cards for name in card.topics}),
    )


def stated_in_words(each: StatedSettlement) -> str:
    """How a contradiction stood from a day on: "2024-05-03 explained: they speak of different days"."""
    return f"{each.at:%Y-%m-%d} {Settlement(each.state).label}: {SettlementGround(each.ground).label}"


def table(asked: Contradicting) -> Iterator[str]:
    """The list as CSV; the first piece is ready before this returns."""
    return table_of(ContradictionRow, _pieces(asked))


def every_contradiction() -> Iterator[Found]:
    """All there are now, the last changed first."""
    for piece in _found(Contradicting.asked({})):
        yield from piece


def _pieces(asked: Contradicting) -> Iterator[list[ContradictionRow]]:
    return ([contradiction_row(row) for row in piece] for piece in _found(asked))


def _found(asked: Contradicting) -> Iterator[list[Found]]:
    after = ""
    while True:
        rows, after = asked.page(after, PIECE)
        yield rows
        if not after:
            return
