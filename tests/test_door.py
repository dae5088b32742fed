"""The desk's door: two factors, sessions that end, waits for who guesses, and proof once more before some acts."""

import os
import re
import subprocess
import sys
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt
from cryptography.fernet import Fernet
from django.contrib.admin.models import LogEntry
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone

from articles.editing.withdrawing import SecondPersonNeeded, restore_article, withdraw_article
from articles.models import State
from config import settings as written
from config.door import tries
from config.door.adapters import FactorAdapter, _key_of_before
from config.door.events import leave_refusal
from config.models import DeskSession, Tries
from sources.models import SealedNote
from tests.conftest import DESK_HANDLER
from tests.desk import Desk, Page, door, fill, words
from tests.story import Story

pytestmark = pytest.mark.each_python

PASSWORD = "a long enough password"


def code_of(secret: str, *, steps: int = 0) -> str:
    """What an app shows now, or so many half-minutes later."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def with_app(user: User) -> str:
    """Give the account an app; its key."""
    secret: str = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def type_password(desk: Desk, name: str, password: str = PASSWORD, *, at: str = "/login/", **said: Any) -> Page:
    form = desk.get(at).forms["login-form"]
    fill(form, login=name, password=password)
    return form.submit(expect_errors=True, **said)


def type_code(page: Page, code: str, **said: Any) -> Page:
    form = page.forms["code-form"]
    fill(form, code=code)
    return form.submit(expect_errors=True, **said)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`later(minutes=5)`: so much time passes for sessions and waits, and none else."""
    passed, start = timedelta(0), timezone.now()

    def pass_by(**much: float) -> None:
        nonlocal passed
        passed += timedelta(**much)

    monkeypatch.setattr(timezone, "now", lambda: start + passed)
    return pass_by


@pytest.fixture(autouse=True)
def clients(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has tried anything yet."""
    monkeypatch.setattr(tries._clients, "_buckets", OrderedDict())


# Two factors.


def test_a_password_alone_opens_nothing_but_the_page_that_asks_for_a_second_factor(editor: User) -> None:
    desk = Desk()
    assert type_password(desk, "editor", at="/login/?next=/history/").location == "/history/"
    for address in ("/", "/history/", "/articles/article/", "/sessions/", "/password_change/", "/second-factor/codes/"):
        assert desk.get(address).location == "/second-factor/", address
    page = desk.get("/second-factor/")
    assert "A second factor first" in words(page)
    assert desk.post("/history/", {"csrfmiddlewaretoken": desk.cookies["desk-csrf"]}).location == "/second-factor/"


def test_an_app_is_added_without_a_script_and_the_codes_are_shown_once(editor: User) -> None:
    desk = Desk()
    page = type_password(desk, "editor").follow().follow().click("Add an app")
    secret = page.html.select_one(".secret").text
    form = page.forms["app-form"]
    fill(form, code="000000")
    again = form.submit()
    assert "Incorrect code." in words(again)
    assert again.html.select_one(".secret").text == secret
    fill(again.forms["app-form"], code=code_of(secret))
    shown = again.forms["app-form"].submit().follow()
    assert len(re.findall(r"\b\d{8}\b", words(shown))) == 10
    assert not re.search(r"\b\d{8}\b", words(desk.get("/second-factor/codes/")))
    assert desk.get("/").status_code == 200
    assert [entry.change_message for entry in LogEntry.objects.order_by("pk")] == [
        "Signed in with the password alone, to add a second factor.", "Added an app as second factor.",
    ]  # fmt: skip

    other = Desk()
    asked = type_password(other, "editor").follow()
    assert other.get("/").location == "/login/?next=/", "not in yet"
    assert type_code(asked, code_of(secret)).location == "/"
    assert other.get("/").status_code == 200


def test_a_code_of_the_app_is_good_once(editor: User) -> None:
    secret = with_app(editor)
    code = code_of(secret)
    assert type_code(type_password(Desk(), "editor").follow(), code).location == "/"
    refused = type_code(type_password(Desk(), "editor").follow(), code)
    assert "Incorrect code." in words(refused)
    assert type_code(refused, code_of(secret, steps=1)).location == "/", "the next is good already: clocks differ"
    assert "Incorrect code." in words(type_code(type_password(Desk(), "editor").follow(), code_of(secret, steps=-1)))


def test_a_recovery_code_opens_once_and_leaves_an_event(editor: User) -> None:
    with_app(editor)
    code, *_ = RecoveryCodes.activate(editor).get_unused_codes()
    assert type_code(type_password(Desk(), "editor").follow(), code).location == "/"
    assert "Incorrect code." in words(type_code(type_password(Desk(), "editor").follow(), code))
    assert LogEntry.objects.get().change_message == "Signed in with the password and a recovery code."


def test_recovery_codes_that_were_shown_are_kept_as_hashes_and_each_opens_once(editor: User) -> None:
    with_app(editor)
    code, other, *_ = RecoveryCodes.activate(editor).get_unused_codes()
    assert code in words(Desk(editor).get("/second-factor/codes/"))
    kept = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES)
    assert "seed" not in kept.data and len(kept.data["migrated_codes"]) == 10
    assert all(
        check_password(each, hashed) for each, hashed in zip((code, other), kept.data["migrated_codes"], strict=False)
    )
    assert "Incorrect code." in words(
        type_code(type_password(Desk(), "editor").follow(), kept.data["migrated_codes"][1])
    )
    assert type_code(type_password(Desk(), "editor").follow(), f" {code} ").location == "/"
    assert "Incorrect code." in words(type_code(type_password(Desk(), "editor").follow(), code))
    assert "9 of 10" in words(Desk(editor).get("/second-factor/codes/"))
    assert type_code(type_password(Desk(), "editor").follow(), other).location == "/"


def test_who_signed_in_and_what_was_tried_before_stands_in_the_accounts_history(
    editor: User, caplog: pytest.LogCaptureFixture
) -> None:
    secret = with_app(editor)
    for name in ("editor", "editor", "nobody"):
        type_password(Desk(), name, "a guess")
    step = type_password(Desk(), "editor").follow()
    type_code(type_code(step, "000000"), code_of(secret))
    assert [entry.change_message for entry in LogEntry.objects.filter(object_id=str(editor.pk)).order_by("pk")] == [
        "Tries of the password in vain before one was right: 2.",
        "Tries of the second factor in vain before one was right: 1.",
        "Signed in with the password and a code of the app.",
    ]
    said = [record.getMessage() for record in caplog.records if record.name.startswith("config.door")]
    assert said == ["refused at the door: SignIn"] * 3 + ["refused at the door: SecondStep"]


def test_what_somebody_may_not_do_stands_in_his_history(tagger: User, caplog: pytest.LogCaptureFixture) -> None:
    Desk(tagger).get("/auth/user/add/", status=403)
    assert LogEntry.objects.get().change_message == "Was refused: admin:auth_user_add."
    assert "refused at the desk: admin:auth_user_add" in caplog.text


def test_a_thousand_refusals_are_one_line_an_hour_and_page(
    tagger: User, editor: User, caplog: pytest.LogCaptureFixture
) -> None:
    def lines() -> list[str]:
        return [entry.change_message for entry in LogEntry.objects.order_by("pk")]

    desk = Desk(tagger)
    desk.get("/auth/user/add/", status=403)
    for _ in range(998):
        leave_refusal(to=tagger, page="admin:auth_user_add")
    desk.get("/auth/user/add/", status=403)
    assert lines() == ["Was refused: admin:auth_user_add, 1,000 times within an hour."]
    assert caplog.text.count("refused at the desk") == 1
    # Another page, another account and another hour have lines of their own.
    leave_refusal(to=tagger, page="admin:auth_user")
    leave_refusal(to=editor, page="admin:auth_user_add")
    LogEntry.objects.filter(user=tagger).update(action_time=timezone.now() - timedelta(minutes=61))
    desk.get("/auth/user/add/", status=403)
    assert lines()[1:] == [
        "Was refused: admin:auth_user.", "Was refused: admin:auth_user_add.", "Was refused: admin:auth_user_add.",
    ]  # fmt: skip
    assert caplog.text.count("refused at the desk") == 2


def test_who_comes_in_with_the_password_before_the_owner_enrols_is_thrown_out_when_he_does(editor: User) -> None:
    thief, owner = Desk(), Desk()
    type_password(thief, "editor")
    assert thief.get("/second-factor/").status_code == 200
    page = type_password(owner, "editor").follow().follow().click("Add an app")
    secret = page.html.select_one(".secret").text
    fill(page.forms["app-form"], code=code_of(secret))
    page.forms["app-form"].submit()
    assert thief.get("/second-factor/").location == "/login/?next=/second-factor/"
    assert owner.get("/").status_code == 200


def test_a_session_that_never_showed_the_second_factor_is_over_once_there_is_one(editor: User) -> None:
    thief = Desk()
    type_password(thief, "editor")
    with_app(editor)
    assert thief.get("/second-factor/").location == "/login/?next=/second-factor/"
    assert thief.get("/").location == "/login/?next=/"


def test_the_last_second_factor_stays(editor: User) -> None:
    with_app(editor)
    desk = Desk(editor)
    for ask in (desk.get, lambda address: desk.post(address, _token(desk))):
        assert "That is your last second factor" in words(ask("/second-factor/app/remove/").follow())
    assert Authenticator.objects.count() == 1


def test_a_dump_of_the_database_holds_no_key_of_an_app(editor: User) -> None:
    secret = with_app(editor)
    app, codes = Authenticator.objects.get(), RecoveryCodes.activate(editor).instance
    assert secret not in str(app.data)
    assert decrypt(app.data["secret"]) == secret
    assert decrypt(codes.data["seed"]) not in str(codes.data)
    assert (
        FactorAdapter().decrypt(Fernet(_key_of_before(written.SECRET_KEY)).encrypt(b"as it was kept first").decode())
        == "as it was kept first"
    )
    with override_settings(SECRET_KEY="another key than that which it was kept under"):
        empty = hotp_value("", int(time.time()) // 30)
        refused = type_code(type_password(Desk(), "editor").follow(), format_hotp_value(empty))
        assert "Incorrect code." in words(refused)


def test_under_a_new_key_a_factor_opens_that_was_sealed_under_the_one_before_and_is_sealed_anew(editor: User) -> None:
    secret = with_app(editor)
    with override_settings(SECRET_KEY="another key than that of before", SECRET_KEY_FALLBACKS=[written.SECRET_KEY]):
        assert type_code(type_password(Desk(), "editor").follow(), code_of(secret)).location == "/"
    with override_settings(SECRET_KEY="another key than that of before"):
        assert decrypt(Authenticator.objects.get().data["secret"]) == secret


@pytest.mark.parametrize("name", ["nobody", "reader", "locked"])
def test_who_is_no_editor_hears_the_same_as_with_a_wrong_password(name: str, editor: User) -> None:
    User.objects.create_user("reader", password=PASSWORD)
    User.objects.create_user("locked", password=PASSWORD, is_staff=True, is_active=False)
    wrong = words(type_password(Desk(), "editor", "not the password"))
    assert "not correct" in wrong
    assert words(type_password(Desk(), name)) == wrong


def test_a_password_is_typed_unseen_and_taken_to_the_letter(editor: User) -> None:
    exact = "  Eleven Herons, 열한 마리 by the River  "
    editor.set_password(exact)
    editor.save()
    page = Desk().get("/login/")
    field = page.html.select_one("[name=password]")
    assert (field["type"], field.get("maxlength"), field.get("autocomplete")) == ("password", None, "current-password")
    for other in (exact.strip(), exact.lower(), exact[:20]):
        assert type_password(Desk(), "editor", other).status_code == 200
    assert type_password(Desk(), "editor", exact).status_code == 302


def test_a_forgotten_password_is_set_anew_and_the_second_factor_stays(editor: User, publisher: User) -> None:
    secret, there = with_app(editor), Desk(editor)
    page = Desk(publisher).get(f"/auth/user/{editor.pk}/password/")
    form = next(form for form in page.forms.values() if "password1" in form.fields)
    fill(form, password1="quite another long phrase", password2="quite another long phrase")
    form.submit("set-password", status=302)
    assert there.get("/").status_code == 302, "who was in is out"
    back = Desk()
    step = type_password(back, "editor", "quite another long phrase").follow()
    assert type_code(step, code_of(secret)).location == "/"
    assert back.get("/").location == back.get("/history/").location == "/password_change/", (
        "it is known to somebody else"
    )
    for chosen, status in (("quite another long phrase", 302), ("a phrase that I alone know", 200)):
        page = back.get("/password_change/")
        form = next(form for form in page.forms.values() if "old_password" in form.fields)
        fill(form, old_password="quite another long phrase", new_password1=chosen, new_password2=chosen)
        form.submit()
        assert back.get("/").status_code == status


def test_a_password_that_somebody_gave_is_no_longer_good_after_a_week(
    editor: User, publisher: User, later: Callable[..., None]
) -> None:
    add = Desk(publisher).get("/auth/user/add/")
    form = next(form for form in add.forms.values() if "password1" in form.fields)
    fill(form, username="heron", password1="quite another long phrase", password2="quite another long phrase")
    form.submit("_save", status=302)
    assert type_password(Desk(), "heron", "quite another long phrase").status_code == 302
    later(days=8)
    assert type_password(Desk(), "heron", "quite another long phrase").status_code == 200


def test_signing_in_leads_to_no_other_site(editor: User) -> None:
    for address in (
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:alert(1)",
    ):
        page = Desk()
        form = page.get("/login/", {"next": address}).forms["login-form"]
        fill(form, login="editor", password=PASSWORD)
        assert form.submit().location in ("/", "/second-factor/"), address


def test_nobody_signs_up_resets_by_mail_or_manages_addresses(editor: User) -> None:
    for address in ("/signup/", "/password/reset/", "/email/", "/login/code/", "/accounts/signup/", "/accounts/login/"):
        Desk().get(address, status=(302, 404))
        assert Desk(editor).get(address, status=404)


def test_an_answer_of_a_passkey_that_makes_no_sense_is_refused_and_breaks_nothing(editor: User) -> None:
    with_app(editor)
    nonsense = ["", "{}", "[]", "null", "7", '"x"', '{"id": 1}', '{"response": {}}', "{" * 3000, "x" * 30_000]
    nonsense += [f'{{"id":"AA","rawId":"AA","type":"public-key","response":{inner}}}' for inner in (
        "{}", "[]", "null", '{"clientDataJSON":"AA","attestationObject":"AA"}',
        '{"clientDataJSON":"e30","authenticatorData":"AA","signature":"AA"}',
        '{"clientDataJSON":"e30","authenticatorData":"' + "A" * 60 + '","signature":"AA","userHandle":"AA"}',
    )]  # fmt: skip
    for credential in nonsense:
        desk = Desk()
        type_password(desk, "editor").follow()
        Tries.objects.all().delete()
        answer = desk.post("/login/second/", {**_token(desk), "credential": credential})
        assert (answer.status_code, desk.get("/").status_code) == (200, 302), credential
        inside = Desk(editor)
        inside.get("/second-factor/passkey/")
        answer = inside.post("/second-factor/passkey/", {**_token(inside), "name": "x", "credential": credential})
        assert answer.status_code == 200, credential
    assert [row.type for row in Authenticator.objects.all()] == ["totp"]


def test_passwords_are_hashed_by_argon2_those_of_before_at_the_next_sign_in(editor: User) -> None:
    with override_settings(PASSWORD_HASHERS=written.PASSWORD_HASHERS):
        editor.password = make_password(PASSWORD, hasher="pbkdf2_sha256")
        editor.save()
        type_password(Desk(), "editor")
        assert User.objects.get().password.startswith("argon2$argon2id$")


# Waits.


def test_each_wait_for_a_guesser_is_longer_and_none_is_longer_than_a_minute(
    editor: User, later: Callable[..., None]
) -> None:
    waits = []
    for _ in range(14):
        answer = type_password(Desk(), "editor", "a guess")
        if answer.status_code == 429:
            waits.append(int(answer.headers["Retry-After"]))
            later(seconds=waits[-1])
            assert type_password(Desk(), "editor", "a guess").status_code == 200
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60][: len(waits)] and len(waits) >= 8
    answer = type_password(Desk(), "Editor ", "a guess")
    assert "Nothing more is heard for 60 seconds" in words(answer)
    # A stranger cannot hold the owner off for longer than that, and is forgotten once the owner is in.
    later(seconds=60)
    assert type_password(Desk(), "editor").status_code == 302
    assert Tries.objects.count() == 0


def test_while_one_account_waits_others_sign_in_and_names_nobody_has_wait_alike(
    editor: User, tagger: User, later: Callable[..., None]
) -> None:
    for name in ("editor", "nobody"):
        assert {type_password(Desk(), name, "a guess").status_code for _ in range(5)} == {200}
        assert type_password(Desk(), name).status_code == 429
    assert type_password(Desk(), "tagger").status_code == 302
    assert not any("editor" in row.of or "nobody" in row.of for row in Tries.objects.all())


def test_many_guesses_at_once_are_no_more_than_one_after_the_other(editor: User, later: Callable[..., None]) -> None:
    """Each is counted before it is judged; here none is judged at all."""
    request: Any = type("Request", (), {"META": {}})()
    assert [tries.take(request, tries.PASSWORD, "password editor") for _ in range(8)] == [0, 0, 0, 0, 0, 1, 1, 1]


def test_codes_are_guessed_no_faster_and_wait_longer(editor: User, later: Callable[..., None]) -> None:
    with_app(editor)
    waits = []
    page = type_password(Desk(), "editor").follow()
    for _ in range(40):
        answer = type_code(page, "123 456")
        if answer.status_code == 429:
            waits.append(int(answer.headers["Retry-After"]))
            later(seconds=waits[-1])
    assert (waits[:4], max(waits, default=0)) == ([1, 2, 4, 8], 900)


def test_a_client_that_tries_many_accounts_waits_and_its_address_is_nowhere(editor: User, tagger: User) -> None:
    stranger: dict[str, Any] = {"extra_environ": {"REMOTE_ADDR": "8.8.8.8"}}
    desk = Desk()
    answers = [type_password(desk, f"name {number}", "a guess", **stranger) for number in range(21)]
    assert [answer.status_code for answer in answers] == [200] * 20 + [429]
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
    assert type_password(Desk(), "editor", extra_environ={"REMOTE_ADDR": "9.9.9.9"}).status_code == 302
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT count(*) FROM \"{table}\" t WHERE t::text LIKE '%%8.8.8.8%%'")
            assert cursor.fetchone() == (0,), table


# Sessions.


def test_a_session_is_over_after_half_an_hour_of_silence(editor: User, later: Callable[..., None]) -> None:
    desk = Desk(editor)
    for _ in range(3):
        later(minutes=29)
        assert desk.get("/").status_code == 200
    later(minutes=31)
    assert desk.get("/").location == "/login/?next=/"


def test_a_session_is_over_after_twelve_hours_however_busy(editor: User, later: Callable[..., None]) -> None:
    desk = Desk(editor)
    for _ in range(35):
        later(minutes=20)
        assert desk.get("/").status_code == 200
    later(minutes=20)
    assert desk.get("/").location == "/login/?next=/"


def test_cookies_are_for_this_host_its_pages_alone_and_this_run_of_the_browser(editor: User) -> None:
    browser = Client()
    browser.handler = DESK_HANDLER
    assert browser.post("/login/", {"login": "editor", "password": PASSWORD}).status_code == 302
    cookie = browser.cookies["desk"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
    assert (cookie["expires"], cookie["max-age"], cookie["domain"]) == ("", "", "")


def test_what_the_next_page_tells_is_in_no_cookie(editor: User, desk: Callable[[User], Client]) -> None:
    browser = desk(editor)
    assert browser.get("/articles/topic/999999/change/").status_code == 302
    assert set(browser.cookies) <= {"desk", "desk-csrf"}
    assert "doesn’t exist" in browser.get("/").content.decode()


@pytest.mark.parametrize(("header", "status"), [("X-Forwarded-Proto", 302), ("", 301)])
def test_behind_a_web_server_https_is_known_by_the_header_that_was_named(header: str, status: int) -> None:
    environment = {
        **os.environ,
        "SITE": "desk",
        "SECRET_KEY": "x",
        "BASE_URL": "https://desk.example",
        "ALLOWED_HOSTS": "desk.example",
        "PROTOCOL_HEADER": header,
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    script = (
        "import django; django.setup()\n"
        "from django.test import Client\n"
        "asked = Client().get('/history/', headers={'host': 'desk.example', 'x-forwarded-proto': 'https'})\n"
        "print(asked.status_code, asked['Location'])"
    )
    answer = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True)
    leads_to = {302: "/login/?next=/history/", 301: "https://desk.example/history/"}[status]
    assert answer.stdout == f"{status} {leads_to}\n", answer.stderr


@pytest.mark.parametrize(
    ("base_url", "said"),
    [
        ("https://reading-room.example", "__Host-desk True __Host-desk-csrf True\n"),
        ("http://127.0.0.1:8000", "desk False desk-csrf False\n"),
        ("http://reading-room.example", ""),
    ],
)
def test_without_https_cookies_go_to_this_very_machine_alone(base_url: str, said: str, tmp_path: Path) -> None:
    script = "from config.settings import *; print(SESSION_COOKIE_NAME, SESSION_COOKIE_SECURE, CSRF_COOKIE_NAME, CSRF_COOKIE_SECURE)"
    own = {
        "SITE": "desk",
        "SECRET_KEY": "x",
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
        "BASE_URL": base_url,
    }
    environment = {**os.environ, **own, "DATA_DIR": str(tmp_path)}
    answer = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True)
    assert answer.stdout == said
    assert bool(said) or "BASE_URL='http://reading-room.example': must begin with https://" in answer.stderr


def test_my_sessions_are_listed_and_each_ends_at_once(editor: User, tagger: User) -> None:
    here, there, elsewhere = Desk(editor), Desk(editor), Desk(tagger)
    with_app(editor)
    firefox = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
    form = there.get("/login/", expect_errors=True)
    assert form.location == "/", "who is in need not sign in"
    third = Desk()
    page = third.get("/login/").forms["login-form"]
    fill(page, login="editor", password=PASSWORD)
    step = page.submit(headers=firefox).follow()
    fill(step.forms["code-form"], code=code_of(_secret(editor)))
    step.forms["code-form"].submit(headers=firefox)

    listed = here.get("/sessions/")
    rows = [
        [cell.get_text(" ", strip=True) for cell in row.select("td")]
        for row in listed.html.select(".sessions tbody tr")
    ]
    assert len(rows) == 3
    assert sorted(row[2] for row in rows) == ["Firefox", "not known", "not known (this one)"]
    assert not [row for row in DeskSession.objects.all() if "rv:140" in str(row.get_decoded())]

    firefoxes = next(
        form for form in listed.forms.values() if "mark" in form.fields and _row_of(listed, form) == "Firefox"
    )
    assert "Ended." in words(firefoxes.submit().follow())
    assert third.get("/").status_code == 302
    assert there.get("/").status_code == 200
    here.get("/sessions/").forms["others-form"].submit("_others")
    assert (there.get("/").status_code, here.get("/").status_code, elsewhere.get("/").status_code) == (302, 200, 200)
    own = next(form for form in here.get("/sessions/").forms.values() if "mark" in form.fields)
    assert own.submit().location == "/login/"
    assert here.get("/").status_code == 302


def test_nobody_ends_the_session_of_another(editor: User, tagger: User) -> None:
    here, other = Desk(editor), Desk(tagger)
    mark = other.get("/sessions/").html.select_one("[name=mark]")["value"]
    here.get("/sessions/")
    assert "over already" in words(here.post("/sessions/", {**_token(here), "mark": mark}).follow())
    assert other.get("/").status_code == 200


def test_a_form_that_is_not_from_the_desk_does_nothing(editor: User) -> None:
    here, other = Desk(editor), Desk(editor)
    here.get("/sessions/")
    here.post("/sessions/", {"_others": ""}, status=403)
    here.post("/sessions/", {"_others": "", "csrfmiddlewaretoken": "a" * 64}, status=403)
    for address in ("/again/", "/second-factor/", "/second-factor/codes/new/", "/login/", "/nowhere/"):
        here.post(address, {"password": PASSWORD}, status=403)
    assert other.get("/").status_code == 200


def test_another_session_is_ended_only_with_proof(editor: User) -> None:
    here, other = Desk(editor, seconds_ago=600), Desk(editor)
    asked = here.get("/sessions/").forms["others-form"].submit("_others").follow()
    assert "about to end a session of yours" in words(asked)
    assert other.get("/").status_code == 200
    form = asked.forms["again-form"]
    fill(form, password=PASSWORD)
    assert "Ended: 1." in words(form.submit().follow())
    assert (other.get("/").status_code, here.get("/").status_code) == (302, 200)


def test_proof_gives_the_session_a_new_key(editor: User) -> None:
    desk = Desk(editor, seconds_ago=600)
    before = desk.cookies["desk"]
    form = desk.get("/again/").forms["again-form"]
    fill(form, password=PASSWORD)
    form.submit()
    assert desk.cookies["desk"] != before and desk.get("/").status_code == 200
    whoever_had_it = Desk()
    whoever_had_it.set_cookie("desk", before)
    assert whoever_had_it.get("/").status_code == 302


def test_signing_out_ends_the_session_and_the_browser_is_told_to_forget(editor: User) -> None:
    desk = Desk(editor)
    before = desk.cookies["desk"]
    out = desk.post("/logout/", _token(desk))
    assert out.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not DeskSession.objects.filter(session_key=before).exists()
    assert "Clear-Site-Data" not in desk.get("/login/").headers


def test_an_operator_ends_the_sessions_of_one_or_of_everybody(editor: User, tagger: User, publisher: User) -> None:
    one, same, other = Desk(editor), Desk(editor), Desk(tagger)
    call_command("end_sessions", "editor", by="publisher")
    assert [desk.get("/").status_code for desk in (one, same, other)] == [302, 302, 200]
    call_command("end_sessions", all=True, by="publisher")
    assert other.get("/").status_code == 302
    assert [str(entry.change_message) for entry in LogEntry.objects.all()] == ["Ended all sessions by command."] * 2
    with pytest.raises(CommandError, match="nobody: there is no such editor"):
        call_command("end_sessions", "nobody", by="publisher")


def test_a_new_password_ends_all_other_sessions(editor: User) -> None:
    here, there = Desk(editor), Desk(editor)
    form = next(form for form in here.get("/password_change/").forms.values() if "old_password" in form.fields)
    fill(
        form,
        old_password=PASSWORD,
        new_password1="quite another long phrase",
        new_password2="quite another long phrase",
    )
    form.submit(status=302)
    assert (here.get("/").status_code, there.get("/").status_code) == (200, 302)
    assert LogEntry.objects.get().change_message == "Changed the password."
    assert len(here.get("/sessions/").html.select(".sessions tbody tr")) == 1


def test_the_old_password_is_not_guessed_any_faster_by_who_sits_at_an_open_desk(
    editor: User, later: Callable[..., None]
) -> None:
    desk = Desk(editor)
    typed = {
        "old_password": "a guess",
        "new_password1": "quite another long phrase",
        "new_password2": "quite another long phrase",
    }
    answers = [desk.post("/password_change/", {**_token(desk), **typed}, expect_errors=True) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]


# Proof, once more.


def test_a_report_is_brought_back_only_with_proof_and_the_form_goes_on_as_it_was(
    story: Story, publisher: User, second_publisher: User
) -> None:
    withdraw_article(by=publisher, article=story.article, reason="a person")
    desk = Desk(second_publisher, seconds_ago=301)
    form = desk.get(door("articles_article_restore", story.article.pk)).forms[1]
    fill(form, reason="The person is out of danger.")
    asked = form.submit().follow()
    assert f"You were about to bring report {story.article.public_id} back" in words(asked)
    story.article.refresh_from_db()
    assert story.article.state == State.WITHDRAWN
    fill(asked.forms["again-form"], password="a guess")
    asked = asked.forms["again-form"].submit()
    assert f"You were about to bring report {story.article.public_id} back" in words(asked)
    fill(asked.forms["again-form"], password=PASSWORD)
    done = asked.forms["again-form"].submit()
    story.article.refresh_from_db()
    assert (done.status_code, story.article.state) == (302, State.PUBLISHED)
    assert "Restored: act 3." in words(done.follow())
    assert "The person is out of danger." in words(desk.get(door("articles_article_history", story.article.pk)))


def test_a_sealed_note_is_shown_only_with_proof(story: Story, keeper: User) -> None:
    note = SealedNote.objects.create(attribution=story.source, body="a niece of the manager", written_by=keeper)
    secret = with_app(keeper)
    desk = Desk(keeper, seconds_ago=301)
    asked = desk.get(door("sources_sealednote_change", note.pk)).forms["reveal"].submit().follow()
    assert "You were about to read a sealed note" in words(asked) and "niece" not in words(asked)
    assert LogEntry.objects.count() == 0
    by_code = asked.click("by code")
    fill(by_code.forms["again-form"], code=code_of(secret))
    shown = by_code.forms["again-form"].submit()
    assert "a niece of the manager" in words(shown)
    assert LogEntry.objects.get().change_message == "Read the note."
    assert "niece" in words(desk.get(door("sources_sealednote_change", note.pk)).forms["reveal"].submit()), (
        "five minutes"
    )


def test_an_account_is_added_only_with_proof(publisher: User) -> None:
    desk = Desk(publisher, seconds_ago=301)
    assert desk.get("/auth/user/add/").location == "/again/"
    assert "You were about to add an account" in words(desk.get("/again/"))
    assert Desk(publisher, seconds_ago=280).get("/auth/user/add/").status_code == 200, "five minutes"


def test_a_secret_under_another_key_opens_nothing(editor: User) -> None:
    sealed = FactorAdapter().encrypt("JBSWY3DPEHPK3PXP")
    assert FactorAdapter().decrypt(sealed) == "JBSWY3DPEHPK3PXP"
    with override_settings(SECRET_KEY="another" * 9):
        found = FactorAdapter().decrypt(sealed)
    assert found not in {"", "JBSWY3DPEHPK3PXP"} and len(found) == 32


def test_groups_are_given_only_with_proof(publisher: User, tagger: User) -> None:
    desk = Desk(publisher, seconds_ago=301)
    form = desk.get(door("auth_user_change", tagger.pk)).forms["user_form"]
    form.set("groups", True, index=_box(form, Group.objects.get(name="publisher").pk))
    asked = form.submit("_save").follow()
    assert "You were about to change an account and its groups" in words(asked)
    assert not tagger.groups.filter(name="publisher").exists()
    fill(asked.forms["again-form"], password=PASSWORD)
    asked.forms["again-form"].submit(status=302)
    assert tagger.groups.filter(name="publisher").exists()


def test_a_new_password_that_was_typed_is_never_put_down_for_later(publisher: User, tagger: User) -> None:
    for address in ("/auth/user/add/", door("auth_user_password_change", tagger.pk)):
        desk = Desk(publisher, seconds_ago=301)
        assert desk.get(address).location == "/again/"
        desk.get("/again/")
        typed = {
            **_token(desk),
            "username": "x",
            "password1": "quite a secret phrase",
            "password2": "quite a secret phrase",
        }
        assert desk.post(address, typed).location == "/again/"
        (session,) = [row for row in DeskSession.objects.all() if row.session_key == desk.cookies["desk"]]
        assert "quite a secret phrase" not in str(session.get_decoded())


def test_what_waited_too_long_is_not_done(
    story: Story, publisher: User, second_publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    withdraw_article(by=publisher, article=story.article, reason="a person")
    desk = Desk(second_publisher, seconds_ago=301)
    form = desk.get(door("articles_article_restore", story.article.pk)).forms[1]
    fill(form, reason="The person is out of danger.")
    asked = form.submit().follow()
    monkeypatch.setattr("provinces.proof.time", SimpleNamespace(time=lambda: time.time() + 601))
    fill(asked.forms["again-form"], password=PASSWORD)
    assert "nothing was done" in words(asked.forms["again-form"].submit().follow())
    story.article.refresh_from_db()
    assert story.article.state == State.WITHDRAWN


def test_second_factors_are_changed_only_with_proof(editor: User) -> None:
    with_app(editor)
    desk = Desk(editor, seconds_ago=301)
    for address in ("/second-factor/passkey/", "/second-factor/codes/new/", "/second-factor/app/remove/"):
        assert desk.get(address).location == "/again/", address
        assert "You were about to change how you sign in" in words(desk.get("/again/"))
    (session,) = DeskSession.objects.all()
    assert "127.0.0.1" not in str(session.get_decoded())


# A desk of one person.


def test_a_desk_of_one_person_may_bring_back_alone_and_says_so(story: Story, publisher: User) -> None:
    withdraw_article(by=publisher, article=story.article, reason="a person")
    with pytest.raises(SecondPersonNeeded):
        restore_article(by=publisher, article=story.article, reason="safe")
    desk = Desk(publisher)
    assert "one person" not in words(desk.get("/"))
    with override_settings(ONE_PERSON_DESK=True):
        assert "This desk is set up for one person" in words(desk.get("/"))
        page = desk.get(door("articles_article_restore", story.article.pk))
        assert "This desk is set up for one person" in words(page)
        restore_article(by=publisher, article=story.article, reason="safe")
    story.article.refresh_from_db()
    assert story.article.state == State.PUBLISHED


# The public site and the demonstration.


def test_the_public_site_has_nothing_of_the_door(tmp_path: Path) -> None:
    script = (
        "import sys, django; django.setup()\n"
        "from django.urls import get_resolver; get_resolver().url_patterns\n"
        "print([name for name in sys.modules if name.startswith(('allauth', 'fido2', 'config.door'))])"
    )
    own = {"SITE": "reader", "SECRET_KEY": "x", "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    environment = {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "config.settings", "DATA_DIR": str(tmp_path)}
    answer = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True)
    assert (answer.stdout, answer.stderr) == ("[]\n", "")


def test_codes_are_printed_for_a_demonstration_alone(vocabulary: None) -> None:
    with pytest.raises(CommandError, match="not a demonstration's"):
        call_command("create_demo_editor")
    assert (User.objects.count(), Authenticator.objects.count()) == (0, 0)


# The operator.


def test_a_lost_second_factor_is_reset_by_an_operator_and_it_is_known_by_whom(editor: User, publisher: User) -> None:
    with_app(editor)
    RecoveryCodes.activate(editor)
    desk = Desk(editor)
    call_command("reset_second_factor", "editor", by="publisher")
    assert desk.get("/").status_code == 302
    assert Authenticator.objects.count() == 0
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id, entry.change_message) == (
        publisher, str(editor.pk), "Reset the second factor by command.",
    )  # fmt: skip
    assert type_password(Desk(), "editor").follow().location == "/second-factor/"
    assert "Reset the second factor" in words(Desk(publisher).get(door("auth_user_history", editor.pk)))


@pytest.mark.parametrize(("user", "by"), [("nobody", "publisher"), ("publisher", "nobody")])
def test_a_reset_names_whom_it_does_not_know(user: str, by: str, publisher: User) -> None:
    with pytest.raises(CommandError, match="nobody: there is no such editor"):
        call_command("reset_second_factor", user, by=by)


def test_an_account_that_is_no_longer_the_desks_is_out_at_once(editor: User) -> None:
    desk = Desk(editor)
    User.objects.filter(pk=editor.pk).update(is_staff=False)
    assert desk.get("/second-factor/").location == "/login/?next=/second-factor/"


def _token(desk: Desk) -> dict[str, str]:
    if "desk-csrf" not in desk.cookies:
        desk.get("/sessions/")
    return {"csrfmiddlewaretoken": desk.cookies["desk-csrf"]}


def _secret(user: User) -> str:
    return str(decrypt(Authenticator.objects.get(user=user, type="totp").data["secret"]))


def _row_of(page: Page, form: Any) -> str:
    mark = page.html.select_one(f"[name=mark][value='{form['mark'].value}']")
    return str(mark.find_parent("tr").select("td")[2].get_text(strip=True))


def _box(form: Any, value: int) -> int:
    return next(index for index, box in enumerate(form.fields["groups"]) if box._value == str(value))
