"""What stands before the public site: it answers from memory what it may, and asks the site for everything else.

Only addresses without a question are remembered: pages, lists and their facets. What readers search, check or put into a
briefing is in none of them. Where the edition is not known for certain, the site is asked: it answers afresh, or 503.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings

from articles.facets import FACET_NAMES
from config.memory.answer import FOR_ONCE, Answer, Headers, encoding_for
from config.memory.memory import Address, Memory
from config.memory.watch import Watch

# The parameters of lists whose values are ours and not a reader's words.
_OURS = {*FACET_NAMES, "narrower", "state", "after"}
_LONGEST = 500
# Headers that ask for something else than the page as it is.
_UNUSUAL = ("HTTP_ACCEPT_DATETIME", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_RANGE")
# Headers whose 304 we answer ourselves: the site is asked for the whole.
_CONDITIONS = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"}


@dataclass(frozen=True, slots=True)
class _Said:
    """What the site answered."""

    status: str
    headers: Headers
    body: Iterable[bytes]


class Front:
    """A WSGI application around the public site's."""

    def __init__(self, site: WSGIApplication, watch: Watch) -> None:
        self._site = site
        self._watch = watch
        self._memory = watch.memory

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        address = address_of(environ)
        edition = self._watch.edition() if address else None
        if address is None or edition is None:
            return self._once(environ, start_response)
        return _sent(self._memory.find(address) or self._ask(address, environ, edition), environ, start_response)

    def _once(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """An answer that is not remembered: pressed for this reader, where that is liked."""
        encoding = encoding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if environ["REQUEST_METHOD"] != "GET" or not encoding or not _is_usual(environ):
            return self._site(environ, start_response)
        said = _said_by(self._site, environ)
        answer = None if getattr(said.body, "streaming", True) else _whole(said)
        return _sent(answer.pressed(encoding, FOR_ONCE) if answer else said, environ, start_response)

    def _ask(self, address: Address, environ: WSGIEnvironment, edition: str) -> Answer | _Said:
        """The answer in the encoding of the address; from the site, where it is not here in any."""
        *place, encoding = address
        plain_address: Address = (place[0], place[1], place[2], place[3], "")
        plain = self._memory.find(plain_address)
        if plain is None:
            said = _said_by(self._site, environ)
            plain = None if getattr(said.body, "streaming", True) else _whole(said)
            if plain is None:
                return said
            if not self._memory.keep(plain_address, plain, edition):
                return plain
        if not encoding:
            return plain
        pressed = plain.pressed(encoding)
        self._memory.keep(address, pressed, edition)
        return pressed


def remembering(site: WSGIApplication) -> WSGIApplication:
    """The public site with a memory, which goes on asking for the edition from now on."""
    watch = Watch(Memory(settings.PAGE_MEMORY_MB * 1_000_000))
    watch.start()
    return Front(site, watch)


def address_of(environ: WSGIEnvironment) -> Address | None:
    """Under what an answer is remembered; None for a request whose answer is not."""
    path, query = environ["PATH_INFO"], environ["QUERY_STRING"]
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or not _is_usual(environ):
        return None
    if query and not all(part.partition("=")[0] in _OURS for part in query.split("&")):
        return None
    if len(path) + len(query) > _LONGEST:
        return None
    encoding = encoding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
    return environ["wsgi.url_scheme"], environ.get("HTTP_HOST", ""), path, query, encoding


def _is_usual(environ: WSGIEnvironment) -> bool:
    """Whether the page is asked for as it is, and is no file."""
    return not environ["PATH_INFO"].startswith("/static/") and environ.keys().isdisjoint(_UNUSUAL)


def _sent(answer: Answer | _Said, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    if isinstance(answer, _Said):
        start_response(answer.status, answer.headers)
        return answer.body
    had = environ.get("HTTP_IF_NONE_MATCH")
    if had is not None and answer.is_had(had):
        start_response("304 Not Modified", answer.unchanged)
        return [b""]
    start_response("200 OK", answer.headers)
    return [answer.body if environ["REQUEST_METHOD"] == "GET" else b""]


def _said_by(site: WSGIApplication, environ: WSGIEnvironment) -> _Said:
    """What the site says to the same request, made unconditional and for the whole."""
    said: list[tuple[str, Headers]] = []

    def start_response(status: str, headers: Headers, exc_info: Any = None) -> Any:
        said.append((status, headers))

    asked = {name: value for name, value in environ.items() if name not in _CONDITIONS} | {"REQUEST_METHOD": "GET"}
    body = site(asked, start_response)
    return _Said(*said[-1], body)


def _whole(said: _Said) -> Answer | None:
    """The answer if it may be remembered; then its body is read and closed."""
    if not said.status.startswith("200 "):
        return None
    body = b"".join(said.body)
    answer = Answer.of(said.status, said.headers, body)
    if answer is not None and hasattr(said.body, "close"):
        said.body.close()
    return answer
