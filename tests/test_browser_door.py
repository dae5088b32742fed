"""The desk's door in a real browser: an app's code, and a passkey of an authenticator that the driver plays."""

import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.virtual_authenticator import VirtualAuthenticatorOptions

from sources.models import SealedNote
from tests.story import Story
from tests.test_browser import chromium, complaints, picture, plain_static, waits  # noqa: F401 — fixtures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def type_password(browser: webdriver.Chrome, url: str, name: str) -> None:
    def asked(on: webdriver.Chrome) -> bool:
        on.get(f"{url}/login/")
        return bool(on.find_elements(By.NAME, "login"))  # not while a sign-out is on its way

    waits(browser).until(asked)
    browser.find_element(By.NAME, "login").send_keys(name)
    browser.find_element(By.NAME, "password").send_keys("a long enough password" + Keys.ENTER)


def arrive(browser: webdriver.Chrome, heading: str) -> None:
    """Wait for the page with this heading."""
    waits(browser).until(lambda b: b.find_element(By.TAG_NAME, "h1").text == heading)


def code_of(secret: str, steps: int = 0) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def test_an_app_is_added_and_its_code_opens_the_desk(
    chromium: webdriver.Chrome,  # noqa: F811 — a fixture
    live_server: LiveServer,
    editor: User,
    picture: Callable[[str], None],  # noqa: F811 — a fixture
) -> None:
    type_password(chromium, live_server.url, "editor")
    arrive(chromium, "A second factor first")
    picture("door-first")
    chromium.find_element(By.LINK_TEXT, "Add an app").click()
    arrive(chromium, "Add an app that makes codes")
    shown = chromium.find_element(By.CSS_SELECTOR, ".qr")
    assert chromium.execute_script("return arguments[0].naturalWidth", shown) > 0, "the policy lets the picture through"
    secret = chromium.find_element(By.CSS_SELECTOR, ".secret").text
    picture("door-app")
    chromium.find_element(By.NAME, "code").send_keys(code_of(secret) + Keys.ENTER)
    arrive(chromium, "Recovery codes")
    chromium.find_element(By.LINK_TEXT, "To the desk").click()
    arrive(chromium, "The desk")
    first = chromium.current_window_handle
    for _ in range(2):
        chromium.switch_to.new_window("tab")
        chromium.get(f"{live_server.url}/sessions/")
    chromium.execute_script(
        "document.querySelector('script[data-seconds]').dataset.seconds = '-1';"
        "window.dispatchEvent(new Event('visibilitychange'))"
    )
    assert chromium.execute_script("return document.body") is None, "a page that nobody looked at for so long is gone"
    chromium.close()
    chromium.switch_to.window(first)
    chromium.find_element(By.CSS_SELECTOR, "#logout-form button").click()
    chromium.switch_to.window(next(tab for tab in chromium.window_handles if tab != first))
    waits(chromium).until(lambda b: b.current_url == f"{live_server.url}/login/")
    chromium.close()
    chromium.switch_to.window(first)

    type_password(chromium, live_server.url, "editor")
    arrive(chromium, "Second step")
    chromium.find_element(By.NAME, "code").send_keys(code_of(secret) + Keys.ENTER)
    arrive(chromium, "The desk")
    assert complaints(chromium) == []


def test_a_passkey_is_added_opens_the_desk_and_proves_once_more_who_asks(
    chromium: webdriver.Chrome,  # noqa: F811 — a fixture
    live_server: LiveServer,
    keeper: User,
    story: Story,
    picture: Callable[[str], None],  # noqa: F811 — a fixture
) -> None:
    note = SealedNote.objects.create(attribution=story.source, body="a niece of the manager", written_by=keeper)
    chromium.add_virtual_authenticator(VirtualAuthenticatorOptions())
    type_password(chromium, live_server.url, "keeper")
    arrive(chromium, "A second factor first")
    chromium.find_element(By.LINK_TEXT, "Add a passkey").click()
    arrive(chromium, "Add a passkey")
    chromium.find_element(By.ID, "passkey-button").click()
    arrive(chromium, "Recovery codes")
    assert Authenticator.objects.filter(user=keeper, type="webauthn").count() == 1
    chromium.find_element(By.LINK_TEXT, "To the desk").click()
    arrive(chromium, "The desk")
    chromium.find_element(By.CSS_SELECTOR, "#logout-form button").click()

    type_password(chromium, live_server.url, "keeper")
    arrive(chromium, "Second step")
    picture("door-passkey")
    chromium.find_element(By.ID, "passkey-button").click()
    arrive(chromium, "The desk")

    for session in keeper.desk_sessions.all():
        data = session.get_decoded()
        for record in data["account_authentication_methods"]:
            record["at"] -= 301
        store = session.get_session_store_class()(session.session_key)
        store.update(data)
        store.save()
    chromium.get(f"{live_server.url}/sources/sealednote/{note.pk}/change/")
    chromium.find_element(By.CSS_SELECTOR, "button[form=reveal]").click()
    arrive(chromium, "Once more: is it you?")
    chromium.find_element(By.LINK_TEXT, "by passkey").click()
    waits(chromium).until(lambda b: b.find_elements(By.ID, "passkey-button"))
    assert "You were about to read a sealed note" in chromium.find_element(By.TAG_NAME, "main").text
    picture("door-again")
    chromium.find_element(By.ID, "passkey-button").click()
    waits(chromium).until(lambda b: "a niece of the manager" in b.find_element(By.TAG_NAME, "main").text)
    assert complaints(chromium) == []


def test_what_goes_wrong_with_a_passkey_is_told_on_the_page(
    chromium: webdriver.Chrome,  # noqa: F811 — a fixture
    live_server: LiveServer,
    editor: User,
) -> None:
    chromium.add_virtual_authenticator(VirtualAuthenticatorOptions())
    type_password(chromium, live_server.url, "editor")
    arrive(chromium, "A second factor first")
    for heading in ("Recovery codes", ""):
        chromium.get(f"{live_server.url}/second-factor/passkey/")
        chromium.find_element(By.ID, "passkey-button").click()
        if heading:
            arrive(chromium, heading)
    trouble = chromium.find_element(By.CSS_SELECTOR, ".passkey-trouble")
    waits(chromium).until(lambda _: trouble.is_displayed())
    assert trouble.text == "That one has been added already."
    assert complaints(chromium) == []
