"""Settings of both sites. SITE says which one this process is; the environment says the rest (README.md)."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from csp.constants import NONE, SELF
from whitenoise.compress import Compressor

from config.cluster import Cluster, ClusterError, is_needed
from config.demo.address import kept_address
from config.environment import Environment

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment()

# reader: the public pages; desk: the editors' pages and commands; owner: migrations.
SITE = env.choice("SITE", {"reader", "desk", "owner"}, "desk")
DEBUG = env.flag("DEBUG", False)
DATA_DIR = Path(env.text("DATA_DIR", str(BASE_DIR / "var")))
# The acts of the ledger outside the database, for `restore`.
ACTS_DIR = DATA_DIR / "acts"
SITE_NAME = env.text("SITE_NAME", "Trade Reading Room")
# Where readers write when they find an error; shown as an address, never as a form, so that nothing about them is kept.
CORRECTIONS_ADDRESS = env.text("CORRECTIONS_ADDRESS", "desk@reading-room.example")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "127.0.0.1,localhost")
# Pages that each public process keeps ready, in megabytes; 0 for none.
PAGE_MEMORY_MB = env.number("PAGE_MEMORY_MB", 64, 4096)
# Searches a minute that one client may ask of a public process once it has asked twice as many; 0 for no limit.
SEARCHES_PER_MINUTE = env.number("SEARCHES_PER_MINUTE", 120, 100_000)
# Searches that each public process answers at the same time; others wait a moment, then are told to come back.
SEARCHES_AT_ONCE = max(1, env.number("SEARCHES_AT_ONCE", 2, 64))
# The header in which our own web server names the client, such as X-Real-IP. Behind a web server without it, nobody is
# counted: then all would be one.
CLIENT_ADDRESS_HEADER = env.header("CLIENT_ADDRESS_HEADER")
# Lets who withdrew a report bring it back: for a desk that has no second person. Its first page says so.
ONE_PERSON_DESK = env.flag("ONE_PERSON_DESK", False)
LOG_LEVEL = env.choice("LOG_LEVEL", {"DEBUG", "INFO", "WARNING", "ERROR"}, "WARNING")

USES_EMBEDDED_POSTGRES = is_needed()
# Beside a demonstration, the address it was started at.
_at = kept_address(DATA_DIR) if USES_EMBEDDED_POSTGRES else ""
BASE_URL = env.web_address("BASE_URL", _at or "http://127.0.0.1:8000")
try:
    # The addresses of the embedded server; none when another server is named, whose logins must be named too.
    _embedded = Cluster(DATA_DIR).urls() if USES_EMBEDDED_POSTGRES else {}
    _embedded_key = Cluster(DATA_DIR).secret_key() if USES_EMBEDDED_POSTGRES else ""
except ClusterError as error:
    raise SystemExit(str(error)) from None

# Standbys, for the public site alone. The primary is asked by it too where READER_DATABASE_URL names it.
STANDBYS = env.databases("REPLICA_DATABASE_URLS")
# A standby that has lacked something for longer than this is left out.
REPLICA_LAG_MS = env.number("REPLICA_LAG_MS", 500, 600_000)
_reader_url = env.text("READER_DATABASE_URL", _embedded.get("reader", env.text("DATABASE_URL", "")))
_owner_url = env.text("DATABASE_URL", "") or _embedded.get("owner", "")
# On a server of one's own, a login that is not named falls back to the owner's so that `migrate` works before
# `bootstrap_roles`; the reader alone never does. A machine of the public site alone knows no other login than its own.
_owner = env.database("DATABASE_URL", _owner_url) if _owner_url or SITE != "reader" else {}
_desk = env.database("DESK_DATABASE_URL", _embedded.get("desk", _owner_url)) if _owner else {}
READER_PRIMARY = env.database("READER_DATABASE_URL", _reader_url) if _reader_url else None
_reader = READER_PRIMARY or STANDBYS[0]
DESK_ROLE, OWNER_ROLE, READER_ROLE = (str(each.get("USER", "")) for each in (_desk, _owner, _reader))
DESK_PASSWORD, READER_PASSWORD = str(_desk.get("PASSWORD", "")), str(_reader["PASSWORD"])
if SITE == "reader" and READER_ROLE in {OWNER_ROLE, DESK_ROLE}:
    raise SystemExit(
        "READER_DATABASE_URL: the public site needs a login of its own; see README.md, “With your own Postgres”"
    )
if any((each["USER"], each["NAME"]) != (_reader["USER"], _reader["NAME"]) for each in STANDBYS):
    raise SystemExit("REPLICA_DATABASE_URLS: must name the login and the database of READER_DATABASE_URL")
# How a transaction commits that leaves an act: `remote_apply` waits until a synchronous standby shows it too, `on` until
# it has it. Without synchronous standbys both wait for our own disk, as every transaction does.
PUBLISHING_COMMIT = env.choice("PUBLISHING_COMMIT", {"on", "remote_apply"}, "remote_apply")

_database: dict[str, Any] = {"owner": _owner, "desk": _desk, "reader": _reader}[SITE]
DATABASES = {
    "default": {
        **_database,
        **({"ENGINE": "config.standbys"} if SITE == "reader" and STANDBYS else {}),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # Django would have nothing prepared; only what asks for it is (`articles/queries/among.py`).
        "OPTIONS": {
            "connect_timeout": 5,
            "application_name": SITE,
            "prepare_threshold": 5,
            **_database.get("OPTIONS", {}),
        },
    }
}

# The public site signs nothing; the desk may run from a checkout with a key kept beside its data.
SECRET_KEY = env.text("SECRET_KEY", "") or _embedded_key
if not SECRET_KEY:
    raise SystemExit("SECRET_KEY: must be set to a long random text")
# Those of before: they open what they sealed, and seal nothing.
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS", "")

INSTALLED_APPS = [
    "config",
    "articles",
    "sources",
    "provinces",
    "config.desk_admin.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "taggit",
    "pgtrigger",
    "pghistory",
    "csp",
]
if SITE != "reader":
    # The desk's door. The public site neither has nor needs it.
    INSTALLED_APPS += ["allauth", "allauth.account", "allauth.mfa"]

# Before everything that may answer, so that errors, stylesheets and refusals carry these headers too.
_EVERY_ANSWER = [
    "config.middleware.NobodyElses",
    "config.policy.SamePolicy",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # After these, so that the way on to https has them too.
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
]
READER_MIDDLEWARE = [
    "config.middleware.AskedAgain",
    *_EVERY_ANSWER,
    "config.language.LanguageOfAddress",
    "config.middleware.NoPlainApi",
    "config.middleware.PlainErrors",
    "django.middleware.http.ConditionalGetMiddleware",
    "config.middleware.FewSearches",
    "config.middleware.FewAtOnce",
    "config.middleware.Slashes",
    "articles.views.carried.CarriedBriefing",
]
DESK_MIDDLEWARE = [
    "config.middleware.NeverStored",
    *_EVERY_ANSWER,
    "config.middleware.PlainErrors",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.door.rules.Door",
    "pghistory.middleware.HistoryMiddleware",
]
MIDDLEWARE = READER_MIDDLEWARE if SITE == "reader" else DESK_MIDDLEWARE
# The public site has the admin's tables for their foreign keys, not its pages, and nothing on it can be changed by a
# form: it needs neither the admin's middleware nor protection of forms.
_READER_DOES_WITHOUT = [*(f"admin.E4{number:02}" for number in (2, 3, 4, 8, 9, 10)), "security.W003"]
SILENCED_SYSTEM_CHECKS = _READER_DOES_WITHOUT if SITE == "reader" else []
ROOT_URLCONF = "config.urls.reader" if SITE == "reader" else "config.urls.desk"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "config.templates.Loader",
                    ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "builtins": ["articles.templatetags.spoken"],
            "context_processors": [
                "django.template.context_processors.request",
                "articles.context.site",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
            if SITE != "reader"
            else ["django.template.context_processors.request", "articles.context.site"],
        },
    }
]

FORM_RENDERER = "config.form_fields.Renderer"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# The first hashes new passwords; the second still opens those of before, which are hashed anew when they are used.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "config.door.passwords.OtherWords"},
]
# A file of stolen passwords, one a line, in small letters: none of them opens the desk.
_known = env.text("KNOWN_PASSWORDS", "")
if _known:
    if not Path(_known).is_file():
        raise SystemExit(f"KNOWN_PASSWORDS={_known!r}: there is no such file")
    AUTH_PASSWORD_VALIDATORS.append(
        {"NAME": "config.door.passwords.KnownPasswords", "OPTIONS": {"password_list_path": _known}}
    )

LANGUAGE_CODE = "en"
# The public site speaks English and, under /ko/, Korean (config/language.py); the desk English.
USE_I18N = True
LANGUAGES = [("en", "English"), ("ko", "한국어")]
LOCALE_PATHS = [BASE_DIR / "config" / "locale"]
USE_TZ = True
TIME_ZONE = env.choice("TIME_ZONE", available_timezones(), "UTC")

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Stylesheets and icons are for our own pages alone.
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Besides what is compressed already: scripts, which the desk alone has and its few browsers keep. It took longest.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [*Compressor.SKIP_COMPRESS_EXTENSIONS, "js", "map"]

# Nothing of a reader is kept, and nothing is loaded from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF] if SITE == "reader" else [SELF, "data:"],
        "font-src": [NONE],
        "script-src": [NONE] if SITE == "reader" else [SELF],
        # On the public site nothing runs that could connect; browsers' own tools are let to its robots.txt.
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb", "interest-cohort")
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Over https, cookies take the strictest names and browsers are told to stay on https.
_SECURE = BASE_URL.startswith("https://")
if SITE == "desk" and not _SECURE and urlsplit(BASE_URL).hostname not in {"127.0.0.1", "localhost", "::1"}:
    raise SystemExit(
        f"BASE_URL={BASE_URL!r}: must begin with https://, or cookies of the desk could be read on the way"
    )
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _SECURE
SESSION_COOKIE_NAME = "__Host-desk" if _SECURE else "desk"
CSRF_COOKIE_NAME = "__Host-desk-csrf" if _SECURE else "desk-csrf"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "config.door.send_again.refused"
# Over after half an hour without a request, and when the browser is closed; config/door/sessions.py ends it after twelve.
SESSION_ENGINE = "config.door.sessions"
SESSION_COOKIE_AGE = 30 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# What the next page tells goes in the session: it may name a report, and no cookie is to hold that.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# The header in which our own web server says that it was asked over https, such as X-Forwarded-Proto; it must take the
# header out of what comes from outside. Unset, https has to end here.
_protocol = env.header("PROTOCOL_HEADER")
SECURE_PROXY_SSL_HEADER = (f"HTTP_{_protocol.upper().replace('-', '_')}", "https") if _protocol else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _SECURE
# Programs that ask over http are refused instead (config/middleware.py: NoPlainApi).
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^api/"]
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"
# Name and password, then a code or a passkey. Accounts are made at the desk; nothing is sent by mail.
ACCOUNT_ADAPTER, MFA_ADAPTER = "config.door.adapters.AccountAdapter", "config.door.adapters.FactorAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_TIMEOUT = 600
# Theirs count by address; ours, in config/door/tries.py, keep none.
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Clocks of telephones differ: the codes before and after the one of this half-minute are good, each once.
MFA_TOTP_TOLERANCE = 1
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

# One transaction changes many tables; history tells in which order.
PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"
TAGGIT_CASE_INSENSITIVE = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
# An article's screen sends every field of every claim and of every speaker at once.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
# Uploads stay in memory, so that no copy of a report is left in a temporary folder.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# No line of any log names a reader's request: addresses and queries are left out, errors carry the place in the code.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain"},
        # A logger without any handler would fall back to printing its lines.
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django.request": {"handlers": ["nowhere"], "propagate": False},
        "django.security": {"handlers": ["nowhere"], "propagate": False},
        "django.db.backends": {"handlers": ["nowhere"], "propagate": False},
    },
}
