"""A Memento client that others wrote (memento_client, of the authors of RFC 7089), and the timemap read by its grammar."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from django.contrib.auth.models import User
from memento_client import MementoClient
from requests.adapters import BaseAdapter

from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.withdrawing import withdraw_article
from articles.models import Article
from tests.conftest import Reader
from tests.test_memento import FIRST, SECOND, THIRD
from tests.test_memento import article as article  # the fixture
from tests.test_memento import told_how as told_how  # and how it is told

SITE = "http://127.0.0.1:8000"


class ToTheReader(BaseAdapter):
    """Hands a client's requests to the public site and its answers back, headers and all."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        parts = urlsplit(request.url or "")
        sent = {name: str(value) for name, value in request.headers.items() if name.lower() == "accept-datetime"}
        answer = self.reader.generic(request.method or "GET", str(parts.path), headers=sent)
        response = requests.Response()
        response.status_code = answer.status_code
        response.headers.update(answer.headers)
        response.url, response.request = request.url or "", request
        response.raw = BytesIO(answer.content)
        return response

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def session(reader: Reader) -> requests.Session:
    """All addresses are the public site's, so that no request can leave the test."""
    session = requests.Session()
    for scheme in ("http://", "https://"):
        session.mount(scheme, ToTheReader(reader))
    return session


@pytest.fixture
def client(session: requests.Session) -> MementoClient:
    """Every page is its own time gate (pattern 1.1), so the gate of a page is the page."""
    return MementoClient(timegate_uri="", session=session)


def page_of(article: Article) -> str:
    return f"{SITE}/articles/{article.public_id}/"


@pytest.mark.parametrize(
    ("asked", "number", "at"),
    [
        (FIRST - timedelta(days=400), 1, FIRST),
        (SECOND - timedelta(seconds=1), 1, FIRST),
        (SECOND, 2, SECOND),
        (THIRD + timedelta(days=1), 3, THIRD),
    ],
)
def test_a_client_finds_the_text_of_a_time_and_its_neighbours(
    asked: datetime, number: int, at: datetime, article: Article, client: MementoClient
) -> None:
    page = page_of(article)

    found = client.get_memento_info(page, asked.replace(tzinfo=None))

    assert (found["original_uri"], found["timegate_uri"]) == (page, page)
    mementos = found["mementos"]
    closest = mementos["closest"]
    assert (closest["uri"], closest["datetime"], closest["http_status_code"]) == (
        [f"{page}v/{number}/"], at.replace(microsecond=0, tzinfo=None), 200,
    )  # fmt: skip
    assert mementos["first"]["uri"] == [f"{page}v/1/"]
    assert mementos["last"]["uri"] == [f"{page}v/3/"]


def test_a_client_that_holds_an_old_text_finds_the_page_it_is_of(article: Article, client: MementoClient) -> None:
    page = page_of(article)

    assert client.get_original_uri(f"{page}v/2/") == page
    assert client.get_memento_info(f"{page}v/2/", THIRD.replace(tzinfo=None))["mementos"]["closest"]["uri"] == [
        f"{page}v/3/"
    ]
    assert MementoClient.is_memento(f"{page}v/2/", response=client.session.head(f"{page}v/2/"))
    assert not MementoClient.is_memento(page, response=client.session.head(page))
    assert MementoClient.is_timegate(page, session=client.session)


def test_a_client_is_never_led_to_a_text_that_was_removed(
    article: Article, client: MementoClient, publisher: User, second_publisher: User
) -> None:
    second = article.revisions.get(number=2)
    confirm_removal(by=second_publisher, removal=ask_removal(by=publisher, revision=second, reason="a person"))
    page = page_of(article)

    found = client.get_memento_info(page, SECOND.replace(tzinfo=None))["mementos"]

    assert found["closest"]["uri"] == [f"{page}v/1/"]
    assert {address for memento in found.values() for address in memento["uri"]} == {f"{page}v/1/", f"{page}v/3/"}


def test_of_what_was_withdrawn_a_client_finds_nothing(article: Article, client: MementoClient, publisher: User) -> None:
    withdraw_article(by=publisher, article=article, reason="a test")
    with pytest.raises(Exception, match="410"):
        client.get_memento_info(page_of(article), SECOND.replace(tzinfo=None))


LINK = re.compile(r'<(?P<uri>[^>]+)>(?P<params>(?:\s*;\s*[\w-]+="[^"]*")*)\s*(?:,|$)\s*')


def timemap_of(text: str) -> list[tuple[str, dict[str, str]]]:
    """A list of links as RFC 6690 writes them. Raises ValueError when anything is left over."""
    links, place = [], 0
    while place < len(text):
        link = LINK.match(text, place)
        if link is None:
            raise ValueError(f"no link at {text[place : place + 40]!r}")
        links.append((link["uri"], dict(re.findall(r'([\w-]+)="([^"]*)"', link["params"]))))
        place = link.end()
    return links


def test_the_timemap_leads_to_every_text_and_each_says_so_itself(article: Article, session: requests.Session) -> None:
    page = session.head(page_of(article))
    (timemap,) = [uri for uri, params in timemap_of(page.headers["Link"]) if params["rel"] == "timemap"]
    answer = session.get(timemap)
    assert answer.headers["Content-Type"] == "application/link-format"
    links = timemap_of(answer.content.decode().strip())

    rels = {rel: uri for uri, params in links for rel in params["rel"].split()}
    assert (rels["original"], rels["timegate"], rels["self"]) == (page_of(article), page_of(article), timemap)
    mementos = [(uri, params["datetime"]) for uri, params in links if "memento" in params["rel"].split()]
    assert [parsedate_to_datetime(at) for _, at in mementos] == [
        at.replace(microsecond=0) for at in (FIRST, SECOND, THIRD)
    ]
    (own,) = [params for uri, params in links if params["rel"] == "self"]
    assert (own["from"], own["until"]) == (mementos[0][1], mementos[-1][1])
    for uri, at in mementos:
        text = session.get(uri)
        assert (text.status_code, text.headers["Memento-Datetime"]) == (200, at)
        around = {rel: uri for uri, params in timemap_of(text.headers["Link"]) for rel in params["rel"].split()}
        assert (around["original"], around["timemap"]) == (page_of(article), timemap)


def test_a_time_in_another_zone_is_no_date_of_the_protocol_but_is_understood(
    article: Article, session: requests.Session
) -> None:
    sent = {"Accept-Datetime": (SECOND + timedelta(hours=1)).astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")}
    answer = session.get(page_of(article), headers=sent, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{page_of(article)}v/2/")
