"""The sitemap and the page of counts: all that is public, each once."""

from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.editing.withdrawing import withdraw_claim
from articles.pages import sitemap
from tests.conftest import Reader
from tests.shelf import shelve
from tests.story import Story

BASE = "http://127.0.0.1:8000"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


pytestmark = pytest.mark.usefixtures("on_the_public_site")


def read(reader: Client, address: str) -> tuple[str, list[str]]:
    """What a file is, and the addresses in it."""
    response = reader.get(address.removeprefix(BASE))
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml; charset=utf-8")
    root = ElementTree.fromstring(response.content)
    return root.tag.removeprefix(SPACE), [each.text or "" for each in root.iter(f"{SPACE}loc")]


def test_every_public_page_is_in_it_and_opens(story: Story, reader: Client) -> None:
    kind, found = read(reader, "/sitemap.xml")

    assert kind == "urlset" and len(found) == len(set(found))
    expected = [
        "/", "/about/", "/changes/", "/data/", "/provinces/ryanggang/", "/topics/self-reliance/",
        "/institutions/ryanggang-party-committee/", "/outlets/northern-courier/",
        f"/articles/{story.article.public_id}/", f"/claims/{story.acted.public_id}/",
    ]  # fmt: skip
    assert {BASE + address for address in expected} <= set(found)
    for address in found:
        assert "/topics/" in address or reader.get(address.removeprefix(BASE)).status_code == 200, address


@pytest.mark.parametrize("zone", ["UTC", "Asia/Seoul"])
def test_it_says_when_a_page_changed_as_a_moment_that_no_zone_moves(
    zone: str, publisher: User, reader: Reader, settings: Any
) -> None:
    settings.TIME_ZONE = zone
    shelve(by=publisher, headline="Late at night", at=datetime(2023, 5, 2, 18, 30, 5, 123, tzinfo=UTC))

    root = ElementTree.fromstring(reader.get("/sitemap.xml").content)

    found = [datetime.fromisoformat(each.text or "") for each in root.iter(f"{SPACE}lastmod")]
    assert found == [datetime(2023, 5, 2, 18, 30, 5, tzinfo=UTC)]


def test_what_is_withdrawn_leaves_it(story: Story, publisher: User, reader: Client) -> None:
    withdraw_claim(by=publisher, claim=story.acted, reason="a scene")

    assert f"{BASE}/claims/{story.acted.public_id}/" not in read(reader, "/sitemap.xml")[1]
    assert f"{BASE}/claims/{story.relayed.public_id}/" in read(reader, "/sitemap.xml")[1]


@pytest.mark.parametrize("most", [1, 5, 7, 12, 13, 100])
def test_too_many_for_one_file_are_in_several_each_once(
    most: int, story: Story, publisher: User, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        shelve(by=publisher, headline=f"Report {number}")
    whole = read(reader, "/sitemap.xml")[1]
    monkeypatch.setattr(sitemap, "MOST", most)

    kind, files = read(reader, "/sitemap.xml")

    assert kind == "sitemapindex"
    pieces = [read(reader, file)[1] for file in files]
    assert [address for piece in pieces for address in piece] == whole
    assert all(len(piece) == most for piece in pieces[:-1])
    assert reader.get(f"/sitemap-{len(files) + 1}.xml").status_code == 404
    assert reader.get("/sitemap-0.xml").status_code == 404


def test_counts_are_those_of_the_lists(story: Story, publisher: User, reader: Client) -> None:
    shelve(by=publisher, headline="A copy", outlet="Southern Gazette", published="2023-05-17", origin=story.article)

    page = " ".join(reader.get("/data/").content.decode().split())

    assert "2 reports, 1 when copies and translations count once, with 2 claims about 1 province; 1 body named" in page
    assert "<dt>Newest report</dt><dd>17 May 2023</dd>" in page
    assert 'act <a href="/changes/2/">2</a>' in page


def test_an_empty_record_has_its_pages_too(vocabulary: None, reader: Client) -> None:
    assert "Nothing is published here yet." in reader.get("/data/").content.decode()
    assert f"{BASE}/data/" in read(reader, "/sitemap.xml")[1]


def test_they_cost_the_same_however_much_there_is(story: Story, publisher: User, reader: Client) -> None:
    def cost(address: str) -> int:
        reader.get(address)
        with CaptureQueriesContext(connection) as queries:
            reader.get(address)
        return len(queries)

    before = [cost(address) for address in ("/data/", "/sitemap.xml")]
    for name in ("Southern Gazette", "Western Mirror"):
        shelve(by=publisher, headline="More", outlet=name)
    assert [cost(address) for address in ("/data/", "/sitemap.xml")] == before
