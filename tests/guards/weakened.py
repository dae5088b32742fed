"""How a setting is weakened; and which settings, limits and branches guard nothing, each with why.

No list of guards: those are found (`of_code`). What stands here under a name that is found no more is an error too.
"""

# Setting → what is written in its place.
WEAK = {
    "ALLOWED_HOSTS": '["*"]',
    "ONE_PERSON_DESK": "True",
    "PUBLISHING_COMMIT": '"off"',
    "PASSWORD_HASHERS": '["django.contrib.auth.hashers.PBKDF2PasswordHasher"]',
    "WHITENOISE_ALLOW_ALL_ORIGINS": "True",
    "SECURE_REFERRER_POLICY": '"unsafe-url"',
    "SECURE_CROSS_ORIGIN_OPENER_POLICY": "None",
    "X_FRAME_OPTIONS": '"SAMEORIGIN"',
    "SESSION_COOKIE_SECURE": "False",
    "CSRF_COOKIE_SECURE": "False",
    "SECURE_SSL_REDIRECT": "False",
    "SESSION_COOKIE_NAME": '"sessionid"',
    "CSRF_COOKIE_NAME": '"csrftoken"',
    "SESSION_COOKIE_SAMESITE": '"Lax"',
    "CSRF_COOKIE_SAMESITE": '"Lax"',
    "SESSION_COOKIE_HTTPONLY": "False",
    "CSRF_COOKIE_HTTPONLY": "False",
    "SESSION_COOKIE_AGE": "10**9",
    "SESSION_EXPIRE_AT_BROWSER_CLOSE": "False",
    "MESSAGE_STORAGE": '"django.contrib.messages.storage.fallback.FallbackStorage"',
    "SECURE_PROXY_SSL_HEADER": '("HTTP_X_FORWARDED_PROTO", "https")',
    "SECURE_HSTS_SECONDS": "0",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": "False",
    "SECURE_HSTS_PRELOAD": "False",
    "SECURE_REDIRECT_EXEMPT": '[""]',
    "ACCOUNT_ADAPTER": '"allauth.account.adapter.DefaultAccountAdapter"',
    "MFA_ADAPTER": '"allauth.mfa.adapter.DefaultMFAAdapter"',
    "ACCOUNT_LOGIN_TIMEOUT": "10**9",
    "ACCOUNT_SESSION_REMEMBER": "True",
    "MFA_RECOVERY_CODES_SHOW_ONCE": "False",
    "MFA_TOTP_TOLERANCE": "100",
    "EMAIL_BACKEND": '"django.core.mail.backends.smtp.EmailBackend"',
    "DATA_UPLOAD_MAX_MEMORY_SIZE": "None",
    "DATA_UPLOAD_MAX_NUMBER_FIELDS": "None",
    "FILE_UPLOAD_HANDLERS": '["django.core.files.uploadhandler.TemporaryFileUploadHandler"]',
}

_OF_THE_OPERATOR = "what the operator says; what is made of it is a guard of its own"
_PLACES = "says where something is, or what it is called"
_MAKES_PAGES = "makes pages, guards none"
NO_GUARDS = {
    **dict.fromkeys(
        (
            "BASE_DIR", "DATA_DIR", "ACTS_DIR", "SITE", "SITE_NAME", "CORRECTIONS_ADDRESS", "BASE_URL",
            "USES_EMBEDDED_POSTGRES", "ROOT_URLCONF", "WSGI_APPLICATION", "TEMPLATES", "FORM_RENDERER", "DEFAULT_AUTO_FIELD",
            "LANGUAGE_CODE", "USE_I18N", "LANGUAGES", "LOCALE_PATHS", "USE_TZ", "TIME_ZONE", "STATIC_URL", "STATIC_ROOT",
            "STATICFILES_DIRS", "STORAGES", "LOGIN_URL", "LOGIN_REDIRECT_URL", "WHITENOISE_SKIP_COMPRESS_EXTENSIONS",
            "PGHISTORY_CREATED_AT_FUNCTION", "TAGGIT_CASE_INSENSITIVE",
        ),
        _PLACES,
    ),
    **dict.fromkeys(
            ("DEBUG", "LOG_LEVEL", "PAGE_MEMORY_MB", "SEARCHES_PER_MINUTE", "SEARCHES_AT_ONCE", "CLIENT_ADDRESS_HEADER",
            "REPLICA_LAG_MS", "STANDBYS", "READER_PRIMARY", "DESK_PASSWORD", "READER_PASSWORD", "SECRET_KEY",
            "SECRET_KEY_FALLBACKS"),
        _OF_THE_OPERATOR,
    ),
    "DATABASES": "which login a site has: what each may do are guards of their own",
    "MIDDLEWARE": "each of it is a guard of its own",
    "SILENCED_SYSTEM_CHECKS": "checks of what the public site does without, named beside it; `make deploy` runs all others",
    "CSRF_FAILURE_VIEW": "draws what was refused; what may be drawn is a guard of its own, in config/door/send_again.py",
    "SESSION_ENGINE": "what it holds are guards of their own, below config/door/sessions.py",
    "INSTALLED_APPS": "a page of an application needs an address, and those are walked",
    "ACCOUNT_LOGIN_METHODS": "there are no addresses of mail to sign in by",
    "ACCOUNT_SIGNUP_FIELDS": "nobody signs up",
    "ACCOUNT_EMAIL_VERIFICATION": "there is no mail",
    "MFA_ALLOW_UNVERIFIED_EMAIL": "there is no mail",
    "ACCOUNT_RATE_LIMITS": "the library's own, switched off: ours are below config/door",
    "MFA_RATE_LIMITS": "the library's own, switched off: ours are below config/door",
    "MFA_SUPPORTED_TYPES": "what may be a second factor",
    "middleware whitenoise.middleware.WhiteNoiseMiddleware": "serves stylesheets",
    "middleware config.language.LanguageOfAddress of the reader": _MAKES_PAGES,
    "middleware django.middleware.http.ConditionalGetMiddleware of the reader": "saves bytes",
    "middleware config.middleware.Slashes of the reader": _MAKES_PAGES,
    "middleware django.middleware.common.CommonMiddleware of the desk": _MAKES_PAGES,
    "middleware articles.views.carried.CarriedBriefing of the reader": _MAKES_PAGES,
    "middleware django.contrib.sessions.middleware.SessionMiddleware of the desk": "without it nobody comes in at all",
    "middleware django.contrib.auth.middleware.AuthenticationMiddleware of the desk": "without it nobody comes in at all",
    "middleware django.contrib.messages.middleware.MessageMiddleware of the desk": _MAKES_PAGES,
    "middleware allauth.account.middleware.AccountMiddleware of the desk": "without it nobody comes in at all",
}  # fmt: skip

# Figures by which something reads well, is told apart or is waited for: nothing is safer by them.
LIMITS_OF_TASTE = frozenset(
    {
        "articles.beside._MOST", "articles.citations.csl.LONGEST_TITLE", "articles.desk.history._MOST_NAMES",
        "articles.feeds.entries.LONGEST_EXCERPT", "articles.furniture.LONGEST",
        "articles.furniture.LONGEST_CAPTION", "articles.furniture.LONGEST_LEAD", "articles.facets.MOST_VALUES",
        "articles.facets.MOST_TOPICS", "articles.pages.cards.LONGEST_WORDS", "articles.pages.changes.MOST_REPORTS",
        "articles.pages.fate_of_report._LONGEST", "articles.pages.map.MOST_YEARS", "articles.pages.province_map._LONGEST_LINE",
        "articles.pages.relaxing.MOST", "articles.pages.found.MOST_NAMES", "articles.pages.search.MOST_SHOWN",
        "articles.pages.series.MOST_UNCOUNTED", "articles.pages.timeline.MOST_YEARS", "articles.pages.months.MOST_LINES",
        "articles.pages.timeline.MOST_MOVED", "articles.queries.corroboration.MOST", "articles.queries.counts.MOST_SHOWN",
        "articles.queries.fell_due.MOST", "articles.queries.origins.LONGEST_WAY", "articles.queries.related.MOST",
        "articles.report_text.MAX_HEADLINE", "articles.search.index.documents.MOST_YEARS", "articles.search.index.events.MOST_YEARS",
        "articles.search.lookalikes.MOST", "articles.search.marks.MOST_FRAGMENTS", "articles.search.naming.LONGEST_NAME",
        "articles.search.romanised.LONGEST_SYLLABLE", "articles.search.variants.MOST_MEANT", "articles.views.site.SECURITY_TXT_DAYS",
        "articles.search.naming.MOST_ASKED", "articles.search.announcements._MOST_DAYS", "articles.search.asking._MOST_LOOKED_UP",
            "config.management.commands.restore.MOST_LINES", "config.middleware.RETRY_SECONDS",
            "config.middleware.BUILT_SECONDS", "config.middleware.AGAIN_SECONDS", "config.refusals.TOLD_SECONDS",
        "config.cluster.server.START_SECONDS", "config.cluster.server.STOP_SECONDS", "config.cluster.programs.NEEDED_BYTES",
        "config.cluster.server.LARGEST_LOG_BYTES",
        "articles.footnotes.finding._MOST_JOINS", "articles.footnotes.finding._MOST_JOINS_OF_A_BRIEFING",
        "articles.footnotes.finding._LONGEST", "articles.pages.sitemap.MOST", "articles.search.index.keeper.MOST_AT_ONCE",
        "articles.search.sought.MOST_NAMED", "articles.search.glossary.MOST_NARROWER", "articles.search.glossary.MOST_BROADER",
        "articles.pages.search.MOST_OTHERS", "articles.search.then.MOST_UNLIKE",
        "articles.search.answers._DEEPEST", "articles.search.answers._MOST_VALUES", "articles.search.repeated.MOST_REPEATED",
        "provinces.mentions.LONGEST_HEAD", "sources.vocabulary._MOST",
        "sources.korean_phrases._LONGEST", "sources.korean_phrases._MOST_WORDS",
        "sources.korean_people._LONGEST_OFFICE", "sources.korean_people._LONGEST_SENTENCE", "articles.incoming.readers.MOST_READERS",
    }
)  # fmt: skip

# Branches that refuse nothing, by the name that they would have as guards.
NO_REFUSALS: dict[str, str] = {
    "door config.door.rules.Door.process_view": "lets who is not signed in to where he is asked to, or gives him back what he sent",
    "door config.door.rules.Door.process_view 3": "lets in who has shown both factors",
    "door config.door.rules.Door.process_view 6": "lets to the page that gives a second factor who has none",
    "door config.door.rules.Door.process_exception 2": "leads who is not signed in to where he is asked to",
    "door config.door.rules.Door.process_exception": "what is not about proof is not its matter",
    "door config.door.signing_in.SecondStep.post": "lets go who would rather not",
    "door provinces.proof.ask_for_proof": "lets on who has just shown it",
    "door provinces.proof.go_on": "opens a page again, as its address does",
    "door config.door.second_factor._NotTheLast._refused": "lets go a factor that is not the last; `can_delete_authenticator` judges",
    "door config.door.sessions.SessionStore.touch": "writes nothing down where there is nothing new",
    "door config.door.adapters.FactorAdapter.decrypt": "tells how it was sealed, now or at first; what neither key opens opens nothing",
    "door config.door.codes._recovered": "what is no recovery code is asked of the app",
    "door config.door.codes._recovered 2": "lets in who shows a code that was left",
    "door config.door.codes._spend": "says whether a code is spent; `_unspent` refuses",
}
