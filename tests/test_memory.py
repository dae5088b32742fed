"""Pages answered from memory: the very bytes, as long as the record is of one edition, and never a moment longer."""

import gzip
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import brotli
import pytest
from django.contrib.auth.models import User
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import OperationalError, close_old_connections
from django.test import RequestFactory

from articles.editing.drafting import latest_revision, propose_revision, words_of
from articles.editing.publishing import publish_article
from articles.editing.renaming import rename_outlet
from articles.editing.withdrawing import withdraw_article
from config.memory.answer import Answer, encoding_for
from config.memory.front import Front
from config.memory.memory import Memory
from config.memory.watch import LIMIT, Watch
from provinces.models import Edition
from tests.conftest import reader_rights, reader_site
from tests.story import IN_TIME, Story, tell
from tests.test_doors import DOORS, NEEDS_A_QUERY, OPENED_ELSEWHERE, REDIRECTS, path_of

pytestmark = pytest.mark.long

HOST = "127.0.0.1"


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """Between requests a site looks after its connections; here all happens within a test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@dataclass
class Said:
    """One answer as it leaves the process. `headers`: by small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Process:
    """One public process: site, memory and watch, with a clock that stands until it is moved."""

    now: float = 1000.0
    asked: list[str] = field(default_factory=list)
    is_cut_off: bool = False
    most_bytes: int = 1_000_000

    def __post_init__(self) -> None:
        self.memory = Memory(self.most_bytes)
        self.watch = Watch(self.memory, ask=self._edition, clock=lambda: self.now)
        with reader_site():
            self._site = WSGIHandler()
        self._front = Front(self._site_asked, self.watch)
        self.watch.confirm()

    def _edition(self) -> str:
        self._lose()
        with reader_rights():
            return Edition.now()

    def _lose(self) -> None:
        if self.is_cut_off:
            raise OperationalError("the server is away")

    def _site_asked(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.asked.append(environ["PATH_INFO"])
        with reader_site(), reader_rights():
            answer: Any = self._site(environ, start_response)
            if answer.streaming:
                answer.streaming_content = [b"".join(answer.streaming_content)]
            return answer  # type: ignore[no-any-return]

    def get(self, address: str, method: str = "GET", **headers: str) -> Said:
        """Headers by the names of WSGI, `HTTP_…` left out."""
        path, _, query = address.partition("?")
        environ = RequestFactory().generic(method, path, QUERY_STRING=query, HTTP_HOST=HOST).environ
        environ |= {f"HTTP_{name}": value for name, value in headers.items()}
        said: list[Any] = []
        body = b"".join(self._front(environ, lambda *it: said.append(it)))  # type: ignore[arg-type]
        status, sent = said[0][:2]
        return Said(int(status[:3]), {name.lower(): value for name, value in sent}, body)

    def is_remembered(self, address: str) -> bool:
        """Whether a second answer comes without asking the site."""
        self.get(address)
        before = len(self.asked)
        self.get(address)
        return len(self.asked) == before


@pytest.fixture
def process(story: Story) -> Process:
    return Process()


@pytest.fixture
def address(story: Story) -> str:
    return f"/articles/{story.article.public_id}/"


def test_what_has_not_changed_is_answered_without_asking_anybody(process: Process, address: str) -> None:
    first, second = process.get(address), process.get(address)

    assert process.asked == [address]
    assert (second.status, second.body, second.headers) == (200, first.body, first.headers)
    assert second.headers["content-length"] == str(len(second.body))
    assert second.headers["etag"].startswith('"')


def test_who_has_the_bytes_is_told_so(process: Process, address: str) -> None:
    tag = process.get(address).headers["etag"]

    for sent in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        answer = process.get(address, IF_NONE_MATCH=sent)
        assert (answer.status, answer.body, answer.headers["etag"]) == (304, b"", tag)
        assert "content-length" not in answer.headers
        assert "content-security-policy" in answer.headers
    assert process.get(address, IF_NONE_MATCH='"other"').status == 200
    assert process.asked == [address]


def test_a_first_question_for_bytes_one_has_is_remembered_whole(process: Process, address: str) -> None:
    tag = Process().get(address).headers["etag"]

    assert process.get(address, IF_NONE_MATCH=tag).status == 304
    assert len(process.get(address).body) > 1000
    assert process.asked == [address]


def test_a_head_is_the_page_without_its_body(process: Process, address: str) -> None:
    head, page = process.get(address, "HEAD"), process.get(address)

    assert (head.status, head.body, head.headers) == (200, b"", page.headers)
    assert process.asked == [address]


@pytest.mark.parametrize(("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_a_page_is_pressed_once(
    process: Process, address: str, encoding: str, unpack: Callable[[bytes], bytes]
) -> None:
    plain = process.get(address)
    pressed, again = (process.get(address, ACCEPT_ENCODING=encoding) for _ in range(2))

    assert unpack(pressed.body) == plain.body
    assert len(pressed.body) < len(plain.body) / 2
    assert (pressed.headers["content-encoding"], pressed.headers["content-length"]) == (encoding, str(len(again.body)))
    assert pressed.headers["etag"] != plain.headers["etag"]
    assert "Accept-Encoding" in plain.headers["vary"] and plain.headers["vary"] == pressed.headers["vary"]
    assert again == pressed
    assert process.get(address, ACCEPT_ENCODING=encoding, IF_NONE_MATCH=pressed.headers["etag"]).status == 304
    assert process.get(address, ACCEPT_ENCODING=encoding, IF_NONE_MATCH=plain.headers["etag"]).status == 200
    assert process.asked == [address]


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [
        ("", ""), ("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("GZIP;q=0.5, br;q=0.1", "gzip"), ("br;q=0", ""),
        ("*", "br"), ("*, br;q=0", "gzip"), ("identity", ""), ("gzip;q=0.5, identity", ""), ("br;q=x", ""), ("deflate", ""),
    ],
)  # fmt: skip
def test_the_encoding_is_the_one_that_is_liked_best(accept: str, encoding: str) -> None:
    assert encoding_for(accept) == encoding


# --- whatever is done to the record is seen


def correct(story: Story, by: User) -> None:
    words = words_of(latest_revision(story.article))
    propose_revision(by=by, article=story.article, words=type(words)(words.headline, f"{words.body}\n\nCorrected."))
    publish_article(by=by, article=story.article)


def withdraw(story: Story, by: User) -> None:
    withdraw_article(by=by, article=story.article, reason="for the test")


def rename(story: Story, by: User) -> None:
    rename_outlet(by=by, outlet=story.article.outlet, name="Northern Messenger")


@pytest.mark.parametrize(("act", "status"), [(correct, 200), (withdraw, 410), (rename, 200)])
def test_an_act_is_seen_when_the_edition_is_next_confirmed(
    process: Process, address: str, story: Story, publisher: User, act: Callable[[Story, User], None], status: int
) -> None:
    other = Process()
    before = process.get(address)
    assert other.get(address) == before

    act(story, publisher)
    for each in (process, other):
        each.watch.confirm()

    after = process.get(address, IF_NONE_MATCH=before.headers["etag"])
    assert (after.status, after.body == before.body) == (status, False)
    assert other.get(address).body == after.body
    assert len(process.memory) == (1 if status == 200 else 0)


def test_a_publication_is_in_the_lists(process: Process, publisher: User) -> None:
    assert b"Southern Gazette" not in process.get("/articles/").body

    tell(by=publisher, outlet_name="Southern Gazette", at=IN_TIME)
    process.watch.confirm()

    assert b"Southern Gazette" in process.get("/articles/").body


def test_what_is_not_confirmed_within_a_second_is_asked_of_the_site(
    process: Process, address: str, story: Story
) -> None:
    assert process.is_remembered(address)
    withdraw(story, User.objects.get(username="publisher"))

    process.now += LIMIT - 0.01
    assert process.get(address).status == 200
    process.now += 0.01
    assert process.get(address).status == 410
    assert LIMIT < 1


def test_without_the_database_a_page_is_shown_no_longer_than_that(
    process: Process, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert process.is_remembered(address)
    process.is_cut_off = True

    def lost(*arguments: object) -> None:
        raise OperationalError("the server is away")

    monkeypatch.setattr("articles.views.reading.reading.article_called", lost)
    with pytest.raises(OperationalError):
        process.watch.confirm()
    assert process.get(address).status == 200
    process.now += LIMIT

    answer = process.get(address)
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    process.is_cut_off = False
    process.watch.confirm()
    assert process.get(address).status == 200


def test_a_page_made_while_the_record_turned_is_not_remembered(process: Process, address: str, story: Story) -> None:
    answer = Answer.of("200 OK", [("ETag", '"a"')], b"of the edition before")
    assert answer is not None
    edition = process.memory.edition
    assert edition is not None
    place = ("http", HOST, address, "", "")
    rename(story, User.objects.get(username="publisher"))
    process.watch.confirm()

    assert not process.memory.keep(place, answer, edition)
    assert process.memory.find(place) is None


# --- what is remembered, and what is not


def test_what_readers_ask_is_not_remembered(process: Process, story: Story) -> None:
    claim = f"{story.relayed.public_id}.1"
    asked = [
        "/search/?q=committee", "/search/?q=", "/search.atom?q=trade", "/articles/?province=ryanggang&q=rice",
        f"/briefing/?n=1&i={claim}", f"/articles/?briefing={claim}", f"/claims/{story.relayed.public_id}/?briefing=1",
        "/check/?links=x", "/articles/?as_of=2026-01-01",
    ]  # fmt: skip
    for address in asked:
        assert not process.is_remembered(address), address
    assert len(process.memory) == 0
    assert process.is_remembered("/articles/?province=ryanggang&year=2023")


@pytest.mark.parametrize(("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_a_search_is_pressed_and_not_remembered(
    process: Process, encoding: str, unpack: Callable[[bytes], bytes]
) -> None:
    address = "/search/?q=committee"
    plain, pressed = process.get(address), process.get(address, ACCEPT_ENCODING=encoding)

    assert unpack(pressed.body) == plain.body
    assert len(pressed.body) < len(plain.body) / 2
    assert (pressed.headers["content-encoding"], pressed.headers["vary"]) == (encoding, "Accept-Encoding")
    assert pressed.headers["content-length"] == str(len(pressed.body))
    tag = pressed.headers["etag"]
    assert tag != plain.headers["etag"]
    assert process.get(address, ACCEPT_ENCODING=encoding, IF_NONE_MATCH=tag).status == 304
    assert process.get(address, ACCEPT_ENCODING=encoding, IF_NONE_MATCH=plain.headers["etag"]).status == 200
    assert process.asked == ["/search/"] * 4
    assert len(process.memory) == 0
    assert process.get("/search.csv?q=committee", ACCEPT_ENCODING=encoding).body.startswith(b"\xef\xbb\xbf")


def test_only_what_is_the_same_for_all_is_remembered(process: Process, address: str) -> None:
    not_pages = ["/healthz", "/readyz", "/articles/a0000000/", "/nothing/", "/articles.csv", address.rstrip("/")]
    for each in not_pages:
        assert not process.is_remembered(each), each
    process.get("/check/", "POST")
    process.get(address, ACCEPT_DATETIME="Tue, 05 Apr 2022 12:00:00 GMT")
    assert len(process.memory) == 0

    headers = [("ETag", '"a"'), ("Vary", "Accept-Encoding")]
    assert Answer.of("200 OK", headers, b"") is not None
    for refused in (("Set-Cookie", "a=b"), ("Cache-Control", "no-store"), ("Cache-Control", "max-age=0, private")):
        assert Answer.of("200 OK", [*headers, refused], b"") is None
    for varies in ("Cookie", "*", "Accept-Language, Accept-Encoding"):
        assert Answer.of("200 OK", [("ETag", '"a"'), ("Vary", varies)], b"") is None
    assert Answer.of("200 OK", [("Vary", "Accept-Encoding")], b"") is None
    assert Answer.of("404 Not Found", headers, b"") is None


ODD = {
    "ACCEPT": "application/json", "ACCEPT_LANGUAGE": "ko", "COOKIE": "desk=a; sessionid=b", "USER_AGENT": "curl",
    "REFERER": "https://elsewhere.example/", "X_FORWARDED_FOR": "192.0.2.1", "DNT": "1", "ACCEPT_ENCODING": "identity",
}  # fmt: skip


def test_no_public_page_depends_on_who_asks(process: Process, story: Story) -> None:
    """Otherwise one reader would get what was made for another."""
    remembered = 0
    for name in DOORS.keys() - OPENED_ELSEWHERE - REDIRECTS - NEEDS_A_QUERY.keys():
        path = path_of(name, story)
        one, other = Process().get(path), Process().get(path, **ODD)
        if name != "security":
            # What is never kept says by the second since when it is stale.
            for answer in (one, other):
                if "no-store" in answer.headers["cache-control"]:
                    answer.headers.pop("expires", None)
            assert (one.status, one.body, one.headers) == (other.status, other.body, other.headers), path
        assert "set-cookie" not in one.headers
        assert "nonce-" not in one.headers["content-security-policy"]
        remembered += process.is_remembered(path)
    assert remembered > 30


def test_every_page_has_the_headers_of_a_fresh_one(process: Process, address: str) -> None:
    process.now += LIMIT
    fresh = process.get(address)
    process.watch.confirm()
    kept = [process.get(address) for _ in range(2)][1]

    assert kept.headers | {"vary": ""} == fresh.headers | {"vary": ""}
    assert kept.body == fresh.body
    assert kept.headers["cache-control"] == "no-cache"


def test_another_host_is_refused_as_ever(process: Process, address: str) -> None:
    assert process.is_remembered(address)
    assert process.get(address, HOST="elsewhere.example").status == 400


def test_the_memory_is_bounded_and_the_least_lately_read_goes_first() -> None:
    memory = Memory(100_000)
    memory.turn("one")
    places = [("http", HOST, f"/{number}", "", "") for number in range(20)]
    answer = Answer.of("200 OK", [("ETag", '"a"')], b"x" * 7_000)
    assert answer is not None

    for place in places[:10]:
        assert memory.keep(place, answer, "one")
    memory.find(places[0])
    assert memory.keep(places[10], answer, "one")
    assert memory.find(places[0]) is answer
    assert memory.find(places[1]) is None
    for place in places:
        memory.keep(place, answer, "one")
        assert memory.bytes == len(memory) * answer.size <= 100_000
    large = Answer.of("200 OK", [("ETag", '"a"')], b"x" * 20_000)
    assert large is not None and not memory.keep(places[0], large, "one")

    memory.turn("one")
    assert len(memory) == 10
    memory.turn("two")
    assert (len(memory), memory.bytes) == (0, 0)


def test_no_memory_at_all_is_allowed(story: Story, address: str) -> None:
    process = Process(most_bytes=0)
    assert not process.is_remembered(address)
    assert process.get(address, ACCEPT_ENCODING="br").status == 200
