"""Claims as W3C Web Annotations: what they say; that another program finds the words, tests/test_browser_annotations.py."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.editing.drafting import Words, latest_revision, propose_revision
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.withdrawing import withdraw_claim
from tests.story import ACTED, HEADLINE, IN_TIME, RELAYED, Story, tell

BASE = "http://127.0.0.1:8000"


pytestmark = pytest.mark.usefixtures("on_the_public_site")


def annotation(reader: Client, public_id: str, status: int = 200) -> Any:
    response = reader.get(f"/claims/{public_id}.jsonld")
    assert response.status_code == status
    type = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    assert response["Content-Type"] == (type if status == 200 else "application/problem+json")
    return json.loads(response.content)


def test_it_says_words_place_and_text(story: Story, reader: Client) -> None:
    text = story.article.texts.get()
    start = text.body.index(RELAYED)
    revision = f"{BASE}/articles/{story.article.public_id}/v/1/"

    assert annotation(reader, story.relayed.public_id) == {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"digest": f"{BASE}/about/#digest"}],
        "id": f"{BASE}/claims/{story.relayed.public_id}/v/1/",
        "type": "Annotation",
        "motivation": "describing",
        "created": IN_TIME.isoformat(),
        "modified": IN_TIME.isoformat(),
        "body": {
            "type": "TextualBody",
            "value": "The committee does not forbid trade.",
            "language": "en",
            "format": "text/plain",
        },
        "target": {
            "source": revision,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": RELAYED,
                    "prefix": text.body[start - 32 : start],
                    "suffix": text.body[start + len(RELAYED) :][:32],
                },
                {"type": "TextPositionSelector", "start": start, "end": start + len(RELAYED)},
            ],
            "state": {
                "type": "TimeState",
                "sourceDate": IN_TIME.isoformat(),
                "cached": revision,
                "digest": f"hmac-sha256:{text.digest}",
            },
        },
    }
    assert (
        f'href="/claims/{story.relayed.public_id}.jsonld"'
        in reader.get(f"/claims/{story.relayed.public_id}/").content.decode()
    )


def test_nothing_around_the_words_where_only_claims_may_be_shown(publisher: User, reader: Client) -> None:
    story = tell(by=publisher, show="claims")
    body = story.article.revisions.get().body

    quote, position = annotation(reader, story.acted.public_id)["target"]["selector"]

    assert quote == {"type": "TextQuoteSelector", "exact": ACTED}
    assert body[position["start"] : position["end"]] == ACTED


def test_a_claim_whose_words_are_no_longer_there_keeps_its_own_text(
    story: Story, publisher: User, second_publisher: User, reader: Client
) -> None:
    first = latest_revision(story.article)
    propose_revision(by=publisher, article=story.article, words=Words(HEADLINE, "Other words."))
    publish_article(by=publisher, article=story.article)
    assert annotation(reader, story.acted.public_id)["target"]["source"].endswith("/v/1/")

    first.refresh_from_db()
    removal = ask_removal(by=publisher, revision=first, reason="a scene")
    confirm_removal(by=second_publisher, removal=removal)
    removed = annotation(reader, story.acted.public_id, 410)
    assert (removed["title"], removed["why"]) == ("These words were removed", "removed")


def test_what_is_gone_or_never_was(story: Story, publisher: User, reader: Client) -> None:
    withdraw_claim(by=publisher, claim=story.acted, reason="told in confidence")

    assert annotation(reader, story.acted.public_id, 410)["why"] == "withdrawn by the editors"
    annotation(reader, "c0000000", 404)
    assert reader.get(f"/claims/{story.relayed.public_id.upper()}.jsonld").status_code == 308
