"""Answers for what goes wrong in the database, and how long a copy of a page may be kept."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from math import ceil

from django.conf import settings
from django.db import (
    DatabaseError,
    DataError,
    InterfaceError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    connection,
)
from django.db.transaction import TransactionManagementError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.middleware.common import CommonMiddleware
from django.shortcuts import render
from django.urls import is_valid_path
from psycopg import errors

from articles.languages import in_language
from articles.problems import problem, wants_json
from articles.search.index.keeper import NotBuilt, NotCurrent
from articles.views.site import server_error
from config.clients import Clients, client_of
from config.refusals import Refusals
from provinces.tongue import ENGLISH

logger = logging.getLogger(__name__)

Answer = Callable[[HttpRequest], HttpResponse]
RETRY_SECONDS = 5
# Beginnings of addresses that are dear to answer.
DEAR = ("/search", "/check", "/briefing", "/api/v1/")
# Of these each process answers so many at the same time (SEARCHES_AT_ONCE); so many wait, so long, the rest is 503 at once:
# a thread that waits answers nobody, and README.md has twelve to a process.
SLOW = ("/search", "/check", "/briefing", "/api/v1/search")
MOST_WAITING, WAITING_SECONDS = 8, 2.0
AGAIN_SECONDS = 1
# What somebody sends who tries what is not to be tried: more than one may, or what no form and no link of ours holds.
REFUSED = frozenset({400, 403, 405, 413, 414, 429})
# The first index of a large record takes minutes.
BUILT_SECONDS = 60
BEING_BUILT = "The index is being made; until it is there nothing can be listed or searched, reports can be read."


class PlainErrors:
    """A time limit or a missing database is 503 with Retry-After, a value the database cannot hold 400; never 500."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.refusals = Refusals()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        if response.status_code in REFUSED:
            self.refusals.count(response.status_code)
        return response

    def answer(self, request: HttpRequest) -> HttpResponse:
        """What no page is asked for is answered here."""
        if request.method == "TRACE":
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if "\x00" in request.path_info:
            return bad_request(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Django hands over what a view raised; None leaves it to Django, which then asks `broken`."""
        return answer_to(request, exception)


class NoPlainApi:
    """A program that asks the API over http is refused: led on to https it would go on sending its questions in the open."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SECURE_SSL_REDIRECT and request.path_info.startswith("/api/") and not request.is_secure():
            return problem(403)
        return self.get_response(request)


class NobodyElses:
    """No page of another site may load an answer of ours as its picture, script or frame, and so learn who looks at what."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response


class AskedAgain:
    """Whoever keeps a copy of a public page asks whether it still stands before showing it: it may be withdrawn any time."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Cache-Control", "no-cache")
        return response


class Slashes(CommonMiddleware):
    """An address without its slash at the end leads to the one with it; what was looked up already is not looked up again."""

    def should_redirect_with_slash(self, request: HttpRequest) -> bool:
        """Asked where the answer is 404."""
        is_ours = request.resolver_match is not None or request.path_info.endswith("/")
        return not is_ours and bool(is_valid_path(f"{request.path_info}/"))


class FewSearches:
    """What is dear to answer, each client may ask for only so often; 429 with Retry-After. No address is kept for it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        a_minute = settings.SEARCHES_PER_MINUTE
        self.clients = Clients(at_once=2 * a_minute, per_minute=a_minute) if a_minute else None

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.clients is not None and is_dear(request):
            client = client_of(request.META, settings.CLIENT_ADDRESS_HEADER)
            wait = self.clients.take(client) if client else 0.0
            if wait:
                return slower(request, ceil(wait))
        return self.get_response(request)


class FewAtOnce:
    """Of what is slow to answer a process does a few at a time, so that pages are read meanwhile; 503 with Retry-After."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self._turns = threading.Semaphore(settings.SEARCHES_AT_ONCE)
        self._line = threading.Semaphore(settings.SEARCHES_AT_ONCE + MOST_WAITING)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_slow(request):
            return self.get_response(request)
        if not self._line.acquire(blocking=False):
            return busy(request)
        try:
            if not self._turns.acquire(timeout=WAITING_SECONDS):
                return busy(request)
            try:
                return self.get_response(request)
            finally:
                self._turns.release()
        finally:
            self._line.release()


class NeverStored:
    """No page of the desk is kept by a browser or a proxy; after signing out the browser is told to forget what it has."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path.startswith("/static/"):
            response["Cache-Control"] = "no-store"
        if request.path == "/logout/":
            # Without cookies: those would go for the whole domain, and the session's is gone.
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response


def is_dear(request: HttpRequest) -> bool:
    """Whether an answer is made from a search, a whole table or a list of the reader's own, which nobody keeps ready."""
    path = in_language(request.path_info, ENGLISH)
    return path.startswith(DEAR) or path.endswith(".csv") or "q" in request.GET


def is_slow(request: HttpRequest) -> bool:
    """Whether words are sought, in the record or in what was pasted."""
    return in_language(request.path_info, ENGLISH).startswith(SLOW) or "q" in request.GET


def broken(request: HttpRequest) -> HttpResponse:
    """Both sites' answer where nothing else had one: also what comes before a view, such as a session, asks the database."""
    exception = sys.exc_info()[1]
    answer = answer_to(request, exception) if isinstance(exception, Exception) else None
    if answer is None and exception is not None:
        logger.error("answered 500: %s in %s", type(exception).__name__, place_of(exception))
    return answer or server_error(request)


def answer_to(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """400 for a value that the database cannot hold, 503 for what comes back by itself, None for all else."""
    if isinstance(exception, DataError | UnicodeError):
        return bad_request(request)
    if is_unavailable(exception):
        logger.warning("answered 503: %s", type(exception.__cause__ or exception).__name__)
        if is_missing_table(exception):
            # Plans are kept for as long as a connection, and those for what has changed since would fail again and again.
            connection.close()
        return being_built(request) if isinstance(exception, NotBuilt) else unavailable(request)
    return None


def place_of(exception: BaseException) -> str:
    """The file and line that raised it: nothing of what was asked, and not the message, which may repeat it."""
    frame = traceback.extract_tb(exception.__traceback__)[-1:]
    return f"{'/'.join(frame[0].filename.split('/')[-3:])}:{frame[0].lineno}" if frame else "no code"


def is_unavailable(exception: Exception) -> bool:
    """Whether the database is away, has no room or no time, or is being migrated: what comes back by itself."""
    is_away = isinstance(exception, OperationalError | InterfaceError | NotCurrent)
    return is_away or is_missing_table(exception) or _was_cut_off(exception)


def _was_cut_off(exception: Exception) -> bool:
    """Whether something failed only because the connection was lost right before it, inside a transaction."""
    before = exception.__context__ or exception.__cause__
    is_ours = isinstance(exception, DatabaseError | TransactionManagementError)
    return is_ours and isinstance(before, OperationalError | InterfaceError)


def is_missing_table(exception: Exception) -> bool:
    """Whether a view of the reader is gone, as it is while a migration runs, or is another than a plan was kept for."""
    gone = errors.UndefinedTable | errors.InvalidSchemaName | errors.UndefinedColumn | errors.FeatureNotSupported
    return isinstance(exception, ProgrammingError | NotSupportedError) and isinstance(exception.__cause__, gone)


def bad_request(request: HttpRequest) -> HttpResponse:
    """400 as a page, or as a problem where JSON was asked for."""
    return problem(400) if wants_json(request) else render(request, "400.html", status=400)


def slower(request: HttpRequest, seconds: int) -> HttpResponse:
    """429 as a page, or as a problem where JSON was asked for, saying when to come back."""
    context = {"seconds": seconds}
    response = problem(429) if wants_json(request) else render(request, "429.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response


def unavailable(request: HttpRequest) -> HttpResponse:
    """503 as a page, or as a problem where JSON was asked for, saying when to come back."""
    response = problem(503) if wants_json(request) else render(request, "503.html", status=503)
    response["Retry-After"] = str(RETRY_SECONDS)
    return response


def busy(request: HttpRequest) -> HttpResponse:
    """The same while others search."""
    response = unavailable(request)
    response["Retry-After"] = str(AGAIN_SECONDS)
    return response


def being_built(request: HttpRequest) -> HttpResponse:
    """The same while there is no index to search in yet."""
    context = {"is_building": True}
    response = problem(503, BEING_BUILT) if wants_json(request) else render(request, "503.html", context, status=503)
    response["Retry-After"] = str(BUILT_SECONDS)
    return response
