"""What the environment makes of a machine: which logins it knows, and what stops its start."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from articles.editing.ledger import hold_the_ledger
from config.middleware import PlainErrors, broken

ROOT = Path(__file__).parent.parent
SAID = (
    "import json; from config import settings as s; print(json.dumps({name: getattr(s, name) for name in"
    " ('USES_EMBEDDED_POSTGRES', 'OWNER_ROLE', 'READER_ROLE', 'DATABASES', 'STANDBYS', 'READER_PRIMARY')}))"
)
READER = "postgresql://reader:r@primary.example/reading_room"
FIRST, SECOND = "postgresql://reader:r@one.example:5433/reading_room", "postgresql://reader:r@two.example/reading_room"


def run(folder: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    environment = {**kept, "SECRET_KEY": "k" * 60, "DATA_DIR": str(folder), "SITE": "reader", **variables}
    return subprocess.run(
        [sys.executable, "-c", SAID], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def settings_of(folder: Path, **variables: str) -> dict[str, Any]:
    done = run(folder, **variables)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return {**found, **found["DATABASES"]}


def test_a_machine_of_the_public_site_knows_no_login_but_its_own(tmp_path: Path) -> None:
    found = settings_of(tmp_path, REPLICA_DATABASE_URLS=f"{FIRST}, {SECOND}")
    assert (found["USES_EMBEDDED_POSTGRES"], found["OWNER_ROLE"], found["READER_ROLE"]) == (False, "", "reader")
    assert found["default"]["ENGINE"] == "config.standbys"
    assert [each["HOST"] for each in found["STANDBYS"]] == ["one.example", "two.example"]
    assert found["READER_PRIMARY"] is None
    assert list(tmp_path.iterdir()) == []

    found = settings_of(tmp_path, READER_DATABASE_URL=READER, REPLICA_DATABASE_URLS=FIRST)
    assert found["READER_PRIMARY"]["HOST"] == "primary.example"
    found = settings_of(tmp_path, READER_DATABASE_URL=f"{READER}?sslmode=verify-full")
    assert found["default"]["ENGINE"] == "django.db.backends.postgresql"
    assert found["default"]["OPTIONS"]["sslmode"] == "verify-full"
    assert list(tmp_path.iterdir()) == []


def test_a_login_may_show_a_certificate_instead_of_a_password(tmp_path: Path) -> None:
    shown = "sslmode=verify-full&sslcert=/etc/reader.crt&sslkey=/etc/reader.key"
    found = settings_of(tmp_path, READER_DATABASE_URL=f"postgresql://reader@primary.example/reading_room?{shown}")[
        "default"
    ]
    assert found["PASSWORD"] == ""
    assert (found["OPTIONS"]["sslcert"], found["OPTIONS"]["sslkey"]) == ("/etc/reader.crt", "/etc/reader.key")


def test_what_is_refused_is_counted_and_nothing_else_of_it_is_kept(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = iter([10.0, 11.0, 69.0, 71.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(seconds))
    answers = iter([400, 200, 429, 400, 429])
    site = PlainErrors(lambda request: HttpResponse(status=next(answers)))
    for _ in range(5):
        site(RequestFactory().get("/search/?q=eleven+herons", REMOTE_ADDR="203.0.113.9"))
    assert [record.getMessage() for record in caplog.records] == ["refused: 1 of 400", "refused: 1 of 400, 2 of 429"]


def test_the_desk_never_reads_from_a_standby(tmp_path: Path) -> None:
    owner = "postgresql://owner:o@primary.example/reading_room"
    for site in ("desk", "owner"):
        found = settings_of(
            tmp_path, SITE=site, DATABASE_URL=owner, READER_DATABASE_URL=READER, REPLICA_DATABASE_URLS=FIRST
        )
        assert found["default"]["ENGINE"] == "django.db.backends.postgresql"
        assert found["default"]["HOST"] == "primary.example"


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"REPLICA_DATABASE_URLS": "one.example"}, "REPLICA_DATABASE_URLS: must be postgresql://"),
        (
            {"REPLICA_DATABASE_URLS": f"{FIRST},postgresql://standby:r@two.example/reading_room"},
            "REPLICA_DATABASE_URLS: must name the login",
        ),
        ({"REPLICA_DATABASE_URLS": FIRST, "REPLICA_LAG_MS": "1.5"}, "REPLICA_LAG_MS='1.5': must be a whole number"),
        ({"READER_DATABASE_URL": READER, "PUBLISHING_COMMIT": "off"}, "PUBLISHING_COMMIT='off': must be one of on, "),
        ({"READER_DATABASE_URL": READER, "SECRET_KEY": ""}, "SECRET_KEY: must be set"),
        ({"DATABASE_URL": READER, "READER_DATABASE_URL": READER}, "READER_DATABASE_URL: the public site needs a login"),
    ],
)
def test_what_makes_no_sense_stops_the_start_with_one_line(
    variables: dict[str, str], said: str, tmp_path: Path
) -> None:
    done = run(tmp_path, **variables)
    assert done.returncode == 1
    assert done.stderr.startswith(said) and len(done.stderr.splitlines()) == 1


@pytest.mark.django_db
def test_what_leaves_an_act_commits_synchronously_and_nothing_else_does_so_for_it() -> None:
    def commits() -> str:
        with connection.cursor() as cursor:
            cursor.execute("SHOW synchronous_commit")
            return str(cursor.fetchone()[0])

    usual = commits()
    with transaction.atomic():
        hold_the_ledger()
        assert commits() == "remote_apply" != usual
        transaction.set_rollback(True)
    assert commits() == usual


def test_passwords_are_held_against_the_list_that_was_named(tmp_path: Path) -> None:
    named = tmp_path / "stolen.txt"
    done = run(tmp_path, READER_DATABASE_URL=READER, KNOWN_PASSWORDS=str(named))
    assert done.returncode == 1 and "KNOWN_PASSWORDS" in done.stderr
    named.write_text("eleven herons\n")
    assert run(tmp_path, READER_DATABASE_URL=READER, KNOWN_PASSWORDS=str(named)).returncode == 0


def test_programs_are_refused_over_http_and_people_led_on(tmp_path: Path) -> None:
    script = (
        "import django; django.setup()\n"
        "from django.test import Client\n"
        "for address in ('/api/v1/search?q=word', '/search/?q=word'):\n"
        "    answer = Client().get(address, headers={'host': 'room.example'})\n"
        "    print(answer.status_code, answer.get('Location', ''), \"default-src 'none'\" in answer['Content-Security-Policy'])"
    )
    own = {"SITE": "reader", "SECRET_KEY": "x", "BASE_URL": "https://room.example", "ALLOWED_HOSTS": "room.example"}
    environment = {**os.environ, **own, "READER_DATABASE_URL": READER, "DJANGO_SETTINGS_MODULE": "config.settings"}
    environment["DATA_DIR"] = str(tmp_path)
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert said.stdout == "403  True\n301 https://room.example/search/?q=word True\n", said.stderr


def test_what_breaks_is_logged_with_its_place_and_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("ERROR"):
        try:
            raise ValueError("planted-7391")
        except ValueError:
            answer = broken(RequestFactory().get("/planted-7391/"))
    assert answer.status_code == 500
    assert re.search(r"answered 500: ValueError in \S+tests/test_settings\.py:\d+$", caplog.text.strip())
    assert "planted" not in caplog.text + answer.content.decode()


# What either site says over https, as its own process has it.
_OF_BOTH: dict[str, Any] = {
    "ALLOWED_HOSTS": ["127.0.0.1", "localhost"],
    "ONE_PERSON_DESK": False,
    "WHITENOISE_ALLOW_ALL_ORIGINS": False,
    "SECURE_REFERRER_POLICY": "same-origin",
    "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
    "X_FRAME_OPTIONS": "DENY",
    "SECURE_SSL_REDIRECT": True,
    "SECURE_PROXY_SSL_HEADER": None,
    "SECURE_HSTS_SECONDS": 365 * 24 * 3600,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_HSTS_PRELOAD": True,
    "SECURE_REDIRECT_EXEMPT": ["^healthz$", "^readyz$", "^api/"],
    "SESSION_COOKIE_NAME": "__Host-desk",
    "CSRF_COOKIE_NAME": "__Host-desk-csrf",
    **{f"{cookie}_COOKIE_SECURE": True for cookie in ("SESSION", "CSRF")},
    **{f"{cookie}_COOKIE_HTTPONLY": True for cookie in ("SESSION", "CSRF")},
    **{f"{cookie}_COOKIE_SAMESITE": "Strict" for cookie in ("SESSION", "CSRF")},
    "SESSION_COOKIE_AGE": 1800,
    "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
    "ACCOUNT_ADAPTER": "config.door.adapters.AccountAdapter",
    "MFA_ADAPTER": "config.door.adapters.FactorAdapter",
    "ACCOUNT_LOGIN_TIMEOUT": 600,
    "ACCOUNT_SESSION_REMEMBER": False,
    "MFA_TOTP_TOLERANCE": 1,
    "MFA_RECOVERY_CODES_SHOW_ONCE": True,
    "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",
    "DATA_UPLOAD_MAX_MEMORY_SIZE": 2_500_000,
    "DATA_UPLOAD_MAX_NUMBER_FIELDS": 20_000,
    "FILE_UPLOAD_HANDLERS": ["django.core.files.uploadhandler.MemoryFileUploadHandler"],
    "PERMISSIONS_POLICY": {
        key: [] for key in ("camera", "geolocation", "microphone", "payment", "usb", "interest-cohort")
    },
}
_NOBODY, _OURSELVES = ["'none'"], ["'self'"]
_POLICY = {
    **dict.fromkeys(("default-src", "font-src", "base-uri", "frame-ancestors"), _NOBODY),
    **dict.fromkeys(("style-src", "form-action", "connect-src"), _OURSELVES),
}
_OF_READER = {"script-src": _NOBODY, "img-src": _OURSELVES}
_OF_DESK = {"script-src": _OURSELVES, "img-src": ["'self'", "data:"]}


@pytest.mark.parametrize(("site", "policy"), [("reader", _OF_READER), ("desk", _OF_DESK)])
def test_each_site_says_the_strictest_that_it_can(site: str, policy: dict[str, list[str]], tmp_path: Path) -> None:
    names = [*_OF_BOTH, "CONTENT_SECURITY_POLICY"]
    script = f"import json; from config import settings as s; print(json.dumps({{name: getattr(s, name) for name in {names}}}))"
    own = {"SITE": site, "BASE_URL": "https://room.example", "DATA_DIR": str(tmp_path), "READER_DATABASE_URL": READER}
    own["DATABASE_URL"] = READER.replace("reader", "owner", 1)
    kept = {name: value for name, value in os.environ.items() if name not in {"ALLOWED_HOSTS", "ONE_PERSON_DESK"}}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=kept | own, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said.pop("CONTENT_SECURITY_POLICY")["DIRECTIVES"] == _POLICY | policy
    assert said == _OF_BOTH


def test_what_names_requests_is_written_nowhere(tmp_path: Path) -> None:
    script = (
        "import django, logging; django.setup()\n"
        "for name in ('django.request', 'django.security', 'django.security.DisallowedHost', 'django.db.backends', 'django.other'):\n"
        "    logging.getLogger(name).error('planted in %s', name)"
    )
    own = {
        "SITE": "reader",
        "READER_DATABASE_URL": READER,
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=os.environ | own, capture_output=True, text=True, check=False
    )
    assert re.findall("planted in (.*)", done.stdout + done.stderr) == ["django.other"]
