"""Words that nothing breaks, as addresses and Korean without spaces have them, make no page wider than its window."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.contrib.staticfiles.finders import find
from playwright.sync_api import Route, sync_playwright

from articles.dates import PartialDate
from articles.editing.claims import ClaimDraft, StepDraft, pin_claim
from articles.editing.drafting import latest_revision
from articles.editing.publishing import publish_article
from sources.models import Speaker, Speech
from tests.conftest import Reader
from tests.proof.in_page import asking
from tests.proof.tools import FLAGS, chromium
from tests.shelf import shelve
from tests.test_browser import plain_static  # noqa: F401 — a fixture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG = {
    "en": "https://courier.example/" + "soappaperandcloth" * 12,
    "ko": "무역회사들에새로운규정을학습하라고지시했다" * 12,
}
WIDTHS = (320, 640, 1024, 1280)


def wider(site: Reader, addresses: Sequence[str]) -> list[tuple[str, int, object]]:
    """The pages that are wider than a window, with its width, by how much, and what stands out."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix("http://reader.example")
        if path.startswith("/static/"):
            route.fulfill(path=str(Path(str(find(path.removeprefix("/static/"))))))
        else:
            route.fulfill(body=pages[path], content_type="text/html; charset=utf-8")

    pages = {address: site.get(address).content for address in addresses}
    with (
        sync_playwright() as player,
        player.chromium.launch(executable_path=chromium(), args=list(FLAGS)) as browser,
    ):
        window = browser.new_page()
        window.route("**/*", answer)
        found = []
        for address in addresses:
            window.goto(f"http://reader.example{address}")
            for width in WIDTHS:
                window.set_viewport_size({"width": width, "height": 900})
                over, what = window.evaluate(asking("over"))
                if over > 0:
                    found.append((address, width, what))
        return found


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.usefixtures("plain_static")
def test_no_page_is_wider_than_its_window_for_a_long_word(language: str, publisher: User, reader: Reader) -> None:
    long = LONG[language]
    article = shelve(by=publisher, headline=long[:290], body=f"{long}\n\nMore.", language=language)
    own = StepDraft(Speaker.OUTLET, Speech.OWN, outlet=article.outlet)
    draft = ClaimDraft(0, len(long), [own], LONG["en"], due=PartialDate.parse("2030-12"))
    claim = pin_claim(by=publisher, article=article, revision=latest_revision(article), draft=draft)
    publish_article(by=publisher, article=article)
    addresses = [
        "/",
        "/articles/",
        "/claims/",
        "/due/",
        f"/articles/{article.public_id}/",
        f"/claims/{claim.public_id}/",
    ]
    assert wider(reader, [*addresses, *(f"/ko{each}" for each in addresses)]) == []
