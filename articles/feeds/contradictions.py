"""The feed of contradictions: what was put side by side, explained or superseded last comes first."""

from django.conf import settings

from articles.contradictions import Contradicting
from articles.feeds.entries import Entry, Feed, absolute
from articles.pages.cards import ClaimCard, shortened
from articles.pages.contradictions import PairCard, pair_card
from articles.queries.contradictions import Row
from articles.queries.recent import NEWEST


def contradictions_feed(asked: Contradicting, after: str = "") -> Feed:
    """Of the list. Raises BadParameter."""
    rows, cursor = asked.page(after, NEWEST)
    return Feed(
        name="contradictions",
        title=" ".join(part for part in ("Contradictions", asked.label) if part) + f" · {settings.SITE_NAME}",
        about="Two claims each that contradict each other, and whether that has been explained or superseded.",
        query=asked.query(),
        after=after,
        next=asked.query(("after", cursor)) if cursor else "",
        entries=tuple(_entry(row) for row in rows),
    )


def _entry(row: Row) -> Entry:
    pair = pair_card(row)
    one, other = pair.claims
    names = [name.label for card in pair.claims for name in (*card.provinces, *card.topics)]
    return Entry(
        address=f"{absolute('articles:contradictions')}?claim={one.public_id}#{pair.anchor}",
        title=shortened(f"{pair.now.state.capitalize()}: {one.words} / {other.words}", 160),
        text=_text(pair, one, other),
        author=settings.SITE_NAME,
        language="en",
        published=None,
        updated=row.changed,
        categories=tuple(dict.fromkeys(names)),
        more={"_claims": [one.public_id, other.public_id], "_state": pair.now.state},
    )


def _text(pair: PairCard, *cards: ClaimCard) -> str:
    said = [f"{card.words} ({' ← '.join(each.label for each in card.speakers)}; {card.published})" for card in cards]
    return f"{said[0]} — {said[1]} — {pair.now.state}: {pair.now.ground}."
