"""Lists, feeds and counts of now come from the index: the same rows, cursors and numbers as the database would give."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.listing import ARTICLES, CLAIMS, Listing
from articles.queries import browse, counts, recent
from articles.queries.browse import NOW
from articles.queries.names import load_names
from articles.search import listed, tallies
from articles.search.index.schema import OUTSIDE, PART, PARTS, again, facet_of, part_number, part_of
from articles.search.sought import Sought
from sources.models import Institution
from tests.shelf import shelve
from tests.story import Story

Page = tuple[list[Any], str]


pytestmark = pytest.mark.usefixtures("on_the_public_site")


@pytest.fixture
def record(story: Story, publisher: User) -> Story:
    """The story with a copy at home and one elsewhere, and a report of two months."""
    shelve(by=publisher, headline="A copy", origin=story.article, published="2023-04-20", topics=("prices",))
    shelve(by=publisher, headline="A copy elsewhere", outlet="Southern Gazette", origin=story.article)
    shelve(
        by=publisher, headline="Another", outlet="Southern Gazette", published="2023-03/2023-04", provinces=("chagang",)
    )
    return story


def walked(page: Callable[[str], Page], of: Callable[[Any], str]) -> list[tuple[list[str], str]]:
    found, after = [], ""
    while True:
        rows, after = page(after)
        found.append(([of(row) for row in rows], after))
        if not after:
            return found


def test_counts_are_those_of_the_database(record: Story) -> None:
    names = load_names()

    carried = tallies.by_outlet(names)
    assert carried == counts.reports_by_outlet()
    assert sorted(carried.values()) == [(2, 1), (2, 2)]
    said = tallies.by_institution(names)
    assert said == counts.claims_by_institution() and any(any(each.values()) for each in said.values())
    for of in ("outlets", "provinces", "topics", "institutions"):
        changes = tallies.last_changes(of, names)
        assert changes and changes == recent.last_changes(of), of


def test_pages_and_cursors_are_those_of_the_database(record: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "NEWEST", 1)
    monkeypatch.setattr(recent, "OLD_AFTER", recent.OLD_AFTER * 1_000)
    reports, claims = Listing.of(ARTICLES, NOW), Listing.of(CLAIMS, NOW)

    def of_report(row: Any) -> str:
        return str(row.public_id)

    def of_claim(row: Any) -> str:
        return str(row.claim.public_id)

    pairs: list[tuple[Any, Any, Callable[[Any], str]]] = [
        (
            lambda after: reports.page(after, 1),
            lambda after: browse.article_page(reports.articles(), after, NOW, 1),
            of_report,
        ),
        (
            lambda after: claims.page(after, 1),
            lambda after: browse.claim_page(claims.claims(), after, NOW, 1),
            of_claim,
        ),
        (reports.changed, lambda after: recent.changed_articles(reports.articles(), after), of_report),
        (claims.changed, lambda after: recent.changed_claims(claims.claims(), after), of_claim),
    ]
    for now, then, of in pairs:
        assert walked(now, of) == walked(then, of)
    assert len(walked(reports.page, of_report)[0][0]) == 4


def test_what_a_body_does_is_a_list_of_its_own(record: Story) -> None:
    body = Institution.objects.published().get(slug="ryanggang-party-committee")
    lengths = []

    for part in counts.PARTS:
        answers = Sought.all(NOW, load_names()).answers("claims").in_part(body.pk, part)
        rows, _ = listed.whole_claims_of(answers)
        then, _ = browse.claim_page(counts.claims_of_institution(body.pk, part))
        assert [row.pk for row in rows] == [row.pk for row in then]
        assert (answers.total, answers.once) == counts.count_claims(counts.claims_of_institution(body.pk, part))
        lengths.append(len(rows))
    assert sum(lengths) > 0


@pytest.mark.parametrize("part", PARTS)
def test_a_body_and_what_it_does_are_one_number(part: str) -> None:
    number = part_number(60_000, part)

    assert part_of(number) == (60_000, part)
    for group in (1, 2**29, OUTSIDE + 2**40):
        assert again(group, PART, number) < 2**53
        assert facet_of(again(group, PART, number)) == (PART, number)
