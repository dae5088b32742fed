"""What a search found, as cards: reports and claims with the words that were found in them, spelt and filed as they were."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from articles.listing import ARTICLES
from articles.models import Article
from articles.pages.cards import (
    ArticleCard,
    ClaimCard,
    Piece,
    article_card,
    report_card,
    said_card,
    said_words,
)
from articles.queries import browse
from articles.queries.rows import ClaimRow, ReportRow, ReportText
from articles.queries.times import texts_then
from articles.search import Sought
from articles.search.marks import Mark, Marker, fragments
from articles.search.naming import names_in
from articles.search.sought import Span
from articles.unnamed import without_descriptors
from provinces.tongue import say

MOST_NAMES = 3
NO_BODIES: Mapping[str, str] = {}
_SPACES = re.compile(r"\s+")


def report_cards(
    pks: Sequence[int], found: Mapping[int, tuple[ReportRow, ReportText]], sought: Sought, *, is_nearly: bool = False
) -> tuple[ArticleCard, ...]:
    """The public reports of these numbers, in their order, each with what was found, or also what was not."""
    spans, marker = sought.filter.days(), sought.marker
    bodies = sought.bodies_in(ARTICLES, pks)
    return tuple(
        _with_found(
            report_card(row, spans),
            text,
            (text.body, text.claims),
            sought,
            marker,
            bodies=bodies[pk],
            wanting_of=(row.published.earliest, row.published.latest) if is_nearly else None,
        )
        for pk, (row, text) in ((pk, found[pk]) for pk in pks if pk in found)
    )


def report_cards_of_another_time(rows: list[Article], sought: Sought) -> tuple[ArticleCard, ...]:
    """These reports with what was found in their texts of the time; nothing then told what was said in their claims."""
    keys, filter, marker = {row.pk: row for row in rows}, sought.filter, sought.marker
    hidden = browse.descriptors_of(list(keys))
    texts = texts_then(filter).filter(article__in=keys).values_list("article", "headline", "body")
    found = {pk: ReportText(headline, body, "", tuple(hidden[pk])) for pk, headline, body in texts}
    return tuple(
        _with_found(article_card(row, filter.days(), True), text, (text.body,), sought, marker)
        for row, text in ((row, found.get(row.pk, ReportText("", "", "", ()))) for row in rows)
    )


def _with_found(
    card: ArticleCard,
    text: ReportText,
    words: Sequence[str],
    sought: Sought,
    marker: Marker,
    *,
    bodies: Mapping[str, str] = NO_BODIES,
    wanting_of: Span | None = None,
) -> ArticleCard:
    """The card with what was found in the headline and in `words`, without the report's words for its sources.

    `bodies`: those of its claims that were asked for, slug → name.
    `wanting_of`: the days a report is of that does not have all; it is told what it lacks.
    """
    filed = {name.slug: name.label for name in (*card.provinces, *card.topics)} | dict(bodies)
    shown = without_descriptors("\n".join(part for part in words if part), text.hidden, card.language)
    in_headline, in_body = marker.marks(text.headline), marker.marks(shown)
    return replace(
        card,
        headline_pieces=_pieces(text.headline, in_headline),
        pieces=_fragments(shown, in_body),
        spelt=_spelt((text.headline, in_headline), (shown, in_body)),
        through=_through(filed, sought, {mark.name for mark in (*in_headline, *in_body)}),
        lacks=sought.lacking((text.headline, shown), filed, wanting_of) if wanting_of else (),
    )


def _spelt(*found: tuple[str, Sequence[Mark]]) -> tuple[str, ...]:
    """ "Ryanggang, for Yanggang": the other spellings that were found."""
    said = [
        say("{found}, for {typed}", found=text[mark.start : mark.end], typed=mark.stands_for)
        for text, marks in found
        for mark in marks
        if mark.stands_for
    ]
    return tuple(dict.fromkeys(said))[:MOST_NAMES]


def _through(filed: Mapping[str, str], sought: Sought, marked: Collection[str]) -> tuple[str, ...]:
    """ "Ryanggang (량강도)": what the report is filed under, with the name that was typed where it is another.

    Only of names that are not `marked` in its words.
    """
    found = []
    for named in names_in(sought.tree):
        for thing in () if named.text in marked else (*named.things, *named.around):
            for slug, label in filed.items():
                if thing.slug and sought.is_under(thing, [slug]):
                    found.append(label if label.casefold() == named.text.casefold() else f"{label} ({named.text})")
    return tuple(dict.fromkeys(found))[:MOST_NAMES]


def claim_cards(
    rows: Iterable[ClaimRow], sought: Sought, bodies: Mapping[str, Mapping[str, str]] | None = None
) -> tuple[ClaimCard, ...]:
    """These claims with what was found: in our paraphrase, or else in the words themselves.

    `bodies`: those that were asked for and that a claim names, by its public id.
    """
    filter, marker = sought.filter, sought.marker
    cards = []
    for row in rows:
        exact = without_descriptors(row.exact, row.hidden, row.report.language)
        words = said_words(row)[0]
        in_words, in_exact = marker.marks(words), marker.marks(exact)
        shown = _pieces(words, in_words) if in_words else _fragments(exact, in_exact)
        card = said_card(row, filter.days(), filter.is_of_another_time)
        filed = {name.slug: name.label for name in (*card.provinces, *card.topics)}
        filed |= {speaker.institution: speaker.label for speaker in card.speakers if speaker.institution}
        filed |= (bodies or {}).get(row.public_id, {})
        cards.append(
            replace(
                card,
                pieces=shown,
                quotes_exact=not in_words and bool(shown),
                spelt=_spelt((words, in_words), (exact, in_exact)),
                through=_through(filed, sought, {mark.name for mark in (*in_words, *in_exact)}),
            )
        )
    return tuple(cards)


def _pieces(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """A text as plain pieces, for the template to escape."""
    found, at = [], 0
    for mark in marks:
        found += [(text[at : mark.start], False), (text[mark.start : mark.end], True)]
        at = mark.end
    found.append((text[at:], False))
    return tuple(Piece(_SPACES.sub(" ", part), marked) for part, marked in found if part)


def _fragments(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The fragments of a text that show what was found; nothing when nothing was."""
    found: list[Piece] = []
    for start, end in fragments(text, marks):
        inside = [Mark(mark.start - start, min(mark.end, end) - start) for mark in marks if start <= mark.start < end]
        before = " … " if found or start else ""
        found += [Piece(before, False)] * bool(before) + list(_pieces(text[start:end], inside))
    return (
        (*found, Piece(" …", False)) if found and found[-1].text and not text.endswith(found[-1].text) else tuple(found)
    )
