"""Who has never seen the site finds the claim about the shake-up from the home page, by four ways, in both languages."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page as Window
from playwright.sync_api import sync_playwright

from articles.dates import PartialDate
from articles.editing.claims import ClaimDraft, StepDraft, pin_claim
from articles.editing.drafting import latest_revision
from articles.editing.publishing import publish_article
from articles.models import Claim, Topic
from articles.spans import find_exact
from provinces.models import Province
from sources.models import Speaker, Speech
from tests.proof.tools import FLAGS, chromium
from tests.shelf import shelve
from tests.story import HEADLINE, tell
from tests.test_browser_annotations import public_site  # noqa: F401 — a fixture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_STEPS = 3
REVIEW = "The committee announced a review of all trading companies in the province by the end of June"
OURS = "The committee announced a shake-up of the province's trading companies by the end of June."
Step = Callable[[Window], None]


@pytest.fixture
def shake_up(vocabulary: None, publisher: User) -> Claim:
    """The report with a claim about the shake-up, the newest among a dozen of other provinces and topics."""
    story = tell(by=publisher, publish=False)
    revision = latest_revision(story.article)
    start, end = find_exact(revision.body, REVIEW)
    steps = [
        StepDraft(Speaker.OUTLET, Speech.OWN, outlet=story.outlet),
        StepDraft(
            Speaker.INSTITUTION, Speech.INDIRECT, institution=story.committee, printed="The committee", verb="announced"
        ),
    ]
    draft = ClaimDraft(
        start,
        end,
        steps,
        OURS,
        provinces=[Province.objects.get(slug="ryanggang")],
        topics=list(Topic.objects.filter(slug__in=["inspections", "trading-companies"])),
        due=PartialDate.printed("by the end of June", "2023-06-30"),
    )
    claim = pin_claim(by=publisher, article=story.article, revision=revision, draft=draft)
    publish_article(by=publisher, article=story.article, at=datetime(2023, 5, 2, 9, 30, tzinfo=UTC))
    for month, (province, topic) in enumerate(
        [("rason", "seafood"), ("nampo", "ports"), ("chagang", "timber")] * 4, start=1
    ):
        shelve(
            by=publisher,
            headline=f"What came over the quay, part {month}",
            provinces=[province],
            topics=[topic],
            published=f"2022-{month:02}-09",
        )
    return claim


@pytest.fixture
def window(shake_up: Claim) -> Iterator[Window]:
    """A window of a browser without scripts."""
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser.new_page(java_script_enabled=False, viewport={"width": 1280, "height": 900})
        browser.close()


def follow(name: str) -> Step:
    """Click the first link on the page whose words begin so."""
    return lambda window: window.locator("main a").filter(has_text=name).first.click()


def ask(words: str) -> Step:
    """Type words into the box for searching and send them."""

    def step(window: Window) -> None:
        window.fill("main input[type=search]", words)
        window.press("main input[type=search]", "Enter")

    return step


def beside(window: Window) -> None:
    """Where the report is read, what stands in the margin about the shake-up leads to the claim."""
    window.locator(".note").filter(has_text=OURS).locator("a.number").click()


# Every way ends at the report and, one step on, at the claim.
WAYS = {
    "": [[follow("Ryanggang")], [follow("Political control")], [ask("shake-up")], []],
    "/ko": [[follow("량강도")], [follow("정치 통제")], [ask("검열")], []],
}


@pytest.mark.parametrize("language", WAYS)
def test_province_topic_search_and_newest_lead_to_the_claim(
    language: str,
    window: Window,
    public_site: str,  # noqa: F811
    shake_up: Claim,
) -> None:
    for way in WAYS[language]:
        steps: Sequence[Step] = [*way, follow(HEADLINE), beside]
        assert len(steps) <= MOST_STEPS
        window.goto(f"{public_site}{language}/")
        for step in steps:
            with window.expect_navigation():
                step(window)
        assert window.url == f"{public_site}{language}/claims/{shake_up.public_id}/"
        assert window.locator("blockquote mark").inner_text() == REVIEW
        assert OURS in window.locator(".paraphrase").inner_text()
