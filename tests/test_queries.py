"""A single page costs the same number of queries however much hangs on what it shows."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.editing.claims import draft_of, latest_version, pin_claim
from articles.editing.drafting import latest_revision, propose_revision, words_of
from articles.editing.publishing import publish_article
from articles.spans import find_exact
from tests.conftest import Reader
from tests.shelf import shelve
from tests.story import Story

MORE = [
    "self-reliance is not the same as doing without trade",
    "trade has to serve an orderly economy that stands on its own feet",
    "workshops stood still once the border was shut",
]


@pytest.fixture
def cost(story: Story, reader: Reader) -> Callable[[str], int]:
    """`cost(address)`: how often the page there asks the database, when it is read for a second time."""

    def counted(address: str) -> int:
        assert reader.get(address).status_code == 200
        with CaptureQueriesContext(
            connection,
        ) as queries:
            reader.get(address)
        return sum(query["sql"].startswith("SELECT") for query in queries)

    return counted


def pin_more(by: User, story: Story) -> None:
    """Three more claims, each with a chain, an actor and an addressee."""
    draft = draft_of(latest_version(story.relayed))
    revision = latest_revision(story.article)
    for words in MORE:
        start, end = find_exact(revision.body, words)
        steps = [*draft.steps[:2]] if words == MORE[0] else draft.steps
        pin_claim(
            by=by,
            article=story.article,
            revision=revision,
            draft=type(draft)(
                start, end, steps, words, draft.attribution, actor=story.committee, addressee=story.committee,
                provinces=draft.provinces, topics=draft.topics, utterance=1,
            ),
        )  # fmt: skip
    publish_article(by=by, article=story.article)


@pytest.mark.parametrize(
    ("page", "most"),
    [
        ("/articles/{article}/", 8),
        ("/articles/{article}/v/1/", 8),
        ("/claims/{claim}/", 12),
        ("/claims/{claim}/v/1/", 12),
    ],
)
def test_a_page_costs_as_much_with_five_claims_as_with_two(
    page: str, most: int, story: Story, publisher: User, cost: Callable[[str], int]
) -> None:
    address = page.format(article=story.article.public_id, claim=story.relayed.public_id)
    before = cost(address)

    pin_more(publisher, story)

    assert cost(address) == before <= most


def test_neither_versions_revisions_nor_copies_cost_more(
    story: Story, publisher: User, cost: Callable[[str], int]
) -> None:
    article, claim = f"/articles/{story.article.public_id}/", f"/claims/{story.relayed.public_id}/"
    pin_more(publisher, story)
    shelve(by=publisher, headline="The first copy", outlet="Southern Gazette", origin=story.article)
    words = words_of(latest_revision(story.article))
    for number in range(1, 4):
        body = f"{words.body}\n\nAdded {number} times."
        propose_revision(by=publisher, article=story.article, words=type(words)(words.headline, body))
        publish_article(by=publisher, article=story.article)
        if number == 1:
            before = cost(article), cost(claim)
            shelve(by=publisher, headline="The second copy", outlet="Western Mirror", origin=story.article)
            shelve(by=publisher, headline="The third copy", outlet="Harbour Notes", origin=story.article)

    assert (cost(article), cost(claim)) == before
