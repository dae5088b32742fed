"""The keys of the article's screen do what the plain form does, in a real browser, whatever the keyboard and the selection."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from selenium import webdriver
from selenium.webdriver.common.by import By

from articles.dates import PartialDate
from articles.editing.drafting import Description, Words, draft_report
from articles.models import Article, Claim, ClaimVersion
from sources.models import Outlet
from tests.desk import unpinned
from tests.test_browser import _log_in, chromium, complaints, plain_static  # noqa: F401 — fixtures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Outside the first plane of Unicode, letters that do not compose, and the same words twice.
BODY = (
    "“\U0001f4e6 상자 \U00020000를 받았다”고 소식통이 말했다. 상자 \U00020000를 또 받았다.\n\n"
    "가격은 ㄱ̈와 같이 올랐다고 한다.\n\n마지막 문단의 상자 \U00020000를 본다."
)


def open_screen(browser: webdriver.Chrome, site: str, article: Article) -> None:
    _log_in(browser, site, "publisher")
    browser.get(f"{site}/articles/article/{article.pk}/change/")


def press(browser: webdriver.Chrome, **event: Any) -> None:
    """A key as a browser tells of it."""
    browser.execute_script(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, cancelable: true, ...arguments[0]}))",
        event,
    )


def decisions(browser: webdriver.Chrome) -> list[str]:
    return [
        offer.get_attribute("data-decision") or "" for offer in browser.find_elements(By.CSS_SELECTOR, "details.offer")
    ]


def select(browser: webdriver.Chrome, script: str) -> None:
    """`script` sets the ends of `range`, with `lines`, the paragraphs, and `texts(line)`, their words without numbers."""
    browser.execute_script(
        "const texts = (line) => { const found = [], walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);"
        "while (walker.nextNode()) if (!walker.currentNode.parentElement.matches('.n, b')) found.push(walker.currentNode);"
        "return found; };"
        "const lines = document.querySelectorAll('section.text p[data-start]'), range = document.createRange();"
        f"{script}; getSelection().removeAllRanges(); getSelection().addRange(range)"
    )


def test_words_beyond_the_first_plane_are_pinned_where_they_were_selected(
    chromium: webdriver.Chrome,  # noqa: F811
    live_server: Any,
    publisher: User,
) -> None:
    outlet = Outlet.objects.create(name="Northern Courier", slug="northern-courier", show="full")
    given = Description(language="ko", published=PartialDate.parse("2023-04"))
    article = draft_report(by=publisher, outlet=outlet, words=Words("상자", BODY), description=given)
    open_screen(chromium, live_server.url, article)
    words = "상자 \U00020000를"
    third = [at for at in range(len(BODY)) if BODY.startswith(words, at)][2]
    select(
        chromium,
        f"const node = texts(lines[2]).find((text) => text.data.includes('{words}'));"
        f"const at = node.data.indexOf('{words}'); range.setStart(node, at); range.setEnd(node, at + {len(words) + 1})",
    )
    press(chromium, key="c", code="KeyC")
    # From the last paragraph into what stands beside it, as three clicks select it.
    select(chromium, "range.setStart(lines[2], 0); range.setEnd(document.querySelector('div.said'), 0)")
    press(chromium, key="c", code="KeyC")
    # And over a border of paragraphs.
    select(
        chromium,
        "const from = texts(lines[1]).pop(); range.setStart(from, from.data.length - 4);"
        "range.setEnd(texts(lines[2])[0], 3)",
    )
    press(chromium, key="c", code="KeyC")
    press(chromium, key="s", code="KeyS")
    assert "Saved." in chromium.find_element(By.CSS_SELECTOR, ".messagelist").text
    found = {(row.exact, row.start) for row in ClaimVersion.objects.filter(claim__article=article)}
    last = BODY.split("\n\n")[2]
    over = "한다.\n\n마지막"
    assert found == {(words, third), (last, BODY.index(last)), (over, BODY.index(over))}
    assert complaints(chromium) == []


def test_a_key_that_is_held_decides_once_and_a_korean_keyboard_decides_too(
    chromium: webdriver.Chrome,  # noqa: F811
    live_server: Any,
    publisher: User,
) -> None:
    open_screen(chromium, live_server.url, unpinned(by=publisher))
    for _ in range(3):
        press(chromium, key="r", code="KeyR", repeat=True)
    assert set(decisions(chromium)) == {""}
    press(chromium, key="ㄱ", code="KeyR")
    assert decisions(chromium)[0] == "reject" and set(decisions(chromium)[1:]) == {""}
    press(chromium, key="ㅕ", code="KeyU")
    assert set(decisions(chromium)) == {""}


def wait_for_the_end(browser: webdriver.Chrome) -> bool:
    """As if the page had been open for as long as a session lasts; whether anything of it is left."""
    browser.execute_script(
        "const now = Date.now; Date.now = () => now() + 864e5; dispatchEvent(new Event('visibilitychange'))"
    )
    return bool(browser.execute_script("return document.querySelector('#screen') !== null"))


def test_a_page_that_holds_what_is_not_saved_yet_is_not_cleared_away(
    chromium: webdriver.Chrome,  # noqa: F811
    live_server: Any,
    publisher: User,
) -> None:
    article = unpinned(by=publisher)
    open_screen(chromium, live_server.url, article)
    press(chromium, key="r", code="KeyR")
    assert wait_for_the_end(chromium), "a key decided"
    chromium.execute_script("document.getElementsByName('report-archived_url')[0].value = 'nowhere at all'")
    press(chromium, key="s", code="KeyS")
    assert "Nothing was saved yet" in chromium.find_element(By.CSS_SELECTOR, ".errornote").text
    assert wait_for_the_end(chromium), "what was typed before stands here"
    chromium.execute_script("document.getElementsByName('report-archived_url')[0].value = ''")
    press(chromium, key="s", code="KeyS")
    assert "Saved." in chromium.find_element(By.CSS_SELECTOR, ".messagelist").text
    assert article.refusals.count() == 1
    assert not wait_for_the_end(chromium), "nothing was typed"


def test_a_claim_by_hand_has_the_whole_chain_of_the_one_around_it(
    chromium: webdriver.Chrome,  # noqa: F811
    live_server: Any,
    publisher: User,
) -> None:
    article = unpinned(by=publisher)
    open_screen(chromium, live_server.url, article)
    # A chain of five after the outlet, as a report of relays has it, and a date that is not printed.
    place = chromium.execute_script(
        "const box = document.querySelector('details.claim:not(.offer)');"
        "return box.querySelector('textarea[name$=\"-exact\"]').name.replace('exact', '')"
    )
    body = article.revisions.get().body
    sent = {"exact": body.split("\n\n")[0], "event_edtf": "2023-04"}
    sent |= {f"steps-{n}-printed": f"a trader {n}" for n in range(3)}
    sent |= {f"steps-{n}-who": "a named person" for n in range(3)}
    chromium.execute_script(
        "for (const [name, value] of Object.entries(arguments[1])) document.getElementsByName(arguments[0] + name)[0].value = value",
        place,
        sent,
    )
    press(chromium, key="s", code="KeyS")
    assert "Saved." in chromium.find_element(By.CSS_SELECTOR, ".messagelist").text
    claim = Claim.objects.get(article=article)
    # Now there are six places; two more speakers.
    sent = {f"steps-{n}-printed": f"a trader {n}" for n in (3, 4)} | {
        f"steps-{n}-who": "a named person" for n in (3, 4)
    }
    chromium.execute_script(
        "document.getElementById(arguments[0]).open = true;"
        "for (const [name, value] of Object.entries(arguments[1])) document.getElementsByName('claims-0-' + name)[0].value = value",
        claim.public_id,
        sent,
    )
    select(
        chromium,
        "const mark = lines[0].querySelector('mark'); const node = mark.lastChild;"
        "range.setStart(node, 0); range.setEnd(node, 20)",
    )
    press(chromium, key="c", code="KeyC")
    press(chromium, key="s", code="KeyS")
    assert "Saved." in chromium.find_element(By.CSS_SELECTOR, ".messagelist").text
    fresh = Claim.objects.exclude(pk=claim.pk).get(article=article).versions.get()
    assert [step.printed for step in fresh.chain.steps.all()][1:] == [f"a trader {n}" for n in range(5)]
    assert fresh.event_edtf == ""
