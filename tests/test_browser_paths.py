"""Who has never seen the site finds the claim about the shake-up from the home page, by four ways, in both languages."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, sync_playwright

from articles.dates import PartialDate
from articles.editing.claims import ClaimDraft, StepDraft, pin_claim
from articles.editing.drafting import file_article, latest_revision
from articles.editing.publishing import publish_article
from articles.models import Claim, Topic
from articles.spans import find_exact
from provinces.models import Province
from sources.models import Speaker, Speech
from tests.proof.tools import FLAGS, chromium
from tests.shelf import shelve
from tests.story import HEADLINE, IN_TIME, tell
from tests.test_browser import plain_static  # noqa: F401 — a fixture: without stylesheets the folds of a report stay shut
from tests.test_browser_annotations import public_site  # noqa: F401 — a fixture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_STEPS = 3
REVIEW = "The committee announced a review of all trading companies in the province by the end of June"
OURS = "The committee announced a shake-up of the province's trading companies by the end of June."
# The home page, then a step each: words to press, after a "?" words to look for.
NEWEST: list[tuple[str, ...]] = [("/", HEADLINE, OURS), ("/ko/", HEADLINE, OURS)]
WAYS: list[tuple[str, ...]] = [
    ("/", "Ryanggang", HEADLINE, OURS),
    ("/", "Political control 정치 통제", HEADLINE, OURS),
    ("/", "?shake-up", HEADLINE, OURS),
    ("/ko/", "양강도", HEADLINE, OURS),
    ("/ko/", "정치 통제 Political control", HEADLINE, OURS),
    ("/ko/", "?검열", HEADLINE, OURS),
]


@pytest.fixture
def shake_up(vocabulary: None, publisher: User) -> Claim:
    """The claim about the shake-up, in a report that is alone so far."""
    story = tell(by=publisher, publish=False)
    revision = latest_revision(story.article)
    steps = [
        StepDraft(Speaker.OUTLET, Speech.OWN, outlet=story.outlet),
        StepDraft(
            Speaker.INSTITUTION, Speech.INDIRECT, institution=story.committee, printed="The committee", verb="announced"
        ),
    ]
    provinces = [Province.objects.get(slug="ryanggang")]
    topics = list(Topic.objects.filter(slug__in=["inspections", "trading-companies"]))
    file_article(by=publisher, article=story.article, provinces=provinces, topics=topics)
    start, end = find_exact(revision.body, REVIEW)
    due = PartialDate.printed("by the end of June", "2023-06-30")
    draft = ClaimDraft(start, end, steps, OURS, provinces=provinces, topics=topics, due=due)
    claim = pin_claim(by=publisher, article=story.article, revision=revision, draft=draft)
    publish_article(by=publisher, article=story.article, at=IN_TIME)
    return claim


def ends(site: str, ways: list[tuple[str, ...]]) -> list[tuple[str, str]]:
    """(address, words marked) of the page where each way ends, in a window that has seen nothing yet and runs no scripts."""
    found = []
    with sync_playwright() as player, player.chromium.launch(executable_path=chromium(), args=list(FLAGS)) as browser:
        for home, *steps in ways:
            window = browser.new_page(java_script_enabled=False, viewport={"width": 1280, "height": 900})
            # Only that a step that leads nowhere comes to an end.
            window.set_default_timeout(60_000)
            window.goto(site + home)
            for words in steps:
                with window.expect_navigation():
                    step(window.get_by_role("main"), words)
            found.append((window.url, window.locator(".claim-words mark").inner_text()))
            window.close()
    return found


def step(page: Locator, words: str) -> None:
    """Look for words, or press the mouse where they are to be seen: on the map that is on the province under its name."""
    if words.startswith("?"):
        page.get_by_role("searchbox").fill(words[1:])
        page.get_by_role("button").click()
    else:
        page.get_by_text(words, exact=True).filter(visible=True).first.click(force=True)


def test_the_newest_a_province_a_topic_and_a_search_lead_to_the_claim(
    public_site: str,  # noqa: F811
    shake_up: Claim,
    publisher: User,
) -> None:
    def claims(ways: list[tuple[str, ...]]) -> list[tuple[str, str]]:
        return [(f"{public_site}{home}claims/{shake_up.public_id}/", REVIEW) for home, *_ in ways]

    assert all(len(steps) <= MOST_STEPS for _, *steps in [*NEWEST, *WAYS])
    assert ends(public_site, NEWEST) == claims(NEWEST)
    # A dozen newer ones about other things: from now on the home page lists the report no longer.
    for day in range(1, 13):
        shelve(
            by=publisher,
            headline=f"What came over the quay, part {day}",
            provinces=["rason"],
            topics=["seafood"],
            published=f"2023-06-{day:02}",
            at=datetime(2023, 6, day, 9, 30, tzinfo=UTC),
        )
    assert ends(public_site, WAYS) == claims(WAYS)


@pytest.mark.parametrize("home", ["/", "/ko/"])
def test_on_a_phone_the_head_has_two_lines_and_the_first_finding_is_in_the_first_window(
    public_site: str,  # noqa: F811
    shake_up: Claim,
    home: str,
) -> None:
    phone = {"width": 360, "height": 740}
    with sync_playwright() as player, player.chromium.launch(executable_path=chromium(), args=list(FLAGS)) as browser:
        window = browser.new_page(java_script_enabled=False, viewport=phone)  # type: ignore[arg-type]
        window.goto(f"{public_site}{home}search/?q=shake-up")
        head = window.get_by_role("banner")
        folded = head.locator("a, summary").filter(visible=True)
        # By their middles: a line takes some 36 pixels.
        lines = {round((box["y"] + box["height"] / 2) / 36) for each in folded.all() if (box := each.bounding_box())}
        assert len(lines) == 2
        found = window.locator(".row-title").first.bounding_box()
        assert found is not None and found["y"] + found["height"] <= phone["height"]
        topics = head.locator(f'a[href="{home}topics/"]')
        assert not topics.is_visible()
        head.locator("summary").click()
        topics.click()
        assert window.url == f"{public_site}{home}topics/"


def test_a_fold_whose_own_line_has_not_arrived_is_not_shown(public_site: str, shake_up: Claim) -> None:  # noqa: F811
    """A browser would put a line of its own there, and everything below would move when ours comes."""
    shown = "folds => folds.map(fold => getComputedStyle(fold).display !== 'none')"
    with sync_playwright() as player, player.chromium.launch(executable_path=chromium(), args=list(FLAGS)) as browser:
        window = browser.new_page()
        window.goto(f"{public_site}/search/?q=shake-up")
        folds = window.locator("details")
        before = folds.evaluate_all(shown)
        assert len(before) > 1 and all(before)
        folds.evaluate_all("folds => folds.forEach(fold => fold.querySelector('summary').remove())")
        assert not any(folds.evaluate_all(shown))
