"""The article's screen in a real browser: `make browser`, which needs Chromium and its driver.

`make pictures` keeps what is seen on the way, for the guide to the desk.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from articles.editing.claims import draft_of, latest_version, revise_claim
from articles.editing.drafting import latest_revision, propose_revision, words_of
from articles.editing.leaving import propose_leaving
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal
from articles.editing.topic_merging import merge_topics
from articles.models import ActKind, Claim, ClaimVersion, ClaimWarning, Revision, Topic
from tests.conftest import enter
from tests.desk import unpinned
from tests.shelf import shelve
from tests.story import ACTED, Story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--window-size=1400,1000",
)  # fmt: skip


@pytest.fixture
def chromium() -> Iterator[webdriver.Chrome]:
    """A headless Chromium that keeps what its console says."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(shutil.which("chromedriver") or "chromedriver")
    browser = webdriver.Chrome(options=options, service=service)
    browser.implicitly_wait(5)
    yield browser
    browser.quit()


@pytest.fixture(autouse=True)
def plain_static(settings: Any) -> None:
    """The tests' own server hands out scripts and stylesheets under their plain names."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def screen(chromium: webdriver.Chrome, live_server: Any, editor: User, draft: Story) -> webdriver.Chrome:
    """The draft's screen, opened by an editor."""
    _log_in(chromium, live_server.url, "editor")
    chromium.get(f"{live_server.url}/articles/article/{draft.article.pk}/change/")
    return chromium


@pytest.fixture
def picture(chromium: webdriver.Chrome) -> Callable[[str], None]:
    """Keeps a picture of the window under a name, in the folder that PICTURES names; without it, nothing."""
    folder = os.environ.get("PICTURES", "")

    def keep(name: str) -> None:
        if folder:
            assert chromium.save_screenshot(str(Path(folder) / f"{name}.png"))

    return keep


def complaints(browser: webdriver.Chrome) -> list[str]:
    """What the console says of scripts and of the content security policy."""
    lines: list[dict[str, Any]] = browser.get_log("browser")  # type: ignore[no-untyped-call]
    # That the header of the page one signs out at did its work is no complaint; it is told now and then only.
    return [
        line["message"]
        for line in lines
        if not any(word in line["message"] for word in ("favicon", "Cleared data types"))
    ]


def test_words_selected_with_the_keyboard_become_a_claim(screen: webdriver.Chrome, draft: Story) -> None:
    screen.execute_script("document.querySelector('section.text').focus()")
    keys = ActionChains(screen)
    keys.key_down(Keys.SHIFT)
    for _ in range(4):
        keys.send_keys(Keys.ARROW_RIGHT)
    keys.key_up(Keys.SHIFT).send_keys("c").perform()
    keys.send_keys("In our words.").send_keys(Keys.ESCAPE).send_keys("s").perform()
    assert "Saved." in screen.find_element(By.CSS_SELECTOR, ".messagelist").text
    fresh = Claim.objects.exclude(pk__in=[draft.relayed.pk, draft.acted.pk]).get()
    version = fresh.versions.get()
    assert (version.exact, version.paraphrase) == ("The party committee of", "In our words.")
    assert complaints(screen) == []


def test_words_selected_with_the_mouse_across_marks_are_found(screen: webdriver.Chrome, draft: Story) -> None:
    """The second paragraph holds a marked claim, with a number in the text that is none of its words."""
    line = screen.find_elements(By.CSS_SELECTOR, "section.text p[data-start]")[1]
    screen.execute_script(
        "const range = document.createRange(); range.selectNodeContents(arguments[0]);"
        "getSelection().removeAllRanges(); getSelection().addRange(range)",
        line,
    )
    ActionChains(screen).send_keys("c").perform()
    # The cursor waits where the new claim's paraphrase is typed.
    place = (screen.switch_to.active_element.get_attribute("name") or "").removesuffix("-paraphrase")
    new = screen.find_element(By.NAME, f"{place}-exact").get_attribute("value")
    assert new == draft.article.revisions.get().body.split("\n\n")[1]
    assert ACTED in (new or "")
    assert screen.find_element(By.NAME, f"{place}-occurrence").get_attribute("value") == "1"
    assert complaints(screen) == []


def drag_over(browser: webdriver.Chrome, words: str) -> None:
    """Select words of the text with the mouse, from their first letter to past their last."""
    ends = browser.execute_script(
        """
        const walker = document.createTreeWalker(document.querySelector("section.text"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.data.indexOf(arguments[0]);
          if (at < 0) continue;
          walker.currentNode.parentElement.scrollIntoView({ block: "center" });
          const box = (from, to) => {
            const range = document.createRange();
            range.setStart(walker.currentNode, from);
            range.setEnd(walker.currentNode, to);
            return range.getBoundingClientRect();
          };
          const first = box(at, at + 1), last = box(at + arguments[0].length - 1, at + arguments[0].length);
          return [first.left + 1, first.top + first.height / 2, last.right, last.top + last.height / 2].map(Math.round);
        }
        """,
        words,
    )
    mouse = ActionChains(browser)
    pointer: Any = mouse.w3c_actions.pointer_action
    pointer.move_to_location(*ends[:2])
    pointer.pointer_down()
    pointer.move_to_location(*ends[2:])
    pointer.pointer_up()
    mouse.perform()


def test_suggestions_are_decided_by_key_one_by_one_and_saved_once(
    chromium: webdriver.Chrome, live_server: Any, publisher: User, picture: Callable[[str], None]
) -> None:
    """The whole story without its claims: every suggestion is looked at, every question answered."""
    article = unpinned(by=publisher)
    _log_in(chromium, live_server.url, "publisher")
    chromium.get(f"{live_server.url}/articles/article/{article.pk}/change/")
    offered = len(chromium.find_elements(By.CSS_SELECTOR, "details.offer"))
    presses = 0
    picture("desk-suggested")
    while not chromium.find_element(By.CSS_SELECTOR, "#keys b").text.startswith("0 of") or (
        "warning" in chromium.find_element(By.CSS_SELECTOR, "#keys b").text
    ):
        current = chromium.find_element(By.CSS_SELECTOR, "details.offer.current")
        is_asking = current.get_attribute("data-decision") == "accept"
        if is_asking:
            chromium.execute_script("arguments[0].scrollIntoView(); scrollBy(0, -90)", current)
            picture("desk-warning")
        ActionChains(chromium).send_keys("1" if is_asking else "a").perform()
        presses += 1
        assert presses < 40
    # What one sentence says twice becomes a second claim by hand: a selection and a key each, all else is filled in.
    by_hand = {
        "the gap would close only step by step": "machines and raw materials cannot all be made",
        "Trade is to bring in what the province lacks most.": "machines and raw materials cannot all be made",
        "told personnel departments to report to it in detail": "announced a review of all trading companies",
    }
    for words in by_hand:
        drag_over(chromium, words)
        ActionChains(chromium).send_keys("c").perform()
        presses += 2
    ActionChains(chromium).send_keys(Keys.ESCAPE).send_keys("b").send_keys("s").perform()
    presses += 3
    assert "Saved." in chromium.find_element(By.CSS_SELECTOR, ".messagelist").text
    picture("desk-saved")
    claims = Claim.objects.filter(article=article)
    assert claims.count() == offered + len(by_hand) > 12
    assert not ClaimWarning.objects.filter(claim__article=article).exclude(answer="keep").exists()
    chains = {version.exact: str(version.chain) for version in ClaimVersion.objects.filter(claim__in=claims)}
    for words, around in by_hand.items():
        assert chains[words] in {chain for exact, chain in chains.items() if around in exact}, (words, chains)
    assert presses <= 25
    assert complaints(chromium) == []


def test_the_pages_beside_the_screen_fit_any_window_and_complain_of_nothing(
    chromium: webdriver.Chrome,
    live_server: Any,
    story: Story,
    publisher: User,
    second_publisher: User,
    picture: Callable[[str], None],
) -> None:
    """A day at the desk: many are filed, a publication is looked through, a claim graded, a topic merged and taken back."""
    for number, topics in enumerate((["smuggling"], ["smuggling", "market-prices"], [])):
        shelve(by=publisher, headline=f"What the market asked for soap, part {number + 1}", topics=topics)
    _propose_changes(publisher, story)
    removal = ask_removal(by=second_publisher, revision=_an_old_text(publisher), reason="it names a private address")
    merge = merge_topics(
        by=publisher, topic=Topic.objects.get(slug="trading-companies"), into=Topic.objects.get(slug="market-prices")
    )
    _log_in(chromium, live_server.url, "publisher")

    def visit(path: str, name: str = "") -> None:
        chromium.get(f"{live_server.url}{path}")
        _fits(chromium)
        if name:
            picture(name)

    visit("/", "desk-front")
    visit("/articles/article/?lacks=claim")
    chromium.execute_script("document.querySelectorAll('input.action-select').forEach(box => box.click())")
    Select(chromium.find_element(By.NAME, "action")).select_by_value("file_them")
    chromium.find_element(By.CSS_SELECTOR, "button[name=index]").click()
    # The page before it has a `main` of its own, which may be gone when it is asked for its words.
    waits(chromium).until(lambda browser: "Topics to add" in browser.find_element(By.TAG_NAME, "main").text)
    _fits(chromium)
    picture("desk-filing")
    visit(f"/articles/article/{story.article.pk}/publish/", "desk-publish")
    visit(f"/articles/claim/{story.relayed.pk}/grade/", "desk-grade")
    visit(f"/articles/claim/{story.relayed.pk}/links/")
    visit("/history/", "desk-history")
    visit(f"/removals/{removal.pk}/", "desk-removal")
    visit("/removals/")
    visit(f"/merged-topics/{merge.pk}/")
    chromium.find_element(By.CSS_SELECTOR, "main form .default").click()
    assert "is a topic of its own again" in chromium.find_element(By.CSS_SELECTOR, ".messagelist").text
    visit("/merged-topics/")
    assert complaints(chromium) == []


def _log_in(browser: webdriver.Chrome, url: str, name: str) -> None:
    """As by both factors; how people do that is in tests/test_browser_door.py."""
    client = Client()
    enter(client, User.objects.get(username=name))
    browser.get(f"{url}/login/")
    name = settings.SESSION_COOKIE_NAME
    browser.add_cookie({"name": name, "value": client.cookies[name].value, "path": "/"})


def waits(browser: webdriver.Chrome) -> WebDriverWait[webdriver.Chrome]:
    return WebDriverWait(browser, 20, ignored_exceptions=(StaleElementReferenceException,))


def _fits(browser: webdriver.Chrome) -> None:
    """Nothing stands out over the side of a wide window, nor of a narrow one."""
    wide = browser.get_window_size()
    for width in (360, 1280):
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        over = browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0, (browser.current_url, width, over)
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert browser.get_window_size() == wide


def _propose_changes(by: User, story: Story) -> None:
    """One claim is reworded, one is to leave, and the text gains a sentence."""
    words = words_of(latest_revision(story.article))
    propose_leaving(by=by, claim=story.acted, reason="we had misheard it")
    version = latest_version(story.relayed)
    draft = replace(draft_of(version), paraphrase="Trade is not forbidden, says the committee.")
    revise_claim(by=by, claim=story.relayed, revision=version.revision, draft=draft, reason="clearer")
    propose_revision(by=by, article=story.article, words=replace(words, body=f"{words.body}\n\nIt snowed."))


def _an_old_text(by: User) -> Revision:
    article = shelve(by=by, headline="Soap is short", body="Traders waited at 7 Mill Lane.", outlet="Harbour Notes")
    words = words_of(latest_revision(article))
    propose_revision(by=by, article=article, words=replace(words, body="Traders waited."))
    publish_article(by=by, article=article, kind=ActKind.CORRECTED_HERE, reason="too near")
    return article.revisions.get(number=1)
