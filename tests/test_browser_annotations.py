"""A resolver of our own, run by a real browser on the report's page, finds exactly the words of a claim."""

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer
from selenium import webdriver

from articles.editing.claims import ClaimDraft, StepDraft, pin_claim
from articles.editing.drafting import Words, latest_revision, propose_revision
from articles.editing.publishing import publish_article
from articles.models import Claim
from articles.spans import find_exact
from sources.models import Speaker, Speech
from tests.conftest import reader_site
from tests.shelf import shelve
from tests.story import Story
from tests.test_browser import chromium, plain_static  # noqa: F401 — fixtures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RESOLVER = (Path(__file__).parent / "annotation_resolver.js").read_text(encoding="utf-8")
# Signs beyond the basic plane before and within the words, Hangul, words that occur again, words over two paragraphs.
BODY = (
    "🛶🛶 The ferry brought “rice 🍚 and 𝒳 salt”, a trader said. Again it brought “rice 🍚 and 𝒳 salt”.\n\n"
    "🚚 그는 “장마당에 쌀이 들어왔다”고 말했다. “장마당에 쌀이\n\n들어왔다”고 했다."
)
WORDS = [
    ("rice 🍚 and 𝒳 salt", 1),
    ("rice 🍚 and 𝒳 salt", 2),
    ("장마당에 쌀이 들어왔다", 1),
    ("장마당에 쌀이\n\n들어왔다", 1),
]


@pytest.fixture
def public_site(settings: Any) -> Iterator[str]:
    """The address of the public site, served to the browser by a server of its own.

    `live_server` lives for the whole run with the middleware of whoever asks first: it is the desk's.
    """
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "localhost"]
    with reader_site():
        server = LiveServer("localhost")
        settings.BASE_URL = server.url
        yield server.url
        server.stop()


def pinned(by: User) -> list[Claim]:
    """A report with those words, each pinned."""
    article = shelve(by=by, headline="Rice", body=BODY)
    revision, own = latest_revision(article), StepDraft(Speaker.OUTLET, Speech.OWN, outlet=article.outlet)
    claims = []
    for words, occurrence in WORDS:
        start, end = find_exact(revision.body, words, occurrence)
        claims.append(pin_claim(by=by, article=article, revision=revision, draft=ClaimDraft(start, end, [own])))
    publish_article(by=by, article=article)
    return claims


def resolved(browser: webdriver.Chrome, site: str, claim: Claim) -> tuple[Any, Any]:
    """The annotation, and what the resolver makes of it on the page it names."""
    with urllib.request.urlopen(f"{site}/claims/{claim.public_id}.jsonld") as answer:
        annotation = json.load(answer)
    browser.get(annotation["target"]["source"])
    return annotation, browser.execute_script(RESOLVER, annotation)


def test_position_and_quote_find_exactly_the_words(
    chromium: webdriver.Chrome,  # noqa: F811
    public_site: str,
    publisher: User,
) -> None:
    claims = pinned(publisher)
    for claim, (words, _) in zip(claims, WORDS, strict=True):
        _, found = resolved(chromium, public_site, claim)
        assert (found["position"], found["quote"], found["marked"], found["same"]) == (words, words, words, True)
        # Counted in UTF-16, the same positions would have missed.
        assert not found["fitsInUnits"]


def test_the_claims_of_the_story_are_found_also_after_a_correction(
    chromium: webdriver.Chrome,  # noqa: F811
    public_site: str,
    publisher: User,
    story: Story,
) -> None:
    revision = latest_revision(story.article)
    words = Words(revision.headline, f"🚚 A line before.\n\n{revision.body}")
    propose_revision(by=publisher, article=story.article, words=words)
    publish_article(by=publisher, article=story.article)

    for claim in (story.relayed, story.acted):
        annotation, found = resolved(chromium, public_site, claim)
        exact = claim.versions.get(is_current=True).exact
        assert (found["position"], found["quote"], found["marked"]) == (exact, exact, exact)
        assert annotation["target"]["source"].endswith("/v/2/")
        # Planted: the same annotation held against the text before the correction does not fit.
        chromium.get(annotation["target"]["source"].replace("/v/2/", "/v/1/"))
        assert chromium.execute_script(RESOLVER, annotation)["same"] is False
